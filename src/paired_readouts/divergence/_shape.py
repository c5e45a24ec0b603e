"""The order of the shared matters, and whose words an account gives."""

from __future__ import annotations

from collections.abc import Sequence

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
    agree = left_tied = right_tied = pairs = 0
    for n, (a, b, _) in enumerate(places):
        for c, d, _ in places[n + 1 :]:
            pairs += 1
            left_tied += a == c
            right_tied += b == d
            agree += (a < c) * ((b < d) - (b > d))
    below = ((pairs - left_tied) * (pairs - right_tied)) ** 0.5
    return round(agree / below, 6) if below else None


def voice_shares(pair: Pair) -> tuple[Share, ...]:
    """Each speaker's share of each account, joint lines as one voice, by words."""
    return pair.left.voices + pair.right.voices
