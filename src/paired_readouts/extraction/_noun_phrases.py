"""The parts of noun phrases: names, offices, countries and what belongs to them, at a token.

Each method looks at one place and gives how far the part reaches; nothing is decided about who is
meant.
"""

from __future__ import annotations

from typing import NamedTuple

from paired_readouts._text import Tokens
from paired_readouts.extraction._grammar import Title
from paired_readouts.extraction._name_words import NameWords

__all__ = ["NounPhrases", "Offices"]

# "all of the three" is as long as determiners get.
_MOST_DETERMINERS = 4

_MOST_NAME_TOKENS = 7
_MOST_COMPLEMENT_TOKENS = 16
# What follows a name that stands in apposition: "the President of Norland, Mara Velin,".
_CLOSING = frozenset({",", ".", ")", ";", ":"})
# Whoever leads a government may also be a minister with an office of its own.
_HEADS = frozenset({"prime-minister", "deputy-prime-minister"})
# What stands before the name of one whose office is told already.
_RANKS = frozenset({"style", "speaker", "envoy", "general"})
_AND = frozenset({"and", "&"})
_JOINING = frozenset({"of", "the", "and", "for", "on"})


class Offices(NamedTuple):
    """All offices of one person, as they stand one after the other."""

    #: One past the last.
    end: int
    held: Title | None
    role: str
    #: Those after the first, by the ids of the lexicon.
    others: frozenset[str]
    party: str


