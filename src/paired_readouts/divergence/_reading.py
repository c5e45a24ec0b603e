"""Reading two versions for the findings: words, cues and standing of each statement."""

from __future__ import annotations

from bisect import bisect_left
from functools import lru_cache
from itertools import chain

import attrs

from paired_readouts._text import Phrases, Tokens, stem, tokenize_whole
from paired_readouts.alignment.frequencies import genre_weight
from paired_readouts.divergence._accounts import Account, Cue, Pair, Word
from paired_readouts.divergence.sentences import name_accounts
from paired_readouts.lexicon import Entry, Lexicon
from paired_readouts.model import Alignment, MentionKind, Side, Statement, Version, fold_name

__all__ = ["read_pair"]

# The two parties are in every other statement: their names tell next to nothing.
_PARTY = 1.0
# The words that are kept, however many accounts are read.
_MOST_WORDS = 50_000


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
def _senses(lexicon: Lexicon) -> _Senses:
    return _Senses(_dull_table(lexicon))


@attrs.frozen(eq=False, repr=False)
class _Sense:
    """What a word tells."""

    stem: str
    #: In bits within the genre.
    weight: float
    #: As it is compared with the words of names.
    name: str


class _Senses(dict[str, _Sense | None]):
    """The sense of each folded word; None for one that tells nothing of the matter."""

    def __init__(self, dull: Phrases[bool]) -> None:
        self._dull = dull

    def __missing__(self, word: str) -> _Sense | None:
        sense = None
        if word[0].isalnum() and self._dull.match([word], 0) is None:
            base = stem(word)
            sense = _Sense(base, genre_weight(base), fold_name(word).removesuffix("'s"))
        if len(self) < _MOST_WORDS:
            self[word] = sense
        return sense


def _read_account(
    side: Side, version: Version, facing: str, label: str, lexicon: Lexicon
) -> Account:
    tokens = tokenize_whole(version.text)
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
        statements=version.statements,
        tokens=tokens,
        bounds=bounds,
        words=tuple(
            _read_words(s, tokens, b, dull, senses)
            for s, b in zip(version.statements, bounds, strict=True)
        ),
        cues=_read_cues(tokens, bounds, _cue_table(lexicon)),
    )


def _people(version: Version) -> frozenset[str]:
    people = chain(version.participants, *(s.speakers for s in version.statements))
    names = {name for p in people for name in (p.name, *p.aliases)}
    return frozenset(word for name in names for word in fold_name(name).split())


def _read_words(
    statement: Statement,
    tokens: Tokens,
    bounds: tuple[int, int],
    dull: tuple[frozenset[str], frozenset[str]],
    senses: _Senses,
) -> tuple[Word, ...]:
    people, parties = dull
    named: dict[int, Word] = {}
    starts, verb = tokens.starts, statement.verb
    frame = range(0)
    if verb is not None:
        frame = range(bisect_left(starts, verb.start), bisect_left(starts, verb.end))
    for mention in statement.mentions:
        if mention.kind is MentionKind.PERSON and not people.isdisjoint(mention.value.split()):
            continue
        begin, past = bisect_left(starts, mention.span.start), bisect_left(starts, mention.span.end)
        base = f"{mention.kind.value}:{mention.value}"
        weight = _PARTY if base in parties else genre_weight(base)
        for i in range(begin, past):
            named[i] = Word(base, i, weight)
    found = []
    low, high = bounds
    for i, sense in enumerate(map(senses.__getitem__, tokens.lower[low:high]), low):
        if i in named:
            found.append(named[i])
        elif sense is not None and i not in frame and sense.name not in people:
            found.append(Word(sense.stem, i, sense.weight))
    return tuple(found)


def _read_cues(
    tokens: Tokens,
    bounds: tuple[tuple[int, int], ...],
    table: Phrases[tuple[tuple[str, Entry], ...]],
) -> tuple[tuple[Cue, ...], ...]:
    return tuple(
        tuple(
            [
                Cue(kind, entry, tokens.span(begin, end - 1))
                for begin, end, rows in table.find(tokens.lower, first, last)
                for kind, entry in rows
            ]
        )
        for first, last in bounds
    )
