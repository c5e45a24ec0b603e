"""What one statement is about, apart from the genre's own words: computed once a statement."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

import attrs

from paired_readouts._text import Tokens, tokenize_whole
from paired_readouts.alignment._cast import Cast
from paired_readouts.alignment._parts import Mark, Part, find_parts
from paired_readouts.alignment._vocabulary import Concept, Vocabulary, WordSense
from paired_readouts.model import Act, Mention, MentionKind, Span, Statement, Version

__all__ = ["Profile", "has_frames", "profile_version"]

# A name, date or figure by its value tells about as much as a rare word.
_NORMALISED = 8.0
# What a concept tells, in bits, beside the words that name it; and the wider one behind it.
_CONCEPT = 8.0
_WIDER = 3.0

# From here on a number tells which one it is; "two" and "three months" do not.
_LARGE = 20
_DAY = len("04-05")
# Names whose words tell something too: "the Normandy format" and "the Normandy talks".
_WORDED = ("organisation:", "place:")

# Words of a contact that is to come, or was another one.
_NOT_NOW = frozenset({"will", "previous", "previously"})
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
    #: The stems of all words as they stand, with the bits that each tells within the genre.
    every: dict[str, float]
    #: Informative stems and normalised names.
    words: frozenset[str]
    #: All that it stands for, with the bits that each tells: these words, the sets of synonyms and
    #: of concepts that they belong to, and the wider concepts behind.
    meaning: dict[str, float]
    #: Letters of the informative words, four by four.
    letters: frozenset[str]
    #: Numbers and dates by value.
    figures: frozenset[str]
    #: Concept sets of the lexicon, with what sharing each tells: more for a narrow matter.
    concepts: dict[str, float]
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
    #: Each informative token, and all that it stands for.
    marks: tuple[Mark, ...]
    #: Its items, or what stands between its commas, and what the words of each stand for.
    parts: tuple[Part, ...]


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
    senses = list(map(vocabulary.senses.__getitem__, tokens.lower))
    figures, at_token = _read_mentions(statement, tokens, senses, cast)
    concepts, covering = _find_concepts(tokens, vocabulary)
    told = _find_told(senses, at_token, _frame(statement, tokens), cast)
    meaning: dict[str, float] = {}
    marks: list[Mark] = []
    for i, value, sense in told:
        keys: tuple[str, ...] = ()
        if value:
            meaning[value] = _NORMALISED
            keys = (value,)
        if sense is not None:
            meaning[sense.stem] = sense.bits
            keys += sense.keys
        marks.append((i, keys + covering[i] if i in covering else keys))
    words = frozenset(meaning)
    plain = [sense for _, _, sense in told if sense is not None]
    meaning.update([(sense.kin, sense.kin_bits) for sense in plain if sense.kin])
    meaning.update([(concept.name, _CONCEPT * concept.weight) for concept in concepts])
    meaning.update([(name, _WIDER) for concept in concepts for name in concept.wider])
    return Profile(
        statement=statement,
        tokens=tokens,
        every={sense.stem: sense.bits for sense in senses if sense is not None},
        words=words,
        meaning=meaning,
        letters=frozenset[str]().union(*[sense.letters for sense in plain]),
        figures=figures,
        concepts={concept.name: concept.weight for concept in concepts},
        topics=frozenset([concept.topic for concept in concepts if concept.topic]),
        speakers=cast.identify(statement.speakers),
        act=statement.act,
        contact=contact,
        closing=not contact and _closes(statement, tokens, vocabulary),
        marks=tuple(marks),
        parts=find_parts(statement, tokens, marks),
    )


def _find_told(
    senses: Sequence[WordSense | None], at_token: dict[int, str], frame: range, cast: Cast
) -> list[tuple[int, str, WordSense | None]]:
    """Each token that tells something: its number, the value that stands for it, and its sense.

    Words of the frame and of those who take part tell nothing, nor do those of most mentions.
    """
    mute = {i for i, value in at_token.items() if not value.startswith(_WORDED)}.union(frame)
    values = {i: value for i, value in at_token.items() if value}
    told: list[tuple[int, str, WordSense | None]] = []
    for i, sense in enumerate(senses):
        plain = sense and not (sense.dull or i in mute or sense.folded in cast.names)
        if plain or i in values:
            told.append((i, values.get(i, ""), sense if plain else None))
    return told


def _find_concepts(
    tokens: Tokens, vocabulary: Vocabulary
) -> tuple[list[Concept], dict[int, tuple[str, ...]]]:
    """The concept sets that the words name, and the names of those that each token helps to."""
    concepts: list[Concept] = []
    covering: dict[int, tuple[str, ...]] = {}
    for first, end, entry in vocabulary.concepts.find(tokens.lower):
        concept = vocabulary.readings[entry.id]
        concepts.append(concept)
        for i in range(first, end):
            covering[i] = (concept.name,)
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
        spoke = next(vocabulary.contact.find(lower), None)
        if _tells_of_another(lower, spoke[0] if spoke else 0, vocabulary):
            continue
        both = len(frozenset[str]().union(*sides)) > 1
        if statement.act is Act.NARRATE and (both or spoke):
            narrated.add(k)
        elif statement.act is Act.DISCUSS and spoke:
            told.add(k)
    if not (narrated or told) and statements and statements[0][0].act is Act.NARRATE:
        first = statements[0][1].lower
        named = any(w in cast.names for w in first)
        return {0} if named or next(vocabulary.contact.find(first), None) else set()
    return narrated or told


def _tells_of_another(lower: list[str], spoke: int, vocabulary: Vocabulary) -> bool:
    """Whether it tells what came before or after the conversation, or is to come.

    `spoke` is where its first word of contact stands.
    """
    if not _NOT_NOW.isdisjoint(lower[:spoke]):
        return True
    if lower[0] not in {"following", "after"} or lower[1:2] not in (["the"], ["their"]):
        return False
    contact = (vocabulary.contact, vocabulary.contacts)
    return any(next(words.find(lower, 2, 5), None) is not None for words in contact)


def _read_mentions(
    statement: Statement, tokens: Tokens, senses: Sequence[WordSense | None], cast: Cast
) -> tuple[frozenset[str], dict[int, str]]:
    """Figures by value, and the value that stands for each token of a name or figure.

    Those who take part are no matter, nor is a day told without a figure ("today").
    """
    figures: set[str] = set()
    at_token: dict[int, str] = {}
    for mention in statement.mentions:
        value = ""
        if mention.kind in _NAMED:
            person = mention.kind is MentionKind.PERSON
            known = cast.names if person else cast.parties
            if mention.value.split()[-1] not in known:
                value = f"{mention.kind.value}:{mention.value}"
        elif any(map(str.isdigit, mention.span.cut(tokens.text))):
            value, telling = _read_figure(mention)
            if telling:
                figures.add(value)
        for i in _tokens_of(mention.span, tokens):
            at_token[i] = value
    bare = [s.figure for i, s in enumerate(senses) if s and s.figure and i not in at_token]
    return frozenset(figures.union(bare)), at_token


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
