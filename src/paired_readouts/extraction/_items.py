"""The items of a statement's content: its coordinated objects and modifiers."""

from __future__ import annotations

from collections.abc import Iterator

from paired_readouts._text import places
from paired_readouts.extraction._content import ContentTables
from paired_readouts.extraction._cues import Cues

__all__ = ["find_items"]

# What may stand between two items; of "as" only "as well as".
_JOINTS = frozenset({",", ";", "and", "as"})
_EDGES = _JOINTS | {"well"}
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
    joints = [first + at for at in places(lower[first:end], _JOINTS)]
    if not joints:
        return [(first, end)]
    cuts = _cut(lower, cues, known, joints, (first, end))
    items = []
    for low, high in zip(cuts, [*cuts[1:], end], strict=True):
        stop = high
        while stop > low and lower[stop - 1] in _EDGES:
            stop -= 1
        if stop > low:
            items.append((low, stop))
    return items


def _cut(
    lower: list[str], cues: Cues, known: ContentTables, joints: list[int], part: tuple[int, int]
) -> list[int]:
    """Where the items begin that the words at `joints` part."""
    first, end = part
    kept: set[int] = set()
    for low, past, _ in cues.find(known.pairs, first, end):
        kept.update(range(low, past))
    kept.update(_between(lower, first, end))
    cuts = [first]
    begin = first
    for at in joints:
        if at < begin or at in kept:
            continue
        begin = at + 1
        if lower[at] == "as":
            if lower[at + 1 : at + 3] != ["well", "as"]:
                continue
            begin = at + 3
        if begin < end and lower[begin] == "and":
            begin += 1
        if begin < end and lower[begin] not in known.keepers and begin - cuts[-1] > 1:
            cuts.append(begin)
    return cuts


def _between(lower: list[str], first: int, end: int) -> Iterator[int]:
    """The "and" of each "between X and Y", which joins no items."""
    at = first - 1
    for _ in range(lower[first:end].count("between")):
        at = lower.index("between", at + 1)
        for near in range(at + 1, min(end, at + _REACH)):
            if lower[near] in _PLURAL or lower[near] in {",", ";"}:
                break
            if lower[near] == "and":
                yield near
                break
