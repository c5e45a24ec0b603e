"""Two aligned accounts as the findings read them: words, cues and standing of each statement."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from functools import cached_property, lru_cache
from typing import TypeVar

import attrs

from paired_readouts._text import Phrases, Tokens, stem, tokenize
from paired_readouts.alignment.frequencies import genre_weight
from paired_readouts.divergence._names import is_of
from paired_readouts.divergence.sentences import name_accounts
from paired_readouts.lexicon import Entry, Lexicon
from paired_readouts.model import (
    Act,
    Alignment,
    CompletenessLevel,
    MentionKind,
    Side,
    Span,
    Statement,
    Version,
    fold_name,
)

T = TypeVar("T")

__all__ = ["SIDES", "Account", "Cue", "Pair", "Word", "read_pair", "state_of"]

#: Both sides; going through the enum itself is slow.
SIDES = (Side.LEFT, Side.RIGHT)

_STATES = {
    CompletenessLevel.FULL: "full",
    CompletenessLevel.EXCERPT: "excerpt",
    CompletenessLevel.SUMMARY: "excerpt",
    CompletenessLevel.UNKNOWN: "unknown",
}


# The two parties are in every other statement: their names tell next to nothing.
_PARTY = 1.0
# The words that are kept, however many accounts are read.
_MOST_WORDS = 50_000


@attrs.frozen(eq=False)
class Word:
    """A token that tells something of the matter."""

    #: A stem, or the kind and value of the mention that the token belongs to.
    base: str
    #: The token's index in the account.
    token: int
    #: The bits that it tells within the genre.
    weight: float


@attrs.frozen(eq=False)
class Cue:
    """A phrase of the tables of cues or of loaded names."""

    #: The kind of cue; "name" for a loaded name.
    kind: str
    #: Its row.
    entry: Entry
    #: Where it stands.
    span: Span


@attrs.frozen(eq=False, slots=False)
class Account:
    """One side: its version, and what its words show, read once."""

    side: Side
    version: Version
    #: The party of the other account.
    facing: str
    #: What the account is called in a sentence: "US", "Ukrainian".
    label: str
    lexicon: Lexicon
    tokens: Tokens
    #: The first token of each statement and one past its last.
    bounds: tuple[tuple[int, int], ...]
    #: The informative words of each statement.
    words: tuple[tuple[Word, ...], ...]
    #: The cues of each statement.
    cues: tuple[tuple[Cue, ...], ...]

    @property
    def statements(self) -> tuple[Statement, ...]:
        return self.version.statements

    @property
    def state(self) -> str:
        """How complete the text is, in the words of the table of sentences."""
        return state_of(self.version)

    @cached_property
    def bases(self) -> tuple[dict[str, float], ...]:
        """The informative words of each statement with their weights."""
        return tuple({w.base: w.weight for w in words} for words in self.words)

    @cached_property
    def base_at(self) -> dict[int, str]:
        """The informative word at each token that is one."""
        return {word.token: word.base for words in self.words for word in words}

    @cached_property
    def told(self) -> frozenset[str]:
        """Every informative word of the account."""
        return frozenset(self.holders)

    @cached_property
    def function_words(self) -> frozenset[str]:
        """Words such as "of" and "the", which no quotation breaks off at."""
        return self.lexicon.words("matching", "function")

    @cached_property
    def lengths(self) -> tuple[int, ...]:
        """The number of words of each statement."""
        return tuple(len(s.text.split()) for s in self.statements)

    def find_cues(self, indexes: tuple[int, ...], *kinds: str) -> tuple[Cue, ...]:
        """The cues of these kinds in these statements, in the order of the text."""
        return tuple(c for i in indexes for c in self.cues[i] if c.kind in kinds)

    @cached_property
    def holders(self) -> dict[str, list[int]]:
        """The statements that hold each informative word."""
        found: dict[str, list[int]] = defaultdict(list)
        for i, told in enumerate(self.bases):
            for base in told:
                found[base].append(i)
        return dict(found)

    @cached_property
    def marks(self) -> tuple[str, str]:
        """The quotation marks of a sentence."""
        entry = self.lexicon.entry("sentences", "words")
        return entry.text("open"), entry.text("close")

    @cached_property
    def weights(self) -> tuple[float, ...]:
        """What each statement tells, in bits."""
        return tuple(sum(told.values()) for told in self.bases)

    def standing(self, index: int) -> str:
        """Whose line it is: "own", "credited", "joint" or "nobody"."""
        return self._standings[index]

    @cached_property
    def _standings(self) -> tuple[str, ...]:
        return tuple(map(self._stand, range(len(self.statements))))

    def _stand(self, index: int) -> str:
        speakers = self.statements[index].speakers
        if not speakers:
            return "nobody"
        mine = [is_of(p, self.version.party) for p in speakers]
        if all(mine):
            return "own"
        if any(mine):
            return "joint"
        # Where the other account's party is not known, whoever is not one's own is on its side.
        facing = self.facing or (self.version.party and "?")
        theirs = facing != self.version.party and all(
            p.party and facing in {"?", p.party} for p in speakers
        )
        return "credited" if theirs else "nobody"

    def is_light(self, index: int) -> bool:
        """Whether the statement is one of greeting, atmosphere or staying in touch."""
        return bool(self.find_cues((index,), "courtesy", "contacts"))

    def is_on_itself(self, index: int) -> bool:
        """Whether the statement tells of the conversation rather than of a matter."""
        if self.is_light(index) or self.find_cues((index,), "contact"):
            return True
        span = self.statements[index].span
        return any(c.span is not None and c.span.overlaps(span) for c in self.version.claims)

    def is_contact(self, index: int) -> bool:
        """Whether the statement tells that the conversation took place."""
        if self.statements[index].act not in (Act.NARRATE, Act.DISCUSS) or index > 1:
            return False
        kinds = {cue.kind for cue in self.cues[index]}
        if "contact" not in kinds or (index and "courtesy" in kinds):
            return False
        return self.statements[index].act is Act.NARRATE or index == 0


@attrs.frozen(eq=False, slots=False)
class Pair:
    """Two accounts and what joins them."""

    alignment: Alignment
    lexicon: Lexicon
    left: Account
    right: Account

    def account(self, side: Side) -> Account:
        return self.left if side is Side.LEFT else self.right

    def alone(self, side: Side) -> tuple[int, ...]:
        """The statements of a side that no link joins."""
        return self._alone[side is Side.RIGHT]

    @cached_property
    def _alone(self) -> tuple[tuple[int, ...], tuple[int, ...]]:
        return self.alignment.unlinked_left, self.alignment.unlinked_right

    def settle(self, left: T, right: T) -> tuple[T, T]:
        """The two in an order that does not depend on which account is called left.

        What decides between equals goes by it, so that swapping the accounts mirrors the result.
        """
        names = [(v.party, v.text) for v in (self.left.version, self.right.version)]
        return (left, right) if names[0] <= names[1] else (right, left)

    @property
    def accounts(self) -> tuple[tuple[Account, Account], tuple[Account, Account]]:
        """Each account with the other one."""
        return (self.left, self.right), (self.right, self.left)


def read_pair(alignment: Alignment, lexicon: Lexicon) -> Pair:
    """Both accounts of an alignment, read for the findings."""
    left, right = alignment.left, alignment.right
    labels = name_accounts((left, right), lexicon=lexicon)
    return Pair(
        alignment,
        lexicon,
        _read_account(Side.LEFT, left, right.party, labels[0], lexicon),
        _read_account(Side.RIGHT, right, left.party, labels[1], lexicon),
    )


def state_of(version: Version) -> str:
    """How complete a text is, in the words of the table of sentences."""
    return _STATES[version.completeness.level]


@lru_cache(maxsize=8)
def _cue_table(lexicon: Lexicon) -> Phrases[tuple[tuple[str, Entry], ...]]:
    rows: dict[str, tuple[tuple[str, Entry], ...]] = {}
    tables = [(e.text("kind"), e) for e in lexicon.table("cues")]
    tables += [("name", e) for e in lexicon.table("loaded_names")]
    tables.append(("contact", lexicon.entry("matching", "contact")))
    for kind, entry in tables:
        for phrase in entry.list():
            rows[phrase] = (*rows.get(phrase, ()), (kind, entry))
    return Phrases(rows.items())


@lru_cache(maxsize=8)
def _dull_table(lexicon: Lexicon) -> Phrases[bool]:
    entries = ("function", "genre")
    return Phrases((w, True) for e in entries for w in lexicon.entry("matching", e).list())


@lru_cache(maxsize=8)
def _senses(lexicon: Lexicon) -> Senses:
    return Senses(_dull_table(lexicon))


class Senses(dict[str, tuple[str, float] | None]):
    """The stem of each word and what it tells; None for one that tells nothing of the matter."""

    def __init__(self, dull: Phrases[bool]) -> None:
        self._dull = dull

    def __missing__(self, word: str) -> tuple[str, float] | None:
        sense = None
        if word[0].isalnum() and self._dull.match([word], 0) is None:
            base = stem(word)
            sense = (base, genre_weight(base))
        if len(self) < _MOST_WORDS:
            self[word] = sense
        return sense


def _read_account(
    side: Side, version: Version, facing: str, label: str, lexicon: Lexicon
) -> Account:
    tokens = tokenize(version.text)
    bounds = tuple(
        (bisect_left(tokens.starts, s.span.start), bisect_left(tokens.starts, s.span.end))
        for s in version.statements
    )
    parties = frozenset(f"country:{party}" for party in (version.party, facing))
    dull = (_people(version), parties)
    senses = _senses(lexicon)
    return Account(
        side=side,
        version=version,
        facing=facing,
        label=label,
        lexicon=lexicon,
        tokens=tokens,
        bounds=bounds,
        words=tuple(
            _read_words(s, tokens, b, dull, senses)
            for s, b in zip(version.statements, bounds, strict=True)
        ),
        cues=_read_cues(tokens, bounds, _cue_table(lexicon)),
    )


def _people(version: Version) -> frozenset[str]:
    known = {p for s in version.statements for p in s.speakers} | set(version.participants)
    return frozenset(w for p in known for n in (p.name, *p.aliases) for w in fold_name(n).split())


def _read_words(
    statement: Statement,
    tokens: Tokens,
    bounds: tuple[int, int],
    dull: tuple[frozenset[str], frozenset[str]],
    senses: Senses,
) -> tuple[Word, ...]:
    people, parties = dull
    named: dict[int, str] = {}
    verb = statement.verb
    inside = (verb.start, verb.end) if verb is not None else (0, 0)
    for mention in statement.mentions:
        if mention.kind is MentionKind.PERSON and set(mention.value.split()) & people:
            continue
        begin = bisect_left(tokens.starts, mention.span.start)
        for i in range(begin, bisect_left(tokens.starts, mention.span.end)):
            named[i] = f"{mention.kind.value}:{mention.value}"
    found = []
    for i in range(*bounds):
        if i in named:
            base = named[i]
            found.append(Word(base, i, _PARTY if base in parties else genre_weight(base)))
            continue
        word = tokens.lower[i]
        told = senses[word]
        if told is None or inside[0] <= tokens.starts[i] < inside[1]:
            continue
        if (word if word.isascii() else fold_name(word)).removesuffix("'s") not in people:
            found.append(Word(told[0], i, told[1]))
    return tuple(found)


def _read_cues(
    tokens: Tokens,
    bounds: tuple[tuple[int, int], ...],
    table: Phrases[tuple[tuple[str, Entry], ...]],
) -> tuple[tuple[Cue, ...], ...]:
    return tuple(
        tuple(
            Cue(kind, entry, tokens.span(begin, end - 1))
            for begin, end, rows in table.find(tokens.lower, first, last)
            for kind, entry in rows
        )
        for first, last in bounds
    )
