"""What one statement is about, apart from the genre's own words: computed once a statement."""

from __future__ import annotations

from bisect import bisect_left
from functools import lru_cache

import attrs

from paired_readouts._text import Phrases, Tokens, stem, tokenize
from paired_readouts.alignment._frequencies import class_weight, genre_weight
from paired_readouts.lexicon import Entry, Lexicon
from paired_readouts.model import Act, MentionKind, Participant, Statement, Version, fold_name

__all__ = ["Profile", "profile_versions"]

# A name, date or figure by its value tells about as much as a rare word.
_NORMALISED = 8.0

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
    #: Sets of synonyms that its words belong to, with the bits that each tells.
    kin: dict[str, float]
    #: The set of each stem that belongs to one.
    kin_of: dict[str, str]
    #: Letters of the informative words, four by four.
    letters: frozenset[str]
    #: Normalised names.
    names: frozenset[str]
    #: Numbers and dates by value.
    figures: frozenset[str]
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
    concepts: Phrases[Entry]
    synonyms: Phrases[Entry]


@lru_cache(maxsize=8)
def _words(lexicon: Lexicon) -> _Words:
    def listed(*entries: str) -> Phrases[bool]:
        return Phrases((w, True) for e in entries for w in lexicon.entry("matching", e).list())

    concepts = ((w, e) for e in lexicon.table("concepts") for w in e.list())
    return _Words(
        dull=listed("function", "genre"),
        contact=listed("contact"),
        header=listed("header"),
        atmosphere=listed("atmosphere"),
        concepts=Phrases(concepts),
        synonyms=Phrases((w, e) for e in lexicon.table("synonyms") for w in e.list()),
    )


def profile_versions(
    left: Version, right: Version, lexicon: Lexicon
) -> tuple[tuple[Profile, ...], tuple[Profile, ...]]:
    """The profile of each statement of the two versions.

    The people and parties that take part, named all over both accounts, tell nothing.
    """
    participants: set[Participant] = set()
    parties = {left.party, right.party}
    for version in (left, right):
        participants.update(version.participants)
        participants.update(p for s in version.statements for p in s.speakers)
    parties.update(p.party for p in participants)
    names = (name for p in participants for name in (p.name, *p.aliases))
    known = frozenset(word for name in names for word in fold_name(name).split())
    cast = _Cast(known, frozenset(parties))
    return _profile_all(left, cast, lexicon), _profile_all(right, cast, lexicon)


@attrs.frozen
class _Cast:
    """Those who take part."""

    #: Each word of their names, folded.
    names: frozenset[str]
    #: The codes of their parties.
    parties: frozenset[str]


def _profile_all(version: Version, cast: _Cast, lexicon: Lexicon) -> tuple[Profile, ...]:
    count = len(version.statements)
    return tuple(
        _profile(statement, position / max(1, count - 1), position, cast, lexicon)
        for position, statement in enumerate(version.statements)
    )


@lru_cache(maxsize=50_000)
def _is_dull(word: str, lexicon: Lexicon) -> bool:
    return _words(lexicon).dull.match([word], 0) is not None


@lru_cache(maxsize=50_000)
def _kin(word: str, lexicon: Lexicon) -> Entry | None:
    """The set of synonyms that `word` belongs to."""
    found = _words(lexicon).synonyms.match([word], 0)
    return found and found[1]


@lru_cache(maxsize=2_000)
def _class_weight(entry: Entry) -> float:
    return class_weight(entry.list())


def _profile(
    statement: Statement, place: float, position: int, cast: _Cast, lexicon: Lexicon
) -> Profile:
    tables = _words(lexicon)
    tokens = tokenize(statement.text)
    names, figures, at_token = _mentions(statement, tokens, cast)
    verb = statement.verb
    offset = statement.span.start
    words: dict[str, float] = {}
    kin: dict[str, float] = {}
    kin_of: dict[str, str] = {}
    letters: set[str] = set()
    for i, word in enumerate(tokens.lower):
        value = at_token.get(i)
        if value is not None:
            if value:
                words[value] = _NORMALISED
            continue
        if not (word[0].isalnum()) or _is_dull(word, lexicon) or fold_name(word) in cast.names:
            continue
        begin = tokens.starts[i] + offset
        if verb is not None and verb.start <= begin < verb.end:
            continue
        base = stem(word)
        words[base] = genre_weight(base)
        entry = _kin(word, lexicon)
        if entry is not None:
            kin[entry.id] = _class_weight(entry)
            kin_of[base] = entry.id
        marked = f" {word} "
        letters.update(marked[k : k + 4] for k in range(max(1, len(marked) - 3)))
    entries = [entry for _, _, entry in tables.concepts.find(tokens.lower)]
    contact = _is_contact(statement, position, tokens, tables)
    header = next(tables.header.find(tokens.lower), None) is not None and not contact
    return Profile(
        words=words,
        kin=kin,
        kin_of=kin_of,
        letters=frozenset(letters),
        names=names,
        figures=figures,
        concepts=frozenset(f"concept:{entry.id}" for entry in entries),
        topics=frozenset(f"topic:{t}" for entry in entries if (t := entry.text("topic"))),
        speakers=frozenset(p.family_name for p in statement.speakers),
        act=statement.act,
        contact=contact,
        header=header,
        atmosphere=next(tables.atmosphere.find(tokens.lower), None) is not None,
        place=place,
        continues=statement.verb is None and statement.act is not Act.NARRATE,
    )


def _is_contact(statement: Statement, position: int, tokens: Tokens, tables: _Words) -> bool:
    """The first sentence, where it narrates; the next one, and a first that discusses, by words."""
    if position > 1 or statement.act not in (Act.NARRATE, Act.DISCUSS):
        return False
    if position == 0 and statement.act is Act.NARRATE:
        return True
    return (position == 0 or statement.act is Act.NARRATE) and (
        next(tables.contact.find(tokens.lower), None) is not None
    )


def _mentions(
    statement: Statement, tokens: Tokens, cast: _Cast
) -> tuple[frozenset[str], frozenset[str], dict[int, str]]:
    """Names and figures by value, and the value that stands for each token of one.

    Those who take part are no matter, nor is a day told without a figure ("today").
    """
    names: set[str] = set()
    figures: set[str] = set()
    at_token: dict[int, str] = {}
    offset = statement.span.start
    for mention in statement.mentions:
        words = statement.text[mention.span.start - offset : mention.span.end - offset]
        if mention.kind in _NAMED:
            value = f"{mention.kind.value}:{mention.value}"
            known = cast.names if mention.kind is MentionKind.PERSON else cast.parties
            if mention.value.split()[-1] in known:
                value = ""
            else:
                names.add(value)
        else:
            value = f"figure:{mention.value}" if any(c.isdigit() for c in words) else ""
            if value:
                figures.add(value)
        for i in range(
            bisect_left(tokens.starts, mention.span.start - offset),
            bisect_left(tokens.starts, mention.span.end - offset),
        ):
            at_token[i] = value
    for i, word in enumerate(tokens.lower):
        if word[0].isdigit() and i not in at_token:
            figures.add(f"figure:{word.replace(',', '')}")
    return frozenset(names), frozenset(figures), at_token
