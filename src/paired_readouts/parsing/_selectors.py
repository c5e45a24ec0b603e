"""The part of CSS selectors that name a place in a page: "div.entry", "#main time[datetime]"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple, Protocol

__all__ = ["Placed", "fits", "is_selector"]

# A tag and any number of classes, ids and attributes; spaces join steps from outer to inner.
_PART = re.compile(
    r"""(?P<tag>\A[a-zA-Z][\w-]*)|\.(?P<class>[\w-]+)|\#(?P<id>[\w-]+)
    |\[(?P<name>[\w:-]+)(?:=["']?(?P<value>[^"'\]]*)["']?)?\]""",
    re.VERBOSE,
)
_SPACE = re.compile(r"\s+(?![^\[]*\])")
# How far up the elements around are asked; deeper pages have no places that a person would name.
_FARTHEST = 60


class Placed(Protocol):
    """An element with its attributes, and the one around it."""

    @property
    def tag(self) -> str: ...
    @property
    def attributes(self) -> dict[str, str]: ...
    @property
    def parent(self) -> Placed | None: ...


class _Step(NamedTuple):
    tag: str
    classes: frozenset[str]
    attributes: tuple[tuple[str, str | None], ...]

    def fits(self, element: Placed) -> bool:
        if self.tag and self.tag != element.tag:
            return False
        has = element.attributes
        if self.classes and not self.classes <= set(has.get("class", "").split()):
            return False
        return all(n in has and (v is None or has[n] == v) for n, v in self.attributes)


def is_selector(text: str) -> bool:
    """Whether `text` is a selector that is read here."""
    return bool(_read(text))


def fits(element: Placed, selector: str) -> bool:
    """Whether `selector` names `element`; False for what is no selector."""
    steps = _read(selector)
    if not steps or not steps[-1].fits(element):
        return False
    around = _around(element)
    return all(any(step.fits(outer) for outer in around) for step in reversed(steps[:-1]))


def _around(element: Placed) -> Iterator[Placed]:
    for _ in range(_FARTHEST):
        if element.parent is None:
            return
        element = element.parent
        yield element


@lru_cache(maxsize=256)
def _read(selector: str) -> tuple[_Step, ...]:
    """The steps of a selector, outer first; none where it is no selector."""
    steps = []
    for words in _SPACE.split(selector.strip()):
        parts = list(_PART.finditer(words))
        if not parts or "".join(part.group() for part in parts) != words:
            return ()
        steps.append(
            _Step(
                tag=next((p["tag"].lower() for p in parts if p["tag"]), ""),
                classes=frozenset(p["class"] for p in parts if p["class"]),
                attributes=tuple(
                    ("id", p["id"]) if p["id"] else (p["name"].lower(), p["value"])
                    for p in parts
                    if p["id"] or p["name"]
                ),
            )
        )
    return tuple(steps)
