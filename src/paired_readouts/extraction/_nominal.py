"""Frames whose subject is the conversation itself: "the key topic was", "attention was paid"."""

from __future__ import annotations

from paired_readouts.extraction._cast import Resolution
from paired_readouts.extraction._contact_frames import is_date
from paired_readouts.extraction._cues import Hit
from paired_readouts.extraction._frame import DENIALS, INNER, Frame
from paired_readouts.extraction._passives import find_agent
from paired_readouts.extraction._scene import Scene
from paired_readouts.model import Act

__all__ = ["NOMINAL", "find_nominal"]

#: The tables of phrases of which each such frame has one.
NOMINAL = ("covers", "key-topic", "common-passive", "common-emphasis", "common-agree", "topped")

# Words that open another clause, or are another subject.
_OTHERS = INNER | {"it", "they", "he", "she", "we"}
_COPULAS = frozenset({"was", "were", "is", "are", "included", "stood"})
# Before an actor that is no subject: "the talks between the two leaders covered …".
_BEFORE_OTHERS = frozenset({"with", "between", "among", "of", "and", "by"})
_ABOUT = frozenset({"on", "about", "regarding", "concerning"})
# "The talks were held in Tarn", "took place at the fort".
_HELD = frozenset({"held", "place"})
# "in a warm, friendly and constructive atmosphere" has so many words at most.
_HOW_WITHIN = 10


def find_nominal(scene: Scene, low: int, high: int) -> Frame | None:
    """The frame whose subject is the conversation, or what was agreed on or stressed in it."""
    for find, act, force, lemma in (
        (_find_agreement, Act.AGREE, 3, "agree"),
        (_find_emphasis, Act.EMPHASIZE, 3, "emphasize"),
        (_find_topic, Act.DISCUSS, 1, "discuss"),
    ):
        verb = find(scene, low, high)
        if verb is None:
            continue
        everybody = Resolution(scene.cast.participants, "common by nature", 0.93)
        agent = find_agent(scene, verb[1] + 1, high) if act is Act.EMPHASIZE else None
        denied = not DENIALS.isdisjoint(scene.tokens.lower[low : verb[1] + 1])
        return Frame(low, verb, act, force, lemma, agent or everybody, "nominal", negated=denied)
    return None


def _find_emphasis(scene: Scene, low: int, high: int) -> tuple[int, int] | None:
    """The tokens of "was placed" after "emphasis"."""
    return _noun_then_verb(scene, low, high, "common-emphasis")


def _find_agreement(scene: Scene, low: int, high: int) -> tuple[int, int] | None:
    """The tokens of "was reached" after "an agreement" and the like, both ends included."""
    return _noun_then_verb(scene, low, high, "common-agree") or _there_was(
        scene, low, high, "common-agree"
    )


def _find_topic(scene: Scene, low: int, high: int) -> tuple[int, int] | None:
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
        inner = range(_past_insertion(lower, low, at), at + 1)
        if any(i in scene.quoted or lower[i] in _OTHERS for i in inner):
            continue
        if _has_another_subject(scene, at, low):
            continue
        if not talks.isdisjoint(lower[low:at]):
            return at, end - 1
    return None


def _past_insertion(lower: list[str], low: int, verb: int) -> int:
    """Where the clause goes on to its verb: behind "The talks, which lasted an hour,"."""
    inserted = lower[verb - 1] == "," and [",", "which"] in (
        lower[at : at + 2] for at in range(low + 1, min(verb, low + _HOW_WITHIN))
    )
    return verb if inserted else low


def _has_another_subject(scene: Scene, at: int, low: int) -> bool:
    """Whether the verb at `at` is somebody's, or in the passive: "the need was emphasized"."""
    before, passed = scene.step_back(at, low)
    actor = scene.ends.get(before)
    if actor is None:
        return not passed.isdisjoint(scene.grammar.sets["be"])
    return not actor.possessive and scene.tokens.lower[actor.first - 1] not in _BEFORE_OTHERS


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
            inner = not INNER.isdisjoint(scene.tokens.lower[low : at + 1])
            return None if inner or _tells_how(scene, end, high) else (at, end - 1)
        return None
    return None


def _tells_how(scene: Scene, after: int, high: int) -> bool:
    """Whether "The talks were held" goes on as "in a warm atmosphere", and names no topic."""
    lower, sets = scene.tokens.lower, scene.grammar.sets
    how = lower[after : min(high, after + _HOW_WITHIN)]
    held = lower[after - 1] in _HELD and how[:1] in (["in"], ["at"])
    if not held and (how[:1] != ["in"] or sets["atmospheres"].isdisjoint(how)):
        return False
    topics = (i for i in range(after, high - 1) if lower[i] in _ABOUT)
    return all(lower[i] == "on" and is_date(lower[i + 1]) for i in topics)


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
