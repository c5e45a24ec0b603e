"""The order of the shared matters, and whose words an account gives."""

from __future__ import annotations

from bisect import bisect_left, bisect_right, insort
from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import groupby
from math import comb
from operator import itemgetter

from paired_readouts.divergence._accounts import Pair
from paired_readouts.model import Alignment, Share

__all__ = ["kendall_tau", "linked_places", "voice_shares"]

_LEAST_FOR_ORDER = 4


def linked_places(alignment: Alignment) -> list[tuple[int, int, int]]:
    """The first left and right statement of each link, with the link's index, by left place."""
    return sorted((x.left[0], x.right[0], n) for n, x in enumerate(alignment.links))


def kendall_tau(places: Sequence[tuple[int, int, int]]) -> float | None:
    """Kendall's tau-b over the places of the links, by left place.

    None under four, or where all are tied.
    """
    if len(places) < _LEAST_FOR_ORDER:
        return None
    agree, earlier = 0, list[int]()
    for _, group in groupby(places, key=itemgetter(0)):
        rights = [right for _, right, _ in group]
        for right in rights:
            agree += bisect_left(earlier, right) + bisect_right(earlier, right) - len(earlier)
        for right in rights:
            insort(earlier, right)
    untied = [comb(len(places), 2) - _tied(place[side] for place in places) for side in (0, 1)]
    below = (untied[0] * untied[1]) ** 0.5
    return round(agree / below, 6) if below else None


def _tied(values: Iterable[int]) -> int:
    """How many pairs of the values are of two that are the same."""
    return sum(comb(count, 2) for count in Counter(values).values())


def voice_shares(pair: Pair) -> tuple[Share, ...]:
    """Each speaker's share of each account, joint lines as one voice, by words."""
    return pair.left.voices + pair.right.voices
