"""What one statement is about, apart from the genre's own words: computed once a statement."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence

import attrs

from paired_readouts._text import Tokens, tokenize_whole
from paired_readouts.alignment._cast import Cast
from paired_readouts.alignment._vocabulary import Concept, Vocabulary, WordSense
from paired_readouts.model import Act, Mention, MentionKind, Span, Statement, Version

__all__ = ["Profile", "has_frames", "profile_version"]

# A name, date or figure by its value tells about as much as a rare word.
_NORMALISED = 8.0

# From here on a number tells which one it is; "two" and "three months" do not.
_LARGE = 20
_DAY = len("04-05")
# Names whose words tell something too: "the Normandy format" and "the Normandy talks".
_WORDED = ("organisation:", "place:")

_CLOSING_ACTS = frozenset({Act.AGREE, Act.EXPRESS, Act.COMMIT, Act.EMPHASIZE, Act.NARRATE})

_NAMED = frozenset(
    {
        MentionKind.PERSON,
        MentionKind.COUNTRY,
        MentionKind.ORGANISATION,
        MentionKind.PLACE,
    }
)


@attrs.frozen(eq=False, repr=False)
class Profile:
    """The features of one statement that pairs are compared by."""

    #: The statement.
    statement: Statement
    #: Its tokens; their places are those of the whole text.
    tokens: Tokens
    #: Informative stems and normalised names, with the bits that each tells within the genre.
    words: dict[str, float]
    #: The stems of all words as they stand, those of the genre too, with the same.
    every: dict[str, float]
    #: Sets of synonyms that its words belong to, with the bits that each tells.
    kin: dict[str, float]
    #: Letters of the informative words, four by four.
    letters: frozenset[str]
    #: Normalised names of others than those who take part.
    names: frozenset[str]
    #: Numbers and dates by value.
    figures: frozenset[str]
    #: Concept sets of the lexicon, with what sharing each tells: more for a narrow matter.
    concepts: dict[str, float]
    #: The wider concepts that these are a part of, and themselves.
    wider: tuple[str, ...]
    #: Topics of the lexicon.
    topics: frozenset[str]
    #: One name for each of those whose act is reported.
    speakers: frozenset[str]
    #: The act.
    act: Act
    #: Whether it says that the conversation took place.
    contact: bool
    #: Whether it says that they will speak again.
    closing: bool
    #: Each informative token: its number, and all that it stands for (stem, synonyms, concepts).
    marks: tuple[tuple[int, tuple[str, ...]], ...]


def has_frames(*versions: Version) -> bool:
    """Whether any statement has a reporting frame; without one they are plain sentences."""
    return any(s.speakers or s.verb for v in versions for s in v.statements)


def profile_version(
    version: Version, cast: Cast, vocabulary: Vocabulary, *, framed: bool
) -> tuple[Profile, ...]:
    """The profile of each of the version's statements."""
    whole = tokenize_whole(version.text)
    told = [(statement, _within(whole, statement.span)) for statement in version.statements]
    contact = _find_contact(told, cast, vocabulary) if framed else set()
    return tuple(
        _profile(statement, tokens, cast, vocabulary, contact=k in contact)
        for k, (statement, tokens) in enumerate(told)
    )


def _within(tokens: Tokens, span: Span) -> Tokens:
    """The tokens that begin in `span`."""
    low, high = bisect_left(tokens.starts, span.start), bisect_left(tokens.starts, span.end)
    return Tokens(
        tokens.text,
        tokens.words[low:high],
        tokens.lower[low:high],
        tokens.starts[low:high],
        tokens.ends[low:high],
    )


def _profile(
    statement: Statement, tokens: Tokens, cast: Cast, vocabulary: Vocabulary, *, contact: bool
) -> Profile:
    senses = list(map(vocabulary.look_up, tokens.lower))
    names, figures, at_token = _read_mentions(statement, tokens, senses, cast)
    concepts, covering = _find_concepts(tokens, vocabulary)
    words: dict[str, float] = {}
    kin: dict[str, float] = {}
    letters: set[str] = set()
    marks: list[tuple[int, tuple[str, ...]]] = []
    for i, value, sense in _find_told(senses, at_token, _frame(statement, tokens), cast):
        keys: tuple[str, ...] = (value,) if value else ()
        if value:
            words[value] = _NORMALISED
        if sense is not None:
            words[sense.stem] = sense.bits
            if sense.kin:
                kin[sense.kin] = sense.kin_bits
            letters |= sense.letters
            keys += sense.keys
        marks.append((i, keys + covering.get(i, ())))
    return Profile(
        statement=statement,
        tokens=tokens,
        words=words,
        every={sense.stem: sense.bits for sense in senses if sense is not None},
        kin=kin,
        letters=frozenset(letters),
        names=names,
        figures=figures,
        concepts={concept.name: concept.weight for concept in concepts},
        wider=tuple(dict.fromkeys(name for concept in concepts for name in concept.wider)),
        topics=frozenset(concept.topic for concept in concepts if concept.topic),
        speakers=cast.identify(statement.speakers),
        act=statement.act,
        contact=contact,
        closing=not contact and _closes(statement, tokens, vocabulary),
        marks=tuple(marks),
    )


