"""How values are compared, hashed and shown: by their fields, as attrs would have it.

attrs writes these methods out for each class and compiles them. For the values that was nearly a
third of what their import took, and every first comparison in a process waits for it.
"""

from __future__ import annotations

from operator import attrgetter
from typing import TypeVar

import attrs

__all__ = ["by_fields"]

C = TypeVar("C", bound=type)


def by_fields(kind: C) -> C:
    """`kind`, a class of attrs made with `eq=False, repr=False`, with these methods.

    A class that shows itself in its own way goes on to. A field may say `hash=False` or
    `repr=False`.
    """
    fields = attrs.fields(kind)
    shown = [field.name for field in fields if field.repr]
    compared = attrgetter(*[field.name for field in fields])
    hashed = attrgetter(*[field.name for field in fields if field.hash is not False])

    def equals(self: object, other: object) -> bool:
        return compared(self) == compared(other) if type(other) is type(self) else NotImplemented

    def number(self: object) -> int:
        return hash(hashed(self))

    def show(self: object) -> str:
        values = ", ".join(f"{name}={getattr(self, name)!r}" for name in shown)
        return f"{type(self).__name__}({values})"

    own = vars(kind).get("__repr__", show)
    for name, method in {"__eq__": equals, "__hash__": number, "__repr__": own}.items():
        setattr(kind, name, method)
    return kind
