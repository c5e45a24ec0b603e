"""Who stands with whom over three accounts of one call."""

from __future__ import annotations

from itertools import combinations

from divergence_accounts import account, join

from paired_readouts.comparison import compare_conversation
from paired_readouts.divergence import find_camps, score_divergence
from paired_readouts.model import (
    Comparison,
    Conversation,
    ConversationComparison,
    FindingCode,
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
    assert force[0].sentence.startswith("More strongly in the NRL account: ")
    assert force[0].sentence.endswith("The EU account stands with the VST account.")


def test_an_account_without_the_matter_stands_with_nobody() -> None:
    versions = (
        account("NRL", [SPOKE, WARNED]),
        account("VST", [SPOKE, NOTED]),
        account("EU", [SPOKE, URGED]),
    )
    camps = find_camps(compare(versions, ("0-0", "1-1 differs force"), ("0-0",), ("0-0",)))
    force = [c for c in camps if c.finding.code.value == "force"]
    assert [(c.having, c.against, c.silent) for c in force] == [((0,), (1,), (2,))]
    assert force[0].sentence.endswith("The EU account does not mention it.")


def test_what_two_of_three_have_is_told_once() -> None:
    versions = (
        account("NRL", [SPOKE, URGED]),
        account("VST", [SPOKE, NOTED]),
        account("EU", [SPOKE, URGED]),
    )
    camps = find_camps(compare(versions, ("0-0",), ("0-0", "1-1"), ("0-0",)))
    urged = [c for c in camps if c.statements == (1,) and c.having == (0, 2)]
    assert [c.against for c in urged] == [(1,)]
    assert urged[0].sentence == (
        "Only in the NRL and EU accounts: Velin “urged the release of the crew”. "
        "The VST account does not mention it."
    )
    noted = [c for c in camps if c.having == (1,)]
    assert [(c.against, c.statements) for c in noted] == [((0, 2), (1,))]


def test_two_accounts_have_no_camps() -> None:
    versions = (account("NRL", [SPOKE, URGED]), account("VST", [SPOKE]))
    assert find_camps(compare(versions, ("0-0",))) == ()


def test_a_comparison_of_three_accounts_has_its_camps() -> None:
    first = (
        "President Mara Velin of Norland spoke with Prime Minister Tomas Orsk of Vestria. "
        "The leaders discussed trade in grain and the fisheries agreement."
    )
    urged = "President Velin urged the release of the crew of the Arn."
    rows = {"NRL": urged, "VST": "", "EU": urged}
    versions = tuple(
        Version(text=f"{first} {row}".rstrip(), party=party) for party, row in rows.items()
    )
    whole = compare_conversation(Conversation(versions=versions))
    assert whole.camps == find_camps(whole)
    parties = [version.party for version in whole.conversation.versions]
    sides = {tuple(parties[k] for k in camp.having) for camp in whole.camps if camp.statements}
    assert ("EU", "NRL") in {tuple(sorted(side)) for side in sides}


def test_two_accounts_of_one_party_are_told_apart_and_two_alike_stand_together() -> None:
    versions = (
        account("NRL", [SPOKE, WARNED]),
        account("VST", [SPOKE, NOTED]),
        account("NRL", [SPOKE, WARNED]),
    )
    same, apart = ("0-0", "1-1"), ("0-0", "1-1 differs force")
    (force,) = find_camps(compare(versions, apart, same, apart))
    assert (force.having, force.against) == ((0, 2), (1,))
    assert force.sentence.startswith("More strongly in the first NRL account: ")
    assert force.sentence.endswith("The third NRL account stands with the first NRL account.")


def test_a_line_credited_to_one_of_the_others_is_told_as_such() -> None:
    versions = (
        account("EU", [SPOKE]),
        account("VST", [SPOKE, URGED]),
        account("NRL", [SPOKE]),
    )
    none = ("0-0",)
    (camp,) = [c for c in find_camps(compare(versions, none, none, none)) if c.statements]
    assert camp.finding.code is FindingCode.CREDITED_WORDS
    assert (camp.having, camp.against, camp.statements) == ((1,), (0, 2), (1,))
    assert camp.sentence.startswith("Credited to Velin by the VST account")
    assert camp.sentence.count("account does not mention it.") == 2


def test_what_is_told_of_a_pair_as_a_whole_is_kept() -> None:
    long = [SPOKE, WARNED, *(URGED.replace("crew", f"crew of the ship {n}") for n in "ABCDEFGH")]
    versions = (account("NRL", [SPOKE]), account("VST", [SPOKE]), account("EU", long))
    camps = find_camps(compare(versions, ("0-0",), ("0-0",), ("0-0",)))
    told = [(c.having, c.against) for c in camps if c.finding.code is FindingCode.LENGTH]
    assert told == [((0,), (2,)), ((1,), (2,))]
