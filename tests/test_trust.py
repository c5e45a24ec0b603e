"""What a program that embeds the library relies on, over the whole public way."""

from __future__ import annotations

import pickle
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import paired_readouts as pr

EXAMPLES = Path(__file__).parents[1] / "examples"


def read_three() -> tuple[pr.Version, ...]:
    return pr.parse_versions(pr.Source.from_path(EXAMPLES / "three-accounts.txt"))


@pytest.fixture(scope="module")
def conversation() -> pr.ConversationComparison:
    return pr.compare_conversation(pr.Conversation(versions=read_three()))


def test_results_survive_a_pickle(conversation) -> None:
    assert pickle.loads(pickle.dumps(conversation)) == conversation  # noqa: S301 - our own


def test_results_survive_json(conversation) -> None:
    assert pr.from_json(pr.to_json(conversation)) == conversation


def test_results_can_be_keys(conversation) -> None:
    assert {conversation: 1}[pr.from_json(pr.to_json(conversation))] == 1


def test_many_threads_give_what_one_gives() -> None:
    def work(_: int) -> str:
        left, right, _other = read_three()
        return pr.to_json(pr.compare_versions(left, right))

    with ThreadPoolExecutor(8) as pool:
        assert len(set(pool.map(work, range(24)))) == 1


def test_every_result_says_what_made_it(conversation) -> None:
    for comparison in conversation.comparisons:
        for value in (comparison.left, comparison.alignment, comparison.divergence):
            assert value.provenance.library == pr.__version__
            assert value.provenance.lexicon
        assert comparison.alignment.provenance.weights


#: Pieces of releases and of what is none, which meet in any order.
PIECES = st.sampled_from(
    (
        *("The Minister", "President Mara Velin", "They", "Both sides", "She", "It", "who"),
        *("discussed", "urged", "was noted", "said that", "agreed to", "spoke with", "denied"),
        *("safe passage", "the Strait of Arn", "12 June", "5 million crowns", "Vestria", "US"),
        *(",", ".", ";", " – ", "\n", "\n\n", "“", "”", '"', "(", ")", "and", "if", "not", "’s"),
        *(
            "=== NRL ===\n",
            "###",
            "\u200e",
            "\u00ad",
            "\u2028",
            "\x00",
            "e\u0301",
            "🕊",
            "1.",
            "(2)",
        ),
    )
)
TEXTS = st.lists(PIECES, max_size=60).map(" ".join) | st.text(max_size=200)


@given(TEXTS)
def test_any_text_gives_versions_or_a_documented_error(text: str) -> None:
    with suppress(pr.ParseError):
        assert pr.parse_versions(text)


@given(TEXTS, TEXTS)
def test_the_text_is_never_rewritten(left: str, right: str) -> None:
    versions = [
        pr.Version(text=text, party=party)
        for text, party in ((left, "NRL"), (right, "VST"))
        if text.strip()
    ]
    people = pr.find_participants(versions)
    for version in versions:
        found = pr.extract_statements(version, participants=people)
        assert found.text == version.text
        assert found.id == version.id
        for statement in found.statements:
            assert statement.span.cut(version.text) == statement.text
        spans = [statement.span for statement in found.statements]
        assert all(a.end <= b.start for a, b in pairwise(spans))


@given(TEXTS, TEXTS)
def test_any_two_texts_can_be_compared_shown_and_kept(left: str, right: str) -> None:
    left, right = f"The Minister said so. {left}", f"They discussed it. {right}"
    comparison = pr.compare_versions(
        pr.Version(text=left, party="NRL"), pr.Version(text=right, party="VST")
    )
    assert pr.from_json(pr.to_json(comparison)) == comparison
    texts = {pr.Side.LEFT: left, pr.Side.RIGHT: right}
    for finding in comparison.divergence.findings:
        for words in finding.evidence:
            assert words.span.end <= len(texts[words.side])
    for render in (pr.render_text, pr.render_markdown, pr.render_html):
        assert render(comparison) == render(comparison)


@given(TEXTS)
def test_identical_accounts_do_not_diverge(text: str) -> None:
    version = pr.Version(text=f"The Minister urged the release of the crew. {text}", party="NRL")
    divergence = pr.compare_versions(version, version).divergence
    assert divergence.measures.divergence.value == 0
    assert not divergence.findings
