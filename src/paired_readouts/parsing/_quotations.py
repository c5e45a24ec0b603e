"""Quotations that run over paragraphs, their marks opened again at each of them."""

from __future__ import annotations

import re
from collections.abc import Sequence

import attrs

from paired_readouts.model._by_fields import by_fields

__all__ = ["Quotation", "curl", "take_quotation"]

_STRAIGHT = re.compile('"')
_LOW = re.compile("„([^“”„]*)“")
_CORNERS = str.maketrans("「」『』", "“”“”")
# Single marks around sentences: what they open begins like one, and ends like one.
_SINGLE = re.compile(r"(?:\A|(?<=[:.!?,—–] )|(?<=“))['‘](?=[A-Z“\"])|\A['‘](?=\w)")
_SINGLE_END = re.compile(r"(?<=[.!?…,])['’](?=[\s)\]”]|\Z)|['’](?=\.?\s*\Z)")
_SINGLE_LAST = re.compile(r"(?<=[.!?…])['’]\Z")
_OPENERS = "“„«"
_CLOSERS = "”»"
_AFTER = " .,;:!?)]’'*_"


@by_fields
@attrs.frozen(kw_only=True, eq=False, repr=False)
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
    """`text` with all outer marks as curly double ones, opening and closing.

    Nothing moves: each mark takes the place of one.
    """
    if '"' in text:
        text = _STRAIGHT.sub(_side, text)
    if "„" in text:
        text = _LOW.sub("„\\1”", text)
    if "’" in text or "'" in text or "‘" in text:
        text = _double(text)
    return text.translate(_CORNERS)


def _side(match: re.Match[str]) -> str:
    text = match.string
    before = text[match.start() - 1 : match.start()]
    after = text[match.end() : match.end() + 1]
    opens = (not before or before in " \n([—–-“‘" or before.isspace()) and not after.isspace()
    return "“" if opens and after else "”"


def _double(text: str) -> str:
    """`text` with double marks for the single ones around whole sentences; apostrophes stay."""
    found: list[tuple[int, int]] = []
    for match in _SINGLE.finditer(text):
        if not found or match.start() >= found[-1][1]:
            closing = _SINGLE_END.search(text, match.end())
            found.append((match.start(), closing.start() if closing else len(text)))
    bare = not any(mark in text for mark in "“”")
    signs = list(text)
    for start, end in found:
        # Without its end a mark at the head opens a quotation of several paragraphs.
        if end < len(text) or (bare and start == 0):
            signs[start] = "“"
            signs[end : end + 1] = "”" if end < len(text) else ""
    if not found and bare and (last := _SINGLE_LAST.search(text)):
        signs[last.start()] = "”"
    return "".join(signs)


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
