"""Calls and memory grow in line with the input, whatever it is made of; nothing here is timed."""

from __future__ import annotations

import sys
import tracemalloc
from collections.abc import Callable

import pytest

import paired_readouts as pr

OPENING = "Minister Elsa Tornquist spoke with President Mara Velin of Vestria. "
SENTENCE = "Minister Elsa Tornquist urged the release of the sailors. "

HOSTILE = {
    "parentheses": "(",
    "quotation-marks": "“",
    "straight-quotes": '" ',
    "commas": "a, ",
    "conjunctions": "trade and energy and ",
    "verbs": "said that ",
    "offices": "the Minister of ",
    "names": "Mara Velin ",
    "abbreviations": "H.E. Mr. ",
    "dates": "5 May 2031, ",
    "amounts": "5 million ",
    "statements": "The Minister urged restraint. ",
    "paragraphs": "They discussed trade.\n\n",
    "list-numbers": "1. (1) ",
    "passives": "It was noted that ",
    "conditions": "if only if ",
    "relatives": "who, which, ",
    "former-and-latter": "the former the latter ",
    "pronouns": "he she they we I ",
    "soft-hyphens": "a\u00ad",
    "dots": ". ",
    "ellipses": "… ",
    "dashes": "– ",
    "numbers": "1,000,",
    "capitals": "Of The ",
}

PAGES = {
    "nested": "<div>",
    "paragraphs": "<p>They spoke. ",
    "comments": "<!-- ",
    "entities": "&amp;",
    "attributes": "<p a='b' ",
    "tables": "<table><tr><td>",
    "links": "<a href='x'>",
    "ends": "</div>",
    "sections": "<![CDATA[",
}


def count_steps(run: Callable[[], object]) -> int:
    """How many calls begin and end while it runs."""
    steps = 0

    def step(_frame: object, _event: str, _argument: object) -> None:
        nonlocal steps
        steps += 1

    sys.setprofile(step)
    try:
        run()
    finally:
        sys.setprofile(None)
    return steps


def understand(text: str) -> object:
    version = pr.Version(text=text, party="NRL")
    return pr.extract_statements(version, participants=pr.find_participants([version]))


def parse_page(text: str) -> object:
    try:
        return pr.parse_versions(pr.Source(f"<html><body><article>{OPENING}{text}", name="x.html"))
    except pr.ParseError as error:
        return error


def parse_text(text: str) -> object:
    try:
        return pr.parse_versions(text)
    except pr.ParseError as error:
        return error


@pytest.mark.parametrize("piece", HOSTILE.values(), ids=HOSTILE.keys())
@pytest.mark.parametrize("read", [understand, parse_text])
def test_reading_grows_in_line_with_the_text(read: Callable[[str], object], piece: str) -> None:
    times = 3_000 // len(piece)
    read(OPENING)
    once, twice = (count_steps(lambda n=n: read(OPENING + piece * n)) for n in (times, 2 * times))
    assert twice < 2.5 * once


@pytest.mark.parametrize("piece", PAGES.values(), ids=PAGES.keys())
def test_parsing_a_page_grows_in_line_with_it(piece: str) -> None:
    times = 3_000 // len(piece)
    parse_page("")
    once, twice = (count_steps(lambda n=n: parse_page(piece * n)) for n in (times, 2 * times))
    assert twice < 2.5 * once + 100


def compare(statements: int) -> tuple[pr.Version, pr.Version]:
    """Two accounts of so many sentences, each with a counterpart and no two alike."""
    matters = [f"the {n}th crossing of the river {chr(97 + n % 26)}arn" for n in range(statements)]
    left = " ".join(f"The Minister urged work on {matter}." for matter in matters)
    right = " ".join(f"The President noted work on {matter}." for matter in matters)
    versions = [
        pr.Version(text=OPENING + text, party=party)
        for text, party in ((left, "NRL"), (right, "VST"))
    ]
    people = pr.find_participants(versions)
    one, other = (pr.extract_statements(v, participants=people) for v in versions)
    return one, other


def test_aligning_grows_with_the_product_of_the_statements() -> None:
    pr.align_statements(*compare(5))
    once, twice = (
        count_steps(lambda pair=pair: pr.align_statements(*pair))
        for pair in (compare(15), compare(30))
    )
    assert twice < 4.6 * once


def test_scoring_and_showing_grow_no_faster_than_aligning() -> None:
    def show(alignment: pr.Alignment) -> object:
        comparison = pr.Comparison(
            left=alignment.left,
            right=alignment.right,
            alignment=alignment,
            divergence=pr.score_divergence(alignment),
        )
        return pr.render_html(comparison), pr.to_json(comparison)

    alignments = [pr.align_statements(*compare(n)) for n in (5, 15, 30)]
    show(alignments[0])
    once, twice = (count_steps(lambda a=a: show(a)) for a in alignments[1:])
    assert twice < 4.6 * once


def test_grouping_an_archive_grows_in_line_with_it() -> None:
    def make(count: int) -> list[pr.Version]:
        names = ("Velin", "Aster", "Tornquist", "Ahe", "Pell")
        return [
            pr.Version(
                text=f"On {1 + n % 28} May 2031 President Mara {names[n % 5]} of Vestria spoke by "
                f"phone with Prime Minister Joon {names[(n // 5) % 5]}.",
                party=("NRL", "VST")[n % 2],
            )
            for n in range(count)
        ]

    pr.find_conversations(make(20))
    once, twice = (
        count_steps(lambda some=some: pr.find_conversations(some))
        for some in (make(100), make(200))
    )
    assert twice < 3 * once


def measure_peak(run: Callable[[], object]) -> int:
    """The most bytes that are held at one moment while it runs."""
    tracemalloc.start()
    try:
        run()
        return tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()


def test_memory_of_ten_million_characters_is_bounded() -> None:
    text = (SENTENCE * 8 + "\n\n") * (10_000_000 // 466)
    parse_text(SENTENCE)

    def read() -> None:
        with pytest.raises(pr.LimitError, match="the limit is 2000000"):
            pr.parse_versions(text)

    assert measure_peak(read) < 20 * len(text)


def test_memory_of_a_page_does_not_depend_on_what_is_no_text() -> None:
    script = "var a = '<p>';" * 700_000
    body = f"<script>{script}</script><article><p>{SENTENCE * 8}</p></article>"
    page = f"<!doctype html><html><body>{body}</body></html>"
    parse_page("")
    assert measure_peak(lambda: pr.parse_versions(pr.Source(page, name="x.html"))) < 6 * len(page)


def test_memory_of_understanding_grows_in_line_with_the_text() -> None:
    understand(OPENING)
    once, twice = (measure_peak(lambda n=n: understand(OPENING + SENTENCE * n)) for n in (200, 400))
    assert twice < 2.3 * once
