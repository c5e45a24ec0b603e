"""The ledger of undertakings: who undertakes what, and which account says so."""

from __future__ import annotations

from paired_readouts.divergence._accounts import SIDES, Account, Pair
from paired_readouts.divergence._linked import Linked
from paired_readouts.model import (
    Act,
    Firmness,
    LedgerEntry,
    LedgerStatus,
    Relation,
    Side,
    Undertaking,
)

__all__ = ["undertakings"]

# From the firmest on.
_STEPS = tuple(Firmness)


def undertakings(pair: Pair, links: tuple[Linked, ...]) -> tuple[LedgerEntry, ...]:
    """One entry an undertaking, those that the left account has first, in the order of the texts.

    An undertaking that the other account tells from its other end (thanks for what was promised)
    is in both. Whose it is follows from the text that carries it, whatever the act.
    """
    return tuple(_entry(pair, links, left, right) for left, right in _joined(pair, links))


def _joined(pair: Pair, links: tuple[Linked, ...]) -> list[tuple[tuple[int, ...], tuple[int, ...]]]:
    """Undertakings of the two sides that links make one: by the same persons, in linked words."""
    carrying = {
        side: [i for i, s in enumerate(pair.account(side).statements) if s.undertaking is not None]
        for side in SIDES
    }
    groups: list[set[tuple[Side, int]]] = [{(side, i)} for side in SIDES for i in carrying[side]]
    for linked in links:
        for i in linked.link.left:
            for j in linked.link.right:
                ours, theirs = (_of(pair.left, i), _of(pair.right, j))
                if ours is None or theirs is None or not _same_persons(ours, theirs):
                    continue
                both = [g for g in groups if (Side.LEFT, i) in g or (Side.RIGHT, j) in g]
                groups = [g for g in groups if g not in both] + [set().union(*both)]
    entries = [
        tuple(tuple(sorted(i for s, i in group if s is side)) for side in SIDES) for group in groups
    ]
    return sorted(((left, right) for left, right in entries), key=lambda e: (not e[0], e[0], e[1]))


def _of(account: Account, index: int) -> Undertaking | None:
    return account.statements[index].undertaking


def _same_persons(one: Undertaking, other: Undertaking) -> bool:
    return not one.by or not other.by or not set(one.by).isdisjoint(other.by)


def _entry(
    pair: Pair, links: tuple[Linked, ...], left: tuple[int, ...], right: tuple[int, ...]
) -> LedgerEntry:
    side = Side.LEFT if left else Side.RIGHT
    account, index = pair.account(side), (left or right)[0]
    undertaking = _of(account, index)
    assert undertaking is not None  # noqa: S101
    here = [x for x in links if not {*x.indexes(side)}.isdisjoint(left or right)]
    places = {Side.LEFT: left, Side.RIGHT: right}
    if not places[side.other]:
        places[side.other] = _answers(pair, here, side.other)
    text = account.version.text
    condition = undertaking.condition
    return LedgerEntry(
        by=tuple(sorted({b for s in SIDES for u in _carried(pair, s, places[s]) for b in u.by})),
        what=" ".join(undertaking.what.cut(text).split()) or account.statements[index].text,
        condition=" ".join(condition.cut(text).split()) if condition is not None else "",
        left_firmness=_firmness(pair, Side.LEFT, left),
        right_firmness=_firmness(pair, Side.RIGHT, right),
        left=places[Side.LEFT],
        right=places[Side.RIGHT],
        status=_status(pair, here, places),
    )


def _carried(pair: Pair, side: Side, indexes: tuple[int, ...]) -> list[Undertaking]:
    found = (_of(pair.account(side), i) for i in indexes)
    return [one for one in found if one is not None]


def _firmness(pair: Pair, side: Side, indexes: tuple[int, ...]) -> Firmness | None:
    """The firmest of them."""
    return min((u.firmness for u in _carried(pair, side, indexes)), key=_STEPS.index, default=None)


def _answers(pair: Pair, links: list[Linked], side: Side) -> tuple[int, ...]:
    """Statements that answer the undertaking: thanks for it, or agreement."""
    statements = pair.account(side).statements
    linked = {j for x in links for j in x.indexes(side)}
    return tuple(sorted(j for j in linked if statements[j].act in (Act.PRAISE, Act.AGREE)))


def _status(pair: Pair, links: list[Linked], places: dict[Side, tuple[int, ...]]) -> LedgerStatus:
    told = [[pair.account(s).statements[i] for i in places[s]] for s in SIDES]
    conflict = any(x.link.relation is Relation.CONFLICT for x in links)
    negated = [any(s.negated for s in side) for side in told]
    if conflict or (all(told) and negated[0] != negated[1]):
        return LedgerStatus.DENIED
    if not all(told):
        return LedgerStatus.LEFT_ONLY if told[0] else LedgerStatus.RIGHT_ONLY
    refused = [
        {u.firmness is Firmness.WILL_NOT for u in _carried(pair, s, places[s])} for s in SIDES
    ]
    apart = all(refused) and refused[0].isdisjoint(refused[1])
    return LedgerStatus.CONFLICTING if apart else LedgerStatus.BOTH
