"""Rows that notice a small slip in the alignment: each kills a change that nothing else did."""

from __future__ import annotations

import datetime as dt
import math
from collections.abc import Callable, Sequence

import attrs
import pytest

from paired_readouts._text import stem
from paired_readouts.alignment import (
    align_statements,
    explain_link,
    join_matters,
    tell_other_days,
)
from paired_readouts.alignment._cast import join_casts
from paired_readouts.alignment._contact import _claims
from paired_readouts.alignment._frequencies import class_weight, genre_weight
from paired_readouts.alignment._matching import group_pairs
from paired_readouts.alignment._relations import Relating, relate
from paired_readouts.alignment.aligning import profile_pair
from paired_readouts.errors import AlignmentError
from paired_readouts.lexicon import default_lexicon
from paired_readouts.model import (
    Claim,
    ClaimKind,
    Difference,
    Link,
    Participant,
    Relation,
    Span,
    Statement,
    Version,
)


def account(party: str, *people: tuple[str, str]) -> Version:
    return Version(
        text="They spoke.",
        party=party,
        participants=tuple(Participant(name=name, party=code) for name, code in people),
    )


#: Who is named in the left and in the right account, and the names that become one.
SPELLINGS = [
    ("one-spelling-each", [("Velin", "NRL")], [("Valin", "NRL")], {"valin"}),
    ("two-in-one-account", [("Velin", "NRL"), ("Valin", "NRL")], [], set()),
    ("of-two-parties", [("Velin", "NRL")], [("Valin", "VST")], set()),
    ("of-no-party", [("Velin", "")], [("Valin", "")], set()),
    ("one-is-in-both", [("Velin", "NRL")], [("Velin", "NRL"), ("Valin", "NRL")], set()),
    (
        "a-namesake-elsewhere",
        [("Velin", "NRL"), ("Velin", "CRV")],
        [("Valin", "NRL"), ("Velin", "CRV")],
        set(),
    ),
]


@pytest.mark.parametrize(
    ("left", "right", "united"), [row[1:] for row in SPELLINGS], ids=[row[0] for row in SPELLINGS]
)
def test_two_spellings_become_one_name(left, right, united) -> None:
    cast = join_casts(account("NRL", *left), account("VST", *right))
    assert set(cast.one_name.values()) == united


def test_only_a_claim_with_words_and_figures_can_contradict() -> None:
    text = "They spoke on 3 May at the request of Norland, today."
    told = Claim(kind=ClaimKind.DATE, value="2031-05-03", span=Span(14, 19))
    unsaid = Claim(kind=ClaimKind.DATE, value="2031-05-03")
    today = Claim(kind=ClaimKind.DATE, value="2031-05-03", span=Span(47, 52))
    asked = Claim(kind=ClaimKind.INITIATOR, value="NRL", span=Span(39, 46))
    version = Version(text=text, party="NRL", claims=(told, unsaid, today, asked))
    assert _claims(version, ClaimKind.DATE) == [told]
    assert _claims(version, ClaimKind.INITIATOR) == [asked]
    assert _claims(version, ClaimKind.PLACE) == []


def said(party: str, text: str) -> Version:
    return Version(
        text=text, party=party, statements=(Statement(text=text, span=Span(0, len(text))),)
    )


#: Two sentences that are joined, and whether their figures differ.
FIGURES = [
    ("one-thing", "They gave 400 tons of grain.", "They gave 300 tons of grain.", True),
    ("two-things", "They gave 400 tons of grain.", "They gave 300 tons of timber.", False),
    (
        "a-thing-and-a-bare-number",
        "They gave 400 tons of grain for the harbour.",
        "Of harbour grain they gave 300 tons.",
        True,
    ),
    ("other-bare-numbers", "For the dam they gave 400 tons.", "For the ferry, 300 tons.", False),
    ("rounded", "They gave about 400 tons of grain.", "They gave 410 tons of grain.", False),
    ("rounded-too-far", "They gave about 400 tons of grain.", "They gave 600 tons of grain.", True),
    ("not-rounded", "They gave 400 tons of grain.", "They gave 410 tons of grain.", True),
    ("two-days", "The envoys meet on 3 May.", "The envoys meet on 5 May.", True),
    ("one-day", "The envoys meet on 3 May.", "The envoys meet on May 3.", False),
]


@pytest.mark.parametrize(
    ("left", "right", "differ"), [row[1:] for row in FIGURES], ids=[row[0] for row in FIGURES]
)
def test_figures_differ_on_one_thing_only(left, right, differ) -> None:
    words, versions = default_lexicon(), (said("NRL", left), said("VST", right))
    profiled = profile_pair(*versions, words)
    related = relate(Relating(*versions, words), profiled.left, profiled.right)
    assert (Difference.FACTS in related.differences) is differ


