"""Words: one pass over a text gives tokens, and everything after looks tokens up in tables."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Container, Iterable, Iterator
from functools import lru_cache
from itertools import compress, count
from typing import Generic, TypeAlias, TypeVar

import attrs

from paired_readouts.model import Span

__all__ = [
    "CLAUSE_ENDS",
    "Phrases",
    "Tokens",
    "fold",
    "places",
    "stem",
    "tokenize",
    "tokenize_line",
    "tokenize_whole",
]

T = TypeVar("T")

#: Tokens at which a clause may end: what a denying word before them does not reach beyond.
CLAUSE_ENDS = frozenset({".", ";", ":", "!", "?", ",", "and", "but"})

# A word with inner hyphens or apostrophes, a dotted abbreviation of single letters, a number with
# its separators, or one sign. Combining marks belong to their word.
_TOKEN = re.compile(
    r"[^\W\d_](?!\.[^\W\d_]\.)[\w\u0300-\u036f]*(?:['’‐‑-][^\W_][\w\u0300-\u036f]*)*"
    r"|(?:[^\W\d_]\.){2,}"
    r"|\d+(?:[.,]\d+)*[^\W\d_]*"
    r"|[^\s\x00-\x1f\x7f-\x9f\xad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]"
)
_PLAIN_WORD = r"[^\W\d_]+(?:['-][^\W\d_]+)*\*?"
_PLAIN_PHRASE = re.compile(f"{_PLAIN_WORD}(?: {_PLAIN_WORD})*")
# Of longer texts the tokens are not kept.
_LONGEST_KEPT = 50_000
# What most often stands right after a word.
_SIGNS = frozenset(",.")
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
    at, end = (0, len(text)) if span is None else (span.start, span.end)
    words: list[str] = []
    lower: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    for piece in text[at:end].replace("\n", " ").split(" "):
        past = at + len(piece)
        if piece.isalpha():  # most are, and letters alone are one word
            words.append(piece)
            lower.append(piece.lower())
            starts.append(at)
            ends.append(past)
        elif piece[-1:] in _SIGNS and (word := piece[:-1]).isalpha():
            sign = piece[-1]
            words += word, sign
            lower += word.lower(), sign
            starts += at, past - 1
            ends += past - 1, past
        elif piece:
            for found in _TOKEN.finditer(text, at, past):
                word = found.group()
                words.append(word)
                lower.append(fold(word))
                starts.append(found.start())
                ends.append(found.end())
        at = past + 1
    return Tokens(text, words, lower, starts, ends)


def tokenize_whole(text: str) -> Tokens:
    """The tokens of an account's text; those of the last few are kept, of long ones none."""
    return _tokenize_kept(text) if len(text) <= _LONGEST_KEPT else tokenize(text)


@lru_cache(maxsize=8)
def _tokenize_kept(text: str) -> Tokens:
    return tokenize(text)


@lru_cache(maxsize=512)
def tokenize_line(text: str) -> Tokens:
    """The tokens of a title, an office or a name; those of the last few are kept."""
    return tokenize(text)


def places(words: Iterable[str], known: Container[str]) -> Iterator[int]:
    """The places of those of `words` that are `known`, in order; the quickest way to find them."""
    return compress(count(), map(known.__contains__, words))


