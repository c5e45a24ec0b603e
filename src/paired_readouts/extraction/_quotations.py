"""Direct quotations: where they run, over sentences and paragraphs."""

from __future__ import annotations

import re
from functools import lru_cache

from paired_readouts.lexicon import Lexicon
from paired_readouts.model import Span

__all__ = ["find_quotations"]

_OPEN, _CLOSE = "“«„", "”»"
# Each begins with one sign of its own, by which the next is found fast.
_MARK = re.compile(r"“|«|„|”|»|\"|\n[^\S\n]*\n\s*")
_MARKS = _OPEN + _CLOSE + '"'
_LONGEST = 4000
_FEWEST_WORDS = 4


def find_quotations(text: str, lexicon: Lexicon) -> list[Span]:
    """The quotations of whole phrases in `text`, marks included, in order.

    A mark that opens again at the head of a paragraph goes on with the quotation. One that is
    never closed runs to the end of its paragraph. Quoted words and names are none, nor is what is
    quoted from a text.
    """
    if not any(mark in text for mark in _MARKS):
        return []
    spans = _find(text)
    if not spans:
        return []
    told = _told_by_a_text(lexicon)
    return [span for span in spans if not told.match(text, span.end)]


@lru_cache(maxsize=8)
def _told_by_a_text(lexicon: Lexicon) -> re.Pattern[str]:
    """What stands behind a text's words, which nobody spoke: ',' added the same source."""
    says, texts = (
        "|".join(map(re.escape, sorted(lexicon.words("frames", entry))))
        for entry in ("text-says", "texts-quoted")
    )
    return re.compile(rf",?\s*(?:{says})\s+(?:an?|the|this)\s+(?:[\w-]+\s+){{0,2}}(?:{texts})\b")


def _find(text: str) -> list[Span]:
    """The quotations, whoever spoke."""
    spans: list[Span] = []
    opened: int | None = None
    for found in _MARK.finditer(text):
        mark, at = found.group(), found.start()
        if opened is not None and at - opened > _LONGEST:
            opened = None
        if opened is None:
            opened = at if _opens(text, mark, at) else None
        elif mark.startswith("\n"):
            if text[found.end() : found.end() + 1] not in _OPEN + '"':
                _append(spans, text, opened, at)
                opened = None
        elif mark in _CLOSE or (mark == '"' and not _reopens(text, at)):
            _append(spans, text, opened, at + 1)
            opened = None
    if opened is not None and len(text) - opened <= _LONGEST:
        _append(spans, text, opened, len(text))
    return spans


def _opens(text: str, mark: str, at: int) -> bool:
    following = text[at + 1 : at + 2]
    return mark in _OPEN or (mark == '"' and bool(following) and not following.isspace())


def _reopens(text: str, at: int) -> bool:
    return text[max(0, at - 2) : at] == "\n\n"


def _append(spans: list[Span], text: str, start: int, end: int) -> None:
    if len(text[start:end].split()) >= _FEWEST_WORDS:
        spans.append(Span(start, end))
