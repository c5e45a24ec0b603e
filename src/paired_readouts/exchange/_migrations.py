"""From older documents to the present schema, one step a version."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Any, TypeAlias

from paired_readouts.errors import ExchangeError
from paired_readouts.exchange._reading import show

__all__ = ["MIGRATIONS", "SCHEMA_VERSION", "Migration", "migrate"]

Migration: TypeAlias = Callable[[dict[str, Any]], dict[str, Any]]

#: The version of the schema that this library writes.
SCHEMA_VERSION = 1

#: For each older version, the step that turns its documents into those of the next.
MIGRATIONS: Mapping[int, Migration] = MappingProxyType({})


def migrate(
    data: Mapping[str, Any],
    *,
    migrations: Mapping[int, Migration] = MIGRATIONS,
    current: int = SCHEMA_VERSION,
) -> dict[str, Any]:
    """`data` as a document of schema version `current`; `data` itself stays as it is."""
    found = dict(data)
    version = found.get("schema_version")
    if isinstance(version, bool) or not isinstance(version, int):
        raise ExchangeError(
            "schema_version",
            f"expected a whole number, got {show(version)}",
            "is this a document that to_dict or to_json made?",
        )
    if not 1 <= version <= current:
        raise ExchangeError(
            "schema_version",
            f"{version} is unknown; this library reads 1 to {current}",
            "update paired-readouts" if version > current else "",
        )
    while version < current:
        found = migrations[version](found)
        version += 1
        found["schema_version"] = version
    return found
