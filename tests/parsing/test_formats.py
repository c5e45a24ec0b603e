"""Each format in its real shape, with invented content: what comes out, case by case."""

from __future__ import annotations

import datetime as dt
import json

import pytest

from paired_readouts.errors import LimitError, PairedReadoutsError, ParseError
from paired_readouts.model import CompletenessLevel, Limits
from paired_readouts.parsing import Source, parse_version, parse_versions
from paired_readouts.testing import check_parser

LEAD = "President Velin spoke today with Minister Aro of Vestria about fish and grain."
NEXT = "The leaders agreed that the crossing at the bay should open before the summer."
BODY = f"{LEAD}\n\n{NEXT}"
UTC = dt.UTC

RSS = f"""<?xml version="1.0" encoding="UTF-8"?><rss version="2.0"
 xmlns:content="http://purl.org/rss/1.0/modules/content/"
 xmlns:dc="http://purl.org/dc/elements/1.1/"><channel>
<title>News &#8211; Blue Palace</title><link>https://president.norland.example</link>
<language>en-US</language>
<item><title>Velin&#8217;s call with Aro &amp; others</title>
<link>https://president.norland.example/call</link>
<dc:creator><![CDATA[Office of the Spokesperson]]></dc:creator>
<pubDate>Fri, 13 May 2022 01:10:09 +0000</pubDate>
<description><![CDATA[<p>{LEAD[:40]}&#8230;</p>]]></description>
<content:encoded><![CDATA[<p>The below is attributable to Spokesperson Ida Brem:&lrm;</p>
<script>var x = "<p>no</p>";</script><p>{LEAD}</p>
<p>{NEXT}&nbsp;</p><p><input type="hidden" /></p>]]></content:encoded></item>
<item><title>A film</title><link>https://president.norland.example/film</link>
<description></description></item>
<item><title>Only the start</title><link>https://president.norland.example/start</link>
<description>&lt;p&gt;{LEAD} {NEXT[:30]}&#8230;&lt;/p&gt;</description></item>
</channel></rss>"""

ATOM = f"""<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en"><title>Norwire</title>
<entry><title>Call</title><link rel="alternate" href="https://norwire.example/1"/>
<published>2022-05-13T03:10:09+02:00</published><author><name>Foreign Ministry</name></author>
<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>{LEAD}</p><p>{NEXT}</p></div>
</content></entry></feed>"""

HTML = f"""<!DOCTYPE html><html lang="en"><head><title>Call | Blue Palace</title>
<link rel="canonical" href="https://norwire.example/call"><meta property="og:site_name"
content="Norwire"><meta property="article:published_time" content="2022-05-13T01:10:09Z"></head>
<body><header><nav><ul><li>Home</li></ul></nav></header>
<main><article><h1>Velin&rsquo;s call</h1><div class="share-buttons">Share</div>
<figure><img src="a.jpg"><figcaption>Velin at the desk.</figcaption></figure>
<p>{LEAD[:30]}<b>{LEAD[30:50]}</b>{LEAD[50:]}<p>{NEXT}
<ol><li>Fish<li>Grain</ol></article></main>
<aside><p>Related: boats</p></aside><footer><p>Blue Palace Square 1</p></footer>
<div class="cookie-notice">We use cookies.</div></body></html>"""

PROFILED = f"""<html><body><div class="wrap"><h2 class="headline">Velin's call</h2>
<span class="issued">03/04/2022</span><div class="release"><p>{LEAD}</p><p>{NEXT}</p>
<p>Blue Palace Square 1</p></div><div class="more"><p>Boats in the bay.</p></div></body></html>"""

LINKED = {
    "@context": "https://schema.org",
    "@graph": [
        {"@type": "Organization", "name": "Norwire"},
        {
            "@type": "NewsArticle",
            "headline": "Velin's call",
            "datePublished": "2022-05-13T01:10:09+00:00",
            "publisher": {"@type": "Organization", "name": "Norwire"},
            "inLanguage": "en",
            "articleBody": BODY,
        },
    ],
}
JSON_LD = f"""<html><head><script type="application/ld+json">{json.dumps(LINKED)}</script></head>
<body><div>Nothing marked.</div></body></html>"""

