"""NITF and NewsML-G2, the news items of the IPTC in XML."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, ClassVar

import attrs
from attrs import field

from paired_readouts._dates import parse_published
from paired_readouts.errors import ParseError
from paired_readouts.model import Version
from paired_readouts.model._by_fields import by_fields
from paired_readouts.parsing._cleaning import clean_line
from paired_readouts.parsing._draft import Draft
from paired_readouts.parsing._fragment import draft_markup
from paired_readouts.parsing._settings import ParserSettings
from paired_readouts.parsing._xml import (
    child_text,
    find_all,
    find_first,
    inner_markup,
    local_name,
    parse_xml,
    root_name,
)
from paired_readouts.parsing.article import read_draft
from paired_readouts.parsing.source import Source

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

__all__ = ["NewsMLParser", "NitfParser"]

_LANG = "{http://www.w3.org/XML/1998/namespace}lang"


@by_fields
@attrs.frozen(eq=False, repr=False)
class NitfParser:
    """Reads one NITF document; a bare DOCTYPE is allowed, and nothing is loaded for it."""

    #: The name in `Version.parser`.
    name: ClassVar[str] = "nitf"
    #: Words, publishers and bounds.
    settings: ParserSettings = field(factory=ParserSettings, kw_only=True)

    def accepts(self, source: Source) -> bool:
        """Whether the root element is `nitf`."""
        return root_name(source.readable) == "nitf"

    def parse(self, source: Source) -> tuple[Version, ...]:
        """The version of the document, or those that an article in it quotes."""
        decoded = source.decode()
        root = parse_xml(decoded.text, where=source.where, depth=self.settings.limits.depth)
        draft = _nitf(root, source, self.settings)
        draft = attrs.evolve(draft, warnings=(*decoded.warnings, *draft.warnings))
        return read_draft(draft, parser=self.name, settings=self.settings, where=source.where)


@by_fields
@attrs.frozen(eq=False, repr=False)
class NewsMLParser:
    """Reads NewsML-G2: a `newsItem`, or a `newsMessage` with several."""

    #: The name in `Version.parser`.
    name: ClassVar[str] = "newsml-g2"
    #: Words, publishers and bounds.
    settings: ParserSettings = field(factory=ParserSettings, kw_only=True)

    def accepts(self, source: Source) -> bool:
        """Whether the root element is `newsItem` or `newsMessage`."""
        return root_name(source.readable) in {"newsItem", "newsMessage"}

    def parse(self, source: Source) -> tuple[Version, ...]:
        """One version an item, or those that an article in it quotes."""
        decoded = source.decode()
        root = parse_xml(decoded.text, where=source.where, depth=self.settings.limits.depth)
        items = [root]
        if local_name(root) == "newsMessage":
            items = [
                item for group in find_all(root, "itemSet") for item in find_all(group, "newsItem")
            ]
        versions: list[Version] = []
        for item in items:
            draft = self._item(item, source)
            draft = attrs.evolve(draft, warnings=(*decoded.warnings, *draft.warnings))
            if draft.text.strip():
                versions += read_draft(
                    draft, parser=self.name, settings=self.settings, where=source.where
                )
        if not versions:
            raise ParseError(
                source.where, "has no news item with text", "give an item with inlineXML"
            )
        return tuple(versions)

    def _item(self, item: Element, source: Source) -> Draft:
        draft = Draft(text="")
        for content in _contents(item):
            nitf = find_first(content, "nitf")
            if nitf is not None:
                draft = _nitf(nitf, source, self.settings)
            else:
                draft = _with_text(Draft(text=""), content, source, self.settings)
            if draft.text.strip():
                break  # What follows is the same in another form.
        stamp = (
            child_text(item, "contentMeta", "contentCreated")
            or child_text(item, "itemMeta", "firstCreated")
            or child_text(item, "itemMeta", "versionCreated")
        )
        headline = child_text(item, "contentMeta", "headline") or child_text(
            item, "itemMeta", "title"
        )
        return attrs.evolve(
            draft,
            title=clean_line(headline) or draft.title,
            byline=clean_line(child_text(item, "contentMeta", "by")) or draft.byline,
            via=_named(find_first(item, "itemMeta", "provider")) or draft.via,
            published=_stamp(stamp) or draft.published,
            language=(item.get(_LANG, "") or draft.language)[:2].lower(),
            url=source.url,
        )


def _contents(item: Element) -> list[Element]:
    found = find_first(item, "contentSet")
    names = ("inlineXML", "inlineData")
    return [] if found is None else [c for name in names for c in find_all(found, name)]


def _nitf(root: Element, source: Source, settings: ParserSettings) -> Draft:
    body = find_first(root, "body")
    content = find_first(body, "body.content") if body is not None else None
    if body is None or content is None:
        raise ParseError(source.where, "is NITF without body.content", "save the document again")
    head = find_first(body, "body.head")
    title = dateline = ""
    if head is not None:
        title = child_text(head, "hedline", "hl1") or child_text(head, "hedline")
        dateline = child_text(head, "dateline")
    issued = find_first(root, "head", "docdata", "date.issue")
    norm = issued.get("norm", "") if issued is not None else ""
    outlet = child_text(head, "distributor") if head is not None else ""
    draft = Draft(
        text="",
        title=clean_line(title or child_text(root, "head", "title")),
        byline=clean_line(child_text(head, "byline")) if head is not None else "",
        via=clean_line(outlet),
        published=_stamp(norm),
        date_text=clean_line(dateline) if not norm else "",
        language=root.get(_LANG, "")[:2].lower(),
        url=source.url,
    )
    return _with_text(draft, content, source, settings)


def _with_text(draft: Draft, content: Element, source: Source, settings: ParserSettings) -> Draft:
    if not len(content):
        return attrs.evolve(draft, text=content.text or "")
    return draft_markup(draft, inner_markup(content), settings=settings, where=source.where)


def _stamp(printed: str) -> dt.date | dt.datetime | None:
    """A date as IPTC writes it: "20220511T214000Z", "2022-05-11T21:40:00+04:00", "2022-05-11"."""
    try:
        stamp = dt.datetime.fromisoformat(printed.strip())
    except ValueError:
        return parse_published(printed) if printed else None
    return stamp if stamp.tzinfo else stamp.date()


def _named(element: Element | None) -> str:
    if element is None:
        return ""
    return clean_line(child_text(element, "name") or element.get("literal", ""))
