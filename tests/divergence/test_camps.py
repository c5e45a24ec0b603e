"""Who stands with whom over three accounts of one call."""

from __future__ import annotations

from itertools import combinations

from divergence_accounts import account, join

from paired_readouts.divergence import find_camps, score_divergence
from paired_readouts.model import (
    Comparison,
    Conversation,
    ConversationComparison,
    Matter,
    Place,
    Version,
)

SPOKE = "- | narrate | spoke | President Velin spoke with Prime Minister Orsk."
WARNED = "velin | warn | warned | President Velin warned of attacks on shipping in the strait."
NOTED = "velin | state | noted | President Velin noted attacks on shipping in the strait."
URGED = "velin | request | urged | President Velin urged the release of the crew."


def compare(versions: tuple[Version, ...], *links: tuple[str, ...]) -> ConversationComparison:
    comparisons = []
    for (left, right), pair in zip(combinations(versions, 2), links, strict=True):
        alignment = join(left, right, *pair)
        comparisons.append(
            Comparison(
                left=left, right=right, alignment=alignment, divergence=score_divergence(alignment)
            )
        )
    places = tuple(Place(version=n, statement=1) for n in range(len(versions)))
    return ConversationComparison(
        conversation=Conversation(versions=versions),
        comparisons=tuple(comparisons),
        shared=(Matter(places=places, words="attacks on shipping"),),
    )


def test_an_account_stands_with_the_one_that_it_does_not_differ_from() -> None:
    versions = (
        account("NRL", [SPOKE, WARNED]),
        account("VST", [SPOKE, NOTED]),
        account("EU", [SPOKE, NOTED]),
    )
    same, apart = ("0-0", "1-1"), ("0-0", "1-1 differs force")
    camps = find_camps(compare(versions, apart, apart, same))
    force = [c for c in camps if c.finding.code.value == "force"]
    assert [(c.having, c.against, c.silent) for c in force] == [((0,), (1, 2), ())]


def test_an_account_without_the_matter_stands_with_nobody() -> None:
    versions = (
        account("NRL", [SPOKE, WARNED]),
        account("VST", [SPOKE, NOTED]),
        account("EU", [SPOKE, URGED]),
    )
    camps = find_camps(compare(versions, ("0-0", "1-1 differs force"), ("0-0",), ("0-0",)))
    force = [c for c in camps if c.finding.code.value == "force"]
    assert [(c.having, c.against, c.silent) for c in force] == [((0,), (1,), (2,))]


def test_what_two_of_three_have_is_told_once() -> None:
    versions = (
        account("NRL", [SPOKE, URGED]),
        account("VST", [SPOKE, NOTED]),
        account("EU", [SPOKE, URGED]),
    )
    camps = find_camps(compare(versions, ("0-0",), ("0-0", "1-1"), ("0-0",)))
    urged = [c for c in camps if c.statements == (1,) and c.having == (0, 2)]
    assert [c.against for c in urged] == [(1,)]
    noted = [c for c in camps if c.having == (1,)]
    assert [(c.against, c.statements) for c in noted] == [((0, 2), (1,))]


def test_two_accounts_have_no_camps() -> None:
    versions = (account("NRL", [SPOKE, URGED]), account("VST", [SPOKE]))
    assert find_camps(compare(versions, ("0-0",))) == ()
