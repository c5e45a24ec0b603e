"""The whole way in one call, for two accounts, for several, and for many conversations."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from itertools import combinations
from typing import Any

import attrs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import paired_readouts as pr
from paired_readouts.comparison import compare_many
from paired_readouts.errors import ConversationError, LimitError, PairedReadoutsError
from paired_readouts.model import (
    Anchor,
    AnchoredLink,
    Conversation,
    Limits,
    Origin,
    Participant,
    Span,
    Statement,
    Version,
)

DAY = dt.date(2031, 2, 14)
NRL = Version(
    text="Prime Minister Tomas Ardell of Norland spoke with President Idris Vane of Corvia. "
    "The leaders discussed the flooding in the Tarn valley. "
    "The Prime Minister urged President Vane to open the dam at Orrel to inspectors.",
    party="NRL",
    title="Readout of Prime Minister Tomas Ardell's Call with President Idris Vane of Corvia",
    published=DAY,
)
CRV = Version(
    text="President Idris Vane had a telephone conversation with Prime Minister Tomas Ardell. "
    "The flooding in the valley of the Tarn was discussed. "
    "The President of Corvia called for an end to restrictions on timber.",
    party="CRV",
    title="Telephone conversation with Prime Minister of Norland Tomas Ardell",
    published=DAY,
)
EU = Version(
    text="Idris Vane and Tomas Ardell spoke about the flooding in the Tarn valley today.",
    party="EU",
    published=DAY,
)


def marked(version: Version, *words: str) -> Version:
    """`version` with statements made by hand."""
    statements = tuple(
        Statement(
            text=part,
            span=Span(version.text.index(part), version.text.index(part) + len(part)),
            origin=Origin.MANUAL,
        )
        for part in words
    )
    return attrs.evolve(version, statements=statements)


def anchor(version: Version, index: int) -> Anchor:
    statement = version.statements[index]
    return Anchor(version=version.id, span=statement.span, text=statement.text)


class TestTwoAccounts:
    def test_statements_and_links_are_found(self) -> None:
        comparison = pr.compare_versions(NRL, CRV)
        assert comparison.left.text == NRL.text
        assert [s.act.value for s in comparison.left.statements][1:] == ["discuss", "request"]
        assert any(
            "flooding" in comparison.left.statements[link.left[0]].text
            and "flooding" in comparison.right.statements[link.right[0]].text
            for link in comparison.alignment.links
        )
        assert comparison.divergence.findings

    def test_participants_are_found_over_both(self) -> None:
        lone = attrs.evolve(CRV, text=CRV.text.replace("Prime Minister Tomas Ardell", "Ardell"))
        comparison = pr.compare_versions(NRL, lone)
        for version in (comparison.left, comparison.right):
            assert {p.family_name for p in version.participants} == {"ardell", "vane"}

    def test_statements_made_by_hand_stay(self) -> None:
        left = marked(NRL, "The leaders discussed the flooding in the Tarn valley.")
        comparison = pr.compare_versions(left, CRV)
        assert comparison.left.statements == left.statements
        assert len(comparison.right.statements) > 1

    def test_participants_given_are_used(self) -> None:
        people = (Participant(name="Tomas Ardell", party="NRL", role="Prime Minister"),)
        comparison = pr.compare_versions(NRL, CRV, participants=people)
        assert comparison.left.participants == people

    def test_links_by_hand_stay(self) -> None:
        found = pr.compare_versions(NRL, CRV)
        by_hand = AnchoredLink(left=(anchor(found.left, 2),), right=(anchor(found.right, 2),))
        comparison = pr.compare_versions(NRL, CRV, links=(by_hand,))
        kept = [x for x in comparison.alignment.links if x.origin is Origin.MANUAL]
        assert [(x.left, x.right) for x in kept] == [((2,), (2,))]

    def test_similarity_is_asked(self) -> None:
        asked = []

        def alike(left: Any, right: Any) -> list[list[float]]:
            asked.append((len(left), len(right)))
            return [[0.0] * len(right) for _ in left]

        comparison = pr.compare_versions(NRL, CRV, similarity=alike)
        sizes = (len(comparison.left.statements), len(comparison.right.statements))
        assert asked
        assert set(asked) == {sizes}

    @pytest.mark.parametrize(
        ("left", "right"),
        [(NRL, NRL), (NRL, attrs.evolve(CRV, party="NRL")), (NRL, attrs.evolve(NRL, party="CRV"))],
        ids=["the-same-twice", "two-of-one-party", "one-text-of-two-parties"],
    )
    def test_identity_and_one_party_are_legal(self, left: Version, right: Version) -> None:
        comparison = pr.compare_versions(left, right)
        if left.text == right.text:
            assert comparison.alignment.unlinked_left == ()
            assert comparison.divergence.measures.divergence.value == 0

    def test_swapping_the_sides_mirrors_the_result(self) -> None:
        there, back = pr.compare_versions(NRL, CRV), pr.compare_versions(CRV, NRL)
        assert (there.left, there.right) == (back.right, back.left)
        assert [(x.left, x.right) for x in there.alignment.links] == sorted(
            (x.right, x.left) for x in back.alignment.links
        )

    def test_text_over_the_limit_is_refused(self) -> None:
        with pytest.raises(LimitError) as caught:
            pr.compare_versions(EU, NRL, limits=Limits(characters=100))
        assert str(caught.value) == (
            f"versions[1].text: {len(NRL.text)} characters, the limit is 100 "
            "(raise Limits.characters, or cut the text)"
        )

    def test_statements_over_the_limit_are_refused(self) -> None:
        with pytest.raises(LimitError, match="3 statements, the limit is 2"):
            pr.compare_versions(NRL, EU, limits=Limits(statements=2))

    def test_result_is_the_same_in_many_threads(self) -> None:
        expected = pr.to_json(pr.compare_versions(NRL, CRV))
        with ThreadPoolExecutor(4) as pool:
            jobs = [pool.submit(pr.compare_versions, NRL, CRV) for _ in range(8)]
            assert {pr.to_json(job.result()) for job in jobs} == {expected}

    @settings(max_examples=40)
    @given(st.text(min_size=1, max_size=300).filter(str.strip), st.sampled_from([NRL, CRV]))
    def test_any_text_can_be_compared(self, text: str, other: Version) -> None:
        version = Version(text=text, party="VST")
        comparison = pr.compare_versions(version, other)
        assert comparison.left.text == text
        assert pr.from_json(pr.to_json(comparison)) == comparison


class TestSeveralAccounts:
    def test_each_pair_is_compared_in_order(self) -> None:
        told = pr.compare_conversation(Conversation(versions=(NRL, CRV, EU), id="c1"))
        assert [(c.left.party, c.right.party) for c in told.comparisons] == list(
            combinations(("NRL", "CRV", "EU"), 2)
        )
        assert told.conversation.id == "c1"
        assert all(version.statements for version in told.conversation.versions)

    def test_every_statement_is_in_a_matter(self) -> None:
        told = pr.compare_conversation(Conversation(versions=(NRL, CRV, EU)))
        places = {
            (place.version, place.statement)
            for matter in (*told.shared, *told.alone)
            for place in matter.places
        }
        assert places == {
            (v, s)
            for v, version in enumerate(told.conversation.versions)
            for s in range(len(version.statements))
        }
        assert any(set(matter.parties) == {"NRL", "CRV", "EU"} for matter in told.shared)
        assert all(len(matter.parties) <= 1 for matter in told.alone)

    def test_two_accounts_are_compared_as_alone(self) -> None:
        told = pr.compare_conversation(Conversation(versions=(NRL, CRV)))
        assert told.comparisons == (pr.compare_versions(NRL, CRV),)

    def test_one_account_has_no_pair_and_matters_of_its_own(self) -> None:
        told = pr.compare_conversation(Conversation(versions=(NRL,)))
        assert (told.comparisons, told.shared) == ((), ())
        assert len(told.alone) == len(told.conversation.versions[0].statements)

    def test_links_by_hand_go_to_their_pair(self) -> None:
        found = pr.compare_conversation(Conversation(versions=(NRL, CRV, EU)))
        nrl, crv, eu = found.conversation.versions
        straight = AnchoredLink(left=(anchor(crv, 2),), right=(anchor(eu, 0),))
        turned = AnchoredLink(left=(anchor(eu, 0),), right=(anchor(nrl, 2),))
        stray = AnchoredLink(
            left=(anchor(nrl, 2),), right=(Anchor(version="0000", span=Span(0, 3), text="Old"),)
        )
        told = pr.compare_conversation(
            Conversation(versions=(NRL, CRV, EU)), links=(turned, straight, stray)
        )
        manual = [
            [(x.left, x.right) for x in c.alignment.links if x.origin is Origin.MANUAL]
            for c in told.comparisons
        ]
        assert manual == [[], [((2,), (0,))], [((2,), (0,))]]
        assert [c.alignment.unfit for c in told.comparisons] == [(stray,), (), ()]

    def test_more_accounts_than_the_limit_are_refused(self) -> None:
        with pytest.raises(LimitError, match="conversation: 3 accounts, the limit is 2"):
            pr.compare_conversation(
                Conversation(versions=(NRL, CRV, EU)), limits=Limits(accounts=2)
            )


MANY = [
    Conversation(versions=(NRL, CRV), id="a"),
    Conversation(versions=(attrs.evolve(NRL, text=NRL.text * 9), EU), id="too-long"),
    Conversation(versions=(EU,), id="one-account"),
    Conversation(versions=(CRV, EU), id="b"),
]
LIMITS = Limits(characters=1000)


class TestManyConversations:
    @pytest.mark.parametrize("jobs", [1, 2])
    def test_outcomes_are_in_order_with_errors_in_their_places(self, jobs: int) -> None:
        outcomes = list(compare_many(MANY, jobs=jobs, limits=LIMITS))
        assert [outcome.conversation for outcome in outcomes] == MANY
        assert [outcome.error is None for outcome in outcomes] == [True, False, True, True]
        assert [outcome.comparison is None for outcome in outcomes] == [False, True, False, False]
        assert isinstance(outcomes[1].error, LimitError)
        assert outcomes[0].comparison == pr.compare_conversation(MANY[0])

    def test_fault_of_one_is_its_error(self) -> None:
        def fail(*_: object) -> list[list[float]]:
            raise KeyError("odd")

        first, *_ = compare_many(MANY, similarity=fail)
        assert isinstance(first.error, PairedReadoutsError)
        assert "odd" in str(first.error)

    @pytest.mark.parametrize(("jobs", "ahead"), [(1, 1), (2, 64)])
    def test_stream_is_read_as_needed(self, jobs: int, ahead: int) -> None:
        read = 0

        def stream() -> Iterator[Conversation]:
            nonlocal read
            for number in range(10_000):
                read += 1
                yield Conversation(versions=(EU,), id=str(number))

        outcomes = compare_many(stream(), jobs=jobs)
        for number in range(9):
            assert next(outcomes).conversation.id == str(number)
        assert 9 <= read <= 9 + ahead
        outcomes.close()  # type: ignore[attr-defined]

    def test_progress_tells_how_many_are_done(self) -> None:
        told: list[int] = []
        list(compare_many(MANY, progress=told.append))
        assert told == [1, 2, 3, 4]

    def test_nothing_gives_nothing(self) -> None:
        assert list(compare_many([], jobs=2)) == []

    def test_no_job_is_refused(self) -> None:
        with pytest.raises(ConversationError, match="jobs: expected a whole number from 1 on"):
            compare_many(MANY, jobs=0)


def test_a_report_says_that_the_accounts_are_of_other_days() -> None:
    first = "President Mara Velin of Norland spoke with Prime Minister Teun Okar of Vestria."
    day = dt.date(2031, 5, 2)
    left = pr.Version(text=f"{first} They discussed tariffs.", party="NRL", published=day)
    for days, told in ((7, 0), (8, 1)):
        right = pr.Version(
            text=f"{first} Tariffs were discussed.",
            party="VST",
            published=day + dt.timedelta(days),
        )
        checks = pr.build_report(pr.compare_versions(left, right)).checks
        assert sum("more than a week apart" in check.text for check in checks) == told
