"""From the numbers of each pair to the probability of a link: weights, then competition."""

from __future__ import annotations

import math
from collections.abc import Sequence
from functools import cache
from operator import mul
from typing import NamedTuple

from paired_readouts._shipped import read_shipped
from paired_readouts.alignment._features import FEATURES, Grid
from paired_readouts.alignment._sentences import SENTENCE_FEATURES
from paired_readouts.model import Contribution

__all__ = ["RIVALRY", "Scored", "Weights", "default_weights", "score_grid"]

#: How a pair stands against its rivals, as the documentation lists it.
RIVALRY = ("ahead", "ahead at best")

# Log odds below this are all alike: no evidence.
_FLOOR = -8.0
# A pair about another item of the same list is a rival by so much less, in log odds.
_OTHER_ITEM = 1.5
# What the very same words add to the log odds.
_TWIN = 8.0


class Weights(NamedTuple):
    """Learned numbers: one weight a feature, and one for each kind of lead."""

    #: A checksum of the data: the version in results.
    version: str
    #: The features, in the order of the rows.
    names: tuple[str, ...]
    #: Added to the first log odds.
    bias: float
    #: One a feature.
    features: tuple[float, ...]
    #: Added to the second log odds.
    rivalry_bias: float
    #: What the first log odds weigh in the second.
    carried: float
    #: One a feature of `RIVALRY`.
    rivalry: tuple[float, ...]
    #: The probability from which a pair is a link.
    threshold: float
    #: Slope and shift that turn the second log odds into a calibrated probability.
    calibration: tuple[float, float]


class Scored(NamedTuple):
    """Probabilities for all pairs, with what they came from."""

    grid: Grid
    weights: Weights
    first: list[list[float]]
    rivals: list[list[tuple[float, ...] | None]]
    odds: list[list[float]]
    #: Log odds of a similarity of the caller's own, if any, and what it counts.
    others: list[list[float]] | None = None
    share: float = 0.0
    #: Pairs with the very same words.
    twins: frozenset[tuple[int, int]] = frozenset()

    def probability(self, i: int, j: int) -> float:
        """The calibrated probability that a reader would link the two; 0 without evidence."""
        if self.rivals[i][j] is None:
            return 0.0
        slope, shift = self.weights.calibration
        return logistic(slope * self.odds[i][j] + shift + _TWIN * ((i, j) in self.twins))

    def contributions(self, i: int, j: int) -> tuple[Contribution, ...]:
        """What each feature of the pair added to the log odds of its score, largest first."""
        rivals = self.rivals[i][j]
        if rivals is None:
            return ()
        w = self.weights
        slope, shift = w.calibration
        carried = slope * w.carried * (1.0 - self.share)
        bias = slope * w.rivalry_bias + shift
        cell = self.grid[i][j]
        named: list[tuple[str, float, float]] = []
        if cell is None:
            named.append(("no evidence", 1.0, bias + carried * _FLOOR))
        else:
            named.append(("bias", 1.0, bias + carried * w.bias))
            named += [
                (n, v, carried * k)
                for n, v, k in zip(w.names, cell.values, w.features, strict=True)
            ]
            lacking = _FLOOR - w.bias - sum(map(mul, w.features, cell.values))
            named.append(("floor", max(0.0, lacking), carried))
        named += [(n, v, slope * k) for n, v, k in zip(RIVALRY, rivals, w.rivalry, strict=True)]
        if self.others is not None:
            named.append(("similarity", self.others[i][j], slope * w.carried * self.share))
        if (i, j) in self.twins:
            named.append(("same words", 1.0, _TWIN))
        parts = [
            Contribution(feature=n, value=round(v, 6), weight=round(k, 6), added=round(v * k, 6))
            for n, v, k in named
            if v * k
        ]
        return tuple(sorted(parts, key=lambda c: (-abs(c.added), c.feature)))


def logistic(x: float) -> float:
    """The probability of log odds `x`."""
    if x < -700:
        return 0.0
    return 1.0 / (1.0 + math.exp(-x))


@cache
def default_weights(*, framed: bool = True) -> Weights:
    """The weights that ship: for statements with frames, or for plain sentences."""
    file = read_shipped(__file__, "weights.json")
    data = file["statements" if framed else "sentences"]
    names = FEATURES if framed else SENTENCE_FEATURES
    return Weights(
        version=file["version"],
        names=names,
        bias=data["bias"],
        features=tuple(data["features"][name] for name in names),
        rivalry_bias=data["rivalry bias"],
        carried=data["carried"],
        rivalry=tuple(data["rivalry"][name] for name in RIVALRY),
        threshold=data["threshold"],
        calibration=(data["calibration"]["slope"], data["calibration"]["shift"]),
    )


