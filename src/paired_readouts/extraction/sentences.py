"""Sentences, as spans over the untouched text."""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from paired_readouts.lexicon import Lexicon, default_lexicon
from paired_readouts.model import Span

__all__ = ["split_sentences"]

# What may end a sentence or begin one: a break between paragraphs, a line break, a bullet,
# signs with what closes after them. List marks count only inside a list.
_STOPS = (
    r"(?P<paragraph>\n[^\S\n]*\n\s*)|(?P<line>\n)"
    r"|(?P<bullet>(?<=\s)[•⁃▪◦‣○●■](?=\s?\S))"
    r"|(?P<dots>(?<=\s)\.(?:\s\.){2,}[\"”’»)\]]*)"
    r"|(?P<stop>[.!?…]+[\"”’'»)\]]*)"
)
_MARKS = r"|(?P<mark>(?<=\s)\(?(?:\d{1,2}|[a-h])(?:\.\)|\.|\))(?=\s\S))"
_CANDIDATE = re.compile(_STOPS)
_CANDIDATE_IN_LIST = re.compile(_STOPS.replace("(?P<dots>", _MARKS[1:] + "|(?P<dots>", 1))
# Where a candidate outside of a list may begin: to look for one sign first is many times faster.
_SIGN = re.compile(r"[\n.!?…•⁃▪◦‣○●■]")
_STOP = re.compile(r"\.")
_WORD_BACKWARDS = re.compile(r"[\w.&°'’-]*")
_OPENING = "\"“‘'«([—–- \t\n\u00a0\u202f"
_LIST_MARK = re.compile(r"[•⁃▪◦‣○●■]?\s?\(?(\d{1,2}|[a-h])(?:\.\)|\.|\))\s")
_SPACED_DOTS = re.compile(r"(?:\s\.){3}")
_WORD_AFTER = re.compile(r"[“\"]?[^\W\d_][^\W\d_]*[\s’']")
_NEXT_WORD = re.compile(r"[\s\"“‘'«(\[]*([^\W\d_]+)")
_TERMINAL = '.!?:;…"”’)'
_WORD_WINDOW = 24
_BRACKET_WINDOW = 40
# Words of the table of titles that may be part of a name.
_IN_NAMES = frozenset({"particle", "suffix"})


class _Abbreviations(NamedTuple):
    never: frozenset[str]
    sometimes: frozenset[str]
    starters: frozenset[str]
    clock: frozenset[str]
    #: Those of which the next word decides.
    unsure: frozenset[str]
    #: Given names cut short, and the first words of offices and countries, which end one.
    given: frozenset[str]
    no_names: frozenset[str]


@lru_cache(maxsize=8)
def _abbreviations(lexicon: Lexicon) -> _Abbreviations:
    sometimes = lexicon.words("abbreviations", "sometimes-final")
    clock = lexicon.words("abbreviations", "clock")
    return _Abbreviations(
        never=lexicon.words("abbreviations", "never-final"),
        sometimes=sometimes,
        starters=lexicon.words("abbreviations", "sentence-starters"),
        clock=clock,
        unsure=sometimes | clock,
        given=lexicon.words("abbreviations", "given-names"),
        no_names=frozenset(
            phrase.split()[0].lower()
            for table in ("titles", "countries")
            for entry in lexicon.table(table)
            if entry.text("class") not in _IN_NAMES
            for phrase in entry.list()
        ),
    )


def split_sentences(text: str, *, lexicon: Lexicon | None = None) -> tuple[Span, ...]:
    """The sentences of `text`, in order, without the white space between them.

    A line break ends a sentence where the text's lines are paragraphs, and not where they are
    hard-wrapped. The number of a list item belongs to its sentence. Linear in the text's length.

    >>> text = "President J. R. Velin, Jr. spoke with No. 10. They agreed."
    >>> [span.cut(text) for span in split_sentences(text)]
    ['President J. R. Velin, Jr. spoke with No. 10.', 'They agreed.']
    """
    lexicon = default_lexicon() if lexicon is None else lexicon
    return tuple([Span(*sentence) for sentence in find_sentences(text, lexicon)])


