"""What must hold of every comparison, over generated conversations."""

from __future__ import annotations

import re

import attrs
import pytest
from divergence_accounts import EXCERPT, FULL, account, misquoted
from hypothesis import given
from hypothesis import strategies as st

from paired_readouts.divergence import phrase_finding, score_divergence
from paired_readouts.model import (
    Alignment,
    Completeness,
    Difference,
    Finding,
    Link,
    Measure,
    Relation,
    Side,
    Version,
)

MATTERS = (
    "grain exports through the strait",
    "the war in the Karsa valley",
    "the conflict in the Karsa valley",
    "[energy], [ports] and [fisheries]",
    "[energy] and [fisheries]",
    "200 observers on 14 May",
    "300 observers on 15 May",
    "a visit to Lund next week",
    "issues of mutual interest",
    "no new sanctions if the ceasefire holds",
    "baseless accusations of an attack",
    "what he called “a new chapter”",
)
FRAMES = (
    ("both", "agree", "agreed on"),
    ("both", "discuss", "discussed"),
    ("velin", "warn", "warned of"),
    ("velin", "emphasize", "stressed"),
    ("orsk", "praise", "thanked for"),
    ("orsk", "request", "called for"),
    ("orsk", "propose", "proposed"),
    ("velin", "commit", "promised"),
    ("-", "narrate", "followed by"),
)
KINDS = tuple(Difference)

lines = st.tuples(st.sampled_from(FRAMES), st.sampled_from(MATTERS)).map(
    lambda row: f"{row[0][0]} | {row[0][1]} | {row[0][2]} | They {row[0][2]} {row[1]}."
)
texts = st.lists(lines, min_size=1, max_size=8)
levels = st.sampled_from([FULL, EXCERPT, Completeness()])


@st.composite
def alignments(draw: st.DrawFn) -> Alignment:
    left = account("NRL", draw(texts), completeness=draw(levels))
    right = account("VST", draw(texts), completeness=draw(levels))
    links = {}
    sides = [st.integers(0, len(v.statements) - 1) for v in (left, right)]
    for _ in range(draw(st.integers(0, 5))):
        i, j = (tuple(sorted(draw(st.sets(one, min_size=1, max_size=2)))) for one in sides)
        relation = draw(st.sampled_from(Relation))
        kinds = draw(st.sets(st.sampled_from(KINDS), max_size=3))
        links[i, j] = Link(
            left=i,
            right=j,
            relation=relation,
            differences=() if relation is Relation.SAME else tuple(sorted(kinds)),
            score=draw(st.sampled_from([0.4, 0.8, 1.0])),
        )
    return Alignment(left=left, right=right, links=tuple(links[k] for k in sorted(links)))


def swap(alignment: Alignment) -> Alignment:
    links = [
        attrs.evolve(
            link,
            left=link.right,
            right=link.left,
            left_rest=link.right_rest,
            right_rest=link.left_rest,
        )
        for link in alignment.links
    ]
    return Alignment(
        left=alignment.right,
        right=alignment.left,
        links=tuple(sorted(links, key=lambda link: (link.left, link.right))),
    )


def outline(finding: Finding, *, mirrored: bool) -> tuple[object, ...]:
    sides = {Side.LEFT: Side.RIGHT, Side.RIGHT: Side.LEFT} if mirrored else {}
    shows = sorted((sides.get(e.side, e.side).value, e.span, e.note) for e in finding.evidence)
    places = (finding.right, finding.left) if mirrored else (finding.left, finding.right)
    return (
        finding.code,
        finding.severity,
        *places,
        finding.confidence,
        tuple(sorted(finding.caveats)),
        tuple(shows),
    )


@given(texts, levels)
def test_identical_accounts_diverge_in_nothing(rows: list[str], level: Completeness) -> None:
    version = account("NRL", rows, completeness=level)
    same = [Link(left=(i,), right=(i,), relation=Relation.SAME) for i in range(len(rows))]
    divergence = score_divergence(Alignment(left=version, right=version, links=tuple(same)))
    assert divergence.findings == ()
    assert divergence.measures.divergence.value == 0
    assert divergence.measures.unshared.value == 0
    assert divergence.measures.disagreement.k == 0


@given(alignments())
def test_swapping_the_accounts_mirrors_every_finding(alignment: Alignment) -> None:
    here = score_divergence(alignment).findings
    there = score_divergence(swap(alignment)).findings
    assert sorted(map(repr, (outline(f, mirrored=False) for f in here))) == sorted(
        map(repr, (outline(f, mirrored=True) for f in there))
    )


SYMMETRIC = ("unshared", "disagreement", "divergence", "attribution", "facts", "order")
COUNTED = ("substantive", "degree", "minor")
MIRRORED = (("coverage_left", "coverage_right"), ("item_coverage_left", "item_coverage_right"))


@given(alignments())
def test_swapping_the_accounts_changes_no_symmetric_number(alignment: Alignment) -> None:
    here = score_divergence(alignment).measures
    there = score_divergence(swap(alignment)).measures
    for name in (*SYMMETRIC, *COUNTED):
        assert getattr(here, name).value == getattr(there, name).value, name
    for one, other in MIRRORED:
        assert getattr(here, one).value == getattr(there, other).value, one
    assert (here.force_gap.value or 0) == -(there.force_gap.value or 0)


