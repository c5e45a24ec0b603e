"""Those who take part, under one name in both accounts."""

from __future__ import annotations

import re
from collections.abc import Iterable

import attrs

from paired_readouts.model import Participant, Version, fold_name

__all__ = ["Cast", "join_casts"]

_WEAK = re.compile(r"[aeiouyhw]|(.)(?=\1)")


@attrs.frozen(eq=False)
class Cast:
    """Those who take part in the conversation of two accounts."""

    #: Each word of their names, folded, with the parties of those who bear it.
    names: dict[str, frozenset[str]]
    #: The codes of their parties.
    parties: frozenset[str]
    #: One name for each, whatever spelling an account prefers: by folded family name and party.
    one_name: dict[tuple[str, str], str]

    def identify(self, people: Iterable[Participant]) -> frozenset[str]:
        """The names of `people`, the same in both accounts."""
        return frozenset(self.one_name.get(p.key, p.family_name) for p in people)


def join_casts(left: Version, right: Version) -> Cast:
    """The cast of both accounts."""
    sides = [_participants(left), _participants(right)]
    everyone = sorted({p for side in sides for p in side}, key=lambda p: (p.key, p.name))
    names: dict[str, set[str]] = {}
    for person in everyone:
        for name in (person.name, *person.aliases):
            for word in fold_name(name).split():
                names.setdefault(word, set()).add(person.party)
    return Cast(
        names={word: frozenset(parties) for word, parties in names.items()},
        parties=frozenset({left.party, right.party, *(p.party for p in everyone)} - {""}),
        one_name=_unite(*({p.key for p in side} for side in sides)),
    )


def _participants(version: Version) -> set[Participant]:
    found = set(version.participants)
    found.update(p for s in version.statements for p in s.speakers)
    return found


def _unite(left: set[tuple[str, str]], right: set[tuple[str, str]]) -> dict[tuple[str, str], str]:
    """One name for two spellings of one party's principal: the same but for vowels and doubling.

    Only names that one account alone has are united; the first in the alphabet stands for both.
    """
    united: dict[tuple[str, str], str] = {}
    families = {name for name, _ in left & right}
    alone = sorted((left ^ right), key=lambda key: key)
    by_sound: dict[tuple[str, str], list[tuple[str, str]]] = {}
    for name, party in alone:
        if party and name not in families:
            by_sound.setdefault((_WEAK.sub("", name), party), []).append((name, party))
    for keys in by_sound.values():
        if len(keys) == 2 and (keys[0] in left) != (keys[1] in left):
            united.update(dict.fromkeys(keys, keys[0][0]))
    return united
