"""What the lexicon knows of the content of statements, compiled once."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache

import attrs

from paired_readouts._text import Phrases
from paired_readouts.extraction._cues import CueTables
from paired_readouts.extraction._grammar import compile_grammar
from paired_readouts.lexicon import Entry, Lexicon, table_phrases
from paired_readouts.model import Act, Firmness

__all__ = ["ContentTables", "compile_content", "compile_cues"]

_FIRMNESS_ORDER = (
    "firm-will-not",
    "firm-considers",
    "firm-ready",
    "firm-intends",
    "firm-done",
    "firm-will",
)


@attrs.define(eq=False, repr=False)
class ContentTables:
    """The lexicon's tables on content."""

    #: Nouns of what others did, with their acts.
    embedded: Phrases[Act]
    firmness: Phrases[Firmness]
    conditions: Phrases[bool]
    #: Words that speak of the moment of the release.
    release: Phrases[bool]
    #: Entries of the tables of topics and of concepts.
    topics: Phrases[Entry]
    #: The ids of the table of topics.
    themes: frozenset[str]
    #: Coordinated words that are one thing.
    pairs: Phrases[bool]
    #: Words that begin no item of their own.
    keepers: frozenset[str]
    #: Event codes by act.
    codes: Mapping[str, str]


@lru_cache(maxsize=8)
def compile_content(lexicon: Lexicon) -> ContentTables:
    """The tables of `lexicon` on content, ready for look-ups."""
    content = {entry.id: entry for entry in lexicon.table("content")}
    acts = dict(row.rsplit("=", 1) for row in content["embedded-acts"].list())
    firm = [
        (word, Firmness(content[name].text("firmness")))
        for name in _FIRMNESS_ORDER
        for word in content[name].list()
    ]
    topics = [(word, entry) for entry in lexicon.table("topics") for word in entry.list()]
    return ContentTables(
        embedded=Phrases(
            (word, Act(acts.get(word, "state"))) for word in content["embedded-nouns"].list()
        ),
        firmness=Phrases(firm),
        conditions=Phrases((w, True) for w in content["condition"].list()),
        release=Phrases((w, True) for w in content["first-person-now"].list()),
        themes=frozenset(entry.id for _, entry in topics),
        topics=Phrases(topics, table_phrases(lexicon, "concepts")),
        pairs=Phrases((w, True) for w in content["fixed-pairs"].list()),
        keepers=frozenset(content["list-keepers"].list()),
        codes={entry.id: entry.text("code") for entry in lexicon.table("acts")},
    )


@lru_cache(maxsize=8)
def compile_cues(lexicon: Lexicon) -> CueTables:
    """The tables of phrases that every text is searched for."""
    known = compile_content(lexicon)
    return CueTables(
        [
            *compile_grammar(lexicon).phrases.values(),
            known.embedded,
            known.firmness,
            known.conditions,
            known.release,
            known.topics,
            known.pairs,
        ]
    )
