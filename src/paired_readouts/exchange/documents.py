"""Documents: a value as plain data with its type and the version of the schema."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any, NoReturn, TypeVar, overload

import attrs

from paired_readouts.errors import ExchangeError
from paired_readouts.exchange._fields import holds_versions, kinds
from paired_readouts.exchange._migrations import SCHEMA_VERSION, migrate
from paired_readouts.exchange._reading import MisfitError, read_fields, show
from paired_readouts.exchange._writing import VersionTable, write_fields
from paired_readouts.model import Version

__all__ = ["SCHEMA_VERSION", "from_dict", "from_json", "json_schema", "to_dict", "to_json"]

T = TypeVar("T", bound=attrs.AttrsInstance)


def to_dict(value: attrs.AttrsInstance) -> dict[str, Any]:
    """`value`, any value of the model, as plain data that `from_dict` turns back.

    Only dicts, lists, strings, numbers, booleans and None. `schema_version` and `type` come
    first. A value that refers to versions has them once each in `version_table`, and their
    indexes in their places. Dates are ISO 8601 strings.

    Raises ExchangeError for what is no value of the model.
    """
    kind = type(value)
    if kinds().get(kind.__name__) is not kind:
        raise ExchangeError(
            "value", f"cannot exchange a {kind.__name__}", f"one of: {', '.join(sorted(kinds()))}"
        )
    table = VersionTable()
    fields = write_fields(value, table)
    head: dict[str, Any] = {"schema_version": SCHEMA_VERSION, "type": kind.__name__}
    if table.rows:
        head["version_table"] = table.rows
    return head | fields


@overload
def from_dict(data: Mapping[str, Any]) -> attrs.AttrsInstance: ...
@overload
def from_dict(data: Mapping[str, Any], *, expect: type[T]) -> T: ...
def from_dict(
    data: Mapping[str, Any], *, expect: type[attrs.AttrsInstance] | None = None
) -> attrs.AttrsInstance:
    """The value that `to_dict` wrote, also with an older library; equal to the one written.

    With `expect`, a document of another type is an error, and type checkers know the result.

    Raises ExchangeError, whose `where` is the path of the first thing that does not fit:
    `statements[3].span.end: expected a whole number, got 'x'`.
    """
    if not isinstance(data, Mapping):
        raise ExchangeError("document", f"expected an object, got {show(data)}")
    fields = migrate(data)
    del fields["schema_version"]
    name = fields.pop("type", None)
    kind = kinds().get(name) if isinstance(name, str) else None
    if kind is None:
        raise ExchangeError(
            "type", f"unknown type {show(name)}", f"one of: {', '.join(sorted(kinds()))}"
        )
    if expect is not None and kind is not expect:
        raise ExchangeError("type", f"expected {expect.__name__}, got {kind.__name__}")
    try:
        versions = _read_table(fields) if holds_versions(kind) else ()
        value: attrs.AttrsInstance = read_fields(kind, fields, versions)
    except MisfitError as misfit:
        raise ExchangeError(misfit.path, misfit.what, misfit.hint) from None
    return value


def _read_table(fields: dict[str, Any]) -> tuple[Version, ...]:
    rows = fields.pop("version_table", None)
    if not isinstance(rows, list | tuple):
        raise MisfitError(f"expected a list of versions, got {show(rows)}", path="version_table")
    versions = []
    for position, row in enumerate(rows):
        try:
            versions.append(read_fields(Version, row, ()))
        except MisfitError as misfit:
            raise misfit.under(f"version_table[{position}]") from None
    return tuple(versions)


def to_json(value: attrs.AttrsInstance, *, indent: int | None = None) -> str:
    """`value` as a JSON document; on one line, or indented by `indent` spaces a level."""
    data = to_dict(value)
    text = json.dumps(data, ensure_ascii=False, indent=indent, allow_nan=False)
    try:
        text.encode()
    except UnicodeEncodeError:
        # A text may hold half of a surrogate pair, which has no UTF-8; escaped it survives.
        return json.dumps(data, indent=indent, allow_nan=False)
    return text


@overload
def from_json(text: str | bytes) -> attrs.AttrsInstance: ...
@overload
def from_json(text: str | bytes, *, expect: type[T]) -> T: ...
def from_json(
    text: str | bytes, *, expect: type[attrs.AttrsInstance] | None = None
) -> attrs.AttrsInstance:
    """The value in a JSON document that `to_json` wrote; errors as of `from_dict`."""
    try:
        data = json.loads(text, parse_constant=_refuse_constant)
    except json.JSONDecodeError as error:
        raise ExchangeError(
            f"line {error.lineno}, column {error.colno}", f"is no JSON: {error.msg}"
        ) from None
    except RecursionError:
        raise ExchangeError("document", "is nested too deep") from None
    except ValueError as error:  # bytes that are no UTF-8, a number of thousands of digits
        raise ExchangeError("document", f"is no JSON: {error}") from None
    return from_dict(data) if expect is None else from_dict(data, expect=expect)


def _refuse_constant(name: str) -> NoReturn:
    raise ValueError(f"{name} is no number of JSON")


def json_schema() -> dict[str, Any]:
    """The JSON Schema (draft 2020-12) of every document that `to_dict` writes."""
    text = Path(__file__).with_name("schema.json").read_text(encoding="utf-8")
    schema: dict[str, Any] = json.loads(text)
    return schema
