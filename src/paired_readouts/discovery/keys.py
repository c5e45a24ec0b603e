"""Keys by which releases of one conversation meet, in a database or on a cluster."""

from __future__ import annotations

import datetime as dt

from paired_readouts.discovery._digest import Digest, read_digests
from paired_readouts.discovery._names import sound
from paired_readouts.lexicon import Lexicon
from paired_readouts.model import Version

__all__ = ["conversation_keys", "keys_of"]

_DAY = dt.timedelta(days=1)


def conversation_keys(version: Version, *, lexicon: Lexicon | None = None) -> tuple[str, ...]:
    """Short strings, sorted, of which two accounts of one conversation share at least one.

    Each is a day and a name as it sounds ("2022-01-02 slnsk" for Zelenskyy in any spelling), or a
    day and a pair of parties ("2022-01-02 RU+US"). A version has the keys of its day and of the
    day after, so that accounts a day apart meet. Without a date, or without a participant or
    another party that is recognised, there are none.
    """
    return keys_of(read_digests(version, lexicon=lexicon))


def keys_of(digests: tuple[Digest, ...]) -> tuple[str, ...]:
    """The keys of all digests of a version."""
    keys: set[str] = set()
    for digest in digests:
        names = {sound(n) for p in digest.people if not p.unnamed for n in (p.family, p.words[0])}
        names |= {
            "+".join(sorted((digest.party, other)))
            for other in digest.parties
            if digest.party and other != digest.party
        }
        days = {d + after for d in digest.days for after in (_DAY * 0, _DAY)}
        keys |= {f"{day} {name}" for day in days for name in names}
    return tuple(sorted(keys))
