"""The sentences that say that the conversation took place: whether they tell the same facts."""

from __future__ import annotations

from paired_readouts.alignment._items import Side as Words
from paired_readouts.model import (
    Claim,
    ClaimKind,
    Difference,
    Evidence,
    Relation,
    Side,
    Version,
)

__all__ = ["find_callers", "relate"]

# Facts that both accounts may give of the conversation itself, and not the same.
_FACTS = (ClaimKind.DATE, ClaimKind.DURATION)


def relate(
    left: Version, right: Version
) -> tuple[Relation, tuple[Difference, ...], tuple[Evidence, ...]]:
    """Same, whatever one alone adds; differs in facts that both give; conflict over who called."""
    for kind in (ClaimKind.INITIATOR, *_FACTS):
        one, other = _claims(left, kind), _claims(right, kind)
        if one and other and not _values(one) & _values(other):
            evidence = tuple(_show(one, other, kind))
            asked = kind is ClaimKind.INITIATOR
            relation = Relation.CONFLICT if asked else Relation.DIFFERS
            return relation, (Difference.FACTS,), evidence
    return Relation.SAME, (), ()


def find_callers(left: Version, right: Version, a: Words, b: Words) -> list[Evidence]:
    """Where the linked statements say who asked for the conversation, and not the same side."""
    one = [c for c in _claims(left, ClaimKind.INITIATOR) if _tells(a, c)]
    other = [c for c in _claims(right, ClaimKind.INITIATOR) if _tells(b, c)]
    if not one or not other or _values(one) & _values(other):
        return []
    return _show(one, other, ClaimKind.INITIATOR)


def _tells(words: Words, claim: Claim) -> bool:
    return claim.span is not None and any(claim.span in p.statement.span for p in words.profiles)


def _show(one: list[Claim], other: list[Claim], kind: ClaimKind) -> list[Evidence]:
    return [
        Evidence(side=side, span=claim.span, note=kind.value)
        for side, claims in ((Side.LEFT, one), (Side.RIGHT, other))
        for claim in claims
        if claim.span is not None
    ]


def _values(claims: list[Claim]) -> set[str]:
    """What is claimed; of a day the month and the day, since one account may not tell the year."""
    return {c.value[-5:] if c.kind is ClaimKind.DATE else c.value for c in claims}


def _claims(version: Version, kind: ClaimKind) -> list[Claim]:
    """What the words claim, with a figure where it is a day ("today" depends on the clock)."""
    claims = [c for c in version.claims if c.kind is kind and c.span is not None]
    if kind is ClaimKind.INITIATOR:
        return claims
    return [c for c in claims if c.span and any(x.isdigit() for x in c.span.cut(version.text))]
