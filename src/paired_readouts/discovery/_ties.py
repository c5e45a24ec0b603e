"""Whether two releases report one conversation, and why."""

from __future__ import annotations

from collections.abc import Callable

import attrs

from paired_readouts.discovery._digest import Digest
from paired_readouts.discovery._names import Person, is_same
from paired_readouts.model import ConversationKind

__all__ = ["LEAST", "Tie", "are_rivals", "days_between", "find_tie"]

Specifics = Callable[[Digest], frozenset[str]]

_REMOTE = frozenset({ConversationKind.CALL, ConversationKind.VIDEO})
_IN_PERSON = frozenset({ConversationKind.MEETING, ConversationKind.VISIT})
_MEETING_ALIKE = frozenset({ConversationKind.VIDEO, ConversationKind.MEETING})
_ALL_BUT_EQUAL = 0.75
# The log odds from which two are tied.
LEAST = 0.0
# So many of the words that two share are named.
_SHOWN = 5
# What each kind of evidence adds to the log odds.
_BASE, _OVERLAP, _SHARED, _WORDS = -4.5, 3.0, 2.5, 6.0
# The share of telling words that two accounts by the same leaders of different days have too.
_USUAL_SHARE = 0.35
# Where one names people of other parties, and none of those who speak for the other account.
_NOT_NAMED = -3.0
_SAME_DAY, _BOTH_TELL_ANOTHER_DAY = 1.0, -1.5
_SAME_KIND, _LIKE_KIND, _UNKNOWN_KIND, _OTHER_KIND = 1.0, 0.3, 0.3, -5.0


@attrs.frozen
class Tie:
    """Two digests that may be of one conversation."""

    left: int
    right: int
    #: How much speaks for it: log odds, as the weights below give them.
    odds: float
    #: Why, one sentence each.
    evidence: tuple[str, ...]


def days_between(left: Digest, right: Digest) -> int | None:
    """The days between what two tell, at the least; None where one tells no day."""
    if not left.days or not right.days:
        return None
    return min(abs((a - b).days) for a in left.days for b in right.days)


def are_rivals(left: Digest, right: Digest) -> bool:
    """Whether two cannot be of one conversation unless a tie joins them."""
    gap = days_between(left, right)
    return (
        left.version is right.version
        or (left.party == right.party != "")
        or gap is None
        or gap > 2
        or _kind_weight(left.kind, right.kind) == _OTHER_KIND
    )


def find_tie(
    digests: tuple[Digest, ...],
    left: int,
    right: int,
    specifics: Specifics,
    *,
    least: float = LEAST,
) -> Tie | None:
    """The tie between two digests; None where they report different conversations."""
    a, b = digests[left], digests[right]
    gap = days_between(a, b)
    if a.version is b.version or gap is None or gap > 1:
        return None
    matched = _match(a.people, b.people)
    if not matched or not _fit(a, b):
        return None
    common = _Common(matched, gap, specifics(a), specifics(b))
    if a.party == b.party != "" and not _same_office(a, b, common):
        return None
    odds = _weigh(a, b, common)
    return Tie(left, right, odds, _tell(a, b, common)) if odds >= least else None


@attrs.frozen
class _Common:
    """What two digests have in common."""

    people: list[Person]
    #: The days between what they tell.
    gap: int
    #: The telling words of each.
    left: frozenset[str]
    right: frozenset[str]

    @property
    def words(self) -> int:
        return len(self.left & self.right)


def _weigh(a: Digest, b: Digest, common: _Common) -> float:
    """The log odds that two report one conversation."""
    alike, all_people = len(common.people), len(a.people) + len(b.people)
    fewest = max(1, min(len(common.left), len(common.right)))
    return (
        _BASE
        + _OVERLAP * alike / min(len(a.people), len(b.people))
        + _SHARED * alike / (all_people - alike)
        + _WORDS * (common.words / fewest - _USUAL_SHARE)
        + sum(_NOT_NAMED for one, other in ((a, b), (b, a)) if _overlooks(one, other))
        + _day_weight(a, b, common.gap)
        + _kind_weight(a.kind, b.kind)
    )


def _match(left: tuple[Person, ...], right: tuple[Person, ...]) -> list[Person]:
    """The people of `left` who are among `right`, each of whom stands for one."""
    rest = list(right)
    matched = []
    for person in left:
        found = next((other for other in rest if is_same(person, other)), None)
        if found is not None:
            rest.remove(found)
            matched.append(found if person.unnamed else person)
    return matched


def _fit(a: Digest, b: Digest) -> bool:
    """Whether each tells of the other's party, and neither names others of the two parties."""
    for one, other in ((a, b), (b, a)):
        if not one.party:
            continue
        named, theirs = one.named(one.party), other.named(one.party)
        if named and theirs and not any(is_same(p, q) for p in named for q in theirs):
            return False
        known = one.party in other.parties or any(
            is_same(p, q) for p in one.own for q in other.people
        )
        if not known:
            return False
    return True


def _overlooks(one: Digest, other: Digest) -> bool:
    """Whether `one` names people of other parties, but nobody of those of `other`."""
    theirs = other.named(other.party) if other.party else ()
    foreign = [p for p in one.people if not p.unnamed and p not in one.own]
    return bool(theirs and foreign) and not any(is_same(p, q) for p in theirs for q in one.people)


def _same_office(a: Digest, b: Digest, common: _Common) -> bool:
    """Whether two of one party are a release and its correction, transcript or like account.

    One office does not report a conversation twice in the same way: then there were two.
    """
    if len(common.people) < min(len(a.people), len(b.people)):
        return False
    if common.words >= _ALL_BUT_EQUAL * len(common.left | common.right):
        return True
    two_offices = bool(a.version.issuer and b.version.issuer) and (
        a.version.issuer != b.version.issuer
    )
    return common.gap == 0 and (a.genre != b.genre or two_offices)


def _day_weight(a: Digest, b: Digest, gap: int) -> float:
    if gap == 0:
        return _SAME_DAY
    return _BOTH_TELL_ANOTHER_DAY if a.told and b.told else 0.0


def _kind_weight(a: ConversationKind, b: ConversationKind) -> float:
    pair = {a, b}
    if ConversationKind.OTHER in pair:
        return _UNKNOWN_KIND
    if len(pair) == 1:
        return _SAME_KIND
    if pair <= _REMOTE or pair <= _IN_PERSON or pair <= _MEETING_ALIKE:
        return _LIKE_KIND
    return _OTHER_KIND


def _tell(a: Digest, b: Digest, common: _Common) -> tuple[str, ...]:
    one, other = (d.party or "an unknown party" for d in (a, b))
    who = ", ".join(sorted({p.family.title() for p in common.people if not p.unnamed}))
    when = f"{one} tells of {a.days[0]}, {other} of {b.days[0]}: a day apart."
    if common.gap == 0:
        when = f"{one} and {other} both tell of {min(set(a.days) & set(b.days))}."
    how = f"{one} tells of a contact of the kind {a.kind}, {other} of the kind {b.kind}."
    if a.kind is b.kind:
        how = f"Both tell of a contact of the kind {a.kind}."
    named = f"Both name {who}." if who else "Both tell of the same offices."
    return (when, named, how, _tell_words(common))


def _tell_words(common: _Common) -> str:
    """The longest of the telling words that both have."""
    words = sorted(common.left & common.right, key=lambda word: (-len(word), word))
    if not words:
        return "They share no telling words."
    more = f" and {len(words) - _SHOWN} more" if len(words) > _SHOWN else ""
    return f"Telling words of both: {', '.join(words[:_SHOWN])}{more}."
