"""Where sentences end."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from paired_readouts.extraction import split_sentences

# The sentences of each text are joined by a stroke.
TABLE = {
    "plain": "They met. They agreed.|They met.|They agreed.",
    "Jr. inside": "Joseph Velin, Jr. spoke first.|Joseph Velin, Jr. spoke first.",
    "U.S. President": "He met the U.S. President today.|He met the U.S. President today.",
    "U.S. ends": "He praised the U.S. The two will meet.|He praised the U.S.|The two will meet.",
    "No. 10": "They met at No. 10 in Hale.|They met at No. 10 in Hale.",
    "title": "Mr. Aster and Dr. Velin met. He left.|Mr. Aster and Dr. Velin met.|He left.",
    "initials": "J. R. Velin thanked P. Ahe.|J. R. Velin thanked P. Ahe.",
    "decimals": "Trade grew by 3.5 percent. Aid rose.|Trade grew by 3.5 percent.|Aid rose.",
    "hours": "It began at 5 p.m. in Hale.|It began at 5 p.m. in Hale.",
    "hours in brackets": (
        "It began at 9:30 a.m. (5:30 p.m. Hale time). It ended.|"
        "It began at 9:30 a.m. (5:30 p.m. Hale time).|It ended."
    ),
    "question": "Will they meet? They will!|Will they meet?|They will!",
    "inside quotation": "“We agree. We will act.” He left.|“We agree.|We will act.”|He left.",
    "quotation goes on": "“Why now?” asked the President.|“Why now?” asked the President.",
    "missing space": "They spoke of aid.The leaders met.|They spoke of aid.|The leaders met.",
    "address": "See www.norland.example for more.|See www.norland.example for more.",
    "dots apart": "It is open. . . . It is safe.|It is open.|. . . It is safe.",
    "dots inside": "He paused … and went on.|He paused … and went on.",
    "numbered list": "1. Trade grew.\n2. Aid rose.|1. Trade grew.|2. Aid rose.",
    "bullets": "• Trade grew\n• Aid rose|• Trade grew|• Aid rose",
    "hard wraps": (
        "The two leaders spoke about the trade of their\ncountries and about the aid for the north"
        " of the\nregion today.\nThey agreed.|The two leaders spoke about the trade of their\n"
        "countries and about the aid for the north of the\nregion today.|They agreed."
    ),
    "paragraphs": "Trade\n\nThe leaders met.|Trade|The leaders met.",
    "over a list": "They agreed on this:\nMore trade.|They agreed on this:|More trade.",
    "sign before the stop": "He named A+. They agreed.|He named A+.|They agreed.",
    "title of an engineer": "He met Minister Eng. Sami Orn.|He met Minister Eng. Sami Orn.",
    "titles cut short": (
        "Asst. Secretary Orn met Cdr. Pell, Msgr. Okar and Assoc. Prof. Brenn.|"
        "Asst. Secretary Orn met Cdr. Pell, Msgr. Okar and Assoc. Prof. Brenn."
    ),
    "ends in a title cut short": "They speak Eng. They met.|They speak Eng.|They met.",
    "empty": "",
    "blank": " \n\t\n",
}


@pytest.mark.parametrize("row", TABLE.values(), ids=TABLE)
def test_where_sentences_end(row):
    text, *expected = row.split("|")
    assert [span.cut(text) for span in split_sentences(text)] == expected


@given(st.text(alphabet='AB ab.!?…\n\t"“”’()1-•é\u3000', max_size=80))
def test_sentences_cover_all_that_is_no_white_space(text):
    spans = split_sentences(text)
    assert all(a.end <= b.start for a, b in pairwise(spans))
    assert "".join("".join(s.cut(text).split()) for s in spans) == "".join(text.split())
    assert all(s.cut(text) == s.cut(text).strip() != "" for s in spans)


@given(st.text(max_size=60), st.text(max_size=60))
def test_paragraphs_are_split_apart(first, second):
    text = f"{first}\n\n{second}"
    gap = len(first), len(first) + 2
    assert not any(s.start < gap[0] and s.end > gap[1] for s in split_sentences(text))
