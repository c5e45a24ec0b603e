"""The words of a text ready for look-ups: plain, hyphens opened, owners' endings off."""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator
from typing import Any, Generic, TypeVar

import attrs

from paired_readouts._text import Tokens, phrase_words
from paired_readouts.model import fold_name

__all__ = ["PlainPhrases", "Words", "open_words", "plain_phrase"]

T = TypeVar("T")


@attrs.frozen
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


class PlainPhrases(Generic[T]):
    """A large table of phrases without stars: the longest at a word, by one look-up a length."""

    __slots__ = ("_known", "_rows", "first")

    def __init__(self, rows: Iterable[tuple[str, T]]) -> None:
        # Rows by the first word; those of a word are taken apart when it is met.
        self._rows: dict[str, list[tuple[str, T]]] = {}
        self._known: dict[str, dict[str, dict[int, dict[tuple[str, ...], T]]]] = {}
        for row in rows:
            self._rows.setdefault(_first_word(row[0]), []).append(row)
        #: The words with which a phrase begins.
        self.first = frozenset(self._rows)

    def match(self, plain: list[str], at: int) -> tuple[int, T] | None:
        """The longest phrase that begins at `at`: one past its last word, and its value."""
        word = plain[at]
        if word not in self._rows:
            return None
        seconds = self._known.get(word) or self._look_up(word)
        following = plain[at + 1] if at + 1 < len(plain) else ""
        for second in (following, ""):
            for length, values in seconds.get(second, _NOTHING).items():
                value = values.get(tuple(plain[at : at + length]))
                if value is not None:
                    return at + length, value
        return None

    def _look_up(self, word: str) -> dict[str, dict[int, dict[tuple[str, ...], T]]]:
        """The phrases that begin with `word` by their second word ("" where there is none).

        Each by their number of words, the longest first.
        """
        seconds: dict[str, dict[int, dict[tuple[str, ...], T]]] = {}
        phrases = [
            (tuple(plain_phrase(phrase).split()), value) for phrase, value in self._rows[word]
        ]
        for words, value in sorted(phrases, key=lambda row: -len(row[0])):
            lengths = seconds.setdefault(words[1] if len(words) > 1 else "", {})
            lengths.setdefault(len(words), {}).setdefault(words, value)
        self._known[word] = seconds
        return seconds

    def hyphenated(self) -> Iterator[str]:
        """The words with a hyphen in all phrases."""
        for rows in self._rows.values():
            for phrase, _ in rows:
                if "-" in phrase or not phrase.isascii():
                    yield from (word for word in plain_phrase(phrase).split() if "-" in word)


_NOTHING: dict[int, Any] = {}


def _first_word(phrase: str) -> str:
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
    for at, lower in enumerate(tokens.lower):
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
    return Words(
        tokens.text,
        plain + tokens.lower[done:],
        shown + tokens.words[done:],
        starts + tokens.starts[done:],
        ends + tokens.ends[done:],
    )


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
