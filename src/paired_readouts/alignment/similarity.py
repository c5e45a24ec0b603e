"""A similarity of the caller's own, blended with the library's."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from typing import TypeAlias

from paired_readouts.errors import AlignmentError
from paired_readouts.model import Statement

__all__ = ["Similarity", "read_similarity", "similarity_weight"]

#: From the statements of the left and of the right account to a matrix of numbers from 0 to 1, one
#: row a left statement; each is read as the probability that the two report the same matter.
Similarity: TypeAlias = Callable[
    [Sequence[Statement], Sequence[Statement]], Sequence[Sequence[float]]
]

# A similarity of 0 or 1 is strong evidence, not certainty.
_SURE = 0.01


def similarity_weight(similarity: Similarity) -> float:
    """How much the similarity counts beside the library's own: its attribute `weight`, else ½."""
    weight = getattr(similarity, "weight", 0.5)
    if isinstance(weight, bool) or not isinstance(weight, (int, float)) or not 0 <= weight <= 1:
        raise AlignmentError(
            "similarity.weight", f"expected a number from 0 to 1, got {weight!r:.40}"
        )
    return float(weight)


def read_similarity(
    similarity: Similarity, left: Sequence[Statement], right: Sequence[Statement]
) -> list[list[float]]:
    """The matrix as log odds; an AlignmentError where it is no matrix of these statements."""
    matrix = similarity(tuple(left), tuple(right))
    if len(matrix) != len(left):
        raise AlignmentError(
            "similarity", f"{len(matrix)} rows for {len(left)} left statements", "give one row each"
        )
    odds: list[list[float]] = []
    for i, row in enumerate(matrix):
        if len(row) != len(right):
            raise AlignmentError(
                f"similarity[{i}]",
                f"{len(row)} numbers for {len(right)} right statements",
                "give one number each",
            )
        odds.append([_log_odds(value, f"similarity[{i}][{j}]") for j, value in enumerate(row)])
    return odds


def _log_odds(value: float, where: str) -> float:
    try:
        number = float(value)
    except (TypeError, ValueError):
        number = math.nan
    if not 0.0 <= number <= 1.0:
        raise AlignmentError(where, f"expected a number from 0 to 1, got {value!r:.40}")
    number = min(1.0 - _SURE, max(_SURE, number))
    return math.log(number / (1.0 - number))
