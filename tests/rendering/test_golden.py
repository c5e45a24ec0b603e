"""What each format prints for the comparisons made by hand.

How texts are read changes nothing here; the README shows the whole way, and a test holds it.

`UPDATE_GOLDEN=1 pytest tests/rendering/test_golden.py` writes the files anew; review the diff.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest

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