def find_sentences(text: str, lexicon: Lexicon) -> list[tuple[int, int]]:
    """The sentences of `text` by where they begin and end."""
    known = _abbreviations(lexicon)
    wrapped = "\n" in text and _is_hard_wrapped(text)
    spans: list[tuple[int, int]] = []
    start = _skip_space(text, 0)
    at = mark_end = _past_list_mark(text, start)
    in_list = mark_end > start
    while found := _next_candidate(text, at, in_list=in_list):
        at = found.end()
        if at <= mark_end:
            continue
        end = _boundary(text, start, found, known, wrapped=wrapped)
        if end is None or end <= start:
            continue
        _append(spans, text, start, end)
        start = _skip_space(text, end)
        mark_end = _past_list_mark(text, start)
        in_list = mark_end > start
        at = max(end, mark_end)
    _append(spans, text, start, len(text))
    return spans


def _next_candidate(text: str, at: int, *, in_list: bool) -> re.Match[str] | None:
    if in_list:
        return _CANDIDATE_IN_LIST.search(text, at)
    while sign := _SIGN.search(text, at):
        at = sign.start()
        if found := _CANDIDATE.match(text, at):
            return found
        at += 1
    return None


def _boundary(
    text: str, start: int, found: re.Match[str], known: _Abbreviations, *, wrapped: bool
) -> int | None:
    """Where the sentence that begins at `start` ends, if the candidate ends it."""
    kind = found.lastgroup
    if kind == "paragraph":
        return found.start()
    if kind == "line":
        follows = (
            _LIST_MARK.match(text, found.end()) or text[found.end() : found.end() + 1] in "•⁃▪◦‣○●■"
        )
        heading_over = text[found.start() - 1 : found.start()] == ":"
        return found.start() if follows or heading_over or not wrapped else None
    if kind == "bullet":
        return found.start()
    if kind == "mark":
        if _continues_list(text, start, found):
            return found.start()
        stop = _STOP.match(text, found.end() - 1)
        return _after_stop(text, start, stop, known) if stop else None
    if kind == "dots":
        return (
            found.end() if found.group().count(".") > 3 and _is_upper(text, found.end()) else None
        )
    return _after_stop(text, start, found, known)


def _after_stop(text: str, start: int, found: re.Match[str], known: _Abbreviations) -> int | None:
    end = found.end()
    signs = found.group()
    if end >= len(text):
        return end
    follows = text[end]
    if not follows.isspace():
        return end if _is_missing_space(text, found) else None
    if signs == "." and text.startswith(".", end + 1) and _SPACED_DOTS.match(text, end):
        return end
    if signs.startswith(("...", "…")) and signs.count(".") != 4:
        return end if signs[-1] in '"”' and _is_upper(text, end) and signs.count(".") > 3 else None
    if not _is_upper(text, end):
        return None
    if signs[0] != ".":
        return end
    word = _word_before(text, start, found.start()).rpartition("-")[2]
    return end if _ends_sentence(text, start, word, found, known) else None


def _ends_sentence(
    text: str, start: int, word: str, found: re.Match[str], known: _Abbreviations
) -> bool:
    """Whether the full stop after `word` ends a sentence, when a capital or a number follows."""
    if len(found.group()) > 1 and found.group() != ".'":
        return True
    folded = word.lower().replace("’", "'")
    if not word:
        return text[found.start() - 1] in '"”’»)]%+#'
    if folded in known.never or word == "°":
        return False
    next_word = _next_word(text, found.end())
    starts = next_word.lower() in known.starters
    if folded in known.given and word.istitle():
        return starts or next_word.lower() in known.no_names
    if len(word) > 1 and "." not in word and folded not in known.unsure:
        return True
    if folded in known.clock:
        if _is_bracketed(text, start, found) or (next_word.isupper() and len(next_word) > 1):
            return False
        return starts or len(text[start : found.start()].split()) > 4
    if folded in known.sometimes or ("." in word and _is_dotted(word)):
        return starts
    if len(word) == 1 and word.isalpha():
        previous = text[max(start, found.start() - 16) : found.start() - 1].split()
        return _ends_in_letter(word, previous, starts=starts)
    return True


