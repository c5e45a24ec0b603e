"""Every comparison that the values allow can be shown in every format."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from paired_readouts import model as m
from paired_readouts.rendering import (
    build_report,
    render_annotations,
    render_csv,
    render_html,
    render_markdown,
    render_tei,
    render_text,
)

html5lib = pytest.importorskip("html5lib", reason="html5lib checks the page; see group check")

PEOPLE = (
    m.Participant(name="Mara Velin", role="President", party="NRL"),
    m.Participant(name="Ilko Sordan Jr.", party="VST"),
    m.Participant(name="...", party=""),
)
words = st.text(min_size=1, max_size=30).filter(lambda text: bool(text.strip()))
gaps = st.sampled_from(["", " ", "\n\n", " and then, "])


@st.composite
def versions(draw: st.DrawFn) -> m.Version:
    text = ""
    statements = []
    for _ in range(draw(st.integers(0, 4))):
        text += draw(gaps)
        said = draw(words)
        start = len(text)
        text += said
        cut = draw(st.integers(start, start + len(said)))
        statements.append(
            m.Statement(
                text=said,
                span=m.Span(start, len(text)),
                speakers=tuple(draw(st.lists(st.sampled_from(PEOPLE), max_size=2))),
                act=draw(st.sampled_from(m.Act)),
                verb=draw(st.sampled_from([None, m.Span(start, cut)])),
                content=draw(st.sampled_from([(), (m.Span(cut, len(text)),)])),
                topics=tuple(sorted(draw(st.sets(words, max_size=2)))),
                confidence=m.Confidence(value=draw(st.sampled_from([0.2, 0.9]))),
            )
        )
    return m.Version(
        text=text or draw(words),
        party=draw(st.sampled_from(["", "NRL", "VST", "A", "A1", "A-1"])),
        issuer=draw(st.text(max_size=5)),
        title=draw(st.text(max_size=5)),
        participants=tuple(draw(st.lists(st.sampled_from(PEOPLE), max_size=2))),
        statements=tuple(statements),
        completeness=m.Completeness(level=draw(st.sampled_from(m.CompletenessLevel))),
        claims=tuple(
            m.Claim(kind=kind, value=draw(words))
            for kind in draw(st.lists(st.sampled_from(m.ClaimKind), max_size=2))
        ),
    )


def indexes(draw: st.DrawFn, version: m.Version, least: int = 0) -> tuple[int, ...]:
    size = len(version.statements)
    chosen = draw(st.sets(st.integers(0, size - 1), min_size=least)) if size else set()
    return tuple(sorted(chosen))


@st.composite
def comparisons(
    draw: st.DrawFn, left: m.Version | None = None, right: m.Version | None = None
) -> m.Comparison:
    left, right = left or draw(versions()), right or draw(versions())
    count = draw(st.integers(0, 3)) if left.statements and right.statements else 0
    links = tuple(
        m.Link(
            left=indexes(draw, left, 1),
            right=indexes(draw, right, 1),
            score=draw(st.floats(0, 1)),
            relation=draw(st.sampled_from([m.Relation.DIFFERS, m.Relation.CONFLICT])),
            differences=tuple(sorted(draw(st.sets(st.sampled_from(m.Difference))))),
        )
        for _ in range(count)
    )
    findings = tuple(
        m.Finding(
            code=draw(st.sampled_from(m.FindingCode)),
            severity=draw(st.sampled_from(m.Severity)),
            left=indexes(draw, left),
            right=indexes(draw, right),
            slots=tuple(
                m.Slot(name=name, text=draw(st.text(max_size=10)))
                for name in draw(st.lists(st.sampled_from(["form", "matter", "party"]), max_size=3))
            ),
            caveats=tuple(draw(st.lists(st.text(max_size=10), max_size=1))),
        )
        for _ in range(draw(st.integers(0, 7)))
    )
    return m.Comparison(
        left=left,
        right=right,
        alignment=m.Alignment(left=left, right=right, links=links),
        divergence=m.Divergence(findings=findings),
    )


@st.composite
def conversations(draw: st.DrawFn) -> m.ConversationComparison:
    """Some accounts, one alone too; every link of a pair makes a matter of its own places."""
    accounts = draw(st.lists(versions(), min_size=1, max_size=3, unique_by=lambda v: v.id))
    pairs = list(combinations(range(len(accounts)), 2))
    compared = [draw(comparisons(accounts[a], accounts[b])) for a, b in pairs]
    matters = [
        m.Matter(
            places=(
                *(m.Place(version=a, statement=i) for i in link.left),
                *(m.Place(version=b, statement=i) for i in link.right),
            ),
            words="a matter",
        )
        for (a, b), comparison in zip(pairs, compared, strict=True)
        for link in comparison.alignment.links
    ]
    return m.ConversationComparison(
        conversation=m.Conversation(versions=tuple(accounts)),
        comparisons=tuple(compared),
        shared=tuple(matters),
    )


@given(conversations())
def test_any_number_of_accounts_is_shown_in_every_format(value: m.ConversationComparison) -> None:
    html5lib.HTMLParser(strict=True).parse(render_html(value))
    ET.fromstring(render_tei(value))  # noqa: S314 - our own output
    for render in (render_text, render_markdown, render_csv, render_annotations):
        assert render(value) == render(value)


@given(comparisons())
def test_html_is_valid_with_unique_identifiers(value: m.Comparison) -> None:
    page = render_html(value)
    root = html5lib.HTMLParser(strict=True, namespaceHTMLElements=False).parse(page)
    ids = [e.get("id") for e in root.iter() if e.get("id")]
    assert len(ids) == len(set(ids))
    assert {e.get("href")[1:] for e in root.iter("a") if e.get("href", "").startswith("#")} <= set(
        ids
    )


@given(comparisons())
def test_tei_is_well_formed(value: m.Comparison) -> None:
    ET.fromstring(render_tei(value))  # noqa: S314 - our own output


@given(comparisons(), st.integers(1, 140))
def test_text_keeps_to_its_width(value: m.Comparison, width: int) -> None:
    lines = render_text(value, width=width).splitlines()
    assert max(map(len, lines)) <= max(width, 40)


@given(comparisons())
def test_every_other_format_is_written_the_same_twice(value: m.Comparison) -> None:
    for render in (render_markdown, render_csv, render_annotations):
        assert render(value) == render(value)
    for part in (value.left, value.alignment, value.divergence, value):
        assert part._repr_html_()


@given(comparisons())
def test_every_statement_is_in_the_issue_table(value: m.Comparison) -> None:
    report = build_report(value)
    listed = {label for issue in report.issues for label in issue.labels}
    assert listed == {line.label for account in report.accounts for line in account.lines}


@given(comparisons())
def test_no_text_speaks_of_an_intention(value: m.Comparison) -> None:
    plain = m.Comparison(
        left=value.left,
        right=value.right,
        alignment=value.alignment,
        divergence=m.Divergence(findings=value.divergence.findings),
    )
    said = (value.left.text + value.right.text).lower()
    page = render_text(plain).lower()
    for phrase in ("omitted", "left out"):
        if phrase not in said:
            assert not re.search(rf"\b{phrase}\b", page)
