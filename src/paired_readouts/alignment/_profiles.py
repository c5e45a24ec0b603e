"""What one statement is about, apart from the genre's own words: computed once a statement."""

from __future__ import annotations

from functools import lru_cache
from itertools import pairwise

import attrs

from paired_readouts._text import Phrases, Tokens, stem, tokenize
from paired_readouts.alignment._frequencies import genre_weight
from paired_readouts.lexicon import Lexicon
from paired_readouts.model import Act, MentionKind, Statement, Version, fold_name

__all__ = ["Profile", "profile_version"]

_NAMED = {
    MentionKind.PERSON,
    MentionKind.COUNTRY,
    MentionKind.ORGANISATION,
    MentionKind.PLACE,
}


@attrs.frozen(eq=False)
class Profile:
    """The features of one statement that pairs are compared by."""

    #: Informative stems and normalised names, with what each tells within the genre.
    words: dict[str, float]
    #: Neighbouring informative stems.
    pairs: frozenset[tuple[str, str]]
    #: Letters of the informative words, four by four.
    letters: frozenset[str]
    #: Normalised names.
    names: frozenset[str]
    #: Numbers by value, with their units where known.
    figures: frozenset[str]
    #: Dates by value.
    dates: frozenset[str]
    #: Concept sets of the lexicon.
    concepts: frozenset[str]
    #: Topics of the lexicon.
    topics: frozenset[str]
    #: Folded family names of those whose act is reported.
    speakers: frozenset[str]
    #: The act.
    act: Act
    #: Whether it says that the conversation took place.
    contact: bool
    #: Whether it is a heading over all that was talked about.
    header: bool
    #: Whether it says how the conversation went.
    atmosphere: bool
    #: Where it stands, from 0 (first) to 1 (last).
    place: float
    #: The number of the sentence it stands in.
    continues: bool


@attrs.frozen(eq=False)
class _Words:
    dull: Phrases[bool]
    contact: Phrases[bool]
    header: Phrases[bool]
    atmosphere: Phrases[bool]
    concepts: Phrases[str]


@lru_cache(maxsize=8)
def _words(lexicon: Lexicon) -> _Words:
    def listed(*entries: str) -> Phrases[bool]:
        return Phrases((w, True) for e in entries for w in lexicon.entry("matching", e).list())

    concepts = ((w, e.id) for e in lexicon.table("concepts") for w in e.list())
    return _Words(
        dull=listed("function", "genre"),
        contact=listed("contact"),
        header=listed("header"),
        atmosphere=listed("atmosphere"),
        concepts=Phrases(concepts),
    )


def profile_version(version: Version, lexicon: Lexicon) -> tuple[Profile, ...]:
    """The profile of each of the version's statements."""
    people = _people(version)
    count = len(version.statements)
    return tuple(
        _profile(statement, position / max(1, count - 1), position, people, lexicon)
        for position, statement in enumerate(version.statements)
    )


def _people(version: Version) -> frozenset[str]:
    participants = set(version.participants)
    participants.update(p for s in version.statements for p in s.speakers)
    names = (name for p in participants for name in (p.name, *p.aliases))
    return frozenset(word for name in names for word in fold_name(name).split())


@lru_cache(maxsize=50_000)
def _is_dull(word: str, lexicon: Lexicon) -> bool:
    return _words(lexicon).dull.match([word], 0) is not None


def _profile(
    statement: Statement, place: float, position: int, people: frozenset[str], lexicon: Lexicon
) -> Profile:
    tables = _words(lexicon)
    tokens = tokenize(statement.text)
    names, figures, dates, at_token = _mentions(statement, tokens)
    verb = statement.verb
    offset = statement.span.start
    words: dict[str, float] = {}
    sequence: list[str] = []
    letters: set[str] = set()
    for i, word in enumerate(tokens.lower):
        value = at_token.get(i)
        if value is not None:
            if value not in words:
                words[value] = genre_weight(value)
            sequence.append(value)
            continue
        if not (word[0].isalnum()) or _is_dull(word, lexicon) or fold_name(word) in people:
            continue
        begin = tokens.starts[i] + offset
        if verb is not None and verb.start <= begin < verb.end:
            continue
        base = stem(word)
        words[base] = genre_weight(base)
        sequence.append(base)
        marked = f" {word} "
        letters.update(marked[k : k + 4] for k in range(max(1, len(marked) - 3)))
    concepts = frozenset(c for _, _, c in tables.concepts.find(tokens.lower))
    contact = _is_contact(statement, position, tokens, tables)
    header = next(tables.header.find(tokens.lower), None) is not None and not contact
    return Profile(
        words=words,
        pairs=frozenset(pairwise(sequence)),
        letters=frozenset(letters),
        names=names,
        figures=figures,
        dates=dates,
        concepts=concepts,
        topics=frozenset(statement.topics),
        speakers=frozenset(p.family_name for p in statement.speakers),
        act=statement.act,
        contact=contact,
        header=header,
        atmosphere=next(tables.atmosphere.find(tokens.lower), None) is not None,
        place=place,
        continues=statement.verb is None and statement.act is not Act.NARRATE,
    )


def _is_contact(statement: Statement, position: int, tokens: Tokens, tables: _Words) -> bool:
    if statement.act not in (Act.NARRATE, Act.DISCUSS) or position > 1:
        return False
    return next(tables.contact.find(tokens.lower), None) is not None and (
        statement.act is Act.NARRATE or position == 0
    )


def _mentions(
    statement: Statement, tokens: Tokens
) -> tuple[frozenset[str], frozenset[str], frozenset[str], dict[int, str]]:
    """Names, figures and dates by value, and the value that stands for each token of one."""
    names: set[str] = set()
    figures: set[str] = set()
    dates: set[str] = set()
    at_token: dict[int, str] = {}
    offset = statement.span.start
    for mention in statement.mentions:
        if mention.kind in _NAMED:
            value = f"{mention.kind.value}:{mention.value}"
            names.add(value)
        elif mention.kind is MentionKind.DATE:
            value = f"date:{mention.value}"
            dates.add(value)
        else:
            value = f"figure:{mention.value}"
            figures.add(value)
        for i, start in enumerate(tokens.starts):
            if mention.span.start <= start + offset < mention.span.end:
                at_token[i] = value
    for i, word in enumerate(tokens.lower):
        if i not in at_token and word[0].isdigit():
            figures.add(f"figure:{word.replace(',', '')}")
    return frozenset(names), frozenset(figures), frozenset(dates), at_token
