"""Invented states for the tests of extraction."""

from __future__ import annotations

from pathlib import Path

import pytest

from paired_readouts.lexicon import Lexicon, default_lexicon, load_lexicon


@pytest.fixture(scope="session")
def lexicon() -> Lexicon:
    """The library's words with the invented states of the golden corpus."""
    return default_lexicon() | load_lexicon(Path(__file__).parents[1] / "golden" / "lexicon")
