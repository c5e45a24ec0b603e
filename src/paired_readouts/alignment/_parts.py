"""The parts of a statement, and what the words of each stand for."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from typing import NamedTuple, TypeAlias

from paired_readouts._text import Tokens
from paired_readouts.model import Span, Statement

__all__ = ["Mark", "Part", "find_parts"]

_BREAKS = frozenset({",", ";", "and"})

#: An informative token: its number, and all that it stands for (stem, synonyms, concepts).
Mark: TypeAlias = tuple[int, tuple[str, ...]]


class Part(NamedTuple):
    """A part of a statement."""

    #: Where it stands.
    span: Span
    #: What each informative word of it stands for.
    told: tuple[tuple[str, ...], ...]


def find_parts(statement: Statement, tokens: Tokens, marks: Sequence[Mark]) -> tuple[Part, ...]:
    """The statement's items, as extraction gave them; else its parts between commas and "and"."""
    starts = tokens.starts
    places, told = [i for i, _ in marks], [keys for _, keys in marks]
    if statement.items:
        bounds = [
            (bisect_left(starts, item.start), bisect_left(starts, item.end))
            for item in statement.items
        ]
        spans = statement.items
    else:
        first = bisect_left(starts, statement.verb.end) if statement.verb else 0
        bounds = _cut(tokens.lower, first, places)
        spans = tuple([tokens.span(low, past - 1) for low, past in bounds])
    return tuple(
        Part(span, tuple(told[bisect_left(places, low) : bisect_left(places, past)]))
        for span, (low, past) in zip(spans, bounds, strict=True)
    )


def _cut(lower: list[str], first: int, places: list[int]) -> list[tuple[int, int]]:
    """The stretches from token `first` on between breaks that hold any of `places`."""
    bounds: list[tuple[int, int]] = []
    low = first
    for i in [*(i for i in range(first, len(lower)) if lower[i] in _BREAKS), len(lower)]:
        if bisect_left(places, low) < bisect_left(places, i):
            bounds.append((low, i))
            low = i + 1
        elif low == i:
            low = i + 1
    return bounds
