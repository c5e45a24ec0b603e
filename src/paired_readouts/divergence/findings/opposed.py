"""Claims of the two sides that stand against each other."""

from __future__ import annotations

from collections.abc import Iterator

from paired_readouts.divergence._accounts import SIDES, Account, Pair
from paired_readouts.divergence._found import Found, evidence, make_found
from paired_readouts.divergence._linked import Linked, Reading
from paired_readouts.divergence._quoting import line
from paired_readouts.model import Act, Difference, FindingCode, Relation, Severity, Side

__all__ = ["find_against_each_other"]

# How sure a finding on a link is: as the link, a little less.
_LINKED = 0.85
_CHARGES = frozenset({Act.CRITICIZE, Act.WARN, Act.REJECT})


def find_against_each_other(reading: Reading) -> Iterator[Found]:
    """Opposed claims of the two principals, each in its own side's account.

    First those on a linked question. Where there are none, at most one pair of statements without
    a link, the two that oppose each other most: that they belong together is the library's guess,
    so the finding says so and never counts as coverage.
    """
    linked = [found for one in reading.links for found in _on_link(reading.pair, one)]
    yield from linked or _set_side_by_side(reading)


def _on_link(pair: Pair, linked: Linked) -> Iterator[Found]:
    """A linked question on which each side's principal takes the other's charge away.

    Or on which the two judge in opposed ways, by the link's own difference.
    """
    if not linked.shows(Difference.SPEAKER, Difference.STANCE):
        return
    own = [
        [i for i in linked.indexes(a.side) if a.standing(i) == "own"]
        for a in (pair.left, pair.right)
    ]
    score, left, right = _most_opposed(pair, *own)
    sure = max(_sureness(score), _LINKED * linked.link.score)
    places = [[left], [right]]
    if score <= 0:
        if not (all(own) and linked.parted and Difference.STANCE in linked.link.differences):
            return
        left, right = (
            _most_shared(linked, side, mine) for side, mine in zip(SIDES, own, strict=True)
        )
        places = own
    yield make_found(
        pair,
        FindingCode.AGAINST_EACH_OTHER,
        Severity.SUBSTANTIVE,
        left=tuple(places[0]),
        right=tuple(places[1]),
        links=(linked.position,),
        confidence=sure,
        extra=linked.caveats,
        form="linked",
        matter=linked.matter,
        left_line=line(pair.left, left),
        right_line=line(pair.right, right),
    )


def _most_shared(linked: Linked, side: Side, places: list[int]) -> int:
    return max(places, key=lambda i: (linked.known[side][i], -i))


def _set_side_by_side(reading: Reading) -> Iterator[Found]:
    pair = reading.pair
    held = {a.side: _positions(a, reading.links) for a in (pair.left, pair.right)}
    score, i, j = _most_opposed(pair, held[Side.LEFT], held[Side.RIGHT])
    if score <= 0:
        return
    cues = [
        (a, a.find_cues((k,), "charge", "rebuttal")) for a, k in ((pair.left, i), (pair.right, j))
    ]
    yield make_found(
        pair,
        FindingCode.AGAINST_EACH_OTHER,
        Severity.SUBSTANTIVE,
        left=(i,),
        right=(j,),
        shows=tuple(e for a, c in cues for e in evidence(a, (x.span for x in c), "opposed")),
        confidence=_sureness(score),
        extra=("set",),
        form="set",
        matter=", ".join(_common(pair.left, i, pair.right, j)),
        left_line=line(pair.left, i),
        right_line=line(pair.right, j),
    )


def _most_opposed(pair: Pair, left: list[int], right: list[int]) -> tuple[float, int, int]:
    """The two of these statements that oppose each other most clearly, and how clearly."""
    scored = [(_opposition(pair.left, i, pair.right, j), i, j) for i in left for j in right]
    return max(
        scored,
        key=lambda row: (row[0], -row[1] - row[2], *pair.settle(-row[1], -row[2])),
        default=(0.0, 0, 0),
    )


def _sureness(score: float) -> float:
    return min(0.6, 0.3 + 0.1 * score)


def _positions(account: Account, links: tuple[Linked, ...]) -> list[int]:
    """The account's own principal's lines that charge or rebut, and are not linked as shared."""
    shared = {
        i
        for one in links
        if one.link.relation is not Relation.CONFLICT
        for i in one.indexes(account.side)
    }
    return [
        i
        for i in range(len(account.statements))
        if i not in shared and account.standing(i) == "own" and _stands(account, i)
    ]


def _stands(account: Account, index: int) -> frozenset[str]:
    """Whether a line charges, turns a charge away ("rebuttal"), or is aimed at the other side."""
    kinds = {c.kind for c in account.find_cues((index,), "charge", "rebuttal")}
    if account.statements[index].act in _CHARGES:
        kinds.add("charge")
    named = {base for base in account.bases[index] if base.startswith("country:")}
    # A third state that is named may be the one that is charged.
    if kinds and named - {f"country:{account.version.party}"} == {f"country:{account.facing}"}:
        kinds.add("aimed")
    return frozenset(kinds)


def _opposition(left: Account, i: int, right: Account, j: int) -> float:
    """How clearly two lines oppose each other; 0 where they do not.

    They do where one turns away what the other charges, or each is a charge against the other side.
    """
    kinds = (_stands(left, i), _stands(right, j))
    common = _common(left, i, right, j)
    if all("aimed" in one for one in kinds) and common:
        return 1.0 + 0.5 * len(common)
    both = kinds[0] | kinds[1]
    if "rebuttal" not in both or "charge" not in both:
        return 0.0
    rebuttals = sum("rebuttal" in one for one in kinds)
    return rebuttals + 0.5 * len(common) if common or rebuttals == 2 else 0.0


def _common(left: Account, i: int, right: Account, j: int) -> list[str]:
    """Topics and telling words that both lines have."""
    topics = set(left.statements[i].topics) & set(right.statements[j].topics)
    words = {b for b in left.bases[i] if b in right.bases[j]}
    return sorted(topics) + sorted(w.split(":")[-1] for w in words)
