"""Accounts that an article retells in its own words: "The Kremlin said in its readout that …"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import pairwise
from typing import NamedTuple

from paired_readouts.parsing._introductions import Introduction, Introductions

__all__ = ["Retold", "find_retold"]

_SENTENCE = re.compile(r"(?<=[.!?])(?<![A-Z]\.)(?<!\b[A-Z]r\.)(?<!\bMs\.)['’”\"]?\s+(?=[A-Z])")
# Where the account begins; with a quotation mark there, it is quoted, not retold.
_CLAUSE = re.compile(r"\bthat (?!['‘])|, (?!['‘])")
_QUOTE = re.compile(r"(?:that |, |: )?[“”\"„«]")
_LONGEST = 260


class Retold(NamedTuple):
    """An account that begins within a sentence, and goes on to the next one's words."""

    #: Whose it is.
    introduction: Introduction
    #: The words that say so.
    words: str
    #: The account, to the end of the paragraph or to the next one.
    text: str


def find_retold(paragraph: str, known: Introductions, names: Iterable[str]) -> Iterator[Retold]:
    """The accounts that `paragraph` retells, in order."""
    names = tuple(names)
    begun: list[tuple[int, int, Introduction]] = []
    starts = [0, *(match.end() for match in _SENTENCE.finditer(paragraph)), len(paragraph)]
    for start, after in pairwise(starts):
        until = min(after, start + _LONGEST)
        quote = _QUOTE.search(paragraph, start, until)
        until = quote.start() if quote else until
        for match in _CLAUSE.finditer(paragraph, start, until):
            clause = match.group().startswith("that")
            told = known.retells(paragraph[start : match.start()], names, clause=clause)
            if told is not None:
                begun.append((start, match.end(), told))
            if told is not None or clause:
                break
    ends = [*(start for start, *_ in begun), len(paragraph)][1:]
    for (start, at, told), end in zip(begun, ends, strict=True):
        yield Retold(told, paragraph[start:at].rstrip(" ,"), paragraph[at:end].strip())
