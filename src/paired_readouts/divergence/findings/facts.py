"""Figures, dates, and what the accounts claim about the conversation itself."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator

from paired_readouts.divergence._accounts import Account, Pair
from paired_readouts.divergence._figures import compatible, figures_of
from paired_readouts.divergence._found import Found, evidence, make_found
from paired_readouts.divergence._linked import Linked, Reading, of_link
from paired_readouts.divergence._quoting import quote, side_slots
from paired_readouts.model import (
    Claim,
    ClaimKind,
    Difference,
    FindingCode,
    Mention,
    Severity,
    Side,
    Span,
)

__all__ = [
    "find_contact_kind",
    "find_disputed_claims",
    "find_figures",
    "find_initiator",
]

# Where two figures differ without the alignment's word for it, the passages must be this close.
_CLOSE = 0.4
# How many words before and after a figure tell what it counts.
_NEAR = 8
_DISPUTED = {
    ClaimKind.DATE: Severity.SUBSTANTIVE,
    ClaimKind.TIME: Severity.DEGREE,
    ClaimKind.DURATION: Severity.DEGREE,
    ClaimKind.PLACE: Severity.DEGREE,
}


def find_figures(pair: Pair, linked: Linked) -> Iterator[Found]:
    """Numbers and dates of one linked matter that disagree."""
    named = Difference.FACTS in linked.link.differences
    if not linked.differs or not (named or linked.shared.overlap >= _CLOSE):
        return
    left = figures_of(pair.left, linked.link.left)
    right = figures_of(pair.right, linked.link.right)
    for unit in sorted(set(left) & set(right)):
        if any(compatible(a.value, b.value) for a in left[unit] for b in right[unit]):
            continue
        if not _of_one_thing(linked, left[unit], right[unit]):
            continue
        yield of_link(
            pair,
            linked,
            FindingCode.FIGURES,
            Severity.SUBSTANTIVE,
            evidence(pair.left, (m.span for m in left[unit]), "figure")
            + evidence(pair.right, (m.span for m in right[unit]), "figure"),
            form="values",
            left_value=quote(left[unit][0].span.cut(pair.left.version.text), pair.left),
            right_value=quote(right[unit][0].span.cut(pair.right.version.text), pair.right),
        )


def _of_one_thing(linked: Linked, left: list[Mention], right: list[Mention]) -> bool:
    """Whether the words around the two figures have one in common."""
    pair = linked.pair
    near = [_around(pair.left, left[0].span), _around(pair.right, right[0].span)]
    return not near[0].isdisjoint(near[1])


def _around(account: Account, span: Span) -> set[str]:
    tokens = account.tokens
    first, last = bisect_left(tokens.starts, span.start), bisect_left(tokens.starts, span.end)
    return {
        account.base_at[i]
        for i in range(max(0, first - _NEAR), last + _NEAR)
        if i in account.base_at and not first <= i < last
    }


def find_disputed_claims(reading: Reading) -> Iterator[Found]:
    """The day, hour, length or place of the conversation, told in two ways."""
    pair = reading.pair
    for kind, severity in _DISPUTED.items():
        yield from _disputed(pair, kind, FindingCode.FIGURES, severity, "claims")


def find_initiator(reading: Reading) -> Iterator[Found]:
    """Who asked for the conversation."""
    pair = reading.pair
    code, kind = FindingCode.INITIATOR, ClaimKind.INITIATOR
    yield from _disputed(pair, kind, code, Severity.SUBSTANTIVE, "differ")
    for account, other in pair.accounts:
        claims = _claims(account, kind)
        if not claims or _claims(other, kind):
            continue
        spans = _spans(claims)
        yield make_found(
            pair,
            code,
            Severity.MINOR,
            left=_holders(account, spans) if account.side is Side.LEFT else (),
            right=_holders(account, spans) if account.side is Side.RIGHT else (),
            shows=evidence(account, spans, kind.value),
            form="only",
            matter=kind.value,
            value=_shown(account, claims[0]),
            also=side_slots(account, other),
        )


def find_contact_kind(reading: Reading) -> Iterator[Found]:
    """Whether it was a call, a meeting, a brief exchange."""
    pair = reading.pair
    yield from _disputed(
        pair, ClaimKind.CONTACT, FindingCode.CONTACT_KIND, Severity.DEGREE, "differ"
    )


def _disputed(
    pair: Pair, kind: ClaimKind, code: FindingCode, severity: Severity, form: str
) -> Iterator[Found]:
    left, right = _claims(pair.left, kind), _claims(pair.right, kind)
    if not left or not right:
        return
    if any(compatible(a.value, b.value) for a in left for b in right):
        return
    spans = (_spans(left), _spans(right))
    shown = [_shown(pair.left, left[0]), _shown(pair.right, right[0])]
    if shown[0] == shown[1]:
        # "Today" is another day in each.
        shown = [
            f"{words} ({claims[0].value})"
            for words, claims in zip(shown, (left, right), strict=True)
        ]
    yield make_found(
        pair,
        code,
        severity,
        left=_holders(pair.left, spans[0]),
        right=_holders(pair.right, spans[1]),
        shows=evidence(pair.left, spans[0], kind.value)
        + evidence(pair.right, spans[1], kind.value),
        confidence=0.9,
        form=form,
        matter=kind.value,
        left_value=shown[0],
        right_value=shown[1],
        what=kind.value,
    )


def _claims(account: Account, kind: ClaimKind) -> list[Claim]:
    return [claim for claim in account.version.claims if claim.kind is kind]


def _spans(claims: list[Claim]) -> tuple[Span, ...]:
    return tuple(claim.span for claim in claims if claim.span is not None)


def _shown(account: Account, claim: Claim) -> str:
    """The claim in the account's words, those of its title, or its value."""
    if claim.span is None:
        title = account.version.title
        at = title.lower().find(claim.value.lower())
        return quote(title[at : at + len(claim.value)], account) if at >= 0 else claim.value
    return quote(claim.span.cut(account.version.text), account, 12)


def _holders(account: Account, spans: tuple[Span, ...]) -> tuple[int, ...]:
    return tuple(
        i for i, s in enumerate(account.statements) if any(s.span.overlaps(span) for span in spans)
    )