GOVUK = {
    "base_path": "/government/news/call",
    "content_id": "c0ffee",
    "document_type": "press_release",
    "first_published_at": "2022-05-13T01:10:09.000+00:00",
    "locale": "en",
    "schema_name": "news_article",
    "title": "PM call with President Velin: 12 May 2022",
    "withdrawn_notice": {
        "explanation": '<div class="govspeak"><p>This is out of date</p></div>',
        "withdrawn_at": "2023-08-22T10:29:02+01:00",
    },
    "links": {"organisations": [{"title": "Office of Fish"}, {"title": "Office of Grain"}]},
    "details": {
        "body": f'<div class="govspeak"><p>{LEAD}</p>\n<p>{NEXT}</p></div>',
        "change_history": [
            {"note": "Added a line.", "public_timestamp": "2022-05-14T09:00:00.000+00:00"},
            {"note": "First published.", "public_timestamp": "2022-05-13T01:10:09.000+00:00"},
        ],
    },
}

MOJIBAKE = NEXT.replace("the summer", "summerâ€™s end")
NINJS1 = {
    "uri": "https://norwire.example/1",
    "type": "text",
    "versioncreated": "2022-05-13T01:10:09Z",
    "language": "en",
    "headline": "Velin's call",
    "body_xhtml": f"<p>PORT ARO (NNA) — {LEAD}</p><p>{MOJIBAKE}</p>",
}
NINJS3 = {
    "uri": "urn:norwire:1",
    "versionCreated": "2022-05-13T01:10:09Z",
    "headlines": [{"role": "short", "value": "Call"}, {"role": "main", "value": "Velin's call"}],
    "infoSources": [{"name": "Norwire"}],
    "bodies": [
        {"role": "main", "contentType": "text/plain", "value": f"{LEAD} {NEXT}"},
        {"role": "rich", "contentType": "body_xhtml", "value": f"<p>{LEAD}</p><p>{NEXT}</p>"},
    ],
}

MARKDOWN = """---
tags: [calls, 'the sea']
date: '2022-05-13'
published_time: 2022-05-13 01:10:09-05:00
source_url: https://president.norland.example/call
title: "Velin\\u2019s call\\_with Minister\\
  \\ Aro"
---

<!-- saved -->
President *Velin* spoke today with [Minister
Aro](https://vestria.example) of Vestria about fish and grain.

The leaders **agreed** that the crossing at the bay should open before the
summer.

\\###
"""

MAIL = f"""Received: from mail.norland.example\r
From: Press <press@president.norland.example>\r
Subject: =?utf-8?q?Fwd:_Velin=E2=80=99s_call?=\r
Date: Fri, 13 May 2022 01:10:09 +0000\r
MIME-Version: 1.0\r
Content-Type: multipart/alternative; boundary="x"\r
\r
--x\r
Content-Type: text/plain; charset=iso-8859-1\r
Content-Transfer-Encoding: quoted-printable\r
\r
{LEAD[:40]}=\r
{LEAD[40:]}\r
\r
{NEXT}\r
--x\r
Content-Type: text/html\r
\r
<p>no</p>\r
--x\r
Content-Type: application/pdf\r
Content-Disposition: attachment; filename="call.pdf"\r
\r
none\r
--x--\r
"""

NITF = f"""<?xml version="1.0"?><!DOCTYPE nitf SYSTEM "nitf-3-6.dtd"><nitf><head><docdata>
<date.issue norm="20220513T011009Z"/></docdata></head><body><body.head><hedline>
<hl1>Velin&#8217;s call</hl1></hedline><byline>By Ida</byline><distributor>Norwire</distributor>
</body.head><body.content><p>{LEAD}</p><media><media-caption>Velin</media-caption></media>
<p>{NEXT}</p></body.content></body></nitf>"""

NEWSML = f"""<newsMessage xmlns="http://iptc.org/std/nar/2006-10-01/"><itemSet>
<newsItem xml:lang="en-GB"><itemMeta><provider literal="Norwire"/>
<versionCreated>2022-05-13T01:10:09Z</versionCreated></itemMeta><contentMeta>
<headline>Velin's call</headline></contentMeta><contentSet><inlineXML
contenttype="application/xhtml+xml"><html xmlns="http://www.w3.org/1999/xhtml"><body><p>{LEAD}</p>
<p>{NEXT}</p></body></html></inlineXML></contentSet></newsItem></itemSet></newsMessage>"""

