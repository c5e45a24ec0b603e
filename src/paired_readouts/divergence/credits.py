"""The register of credited words: what each account gives to the other side's principal."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from typing import TypeAlias

import attrs
from attrs import field

from paired_readouts.divergence._accounts import Account, Pair
from paired_readouts.divergence._linked import Linked, read_links
from paired_readouts.divergence._names import names_of
from paired_readouts.divergence._quoting import line, quote, side_slots
from paired_readouts.divergence._reading import read_pair
from paired_readouts.divergence.sentences import fill
from paired_readouts.lexicon import Lexicon, default_lexicon
from paired_readouts.model import (
    Comparison,
    CreditedLine,
    CreditStatus,
    Participant,
    Relation,
    Side,
    Span,
)
from paired_readouts.model._by_fields import by_fields

__all__ = ["CreditRecord", "confirm_credits", "credited_words"]

# The statement that gives a line, to whom, and its place.
_Credit: TypeAlias = tuple[int, tuple[Participant, ...], Span]

_CONFIRMED = (CreditStatus.IN_BOTH, CreditStatus.IN_OTHER_TERMS)


@by_fields
@attrs.frozen(kw_only=True, eq=False, repr=False)
class CreditRecord:
    """How many of the lines that one office credits to another party that party's texts have."""

    #: The party whose account gives the lines.
    party: str
    #: The office that issued it; "" where not told.
    issuer: str
    #: The party that the lines are credited to.
    credited: str
    #: The year in which the accounts were published; None where no date is known.
    year: int | None
    #: The lines credited.
    lines: int
    #: Those that the credited party's text has, in the same or in other terms.
    confirmed: int
    #: Those that it contradicts.
    contradicted: int
    #: Those that a text of unknown or partial completeness does not have: neither yes nor no.
    open: int
    #: confirmed / (lines − open); None where every line is open.
    share: float | None = field(default=None)


def credited_words(
    comparison: Comparison, *, lexicon: Lexicon | None = None
) -> tuple[CreditedLine, ...]:
    """Every line that one account gives to the other side's principal, the left account's first.

    Lines in another's reported content count too ("welcomed the comment of the President of …").
    A line that the other's text does not have was not shown not to have been said.
    """
    words = default_lexicon() if lexicon is None else lexicon
    pair = read_pair(comparison.alignment, words)
    links = read_links(pair)
    return tuple(
        _credited(pair, links, account, credit)
        for account in (pair.left, pair.right)
        for credit in _lines(account)
    )


def _lines(account: Account) -> list[_Credit]:
    found: list[_Credit] = []
    for index, statement in enumerate(account.statements):
        if account.standing(index) == "credited":
            found.append((index, statement.speakers, statement.span))
            continue
        found.extend(
            (index, embedded.speakers, embedded.span)
            for embedded in statement.embedded
            if embedded.speakers
            and all(account.facing and p.party == account.facing for p in embedded.speakers)
        )
    return found


def _credited(
    pair: Pair, links: tuple[Linked, ...], account: Account, credit: _Credit
) -> CreditedLine:
    other = pair.account(account.side.other)
    index, speakers, span = credit
    here = [x for x in links if index in x.indexes(account.side) and not x.weak]
    counterparts = tuple(sorted({j for x in here for j in x.indexes(account.side.other)}))
    status = _status(here, other)
    who, said = names_of(speakers, pair.lexicon), quote(span.cut(account.version.text), account)
    whole = span == account.statements[index].span
    slots = side_slots(account, other) | {
        "line": line(account, index) if whole else f"{who}: {said}",
        "other_line": line(other, counterparts[0]) if counterparts else "",
    }
    form = {
        CreditStatus.IN_BOTH: "in-both",
        CreditStatus.IN_OTHER_TERMS: "in-other-terms",
        CreditStatus.CONTRADICTED: "contradicted",
    }.get(status, "absent")
    return CreditedLine(
        side=account.side,
        speakers=speakers,
        statement=index,
        quotation=span.cut(account.version.text),
        status=status,
        counterparts=counterparts,
        sentence=fill(pair.lexicon, "credited-line", form, slots),
    )


def _status(links: list[Linked], other: Account) -> CreditStatus:
    relations = {x.link.relation for x in links}
    if Relation.CONFLICT in relations:
        return CreditStatus.CONTRADICTED
    if Relation.SAME in relations:
        return CreditStatus.IN_BOTH
    if relations:
        return CreditStatus.IN_OTHER_TERMS
    return CreditStatus.NOT_IN_EXCERPT if other.state == "excerpt" else CreditStatus.NOT_MENTIONED


def confirm_credits(
    comparisons: Iterable[Comparison], *, lexicon: Lexicon | None = None
) -> tuple[CreditRecord, ...]:
    """Over an archive: what share of the lines that an office credits to a party its texts have.

    One record an office, credited party and year, sorted. A line that is missing from a text which
    is not known to be full is `open` and counts on neither side of the share.
    """
    counts: dict[tuple[str, str, str, int | None], list[int]] = defaultdict(lambda: [0, 0, 0, 0])
    for comparison in comparisons:
        for one in credited_words(comparison, lexicon=lexicon):
            left = one.side is Side.LEFT
            giving = comparison.left if left else comparison.right
            credited = comparison.right if left else comparison.left
            year = giving.published.year if giving.published else None
            row = counts[giving.party, giving.issuer, credited.party, year]
            row[0] += 1
            row[1] += one.status in _CONFIRMED
            row[2] += one.status is CreditStatus.CONTRADICTED
            absent = one.status in (CreditStatus.NOT_IN_EXCERPT, CreditStatus.NOT_MENTIONED)
            row[3] += absent and credited.completeness.level.value != "full"
    ordered = sorted(counts.items(), key=lambda row: (*row[0][:3], row[0][3] or 0))
    return tuple(_record(key, row) for key, row in ordered)


def _record(key: tuple[str, str, str, int | None], row: list[int]) -> CreditRecord:
    party, issuer, credited, year = key
    lines, confirmed, contradicted, still_open = row
    decided = lines - still_open
    return CreditRecord(
        party=party,
        issuer=issuer,
        credited=credited,
        year=year,
        lines=lines,
        confirmed=confirmed,
        contradicted=contradicted,
        open=still_open,
        share=round(confirmed / decided, 6) if decided else None,
    )
