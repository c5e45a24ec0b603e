"""What each value is made of, read off the classes themselves."""

from __future__ import annotations

import typing
from collections.abc import Mapping
from functools import cache
from types import MappingProxyType, NoneType, UnionType
from typing import Any

import attrs

from paired_readouts import model
from paired_readouts.model import Alignment, Version

__all__ = [
    "DERIVED",
    "FieldShape",
    "field_names",
    "field_shapes",
    "holds_versions",
    "kinds",
    "members",
]

#: Properties that are written too, for readers in other languages, and checked when read.
DERIVED: Mapping[type, tuple[str, ...]] = MappingProxyType(
    {Version: ("id",), Alignment: ("unlinked_left", "unlinked_right")}
)


@attrs.frozen
class FieldShape:
    """One field of a class: its name, its type, and whether data must have it."""

    name: str
    hint: Any
    required: bool


@cache
def kinds() -> Mapping[str, type[attrs.AttrsInstance]]:
    """Every class of the model that holds data, by its name."""
    found = {name: getattr(model, name) for name in model.__all__}
    return MappingProxyType(
        {name: kind for name, kind in found.items() if isinstance(kind, type) and attrs.has(kind)}
    )


@cache
def field_names(kind: type[attrs.AttrsInstance]) -> tuple[str, ...]:
    """What is written of `kind`: its fields, and what is derived from them."""
    return (*(field.name for field in attrs.fields(kind)), *DERIVED.get(kind, ()))


@cache
def field_shapes(kind: type[attrs.AttrsInstance]) -> tuple[FieldShape, ...]:
    """The fields of `kind` with their types, in the order of the class."""
    hints = typing.get_type_hints(kind)
    return tuple(
        FieldShape(field.name, hints[field.name], field.default is attrs.NOTHING)
        for field in attrs.fields(kind)
    )


def members(hint: object) -> tuple[Any, ...]:
    """The types that a hint allows, `None` left aside: one, or those of a union."""
    if isinstance(hint, UnionType):
        return tuple(part for part in typing.get_args(hint) if part is not NoneType)
    return (hint,)


@cache
def holds_versions(kind: type[attrs.AttrsInstance]) -> bool:
    """Whether values of `kind` refer to versions, so that a document needs a table of them."""
    for shape in field_shapes(kind):
        hint = shape.hint
        inner = typing.get_args(hint)[0] if typing.get_origin(hint) is tuple else hint
        for part in members(inner):
            if part is Version or (attrs.has(part) and holds_versions(part)):
                return True
    return False
