"""Rows that notice a small slip in a rule or a repr: each kills a change that nothing else did."""

from __future__ import annotations

import datetime as dt
from enum import IntEnum

import pytest

from paired_readouts.errors import ModelError
from paired_readouts.model import (
    Claim,
    ClaimKind,
    CommonMatter,
    Confidence,
    Divergence,
    Finding,
    FindingCode,
    Link,
    Measure,
    Measures,
    Participant,
    Severity,
    Slot,
    Span,
    Statement,
    Version,
)

OVERLAPS = [
    ("apart", Span(0, 3), Span(5, 9), False),
    ("touching", Span(0, 5), Span(5, 9), False),
    ("one-in-common", Span(0, 6), Span(5, 9), True),
    ("inside", Span(0, 9), Span(2, 4), True),
    ("empty-inside", Span(0, 9), Span(4, 4), True),
    ("empty-at-the-end", Span(0, 9), Span(9, 9), False),
]


@pytest.mark.parametrize(("one", "other", "overlap"), [r[1:] for r in OVERLAPS], ids=str)
def test_overlap_does_not_depend_on_the_order(one: Span, other: Span, overlap: bool) -> None:  # noqa: FBT001
    assert one.overlaps(other) is overlap
    assert other.overlaps(one) is overlap


WITHIN = [
    ("the-same", Span(2, 5), Span(2, 5), True),
    ("inside", Span(3, 4), Span(2, 5), True),
    ("empty-at-the-end", Span(5, 5), Span(2, 5), True),
    ("begins-before", Span(1, 4), Span(2, 5), False),
    ("ends-after", Span(3, 6), Span(2, 5), False),
    ("after", Span(6, 8), Span(2, 5), False),
]


@pytest.mark.parametrize(("one", "other", "within"), [r[1:] for r in WITHIN], ids=str)
def test_one_span_is_in_another(one: Span, other: Span, within: bool) -> None:  # noqa: FBT001
    assert (one in other) is within


def test_spans_stand_in_the_order_of_the_text() -> None:
    spans = [Span(0, 0), Span(0, 3), Span(1, 2), Span(1, 3)]
    for place, one in enumerate(spans):
        assert [one < other for other in spans] == [n > place for n in range(len(spans))]


REFUSED = [
    ("number-for-a-text", lambda: Version(text=5), "expected a text that is not empty, got 5"),
    ("bool-among-numbers", lambda: Link(left=(True,), right=(0,)), "expected int, got bool True"),
    (
        "bool-for-a-number",
        lambda: Statement(text="x", span=Span(0, 1), force=True),
        "expected int or None, got bool True",
    ),
    ("fraction-for-a-place", lambda: CommonMatter(link=1.5), "expected a whole number from 0 on"),
    ("word-for-a-place", lambda: CommonMatter(link="1"), "expected a whole number from 0 on"),
    ("word-among-numbers", lambda: Link(left=("1",), right=(0,)), "expected int, got str '1'"),
    (
        "word-for-a-probability",
        lambda: Confidence(value="high", rule="name"),
        "expected a finite number, got 'high'",
    ),
    (
        "infinite-probability",
        lambda: Confidence(value=float("nan"), rule="name"),
        "expected a finite number, got nan",
    ),
    ("number-for-a-party", lambda: Version(text="x", party=7), "expected a party's code, got 7"),
    ("nothing-for-a-party", lambda: Version(text="x", party=None), "expected a party's code"),
]


@pytest.mark.parametrize(("make", "message"), [r[1:] for r in REFUSED], ids=[r[0] for r in REFUSED])
def test_value_refuses(make, message) -> None:
    with pytest.raises(ModelError) as caught:
        make()
    assert message in str(caught.value)


WORDS = "The Minister urged the safe return of all sailors who were held in the port of Sollen."
REPRS = [
    ("nothing-compared", Divergence(), "Divergence(undefined, 0 findings, 0 undertakings)"),
    (
        "compared",
        Divergence(measures=Measures(divergence=Measure(value=0.25, k=1, n=4))),
        "Divergence(0.250, 0 findings, 0 undertakings)",
    ),
    ("party", Participant(name="Mara Velin", party="VST"), "Participant('Mara Velin', VST)"),
    ("no-party", Participant(name="Mara Velin"), "Participant('Mara Velin', ?)"),
    (
        "short-statement",
        Statement(text="They spoke.", span=Span(0, 11)),
        "Statement(0:11 nobody narrate: 'They spoke.')",
    ),
    (
        "long-statement",
        Statement(text=WORDS, span=Span(0, len(WORDS))),
        f"Statement(0:86 nobody narrate: '{WORDS[:47]}…')",
    ),
    (
        "statement-of-48-signs",
        Statement(text=WORDS[:48], span=Span(0, 48)),
        f"Statement(0:48 nobody narrate: '{WORDS[:48]}')",
    ),
    (
        "statement-of-49-signs",
        Statement(text=WORDS[:49], span=Span(0, 49)),
        f"Statement(0:49 nobody narrate: '{WORDS[:47]}…')",
    ),
    (
        "long-finding",
        Finding(
            code=FindingCode.ONE_SIDED,
            severity=Severity.MINOR,
            left=(0,),
            slots=(Slot(name="matter", text=WORDS),),
        ),
        f"Finding(one-sided minor, [0]–[]: '{WORDS[:40]}')",
    ),
]


@pytest.mark.parametrize(("value", "shown"), [r[1:] for r in REPRS], ids=[r[0] for r in REPRS])
def test_value_shows_itself(value, shown) -> None:
    assert repr(value) == shown


def test_a_span_is_before_spans_only() -> None:
    with pytest.raises(TypeError):
        sorted([Span(0, 1), (2, 3)])


class Place(IntEnum):
    """Whole numbers that are not plain ones."""

    FIRST = 0
    PAST = 3


class Word(str):
    """A string that is not a plain one."""

    __slots__ = ()


def test_values_take_what_is_as_good() -> None:
    assert Span(Place.FIRST, Place.PAST) == Span(0, 3)
    assert Participant(name="Mara Velin", aliases=(Word("Velin"), "M. Velin")).aliases[0] == "Velin"


#: A claim, and the day that it tells.
TOLD = {
    "a-day": (ClaimKind.DATE, "2031-05-03", dt.date(2031, 5, 3)),
    "a-day-without-its-year": (ClaimKind.DATE, "--05-03", None),
    "a-day-of-something-else": (ClaimKind.PLACE, "2031-05-03", None),
}


@pytest.mark.parametrize(("kind", "value", "day"), TOLD.values(), ids=TOLD)
def test_the_day_of_a_claim(kind: ClaimKind, value: str, day: dt.date | None) -> None:
    assert Claim(kind=kind, value=value).day == day
