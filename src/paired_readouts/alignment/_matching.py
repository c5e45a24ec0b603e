"""From probabilities to groups of statements: which pairs are links, and which links are one."""

from __future__ import annotations

from collections.abc import Sequence

import attrs

from paired_readouts.alignment._profiles import Profile
from paired_readouts.alignment._scoring import Scored

__all__ = ["Group", "choose_pairs", "group_pairs"]


@attrs.frozen
class Group:
    """One or more left statements with one or more right ones, every one with every other."""

    left: tuple[int, ...]
    right: tuple[int, ...]

    @property
    def pairs(self) -> tuple[tuple[int, int], ...]:
        """All pairs that the group joins."""
        return tuple((i, j) for i in self.left for j in self.right)


def choose_pairs(scored: Scored, threshold: float) -> list[tuple[int, int]]:
    """The pairs whose probability reaches the threshold, among those with any evidence."""
    return [
        (i, j)
        for i, line in enumerate(scored.rivals)
        for j, rivals in enumerate(line)
        if rivals is not None and scored.probability(i, j) >= threshold
    ]


def group_pairs(
    pairs: Sequence[tuple[int, int]], left: Sequence[Profile], right: Sequence[Profile]
) -> list[Group]:
    """Pairs that share a statement are one link where the others stand side by side on one matter.

    A group never joins two statements that were not chosen as a pair.
    """
    chosen = set(pairs)
    by_left: dict[int, list[int]] = {}
    by_right: dict[int, list[int]] = {}
    for i, j in sorted(chosen):
        by_left.setdefault(i, []).append(j)
        by_right.setdefault(j, []).append(i)
    groups: list[Group] = []
    grouped: set[tuple[int, int]] = set()
    wide = [(len(js), 0, i, js) for i, js in by_left.items()]
    wide += [(len(is_), 1, j, is_) for j, is_ in by_right.items()]
    for _, axis, one, many in sorted(wide, key=lambda w: (-w[0], w[2], w[1])):
        side = left if axis else right
        for run in _runs(many, side):
            cells = [(k, one) if axis else (one, k) for k in run]
            if len(run) < 2 or grouped.intersection(cells):
                continue
            groups.append(Group(tuple(run), (one,)) if axis else Group((one,), tuple(run)))
            grouped.update(cells)
    groups += [Group((i,), (j,)) for i, j in sorted(chosen - grouped)]
    return sorted(groups, key=lambda g: (g.left, g.right))


def _runs(indexes: Sequence[int], side: Sequence[Profile]) -> list[list[int]]:
    """Neighbours that stay on one matter: a continuation, or two that share concepts or names."""
    runs: list[list[int]] = []
    for k in indexes:
        if runs and k == runs[-1][-1] + 1 and _same_matter(side[runs[-1][-1]], side[k]):
            runs[-1].append(k)
        else:
            runs.append([k])
    return runs


def _same_matter(one: Profile, other: Profile) -> bool:
    if other.continues or not other.words:
        return True
    return bool(one.words.keys() & other.words.keys() or one.concepts & other.concepts)
