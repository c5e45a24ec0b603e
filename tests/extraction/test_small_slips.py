"""Rows that notice a small slip in the reading: each kills a change that nothing else did."""

from __future__ import annotations

import pytest
from two_leaders import LEAD, PEOPLE

from paired_readouts.extraction import extract_statements
from paired_readouts.extraction._quotations import find_quotations
from paired_readouts.lexicon import Lexicon, default_lexicon
from paired_readouts.model import ClaimKind, Participant, Version

WAIT, GO = "We wait for the harbour to open again.", "We go back to the harbour at once."

#: A text, and what stands in it between quotation marks.
QUOTATIONS = {
    "over-two-paragraphs": (f"She said: “{WAIT}\n\n“{GO}” Then she left.", [f"“{WAIT}\n\n“{GO}”"]),
    "never-closed": (f"She said: “{WAIT}\n\n{GO} Then she left.", [f"“{WAIT}"]),
    "never-closed-at-the-end": (f"She said: “{WAIT}", [f"“{WAIT}"]),
    "straight-marks": (f'She said: "{WAIT}\n\n"{GO}" Then she left.', [f'"{WAIT}\n\n"{GO}"']),
    "two": (f"“{WAIT}” she said. “{GO}” Then she left.", [f"“{WAIT}”", f"“{GO}”"]),
    "guillemets": (f"She said: «{WAIT}» Then she left.", [f"«{WAIT}»"]),
    "four-words": ("She said “we go back now” twice.", ["“we go back now”"]),
    "three-words": ("She spoke of “a new harbour” twice.", []),
    "a-mark-of-inches": ('A pipe of 12" reaches the old harbour of Tarn.', []),
}


@pytest.mark.parametrize("row", QUOTATIONS)
def test_quotations(row: str) -> None:
    text, expected = QUOTATIONS[row]
    assert [span.cut(text) for span in find_quotations(text, default_lexicon())] == expected


#: A sentence after the lead, and whose act its content reports: who, act and words.
REPORTED = {
    "of-the-other": (
        "President Velin welcomed Prime Minister Aster's readiness to talk about the dam.",
        [("aster", "commit", "readiness to talk about the dam")],
    ),
    "by-the-other": (
        "President Velin welcomed the readiness of Prime Minister Aster to talk.",
        [("aster", "commit", "readiness of Prime Minister Aster to talk")],
    ),
    "of-nobody-who-takes-part": ("President Velin welcomed the unions' readiness to talk.", []),
    "of-nobody": ("President Velin welcomed the readiness to talk about the dam.", []),
    "of-the-same": ("President Velin stressed President Velin's readiness to talk.", []),
}


@pytest.mark.parametrize("row", REPORTED)
def test_acts_that_are_reported_within_a_statement(row: str) -> None:
    sentence, expected = REPORTED[row]
    version = extract_statements(Version(text=LEAD + sentence, party="NRL", participants=PEOPLE))
    found = [
        (" ".join(p.family_name for p in one.speakers), one.act.value, one.span.cut(version.text))
        for statement in version.statements
        for one in statement.embedded
    ]
    assert found == expected


SPOKE = "President Velin spoke with Prime Minister Aster"


def claimed(kind: ClaimKind, text: str) -> list[str]:
    version = extract_statements(Version(text=text, party="NRL", participants=PEOPLE))
    return [claim.value for claim in version.claims if claim.kind is kind]


#: How an account gives the hour, and the hour.
HOURS = [
    ("at 7:50 pm", ["19:50"]),
    ("at 7 pm", ["19:00"]),
    ("at 7pm", ["19:00"]),
    ("at 7.50 pm", ["19:50"]),
    ("at 7:50pm", ["19:50"]),
    ("from 7:50 p.m.", ["19:50"]),
    ("at 21:40", ["21:40"]),
    ("commencing at 19:05", ["19:05"]),
    ("at 12 am", ["00:00"]),
    ("at 12 pm", ["12:00"]),
    ("at 12:05 a.m.", ["00:05"]),
    ("at 0:00", ["00:00"]),
    ("at 21", []),
    ("at 24:00", []),
    ("at 25:10", []),
    ("at 7:60", []),
    ("at 7:5 pm", []),
    ("at 119 pm", []),
]


