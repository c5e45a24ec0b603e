"""The measures on a pair: each with its counts, the statements it rests on, and how it was made."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from paired_readouts.divergence._accounts import Pair
from paired_readouts.divergence._figures import compatible, figures_of
from paired_readouts.divergence._shape import kendall_tau, linked_places, voice_shares
from paired_readouts.divergence.naming import names_used
from paired_readouts.model import (
    Act,
    Alignment,
    FindingCode,
    Link,
    Measure,
    Measures,
    Relation,
    Severity,
    Side,
)

__all__ = [
    "coverage_units",
    "link_credit",
    "measure_pair",
]

#: What a statement is credited with when its best link differs so much.
CREDIT = {Severity.MINOR: 1.0, Severity.DEGREE: 0.75, Severity.SUBSTANTIVE: 0.5}


def measure_pair(
    pair: Pair,
    *,
    severities: Sequence[Severity | None],
    counts: dict[Severity, int],
    codes: Sequence[frozenset[FindingCode]],
    weights: Mapping[Act, float],
) -> Measures:
    """Every measure. `severities` and `codes` tell, link by link, what was found on it."""
    alignment = pair.alignment
    return Measures(
        coverage_left=_coverage(pair, Side.LEFT),
        coverage_right=_coverage(pair, Side.RIGHT),
        item_coverage_left=_item_coverage(pair, Side.LEFT),
        item_coverage_right=_item_coverage(pair, Side.RIGHT),
        unshared=_unshared(pair),
        disagreement=_disagreement(alignment, severities),
        divergence=_divergence(pair, severities, weights),
        substantive=_count(Severity.SUBSTANTIVE, counts),
        degree=_count(Severity.DEGREE, counts),
        minor=_count(Severity.MINOR, counts),
        attribution=_attribution(alignment, codes),
        force_gap=_force_gap(alignment),
        order=_order(alignment),
        facts=_facts(pair),
        voice=voice_shares(pair),
        naming=names_used(pair),
    )


def _share(
    k: float,
    n: float,
    method: str,
    *,
    left: tuple[int, ...] = (),
    right: tuple[int, ...] = (),
) -> Measure:
    """K of n, or no value where there is nothing to count."""
    if not n:
        return Measure(
            method=f"not defined: there is nothing to count ({method})", left=left, right=right
        )
    return Measure(value=round(k / n, 6), k=k, n=n, method=method, left=left, right=right)


def coverage_units(alignment: Alignment, side: Side) -> tuple[tuple[int, ...], ...]:
    """The statements of a side, each with the frameless ones that continue it."""
    version = alignment.left if side is Side.LEFT else alignment.right
    head: dict[int, int] = {}
    units: dict[int, list[int]] = {}
    for i, statement in enumerate(version.statements):
        start = statement.continues
        head[i] = i if start is None else head[start]
        units.setdefault(head[i], []).append(i)
    return tuple(tuple(unit) for unit in units.values())


def _coverage(pair: Pair, side: Side) -> Measure:
    units = coverage_units(pair.alignment, side)
    alone = set(pair.alone(side))
    covered = [unit for unit in units if not alone.issuperset(unit)]
    return _share(
        len(covered),
        len(units),
        "statements with a counterpart, of all; a sentence that continues a frame counts with it",
        **{side.value: pair.alone(side)},
    )


def _item_coverage(pair: Pair, side: Side) -> Measure:
    links: dict[int, list[Link]] = defaultdict(list)
    for link in pair.alignment.links:
        for i in link.left if side is Side.LEFT else link.right:
            links[i].append(link)
    k = n = 0
    for i, statement in enumerate(pair.account(side).statements):
        items = statement.items or (statement.span,)
        n += len(items)
        if i not in links:
            continue
        rests = [x.left_rest if side is Side.LEFT else x.right_rest for x in links[i]]
        k += sum(any(item not in rest for rest in rests) for item in items)
    return _share(
        k,
        n,
        "items of statements that a link joins, of all items; a statement without items is one",
        **{side.value: pair.alone(side)},
    )


def _unshared(pair: Pair) -> Measure:
    total = len(pair.left.statements) + len(pair.right.statements)
    left, right = pair.alone(Side.LEFT), pair.alone(Side.RIGHT)
    method = "statements without counterpart on both sides, of all statements on both sides"
    return _share(len(left) + len(right), total, method, left=left, right=right)


def _disagreement(alignment: Alignment, severities: Sequence[Severity | None]) -> Measure:
    against = [
        link
        for link, severity in zip(alignment.links, severities, strict=True)
        if link.relation is Relation.CONFLICT or severity in (Severity.DEGREE, Severity.SUBSTANTIVE)
    ]
    return _share(
        len(against),
        len(alignment.links),
        "links that differ above minor or are in conflict, of all links",
        left=_union(link.left for link in against),
        right=_union(link.right for link in against),
    )


def link_credit(link: Link, severity: Severity | None) -> float:
    """What a link credits its statements with: 1 alike, 0 in conflict."""
    if link.relation is Relation.CONFLICT:
        return 0.0
    return 1.0 if severity is None else CREDIT[severity]


def _divergence(
    pair: Pair, severities: Sequence[Severity | None], weights: Mapping[Act, float]
) -> Measure:
    accounts = (pair.left, pair.right)
    given = [[0.0] * len(account.statements) for account in accounts]
    for link, severity in zip(pair.alignment.links, severities, strict=True):
        credit = link_credit(link, severity)
        for values, indexes in zip(given, (link.left, link.right), strict=True):
            for i in indexes:
                values[i] = max(values[i], credit)
    lost = total = 0.0
    for account, values in zip(accounts, given, strict=True):
        for statement, value in zip(account.statements, values, strict=True):
            weight = weights.get(statement.act, 1.0)
            lost += weight * (1.0 - value)
            total += weight
    if not total:
        return Measure(method="not defined: neither account has a statement that counts")
    method = (
        "1 − the mean credit of all statements by their best link: alike or minor 1, "
        "degree 0.75, substantive 0.5, conflict or none 0"
    )
    left, right = (tuple(i for i, value in enumerate(row) if value < 1.0) for row in given)
    return Measure(
        value=round(lost / total, 6),
        k=round(lost, 6),
        n=round(total, 6),
        left=left,
        right=right,
        method=f"{method}; acts weighted by the caller" if weights else method,
    )


def _count(severity: Severity, counts: dict[Severity, int]) -> Measure:
    number = counts.get(severity, 0)
    return Measure(value=float(number), k=number, method=f"findings that are {severity.value}")


def _attribution(alignment: Alignment, codes: Sequence[frozenset[FindingCode]]) -> Measure:
    named = []
    for link, found in zip(alignment.links, codes, strict=True):
        left = any(alignment.left.statements[i].speakers for i in link.left)
        right = any(alignment.right.statements[i].speakers for i in link.right)
        if left and right:
            named.append((link, found))
    parted = (FindingCode.REASSIGNED, FindingCode.JOINT_SINGLE)
    apart = [link for link, found in named if not found.isdisjoint(parted)]
    return _share(
        len(named) - len(apart),
        len(named),
        "links that give the act to the same persons, of those where both sides name somebody",
        left=_union(link.left for link in apart),
        right=_union(link.right for link in apart),
    )


def _force_gap(alignment: Alignment) -> Measure:
    gaps = []
    for link in alignment.links:
        left = [alignment.left.statements[i].force for i in link.left]
        right = [alignment.right.statements[i].force for i in link.right]
        steps = [max((f for f in side if f is not None), default=None) for side in (left, right)]
        if steps[0] is not None and steps[1] is not None:
            gaps.append((link, steps[0] - steps[1]))
    method = "mean steps on the ladder of force, left minus right, of links where both have one"
    if not gaps:
        return Measure(method=f"not defined: no link has a force on both sides ({method})")
    total = sum(gap for _, gap in gaps)
    return Measure(
        value=round(total / len(gaps), 6),
        k=total,
        n=len(gaps),
        left=_union(link.left for link, gap in gaps if gap),
        right=_union(link.right for link, gap in gaps if gap),
        method=method,
    )


def _order(alignment: Alignment) -> Measure:
    places = linked_places(alignment)
    tau = kendall_tau(places)
    method = "Kendall's tau-b of the places of the links in the two texts"
    if tau is None:
        return Measure(
            n=len(places), method=f"not defined: fewer than 4 places to order ({method})"
        )
    return Measure(
        value=tau,
        n=len(places),
        left=_union((a,) for a, _, _ in places),
        right=_union((b,) for _, b, _ in places),
        method=method,
    )


def _facts(pair: Pair) -> Measure:
    equal = both = alone = 0
    for link in pair.alignment.links:
        left, right = figures_of(pair.left, link.left), figures_of(pair.right, link.right)
        alone += len(set(left) ^ set(right))
        for unit in sorted(set(left) & set(right)):
            both += 1
            equal += any(compatible(a.value, b.value) for a in left[unit] for b in right[unit])
    method = (
        "kinds of figure (a unit, or dates) that agree, of those that both sides of a link give"
    )
    if alone:
        method += f"; {alone} more on one side alone"
    return _share(equal, both, method)


def _union(groups: Iterable[tuple[int, ...]]) -> tuple[int, ...]:
    return tuple(sorted({i for group in groups for i in group}))
