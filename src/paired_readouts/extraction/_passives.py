"""Frames in the passive: "Issues were discussed", "it was noted that", "was said by …"."""

from __future__ import annotations

from collections.abc import Sequence

from paired_readouts.extraction._cast import Resolution
from paired_readouts.extraction._frame import Frame, Spot
from paired_readouts.extraction._scene import Scene
from paired_readouts.model import Act

__all__ = ["find_agent", "find_passive"]

_RELATIVES = frozenset({"that", "which", "who", "where", "if", "whether"})
# "was agreed to …" and "was thanked to …" are frames; "was told to …" is none.
_TOLD_TO = frozenset({Act.PRAISE, Act.AGREE})
_CALLS = frozenset({"call", "conversation", "meeting", "talks", "talk"})
# Who acted stands so many words after the verb at most.
_AGENT_WITHIN = 6


def find_passive(scene: Scene, frames: Sequence[Frame], spot: Spot, before: int) -> int | None:
    """Where the frame of a passive behind `frames` begins; None where it is none.

    `before` is the token before the verb's auxiliaries.
    """
    lower = scene.tokens.lower
    if spot.verb.first_only:
        return None
    if before >= spot.low and lower[before] == "it":
        if scene.grammar.openers.match(lower, before) is not None:
            return None  # "It is recalled that" is in the voice of who issues the text
        return _impersonal(lower, before) if frames else spot.low
    if frames:
        return _joined(lower, frames[-1], before)
    inner = not _RELATIVES.isdisjoint(lower[spot.low : before + 1]) and lower[before] != ","
    if not spot.verb.passive or (inner and spot.verb.act is not Act.DISCUSS):
        return None
    if spot.verb.act is Act.REQUEST and not _CALLS.isdisjoint(lower[spot.low : before + 1]):
        return None  # "The call was requested by …" tells who called
    told_to = lower[spot.end : spot.end + 1] == ["to"]
    return None if told_to and spot.verb.act not in _TOLD_TO else spot.low


def _impersonal(lower: list[str], it: int) -> int | None:
    """The beginning of "…, and it was noted that", "…, with it being noted that"."""
    if lower[it - 1] in {",", ";"}:
        return it
    return it - 1 if lower[it - 1] in {"and", "with"} else None


def _joined(lower: list[str], last: Frame, before: int) -> int | None:
    """Where a second passive begins: "The growth was hailed and the need was stressed"."""
    at = last.verb[1] + 1
    if ";" in lower[at:before]:
        return lower.index(";", at) + 1
    at += lower[at] == ","
    joins = last.kind == "passive" and lower[at] == "and" and at < before
    return at if joins and _RELATIVES.isdisjoint(lower[at : before + 1]) else None


def find_agent(scene: Scene, end: int, high: int) -> Resolution | None:
    """Who stands after "by"."""
    lower = scene.tokens.lower
    for at in range(end, min(high, end + _AGENT_WITHIN)):
        if lower[at] == "by" and at + 1 in scene.starts:
            found = scene.resolve([scene.starts[at + 1]])
            return found if found and found.participants else None
        if lower[at] in {"that", ","}:
            return None
    return None
