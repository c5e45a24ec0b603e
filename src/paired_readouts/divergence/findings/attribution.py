"""Whose words: the same matter in another mouth, jointly or alone, or from its two ends."""

from __future__ import annotations

from collections.abc import Iterator

from paired_readouts.divergence._accounts import SIDES, Pair
from paired_readouts.divergence._found import Found
from paired_readouts.divergence._linked import Linked, of_link
from paired_readouts.divergence._names import key_of, names_of
from paired_readouts.divergence._quoting import line
from paired_readouts.model import Act, Difference, FindingCode, Severity, Side, Statement

__all__ = ["find_joint_single", "find_reassigned", "find_reciprocal", "tells_two_ends"]

# Acts of one person that answer an act of another: thanks for what was said, a promise for a plea.
_ANSWERS = {
    Act.PRAISE: frozenset(Act) - {Act.PRAISE, Act.NARRATE},
    Act.REQUEST: frozenset({Act.COMMIT, Act.AGREE, Act.REJECT}),
    Act.PROPOSE: frozenset({Act.AGREE, Act.REJECT}),
}

# The least that the two sides of one claim share: of the poorer one's words, of the richer one's,
# and in words that are no names.
_POORER = 0.4
_RICHER = 0.25
_CLAIM = 2
_NAMES = ("country:", "place:", "organisation:", "person:")


def tells_two_ends(linked: Linked) -> bool:
    """Whether the link joins an act of one person and another's answer to it."""
    if not linked.shows(Difference.SPEAKER):
        return False
    # What each side says of the shared matter decides, whoever else speaks in the same link.
    left, right = (linked.pair.account(s).statements[linked.key_index(s)] for s in SIDES)
    if not (left.speakers and right.speakers) or _share_speaker(left, right):
        return False
    return right.act in _ANSWERS.get(left.act, ()) or left.act in _ANSWERS.get(right.act, ())


def _share_speaker(one: Statement, other: Statement) -> bool:
    return not {key_of(p) for p in one.speakers}.isdisjoint(key_of(p) for p in other.speakers)


def find_reassigned(pair: Pair, linked: Linked) -> Iterator[Found]:
    """One claim, one person's in the one account and another person's in the other."""
    if not (linked.shows(Difference.SPEAKER) and linked.parted) or tells_two_ends(linked):
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
    if not linked.shows(Difference.SPEAKER) or tells_two_ends(linked):
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
    if not tells_two_ends(linked):
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
