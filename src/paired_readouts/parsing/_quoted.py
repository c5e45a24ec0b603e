"""The releases that an article quotes, found in one pass over its paragraphs."""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import lru_cache

import attrs

from paired_readouts._layout import Block, BlockKind, find_blocks
from paired_readouts.model import Completeness, CompletenessLevel, VersionWarning
from paired_readouts.model._by_fields import by_fields
from paired_readouts.parsing._cleaning import clean_text, mend_mojibake
from paired_readouts.parsing._draft import tell
from paired_readouts.parsing._introductions import Introduction, find_introductions
from paired_readouts.parsing._quotations import Quotation, curl, take_quotation
from paired_readouts.parsing._retold import find_retold
from paired_readouts.parsing._settings import ParserSettings

__all__ = ["Quoted", "find_quoted"]

_OUT = frozenset({"related", "footer", "page", "caption", "end-mark", "dateline", "byline"})
_MARKS = frozenset("“”„«\"'‘")
_OPENER = re.compile("[“„«]")
_ENDS = frozenset(".!?…:;,”")
_FEWEST = 12
_FRAGMENT = 5
_SENTENCE = re.compile(r"[.!?]['’”\"]?\s")


@by_fields
@attrs.frozen(kw_only=True, eq=False, repr=False)
class Quoted:
    """A release as the article quotes it."""

    #: Who is said to have issued it, and how it is introduced.
    introduction: Introduction
    #: Its text, without the marks around it.
    text: str
    #: The words that introduce it.
    words: str
    #: Doubts.
    warnings: tuple[VersionWarning, ...] = ()


@lru_cache(maxsize=4)
def find_quoted(text: str, settings: ParserSettings) -> tuple[Quoted, ...]:
    """The releases that `text` quotes, in order; none where it quotes none."""
    text = clean_text(mend_mojibake(text)[0])
    blocks = find_blocks(text, settings.words)
    kept = [block for block in blocks if block.rule not in _OUT]
    headings = {
        index
        for index, block in enumerate(kept)
        if block.kind is BlockKind.HEADING and block.number is None
    }
    return _Reading([_paragraph(text, b) for b in kept], headings, text, settings).quoted()