AT = dt.datetime(2022, 5, 13, 1, 10, 9, tzinfo=UTC)
FIVE_WEST = AT.replace(tzinfo=dt.timezone(dt.timedelta(hours=-5)))
OFFICE = "Office of the President"
CASES = {
    # id: source, parser, title, text, party, issuer, via, published
    "rss": (RSS, "feed", "Velin’s call with Aro & others", BODY, "NRL", OFFICE, "", AT),
    "atom": (ATOM, "feed", "Call", BODY, "", "Foreign Ministry", "", AT),
    "html": (
        HTML,
        "html",
        "Velin’s call",
        f"{BODY}\n\n1. Fish\n\n2. Grain",
        "",
        "",
        "Norwire",
        AT,
    ),
    "json-ld": (JSON_LD, "html", "Velin's call", BODY, "", "", "Norwire", AT),
    "govuk": (
        json.dumps(GOVUK),
        "gov.uk",
        "PM call with President Velin: 12 May 2022",
        BODY,
        "GB",
        "Office of Fish",
        "",
        AT,
    ),
    "ninjs-1": (
        json.dumps(NINJS1),
        "ninjs",
        "Velin's call",
        BODY.replace("the summer", "summer’s end"),
        "",
        "",
        "",
        AT,
    ),
    "ninjs-3": (json.dumps(NINJS3), "ninjs", "Velin's call", BODY, "", "", "Norwire", AT),
    "markdown": (
        MARKDOWN,
        "markdown",
        "Velin’s call with Minister Aro",
        BODY,
        "NRL",
        OFFICE,
        "",
        FIVE_WEST,
    ),
    "e-mail": (MAIL, "e-mail", "Velin’s call", BODY, "NRL", OFFICE, "", AT),
    "nitf": (NITF, "nitf", "Velin’s call", BODY, "", "", "Norwire", AT),
    "newsml-g2": (NEWSML, "newsml-g2", "Velin's call", BODY, "", "", "Norwire", AT),
}


@pytest.mark.parametrize("case", CASES.values(), ids=CASES)
def test_format(case: tuple, parsers) -> None:
    content, parser, title, text, party, issuer, via, published = case
    version = parse_versions(Source(content), parsers=parsers)[0]
    assert version.parser == parser
    assert version.title == title
    assert version.text == text
    assert (version.party, version.issuer, version.via) == (party, issuer, via)
    assert version.published == published
    assert version.language == "en"


@pytest.mark.parametrize("case", CASES.values(), ids=CASES)
def test_parser_keeps_its_promises(case: tuple, parsers) -> None:
    parser = next(parser for parser in parsers if parser.name == case[1])
    check_parser(parser, [Source(case[0]), Source(case[0].encode())])


@pytest.mark.parametrize("case", CASES.values(), ids=CASES)
@pytest.mark.parametrize("media_type", ["application/octet-stream", "text/html", "image/png"])
def test_wrong_media_type_changes_nothing(case: tuple, media_type: str, parsers) -> None:
    told = parse_versions(Source(case[0], media_type=media_type), parsers=parsers)
    assert told == parse_versions(Source(case[0]), parsers=parsers)


@pytest.mark.parametrize("case", CASES.values(), ids=CASES)
@pytest.mark.parametrize("share", [0.1, 0.5, 0.8, 0.97])
def test_cut_in_the_middle(case: tuple, share: float, parsers) -> None:
    content = case[0][: int(len(case[0]) * share)].encode()
    try:
        versions = parse_versions(Source(content), parsers=parsers)
    except PairedReadoutsError as error:
        assert error.what  # noqa: PT017 - either way is right
        return
    assert all(version.text for version in versions)


def codes(version) -> set[str]:
    return {warning.code for warning in version.warnings}


def test_feed_item_by_item(parsers) -> None:
    call, start = parse_versions(RSS, parsers=parsers)
    assert call.completeness.level is CompletenessLevel.FULL
    assert start.completeness.level is CompletenessLevel.EXCERPT
    assert start.completeness.evidence == "…"
    assert "1 items have no text: A film" in {w.text for w in call.warnings}
    assert call.url == "https://president.norland.example/call"


def test_profile_names_container_title_and_date(parsers) -> None:
    source = Source(PROFILED, url="https://www.president.norland.example/news/1")
    version = parse_version(source, parsers=parsers)
    assert version.text == BODY
    assert version.title == "Velin's call"
    assert version.published == dt.date(2022, 4, 3)
    assert version.completeness.level is CompletenessLevel.FULL
    assert any("Blue Palace Square 1" in w.text for w in version.warnings)


def test_page_without_marked_text(parsers) -> None:
    with pytest.raises(ParseError, match="trafilatura"):
        parse_versions("<html><body><div>Velin spoke.</div></body></html>", parsers=parsers)


def test_two_articles_on_one_page(parsers) -> None:
    page = f"<html><body><article><p>{LEAD}</p></article><article><p>{NEXT}</p></article></body>"
    assert [v.text for v in parse_versions(page, parsers=parsers)] == [LEAD, NEXT]


