"""Frames whose subject is the conversation itself: "the key topic was", "attention was paid"."""

from __future__ import annotations

from paired_readouts.extraction._scene import Scene

__all__ = ["find_agreement", "find_topic"]

_INNER = frozenset({"that", "which", "who"})
_COPULAS = frozenset({"was", "were", "is", "are", "included"})


def find_agreement(scene: Scene, low: int, high: int) -> tuple[int, int] | None:
    """The tokens of "was reached" after "an agreement" and the like, both ends included."""
    return _noun_then_verb(scene, low, high, "common-agree")


def find_topic(scene: Scene, low: int, high: int) -> tuple[int, int] | None:
    """The tokens that say that the conversation had a topic, both ends included."""
    return (
        _covers(scene, low, high)
        or _key_topic(scene, low, high)
        or _noun_then_verb(scene, low, high, "common-passive")
        or _topped(scene, low, high)
    )


def _covers(scene: Scene, low: int, high: int) -> tuple[int, int] | None:
    """As in "The conversation focused on …"."""
    lower, covers = scene.tokens.lower, scene.grammar.phrases["covers"]
    head = scene.starts.get(low)
    if head is not None and not head.possessive:
        return None
    seen = False
    for at in range(low, min(high, low + 24)):
        if at in scene.quoted or lower[at] in _INNER:
            return None
        if seen and (found := covers.match(lower, at)):
            return at, found[0] - 1
        seen |= lower[at] in scene.grammar.sets["conversation"]
    return None


def _key_topic(scene: Scene, low: int, high: int) -> tuple[int, int] | None:
    """As in "The main topics of the talks were …"."""
    lower, topics = scene.tokens.lower, scene.grammar.phrases["key-topic"]
    for at in range(low, min(high, low + 12)):
        found = topics.match(lower, at)
        if found is not None:
            for past in range(found[0], min(high, found[0] + 12)):
                if lower[past] in _COPULAS:
                    return at, past
    return None


def _noun_then_verb(scene: Scene, low: int, high: int, nouns: str) -> tuple[int, int] | None:
    """As in "Particular attention was paid to …", "an exchange of views took place on …"."""
    lower, phrases = scene.tokens.lower, scene.grammar.phrases
    seen = False
    for at in range(low, min(high, low + 20)):
        if lower[at] in _INNER:
            return None
        if seen and (found := phrases["common-passive-verbs"].match(lower, at)):
            return at, found[0] - 1
        seen = seen or phrases[nouns].match(lower, at) is not None
    return None


def _topped(scene: Scene, low: int, high: int) -> tuple[int, int] | None:
    """As in "…, topped the agenda."."""
    lower, topped = scene.tokens.lower, scene.grammar.phrases["topped"]
    for at in range(low + 1, min(high, low + 60)):
        if at in scene.quoted or (lower[at] in scene.grammar.verbs and lower[at - 1] == ","):
            return None
        found = topped.match(lower, at)
        if found is not None:
            return at, found[0] - 1
    return None
