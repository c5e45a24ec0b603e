"""Reporting frames: who is reported to perform which act, by the form of the sentence."""

from __future__ import annotations

import pytest
from two_leaders import LEAD, frames
from two_leaders import read as read_text

BOTH = "aster velin"

# Each sentence with its statements: speakers, act, the verb's dictionary form.
TABLE = {
    "finite": ("President Velin stressed that aid would go on.", ["velin emphasize stress"]),
    "plural": ("Both leaders agreed to meet soon.", [f"{BOTH} agree agree"]),
    "participle": (
        "The President condemned the attack, stressing the need for calm.",
        ["velin criticize condemn", "velin emphasize stress"],
    ),
    "with both": (
        "President Velin and Prime Minister Aster discussed trade, with both reaffirming ties.",
        [f"{BOTH} discuss discuss", f"{BOTH} emphasize reaffirm"],
    ),
    "purpose": (
        "President Velin spoke with Prime Minister Aster to thank him for the aid.",
        [" narrate ", "velin praise thank"],
    ),
    "contact with its topic": (
        "President Velin spoke with Prime Minister Aster about the drought.",
        [f"{BOTH} discuss discuss"],
    ),
    "passive of all": ("Trade and energy were discussed.", [f"{BOTH} discuss discuss"]),
    "passive with an agent": (
        "The importance of calm was reiterated by President Velin.",
        ["velin emphasize reiterate"],
    ),
    "impersonal": (
        "It was agreed that the teams would meet.",
        [f"{BOTH} agree agree"],
    ),
    "nominal topic": ("The conversation focused on trade.", [f"{BOTH} discuss discuss"]),
    "nominal agreement": ("Agreement was reached on a visit.", [f"{BOTH} agree agree"]),
    "light verb": (
        "President Velin expressed her gratitude for the aid.",
        ["velin praise express gratitude"],
    ),
    "opportunity": (
        "President Velin took the opportunity to explain the plan.",
        ["velin state explain"],
    ),
    "inverted": (
        "“The harbor is open today,” said Prime Minister Aster.",
        ["aster state say"],
    ),
    "trailing": ("Norland would go on, the President added.", ["velin state add"]),
    "according to": (
        "According to President Velin, the harbor is open.",
        ["velin state according to"],
    ),
    "topic opener": (
        "Turning to trade, Prime Minister Aster proposed a fund.",
        ["aster propose propose"],
    ),
    "coordination": (
        "She thanked him and invited him to Hale.",
        ["velin praise thank", "velin propose invite"],
    ),
    "side": ("The Norlandic side noted the progress.", ["velin state note"]),
    "former": ("The former praised the latter.", ["velin praise praise"]),
    "inner verb": (
        "The President said that the Prime Minister had promised aid.",
        ["velin state say"],
    ),
    "fact": ("The mayor of Hale opened a bridge.", [" narrate "]),
}


def read(sentence, lexicon):
    lead = "" if sentence.startswith("President Velin spoke") else LEAD
    found = read_text(lead + sentence, lexicon)
    return found[1:] if lead else found


@pytest.mark.parametrize(("sentence", "expected"), TABLE.values(), ids=TABLE)
def test_who_performs_which_act(sentence, expected, lexicon):
    assert frames(read(sentence, lexicon)) == expected


def test_statements_of_one_sentence_share_it_out(lexicon):
    sentence, expected = TABLE["coordination"]
    found = read(sentence, lexicon)
    assert " ".join(s.text for s in found) == sentence
    assert len(found) == len(expected)


@pytest.mark.parametrize(
    ("sentence", "act", "negated"),
    [
        ("They did not discuss the border.", "discuss", True),
        ("They discussed the border.", "discuss", False),
        ("The border was not discussed.", "discuss", True),
        ("The border was discussed.", "discuss", False),
        ("There was no discussion of the border.", "discuss", True),
        ("No mention was made of the border.", "discuss", True),
        ("The border did not come up.", "discuss", True),
        ("The border was not on the agenda.", "discuss", True),
        ("President Velin made no mention of the border.", "state", True),
        ("President Velin never mentioned the border.", "state", True),
        ("No agreement was reached on the border.", "agree", True),
        ("The two sides failed to agree on the border.", "agree", True),
        ("They discussed why no border is safe.", "discuss", False),
    ],
)
def test_a_frame_may_be_negated(sentence, act, negated, lexicon):
    (statement,) = read(sentence, lexicon)
    assert (statement.act.value, statement.negated) == (act, negated)


def test_the_rule_names_the_frame_and_the_subject(lexicon):
    (statement,) = read("She stressed that aid would go on.", lexicon)
    assert statement.confidence.rule == "clause, pronoun"
