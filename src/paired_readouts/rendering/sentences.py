"""What a report says of absence, and of what to keep in mind, safe to print."""

from __future__ import annotations

from collections.abc import Sequence

from paired_readouts.divergence.sentences import absence
from paired_readouts.lexicon import Lexicon, default_lexicon
from paired_readouts.model import CompletenessLevel
from paired_readouts.rendering.report import Point

__all__ = ["say_absence", "say_caveats"]


def say_absence(label: str, level: CompletenessLevel, *, lexicon: Lexicon | None = None) -> str:
    """How to say that the account `label`, of completeness `level`, does not have something."""
    # A summary is told as an excerpt: both lack what the whole may have.
    state = CompletenessLevel.EXCERPT if level is CompletenessLevel.SUMMARY else level
    return absence(state.value, other=label, lexicon=lexicon or default_lexicon())


def say_caveats(points: Sequence[Point]) -> dict[int, tuple[str, ...]]:
    """The caveats to tell with each point, by its number: each is told once, at the first."""
    told: set[str] = set()
    said = {}
    for point in points:
        said[point.number] = tuple(caveat for caveat in point.caveats if caveat not in told)
        told.update(point.caveats)
    return said
