"""More numbers for plain sentences: without frames, words must tell all that there is to tell."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Callable, Sequence

from paired_readouts._text import stem
from paired_readouts.alignment._features import FEATURES, Grid
from paired_readouts.alignment._profiles import Profile

__all__ = ["SENTENCE_FEATURES", "add_sentence_features"]

#: The features of plain sentences: those of statements, and some of their own.
SENTENCE_FEATURES = (
    *FEATURES,
    "pieces",
    "near words",
    "capitals",
    "numbers",
    "words stand",
    "words stand at best",
    "pieces stand",
    "pieces stand at best",
    "near words stand",
    "near words stand at best",
)

_PIECE = 5
_LONGER = 4
_ALL_WORDS = FEATURES.index("all words")


def add_sentence_features(grid: Grid, left: Sequence[Profile], right: Sequence[Profile]) -> Grid:
    """`grid` with the features of plain sentences behind those of statements."""
    pieces = _compare(left, right, _pieces)
    near = _compare(left, right, _near_words)
    words = [[cell.values[_ALL_WORDS] if cell else 0.0 for cell in line] for line in grid]
    tables = (
        pieces,
        near,
        _compare(left, right, _capitals),
        _compare(left, right, _numbers),
        *_standing(words),
        *_standing(pieces),
        *_standing(near),
    )
    return [
        [
            cell and cell._replace(values=(*cell.values, *(table[i][j] for table in tables)))
            for j, cell in enumerate(line)
        ]
        for i, line in enumerate(grid)
    ]


def _compare(
    left: Sequence[Profile],
    right: Sequence[Profile],
    read: Callable[[Profile], frozenset[str]],
) -> list[list[float]]:
    """Cosines of what `read` finds in each, weighed by how few sentences have it."""
    sides = [[read(p) for p in side] for side in (left, right)]
    counts = Counter(x for side in sides for found in side for x in found)
    size = len(left) + len(right)
    weights = {x: math.log1p(size / n) ** 2 for x, n in counts.items()}
    sums = [[math.fsum(weights[x] for x in found) for found in side] for side in sides]
    return [
        [
            math.fsum(weights[x] for x in a & b) / math.sqrt(u * v) if u and v else 0.0
            for b, v in zip(sides[1], sums[1], strict=True)
        ]
        for a, u in zip(sides[0], sums[0], strict=True)
    ]


def _standing(table: list[list[float]]) -> tuple[list[list[float]], list[list[float]]]:
    """Each number as a share of the best of its row and of its column: the smaller, the larger."""
    rows = [max(line, default=0.0) or 1.0 for line in table]
    columns = [max(column) or 1.0 for column in zip(*table, strict=True)]
    least = [
        [min(x / row, x / column) for x, column in zip(line, columns, strict=True)]
        for line, row in zip(table, rows, strict=True)
    ]
    most = [
        [max(x / row, x / column) for x, column in zip(line, columns, strict=True)]
        for line, row in zip(table, rows, strict=True)
    ]
    return least, most


def _pieces(profile: Profile) -> frozenset[str]:
    text = " ".join(profile.tokens.lower)
    return frozenset(text[k : k + _PIECE] for k in range(len(text) - _PIECE + 1))


def _near_words(profile: Profile) -> frozenset[str]:
    """Each two longer words of which at most two others stand between."""
    lower = profile.tokens.lower
    stems = [stem(w) for w in lower if w[0].isalpha() and len(w) >= _LONGER]
    return frozenset(
        f"{one} {other}" for k, one in enumerate(stems) for other in stems[k + 1 : k + 4]
    )


def _capitals(profile: Profile) -> frozenset[str]:
    words = profile.tokens.words[1:]
    return frozenset(w.lower() for w in words if w[0].isupper())


def _numbers(profile: Profile) -> frozenset[str]:
    return frozenset(w for w in profile.tokens.lower if w[0].isdigit())
