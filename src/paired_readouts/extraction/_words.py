"""The words of a text ready for look-ups: plain, hyphens opened, owners' endings off."""

from __future__ import annotations

from collections.abc import Container, Iterable
from typing import Generic, TypeVar

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

    __slots__ = ("_lengths", "_values", "first")

    def __init__(self, rows: Iterable[tuple[str, T]]) -> None:
        values: dict[tuple[str, ...], T] = {}
        lengths: dict[str, set[int]] = {}
        for phrase, value in rows:
            words = tuple(plain_phrase(phrase).split())
            values.setdefault(words, value)
            lengths.setdefault(words[0], set()).add(len(words))
        self._values = values
        self._lengths = {word: sorted(found, reverse=True) for word, found in lengths.items()}
        #: The words with which a phrase begins.
        self.first = frozenset(lengths)

    def match(self, plain: list[str], at: int) -> tuple[int, T] | None:
        """The longest phrase that begins at `at`: one past its last word, and its value."""
        for length in self._lengths.get(plain[at], ()):
            words = tuple(plain[at : at + length])
            value = self._values.get(words)
            if value is not None:
                return at + len(words), value
        return None

    def words(self) -> Iterable[str]:
        """The words of all phrases."""
        return (word for words in self._values for word in words)


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
