"""Which items of linked statements a link joins, and which it leaves over."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import chain
from typing import NamedTuple

from paired_readouts.alignment._profiles import Profile
from paired_readouts.model import Act, Span

__all__ = ["Side", "read_side", "split_items"]

# An item is joined when at least this share of its informative words is found on the other side.
_JOINED = 0.25


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
        for span, marks in profile.parts:
            hits = len(marks) - sum(map(other.known.isdisjoint, marks))
            if marks and hits < _JOINED * len(marks):
                rest.append(span)
            elif marks:
                joined.append(span)
    if not joined:
        return tuple(rest), ()
    return tuple(joined), tuple(rest)
