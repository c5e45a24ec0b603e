"""The ledger of undertakings: who undertakes what, and which account says so."""

from __future__ import annotations

from collections.abc import Iterator

from paired_readouts.divergence._accounts import Account, Pair
from paired_readouts.divergence._linked import Linked
from paired_readouts.model import (
    Act,
    Firmness,
    LedgerEntry,
    LedgerStatus,
    Relation,
    Side,
    Statement,
    Undertaking,
)

__all__ = ["undertakings"]


def undertakings(pair: Pair, links: tuple[Linked, ...]) -> tuple[LedgerEntry, ...]:
    """One entry an undertaking, those of the left account first, each in the order of its text.

    An undertaking that the other account tells from its other end (thanks for what was promised)
    is in both. Whose it is follows from the text that carries it, whatever the act.
    """
    entries = list(_carried(pair, links, Side.LEFT, set()))
    joined = {i for entry in entries for i in entry.right}
    entries += _carried(pair, links, Side.RIGHT, joined)
    return tuple(entries)


def _carried(
    pair: Pair, links: tuple[Linked, ...], side: Side, done: set[int]
) -> Iterator[LedgerEntry]:
    account = pair.account(side)
    for index, statement in enumerate(account.statements):
        if statement.undertaking is None or index in done:
            continue
        here = [x for x in links if index in x.indexes(side)]
        yield _entry(pair, side, index, statement.undertaking, here)


def _counterpart(
    other: Account, links: list[Linked], undertaking: Undertaking, side: Side
) -> tuple[int, Undertaking] | None:
    """The other side's undertaking of the same matter and persons, if any."""
    for linked in links:
        for j in linked.indexes(side.other):
            theirs = other.statements[j].undertaking
            if theirs is not None and (
                not theirs.by or not undertaking.by or set(theirs.by) & set(undertaking.by)
            ):
                return j, theirs
    return None


def _entry(
    pair: Pair, side: Side, index: int, undertaking: Undertaking, links: list[Linked]
) -> LedgerEntry:
    account, other = pair.account(side), pair.account(side.other)
    match = _counterpart(other, links, undertaking, side)
    answering = [
        j
        for x in links
        for j in x.indexes(side.other)
        if other.statements[j].act in (Act.PRAISE, Act.AGREE)
    ]
    theirs = (match[0],) if match else tuple(sorted(set(answering)))
    firmness = {side: undertaking.firmness, side.other: match[1].firmness if match else None}
    places = {side: (index,), side.other: theirs}
    text = account.version.text
    condition = undertaking.condition
    return LedgerEntry(
        by=undertaking.by or (match[1].by if match else ()),
        what=" ".join(undertaking.what.cut(text).split()) or account.statements[index].text,
        condition=" ".join(condition.cut(text).split()) if condition is not None else "",
        left_firmness=firmness[Side.LEFT],
        right_firmness=firmness[Side.RIGHT],
        left=places[Side.LEFT],
        right=places[Side.RIGHT],
        status=_status(side, links, undertaking, match, [other.statements[j] for j in theirs]),
    )


def _status(
    side: Side,
    links: list[Linked],
    undertaking: Undertaking,
    match: tuple[int, Undertaking] | None,
    theirs: list[Statement],
) -> LedgerStatus:
    if any(x.link.relation is Relation.CONFLICT for x in links) or any(s.negated for s in theirs):
        return LedgerStatus.DENIED
    if match is not None:
        refused = [u.firmness is Firmness.WILL_NOT for u in (undertaking, match[1])]
        return LedgerStatus.CONFLICTING if refused[0] != refused[1] else LedgerStatus.BOTH
    if theirs:
        return LedgerStatus.BOTH
    return LedgerStatus.LEFT_ONLY if side is Side.LEFT else LedgerStatus.RIGHT_ONLY
