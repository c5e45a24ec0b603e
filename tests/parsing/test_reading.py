"""Which parser reads, what a plug-in may do, and what a broken one is told."""

from __future__ import annotations

import importlib.metadata

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from paired_readouts.errors import (
    LimitError,
    MissingExtraError,
    PairedReadoutsError,
    ParseError,
    PluginError,
    UnsupportedSourceError,
)
from paired_readouts.model import Limits, Version
from paired_readouts.parsing import (
    Parser,
    PlainTextParser,
    Source,
    default_parsers,
    parse_version,
    parse_versions,
    reading,
)
from paired_readouts.parsing._extras import load_extra
from paired_readouts.testing import check_parser

BODY = "President Velin spoke with Minister Aro today."


@attrs.frozen
class ShoutingParser:
    """Reads what begins with an exclamation mark."""

    name: str = "shouting"

    def accepts(self, source: Source) -> bool:
        return source.content[:1] in {"!", b"!"}

    def parse(self, source: Source) -> tuple[Version, ...]:
        text = source.text.lstrip("!").strip()
        if not text:
            raise ParseError(source.where, "has nothing after its mark", "shout something")
        return (Version(text=text, party="NRL", parser=self.name, published=None),)


def test_a_plain_class_is_a_parser() -> None:
    assert isinstance(ShoutingParser(), Parser)


def test_first_that_accepts_wins() -> None:
    parsers = [ShoutingParser(), *default_parsers()]
    assert parse_version(f"!{BODY}", parsers=parsers).parser == "shouting"
    assert parse_version(BODY, parsers=parsers).parser == "plain-text"


def test_disabled_by_leaving_it_out() -> None:
    with pytest.raises(UnsupportedSourceError, match="asked were: shouting"):
        parse_versions(BODY, parsers=[ShoutingParser()])


def test_several_versions_where_one_is_asked_for() -> None:
    with pytest.raises(ParseError, match="has 2 versions"):
        parse_version(f"=== US ===\n{BODY}\n=== FR ===\n{BODY}")


def test_limits_reach_the_parsers() -> None:
    with pytest.raises(LimitError, match="the limit is 10"):
        parse_versions(BODY, limits=Limits(characters=10))
    with pytest.raises(LimitError, match="2 versions"):
        parse_versions(f"=== US ===\n{BODY}\n=== FR ===\n{BODY}", limits=Limits(versions=1))


class Broken:
    name = "broken"

    def __init__(self, accepts: object = 1, parse: object = ()) -> None:
        self._accepts, self._parse = accepts, parse

    def accepts(self, source: Source) -> bool:
        if isinstance(self._accepts, Exception):
            raise self._accepts
        return bool(self._accepts)

    def parse(self, source: Source):
        if isinstance(self._parse, Exception):
            raise self._parse
        return self._parse


@pytest.mark.parametrize(
    ("parser", "error", "what"),
    [
        pytest.param(Broken(accepts=KeyError("x")), PluginError, "accepts.. failed", id="accepts"),
        pytest.param(Broken(parse=KeyError("x")), PluginError, "parse.. failed on", id="parse"),
        pytest.param(Broken(parse=[1]), PluginError, "gave list", id="list"),
        pytest.param(Broken(parse=("x",)), PluginError, "gave tuple", id="no-versions"),
        pytest.param(Broken(parse=()), ParseError, "no release", id="none"),
        pytest.param(object(), PluginError, "has no accepts", id="no-parser"),
    ],
)
def test_broken_parser_is_named(parser: object, error: type, what: str) -> None:
    with pytest.raises(error, match=what):
        parse_versions(BODY, parsers=[parser])  # type: ignore[list-item]


class Entry:
    def __init__(self, name: str, load: object) -> None:
        self.name, self.value, self._load = name, f"{name}:Parser", load

    def load(self) -> object:
        if isinstance(self._load, Exception):
            raise self._load
        return self._load


@pytest.fixture
def installed(monkeypatch: pytest.MonkeyPatch):
    """Puts entry points in place of those that are installed."""

    def install(*entries: Entry) -> None:
        monkeypatch.setattr(importlib.metadata, "entry_points", lambda group: entries)
        reading._plug_ins.cache_clear()

    yield install
    reading._plug_ins.cache_clear()


