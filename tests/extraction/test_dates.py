"""Dates as governments print them, and dates in running text."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from paired_readouts._dates import find_dates, parse_published, read_published
from paired_readouts._text import tokenize

UTC = dt.UTC
PLUS_FOUR = dt.timezone(dt.timedelta(hours=4))
EASTERN = dt.timezone(dt.timedelta(hours=-5))
# A Wednesday.
PUBLISHED = dt.date(2022, 5, 11)

PRINTED = [
    ("11 May 2022", dt.date(2022, 5, 11)),
    ("11 May 2022, 21:40", dt.date(2022, 5, 11)),
    ("May 11, 2022", dt.date(2022, 5, 11)),
    ("MAY 11, 2022", dt.date(2022, 5, 11)),
    ("Wednesday, 11 May 2022", dt.date(2022, 5, 11)),
    ("Published: 11 May 2022", dt.date(2022, 5, 11)),
    ("12th of May 2021", dt.date(2021, 5, 12)),
    ("Sept. 3, 2020", dt.date(2020, 9, 3)),
    ("2022-04-05", dt.date(2022, 4, 5)),
    ("2022/04/05", dt.date(2022, 4, 5)),
    ("20220405", dt.date(2022, 4, 5)),
    ("13/04/2022", dt.date(2022, 4, 13)),
    ("04/13/2022", dt.date(2022, 4, 13)),
    ("04/04/2022", dt.date(2022, 4, 4)),
    ("2022-04-05T10:00:00Z", dt.datetime(2022, 4, 5, 10, tzinfo=UTC)),
    ("2022-04-05 10:00:00+04:00", dt.datetime(2022, 4, 5, 10, tzinfo=PLUS_FOUR)),
    ("Tue, 05 Apr 2022 10:00:00 GMT", dt.datetime(2022, 4, 5, 10, tzinfo=UTC)),
    ("Tue, 05 Apr 2022 14:00:00 +0400", dt.datetime(2022, 4, 5, 14, tzinfo=PLUS_FOUR)),
    ("April 5, 2022 at 9:40 p.m. UTC", dt.datetime(2022, 4, 5, 21, 40, tzinfo=UTC)),
    ("Tue Apr 5 10:00:00 UTC 2022", dt.datetime(2022, 4, 5, 10, tzinfo=UTC)),
    ("Tue Apr 5 10:00:00 EST 2022", dt.datetime(2022, 4, 5, 10, tzinfo=EASTERN)),
    ("5 April 2022, 10:00 +25:00", dt.date(2022, 4, 5)),
]

NO_DATE = [
    ("03/04/2022", "day or month"),
    ("03.04.2022", "day or month"),
    ("31 June 2022", "no such date"),
    ("2022-13-01", "no such date"),
    ("April 5", "no date"),
    ("April 2022", "no date"),
    ("2022", "no date"),
    ("10:30", "no date"),
    ("05/04/22", "no date"),
    ("10 May 2022 to 12 May 2022", "no date"),
    ("5th of 11 2022", "day or month"),
    ("11 May 2022, 13:30 pm", "no such date"),
    ("11 May 2022, 0:30 a.m.", "no such date"),
    ("Tue Apr 5 10:00:00 +9900 2022", "no date"),
    ("", "no date"),
    ("9" * 5000, "no date"),
]


@pytest.mark.parametrize(("text", "value"), PRINTED, ids=[text for text, _ in PRINTED])
def test_a_printed_date_is_read(text, value):
    assert parse_published(text) == value


@pytest.mark.parametrize(
    ("text", "doubt"), NO_DATE, ids=[text[:20] or "empty" for text, _ in NO_DATE]
)
def test_nothing_is_guessed(text, doubt):
    reading = read_published(text)
    assert (reading.value, reading.doubt) == (None, doubt)


def test_the_order_of_day_and_month_can_be_given():
    assert parse_published("03/04/2022", day_first=True) == dt.date(2022, 4, 3)
    assert parse_published("03/04/2022", day_first=False) == dt.date(2022, 3, 4)


def test_a_time_needs_a_zone():
    assert read_published("11 May 2022, 21:40").doubt == "no zone"
    there = parse_published("11 May 2022, 21:40", zone=PLUS_FOUR)
    assert there == dt.datetime(2022, 5, 11, 21, 40, tzinfo=PLUS_FOUR)


@given(st.dates(min_value=dt.date(1900, 1, 1), max_value=dt.date(2099, 12, 31)))
def test_every_day_is_read_in_each_usual_form(day):
    month = day.strftime("%B")
    for text in (
        day.isoformat(),
        f"{day.day} {month} {day.year}",
        f"{month} {day.day}, {day.year}",
        f"{day.strftime('%A')}, {month} {day.day}, {day.year}",
    ):
        assert parse_published(text) == day


@given(st.text(max_size=140))
def test_any_text_is_a_date_or_none(text):
    value = parse_published(text)
    assert value is None or isinstance(value, dt.date)
    assert not isinstance(value, dt.datetime) or value.tzinfo is not None


IN_TEXT = [
    ("before the April 5 talks", [("April 5", "2022-04-05")], [("April 5", "--04-05")]),
    ("on 12 June 2021", [("12 June 2021", "2021-06-12")], None),
    ("the 12th of May 2021", [("12th of May 2021", "2021-05-12")], None),
    ("January 9–10, 2022", [("January 9–10, 2022", "2022-01-09/2022-01-10")], None),
    ("5 to 7 April", [("5 to 7 April", "2022-04-05/2022-04-07")], None),
    (
        "January 31 – February 2, 2022",
        [("January 31 – February 2, 2022", "2022-01-31/2022-02-02")],
        None,
    ),
    ("On Tuesday, January 30, 2024, they", [("Tuesday, January 30, 2024", "2024-01-30")], None),
    ("in late November 2021", [("late November 2021", "2021-11")], None),
    ("in November", [("November", "--11")], None),
    ("in June", [("June", "2022-06")], [("June", "--06")]),
    ("September this year", [("September this year", "2022-09")], None),
    ("in 2022 and the 2023 signing", [("2022", "2022"), ("2023", "2023")], None),
    (
        "January 11 and November 26, 2021",
        [("January 11", "2021-01-11"), ("November 26, 2021", "2021-11-26")],
        None,
    ),
    ("2022-04-05", [("2022-04-05", "2022-04-05")], None),
    ("on Thursday they spoke", [("Thursday", "2022-05-05")], []),
    ("will meet on Monday", [("Monday", "2022-05-16")], []),
    ("yesterday and today", [("yesterday", "2022-05-10"), ("today", "2022-05-11")], []),
    ("next week", [("next week", "2022-W20")], []),
    ("last month", [("last month", "2022-04")], []),
    ("earlier this year", [("earlier this year", "2022")], []),
    ("two days ago", [("two days ago", "2022-05-09")], []),
    ("They may march on in May", [("May", "2022-05")], None),
    ("May I say that Ms. June and April Voss agreed", [], []),
    ("the Good Friday Agreement", [], []),
    ("2,000 troops and 2000 troops", [], []),
    ("resolution 1701 and Agenda 2030", [], []),
    ("February 30", [], []),
    ("In June the council meets", [("June", "2022-06")], None),
    ("on November 30", [("November 30", "--11-30")], None),
    ("this March", [("this March", "2022-03")], [("this March", "--03")]),
]


@pytest.mark.parametrize(("text", "dated", "undated"), IN_TEXT, ids=[row[0] for row in IN_TEXT])
def test_dates_in_running_text(text, dated, undated):
    assert _found(text, PUBLISHED) == dated
    if undated is not None:
        assert _found(text, None) == undated


def test_without_a_reference_no_year_is_filled_in():
    assert _found("on December 30", None) == [("December 30", "--12-30")]
    assert _found("on December 30", dt.date(2022, 1, 2)) == [("December 30", "2021-12-30")]


WORDS = "May 5 th of , 2022 - – to April Friday last next the in 31 mid- early"


@given(st.lists(st.sampled_from(WORDS.split())))
def test_found_dates_are_in_order_and_inside(words):
    tokens = tokenize(" ".join(words))
    end = 0
    for first, past, value in find_dates(tokens, PUBLISHED):
        assert end <= first < past <= len(tokens)
        assert value
        end = past


def _found(text, reference):
    tokens = tokenize(text)
    return [
        (text[tokens.starts[first] : tokens.ends[end - 1]], value)
        for first, end, value in find_dates(tokens, reference)
    ]