def _find_told(
    senses: Sequence[WordSense | None], at_token: dict[int, str], frame: range, cast: Cast
) -> Iterator[tuple[int, str, WordSense | None]]:
    """Each token that tells something: its number, the value that stands for it, and its sense."""
    for i, sense in enumerate(senses):
        value = at_token.get(i)
        if value is None and (sense is None or sense.dull):
            continue
        plain = (
            sense is not None
            and not sense.dull
            and (value is None or value.startswith(_WORDED))
            and i not in frame
            and sense.folded not in cast.names
        )
        if value or plain:
            yield i, value or "", sense if plain else None


def _find_concepts(
    tokens: Tokens, vocabulary: Vocabulary
) -> tuple[list[Concept], dict[int, tuple[str, ...]]]:
    """The concept sets that the words name, and the names of those that each token helps to."""
    concepts: list[Concept] = []
    covering: dict[int, tuple[str, ...]] = {}
    for first, end, entry in vocabulary.concepts.find(tokens.lower):
        concept = vocabulary.readings[entry.id]
        concepts.append(concept)
        covering.update(dict.fromkeys(range(first, end), (concept.name,)))
    return concepts, covering


def _closes(statement: Statement, tokens: Tokens, vocabulary: Vocabulary) -> bool:
    """Whether it says that they will speak again: a word of going on with one of contact."""
    if statement.act not in _CLOSING_ACTS:
        return False
    return all(
        next(words.find(tokens.lower), None) is not None
        for words in (vocabulary.lasting, vocabulary.contacts)
    )


def _frame(statement: Statement, tokens: Tokens) -> range:
    """The tokens of the reporting verb."""
    return _tokens_of(statement.verb, tokens) if statement.verb else range(0)


def _tokens_of(span: Span, tokens: Tokens) -> range:
    return range(bisect_left(tokens.starts, span.start), bisect_left(tokens.starts, span.end))


def _find_contact(
    statements: Sequence[tuple[Statement, Tokens]], cast: Cast, vocabulary: Vocabulary
) -> set[int]:
    """The statements that say that the conversation took place, wherever they stand.

    A narrated one that names both sides, or one with a word of contact; else one that tells the
    talk and its subject at once; else the first, where it narrates and names somebody.
    """
    narrated: set[int] = set()
    told: set[int] = set()
    for k, (statement, tokens) in enumerate(statements):
        if statement.act not in (Act.NARRATE, Act.DISCUSS):
            continue
        lower = tokens.lower
        sides = [cast.names[w] for w in lower if w in cast.names]
        if not sides or next(vocabulary.atmosphere.find(lower), None) is not None:
            continue
        both = len(frozenset[str]().union(*sides)) > 1
        spoke = next(vocabulary.contact.find(lower), None) is not None
        if statement.act is Act.NARRATE and (both or spoke):
            narrated.add(k)
        elif statement.act is Act.DISCUSS and spoke:
            told.add(k)
    if not (narrated or told) and statements and statements[0][0].act is Act.NARRATE:
        first = statements[0][1].lower
        named = any(w in cast.names for w in first)
        return {0} if named or next(vocabulary.contact.find(first), None) else set()
    return narrated or told


def _read_mentions(
    statement: Statement, tokens: Tokens, senses: Sequence[WordSense | None], cast: Cast
) -> tuple[frozenset[str], frozenset[str], dict[int, str]]:
    """Names and figures by value, and the value that stands for each token of one.

    Those who take part are no matter, nor is a day told without a figure ("today").
    """
    names: set[str] = set()
    figures: set[str] = set()
    at_token: dict[int, str] = {}
    for mention in statement.mentions:
        value = ""
        if mention.kind in _NAMED:
            person = mention.kind is MentionKind.PERSON
            known = cast.names if person else cast.parties
            if mention.value.split()[-1] not in known:
                value = f"{mention.kind.value}:{mention.value}"
                names.add(value)
        elif any(c.isdigit() for c in mention.span.cut(tokens.text)):
            value, telling = _read_figure(mention)
            if telling:
                figures.add(value)
        at_token.update(dict.fromkeys(_tokens_of(mention.span, tokens), value))
    bare = (s.figure for i, s in enumerate(senses) if s and s.figure and i not in at_token)
    return frozenset(names), frozenset(figures.union(bare)), at_token


def _read_figure(mention: Mention) -> tuple[str, bool]:
    """A number or a day by its value alone, and whether it tells which: small ones do not."""
    if mention.kind is MentionKind.DATE:
        return f"figure:{mention.value[-_DAY:]}", len(mention.value) >= _DAY + 2
    number, _, unit = mention.value.partition(" ")
    try:
        large = float(number) >= _LARGE
    except ValueError:
        large = False
    return f"figure:{number}" if large else f"figure:{number} {unit}", large