class NounPhrases:
    """Looks the parts of noun phrases up among the tokens of one text."""

    def __init__(self, tokens: Tokens, known: NameWords) -> None:
        # An empty word closes each list, so that what follows a word may always be asked for.
        self.words = [*tokens.words, ""]
        self.raw = [*tokens.lower, ""]
        self.size = len(tokens)
        self.facts = [known[word] for word in self.words]
        self.lower = [fact.lower for fact in self.facts]
        self.articles = known.articles
        self.numbers = known.numbers
        self.given = known.given
        self.kin = known.kin
        self.own_states = known.own_states
        self.grammar = known.grammar
        self.sets = known.grammar.sets

    def country(self, at: int) -> tuple[int, str] | None:
        """The country at `at`: one past it, and its code; "People's" keeps its ending."""
        if not self.facts[at].country:
            return None
        if self.facts[at].owns:
            found = self.grammar.countries.match(self.raw, at)
            if found is not None:
                return found
        return self.grammar.countries.match(self.lower, at)

    def title(self, at: int) -> tuple[int, Title] | None:
        if not self.facts[at].title or self._is_hour(at):
            return None
        titles = self.grammar.titles
        found = titles.match(self.raw, at) or titles.match(self.lower, at)
        return found or (self._head_of(at) if self.lower[at] == "head" else None)

    def _is_hour(self, at: int) -> bool:
        """Whether "PM" or the like follows a number, and is no office."""
        return at > 0 and self.words[at].isupper() and self.words[at - 1][-1:].isdigit()

    def _head_of(self, at: int) -> tuple[int, Title] | None:
        """An office with the country inside: "the head of the Norlandic foreign ministry"."""
        if self.lower[at + 1] != "of":
            return None
        inner = self.past_determiners(at + 2)
        inner, party, end = self.country_prefix(inner)
        if not end:
            return None
        plain = ["head", "of", "the", *self.lower[inner : inner + _MOST_NAME_TOKENS]]
        found = self.grammar.titles.match(plain, 0)
        if found is None:
            return None
        return inner + found[0] - 3, found[1]._replace(party=party)

    def country_prefix(self, at: int) -> tuple[int, str, int]:
        """Past countries' names and adjectives at `at`, the party if there is one, and its end."""
        party, end = "", 0
        while self.facts[at].country and self.words[at] not in {"Us", "us"}:
            found = self.country(at)
            if found is None:
                break
            at, party = found
            end = at
            if self.lower[at] == "-":
                at += 1
        return (end or at), party, end

    def offices(
        self, at: int, found: tuple[int, Title], *, whole: bool, named: bool = False
    ) -> Offices:
        """The office `found` at `at`, and "and Foreign Minister", "/Foreign Minister", "Senator".

        "The President and Prime Minister Velin" are two people: where a determiner stands before
        it, it is not `whole`. Whoever has been `named` before has all that follow without a name.
        """
        role, held, others = self._as_printed(at, found[0]), found[1], set[str]()
        polite = self.lower[at - 1] in self.sets["honorifics"]
        at, party = self.complements(self.past_portfolio(found[0]))
        while following := self._further_office(at, held, whole=whole, alone=named or polite):
            further, past = following
            if further.id != "style":
                others.add(further.id)
                role = f"{role} {self._as_printed(at, past)}".replace(" /", "/")
            at, stated = self.complements(self.past_portfolio(past))
            party = party or stated or further.party
        return Offices(self._past_sign(at), held, role, frozenset(others), party)

    def _as_printed(self, at: int, end: int) -> str:
        return " ".join(self.words[at:end]).replace("/ ", "/").replace(" /", "/")

    def _further_office(
        self, at: int, held: Title, *, whole: bool, alone: bool
    ) -> tuple[Title, int] | None:
        """The office that goes on at `at` after `held`, and one past its last token.

        `alone` says that no name need follow.
        """
        joined = self.lower[at] in _AND
        inner = at + (joined or self.lower[at] == "/")
        if held.id == "style" and self.lower[at] == "the":  # "His Highness the Crown Prince"
            inner = at + 1
        found = self.title(inner)
        if found is None or self.facts[at - 1].owns or not self.facts[inner].capital:
            return None
        past, title = found
        if title.id.endswith("+"):
            return None
        if joined and not self._is_one_holder(inner, past, held, whole=whole, alone=alone):
            return None
        return title, past

    def _is_one_holder(self, at: int, past: int, held: Title, *, whole: bool, alone: bool) -> bool:
        """Whether the office at `at`, after "and", is held by whoever holds the one before it."""
        end, _ = self.complements(self.past_portfolio(past))
        if self.apposed_name(end) or (held.id in _HEADS and self._is_ministry(at, end)):
            return True
        return whole and (alone or self._is_named(end))

    def _is_ministry(self, at: int, end: int) -> bool:
        """Whether an office is that of a minister of something: no second one of two people's."""
        return self.lower[at] == "minister" and end - at > 2

    def _is_named(self, at: int) -> bool:
        """Whether a name, or a further office of the same person, follows at once."""
        named = self.past_honorifics(at)
        return self.name_end(named) > named or self.title(named) is not None

    def _past_sign(self, at: int) -> int:
        """Past "(UN)", where a name in apposition follows."""
        sign = self.lower[at] == "(" and self.words[at + 1].isupper()
        return at + 3 if sign and self.lower[at + 2] == ")" and self.apposed_name(at + 3) else at

    def apposed_name(self, at: int) -> int:
        """Where a name begins that stands in apposition after a comma at `at`; 0 where none does.

        As in ", His Excellency Joon Aster," or ", Senator Joon Aster,".
        """
        if self.lower[at] != ",":
            return 0
        styled = self.title(at + 1)
        begins = styled[0] if styled is not None and styled[1].id in _RANKS else at + 1
        first = self.past_honorifics(begins)
        end = self.name_end(first)
        full = end - first > 1 or (end > first > at + 1)
        closed = end >= self.size or self.lower[end] in _CLOSING
        # "The President, Senator Joon Aster, and …" tells of several people.
        lists = begins > at + 1 and closed and self.lower[end + 1 : end + 2] == ["and"]
        return begins if full and closed and not lists else 0

    def past_honorifics(self, at: int) -> int:
        start = at
        while self.lower[at] in self.sets["honorifics"] or (self.lower[at] == "." and at > start):
            at += 1
        return at

    def past_portfolio(self, at: int) -> int:
        """Past "and International Cooperation", ", Trade and Development" of an office's name."""
        most, end = at + _MOST_COMPLEMENT_TOKENS, at
        while end < most and self.lower[end] in {",", "and"} and self.describes(end + 1):
            joined = self.lower[end] == "and"
            end += 2
            while self.describes(end):
                end += 1
            if joined:
                at = end
        return at

    def goes_with_style(self, at: int) -> bool:
        """Whether "HE" or the like at `at` stands before a person or an office."""
        after = at + 1
        if self.title(after) is not None or self.lower[after] in self.sets["honorifics"]:
            return True
        return self.name_end(after) > after and not self.words[after].isupper()

    def names_a_thing(self, at: int, end: int) -> bool:
        """Whether a name without office or honorific is that of a place, an event, a market."""
        if self.lower[end] in self.sets["name-places"]:
            return True
        if at == 0 or end - at == 1:
            return False
        before = self.words[at - 1]
        sign = len(before) > 1 and before[0].isalpha() and before.upper() == before
        return self.lower[at - 1] in self.articles or (sign and not self.facts[at - 1].country)

    def past_kin(self, at: int) -> int:
        """Past "his brother," before an office; `at` itself where no such word follows."""
        return at + 3 if self.lower[at + 1] in self.kin and self.lower[at + 2] == "," else at

    def names_no_state(self, at: int, end: int) -> bool:
        """Whether what follows an office at `at` is a state without name: "of the Republic"."""
        bare = end - at == 3 and self.lower[at : at + 2] == ["of", "the"]
        return bare and self.lower[end - 1] in self.own_states

    def past_modifier(self, at: int) -> int:
        """Past "acting" and the like before an office."""
        end = at
        while self.lower[end] in self.sets["title-modifiers"]:
            end += 1
        return end if end > at and self.title(end) else at

    def describes(self, at: int) -> bool:
        """Whether the word goes on with an office's name: "and Expatriates"."""
        words = self.sets["not-names"]
        return self.facts[at].capital and self.lower[at] in words and self.title(at) is None

    def complements(self, at: int) -> tuple[int, str]:
        """Past "of the Republic of Norland", "to the President", and the party stated there."""
        party = ""
        limit = at + _MOST_COMPLEMENT_TOKENS
        while at + 1 < limit and self.lower[at] in self.sets["complement-openers"]:
            if self.facts[at - 1].owns:
                break
            inner = self.past_determiners(at + 1)
            own = "our" in self.lower[at:inner]
            while self.lower[inner] in self.sets["title-modifiers"]:  # "of the sister Republic of"
                inner += 1
            end, code = self.place(inner)
            if self.lower[inner] in self.sets["states"]:
                end = inner + 1
            if end == inner:
                title = self.title(inner)
                if title is not None:
                    end = title[0]
                    while self.facts[title[0] - 1].owns and self.facts[end].capital:
                        end += 1
                elif (own and inner < self.size) or self.is_unknown_place(at, inner):
                    end = inner + 1
                else:
                    break
            party = party or code
            at = end
        return at, party

    def is_unknown_place(self, of: int, at: int) -> bool:
        """Whether what an office is of is a place that no table has: "the President of Ostia"."""
        return self.lower[of] == "of" and self.is_name_word(at) and not self.is_name_word(at + 1)

    def past_determiners(self, at: int) -> int:
        """Past determiners and small numbers: "the", "our", "both"."""
        lower, determining = self.lower, self.sets["determining"]
        most = at + _MOST_DETERMINERS
        while at < most and lower[at] in determining:
            at += 1
        return at

    def place(self, at: int) -> tuple[int, str]:
        """Past a country, several of them, or capitalised words such as an office's name."""
        start, party = at, ""
        while self.facts[at].capital and at - start < _MOST_COMPLEMENT_TOKENS:
            thing = self.grammar.things.match(self.lower, at)
            found = self.country(at)
            if thing is not None and (found is None or thing[0] > found[0]):
                return thing[0], party
            if found is not None:
                at, code = found
                party = party or code
                if at + 2 < self.size and self.lower[at] == "and":
                    skip = at + 1 + (self.lower[at + 1] == "the")
                    if self.country(skip):
                        at = skip
                        continue
                return at, party
            if self.lower[at] not in self.sets["not-names"]:
                # "the Republic of Ostia": a state that no table has.
                unknown = at > start and self.lower[at - 1] == "of" and self.is_name_word(at)
                return (at + 1 if unknown else self._before_joining(at, start)), party
            at += 1
            while self.lower[at] in _JOINING:
                at += 1
            if at < self.size and not self.facts[at].capital:
                return self._before_joining(at, start), party
        return at, party

    def _before_joining(self, at: int, start: int) -> int:
        """Back before "and the", where nothing of the place follows."""
        while at > start and self.lower[at - 1] in _JOINING:
            at -= 1
        return at

    def name_end(self, at: int) -> int:
        """One past the name that begins at `at`; `at` itself where none does."""
        end, particles = at, self.sets["name-particles"]
        while end - at < _MOST_NAME_TOKENS:
            word = self.lower[end]
            if word in particles and (end == at or self.facts[end].capital or self.goes_on(end)):
                if end == at and not self.facts[end].capital:
                    break
            elif not self.is_name_word(end) or (end == at and self._is_bullet(end)):
                break
            end += 1
            if self.facts[end - 1].owns:
                break
            if self.lower[end] == "." and (
                len(word) == 1 or (word in self.given and self.is_name_word(end + 1))
            ):
                end += 1
        if end > at and self.lower[end - 1] in particles:
            end -= 1
        return end

    def _is_bullet(self, at: int) -> bool:
        """Whether a letter stands alone, with no full stop: the "O" before a list's item."""
        return len(self.lower[at]) == 1 and self.lower[at + 1] != "."

    def goes_on(self, at: int) -> bool:
        return self.is_name_word(at + 1) or self.lower[at + 1] in self.sets["name-particles"]

    def is_name_word(self, at: int) -> bool:
        named = self.facts[at].name
        return self._is_no_phrase(at) if named is None else named

    def _is_no_phrase(self, at: int) -> bool:
        """Whether a word that a phrase of the lexicon may begin with begins none here."""
        word = self.lower[at]
        if len(word) == 1:
            if self.lower[at + 1] == ".":
                return True
            if word in self.sets["not-names"] or word in self.sets["starters"]:
                return False
        return not (self.country(at) or self.grammar.things.match(self.lower, at) or self.title(at))

    def honorific_next(self, at: int) -> bool:
        return self.lower[at + 1] in self.sets["honorifics"]

    def past_suffix(self, at: int) -> int:
        """Past ", Jr." and the like."""
        comma = self.lower[at] == ","
        suffix = at + 1 if comma else at
        if self.lower[suffix] in self.sets["name-suffixes"]:
            at = suffix + 1
            if self.lower[at] == ".":
                at += 1
            if comma and self.lower[at] == ",":
                at += 1
        return at

    def possessive(self, last: int) -> bool:
        return self.facts[last].owns or (
            self.words[last + 1] in {"'", "’"} and self.words[last][-1] == "s"
        )
