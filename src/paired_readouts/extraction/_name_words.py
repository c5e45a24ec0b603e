"""What a single word tells of the names, offices and countries that may begin with it."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from typing import Any

import attrs

from paired_readouts._text import Phrases, fold
from paired_readouts.extraction._grammar import Grammar, compile_grammar
from paired_readouts.extraction._quantities import compile_units
from paired_readouts.lexicon import Lexicon

__all__ = ["NameWord", "NameWords", "compile_name_words"]

# "The former" and "the latter" are actors.
_MENTIONED = frozenset({"former", "latter"})
# "HE the Minister": in capitals no pronoun.
_EXCELLENCIES = {"HE": "h.e"}
# So many different words are kept.
_MOST_WORDS = 20_000


@attrs.define(eq=False, repr=False)
class NameWord:
    """What holds of a word wherever it stands."""

    #: Folded, without the ending of an owner.
    lower: str
    #: Whether that ending stands there: "Norland's".
    owns: bool
    capital: bool
    #: Whether an actor may begin here.
    opens: bool
    #: Whether what follows an actor's determiners may begin here.
    heads: bool
    #: Whether an office may begin here.
    title: bool
    #: Whether a country may begin here; only a capitalised word does.
    country: bool
    #: Whether it may be part of a name; None where that depends on what follows.
    name: bool | None


class NameWords(dict[str, NameWord]):
    """The words met so far, as they stand, with what is known of each."""

    def __init__(
        self,
        grammar: Grammar,
        *,
        abbreviations: frozenset[str] = frozenset(),
        numbers: Mapping[str, int] | None = None,
        given: frozenset[str] = frozenset(),
        kin: frozenset[str] = frozenset(),
        own_states: frozenset[str] = frozenset(),
    ) -> None:
        super().__init__()
        self.grammar = grammar
        self._abbreviations = abbreviations
        #: Given names cut short: "Ma.".
        self.given = given
        #: What a head of state is called by another: "his brother, President Aster".
        self.kin = kin
        #: What a state calls itself: "of the Republic".
        self.own_states = own_states
        #: The numbers that words stand for.
        self.numbers = numbers or {}
        #: The determiners that are no numbers.
        self.articles = grammar.sets["determiners"] - grammar.sets["numbers"]

    def __missing__(self, word: str) -> NameWord:
        if len(self) >= _MOST_WORDS:
            self.clear()
        found = self[word] = self._look_up(word)
        return found

    def _look_up(self, word: str) -> NameWord:
        raw, sets = fold(word), self.grammar.sets
        owns = raw.endswith("'s")
        lower = raw[:-2] if owns else _EXCELLENCIES.get(word, raw)
        forms = {raw, lower}
        capital = word[:1].isupper() or ("-" in word and self._joins_name(word))
        title = lower == "head" or _opens(self.grammar.titles, forms)
        country = capital and _opens(self.grammar.countries, forms)
        name: bool | None = capital and self._name(lower)
        thing = _opens(self.grammar.things, {lower}) and not self._is_other_word(word, lower)
        if name and (title or country or len(lower) == 1 or thing):
            name = None
        starts = title or country or name is not False
        starts = starts or lower in sets["name-particles"] or lower in {"i", "right"}
        opens = lower in sets["actor-openers"] or (capital and starts)
        heads = opens or title or lower == "right" or raw in _MENTIONED
        return NameWord(lower, owns, capital, opens, heads, title, country, name)

    def _is_other_word(self, word: str, lower: str) -> bool:
        """Whether `word` only looks like an abbreviation: "Isa" is none, as "ISA" is."""
        return lower in self._abbreviations and not word.removesuffix("'s").isupper()

    def _joins_name(self, word: str) -> bool:
        """Whether a particle is joined to a name: "el-Sisi"."""
        particle, _, name = word.partition("-")
        return name[:1].isupper() and particle in self.grammar.sets["name-particles"]

    def _name(self, lower: str) -> bool:
        """Whether a capitalised word may be part of a name, if it is no phrase of the lexicon."""
        sets, countries = self.grammar.sets, self.grammar.countries
        if lower in sets["name-suffixes"]:
            return False
        if len(lower) > 1 and (lower in sets["not-names"] or lower in sets["starters"]):
            return False
        if lower[-1].isdigit() or self.grammar.is_third_person(lower):
            return False
        return "-" not in lower or not any(countries.match([p], 0) for p in lower.split("-"))


def _opens(phrases: Phrases[Any], words: set[str]) -> bool:
    """Whether a phrase may begin with one of `words`."""
    return any(phrases.seconds(word) != frozenset() for word in words)


@lru_cache(maxsize=8)
def compile_name_words(lexicon: Lexicon) -> NameWords:
    """The words of `lexicon`, filled as they are met."""
    things = [
        word
        for table in ("organisations", "places")
        for entry in lexicon.table(table)
        for word in entry.list()
    ]
    openers = {fold(word.split()[0]) for word in things if not word.isupper() or " " in word}
    abbreviations = {fold(word) for word in things if word.isupper()}
    numbers = compile_units(lexicon).numbers
    return NameWords(
        compile_grammar(lexicon),
        abbreviations=frozenset(abbreviations - openers),
        numbers=numbers,
        given=lexicon.words("abbreviations", "given-names"),
        kin=lexicon.words("titles", "kin"),
        own_states=lexicon.words("titles", "own-states"),
    )
