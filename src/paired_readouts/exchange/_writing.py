"""From a value to plain data."""

from __future__ import annotations

import datetime as dt
from enum import Enum
from typing import Any

import attrs

from paired_readouts.exchange._fields import field_names
from paired_readouts.model import Version

__all__ = ["VersionTable", "write_fields"]

_PLAIN = frozenset({str, int, float, bool, type(None)})


class VersionTable:
    """The versions of one document, each once, by index."""

    def __init__(self) -> None:
        self.rows: list[dict[str, Any]] = []
        self._indexes: dict[Version, int] = {}
        self._seen: dict[int, tuple[int, Version]] = {}

    def index(self, version: Version) -> int:
        """The index of `version`, which is added where it is new."""
        # Hashing a version walks all of it, so the same object is recognised first.
        seen = self._seen.get(id(version))
        if seen is not None:
            return seen[0]
        index = self._indexes.setdefault(version, len(self.rows))
        if index == len(self.rows):
            self.rows.append(write_fields(version, self))
        self._seen[id(version)] = (index, version)
        return index


def write_fields(value: attrs.AttrsInstance, table: VersionTable) -> dict[str, Any]:
    """The fields of `value` as plain data, and what is derived from them."""
    return {name: _write(getattr(value, name), table) for name in field_names(type(value))}


def _write(value: Any, table: VersionTable) -> object:  # noqa: ANN401 (any field of any value)
    if type(value) in _PLAIN:
        return value
    if isinstance(value, tuple):
        return [_write(member, table) for member in value]
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, dt.date):
        return value.isoformat()
    if isinstance(value, Version):
        return table.index(value)
    return write_fields(value, table)