class Phrases(Generic[T]):
    """A table of phrases, each with a value, that is looked up at a token.

    A phrase is one or more folded words; a word that ends in a star stands for all words that
    begin so. The longest phrase at a place wins, a plain word over a starred one.
    """

    __slots__ = ("_exact", "_joined", "_known", "_starred", "_values")

    def __init__(self, rows: Iterable[tuple[str, T]], *joined: Phrases[T]) -> None:
        """The phrases of `rows`; those of the tables that are `joined` to them come after."""
        self._joined = joined
        self._values: dict[str, T] = {}
        # Phrases by the first word, and those whose first word has a star by its first letters.
        # Most first words are never met, so that what follows them is not taken apart here.
        self._exact: defaultdict[str, list[str]] = defaultdict(list)
        self._starred: defaultdict[str, list[str]] = defaultdict(list)
        for phrase, value in rows:
            if phrase not in self._values:
                self._values[phrase] = value
                self._exact[phrase.lstrip().partition(" ")[0]].append(phrase)
        for written in [w for w in self._exact if not (w.isalpha() and w.islower())]:
            first = _first_word(written)
            phrases = self._exact.pop(written)
            if first[-1:] == "*":
                self._starred[first[:-1][:_KEY]] += phrases
            elif first:
                self._exact[first] += phrases
        self._known = _Known(self)

    def match(self, lower: list[str], at: int, end: int | None = None) -> tuple[int, T] | None:
        """The longest phrase from token `at` up to `end`: one past its last token, its value."""
        opened, second = self._known[lower[at]], at + 1
        if opened is None:
            return None
        if second < len(lower) and (opened.starred or lower[second] in opened.seconds):
            for length, plain, starred in opened.after[lower[second]]:
                past = at + length
                if end is not None and past > end:
                    continue
                following = tuple(lower[second + 1 : past])
                if following in plain:
                    return past, plain[following]
                for words, value in starred:
                    if len(following) == len(words) and all(map(_is_form, following, words)):
                        return past, value
        return (second, opened.alone[0]) if opened.alone else None

    def find(
        self, lower: list[str], low: int = 0, high: int | None = None
    ) -> Iterator[tuple[int, int, T]]:
        """Every phrase from left to right, without overlaps: first token, one past, value."""
        end = len(lower) if high is None else high
        past = low
        for at in self.places(lower, low, end):
            if at >= past and (found := self.match(lower, at, end)):
                past = found[0]
                yield at, past, found[1]

    def seconds(self, word: str) -> frozenset[str] | None:
        """The words that must follow `word` for a phrase to begin there; None where any may.

        Empty where no phrase begins with it.
        """
        opened = self._known[word]
        if opened is None:
            return frozenset()
        return None if opened.alone or opened.starred else opened.seconds

    def places(self, lower: list[str], low: int, high: int) -> list[int]:
        """The tokens from `low` up to `high` at which a phrase may begin."""
        opened = map(self._known.__getitem__, lower[low:high])
        return list(compress(range(low, high), opened))

    def open(self, word: str) -> _Opened[T] | None:
        """What may follow `word`; None where no phrase begins with it."""
        tables = (self, *self._joined)
        rows = [row for table in tables for row in table.begun_with(word)]
        rows += [row for table in tables for row in table.begun_like(word)]
        return _Opened(rows) if rows else None

    def begun_with(self, word: str) -> Iterator[tuple[str, T]]:
        """The rows of this table whose first word is `word`."""
        for phrase in self._exact.get(word, ()):
            yield phrase, self._values[phrase]

    def begun_like(self, word: str) -> Iterator[tuple[str, T]]:
        """The rows of this table whose first word has a star and may go on as `word`."""
        for length in range(min(_KEY, len(word)), 1, -1) if self._starred else ():
            for phrase in self._starred.get(word[:length], ()):
                if _is_form(word, _first_word(phrase)):
                    yield phrase, self._values[phrase]


class _Known(dict[str, "_Opened[T] | None"], Generic[T]):
    """What may follow each word in a table of phrases; None for the many that begin nothing."""

    def __init__(self, table: Phrases[T]) -> None:
        self._table = table

    def __missing__(self, word: str) -> _Opened[T] | None:
        if len(self) >= _MOST_WORDS:
            self.clear()
        opened = self[word] = self._table.open(word)
        return opened


class _Opened(Generic[T]):
    """The phrases that begin with one word."""

    __slots__ = ("after", "alone", "seconds", "starred")

    def __init__(self, rows: list[tuple[str, T]]) -> None:
        #: The value of the word alone, if it has one.
        self.alone: list[T] = []
        several: list[tuple[tuple[str, ...], T]] = []
        for phrase, value in rows:
            rest = phrase_words(phrase)[1:]
            if rest:
                several.append((rest, value))
            else:
                self.alone.append(value)
        #: The words that may come second, those with a star aside.
        self.seconds = frozenset(rest[0] for rest, _ in several)
        #: Whether a word with a star may come second.
        self.starred = any(word.endswith("*") for word in self.seconds)
        #: The ends of the phrases by their second word.
        self.after = _After(several)


