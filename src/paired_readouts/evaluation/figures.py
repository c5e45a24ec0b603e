"""Figures with the counts behind them and an interval."""

from __future__ import annotations

import math

import attrs
from attrs import field

from paired_readouts.model import Relation

__all__ = ["Agreement", "Confusion", "Evaluation", "Ratio", "wilson"]

#: The normal deviate of a 95 % interval.
_Z = 1.959964


def wilson(k: float, n: float) -> tuple[float, float]:
    """Wilson's 95 % interval of `k` out of `n`: from 0 to 1 where there is nothing to count."""
    if n <= 0:
        return 0.0, 1.0
    share, z2 = k / n, _Z * _Z
    middle = (share + z2 / (2 * n)) / (1 + z2 / n)
    half = _Z * math.sqrt(share * (1 - share) / n + z2 / (4 * n * n)) / (1 + z2 / n)
    return round(max(0.0, middle - half), 6), round(min(1.0, middle + half), 6)


@attrs.frozen(kw_only=True)
class Ratio:
    """`k` out of `n`."""

    #: How many are right.
    k: int = 0
    #: Out of how many.
    n: int = 0

    @property
    def value(self) -> float | None:
        """The share, 0 to 1; None where there is nothing to count."""
        return round(self.k / self.n, 6) if self.n else None

    @property
    def interval(self) -> tuple[float, float]:
        """Wilson's 95 % interval of the share."""
        return wilson(self.k, self.n)


@attrs.frozen(kw_only=True)
class Agreement:
    """How far what was found and the reference agree."""

    #: Found, and in the reference.
    right: int = 0
    #: All that was found.
    found: int = 0
    #: All that the reference has.
    reference: int = 0

    @property
    def precision(self) -> Ratio:
        """The right among the found."""
        return Ratio(k=self.right, n=self.found)

    @property
    def recall(self) -> Ratio:
        """The right among those of the reference."""
        return Ratio(k=self.right, n=self.reference)

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall, 0 to 1.

        Where nothing was found, precision is 1 if there was nothing to find, else 0; where there
        was nothing to find, recall is 1.
        """
        precision = self.precision.value
        if precision is None:
            precision = 0.0 if self.reference else 1.0
        recall = self.recall.value
        if recall is None:
            recall = 1.0
        both = precision + recall
        return round(2 * precision * recall / both, 6) if both else 0.0

    @property
    def interval(self) -> tuple[float, float]:
        """An approximate 95 % interval of F1: Wilson's, of the right out of the mean of both."""
        return wilson(self.right, (self.found + self.reference) / 2)


@attrs.frozen(kw_only=True)
class Confusion:
    """How many rightly joined pairs have one relation in the reference and one as found."""

    #: In the reference.
    reference: Relation
    #: As found.
    found: Relation
    #: How many.
    n: int = 0


@attrs.frozen(kw_only=True)
class Evaluation:
    """How well what was found fits annotations, summed over the pairs."""

    #: How many pairs of accounts.
    pairs: int = 0
    #: Spans of statements; right is an overlap (Jaccard) of 0.8 or more.
    segmentation: Agreement = field(factory=Agreement)
    #: Statements of the reference whose speakers are exactly right.
    speakers: Ratio = field(factory=Ratio)
    #: Statements of the reference whose act is right.
    acts: Ratio = field(factory=Ratio)
    #: Pairs of statements that a link joins.
    links: Agreement = field(factory=Agreement)
    #: Statements without a counterpart.
    one_sided: Agreement = field(factory=Agreement)
    #: Relations of rightly joined pairs.
    confusions: tuple[Confusion, ...] = ()
    #: Kinds of difference named on rightly joined pairs.
    differences: Agreement = field(factory=Agreement)

    @property
    def relations(self) -> float:
        """F1 of each relation that the reference has over rightly joined pairs, averaged."""
        scores = []
        for relation in Relation:
            agreement = Agreement(
                right=self._count(relation, relation),
                found=sum(c.n for c in self.confusions if c.found is relation),
                reference=sum(c.n for c in self.confusions if c.reference is relation),
            )
            if agreement.reference:
                scores.append(agreement.f1)
        return round(sum(scores) / len(scores), 6) if scores else 0.0

    def _count(self, reference: Relation, found: Relation) -> int:
        return sum(c.n for c in self.confusions if c.reference is reference and c.found is found)
