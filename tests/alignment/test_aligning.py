"""What an alignment must be, whatever the accounts."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence
from itertools import pairwise

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

import paired_readouts as pr

Account = Callable[..., pr.Version]

LEFT = (
    " | narrate | spoke | President Mara Velin spoke by phone today with Prime Minister Teun Okar.",
    "velin | request | urged | She urged the release of the detained fishermen.",
    "velin,okar | discuss | discussed | The leaders discussed steel tariffs and a new ferry line.",
    "velin | state | announced | Velin announced $40 million for the victims of the flood.",
    "velin | emphasize | stressed | She stressed the freedom of the press.",
    "velin,okar | agree | agreed | They agreed that the border commission will meet on May 12.",
)
RIGHT = (
    " | narrate | held | Prime Minister Teun Okar held a telephone conversation with Mara Velin.",
    "okar | praise | thanked | He thanked Norland for $40 million for those whom the flood struck.",
    "okar | state | explained | Okar explained that the fishermen detained in March await a court.",
    "velin,okar | agree | agreed | They agreed that the commission on the border meets on 12 May.",
    "okar | propose | invited | Okar invited the President to the harvest festival.",
    "velin,okar | discuss | were discussed | Steel tariffs were discussed in detail.",
)
OTHER = (
    " | narrate | met | Prime Minister Teun Okar met with farmers.",
    "okar | state | told | He told them that the price of milk will rise.",
    "okar | commit | promised | Okar promised new schools for the mountain villages.",
)

#: Left and right statements of the pair above that a careful reader would join.
JOINED = {(0, 0), (1, 2), (2, 5), (3, 1), (5, 3)}


def pairs(alignment: pr.Alignment) -> set[tuple[int, int]]:
    return {(i, j) for link in alignment.links for i in link.left for j in link.right}


def test_joins_what_reports_the_same_matter(account: Account) -> None:
    alignment = pr.align_statements(account("NRL", *LEFT), account("VST", *RIGHT))
    assert pairs(alignment) == JOINED
    assert alignment.unlinked_left == (4,)
    assert alignment.unlinked_right == (4,)


def test_identical_accounts_link_each_statement_to_its_twin(account: Account) -> None:
    version = account("NRL", *LEFT, "velin | state |  | It does.", "velin | state |  | It does.")
    alignment = pr.align_statements(version, version)
    assert pairs(alignment) == {(k, k) for k in range(len(version.statements))}
    assert {link.relation for link in alignment.links} == {pr.Relation.SAME}


def test_unrelated_accounts_share_the_opening_at_most(account: Account) -> None:
    alignment = pr.align_statements(account("NRL", *LEFT[1:]), account("VST", *OTHER))
    assert pairs(alignment) <= {(0, 0)}


@pytest.mark.parametrize(
    ("days", "least"), [(1, 5), (7, 5), (8, 1)], ids=["next day", "a week later", "other talks"]
)
def test_accounts_of_other_days_share_the_opening_at_most(
    days: int, least: int, account: Account
) -> None:
    day = dt.date(2031, 5, 2)
    left = attrs.evolve(account("NRL", *LEFT), published=day)
    right = attrs.evolve(account("VST", *RIGHT), published=day + dt.timedelta(days))
    assert len(pairs(pr.align_statements(left, right))) == least


def test_the_day_that_a_text_tells_counts_as_much_as_that_of_publication(account: Account) -> None:
    told = pr.Claim(kind=pr.ClaimKind.DATE, value="2031-05-02")
    left = attrs.evolve(account("NRL", *LEFT), published=dt.date(2031, 5, 20), claims=(told,))
    right = attrs.evolve(account("VST", *RIGHT), published=dt.date(2031, 5, 3))
    assert pairs(pr.align_statements(left, right)) == JOINED


def test_one_partys_accounts_of_other_days_are_compared_in_full(account: Account) -> None:
    left = attrs.evolve(account("NRL", *LEFT), published=dt.date(2031, 5, 2))
    right = attrs.evolve(account("NRL", *RIGHT), published=dt.date(2032, 5, 2))
    assert pairs(pr.align_statements(left, right)) == JOINED


@pytest.mark.parametrize(
    "words",
    ["Hello there.", "Nothing to see.", "There is nothing more to it than that."],
    ids=["greeting", "nothing", "joining words"],
)
def test_words_that_tell_nothing_are_no_evidence(words: str, account: Account) -> None:
    left = account("NRL", LEFT[0], "velin | emphasize | stressed | She stressed there was nothing.")
    alignment = pr.align_statements(left, account("VST", f" | narrate |  | {words}"))
    assert pairs(alignment) == set()


@pytest.mark.parametrize(
    ("left", "right"),
    [
        (
            "agreed | agreed to continue their regular consultations",
            "It was agreed to stay in touch",
        ),
        ("agreed | agreed to keep open the channel", "They agreed to maintain contacts"),
    ],
    ids=["consultations", "channel"],
)
def test_that_they_will_speak_again_is_joined_in_other_words(
    left: str, right: str, account: Account
) -> None:
    verb, words = left.split(" | ")
    here = account("NRL", *LEFT[:3], f"velin,okar | agree | {verb} | The leaders {words}.")
    there = account("VST", *RIGHT[:3], f"velin,okar | agree | agreed | {right}.")
    assert (3, 3) in pairs(pr.align_statements(here, there))


def test_one_item_of_a_long_list_is_enough(account: Account) -> None:
    here = account(
        "NRL",
        LEFT[0],
        "velin,okar | discuss | focused on | The talks focused on ferry lines, the price of milk,"
        " the orchestra's tour, wind farms off the cape, and the harvest of seaweed.",
        LEFT[4],
    )
    there = account(
        "VST",
        RIGHT[0],
        "okar | request | asked | Okar asked for wind farms off the cape.",
        RIGHT[2],
    )
    assert pairs(pr.align_statements(here, there)) == {(0, 0), (1, 1)}


@given(order=st.permutations(range(len(RIGHT))))
def test_order_decides_nothing(order: Sequence[int], account: Account) -> None:
    shuffled = account("VST", *(RIGHT[k] for k in order))
    alignment = pr.align_statements(account("NRL", *LEFT), shuffled)
    assert {(i, order[j]) for i, j in pairs(alignment)} == JOINED


@given(data=st.data())
def test_swapping_the_accounts_mirrors_the_links(data: st.DataObject, account: Account) -> None:
    rows = (*LEFT, *RIGHT, *OTHER)
    some = st.lists(st.sampled_from(rows), min_size=1, max_size=8)
    left, right = account("NRL", *data.draw(some)), account("VST", *data.draw(some))
    there = pr.align_statements(left, right, threshold=0.2)
    back = pr.align_statements(right, left, threshold=0.2)
    mirrored = {
        (link.right, link.left, link.score, link.relation, link.differences, link.right_rest)
        for link in back.links
    }
    assert mirrored == {
        (link.left, link.right, link.score, link.relation, link.differences, link.left_rest)
        for link in there.links
    }


@given(data=st.data())
def test_links_rest_on_evidence_and_add_up(data: st.DataObject, account: Account) -> None:
    rows = (*LEFT, *RIGHT, *OTHER)
    some = st.lists(st.sampled_from(rows), min_size=1, max_size=8)
    left, right = account("NRL", *data.draw(some)), account("VST", *data.draw(some))
    alignment = pr.align_statements(left, right)
    for link in alignment.links:
        assert link.contributions
        total = pr.explain_link(alignment, link).log_odds
        assert link.score == pytest.approx(1 / (1 + 2.718281828**-total), abs=1e-3)
        for span in (*link.left_items, *link.left_rest):
            assert any(span in left.statements[i].span for i in link.left)
        for span in (*link.right_items, *link.right_rest):
            assert any(span in right.statements[j].span for j in link.right)


def test_frame_words_alone_join_nothing(account: Account) -> None:
    left = account("NRL", "velin | emphasize | stressed | The President stressed its importance.")
    right = account("VST", "velin | emphasize | stressed | President Velin stressed importance.")
    assert pr.align_statements(left, right, threshold=0.0).links == ()


def test_nothing_to_align(account: Account) -> None:
    empty = pr.Version(text="Nothing.", party="VST")
    alignment = pr.align_statements(account("NRL", *LEFT), empty)
    assert alignment.links == ()
    assert alignment.unlinked_left == tuple(range(len(LEFT)))


def test_items_that_a_link_leaves_over(account: Account) -> None:
    left = account(
        "NRL",
        "velin,okar | discuss | discussed | They discussed sanctions, the ferry line and security.",
    )
    right = account("VST", "velin,okar | discuss | discussed | They discussed the ferry line.")
    (link,) = pr.align_statements(left, right, threshold=0.0).links
    assert [span.cut(left.text) for span in link.left_items] == ["the ferry line"]
    assert len(link.left_rest) == 2
    assert link.right_rest == ()


def test_two_spellings_of_one_name_are_one_speaker() -> None:
    def version(name: str, party: str) -> pr.Version:
        text = f"{name} stressed clean water for the camps."
        who = pr.Participant(name=name, party="KZR")
        statement = pr.Statement(
            text=text,
            span=pr.Span(0, len(text)),
            speakers=(who,),
            act=pr.Act.EMPHASIZE,
            verb=pr.Span(len(name) + 1, len(name) + 9),
        )
        return pr.Version(text=text, party=party, statements=(statement,))

    (link,) = pr.align_statements(
        version("Orlan Beliyev", "KZR"), version("Orlan Believ", "NRL")
    ).links
    assert pr.Difference.SPEAKER not in link.differences


def test_more_statements_than_the_limit_say_so(account: Account) -> None:
    version = account("NRL", *LEFT)
    with pytest.raises(pr.LimitError, match="right: 6 statements, the limit is 5"):
        pr.align_statements(account("VST", *LEFT[:2]), version, limits=pr.Limits(statements=5))


@pytest.mark.parametrize("threshold", [-0.1, 1.5, float("nan")])
def test_threshold_is_a_probability(threshold: float, account: Account) -> None:
    version = account("NRL", *LEFT)
    with pytest.raises(pr.AlignmentError, match="threshold"):
        pr.align_statements(version, version, threshold=threshold)


def test_a_higher_threshold_never_adds_a_pair(account: Account) -> None:
    left, right = account("NRL", *LEFT), account("VST", *RIGHT)
    found = [pairs(pr.align_statements(left, right, threshold=k / 10)) for k in range(11)]
    assert all(higher <= lower for lower, higher in pairwise(found))


def test_plain_sentences_are_aligned_too() -> None:
    def version(party: str, sentences: Sequence[str]) -> pr.Version:
        text, statements = " ".join(sentences), []
        for words in sentences:
            start = text.index(words)
            span = pr.Span(start, start + len(words))
            statements.append(pr.Statement(text=words, span=span))
        return pr.Version(text=text, party=party, statements=tuple(statements))

    left = version("A1", ["The ferry sank off Holm with 40 people aboard.", "Rain fell all night."])
    right = version(
        "B1",
        ["Schools stay closed.", "Divers search for the ferry that sank near Holm on Monday."],
    )
    assert pairs(pr.align_statements(left, right)) == {(0, 1)}


def test_links_do_not_depend_on_other_runs(account: Account) -> None:
    left, right = account("NRL", *LEFT), account("VST", *RIGHT)
    first = pr.align_statements(left, right)
    pr.align_statements(account("XX", *reversed(LEFT)), right)
    assert pr.align_statements(attrs.evolve(left), attrs.evolve(right)) == first
