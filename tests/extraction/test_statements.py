"""What holds of the statements of every text."""

from __future__ import annotations

import pickle

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st
from two_leaders import PEOPLE

from paired_readouts.extraction import extract_statements, find_participants
from paired_readouts.model import Act, Version

SENTENCES = (
    "President Velin spoke with Prime Minister Aster today.",
    "The two leaders discussed trade, energy and the harbor.",
    "President Velin stressed that aid would continue, and Prime Minister Aster thanked her.",
    "She condemned the attack, stressing the need for calm.",
    "“We are ready to help,” said Prime Minister Aster.",
    "“Our ties are strong. We will keep them so.”",
    "It was agreed that the teams would meet if the talks go on.",
    "Trade between the countries grew by 3.5 percent.",
    "According to the President, the harbor is open.",
    "According to her, it will stay so",
    "1. The leaders reviewed the fund.",
    "• They look forward to the visit",
    "Norland",
    "that, and (the) “with",
)
TEXTS = st.lists(
    st.tuples(st.sampled_from(SENTENCES), st.sampled_from((" ", "\n", "\n\n"))), max_size=8
).map(lambda parts: "".join(part for pair in parts for part in pair))
NOISE = st.text(alphabet="MrVelin P said that“”\"'.,()\n-1", max_size=60)


def extracted(text, participants=PEOPLE):
    return extract_statements(Version(text=text or "-", party="NRL"), participants=participants)


@given(st.one_of(TEXTS, NOISE, st.tuples(TEXTS, NOISE).map("".join)))
def test_statements_are_stretches_of_the_text_in_order(text):
    version = extracted(text)
    end = 0
    for position, statement in enumerate(version.statements):
        assert statement.span.start >= end
        assert statement.span.cut(version.text) == statement.text
        assert statement.text == statement.text.strip()
        assert statement.continues is None or statement.continues < position
        assert (statement.act is Act.NARRATE) <= (statement.speakers == ())
        assert statement.confidence.rule
        assert set(statement.speakers) <= set(PEOPLE)
        end = statement.span.end
    assert version.text == (text or "-")


@given(TEXTS)
def test_extraction_is_deterministic_and_survives_pickling(text):
    version = extracted(text)
    assert version == extracted(text)
    assert pickle.loads(pickle.dumps(version)) == version  # noqa: S301  our own bytes


@given(TEXTS)
def test_participants_are_found_where_none_are_given(text):
    version = Version(text=text or "-", party="NRL")
    found = find_participants([version])
    assert extract_statements(version).participants == found
    assert extract_statements(version) == extract_statements(version, participants=found)


@given(TEXTS)
def test_a_version_with_statements_is_left_as_it_is(text):
    version = extracted(text)
    if version.statements:
        assert extract_statements(version) is version


def test_a_language_without_a_lexicon_gets_a_warning():
    version = Version(text="President Velin puhui.", language="fi")
    found = extract_statements(version)
    assert [warning.code for warning in found.warnings] == ["unsupported-language"]
    assert attrs.evolve(found, warnings=()) == version


def test_claims_that_are_there_are_kept():
    first = extracted(SENTENCES[0])
    again = extract_statements(attrs.evolve(first, statements=()), participants=PEOPLE)
    assert first.claims
    assert again == first


ITEMS = {
    "list": ("They discussed trade, energy and the harbor.", ["trade", "energy", "the harbor"]),
    "between": (
        "They discussed relations between Norland and Vestria and the harbor.",
        ["relations between Norland and Vestria", "the harbor"],
    ),
    "between, complete": (
        "They discussed ties between our countries and the harbor.",
        ["ties between our countries", "the harbor"],
    ),
    "one thing": (
        "They discussed the harbor and regional and global issues.",
        ["the harbor", "regional and global issues"],
    ),
    "passive": (
        "During the conversation, trade and the harbor were also discussed.",
        ["trade", "the harbor"],
    ),
}


@pytest.mark.parametrize(("sentence", "items"), ITEMS.values(), ids=ITEMS)
def test_the_items_of_a_statement(sentence, items):
    (statement,) = extracted(f"{SENTENCES[0]} {sentence}").statements[1:]
    text = f"{SENTENCES[0]} {sentence}"
    assert [item.cut(text) for item in statement.items] == items
