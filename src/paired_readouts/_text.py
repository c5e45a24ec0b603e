"""Words: one pass over a text gives tokens, and everything after looks tokens up in tables."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from typing import Generic, TypeVar

import attrs

from paired_readouts.model import Span

__all__ = ["Phrases", "Tokens", "fold", "stem", "tokenize"]

T = TypeVar("T")

# A dotted abbreviation of single letters, a number with its separators, a word with inner
# hyphens or apostrophes, or one sign. Combining marks belong to their word.
_TOKEN = re.compile(
    r"(?:[^\W\d_]\.){2,}"
    r"|\d+(?:[.,]\d+)*[^\W\d_]*"
    r"|[^\W\d_][\w\u0300-\u036f]*(?:['’‐‑-][^\W_][\w\u0300-\u036f]*)*"
    r"|[^\s\x00-\x1f\x7f-\x9f\xad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]"
)
_FOLDED = str.maketrans({"’": "'", "‘": "'", "‐": "-", "‑": "-", "“": '"', "”": '"', "–": "-"})


def fold(word: str) -> str:
    """`word` in lower case, with straight quotation marks and plain hyphens."""
    return word.lower() if word.isascii() else word.translate(_FOLDED).lower()


@attrs.frozen(repr=False, eq=False)
class Tokens:
    """The words and signs of a text, as parallel lists: `words[i]` is `text[starts[i]:ends[i]]`."""

    #: The text, or the part of one, that was read.
    text: str
    #: Each token as it stands.
    words: list[str]
    #: Each token folded.
    lower: list[str]
    #: Where each begins, in code points of the whole text.
    starts: list[int]
    #: One past where each ends.
    ends: list[int]

    def __len__(self) -> int:
        return len(self.words)

    def span(self, first: int, last: int) -> Span:
        """The span from the first token through the last (both included)."""
        return Span(self.starts[first], self.ends[last])


def tokenize(text: str, span: Span | None = None) -> Tokens:
    """The tokens of `text`, or of the part of it that `span` covers; one pass, linear."""
    start, end = (0, len(text)) if span is None else (span.start, span.end)
    matches = list(_TOKEN.finditer(text, start, end))
    words = [m.group() for m in matches]
    starts = [m.start() for m in matches]
    ends = [m.end() for m in matches]
    return Tokens(text, words, [fold(w) for w in words], starts, ends)


class Phrases(Generic[T]):
    """A table of phrases, each with a value, that is looked up at a token.

    A phrase is one or more folded words; a word that ends in a star stands for all words that
    begin so. The longest phrase at a place wins, a plain word over a starred one.
    """

    __slots__ = ("_exact", "_starred")

    def __init__(self, rows: Iterable[tuple[str, T]]) -> None:
        # Rows by the first word, and those whose first word has a star by its first letters.
        self._exact: dict[str, list[tuple[tuple[str, ...], T]]] = {}
        self._starred: dict[str, list[tuple[tuple[str, ...], T]]] = {}
        for phrase, value in rows:
            words = _join_stars(tuple(tokenize(phrase.replace("*", _STAR)).lower))
            if not words:
                continue
            if words[0].endswith("*"):
                self._starred.setdefault(words[0][:-1][:_KEY], []).append((words, value))
            else:
                self._exact.setdefault(words[0], []).append((words, value))
        for table in (self._exact, self._starred):
            for candidates in table.values():
                candidates.sort(key=lambda row: -len(row[0]))

    def match(self, lower: list[str], at: int) -> tuple[int, T] | None:
        """The longest phrase that begins at token `at`: one past its last token, and its value."""
        word = lower[at]
        best: tuple[int, T] | None = None
        if word in self._exact:
            for words, value in self._exact[word]:
                if len(words) == 1 or _fits(words, lower, at):
                    best = (at + len(words), value)
                    break
        if not self._starred:
            return best
        for length in range(_KEY, 1, -1):
            for words, value in self._starred.get(word[:length], ()):
                if best is not None and at + len(words) <= best[0]:
                    break
                if _fits(words, lower, at):
                    best = (at + len(words), value)
                    break
        return best

    def find(self, lower: list[str]) -> Iterator[tuple[int, int, T]]:
        """Every phrase from left to right, without overlaps: first token, one past, value."""
        exact, starred = self._exact, self._starred
        past = 0
        for at, word in enumerate(lower):
            if at < past or not (
                word in exact
                or (
                    starred
                    and (word[:_KEY] in starred or word[:3] in starred or word[:2] in starred)
                )
            ):
                continue
            found = self.match(lower, at)
            if found is not None:
                past = found[0]
                yield at, past, found[1]


_STAR = "٭"
# Starred words are filed under so many of their first letters, shorter ones under all they have.
_KEY = 4


def _join_stars(words: tuple[str, ...]) -> tuple[str, ...]:
    merged: list[str] = []
    for word in words:
        if word == _STAR and merged:
            merged[-1] += "*"
        else:
            merged.append(word)
    return tuple(merged)


def _fits(words: tuple[str, ...], lower: list[str], at: int) -> bool:
    if at + len(words) > len(lower):
        return False
    for offset, word in enumerate(words):
        token = lower[at + offset]
        if token != word and not (word.endswith("*") and token.startswith(word[:-1])):
            return False
    return True


_ENDINGS: Mapping[int, tuple[tuple[str, str], ...]] = {
    7: (("ization", "ize"), ("isation", "ize"), ("iveness", "ive"), ("fulness", "ful")),
    5: (("ation", "ate"), ("ement", "e"), ("alism", "al"), ("ility", "le")),
    4: (("ment", ""), ("ness", ""), ("sion", "s"), ("tion", "t"), ("ings", ""), ("ally", "al")),
    3: (("ies", "y"), ("ied", "y"), ("ing", ""), ("ise", "ize"), ("ity", ""), ("ive", "")),
    2: (("ed", ""), ("es", ""), ("ly", ""), ("er", ""), ("al", "")),
    1: (("s", ""), ("e", "")),
}


@lru_cache(maxsize=20_000)
def stem(word: str) -> str:
    """A crude common form of the inflections of a folded word, for matching only.

    >>> stem("discussing") == stem("discussed") == stem("discusses")
    True
    """
    word = word.removesuffix("'s").removesuffix("'")
    for _ in range(2):
        for length, endings in _ENDINGS.items():
            for ending, put in endings:
                if word.endswith(ending) and len(word) - length >= 3 and not word.endswith("ss"):
                    word = word[: len(word) - length] + put
                    break
            else:
                continue
            break
    if len(word) > 4 and word[-1] == word[-2] and word[-1] not in "aeiouls":
        word = word[:-1]
    return word.removesuffix("e") if len(word) > 4 else word
