"""Links made by hand, similarities of one's own, explanations, and matters of many accounts."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import attrs
import pytest

import paired_readouts as pr
from paired_readouts.alignment import anchor_link, join_matters

Account = Callable[..., pr.Version]
Matrix = Sequence[Sequence[float]]

LEFT = (
    "velin | request | urged | Velin urged the release of the detained fishermen.",
    "velin | emphasize | stressed | She stressed the freedom of the press.",
    "velin,okar | discuss | discussed | The leaders discussed tariffs on steel.",
)
RIGHT = (
    "okar | state | explained | Okar explained that the detained fishermen await a court.",
    "velin,okar | discuss | were discussed | Steel tariffs were discussed.",
    "okar | propose | invited | Okar invited Velin to the harvest festival.",
)


@pytest.fixture
def left(account: Account) -> pr.Version:
    return account("NRL", *LEFT)


@pytest.fixture
def right(account: Account) -> pr.Version:
    return account("VST", *RIGHT)


def pairs(alignment: pr.Alignment) -> set[tuple[int, int]]:
    return {(i, j) for link in alignment.links for i in link.left for j in link.right}


def test_a_link_made_by_hand_is_kept_and_settles_its_statements(
    left: pr.Version, right: pr.Version
) -> None:
    assert pairs(pr.align_statements(left, right)) == {(0, 0), (2, 1)}
    mine = pr.Link(left=(0,), right=(2,), differences=(pr.Difference.STANCE,))
    alignment = pr.align_statements(left, right, links=[mine])
    assert pairs(alignment) == {(0, 2), (2, 1)}
    kept = alignment.links[0]
    assert kept.origin is pr.Origin.MANUAL
    assert kept.differences == mine.differences


def test_an_anchored_link_comes_back(left: pr.Version, right: pr.Version) -> None:
    mine = pr.Link(left=(1,), right=(2,), relation=pr.Relation.DIFFERS)
    first = pr.align_statements(left, right, links=[mine])
    anchored = anchor_link(first, first.links[1])
    again = pr.align_statements(left, right, links=[anchored])
    assert again == first
    assert again.unfit == ()


def test_an_anchored_link_fits_swapped_accounts(left: pr.Version, right: pr.Version) -> None:
    first = pr.align_statements(left, right, links=[pr.Link(left=(1,), right=(2,))])
    back = pr.align_statements(right, left, links=[anchor_link(first, first.links[1])])
    assert (2, 1) in pairs(back)


def _cut_short(version: pr.Version) -> pr.Version:
    return attrs.evolve(version, statements=version.statements[:-1])


def _republished(version: pr.Version) -> pr.Version:
    return attrs.evolve(version, text=version.text + " Corrected.")


@pytest.mark.parametrize("change", [_cut_short, _republished], ids=["statement gone", "new text"])
def test_what_no_longer_fits_is_reported(
    change: Callable[[pr.Version], pr.Version], left: pr.Version, right: pr.Version
) -> None:
    first = pr.align_statements(left, right, links=[pr.Link(left=(1,), right=(2,))])
    anchored = anchor_link(first, first.links[1])
    again = pr.align_statements(left, change(right), links=[anchored])
    assert again.unfit == (anchored,)
    assert all(link.origin is pr.Origin.FOUND for link in again.links)


def test_a_link_beyond_the_statements_says_so(left: pr.Version, right: pr.Version) -> None:
    with pytest.raises(pr.AlignmentError, match=r"links\[0\]\.right: statement 9"):
        pr.align_statements(left, right, links=[pr.Link(left=(0,), right=(9,))])


def test_a_similarity_of_ones_own_blends(left: pr.Version, right: pr.Version) -> None:
    def oracle(a: Sequence[pr.Statement], b: Sequence[pr.Statement]) -> Matrix:
        assert (len(a), len(b)) == (3, 3)
        return [[0, 0, 0], [0, 0, 1], [0, 1, 0]]

    alignment = pr.align_statements(left, right, similarity=oracle)
    assert (1, 2) in pairs(alignment)
    assert alignment.provenance.weights.endswith("+oracle")
    link = next(x for x in alignment.links if x.left == (1,))
    assert "similarity" in {c.feature for c in link.contributions}


def test_a_similarity_with_weight_one_replaces(left: pr.Version, right: pr.Version) -> None:
    class Oracle:
        weight = 1.0

        def __call__(self, a: Sequence[pr.Statement], b: Sequence[pr.Statement]) -> Matrix:
            return [[float(i + j == 2) for j in range(len(b))] for i in range(len(a))]

    alignment = pr.align_statements(left, right, similarity=Oracle())
    assert pairs(alignment) == {(0, 2), (1, 1), (2, 0)}


@pytest.mark.parametrize(
    ("matrix", "where"),
    [
        ([[0, 0, 0]], "similarity: 1 rows for 3"),
        ([[0, 0, 0], [0, 0], [0, 0, 0]], r"similarity\[1\]: 2 numbers for 3"),
        ([[0, 0, 0], [0, 0, 2], [0, 0, 0]], r"similarity\[1\]\[2\]: expected a number"),
        ([[0, 0, 0], [0, 0, 0], ["x", 0, 0]], r"similarity\[2\]\[0\]: expected a number"),
        ([[float("nan"), 0, 0], [0, 0, 0], [0, 0, 0]], r"similarity\[0\]\[0\]: expected"),
    ],
    ids=["rows", "columns", "too large", "no number", "not a number"],
)
def test_a_similarity_that_is_no_matrix_says_where(
    matrix: Matrix, where: str, left: pr.Version, right: pr.Version
) -> None:
    with pytest.raises(pr.AlignmentError, match=where):
        pr.align_statements(left, right, similarity=lambda a, b: matrix)


def test_an_explanation_prints_what_each_feature_added(left: pr.Version, right: pr.Version) -> None:
    alignment = pr.align_statements(left, right)
    link = alignment.links[0]
    text = str(pr.explain_link(alignment, link))
    assert "detained fishermen" in text
    assert f"score {link.score:.2f}" in text
    assert "speakers" in text
    assert "ahead" in text


def test_an_explanation_of_a_strange_link_is_refused(left: pr.Version, right: pr.Version) -> None:
    with pytest.raises(pr.AlignmentError, match="none of the alignment's links"):
        pr.explain_link(pr.align_statements(left, right), pr.Link(left=(0,), right=(2,)))


def test_matters_of_three_accounts(account: Account) -> None:
    versions = (
        account("NRL", *LEFT),
        account("VST", *RIGHT),
        account("KZR", LEFT[2], "velin | express | expressed hope | She expressed hope for rain."),
    )
    alignments = [
        pr.align_statements(versions[a], versions[b]) for a, b in ((0, 1), (2, 0), (1, 2))
    ]
    shared, alone = join_matters(versions, alignments)
    assert [m.parties for m in shared] == [("NRL", "VST"), ("KZR", "NRL", "VST")]
    assert shared[1].words == versions[0].statements[2].text
    assert [(m.parties, len(m.places)) for m in alone] == [
        (("NRL",), 1),
        (("VST",), 1),
        (("KZR",), 1),
    ]
    every = [place for matter in (*shared, *alone) for place in matter.places]
    assert len(every) == len(set(every)) == 8


def test_matters_of_other_versions_are_refused(left: pr.Version, right: pr.Version) -> None:
    with pytest.raises(pr.AlignmentError, match=r"alignments\[0\]\.right"):
        join_matters([left], [pr.align_statements(left, right)])
