"""What a parser is: any object with a name and two methods."""

from __future__ import annotations

from typing import Protocol, runtime_checkable

from paired_readouts.model import Version
from paired_readouts.parsing.source import Source

__all__ = ["Parser"]


@runtime_checkable
class Parser(Protocol):
    """Reads one format, or one publisher's pages. A plain class will do; there is no base class."""

    @property
    def name(self) -> str:
        """The name that its versions carry in `Version.parser`, and that errors use."""

    def accepts(self, source: Source) -> bool:
        """Whether `parse` promises to read `source`: by content first; never raises."""

    def parse(self, source: Source) -> tuple[Version, ...]:
        """The versions in `source`, one at least; a ParseError where it is not what it seemed."""
