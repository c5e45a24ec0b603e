"""Whether a verb behind a frame is a further one of its subject, or only describes a noun."""

from __future__ import annotations

from paired_readouts.extraction._actors import ActorKind
from paired_readouts.extraction._frame import INNER, WEAK, Frame, Spot
from paired_readouts.extraction._grammar import Grammar
from paired_readouts.extraction._inflection import Form
from paired_readouts.extraction._scene import Scene
from paired_readouts.model import Act

__all__ = ["describes", "find_fact", "goes_on"]

_PEOPLE = frozenset({ActorKind.NAME, ActorKind.TITLE, ActorKind.JOINT, ActorKind.HE, ActorKind.SHE})
_LONGEST_FACT = 40


def describes(scene: Scene, spot: Spot, before: int, last: Frame) -> bool:
    """As in "concerted and coordinated efforts": two words on a noun."""
    lower, sets = scene.tokens.lower, scene.grammar.sets
    both = lower[before - 1].endswith("ed") and lower[spot.at].endswith("ed")
    if before - 1 <= last.verb[1] or not both:
        return False
    following = lower[spot.end : spot.end + 1]
    objects = sets["determiners"] | sets["complement-openers"] | {"that"}
    return not spot.verb.rest and objects.isdisjoint(following)


def find_fact(scene: Scene, spot: Spot, before: int) -> Frame | None:
    """What is told before the "and" of a verb: "They watched the launch and thanked …"."""
    lower, grammar = scene.tokens.lower, scene.grammar
    if lower[before] != "and" or before - spot.low > _LONGEST_FACT:
        return None
    if spot.verb.act in WEAK:  # "watched the guard and introduced their delegations"
        return None
    for at in range(spot.low + 1, before):
        word = lower[at]
        if not grammar.tells_fact(word) or word in grammar.verbs:
            continue
        last, passed = scene.step_back(at, spot.low)
        if not passed.isdisjoint(grammar.sets["auxiliaries"]):
            return None
        subject = scene.subject(last, spot.low, Form.PAST)
        if subject is None or subject.actor.kind not in _PEOPLE:
            continue
        if not subject.who.participants or not INNER.isdisjoint(lower[spot.low : before]):
            return None
        return Frame(spot.low, (at, at), Act.NARRATE, None, "", subject.who, "fact")
    return None


def goes_on(scene: Scene, spot: Spot) -> bool:
    """Whether "…, praised …" goes on as a list of verbs, or has a that-clause."""
    lower = scene.tokens.lower
    if lower[spot.end : spot.end + 1] == ["that"]:
        return True
    return any(
        lower[at] == "and" and _is_like(scene.grammar, lower[at + 1], spot.form)
        for at in range(spot.end, spot.high - 1)
    )


def _is_like(grammar: Grammar, word: str, form: str) -> bool:
    """Whether a word is a verb in the same tense, a fact's among them."""
    if form == Form.THIRD:
        return grammar.is_third_person(word)
    return grammar.is_past(word) or word in grammar.sets["fact-verbs"]
