"""A text as every later step reads it: its words, its sentences of prose, its actors; read once."""

from __future__ import annotations

from bisect import bisect_left
from functools import lru_cache
from typing import NamedTuple

from paired_readouts._layout import BlockKind, find_blocks
from paired_readouts._text import Tokens, tokenize_whole
from paired_readouts.extraction._actors import Actor, find_actors
from paired_readouts.extraction._content import compile_cues
from paired_readouts.extraction._cues import Cues
from paired_readouts.extraction.sentences import find_sentences
from paired_readouts.lexicon import Lexicon
from paired_readouts.model import Span, fold_name

__all__ = ["Reading", "read_text"]

# Of texts longer than this one alone is kept.
_LONGEST_KEPT = 50_000
_NO_PROSE = frozenset({BlockKind.BOILERPLATE, BlockKind.HEADING})


class Reading(NamedTuple):
    """What does not depend on who takes part."""

    tokens: Tokens
    #: Where the phrases of the lexicon stand.
    cues: Cues
    #: The sentences of prose, as ranges of tokens; boilerplate, headings and list numbers left out.
    sentences: tuple[tuple[int, int], ...]
    #: Every actor, names of one word that nobody may have included.
    actors: tuple[Actor, ...]

    def spans(self) -> list[Span]:
        """The sentences, as places in the text."""
        return [self.tokens.span(low, high - 1) for low, high in self.sentences]

    def known_actors(self, known: frozenset[str]) -> tuple[Actor, ...]:
        """The actors without the single bare words that are no folded family name in `known`."""
        return tuple(
            [
                actor
                for actor in self.actors
                if not (actor.bare and len(actor.name) == 1) or _is_known(actor.name[0], known)
            ]
        )


def _is_known(word: str, known: frozenset[str]) -> bool:
    """Whether `word` is one of the names, be it with an article joined to it: "Al-Aster"."""
    folded = fold_name(word)
    return folded in known or (folded[2:3] == "-" and folded[3:] in known)


def read_text(text: str, lexicon: Lexicon) -> Reading:
    """The reading of `text`; the last few are kept, of long ones the last alone."""
    return (_read_kept if len(text) <= _LONGEST_KEPT else _read_long)(text, lexicon)


@lru_cache(maxsize=8)
def _read_kept(text: str, lexicon: Lexicon) -> Reading:
    return _read(text, lexicon)


@lru_cache(maxsize=1)
def _read_long(text: str, lexicon: Lexicon) -> Reading:
    return _read(text, lexicon)


def _read(text: str, lexicon: Lexicon) -> Reading:
    tokens = tokenize_whole(text)
    return Reading(
        tokens=tokens,
        cues=compile_cues(lexicon).read(tokens.lower),
        sentences=tuple(_sentences(text, tokens, lexicon)),
        actors=find_actors(tokens, lexicon),
    )


def _sentences(text: str, tokens: Tokens, lexicon: Lexicon) -> list[tuple[int, int]]:
    ranges = []
    for block in find_blocks(text, lexicon):
        if block.kind in _NO_PROSE:
            continue
        start = block.span.start
        for first, end in find_sentences(text[start : block.span.end], lexicon):
            low = bisect_left(tokens.starts, start + first)
            high = bisect_left(tokens.starts, start + end, low)
            if any(word[0].isalnum() for word in tokens.words[low:high]):
                ranges.append((low, high))
    return ranges
