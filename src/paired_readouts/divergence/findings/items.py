"""Items of a shared matter that one account gives and the other does not."""

from __future__ import annotations

from collections.abc import Iterator

from paired_readouts.divergence._accounts import SIDES, Account, Pair
from paired_readouts.divergence._found import Found, evidence, make_found
from paired_readouts.divergence._linked import Linked, Reading
from paired_readouts.divergence._names import join_words
from paired_readouts.divergence._quoting import quote, side_slots
from paired_readouts.divergence._segments import show_added
from paired_readouts.model import (
    Act,
    Difference,
    FindingCode,
    MentionKind,
    Severity,
    Side,
    Span,
)

__all__ = ["find_added_items"]

# The words that a sentence has room for of each item, and of one alone.
_ITEM = 14
_ONE_ITEM = 26
# What a courtesy tells at most, in bits.
_LITTLE = 24.0


def find_added_items(reading: Reading) -> Iterator[Found]:
    """Items of a shared matter that one side gives and the other does not, one finding a matter."""
    for group in reading.joined():
        links = tuple(one for one in group if one.shows(Difference.DETAIL) or one.drops)
        if links:
            yield from _added_items(reading.pair, links)


def _added_items(pair: Pair, links: tuple[Linked, ...]) -> Iterator[Found]:
    added = {side: _left_over(links, side) for side in SIDES}
    sides = [side for side in SIDES if added[side]]
    if not sides:
        return
    places = {side: tuple(sorted({i for x in links for i in x.indexes(side)})) for side in SIDES}
    binding = any(_is_binding(pair.account(s), places[s], added[s]) for s in sides)
    light = any(all(_is_light(pair.account(s), i) for i in places[s]) for s in SIDES)
    closest = max(links, key=lambda one: (one.shared.overlap, one.link.score, one.matter))
    shown = {s: show_added(pair.account(s), added[s], closest.shared) for s in sides}
    told = {f"{side.value}_added": _told_items(pair.account(side), shown[side]) for side in sides}
    account = pair.account(sides[0])
    if len(sides) == 1:
        told = {"added": told.popitem()[1]}
        told |= side_slots(account, pair.account(sides[0].other))
    yield make_found(
        pair,
        FindingCode.ONE_SIDED,
        Severity.MINOR if light else Severity.SUBSTANTIVE if binding else Severity.DEGREE,
        left=places[Side.LEFT],
        right=places[Side.RIGHT],
        shows=tuple(
            one for side in sides for one in evidence(pair.account(side), shown[side], "only here")
        ),
        links=tuple(one.position for one in links),
        signs=max((one.signs for one in links), key=lambda s: (s["score"], s["overlap"])),
        extra=closest.caveats,
        also=told,
        form="items" if len(sides) == 1 else "both-items",
        matter=closest.matter,
    )


def _left_over(links: tuple[Linked, ...], side: Side) -> tuple[Span, ...]:
    """What every link of a statement leaves over."""
    spans = {span for one in links for span in one.shared.added(side)}
    held: list[Span] = []
    for span in sorted(spans):
        joining = [
            one
            for one in links
            if any(span in statement.span for statement in one.statements(side))
        ]
        if all(span in one.shared.added(side) and _counts(one, side, span) for one in joining):
            held.append(span)
    return tuple(held)


def _counts(linked: Linked, side: Side, span: Span) -> bool:
    """Whether an item is told: of thanks for what the other gives, only its figures are."""
    if not (linked.two_ends and Act.PRAISE in linked.acts(side)):
        return True
    quantities = (
        mention.span
        for statement in linked.statements(side)
        for mention in statement.mentions
        if mention.kind is MentionKind.QUANTITY
    )
    return any(place in span for place in quantities)


def _told_items(account: Account, spans: tuple[Span, ...]) -> str:
    longest = _ONE_ITEM if len(spans) == 1 else _ITEM
    words = [quote(span.cut(account.version.text), account, longest) for span in spans[:4]]
    return join_words(words, account.lexicon)


def _is_light(account: Account, index: int) -> bool:
    """Whether a statement is one of greeting or staying in touch, and tells little else."""
    return account.is_light(index) and account.weights[index] < _LITTLE


def _is_binding(account: Account, indexes: tuple[int, ...], added: tuple[Span, ...]) -> bool:
    """Whether an item of a list that is agreed or undertaken is among what is added."""
    return any(
        span in account.statements[i].items
        for i in indexes
        if account.statements[i].act in (Act.AGREE, Act.COMMIT)
        for span in added
    )
