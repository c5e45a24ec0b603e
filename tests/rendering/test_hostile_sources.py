"""A release with markup, script or control signs in its text shows as text in every format."""

from __future__ import annotations

import csv
import io
import json
import re
import xml.etree.ElementTree as ET
from collections.abc import Callable

import pytest

from paired_readouts import model as m
from paired_readouts.rendering import (
    render_annotations,
    render_csv,
    render_html,
    render_markdown,
    render_tei,
    render_text,
)

html5lib = pytest.importorskip("html5lib", reason="html5lib checks the page; see group check")

ATTACKS = [
    pytest.param("<script>alert(1)</script> was said", id="script"),
    pytest.param("</style></script><img src=x onerror=alert(1)> was said", id="end tags"),
    pytest.param('" onmouseover="alert(1)" x=" was said', id="attribute"),
    pytest.param("<!-- --> &lt;b&gt; & ]]> was said", id="comment and entity"),
    pytest.param("| a | **bold** [x](javascript:1) `code` _it_ <b> was said", id="markdown"),
    pytest.param("\x1b[31mred\x1b[0m \x00 \x9b2J was said", id="terminal"),
    pytest.param("{matter} {0} %s $x was said", id="templates"),
    pytest.param("\u202edesrever\u202c שלום was said", id="right to left"),
    pytest.param("=HYPERLINK(1) was said", id="formula"),
]


@pytest.fixture(params=ATTACKS)
def attack(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture
def value(attack: str) -> m.Comparison:
    """A comparison with the attack in every text that comes from a source."""
    person = m.Participant(name=attack, role=attack, party="NRL")
    statement = m.Statement(
        text=attack, span=m.Span(0, len(attack)), speakers=(person,), act=m.Act.STATE,
        topics=(attack,),
    )  # fmt: skip
    left, right = (
        m.Version(
            text=attack, party=party, issuer=attack, via=attack, title=attack, url=attack,
            language=attack, participants=(person,), statements=(statement,),
            completeness=m.Completeness(level=m.CompletenessLevel.EXCERPT, evidence=attack),
            claims=tuple(m.Claim(kind=kind, value=attack) for kind in m.ClaimKind),
            warnings=(m.VersionWarning(code="x", text=attack),),
        )
        for party in ("NRL", "VST")
    )  # fmt: skip
    slots = tuple(m.Slot(name=n, text=attack) for n in ("matter", "party", "other", "lines"))
    finding = m.Finding(
        code=m.FindingCode.ONE_SIDED, severity=m.Severity.MINOR, left=(0,), right=(0,),
        slots=(m.Slot(name="form", text="rest"), *slots), caveats=(attack,),
    )  # fmt: skip
    links = (m.Link(left=(0,), right=(0,), relation=m.Relation.CONFLICT),)
    return m.Comparison(
        left=left,
        right=right,
        alignment=m.Alignment(left=left, right=right, links=links),
        divergence=m.Divergence(findings=(finding,)),
    )


def shown(text: str) -> str:
    return " ".join("".join("\ufffd" if c in "\x1b\x00\x9b" else c for c in text).split())


def test_html_shows_the_words_and_nothing_of_theirs_works(value: m.Comparison, attack: str) -> None:
    page = render_html(value)
    root = html5lib.HTMLParser(strict=True, namespaceHTMLElements=False).parse(page)
    assert len(list(root.iter("script"))) == 1
    assert len(list(root.iter("style"))) == 1
    assert not list(root.iter("img"))
    assert not [e for e in root.iter() for name in e.attrib if str(name).startswith("on")]
    assert not [e for e in root.iter("a") if not e.get("href", "#").startswith(("#", "http"))]
    words = [
        " ".join("".join(e.itertext()).split()) for e in root.iter("p") if e.get("class") == "words"
    ]
    assert words == [shown(attack)] * 2


def test_notebook_shows_the_words(value: m.Comparison, attack: str) -> None:
    for part in (value.left, value.alignment, value.divergence, value):
        fragment = f"<!DOCTYPE html><title>x</title><body>{part._repr_html_()}"
        root = html5lib.HTMLParser(strict=True, namespaceHTMLElements=False).parse(fragment)
        assert not [*root.iter("script"), *root.iter("img")]


def test_text_holds_no_control_signs(value: m.Comparison) -> None:
    text = render_text(value)
    assert not [c for c in text if (ord(c) < 32 and c != "\n") or 127 <= ord(c) < 160]


def test_markdown_escapes_every_sign(value: m.Comparison) -> None:
    page = render_markdown(value)
    bare = re.sub(r"\\.", "", page).replace("<br>", "")
    for sign in ("<", ">", "**bold", "](", "`"):
        assert sign not in bare
    tables = [line for line in page.splitlines() if line.startswith("|")]
    widths = {line.replace("\\|", "").count("|") for line in tables}
    assert widths <= {4, 6, 7}


def test_tei_is_well_formed_and_holds_the_words(value: m.Comparison, attack: str) -> None:
    root = ET.fromstring(render_tei(value))  # noqa: S314 - our own output
    segments = root.iter("{http://www.tei-c.org/ns/1.0}seg")
    assert [" ".join("".join(e.itertext()).split()) for e in segments] == [shown(attack)] * 2


def test_annotations_quote_the_words(value: m.Comparison) -> None:
    data = json.loads(render_annotations(value))
    exact = data["first"]["items"][0]["target"][0]["selector"][1]["exact"]
    assert shown(exact) == shown(value.left.text)


def test_csv_reads_back_and_runs_no_formula(value: m.Comparison) -> None:
    rows = list(csv.reader(io.StringIO(render_csv(value))))
    assert len(rows) == 2
    assert len(rows[0]) == len(rows[1])
    assert not [cell for cell in rows[1] if cell.startswith(("=", "+", "-", "@"))]


@pytest.mark.parametrize("render", [render_html, render_text, render_markdown, render_tei])
def test_output_can_be_written_as_utf_8(
    render: Callable[[m.Comparison], str], value: m.Comparison
) -> None:
    assert render(value).encode("utf-8")