@pytest.mark.parametrize(("words", "hours"), HOURS, ids=[row[0] for row in HOURS])
@pytest.mark.parametrize("rest", ["", " on trade"], ids=["last", "not-last"])
def test_the_hour_of_the_conversation(words: str, hours: list[str], rest: str) -> None:
    assert claimed(ClaimKind.TIME, f"{SPOKE} {words}{rest}.") == hours


#: Where a date stands, and whether it is that of the conversation.
DAYS = [
    ("on 3 May 2031", True),
    ("on May 3, 2031, about the truce", True),
    ("on the morning of 3 May 2031", True),
    ("by phone 3 May 2031", True),
    ("to open the port on 3 May 2031", False),
    ("on the truce of 3 May 2031", False),
    ("on trade since 3 May 2031", False),
    ("after the 3 May 2031 summit", False),
    ("before 3 May 2031", False),
]


@pytest.mark.parametrize(("words", "told"), DAYS, ids=[row[0] for row in DAYS])
def test_the_day_of_the_conversation(words: str, told: bool) -> None:  # noqa: FBT001
    assert claimed(ClaimKind.DATE, f"{SPOKE} {words}.") == (["2031-05-03"] if told else [])


#: A sentence with more before the contact, whose day is that of the conversation.
BEFORE = {
    "a-participle": "President Velin, visiting Tarn, met Prime Minister Aster on 3 May 2031.",
    "a-purpose": "On the way to open a port, President Velin met the Chancellor on 3 May 2031.",
}


@pytest.mark.parametrize("row", BEFORE)
def test_the_day_stands_behind_the_contact(row: str) -> None:
    assert claimed(ClaimKind.DATE, BEFORE[row]) == ["2031-05-03"]


#: What the title says of the contact, and the words of the text that say the same.
CONTACTS = {"Readout of the Call": ["spoke with"], "Readout of the Meeting": [None]}


@pytest.mark.parametrize("title", CONTACTS)
def test_the_contact_of_the_title_in_the_words_of_the_text(title: str) -> None:
    text = f"{SPOKE}."
    version = extract_statements(Version(text=text, title=title, participants=PEOPLE))
    spans = [claim.span for claim in version.claims if claim.kind is ClaimKind.CONTACT]
    assert [span and span.cut(text) for span in spans] == CONTACTS[title]


#: What is told to be intended, and whose it is.
INTENDED = {
    "Norland's intention to open the port": "NRL",
    "Norland's firm intention to open the port": "NRL",
    "Vestria's firm intention to open the port": "VST",
    "a firm intention to open the port": None,
}


@pytest.mark.parametrize("words", INTENDED)
def test_whose_intention_it_is(words: str, lexicon: Lexicon) -> None:
    version = Version(text=f"{LEAD}President Velin emphasized {words}.", party="NRL")
    found = extract_statements(version, participants=PEOPLE, lexicon=lexicon).statements[1]
    by = found.undertaking and found.undertaking.by
    assert by == (INTENDED[words] and (INTENDED[words],))


def test_his_majesty_is_no_one_of_ours() -> None:
    king = Participant(name="Orven", role="His Majesty King", party="VST")
    text = "President Velin met King Orven. President Velin thanked His Majesty for the help."
    version = Version(text=text, party="NRL", participants=(*PEOPLE, king))
    assert extract_statements(version).statements[1].addressees == (king,)


def test_a_pronoun_after_two_who_met_is_the_first_of_them() -> None:
    text = "President Velin and Prime Minister Aster met in Tarn. She urged calm."
    version = extract_statements(Version(text=text, party="NRL", participants=PEOPLE))
    assert version.statements[1].speakers == PEOPLE[:1]
