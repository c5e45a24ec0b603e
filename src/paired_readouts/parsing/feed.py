"""RSS 2.0 and Atom: one version an item."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, ClassVar

import attrs
from attrs import field

from paired_readouts._dates import parse_published, read_published
from paired_readouts.errors import LimitError, ParseError
from paired_readouts.model import Completeness, CompletenessLevel, Version, VersionWarning
from paired_readouts.model._by_fields import by_fields
from paired_readouts.parsing._cleaning import clean_line
from paired_readouts.parsing._draft import Draft, tell
from paired_readouts.parsing._fragment import draft_markup
from paired_readouts.parsing._settings import ParserSettings
from paired_readouts.parsing._tags import unescape
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

__all__ = ["FeedParser", "read_mail_date"]

# "media:title" tells of a picture, "itunes:summary" of a sound.
_OTHER_KIN = ("search.yahoo.com/mrss", "itunes.com/dtds")


@by_fields
@attrs.frozen(eq=False, repr=False)
class FeedParser:
    """Reads RSS 2.0 and Atom; what an item links to is never fetched."""

    #: The name in `Version.parser`.
    name: ClassVar[str] = "feed"
    #: Words, publishers and bounds.
    settings: ParserSettings = field(factory=ParserSettings, kw_only=True)

    def accepts(self, source: Source) -> bool:
        """Whether the root element is one of a feed."""
        return root_name(source.readable) in {"rss", "feed", "RDF"}

    def parse(self, source: Source) -> tuple[Version, ...]:
        """One version an item, in the order of the feed; items without text are told of."""
        decoded = source.decode()
        root = parse_xml(decoded.text, where=source.where, depth=self.settings.limits.depth)
        channel = find_first(root, "channel") if local_name(root) != "feed" else root
        if channel is None:
            raise ParseError(source.where, "is a feed without a channel", "save the feed again")
        items = find_all(channel, "item") + find_all(root, "item") + find_all(channel, "entry")
        if len(items) > self.settings.limits.versions:
            told = f"{len(items)} items; the limit is {self.settings.limits.versions}"
            raise LimitError(source.where, told, "split it, or pass limits=Limits(versions=…)")
        for item in items:
            for child in [c for c in item if any(kin in str(c.tag) for kin in _OTHER_KIN)]:
                item.remove(child)
        language = child_text(channel, "language")[:2].lower() or _language(root)
        empty: list[str] = []
        versions: list[Version] = []
        for number, item in enumerate(items, start=1):
            draft = self._draft(item, language, source)
            if not draft.text.strip():
                empty.append(draft.title or f"item {number}")
                continue
            draft = attrs.evolve(draft, warnings=(*decoded.warnings, *draft.warnings))
            where = f"{source.where}: item {number}"
            try:
                versions += read_draft(draft, parser=self.name, settings=self.settings, where=where)
            except ParseError:
                empty.append(draft.title or f"item {number}")
        if not versions:
            raise ParseError(source.where, "is a feed without an item that has text", "")
        if empty:
            note = tell("empty-items", f"{len(empty)} items have no text: {'; '.join(empty)[:300]}")
            first = versions[0]
            versions[0] = attrs.evolve(first, warnings=(*first.warnings, note))
        return tuple(versions)

    def _draft(self, item: Element, language: str, source: Source) -> Draft:
        markup, kind = _content(item)
        url = _link(item)
        publisher = self.settings.publisher(url)
        published, note = _published(item, day_first=publisher.day_first if publisher else None)
        author = child_text(item, "creator") or child_text(item, "author", "name")
        draft = Draft(
            text="",
            title=clean_line(unescape(child_text(item, "title"))),
            byline=clean_line(author),
            published=published,
            language=language,
            url=url,
            warnings=(note,) if note else (),
        )
        draft = draft_markup(draft, markup, settings=self.settings, where=source.where)
        publisher = draft.publisher(self.settings)
        cut = draft.text.rstrip().endswith(("…", "[...]", "[…]", "..."))
        if publisher is None or kind != "full" or cut:
            return draft
        evidence = f"full text in the feed of {publisher.id}"
        full = Completeness(level=CompletenessLevel.FULL, evidence=evidence)
        return attrs.evolve(draft, completeness=full)


def _content(item: Element) -> tuple[str, str]:
    """The markup of an item, and whether it is the "full" text or a "summary"."""
    for name, kind in (
        ("encoded", "full"),
        ("content", "full"),
        ("description", "full"),
        ("summary", "summary"),
    ):
        found = find_first(item, name)
        if found is None:
            continue
        if found.get("type") == "xhtml":
            return inner_markup(found), kind
        text = "".join(found.itertext())
        if text.strip():
            if found.get("type") == "text":
                text = text.replace("&", "&amp;").replace("<", "&lt;").replace("\n\n", "<p>")
            return text, kind
    return "", "summary"


def _link(item: Element) -> str:
    links = find_all(item, "link")
    for link in links:
        if link.get("href") and link.get("rel", "alternate") == "alternate":
            return link.get("href", "")
    printed = next((text for link in links if (text := (link.text or "").strip())), "")
    guid = find_first(item, "guid")
    lasting = guid is not None and guid.get("isPermaLink", "true") == "true"
    return printed or (child_text(item, "guid") if lasting else "")


def _language(root: Element) -> str:
    return root.get("{http://www.w3.org/XML/1998/namespace}lang", "")[:2].lower()


def _published(
    item: Element, *, day_first: bool | None
) -> tuple[dt.date | dt.datetime | None, VersionWarning | None]:
    for name in ("pubDate", "published", "date", "issued", "updated"):
        if printed := child_text(item, name):
            value = read_mail_date(printed, day_first=day_first)
            if value is not None:
                return value, None
            if read_published(printed).doubt == "day or month":
                return None, tell("ambiguous-date", f"{printed!r}: which is the day?")
            return None, tell("unread-date", f"{printed!r} is no date that can be read")
    return None, None


def read_mail_date(printed: str, *, day_first: bool | None = None) -> dt.date | dt.datetime | None:
    """A date as e-mail, RSS or a page print it; without the time where no zone is given."""
    from email.utils import parsedate_to_datetime

    try:
        value = parsedate_to_datetime(printed)
    except (ValueError, TypeError, IndexError, OverflowError):
        return parse_published(printed, day_first=day_first)
    if value.tzinfo is not None:
        return value
    return parse_published(printed, day_first=day_first) or value.date()
