"""Forms that press offices use seldom: each reaches a rule that common sentences do not."""

from __future__ import annotations

import datetime as dt

import pytest
from two_leaders import LEAD, PEOPLE, frames, read

from paired_readouts._dates_in_text import find_dates
from paired_readouts._text import tokenize
from paired_readouts.extraction import extract_statements, split_sentences
from paired_readouts.extraction.claims import find_claims, find_genre
from paired_readouts.extraction.mentions import find_mentions
from paired_readouts.model import ClaimKind, MentionKind, Version

BOTH = "aster velin"

# A sentence after the lead, and its statements: speakers, act, dictionary form.
FRAMES = [
    ("President Velin suggested that the port should stay open.", ["velin propose suggest"]),
    ("President Velin suggested that the port was closed.", ["velin state suggest"]),
    ("President Velin said that she looked forward to the visit.", ["velin express say"]),
    ("President Velin said he looks forward to the visit.", ["velin express say"]),
    ("President Velin made a remark on trade.", [" narrate "]),
    ("President Velin delivered a warning about the dam.", ["velin warn deliver warning"]),
    ("President Velin gave assurances that it is safe.", ["velin commit give assurances"]),
    (
        "President Velin exchanged views with Prime Minister Aster on trade.",
        [f"{BOTH} discuss exchange views"],
    ),
    (
        "President Velin made it clear that Norland would respond if attacked.",
        ["velin warn make it clear"],
    ),
    (
        "President Velin made it clear that Norland would respond.",
        ["velin emphasize make it clear"],
    ),
    ("In late December, Norland rejected the plan.", [" narrate "]),
    ("Norland has rejected the plan.", [" narrate "]),
    ("Norland recently condemned the strike.", [" narrate "]),
    ("Norland rejected the plan.", ["velin reject reject"]),
    (
        "Trade was discussed and it was noted that the dam is safe.",
        [f"{BOTH} discuss discuss", " state note"],
    ),
    (
        "Trade was discussed, it was stressed that the dam is safe.",
        [f"{BOTH} discuss discuss", " emphasize stress"],
    ),
    ("It was stressed by the envoy that the dam is safe.", [" emphasize stress"]),
    ("“The harbor is open,” said President Velin's adviser.", [" narrate "]),
    ("“The harbor is open,” stressed President Velin.", ["velin emphasize stress"]),
    (
        "President Velin used the meeting as an occasion to explain the plan.",
        [" narrate "],
    ),
    (
        "She had a call with Prime Minister Aster and agreed to meet.",
        [" narrate ", f"{BOTH} agree agree"],
    ),
    (
        "President Velin thanked Prime Minister Aster, praised the crew and urged calm.",
        ["velin praise thank", "velin praise praise", "velin request urge"],
    ),
    (
        "President Velin thanked Prime Minister Aster, stressed that the crew was safe.",
        ["velin praise thank", "velin emphasize stress"],
    ),
    (
        "President Velin began the conversation by thanking Prime Minister Aster.",
        ["velin praise thank"],
    ),
    (
        "President Velin condemned the attack, noting the toll and underscoring the need.",
        ["velin criticize condemn", "velin state note", "velin emphasize underscore"],
    ),
    (
        "President Velin praised the crew, sharing her concern over the dam.",
        ["velin praise praise", "velin express share concern"],
    ),
    (
        "President Velin praised the crew working on bridges, sharing her concern.",
        ["velin praise praise"],
    ),
    ("President Velin praised the crew or sharing her concern.", ["velin praise praise"]),
    ("President Velin condemned the attack and sharing her concern.", ["velin criticize condemn"]),
    (
        "President Velin condemned the attack and underscoring the need for calm.",
        ["velin criticize condemn"],
    ),
    (
        "President Velin condemned the attack, and underscoring the need for calm, left.",
        ["velin criticize condemn", "velin emphasize underscore"],
    ),
    (
        "Underscoring the need for calm, President Velin thanked the crew.",
        ["velin emphasize underscore", "velin praise thank"],
    ),
    ("Sharing her concern, President Velin thanked the crew.", ["velin praise thank"]),
    (
        "Sharing that the dam is safe, President Velin thanked the crew.",
        ["velin state share", "velin praise thank"],
    ),
    ("The dam, noted as safe, topped the agenda.", [" narrate "]),
    ("The dam noted as safe topped the agenda.", [f"{BOTH} discuss discuss"]),
    (
        "Stating that the dam is safe, President Velin said the crew will stay.",
        ["velin state state", "velin state say"],
    ),
    ("Given that the dam is safe, President Velin thanked the crew.", ["velin praise thank"]),
    (
        "Pointing out that the dam is safe, President Velin called on the crew to stay.",
        ["velin state point out", "velin request call on"],
    ),
    (
        "Noting during the call that the dam is safe, President Velin thanked the crew.",
        ["velin state note", "velin praise thank"],
    ),
    (
        "Welcoming the new dam, the sides agreed to meet.",
        [f"{BOTH} praise welcome", f"{BOTH} agree agree"],
    ),
    ("Discussing the dam, President Velin thanked the crew.", ["velin praise thank"]),
    (
        "President Velin, stating that the dam is safe, warned of floods.",
        ["velin state state", "velin warn warn"],
    ),
    (
        "President Velin, describing the dam as safe, warned of floods.",
        ["velin state describe", "velin warn warn"],
    ),
    (
        "In this conversation, President Velin thanked the crew and emphasised the need for calm.",
        ["velin praise thank", "velin emphasize emphasise"],
    ),
    (
        "According to President Velin, during the meeting the sides discussed trade.",
        ["velin state according to"],
    ),
    (
        "They condemned the raid, which threatens the coast, and concurred in guarding the dam.",
        [f"{BOTH} criticize condemn", f"{BOTH} agree concur in"],
    ),
    ("They considered the schedule of visits.", [f"{BOTH} discuss consider"]),
    (
        "They had candid, in-depth and constructive exchanges on trade.",
        [f"{BOTH} discuss have exchanges"],
    ),
    ("Further topics were trade and the dam.", [f"{BOTH} discuss discuss"]),
    (
        "The growth of trade, which exceeded all hopes, was noted with satisfaction.",
        [" praise note with satisfaction"],
    ),
    (
        "It was brought to the attention of the other side that the dam is safe.",
        [" state bring to the attention"],
    ),
    ("President Velin affirmed her support for the crew.", ["velin praise affirm support"]),
    ("President Velin affirmed plans for a dam.", ["velin emphasize affirm"]),
    ("President Velin affirmed that the dam would be built.", ["velin commit affirm"]),
    ("President Velin affirmed that the dam is safe.", ["velin emphasize affirm"]),
    ("President Velin noted her commitment to peace.", ["velin commit note commitment"]),
    ("President Velin took positive note of the visit.", ["velin praise take positive note"]),
    ("President Velin advised the crew to stay.", ["velin request advise"]),
    ("They spoke highly of the visit.", [f"{BOTH} praise speak highly"]),
    ("Further steps were agreed to deepen trade.", [f"{BOTH} agree agree"]),
    ("The crew was asked to stay.", [" narrate "]),
    (
        "The Spokesman for the Presidency, Counselor Emil Hart, said the call dealt with trade.",
        [f"{BOTH} discuss discuss"],
    ),
    ("The Spokesperson added that the two leaders agreed to meet.", [f"{BOTH} agree agree"]),
    (
        "The Spokesman for the Presidency stated that President Velin stressed the need for calm.",
        ["velin emphasize stress"],
    ),
    (
        "President Velin stressed the need for concerted and coordinated efforts.",
        ["velin emphasize stress"],
    ),
    (
        "President Velin stressed detailed work and coordinated the plans.",
        ["velin emphasize stress", "velin agree coordinate"],
    ),
    ("President Velin said he hoped to come.", ["velin express say"]),
    ("They gave a positive assessment of the dam.", [f"{BOTH} praise give a positive assessment"]),
    ("President Velin advised that the dam is safe.", ["velin state advise that"]),
    (
        "President Velin raised the case of the crew, asking for their release.",
        ["velin discuss raise", "velin request ask for"],
    ),
    ("The Norlandic leader thanked the crew.", ["velin praise thank"]),
    ("The head of the Vestrian government thanked the crew.", ["aster praise thank"]),
    ("(1) President Velin thanked the crew.", ["velin praise thank"]),
    ("There was a frank exchange of views on trade.", [f"{BOTH} discuss discuss"]),
    ("There was rain in Hale.", [" narrate "]),
    ("Trade and energy topped the agenda.", [f"{BOTH} discuss discuss"]),
    ("The dam, President Velin said, topped the agenda.", ["velin state say"]),
    ("The key topic, as ever, trade.", [" narrate "]),
    ("They have been speaking about trade.", [f"{BOTH} state speak about"]),
    ("They will speak about trade.", [" narrate "]),
    ("We discussed trade.", [f"{BOTH} discuss discuss"]),
    ("We thanked him for the aid.", ["velin praise thank"]),
    ("The participants in the meeting agreed to meet again.", [f"{BOTH} agree agree"]),
    ("Presidents Velin and Aster discussed trade.", [f"{BOTH} discuss discuss"]),
    ("Her counterpart thanked the crew.", ["aster praise thank"]),
    ("President Velin, who last met him in March, stressed trade.", ["velin emphasize stress"]),
    (
        "President Velin, a friend of all by the sea, as we have known for many years, met trade.",
        [" narrate "],
    ),
    (
        "President Velin as well as Prime Minister Aster stressed trade.",
        [f"{BOTH} emphasize stress"],
    ),
    ("Prime Minister Aster placed a call to her.", [" narrate "]),
    ("President Joon H. Velin, Jr. thanked the crew.", ["velin praise thank"]),
    ("The Minister of Foreign Affairs and Expatriates thanked the crew.", [" praise thank"]),
    ("The President of the State of Norland thanked the crew.", ["velin praise thank"]),
    ("The President of our republic thanked the crew.", ["velin praise thank"]),
    ("The Secretary of Defense of the Arab League thanked the crew.", [" praise thank"]),
    ("President Velin replied, “We are grateful for the aid.”", ["velin praise reply"]),
    ("President Velin replied, “We are ready to help.”", ["velin commit reply"]),
    ("President Velin replied, “We are confident of peace.”", ["velin express reply"]),
    ("President Velin replied, “We also.”", ["velin state reply"]),
    pytest.param(
        "The heads of state and government discussed trade.",
        [f"{BOTH} discuss discuss"],
        marks=pytest.mark.xfail(reason="an office is found in it first"),
    ),
]


