"""One matter in the words of two offices shares a concept; look-alikes do not."""

from __future__ import annotations

from pathlib import Path

import pytest

from paired_readouts._text import Phrases, tokenize
from paired_readouts.lexicon import default_lexicon

PARTS = (Path(__file__).parent / "same_matters.txt").read_text(encoding="utf-8").split("\n\n")
SPLIT = PARTS.index("OTHER")
SAME, OTHER = (
    [tuple(rows.strip().split("\n")) for rows in part]
    for part in (PARTS[2:SPLIT], PARTS[SPLIT + 1 :])
)
GENRE = {"leaders", "minister", "president", "called", "discussed", "stressed", "agreed", "raised"}
CONCEPTS = {entry.id: entry for entry in default_lexicon().table("concepts")}
FOUND = Phrases((phrase, entry.id) for entry in CONCEPTS.values() for phrase in entry.list())


def concepts_of(text: str) -> set[str]:
    return {concept for *_, concept in FOUND.find(tokenize(text).lower)}


def with_wholes(concepts: set[str]) -> set[str]:
    return concepts | {CONCEPTS[concept].text("within") for concept in concepts} - {""}


@pytest.mark.parametrize(("one", "other"), SAME)
def test_one_matter_in_other_words_shares_a_concept_or_its_whole(one: str, other: str) -> None:
    assert with_wholes(concepts_of(one)) & with_wholes(concepts_of(other))


@pytest.mark.parametrize(("one", "other"), OTHER)
def test_look_alikes_share_no_concept(one: str, other: str) -> None:
    assert not concepts_of(one) & concepts_of(other)


def test_words_alone_would_not_do() -> None:
    """Half of the rows, or more, share no longer word, so that the concepts are what joins them."""
    apart = 0
    for one, other in SAME:
        words = ({w for w in tokenize(row).lower if len(w) > 5} - GENRE for row in (one, other))
        apart += not set.intersection(*words)
    assert apart > len(SAME) / 2
