"""Invented states for the tests of extraction, and `two_leaders` for its tables."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from paired_readouts.lexicon import Lexicon, default_lexicon, load_lexicon

sys.path.insert(0, str(Path(__file__).parent))


@pytest.fixture(scope="session")
def lexicon() -> Lexicon:
    """The library's words with the invented states of the golden corpus."""
    return default_lexicon() | load_lexicon(Path(__file__).parents[1] / "golden" / "lexicon")
