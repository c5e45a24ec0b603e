"""Aids for people who extend the library: checks that a parser keeps its promises."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import NoReturn

import attrs

from paired_readouts.errors import PairedReadoutsError
from paired_readouts.model import Version
from paired_readouts.parsing import ArticleParser, Parser, Source

__all__ = ["check_parser"]

_UNCLEAN = (
    (re.compile("\r"), "carriage returns"),
    (re.compile("[\xad\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff]"), "invisible signs"),
    (re.compile("â€|Ã[\x80-\xbf]|Â[\x80-\xbf]|\ufffd"), "characters that were decoded wrongly"),
    (re.compile("[\xa0\u2000-\u200a\u202f\u3000\t]"), "white space other than plain spaces"),
    (re.compile("  "), "two spaces in a row"),
    (re.compile("\n{3,}"), "more than one empty line in a row"),
    (re.compile(r" \n|\n "), "spaces at a line break"),
    (re.compile(r"\A\s|\s\Z"), "outer white space"),
    (re.compile(r"</?(?:p|div|span|br|a|b|i|strong|em)\b[^>]*>"), "HTML tags"),
    (re.compile(r"&(?:[a-z]{2,8}|#x?\w{2,6});"), "character references"),
    (re.compile("[\x00-\x08\x0e-\x1f\x7f]"), "control signs"),
)
_URL_DATE = re.compile(r"\d{4}/\d{1,2}/\d{1,2}|\d{4}-\d\d-\d\d")
# What a parser is asked about in a crowd of others, and must answer without an exception.
_STRANGERS = (
    Source(""),
    Source(b""),
    Source("x"),
    Source(b"\x00\xff\xfe\x00"),
    Source(b"\x81\x8d\x8f"),
    Source("{"),
    Source("<"),
    Source("<html><body><p>President Velin spoke today.</p></body></html>"),
    Source('<?xml version="1.0"?><rss/>'),
    Source(b"%PDF-1.7"),
)


def check_parser(parser: Parser, sources: Iterable[Source]) -> None:
    """Checks `parser` on `sources`, each of which it must read; an AssertionError names the rules.

    The rules: it has a name; it accepts its sources, as text and as bytes, and asks of strangers
    raise nothing; it gives a tuple of versions, the same each time, that carry its name; their
    text is clean; what is not known (party, date) has a warning; no date comes from the URL, and
    nothing from the network; cut sources give versions or a PairedReadoutsError.
    """
    broken = list(_check_face(parser))
    given = list(sources)
    if not given:
        broken.append("sources: give at least one that the parser reads")
    if not broken:
        for source in given:
            broken += [f"{source.where}: {rule}" for rule in _check_source(parser, source)]
    if broken:
        name = getattr(parser, "name", type(parser).__name__)
        raise AssertionError(f"parser {name!r} breaks {len(broken)} rules:\n" + "\n".join(broken))


def _check_face(parser: Parser) -> Iterator[str]:
    if not isinstance(getattr(parser, "name", None), str) or not parser.name.strip():
        yield "name: is no string with a letter in it"
    for method in ("accepts", "parse"):
        if not callable(getattr(parser, method, None)):
            yield f"{method}: is missing"
            return
    for stranger in _STRANGERS:
        try:
            answer = parser.accepts(stranger)
        except Exception as error:  # noqa: BLE001 - that is the rule
            yield f"accepts raises nothing: {stranger.content!r:.40} raised {error!r:.80}"
            continue
        if not isinstance(answer, bool):
            yield f"accepts gives a bool: {stranger.content!r:.40} gave {answer!r:.40}"


def _check_source(parser: Parser, source: Source) -> Iterator[str]:
    if not parser.accepts(source):
        yield "accepts: says no to a source that it is to read"
        return
    try:
        versions, reached = _parse_offline(parser, source)
    except (Exception, SystemExit) as error:  # noqa: BLE001 - the check tells any failure
        yield f"parse: raised {error!r:.120}"
        return
    if reached:
        yield f"parse is offline: it asked for {reached}"
    if not isinstance(versions, tuple) or not all(isinstance(v, Version) for v in versions):
        yield f"parse gives a tuple of Version: gave {type(versions).__name__}"
        return
    if not versions:
        yield "parse gives one version at least: raise ParseError where there is none"
    if parser.parse(source) != versions:
        yield "parse is deterministic: a second run gave other versions"
    for number, version in enumerate(versions):
        yield from (f"version {number}: {rule}" for rule in _check_version(parser, version))
    yield from _check_likes(parser, source, versions)
    yield from _check_cuts(parser, source)


def _check_version(parser: Parser, version: Version) -> Iterator[str]:
    # A page that quotes two releases may be handed on to the library's parser of such articles.
    if version.parser not in {parser.name, ArticleParser.name}:
        yield f"parser: is {version.parser!r}, not the parser's name"
    for pattern, what in _UNCLEAN:
        for field, text in (("text", version.text), ("title", version.title)):
            if match := pattern.search(text):
                yield f"{field} is clean: has {what} at {match.start()}"
    if "\n" in version.title:
        yield "title is one line"
    if version.statements:
        yield "statements: a parser finds none; extract_statements does"
    for field in ("party", "published"):
        if not getattr(version, field) and not version.warnings:
            yield f"{field}: is empty, and no warning says so"


def _parse_offline(parser: Parser, source: Source) -> tuple[tuple[Version, ...], str]:
    """The versions, and the place in the network that was asked for; "" where none was."""
    import socket
    from unittest import mock

    asked: list[str] = []

    def refuse(*arguments: object, **_: object) -> NoReturn:
        asked.extend(str(place) for place in arguments if isinstance(place, (str, bytes, tuple)))
        raise OSError("a parser reads its source and nothing else")

    with (
        mock.patch.object(socket.socket, "connect", refuse),
        mock.patch.object(socket, "getaddrinfo", refuse),
    ):
        versions = parser.parse(source)
    return versions, "".join(asked[:1])


def _check_likes(parser: Parser, source: Source, versions: tuple[Version, ...]) -> Iterator[str]:
    """The same source in another guise gives the same."""
    if isinstance(source.content, str):
        raw = attrs.evolve(source, content=source.content.encode("utf-8", "replace"))
        if not parser.accepts(raw):
            yield "accepts: says no to the same source as bytes"
        elif [v.text for v in parser.parse(raw)] != [v.text for v in versions]:
            yield "parse: the same source as bytes gives other texts"
    elsewhere = attrs.evolve(source, url=_URL_DATE.sub("1999/12/31", source.url))
    if elsewhere != source and parser.accepts(elsewhere):
        dates = [v.published for v in parser.parse(elsewhere)]
        if dates != [v.published for v in versions]:
            yield "published: comes from the URL, where a date is no date of publication"


def _check_cuts(parser: Parser, source: Source) -> Iterator[str]:
    size = len(source.content)
    for end in sorted({0, 1, size // 4, size // 2, max(0, size - 1)}):
        cut = Source(source.content[:end], url=source.url, media_type=source.media_type)
        try:
            if parser.accepts(cut):
                parser.parse(cut)
        except PairedReadoutsError:
            continue
        except Exception as error:  # noqa: BLE001 - that is the rule
            yield f"errors are PairedReadoutsErrors: cut at {end} raised {error!r:.80}"
