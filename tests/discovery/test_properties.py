"""What holds of every set of releases, in any order and in any number of steps."""

from __future__ import annotations

import itertools
import sys
from functools import cache
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import paired_readouts as pr

ROOT = Path(__file__).parents[2]


@cache
def make_archive(size: int):
    """The archive of the benchmarks, small and dense."""
    sys.path.insert(0, str(ROOT / "benchmarks"))
    try:
        import archive
    finally:
        sys.path.pop(0)
    return archive.make_archive(size, seed=11)


@cache
def conversations() -> list[list[pr.Version]]:
    """The releases of the archive's conversations, those of the same leaders side by side."""
    archive = make_archive(400)
    groups: dict[int, list[pr.Version]] = {}
    for version, numbers in zip(archive.versions, archive.truth, strict=True):
        groups.setdefault(numbers[0], []).append(version)
    return [groups[number] for number in sorted(groups)]


@st.composite
def streams(draw: st.DrawFn) -> list[pr.Version]:
    """Some twenty releases, among them other contacts of the same leaders."""
    first = draw(st.integers(0, len(conversations()) - 12))
    chosen = [v for group in conversations()[first : first + 12] for v in group]
    return draw(st.permutations(chosen))


def groups(found: tuple[pr.Conversation, ...]) -> set[frozenset[str]]:
    return {frozenset(v.id for v in c.versions) for c in found}


@given(streams(), st.randoms(use_true_random=False))
def test_order_changes_nothing(versions, random) -> None:
    lexicon = make_archive(400).lexicon
    shuffled = list(versions)
    random.shuffle(shuffled)
    assert pr.find_conversations(versions, lexicon=lexicon) == pr.find_conversations(
        shuffled, lexicon=lexicon
    )


@given(streams(), st.data())
def test_in_steps_is_all_at_once(versions, data) -> None:
    lexicon = make_archive(400).lexicon
    cuts = sorted(data.draw(st.lists(st.integers(0, len(versions)), max_size=2)))
    after: tuple[pr.Conversation, ...] = ()
    for start, end in itertools.pairwise([0, *cuts, len(versions)]):
        before = after
        after = pr.find_conversations(versions[start:end], known=before, lexicon=lexicon)
        ids = [i for c in after for i in (c.id, *c.merged)]
        assert len(ids) == len(set(ids))
        assert {c.id for c in before} <= set(ids)
    assert groups(after) == groups(pr.find_conversations(versions, lexicon=lexicon))


@given(streams())
def test_every_release_is_in_a_conversation_and_ids_differ(versions) -> None:
    found = pr.find_conversations(versions, lexicon=make_archive(400).lexicon)
    assert {v for c in found for v in c.versions} == set(versions)
    assert len({c.id for c in found}) == len(found)
    assert all(0 <= c.confidence <= 1 and round(c.confidence, 6) == c.confidence for c in found)


@given(streams())
def test_joined_releases_share_a_key(versions) -> None:
    lexicon = make_archive(400).lexicon
    for conversation in pr.find_conversations(versions, lexicon=lexicon):
        keys = [set(pr.conversation_keys(v, lexicon=lexicon)) for v in conversation.versions]
        for left in keys:
            assert len(keys) == 1 or any(left & right for right in keys if right is not left)


@pytest.mark.parametrize("place", range(0, 40, 4))
def test_two_accounts_share_a_key(place: int) -> None:
    lexicon = make_archive(400).lexicon
    several = [group for group in conversations() if len(group) > 1]
    keys = [set(pr.conversation_keys(v, lexicon=lexicon)) for v in several[place]]
    assert keys[0] & keys[1]
    assert len(keys[0]) <= 40


def test_archive_is_grouped_as_it_is() -> None:
    archive = make_archive(400)
    found = pr.find_conversations(archive.versions, lexicon=archive.lexicon)
    true = groups(tuple(pr.Conversation(versions=tuple(g)) for g in conversations()))
    told = groups(found)
    assert len(true & told) >= 0.95 * len(true)