class _Reading:
    """One pass over the paragraphs of an article."""

    def __init__(
        self, paragraphs: list[str], headings: set[int], text: str, settings: ParserSettings
    ) -> None:
        self._set_off = [paragraph.startswith(">") for paragraph in paragraphs]
        self._plain = [paragraph.lstrip("> ") for paragraph in paragraphs]
        self._curled = [curl(paragraph) for paragraph in self._plain]
        self._headings = headings
        self._introductions = find_introductions(settings.words)
        self._names = sorted(set(re.findall(r"\b[A-Z][a-z]{3,20}\b", text[:50_000])))
        #: Paragraphs over which no quotation runs, since they announce the next version.
        self._announcing = [
            index
            for index, line in enumerate(self._curled)
            if len(line) < 500 and line.endswith(":") and self._announced(line.strip(" *_#"))
        ]
        self._found: list[tuple[Introduction, str, list[str], bool, bool]] = []
        self._open = False
        self._plainly = False

    def quoted(self) -> tuple[Quoted, ...]:
        at = 0
        while at < len(self._curled):
            at = self._step(at)
        kept = []
        self._join()
        for introduction, words, parts, within, closed in self._found:
            text = "\n\n".join(part.strip() for part in parts if part.strip())
            enough = _FEWEST if introduction.listed else 2 * _FEWEST
            if len(text.split()) < enough:
                continue
            if within and introduction.completeness.level is CompletenessLevel.UNKNOWN:
                excerpt = Completeness(level=CompletenessLevel.EXCERPT, evidence=words[-120:])
                introduction = attrs.evolve(introduction, completeness=excerpt)  # noqa: PLW2901
            notes = () if closed else (tell("open-quotation", "its quotation is never closed"),)
            kept.append(Quoted(introduction=introduction, text=text, words=words, warnings=notes))
        return tuple(kept)

    def _join(self) -> None:
        """What an article quotes of one release in several places is one account."""
        joined: list[tuple[Introduction, str, list[str], bool, bool]] = []
        first: dict[str, int] = {}
        for found in self._found:
            told, _, parts, within, closed = found
            at = first.setdefault(told.party, len(joined))
            if at == len(joined) or not (
                joined[at][2] and told.issuer in {joined[at][0].issuer, ""}
            ):
                joined.append(found)
                continue
            begun, words, others, was_within, was_closed = joined[at]
            others.extend(parts)
            joined[at] = (begun, words, others, was_within or within, was_closed and closed)
        self._found = joined

    def _step(self, at: int) -> int:
        """Reads the paragraph `at`; gives the next one to read."""
        paragraph = self._curled[at]
        line = paragraph.strip(" *_#")
        told = self._announced(line)
        if told and (line.endswith(":") or self._is_text(at + 1)):
            self._start(told, line.rstrip(":"))
            return at + 1
        if self._retold(at) or self._labelled(at):
            return at + 1
        if self._open and not self._plainly and _opening(paragraph, 0) == 0:
            at, end = self._take(at, 0, within=False)
        elif (quote := self._next_introduced(at, 0)) >= 0:
            at, end = self._take_introduced(at, quote)
        else:
            self._open = self._open and self._goes_on(at)
            if self._open:
                self._found[-1][2].append(self._plain[at])
                self._plainly = True
            return at + 1
        # Where breaks were lost, the next version begins in the paragraph in which this one ends.
        while (quote := self._next_introduced(at, end)) >= 0:
            at, end = self._take_introduced(at, quote)
        return at + 1

    def _retold(self, at: int) -> bool:
        """Takes what the paragraph retells of accounts; whether there is anything."""
        found = list(find_retold(self._plain[at], self._introductions, self._names))
        if self._plainly and any(self._same(retold.introduction) for retold in found):
            return False  # An account that tells of itself goes on.
        for told, words, text in found:
            summary = Completeness(level=CompletenessLevel.SUMMARY, evidence=words)
            self._start(attrs.evolve(told, completeness=summary), words)
            self._found[-1][2].append(text)
        self._open = self._open and not found
        return bool(found)

    def _labelled(self, at: int) -> bool:
        """Takes an account behind its heading in one line: "Norland's version: The leaders …"."""
        label, colon, rest = self._plain[at].partition(": ")
        told = self._introductions.read_heading(label.strip(" *_#"), self._names) if colon else None
        if told is None or not told.release or rest[:1] in _MARKS or len(rest.split()) < _FEWEST:
            return False
        self._start(told, label)
        self._found[-1][2].append(rest)
        self._plainly = True
        return True

    def _next_introduced(self, at: int, start: int) -> int:
        """Where the next quotation opens that a version's introduction precedes; -1 for none."""
        paragraph = self._curled[at]
        quote = -1 if self._set_off[at] else _opening(paragraph, start)
        while quote >= 0:
            found = self._inside(at, start, quote)
            if found is not None:
                self._start(*found)
                return quote
            if self._plainly:
                return -1
            start = take_quotation(self._curled, at, quote, at + 1).end
            quote = _opening(paragraph, start)
        return -1

    def _take_introduced(self, at: int, quote: int) -> tuple[int, int]:
        before = self._curled[at][max(0, quote - 5) : quote].rstrip()
        return self._take(at, quote, within=not before.endswith(":"))

    def _goes_on(self, at: int) -> bool:
        """Whether an account without quotation marks has begun or goes on in this paragraph."""
        if not self._plainly:
            return not self._found[-1][2]
        return at not in self._headings and self._set_off[at] == self._set_off[at - 1]

    def _inside(self, at: int, start: int, quote: int) -> tuple[Introduction, str] | None:
        """What introduces a quotation in its own paragraph: words before it, or after it."""
        paragraph = self._curled[at]
        before = paragraph[max(start, quote - 500) : quote]
        cut = _last_sentence(before)
        words = before[cut:].strip(" ,:")
        told = self._introductions.read(words, self._names) if words else None
        if told is None and not words and not self._plainly:
            end = take_quotation(self._curled, at, quote, at + 1).end
            after = _SENTENCE.split(paragraph[end : end + 200], maxsplit=1)[0]
            words = after.partition("“")[0].strip(" ,.")
            told = self._introductions.read(words, self._names)
        if told is None or (self._plainly and (cut or self._same(told))):
            return None
        return told, words

    def _is_text(self, at: int) -> bool:
        """Whether an account may begin here: under a heading stands no second one, as in a menu."""
        paragraph = self._curled[at] if at < len(self._curled) else ""
        return paragraph[-1:] in _ENDS or paragraph.count(" ") >= _FEWEST

    def _announced(self, line: str) -> Introduction | None:
        """What a paragraph announces that is a heading, or that ends in a colon."""
        if line.endswith(":"):
            words = line[_last_sentence(line) :]
            return self._introductions.read(words, self._names) or (
                self._introductions.read_heading(words, self._names)
            )
        if line and line[-1] not in _ENDS and "“" not in line:
            return self._introductions.read_heading(line, self._names)
        return self._introductions.announces(line, self._names) if "“" not in line else None

    def _start(self, told: Introduction, words: str) -> None:
        self._found.append((told, words, [], False, True))
        self._open, self._plainly = True, False

    def _same(self, told: Introduction) -> bool:
        return bool(self._found) and self._found[-1][0].party == told.party

    def _take(self, at: int, start: int, *, within: bool) -> tuple[int, int]:
        """Takes the quotation that opens at `start`, and those after it in its last paragraph.

        Gives the paragraph in which it ended, and where.
        """
        told, words, parts, was_within, closed = self._found[-1]
        nearest = bisect_right(self._announcing, at)
        stop = (*self._announcing[nearest : nearest + 1], len(self._curled))[0]
        while True:
            quotation = take_quotation(self._curled, at, start, stop)
            pieces = self._original(at, start, quotation)
            if not within or len(pieces) > 1 or len(pieces[0].split()) >= _FRAGMENT:
                parts.extend(pieces)
            closed = closed and quotation.closed
            was_within = was_within or within
            # A quotation that its frame follows, and that goes on after it, is told in pieces.
            at, end = quotation.last, quotation.end
            start = _opening(self._curled[at], end)
            if start < 0 or self._introduced(self._curled[at][max(end, start - 400) : start]):
                break
            within = True
        self._found[-1] = (told, words, parts, was_within, closed)
        return at, end

    def _introduced(self, words: str) -> bool:
        told = self._introductions.read(words, self._names)
        return told is not None and not self._same(told)

    def _original(self, at: int, start: int, quotation: Quotation) -> list[str]:
        """The paragraphs of a quotation as the article prints them, marks inside them included."""
        found = []
        for index, part in zip(range(at, quotation.last + 1), quotation.paragraphs, strict=True):
            line = self._curled[index]
            opens_again = line[1:].startswith(part) and not line.startswith(part)
            first = start + 1 if index == at else int(opens_again)
            found.append(self._plain[index][first : first + len(part)])
        after = self._curled[quotation.last][quotation.end : quotation.end + 1]
        if after == "." and found[-1][-1:] not in ".!?":
            found[-1] += after
        elif found[-1].endswith(",") and quotation.closed:
            # '"They agreed," the office said': the comma stands for the full stop of the release.
            found[-1] = found[-1][:-1] + "."
        return found


def _opening(paragraph: str, start: int) -> int:
    """Where the first quotation of the paragraph opens; -1 where none does."""
    match = _OPENER.search(paragraph, start)
    return match.start() if match else -1


def _last_sentence(words: str) -> int:
    """Where the last sentence of `words` begins."""
    tail = max(0, len(words) - 500)
    cut = 0
    for match in _SENTENCE.finditer(words, tail):
        before = words[max(0, match.start() - 3) : match.start()]
        if not re.search(r"(?:\b[A-Z]|\bMr|\bMs|\bDr|St)\Z", before):
            cut = match.end()
    return cut


def _paragraph(text: str, block: Block) -> str:
    start = block.number.start if block.number else block.span.start
    return " ".join(text[start : block.span.end].split())
