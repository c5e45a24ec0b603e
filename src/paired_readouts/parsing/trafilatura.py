"""Pages that mark no main text, by trafilatura: the extra `paired-readouts[trafilatura]`."""

from __future__ import annotations

from typing import ClassVar

import attrs
from attrs import field

from paired_readouts._dates import parse_published
from paired_readouts.errors import ParseError
from paired_readouts.model import Version
from paired_readouts.model._by_fields import by_fields
from paired_readouts.parsing._cleaning import clean_line
from paired_readouts.parsing._draft import Draft, tell
from paired_readouts.parsing._extras import load_extra
from paired_readouts.parsing._settings import ParserSettings
from paired_readouts.parsing.article import read_draft
from paired_readouts.parsing.html_page import HtmlParser
from paired_readouts.parsing.source import Source

__all__ = ["TrafilaturaParser"]


@by_fields
@attrs.frozen(eq=False, repr=False)
class TrafilaturaParser:
    """Finds the main text of a page by its look; name it before the default parsers to use it."""

    #: The name in `Version.parser`.
    name: ClassVar[str] = "trafilatura"
    #: Words, publishers and bounds.
    settings: ParserSettings = field(factory=ParserSettings, kw_only=True)

    def accepts(self, source: Source) -> bool:
        """Whether it is an HTML page."""
        return HtmlParser(settings=self.settings).accepts(source)

    def parse(self, source: Source) -> tuple[Version, ...]:
        """The version on the page, or those that an article on it quotes."""
        library = load_extra("trafilatura", "trafilatura")
        decoded = source.decode()
        try:
            found = library.bare_extraction(
                decoded.text, url=source.url or None, with_metadata=True, include_comments=False
            )
        except Exception as error:
            raise ParseError(
                source.where, f"trafilatura failed: {error!r:.100}", "write a profile of the site"
            ) from error
        told = found if isinstance(found, dict) else found.as_dict() if found is not None else {}
        text = str(told.get("text") or "")
        if not text.strip():
            raise ParseError(source.where, "has no main text that trafilatura finds", "")
        publisher = self.settings.publisher(source.url)
        note = tell("main-text", "the main text was found by its look, not by marks of the page")
        draft = Draft(
            text="\n\n".join(text.split("\n")),
            title=clean_line(str(told.get("title") or "")),
            via="" if publisher else clean_line(str(told.get("sitename") or "")),
            published=parse_published(str(told.get("date") or "")),
            language=str(told.get("language") or "")[:2],
            url=source.url,
            warnings=(*decoded.warnings, note),
        )
        return read_draft(draft, parser=self.name, settings=self.settings, where=source.where)
