"""What stands around an account, and what it tells: date, party, office."""

from __future__ import annotations

import datetime as dt

import attrs

from paired_readouts._dates import read_published
from paired_readouts._furniture import furniture
from paired_readouts._layout import Block
from paired_readouts._text import fold
from paired_readouts.lexicon import Lexicon
from paired_readouts.model import VersionWarning
from paired_readouts.model._by_fields import by_fields
from paired_readouts.parsing._cleaning import clean_line
from paired_readouts.parsing._draft import Draft, tell
from paired_readouts.parsing._parties import find_parties
from paired_readouts.parsing.profiles import Profile

__all__ = ["Heads"]


@by_fields
@attrs.frozen(kw_only=True, eq=False, repr=False)
class Heads:
    """What stands around the account: letterhead, dateline, attribution."""

    text: str
    found: list[Block]
    profile: Profile | None
    words: Lexicon
    #: Doubts are added here.
    warnings: list[VersionWarning]

    def _lines(self, *rules: str) -> list[str]:
        return [block.span.cut(self.text) for block in self.found if block.rule in rules]

    def date(self, printed: str) -> dt.date | dt.datetime | None:
        """The date of publication: as the format prints it, else in a line that is a date."""
        lines = [printed] if printed else self._lines("dateline", "letterhead", "byline")
        values = [value for line in lines if (value := self._read_date(line))]
        days = sorted({value.isoformat()[:10] for value in values})
        if len(days) > 1:
            note = f"{', '.join(days)}; the first in the text is taken"
            self.warnings.append(tell("several-dates", note))
        return values[0] if values else None

    def _read_date(self, line: str) -> dt.date | dt.datetime | None:
        day_first = self.profile.day_first if self.profile else None
        shape = furniture(self.words).date.search(line[:160])
        for piece in (line.strip(), shape.group().strip(" .,") if shape else ""):
            reading = read_published(piece, day_first=day_first)
            if reading.doubt == "day or month":
                self.warnings.append(tell("ambiguous-date", f"{piece!r}: which is the day?"))
                return None
            if reading.doubt == "no such date":
                self.warnings.append(tell("unread-date", f"{piece!r} is no day of the calendar"))
                return None
            if reading.value:
                return reading.value
        return None

    def who(self, draft: Draft) -> tuple[str, str]:
        """Party and office: as the format says, by the publisher, by letterhead and the like."""
        heads = self._lines("letterhead", "byline", "attribution")
        if _office(draft.byline, self.words):  # else it names a person
            heads.insert(0, draft.byline)
        party = draft.party or (self.profile.party if self.profile else "")
        if not party:
            known = find_parties(self.words)
            codes = list(dict.fromkeys(code for head in heads for code in known.codes(head)))
            if len(codes) == 1:
                party = codes[0]
            elif codes:
                named = ", ".join(codes)
                self.warnings.append(tell("several-parties", f"the letterhead names {named}"))
        issuer = draft.issuer or (self.profile.office if self.profile else "")
        if not issuer:
            signed = [draft.byline, *self._lines("letterhead", "byline")]
            issuer = next((o for head in signed if (o := _office(head, self.words))), "")
        return party, issuer


def _office(line: str, words: Lexicon) -> str:
    offices = {fold(word) for word in words.entry("introductions", "office").list()}
    line = clean_line(line).strip(" -–—*#:")
    inside = {fold(word.strip(",.:")) for word in line.split()}
    short = len(line) < 120 and not line.endswith((".", ":"))
    return line if short and inside & offices and not any(c.isdigit() for c in line) else ""
