"""Write the JSON Schema of the exchanged documents, from the classes of the model.

    python tools/make_schema.py [--check]

Descriptions are the `#:` lines of the fields. With --check nothing is written, and the exit status
is 1 where the shipped file is not what the classes give.
"""

from __future__ import annotations

import argparse
import datetime as dt
import inspect
import json
import re
import sys
import typing
from enum import Enum
from pathlib import Path
from types import NoneType

from paired_readouts.exchange._fields import DERIVED, field_shapes, holds_versions, kinds, members
from paired_readouts.exchange._migrations import SCHEMA_VERSION
from paired_readouts.model import Version

TARGET = Path(__file__).parents[1] / "src" / "paired_readouts" / "exchange" / "schema.json"
PLAIN = {str: "string", int: "integer", float: "number", bool: "boolean"}
COMMENT = re.compile(r"((?:^ +#:.*\n)+)^ +(\w+):", re.MULTILINE)


def first_paragraph(text: str | None) -> str:
    return " ".join((text or "").split("\n\n")[0].split())


def field_notes(kind: type) -> dict[str, str]:
    found = COMMENT.findall(inspect.getsource(kind))
    return {
        name: " ".join(re.sub(r"^ +#:", "", comment, flags=re.MULTILINE).split())
        for comment, name in found
    }


def hint_schema(hint: object) -> dict[str, object]:
    if typing.get_origin(hint) is tuple:
        return {"type": "array", "items": hint_schema(typing.get_args(hint)[0])}
    if NoneType in typing.get_args(hint):
        inner = [hint_schema(part) for part in members(hint)]
        return {"anyOf": [*inner, {"type": "null"}]}
    if hint in PLAIN:
        return {"type": PLAIN[hint]}
    if hint is Version:
        return {"type": "integer", "minimum": 0, "description": "Index in version_table."}
    if hint is dt.datetime:
        return {"type": "string", "format": "date-time"}
    if hint is dt.date:
        return {"type": "string", "format": "date"}
    if isinstance(hint, type) and issubclass(hint, Enum):
        return {"enum": [member.value for member in hint]}
    return {"$ref": f"#/$defs/{hint.__name__}"}


def kind_schema(kind: type) -> dict[str, object]:
    notes = field_notes(kind)
    properties = {}
    for shape in field_shapes(kind):
        properties[shape.name] = hint_schema(shape.hint) | {"description": notes[shape.name]}
    for name in DERIVED.get(kind, ()):
        getter = getattr(kind, name).fget
        hint = typing.get_type_hints(getter)["return"]
        properties[name] = hint_schema(hint) | {
            "description": f"{first_paragraph(getter.__doc__)} Computed; may be absent when read."
        }
    return {
        "description": first_paragraph(kind.__doc__),
        "type": "object",
        "properties": properties,
        "required": [shape.name for shape in field_shapes(kind) if shape.required],
        "additionalProperties": False,
    }


def document_schema(name: str, kind: type, fields: dict[str, object]) -> dict[str, object]:
    properties = {"schema_version": {"const": SCHEMA_VERSION}, "type": {"const": name}}
    if holds_versions(kind):
        properties["version_table"] = {"type": "array", "items": {"$ref": "#/$defs/Version"}}
    required = [*properties, *fields["required"]]
    for field in fields["properties"]:
        properties[field] = {"$ref": f"#/$defs/{name}/properties/{field}"}
    return {
        "title": name,
        "type": "object",
        "properties": properties,
        "required": required,
        "additionalProperties": False,
    }


def make_schema() -> str:
    rows = {name: kind_schema(kind) for name, kind in sorted(kinds().items())}
    schema = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "A document of paired-readouts",
        "oneOf": [document_schema(name, kinds()[name], fields) for name, fields in rows.items()],
        "$defs": rows,
    }
    return json.dumps(schema, indent=1, ensure_ascii=False) + "\n"


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--check", action="store_true")
    check = parser.parse_args().check
    made = make_schema()
    if TARGET.is_file() and TARGET.read_text(encoding="utf-8") == made:
        return 0
    if not check:
        TARGET.write_text(made, encoding="utf-8", newline="\n")
    print("stale:" if check else "written:", TARGET.name)
    return int(check)


if __name__ == "__main__":
    sys.exit(main())
