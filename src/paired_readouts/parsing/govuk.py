"""The JSON of the GOV.UK content API, schema `news_article` and its like."""

from __future__ import annotations

import datetime as dt
from typing import Any, ClassVar

import attrs
from attrs import field

from paired_readouts._dates import parse_published
from paired_readouts.errors import ParseError
from paired_readouts.model import (
    Completeness,
    CompletenessLevel,
    Genre,
    Revision,
    Version,
    VersionWarning,
)
from paired_readouts.model._by_fields import by_fields
from paired_readouts.parsing._cleaning import clean_line
from paired_readouts.parsing._draft import Draft, tell
from paired_readouts.parsing._fragment import draft_markup
from paired_readouts.parsing._json import list_of, looks_like, parse_object, text_at
from paired_readouts.parsing._markup import read_page, text_of
from paired_readouts.parsing._release import build_version
from paired_readouts.parsing._settings import ParserSettings
from paired_readouts.parsing.source import Source

__all__ = ["GovUkParser"]


@by_fields
@attrs.frozen(eq=False, repr=False)
class GovUkParser:
    """Reads one content item, with its history of changes; withdrawn items are told as such."""

    #: The name in `Version.parser`.
    name: ClassVar[str] = "gov.uk"
    #: Words, publishers and bounds.
    settings: ParserSettings = field(factory=ParserSettings, kw_only=True)

    def accepts(self, source: Source) -> bool:
        """Whether it is a JSON object with the keys of a content item."""
        return looks_like(source, "content_id", "schema_name", "details")

    def parse(self, source: Source) -> tuple[Version, ...]:
        """The one version."""
        item = parse_object(source, depth=self.settings.limits.depth)
        body = text_at(item, "details", "body") or next(
            (
                text_at(form, "content")
                for form in list_of(item, "details", "body")
                if text_at(form, "content_type") == "text/html"
            ),
            "",
        )
        if not body.strip():
            kind = text_at(item, "schema_name") or "unknown"
            raise ParseError(
                f"{source.where}: details.body", f"is empty (schema {kind})", "give a news item"
            )
        path = text_at(item, "base_path")
        office = [text_at(o, "title") for o in list_of(item, "links", "organisations")]
        speech = text_at(item, "document_type") in {"speech", "transcript", "oral_statement"}
        published = _stamp(item, "first_published_at") or _stamp(item, "public_updated_at")
        draft = Draft(
            text="",
            title=clean_line(text_at(item, "title")),
            party="GB",
            issuer=clean_line(office[0]) if office else "",
            published=published,
            language=text_at(item, "locale")[:2],
            url=source.url or (f"https://www.gov.uk{path}" if path.startswith("/") else ""),
            genre=Genre.TRANSCRIPT if speech else None,
            completeness=Completeness(
                level=CompletenessLevel.FULL, evidence="details.body of the content item"
            ),
            revisions=_revisions(item),
            warnings=(*source.decode().warnings, *self._warnings(item, office, source)),
        )
        draft = draft_markup(draft, body, settings=self.settings, where=source.where)
        return (build_version(draft, parser=self.name, settings=self.settings, where=source.where),)

    def _warnings(
        self, item: dict[str, Any], offices: list[str], source: Source
    ) -> tuple[VersionWarning, ...]:
        found = []
        if len(offices) > 1:
            also = "; ".join(clean_line(office) for office in offices[1:])
            found.append(tell("several-offices", f"also issued by {also}"))
        papers = list_of(item, "details", "attachments") + list_of(item, "links", "documents")
        if papers:
            named = "; ".join(clean_line(text_at(paper, "title")) for paper in papers[:10])
            found.append(tell("attachments", f"not read: {named}"))
        withdrawn = item.get("withdrawn_notice")
        if isinstance(withdrawn, dict) and withdrawn:
            depth = self.settings.limits.depth
            note = read_page(text_at(withdrawn, "explanation"), where=source.where, depth=depth)
            day = text_at(withdrawn, "withdrawn_at")[:10]
            words = clean_line(text_of(note.blocks))
            found.append(tell("withdrawn", f"withdrawn {day}: {words}".strip(": ")))
        return tuple(found)


def _stamp(item: dict[str, Any], name: str) -> dt.date | dt.datetime | None:
    printed = text_at(item, name)
    try:
        stamp = dt.datetime.fromisoformat(printed)
    except ValueError:
        return parse_published(printed) if printed else None
    return stamp if stamp.tzinfo else stamp.date()


def _revisions(item: dict[str, Any]) -> tuple[Revision, ...]:
    found = [
        Revision(
            published=_stamp(entry, "public_timestamp"), note=clean_line(text_at(entry, "note"))
        )
        for entry in list_of(item, "details", "change_history")
    ]
    return tuple(sorted(found, key=lambda r: r.published.isoformat() if r.published else ""))