@given(alignments())
def test_swapping_the_accounts_mirrors_the_ledger(alignment: Alignment) -> None:
    swapped = {"left only": "right only", "right only": "left only"}
    here = score_divergence(alignment).ledger
    there = score_divergence(swap(alignment)).ledger
    assert sorted((e.status.value, e.left, e.right, e.by) for e in here) == sorted(
        (swapped.get(e.status.value, e.status.value), e.right, e.left, e.by) for e in there
    )


@given(alignments(), lines)
def test_a_statement_without_counterpart_never_lowers_divergence(
    alignment: Alignment, row: str
) -> None:
    more = account(
        "NRL",
        [*rows_of(alignment.left), row],
        completeness=alignment.left.completeness,
    )
    before = score_divergence(alignment).measures.divergence.value
    after = score_divergence(attrs.evolve(alignment, left=more)).measures.divergence.value
    assert before is not None
    assert after is not None
    assert after >= before


def rows_of(version: Version) -> list[str]:
    """The lines that an account of these tests was written from."""
    rows = []
    for statement in version.statements:
        who = {0: "-", 2: "both"}.get(len(statement.speakers)) or (
            statement.speakers[0].family_name
        )
        text = statement.text
        for item in reversed(statement.items):
            start, end = item.start - statement.span.start, item.end - statement.span.start
            text = f"{text[:start]}[{text[start:end]}]{text[end:]}"
        rows.append(f"{who} | {statement.act.value} | {statement.lemma} | {text}")
    return rows


@given(alignments(), st.data())
def test_removing_one_half_of_a_shared_matter_never_raises_coverage(
    alignment: Alignment, data: st.DataObject
) -> None:
    if not alignment.links or len(alignment.left.statements) < 2:
        return
    gone = data.draw(st.sampled_from(sorted({i for link in alignment.links for i in link.left})))
    rows = rows_of(alignment.left)
    left = account("NRL", rows[:gone] + rows[gone + 1 :])
    links = [
        attrs.evolve(link, left=tuple(i - (i > gone) for i in link.left))
        for link in alignment.links
        if gone not in link.left
    ]
    before = score_divergence(alignment).measures
    after = score_divergence(attrs.evolve(alignment, left=left, links=tuple(links))).measures
    assert (after.coverage_left.value or 0) <= (before.coverage_left.value or 0)
    assert (after.coverage_right.value or 0) <= (before.coverage_right.value or 0)


@given(alignments())
def test_evidence_is_found_where_it_is_said_to_be(alignment: Alignment) -> None:
    texts = {Side.LEFT: alignment.left.text, Side.RIGHT: alignment.right.text}
    for finding in score_divergence(alignment).findings:
        for shown in finding.evidence:
            assert shown.span.cut(texts[shown.side]).strip()
            assert shown.span.end <= len(texts[shown.side])


@given(alignments())
def test_no_sentence_says_what_a_text_cannot_show(alignment: Alignment) -> None:
    divergence = score_divergence(alignment)
    said = [phrase_finding(finding) for finding in divergence.findings]
    said += [caveat for finding in divergence.findings for caveat in finding.caveats]
    methods = [m.method for m in measures_of(divergence.measures)]
    assert not [one for one in said + methods if re.search(r"omit|left out|leaves? out|\{|\}", one)]
    assert not [one for one in said if not (one[0].isupper() or one[0] == "“")]


@given(alignments())
def test_every_quotation_stands_word_for_word_in_a_text(alignment: Alignment) -> None:
    for finding in score_divergence(alignment).findings:
        sentence = phrase_finding(finding)
        assert not misquoted(sentence, alignment.left.text, alignment.right.text)
        assert sentence.count("“") == sentence.count("”")


def measures_of(measures: object) -> list[Measure]:
    values = [getattr(measures, field.name) for field in attrs.fields(type(measures))]
    return [value for value in values if isinstance(value, Measure)]


RANGES = {"order": (-1, 1), "force_gap": (-5, 5), **dict.fromkeys(COUNTED, (0, 1000))}


@given(alignments())
def test_every_measure_is_in_its_range_or_says_why_it_has_no_value(alignment: Alignment) -> None:
    measures = score_divergence(alignment).measures
    for field in attrs.fields(type(measures)):
        measure = getattr(measures, field.name)
        if not isinstance(measure, Measure):
            continue
        assert measure.method
        if measure.value is None:
            assert measure.method.startswith("not defined")
            continue
        low, high = RANGES.get(field.name, (0, 1))
        assert low <= measure.value <= high
        assert measure.value == round(measure.value, 6)
        assert all(i < len(alignment.left.statements) for i in measure.left)
        assert all(i < len(alignment.right.statements) for i in measure.right)


@given(alignments())
def test_the_shares_of_an_account_are_the_whole_of_it(alignment: Alignment) -> None:
    voice = score_divergence(alignment).measures.voice
    for side, version in ((Side.LEFT, alignment.left), (Side.RIGHT, alignment.right)):
        mine = [share for share in voice if share.side is side]
        assert sum(share.statements for share in mine) == len(version.statements)
        assert sum(share.share for share in mine) == pytest.approx(1, abs=1e-5)


@given(alignments())
def test_the_same_alignment_gives_the_same_divergence(alignment: Alignment) -> None:
    assert score_divergence(alignment) == score_divergence(alignment)


@given(alignments())
def test_each_link_has_its_common_ground(alignment: Alignment) -> None:
    common = score_divergence(alignment).common
    assert [one.link for one in common] == list(range(len(alignment.links)))
    for one in common:
        link = alignment.links[one.link]
        inside = [alignment.left.statements[i].span for i in link.left]
        assert all(any(span in s for s in inside) for span in (*one.left_core, *one.left_added))
