"""A lexicon as a value: what is asked of it, and the errors that name what is not there."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

import paired_readouts as pr


@pytest.fixture
def lexicon(tmp_path: Path) -> pr.Lexicon:
    table = tmp_path / "units.toml"
    table.write_text('[sund]\nwords = ["sund", "sunds"]\nkind = "length"\ntimes = 12\n')
    return pr.load_lexicon(table)


ASKED: dict[str, tuple[Callable[[pr.Lexicon], object], object]] = {
    "text": (lambda x: x.entry("units", "sund").text("kind"), "length"),
    "text-absent": (lambda x: x.entry("units", "sund").text("into"), ""),
    "whole": (lambda x: x.entry("units", "sund").whole("times"), 12),
    "whole-absent": (lambda x: x.entry("units", "sund").whole("digits", 3), 3),
    "list": (lambda x: x.entry("units", "sund").list(), ("sund", "sunds")),
    "words": (lambda x: x.words("units", "sund"), frozenset({"sund", "sunds"})),
    "table": (lambda x: [entry.id for entry in x.table("units")], ["sund"]),
    "table-absent": (lambda x: list(x.table("airports")), []),
    "repr": (lambda x: repr(x).partition(", 1 entries")[0], "Lexicon(en, 1 tables"),
}


@pytest.mark.parametrize(("ask", "answer"), ASKED.values(), ids=ASKED.keys())
def test_answer(ask: Callable[[pr.Lexicon], object], answer: object, lexicon: pr.Lexicon) -> None:
    assert ask(lexicon) == answer


WRONG: dict[str, tuple[Callable[[pr.Lexicon], object], str]] = {
    "text-of-a-number": (
        lambda x: x.entry("units", "sund").text("times"),
        "sund.times: expected a string, got 12",
    ),
    "number-of-a-text": (
        lambda x: x.entry("units", "sund").whole("kind"),
        "sund.kind: expected a whole number, got 'length'",
    ),
    "list-of-a-text": (
        lambda x: x.entry("units", "sund").list("kind"),
        "sund.kind: expected a list of strings, got 'length'",
    ),
    "no-entry": (
        lambda x: x.entry("units", "lund"),
        "en/units: no entry 'lund' (add it to that table)",
    ),
    "no-table": (
        lambda x: x.words("airports", "sund"),
        "en/airports: no entry 'sund' (add it to that table)",
    ),
    "another-language": (
        lambda x: x | pr.load_lexicon("examples/countries.toml", language="fr"),
        "lexicon: cannot join 'en' and 'fr' (join lexicons of one language)",
    ),
    "no-lexicon": (
        lambda _: pr.default_lexicon("xx"),
        "language: no lexicon for 'xx' (there is: en)",
    ),
    "path-for-a-language": (
        lambda _: pr.default_lexicon("../en"),
        "language: no lexicon for '../en' (there is: en)",
    ),
}


@pytest.mark.parametrize(("ask", "message"), WRONG.values(), ids=WRONG.keys())
def test_what_is_not_there_is_named(
    ask: Callable[[pr.Lexicon], object],
    message: str,
    lexicon: pr.Lexicon,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.chdir(Path(__file__).parents[1])
    with pytest.raises(pr.LexiconError) as caught:
        ask(lexicon)
    assert str(caught.value) == message


def test_folder_without_tables_is_named(tmp_path: Path) -> None:
    with pytest.raises(pr.LexiconError, match=r"no \.toml file in this folder"):
        pr.load_lexicon(tmp_path)


def test_lexicon_is_joined_with_lexicons_only(lexicon: pr.Lexicon) -> None:
    with pytest.raises(TypeError):
        _ = lexicon | {"sund"}  # type: ignore[operator]


def test_lexicons_with_the_same_content_are_equal(lexicon: pr.Lexicon, tmp_path: Path) -> None:
    again = pr.load_lexicon(tmp_path)
    assert again == lexicon
    assert {again: 1}[lexicon] == 1
    assert again != "lexicon"
