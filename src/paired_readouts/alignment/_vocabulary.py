"""What each word is to the alignment: looked up once a word and lexicon, then remembered."""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

import attrs

from paired_readouts._text import Phrases, stem
from paired_readouts.alignment._frequencies import class_weight, genre_weight
from paired_readouts.lexicon import Entry, Lexicon, table_phrases
from paired_readouts.model import fold_name

__all__ = ["Vocabulary", "WordSense", "open_vocabulary"]

_REMEMBERED = 50_000
# What sharing a concept tells, by the weight that the lexicon gives it: broad, middling, narrow.
_NARROW = {1: 0.5, 2: 1.0, 3: 1.2}


@attrs.frozen(eq=False, repr=False)
class WordSense:
    """A word as the alignment reads it."""

    #: Whether it tells nothing of the matter: it joins words, or belongs to the genre.
    dull: bool
    #: Its stem.
    stem: str
    #: The bits that the stem tells within the genre.
    bits: float
    #: The set of synonyms that it belongs to; empty where it belongs to none.
    kin: str
    #: The bits that it tells when any word of the set stands.
    kin_bits: float
    #: All that it stands for: its stem and its set of synonyms, if any.
    keys: tuple[str, ...]
    #: Its letters, four by four, with its edges.
    letters: frozenset[str]
    #: As it is compared with the words of names.
    folded: str
    #: What stands for a number; empty for a word that is none.
    figure: str


class Senses(dict[str, WordSense | None]):
    """The sense of each folded word, read when it is first asked for; None for a sign."""

    def __init__(self, dull: Phrases[bool], synonyms: Phrases[Entry]) -> None:
        self._dull, self._synonyms = dull, synonyms

    def __missing__(self, word: str) -> WordSense | None:
        sense = self._read(word) if word[0].isalnum() else None
        if len(self) < _REMEMBERED:
            self[word] = sense
        return sense

    def _read(self, word: str) -> WordSense:
        base = stem(word)
        found = self._synonyms.match([word], 0)
        entry = found[1] if found else None
        kin = f"kin:{entry.id}" if entry else ""
        marked = f" {word} "
        return WordSense(
            dull=self._dull.match([word], 0) is not None,
            stem=base,
            bits=genre_weight(base),
            kin=kin,
            kin_bits=class_weight(entry.list()) if entry else 0.0,
            keys=(base, kin) if kin else (base,),
            letters=frozenset(marked[k : k + 4] for k in range(max(1, len(marked) - 3))),
            folded=fold_name(word),
            figure=f"figure:{word.replace(',', '')}" if word[0].isdigit() else "",
        )


class Concept(NamedTuple):
    """A concept set as the alignment reads it."""

    #: What stands for it among what words stand for.
    name: str
    #: What sharing it tells: more for a narrow matter.
    weight: float
    #: The wider concept that it is a part of, and itself.
    wider: tuple[str, ...]
    #: The topic that it belongs to; empty where it belongs to none.
    topic: str


class Vocabulary(NamedTuple):
    """The tables of a lexicon that the alignment reads."""

    #: The sense of each folded word; None for a sign.
    senses: Senses
    #: Words that say that the conversation took place.
    contact: Phrases[bool]
    #: Words on how the conversation went.
    atmosphere: Phrases[bool]
    #: Words of going on, and of contact: both stand where the sides say that they will speak again.
    lasting: Phrases[bool]
    contacts: Phrases[bool]
    #: Concept sets: the words and phrases that speak of one matter.
    concepts: Phrases[Entry]
    #: Each as the alignment reads it, by its entry's id.
    readings: dict[str, Concept]


@lru_cache(maxsize=8)
def open_vocabulary(lexicon: Lexicon) -> Vocabulary:
    """The vocabulary of `lexicon`, compiled once."""

    def listed(*entries: str) -> Phrases[bool]:
        return Phrases((w, True) for e in entries for w in lexicon.entry("matching", e).list())

    return Vocabulary(
        senses=Senses(listed("function", "genre"), table_phrases(lexicon, "synonyms")),
        contact=listed("contact"),
        atmosphere=listed("atmosphere"),
        lasting=listed("lasting"),
        contacts=listed("contacts"),
        concepts=table_phrases(lexicon, "concepts"),
        readings={entry.id: _concept(entry) for entry in lexicon.table("concepts")},
    )


def _concept(entry: Entry) -> Concept:
    within, topic = entry.text("within"), entry.text("topic")
    return Concept(
        name=f"concept:{entry.id}",
        weight=_NARROW.get(entry.whole("weight", 2), 1.0),
        wider=(f"wider:{entry.id}", *([f"wider:{within}"] if within else ())),
        topic=f"topic:{topic}" if topic else "",
    )
