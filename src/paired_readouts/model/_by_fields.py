"""How values are compared, hashed and shown: by their fields, as attrs would have it.

attrs writes these methods out for each class and compiles them. For the values that is most of
what their import takes, and every first comparison in a process waits for it.
"""

from __future__ import annotations

from operator import attrgetter
from typing import TypeVar

import attrs

__all__ = ["by_fields"]

C = TypeVar("C", bound=type)


def by_fields(kind: C) -> C:
    """`kind`, a class of attrs made with `eq=False, repr=False`, with these methods.

    A class that shows itself in its own way goes on to.
    """
    names = [field.name for field in attrs.fields(kind)]
    values = attrgetter(*names)

    def equal(self: object, other: object) -> bool:
        return values(self) == values(other) if type(other) is type(self) else NotImplemented

    def hashed(self: object) -> int:
        return hash(values(self))

    def shown(self: object) -> str:
        fields = ", ".join(f"{name}={getattr(self, name)!r}" for name in names)
        return f"{type(self).__name__}({fields})"

    own = vars(kind).get("__repr__", shown)
    for name, method in {"__eq__": equal, "__hash__": hashed, "__repr__": own}.items():
        setattr(kind, name, method)
    return kind
