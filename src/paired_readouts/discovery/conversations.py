"""From releases to the conversations that they report."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from functools import partial

from paired_readouts.discovery._digest import read_digests
from paired_readouts.discovery._joining import group_versions
from paired_readouts.lexicon import Lexicon
from paired_readouts.model import Conversation, Version

__all__ = ["find_conversations"]


def find_conversations(
    versions: Iterable[Version],
    *,
    known: Iterable[Conversation] = (),
    complete: Mapping[str, tuple[dt.date, dt.date]] | None = None,
    lexicon: Lexicon | None = None,
) -> tuple[Conversation, ...]:
    """The conversations that `versions` report, those with one version too, by date and id.

    The order of `versions` changes nothing, and a version given twice counts once. A release that
    tells of several conversations apart is in each of them. `known` are conversations found
    earlier, whose versions are grouped anew with the others: the groups are those of all versions
    at once, and keep the ids that they had; where two have become one, `merged` names the id that
    is gone. `complete` gives for a party the first and last day of which every release is among
    those given: only there a party that took part is `silent`, not merely `missing`.
    """
    return group_versions(
        versions,
        known=known,
        complete=complete,
        lexicon=lexicon,
        read=partial(read_digests, lexicon=lexicon),
    )
