"""Keys by which releases of one conversation meet, in a database or on a cluster."""

from __future__ import annotations

from paired_readouts.discovery._digest import read_digests
from paired_readouts.discovery._keys import keys_of
from paired_readouts.lexicon import Lexicon
from paired_readouts.model import Version

__all__ = ["conversation_keys"]


def conversation_keys(version: Version, *, lexicon: Lexicon | None = None) -> tuple[str, ...]:
    """Short strings, sorted, of which two accounts of one conversation share at least one.

    Each is a day and a name as it sounds ("2022-01-02 slnsk" for Zelenskyy in any spelling), or a
    day and a pair of parties ("2022-01-02 RU+US"). A version has the keys of its day and of the
    day after, so that accounts a day apart meet. Without a date, or without a participant or
    another party that is recognised, there are none, and no join will find the release:
    `find_conversations` gives it as a conversation of its own, whose `warnings` say why.
    """
    return keys_of(read_digests(version, lexicon=lexicon))
