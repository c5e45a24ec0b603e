"""The one way in: two versions with statements give an alignment."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from paired_readouts.alignment._cast import join_casts
from paired_readouts.alignment._features import Grid, compare_profiles
from paired_readouts.alignment._matching import Group, choose_pairs, group_pairs
from paired_readouts.alignment._profiles import Profile, profile_version
from paired_readouts.alignment._relations import relate
from paired_readouts.alignment._scoring import Scored, default_weights, score_grid
from paired_readouts.alignment._vocabulary import open_vocabulary
from paired_readouts.errors import LexiconError, LimitError
from paired_readouts.lexicon import Lexicon, default_lexicon
from paired_readouts.model import (
    Alignment,
    AnchoredLink,
    Limits,
    Link,
    Provenance,
    Statement,
    Version,
)

__all__ = ["Similarity", "align_statements"]

#: From the statements of the left and of the right account to a matrix of numbers from 0 to 1.
Similarity = Callable[[Sequence[Statement], Sequence[Statement]], Sequence[Sequence[float]]]


def align_statements(
    left: Version,
    right: Version,
    *,
    similarity: Similarity | None = None,
    links: Sequence[Link | AnchoredLink] = (),
    threshold: float | None = None,
    limits: Limits | None = None,
) -> Alignment:
    """Which statements of the two versions report the same matter, many to many, in any order."""
    _check_size(left, right, limits or Limits())
    del similarity, links
    lexicon = _lexicon(left)
    weights = default_weights()
    a, b = profile_pair(left, right, lexicon)
    scored = score_grid(compare_profiles(a, b), weights)
    chances = [
        [scored.probability(i, j) if scored.grid[i][j] else 0.0 for j in range(len(b))]
        for i in range(len(a))
    ]
    pairs = choose_pairs(chances, weights.threshold if threshold is None else threshold)
    groups = group_pairs(pairs, a, b)
    return Alignment(
        left=left,
        right=right,
        links=tuple(_link(group, a, b, scored) for group in groups),
        provenance=Provenance(
            library=left.provenance.library, lexicon=lexicon.version, weights=weights.version
        ),
    )


def profile_pair(
    left: Version, right: Version, lexicon: Lexicon
) -> tuple[tuple[Profile, ...], tuple[Profile, ...]]:
    """The profiles of both versions' statements."""
    cast, vocabulary = join_casts(left, right), open_vocabulary(lexicon)
    return profile_version(left, cast, vocabulary), profile_version(right, cast, vocabulary)


def compare_versions_grid(left: Version, right: Version) -> Grid:
    """The features of every pair of statements, for the scripts that learn."""
    return compare_profiles(*profile_pair(left, right, _lexicon(left)))


def _check_size(left: Version, right: Version, limits: Limits) -> None:
    for name, version in (("left", left), ("right", right)):
        count = len(version.statements)
        if count > limits.statements:
            raise LimitError(
                name,
                f"{count} statements, the limit is {limits.statements}",
                "raise Limits.statements, or align fewer",
            )


def _lexicon(version: Version) -> Lexicon:
    try:
        return default_lexicon(version.language)
    except LexiconError:
        return default_lexicon()


def _link(group: Group, a: Sequence[Profile], b: Sequence[Profile], scored: Scored) -> Link:
    chance, i, j = max((scored.probability(i, j), -i, -j) for i, j in group.pairs)
    relation, differences, evidence = relate(
        [a[i] for i in group.left], [b[j] for j in group.right]
    )
    return Link(
        left=group.left,
        right=group.right,
        score=round(chance, 6),
        relation=relation,
        differences=differences,
        evidence=evidence,
        contributions=scored.contributions(-i, -j),
    )