def test_page_of_an_outlet_that_quotes_two(parsers) -> None:
    page = f"""<html><body><article><h1>Two accounts</h1><p>The Norlandic readout:</p>
    <blockquote><p>{LEAD}</p></blockquote><p>The Vestrian readout:</p>
    <blockquote><p>{NEXT}</p></blockquote><p>More soon.</p></article></body></html>"""
    found = parse_versions(page, parsers=parsers)
    assert [(v.party, v.text, v.parser) for v in found] == [
        ("NRL", LEAD, "article"),
        ("VST", NEXT, "article"),
    ]


def test_withdrawn_item_with_its_history(parsers) -> None:
    version = parse_version(json.dumps(GOVUK), parsers=parsers)
    assert [r.note for r in version.revisions] == ["First published.", "Added a line."]
    assert "withdrawn 2023-08-22: This is out of date" in {w.text for w in version.warnings}
    assert "several-offices" in codes(version)
    assert version.url == "https://www.gov.uk/government/news/call"


def test_attachment_is_told(parsers) -> None:
    version = parse_version(MAIL, parsers=parsers)
    assert "not read: application/pdf call.pdf" in {w.text for w in version.warnings}


@pytest.mark.parametrize(
    ("content", "error", "what"),
    [
        pytest.param(
            '<!DOCTYPE rss [<!ENTITY a "b">]><rss><channel><item/></channel></rss>',
            ParseError,
            "declares entities",
            id="entities",
        ),
        pytest.param("<rss><channel>" + "<a>" * 999, LimitError, "nest deeper", id="deep-xml"),
        pytest.param("<rss><channel><item>", ParseError, "broken XML", id="cut-xml"),
        pytest.param("<rss></rss>", ParseError, "without a channel", id="no-channel"),
        pytest.param('{"uri": 1, "bodies": [', ParseError, "broken JSON", id="cut-json"),
        pytest.param(
            '{"uri": 1, "bodies": ' + "[" * 999 + "]" * 999 + "}",
            LimitError,
            "nests deeper",
            id="deep-json",
        ),
        pytest.param('{"uri": 1, "body_text": ""}', ParseError, "no body", id="empty-ninjs"),
        pytest.param(
            '{"content_id": 1, "schema_name": "guide", "details": {}}',
            ParseError,
            "schema guide",
            id="govuk-without-body",
        ),
        pytest.param("---\na: {b: c}\n---\nx", ParseError, r"\[yaml\]", id="yaml-mapping"),
        pytest.param("---\na: 'b\n---\nx", ParseError, "not closed", id="yaml-open-string"),
        pytest.param(
            "<html><article>" + "<ul><li>" * 500 + "x", LimitError, "nest deeper", id="deep-lists"
        ),
        pytest.param("<nitf><body/></nitf>", ParseError, "body.content", id="empty-nitf"),
        pytest.param("<newsItem/>", ParseError, "no news item", id="empty-newsml"),
        pytest.param(
            "From: a@b.example\nSubject: x\nDate: y\n\n",
            ParseError,
            "without text",
            id="empty-mail",
        ),
    ],
)
def test_broken_variants(content: str, error: type, what: str, parsers) -> None:
    with pytest.raises(error, match=what):
        parse_versions(Source(content, name="a.txt"), parsers=parsers)


def test_depth_is_the_callers(parsers) -> None:
    page = "<html><article>" + "<ul><li>" * 500 + LEAD
    version = parse_version(page, parsers=parsers, limits=Limits(depth=1000))
    assert version.text == f"- {LEAD}"


@pytest.mark.parametrize(
    ("opening", "kept"),
    [
        pytest.param('<div class="entry tag-sea has-sidebar">', True, id="about-the-page"),
        pytest.param('<div class="site-footer">', False, id="last-word"),
        pytest.param('<div id="related_posts">', False, id="first-word"),
        pytest.param('<div class="no-print shared-sea">', True, id="part-of-a-word"),
        pytest.param('<div aria-hidden="true">', False, id="hidden"),
    ],
)
def test_what_a_class_says(opening: str, kept: bool, parsers) -> None:  # noqa: FBT001
    page = f"<html><body><main><p>{LEAD}</p>{opening}<p>{NEXT}</p></div></main></body></html>"
    version = parse_version(page, parsers=parsers)
    assert version.text == (BODY if kept else LEAD)
    assert ("boilerplate" in codes(version)) is not kept


def test_article_inside_of_what_looks_like_furniture(parsers) -> None:
    page = f"<html><body><div class='print'><article><p>{LEAD}</p></article></div></body></html>"
    assert parse_version(page, parsers=parsers).text == LEAD
    teaser = f"<html><body><main><p>{LEAD}</p></main><aside><article><p>{NEXT}</p></article>"
    assert parse_version(teaser, parsers=parsers).text == LEAD
