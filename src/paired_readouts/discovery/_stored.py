"""What was read of releases as plain data, so that it need not be read again."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

import attrs

from paired_readouts.discovery._digest import Digest, read_digests
from paired_readouts.discovery._joining import group_versions
from paired_readouts.lexicon import Lexicon
from paired_readouts.model import Conversation, ConversationKind, Genre, Participant, Version

__all__ = ["find_stored", "read_stored"]


def read_stored(version: Version, *, lexicon: Lexicon | None) -> list[dict[str, Any]]:
    """The digests of `version` as data for JSON, without the version itself."""
    return [
        {
            "order": list(digest.order),
            "participants": [attrs.asdict(person) for person in digest.participants],
            "parties": list(digest.parties),
            "kind": digest.kind.value,
            "days": [day.isoformat() for day in digest.days],
            "told": digest.told,
            "genre": digest.genre.value,
            "part": digest.part,
        }
        for digest in read_digests(version, lexicon=lexicon)
    ]


def find_stored(
    versions: Iterable[Version],
    stored: Callable[[Version], Sequence[Mapping[str, Any]]],
    *,
    known: Iterable[Conversation],
    complete: Mapping[str, tuple[dt.date, dt.date]] | None,
    lexicon: Lexicon | None,
) -> tuple[Conversation, ...]:
    """As `find_conversations`, where `stored` gives what `read_stored` gave for each version."""

    def read(version: Version) -> tuple[Digest, ...]:
        return tuple(_restore(version, row) for row in stored(version))

    return group_versions(versions, known=known, complete=complete, lexicon=lexicon, read=read)


def _restore(version: Version, row: Mapping[str, Any]) -> Digest:
    return Digest(
        version=version,
        order=tuple(row["order"]),
        participants=tuple(
            Participant(**(person | {"aliases": tuple(person["aliases"])}))
            for person in row["participants"]
        ),
        parties=tuple(row["parties"]),
        kind=ConversationKind(row["kind"]),
        days=tuple(dt.date.fromisoformat(day) for day in row["days"]),
        told=row["told"],
        genre=Genre(row["genre"]),
        part=row["part"],
    )