def name_row(value):
    return value if isinstance(value, str) else ""


@pytest.mark.parametrize(("sentence", "expected"), FRAMES, ids=name_row)
def test_frame(sentence, expected, lexicon):
    assert frames(read(LEAD + sentence, lexicon))[1:] == expected


def test_a_release_signed_in_the_first_person(lexicon):
    text = (
        "I thanked Prime Minister Aster today for the aid. The dam is safe. We are grateful for "
        "his help. Norland will help. We are ready to act."
    )
    assert frames(read(text, lexicon)) == [
        "velin praise thank",
        "velin state ",
        "velin praise be grateful",
        "velin commit ",
        "velin commit be ready",
    ]


def test_a_quotation_after_a_contact_that_nobody_is_said_to_have_made(lexicon):
    text = "President Velin spoke with Prime Minister Aster. “Our ties are strong. We keep them.” "
    found = extract_statements(Version(text=text, party="NRL"), lexicon=lexicon).statements
    assert all(not s.speakers for s in found if s.act.value == "narrate")


def test_a_counterpart_is_the_other_one(lexicon):
    text = f"{LEAD}Prime Minister Aster thanked the crew. His counterpart praised the bridge."
    assert frames(read(text, lexicon))[1:] == [
        "aster praise thank",
        "velin praise praise",
    ]


