"""ninjs, the news item of the IPTC in JSON: versions 1, 2 and 3."""

from __future__ import annotations

import datetime as dt
from typing import Any, ClassVar

import attrs
from attrs import field

from paired_readouts._dates import parse_published
from paired_readouts.errors import ParseError
from paired_readouts.model import Version
from paired_readouts.model._by_fields import by_fields
from paired_readouts.parsing._cleaning import clean_line
from paired_readouts.parsing._draft import Draft
from paired_readouts.parsing._fragment import draft_markup
from paired_readouts.parsing._json import list_of, looks_like, parse_object, text_at
from paired_readouts.parsing._settings import ParserSettings
from paired_readouts.parsing.article import read_draft
from paired_readouts.parsing.source import Source

__all__ = ["NinjsParser"]

# Version 1 has one field a form of the text, versions 2 and 3 a list of bodies.
_BODIES = ("body_xhtml", "body_html", "body_text")
_MARKED = ("xhtml", "html", "xml")


@by_fields
@attrs.frozen(eq=False, repr=False)
class NinjsParser:
    """Reads one item; of several bodies the one with marked paragraphs."""

    #: The name in `Version.parser`.
    name: ClassVar[str] = "ninjs"
    #: Words, publishers and bounds.
    settings: ParserSettings = field(factory=ParserSettings, kw_only=True)

    def accepts(self, source: Source) -> bool:
        """Whether it is a JSON object with a URI and a body as ninjs names them."""
        return looks_like(source, "uri") and any(
            looks_like(source, name) for name in (*_BODIES, "bodies")
        )

    def parse(self, source: Source) -> tuple[Version, ...]:
        """The version of the item, or those that an article in it quotes."""
        item = parse_object(source, depth=self.settings.limits.depth)
        body, marked = _body(item)
        if not body.strip():
            raise ParseError(source.where, "has no body with text", "give an item of type text")
        url = source.url or next(
            (
                link
                for name in ("canonicalurl", "canonicalUrl", "url", "uri")
                if (link := text_at(item, name)).startswith("http")
            ),
            "",
        )
        draft = Draft(
            text=body,
            title=clean_line(_headline(item)),
            byline=clean_line(text_at(item, "byline") or text_at(item, "by")),
            via=clean_line(_outlet(item)),
            published=_published(item),
            language=text_at(item, "language")[:2].lower(),
            url=url,
            warnings=source.decode().warnings,
        )
        if marked:
            draft = draft_markup(draft, body, settings=self.settings, where=source.where)
        return read_draft(draft, parser=self.name, settings=self.settings, where=source.where)


def _body(item: dict[str, Any]) -> tuple[str, bool]:
    """The richest body, and whether it is marked up."""
    for name in _BODIES:
        if text_at(item, name).strip():
            return text_at(item, name), name != "body_text"
    bodies = [b for b in list_of(item, "bodies") if text_at(b, "value").strip()]
    for body in bodies:
        kind = (text_at(body, "contentType") or text_at(body, "contenttype")).lower()
        if any(mark in kind for mark in _MARKED):
            return text_at(body, "value"), True
    return (text_at(bodies[0], "value"), False) if bodies else ("", False)


def _headline(item: dict[str, Any]) -> str:
    heads = list_of(item, "headlines")
    main = [h for h in heads if text_at(h, "role") in {"main", ""}] or heads
    return text_at(item, "headline") or (text_at(main[0], "value") if main else "")


def _outlet(item: dict[str, Any]) -> str:
    sources = list_of(item, "infosources") or list_of(item, "infoSources")
    names = [text_at(s, "name") for s in sources]
    return next((name for name in names if name), "") or text_at(item, "copyrightholder")


def _published(item: dict[str, Any]) -> dt.date | dt.datetime | None:
    for name in ("firstCreated", "firstcreated", "versionCreated", "versioncreated"):
        printed = text_at(item, name)
        if not printed:
            continue
        try:
            stamp = dt.datetime.fromisoformat(printed)
        except ValueError:
            return parse_published(printed)
        return stamp if stamp.tzinfo else stamp.date()
    return None
