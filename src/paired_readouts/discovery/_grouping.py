"""Digests to groups: the surest ties first, and no group that holds rivals."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

import attrs

from paired_readouts.discovery._digest import Digest, specifics
from paired_readouts.discovery._keys import keys_of
from paired_readouts.discovery._ties import LEAST, Tie, are_rivals, find_tie
from paired_readouts.lexicon import Lexicon

__all__ = ["Group", "find_ties", "group_digests"]


@attrs.define
class Group:
    """Digests of one conversation, by their places, and the ties that joined them."""

    members: list[int]
    ties: list[Tie]


def group_digests(digests: tuple[Digest, ...], *, lexicon: Lexicon | None = None) -> list[Group]:
    """The groups, each in the order of the digests, which must be sorted."""
    ties = sorted(
        find_ties(digests, lexicon=lexicon), key=lambda tie: (-tie.odds, tie.left, tie.right)
    )
    joined = {(tie.left, tie.right) for tie in ties}
    groups = {place: Group([place], []) for place in range(len(digests))}
    for tie in ties:
        left, right = groups[tie.left], groups[tie.right]
        if left is right or not _may_join(left, right, digests, joined):
            continue
        left.members = sorted(left.members + right.members)
        left.ties += [*right.ties, tie]
        for member in right.members:
            groups[member] = left
    return [groups[place] for place in range(len(digests)) if groups[place].members[0] == place]


def _may_join(
    left: Group, right: Group, digests: tuple[Digest, ...], joined: set[tuple[int, int]]
) -> bool:
    return all(
        (min(a, b), max(a, b)) in joined or not are_rivals(digests[a], digests[b])
        for a in left.members
        for b in right.members
    )


def find_ties(
    digests: tuple[Digest, ...], *, lexicon: Lexicon | None = None, least: float = LEAST
) -> Iterator[Tie]:
    """The ties among the digests that share a key."""
    buckets: dict[str, list[int]] = defaultdict(list)
    keys = []
    for place, digest in enumerate(digests):
        keys.append(keys_of((digest,)))
        for key in keys[-1]:
            buckets[key].append(place)
    words: dict[int, frozenset[str]] = {}

    def read(digest: Digest) -> frozenset[str]:
        known = id(digest)
        if known not in words:
            words[known] = specifics(digest, lexicon=lexicon)
        return words[known]

    for place in range(len(digests)):
        near = {other for key in keys[place] for other in buckets[key] if other > place}
        for other in sorted(near):
            tie = find_tie(digests, place, other, read, least=least)
            if tie is not None:
                yield tie