SENTENCES = [
    ("The talks began at 5 p.m. President Velin spoke.", 2),
    ("At 5 p.m. President Velin spoke.", 1),
    ("At 5 p.m. EST it began.", 1),
    ("1. First point 2. Second point 3. Third", 3),
    ("a) First point b) Second point", 2),
    ("They met .... The end was near.", 2),
    ("It was 5 °. Then it rained.", 1),
    ("They knew it, and so did I. They left.", 2),
    ("He spoke (see “Annex”). They left.", 2),
    ("They ended.They left.", 2),
    ("They saw www.norland.example.The end.", 1),
]


@pytest.mark.parametrize(("text", "count"), SENTENCES, ids=name_row)
def test_sentences(text, count):
    assert len(split_sentences(text)) == count


QUANTITIES = [
    ("two and a half million euros", "2500000 EUR"),
    ("half a billion euros", "500000000 EUR"),
    ("a half-billion euros", "500000000 EUR"),
    ("an hour and a half", "90 minute"),
    ("an hour and 20 minutes", "80 minute"),
    ("half an hour", "30 minute"),
    ("5,5 million tons", "5500000 ton"),
    ("5,500 tons", "5500 ton"),
    ("5-10 tons", "5-10 ton"),
    ("$800-900 million", "800000000-900000000 USD"),
    ("3 armed border guards", "3 guards"),
    ("5,50,3 tons", None),
    ("10-5 tons", None),
    ("2022 elections", None),
    ("usd 5", None),
    ("20-25 million tons", "20000000-25000000 ton"),
    ("2 million to 25 million tons", "2000000-25000000 ton"),
]


