"""Sources as people really have them: forwarded, saved, copied, spoilt."""

from __future__ import annotations

import datetime as dt
import json
from typing import Any

import attrs
import pytest

from paired_readouts.errors import ParseError, UnsupportedSourceError
from paired_readouts.parsing import Source, parse_version, parse_versions

A = "President Velin spoke today with Minister Aro of Vestria about the crossing at the bay."
B = "The leaders agreed that the crew’s release should come first, and that talks would go on."
BOTH = f"{A}\n\n{B}"
PRESS = "Press <press@president.norland.example>"
HEADS = "From: Ida <ida@norwire.example>\nSubject: {}\nDate: Mon, 16 May 2031 10:00:00 +0200\n"
DAY = dt.date(2031, 5, 13)


def feed(**parts: str) -> str:
    inner = "".join(f"<{name}>{text}</{name}>" for name, text in parts.items())
    return f"<rss version='2.0'><channel><item>{inner}</item></channel></rss>"


CASES: dict[str, tuple[str | bytes, dict[str, Any]]] = {
    "forwarded-by-one-program": (
        HEADS.format("FW: Readout") + "\nSee below.\n\nIda\n\n-----Original Message-----\n"
        f"From: {PRESS}\nSent: Friday, May 13, 2031 1:10 AM\nTo: Ida\n"
        f"Subject: The call\n\n{BOTH}\n",
        {"text": BOTH, "title": "The call", "party": "NRL", "published": DAY},
    ),
    "forwarded-by-another": (
        HEADS.format("Fwd: Readout") + "\n---------- Forwarded message ---------\n"
        f"From: {PRESS}\nDate: Fri, May 13, 2031 at 1:10 AM\nSubject: The call\n"
        f"To: <ida@norwire.example>\n\n\n{BOTH}\n\n-- \nIda Brem\nNorwire\n",
        {"text": BOTH, "title": "The call", "party": "NRL", "published": DAY},
    ),
    "flowed": (
        HEADS.format("Call")
        + "MIME-Version: 1.0\nContent-Type: text/plain; charset=utf-8; format=flowed\n\n"
        + BOTH.replace(" with ", " with \n")
        + "\n\n-- \nPress Office\n",
        {"text": BOTH, "title": "Call"},
    ),
    "saved-page": (
        HEADS.format("Call").replace("Date", "Old")
        + "Snapshot-Content-Location: https://president.norland.example/call\n"
        "Date: Sat, 14 May 2031 00:00:00 -0000\nMIME-Version: 1.0\n"
        f"Content-Type: text/html\n\n<html><body><nav>Menu</nav><p>{A}</p></body></html>",
        {"text": A, "party": "NRL", "published": None},
    ),
    "copy-with-tags": (f"{A}<br><br>{B}<br/>", {"text": BOTH, "parser": "plain-text"}),
    "copy-with-character-names": (
        BOTH.replace("’", "&rsquo;").replace(" ", "&nbsp;", 2),
        {"text": BOTH, "parser": "plain-text"},
    ),
    "fragment-of-a-page": (f"<span>{A}</span><br><br><span>{B}</span>", {"text": BOTH}),
    "spoilt-twice": (
        BOTH.encode().decode("cp1252").encode().decode("cp1252"),
        {"text": BOTH},
    ),
    "numbers-of-pages": (f"{A}\n\n\f- 2 -\n\n{B}\n\n3/3\n", {"text": BOTH}),
    "feed-with-a-loose-ampersand": (
        feed(title="Q&A at the bay", description=f"{A} \x0b&#11;", link="https://x.example/?a&b"),
        {"text": A, "title": "Q&A at the bay", "url": "https://x.example/?a&b"},
    ),
    "feed-with-tags-in-its-title": (
        feed(title="<![CDATA[<b>Call</b> with Aro]]>", description=A),
        {"text": A, "title": "Call with Aro"},
    ),
    "feed-with-pictures": (
        f"""<rss xmlns:media="http://search.yahoo.com/mrss/"><channel><item>
        <media:title>Photo</media:title><media:content><media:description>Velin at her
        desk</media:description></media:content><title>Call</title><description>{A}</description>
        <pubDate>Fri, 13 May 31 01:10:09 QQT</pubDate></item></channel></rss>""",
        {"text": A, "title": "Call", "published": DAY},
    ),
    "feed-with-day-first": (
        feed(
            title="Call",
            description=A,
            pubDate="03/04/2031",
            link="https://president.norland.example/1",
        ),
        {"published": dt.date(2031, 4, 3)},
    ),
    "feed-with-lasting-ids": (
        feed(title="Call", description=A, guid="https://x.example/1"),
        {"url": "https://x.example/1"},
    ),
    "several-forms-of-a-body": (
        json.dumps(
            {
                "content_id": "x",
                "schema_name": "news_article",
                "title": "PM call",
                "details": {"body": [{"content_type": "text/html", "content": f"<p>{A}</p>"}]},
            }
        ),
        {"text": A, "title": "PM call"},
    ),
    "title-with-the-outlet": (
        f"""<html><head><title>Call with Aro | Norwire</title><meta property="og:site_name"
        content="Norwire"></head><body><main><p>{A}</p></main></body></html>""",
        {"title": "Call with Aro", "via": "Norwire"},
    ),
    "attributed-to-a-spokesperson": (
        f"<div><p>The following is attributable to Spokesperson Ida Brem:</p><p>{A}</p></div>",
        {"text": A, "issuer": ""},
    ),
}


