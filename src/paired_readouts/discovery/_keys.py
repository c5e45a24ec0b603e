"""The keys of digests."""

from __future__ import annotations

import datetime as dt

from paired_readouts.discovery._digest import Digest
from paired_readouts.discovery._names import sound

__all__ = ["keys_of"]

_DAY = dt.timedelta(days=1)


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
