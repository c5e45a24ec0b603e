"""Sheets for coders, and what their coding makes of an estimate."""

from __future__ import annotations

import csv
import hashlib
import heapq
import io
import math
from collections.abc import Iterable, Iterator, Sequence
from typing import Literal

import attrs

from paired_readouts.errors import ConversationError, ExchangeError
from paired_readouts.evaluation.figures import Ratio
from paired_readouts.model import Comparison, Side

__all__ = ["Estimate", "ReviewRow", "estimate_corrected", "load_review", "sample_for_review"]

#: Signs that make a spreadsheet take a cell for a formula; an apostrophe before them prevents it.
_FORMULA = ("=", "+", "-", "@", "'", "\t", "\r")
_NOBODY = "nobody"
_Z = 1.959964


@attrs.frozen(kw_only=True)
class ReviewRow:
    """One statement on a coding sheet: what was found, and what a coder says. "" is not coded."""

    #: The id of the version that has the statement.
    version: str
    #: The id of the version that it is compared with.
    other: str
    #: Whose account it is.
    party: str
    #: Whose account it is compared with.
    other_party: str
    #: The first code point in the version's text.
    start: int
    #: One past the last.
    end: int
    #: The statement's words.
    text: str
    #: Names of the speakers as found, joined with "; "; "nobody" for none.
    found_speakers: str
    #: The act as found.
    found_act: str
    #: Whether a counterpart was found: yes or no.
    found_linked: str
    #: The words of the counterparts found, joined with " | ".
    counterparts: str
    #: The coder's speakers, written in the same way.
    speakers: str = ""
    #: The coder's act.
    act: str = ""
    #: Whether the other text has a counterpart, by the coder: yes or no.
    linked: str = ""
    #: Whatever the coder wants to add.
    note: str = ""


@attrs.frozen(kw_only=True)
class Estimate:
    """A share over all statements, corrected by a coded sample."""

    #: The corrected share, 0 to 1.
    value: float
    #: The lower end of its 95 % interval.
    low: float
    #: The upper end of its 95 % interval.
    high: float
    #: How many coded rows it rests on.
    coded: int


_COLUMNS = tuple(field.name for field in attrs.fields(ReviewRow))


def sample_for_review(comparisons: Iterable[Comparison], *, n: int, seed: int) -> str:
    """A coding sheet (CSV) with `n` statements of `comparisons`, or all where there are fewer.

    Each statement has the same chance; the same `seed` draws the same ones on every machine and
    in every order of `comparisons`. Coders fill in the columns `speakers`, `act` and `linked`.

    Raises ConversationError for `n` below 1.
    """
    if n < 1:
        raise ConversationError("n", f"expected a whole number from 1 on, got {n}")
    rows = (row for comparison in comparisons for row in _make_rows(comparison))
    drawn = heapq.nsmallest(n, rows, key=lambda row: _draw(row, seed))
    sheet = io.StringIO(newline="")
    writer = csv.writer(sheet, lineterminator="\r\n")
    writer.writerow(_COLUMNS)
    for row in drawn:
        writer.writerow(_guard(str(getattr(row, name))) for name in _COLUMNS)
    return sheet.getvalue()


def _draw(row: ReviewRow, seed: int) -> tuple[str, str, str, int]:
    name = f"{seed} {row.version} {row.other} {row.start}"
    return hashlib.sha256(name.encode()).hexdigest(), row.version, row.other, row.start


def _make_rows(comparison: Comparison) -> Iterator[ReviewRow]:
    for side in Side:
        version, other = comparison.left, comparison.right
        if side is Side.RIGHT:
            version, other = other, version
        for index, statement in enumerate(version.statements):
            counterparts = sorted(
                {
                    place
                    for link in comparison.alignment.links
                    if index in getattr(link, side)
                    for place in getattr(link, side.other)
                }
            )
            yield ReviewRow(
                version=version.id,
                other=other.id,
                party=version.party,
                other_party=other.party,
                start=statement.span.start,
                end=statement.span.end,
                text=statement.text,
                found_speakers="; ".join(p.name for p in statement.speakers) or _NOBODY,
                found_act=statement.act.value,
                found_linked="yes" if counterparts else "no",
                counterparts=" | ".join(other.statements[i].text for i in counterparts),
            )


