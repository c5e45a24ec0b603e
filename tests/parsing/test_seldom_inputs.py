"""What files hold now and then: damaged, nested, or told in the format's rarer way."""

from __future__ import annotations

import json
from typing import Any

import pytest

from paired_readouts.errors import LimitError, ParseError, PluginError
from paired_readouts.model import Limits
from paired_readouts.parsing import (
    ArticleParser,
    FeedParser,
    MailParser,
    MarkdownParser,
    NinjsParser,
    ParserSettings,
    Source,
    load_profiles,
    parse_version,
    parse_versions,
)

LEAD = "President Velin spoke today with Minister Aro of Vestria about fish and grain."
NEXT = "The leaders agreed that the crossing at the bay should open before the summer."
BODY = f"{LEAD}\n\n{NEXT}"
MARKED = f"<p>{LEAD}</p><p>{NEXT}</p>"
HEADERS = "From: a@b.example\nDate: Fri, 13 May 2022 01:10:09 +0000\nSubject: Call\n"
MIXED = "Content-Type: multipart/mixed; boundary=x\n\n"
PART = "--x\nContent-Type: {}\n\n{}\n"
TINY = ParserSettings(limits=Limits(versions=3, depth=8))


def page(body: str, head: str = "") -> str:
    return f"<html><head>{head}</head><body>{body}</body></html>"


def linked(data: object) -> str:
    return f'<script type="application/ld+json">{json.dumps(data)}</script>'


def nested(levels: int) -> str:
    part = "Content-Type: text/plain\n\nCalled.\n"
    for n in range(levels):
        head = f"Content-Type: multipart/mixed; boundary=b{n}\n\n"
        part = f"{head}--b{n}\n{part}\n--b{n}--\n"
    return f"{HEADERS}MIME-Version: 1.0\n{part}"


ARTICLE = f"<article>{MARKED}</article>"
NEWS = {"@type": ["NewsArticle"], "headline": "Velin calls"}
#: A source, and the text and the title of what is read of it.
READ = {
    "comments": (page(f"<article><!-- <p>Draft</p> -->{MARKED}<!-- no end <p>"), BODY, ""),
    "cdata": (page(f"<article><p><![CDATA[{LEAD}]]></p><p>{NEXT}</p></article>"), BODY, ""),
    "other-link": (
        page(ARTICLE, '<link rel="stylesheet" href="a.css"><title>Call</title>'),
        BODY,
        "Call",
    ),
    "linked-graph": (
        page(ARTICLE, linked({"@graph": [{"@type": "WebPage"}, [1, NEWS], 7]})),
        BODY,
        "Velin calls",
    ),
    "empty-heading": (
        page(f"<article><h1> </h1>{MARKED}</article>", "<title>Call</title>"),
        BODY,
        "Call",
    ),
    "article-in-article": (page(f"<article>{ARTICLE}</article>"), BODY, ""),
    "mail-with-calendar": (
        HEADERS
        + f"MIME-Version: 1.0\n{MIXED}"
        + PART.format("text/calendar", "BEGIN:VCALENDAR")
        + PART.format("text/plain", BODY)
        + "--x--\n",
        BODY,
        "Call",
    ),
    "atom-plain": (
        (
            '<feed xmlns="http://www.w3.org/2005/Atom"><title>N</title><entry><title>Call</title>'
            f'<content type="text">{LEAD} Fish &amp;amp; grain.</content></entry></feed>'
        ),
        f"{LEAD} Fish &amp; grain.",
        "Call",
    ),
    "nitf-without-head": (
        f"<nitf><body><body.content>{MARKED}</body.content></body></nitf>",
        BODY,
        "",
    ),
    "nitf-in-newsml": (
        (
            '<newsItem xmlns="http://iptc.org/std/nar/2006-10-01/"><contentSet><inlineXML>'
            f'<nitf xmlns="http://iptc.org/std/NITF/2006-10-18/"><body><body.content>{MARKED}'
            "</body.content></body></nitf></inlineXML></contentSet></newsItem>"
        ),
        BODY,
        "",
    ),
    "ninjs-plain": (
        json.dumps({"uri": "urn:a:1", "type": "text", "headline": "Call", "body_text": BODY}),
        BODY,
        "Call",
    ),
    "attributable-then-a-sentence": (
        f"The following is attributable to Ida Brem. She said this: {BODY}",
        f"The following is attributable to Ida Brem. She said this: {BODY}",
        "",
    ),
    "announced-without-a-stop-before": (
        f"{LEAD[:-1]}{' and of the sea' * 20} the overview of the talks is as follows: {BODY}",
        f"{LEAD[:-1]}{' and of the sea' * 20} the overview of the talks is as follows: {BODY}",
        "",
    ),
    "list-in-front": (f"---\ntitle: Call\ntags:\n- fish\n- grain\n---\n{BODY}", BODY, "Call"),
    "decoded-thrice": (
        f"{LEAD} Café.".replace("é", "é".encode().decode("cp1252").encode().decode("cp1252")),
        f"{LEAD} Café.",
        "",
    ),
}


