"""From plain data to a value, with the path of whatever does not fit."""

from __future__ import annotations

import datetime as dt
import math
import typing
from collections.abc import Callable, Mapping, Sequence
from enum import Enum
from functools import cache
from types import NoneType
from typing import Any, TypeAlias, TypeVar

import attrs

from paired_readouts.errors import ModelError
from paired_readouts.exchange._fields import DERIVED, field_shapes, members
from paired_readouts.model import Version

__all__ = ["MisfitError", "read_fields", "show"]

Versions: TypeAlias = Sequence[Version]
T = TypeVar("T", bound=attrs.AttrsInstance)
Reader: TypeAlias = Callable[[object, Versions], Any]


class MisfitError(Exception):
    """Data that does not fit; the path grows on the way up."""

    def __init__(self, what: str, hint: str = "", path: str = "") -> None:
        super().__init__(what, hint, path)
        self.what = what
        self.hint = hint
        self.path = path

    def under(self, step: str) -> MisfitError:
        """The same misfit, seen from one level up: `step` is a name or `[index]`."""
        joint = "." if self.path and not self.path.startswith("[") else ""
        return MisfitError(self.what, self.hint, f"{step}{joint}{self.path}")


def read_fields(kind: type[T], data: object, versions: Versions) -> T:
    """The value of `kind` that `data` describes."""
    if not isinstance(data, Mapping):
        raise _expected("an object", data)
    shapes = field_shapes(kind)
    derived = DERIVED.get(kind, ())
    known = [shape.name for shape in shapes]
    for name in data:
        if name not in known and name not in derived:
            raise MisfitError(
                "unknown field", f"{kind.__name__} has: {', '.join(known)}", str(name)
            )
    values = {}
    for shape in shapes:
        if shape.name in data:
            try:
                values[shape.name] = _reader(shape.hint)(data[shape.name], versions)
            except MisfitError as misfit:
                raise misfit.under(shape.name) from None
        elif shape.required:
            raise MisfitError("is missing", path=shape.name)
    try:
        value = kind(**values)
    except ModelError as error:
        raise MisfitError(error.what, error.hint, error.where.partition(".")[2]) from None
    _check_derived(value, derived, data)
    return value


def _check_derived(value: object, derived: Sequence[str], data: Mapping[str, Any]) -> None:
    for name in derived:
        if name not in data:
            continue
        right = getattr(value, name)
        if data[name] != (list(right) if isinstance(right, tuple) else right):
            raise MisfitError(
                f"is not what the other fields give, {right!r:.60}",
                "drop this field; it is computed",
                name,
            )


@cache
def _reader(hint: object) -> Reader:
    if typing.get_origin(hint) is tuple:
        return _read_list(_reader(typing.get_args(hint)[0]))
    parts = members(hint)
    read = _read_date(dt.datetime in parts) if dt.date in parts else _plain_reader(parts)
    if NoneType in typing.get_args(hint):
        return lambda data, versions: None if data is None else read(data, versions)
    return read


def _plain_reader(parts: tuple[Any, ...]) -> Reader:
    kind = parts[0]
    if kind in _SIMPLE:
        return _SIMPLE[kind]
    if kind is Version:
        return _read_version
    if isinstance(kind, type) and issubclass(kind, Enum):
        return _read_word(kind)
    if attrs.has(kind):
        return lambda data, versions: read_fields(kind, data, versions)
    raise TypeError(f"no way to exchange {kind!r}")


def show(data: object) -> str:
    """`data` in a few characters, for a message; a container only by its kind."""
    if isinstance(data, Mapping):
        return "an object"
    if isinstance(data, list | tuple):
        return "a list"
    if isinstance(data, str | bytes):
        return repr(data[:40])
    if isinstance(data, int) and abs(data) > 10**40:
        return "a number of more than 40 digits"
    return f"{data!r:.40}"


def _expected(what: str, data: object) -> MisfitError:
    return MisfitError(f"expected {what}, got {show(data)}")


def _read_text(data: object, _: Versions) -> str:
    if not isinstance(data, str):
        raise _expected("a text", data)
    return str(data)


def _read_whole(data: object, _: Versions) -> int:
    if isinstance(data, bool) or not isinstance(data, int):
        raise _expected("a whole number", data)
    return data


def _read_number(data: object, _: Versions) -> float:
    if isinstance(data, bool) or not isinstance(data, int | float) or not _is_finite(data):
        raise _expected("a finite number", data)
    return data


def _is_finite(data: float) -> bool:
    try:
        return math.isfinite(data)
    except OverflowError:  # a whole number that no float can hold
        return False


def _read_truth(data: object, _: Versions) -> bool:
    if not isinstance(data, bool):
        raise _expected("true or false", data)
    return data


_SIMPLE: Mapping[Any, Reader] = {
    str: _read_text,
    int: _read_whole,
    float: _read_number,
    bool: _read_truth,
}


def _read_version(data: object, versions: Versions) -> Version:
    index = _read_whole(data, versions)
    if not 0 <= index < len(versions):
        raise MisfitError(f"no version {index}; version_table has {len(versions)}")
    return versions[index]


def _read_word(kind: type[Enum]) -> Reader:
    words = {member.value: member for member in kind}

    def read(data: object, _: Versions) -> Enum:
        if not isinstance(data, str) or data not in words:
            raise MisfitError(
                f"expected a word of {kind.__name__}, got {show(data)}",
                f"one of: {', '.join(words)}",
            )
        return words[data]

    return read


def _read_list(read_member: Reader) -> Reader:
    def read(data: object, versions: Versions) -> tuple[Any, ...]:
        if not isinstance(data, list | tuple):
            raise _expected("a list", data)
        found = []
        for position, member in enumerate(data):
            try:
                found.append(read_member(member, versions))
            except MisfitError as misfit:
                raise misfit.under(f"[{position}]") from None
        return tuple(found)

    return read


def _read_date(with_time: bool) -> Reader:  # noqa: FBT001 (a case of a table, not a call by users)
    what = "an ISO 8601 date, or a date and time with zone" if with_time else "an ISO 8601 date"

    def read(data: object, _: Versions) -> dt.date:
        if not isinstance(data, str):
            raise _expected(what, data)
        try:
            if with_time and "T" in data:
                return dt.datetime.fromisoformat(data)
            return dt.date.fromisoformat(data)
        except ValueError:
            raise _expected(what, data) from None

    return read
