"""Whose words: the same matter in another mouth, jointly or alone, or from its two ends."""

from __future__ import annotations

from collections.abc import Iterator

from paired_readouts.divergence._accounts import SIDES, Pair
from paired_readouts.divergence._found import Found
from paired_readouts.divergence._linked import Linked, of_link
from paired_readouts.divergence._names import names_of
from paired_readouts.divergence._quoting import line
from paired_readouts.model import Difference, FindingCode, Severity, Side

__all__ = ["find_joint_single", "find_reassigned", "find_reciprocal"]

# The least that the two sides of one claim share: of the poorer one's words, of the richer one's,
# and in words that are no names.
_POORER = 0.4
_RICHER = 0.25
_CLAIM = 2
_NAMES = ("country:", "place:", "organisation:", "person:")


def find_reassigned(pair: Pair, linked: Linked) -> Iterator[Found]:
    """One claim, one person's in the one account and another person's in the other."""
    if not (linked.shows(Difference.SPEAKER) and linked.parted) or linked.two_ends:
        return
    # Two persons on one matter are no two mouths of one claim: that has its words in common.
    if linked.shared.overlap < _POORER or linked.shared.likeness < _RICHER:
        return
    # A place or an organisation that both name is what they speak of, not what they say.
    if sum(not base.startswith(_NAMES) for base in linked.shared.both) < _CLAIM:
        return
    yield of_link(
        pair,
        linked,
        FindingCode.REASSIGNED,
        Severity.SUBSTANTIVE,
        form="persons",
        left_line=linked.line(Side.LEFT),
        right_line=linked.line(Side.RIGHT),
    )


def find_joint_single(pair: Pair, linked: Linked) -> Iterator[Found]:
    """Said by several together in the one account, by some of them alone in the other."""
    if not linked.shows(Difference.SPEAKER) or linked.two_ends:
        return
    sides = {side: linked.speakers(side) for side in SIDES}
    joint = max(SIDES, key=lambda side: len(sides[side]))
    single = joint.other
    together = linked.key(joint, lambda s: len(s.speakers) == len(sides[joint]))
    if together is None or not sides[single] or not sides[single].keys() < sides[joint].keys():
        return
    yield of_link(
        pair,
        linked,
        FindingCode.JOINT_SINGLE,
        Severity.DEGREE,
        form="joint",
        joint=pair.account(joint).label,
        single=pair.account(single).label,
        joint_who=names_of(sides[joint].values(), pair.lexicon),
        single_who=names_of(sides[single].values(), pair.lexicon),
        joint_line=line(pair.account(joint), together),
        single_line=linked.line(single),
    )


def find_reciprocal(pair: Pair, linked: Linked) -> Iterator[Found]:
    """One person's act in the one account, the other's answer to it in the other."""
    if not linked.two_ends:
        return
    yield of_link(
        pair,
        linked,
        FindingCode.RECIPROCAL,
        Severity.MINOR,
        form="ends",
        matter_head=linked.matter,
        left_line=linked.line(Side.LEFT),
        right_line=linked.line(Side.RIGHT),
    )
