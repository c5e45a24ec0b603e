"""Who takes part, found over all accounts of one conversation jointly."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from collections.abc import Set as AbstractSet

from paired_readouts._text import tokenize_line
from paired_readouts.extraction._actors import Actor, ActorKind, find_actors
from paired_readouts.extraction._cast import RELATIVE_OFFICES
from paired_readouts.extraction._grammar import Grammar, compile_grammar
from paired_readouts.extraction._inflection import Form
from paired_readouts.extraction._people import (
    BARE_TITLE,
    LEAD,
    OWN,
    Person,
    add_person,
    choose_people,
    find_person,
)
from paired_readouts.extraction._reading import read_text
from paired_readouts.lexicon import Lexicon, default_lexicon
from paired_readouts.model import Participant, Version, fold_name

__all__ = ["find_participants"]

_LEAD_SENTENCES = 4
# So many words of the lead are read after its verb.
_LONGEST_LEAD = 120
# Beside these, an office alone may be that of one more, who is not known.
_OTHERS = frozenset({ActorKind.NAME, ActorKind.JOINT})
# A name without office or honorific behind one of these is a place.
_BEFORE_PLACES = frozenset({"in", "at", "near"})


def find_participants(
    versions: Iterable[Version], *, lexicon: Lexicon | None = None
) -> tuple[Participant, ...]:
    """The people who take part in the conversation that `versions` report, by party and name.

    Names come from titles, from the sentence that says that the conversation took place, and,
    where there is none, from the subjects of what is reported. Each account helps with the
    others: "the Prime Minister" of one is named in the next. A person whose party no text shows
    has party "". A version in a language without a lexicon is passed over.
    """
    people: list[Person] = []
    readings = []
    ordered = list(versions)
    of_party = Counter(v.party for v in ordered)
    # An id is a checksum of the text: of one party's accounts alone it is asked.
    ordered.sort(key=lambda v: (v.party, v.id if of_party[v.party] > 1 else ""))
    for version in ordered:
        known = _lexicon_for(version, lexicon)
        if known is not None:
            readings.append(_Reading(version, compile_grammar(known), known))
    parties = sorted({r.version.party for r in readings if r.version.party})
    named = frozenset(word for reading in readings for word in reading.named())
    for reading in readings:
        reading.collect(people, parties, named)
    for reading in readings:
        reading.vote_by_titles(people)
    first = readings[0].grammar.sets["family-name-first"] if readings else frozenset[str]()
    return choose_people(people, parties, family_first=first)


def _lexicon_for(version: Version, lexicon: Lexicon | None) -> Lexicon | None:
    if lexicon is not None:
        return lexicon if lexicon.language == version.language else None
    return default_lexicon() if version.language == "en" else None


class _Reading:
    """One version read for people."""

    def __init__(self, version: Version, grammar: Grammar, lexicon: Lexicon) -> None:
        self.version = version
        self.grammar = grammar
        self.title = tokenize_line(version.title)
        reading = read_text(version.text, lexicon)
        self.tokens = reading.tokens
        self.cues = reading.cues
        self.sentences = reading.sentences[:_LEAD_SENTENCES]
        title_actors = find_actors(self.title, lexicon)
        known = {
            fold_name(a.name[-1])
            for a in (*reading.actors, *title_actors)
            if a.kind is ActorKind.NAME and not (a.bare and len(a.name) == 1)
        }
        self.title_actors = [
            a
            for a in title_actors
            if not (a.bare and len(a.name) == 1) or fold_name(a.name[0]) in known
        ]
        self.actors = reading.known_actors(frozenset(known))

    def named(self) -> Iterator[str]:
        """The folded words of the names of the text."""
        for actor in self.actors:
            for word in actor.name:
                yield fold_name(word)

    def _in_title(self, named: AbstractSet[str]) -> Iterator[Actor]:
        """Whom the title names: there every word has a capital, and a verb may look like a name.

        `named` are the words of the names in all texts.
        """
        for actor in self.title_actors:
            if actor.kind is not ActorKind.NAME or actor.speaks_for:
                continue
            words = [fold_name(word) for word in actor.name]
            known = [word in named for word in words]
            before_verb = [
                is_known or not self._is_verb(word)
                for word, is_known in zip(words, known, strict=True)
            ]
            length = [*before_verb, False].index(False)
            actor.name = actor.name[:length]
            if length and (not actor.bare or not named or any(known)):
                yield actor

    def _is_verb(self, word: str) -> bool:
        """Whether `word` is a verb, as in "Leaders Hold Talks" and "President Velin Discussed"."""
        verbs = self.grammar.verbs.get(word, ())
        return word in self.grammar.contact or any(form != Form.ING for form, _ in verbs)

    def collect(self, people: list[Person], parties: list[str], named: AbstractSet[str]) -> None:
        """Add what this version shows to `people`; `named` are the words of names in all texts."""
        lead = self._lead()
        for actor in self._in_title(named):
            person = find_person(people, actor) or add_person(people)
            person.add(actor)
            person.lead |= not actor.bare or lead is None
        for index, actor in enumerate(self.actors):
            if actor.kind is not ActorKind.NAME or actor.speaks_for:
                continue
            in_lead = lead is not None and self._in_lead(actor, lead)
            subject = self._is_subject(index)
            known = find_person(people, actor)
            if actor.bare and (not (in_lead or subject or known) or self._is_place(actor)):
                continue
            person = known or add_person(people)
            person.add(actor)
            person.of_body |= self._is_of_body(actor)
            person.frames += subject
            if in_lead:
                person.lead = True
                before = lead is not None and actor.first < lead[1]
                side = "" if actor.party or person.of_body else self._side(parties, own=before)
                if side:
                    person.votes[side] += LEAD
        if lead is not None and self.version.party:
            self._unnamed(people, lead)

    def _is_subject(self, index: int) -> bool:
        """Whether a reporting or contact verb follows the actor, or one joined by "and"."""
        actor = self.actors[index]
        if self._precedes_verb(actor):
            return True
        if self.tokens.lower[actor.last + 1 : actor.last + 2] != ["and"]:
            return False
        following = self.actors[index + 1 : index + 2]
        return any(a.first == actor.last + 2 and self._precedes_verb(a) for a in following)

    def _precedes_verb(self, actor: Actor) -> bool:
        if actor.possessive:
            return False
        lower, grammar, at = self.tokens.lower, self.grammar, actor.last + 1
        while at < len(lower) and grammar.is_adverb(lower[at]):
            at += 1
        return at < len(lower) and (lower[at] in grammar.contact or lower[at] in grammar.verbs)

    def _is_place(self, actor: Actor) -> bool:
        return self.tokens.lower[actor.first - 1] in _BEFORE_PLACES

    def _is_of_body(self, actor: Actor) -> bool:
        """Whether an office is of a body that is not the issuer: "WTO Director-General Aster"."""
        sign = self.tokens.words[actor.first - 1] if actor.first and actor.title else ""
        known = self.grammar.countries.match([sign.lower()], 0)
        return len(sign) > 1 and sign.isupper() and not known and sign != self.version.party

    def _side(self, parties: list[str], *, own: bool) -> str:
        """The issuer's party, or that of the other side where there is one other only."""
        others = [party for party in parties if party != self.version.party]
        if own:
            return self.version.party
        return others[0] if len(others) == 1 else ""

    def _unnamed(self, people: list[Person], lead: tuple[int, int, int]) -> None:
        """Whom the lead only calls by the office ("The Prime Minister spoke to …").

        That is the issuer's own principal, and the other side's where nobody of it is named.
        """
        verb, own = lead[1], self.version.party
        inside = [a for a in self.actors if self._in_lead(a, lead) and not a.speaks_for]
        titles = [a for a in inside if a.kind is ActorKind.TITLE]
        ours = [a for a in titles if a.last < verb and a.party in {"", own}]
        theirs = [a for a in titles if a.last > verb and a.party not in {"", own}]
        if any(a.kind in _OTHERS and a.last > verb for a in inside):
            theirs = []
        for actor in (*ours[:1], *theirs[:1]):
            if actor.title is not None and actor.title.id not in RELATIVE_OFFICES:
                person = Person(lead=True)
                person.add(actor)
                person.votes[actor.party or own] += OWN
                people.append(person)

    def vote_by_titles(self, people: list[Person]) -> None:
        """Bare titles speak of the issuer's own principal more often than of another's."""
        for actor in self.actors:
            if actor.kind is ActorKind.TITLE and actor.title is not None and not actor.stated:
                covers = actor.title.covers
                holders = [p for p in people if p.names and p.offices & covers]
                if len(holders) == 1 and not holders[0].of_body and self.version.party:
                    weight = OWN if actor.own else BARE_TITLE
                    holders[0].votes[self.version.party] += weight

    def _lead(self) -> tuple[int, int, int] | None:
        """The sentence that says that the conversation took place.

        Its first token, its verb, and one past the last token that may name who took part.
        """
        lower, contact = self.tokens.lower, self.grammar.contact
        for low, high in self.sentences:
            for at in range(low, high):
                word = lower[at]
                if (word in contact or word == "discussed") and self._is_contact(at, high):
                    if self._names_somebody(low, high):
                        return low, at, self._lead_end(at, high)
                    break
        return None

    def _is_contact(self, at: int, high: int) -> bool:
        """Whether the word says that people spoke or met: "held a call", "discussed with"."""
        sets, word = self.grammar.sets, self.tokens.lower[at]
        rest = self.tokens.lower[at + 1 : min(high, at + _LONGEST_LEAD)]
        if word == "discussed":
            return rest[:1] == ["with"]
        if word == "called" and self.tokens.words[at + 1 : at + 2] and rest:
            return self.tokens.words[at + 1][0].isupper()
        together = "with" in rest or rest[:1] == ["to"] or word in sets["contact-alone"]
        return together or not sets["contact-nouns"].isdisjoint(rest)

    def _names_somebody(self, low: int, high: int) -> bool:
        return any(a.is_person and low <= a.first < high for a in self.actors)

    def _lead_end(self, verb: int, high: int) -> int:
        """Where the lead stops naming people: before "about", a purpose, or a reporting verb."""
        lower, verbs = self.tokens.lower, self.grammar.verbs
        about = self.cues.matches(self.grammar.phrases["about"], verb + 1, high)
        high = about[0][0] if about else high
        for i in range(verb + 1, high):
            word = lower[i]
            if word in {"following", "after", "ahead"}:
                return i
            if word in verbs and word.endswith(("ed", "ing")):
                return i
            if word == "to" and i + 1 < high and self._tells_purpose(i + 1):
                return i
        return high

    def _tells_purpose(self, at: int) -> bool:
        """Whether a verb other than one of contact follows "to": "to follow up on the summit"."""
        word, sets = self.tokens.words[at], self.grammar.sets
        return word.islower() and not (
            word in self.grammar.contact
            or word in sets["determiners"]
            or word in sets["honorifics"]
        )

    def _in_lead(self, actor: Actor, lead: tuple[int, int, int]) -> bool:
        return lead[0] <= actor.first < lead[2] and not actor.possessive
