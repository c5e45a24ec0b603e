"""Frames whose subject is the conversation itself: "the key topic was", "attention was paid"."""

from __future__ import annotations

from paired_readouts.extraction._cues import Hit
from paired_readouts.extraction._scene import Scene

__all__ = ["NOMINAL", "find_agreement", "find_topic"]

#: The tables of phrases of which each such frame has one.
NOMINAL = ("covers", "key-topic", "common-passive", "common-agree", "topped")

_INNER = frozenset({"that", "which", "who"})
# Words that open another clause, or are another subject.
_OTHERS = _INNER | {"it", "they", "he", "she", "we"}
_COPULAS = frozenset({"was", "were", "is", "are", "included", "stood"})


def find_agreement(scene: Scene, low: int, high: int) -> tuple[int, int] | None:
    """The tokens of "was reached" after "an agreement" and the like, both ends included."""
    return _noun_then_verb(scene, low, high, "common-agree") or _there_was(
        scene, low, high, "common-agree"
    )


def find_topic(scene: Scene, low: int, high: int) -> tuple[int, int] | None:
    """The tokens that say that the conversation had a topic, both ends included."""
    return (
        _covers(scene, low, high)
        or _key_topic(scene, low, high)
        or _noun_then_verb(scene, low, high, "common-passive")
        or _there_was(scene, low, high, "common-passive")
        or _topped(scene, low, high)
    )


def _covers(scene: Scene, low: int, high: int) -> tuple[int, int] | None:
    """As in "The conversation focused on …"."""
    lower, talks = scene.tokens.lower, scene.grammar.sets["conversation"]
    head = scene.starts.get(low)
    if head is not None and not head.possessive:
        return None
    for at, end, _ in _phrases(scene, "covers", low + 1, min(high, low + 24)):
        if any(i in scene.quoted or lower[i] in _OTHERS for i in range(low, at + 1)):
            return None
        if not talks.isdisjoint(lower[low:at]):
            return at, end - 1
    return None


def _key_topic(scene: Scene, low: int, high: int) -> tuple[int, int] | None:
    """As in "The main topics of the talks were …"."""
    for at, end, _ in _phrases(scene, "key-topic", low, min(high, low + 12)):
        for past in range(end, min(high, end + 12)):
            if scene.tokens.lower[past] in _COPULAS:
                return at, past
    return None


def _noun_then_verb(scene: Scene, low: int, high: int, nouns: str) -> tuple[int, int] | None:
    """As in "Particular attention was paid to …", "an exchange of views took place on …"."""
    limit = min(high, low + 20)
    for noun, _, _ in _phrases(scene, nouns, low, limit):
        for at, end, _ in _phrases(scene, "common-passive-verbs", noun + 1, limit):
            inner = not _INNER.isdisjoint(scene.tokens.lower[low : at + 1])
            return None if inner else (at, end - 1)
        return None
    return None


def _there_was(scene: Scene, low: int, high: int, name: str) -> tuple[int, int] | None:
    """As in "There was a frank exchange of views on …", "There was broad agreement that …"."""
    lower, nouns = scene.tokens.lower, scene.grammar.phrases[name]
    if lower[low] != "there" or lower[low + 1 : low + 2] not in (["was"], ["were"]):
        return None
    for at in range(low + 2, min(high, low + 8)):
        found = nouns.match(lower, at)
        if found is not None:
            return low + 1, found[0] - 1
    return None


def _topped(scene: Scene, low: int, high: int) -> tuple[int, int] | None:
    """As in "…, topped the agenda."."""
    lower, verbs = scene.tokens.lower, scene.grammar.verbs
    for at, end, _ in _phrases(scene, "topped", low + 1, min(high, low + 60)):
        other = any(
            i in scene.quoted or (lower[i] in verbs and lower[i - 1] == ",")
            for i in range(low + 1, at + 1)
        )
        return None if other else (at, end - 1)
    return None


def _phrases(scene: Scene, table: str, low: int, high: int) -> list[Hit[str]]:
    return scene.cues.matches(scene.grammar.phrases[table], low, high)
