"""Flat rows: their columns stay, their cells are scalars, their words are those of the texts."""

from __future__ import annotations

import csv
import io
from typing import Any

import attrs
import pytest

import paired_readouts as pr
from paired_readouts.errors import ExchangeError
from paired_readouts.model import (
    Comparison,
    Conversation,
    ConversationComparison,
    Span,
    Version,
)

#: Columns may be added at the end of each list; none of these may go, move or change its name.
COLUMNS = {
    "statements": (
        "conversation pair side version party issuer via published completeness other_party "
        "other_completeness statement start end text words speakers speaker_parties addressees "
        "target act lemma force mode occasion negated topics firmness confidence rule origin "
        "linked links"
    ),
    "links": (
        "conversation pair left_party right_party link left right left_text right_text "
        "left_speakers right_speakers left_acts right_acts score relation differences origin"
    ),
    "findings": (
        "conversation pair left_party right_party finding code severity matter left right "
        "left_words right_words caveats confidence"
    ),
}
TYPES = {"text": str, "whole": int, "number": float, "truth": bool}


@pytest.mark.parametrize("kind", COLUMNS)
def test_columns_stay(kind: Any) -> None:
    names = [column.name for column in pr.row_columns(kind)]
    assert names[: len(COLUMNS[kind].split())] == COLUMNS[kind].split()


@pytest.mark.parametrize("kind", COLUMNS)
def test_cells_are_of_the_documented_types(kind: Any, over_all: ConversationComparison) -> None:
    rows = pr.to_rows(over_all, kind=kind)
    assert rows
    for row in rows:
        assert list(row) == [column.name for column in pr.row_columns(kind)]
        for column in pr.row_columns(kind):
            cell = row[column.name]
            assert cell is None or type(cell) is TYPES[column.type], column.name


def test_statements_of_both_sides_tell_whether_they_are_linked(comparison: Comparison) -> None:
    rows = pr.to_rows(comparison)
    assert [(r["side"], r["party"], r["other_party"], r["linked"]) for r in rows] == [
        ("left", "NRL", "VST", True),
        ("left", "NRL", "VST", True),
        ("right", "VST", "NRL", True),
    ]
    first = rows[0]
    assert (first["text"], first["start"], first["end"]) == ("President Velin said “no”.", 0, 26)
    assert (first["speakers"], first["speaker_parties"], first["act"]) == (
        "Mara Velin",
        "VST",
        "reject",
    )
    assert first["published"] == "2031-05-03T09:30:00+02:00"
    assert rows[1]["topics"] == "ceasefire; meetings"
    assert rows[1]["firmness"] == "will"


def test_links_have_the_words_of_both_sides(comparison: Comparison) -> None:
    (row,) = pr.to_rows(comparison, kind="links")
    assert (row["left"], row["right"]) == ("0; 1", "0")
    assert row["left_text"] == (
        "President Velin said “no”.; They will meet in Arn if the ceasefire holds."
    )
    assert row["differences"] == "detail; force"


def test_findings_have_the_words_that_show_them(comparison: Comparison) -> None:
    (row,) = pr.to_rows(comparison, kind="findings")
    assert (row["left_words"], row["right_words"]) == ("said", "said “no”")
    assert (row["code"], row["severity"], row["matter"]) == ("force", "degree", "the meeting")
    assert row["caveats"] == "rests on an excerpt; may be a translation"


def test_statements_of_a_version_alone_have_no_pair(comparison: Comparison) -> None:
    rows = pr.to_rows(comparison.left)
    assert {(r["pair"], r["side"], r["linked"], r["links"]) for r in rows} == {(None,) * 4}
    assert pr.to_rows(comparison.left, kind="links") == []


def test_conversation_with_one_account_has_its_statements(comparison: Comparison) -> None:
    alone = Conversation(versions=(comparison.left,), id="c7")
    for value in (alone, ConversationComparison(conversation=alone)):
        assert [row["conversation"] for row in pr.to_rows(value)] == ["c7", "c7"]


def test_rows_make_a_table(over_all: ConversationComparison) -> None:
    sheet = io.StringIO()
    writer = csv.DictWriter(sheet, [column.name for column in pr.row_columns("statements")])
    writer.writeheader()
    writer.writerows(pr.to_rows(over_all))
    assert len(sheet.getvalue().splitlines()) == 4


def test_unknown_kind_names_the_known_ones() -> None:
    with pytest.raises(ExchangeError, match=r"unknown kind 'words' \(one of: statements, links"):
        pr.to_rows(Version(text="x"), kind="words")  # type: ignore[arg-type]


@pytest.mark.parametrize("value", [Span(0, 1), pr.Limits()], ids=repr)
def test_values_without_statements_have_no_rows(value: attrs.AttrsInstance) -> None:
    with pytest.raises(ExchangeError, match="value: no rows of a"):
        pr.to_rows(value)
