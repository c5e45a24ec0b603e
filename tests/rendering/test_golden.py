"""What each format prints for the comparisons made by hand, and for the shipped examples.

`UPDATE_GOLDEN=1 pytest tests/rendering/test_golden.py` writes the files anew; review the diff.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import attrs
import pytest

import paired_readouts as pr
from paired_readouts.model import Comparison, ConversationComparison
from paired_readouts.rendering import (
    render_annotations,
    render_csv,
    render_html,
    render_markdown,
    render_tei,
    render_text,
)
from paired_readouts.rendering.building import Reportable

GOLDEN = Path(__file__).parent / "golden"

FORMATS: dict[str, Callable[[Reportable], str]] = {
    "txt": render_text,
    "narrow.txt": lambda value: render_text(value, width=60),
    "md": render_markdown,
    "html": render_html,
    "tei.xml": render_tei,
    "jsonld": render_annotations,
    "csv": render_csv,
}


def check(name: str, text: str) -> None:
    path = GOLDEN / name
    if os.environ.get("UPDATE_GOLDEN"):
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, encoding="utf-8", newline="\n")
    assert text == path.read_text(encoding="utf-8")


@pytest.mark.parametrize("ending", FORMATS)
def test_pair(ending: str, pair: Comparison) -> None:
    check(f"pair.{ending}", FORMATS[ending](pair))


@pytest.mark.parametrize("ending", FORMATS)
def test_three_accounts(ending: str, three: ConversationComparison) -> None:
    check(f"three.{ending}", FORMATS[ending](three))


@pytest.mark.parametrize("part", ["left", "alignment", "divergence", "comparison"])
def test_notebook(part: str, pair: Comparison) -> None:
    value = pair if part == "comparison" else getattr(pair, part)
    check(f"notebook-{part}.html", value._repr_html_() + "\n")


def read_example(examples: Path, *names: str) -> tuple[pr.Version, ...]:
    parsers = pr.default_parsers(settings=pr.ParserSettings(lexicon=words_of(examples)))
    sources = [pr.Source.from_path(examples / name) for name in names]
    return tuple(v for source in sources for v in pr.parse_versions(source, parsers=parsers))


def words_of(examples: Path) -> pr.Lexicon:
    return pr.default_lexicon() | pr.load_lexicon(examples / "countries.toml")


def report_on(value: Reportable) -> pr.Report:
    # Without the versions of lexicon and weights, which change with every word that is added.
    return attrs.evolve(pr.build_report(value), provenance="")


@pytest.fixture(scope="module")
def article(examples: Path) -> pr.Comparison:
    left, right = read_example(examples, "tornquist-velin.txt")
    return pr.compare_versions(left, right, lexicon=words_of(examples))


@pytest.mark.parametrize("ending", FORMATS)
def test_article_of_the_examples(ending: str, article: pr.Comparison) -> None:
    check(f"article.{ending}", FORMATS[ending](report_on(article)))


def test_notebook_on_the_article_of_the_examples(article: pr.Comparison) -> None:
    check("notebook-article.html", article._repr_html_() + "\n")


@pytest.mark.parametrize("ending", ["txt", "html"])
def test_three_accounts_of_the_examples(ending: str, examples: Path) -> None:
    versions = read_example(examples, "three-accounts.txt")
    conversation = pr.Conversation(versions=versions)
    value = pr.compare_conversation(conversation, lexicon=words_of(examples))
    check(f"three-accounts.{ending}", FORMATS[ending](report_on(value)))
