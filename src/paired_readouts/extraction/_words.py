"""The words of a text ready for look-ups: plain, hyphens opened, owners' endings off."""

from __future__ import annotations

from collections.abc import Container

import attrs

from paired_readouts._text import Tokens, tokenize
from paired_readouts.model import fold_name

__all__ = ["Words", "open_words", "plain_phrase"]


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


def plain_phrase(phrase: str) -> str:
    """A table's phrase in the form of `Words.plain`, to be looked up there."""
    return " ".join(_plain(word) for word in tokenize(phrase).lower)


def _plain(word: str) -> str:
    word = word.removesuffix("'s")
    return word if word.isascii() or len(word) == 1 else fold_name(word)


def open_words(tokens: Tokens, *, whole: Container[str]) -> Words:
    """The words of `tokens`; one with hyphens is opened unless `whole` holds it as it is."""
    plain: list[str] = []
    shown: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    for word, lower, start, end in zip(
        tokens.words, tokens.lower, tokens.starts, tokens.ends, strict=True
    ):
        owner = lower.endswith("'s")
        if lower.isascii() and not owner and ("-" not in lower or len(lower) == 1):
            plain.append(lower)
            shown.append(word)
            starts.append(start)
            ends.append(end)
            continue
        known = _plain(lower)
        stop = end - 2 if owner else end
        if "-" in known and len(known) > 1 and known not in whole:
            at = start
            for part in lower[: stop - start].split("-"):
                plain.append(_plain(part))
                shown.append(word[at - start : at - start + len(part)])
                starts.append(at)
                ends.append(at + len(part))
                at += len(part) + 1
        else:
            plain.append(known)
            shown.append(word[: stop - start])
            starts.append(start)
            ends.append(stop)
    return Words(tokens.text, plain, shown, starts, ends)