@pytest.mark.parametrize("row", READ)
def test_read(row: str) -> None:
    content, text, title = READ[row]
    version = parse_version(Source(content))
    assert (version.text, version.title) == (text, title)


#: A source, and the codes and words of what is told of it.
TOLD = {
    "attached": (
        json.dumps(
            {
                "base_path": "/call",
                "content_id": "a",
                "schema_name": "news_article",
                "document_type": "press_release",
                "title": "Call",
                "details": {"body": MARKED, "attachments": [{"title": "The list"}]},
            }
        ),
        "attachments: not read: The list",
    ),
    "two-days": (
        f"BLUE PALACE\n11 May 2022\n\nVelin calls Aro\n\nHALE, 12 May 2022 - {BODY}",
        "several-dates: 2022-05-11, 2022-05-12; the first in the text is taken",
    ),
    "lost-signs": (
        f"{LEAD} He said \ufffdYes\ufffd.",
        "encoding: some characters were lost before the text came here",
    ),
}


@pytest.mark.parametrize("row", TOLD)
def test_told(row: str) -> None:
    content, expected = TOLD[row]
    told = [f"{w.code}: {w.text}" for w in parse_version(Source(content)).warnings]
    assert expected in told


#: The party in the front matter, and the code that is read.
PARTIES = {"Germany": "DE", "DE": "DE", "Germany and France": "", "the moon": ""}


@pytest.mark.parametrize("party", PARTIES)
def test_the_party_of_front_matter_by_its_name(party: str) -> None:
    version = parse_version(Source(f"---\ntitle: Call\nparty: {party}\n---\n{BODY}"))
    assert version.party == PARTIES[party]


def test_each_article_has_the_time_that_stands_in_it() -> None:
    times = ["2022-05-10", "2022-05-13"]
    articles = [f'<article><time datetime="{t}">x</time>{MARKED}</article>' for t in times]
    articles.append(ARTICLE)
    articles.append('<p>More.</p><time datetime="2022-05-20">x</time>')
    found = parse_versions(Source(page("".join(articles))))
    assert [str(version.published) for version in found] == [*times, times[0]]


#: A parser, what it refuses, with which error and words.
REFUSED: dict[str, tuple[Any, str, type[Exception], str]] = {
    "many-parts": (
        MailParser(),
        HEADERS + MIXED + PART.format("text/plain", "A") * 300,
        LimitError,
        "more than 200 parts",
    ),
    "deep-parts": (MailParser(settings=TINY), nested(10), LimitError, "nest deeper than 8"),
    "many-messages": (
        MailParser(settings=TINY),
        "\n\n".join(f"From a@b.example Fri May 13 01:10:09 2022\n{HEADERS}\nHi." for _ in range(4)),
        LimitError,
        "has 4 messages",
    ),
    "many-items": (
        FeedParser(settings=TINY),
        f"<rss><channel>{'<item><title>Call</title></item>' * 4}</channel></rss>",
        LimitError,
        "4 items; the limit is 3",
    ),
    "deep-json": (
        NinjsParser(settings=TINY),
        '{"uri": "a", "body_text": "x", "y": ' + "[" * 9 + "]" * 9 + "}",
        LimitError,
        "nests deeper than 8",
    ),
    "json-list": (NinjsParser(), "[]", ParseError, "is no JSON object"),
    "front-without-key": (MarkdownParser(), "---\n- a\n---\nHi.", ParseError, "line 1: is YAML"),
    "front-open-list": (MarkdownParser(), "---\na: [b\n---\nHi.", ParseError, "is YAML beyond"),
    "front-escape": (MarkdownParser(), '---\na: "\\q"\n---\nHi.', ParseError, r"escape \\q"),
    "quotes-nothing": (ArticleParser(), BODY, ParseError, "quotes no release"),
}


@pytest.mark.parametrize("row", REFUSED)
def test_refused(row: str) -> None:
    parser, content, error, words = REFUSED[row]
    with pytest.raises(error, match=words):
        parser.parse(Source(content))


def test_a_parser_needs_a_name() -> None:
    class Nameless:
        name = None
        accepts = parse = staticmethod(print)

    with pytest.raises(PluginError, match="has no name"):
        parse_version(Source(BODY), parsers=(Nameless(),))


def test_a_profile_is_a_section(tmp_path: Any) -> None:
    file = tmp_path / "publishers.toml"
    file.write_text("palace = 3\n", encoding="utf-8")
    with pytest.raises(ParseError, match="is no section"):
        load_profiles(file)
