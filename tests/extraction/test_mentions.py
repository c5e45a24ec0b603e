"""Who and what a text names, with normalised values."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from paired_readouts._text import tokenize
from paired_readouts.extraction.mentions import find_mentions
from paired_readouts.lexicon import default_lexicon
from paired_readouts.model import MentionKind, Participant

PEOPLE = (
    Participant(name="Mara J. Velin, Jr.", party="NRL"),
    Participant(name="Osmund von der Ahe", party="VST", aliases=("Von der Ahé",)),
    Participant(name="Ilka Sorn-Tessel", party="VST"),
)

TABLE = [
    ("U.S.-Azerbaijan ties", "country", ["U.S.=US", "Azerbaijan=AZ"]),
    ("anti-Azerbaijani words, Russia's, Ukrainian-American", "country",
     ["Azerbaijani=AZ", "Russia=RU", "Ukrainian=UA", "American=US"]),
    ("the United States-Mexico border", "country", ["United States=US", "Mexico=MX"]),
    ("Türkiye’s and Turkey and turkey", "country", ["Türkiye=TR", "Turkey=TR"]),
    ("Kyiv, Kiev, the Kremlin and the White House", "country",
     ["Kyiv=UA", "Kiev=UA", "Kremlin=RU", "White House=US"]),
    ("he told us of US aid; UN and un", "country", ["US=US", "UN=UN"]),
    ("the Democratic People’s Republic of Korea", "country",
     ["Democratic People’s Republic of Korea=KP"]),
    ("Guinea-Bissau, Papua New Guinea", "country", ["Guinea-Bissau=GW", "Papua New Guinea=PG"]),
    ("said Michael Jordan in Jordan", "country", ["Jordan=JO"]),
    ("Latin America and the South China Sea", "country", []),
    ("Latin America and the South China Sea", "place",
     ["Latin America=latin america", "South China Sea=south china sea"]),
    ("the OSCE Minsk Group and the Normandy format", "organisation",
     ["OSCE Minsk Group=minsk-group", "Normandy format=normandy-format"]),
    ("WHO knows who is who", "organisation", ["WHO=who"]),
    ("the NATO-Russia Council", "organisation", ["NATO-Russia Council=nato-russia-council"]),
    ("$500 million and USD 1 billion", "quantity",
     ["$500 million=500000000 USD", "USD 1 billion=1000000000 USD"]),
    ("half a billion euros, €30m, US$5bn", "quantity",
     ["half a billion euros=500000000 EUR", "€30m=30000000 EUR", "US$5bn=5000000000 USD"]),
    ("a $65 million package", "quantity", ["$65 million=65000000 USD"]),
    ("USD 800-900 million", "quantity", ["USD 800-900 million=800000000-900000000 USD"]),
    ("an hour and a half; two hours and 15 minutes", "quantity",
     ["an hour and a half=90 minute", "two hours and 15 minutes=135 minute"]),
    ("half an hour, twenty-five minutes, 20-25 minutes", "quantity",
     ["half an hour=30 minute", "twenty-five minutes=25 minute", "20-25 minutes=20-25 minute"]),
    ("120 tonnes, 10 percent, 2.5%", "quantity",
     ["120 tonnes=120 tonne", "10 percent=10 percent", "2.5%=2.5 percent"]),
    ("12,000 Russian troops and 500 million vaccine doses", "quantity",
     ["12,000 Russian troops=12000 troops", "500 million vaccine doses=500000000 doses"]),
    ("4,000 schools", "quantity", ["4,000 schools=4000 schools"]),
    ("the two leaders, Article 5, COVID-19 vaccines, 2+2, No. 7, one day", "quantity", []),
    ("the 2030 emissions targets", "quantity", []),
    ("Velin, Mara Velin, Mara J. Velin, Jr. and Mara", "person",
     ["Velin=velin", "Mara Velin=velin", "Mara J. Velin, Jr.=velin"]),
    ("Osmund von der Ahe and Ahé", "person", ["Osmund von der Ahe=ahe", "Ahé=ahe"]),
    ("Sorn-Tessel’s visit", "person", ["Sorn-Tessel=sorn-tessel"]),
    ("Secretary Brandt and Foreign Minister Tova Lund-Ek", "person",
     ["Brandt=brandt", "Tova Lund-Ek=lund-ek"]),
    ("President of Belarus Aron Petrik", "person", ["Aron Petrik=petrik"]),
    ("Minister HANADA Kenji", "person", ["HANADA Kenji=hanada"]),
    ("King Osric II of Jordan", "person", ["Osric II=osric"]),
    ("the Foreign Minister Meeting and the President’s Emergency Plan", "person", []),
    ("They used Title 8 authorities", "quantity", []),
    ("They met the Strategic Jordan Group", "country", ["Jordan=JO"]),
    ("during Chancellor Orn's visit", "person", ["Orn=orn"]),
    ("met on May 5", "date", ["May 5=2022-05-05"]),
]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "kind", "expected"), TABLE, ids=[f"{k}: {t}" for t, k, _ in TABLE]
)
def test_mentions(text, kind, expected):
    assert [shown for of, shown in _found(text) if of == kind] == expected


def test_every_name_of_a_state_is_found_alone():
    missed = []
    for entry in default_lexicon().table("countries"):
        for field in ("words", "adjectives", "people", "capitals", "seats"):
            for word in entry.list(field):
                found = find_mentions(tokenize(f"with {word} today"))
                if not any(m.kind is MentionKind.COUNTRY for m in found):
                    missed.append((entry.id, word))
    assert missed == []


def test_names_of_states_are_nowhere_given_twice():
    owners: dict[str, set[str]] = {}
    for entry in default_lexicon().table("countries"):
        for field in ("words", "adjectives", "people", "capitals"):
            for word in entry.list(field):
                owners.setdefault(word.lower(), set()).add(entry.id)
    assert {word: ids for word, ids in owners.items() if len(ids) > 1} == {}


def test_every_organisation_is_found_by_its_names():
    missed = []
    for entry in default_lexicon().table("organisations"):
        for word in entry.list():
            found = {m.value for m in find_mentions(tokenize(f"with {word} today"))}
            if entry.id not in found:
                missed.append((entry.id, word))
    assert missed == []


def test_a_side_that_is_named_like_its_state_is_no_person():
    side = (Participant(name="Norway", party="NO"),)
    found = find_mentions(tokenize("Norway agreed."), participants=side)
    assert [(m.kind, m.value) for m in found] == [(MentionKind.COUNTRY, "NO")]


def test_relative_dates_need_the_day_of_publication():
    tokens = tokenize("They spoke yesterday.")
    assert find_mentions(tokens) == ()
    assert find_mentions(tokens, reference=dt.date(2022, 5, 11))[0].value == "2022-05-10"


WORDS = (
    "U.S.-X Russia’s anti- $ 5 million half an hour and a Secretary of the Velin , . - – 1,2,3 "
    "twenty USD % Jr. von der Republic Korea 9.9.9 ² May 5 two +"
)


@given(st.lists(st.sampled_from(WORDS.split()), max_size=40))
def test_mentions_lie_in_the_text_in_order(words):
    text = " ".join(words)
    end = 0
    for mention in find_mentions(tokenize(text), participants=PEOPLE):
        assert end <= mention.span.start < mention.span.end <= len(text)
        assert mention.span.cut(text).strip() == mention.span.cut(text)
        end = mention.span.end


@given(st.text(max_size=80))
def test_any_text_can_be_read(text):
    find_mentions(tokenize(text), participants=PEOPLE)


def _found(text):
    mentions = find_mentions(tokenize(text), participants=PEOPLE, reference=dt.date(2022, 5, 11))
    return [(m.kind.value, f"{m.span.cut(text)}={m.value}") for m in mentions]
