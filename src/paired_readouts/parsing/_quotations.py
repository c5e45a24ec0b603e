"""Quotations that run over paragraphs, their marks opened again at each of them."""

from __future__ import annotations

import re
from collections.abc import Sequence

import attrs

__all__ = ["Quotation", "curl", "take_quotation"]

_STRAIGHT = re.compile('"')
_OPENERS = "“„«"
_CLOSERS = "”»"
_AFTER = " .,;:!?)]’'*_"


@attrs.frozen(kw_only=True)
class Quotation:
    """What stands between an opening mark and the mark that closes it."""

    #: The paragraphs, without the outer marks.
    paragraphs: tuple[str, ...]
    #: The paragraph in which it ends.
    last: int
    #: One past the closing mark in that paragraph.
    end: int
    #: Whether it is closed at all.
    closed: bool


def curl(text: str) -> str:
    """`text` with straight double marks made to open or close by what stands beside them.

    Nothing moves: each mark takes the place of one.
    """
    if '"' not in text and "\u201f" not in text:
        return text

    def side(match: re.Match[str]) -> str:
        before = text[match.start() - 1 : match.start()]
        after = text[match.end() : match.end() + 1]
        opens = (not before or before in " \n([—–-“" or before.isspace()) and not after.isspace()
        return "“" if opens and after else "”"

    return _STRAIGHT.sub(side, text)


def take_quotation(paragraphs: Sequence[str], at: int, start: int, stop: int) -> Quotation:
    """The quotation whose opening mark is `paragraphs[at][start]`; it ends before `stop`.

    `paragraphs` are curled. A mark at the head of a further paragraph opens the quotation again,
    unless it closes within that paragraph: then it is a quotation inside.
    """
    parts: list[str] = []
    for index in range(at, stop):
        paragraph = paragraphs[index]
        first = start + 1 if index == at else 0
        end = _closing(paragraph, first)
        if index > at and paragraph[:1] and paragraph[0] in _OPENERS:
            end = _closing(paragraph, 1)
            if end < 0 or not paragraph[end + 1 :].strip(_AFTER):
                first = 1
            else:
                end = _closing(paragraph, 0)
        if end >= 0:
            parts.append(paragraph[first:end])
            return Quotation(paragraphs=tuple(parts), last=index, end=end + 1, closed=True)
        parts.append(paragraph[first:])
    end = len(paragraphs[stop - 1])
    return Quotation(paragraphs=tuple(parts), last=stop - 1, end=end, closed=False)


def _closing(paragraph: str, start: int) -> int:
    """Where the mark stands that closes what was opened before `start`; -1 where none does."""
    depth = 1
    for index in range(start, len(paragraph)):
        sign = paragraph[index]
        if sign in _OPENERS:
            depth += 1
        elif sign in _CLOSERS:
            depth -= 1
            if depth == 0:
                return index
    return -1
