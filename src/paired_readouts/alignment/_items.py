"""Which items of linked statements a link joins, and which it leaves over."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from itertools import chain
from typing import NamedTuple

from paired_readouts.alignment._profiles import Profile
from paired_readouts.model import Act, Span, Statement

__all__ = ["Side", "find_items", "marks_in", "read_side", "split_items"]

# An item is joined when at least this share of its informative words is found on the other side.
_JOINED = 0.25
_BREAKS = frozenset({",", ";", "and"})


class Side(NamedTuple):
    """One side of a link: its statements, and which of their words the other side has."""

    profiles: tuple[Profile, ...]
    #: All that its informative words stand for.
    known: frozenset[str]
    #: The names of those who act.
    people: frozenset[str]
    #: What they do.
    acts: frozenset[Act]


def read_side(profiles: Sequence[Profile]) -> Side:
    """The side of a link that these statements make."""
    return Side(
        profiles=tuple(profiles),
        known=frozenset(chain.from_iterable([keys for p in profiles for _, keys in p.marks])),
        people=frozenset(chain.from_iterable([p.speakers for p in profiles])),
        acts=frozenset([p.act for p in profiles]),
    )


def split_items(side: Side, other: Side) -> tuple[tuple[Span, ...], tuple[Span, ...]]:
    """The items of `side` that the other side's words answer, and those that it leaves over.

    Where nothing is answered by words, the link joins the statements as wholes.
    """
    joined: list[Span] = []
    rest: list[Span] = []
    for profile in side.profiles:
        for span in find_items(profile):
            marks = marks_in(profile, span)
            hits = len(marks) - sum(map(other.known.isdisjoint, marks))
            if marks and hits < _JOINED * len(marks):
                rest.append(span)
            elif marks:
                joined.append(span)
    if not joined:
        return tuple(rest), ()
    return tuple(joined), tuple(rest)


def find_items(profile: Profile) -> tuple[Span, ...]:
    """The statement's items, as extraction gave them; else its parts between commas and "and"."""
    statement = profile.statement
    return statement.items or _cut(profile, statement)


def _cut(profile: Profile, statement: Statement) -> tuple[Span, ...]:
    tokens = profile.tokens
    first = bisect_left(tokens.starts, statement.verb.end) if statement.verb else 0
    spans: list[Span] = []
    low = first
    for i in range(first, len(tokens) + 1):
        if i == len(tokens) or tokens.lower[i] in _BREAKS:
            if any(low <= k < i for k, _ in profile.marks):
                spans.append(tokens.span(low, i - 1))
                low = i + 1
            elif low == i:
                low = i + 1
    return tuple(spans)


def marks_in(profile: Profile, span: Span) -> list[tuple[str, ...]]:
    """What each informative word of a part of the statement stands for."""
    starts = profile.tokens.starts
    low, high = bisect_left(starts, span.start), bisect_left(starts, span.end)
    return [keys for i, keys in profile.marks if low <= i < high]
