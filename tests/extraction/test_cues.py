"""Phrases of several tables, found in one sweep over the words of a text."""

from __future__ import annotations

import pytest

from paired_readouts._text import Phrases
from paired_readouts.extraction import _cues
from paired_readouts.extraction._cues import CueTables

TIMES = Phrases([("in light", 1), ("in light of", 2), ("at the same time", 3), ("har*", 4)])
WORDS = ["harbours", "in", "light", "of", "rain", "at", "the", "same", "time", "in", "light"]

#: Two places among the words, and what lies between them: where, how far and which.
BETWEEN = {
    "all": (0, 11, [(0, 1, 4), (1, 4, 2), (5, 9, 3), (9, 11, 1)]),
    "a-shorter-one-ends-in-time": (1, 3, [(1, 3, 1)]),
    "none-ends-in-time": (5, 8, []),
    "begins-before": (2, 5, []),
}


@pytest.mark.parametrize(("low", "high", "found"), BETWEEN.values(), ids=BETWEEN)
def test_phrases_between_two_places(low: int, high: int, found: list[tuple[int, int, int]]) -> None:
    cues = CueTables([TIMES]).read(WORDS)
    assert cues.find(TIMES, low, high) == found
    assert cues.has(TIMES, low, high) is bool(found)


def test_what_is_remembered_of_words_is_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(_cues, "_MOST_WORDS", 3)
    tables = CueTables([TIMES])
    for _ in range(3):
        assert tables.read(WORDS).has(TIMES, 0, len(WORDS))
        assert not tables.read(["rain"]).has(TIMES, 0, 1)
        assert len(tables._opened) <= 3 + len(set(WORDS))
