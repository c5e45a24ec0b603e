"""The one way in: two versions with statements give an alignment."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from paired_readouts.alignment._cast import Cast, join_casts
from paired_readouts.alignment._features import Grid, compare_profiles
from paired_readouts.alignment._matching import Group, choose_pairs, find_twins, group_pairs
from paired_readouts.alignment._profiles import Profile, has_frames, profile_version
from paired_readouts.alignment._relations import Relating, relate
from paired_readouts.alignment._scoring import Scored, Weights, default_weights, score_grid
from paired_readouts.alignment._sentences import add_sentence_features
from paired_readouts.alignment._vocabulary import open_vocabulary
from paired_readouts.alignment.manual import fit_links
from paired_readouts.alignment.similarity import (
    Similarity,
    read_similarity,
    similarity_weight,
)
from paired_readouts.errors import AlignmentError, LexiconError, LimitError
from paired_readouts.lexicon import Lexicon, default_lexicon
from paired_readouts.model import (
    Alignment,
    AnchoredLink,
    Limits,
    Link,
    Provenance,
    Version,
)

__all__ = ["align_statements", "compare_statements"]


def align_statements(
    left: Version,
    right: Version,
    *,
    similarity: Similarity | None = None,
    links: Sequence[Link | AnchoredLink] = (),
    threshold: float | None = None,
    lexicon: Lexicon | None = None,
    limits: Limits | None = None,
) -> Alignment:
    """Which statements of the two versions report the same matter, many to many, in any order.

    `similarity` gives a matrix of probabilities of the caller's own; its log odds and those of the
    library are averaged, by its attribute `weight` where it has one (1 replaces). `links` are made
    by hand: they are kept as they are, and a statement that one of them joins gets no others;
    those whose anchors no longer fit are in `Alignment.unfit`. A pair is a link from the
    probability `threshold` on; None is the learned one.

    Raises LimitError for more statements a side than `limits` allow, and AlignmentError for links
    or a similarity that do not fit the versions, or a threshold outside of 0 to 1.
    """
    _check_size(left, right, limits or Limits())
    lexicon = lexicon or _lexicon(left)
    given, unfit = fit_links(links, left, right)
    accounts = profile_pair(left, right, lexicon)
    weights = default_weights(framed=accounts.framed)
    least = weights.threshold if threshold is None else _checked(threshold)
    a, b = accounts.left, accounts.right
    scored = _score(accounts, left, right, weights, similarity)
    settled = ({i for link in given for i in link.left}, {j for link in given for j in link.right})
    pairs = [
        (i, j)
        for i, j in choose_pairs(scored, least)
        if i not in settled[0] and j not in settled[1]
    ]
    relating = Relating(left, right, lexicon)
    found = [_link(group, a, b, scored, relating) for group in group_pairs(pairs, a, b)]
    return Alignment(
        left=left,
        right=right,
        links=tuple(sorted((*given, *found), key=lambda link: (link.left, link.right))),
        unfit=tuple(unfit),
        provenance=_provenance(left, lexicon, weights, similarity),
    )


def _score(
    accounts: Profiled,
    left: Version,
    right: Version,
    weights: Weights,
    similarity: Similarity | None,
) -> Scored:
    grid = accounts.compare()
    twins = frozenset(find_twins(accounts.left, accounts.right))
    if similarity is None:
        return score_grid(grid, weights, twins=twins)
    others = read_similarity(similarity, left.statements, right.statements)
    return score_grid(grid, weights, others, similarity_weight(similarity), twins)


def _provenance(
    left: Version, lexicon: Lexicon, weights: Weights, similarity: Similarity | None
) -> Provenance:
    """What made the links; a similarity of the caller's own is named."""
    name = ""
    if similarity is not None:
        name = f"+{getattr(similarity, '__name__', type(similarity).__name__)}"
    return Provenance(
        library=left.provenance.library,
        lexicon=lexicon.version,
        weights=f"{weights.version}{name}",
    )


class Profiled(NamedTuple):
    """Both accounts as the features see them."""

    left: tuple[Profile, ...]
    right: tuple[Profile, ...]
    cast: Cast
    #: Whether any statement has a frame; else they are plain sentences.
    framed: bool

    def compare(self) -> Grid:
        """The features of every pair of statements."""
        grid = compare_profiles(self.left, self.right, self.cast.apart)
        return grid if self.framed else add_sentence_features(grid, self.left, self.right)


def profile_pair(left: Version, right: Version, lexicon: Lexicon) -> Profiled:
    """The profiles of both versions' statements."""
    cast, vocabulary = join_casts(left, right), open_vocabulary(lexicon)
    framed = has_frames(left, right)
    return Profiled(
        profile_version(left, cast, vocabulary, framed=framed),
        profile_version(right, cast, vocabulary, framed=framed),
        cast,
        framed,
    )


def compare_statements(left: Version, right: Version) -> Grid:
    """The features of every pair of statements, for the scripts that learn."""
    return profile_pair(left, right, _lexicon(left)).compare()


def _check_size(left: Version, right: Version, limits: Limits) -> None:
    for name, version in (("left", left), ("right", right)):
        count = len(version.statements)
        if count > limits.statements:
            raise LimitError(
                name,
                f"{count} statements, the limit is {limits.statements}",
                "raise Limits.statements, or align fewer",
            )


def _checked(threshold: float) -> float:
    if not 0.0 <= threshold <= 1.0:
        raise AlignmentError("threshold", f"expected a number from 0 to 1, got {threshold!r:.40}")
    return threshold


def _lexicon(version: Version) -> Lexicon:
    try:
        return default_lexicon(version.language)
    except LexiconError:
        return default_lexicon()


def _link(
    group: Group,
    a: Sequence[Profile],
    b: Sequence[Profile],
    scored: Scored,
    relating: Relating,
) -> Link:
    chance, i, j = max((scored.probability(i, j), -i, -j) for i, j in group.pairs)
    related = relate(relating, tuple(a[k] for k in group.left), tuple(b[k] for k in group.right))
    return Link(
        left=group.left,
        right=group.right,
        score=round(chance, 6),
        relation=related.relation,
        differences=related.differences,
        left_items=related.left_items,
        right_items=related.right_items,
        left_rest=related.left_rest,
        right_rest=related.right_rest,
        evidence=related.evidence,
        contributions=scored.contributions(-i, -j),
    )