VELIN, OKAR, BRENN, CASS = (
    Participant(name=name, party=party)
    for name, party in (
        *(("Mara Velin", "NRL"), ("Teun Okar", "VST")),
        *(("Ada Brenn", "KRS"), ("Ilo Cass", "CRV")),
    )
)

#: Two accounts, each with its party, and how far they are those of two conversations.
APART = [
    ("the-same-two", "Velin met Okar.", "NRL", "Okar met Velin.", "VST", 0.0),
    ("two-others", "Velin met Okar.", "NRL", "Brenn met Cass.", "KRS", 1.0),
    ("two-parties-in-common", "Velin met Okar.", "NRL", "Okar met Brenn.", "NRL", 0.0),
    ("one-of-two", "Velin met Okar.", "NRL", "Okar met Brenn.", "VST", 0.5),
    ("their-own-principals-unnamed", "He met Okar.", "NRL", "He met Velin.", "VST", 0.0),
    ("one-names-nobody", "Velin met Okar.", "NRL", "They met.", "KRS", 0.0),
]


@pytest.mark.parametrize("row", APART, ids=[row[0] for row in APART])
def test_accounts_of_other_people_are_of_two_conversations(row) -> None:
    _, left, party, right, other, apart = row
    people = (VELIN, OKAR, BRENN, CASS)
    one = Version(text=left, party=party, participants=people)
    two = Version(text=right, party=other, participants=people)
    assert join_casts(one, two).apart == apart


def test_a_class_of_words_tells_less_than_any_of_them() -> None:
    unseen = genre_weight("zzyzx")
    assert class_weight([]) == class_weight(["zzyzx"]) == class_weight(["zzyzx*"]) == unseen
    assert class_weight(["agree"]) == genre_weight(stem("agree")) < unseen
    assert 0.0 < class_weight(["agree", "visit"]) < class_weight(["agree"])
    assert class_weight(["a*", "the", "of"]) == 0.0


def weighed(weight: object) -> Callable[..., list[list[float]]]:
    """A similarity that finds everything half alike, and says how much it counts."""

    def similarity(left: Sequence[Statement], right: Sequence[Statement]) -> list[list[float]]:
        return [[0.5 for _ in right] for _ in left]

    similarity.weight = weight  # type: ignore[attr-defined]
    return similarity


BOTH = said("NRL", "They gave 400 tons of grain."), said("VST", "They gave 400 tons of grain.")

#: What is given to the alignment, and what is wrong with it.
REFUSED = [
    ("weight-above-one", {"similarity": weighed(1.1)}, "expected a number from 0 to 1, got 1.1"),
    ("weight-below-zero", {"similarity": weighed(-0.1)}, "expected a number from 0 to 1, got -0.1"),
    ("weight-a-bool", {"similarity": weighed(weight=True)}, "from 0 to 1, got True"),
    ("weight-a-word", {"similarity": weighed("1")}, "expected a number from 0 to 1, got '1'"),
    ("link-a-pair", {"links": [(0, 0)]}, "expected a Link or an AnchoredLink, got tuple"),
]


@pytest.mark.parametrize(
    ("given", "wrong"), [row[1:] for row in REFUSED], ids=[row[0] for row in REFUSED]
)
def test_what_does_not_fit_is_refused(given, wrong) -> None:
    with pytest.raises(AlignmentError) as caught:
        align_statements(*BOTH, **given)
    assert wrong in str(caught.value)


@pytest.mark.parametrize("weight", [0, 0.5, 1])
def test_a_similarity_counts_from_nothing_to_all(weight: float) -> None:
    assert align_statements(*BOTH, similarity=weighed(weight)).links


def test_matters_are_of_versions_that_were_aligned() -> None:
    alignment = align_statements(*BOTH)
    equal = tuple(attrs.evolve(version) for version in BOTH)
    assert join_matters(equal, [alignment]) == join_matters(BOTH, [alignment])
    with pytest.raises(AlignmentError, match="is none of the versions"):
        join_matters(BOTH[:1], [alignment])


def test_a_link_by_hand_needs_no_explanation_by_numbers() -> None:
    alignment = align_statements(*BOTH, links=[Link(left=(0,), right=(0,))])
    assert str(explain_link(alignment, alignment.links[0])) == (
        "differs\n  left   They gave 400 tons of grain.\n  right  They gave 400 tons of grain.\n"
        "  made by hand"
    )


#: What a left statement says that begins as the first one's continuation, and how many links.
CONTINUED = [
    ("continues", 0, "It arrives soon.", 1),
    ("another-matter", None, "It arrives soon.", 2),
    ("the-same-words", None, "The grain arrives soon.", 1),
]


