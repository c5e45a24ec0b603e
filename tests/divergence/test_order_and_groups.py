"""Counts that are made in one pass, held against what they mean pair by pair."""

from __future__ import annotations

import datetime as dt
from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

import paired_readouts as pr
from paired_readouts.divergence._linked import Linked, Reading, read_links
from paired_readouts.divergence._reading import read_pair
from paired_readouts.divergence._shape import kendall_tau
from paired_readouts.lexicon import default_lexicon

PLACES = st.lists(st.tuples(st.integers(0, 6), st.integers(0, 6)), max_size=14)
SIDES = st.sets(st.integers(0, 7), min_size=1, max_size=3)
LINKS = st.lists(st.tuples(SIDES, SIDES), max_size=8)


def tau_by_pairs(places: list[tuple[int, int, int]]) -> float | None:
    """Kendall's tau-b by its definition."""
    pairs = list(combinations(places, 2))
    agree = sum((a > c) - (a < c) == (b > d) - (b < d) for (a, b, _), (c, d, _) in pairs if a != c)
    against = sum(
        (a > c) - (a < c) == (b < d) - (b > d) for (a, b, _), (c, d, _) in pairs if a != c
    )
    left = sum(a != c for (a, _, _), (c, _, _) in pairs)
    right = sum(b != d for (_, b, _), (_, d, _) in pairs)
    if len(places) < 4 or not left * right:
        return None
    return float(round((agree - against) / (left * right) ** 0.5, 6))


@given(PLACES)
def test_the_order_is_kendalls_tau(pairs: list[tuple[int, int]]) -> None:
    places = sorted((left, right, n) for n, (left, right) in enumerate(pairs))
    assert kendall_tau(places) == tau_by_pairs(places)


@pytest.mark.parametrize(
    ("rights", "tau"),
    [
        ([0, 1, 2, 3], 1.0),
        ([3, 2, 1, 0], -1.0),
        ([2, 2, 2, 2], None),
        ([0, 1, 2], None),
        ([1, 0, 3, 2], 0.333333),
    ],
    ids=["same order", "turned round", "all in one place", "too few", "neighbours change"],
)
def test_orders_have_their_tau(rights: list[int], tau: float | None) -> None:
    assert kendall_tau([(n, right, n) for n, right in enumerate(rights)]) == tau


def account(party: str) -> pr.Version:
    """Eight statements on one matter each."""
    lines = [f"President Mara Velin spoke of harbour {n}." for n in range(8)]
    text = " ".join(lines)
    found = [(text.index(line), line) for line in lines]
    return pr.Version(
        text=text,
        party=party,
        published=dt.date(2031, 5, 3),
        statements=tuple(
            pr.Statement(text=line, span=pr.Span(at, at + len(line))) for at, line in found
        ),
    )


def read(ends: list[tuple[set[int], set[int]]]) -> tuple[Linked, ...]:
    links = [pr.Link(left=tuple(sorted(a)), right=tuple(sorted(b))) for a, b in ends]
    alignment = pr.Alignment(left=account("NRL"), right=account("VST"), links=tuple(links))
    return read_links(read_pair(alignment, default_lexicon()))


@given(LINKS)
def test_links_that_share_a_statement_are_of_one_group(
    ends: list[tuple[set[int], set[int]]],
) -> None:
    links = read(ends)
    groups = Reading(links[0].pair, links).joined() if links else ()
    assert sorted(x.position for group in groups for x in group) == list(range(len(ends)))
    assert [g[0].position for g in groups] == sorted(g[0].position for g in groups)
    group_of = {x.position: n for n, group in enumerate(groups) for x in group}
    for m, n in combinations(range(len(ends)), 2):
        if ends[m][0] & ends[n][0] or ends[m][1] & ends[n][1]:
            assert group_of[m] == group_of[n]
    for group in groups:
        assert list(group) == sorted(group, key=lambda one: one.position)
        reached, todo = {group[0].position}, [group[0].position]
        while todo:
            m = todo.pop()
            near = {n for n, e in enumerate(ends) if e[0] & ends[m][0] or e[1] & ends[m][1]}
            todo += sorted(near - reached)
            reached |= near
        assert reached == {one.position for one in group}
