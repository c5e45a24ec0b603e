"""The tables of names: states, organisations, places, titles, and the people who take part."""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

import attrs

from paired_readouts.extraction._quantities import Units, compile_units
from paired_readouts.extraction._words import PlainPhrases, first_word, plain_phrase
from paired_readouts.lexicon import Lexicon
from paired_readouts.model import MentionKind, Participant, fold_name

__all__ = ["Name", "Person", "Tables", "compile_people", "compile_tables"]

_COUNTRY_FIELDS = ("words", "adjectives", "people", "capitals", "seats")
_NO_OFFICES = frozenset({"particle", "suffix"})


class Name(NamedTuple):
    """What a name stands for, and when it counts."""

    #: State, organisation or place.
    kind: MentionKind
    #: A code or an id.
    value: str
    #: Whether its first letter is a capital, always.
    capital: bool = True
    #: Whether it is met in capitals only, as an abbreviation.
    in_capitals: bool = False
    #: Whether people and small places bear the same name.
    also_name: bool = False


@attrs.define(eq=False, repr=False)
class Tables:
    """All tables of names of one lexicon, compiled."""

    #: States, organisations and places.
    names: PlainPhrases[Name]
    #: Offices and honorifics.
    titles: PlainPhrases[str]
    #: Words with a hyphen that stand in the tables as they are.
    whole: frozenset[str]
    #: Words inside names of people that need no capital.
    particles: frozenset[str]
    #: "Jr." and the like.
    suffixes: frozenset[str]
    #: Words with a capital that follow titles and are no names.
    not_names: frozenset[str]
    #: Units, currencies and number words.
    units: Units
    #: Words other than digits at which a quantity may begin.
    openers: frozenset[str]
    #: All words at which something may begin, people aside.
    telling: frozenset[str]
    #: The words at which something may begin in small letters too.
    uncapitalised: frozenset[str]


@lru_cache(maxsize=8)
def compile_tables(lexicon: Lexicon) -> Tables:
    """The tables of names of `lexicon`, ready for look-ups."""
    rows = [*_countries(lexicon), *_others(lexicon)]
    names = PlainPhrases(sorted(rows, key=lambda row: (row[1].in_capitals, row[1].capital)))
    titles = PlainPhrases(
        (word, entry.id)
        for entry in lexicon.table("titles")
        if entry.text("class") not in _NO_OFFICES
        for word in entry.list()
    )
    units = compile_units(lexicon)
    particles = _words(lexicon, "titles", "name-particles")
    openers = units.signs.first | units.openers | units.numbers.keys()
    return Tables(
        names=names,
        titles=titles,
        whole=frozenset([*names.hyphenated(), *titles.hyphenated()]),
        particles=particles,
        suffixes=_words(lexicon, "titles", "name-suffixes"),
        not_names=_words(lexicon, "names", "not-names"),
        units=units,
        openers=openers,
        telling=names.first | titles.first | openers,
        uncapitalised=openers
        | particles
        | {first_word(phrase) for phrase, name in rows if not name.capital},
    )


class Person(NamedTuple):
    """A participant as a text may name one."""

    #: The folded family name.
    family: str
    #: The folded words of all forms of the name.
    words: frozenset[str]
    #: The single words that stand for the participant without another word of the name.
    alone: frozenset[str]


def _person(participant: Participant) -> Person:
    forms = [fold_name(form) for form in (participant.name, *participant.aliases)]
    single = {participant.family_name, *forms[1:]}
    return Person(
        family=participant.family_name,
        words=frozenset(word for form in forms for word in form.split()),
        alone=frozenset(form for form in single if " " not in form),
    )


@lru_cache(maxsize=64)
def compile_people(participants: tuple[Participant, ...], lexicon: Lexicon) -> dict[str, Person]:
    """Each word of the participants' names, with the one participant whom it stands for.

    A side that is named like its state is no person.
    """
    names = compile_tables(lexicon).names
    persons = []
    for participant in participants:
        plain = plain_phrase(participant.name).split()
        whole = names.match(plain, 0) if plain else None
        if whole is None or whole[0] != len(plain):
            persons.append(_person(participant))
    people = {word: person for person in persons for word in sorted(person.words)}
    people |= {word: person for person in persons for word in sorted(person.alone)}
    return {word: person for word, person in people.items() if len(word) > 1}


def _words(lexicon: Lexicon, table: str, entry: str) -> frozenset[str]:
    entries = [row for row in lexicon.table(table) if row.id == entry]
    return frozenset(word.rstrip(".") for row in entries for word in row.list())


def _countries(lexicon: Lexicon) -> list[tuple[str, Name]]:
    rows = []
    for field in _COUNTRY_FIELDS:
        for entry in lexicon.table("countries"):
            also = entry.list("also_names")
            words = entry.list(field)
            rows += [(word, _name(MentionKind.COUNTRY, entry.id, word, also)) for word in words]
    return rows


def _others(lexicon: Lexicon) -> list[tuple[str, Name]]:
    rows = []
    for table, kind in (
        ("organisations", MentionKind.ORGANISATION),
        ("places", MentionKind.PLACE),
    ):
        for entry in lexicon.table(table):
            value = entry.id if kind is MentionKind.ORGANISATION else entry.id.replace("-", " ")
            rows += [(word, _name(kind, value, word, ())) for word in entry.list()]
    return rows


def _name(kind: MentionKind, value: str, word: str, also: tuple[str, ...]) -> Name:
    return Name(kind, value, word[0].isupper(), word == word.upper(), word in also)
