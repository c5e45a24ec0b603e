"""Who is spoken of in a text: names, offices, sides, pronouns, as places among the tokens.

An actor is a noun phrase that may be the subject of a reporting frame. Whom it stands for is
decided later, in `_cast`: here only its form is read.
"""

from __future__ import annotations

from itertools import compress
from typing import Final

import attrs

from paired_readouts._text import Tokens
from paired_readouts.extraction._grammar import Title
from paired_readouts.extraction._name_words import compile_name_words
from paired_readouts.extraction._noun_phrases import NounPhrases, Offices
from paired_readouts.lexicon import Lexicon

__all__ = ["Actor", "ActorKind", "find_actors"]

_STATE_AND_GOVERNMENT = frozenset({"and", "or", "state", "government"})
_HIS_OR_HER = frozenset({"his", "her"})
_BEFORE_HONORIFICS = _HIS_OR_HER | {"right"}


class ActorKind:
    """The forms of an actor: plain strings, as every step asks for them many times."""

    NAME: Final = "name"
    TITLE: Final = "title"
    JOINT: Final = "joint"
    HE: Final = "he"
    SHE: Final = "she"
    I: Final = "I"  # noqa: E741  the pronoun
    WE: Final = "we"
    SIDE: Final = "side"
    FORMER: Final = "former"
    LATTER: Final = "latter"


_PRONOUNS = {"he": ActorKind.HE, "she": ActorKind.SHE, "we": ActorKind.WE}
_PERSON = frozenset({ActorKind.NAME, ActorKind.TITLE})
_EXCELLENCIES = frozenset({"h.e"})
_NONE: frozenset[str] = frozenset()
# One and several.
_SPOKESPERSON = frozenset({"spokesperson", "spokesperson+"})
_MENTIONED = {"former": ActorKind.FORMER, "latter": ActorKind.LATTER}


@attrs.define(eq=False, repr=False)
class Actor:
    """One noun phrase: its tokens, both ends included, and what it says."""

    first: int
    last: int
    #: One of the forms in `ActorKind`.
    kind: str
    #: The words of the name; empty without one.
    name: tuple[str, ...] = ()
    title: Title | None = None
    #: Further offices of the same person, by the ids of the lexicon.
    offices: frozenset[str] = frozenset()
    #: The office as printed; empty without one.
    role: str = ""
    #: The party's code that the phrase itself gives.
    party: str = ""
    #: Whether it only owns what follows ("President Velin's visit").
    possessive: bool = False
    #: Whether a determiner of one's own stands before it ("our President").
    own: bool = False
    #: Whether the name stands without office or honorific.
    bare: bool = False
    #: A country alone, without "side" or the like.
    country: bool = False
    #: Whether it is of a state that goes without its name: "the President of the Republic".
    home: bool = False
    #: Whether it is said to visit.
    visiting: bool = False
    #: How many they are said to be: "the three ministers"; 0 where no number stands.
    number: int = 0

    @property
    def is_person(self) -> bool:
        """Whether it is one person, by name or office."""
        return self.kind in _PERSON

    @property
    def stated(self) -> bool:
        """Whether the phrase itself tells that it may be another side's than the issuer's."""
        return bool(self.party) or self.visiting

    @property
    def speaks_for(self) -> bool:
        """Whether it is a spokesperson and nothing else, who tells of others."""
        return self.title is not None and self.title.id in _SPOKESPERSON and not self.offices


def find_actors(tokens: Tokens, lexicon: Lexicon) -> tuple[Actor, ...]:
    """The actors among `tokens`, in order, without overlaps.

    A capitalised word that stands alone is one too, with `bare`: whether it is a name is known
    only where somebody has it.
    """
    reader = _Reader(tokens, compile_name_words(lexicon))
    actors: list[Actor] = []
    past = 0
    for at in compress(range(reader.size), [fact.opens for fact in reader.facts]):
        if at >= past and at >= reader.past_thing and (actor := reader.read(at)):
            actors.append(actor)
            past = actor.last + 1
    return tuple(actors)


