"""Which findings are told first: by severity, weight and confidence, one matter after another."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from heapq import heapify, heappop, heappush

from paired_readouts.divergence._accounts import Account, Pair
from paired_readouts.divergence._found import LOW, Found
from paired_readouts.model import Finding, FindingCode, Severity, Side

__all__ = ["rank_findings", "score_finding"]

_SEVERITY = {Severity.SUBSTANTIVE: 1.0, Severity.DEGREE: 0.7, Severity.MINOR: 0.3}
# A second finding on one matter tells a reader less than a first one on another matter.
_REPEATED = 0.2
# How much more or less of what an analyst would tell the code makes likely than most do: small
# wording less, and the logistics; what is minor, but analysts tell it all the same, more.
_CODES = {
    FindingCode.RECIPROCAL: 1.5,
    FindingCode.VOICE: 1.4,
    FindingCode.LENGTH: 1.2,
    FindingCode.NEXT_STEPS: 1.2,
    FindingCode.CREDITED_WORDS: 1.1,
    FindingCode.JOINT_SINGLE: 0.9,
    FindingCode.CONDITION: 0.8,
    FindingCode.NAMING: 0.7,
    FindingCode.VAGUENESS: 0.7,
    FindingCode.CERTAINTY: 0.7,
    FindingCode.FRAMING: 0.6,
    FindingCode.QUOTATION: 0.6,
    FindingCode.INITIATOR: 0.5,
    FindingCode.CONTACT_KIND: 0.5,
    FindingCode.CHANNEL: 0.5,
    FindingCode.FIRST_PUBLISHED: 0.5,
    FindingCode.ORDER: 0.5,
}
# What rests on no statement is about the accounts as wholes.
_WHOLE = 0.3
# How much the lighter of the two sides of a shared matter adds to its weight.
_SECOND = 0.7
# What should be checked by eye is not among the first.
_UNSURE = 0.5
# What is left of many matters is told after them.
_REST = 0.5


def rank_findings(pair: Pair, found: Sequence[Found]) -> tuple[Finding, ...]:
    """The findings, most important first.

    Every finding is scored by its severity, the weight of its statements in their accounts, its
    kind and its confidence. Then the best is taken, again and again, where what was already told
    of the same statements counts down: so the first few are on different matters.
    """
    findings = [one.finding for one in found]
    scores = [score_finding(pair, finding) for finding in findings]
    shown = [_places(pair, finding) for finding in findings]
    waiting = [(-scores[n], _tie(pair, finding), n) for n, finding in enumerate(findings)]
    heapify(waiting)
    told: dict[tuple[Side, int], int] = defaultdict(int)
    ranked: list[Finding] = []
    while waiting:
        _, tie, n = heappop(waiting)
        now = (-scores[n] * _REPEATED ** _repeats(shown[n], told), tie, n)
        # Scores only go down as more is told, so the first that is still best is the best.
        if waiting and now > waiting[0]:
            heappush(waiting, now)
            continue
        ranked.append(findings[n])
        for place in shown[n]:
            told[place] += 1
    return tuple(ranked)


def score_finding(pair: Pair, finding: Finding) -> float:
    """How much a reader would want the finding, before what else is told."""
    weights = sorted((_weight(pair.left, finding.left), _weight(pair.right, finding.right)))
    # What both accounts tell, each in its way, is more of the matter than what one tells.
    weight = weights[1] + _SECOND * weights[0] or _WHOLE
    if finding.slot("form") == "rest":
        weight *= _REST
    code = _CODES.get(finding.code, 1.0)
    sure = finding.confidence * (_UNSURE if finding.confidence < LOW else 1.0)
    return round(_SEVERITY[finding.severity] * code * weight * sure, 9)


def _weight(account: Account, indexes: tuple[int, ...]) -> float:
    """The share of the account's words, damped: a third of a text counts twice a twelfth."""
    words = sum([account.lengths[i] for i in indexes])
    return float((words / account.length) ** 0.5) if account.length else 0.0


def _places(pair: Pair, finding: Finding) -> list[tuple[Side, int]]:
    """The statements whose words the finding shows."""
    return [
        (account.side, i)
        for account, indexes in ((pair.left, finding.left), (pair.right, finding.right))
        for i in indexes
        if any(
            one.side is account.side and one.span.overlaps(account.statements[i].span)
            for one in finding.evidence
        )
    ]


def _repeats(places: list[tuple[Side, int]], told: dict[tuple[Side, int], int]) -> float:
    """How often, on average, these statements were told already."""
    return sum([told[place] for place in places]) / len(places) if places else 0.0


def _tie(pair: Pair, one: Finding) -> tuple[str, str, tuple[tuple[int, ...], ...]]:
    """What decides between findings of one score, the same from both sides."""
    return (one.code.value, one.slot("matter"), pair.settle(one.left, one.right))
