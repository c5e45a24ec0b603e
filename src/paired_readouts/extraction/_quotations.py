"""Direct quotations: where they run, over sentences and paragraphs."""

from __future__ import annotations

from paired_readouts.model import Span

__all__ = ["find_quotations"]

_OPEN, _CLOSE, _STRAIGHT = "“«„", "”»", '"'
_LONGEST = 4000
_FEWEST_WORDS = 4


def find_quotations(text: str, low: int, high: int) -> list[Span]:
    """The quotations of whole phrases in `text` between `low` and `high`, marks included.

    A mark that opens again at the head of a paragraph goes on with the quotation. One that is
    never closed runs to the end of its paragraph. Quoted words and names are none.
    """
    spans: list[Span] = []
    opened = -1
    for at in range(low, high):
        char = text[at]
        if opened >= 0 and at - opened > _LONGEST:
            opened = -1
        if char in _OPEN:
            if opened < 0:
                opened = at
        elif char in _CLOSE:
            if opened >= 0:
                _append(spans, text, opened, at + 1)
                opened = -1
        elif char == _STRAIGHT:
            if opened < 0 and _can_open(text, at, low):
                opened = at
            elif opened >= 0 and not _reopens(text, at, low):
                _append(spans, text, opened, at + 1)
                opened = -1
        elif char == "\n" and opened >= 0 and text[at + 1 : at + 2] == "\n":
            following = text[at + 2 : at + 40].lstrip()
            if following[:1] not in {"“", '"', "«"}:
                _append(spans, text, opened, at)
                opened = -1
    if opened >= 0:
        _append(spans, text, opened, high)
    return spans


def _can_open(text: str, at: int, low: int) -> bool:
    following = text[at + 1 : at + 2]
    return bool(following) and not following.isspace()


def _reopens(text: str, at: int, low: int) -> bool:
    return at > low + 1 and text[at - 1] == "\n" and text[at - 2] == "\n"


def _append(spans: list[Span], text: str, start: int, end: int) -> None:
    if len(text[start:end].split()) >= _FEWEST_WORDS:
        spans.append(Span(start, end))
