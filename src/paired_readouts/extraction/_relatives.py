"""Relative clauses that report: "…, who thanked …", "…, which was accepted with pleasure"."""

from __future__ import annotations

from collections.abc import Sequence

from paired_readouts.extraction._actors import ActorKind
from paired_readouts.extraction._cast import Resolution
from paired_readouts.extraction._frame import Frame, Spot
from paired_readouts.extraction._scene import Scene
from paired_readouts.model import Act

__all__ = ["find_relative"]

_PEOPLE = frozenset({ActorKind.NAME, ActorKind.TITLE})
_EARLIER = frozenset({"had", "has", "have"})


def find_relative(
    scene: Scene, frames: Sequence[Frame], spot: Spot, before: int
) -> tuple[int, Resolution] | None:
    """Where the clause behind `frames` begins and who reports in it; None where nobody does.

    `before` is the token before the verb's adverbs and auxiliaries.
    """
    if not frames:
        return None
    lower, last = scene.tokens.lower, frames[-1]
    if lower[before] == "who":
        return _of_somebody(scene, last, before)
    actor = scene.ends.get(before)
    which = before if actor is None else actor.first - 1
    if spot.verb.lemma != "accept" or lower[which - 1 : which + 1] != [",", "which"]:
        return None
    if actor is not None and actor.kind in _PEOPLE:
        found = scene.resolve([actor])
        return (which, found) if found and found.participants else None
    return (which, _other(scene, last)) if last.act is Act.PROPOSE else None


def _of_somebody(scene: Scene, last: Frame, who: int) -> tuple[int, Resolution] | None:
    """The clause that begins at `who`, where somebody known stands before it."""
    actor = scene.ends.get(who - 2)
    if scene.tokens.lower[who - 1] != "," or actor is None or actor.possessive:
        return None
    if actor.kind not in _PEOPLE or actor.first <= last.verb[1]:
        return None
    if scene.tokens.lower[who + 1] in _EARLIER:
        return None
    found = scene.resolve([actor])
    return (who, found) if found and found.participants else None


def _other(scene: Scene, last: Frame) -> Resolution:
    """Who answers the one who acted last."""
    others = tuple(p for p in scene.cast.participants if p not in last.speakers.participants)
    return Resolution(others if len(others) == 1 else (), "the one invited", 0.85)
