"""The words of a text ready for look-ups: plain, hyphens opened, owners' endings off."""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator
from typing import Generic, TypeAlias, TypeVar

import attrs

from paired_readouts._text import Tokens, phrase_words
from paired_readouts.model import fold_name

__all__ = ["PlainPhrases", "Words", "first_word", "open_words", "plain_phrase"]

T = TypeVar("T")


@attrs.frozen(eq=False, repr=False)
class Words:
    """Parallel lists: a plain word, whether a capital begins it, and its place in the text."""

    #: The text, or the part of one, that was read.
    text: str
    #: Each word folded, without diacritics and without "'s".
    plain: list[str]
    #: Each as it stands, without "'s".
    shown: list[str]
    #: Where each begins.
    starts: list[int]
    #: One past where each ends.
    ends: list[int]

    def word(self, at: int) -> str:
        """The plain word at `at`; "" outside of the text."""
        return self.plain[at] if 0 <= at < len(self.plain) else ""

    def is_capital(self, at: int) -> bool:
        """Whether a word stands at `at` that begins with a capital letter."""
        return 0 <= at < len(self.shown) and self.shown[at][0].isupper()


#: The phrases that begin with one word: the value of the word alone, None where it has none; by the
#: second word the lengths, the longest first, each with the words after the second and the value.
_Opened: TypeAlias = tuple[T | None, dict[str, list[tuple[int, dict[tuple[str, ...], T]]]]]


class PlainPhrases(Generic[T]):
    """A large table of phrases without stars: the longest at a word, by one look-up a length."""

    __slots__ = ("_known", "_rows", "first")

    def __init__(self, rows: Iterable[tuple[str, T]]) -> None:
        # Rows by the first word; those of a word are taken apart when it is met.
        self._rows: dict[str, list[tuple[str, T]]] = {}
        self._known: dict[str, _Opened[T]] = {}
        for row in rows:
            self._rows.setdefault(first_word(row[0]), []).append(row)
        #: The words with which a phrase begins.
        self.first = frozenset(self._rows)

    def match(self, plain: list[str], at: int) -> tuple[int, T] | None:
        """The longest phrase that begins at `at`: one past its last word, and its value."""
        word = plain[at]
        opened = self._known.get(word)
        if opened is None:
            if word not in self._rows:
                return None
            opened = self._look_up(word)
        alone, after = opened
        if after and at + 1 < len(plain):
            for length, values in after.get(plain[at + 1], ()):
                value = values.get(tuple(plain[at + 2 : at + length]))
                if value is not None:
                    return at + length, value
        return None if alone is None else (at + 1, alone)

    def _look_up(self, word: str) -> _Opened[T]:
        """The phrases that begin with `word`."""
        alone: list[T] = []
        seconds: dict[str, dict[int, dict[tuple[str, ...], T]]] = {}
        for phrase, value in self._rows[word]:
            _, *rest = plain_phrase(phrase).split()
            if rest:
                lengths = seconds.setdefault(rest[0], {})
                lengths.setdefault(len(rest) + 1, {}).setdefault(tuple(rest[1:]), value)
            else:
                alone.append(value)
        after = {second: sorted(ends.items(), reverse=True) for second, ends in seconds.items()}
        self._known[word] = alone[0] if alone else None, after
        return self._known[word]

    def hyphenated(self) -> Iterator[str]:
        """The words with a hyphen in all phrases."""
        for rows in self._rows.values():
            for phrase, _ in rows:
                if "-" in phrase or not phrase.isascii():
                    yield from (word for word in plain_phrase(phrase).split() if "-" in word)


def first_word(phrase: str) -> str:
    """The first plain word of a table's phrase."""
    first = phrase.partition(" ")[0]
    return first.lower() if first.isascii() and first.isalpha() else plain_phrase(phrase).split()[0]


def plain_phrase(phrase: str) -> str:
    """A table's phrase in the form of `Words.plain`, to be looked up there."""
    return " ".join(map(_plain, phrase_words(phrase)))


def _plain(word: str) -> str:
    word = word.removesuffix("'s") if len(word) > 2 else word
    return word if word.isascii() or len(word) == 1 else fold_name(word)


def open_words(tokens: Tokens, *, whole: Container[str]) -> Words:
    """The words of `tokens`; one with hyphens is opened unless `whole` holds it as it is."""
    plain: list[str] = []
    shown: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    done = 0
    # Nothing is opened or folded in words of plain letters, as most are.
    for at in [
        at
        for at, word in enumerate(tokens.lower)
        if not (word.isascii() and word.isalpha()) and len(word) > 1
    ]:
        lower = tokens.lower[at]
        if lower.isascii() and "-" not in lower and "'" not in lower:
            continue
        plain += tokens.lower[done:at]
        shown += tokens.words[done:at]
        starts += tokens.starts[done:at]
        ends += tokens.ends[done:at]
        done, place = at + 1, tokens.starts[at]
        for word, part in _opened(tokens.words[at], lower, whole):
            plain.append(word)
            shown.append(part)
            starts.append(place)
            ends.append(place + len(part))
            place += len(part) + 1
    plain += tokens.lower[done:]
    shown += tokens.words[done:]
    starts += tokens.starts[done:]
    ends += tokens.ends[done:]
    return Words(tokens.text, plain, shown, starts, ends)


def _opened(word: str, lower: str, whole: Container[str]) -> list[tuple[str, str]]:
    """The parts of a word with hyphens, or the word alone: plain, and as it stands."""
    known = _plain(lower)
    bare = word[:-2] if lower.endswith("'s") and len(word) > 2 else word
    if "-" not in known or len(known) == 1 or known in whole or len(lower) != len(word):
        return [(known, bare)]
    parts, at = [], 0
    for part in lower[: len(bare)].split("-"):
        parts.append((_plain(part), bare[at : at + len(part)]))
        at += len(part) + 1
    return parts
