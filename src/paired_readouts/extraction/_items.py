"""The items of a statement's content: its coordinated objects and modifiers."""

from __future__ import annotations

from collections.abc import Iterator

from paired_readouts.extraction._content import ContentTables
from paired_readouts.extraction._cues import Cues

__all__ = ["find_items"]

_JOINTS = frozenset({",", ";", "and"})
# So many words after "between" its "and" is looked for.
_REACH = 12
# "between our countries" is complete without an "and".
_PLURAL = frozenset({"two", "our", "their", "both", "countries", "nations", "sides", "parties"})


def find_items(
    lower: list[str], cues: Cues, known: ContentTables, first: int, end: int
) -> list[tuple[int, int]]:
    """The items between two tokens, as ranges; one, the whole, where nothing is coordinated.

    A clause is one item, and so is a pair that the lexicon lists as one thing.
    """
    if first > 0 and lower[first - 1] == "that":
        return [(first, end)]
    kept: set[int] = set()
    for low, past, _ in cues.find(known.pairs, first, end):
        kept.update(range(low, past))
    kept.update(_between(lower, first, end))
    cuts = [first]
    at = first
    while at < end:
        word = lower[at]
        width = 3 if word == "as" and lower[at + 1 : at + 3] == ["well", "as"] else 1
        if (word not in _JOINTS and width == 1) or at in kept:
            at += 1
            continue
        begin = at + width
        if begin < end and lower[begin] == "and":
            begin += 1
        if begin < end and lower[begin] not in known.keepers and begin - cuts[-1] > 1:
            cuts.append(begin)
        at = begin
    items = []
    for low, high in zip(cuts, [*cuts[1:], end], strict=True):
        stop = high
        while stop > low and lower[stop - 1] in {",", ";", "and", "as", "well"}:
            stop -= 1
        if stop > low:
            items.append((low, stop))
    return items


def _between(lower: list[str], first: int, end: int) -> Iterator[int]:
    """The "and" of each "between X and Y", which joins no items."""
    for at, word in enumerate(lower[first:end], first):
        if word != "between":
            continue
        for near in range(at + 1, min(end, at + _REACH)):
            if lower[near] in _PLURAL or lower[near] in {",", ";"}:
                break
            if lower[near] == "and":
                yield near
                break