@pytest.mark.parametrize(("content", "expected"), CASES.values(), ids=CASES)
def test_as_it_comes(content: str | bytes, expected: dict[str, Any], parsers) -> None:
    version = parse_version(Source(content), parsers=parsers)
    found = attrs.asdict(version, recurse=False)
    assert {name: found[name] for name in expected} == expected


def test_mailbox_holds_several_messages(parsers) -> None:
    box = "".join(
        f"From a@b.example Fri May 13 01:10:09 2031\n"
        f"From: {PRESS}\nSubject: {n}\nDate: x\n\n{text}\n\n"
        for n, text in enumerate((A, B))
    )
    found = parse_versions(box, parsers=parsers)
    assert [(v.title, v.text, v.party) for v in found] == [("0", A, "NRL"), ("1", B, "NRL")]


@pytest.mark.parametrize(
    ("content", "code"),
    [
        pytest.param(f"Call\n31 February 2031\n\n{A}", "unread-date", id="no-such-day"),
        pytest.param(
            feed(description=A, pubDate="03/04/2031"), "ambiguous-date", id="day-or-month"
        ),
        pytest.param(feed(description=A, pubDate="13. Mai 2031"), "unread-date", id="german"),
        pytest.param(f"<html><main><p>{A}", "cut", id="cut-page"),
    ],
)
def test_doubt_is_told(content: str, code: str, parsers) -> None:
    version = parse_version(content, parsers=parsers)
    assert version.published is None
    assert code in {warning.code for warning in version.warnings}


@pytest.mark.parametrize(
    "content",
    [
        pytest.param(json.dumps({"title": "Call", "body": A}), id="other-json"),
        pytest.param(json.dumps([{"uri": "x", "body_text": A}]), id="list"),
        pytest.param(f"<?xml version='1.0'?><report><p>{A}</p></report>", id="other-xml"),
    ],
)
def test_data_that_nobody_knows_is_no_text(content: str, parsers) -> None:
    with pytest.raises(UnsupportedSourceError, match="asked were"):
        parse_versions(content, parsers=parsers)


@pytest.mark.parametrize(
    "content",
    [
        pytest.param(
            "<html><head><title>404</title></head><body><h1>Not found</h1></body></html>", id="404"
        ),
        pytest.param(
            "<html><body><main><form><label>Name</label></form></main></body></html>", id="login"
        ),
    ],
)
def test_page_without_a_release(content: str, parsers) -> None:
    with pytest.raises(ParseError, match="marks no main text"):
        parse_versions(content, parsers=parsers)