def _ends_in_letter(word: str, previous: list[str], *, starts: bool) -> bool:
    """Whether a sentence may end in a single letter: "and I." does, an initial does not."""
    if word == "I" and previous and previous[-1].islower():
        return True
    return starts and word != "I" and not word.isupper()


def _is_bracketed(text: str, start: int, found: re.Match[str]) -> bool:
    """Whether a bracket opens right after the full stop, or runs around it."""
    opens = text[found.end() : found.end() + 4].lstrip()[:1] == "("
    begin = max(start, found.start() - _BRACKET_WINDOW)
    before, after = text.rfind("(", begin, found.start()), text.rfind(")", begin, found.start())
    return opens or before > after


def _past_list_mark(text: str, start: int) -> int:
    """One past the mark of a list at `start`, where a letter in capitals is none."""
    mark = None if text[start : start + 1].isupper() else _LIST_MARK.match(text, start)
    return mark.end() if mark else start


def _word_before(text: str, start: int, end: int) -> str:
    """What ends at `end` of a word or an abbreviation, from `start` on."""
    backwards = text[max(start, end - _WORD_WINDOW) : end][::-1]
    found = _WORD_BACKWARDS.match(backwards)
    return found.group()[::-1] if found else ""


def _is_dotted(word: str) -> bool:
    return all(len(part) <= 2 for part in word.split("."))


def _is_missing_space(text: str, found: re.Match[str]) -> bool:
    """Whether a full stop inside "defence.The leaders" ends a sentence in a damaged copy."""
    if found.group() not in {".", ".”", '."', "!", "?"}:
        return False
    if "." in _word_before(text, 0, found.start()):  # an address: "www.norland.example"
        return False
    before = text[max(0, found.start() - 3) : found.start()]
    after = text[found.end() : found.end() + 12]
    return (
        len(before) == 3
        and before.isalpha()
        and before.islower()
        and bool(_WORD_AFTER.match(after))
    )


def _continues_list(text: str, start: int, found: re.Match[str]) -> bool:
    """Whether the list mark in the middle of a line is the next of the list that runs there."""
    first = _LIST_MARK.match(text, start)
    if first is None:
        return False
    old, new = first.group(1), found.group().strip("().")
    if old.isdigit() and new.isdigit():
        return int(new) == int(old) + 1
    return not old.isdigit() and not new.isdigit() and ord(new) == ord(old) + 1


def _is_upper(text: str, at: int) -> bool:
    """Whether what follows, past what opens it, is a capital, a number or a script without case."""
    for position in range(at, min(at + 8, len(text))):
        char = text[position]
        if char not in _OPENING and char not in "•⁃":
            return not char.islower() and (char.isalnum() or char in "$€£¥")
        if char in "•⁃":
            return True
    return True


def _next_word(text: str, at: int) -> str:
    found = _NEXT_WORD.match(text, at, at + 40)
    return found.group(1) if found else ""


def _is_hard_wrapped(text: str) -> bool:
    """Whether single line breaks fall inside sentences: most lines end without a closing sign."""
    lines = [line.rstrip() for line in text.split("\n")]
    inner = [a for a, b in pairwise(lines) if a and b.strip()]
    if not inner:
        return False
    open_ended = sum(1 for line in inner if line[-1] not in _TERMINAL)
    return 2 * open_ended > len(inner)


def _skip_space(text: str, at: int) -> int:
    while at < len(text) and text[at].isspace():
        at += 1
    return at


def _append(spans: list[tuple[int, int]], text: str, start: int, end: int) -> None:
    while end > start and text[end - 1].isspace():
        end -= 1
    if end > start:
        spans.append((start, end))
