"""Who takes part, found over all accounts of one conversation jointly."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise

import attrs

from paired_readouts._text import Tokens, tokenize_line
from paired_readouts.extraction._actors import Actor, ActorKind, find_actors
from paired_readouts.extraction._cast import match_names
from paired_readouts.extraction._grammar import Grammar, compile_grammar
from paired_readouts.extraction._reading import read_text
from paired_readouts.lexicon import Lexicon, default_lexicon
from paired_readouts.model import Participant, Version, fold_name

__all__ = ["find_participants"]

_LEAD_SENTENCES = 4
# So many words of the lead are read after its verb.
_LONGEST_LEAD = 120
# A text that names more people is a roll; those after them are not looked into.
_MOST_PEOPLE = 50
_MOST_FORMS = 20
# A name without office or honorific behind one of these is a place.
_BEFORE_PLACES = frozenset({"in", "at", "near"})
_EXPLICIT, _OWN, _BARE_TITLE, _LEAD = 3.0, 2.0, 0.3, 0.5


@attrs.define
class _Person:
    """One person while evidence is gathered."""

    names: Counter[tuple[str, ...]] = attrs.field(factory=Counter)
    roles: Counter[str] = attrs.field(factory=Counter)
    offices: set[str] = attrs.field(factory=set)
    votes: dict[str, float] = attrs.field(factory=lambda: defaultdict(float))
    lead: bool = False
    frames: int = 0

    def add(self, actor: Actor) -> None:
        if actor.name and (actor.name in self.names or len(self.names) < _MOST_FORMS):
            self.names[actor.name] += 1
        if actor.role:
            self.roles[actor.role] += 1
        if actor.title is not None:
            self.offices.add(actor.title.id.rstrip("+"))
        if actor.party:
            self.votes[actor.party] += _EXPLICIT

    def take(self, other: _Person) -> None:
        """Add all that is known of `other`, who is the same person."""
        self.names.update(other.names)
        self.roles.update(other.roles)
        self.offices |= other.offices
        for party, weight in other.votes.items():
            self.votes[party] += weight
        self.lead |= other.lead
        self.frames += other.frames

    def is_named(self, folded: str) -> bool:
        """Whether the folded name may be one of this person's."""
        known = map(_fold, self.names)
        return any(match_names(folded, other, other.rpartition(" ")[2]) for other in known)


def find_participants(
    versions: Iterable[Version], *, lexicon: Lexicon | None = None
) -> tuple[Participant, ...]:
    """The people who take part in the conversation that `versions` report, by party and name.

    Names come from titles, from the sentence that says that the conversation took place, and,
    where there is none, from the subjects of what is reported. Each account helps with the
    others: "the Prime Minister" of one is named in the next. A person whose party no text shows
    has party "". A version in a language without a lexicon is passed over.
    """
    people: list[_Person] = []
    readings = []
    for version in sorted(versions, key=lambda v: (v.party, v.id)):
        known = _lexicon_for(version, lexicon)
        if known is not None:
            readings.append(_Reading(version, compile_grammar(known), known))
    parties = sorted({r.version.party for r in readings if r.version.party})
    for reading in readings:
        reading.collect(people, parties)
    for reading in readings:
        reading.vote_by_titles(people)
    people = _merge_unnamed(_merge_spellings(people))
    taking_part = [p for p in people if p.lead] or [p for p in people if p.frames]
    if any(p.lead for p in people):
        taking_part += _beside_the_lead(people, taking_part, parties)
    return _settle(taking_part, parties, readings)


def _merge_spellings(people: list[_Person]) -> list[_Person]:
    """`people`, with whoever was met by one name before the full one was read as one person."""
    kept: list[_Person] = []
    for person in people:
        party = _winner(person.votes)
        same = [
            other
            for other in kept
            if any(other.is_named(_fold(name)) for name in person.names)
            and (not party or _winner(other.votes) in {"", party})
        ]
        if len(same) == 1:
            same[0].take(person)
        else:
            kept.append(person)
    return kept


def _merge_unnamed(people: list[_Person]) -> list[_Person]:
    """`people`, with whoever a lead calls by the office alone known by the name given elsewhere."""
    kept = []
    for person in people:
        party = _winner(person.votes)
        named = next(
            (
                p
                for p in people
                if not person.names
                and p.names
                and p.offices & person.offices
                and _winner(p.votes) in {"", party}
            ),
            None,
        )
        if named is None:
            kept.append(person)
        else:
            named.lead = True
            named.votes[party] += _OWN
    return kept


