"""What kind of text a version is, where its parser did not say."""

from __future__ import annotations

from bisect import bisect_left
from functools import lru_cache

from paired_readouts._text import Phrases, Tokens, tokenize, tokenize_line
from paired_readouts.lexicon import Lexicon, default_lexicon
from paired_readouts.model import Claim, ClaimKind, Genre, Version

__all__ = ["find_genre"]

_HEAD = 20_000
_FIRST_WORDS = 300
_TURNS = 4
_LONGEST_LABEL = 50
_ACCOUNT_WORDS = 2
_FIRST_PERSON = frozenset({"i", "i'm", "i've", "my"})
_OPENING, _CLOSING = frozenset('“«"'), frozenset('”»"')


def find_genre(
    version: Version,
    *,
    claims: tuple[Claim, ...] = (),
    tokens: Tokens | None = None,
    lexicon: Lexicon | None = None,
) -> Genre:
    """The genre of `version`: as read, or else by its turns, its claims, its words and title.

    A text that is known to be no account of a conversation is `other`. `tokens` are those of the
    whole text, where the caller has them.
    """
    if version.genre is not Genre.UNKNOWN:
        return version.genre
    lexicon = lexicon or default_lexicon()
    title = tokenize_line(version.title).lower
    if _count_turns(version.text[:_HEAD]) >= _TURNS or _has(title, lexicon, "genres", "transcript"):
        return Genre.TRANSCRIPT
    told = any(claim.kind is ClaimKind.CONTACT for claim in claims)
    words = tokens or tokenize(version.text[:_HEAD])
    head = bisect_left(words.starts, _HEAD)
    if told and _is_signed(words.words[: min(head, _FIRST_WORDS)], words.lower):
        return Genre.STATEMENT
    told = told or _has(title, lexicon, "genres", "readout")
    if told or _has(words.lower[:head], lexicon, "contacts", "account-words", times=_ACCOUNT_WORDS):
        return Genre.READOUT
    return Genre.OTHER if title else Genre.UNKNOWN


def _count_turns(text: str) -> int:
    """How many lines open with the name of a speaker in capitals, or with "Q"."""
    turns = 0
    for line in text.splitlines():
        label = line.strip()[:_LONGEST_LABEL].partition(":")
        turns += bool(label[1]) and label[0].isupper() and label[0].replace(" ", "").isprintable()
    return turns


def _is_signed(words: list[str], lower: list[str]) -> bool:
    """Whether a first person speaks outside of quotations."""
    if _FIRST_PERSON.isdisjoint(lower[: len(words)]):
        return False
    count, quoted = 0, False
    for shown, word in zip(words, lower, strict=False):
        if shown in _OPENING or shown in _CLOSING:
            quoted = shown in _OPENING and not (quoted and shown in _CLOSING)
        count += word in _FIRST_PERSON and not quoted
    return count >= 2


@lru_cache(maxsize=16)
def _phrases(lexicon: Lexicon, table: str, entry: str) -> Phrases[str]:
    return Phrases((word, word) for word in lexicon.entry(table, entry).list())


def _has(lower: list[str], lexicon: Lexicon, table: str, entry: str, *, times: int = 1) -> bool:
    found = _phrases(lexicon, table, entry).find(lower)
    return sum(1 for _ in zip(found, range(times), strict=False)) >= times
