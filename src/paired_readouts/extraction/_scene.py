"""The text under way: its words and actors, who is quoted, who spoke last."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import attrs

from paired_readouts._calendar import WEEKDAYS
from paired_readouts._text import Tokens
from paired_readouts.extraction._actors import Actor, ActorKind
from paired_readouts.extraction._cast import Cast, Resolution
from paired_readouts.extraction._cues import Cues
from paired_readouts.extraction._grammar import Grammar
from paired_readouts.extraction._inflection import Form
from paired_readouts.model import Participant

__all__ = ["Scene", "Subject"]

_LONGEST_ASIDE = 14
_ASIDE_OPENERS = frozenset({"in", "on", "at", "during", "after", "following", "by"})
_LONGEST_CLAUSE = 50
_LONGEST_LEAD_IN = 14
_LONGEST_BACK = 80
# A spokesperson's name and office have so many words at most.
_LONGEST_NAME = 12
_NO_SUBJECT_AFTER = frozenset(
    {"with", "to", "of", "for", "by", "between", "from", "that", "in", "at", "on"}
)
_BEFORE_WHICH = frozenset({"during", "in", "at", "to", "for", "on", "after", "upon", "of"})
_OPENERS = frozenset({"and", "while", "but", "with", "whereas", "where"})
# What joins two subjects: one word, or the last of two with what may stand before it.
_JOINTS = frozenset({"and", ",", "&", "alongside"})
_JOINED = {"and": frozenset({","}), "with": frozenset({"together", "along"})}
_PRONOUNS = frozenset({ActorKind.HE, ActorKind.SHE})
_OF_TWO = frozenset({ActorKind.FORMER, ActorKind.LATTER})


class Subject(NamedTuple):
    """The subject of a clause: its first token, its last actor, whom it stands for."""

    first: int
    actor: Actor
    who: Resolution


@attrs.define(eq=False, repr=False)
class Scene:
    """What the frames of a text are read in, sentence after sentence."""

    tokens: Tokens
    grammar: Grammar
    actors: Sequence[Actor]
    cast: Cast
    #: Where the phrases of the lexicon stand.
    cues: Cues
    #: Tokens inside quotations, which hold no frames.
    quoted: frozenset[int]
    #: Whether the text is signed in the first person.
    signed: bool = False
    #: Who spoke last alone.
    last: Participant | None = None
    #: Who opened the conversation.
    opener: Participant | None = None
    #: The actors by their last and by their first token.
    ends: dict[int, Actor] = attrs.field(init=False)
    starts: dict[int, Actor] = attrs.field(init=False)

    def __attrs_post_init__(self) -> None:
        self.ends = {actor.last: actor for actor in self.actors}
        self.starts = {actor.first: actor for actor in self.actors}

    def step_back(self, at: int, low: int) -> tuple[int, frozenset[str]]:
        """The token before a verb's adverbs and auxiliaries, and the words stepped over."""
        lower = self.tokens.lower
        passed: list[str] = []
        at -= 1
        while at >= low and at not in self.ends:
            word = lower[at]
            if word in WEEKDAYS and at - 1 > low and lower[at - 1] == "on":
                at -= 2
                continue
            adverbs_joined = word == "and" and passed and self.grammar.is_adverb(lower[at - 1])
            if (
                word not in self.grammar.sets["auxiliaries"]
                and not self.grammar.is_adverb(word)
                and not (adverbs_joined and lower[at - 1].endswith("ly"))
            ):
                break
            passed.append(word)
            at -= 1
        return at, frozenset(passed)

    def past_spokesperson(self, low: int, high: int) -> int:
        """Past "The spokesman said that": what the account goes on to tell is its own."""
        actor, lower = self.starts.get(low), self.tokens.lower
        if actor is None or not actor.speaks_for:
            return low
        for at in range(actor.last + 1, min(high, actor.last + _LONGEST_NAME)):
            if lower[at] in self.grammar.sets["spokesperson-said"]:
                joins = lower[at + 1 : at + 2] == ["that"] and at + 1 not in self.starts
                return at + 1 + joins
        return low

    def subject(
        self, before: int, low: int, form: str, *, progressive: bool = False, first: bool = True
    ) -> Subject | None:
        """The subject that ends at token `before`, of a verb in `form`.

        `first` says that no frame of the sentence stands before it.
        """
        actor = self.ends.get(before) or self.before_aside(before, low)
        if actor is None or actor.possessive or actor.first < low:
            return None
        chain = self._chain(actor, low)
        begins = chain[0].first
        if form == Form.ING and not progressive:
            before_it = self.tokens.lower[begins - 1] if begins > low else ""
            # "…, with the President stressing", "…, the President stressing"
            opens = before_it == "with" or (
                before_it == "," and not first and actor.is_person and not actor.bare
            )
        else:
            opens = begins <= low or self._opens_clause(begins, low, actor, first=first)
        who = self.resolve(chain) if opens else None
        return None if who is None else Subject(begins, actor, who)

    def resolve(self, chain: Sequence[Actor]) -> Resolution | None:
        """Whom coordinated actors stand for together; None where it is a foreign side alone."""
        found: list[Resolution] = []
        for actor in chain:
            if actor.kind in _OF_TWO:
                found.append(self._of_two(actor))
                continue
            taken = tuple(p for r in found for p in r.participants)
            found.append(self.cast.resolve(actor, last=self.last, opener=self.opener, taken=taken))
        who = found[0] if len(found) == 1 else self._together(found)
        if not who.participants and all(a.kind is ActorKind.SIDE for a in chain):
            return None
        return who

    def _together(self, found: Sequence[Resolution]) -> Resolution:
        """All who are meant, as sure as the least sure of them."""
        people = {p for r in found for p in r.participants}
        weakest = min(found, key=lambda r: r.confidence)
        ordered = tuple(p for p in self.cast.participants if p in people)
        return Resolution(ordered, weakest.rule, weakest.confidence)

    def _of_two(self, actor: Actor) -> Resolution:
        """Who "the former" or "the latter" is, of the two people named last before it."""
        named: list[Participant] = []
        for at in range(actor.first - 1, max(-1, actor.first - _LONGEST_BACK), -1):
            other = self.starts.get(at)
            if other is None or not other.is_person:
                continue
            who = self.cast.resolve(other).participants
            if len(who) == 1 and who[0] not in named:
                named.append(who[0])
            if len(named) == 2:
                return Resolution((named[actor.kind is ActorKind.FORMER],), "former or latter", 0.8)
        return Resolution((), "former or latter of nobody known", 0.5)

    def before_aside(self, before: int, low: int) -> Actor | None:
        """The actor before ", in turn,", ", who last met in March," or ", on land and at sea,"."""
        lower = self.tokens.lower
        if before < low or lower[before] != ",":
            return None
        for at in range(before - 1, max(low, before - _LONGEST_CLAUSE), -1):
            if lower[at] != "," or at - 1 not in self.ends:
                continue
            clause = lower[at + 1].endswith("ing") or lower[at + 1] == "who"
            if clause:
                return self.ends[at - 1]
            if lower[at + 1] in _ASIDE_OPENERS and self._is_place(at + 1, before):
                return self.ends[at - 1]
            if before - at > _LONGEST_ASIDE:
                return None
            if not any(word in {"and", "that"} for word in lower[at + 1 : before]):
                return self.ends[at - 1]
        return None

    def _is_place(self, first: int, end: int) -> bool:
        """Whether an aside tells when or where: "in a call that was held at their request"."""
        lower, sets = self.tokens.lower, self.grammar.sets
        if end - first > 2 * _LONGEST_ASIDE or "," in lower[first:end]:
            return False
        talks = not sets["conversation"].isdisjoint(lower[first : first + 4])
        if end - first > _LONGEST_ASIDE and not talks:
            return False
        inner = lower[first:end]
        inner = inner[: inner.index("that")] if talks and "that" in inner else inner
        return "that" not in inner and not any(self.grammar.is_past(word) for word in inner)

    def _chain(self, actor: Actor, low: int) -> list[Actor]:
        """The coordinated actors that end with `actor`."""
        lower = self.tokens.lower
        chain = [actor]
        while (at := self._past_joint(chain[0].first - 1, low)) is not None:
            previous = self.ends.get(at - 1) or self.ends.get(at)
            if previous is None or previous.possessive or previous.first < low:
                break
            one = chain[0].is_person or chain[0].kind is ActorKind.SIDE
            if previous.kind is ActorKind.SIDE and not one:
                break
            comma = lower[at] == ","
            if comma and (previous.kind is not ActorKind.NAME or lower[actor.first - 1] == ","):
                break
            if previous.first > low and lower[previous.first - 1] in _NO_SUBJECT_AFTER:
                break
            chain.insert(0, previous)
        return chain

    def _past_joint(self, at: int, low: int) -> int | None:
        """The first token of what joins two subjects and ends at `at`; None where nothing does."""
        if at < low:
            return None
        lower = self.tokens.lower
        word = lower[at]
        before = _JOINED.get(word, ()) if at > low else ()
        if lower[at - 1] in before:
            return at - 1
        if word == "as" and at - 2 >= low and lower[at - 1] == "well":
            return at - 2
        return at if word in _JOINTS else None

    def _opens_clause(self, begins: int, low: int, actor: Actor, *, first: bool) -> bool:
        """Whether a subject that begins inside a sentence opens a clause of its own."""
        lower, sets = self.tokens.lower, self.grammar.sets
        opener = lower[begins - 1]
        if not first and lower[begins] == "that":  # "said that … and that the Vestian side …"
            return False
        if self._is_relative(begins) and not actor.country:
            return True
        if opener == "as" and begins - 1 == low:  # "As the President noted, …"
            return True
        if opener in sets["complementizers"] or (actor.country and not first):
            return False
        if opener in sets["clause-openers"]:
            return first or opener != "," or actor.kind is not ActorKind.SIDE
        if not first or begins - low > _LONGEST_LEAD_IN or actor.country:
            return False
        return opener not in sets["complement-openers"] and not any(
            lower[i] in self.grammar.verbs and lower[i].endswith("ed") for i in range(low, begins)
        )

    def _is_relative(self, begins: int) -> bool:
        """Whether ", for which" or ", where" stands before the subject: a frame of its own."""
        lower = self.tokens.lower
        if lower[begins - 1] == "which":
            he = self.starts[begins].kind in _PRONOUNS and lower[begins - 2] == ","
            return he or lower[begins - 2] in _BEFORE_WHICH
        return lower[begins - 2 : begins] == [",", "where"]

    def opening(self, begins: int, low: int) -> int:
        """Where the statement begins whose subject begins at `begins`: at its "and" or "with"."""
        lower = self.tokens.lower
        if begins - 1 >= low and lower[begins - 1] in _OPENERS:
            return begins - 1
        if begins - 2 >= low and lower[begins - 1] == "which":
            return begins - 1 - (lower[begins - 2] != ",")
        return begins

    def is_past_remark(self, subject: Subject, low: int, passed: frozenset[str]) -> bool:
        """Whether a country's act lies before the conversation ("In late December, Norland …")."""
        past = self.grammar.sets["past-openers"]
        words = self.tokens.lower[low : subject.first]
        return "recently" in passed or any(w in past or w[0].isdigit() for w in words)
