"""Measures that need many accounts: attention to topics, and agreement on who said what."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from math import log2, sqrt
from random import Random
from typing import TypeAlias

import attrs
from attrs import field

from paired_readouts.model import (
    Alignment,
    Comparison,
    FindingCode,
    Link,
    Measure,
    Share,
    Side,
    Version,
)
from paired_readouts.model._by_fields import by_fields

__all__ = ["Attention", "measure_agreement", "measure_attention"]

_LEAST_WORDS = 200
_LEAST_PAIRS = 10
_MOST_PERMUTATIONS = 10_000
_SEED = 20_220_405

# The words of a statement, and the topics that they are shared out to.
_Part: TypeAlias = tuple[int, tuple[str, ...]]


@by_fields
@attrs.frozen(kw_only=True, eq=False, repr=False)
class Attention:
    """How two collections of accounts share their words out to topics."""

    #: The Jensen–Shannon distance of the two, 0 to 1; None under 200 words a side.
    distance: Measure
    #: Between which values 95 of 100 random divisions of the same statements lie; None unasked.
    band: tuple[float, float] | None = field(default=None)
    #: Each topic's share of each side; "" is what touches no topic.
    shares: tuple[Share, ...] = field(default=())


def measure_attention(
    left: Iterable[Version], right: Iterable[Version], *, permutations: int = 0
) -> Attention:
    """How differently two collections of accounts attend to the topics of the lexicon.

    The versions must have statements. With `permutations` (at most 10,000 are made) the distance
    comes with the band that chance alone gives: a distance inside of it is noise. The permutations
    are seeded, so that the same accounts give the same band.
    """
    sides = (_parts(left), _parts(right))
    words = [sum(length for length, _ in side) for side in sides]
    shares = tuple(
        share for side, parts in zip(Side, sides, strict=True) for share in _shares(side, parts)
    )
    method = "Jensen–Shannon distance (base 2) of the topics' shares of the words of each side"
    if min(words) < _LEAST_WORDS:
        reason = f"not defined: under {_LEAST_WORDS} words on one side ({method})"
        return Attention(distance=Measure(n=min(words), method=reason), shares=shares)
    distance = Measure(value=_distance(*sides), n=sum(words), method=method)
    band = _band(sides, min(permutations, _MOST_PERMUTATIONS)) if permutations > 0 else None
    return Attention(distance=distance, band=band, shares=shares)


def _parts(versions: Iterable[Version]) -> list[_Part]:
    return [(len(s.text.split()), s.topics or ("",)) for v in versions for s in v.statements]


def _counts(parts: Sequence[_Part]) -> dict[str, float]:
    counts: dict[str, float] = defaultdict(float)
    for length, topics in parts:
        for topic in topics:
            counts[topic] += length / len(topics)
    total = sum(counts.values()) or 1
    return {topic: counts[topic] / total for topic in sorted(counts)}


def _distance(left: Sequence[_Part], right: Sequence[_Part]) -> float:
    one, other = _counts(left), _counts(right)
    total = 0.0
    for topic in sorted({*one, *other}):
        p, q = one.get(topic, 0.0), other.get(topic, 0.0)
        middle = (p + q) / 2
        total += sum(x * log2(x / middle) for x in (p, q) if x > 0) / 2
    return round(sqrt(max(0.0, total)), 6)


def _band(sides: tuple[list[_Part], list[_Part]], permutations: int) -> tuple[float, float]:
    random = Random(_SEED)  # noqa: S311 - a seeded division, no secret
    pool = [*sides[0], *sides[1]]
    size = len(sides[0])
    found = []
    for _ in range(permutations):
        random.shuffle(pool)
        found.append(_distance(pool[:size], pool[size:]))
    found.sort()
    last = len(found) - 1
    return found[round(0.025 * last)], found[round(0.975 * last)]


def _shares(side: Side, parts: Sequence[_Part]) -> list[Share]:
    total = sum(length for length, _ in parts)
    statements = Counter(topic for _, topics in parts for topic in topics)
    return [
        Share(
            side=side,
            name=topic,
            statements=statements[topic],
            words=round(share * total),
            share=round(share, 6),
        )
        for topic, share in sorted(_counts(parts).items(), key=lambda row: (-row[1], row[0]))
    ]


def measure_agreement(comparisons: Sequence[Comparison]) -> Measure:
    """Krippendorff's alpha (nominal) of who is said to have said what, over many pairs.

    The units are the links whose two sides both name somebody, without those that tell one act
    from its two ends. None under ten pairs, or where everybody always names the same.
    """
    method = "Krippendorff's alpha (nominal) of the speakers that both sides of a link name"
    if len(comparisons) < _LEAST_PAIRS:
        return Measure(
            n=len(comparisons), method=f"not defined: under {_LEAST_PAIRS} pairs ({method})"
        )
    units = [unit for comparison in comparisons for unit in _units(comparison)]
    values = Counter(value for unit in units for value in unit)
    total = sum(values.values())
    same = sum(count * (count - 1) for count in values.values())
    expected = 1 - same / (total * (total - 1)) if total > 1 else 0.0
    if not expected:
        return Measure(n=len(units), method=f"not defined: nothing varies ({method})")
    observed = sum(left != right for left, right in units) / len(units)
    return Measure(
        value=round(1 - observed / expected, 6),
        k=sum(left == right for left, right in units),
        n=len(units),
        method=method,
    )


def _units(comparison: Comparison) -> list[tuple[tuple[str, ...], tuple[str, ...]]]:
    told = {
        (finding.left, finding.right)
        for finding in comparison.divergence.findings
        if finding.code is FindingCode.RECIPROCAL
    }
    units = []
    for link in comparison.alignment.links:
        sides = (
            _speakers(comparison.alignment, link, Side.LEFT),
            _speakers(comparison.alignment, link, Side.RIGHT),
        )
        if all(sides) and (link.left, link.right) not in told:
            units.append(sides)
    return units


def _speakers(alignment: Alignment, link: Link, side: Side) -> tuple[str, ...]:
    version = alignment.left if side is Side.LEFT else alignment.right
    indexes = link.left if side is Side.LEFT else link.right
    people = {p.key for i in indexes for p in version.statements[i].speakers}
    return tuple(sorted(f"{name} {party}" for name, party in people))
