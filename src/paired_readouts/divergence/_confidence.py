"""How sure a finding is: learned from annotated pairs, one line of weights a kind of finding."""

from __future__ import annotations

import math
from collections.abc import Mapping
from functools import cache

from paired_readouts._shipped import read_shipped
from paired_readouts.model import FindingCode

__all__ = ["KINDS", "SIGNS", "estimate", "kind_of", "signs_of_link"]

#: What the confidence of each kind of finding is learned from. Of what one account alone has: the
#: share of its words that stands in one statement of the other account, and how much that account
#: has without counterpart. Of what a link shows: the link's probability, in log odds; for items
#: also how much of the poorer side's words the other side has.
SIGNS: Mapping[str, tuple[str, ...]] = {
    "absence": ("shared", "rivals"),
    "items": ("score", "overlap"),
    "words": ("score",),
    "speakers": ("score",),
}

#: The codes of each kind. What is counted or read off the accounts as wholes is of no kind, nor are
#: names: the annotated pairs have too few of them.
KINDS: Mapping[str, tuple[FindingCode, ...]] = {
    "absence": (FindingCode.ONE_SIDED, FindingCode.CREDITED_WORDS, FindingCode.NEXT_STEPS),
    "items": (FindingCode.ONE_SIDED,),
    "words": (
        *(FindingCode.FORCE, FindingCode.AGREEMENT, FindingCode.DENIAL, FindingCode.CONDITION),
        *(FindingCode.CERTAINTY, FindingCode.FRAMING, FindingCode.VAGUENESS),
        *(FindingCode.QUOTATION, FindingCode.FIGURES),
    ),
    "speakers": (FindingCode.REASSIGNED, FindingCode.JOINT_SINGLE, FindingCode.RECIPROCAL),
}

# Log odds of a link beyond these tell nothing more.
_MOST_ODDS = 2.0


@cache
def _learned() -> Mapping[str, tuple[float, Mapping[str, float]]]:
    data = read_shipped(__file__, "confidence.json")
    return {kind: (row["bias"], row["signs"]) for kind, row in data["kinds"].items()}


@cache
def kind_of(code: FindingCode, *, on_link: bool) -> str:
    """The kind of a finding; "" for one that is of none."""
    return next(
        (kind for kind, codes in KINDS.items() if code in codes and on_link != (kind == "absence")),
        "",
    )


def estimate(kind: str, signs: Mapping[str, float]) -> float:
    """The probability that a careful reader would draw the finding too."""
    bias, weights = _learned()[kind]
    odds = bias + sum(weights[name] * signs[name] for name in SIGNS[kind])
    return 1.0 / (1.0 + math.exp(-odds))


def signs_of_link(score: float, overlap: float) -> dict[str, float]:
    """What a link tells of how sure the findings on it are."""
    near = min(max(score, 1e-9), 1.0 - 1e-9)
    odds = math.log(near / (1.0 - near))
    return {"score": min(max(odds, -_MOST_ODDS), _MOST_ODDS), "overlap": overlap}
