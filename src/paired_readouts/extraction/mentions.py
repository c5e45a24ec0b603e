"""Who and what a text names: people, states, organisations, places, dates and quantities."""

from __future__ import annotations

import datetime as dt
from bisect import bisect_left
from typing import TypeAlias

import attrs

from paired_readouts._calendar import MONTHS, WEEKDAYS
from paired_readouts._dates_in_text import find_dates
from paired_readouts._text import Tokens, places
from paired_readouts.extraction._names import (
    Person,
    Tables,
    compile_people,
    compile_tables,
)
from paired_readouts.extraction._quantities import read_quantity
from paired_readouts.extraction._words import Words, open_words
from paired_readouts.lexicon import Lexicon, default_lexicon
from paired_readouts.model import Mention, MentionKind, Participant, Span, fold_name

__all__ = ["find_mentions", "open_named"]

#: One past the last word, the kind, the normalised value.
Found: TypeAlias = tuple[int, MentionKind, str]

_LONGEST_NAME = 5
_HYPHENS = frozenset({"-", "‐", "‑"})


def find_mentions(
    tokens: Tokens,
    *,
    participants: tuple[Participant, ...] = (),
    reference: dt.date | None = None,
    words: Words | None = None,
    lexicon: Lexicon | None = None,
) -> tuple[Mention, ...]:
    """The people, states, organisations, places, dates and quantities that `tokens` names.

    In the order of the text, without overlaps. People are the `participants` in the forms of
    their names, and others who stand after a title; states are found by name, adjective, people,
    capital and seat of government, and given by code. `reference` is the day from which "today"
    and days without a year are counted; `words` are those of `open_named` where the caller has
    them.
    """
    lexicon = lexicon or default_lexicon()
    tables = compile_tables(lexicon)
    people = compile_people(participants, lexicon)
    if words is None:
        words = open_named(tokens, participants=participants, lexicon=lexicon)
    dates = {}
    for first, end, value in find_dates(tokens, reference):
        span = Span(tokens.starts[first], tokens.ends[end - 1])
        at = bisect_left(words.starts, span.start)
        past = bisect_left(words.starts, span.end, at + 1)
        dates[at] = past, Mention(span=span, kind=MentionKind.DATE, value=value)
    return tuple(_Finder(words, tables, people, dates).find())


def open_named(tokens: Tokens, *, participants: tuple[Participant, ...], lexicon: Lexicon) -> Words:
    """The words of `tokens`, hyphens opened but in the names of the tables and of participants."""
    whole = compile_tables(lexicon).whole
    names = [word for word in compile_people(participants, lexicon) if "-" in word]
    return open_words(tokens, whole=whole.union(names) if names else whole)


