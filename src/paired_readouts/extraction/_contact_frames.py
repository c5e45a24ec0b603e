"""The sentence that says that a conversation took place, and whether it tells its topic."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from paired_readouts._calendar import MONTHS, WEEKDAYS
from paired_readouts.extraction._actors import ActorKind
from paired_readouts.extraction._cast import Resolution
from paired_readouts.extraction._frame import Frame
from paired_readouts.extraction._inflection import Form
from paired_readouts.extraction._scene import Scene, Subject

__all__ = [
    "ContactClause",
    "find_contact",
    "is_date",
    "is_other_word",
    "joins_contact",
    "says_more",
]


_VISITING = frozenset({"paid", "undertook"})
# Behind "ahead of the talks on the dam" the talks are others.
_AHEAD = frozenset({"ahead", "prior"})
_VISITS = frozenset({"call", "visit"})
# What somebody who was "called on" is asked for stands so many words behind at most.
_LONGEST_CALL = 30
_TALKING = frozenset({"spoke", "talked", "conversed", "conferred", "connected", "sat"})


class ContactClause(NamedTuple):
    """Who had the conversation, and the last token of "about" or "to discuss", if it is there."""

    subject: Subject
    about: int | None


def find_contact(scene: Scene, at: int, low: int, high: int) -> ContactClause | None:
    """The contact clause whose verb is token `at`, if it is one."""
    grammar = scene.grammar
    if grammar.contact[scene.tokens.lower[at]] != Form.PAST:
        return None
    before, passed = scene.step_back(at, low)
    if passed & (grammar.sets["modal"] | grammar.sets["be"]):
        return None
    subject = scene.subject(before, low, Form.PAST)
    if subject is None or not _is_contact(scene, at, high, subject.who):
        return None
    after = scene.tokens.lower[at + 1 : at + 2]
    spoke_of = len(subject.who.participants) > 1 and after in (["of"], ["on"])
    about = at + 1 if spoke_of else _about(scene, at + 1, high)
    # "the dam, on which the sides had talks"
    on_which = scene.tokens.lower[max(0, subject.first - 2) : subject.first]
    if about is None and on_which in (["on", "which"], ["about", "which"]):
        about = at
    return ContactClause(subject, about)


def _is_contact(scene: Scene, at: int, high: int, who: Resolution) -> bool:
    """Whether the verb at `at` says that people spoke or met."""
    sets = scene.grammar.sets
    word = scene.tokens.lower[at]
    rest = scene.tokens.lower[at + 1 : min(high, at + 13)]
    if word in sets["contact-alone"]:
        return True
    if word in _TALKING:
        together = len(who.participants) > 1
        to_somebody = any(w == "to" and at + 2 + i in scene.starts for i, w in enumerate(rest[:4]))
        nouns = not sets["contact-nouns"].isdisjoint(rest[:8])
        return together or to_somebody or nouns or "with" in rest[:6]
    if word == "called" and rest[:1] in (["on"], ["upon"]):
        return _is_visit(scene, at + 2, high)
    if word in {"called", "welcomed"}:
        guest = scene.starts.get(at + 1)
        if guest is None or not guest.is_person:
            return False
        if word == "called":
            return guest.kind is ActorKind.NAME or "to" in rest
        after = scene.tokens.lower[guest.last + 1 : guest.last + 2]
        return guest.kind is ActorKind.NAME and after == ["to"]
    if word in _VISITING:
        nearby = rest[: rest.index("to")] if "to" in rest else rest
        return not _VISITS.isdisjoint(nearby[:5])
    if word == "placed":
        return "call" in rest[:5]
    return not sets["contact-nouns"].isdisjoint(rest)


def _is_visit(scene: Scene, at: int, high: int) -> bool:
    """Whether "called on" stands before somebody who was asked for nothing."""
    guest, lower = scene.starts.get(at), scene.tokens.lower
    if guest is None or not guest.is_person or guest.possessive:
        return False
    for after in range(guest.last + 1, min(high, guest.last + _LONGEST_CALL)):
        if lower[after] in {"to", "for", "that"}:
            return False
        if lower[after] == "and" and lower[after + 1].endswith("ed"):
            return True
    return True


def joins_contact(scene: Scene, frames: Sequence[Frame], at: int, high: int) -> bool:
    """Whether "and visited a farm" goes on telling what happened, behind a contact."""
    lower = scene.tokens.lower
    if len(frames) != 1 or frames[0].kind != "contact" or lower[at - 1] != "and":
        return False
    if scene.grammar.contact.get(lower[at]) != Form.PAST or says_more(scene, at, high):
        return False
    happened = _is_contact(scene, at, high, frames[0].speakers)
    return happened and _about(scene, at + 1, high) is None


def says_more(scene: Scene, at: int, high: int) -> bool:
    """Whether the verb at `at` is one of several words: "spoke in favour of", "called on X to".

    "Spoke of" may tell of the contact all the same.
    """
    for _, verb, end in scene.grammar.verbs_at(scene.tokens, at):
        called = scene.tokens.lower[at] == "called" and verb.rest in (("on",), ("upon",))
        if called and _is_visit(scene, end, high):
            return False
        if verb.rest and not (verb.colourless and len(verb.rest) == 1):
            return True
    return False


def _about(scene: Scene, first: int, high: int) -> int | None:
    """The last token of "about" or "to discuss" after a contact verb, if the clause has one."""
    lower, verbs = scene.tokens.lower, scene.grammar.verbs
    found = scene.cues.matches(scene.grammar.phrases["about"], first, high)
    about = {at: end for at, end, _ in found}
    ahead = False
    for at in range(first, high):
        following = lower[at + 1] if at + 1 < high else ""
        if lower[at] in {"that", "where"} or at in scene.quoted:
            return None
        if lower[at] in {"and", ";"} and following in verbs:
            return None
        told = at in about and lower[at] != "during"
        if told and not _is_approximate(lower, at, following):
            return about[at] - 1
        ahead |= lower[at] in _AHEAD
        if lower[at] == "on" and not ahead and _is_topic(scene, at, high):
            return at
        if lower[at] == "to" and following in verbs and following != "discuss":
            return None
    return None


def _is_topic(scene: Scene, at: int, high: int) -> bool:
    """Whether "on" opens a topic: "spoke with him on the response to …", not "on Friday"."""
    lower, sets = scene.tokens.lower, scene.grammar.sets
    words = lower[at + 1 : min(high, at + 3)]
    if len(words) < 2 or not sets["no-topics"].isdisjoint(words) or words[1][0].isdigit():
        return False
    if words[0] in sets["topic-openers"]:
        return True
    return lower[at - 1] in sets["talks"] and not is_date(words[0])


def is_date(word: str) -> bool:
    """Whether a word behind "on" says when."""
    return word[0].isdigit() or word in MONTHS or word in WEEKDAYS


def is_other_word(scene: Scene, end: int, high: int) -> bool:
    """Whether the last word is no part of a verb: "called the President", "spoke on Friday"."""
    if end - 1 in scene.starts:
        return True
    lower = scene.tokens.lower
    return lower[end - 1] == "on" and end < high and is_date(lower[end])


def _is_approximate(lower: list[str], at: int, following: str) -> bool:
    """Whether "about" stands before a number: "for about 30 minutes"."""
    if lower[at] != "about":
        return False
    return lower[at - 1] in {"for", "lasted", "lasting"} or following[:1].isdigit()