class _Reader(NounPhrases):
    """Reads one actor at a token."""

    #: One past the last name met that is that of a thing.
    past_thing = 0

    def read(self, at: int) -> Actor | None:
        """The actor that begins at token `at`."""
        word = self.lower[at]
        if word in self.articles and not (self.facts[at + 1].heads or self.facts[at].title):
            return None
        if kind := self._pronoun(at):
            return Actor(at, at, kind)
        if word in _HIS_OR_HER and (inner := self.past_kin(at)) and (styled := self.title(inner)):
            styled_one = self._office(at, inner, styled, party="", own=False, number=False)
            styled_one.last += inner > at and self.lower[styled_one.last + 1] == ","
            return styled_one
        if word == "the" and self.raw[at + 1] in _MENTIONED:
            return (
                None
                if self.facts[at + 1].capital
                else Actor(at, at + 1, _MENTIONED[self.raw[at + 1]])
            )
        first, at = at, self.past_determiners(at)
        at += self._is_our_state(first, at)
        number = at > first and not self.sets["numbers"].isdisjoint(self.lower[first:at])
        if not (number or self.facts[at].heads):
            return self._own_side(first)
        at, party, country_end = self.country_prefix(at)
        at = self.past_modifier(at)
        found = self.title(at)
        if found and (found[0] - at > 1 or self.facts[at].capital or first < at):
            own = "our" in self.lower[first:at]
            return self._office(first, at, found, party=party, own=own, number=number)
        if country_end:
            return self._side(first, at, party)
        opens = self.facts[at].capital or number or self.lower[at] in self.sets["actor-openers"]
        if not opens and self.lower[at] != "right":
            return None
        joint = self._joint(first, at, number=number)
        return joint or self._name(first, at, party="", title=None)

    def _pronoun(self, at: int) -> str:
        if self.words[at] == "I":
            return ActorKind.I
        styled = self.lower[at] in _EXCELLENCIES and self.goes_with_style(at)
        return "" if styled else _PRONOUNS.get(self.raw[at], "")

    def _is_our_state(self, first: int, at: int) -> bool:
        """Whether an office follows "our country's" before it."""
        ours = "our" in self.lower[first:at] and self.facts[at].owns
        return ours and self.lower[at] in self.own_states and self.title(at + 1) is not None

    def _own_side(self, at: int) -> Actor | None:
        """As in "our side"."""
        if self.lower[at] != "our" or self.lower[at + 1] not in self.sets["side"]:
            return None
        owns = self.facts[at + 1].owns
        return Actor(at, at + 1, ActorKind.SIDE, own=True, possessive=owns)

    def _office(
        self, first: int, at: int, found: tuple[int, Title], *, party: str, own: bool, number: bool
    ) -> Actor:
        begins, (after, title) = at, found
        plural = title.id.endswith("+")
        visiting = "visiting" in self.lower[first:at]
        office = self.offices(at, found, whole=self.articles.isdisjoint(self.lower[first:at]))
        at, role, offices = office.end, office.role, office.others
        party = party or office.party or title.party
        if plural or number:
            named = plural and self._named(at) and self._name(first, at, party=party, title=None)
            return named or Actor(
                first=first,
                last=at - 1,
                kind=ActorKind.JOINT,
                title=title,
                party=party,
                possessive=self.possessive(at - 1),
                number=self.number(first, begins),
                visiting=visiting,
            )
        start = self.apposed_name(at) or at
        if not self.facts[at - 1].owns or start > at:
            one = self._name(first, start, party=party, title=title, role=role, offices=offices)
            if one is not None:
                one.last += start > at and self.lower[one.last + 1] == ","
                return one
        return Actor(
            first=first,
            last=at - 1,
            kind=ActorKind.TITLE,
            title=title,
            offices=offices,
            role=role,
            party=party,
            possessive=self.possessive(at - 1),
            own=own,
            home=not party and self.names_no_state(after, at),
            visiting=visiting,
        )

    def number(self, first: int, end: int) -> int:
        """The number among the determiners of a phrase; 0 where none stands there."""
        return max([self.numbers.get(word, 0) for word in self.lower[first:end]], default=0)

    def _named(self, at: int) -> bool:
        """Whether a name without honorific follows a plural office ("Presidents Velin and …")."""
        polite = self.lower[at] in self.sets["honorifics"]
        return not polite and self.name_end(at) > at

    def _name(
        self,
        first: int,
        at: int,
        *,
        party: str,
        title: Title | None,
        role: str = "",
        offices: frozenset[str] = frozenset(),
    ) -> Actor | None:
        """The actor whose name begins at `at`, with what follows the name."""
        start, at = at, self._past_address(at)
        polite = at > start
        if title is None and polite and (found := self.title(at)):
            return self._office(first, at, found, party=party, own=False, number=False)
        end = self.name_end(at)
        bare = title is None and not polite
        name = self._name_words(at, end, bare=bare)
        if not name:
            return None
        possessive = self.possessive(end - 1)
        end = self.past_suffix(end)
        if not possessive and not (bare and len(name) == 1):
            styled = title is not None and title.id == "style"
            described = self._past_description(end, party, title)
            end, party, title = described.end, described.party, described.held
            offices |= described.others
            role = described.role or role if styled else role or described.role
        return Actor(
            first=first,
            last=end - 1,
            kind=ActorKind.NAME,
            name=name,
            title=title,
            offices=offices,
            role=role,
            party=party,
            possessive=possessive,
            bare=bare,
        )

    def _name_words(self, at: int, end: int, *, bare: bool) -> tuple[str, ...]:
        """The words of a name; none where it is a thing's, or one abbreviation."""
        if bare and end > at and self.names_a_thing(at, end):
            self.past_thing = end if self.lower[at - 1] in self.articles else at
            return ()
        name = tuple([_without_ending(w) for w in self.words[at:end] if w != "."])
        sign = len(name) == 1 and len(name[0]) > 2 and name[0].isupper()
        return () if sign else name

    def _past_address(self, at: int) -> int:
        """Past "H.E. Mr.", "his Excellency", "HRH the" before a name or an office."""
        start = at
        while (
            self.lower[at] in self.sets["honorifics"]
            or (self.lower[at] == "." and at > start)
            or (self.lower[at] in _BEFORE_HONORIFICS and self.honorific_next(at))
        ):
            at += 1
        return at + (at > start and self.lower[at] == "the" and self.title(at + 1) is not None)

    def _past_description(self, at: int, party: str, title: Title | None) -> Offices:
        """Past "of Norland" or ", President of Norland," after a name."""
        if self.lower[at] == "of":
            skip = at + 1 + (self.lower[at + 1] == "the")
            end, code = self.place(skip)
            if code:
                return Offices(end, title, "", _NONE, party or code)
            if title is not None and self.is_unknown_place(at, skip):
                return Offices(skip + 1, title, "", _NONE, party)
        if self.lower[at] in {",", "("}:
            inner = at + 1
            if self.lower[inner] in self.sets["determiners"]:
                inner += 1
            inner, code, _ = self.country_prefix(inner)
            found = self.title(inner)
            if found is not None and not found[1].id.endswith("+"):
                office = self.offices(inner, found, whole=True, named=True)
                after = self.lower[office.end] if office.end < self.size else "."
                if after in {",", ".", ")", "and", ";"}:
                    past = office.end + (after in {",", ")"})
                    held = office.held if title is None or title.id == "style" else title
                    stated = party or code or office.party or found[1].party
                    return Offices(past, held, office.role, office.others, stated)
        return Offices(at, title, "", _NONE, party)

    def _side(self, first: int, at: int, party: str) -> Actor:
        noun = self.lower[at] in self.sets["side"]
        last = at if noun else at - 1
        return Actor(
            first=first,
            last=last,
            kind=ActorKind.SIDE,
            party=party,
            possessive=self.facts[last].owns,
            country=not noun,
        )

    def _joint(self, first: int, at: int, *, number: bool) -> Actor | None:
        word = self.lower[at]
        strong = word in self.sets["joint"]
        if strong or (number and word in self.sets["joint-after-number"]):
            end, _ = self.complements(at + 1)
            if end == at + 1 and self.lower[end] in {"of", "in", "to", "at"}:
                talks = end + 1 + (self.lower[end + 1] in self.sets["determiners"])
                if self.lower[talks] in self.sets["conversation"]:
                    end = talks + 1
            return Actor(
                first=first,
                last=end - 1,
                kind=ActorKind.JOINT,
                possessive=self.possessive(end - 1),
            )
        if word == "heads" and at + 2 < self.size and self.lower[at + 1] == "of":
            end = at + 3
            most = end + 4
            while end < most and self.lower[end] in _STATE_AND_GOVERNMENT:
                end += 1
            for bodies in range(at + 2, min(most, self.size)):  # "heads of the defence ministries"
                if self.lower[bodies] in self.sets["bodies"]:
                    end = bodies + 1
                    break
            end, _ = self.complements(end)
            return Actor(first=first, last=end - 1, kind=ActorKind.JOINT)
        if (
            number
            and at > first
            and (not self.facts[at].capital or word not in self.sets["not-names"])
        ):
            verb = word in self.grammar.verbs or word in self.sets["auxiliaries"]
            if verb or self.grammar.is_adverb(word):
                return Actor(first=first, last=at - 1, kind=ActorKind.JOINT)
        return None


def _without_ending(word: str) -> str:
    return word.removesuffix("'s").removesuffix("’s")
