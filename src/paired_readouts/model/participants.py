"""Who takes part in a conversation."""

from __future__ import annotations

import unicodedata
from functools import lru_cache
from itertools import filterfalse

import attrs
from attrs import field

from paired_readouts.model._by_fields import by_fields
from paired_readouts.model._checks import is_a, not_empty, party, tuple_of

__all__ = ["Participant", "fold_name"]

_SUFFIXES = frozenset({"jr", "sr", "ii", "iii", "iv"})


@lru_cache(maxsize=20_000)
def fold_name(name: str) -> str:
    """`name` in lower case, without diacritics and full stops, single-spaced.

    >>> fold_name("Joseph R. Biden, Jr.")
    'joseph r biden jr'
    """
    plain = name
    if not name.isascii():
        decomposed = unicodedata.normalize("NFKD", name)
        plain = "".join(filterfalse(unicodedata.combining, decomposed))
    return " ".join(plain.replace(".", " ").replace(",", " ").casefold().split())


@lru_cache(maxsize=20_000)
def _last_word(folded: str) -> str:
    """The last word of a folded name that is no "jr"; the whole where there is none."""
    words = [word for word in folded.split() if word not in _SUFFIXES]
    return words[-1] if words else folded


@by_fields
@attrs.frozen(kw_only=True, eq=False, repr=False)
class Participant:
    """A person who takes part, or the side as a whole where a text names nobody."""

    #: The fullest form of the name that the texts give, without titles.
    name: str = field(validator=not_empty)
    #: The office held, as printed: "President", "Minister for Foreign Affairs".
    role: str = field(default="", validator=is_a(str))
    #: The party's code; "" is unknown.
    party: str = field(default="", validator=party)
    #: Other forms of the name in the texts, sorted.
    aliases: tuple[str, ...] = field(default=(), validator=tuple_of(str))

    #: The family name, where it is not the last word of the name.
    family: str = field(default="", validator=is_a(str))

    @property
    def family_name(self) -> str:
        """The folded family name: `family`, or the name's last word that is no "Jr."."""
        return fold_name(self.family) if self.family else _last_word(fold_name(self.name))

    @property
    def key(self) -> tuple[str, str]:
        """What makes two participants the same across versions: folded family name and party."""
        return (self.family_name, self.party)

    def __repr__(self) -> str:
        return f"Participant({self.name!r}, {self.party or '?'})"