def _guard(cell: str) -> str:
    return "'" + cell if cell.startswith(_FORMULA) else cell


def _unguard(cell: str) -> str:
    return cell[1:] if cell.startswith("'") and cell[1:].startswith(_FORMULA) else cell


def load_review(sheet: str) -> tuple[ReviewRow, ...]:
    """The rows of a coding sheet, as `sample_for_review` wrote it and coders filled it in.

    Raises ExchangeError, with row and column, for what does not fit.
    """
    reader = csv.DictReader(io.StringIO(sheet.removeprefix("\ufeff"), newline=""), strict=True)
    rows = []
    try:
        names = tuple(reader.fieldnames or ())
        if set(_COLUMNS) - set(names):
            absent = ", ".join(name for name in _COLUMNS if name not in names)
            raise ExchangeError("row 1", f"no column {absent}", "keep the sheet's first row")
        for number, cells in enumerate(reader, start=2):
            rows.append(_read_row(cells, f"row {number}"))
    except csv.Error as error:
        raise ExchangeError(f"line {reader.line_num}", f"is no CSV: {error}") from None
    return tuple(rows)


def _read_row(cells: dict[str, str | None], where: str) -> ReviewRow:
    row = {name: _unguard(cells.get(name) or "") for name in _COLUMNS}
    for name in ("start", "end"):
        if not row[name].isdecimal():
            raise ExchangeError(f"{where}, {name}", f"expected a whole number, got {row[name]!r}")
    for name in ("found_linked", "linked"):
        row[name] = row[name].strip().lower()
        if row[name] not in {"yes", "no", ""}:
            raise ExchangeError(f"{where}, {name}", f"expected yes or no, got {row[name]!r:.40}")
    start, end = int(row.pop("start")), int(row.pop("end"))
    return ReviewRow(start=start, end=end, **row)


def estimate_corrected(
    share: Ratio,
    rows: Sequence[ReviewRow],
    *,
    value: str = "yes",
    field: Literal["linked", "act"] = "linked",
) -> Estimate:
    """The share of statements with `value` in `field`, corrected by the coded ones among `rows`.

    `share` is the uncorrected one over all statements from which `rows` were drawn. Statements
    found to have the value and those found not to have it are two strata; in each, the coders'
    share stands for the whole stratum. The interval is that of a stratified sample (Agresti and
    Coull's in each stratum), and allows for the coders' chance errors only so far as they code.

    Raises ConversationError where a stratum has statements but none of them is coded.
    """
    if share.n < 1:
        raise ConversationError("share", "counts nothing")
    coded = [row for row in rows if getattr(row, field)]
    middle = variance = 0.0
    for found, weight in ((True, share.k / share.n), (False, 1 - share.k / share.n)):
        stratum = [row for row in coded if (getattr(row, f"found_{field}") == value) is found]
        if not weight:
            continue
        if not stratum:
            told = "have" if found else "do not have"
            raise ConversationError(
                "rows", f"none is coded of those found to {told} {value!r}", "code more rows"
            )
        hits = sum(getattr(row, field) == value for row in stratum)
        middle += weight * hits / len(stratum)
        near = (hits + 2) / (len(stratum) + 4)
        variance += weight * weight * near * (1 - near) / (len(stratum) + 4)
    half = _Z * math.sqrt(variance)
    return Estimate(
        value=round(middle, 6),
        low=round(max(0.0, middle - half), 6),
        high=round(min(1.0, middle + half), 6),
        coded=len(coded),
    )
