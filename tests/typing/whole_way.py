"""The public face as users call it, step by step and in one call."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import assert_type

import paired_readouts as pr

left, right = pr.parse_versions(pr.Source.from_path(Path("article.txt")))
assert_type(left, pr.Version)

people = pr.find_participants([left, right])
assert_type(people, tuple[pr.Participant, ...])
left = pr.extract_statements(left, participants=people)
right = pr.extract_statements(right, participants=people, lexicon=pr.default_lexicon("en"))
assert_type(left.statements, tuple[pr.Statement, ...])
assert_type(left.statements[0].span, pr.Span)
assert_type(left.statements[0].speakers, tuple[pr.Participant, ...])
assert_type(pr.split_sentences(left.text), tuple[pr.Span, ...])


def one_for_all(a: Sequence[pr.Statement], b: Sequence[pr.Statement]) -> list[list[float]]:
    return [[float(x.act is y.act) for y in b] for x in a]


alignment = pr.align_statements(left, right)
assert_type(alignment, pr.Alignment)
assert_type(alignment.links, tuple[pr.Link, ...])
assert_type(pr.align_statements(left, right, similarity=one_for_all), pr.Alignment)

divergence = pr.score_divergence(alignment, watch_topics=("sanctions",))
assert_type(divergence, pr.Divergence)
assert_type(divergence.findings, tuple[pr.Finding, ...])
assert_type(divergence.measures.divergence.value, float | None)
assert_type(divergence.ledger, tuple[pr.LedgerEntry, ...])

comparison = pr.compare_versions(left, right)
assert_type(comparison, pr.Comparison)
assert_type(pr.credited_words(comparison), tuple[pr.CreditedLine, ...])

conversation = pr.Conversation(versions=(left, right))
assert_type(pr.compare_conversation(conversation), pr.ConversationComparison)
assert_type(pr.find_conversations([left, right]), tuple[pr.Conversation, ...])

report = pr.build_report(comparison)
assert_type(report, pr.Report)
assert_type(pr.render_text(report), str)
assert_type(pr.render_text(comparison), str)
assert_type(pr.render_markdown(comparison), str)
assert_type(pr.render_html(comparison), str)
assert_type(pr.to_json(comparison), str)

try:
    pr.parse_version(pr.Source(b""))
except pr.ParseError as error:
    assert_type(error.where, str)
    assert_type(error.code, str)
