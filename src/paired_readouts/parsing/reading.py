"""From a source to its versions: which parser, and what it may do."""

from __future__ import annotations

from functools import cache
from typing import Any

import attrs

from paired_readouts.errors import (
    LimitError,
    PairedReadoutsError,
    ParseError,
    PluginError,
    UnsupportedSourceError,
)
from paired_readouts.model import Limits, Version
from paired_readouts.parsing._settings import ParserSettings
from paired_readouts.parsing.article import ArticleParser
from paired_readouts.parsing.feed import FeedParser
from paired_readouts.parsing.govuk import GovUkParser
from paired_readouts.parsing.html_page import HtmlParser
from paired_readouts.parsing.mail import MailParser
from paired_readouts.parsing.markdown import MarkdownParser
from paired_readouts.parsing.news_xml import NewsMLParser, NitfParser
from paired_readouts.parsing.ninjs import NinjsParser
from paired_readouts.parsing.plain_text import PlainTextParser
from paired_readouts.parsing.protocol import Parser
from paired_readouts.parsing.source import Source

__all__ = ["default_parsers", "parse_version", "parse_versions"]

_GROUP = "paired_readouts.parsers"
# By content, the surest first; the last takes whatever is text.
_OURS = (
    GovUkParser,
    NinjsParser,
    FeedParser,
    NewsMLParser,
    NitfParser,
    MailParser,
    HtmlParser,
    MarkdownParser,
    ArticleParser,
    PlainTextParser,
)


def default_parsers(*, settings: ParserSettings | None = None) -> tuple[Parser, ...]:
    """Plug-ins by name, then ours; the first that accepts a source reads it.

    `settings` are for ours: a lexicon, profiles of publishers, limits.
    Raises PluginError, which names the plug-in, where one cannot be loaded.
    """
    settings = settings or ParserSettings()
    return (*_plug_ins(), *(kind(settings=settings) for kind in _OURS))


@cache
def _plug_ins() -> tuple[Parser, ...]:
    from importlib.metadata import entry_points

    parsers: list[Parser] = []
    for entry in sorted(entry_points(group=_GROUP), key=lambda e: (e.name, e.value)):
        where = f"plug-in {entry.name} ({entry.value})"
        try:
            loaded = entry.load()
            parser = loaded() if isinstance(loaded, type) else loaded
        except Exception as error:
            raise PluginError(
                where, f"cannot be loaded: {error!r:.200}", "mend or uninstall it"
            ) from error
        parsers.append(_checked(parser, where))
    return tuple(parsers)


def _checked(parser: Any, where: str) -> Parser:  # noqa: ANN401 - whatever a caller hands in
    for method in ("accepts", "parse"):
        if not callable(getattr(parser, method, None)):
            raise PluginError(where, f"has no {method}()", "see paired_readouts.parsing.Parser")
    if not isinstance(getattr(parser, "name", None), str):
        raise PluginError(where, "has no name", "set name to a string")
    checked: Parser = parser
    return checked


def parse_versions(
    source: Source | str | bytes,
    *,
    parsers: tuple[Parser, ...] | list[Parser] | None = None,
    limits: Limits | None = None,
) -> tuple[Version, ...]:
    """The versions in `source`: one for a page, several for a feed or a side-by-side article.

    The first of `parsers` (default: `default_parsers()`) that accepts the source reads it.
    Raises ParseError for what holds no release, LimitError for what is too large, PluginError
    where a parser breaks its protocol.

    >>> parse_versions("President Velin spoke with Minister Aro today.")
    (Version(?, 7 words, 0 statements),)
    """
    if not isinstance(source, Source):
        source = Source(source)
    limits = limits or Limits()
    if len(source) > limits.source:
        raise LimitError(
            source.where,
            f"{len(source)} bytes or characters; the limit is {limits.source}",
            "split it, or pass limits=Limits(source=…)",
        )
    if not source.content or source.content.isspace():
        raise ParseError(source.where, "is empty", "give a file with the text of a release")
    chosen = default_parsers() if parsers is None else tuple(parsers)
    for parser in chosen:
        parser = _with_limits(_checked(parser, repr(parser)[:60]), limits)  # noqa: PLW2901
        if _ask(parser, source):
            return _parse(parser, source, limits)
    source.decode()  # says what kind of file it is, if it is no text
    names = ", ".join(parser.name for parser in chosen) or "none"
    raise UnsupportedSourceError(
        source.where, "no parser accepts it", f"asked were: {names}; pass one that does in parsers="
    )


def parse_version(
    source: Source | str | bytes,
    *,
    parsers: tuple[Parser, ...] | list[Parser] | None = None,
    limits: Limits | None = None,
) -> Version:
    """The one version in `source`; a ParseError where there are several."""
    source = source if isinstance(source, Source) else Source(source)
    versions = parse_versions(source, parsers=parsers, limits=limits)
    if len(versions) != 1:
        raise ParseError(
            source.where, f"has {len(versions)} versions, not one", "use parse_versions"
        )
    return versions[0]


def _with_limits(parser: Parser, limits: Limits) -> Parser:
    settings = getattr(parser, "settings", None)
    if isinstance(settings, ParserSettings) and attrs.has(type(parser)):
        changed: Parser = attrs.evolve(parser, settings=attrs.evolve(settings, limits=limits))  # type: ignore[misc]
        return changed
    return parser


def _ask(parser: Parser, source: Source) -> bool:
    try:
        return bool(parser.accepts(source))
    except PairedReadoutsError:
        raise
    except Exception as error:
        raise PluginError(
            f"parser {parser.name}", f"accepts() failed: {error!r:.200}", "it must not raise"
        ) from error


def _parse(parser: Parser, source: Source, limits: Limits) -> tuple[Version, ...]:
    where = f"parser {parser.name}"
    try:
        versions = parser.parse(source)
    except PairedReadoutsError:
        raise
    except Exception as error:
        raise PluginError(
            where,
            f"parse() failed on {source.where}: {error!r:.200}",
            "raise ParseError for input that is not what the parser promises to read",
        ) from error
    if not isinstance(versions, tuple) or not all(isinstance(v, Version) for v in versions):
        raise PluginError(
            where, f"parse() gave {type(versions).__name__}", "give a tuple of Version"
        )
    if not versions:
        raise ParseError(source.where, "has no release in it", "give the text of a release")
    if len(versions) > limits.versions:
        raise LimitError(
            source.where,
            f"{len(versions)} versions; the limit is {limits.versions}",
            "split it, or pass limits=Limits(versions=…)",
        )
    return versions
