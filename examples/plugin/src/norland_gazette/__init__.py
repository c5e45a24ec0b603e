"""Reads the Norland Gazette, which an invented government prints: a head line, then paragraphs.

GAZETTE No. 34 | 2031-05-12 | Office of the President | Call with President Velin
"""

from __future__ import annotations

import datetime as dt

import paired_readouts as pr

__all__ = ["GazetteParser"]


class GazetteParser:
    """Reads one number of the Gazette."""

    name = "norland-gazette"

    def accepts(self, source: pr.Source) -> bool:
        """By content: names and media types are often wrong."""
        return source.readable.startswith("GAZETTE No. ")

    def parse(self, source: pr.Source) -> tuple[pr.Version, ...]:
        """The one release of the number."""
        head, _, body = source.text.partition("\n")
        fields = [field.strip() for field in head.split("|")]
        if len(fields) != 4:
            raise pr.ParseError(
                f"{source.where}: line 1",
                f"has {len(fields)} fields, not 4",
                "write: GAZETTE No. | date | office | title",
            )
        text = "\n\n".join(" ".join(part.split()) for part in body.split("\n\n") if part.strip())
        if not text:
            raise pr.ParseError(source.where, "has a head and no text", "give the whole number")
        published, warnings = read_date(fields[1])
        version = pr.Version(
            text=text,
            party="NRL",
            issuer=fields[2],
            title=" ".join(fields[3].split()),
            published=published,
            url=source.url,
            parser=self.name,
            warnings=warnings,
        )
        return (version,)


def read_date(printed: str) -> tuple[dt.date | None, tuple[pr.VersionWarning, ...]]:
    """The date, or a warning in its place: doubt is data."""
    try:
        return dt.date.fromisoformat(printed), ()
    except ValueError:
        note = f"{printed!r} is no date"
        return None, (pr.VersionWarning(code="no-date", text=note),)
