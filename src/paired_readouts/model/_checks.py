"""Validators for the fields of values: one short function a rule, one error for all of them."""

from __future__ import annotations

import math
import re
from collections.abc import Callable
from itertools import pairwise
from typing import Any, TypeAlias

import attrs

from paired_readouts.errors import ModelError

Validator: TypeAlias = Callable[[Any, "attrs.Attribute[Any]", Any], None]

_PARTY = re.compile(r"[A-Z][A-Z0-9-]*\Z")


def fail(instance: object, field: str, what: str, hint: str = "") -> ModelError:
    """The error for `field` of `instance`, ready to raise."""
    return ModelError(f"{type(instance).__name__}.{field}", what, hint)


def is_a(*kinds: type) -> Validator:
    """The value is an instance of one of `kinds`; a bool is no number here."""
    names = " or ".join("None" if kind is type(None) else kind.__name__ for kind in kinds)

    def check(instance: Any, attribute: attrs.Attribute[Any], value: Any) -> None:
        if type(value) in kinds:
            return
        if not isinstance(value, kinds) or isinstance(value, bool):
            raise fail(
                instance,
                attribute.name,
                f"expected {names}, got {type(value).__name__} {value!r:.40}",
            )

    return check


def tuple_of(kind: type) -> Validator:
    """The value is a tuple and every member an instance of `kind`."""
    plain = frozenset({kind})

    def check(instance: Any, attribute: attrs.Attribute[Any], value: Any) -> None:
        if type(value) is tuple and (not value or plain.issuperset(map(type, value))):
            return
        if not isinstance(value, tuple):
            raise fail(
                instance,
                attribute.name,
                f"expected a tuple, got {type(value).__name__}",
                "wrap it in tuple(…)",
            )
        for position, member in enumerate(value):
            if not isinstance(member, kind) or isinstance(member, bool):
                raise fail(
                    instance,
                    f"{attribute.name}[{position}]",
                    f"expected {kind.__name__}, got {type(member).__name__} {member!r:.40}",
                )

    return check


def probability(instance: Any, attribute: attrs.Attribute[Any], value: Any) -> None:
    """The value is a number from 0 to 1."""
    number(instance, attribute, value)
    if not 0.0 <= value <= 1.0:
        raise fail(instance, attribute.name, f"expected a number from 0 to 1, got {value!r}")


def number(instance: Any, attribute: attrs.Attribute[Any], value: Any) -> None:
    """The value is a finite number."""
    if isinstance(value, bool) or not isinstance(value, (int, float)) or not math.isfinite(value):
        raise fail(instance, attribute.name, f"expected a finite number, got {value!r:.40}")


def count(instance: Any, attribute: attrs.Attribute[Any], value: Any) -> None:
    """The value is a whole number, 0 or more."""
    if isinstance(value, bool) or not isinstance(value, int) or value < 0:
        raise fail(
            instance, attribute.name, f"expected a whole number from 0 on, got {value!r:.40}"
        )


def party(instance: Any, attribute: attrs.Attribute[Any], value: Any) -> None:
    """The value is a party's code, or empty where the party is unknown."""
    if not isinstance(value, str) or (value and not _PARTY.match(value)):
        raise fail(
            instance,
            attribute.name,
            f"expected a party's code, got {value!r:.40}",
            "ISO 3166-1 alpha-2, EU, UN, NATO or any [A-Z][A-Z0-9-]*; '' where unknown",
        )


def not_empty(instance: Any, attribute: attrs.Attribute[Any], value: Any) -> None:
    """The value is a string with at least one character that is not white space."""
    if not isinstance(value, str) or not value.strip():
        raise fail(
            instance, attribute.name, f"expected a text that is not empty, got {value!r:.40}"
        )


_indexes = tuple_of(int)


def ordered_indexes(instance: Any, attribute: attrs.Attribute[Any], value: Any) -> None:
    """The value is a tuple of whole numbers from 0 on, each larger than the one before."""
    _indexes(instance, attribute, value)
    if value and value[0] < 0:
        raise fail(instance, attribute.name, f"an index is negative: {value[0]}")
    if any(a >= b for a, b in pairwise(value)):
        raise fail(
            instance,
            attribute.name,
            f"indexes are not in order or repeat: {value}",
            "sort them, each once",
        )
