"""What leads to the infinitive of a reporting verb: "was keen to stress", "failed to agree"."""

from __future__ import annotations

from typing import NamedTuple

from paired_readouts.extraction._frame import Spot
from paired_readouts.extraction._inflection import Form
from paired_readouts.extraction._scene import Scene

__all__ = ["Lead", "find_lead", "find_united", "leads_on"]

# "took great care to" has so many words before its "to", "took this great opportunity to" too.
_LONGEST = 4
_OPPORTUNITIES = frozenset({"opportunity", "occasion"})
_TAKING = frozenset({"took", "used", "seized"})


class Lead(NamedTuple):
    """The main verb before an infinitive, and whether it says that the act was not done."""

    at: int
    denied: bool = False


def find_lead(scene: Scene, spot: Spot) -> Lead | None:
    """What leads to the infinitive at `spot`, whose "to" stands before it."""
    lower, before = scene.tokens.lower, spot.at - 2
    if before > spot.low and lower[before] in _OPPORTUNITIES:
        for at in range(before - 1, max(spot.low, before - _LONGEST), -1):
            if lower[at] in _TAKING:
                return Lead(at)
        return None
    for at in range(before, max(spot.low, before - _LONGEST), -1):
        found = scene.grammar.leads.match(lower, at, spot.at)
        if found is not None and found[0] == spot.at:
            return Lead(at, denied=found[1])
    return None


def find_united(scene: Scene, spot: Spot) -> int | None:
    """The first token of "united in" before the verb at `spot`; None where it does not stand there.

    As in "They were united in urging restraint" and "were at one in condemning".
    """
    united, lower = scene.grammar.phrases["united"], scene.tokens.lower
    for at in range(max(spot.low + 1, spot.at - _LONGEST), spot.at - 1):
        found = united.match(lower, at)
        if found is not None and found[0] == spot.at:
            return at
    return None


def leads_on(scene: Scene, at: int) -> bool:
    """Whether a verb only leads to another one: "wished to thank", "ended by thanking"."""
    lower = scene.tokens.lower
    if lower[at] in scene.grammar.sets["beginnings"] and lower[at + 1 : at + 2] == ["by"]:
        return True
    if scene.grammar.phrases["presence"].match(lower, at) is not None:
        return True  # "plan to meet" tells what will follow
    if at + 1 < len(lower) and lower[at] in scene.grammar.sets["be"]:
        united = scene.grammar.phrases["united"].match(lower, at + 1)
        if united is not None and united[0] < len(lower):
            return any(f == Form.ING for f, _ in scene.grammar.verbs.get(lower[united[0]], ()))
    found = scene.grammar.leads.match(lower, at)
    if found is None or found[1] or found[0] == len(lower):
        return False
    verbs = scene.grammar.verbs.get(lower[found[0]], ())
    return any(f == Form.BASE and not (v.first_only or v.noun_only) for f, v in verbs)