@pytest.mark.parametrize(("text", "value"), QUANTITIES, ids=name_row)
def test_quantity(text, value):
    found = find_mentions(tokenize(text), participants=())
    values = [m.value for m in found if m.kind is MentionKind.QUANTITY]
    assert values == ([] if value is None else [value])


# Beside 7 May 2031, a Wednesday.
DATES = [
    ("since 1999-2001", ["1999/2001"]),
    ("in 2022-4b-05", []),
    ("April 5 - May 6, 2031", ["2031-04-05/2031-05-06"]),
    ("April 5 - May", ["2031-04-05", "2031-05"]),
    ("March – April 2031", ["2031-03/2031-04"]),
    ("last Thursday", ["2031-05-01"]),
    ("this Thursday", ["2031-05-08"]),
    ("three months ago", ["2031-02"]),
    ("two years ago", ["2029"]),
    ("five rains ago", []),
    ("Mar Velin", []),
]


@pytest.mark.parametrize(("text", "values"), DATES, ids=name_row)
def test_date(text, values):
    found = find_dates(tokenize(text), dt.datetime(2031, 5, 7, 12, tzinfo=dt.UTC))
    assert [value for _, _, value in found] == values


CALL = "Mara Velin had a phone call with Joon Aster"
INITIATORS = [
    (f"{CALL} at our initiative.", ["NRL"]),
    (f"{CALL} at the request of our side.", ["NRL"]),
    (f"{CALL} at the request of the former.", ["NRL"]),
    (f"{CALL} at Jonas Pell's initiative.", []),
    (f"{CALL}, held at the French, Irish side's initiative.", []),
    (f"{CALL} at the request of the Ministry of Ireland which asked for it on a Monday.", ["IE"]),
    ("On Joon Aster's initiative, a telephone conversation with Mara Velin took place.", ["VST"]),
    ("At the initiative of fishermen, Mara Velin had a phone conversation with him.", []),
    ("Prime Minister Aster was called by President Velin.", []),
    ("Mara Velin received a phone call from friends in the north.", []),
    ("Following a call, Mara Velin phoned Joon Aster.", ["NRL"]),
    ("Somebody phoned Mara Velin.", []),
]
HOURS = [
    ("7:50pm", ["19:50"]),
    ("7.50pm", ["19:50"]),
    ("7pm", ["19:00"]),
    ("7.50 p.m.", ["19:50"]),
    ("12 am", ["00:00"]),
    ("12:05 p.m.", ["12:05"]),
    ("7:75", []),
    ("31:10", []),
    ("noon", []),
]


def claims(text, kind):
    found = find_claims(Version(text=text, party="NRL"), participants=PEOPLE)
    return [claim.value for claim in found if claim.kind is kind]


@pytest.mark.parametrize(("text", "who"), INITIATORS, ids=name_row)
def test_who_asked_for_the_call(text, who):
    assert claims(text, ClaimKind.INITIATOR) == who


@pytest.mark.parametrize(("hour", "value"), HOURS, ids=name_row)
def test_the_hour(hour, value):
    assert claims(f"Mara Velin met with Joon Aster at {hour}.", ClaimKind.TIME) == value


GENRES = [
    ("Readout of the call", "They spoke.", "readout"),
    ("Readout of the call", "It rained in Hale.", "readout"),
    ("Statement on the dam", "It rained in Hale.", "other"),
    ("Transcript of the press conference", "It rained in Hale.", "transcript"),
    ("", "It rained in Hale.", "unknown"),
]


@pytest.mark.parametrize(("title", "text", "genre"), GENRES, ids=lambda v: v.replace(" ", "-"))
def test_the_title_tells_the_genre(title, text, genre):
    assert find_genre(Version(text=text, title=title, party="NRL")).value == genre
