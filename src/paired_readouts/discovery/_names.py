"""Names of people in whatever spelling: what they sound like, and whether two are one person's."""

from __future__ import annotations

import re
from functools import lru_cache

import attrs

from paired_readouts.model import Participant, fold_name

__all__ = ["Person", "is_same", "make_person", "sound"]

# Letters and groups of letters that transliterations use for one another, in this order.
_ALIKE = (
    (re.compile("[^a-z]"), ""),
    (re.compile("sch|sh|tch|ch|zh|tz|ts|cz|dj|dzh|ge"), "s"),
    (re.compile("c[iey]"), "s"),
    (re.compile("kh|gh|ck|c|q|x|^h"), "k"),
    (re.compile("ph|[fwv]"), "v"),
    (re.compile("z|j(?=[aeiou])"), "s"),
)
_SILENT = re.compile("[aeiouyhj]")
_REPEATED = re.compile(r"(.)\1+")
_SUFFIXES = frozenset({"jr", "sr", "ii", "iii", "iv"})


@attrs.frozen
class Person:
    """A participant as matching needs it."""

    #: The folded words of the name, initials and suffixes without.
    words: tuple[str, ...]
    #: The folded family name.
    family: str
    #: The party's code; "" is unknown.
    party: str
    #: Whether only the office is known.
    unnamed: bool
    #: The folded words of the office.
    office: frozenset[str]


def make_person(participant: Participant) -> Person:
    """`participant` as matching needs it."""
    words = tuple(
        word
        for word in fold_name(participant.name).replace("-", " ").split()
        if len(word) > 1 and word not in _SUFFIXES
    )
    return Person(
        words=words or (fold_name(participant.name),),
        family=participant.family_name,
        party=participant.party,
        unnamed=participant.name == participant.role,
        office=frozenset(fold_name(participant.role).split()),
    )


@lru_cache(maxsize=100_000)
def sound(word: str) -> str:
    """The same few letters for all usual spellings of one name.

    >>> {sound(name) for name in ("Zelenskyy", "Zelensky", "Zelenskiy", "Selenskyj")}
    {'slnsk'}
    """
    plain = fold_name(word)
    for letters, one in _ALIKE:
        plain = letters.sub(one, plain)
    if not plain:
        return fold_name(word)
    first = "a" if plain[0] in "aeiouyj" else plain[0]
    return _REPEATED.sub(r"\1", first + _SILENT.sub("", plain[1:]))


@lru_cache(maxsize=100_000)
def is_same(left: Person, right: Person) -> bool:
    """Whether two may be one person, each as another text names them."""
    if left.unnamed or right.unnamed:
        offices = left.office <= right.office or right.office <= left.office
        return offices and left.party == right.party != ""
    short, long = sorted((left.words, right.words), key=len)
    alike = sum(any(_alike(word, other) for other in long) for word in short)
    if alike >= 2:
        return True
    if not alike or (left.party and right.party and left.party != right.party):
        return False
    if len(short) == 1:
        return True
    if not any(_alike(left.family, word) for word in right.words):
        return False
    # The given names differ: one person only where the family name is the same to the letter, or
    # the given names begin alike, as Joe and Joseph do.
    return left.family == right.family or sound(short[0])[:1] == sound(long[0])[:1]


def _alike(left: str, right: str) -> bool:
    if left == right:
        return True
    if min(len(left), len(right)) < 4:
        return False
    return sound(left) == sound(right) or (
        left[0] == right[0] and min(len(left), len(right)) > 5 and _one_edit(left, right)
    )


def _one_edit(left: str, right: str) -> bool:
    """Whether one letter put in, taken out or changed makes the words equal."""
    if abs(len(left) - len(right)) > 1:
        return False
    if len(left) > len(right):
        left, right = right, left
    at = next((i for i, (a, b) in enumerate(zip(left, right, strict=False)) if a != b), len(left))
    return left[at:] == right[at + 1 :] or left[at + 1 :] == right[at + 1 :]
