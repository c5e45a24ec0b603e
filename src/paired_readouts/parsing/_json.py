"""JSON from strangers: an object at the root, bounded depth, fields by type."""

from __future__ import annotations

import json
from typing import Any

from paired_readouts.errors import LimitError, ParseError
from paired_readouts.parsing.source import Source

__all__ = ["field_of", "list_of", "looks_like", "parse_object", "text_at"]


def looks_like(source: Source, *keys: str) -> bool:
    """Whether the source is a JSON object that names all of `keys`; the text is not parsed."""
    text = source.readable
    return text.lstrip()[:1] == "{" and all(f'"{key}"' in text for key in keys)


def parse_object(source: Source, *, depth: int) -> dict[str, Any]:
    """The object in `source`; a ParseError says where the JSON is broken."""
    text = source.text
    try:
        value = json.loads(text)
    except json.JSONDecodeError as error:
        raise ParseError(
            source.where,
            f"is broken JSON at line {error.lineno}, column {error.colno}: {error.msg}",
            "save the file again, whole",
        ) from error
    except (RecursionError, ValueError) as error:
        raise LimitError(
            source.where, f"nests deeper than {depth} or has a number too long", "check the file"
        ) from error
    if not isinstance(value, dict):
        raise ParseError(source.where, "is no JSON object", "give one item, not a list of them")
    _check_depth(value, source.where, depth)
    return value


def _check_depth(value: Any, where: str, depth: int) -> None:  # noqa: ANN401 - any JSON
    level: list[Any] = [value]
    for _ in range(depth):
        level = [
            member
            for node in level
            for member in (node.values() if isinstance(node, dict) else node)
            if isinstance(member, (dict, list))
        ]
        if not level:
            return
    raise LimitError(where, f"nests deeper than {depth}", "pass limits=Limits(depth=…)")


def field_of(value: Any, *path: str) -> Any:  # noqa: ANN401 - any JSON
    """What stands at `path`; None where something on the way is missing or no object."""
    for name in path:
        value = value.get(name) if isinstance(value, dict) else None
    return value


def text_at(value: Any, *path: str) -> str:  # noqa: ANN401 - any JSON
    """The string at `path`; "" where there is none."""
    found = field_of(value, *path)
    return found if isinstance(found, str) else ""


def list_of(value: Any, *path: str) -> list[dict[str, Any]]:  # noqa: ANN401 - any JSON
    """The objects in the list at `path`; none where there is no list."""
    found = field_of(value, *path)
    return [item for item in found if isinstance(item, dict)] if isinstance(found, list) else []
