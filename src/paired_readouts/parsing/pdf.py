"""Releases in PDF, by pypdf: the extra `paired-readouts[pdf]`."""

from __future__ import annotations

import io
from collections.abc import Iterator
from typing import Any, ClassVar

import attrs
from attrs import field

from paired_readouts.errors import LimitError, PairedReadoutsError, ParseError
from paired_readouts.model import Version
from paired_readouts.model._by_fields import by_fields
from paired_readouts.parsing._cleaning import clean_line
from paired_readouts.parsing._draft import Draft
from paired_readouts.parsing._extras import load_extra
from paired_readouts.parsing._settings import ParserSettings
from paired_readouts.parsing.article import read_draft
from paired_readouts.parsing.source import Source

__all__ = ["PdfParser"]

_PAGES = 200


@by_fields
@attrs.frozen(eq=False, repr=False)
class PdfParser:
    """Reads the text layer of a PDF; pictures of text have none."""

    #: The name in `Version.parser`.
    name: ClassVar[str] = "pdf"
    #: Words, publishers and bounds.
    settings: ParserSettings = field(factory=ParserSettings, kw_only=True)

    def accepts(self, source: Source) -> bool:
        """Whether it begins as a PDF file does."""
        return isinstance(source.content, bytes) and source.content[:1024].lstrip().startswith(
            b"%PDF-"
        )

    def parse(self, source: Source) -> tuple[Version, ...]:
        """The version in the file, or those that an article in it quotes."""
        text, title = self._read(source)
        if not text.strip():
            raise ParseError(source.where, "has no text layer", "run text recognition on it first")
        draft = Draft(text=text, title=title, url=source.url)
        return read_draft(draft, parser=self.name, settings=self.settings, where=source.where)

    def _read(self, source: Source) -> tuple[str, str]:
        pypdf = load_extra("pypdf", "pdf")
        raw = source.content if isinstance(source.content, bytes) else b""
        try:
            reader = pypdf.PdfReader(io.BytesIO(raw))
            texts = list(self._pages(reader, source.where))
            title = str((reader.metadata or {}).get("/Title") or "")
        except PairedReadoutsError:
            raise
        except Exception as error:
            raise ParseError(
                source.where, f"is no PDF that can be read: {error!r:.100}", "save it again"
            ) from error
        return "\n\n".join(texts), clean_line(title)

    def _pages(self, reader: Any, where: str) -> Iterator[str]:  # noqa: ANN401 - no types
        if len(reader.pages) > _PAGES:
            raise LimitError(where, f"has more than {_PAGES} pages", "cut it")
        size = 0
        for page in reader.pages:
            text = page.extract_text() or ""
            size += len(text)
            if size > self.settings.limits.characters:
                raise LimitError(where, "has too much text", "pass limits=Limits(characters=…)")
            yield text