def test_plug_ins_come_first_and_by_name(installed) -> None:
    zeta = ShoutingParser(name="zeta")
    installed(Entry("zeta", zeta), Entry("alpha", ShoutingParser))
    assert [p.name for p in default_parsers()][:3] == ["shouting", "zeta", "gov.uk"]


def test_failing_plug_in_is_named(installed) -> None:
    installed(Entry("alpha", ImportError("no module fish")))
    with pytest.raises(PluginError, match=r"alpha .*no module fish"):
        default_parsers()


def test_missing_extra_is_named() -> None:
    with pytest.raises(MissingExtraError, match=r"pip install 'paired-readouts\[pdf\]'"):
        load_extra("no_such_module_at_all", "pdf")


def test_check_parser_passes_a_good_one() -> None:
    class Warned(ShoutingParser):
        def parse(self, source: Source) -> tuple[Version, ...]:
            from paired_readouts.model import VersionWarning

            note = VersionWarning(code="no-date", text="no date")
            return tuple(attrs.evolve(v, warnings=(note,)) for v in super().parse(source))

    check_parser(Warned(), [Source(f"!{BODY}")])


class Bad:
    """Breaks one rule, as told."""

    name = "bad"

    def __init__(self, rule: str) -> None:
        self._rule, self._count = rule, 0

    def accepts(self, source: Source) -> bool:
        if self._rule == "raises" and not source.content:
            raise ValueError
        return self._rule != "refuses"

    def parse(self, source: Source) -> tuple[Version, ...]:
        self._count += 1
        if self._rule == "cut" and len(source.content) < 5:
            raise IndexError
        text = {"unclean": "a\xa0b", "random": f"run {self._count}"}.get(self._rule, "text")
        name = "other" if self._rule == "name" else "bad"
        return (Version(text=text, parser=name),)


@pytest.mark.parametrize(
    ("rule", "told"),
    [
        ("raises", "accepts raises nothing"),
        ("refuses", "says no to a source"),
        ("cut", "errors are PairedReadoutsErrors"),
        ("unclean", "white space other than plain spaces"),
        ("random", "deterministic"),
        ("name", "not the parser's name"),
        ("silent", "party: is empty, and no warning"),
    ],
)
def test_check_parser_names_the_rule(rule: str, told: str) -> None:
    with pytest.raises(AssertionError, match=told):
        check_parser(Bad(rule), [Source(BODY)])


PIECES = st.sampled_from(
    [
        "<p>",
        "</p>",
        "<",
        ">",
        '"',
        "“",
        "”",
        "{",
        "}",
        "[",
        ":",
        "---\n",
        "\n",
        "\n\n",
        "=== US ===",
        "<article>",
        "<rss>",
        "<item>",
        "uri",
        "bodies",
        "From: a@b\n",
        "Subject: c\n",
        "&nbsp;",
        "The White House said: ",
        "Kremlin version\n",
        "Velin spoke. ",
        "###",
        "1. ",
        "\x00",
        "é",
    ]
)


@given(st.lists(PIECES, max_size=40).map("".join))
def test_whatever_comes_in_only_our_errors_come_out(text: str) -> None:
    for content in (text, text.encode(), text.encode("utf-16")):
        try:
            versions = parse_versions(Source(content))
        except PairedReadoutsError:
            continue
        assert all(version.text == version.text.strip() for version in versions)


@given(st.binary(max_size=200))
def test_bytes_of_any_kind(content: bytes) -> None:
    try:
        parse_versions(Source(content))
    except PairedReadoutsError as error:
        assert str(error)  # noqa: PT017 - either way is right


@given(st.lists(PIECES, max_size=40).map("".join), st.sampled_from(default_parsers()))
def test_each_parser_alone(text: str, parser: Parser) -> None:
    try:
        parse_versions(Source(text), parsers=[parser])
    except PairedReadoutsError:
        return


def test_plain_text_takes_settings() -> None:
    assert PlainTextParser().settings.limits == Limits()
