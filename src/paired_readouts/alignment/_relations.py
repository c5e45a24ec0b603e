"""How the two sides of a link stand to each other: same, differs and in what, or conflict."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from paired_readouts.alignment import _contact, _stances
from paired_readouts.alignment._facts import find_facts
from paired_readouts.alignment._items import Side as Words
from paired_readouts.alignment._items import read_side, split_items
from paired_readouts.alignment._profiles import Profile
from paired_readouts.lexicon import Lexicon
from paired_readouts.model import (
    Act,
    Difference,
    Evidence,
    Relation,
    Side,
    Span,
    Version,
)

__all__ = ["Related", "Relating", "relate"]

# How strong an act is: a step of one or more is another strength, and so is agreement on one side
# alone. Between saying and stressing is less than a step: offices differ in the verbs they like.
_FORCE = {
    Act.DISCUSS: 1.0,
    Act.STATE: 2.5,
    Act.EMPHASIZE: 3.0,
    Act.EXPRESS: 3.0,
    Act.PRAISE: 3.0,
    Act.PROPOSE: 3.0,
    Act.COMMIT: 3.0,
    Act.AGREE: 3.5,
    Act.REQUEST: 4.0,
    Act.CRITICIZE: 4.5,
    Act.REJECT: 4.5,
    Act.WARN: 5.0,
}
_GIVING = frozenset({Act.STATE, Act.COMMIT, Act.EMPHASIZE, Act.DISCUSS, Act.AGREE, Act.PROPOSE})
# So many informative words on one side alone are more than wording.
_LEFT_OVER = 3
_GIVER_LEFT_OVER = 3
# That they will speak again is soon said in other words.
_CLOSING_LEFT_OVER = 4


class Relating(NamedTuple):
    """What all links of one alignment are related with."""

    left: Version
    right: Version
    lexicon: Lexicon


class Related(NamedTuple):
    """How the two sides of one link stand to each other."""

    relation: Relation
    differences: tuple[Difference, ...] = ()
    evidence: tuple[Evidence, ...] = ()
    left_items: tuple[Span, ...] = ()
    right_items: tuple[Span, ...] = ()
    left_rest: tuple[Span, ...] = ()
    right_rest: tuple[Span, ...] = ()


def relate(relating: Relating, left: tuple[Profile, ...], right: tuple[Profile, ...]) -> Related:
    """The relation of a link between these statements, its differences, and their evidence."""
    a, b = read_side(left), read_side(right)
    if all(p.contact for p in (*left, *right)):
        return Related(*_contact.relate(relating.left, relating.right))
    left_items, left_rest = split_items(a, b)
    right_items, right_rest = split_items(b, a)
    found = {kind: rule(a, b, relating.lexicon) for kind, rule in _RULES}
    opposed = _stances.find_conflict(a, b, relating.lexicon)
    callers = _contact.find_callers(relating.left, relating.right, a, b)
    if opposed:
        found[Difference.STANCE] = []
    if callers:
        found[Difference.FACTS], opposed = callers, [*opposed, *callers]
    kinds = tuple(sorted(kind for kind, shown in found.items() if shown))
    relation = Relation.CONFLICT if opposed else Relation.DIFFERS if kinds else Relation.SAME
    evidence = [e for kind in kinds for e in found[kind]]
    return Related(
        relation,
        kinds,
        tuple(dict.fromkeys((*opposed, *evidence))),
        left_items,
        right_items,
        left_rest,
        right_rest,
    )


def _find_speakers(a: Words, b: Words, _: Lexicon) -> list[Evidence]:
    """Others, more or fewer are said to have said it; a side that names nobody is no evidence."""
    one, other = a.people, b.people
    if not one or not other or one == other:
        return []
    return [
        Evidence(side=side, span=_frame(p), note=f"speaker: {', '.join(sorted(p.speakers))}")
        for side, words in ((Side.LEFT, a), (Side.RIGHT, b))
        for p in words.profiles
        if p.speakers
    ]


def _find_force(a: Words, b: Words, _: Lexicon) -> list[Evidence]:
    """Acts of another strength; what one gives and the other thanks for is one strength."""
    left, right = _strongest(a), _strongest(b)
    if left is None or right is None:
        return []
    agreed = (left.act is Act.AGREE) != (right.act is Act.AGREE)
    if not agreed and abs(_FORCE[left.act] - _FORCE[right.act]) < 1.0:
        return []
    if _giver(a, b) is not None:
        return []
    return [
        Evidence(side=Side.LEFT, span=_frame(left), note=f"act: {left.act.value}"),
        Evidence(side=Side.RIGHT, span=_frame(right), note=f"act: {right.act.value}"),
    ]


def _strongest(words: Words) -> Profile | None:
    acting = [p for p in words.profiles if p.act in _FORCE]
    return max(acting, key=lambda p: _FORCE[p.act], default=None)


def _giver(a: Words, b: Words) -> Words | None:
    """The side that gives what the other thanks for or welcomes; None where it is not so."""
    if a.people & b.people:
        return None
    for giving, taking in ((a, b), (b, a)):
        if Act.PRAISE in taking.acts and giving.acts <= _GIVING and giving.people and taking.people:
            return giving
    return None


def _find_detail(a: Words, b: Words, _: Lexicon) -> list[Evidence]:
    """Words that one side alone has, more than wording; of thanks, what the giver alone tells."""
    giver = _giver(a, b)
    closing = all(p.closing for p in (*a.profiles, *b.profiles))
    least = _CLOSING_LEFT_OVER if closing else _LEFT_OVER
    evidence: list[Evidence] = []
    for side, words, other in ((Side.LEFT, a, b), (Side.RIGHT, b, a)):
        over = [
            (p, i) for p in words.profiles for i, keys in p.marks if other.known.isdisjoint(keys)
        ]
        if giver is None:
            enough = len(over) >= least
        else:
            enough = words is giver and len(over) >= _GIVER_LEFT_OVER
        if enough:
            evidence += [
                Evidence(side=side, span=span, note="only here") for span in _join_places(over)
            ]
    return evidence


def _join_places(over: list[tuple[Profile, int]]) -> list[Span]:
    """Neighbouring words as one span, a word or two between them included."""
    runs: list[tuple[Profile, int, int]] = []
    for profile, i in over:
        if runs and runs[-1][0] is profile and i - runs[-1][2] <= 2:
            runs[-1] = (profile, runs[-1][1], i)
        else:
            runs.append((profile, i, i))
    return [profile.tokens.span(first, last) for profile, first, last in runs]


def _frame(profile: Profile) -> Span:
    return profile.statement.verb or profile.statement.span


_RULES: tuple[tuple[Difference, Callable[[Words, Words, Lexicon], list[Evidence]]], ...] = (
    (Difference.SPEAKER, _find_speakers),
    (Difference.FORCE, _find_force),
    (Difference.DETAIL, _find_detail),
    (Difference.FACTS, find_facts),
    (Difference.TERMS, _stances.find_terms),
    (Difference.STANCE, _stances.find_stance),
)