def _beside_the_lead(
    people: list[_Person], leading: list[_Person], parties: list[str]
) -> list[_Person]:
    """Who takes part and is not named where the conversation is.

    That is the speaker whom a party lacks, and, where the lead has one side alone, those of the
    other who hold an office.
    """
    present = {_winner(p.votes) for p in leading}
    rest = [p for p in people if not p.lead and p.names and p.frames]
    found = []
    for party in parties:
        if party in present:
            continue
        own = [p for p in rest if _winner(p.votes) == party] or [p for p in rest if not p.votes]
        if own:
            found.append(max(own, key=lambda p: (p.frames, sorted(p.names))))
    if len(present) == 1:
        found += [
            p
            for p in rest
            if p not in found and p.offices and _winner(p.votes) not in {"", *present}
        ]
    return found


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
        self.sentences = reading.sentences[:_LEAD_SENTENCES]
        title_actors = find_actors(self.title, grammar)
        known = {
            a.name[-1].casefold()
            for a in (*reading.actors, *title_actors)
            if a.kind is ActorKind.NAME and not (a.bare and len(a.name) == 1)
        }
        self.title_actors = [
            a
            for a in title_actors
            if not (a.bare and len(a.name) == 1) or a.name[0].casefold() in known
        ]
        self.actors = reading.known_actors(frozenset(known))
        self.subjects = _subjects(self.tokens, self.actors, grammar)

    def collect(self, people: list[_Person], parties: list[str]) -> None:
        """Add what this version shows to `people`."""
        lead = self._lead()
        for actor in self.title_actors:
            if actor.kind is ActorKind.NAME and not _speaks_for(actor):
                person = _person(people, actor)
                person.add(actor)
                person.lead |= not actor.bare or lead is None
        for index, actor in enumerate(self.actors):
            if actor.kind is not ActorKind.NAME or _speaks_for(actor):
                continue
            in_lead = lead is not None and self._in_lead(actor, lead)
            part = in_lead or index in self.subjects or _known(people, actor)
            if actor.bare and (not part or self._is_place(actor)):
                continue
            person = _person(people, actor)
            person.add(actor)
            if in_lead:
                person.lead = True
                before = lead is not None and actor.first < lead[1]
                if not actor.party and (side := self._side(parties, own=before)):
                    person.votes[side] += _LEAD
            if index in self.subjects:
                person.frames += 1
        if lead is not None and self.version.party:
            self._unnamed(people, lead)

    def _is_place(self, actor: Actor) -> bool:
        return self.tokens.lower[actor.first - 1] in _BEFORE_PLACES

    def _side(self, parties: list[str], *, own: bool) -> str:
        """The issuer's party, or that of the other side where there is one other only."""
        others = [party for party in parties if party != self.version.party]
        if own:
            return self.version.party
        return others[0] if len(others) == 1 else ""

    def _unnamed(self, people: list[_Person], lead: tuple[int, int, int]) -> None:
        """A principal whom the lead only calls by the office ("The Prime Minister spoke to …")."""
        for actor in self.actors:
            if (
                actor.kind is ActorKind.TITLE
                and self._in_lead(actor, lead)
                and actor.last < lead[1]
                and actor.party in {"", self.version.party}
                and not _speaks_for(actor)
            ):
                person = _Person(lead=True)
                person.add(actor)
                person.votes[self.version.party] += _OWN
                people.append(person)
                return

    def vote_by_titles(self, people: list[_Person]) -> None:
        """Bare titles speak of the issuer's own principal more often than of another's."""
        for actor in self.actors:
            if actor.kind is ActorKind.TITLE and actor.title is not None and not actor.party:
                covers = actor.title.covers
                holders = [p for p in people if p.names and p.offices & covers]
                if len(holders) == 1 and self.version.party:
                    weight = _OWN if actor.own else _BARE_TITLE
                    holders[0].votes[self.version.party] += weight

    def _lead(self) -> tuple[int, int, int] | None:
        """The sentence that says that the conversation took place.

        Its first token, its verb, and one past the last token that may name who took part.
        """
        for low, high in self.sentences:
            for at in range(low, high):
                if self._is_contact(at, high):
                    if self._names_somebody(low, high):
                        return low, at, self._lead_end(at, high)
                    break
        return None

    def _is_contact(self, at: int, high: int) -> bool:
        """Whether the word says that people spoke or met: "held a call", "discussed with"."""
        sets, word = self.grammar.sets, self.tokens.lower[at]
        if word != "discussed" and word not in self.grammar.contact:
            return False
        rest = self.tokens.lower[at + 1 : min(high, at + _LONGEST_LEAD)]
        if word == "discussed":
            return rest[:1] == ["with"]
        if word == "called" and self.tokens.words[at + 1 : at + 2] and rest:
            return self.tokens.words[at + 1][0].isupper()
        together = "with" in rest or rest[:1] == ["to"] or word in sets["contact-alone"]
        return together or not sets["contact-nouns"].isdisjoint(rest)

    def _names_somebody(self, low: int, high: int) -> bool:
        return any(
            a.kind in {ActorKind.NAME, ActorKind.TITLE} and low <= a.first < high
            for a in self.actors
        )

    def _lead_end(self, verb: int, high: int) -> int:
        """Where the lead stops naming people: before "about", or a reporting verb."""
        about, lower = self.grammar.phrases["about"], self.tokens.lower
        for i in range(verb + 1, high):
            word = lower[i]
            if about.match(lower, i) or word in {"following", "after", "ahead"}:
                return i
            if word in self.grammar.verbs and word.endswith(("ed", "ing")):
                return i
        return high

    def _in_lead(self, actor: Actor, lead: tuple[int, int, int]) -> bool:
        return lead[0] <= actor.first < lead[2] and not actor.possessive


