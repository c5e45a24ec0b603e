"""Which parts of a text are prose, and which are the page around it.

One and the same knowledge serves the parsers, which keep the prose, and the extraction, which may
be handed a text as it stands. Nothing is rewritten: a block is a span of the text. The words are
data (the lexicon's table `boilerplate`); what is here are the shapes: lines, marks, wraps.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from enum import StrEnum
from itertools import pairwise
from typing import NamedTuple

from paired_readouts._furniture import EDGE, Furniture, furniture, tail_mark
from paired_readouts.lexicon import Lexicon
from paired_readouts.model import Span

__all__ = ["Block", "BlockKind", "find_blocks"]


class BlockKind(StrEnum):
    """What a block is."""

    PROSE = "prose"
    HEADING = "heading"
    ITEM = "list item"
    BOILERPLATE = "boilerplate"


class Block(NamedTuple):
    """A paragraph, a part of one, a list item, or something that is no part of the account."""

    #: Where it stands, without outer white space and without its number or bullet.
    span: Span
    #: What it is.
    kind: BlockKind = BlockKind.PROSE
    #: The number or bullet of an item or heading.
    number: Span | None = None
    #: Which kind of boilerplate: an entry of the table, or "title", "dateline", "signature".
    rule: str = ""


_WRAP_MIN, _WRAP_MAX = 60, 100
_SHORT = 30
_MARK = re.compile(
    r"(?:\(?\d{1,2}(?:\.\d{1,2})*[.)]|\((?:[a-z]|[ivx]{1,4})\)|[a-z]\)|[①-⑳]|[-–—•▪◦●○■□▶·*oOㅇ‣⁃])"
    r"[ \t\xa0\u3000]+(?=\S)"
)
# A number inside a paragraph whose line breaks were lost; what follows begins like a sentence.
_INLINE = re.compile(
    r"(?:\A|(?<=[\s\u3000]))(\((\d{1,2})\)|(\d{1,2})[.)])[ \xa0\u3000\n]+(?=[\"“A-Z])"
)
_INITIALS = re.compile(r"\b(?:[A-Z]\.){2}\Z")
# The number of a page, alone in its line.
_PAGE = re.compile(r"[-–—\s]*\d{1,3}(?:\s?/\s?\d{1,3})?[-–—\s]*")
# The sign of an agency or of who wrote, alone in its line: "-- NNA", "(NNA)", "R.A.H.".
_AGENCY = re.compile(r"[-–—(/]{1,3}\s?[A-Z]{2,8}\s?[-–—)/]{0,3}|(?:[A-Z]\.){2,4}")
_CLOSERS = EDGE + "\"'”’»)]*_"


def find_blocks(text: str, lexicon: Lexicon) -> tuple[Block, ...]:
    """The blocks of `text` in order, without overlaps; every word of the text lies in one."""
    words = furniture(lexicon)
    spans = list(_paragraphs(text))
    first = _first_prose(text, spans, words)
    blocks: list[Block] = []
    closed = ""
    whole = [i for i, span in enumerate(spans) if _is_sentence(text, *span)]
    last = max([i for i in whole if i >= first], default=-1)
    long = max([i for i in whole if spans[i][1] - spans[i][0] > 60], default=-1)
    for index, (start, end) in enumerate(spans):
        line = text[start:end]
        if closed or not any(c.isalnum() for c in line):
            blocks.append(_boilerplate(start, end, closed or "end-mark"))
        elif index < first:
            blocks.append(_boilerplate(start, end, _top_rule(line, words)))
        else:
            rule = words.rule(line, "close") if index > first else ""
            # "Read also: …" may stand between two paragraphs; it closes where only links follow.
            closed = rule if rule != "related" or index > long else ""
            rule = rule or _line_rule(line, words)
            if rule:
                blocks.append(_boilerplate(start, end, rule))
            else:
                nth, more = index - first, index <= last
                blocks.extend(_body(text, start, end, words, nth=nth, more=more))
    return _with_headings(text, blocks)


def _with_headings(text: str, blocks: list[Block]) -> tuple[Block, ...]:
    """Numbered lines such as "1. Bilateral relations" over prose or over items of another kind."""

    def style(index: int) -> str:
        block = blocks[index] if 0 <= index < len(blocks) else None
        if block is None or block.kind is not BlockKind.ITEM or block.number is None:
            return ""
        return re.sub(r"[\dA-Za-z]+", "", block.number.cut(text)) or "-"

    found = list(blocks)
    for index, block in enumerate(blocks[:-1]):
        number = block.number.cut(text) if block.number and style(index) else ""
        start, end = block.span.start, block.span.end
        if not any(c.isdigit() for c in number) or _is_sentence(text, start, end):
            continue
        over_items = style(index + 1) not in ("", style(index))
        over_prose = blocks[index + 1].kind is BlockKind.PROSE and style(index - 1) != style(index)
        if (over_items or over_prose) and text.count(" ", start, end) < 8:
            found[index] = block._replace(kind=BlockKind.HEADING)
    return tuple(found)


def _boilerplate(start: int, end: int, rule: str) -> Block:
    return Block(span=Span(start, end), kind=BlockKind.BOILERPLATE, rule=rule)


def _paragraphs(text: str) -> Iterator[tuple[int, int]]:
    """The paragraphs: lines, joined where a line was broken at a column."""
    group: list[tuple[int, int]] = []
    at = 0
    lines: list[list[tuple[int, int]]] = []
    for raw in text.splitlines(keepends=True):
        body = raw.strip(EDGE)
        if body:
            start = at + len(raw) - len(raw.lstrip(EDGE))
            group.append((start, start + len(body)))
        elif group:
            lines.append(group)
            group = []
        at += len(raw)
    if group:
        lines.append(group)
    widths = _widths(text, lines)
    wraps = [_is_wrapped(text, *pair) for pair in zip(lines, widths, strict=True)]
    widths = widths if any(wraps) else [0] * len(lines)
    for group, width, wrapped in zip(lines, widths, wraps, strict=True):
        start = 0
        for index in range(1, len(group) + 1):
            # A no-break space sends more on than a word; yet the first line may be a title.
            slack = 30 if wrapped and index > 1 else 15 if group is not lines[0] else 0
            if index == len(group) or not _goes_on(text, group, index, width, slack):
                yield group[start][0], group[index - 1][1]
                start = index


def _widths(text: str, groups: list[list[tuple[int, int]]]) -> list[int]:
    """The column at which lines of each group may have been broken; 0 where one is too long."""
    if all(len(group) == 1 for group in groups):
        return [0] * len(groups)
    longest = [_longest(text, group) for group in groups]
    widest = max(longest)
    return [
        0 if own > _WRAP_MAX else max(widest if widest <= _WRAP_MAX else own, _WRAP_MIN)
        for own in longest
    ]


def _longest(text: str, lines: list[tuple[int, int]]) -> int:
    """The length of the longest line that could have been broken, or of one that is too long."""
    longest = 0
    for start, end in lines:
        length = end - start
        if length > longest and _may_wrap(text[start:end]):
            longest = length
            if longest > _WRAP_MAX:
                break
    return longest


def _may_wrap(line: str) -> bool:
    """Whether a line could have been broken: it has several words, and no address among them."""
    return " " in line and (len(line) <= _WRAP_MAX or max(map(len, line.split())) < _WRAP_MIN)


def _is_wrapped(text: str, lines: list[tuple[int, int]], width: int) -> bool:
    """Whether lines were broken at `width`: filled ones end within a sentence.

    Two of them show it, or one that no title can be: it ends in a short word in small letters, or
    the next line begins with one.
    """
    filled = 0
    for (start, end), (following, _) in pairwise(lines):
        if end - start <= width - 15 or text[end - 1] in ".!?:;":
            continue
        filled += 1
        last = text[max(start, end - 8) : end].rpartition(" ")[2]
        if filled > 1 or not text[following].isupper() or (last.islower() and len(last) < 5):
            return True
    return False


def _goes_on(text: str, group: list[tuple[int, int]], index: int, width: int, slack: int) -> bool:
    """Whether the paragraph of the line before `group[index]` goes on in that line.

    So it does where up to `slack` columns are free in a line that ends within a sentence.
    """
    (start, end), (following, following_end) = group[index - 1], group[index]
    length = end - start
    inside = text[end - 1] not in ".!?:;"
    filled = width and length > width - 15 and inside
    if mark := _MARK.match(text, following, following_end):
        # A day or a number that a wrap put first, "on April" and "27. The", begins no item.
        return bool(filled) and mark.group().strip(EDGE)[:-1].isdigit()
    if text[following].islower() and length >= 40 and inside:
        return True
    if not width:
        return False
    if inside and slack and length > width - slack:
        return True
    room = min(following_end, following + width - length)
    word_end = text.find(" ", following, room)
    word = (word_end if word_end >= 0 else room) - following
    return length + 1 + word > width


def _is_sentence(text: str, start: int, end: int) -> bool:
    """Whether the paragraph ends like a sentence, or is too long to be a title."""
    last = end
    while last > start and text[last - 1] in _CLOSERS:
        last -= 1
    if last > start and text[last - 1] in ".!?…:;":
        # "Washington, D.C." is a place, not a sentence.
        return end - start > _SHORT or _INITIALS.search(text, start, last) is None
    long = end - start > 240 or text.count(" ", start, end) >= _SHORT
    return long or tail_mark(text, start, end) is not None


def _first_prose(text: str, spans: list[tuple[int, int]], words: Furniture) -> int:
    """The index of the paragraph with which the account begins."""
    usable: list[int] = []
    for index, (start, end) in enumerate(spans):
        line = text[start:end]
        if _line_rule(line, words) or not any(c.isalnum() for c in line):
            continue
        label = line[-1] == ":" and (line.count(" ") < 2 or _is_over_title(text, spans, index))
        dated = len(line) < 40 and words.is_dated(line)
        if _is_sentence(text, start, end) and not label and not dated:
            return index
        if _MARK.match(line) and not words.is_dated(line) and len(spans) > index + 1:
            return index
        if words.is_dated(line) or words.rule(line, "top", "close"):
            continue
        if not usable and words.tells_contact(line) and _is_lead(text, spans, index, words):
            return index
        usable.append(index)
    return usable[0] if usable else len(spans)


def _is_over_title(text: str, spans: list[tuple[int, int]], index: int) -> bool:
    """Whether a line with a colon stands over the rest of a title, which has no full stop."""
    for start, end in spans[index + 1 : index + 2]:
        return not _is_sentence(text, start, end) and _MARK.match(text, start, end) is None
    return False


def _is_lead(text: str, spans: list[tuple[int, int]], index: int, words: Furniture) -> bool:
    """Whether a first line that lost its full stop is the lead: what follows tells no contact."""
    for start, end in spans[index + 1 :]:
        if _is_sentence(text, start, end):
            return not words.tells_contact(text[start : min(end, start + 300)])
    return False


def _line_rule(line: str, words: Furniture) -> str:
    """The rule of a line that is boilerplate wherever it stands."""
    if rule := words.rule(line, "mark", "start"):
        return rule
    if line[-1] == ":" and len(line) < 300:
        lead = words.lead(line, 0, len(line))
        if lead and lead[0] == 0 and lead[1] == len(line):
            return "attribution"
    if len(line) < 12 and _PAGE.fullmatch(line):
        return "page"
    if len(line) < 16 and _AGENCY.fullmatch(line):
        return "signature"
    return "dateline" if words.is_dated(line) and not _MARK.match(line) else ""


def _top_rule(line: str, words: Furniture) -> str:
    if rule := _line_rule(line, words):
        return rule
    rule = words.rule(line, "top")
    if rule == "letterhead" and len(line.split()) > 2 and words.title.search(line):
        return "title"
    return rule or "title"


def _body(
    text: str, start: int, end: int, words: Furniture, *, nth: int, more: bool
) -> Iterator[Block]:
    """The blocks of one paragraph at or after the first of the prose."""
    if _MARK.match(text, start, end) is None and not _is_sentence(text, start, end):
        yield _unfinished(text, start, end, nth=nth, more=more)
        return
    for after, rule in _heads(text, start, end, words, nth):
        yield _boilerplate(*_trim(text, start, after), rule)
        start = after
    tail = tail_mark(text, start, end)
    stop = tail.start() if tail else end
    for a, b in words.announcements(text, start, stop):
        yield from _prose(text, start, a)
        yield _boilerplate(*_trim(text, a, b), "overview")
        start = b
    yield from _prose(text, start, stop)
    if tail:
        yield _boilerplate(*_trim(text, stop, end), "end-mark")


def _unfinished(text: str, start: int, end: int, *, nth: int, more: bool) -> Block:
    """A paragraph without a full stop: a heading over prose, a signature under it, or prose."""
    if nth and not text[start].islower():
        if more and text.count(" ", start, end) < 14:
            return Block(span=Span(start, end), kind=BlockKind.HEADING)
        if not more and end - start < 90:
            return _boilerplate(start, end, "signature")
    return Block(span=Span(start, end))


def _heads(
    text: str, start: int, end: int, words: Furniture, nth: int
) -> Iterator[tuple[int, str]]:
    """What stands before the prose on its own line: where each ends, and its rule."""
    begin = start
    if nth == 0 and (lead := words.lead(text, start, end)):
        if lead[0] > start:
            yield lead[0], "letterhead"
        yield lead[1], "attribution"
        start = lead[1]
    elif nth == 0 and words.rule(text[start : start + 80], "top"):
        after = words.letterhead(text, start, end)
        if after > start:
            yield after, "letterhead"
            start = after
    if nth < 2 and _MARK.match(text, begin, end) is None:
        start, _ = _trim(text, start, end)
        after = words.dateline(text, start, end)
        if after > start:
            yield after, "dateline"


def _prose(text: str, start: int, end: int) -> Iterator[Block]:
    """Prose between two places: one block, or one for each number that lost its line break."""
    cuts = _inline_numbers(text, start, end)
    bounds = [start, *(a for a, _ in cuts), end]
    for index, (a, b) in enumerate(pairwise(bounds)):
        a, b = _trim(text, a, b)  # noqa: PLW2901
        if a >= b:
            continue
        mark = _MARK.match(text, a, b)
        if mark is None or (index == 0 and text[a] in "oO" and text[a + 1] == " " and b - a < 4):
            yield Block(span=Span(a, b))
            continue
        number = Span(*_trim(text, a, mark.end()))
        body = Span(mark.end(), b)
        yield Block(span=body, kind=BlockKind.ITEM, number=number)


def _inline_numbers(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Numbers in a paragraph that count up from 1, two at least: their spans."""
    if text.find("1.", start, end) < 0 and text.find("1)", start, end) < 0:
        return []
    last: dict[bool, int] = {}
    found: list[tuple[int, int]] = []
    for match in _INLINE.finditer(text, start, end):
        bracketed = match.group(2) is not None
        value = int(match.group(2) or match.group(3))
        before = text[max(start, match.start() - 3) : match.start()].rstrip(EDGE)
        ended = not before or before[-1] in '.:;!?”"' or bracketed or match.start() == start
        if ended and (value == 1 or value == last.get(bracketed, 0) + 1):
            if not bracketed:
                last.pop(True, None)
            last[bracketed] = value
            found.append(match.span(1))
    return found if len(found) > 1 else []


def _trim(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and text[start] in EDGE:
        start += 1
    while end > start and text[end - 1] in EDGE:
        end -= 1
    return start, end
