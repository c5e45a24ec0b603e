"""Whether a verb behind a frame is a further one of its subject, or only describes a noun."""

from __future__ import annotations

from paired_readouts.extraction._frame import Frame, Spot
from paired_readouts.extraction._grammar import Grammar
from paired_readouts.extraction._inflection import Form
from paired_readouts.extraction._scene import Scene

__all__ = ["describes", "goes_on"]


def describes(scene: Scene, spot: Spot, before: int, last: Frame) -> bool:
    """As in "concerted and coordinated efforts": two words on a noun."""
    lower, sets = scene.tokens.lower, scene.grammar.sets
    if before - 1 <= last.verb[1] or not lower[before - 1].endswith("ed"):
        return False
    following = lower[spot.end : spot.end + 1]
    objects = sets["determiners"] | sets["complement-openers"] | {"that"}
    return not spot.verb.rest and objects.isdisjoint(following)


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
