"""What kind of text a release is, and whether it is English."""

from __future__ import annotations

import re
from functools import lru_cache

from paired_readouts._text import Phrases, fold, tokenize
from paired_readouts.lexicon import Lexicon
from paired_readouts.model import Genre

__all__ = ["find_genre", "find_language", "tells_contact"]

# "THE PRESIDENT:  Thank you." and "Q  Sir, …" open the turns of a transcript.
_TURN = re.compile(r"^(?:[A-Z][A-Z .'’-]{2,40}:\s|Q[:.]?\s+[A-Z(]|MR\. |MS\. )", re.MULTILINE)
_FIRST_PERSON = frozenset({"i", "i'm", "i've", "my"})


@lru_cache(maxsize=8)
def _phrases(lexicon: Lexicon, entry: str) -> Phrases[str]:
    return Phrases([(word, word) for word in lexicon.entry("genres", entry).list()])


def _has(text: str, lexicon: Lexicon, entry: str) -> bool:
    phrases, lower = _phrases(lexicon, entry), tokenize(text).lower
    return any(phrases.match(lower, at) for at in range(len(lower)))


def find_genre(title: str, text: str, lexicon: Lexicon) -> Genre:
    """The genre by turns, title and lead; UNKNOWN where nothing shows it."""
    head = text[:20_000]
    if len(_TURN.findall(head)) >= 4 or _has(title, lexicon, "transcript"):
        return Genre.TRANSCRIPT
    told = _has(title, lexicon, "readout") or tells_contact(text, lexicon)
    first = tokenize(head[:3000]).lower
    if sum(word in _FIRST_PERSON for word in first) >= 2 and not _quoted(head[:3000]):
        return Genre.STATEMENT
    if _has(title, lexicon, "other"):
        return Genre.OTHER
    if _has(title, lexicon, "statement") and not _has(title, lexicon, "readout"):
        return Genre.STATEMENT
    if told:
        return Genre.READOUT
    return Genre.OTHER if title else Genre.UNKNOWN


def _quoted(text: str) -> bool:
    return sum(text.count(sign) for sign in '“”"') >= 2


def tells_contact(text: str, lexicon: Lexicon) -> bool:
    """Whether the first sentences say that a call or a meeting took place."""
    sentences = re.split(r"(?<=[.!?])\s+", text[:600], maxsplit=2)
    return _has(" ".join(sentences[:2]), lexicon, "contact")


def find_language(text: str, lexicon: Lexicon) -> str:
    """The lexicon's language where its commonest words are frequent, or the text is short."""
    lower = [fold(word) for word in text[:6000].split()]
    known = lexicon.words("genres", "function-words")
    share = sum(word in known for word in lower) / max(1, len(lower))
    return lexicon.language if len(lower) < 12 or share >= 0.12 else ""
