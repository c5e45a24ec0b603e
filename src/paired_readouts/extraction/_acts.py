"""Which act a reporting verb performs: the verb's own, or that of the noun it carries."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from paired_readouts.extraction._frame import WEAK, Spot
from paired_readouts.extraction._grammar import Grammar, Verb
from paired_readouts.extraction._scene import Scene
from paired_readouts.model import Act, Participant

__all__ = ["ChosenAct", "choose_act", "first_person_act"]

_NOUN_WINDOW = 12
_BARE_WINDOW = 6
_STOPS = frozenset(
    {"that", "which", "about", "regarding", "on", "for", "with", "at", "in", "over", ".", ",", ";",
     "of", "by", "from", "as", "and"}
)  # fmt: skip
_MARKS = frozenset("\"'«“‘")
# As in "had candid, in-depth and constructive exchanges".
_BETWEEN_ADJECTIVES = frozenset({",", "and"})
# Before the noun behind an insertion.
_OWN = frozenset({"his", "her", "its", "their", "the", "a", "an"})
# What one promises to do, where one affirms it.
_AHEAD = frozenset({"will", "would", "intends", "intend"})
# What stands before a "be" that is no subjunctive.
_BEFORE_BE = frozenset(
    {"to", "will", "would", "can", "could", "may", "might", "must", "shall", "not", "also"}
)


class ChosenAct(NamedTuple):
    """An act, its force, the dictionary form, and one past the last token of verb and noun."""

    act: Act
    force: int
    lemma: str
    end: int


def choose_act(
    scene: Scene, spot: Spot, speakers: tuple[Participant, ...], *, denied: bool = False
) -> ChosenAct | None:
    """The act of the verb at `spot`; one that is `denied` may be another act.

    None where the verb is a frame only with a noun of what is said, and has none.
    """
    grammar, lower = scene.grammar, scene.tokens.lower
    verb, end, high = spot.verb, spot.end, spot.high
    own = ChosenAct(verb.act, verb.force, verb.lemma, end)
    if denied and verb.lemma in grammar.sets["denied-rejects"]:
        return own._replace(act=Act.REJECT, force=4)
    if verb.joint_act is not verb.act and len(speakers) != 1 and speakers:
        return own._replace(act=verb.joint_act)
    if verb.lemma in grammar.sets["made-clear"] and _warns(lower[end:high], grammar):
        return own._replace(act=Act.WARN, force=4)
    if verb.lemma == "affirm" and _promises(lower, end, high):
        return own._replace(act=Act.COMMIT, force=3)
    if verb.lemma == "suggest" and lower[end : end + 1] == ["that"]:
        to_be_done = "should" in lower[end : end + 14] or _is_subjunctive(lower, end, high)
        return own if to_be_done else own._replace(act=Act.STATE, force=2)
    if verb.colourless and _looks_forward(lower, end, high):
        return own._replace(act=Act.EXPRESS, force=3)
    if verb.noun_only:
        return _with_said_thing(scene, grammar.said_things, own, spot)
    if verb.lemma in grammar.sets["renewers"]:
        return _with_said_thing(scene, grammar.renewed_things, own, spot) or own
    if verb.rest and verb.lemma not in grammar.sets["carriers"]:
        return own
    return _with_noun(scene, verb, own, end, high) or own


def _with_said_thing(
    scene: Scene, things: Mapping[str, tuple[Act, int]], own: ChosenAct, spot: Spot
) -> ChosenAct | None:
    lower = scene.tokens.lower
    i = spot.end - (spot.verb.rest[-1:] == ("to",))
    while i < min(spot.high, spot.end + _NOUN_WINDOW):
        if lower[i] in things:
            act, force = things[lower[i]]
            return ChosenAct(act, force, f"{own.lemma} {lower[i]}", i + 1)
        past = _past_person(scene, i) if lower[i] == "to" else None
        if past is None and lower[i] in _STOPS and lower[i] not in _BETWEEN_ADJECTIVES:
            return None
        i = i + 1 if past is None else past
    return None


def _with_noun(scene: Scene, verb: Verb, own: ChosenAct, end: int, high: int) -> ChosenAct | None:
    grammar, lower = scene.grammar, scene.tokens.lower
    sets = grammar.sets
    if verb.lemma in sets["carriers"]:
        window, listed = _NOUN_WINDOW, None
    elif verb.lemma in sets["carriers-when-bare"]:
        window, listed = _BARE_WINDOW, sets["bare-nouns"]
    else:
        return None
    i = end + 2 * (lower[end : end + 2] == ["as", "well"]) - (verb.rest[-1:] == ("to",))
    i = _past_insertion(lower, i, high)
    last = min(high, i + window)
    while i < last:
        word = lower[i]
        past = _past_person(scene, i)
        if past is not None:
            i = past
            continue
        if word == "to":
            return None
        if verb.lemma == "exchange" and word in sets["discuss-exchanged"]:
            return own._replace(lemma=f"exchange {word}", end=i + 1)
        if word in grammar.nouns and (listed is None or word in listed):
            act, force = grammar.nouns[word]
            weaker = act is Act.STATE and verb.act is Act.EMPHASIZE
            if weaker or (verb.lemma == "offer" and act is Act.PRAISE):
                return own
            return ChosenAct(act, force, f"{verb.lemma} {word}", i + 1)
        if word in _STOPS and not (word == "and" and i > end):
            return None
        i += 1
    return None


def _past_insertion(lower: list[str], at: int, high: int) -> int:
    """Past what stands between a verb and its noun: "conveyed, also for the cabinet, his …"."""
    if lower[at : at + 1] != [","]:
        return at
    for end in range(at + 2, min(high - 1, at + _NOUN_WINDOW)):
        if lower[end] == ",":
            return end + 1 if lower[end + 1] in _OWN else at
    return at


def _past_person(scene: Scene, at: int) -> int | None:
    """Past whom the noun is for or whose it is.

    As in "expressed to the President his gratitude", "expressed Norland's readiness".
    """
    lower = scene.tokens.lower
    to = lower[at] == "to"
    if to and at + 2 < len(lower) and lower[at + 2] in scene.grammar.sets["side"]:
        return at + 3  # "expressed to his counterpart"
    actor = scene.starts.get(at + to)
    return actor.last + 1 if actor is not None and (to or actor.possessive) else None


def _warns(content: list[str], grammar: Grammar) -> bool:
    """Whether what was made clear is what would follow in some case."""
    case = grammar.sets["warn-case"].isdisjoint(content)
    return not case and not grammar.sets["warn-content"].isdisjoint(content)


def _is_subjunctive(lower: list[str], end: int, high: int) -> bool:
    """Whether "suggested that" goes on as "talks be held": a bare "be" that nothing leads to."""
    for at in range(end + 2, min(high, end + _NOUN_WINDOW + 4)):
        if lower[at] == "be":
            return lower[at - 1] not in _BEFORE_BE
    return False


def _promises(lower: list[str], end: int, high: int) -> bool:
    """Whether "affirmed that" goes on with what will be done."""
    content = lower[end : min(high, end + _NOUN_WINDOW + 4)]
    return content[:1] == ["that"] and not _AHEAD.isdisjoint(content)


def _looks_forward(lower: list[str], end: int, high: int) -> bool:
    """Whether "said" goes on as "(that) he looked forward to", or as "he hoped"."""
    at = end + (end < high and lower[end] == "that")
    if at + 2 >= high:
        return False
    hopes = lower[at] in {"he", "she", "they"} and lower[at + 1] in {"hoped", "hopes", "hope"}
    return hopes or lower[at + 1 : at + 3] in (["looked", "forward"], ["looks", "forward"])


def first_person_act(scene: Scene, low: int, high: int) -> tuple[Act, int] | None:
    """The act that a direct quotation's own first-person verb performs: "We appreciate …"."""
    tokens, grammar = scene.tokens, scene.grammar
    lower = tokens.lower
    at = low + (lower[low] in _MARKS)
    if at < high and lower[at] in grammar.performing:
        return grammar.performing[lower[at]]
    while at < min(high, low + 5) and lower[at] not in {"we", "i"}:
        at += 1
    if at >= min(high, low + 5):
        return None
    at += 1
    while at < high and lower[at] in grammar.sets["first-person-lead"]:
        at += 1
    if at >= high:
        return None
    if lower[at] in grammar.minds:
        return grammar.minds[lower[at]]
    denied = lower[at] == "not" and lower[at - 1] in grammar.sets["do"]
    for _, verb, _ in grammar.verbs_at(tokens, at + denied):
        if denied:
            return (Act.REJECT, 4) if verb.lemma in grammar.sets["denied-rejects"] else None
        if verb.act not in WEAK and not verb.first_only:
            return verb.act, verb.force
        return None
    return None
