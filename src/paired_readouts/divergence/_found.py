"""A finding in the making: with its caveats, and the link that it belongs to."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import lru_cache

import attrs

from paired_readouts.divergence._accounts import Account, Pair
from paired_readouts.divergence._confidence import estimate, kind_of
from paired_readouts.model import (
    Evidence,
    Finding,
    FindingCode,
    Severity,
    Slot,
    Span,
    Translation,
)

__all__ = ["LOW", "Found", "evidence", "make_found"]

#: Below this confidence, its own or that of the reading of its statements, a finding says that it
#: should be checked by eye.
LOW = 0.45

_ABSENT = frozenset({FindingCode.ONE_SIDED, FindingCode.CONDITION, FindingCode.QUOTATION})
_WORDING = frozenset({FindingCode.FORCE, FindingCode.NAMING, FindingCode.CERTAINTY})


@attrs.frozen(eq=False, repr=False)
class Found:
    """A finding and where it belongs."""

    finding: Finding
    #: The indexes of the links that it tells of.
    links: tuple[int, ...] = ()
    #: What its confidence was estimated from, by name; empty where that was not learned.
    signs: Mapping[str, float] = attrs.field(factory=dict)


def evidence(account: Account, spans: Iterable[Span], note: str = "") -> tuple[Evidence, ...]:
    """Places in an account, each once and in order, with a note on what they show."""
    return tuple([Evidence(side=account.side, span=s, note=note) for s in sorted(set(spans))])


def make_found(
    pair: Pair,
    code: FindingCode,
    severity: Severity,
    *,
    left: tuple[int, ...] = (),
    right: tuple[int, ...] = (),
    links: tuple[int, ...] = (),
    shows: tuple[Evidence, ...] = (),
    confidence: float = 1.0,
    signs: Mapping[str, float] | None = None,
    extra: tuple[str, ...] = (),
    also: Mapping[str, str] | None = None,
    **slots: str,
) -> Found:
    """A finding with its slots and caveats; without evidence its statements are the evidence.

    Its confidence is estimated from `signs` where these are given, else it is `confidence`, less
    where the statements were not read with certainty.
    """
    slots = {"left": pair.left.label, "right": pair.right.label, **(also or {}), **slots}
    if not shows:
        shows = evidence(pair.left, [pair.left.statements[i].span for i in left])
        shows += evidence(pair.right, [pair.right.statements[i].span for i in right])
    reading = _reading(pair, left, right)
    kind = kind_of(code, on_link=bool(left and right)) if signs else ""
    known = signs if signs and kind else {}
    confidence = round(estimate(kind, known) if known else confidence * reading, 6)
    finding = Finding(
        code=code,
        severity=severity,
        left=left,
        right=right,
        evidence=tuple(dict.fromkeys(shows)),
        slots=tuple([_slot(name, slots[name]) for name in sorted(slots)]),
        caveats=_caveats(pair, code, slots, min(confidence, reading), extra),
        confidence=confidence,
    )
    return Found(finding, links, known)


@lru_cache(maxsize=512)
def _slot(name: str, text: str) -> Slot:
    """A slot; most findings of a pair share the names of the accounts."""
    return Slot(name=name, text=text)


def _reading(pair: Pair, left: tuple[int, ...], right: tuple[int, ...]) -> float:
    """How sure the reading of the least sure of these statements is."""
    sure = [pair.left.statements[i].confidence.value for i in left]
    sure += [pair.right.statements[i].confidence.value for i in right]
    return min(sure, default=1.0)


def _caveats(
    pair: Pair, code: FindingCode, slots: dict[str, str], sureness: float, extra: tuple[str, ...]
) -> tuple[str, ...]:
    words = pair.lexicon.entry("sentences", "caveats")
    told = []
    for account in (pair.left, pair.right):
        # Where the sentence speaks of absence, it says itself how complete the text is.
        if code in _ABSENT and "state" not in slots and account.caveat:
            told.append(account.caveat)
        if code in _WORDING:
            told.extend(
                words.text(name).format(account=account.label)
                for name in _translation(account, pair.lexicon.words("sentences", "original"))
            )
    told.extend(words.text(name) for name in extra)
    if sureness < LOW:
        told.append(words.text("low"))
    return tuple(told)


def _translation(account: Account, originals: frozenset[str]) -> tuple[str, ...]:
    kind = account.version.translation
    if kind in (Translation.OFFICIAL, Translation.UNOFFICIAL):
        return ("translation",)
    if kind is Translation.UNKNOWN and account.version.party not in originals:
        return ("maybe-translation",)
    return ()
