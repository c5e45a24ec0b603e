"""Flat rows with stable columns, for pandas, Polars, DuckDB or a spreadsheet."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from types import MappingProxyType
from typing import Any, Literal, TypeAlias

import attrs

from paired_readouts.errors import ExchangeError
from paired_readouts.exchange._columns import (
    FINDING_COLUMNS,
    LINK_COLUMNS,
    STATEMENT_COLUMNS,
    Cell,
    Column,
    FindingPlace,
    LinkPlace,
    Pair,
    StatementPlace,
)
from paired_readouts.model import Comparison, Conversation, ConversationComparison, Side, Version

__all__ = ["Column", "RowKind", "row_columns", "to_rows"]

RowKind: TypeAlias = Literal["statements", "links", "findings"]
Row: TypeAlias = dict[str, Cell]

_COLUMNS: Mapping[str, tuple[tuple[Column, Callable[[Any], Cell]], ...]] = MappingProxyType(
    {"statements": STATEMENT_COLUMNS, "links": LINK_COLUMNS, "findings": FINDING_COLUMNS}
)


def row_columns(kind: RowKind) -> tuple[Column, ...]:
    """The columns of the rows of `kind`, in order: the same for every value, for ever added to.

    Raises ExchangeError for an unknown kind.
    """
    if kind not in _COLUMNS:
        raise ExchangeError("kind", f"unknown kind {kind!r:.40}", f"one of: {', '.join(_COLUMNS)}")
    return tuple(column for column, _ in _COLUMNS[kind])


def to_rows(value: attrs.AttrsInstance, *, kind: RowKind = "statements") -> list[Row]:
    """Flat rows of `value`: a Version, Conversation, Comparison or ConversationComparison.

    A row has every column of `row_columns(kind)`; lists are joined with "; ", and what a value
    does not have is None. A comparison gives the statements of both sides; of more than two
    accounts each statement has one row a pair. A version or conversation has statements only.

    Raises ExchangeError for another value or an unknown kind.
    """
    row_columns(kind)
    pairs, versions = _parts(value)
    if kind == "links":
        return [_row(kind, place) for pair in pairs for place in _links(pair)]
    if kind == "findings":
        return [_row(kind, place) for pair in pairs for place in _findings(pair)]
    alone = (place for version in versions for place in _alone(version, value))
    return [_row(kind, place) for pair in pairs for place in _statements(pair)] + [
        _row(kind, place) for place in alone
    ]


def _parts(value: attrs.AttrsInstance) -> tuple[Iterable[Pair], Iterable[Version]]:
    match value:
        case Version():
            return (), (value,)
        case Conversation():
            return (), value.versions
        case Comparison():
            return (Pair(value),), ()
        case ConversationComparison(conversation=told):
            if not value.comparisons:
                return (), told.versions
            return [Pair(comparison, told.id) for comparison in value.comparisons], ()
    raise ExchangeError(
        "value",
        f"no rows of a {type(value).__name__}",
        "give a Version, Conversation, Comparison or ConversationComparison",
    )


def _row(kind: str, place: StatementPlace | LinkPlace | FindingPlace) -> Row:
    return {column.name: read(place) for column, read in _COLUMNS[kind]}


def _alone(version: Version, value: attrs.AttrsInstance) -> Iterator[StatementPlace]:
    told = value.conversation if isinstance(value, ConversationComparison) else value
    conversation = told.id if isinstance(told, Conversation) else ""
    for index, statement in enumerate(version.statements):
        yield StatementPlace(statement, index, version, conversation)


def _statements(pair: Pair) -> Iterator[StatementPlace]:
    comparison = pair.comparison
    for side in Side:
        version, other = comparison.left, comparison.right
        if side is Side.RIGHT:
            version, other = other, version
        counts: dict[int, int] = {}
        for link in comparison.alignment.links:
            for index in link.left if side is Side.LEFT else link.right:
                counts[index] = counts.get(index, 0) + 1
        for index, statement in enumerate(version.statements):
            yield StatementPlace(
                statement,
                index,
                version,
                pair.conversation,
                pair,
                side,
                other,
                counts.get(index, 0),
            )


def _links(pair: Pair) -> Iterator[LinkPlace]:
    for index, link in enumerate(pair.comparison.alignment.links):
        yield LinkPlace(link, index, pair)


def _findings(pair: Pair) -> Iterator[FindingPlace]:
    for index, finding in enumerate(pair.comparison.divergence.findings):
        yield FindingPlace(finding, index, pair)