#: What may follow two words in the phrases of one length: the number of words of the whole phrases,
#: the plain ends, and those that hold a word with a star.
_Endings: TypeAlias = tuple[int, dict[tuple[str, ...], T], list[tuple[tuple[str, ...], T]]]


class _After(dict[str, "list[_Endings[T]]"], Generic[T]):
    """The ends of the phrases that begin with one word by the second word, the longest first."""

    def __init__(self, rows: list[tuple[tuple[str, ...], T]]) -> None:
        self._rows = rows

    def __missing__(self, second: str) -> list[_Endings[T]]:
        found: dict[int, _Endings[T]] = {}
        for (word, *rest), value in self._rows:
            if _is_form(second, word):
                length = 2 + len(rest)
                _, plain, starred = found.setdefault(length, (length, {}, []))
                if word[-1:] == "*" or any(w.endswith("*") for w in rest):
                    starred.append((tuple(rest), value))
                else:
                    plain.setdefault(tuple(rest), value)
        if len(self) >= _MOST_SECONDS:
            self.clear()
        ends = self[second] = [found[length] for length in sorted(found, reverse=True)]
        return ends


_STAR = "٭"
# Starred words are filed under so many of their first letters, shorter ones under all they have.
_KEY = 4
# So many different words are kept with their rows.
_MOST_WORDS = 20_000
# So many words that came second are kept with what may follow.
_MOST_SECONDS = 1_000


def _first_word(phrase: str) -> str:
    """The first folded word of a phrase; "" where it has none."""
    first = phrase.partition(" ")[0]
    if first.isalpha() or (first[-1:] == "*" and first[:-1].isalpha()):
        return first.lower()
    words = phrase_words(phrase)
    return words[0] if words else ""


def phrase_words(phrase: str) -> tuple[str, ...]:
    """The folded words of a phrase; plain ones need no tokenising."""
    if phrase.replace(" ", "").isalpha() or _PLAIN_PHRASE.fullmatch(phrase):
        return tuple(phrase.lower().split())
    return _join_stars(tuple(tokenize(phrase.replace("*", _STAR)).lower))


def _join_stars(words: tuple[str, ...]) -> tuple[str, ...]:
    merged: list[str] = []
    for word in words:
        if word == _STAR and merged:
            merged[-1] += "*"
        else:
            merged.append(word)
    return tuple(merged)


def _is_form(token: str, word: str) -> bool:
    return token == word or (word.endswith("*") and token.startswith(word[:-1]))


# An ending and what stands for it: the longest comes first.
_ENDINGS: tuple[tuple[str, str], ...] = (
    *((ending, "ize") for ending in ("ization", "isation", "ising", "izing", "ised", "ized")),
    *(("iveness", "ive"), ("fulness", "ful"), ("ation", "ate"), ("ement", "e"), ("alism", "al")),
    *(("ility", "le"), ("ment", ""), ("ness", ""), ("sion", "s"), ("tion", "t"), ("ings", "")),
    *(("ally", "al"), ("ies", "y"), ("ied", "y"), ("ing", ""), ("ise", "ize"), ("ity", "")),
    *(("ive", ""), ("ery", "er"), ("ed", ""), ("es", ""), ("ply", "ply"), ("mily", "mily")),
    *(("ly", ""), ("er", ""), ("al", ""), ("s", ""), ("e", "")),
)
# So many letters must be left before an ending; three before the others.
_LEFT = {"ply": 2, "mily": 2, "ly": 4}


@lru_cache(maxsize=20_000)
def stem(word: str) -> str:
    """A crude common form of the inflections of a folded word, for matching only.

    >>> stem("discussing") == stem("discussed") == stem("discusses")
    True
    """
    word = word.removesuffix("'s").removesuffix("'")
    for _ in range(2):
        for ending, put in _ENDINGS:
            if word.endswith(ending) and len(word) - len(ending) >= _LEFT.get(ending, 3):
                word = word if word.endswith("ss") else word.removesuffix(ending) + put
                break
    if len(word) > 4 and word[-1] == word[-2] and word[-1] not in "aeiouls":
        word = word[:-1]
    return word.removesuffix("e") if len(word) > 4 else word
