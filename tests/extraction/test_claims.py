"""What an account says about the conversation itself."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from paired_readouts.extraction.claims import find_claims, find_genre
from paired_readouts.lexicon import default_lexicon
from paired_readouts.model import ClaimKind, Genre, Participant, Version

# A Wednesday.
PUBLISHED = dt.date(2022, 5, 11)
PEOPLE = (
    Participant(name="Mara Velin", role="President", party="NRL"),
    Participant(name="Osmund Ahe", role="Prime Minister", party="VST"),
)

CONTACTS = [
    ("President Velin spoke today with Prime Minister Ahe.", "", "call"),
    ("President Velin had a telephone conversation with Osmund Ahe.", "", "call"),
    ("Mara Velin held a video conference with Osmund Ahe.", "", "video"),
    ("Mara Velin met virtually with Osmund Ahe to discuss trade.", "", "video"),
    ("President Velin met with Prime Minister Ahe after their phone call.", "", "meeting"),
    ("Following their meeting in Sund, Mara Velin phoned Osmund Ahe.", "", "call"),
    (
        "Mara Velin had a lengthy conversation with Osmund Ahe.",
        "Meeting with Mara Velin",
        "meeting",
    ),
    ("Mara Velin spoke with Osmund Ahe.", "Readout of the video call with Osmund Ahe", "video"),
    ("The leaders exchanged letters on the anniversary.", "", "exchange"),
    ("The two discussed trade. During the phone call Mara Velin raised fish.", "", "call"),
    ("She said she had heard that the upcoming talks between them matter.", "", None),
    ("The price of fish rose.", "", None),
]


@pytest.mark.parametrize(("text", "title", "kind"), CONTACTS, ids=[row[0] for row in CONTACTS])
def test_the_kind_of_contact(text, title, kind):
    assert _values(ClaimKind.CONTACT, text, title=title) == ([kind] if kind else [])


DATES = [
    ("President Velin spoke today with Osmund Ahe.", ["2022-05-11"]),
    ("President Velin met yesterday with Osmund Ahe in Sund.", ["2022-05-10"]),
    ("On May 9, Mara Velin had a telephone conversation with Osmund Ahe.", ["2022-05-09"]),
    ("Mara Velin met with Osmund Ahe on Monday.", ["2022-05-09"]),
    ("On Tuesday, 3 May 2022, Mara Velin received a call from Osmund Ahe.", ["2022-05-03"]),
    ("Mara Velin spoke with Osmund Ahe to discuss the May 20 summit.", []),
    ("Mara Velin spoke with Osmund Ahe following the attack on May 4.", []),
    ("Ahead of the elections on May 29, Mara Velin spoke with Osmund Ahe.", []),
    ("Mara Velin spoke with Osmund Ahe on the evening of May 9.", ["2022-05-09"]),
    ("Mara Velin met with Osmund Ahe in May.", []),
]


@pytest.mark.parametrize(("text", "days"), DATES, ids=[row[0] for row in DATES])
def test_the_day_is_that_of_the_conversation(text, days):
    assert _values(ClaimKind.DATE, text) == days


def test_a_day_whose_year_nobody_tells_has_none():
    text = "On May 9, Mara Velin had a telephone conversation with Osmund Ahe."
    version = Version(text=text, party="NRL")
    claims = find_claims(version, participants=PEOPLE)
    assert [c.value for c in claims if c.kind is ClaimKind.DATE] == ["--05-09"]


def test_the_day_may_stand_in_the_title():
    text, title = "The Prime Minister spoke to President Velin.", "PM call with Velin: 9 May 2022"
    claims = find_claims(_version(text, title=title), participants=PEOPLE)
    days = [(claim.value, claim.span) for claim in claims if claim.kind is ClaimKind.DATE]
    assert days == [("2022-05-09", None)]


TIMES = [
    ("On May 9, commencing at 7:50 pm, Mara Velin held a telephone call with Osmund Ahe.", "19:50"),
    ("Mara Velin met with Osmund Ahe at 21:40.", "21:40"),
    ("Mara Velin had a phone call with Osmund Ahe from 9 a.m.", "09:00"),
]


@pytest.mark.parametrize(("text", "hour"), TIMES, ids=[row[0] for row in TIMES])
def test_the_hour(text, hour):
    assert _values(ClaimKind.TIME, text) == [hour]


LENGTHS = [
    ("Mara Velin had an hour-long phone conversation with Osmund Ahe.", ["60 minute"]),
    ("Mara Velin held a 30-minute call with Osmund Ahe.", ["30 minute"]),
    ("For about 40 minutes Mara Velin spoke with Osmund Ahe.", ["40 minute"]),
    ("They spoke today. The conversation lasted more than an hour and a half.", ["90 minute"]),
    ("They spoke today. The train takes 40 minutes, the minister noted.", []),
    ("Mara Velin spoke with Osmund Ahe 10 minutes after the storm.", []),
]


@pytest.mark.parametrize(("text", "length"), LENGTHS, ids=[row[0] for row in LENGTHS])
def test_the_length(text, length):
    assert _values(ClaimKind.DURATION, text) == length


INITIATORS = [
    (
        "Mara Velin had a telephone conversation with Osmund Ahe at the latter's initiative.",
        ["VST"],
    ),
    ("Mara Velin had a phone call with Osmund Ahe, on the latter’s request.", ["VST"]),
    ("They spoke by phone. The call was initiated by the French side.", ["FR"]),
    ("At the initiative of the Irish side, Mara Velin had a phone conversation with him.", ["IE"]),
    ("Mara Velin called Prime Minister Ahe today.", ["NRL"]),
    ("Mara Velin placed a call to Osmund Ahe.", ["NRL"]),
    ("Mara Velin received a phone call from Osmund Ahe.", ["VST"]),
    ("Mara Velin received today a phone call from Osmund Ahe.", ["VST"]),
    ("The phone call, which was initiated by Osmund Ahe, lasted an hour.", ["VST"]),
    ("Mara Velin spoke with Osmund Ahe about a phone call from Mr. Pell.", []),
    ("The telephone conversation took place at the request of President Velin.", ["NRL"]),
    ("Mara Velin spoke with Osmund Ahe. At the request of Osmund Ahe, she described the plan.", []),
    ("They spoke today. Matters of fish were reviewed at Osmund Ahe's initiative.", []),
    ("Mara Velin spoke with Osmund Ahe. She called on Vesten to answer its request.", []),
    ("Mara Velin spoke with Osmund Ahe.", []),
]


@pytest.mark.parametrize(("text", "who"), INITIATORS, ids=[row[0] for row in INITIATORS])
def test_who_asked_for_it(text, who):
    assert _values(ClaimKind.INITIATOR, text) == who


PLACES = [
    ("President Velin met today in Kiev with Osmund Ahe.", ["kyiv"]),
    ("President Velin met with Osmund Ahe at the White House to discuss fish.", ["white house"]),
    ("In Geneva, Mara Velin met with Osmund Ahe.", ["geneva"]),
    ("Mara Velin met with Osmund Ahe in Port Ansa today.", ["port ansa"]),
    ("Mara Velin met with Osmund Ahe to discuss the war in Syria.", []),
    ("Mara Velin spoke by phone with Osmund Ahe in Geneva.", []),
]


@pytest.mark.parametrize(("text", "place"), PLACES, ids=[row[0] for row in PLACES])
def test_where_a_meeting_was(text, place):
    assert _values(ClaimKind.PLACE, text) == place


OTHERS = [
    ("They met. The meeting was attended by Minister Tova Lund.", ["lund"]),
    ("They met. Ambassador Pell also joined the call.", ["pell"]),
    ("They met. The meeting was attended by President Velin.", []),
]


@pytest.mark.parametrize(("text", "who"), OTHERS, ids=[row[0] for row in OTHERS])
def test_who_else_was_present(text, who):
    assert _values(ClaimKind.PRESENT, text) == who


NEXT = [
    ("They spoke. The leaders agreed to stay in close contact.", ["contact"]),
    ("They spoke. The leaders agreed to meet in June 2022 in Sund.", ["meeting 2022-06"]),
    ("They spoke. They agreed to speak again next week.", ["call 2022-W20"]),
    ("They spoke. Osmund Ahe accepted the invitation.", ["visit"]),
    ("They spoke about contact lenses.", []),
    ("They will meet in a port by the cold grey open sea on 3 May 2031.", ["meeting"]),
    ("They will meet in a port by the cold grey sea on 3 May 2031.", ["meeting 2031-05-03"]),
]


@pytest.mark.parametrize(("text", "follows"), NEXT, ids=[row[0] for row in NEXT])
def test_what_will_follow(text, follows):
    assert _values(ClaimKind.FOLLOW_UP, text) == follows


GENRES = [
    ("President Velin spoke today with Osmund Ahe.", "", Genre.READOUT),
    ("I spoke with Osmund Ahe today. I told him of my plan.", "Statement", Genre.STATEMENT),
    (
        '"We go," said Osmund Ahe. I spoke with him today. I told him of my plan.',
        "Statement",
        Genre.STATEMENT,
    ),
    (
        '"I go when I can," said Osmund Ahe, who spoke with President Velin today.',
        "Statement",
        Genre.READOUT,
    ),
    (
        "Q: Will you meet?\nTHE PRESIDENT: Yes.\nQ: When?\nTHE PRESIDENT: Soon.\n",
        "",
        Genre.TRANSCRIPT,
    ),
    ("The museum opens its new wing in spring.", "A new wing for the museum", Genre.OTHER),
]


@pytest.mark.parametrize(("text", "title", "genre"), GENRES, ids=[row[2].value for row in GENRES])
def test_the_genre(text, title, genre):
    version = _version(text, title=title)
    assert find_genre(version, claims=find_claims(version)) is genre


def test_a_genre_that_was_read_stays():
    version = Version(text="They met.", genre=Genre.TRANSCRIPT)
    assert find_genre(version) is Genre.TRANSCRIPT


def test_kinds_of_contact_are_proved_by_their_examples():
    table = default_lexicon().table("contacts")
    kinds = {entry.text("contact") for entry in table} - {""}
    assert kinds == {"call", "video", "meeting", "visit", "exchange"}


@given(st.text(max_size=120))
def test_any_text_can_be_read(text):
    if text.strip():
        for claim in find_claims(Version(text=text, published=PUBLISHED), participants=PEOPLE):
            assert claim.span is None or claim.span.end <= len(text)


def _version(text, title=""):
    return Version(text=text, title=title, published=PUBLISHED, party="NRL")


def _values(kind, text, title=""):
    claims = find_claims(_version(text, title=title), participants=PEOPLE)
    return [claim.value for claim in claims if claim.kind is kind]
