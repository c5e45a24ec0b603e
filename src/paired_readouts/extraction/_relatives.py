"""Relative clauses that report: "…, who thanked …", "…, which was accepted with pleasure"."""

from __future__ import annotations

from collections.abc import Sequence

from paired_readouts.extraction._cast import Resolution
from paired_readouts.extraction._frame import WEAK, Frame, Spot
from paired_readouts.extraction._inflection import Form
from paired_readouts.extraction._scene import Scene
from paired_readouts.model import Act, Participant

__all__ = ["find_main", "find_other", "find_relative", "only_describes"]

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
    answers = spot.verb.lemma == "accept" and last.act is Act.PROPOSE
    if lower[before] == "who":
        somebody = _of_somebody(scene, last, before)
        if somebody is None and answers:
            return before, find_other(scene, last.speakers.participants)
        return somebody
    actor = scene.ends.get(before)
    which = before if actor is None else actor.first - 1
    if spot.verb.lemma != "accept" or lower[which - 1 : which + 1] != [",", "which"]:
        return None
    if actor is not None and actor.is_person:
        found = scene.resolve([actor])
        return (which, found) if found and found.participants else None
    return (which, find_other(scene, last.speakers.participants)) if answers else None


def only_describes(scene: Scene, spot: Spot, first: int, passed: frozenset[str]) -> bool:
    """Whether "which they …" only describes: "the surplus to which they have given rise".

    `first` is the subject's first token. ", which he condemned" reports, ", which he said is" not.
    """
    if spot.form != Form.PAST and passed.isdisjoint({"was", "were", "had", "did"}):
        return True
    return scene.tokens.lower[first - 2] == "," and spot.verb.act in WEAK


def find_main(scene: Scene, frames: Sequence[Frame], before: int) -> Resolution:
    """Whose a further verb is: after a relative clause and ", and" again the main subject's."""
    main = [frame.speakers for frame in frames if frame.kind != "relative"]
    past = frames[-1].kind == "relative" and scene.tokens.lower[before - 1 : before + 1] == [
        ",",
        "and",
    ]
    return main[-1] if past and main else frames[-1].speakers


def _of_somebody(scene: Scene, last: Frame, who: int) -> tuple[int, Resolution] | None:
    """The clause that begins at `who`, where somebody known stands before it."""
    actor = scene.ends.get(who - 2)
    if scene.tokens.lower[who - 1] != "," or actor is None or actor.possessive:
        return None
    if not actor.is_person or actor.first <= last.verb[1]:
        return None
    if scene.tokens.lower[who + 1] in _EARLIER:
        return None
    found = scene.resolve([actor])
    return (who, found) if found and found.participants else None


def find_other(scene: Scene, speakers: Sequence[Participant]) -> Resolution:
    """Who answers those who acted last."""
    others = tuple(p for p in scene.cast.participants if p not in speakers)
    return Resolution(others if len(others) == 1 else (), "the one invited", 0.85)
