"""How much a word tells within the genre: learned from a collection of releases."""

from __future__ import annotations

import math
from bisect import bisect_left
from collections.abc import Iterable
from functools import cache

from paired_readouts._shipped import read_shipped
from paired_readouts._text import stem

__all__ = ["class_weight", "genre_weight"]


@cache
def _table() -> tuple[dict[str, float], float]:
    data = read_shipped(__file__, "frequencies.json")
    weights = {w: float(k) for k, words in data["weights"].items() for w in words.split(" ")}
    return weights, float(data["unseen"])


@cache
def _sorted_stems() -> list[str]:
    return sorted(_table()[0])


def genre_weight(word: str) -> float:
    """The bits that `word`, a stem, tells: about 1 to 14."""
    weights, unseen = _table()
    return weights.get(word, unseen)


def class_weight(words: Iterable[str]) -> float:
    """The bits that it tells when any of `words` stands; a star ends a word that may go on."""
    weights, unseen = _table()
    stems = _sorted_stems()
    found: set[str] = set()
    for word in words:
        if not word.endswith("*"):
            found.add(stem(word))
            continue
        first = bisect_left(stems, word[:-1])
        while first < len(stems) and stems[first].startswith(word[:-1]):
            found.add(stems[first])
            first += 1
    share = math.fsum(2.0 ** -weights.get(s, unseen) for s in sorted(found))
    return -math.log2(min(1.0, share)) if share else unseen