@pytest.mark.parametrize(
    ("start", "words", "links"), [row[1:] for row in CONTINUED], ids=[row[0] for row in CONTINUED]
)
def test_a_statement_and_what_continues_it_are_one_matter(start, words, links) -> None:
    first = "They gave 400 tons of grain."
    text = f"{first} {words}"
    statements = (
        Statement(text=first, span=Span(0, len(first))),
        Statement(text=words, span=Span(len(first) + 1, len(text)), continues=start),
    )
    many = Version(text=text, party="NRL", statements=statements)
    one = said("VST", "They gave grain that arrives soon.")
    there = profile_pair(many, one, default_lexicon())
    assert len(group_pairs([(0, 0), (1, 0)], there.left, there.right)) == links
    back = profile_pair(one, many, default_lexicon())
    assert len(group_pairs([(0, 0), (0, 1)], back.left, back.right)) == links


#: Two parties, two days of publication, and whether they are too far apart.
DAYS = [
    ("a-week", "NRL", "VST", 2, 9, False),
    ("more-than-a-week", "NRL", "VST", 2, 10, True),
    ("one-party", "NRL", "NRL", 2, 10, False),
    ("no-day", "NRL", "VST", 2, 0, False),
]


@pytest.mark.parametrize("row", DAYS, ids=[row[0] for row in DAYS])
def test_days_too_far_apart(row) -> None:
    _, party, other, day, another, apart = row
    one, two = (
        attrs.evolve(said(p, "They met."), published=dt.date(2031, 5, d) if d else None)
        for p, d in ((party, day), (other, another))
    )
    assert tell_other_days(one, two) is apart
    assert tell_other_days(two, one) is apart


SPOKE = "velin | narrate | spoke | President Velin spoke with Okar."
#: What one says of it that the other affirms, and how the two are related.
DENIED = [
    pytest.param("did not say", Relation.CONFLICT, id="beside"),
    pytest.param("did not at all say", Relation.CONFLICT, id="three-words-before"),
    pytest.param("did not by any means say", Relation.CONFLICT, id="four-words-before"),
    pytest.param("did, as ever, say", Relation.SAME, id="affirmed"),
    pytest.param("did not ask, and did say", Relation.SAME, id="of-another-verb"),
]


@pytest.mark.parametrize(("words", "relation"), DENIED)
def test_a_denial_stands_near_the_verb(
    words: str, relation: Relation, account: Callable[..., Version]
) -> None:
    left = account("NRL", SPOKE, f"velin | state | say | She {words} that the port is open.")
    right = account("VST", SPOKE, "velin | state | said | She said that the port is open.")
    assert align_statements(left, right).links[1].relation is relation


URGED = "velin | request | urged | She urged the release of the detained fishermen."
#: Two accounts, a similarity of the caller's own, and why two statements are linked.
EXPLAINED = {
    "a-similarity-alone": (
        [SPOKE, URGED],
        [SPOKE, "okar | praise | praised | Okar praised the old wind farm."],
        [[0.9, 0.1], [0.1, 0.95]],
        "no evidence",
    ),
    "people-apart": (
        [URGED, "velin | state | announced | Velin announced $40 million for the flood."],
        [URGED, "okar | state | explained | Okar explained that fishermen await a court."],
        None,
        "floor",
    ),
}


@pytest.mark.parametrize(
    ("left", "right", "similarity", "feature"), EXPLAINED.values(), ids=EXPLAINED
)
def test_what_is_explained_adds_up_to_the_score(
    left: list[str],
    right: list[str],
    similarity: list[list[float]] | None,
    feature: str,
    account: Callable[..., Version],
) -> None:
    alignment = align_statements(
        account("NRL", *left),
        account("VST", *right),
        threshold=0.01,
        similarity=similarity and (lambda _, __: similarity),
    )
    link = alignment.links[-1]
    explained = explain_link(alignment, link)
    assert feature in {one.feature for one in explained.contributions}
    for one in explained.contributions:
        shown = (one.value, one.weight, one.added)
        assert tuple(round(number, 6) for number in shown) == shown
    assert link.score == round(link.score, 6)
    odds = math.log(link.score / (1 - link.score))
    assert explained.log_odds == pytest.approx(odds, abs=1e-3)


def test_accounts_in_a_language_without_words_are_aligned(account: Callable[..., Version]) -> None:
    left, right = (
        attrs.evolve(account(party, SPOKE, URGED), language="fi") for party in ("NRL", "VST")
    )
    found = align_statements(left, right).links
    assert [(link.left, link.right) for link in found] == [((0,), (0,)), ((1,), (1,))]
