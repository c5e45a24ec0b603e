"""The properties, and what the first ten findings cover, over the annotated pairs where present."""

from __future__ import annotations

import json
import re
from pathlib import Path

import attrs
import pytest
from divergence_accounts import misquoted
from gold_pairs import AnnotatedPair, read_gold
from show_findings import marked_alignment, overlap

from paired_readouts.comparison import compare_versions
from paired_readouts.divergence import credited_words, phrase_finding, score_divergence
from paired_readouts.model import Alignment, Link, Relation, Side, Version

GOLD = Path(__file__).parents[2] / ".." / "shared" / "gold" / "dev"
PAIRS = read_gold(GOLD) if GOLD.is_dir() else []

pytestmark = pytest.mark.skipif(not PAIRS, reason="the annotated pairs are not here")
each_pair = pytest.mark.parametrize("pair", PAIRS, ids=[pair.id for pair in PAIRS])


@each_pair
def test_an_account_does_not_diverge_from_itself(pair: AnnotatedPair) -> None:
    for version in (pair.left, pair.right):
        same = tuple(
            Link(left=(i,), right=(i,), relation=Relation.SAME)
            for i in range(len(version.statements))
        )
        divergence = score_divergence(Alignment(left=version, right=version, links=same))
        assert divergence.findings == ()
        assert divergence.measures.divergence.value == 0


@each_pair
def test_swapping_the_accounts_mirrors_findings_and_numbers(pair: AnnotatedPair) -> None:
    alignment = marked_alignment(pair)
    links = sorted(
        (attrs.evolve(link, left=link.right, right=link.left) for link in alignment.links),
        key=lambda link: (link.left, link.right),
    )
    swapped = Alignment(left=alignment.right, right=alignment.left, links=tuple(links))
    here, there = score_divergence(alignment), score_divergence(swapped)
    assert sorted((f.code, f.severity, f.left, f.right, f.confidence) for f in here.findings) == (
        sorted((f.code, f.severity, f.right, f.left, f.confidence) for f in there.findings)
    )
    assert here.measures.divergence.value == there.measures.divergence.value
    assert here.measures.coverage_left.value == there.measures.coverage_right.value


@each_pair
def test_evidence_and_sentences(pair: AnnotatedPair) -> None:
    alignment = marked_alignment(pair)
    texts = {Side.LEFT: alignment.left.text, Side.RIGHT: alignment.right.text}
    for finding in score_divergence(alignment).findings:
        assert all(shown.span.cut(texts[shown.side]).strip() for shown in finding.evidence)
        assert not re.search(r"omit|left out|\{|\}", phrase_finding(finding))


@each_pair
def test_sentences_from_the_texts_alone(pair: AnnotatedPair) -> None:
    versions = (Version(text=v.text, party=v.party, title=v.title) for v in (pair.left, pair.right))
    comparison = compare_versions(*versions)
    texts = [t for v in (pair.left, pair.right) for t in (v.text, v.title)]
    sentences = [phrase_finding(finding) for finding in comparison.divergence.findings]
    sentences += [line.sentence for line in credited_words(comparison)]
    assert sentences
    for sentence in sentences:
        assert not misquoted(sentence, *texts)
        assert not re.search(r"omit|left out|[{}]|\s[.,;]\s|: :|\.\.|;\.", sentence)
        assert sentence.endswith((".", "”"))


def test_the_first_ten_findings_cover_what_analysts_wrote() -> None:
    near = total = 0
    for pair in PAIRS:
        data = json.loads(next(GOLD.glob(f"{pair.id}*.json")).read_text(encoding="utf-8"))
        alignment = marked_alignment(pair)
        first = score_divergence(alignment).findings[:10]
        for row in data["findings"]:
            total += 1
            near += any(overlap(finding, row, alignment, pair) >= 1 / 3 for finding in first)
    assert near / total >= 0.8
