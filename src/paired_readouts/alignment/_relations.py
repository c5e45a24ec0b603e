"""How the two sides of a link stand to each other: same, differs and in what, or conflict."""

from __future__ import annotations

from collections.abc import Sequence

from paired_readouts.alignment._profiles import Profile
from paired_readouts.model import Difference, Evidence, Relation

__all__ = ["relate"]


def relate(
    left: Sequence[Profile], right: Sequence[Profile]
) -> tuple[Relation, tuple[Difference, ...], tuple[Evidence, ...]]:
    """The relation of a link between these statements, its differences, and their evidence."""
    if all(p.contact for p in (*left, *right)):
        return Relation.SAME, (), ()
    kinds: set[Difference] = set()
    a = frozenset().union(*(p.speakers for p in left))
    b = frozenset().union(*(p.speakers for p in right))
    if a and b and a != b:
        kinds.add(Difference.SPEAKER)
    words_a = {w for p in left for w in p.words}
    words_b = {w for p in right for w in p.words}
    if len(words_a ^ words_b) > 1:
        kinds.add(Difference.DETAIL)
    relation = Relation.DIFFERS if kinds else Relation.SAME
    return relation, tuple(sorted(kinds)), ()
