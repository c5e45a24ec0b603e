"""`check_parser` says which of its rules a parser breaks, in words that help to mend it."""

from __future__ import annotations

import contextlib
import datetime as dt
import socket
from collections.abc import Callable
from typing import Any

import attrs
import pytest

import paired_readouts as pr
from paired_readouts.testing import check_parser

URL = "https://norland.example/2031/05/12/gazette"
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


def ask_the_network(_: pr.Source) -> tuple[pr.Version, ...]:
    """Asks for a page, and hides that it did not come."""
    with contextlib.suppress(OSError):
        socket.create_connection(("192.0.2.1", 80))
    return (GOOD,)


def stop(_: pr.Source) -> None:
    raise SystemExit


def date_in_url(source: pr.Source) -> tuple[pr.Version, ...]:
    year, month, day = map(int, source.url.split("/")[3:6])
    return (attrs.evolve(GOOD, published=dt.date(year, month, day)),)


def only_text(source: pr.Source) -> bool:
    return isinstance(source.content, str)


def by_kind(source: pr.Source) -> tuple[pr.Version, ...]:
    return (attrs.evolve(GOOD, text=type(source.content).__name__),)


RULES = {
    "name-is-a-number": (parser(name=3), "name: is no string with a letter in it"),
    "name-is-blank": (parser(name=" "), "name: is no string"),
    "answer-is-no-truth": (parser(accepts=lambda _: 1), "accepts gives a bool: .* gave 1"),
    "parse-fails": (parser(give=fail), r"gazette: parse: raised KeyError\('head'\)"),
    "list-of-versions": (parser(give=[GOOD]), "parse gives a tuple of Version: gave list"),
    "no-version": (parser(give=()), "parse gives one version at least: raise ParseError"),
    "title-of-two-lines": (parser(give=(attrs.evolve(GOOD, title="Call\nToday"),)), "one line"),
    "statements": (parser(give=(attrs.evolve(GOOD, statements=(SAID,)),)), "a parser finds none"),
    "network": (parser(give=ask_the_network), r"parse is offline: it asked for .*192\.0\.2\.1"),
    "exit": (parser(give=stop), "parse: raised SystemExit"),
    "date-in-the-url": (parser(give=date_in_url), "published: comes from the URL"),
    "text-alone": (parser(accepts=only_text), "says no to the same source as bytes"),
    "text-by-kind": (parser(give=by_kind), "as bytes gives other texts"),
    "spoilt": (parser(give=(attrs.evolve(GOOD, text="Velinâ€™s call"),)), "decoded wrongly at 5"),
    "references": (parser(give=(attrs.evolve(GOOD, text="&rsquo;s"),)), "character references"),
    "tags": (parser(give=(attrs.evolve(GOOD, text="<p>Velin spoke."),)), "has HTML tags at 0"),
}


@pytest.mark.parametrize(("given", "told"), RULES.values(), ids=RULES.keys())
def test_broken_rule_is_named(given: Any, told: str) -> None:
    with pytest.raises(AssertionError, match=told) as caught:
        check_parser(given, [pr.Source("GAZETTE No. 34", url=URL)])
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
