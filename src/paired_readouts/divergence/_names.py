"""What persons are called in a sentence."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

from paired_readouts.lexicon import Lexicon
from paired_readouts.model import Participant, fold_name

__all__ = ["is_of", "join_words", "name_of", "names_of"]

_SUFFIXES = frozenset({"jr", "sr", "ii", "iii", "iv"})


def is_of(person: Participant, party: str) -> bool:
    """Whether `person` stands for `party`."""
    return bool(party) and person.party == party


@lru_cache(maxsize=4096)
def name_of(person: Participant) -> str:
    """The short name under which texts tell of a person."""
    words = [w for w in person.name.split() if fold_name(w) not in _SUFFIXES]
    return person.family or (words[-1].rstrip(",") if words else person.name)


def names_of(people: Iterable[Participant], lexicon: Lexicon) -> str:
    """The short names of several persons, joined; "" for nobody."""
    return join_words([name_of(p) for p in people], lexicon)


def join_words(words: list[str], lexicon: Lexicon) -> str:
    """`words` as a list in a sentence: "A", "A and B", "A, B and C"."""
    unique = list(dict.fromkeys(words))
    if len(unique) < 2:
        return "".join(unique)
    link = lexicon.entry("sentences", "words").text("and")
    return f"{', '.join(unique[:-1])} {link} {unique[-1]}"