def _subjects(tokens: Tokens, actors: Sequence[Actor], grammar: Grammar) -> frozenset[int]:
    """Indexes of the actors that a reporting or contact verb follows."""
    found = set()
    for index, actor in enumerate(actors):
        at = actor.last + 1
        while at < len(tokens) and grammar.is_adverb(tokens.lower[at]):
            at += 1
        if at < len(tokens) and not actor.possessive:
            word = tokens.lower[at]
            if word in grammar.contact or word in grammar.verbs:
                found.add(index)
    for index, (actor, following) in enumerate(pairwise(actors)):
        between = tokens.lower[actor.last + 1 : following.first]
        if between == ["and"] and index + 1 in found:
            found.add(index)
    return frozenset(found)


def _speaks_for(actor: Actor) -> bool:
    return actor.title is not None and actor.title.id.rstrip("+") == "spokesperson"


def _known(people: list[_Person], actor: Actor) -> bool:
    folded = _fold(actor.name)
    return any(person.is_named(folded) for person in people)


def _person(people: list[_Person], actor: Actor) -> _Person:
    """Who is named so; somebody new, who is not kept where there are too many."""
    folded = _fold(actor.name)
    for person in people:
        if person.is_named(folded):
            return person
    person = _Person()
    if len(people) < _MOST_PEOPLE:
        people.append(person)
    return person


def _fold(name: Sequence[str]) -> str:
    return fold_name(" ".join(name))


def _winner(votes: Mapping[str, float]) -> str:
    return min(votes, key=lambda party: (-votes[party], party)) if votes else ""


def _settle(
    people: list[_Person], parties: list[str], readings: list[_Reading]
) -> tuple[Participant, ...]:
    """Participants from the evidence: parties by votes or elimination, names at their fullest."""
    named = [p for p in people if p.names]
    taken = {_winner(p.votes) for p in named}
    for person in named:
        if not person.votes:
            left = [party for party in parties if party not in taken]
            if len(left) == 1:
                person.votes[left[0]] += _LEAD
    settled = [_participant(p, readings) for p in named]
    for person in people:
        party = _winner(person.votes)
        if not person.names and party not in {p.party for p in settled}:
            role = min(person.roles, key=lambda r: (-person.roles[r], r))
            settled.append(Participant(name=role, role=role, party=party))
    return tuple(sorted(settled, key=lambda p: (p.party, fold_name(p.name))))


def _participant(person: _Person, readings: list[_Reading]) -> Participant:
    party = _winner(person.votes)
    forms = sorted(person.names, key=lambda n: (-len(n), -person.names[n], n))
    fullest = _joined(forms[0])
    role = min(person.roles, key=lambda r: (-len(r.split()), -person.roles[r], r), default="")
    family = ""
    upper = [w for w in forms[0] if w.isupper() and len(w) > 2]
    first = readings[0].grammar.sets["family-name-first"] if readings else frozenset()
    if len(upper) == 1 and len(forms[0]) > 1:
        family = upper[0].title()
    elif party in first and len(forms[0]) > 1:
        family = forms[0][0]
    aliases = sorted({_joined(form) for form in forms[1:]} - {fullest})
    return Participant(name=fullest, role=role, party=party, aliases=tuple(aliases), family=family)


def _joined(name: tuple[str, ...]) -> str:
    return " ".join(f"{w}." if len(w) == 1 else w for w in name)
