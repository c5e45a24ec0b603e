"""A place in a text."""

from __future__ import annotations

from functools import total_ordering

import attrs

from paired_readouts.errors import ModelError

__all__ = ["Span"]


@total_ordering
@attrs.frozen(repr=False)
class Span:
    """A half-open range of Unicode code points: `text[span.start:span.end]`."""

    #: The first code point, from 0 on.
    start: int
    #: One past the last code point; never before `start`.
    end: int

    def __attrs_post_init__(self) -> None:
        start, end = self.start, self.end
        if type(start) is int and type(end) is int and 0 <= start <= end:
            return
        for name, value in (("start", start), ("end", end)):
            if isinstance(value, bool) or not isinstance(value, int) or value < 0:
                raise ModelError(
                    f"Span.{name}", f"expected a whole number from 0 on, got {value!r:.40}"
                )
        if end < start:
            raise ModelError("Span.end", f"{end} lies before start {start}")

    def __len__(self) -> int:
        return self.end - self.start

    def __bool__(self) -> bool:
        return True

    def __lt__(self, other: Span) -> bool:
        if other.__class__ is not self.__class__:
            return NotImplemented
        return (self.start, self.end) < (other.start, other.end)

    def __contains__(self, other: Span) -> bool:
        return self.start <= other.start and other.end <= self.end

    def __repr__(self) -> str:
        return f"Span({self.start}, {self.end})"

    def cut(self, text: str) -> str:
        """The part of `text` that the span covers."""
        return text[self.start : self.end]

    def overlaps(self, other: Span) -> bool:
        """Whether the two spans share at least one code point."""
        return self.start < other.end and other.start < self.end
