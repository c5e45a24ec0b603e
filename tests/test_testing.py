"""`check_parser` says which of its rules a parser breaks, in words that help to mend it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import attrs
import pytest

import paired_readouts as pr
from paired_readouts.testing import check_parser

NOTE = pr.VersionWarning(code="no-date", text="no date")
GOOD = pr.Version(text="President Velin spoke.", parser="gazette", warnings=(NOTE,))
SAID = pr.Statement(text="President", span=pr.Span(0, 9))


def parser(
    *, name: object = "gazette", accepts: object = lambda _: True, give: Any = (GOOD,)
) -> object:
    """A parser of these parts; `give` is what `parse` gives, or does."""

    def parse(source: pr.Source) -> Any:
        return give(source) if isinstance(give, Callable) else give

    parts = {"name": name, "accepts": staticmethod(accepts), "parse": staticmethod(parse)}
    return type("Gazette", (), parts)()


def fail(_: pr.Source) -> None:
    raise KeyError("head")


RULES = {
    "name-is-a-number": (parser(name=3), "name: is no string with a letter in it"),
    "name-is-blank": (parser(name=" "), "name: is no string"),
    "answer-is-no-truth": (parser(accepts=lambda _: 1), "accepts gives a bool: .* gave 1"),
    "parse-fails": (parser(give=fail), r"source: parse: raised KeyError\('head'\)"),
    "list-of-versions": (parser(give=[GOOD]), "parse gives a tuple of Version: gave list"),
    "no-version": (parser(give=()), "parse gives one version at least: raise ParseError"),
    "title-of-two-lines": (parser(give=(attrs.evolve(GOOD, title="Call\nToday"),)), "one line"),
    "statements": (parser(give=(attrs.evolve(GOOD, statements=(SAID,)),)), "a parser finds none"),
    "tags": (parser(give=(attrs.evolve(GOOD, text="<p>Velin spoke."),)), "has HTML tags at 0"),
}


@pytest.mark.parametrize(("given", "told"), RULES.values(), ids=RULES.keys())
def test_broken_rule_is_named(given: Any, told: str) -> None:
    with pytest.raises(AssertionError, match=told) as caught:
        check_parser(given, [pr.Source("GAZETTE No. 34")])
    assert str(caught.value).startswith("parser ")


def test_missing_method_is_named() -> None:
    with pytest.raises(
        AssertionError, match=r"parser 'Nothing' breaks 2 rules:\nname: .*\naccepts:"
    ):
        check_parser(type("Nothing", (), {})(), [pr.Source("x")])  # type: ignore[arg-type]


def test_sources_are_needed() -> None:
    with pytest.raises(AssertionError, match="give at least one that the parser reads"):
        check_parser(parser(), [])  # type: ignore[arg-type]


def test_good_parser_passes() -> None:
    check_parser(parser(), [pr.Source("GAZETTE No. 34"), pr.Source(b"GAZETTE No. 35")])  # type: ignore[arg-type]
