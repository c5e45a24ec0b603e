"""Frames in the passive: "Issues were discussed", "it was noted that", "was said by …"."""

from __future__ import annotations

from collections.abc import Sequence

from paired_readouts.extraction._cast import Resolution
from paired_readouts.extraction._frame import Frame, Spot
from paired_readouts.extraction._scene import Scene
from paired_readouts.model import Act

__all__ = ["find_agent", "find_passive", "is_fronted"]

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
        return _joined(scene, frames[-1], before)
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


def _joined(scene: Scene, last: Frame, before: int) -> int | None:
    """Where a second passive begins: "The growth was hailed and the need was stressed"."""
    lower = scene.tokens.lower
    at = last.verb[1] + 1
    if ";" in lower[at:before]:
        return lower.index(";", at) + 1
    at += lower[at] == ","
    if last.kind == "passive":
        joins = lower[at] == "and" and at < before
        return at if joins and _RELATIVES.isdisjoint(lower[at : before + 1]) else None
    return _own_clause(scene, at, before)


def _own_clause(scene: Scene, first: int, before: int) -> int | None:
    """Where ", and the readiness to … was reaffirmed" begins, behind somebody's clause."""
    lower = scene.tokens.lower
    if lower[before + 1] not in {"was", "were"}:
        return None
    for at in range(before - 1, first, -1):
        word = lower[at]
        if word == "and" and lower[at - 1] == ",":
            opens = lower[at + 1] in scene.grammar.sets["determiners"]
            inner = not _RELATIVES.isdisjoint(lower[first:at]) and "that" in lower[first:at]
            return at if opens and not inner else None
        if word == "," or word in _RELATIVES:
            return None
    return None


def is_fronted(scene: Scene, spot: Spot, before: int) -> bool:
    """Whether a participle opens the sentence: "Also discussed (by the leaders) were …"."""
    lower, at = scene.tokens.lower, spot.end
    if before >= spot.low:
        return False
    if lower[at : at + 1] == ["by"] and at + 1 in scene.starts:
        at = scene.starts[at + 1].last + 1
    return lower[at : at + 1] in (["was"], ["were"])


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
