"""Whose words: the same matter in another mouth, jointly or alone, or from its two ends."""

from __future__ import annotations

from collections.abc import Iterator

from paired_readouts.divergence._accounts import Pair
from paired_readouts.divergence._found import Found
from paired_readouts.divergence._linked import Linked, of_link
from paired_readouts.divergence._names import names_of
from paired_readouts.model import Act, Difference, FindingCode, Severity, Side

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
    if not (linked.shows(Difference.SPEAKER) and linked.parted):
        return False
    left, right = linked.acts(Side.LEFT), linked.acts(Side.RIGHT)
    pairs = [(a, b) for a in left for b in right] + [(b, a) for a in left for b in right]
    return any(answered in _ANSWERS.get(act, ()) for act, answered in pairs)


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
    left, right = linked.speakers(Side.LEFT), linked.speakers(Side.RIGHT)
    if not (linked.shows(Difference.SPEAKER) and left and right) or left.keys() == right.keys():
        return
    if not (left.keys() <= right.keys() or right.keys() <= left.keys()):
        return
    joint = Side.LEFT if len(left) > len(right) else Side.RIGHT
    single = joint.other
    yield of_link(
        pair,
        linked,
        FindingCode.JOINT_SINGLE,
        Severity.DEGREE,
        form="joint",
        joint=pair.account(joint).label,
        single=pair.account(single).label,
        joint_who=names_of(linked.speakers(joint).values(), pair.lexicon),
        single_who=names_of(linked.speakers(single).values(), pair.lexicon),
        joint_line=linked.line(joint),
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
