"""From probabilities to groups of statements: which pairs are links, and which links are one."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from paired_readouts.alignment._profiles import Profile
from paired_readouts.alignment._scoring import Scored

__all__ = ["Group", "choose_pairs", "find_twins", "group_pairs"]


class Group(NamedTuple):
    """One or more left statements with one or more right ones, every one with every other."""

    left: tuple[int, ...]
    right: tuple[int, ...]

    @property
    def pairs(self) -> tuple[tuple[int, int], ...]:
        """All pairs that the group joins."""
        return tuple((i, j) for i in self.left for j in self.right)


def find_twins(left: Sequence[Profile], right: Sequence[Profile]) -> set[tuple[int, int]]:
    """Statements with the very same words: the first with the first, the next with the next."""
    places: dict[str, list[int]] = {}
    for j, profile in enumerate(right):
        places.setdefault(_words(profile), []).append(j)
    twins: set[tuple[int, int]] = set()
    for i, profile in enumerate(left):
        waiting = places.get(_words(profile))
        if waiting:
            twins.add((i, waiting.pop(0)))
    return twins


def _words(profile: Profile) -> str:
    return " ".join(profile.tokens.lower)


def choose_pairs(scored: Scored, threshold: float) -> list[tuple[int, int]]:
    """The pairs whose probability reaches the threshold, among those with any evidence.

    A statement that has a twin has no other counterpart.
    """
    rows, columns = {i for i, _ in scored.twins}, {j for _, j in scored.twins}
    chosen = [
        (i, j)
        for i, line in enumerate(scored.rivals)
        for j, rivals in enumerate(line)
        if rivals is not None
        and i not in rows
        and j not in columns
        and scored.probability(i, j) >= threshold
    ]
    return sorted([*chosen, *scored.twins])


def group_pairs(
    pairs: Sequence[tuple[int, int]], left: Sequence[Profile], right: Sequence[Profile]
) -> list[Group]:
    """Pairs that share a statement are one link where the others are on one matter.

    A group never joins two statements that were not chosen as a pair. A pair that could join two
    groups goes with the larger; where both are as large, with none.
    """
    by_left: dict[int, list[int]] = {}
    by_right: dict[int, list[int]] = {}
    for i, j in sorted(pairs):
        by_left.setdefault(i, []).append(j)
        by_right.setdefault(j, []).append(i)
    groups = [Group((i,), tuple(run)) for i, js in by_left.items() for run in _runs(js, right)]
    groups += [
        Group(tuple(run), (j,)) for j, heads in by_right.items() for run in _runs(heads, left)
    ]
    largest: dict[tuple[int, int], list[int]] = {}
    for group in groups:
        for pair in group.pairs:
            largest.setdefault(pair, []).append(len(group.pairs))
    kept = [
        group
        for group in groups
        if all(
            max(sizes) == len(group.pairs) and sizes.count(len(group.pairs)) == 1
            for sizes in (largest[pair] for pair in group.pairs)
        )
    ]
    grouped = {pair for group in kept for pair in group.pairs}
    kept += [Group((i,), (j,)) for i, j in pairs if (i, j) not in grouped]
    return sorted(kept, key=lambda g: (g.left, g.right))


def _runs(indexes: Sequence[int], side: Sequence[Profile]) -> list[list[int]]:
    """Two and more statements on one matter, wherever they stand."""
    runs: list[list[int]] = []
    for k in indexes:
        near = [run for run in runs if any(_same_matter(m, k, side) for m in run)]
        merged = sorted([k, *(m for run in near for m in run)])
        runs = [run for run in runs if run not in near] + [merged]
    return [run for run in runs if len(run) > 1]


def _same_matter(one: int, other: int, side: Sequence[Profile]) -> bool:
    """A statement and what continues it, or two that share informative words or concepts."""
    x, y = side[one], side[other]
    if y.statement.continues == one or x.statement.continues == other:
        return True
    return not (x.words.isdisjoint(y.words) and x.concepts.keys().isdisjoint(y.concepts))
