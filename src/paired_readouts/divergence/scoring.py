"""The divergence of two aligned accounts: findings, measures, ledger and common ground."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence

from paired_readouts.divergence._accounts import Pair
from paired_readouts.divergence._found import Found
from paired_readouts.divergence._linked import Linked, Reading, read_links
from paired_readouts.divergence._reading import read_pair
from paired_readouts.divergence.common import common_ground
from paired_readouts.divergence.findings import ACCOUNT_FINDINGS, LINK_FINDINGS
from paired_readouts.divergence.ledger import undertakings
from paired_readouts.divergence.measures import measure_pair
from paired_readouts.divergence.more import find_own_history, find_shared_silence
from paired_readouts.divergence.ranking import rank_findings
from paired_readouts.lexicon import Lexicon, default_lexicon
from paired_readouts.model import (
    Act,
    Alignment,
    Difference,
    Divergence,
    Evidence,
    Finding,
    FindingCode,
    Relation,
    Severity,
    Version,
)

__all__ = ["score_divergence"]

_ORDER = (Severity.MINOR, Severity.DEGREE, Severity.SUBSTANTIVE)


def score_divergence(
    alignment: Alignment,
    *,
    watch_topics: Sequence[str] = (),
    history: Sequence[Version] = (),
    weights: Mapping[Act, float] | None = None,
    lexicon: Lexicon | None = None,
) -> Divergence:
    """How the two accounts of an alignment differ: measures, findings, undertakings, common ground.

    `watch_topics` are topics of the lexicon, or plain phrases, whose absence from both accounts is
    a finding; `history` are earlier accounts of either party, from which its set phrases are known.
    `weights` makes acts count more or less than one in the measure `divergence`, and nothing else.
    The same alignment gives the same result, and swapping its sides mirrors it.
    """
    words = default_lexicon() if lexicon is None else lexicon
    pair = read_pair(alignment, words)
    links = read_links(pair)
    found = find_all(pair, links)
    found += find_shared_silence(pair, watch_topics)
    found += find_own_history(pair, history)
    findings = rank_findings(pair, found)
    shown: dict[int, list[Finding]] = {one.position: [] for one in links}
    for one in found:
        for position in one.links:
            shown[position].append(one.finding)
    severities = tuple([_severity(one, shown[one.position]) for one in links])
    codes = tuple([frozenset([f.code for f in shown[one.position]]) for one in links])
    counts = Counter(finding.severity for finding in findings)
    return Divergence(
        measures=measure_pair(
            pair, severities=severities, counts=counts, codes=codes, weights=weights or {}
        ),
        findings=findings,
        ledger=undertakings(pair, links),
        common=common_ground(pair, tuple(one.shared for one in links)),
        provenance=alignment.provenance,
    )


def find_all(pair: Pair, links: tuple[Linked, ...]) -> list[Found]:
    """What the tables of findings give, code by code, without repeats."""
    reading = Reading(pair, links)
    # A link that may not be told to differ shows nothing of its own.
    differing = [linked for linked in links if linked.differs]
    found = [one for linked in differing for _, find in LINK_FINDINGS for one in find(pair, linked)]
    found += [one for _, look in ACCOUNT_FINDINGS for one in look(reading)]
    return _without_repeats(pair, _without_implied(found))


# What a code on a link has said already, so that these codes say nothing more there.
_IMPLIED = {
    FindingCode.AGREEMENT: (FindingCode.JOINT_SINGLE, FindingCode.FORCE),
    FindingCode.DENIAL: (FindingCode.FORCE, FindingCode.CERTAINTY),
    FindingCode.REASSIGNED: (FindingCode.FORCE,),
    FindingCode.AGAINST_EACH_OTHER: (
        *(FindingCode.REASSIGNED, FindingCode.FRAMING, FindingCode.DENIAL, FindingCode.FORCE),
    ),
}


def _without_implied(found: list[Found]) -> list[Found]:
    implied: dict[int, set[FindingCode]] = defaultdict(set)
    for one in found:
        for link in one.links:
            implied[link].update(_IMPLIED.get(one.finding.code, ()))
    return [
        one for one in found if not any(one.finding.code in implied[link] for link in one.links)
    ]


def _without_repeats(pair: Pair, found: list[Found]) -> list[Found]:
    """Of findings of one code that rest on the same words, the surest, with the links of all."""
    groups: dict[tuple[FindingCode, tuple[Evidence, ...], str], list[Found]] = {}
    for one in found:
        matter = "" if one.finding.evidence else one.finding.slot("matter")
        groups.setdefault((one.finding.code, one.finding.evidence, matter), []).append(one)
    kept = []
    for group in groups.values():
        if len(group) == 1:
            kept.append(group[0])
            continue
        best = max(group, key=lambda one: _preference(pair, one))
        links = tuple(sorted({n for one in group for n in one.links}))
        kept.append(Found(best.finding, links, best.signs))
    return kept


def _preference(pair: Pair, found: Found) -> tuple[float, int, tuple[tuple[int, ...], ...]]:
    """Surest, then fewest statements; the same from both sides."""
    one = found.finding
    return (one.confidence, -len(one.left) - len(one.right), pair.settle(one.left, one.right))


def _severity(linked: Linked, shown: Sequence[Finding]) -> Severity | None:
    """The worst that was found on a link, by what stands in the link alone.

    Leftover items are not weighed one by one here: whether they are told depends on the rest of the
    other account, and a link's credit must not change with what was not linked.
    """
    here = [one.severity for one in shown if one.code is not FindingCode.ONE_SIDED]
    detail = Difference.DETAIL in linked.link.differences or linked.drops
    if detail or (not here and linked.link.differences):
        here.append(Severity.DEGREE)
    if not here:
        return None if linked.link.relation is Relation.SAME else Severity.MINOR
    return max(here, key=_ORDER.index)
