"""Those who take part, under one name in both accounts."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from paired_readouts.model import Participant, Version, fold_name

__all__ = ["Cast", "join_casts", "tell_other_days"]

_SPLIT = re.compile(r"[-'’(),;:\"“”]")
_WEAK = re.compile(r"[aeiouyhw]|(.)(?=\1)")
# Accounts of one conversation come out within so many days of each other.
_NEAR = dt.timedelta(days=7)


class Cast(NamedTuple):
    """Those who take part in the conversation of two accounts."""

    #: Each word of their names, folded, with the parties of those who bear it.
    names: dict[str, frozenset[str]]
    #: The codes of their parties.
    parties: frozenset[str]
    #: One name for each, whatever spelling an account prefers: by folded family name and party.
    one_name: dict[tuple[str, str], str]
    #: How far the accounts are those of two conversations, from 0 to 1: other people, another day.
    apart: float

    def identify(self, people: Iterable[Participant]) -> frozenset[str]:
        """The names of `people`, the same in both accounts."""
        return frozenset([self.one_name.get(p.key, p.family_name) for p in people])


def join_casts(left: Version, right: Version) -> Cast:
    """The cast of both accounts."""
    sides = [_participants(left), _participants(right)]
    everyone = sorted({p for side in sides for p in side}, key=lambda p: (p.key, p.name))
    names: dict[str, set[str]] = {}
    for person in everyone:
        for name in (person.name, *person.aliases):
            for word in fold_name(name).split():
                names.setdefault(word, set()).add(person.party)
    one_name = _unite(*({p.key for p in side} for side in sides))
    return Cast(
        names={word: frozenset(parties) for word, parties in names.items()},
        parties=frozenset({left.party, right.party, *(p.party for p in everyone)} - {""}),
        one_name=one_name,
        apart=1.0 if tell_other_days(left, right) else _tell_apart(left, right, everyone, one_name),
    )


def tell_other_days(left: Version, right: Version) -> bool:
    """Whether two parties tell of days too far apart for one conversation: more than a week.

    A day is one that the text tells, or that of publication; the nearest two count. False where
    an account gives none, and between accounts of one party.
    """
    if left.party == right.party:
        return False
    gaps = [abs(a - b) for a in _days(left) for b in _days(right)]
    return bool(gaps) and min(gaps) > _NEAR


def _days(version: Version) -> list[dt.date]:
    """The day of the conversation as the text tells it, and the day of publication."""
    days = [claim.day for claim in version.claims if claim.day]
    published = version.published
    if published is not None:
        days.append(published.date() if isinstance(published, dt.datetime) else published)
    return days


def _tell_apart(
    left: Version,
    right: Version,
    everyone: Sequence[Participant],
    one_name: dict[tuple[str, str], str],
) -> float:
    """The share of the smaller cast that the other account does not name.

    Two parties in common, each account's own included, make one conversation: an office need not
    name its own principal.
    """
    here: list[set[str]] = []
    parties: list[set[str]] = []
    for version in (left, right):
        words = set(_SPLIT.sub(" ", fold_name(version.text)).split())
        named = [p for p in everyone if words.issuperset(p.family_name.split("-"))]
        here.append({one_name.get(p.key, p.family_name) for p in named})
        parties.append({version.party, *(p.party for p in named)} - {""})
    if not all(here) or len(parties[0] & parties[1]) > 1:
        return 0.0
    return 1.0 - len(here[0] & here[1]) / min(map(len, here))


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