def score_grid(
    grid: Grid,
    weights: Weights,
    others: list[list[float]] | None = None,
    share: float = 0.0,
    twins: frozenset[tuple[int, int]] = frozenset(),
) -> Scored:
    """First log odds by the features, second by how a pair stands among its rivals.

    `others` are log odds from elsewhere, which take the share `share` of the first; `twins` are
    pairs with the very same words.
    """
    first = first_odds(grid, weights)
    known = [[cell is not None for cell in line] for line in grid]
    if others is not None:
        first = [
            [(1.0 - share) * x + share * y for x, y in zip(own, theirs, strict=True)]
            for own, theirs in zip(first, others, strict=True)
        ]
        known = [
            [have or (share > 0.0 and x > 0.0) for have, x in zip(line, theirs, strict=True)]
            for line, theirs in zip(known, others, strict=True)
        ]
    for i, j in twins:
        known[i][j] = True
    rivals = rivalry(known, first, grid)
    odds = [
        [
            _FLOOR
            if rival is None
            else weights.carried * one
            + weights.rivalry_bias
            + sum(map(mul, weights.rivalry, rival))
            for one, rival in zip(ones, line, strict=True)
        ]
        for ones, line in zip(first, rivals, strict=True)
    ]
    return Scored(grid, weights, first, rivals, odds, others, share, twins)


def first_odds(grid: Grid, weights: Weights) -> list[list[float]]:
    """The log odds of each pair by its own features alone."""
    bias, features = weights.bias, weights.features
    return [
        [
            _FLOOR if cell is None else max(_FLOOR, bias + sum(map(mul, features, cell.values)))
            for cell in line
        ]
        for line in grid
    ]


def rivalry(
    known: list[list[bool]], first: list[list[float]], grid: Grid
) -> list[list[tuple[float, ...] | None]]:
    """How each pair stands against the others of its row and column."""
    items = [[cell.items if cell else (-1, -1) for cell in line] for line in grid]
    rows = [
        _Rivals(odds, [i for i, _ in places]) for odds, places in zip(first, items, strict=True)
    ]
    columns = [
        _Rivals(odds, [j for _, j in places])
        for odds, places in zip(zip(*first, strict=True), zip(*items, strict=True), strict=True)
    ]
    result: list[list[tuple[float, ...] | None]] = []
    for i, line in enumerate(first):
        out: list[tuple[float, ...] | None] = []
        for j, odds in enumerate(line):
            if not known[i][j]:
                out.append(None)
                continue
            in_row = _lead(odds, rows[i].best_but(j))
            in_column = _lead(odds, columns[j].best_but(i))
            out.append((min(in_row, in_column), max(in_row, in_column)))
        result.append(out)
    return result


class _Rivals:
    """The log odds of all pairs of one statement, and the item of it that each is about.

    Pairs about the same item are rivals; one about another item of a list is less of one.
    """

    def __init__(self, odds: Sequence[float], items: Sequence[int]) -> None:
        self.odds, self.items = odds, items
        self.overall = _two_best(odds)
        by_item: dict[int, list[float]] = {}
        if max(items, default=-1) >= 0:
            for item, value in zip(items, odds, strict=True):
                by_item.setdefault(item, []).append(value)
        self.best = {item: _two_best(values) for item, values in by_item.items()}

    def best_but(self, at: int) -> float:
        """The strongest rival of the pair at `at`."""
        odds, item = self.odds[at], self.items[at]
        if item < 0:
            return _other(self.overall, odds)
        return max(
            _FLOOR,
            _other(self.best[item], odds),
            _other(self.overall, odds) - _OTHER_ITEM,
            *self.best.get(-1, ())[:1],
        )


def _two_best(values: Sequence[float]) -> tuple[float, float]:
    *_, second, best = sorted((_FLOOR, _FLOOR, *values))
    return best, second


def _other(best: tuple[float, float], odds: float) -> float:
    """The better of the two best that is not `odds` itself."""
    return best[1] if odds >= best[0] else best[0]


def _lead(odds: float, rival: float) -> float:
    """How far `odds` lie before the best rival, from -1 to 1."""
    return max(-1.0, min(1.0, (odds - rival) / 3.0))