@attrs.define(eq=False, repr=False)
class _Finder:
    words: Words
    tables: Tables
    people: dict[str, Person]
    #: By the first word one past the last, and the mention.
    dates: dict[int, tuple[int, Mention]]
    found: list[Mention] = attrs.field(factory=list)
    #: Where a name is expected: after a title.
    expected: int = -1

    def find(self) -> list[Mention]:
        """One walk over the words that may begin something; the first reading that fits wins."""
        past, last = 0, len(self.words.plain)
        for at in [*self.places(), last]:
            if past <= self.expected < at:
                past = self.take(self.expected)
            if past <= at < last:
                past = self.take(at)
        return self.found

    def places(self) -> list[int]:
        """The words at which something may begin, names that no table holds aside."""
        plain, shown = self.words.plain, self.words.shown
        numerals = {word for word in set(plain) if word[0].isdecimal()}
        opening = self.tables.telling.intersection(plain).union(self.people, numerals)
        small = self.tables.uncapitalised | numerals
        found = [
            at for at in places(plain, opening) if plain[at] in small or shown[at][0].isupper()
        ]
        return sorted([*found, *self.dates]) if self.dates else found

    def take(self, at: int) -> int:
        """One past what begins at `at`, which is found now; `at` where nothing does."""
        if at in self.dates:
            past, mention = self.dates[at]
        elif (hit := self.read(at)) is not None:
            past, kind, value = hit
            span = Span(self.words.starts[at], self.words.ends[past - 1])
            mention = Mention(span=span, kind=kind, value=value)
        else:
            return at
        self.found.append(mention)
        return past

    def read(self, at: int) -> Found | None:
        """A person, a quantity or a name that begins at `at`; after a title a name is expected."""
        word, tables, hit = self.words.plain[at], self.tables, None
        if at == self.expected or word in self.people:
            hit = self.person(at)
        if hit is None and (word in tables.openers or word[0].isdecimal()):
            quantity = read_quantity(self.words, at, tables.units)
            hit = quantity and (quantity[0], MentionKind.QUANTITY, quantity[1])
        if hit is None and word in tables.names.first:
            hit = self.name(at)
        if hit is None and word in tables.titles.first:
            self.title(at)
        return hit

    def name(self, at: int) -> Found | None:
        """The longest name of a state, organisation or place at `at`, in its capitals."""
        words = self.words
        match = self.tables.names.match(words.plain, at)
        if match is None:
            return None
        end, name = match
        if name.capital and not words.shown[at][0].isupper():
            return None
        if name.in_capitals and not all(
            w.isupper() or not w.isalpha() for w in words.shown[at:end]
        ):
            return None
        if name.also_name and (self.is_unknown_name(at - 1) or self.is_unknown_name(end)):
            return None
        return end, name.kind, name.value

    def is_unknown_name(self, at: int) -> bool:
        """Whether a word with a capital that is in no table and begins no sentence stands here."""
        words = self.words
        if not words.is_capital(at) or words.word(at - 1) in {"", ".", "!", "?", ":"}:
            return False
        word = words.plain[at]
        return (
            word.isalpha()
            and word not in self.tables.names.first
            and word not in self.tables.not_names
        )

    def title(self, at: int) -> None:
        """After the title at `at`, or after the state that it is of, a name is expected."""
        words = self.words
        match = self.tables.titles.match(words.plain, at)
        if match is None or not words.is_capital(at):
            return
        end = match[0]
        if words.text[words.ends[end - 1] : words.ends[end - 1] + 1] in {"'", "’"}:
            return
        end += words.word(end) == "."
        if words.word(end) in {"of", "for"}:
            place = end + 1
            place += words.word(place) == "the"
            known = (
                self.tables.names.match(words.plain, place) if place < len(words.plain) else None
            )
            end = known[0] if known is not None else -1
        self.expected = max(self.expected, end)

    def person(self, at: int) -> Found | None:
        """A participant, in any form of the name, or after a title another name."""
        words = self.words
        known = self.people.get(words.plain[at])
        particle = words.word(at) in self.tables.particles and words.word(at + 1) in self.people
        if known is not None and (particle or words.is_capital(at)):
            end = at + 1
            own = known.words
            while end < at + 8 and (
                words.word(end) in own or (words.word(end) == "." and len(words.word(end - 1)) <= 2)
            ):
                end += 1
            end = self.suffix(end)
            while words.word(end - 1) == "." and words.word(end - 2) not in self.tables.suffixes:
                end -= 1
            several = end > at + 1 and sum(map(own.__contains__, words.plain[at:end])) > 1
            if several or at == self.expected or words.plain[at] in known.alone:
                return end, MentionKind.PERSON, known.family
        return self.titled(at) if at == self.expected else None

    def suffix(self, end: int) -> int:
        """One past "Jr." and the like after a name that ends at `end`."""
        words = self.words
        place = end + 1 if words.word(end) == "," else end
        if words.word(place) not in self.tables.suffixes:
            return end
        return place + 2 if words.word(place + 1) == "." else place + 1

    def titled(self, at: int) -> Found | None:
        """The run of names that begins at `at`, after a title."""
        words, end, family = self.words, at, ""
        while end < min(at + _LONGEST_NAME * 2, len(words.plain)):
            word, shown = words.plain[end], words.shown[end]
            initial = len(word) == 1 and shown.isupper() and words.word(end + 1) == "."
            if initial:
                end += 2
                continue
            particle = word in self.tables.particles and words.is_capital(end + 1)
            if not particle and not self.is_name(end):
                break
            if end > at and words.text[words.ends[end - 1] : words.starts[end]] in _HYPHENS:
                family = f"{family}-{shown}"
            elif not particle and not (family.isupper() and len(family) > 2):
                family = shown
            end += 1
            if words.ends[end - 1] < len(words.text) and words.text[words.ends[end - 1]] in "'’":
                break
        if not family:
            return None
        return self.suffix(end), MentionKind.PERSON, fold_name(family)

    def is_name(self, at: int) -> bool:
        """Whether the word at `at` can be part of a person's name."""
        words, tables = self.words, self.tables
        word = words.plain[at]
        return (
            words.is_capital(at)
            and len(word) > 1
            and word.replace("'", "").isalpha()
            and word not in tables.not_names
            and word not in tables.titles.first
            and word not in tables.suffixes
            and word not in MONTHS
            and word not in WEEKDAYS
            and (word not in tables.names.first or tables.names.match(words.plain, at) is None)
        )
