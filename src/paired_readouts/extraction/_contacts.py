"""Where an account says that the conversation took place, and what kind it was."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

import attrs

from paired_readouts._text import Phrases, places, tokenize_line
from paired_readouts.extraction._cues import Cues, CueTables, Hit
from paired_readouts.extraction._words import PlainPhrases, Words, open_words, plain_phrase
from paired_readouts.lexicon import Entry, Lexicon
from paired_readouts.model import Mention, MentionKind, Participant, Span, Version

__all__ = ["Account", "read_account"]

_LEAD = 2
# The entries that nobody searches for: they count where they begin at a known word.
_AT_A_WORD = frozenset(
    {"not-dated", "part-of-day", "leading-in", "latter", "former", "own-side", "account-words"}
)
_NO_INFINITIVE = frozenset({"the", "a", "an", "his", "her", "its"})
_NOT_PARTICIPLES = frozenset({"morning", "evening", "meeting", "during", "beijing", "working"})


@lru_cache(maxsize=8)
def _contacts(lexicon: Lexicon) -> PlainPhrases[Entry]:
    rows = [row for row in lexicon.table("contacts") if row.text("contact")]
    rows.sort(key=lambda row: -row.whole("weight"))
    return PlainPhrases((word, row) for row in rows for word in row.list())


class _CueWords(NamedTuple):
    """The phrases that are no kinds of contact, by their entries."""

    phrases: dict[str, Phrases[bool]]
    #: Those that are looked for, and not only at one word.
    tables: CueTables


@lru_cache(maxsize=8)
def _cue_words(lexicon: Lexicon) -> _CueWords:
    phrases = {
        row.id: Phrases((plain_phrase(phrase), True) for phrase in row.list())
        for row in lexicon.table("contacts")
        if not row.text("contact")
    }
    searched = [table for name, table in phrases.items() if name not in _AT_A_WORD]
    return _CueWords(phrases, CueTables(searched))


@attrs.define(eq=False, repr=False)
class Account:
    """A version's words, sentence by sentence, with what is named in them."""

    version: Version
    words: Words
    #: Each sentence as first word and one past its last.
    sentences: list[tuple[int, int]]
    mentions: tuple[Mention, ...]
    participants: tuple[Participant, ...]
    lexicon: Lexicon
    _starts: list[int]
    _phrases: dict[str, Phrases[bool]]
    _cues: Cues

    def has(self, entry: str, at: int) -> int | None:
        """One past the phrase of the entry `entry` that begins at `at`, if one does."""
        if not 0 <= at < len(self.words.plain):
            return None
        found = self._phrases[entry].match(self.words.plain, at)
        return found[0] if found is not None else None

    def tells(self, entry: str) -> bool:
        """Whether a phrase of the entry stands anywhere in the text."""
        return bool(self._cues.matches(self._phrases[entry], 0, len(self.words.plain)))

    def find(self, entry: str, low: int, high: int) -> list[tuple[int, int]]:
        """The phrases of an entry between two words: first word and one past the last."""
        hits = self._cues.matches(self._phrases[entry], low, high)
        return [(first, end) for first, end, _ in hits if end <= high]

    def contacts(self, low: int, high: int) -> Iterator[Hit[Entry]]:
        """The words between two others that tell of a contact, without much doubt."""
        table = _contacts(self.lexicon)
        for at in range(low, high):
            found = (
                table.match(self.words.plain, at) if self.words.plain[at] in table.first else None
            )
            if found is not None and found[1].whole("weight") >= 2 and not found[1].text("where"):
                yield at, found[0], found[1]

    def span(self, low: int, high: int) -> Span:
        """The place of the words from `low` up to `high`."""
        return Span(self.words.starts[low], self.words.ends[high - 1])

    def at(self, offset: int) -> int:
        """The first word that begins at or after a place in the text."""
        return bisect_left(self.words.starts, offset)

    def named(self, low: int, high: int, *kinds: MentionKind) -> list[Mention]:
        """What of these kinds is named between two words."""
        if low >= high:
            return []
        start, end = self.words.starts[low], self.words.ends[high - 1]
        first = bisect_left(self._starts, start)
        past = bisect_left(self._starts, end, first)
        return [mention for mention in self.mentions[first:past] if mention.kind in kinds]

    def contact(self) -> tuple[Entry, int | None, Hit[Entry] | None]:
        """The entry that tells the kind, the sentence and the place; None where the title does.

        Without any the entry has no kind.
        """
        told = self._in_text()
        title = self._in_title()
        if told is not None and (title is None or told[1][2].whole("weight") > 2):
            return told[1][2], told[0], told[1]
        if title is not None:
            sentence, hit = told if told is not None else (None, None)
            same = hit if hit and hit[2].text("contact") == title.text("contact") else None
            return title, sentence, same
        for number, (low, high) in enumerate(self.sentences):
            for first, end in self.find("the-conversation", low, high):
                named = self._kind(first, end)
                if named is not None:
                    return named[2], number, named
        return Entry(id="", values={}), None, None

    def _in_text(self) -> tuple[int, Hit[Entry]] | None:
        best: tuple[int, Hit[Entry]] | None = None
        for number, (low, high) in enumerate(self.sentences[:_LEAD]):
            hit = self._kind(self.after_lead_in(low, high), high)
            if hit is not None and (
                best is None or hit[2].whole("weight") > best[1][2].whole("weight")
            ):
                best = (number, hit)
            if best is not None and best[1][2].whole("weight") >= 2:
                break
        return best

    def _in_title(self) -> Entry | None:
        if not self.version.title:
            return None
        title = open_words(tokenize_line(self.version.title), whole=())
        best: Entry | None = None
        table = _contacts(self.lexicon)
        for at in places(title.plain, table.first):
            found = table.match(title.plain, at)
            if found and (best is None or found[1].whole("weight") > best.whole("weight")):
                best = found[1]
        return best

    def _kind(self, low: int, high: int) -> Hit[Entry] | None:
        """The first phrase of the highest weight between two words, titles' own words aside."""
        table, best = _contacts(self.lexicon), None
        for at in range(low, high):
            if self.words.plain[at] == "that":
                break
            if self.words.plain[at] not in table.first:
                continue
            found = table.match(self.words.plain, at)
            if found is None or found[1].text("where") == "title":
                continue
            if self.find("another-one", max(low, at - 4), at):
                continue
            weight = found[1].whole("weight")
            if best is None or weight > best[2].whole("weight"):
                if best is not None and at - best[0] > 3 and best[2].whole("weight") > 1:
                    break
                best = (at, found[0], found[1])
        return best

    def after_lead_in(self, low: int, high: int) -> int:
        """Past a clause that opens the sentence and tells of something else."""
        if self.has("leading-in", low) is not None:
            for at in range(low, min(high, low + 40)):
                if self.words.plain[at] == ",":
                    return at + 1
        return low

    def told_until(self, low: int, high: int) -> int:
        """Where the sentence stops to tell when and where, and begins to tell what was said."""
        ends = self._cues.matches(self._phrases["no-longer"], low, high)
        high = ends[0][0] if ends else high
        for at, word in enumerate(self.words.plain[low:high], low):
            if word == "to":
                after = self.words.word(at + 1)
                infinitive = after.isalpha() and after not in _NO_INFINITIVE
                if infinitive and not self.words.is_capital(at + 1):
                    return at
            elif (
                word.endswith("ing")
                and word not in _NOT_PARTICIPLES
                and not self.words.is_capital(at)
            ):
                return at
        return high


def read_account(
    version: Version,
    *,
    words: Words,
    sentences: Sequence[Span],
    mentions: tuple[Mention, ...],
    participants: tuple[Participant, ...] = (),
    lexicon: Lexicon,
) -> Account:
    """`version` made ready for questions about the conversation."""
    ranges = []
    for span in sentences:
        low, high = bisect_left(words.starts, span.start), bisect_left(words.starts, span.end)
        if high > low:
            ranges.append((low, high))
    cues = _cue_words(lexicon)
    return Account(
        version,
        words,
        ranges,
        mentions,
        participants,
        lexicon,
        [mention.span.start for mention in mentions],
        cues.phrases,
        cues.tables.read(words.plain),
    )
