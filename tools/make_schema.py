"""Write the JSON Schema of the exchanged documents, its page, and the page of the rows.

    python tools/make_schema.py [--check]

Descriptions are the `#:` lines of the fields. With --check nothing is written, and the exit status
is 1 where a file is not what the classes give.
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

from paired_readouts.exchange import row_columns
from paired_readouts.exchange._fields import DERIVED, field_shapes, holds_versions, kinds, members
from paired_readouts.exchange._migrations import SCHEMA_VERSION
from paired_readouts.model import Version

ROOT = Path(__file__).parents[1]
SCHEMA = ROOT / "src" / "paired_readouts" / "exchange" / "schema.json"
PAGE = ROOT / "docs" / "reference" / "json-schema.md"
ROWS = ROOT / "docs" / "reference" / "rows.md"
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


WORDS = {"string": "text", "integer": "whole number", "number": "number", "boolean": "truth value"}
HEAD = """\
# JSON documents

What `to_dict` and `to_json` write, type by type. This page and the JSON Schema are made
from the classes by `tools/make_schema.py`.

A document is an object whose first two fields are `schema_version` (now {version}) and `type`, one
of the names below; its other fields are those of that type. A type that refers to versions
({holders}) has them in a third field, `version_table`, each once, and in their places their
indexes in that list. All fields are always written. When a document is read, a field without
*required* may be absent, an unknown one is an error, and so is a computed one that does not agree
with the others. Dates are ISO 8601, spans count Unicode code points and are half-open.

How the schema changes: [stability](../stability.md). How to read it from another language:
[read the JSON](../how-to/read-the-json.md).

The schema itself (draft 2020-12) ships with the package as `paired_readouts/exchange/schema.json`;
{{func}}`~paired_readouts.json_schema` gives it.
"""


def type_words(schema: dict[str, object]) -> str:
    if "anyOf" in schema:
        return " or ".join(dict.fromkeys(type_words(part) for part in schema["anyOf"]))
    if "$ref" in schema:
        name = schema["$ref"].rpartition("/")[2]
        return f"[{name}](#{name.lower()})"
    if "enum" in schema:
        return "one of: " + ", ".join(f"`{word}`" for word in schema["enum"])
    if schema["type"] == "array":
        return f"list of {type_words(schema['items'])}"
    if "format" in schema:
        return {"date": "date", "date-time": "date and time with zone"}[schema["format"]]
    if "minimum" in schema:
        return "index of a version"
    return "null" if schema["type"] == "null" else WORDS[schema["type"]]


def make_page() -> str:
    schema = json.loads(make_schema())
    holders = ", ".join(f"`{name}`" for name, kind in kinds().items() if holds_versions(kind))
    lines = [HEAD.format(version=SCHEMA_VERSION, holders=holders)]
    for name, kind in schema["$defs"].items():
        lines += [f"## {name}", "", kind["description"], "", "| field | type | meaning |"]
        lines.append("|---|---|---|")
        for field, row in kind["properties"].items():
            words = type_words(row) + (", *required*" if field in kind["required"] else "")
            meaning = row["description"].replace("|", "\\|").replace("[", "\\[")
            lines.append(f"| `{field}` | {words} | {meaning} |")
        lines.append("")
    return "\n".join(lines)


ROWS_HEAD = """\
# Rows

The columns of what {func}`~paired_readouts.to_rows` gives, for each `kind`, in order. This page is
made from them by `tools/make_schema.py`. Columns may be added at the end; none goes, moves or
changes its meaning within a major version.

| type | Python | fits pandas | Polars | DuckDB |
|---|---|---|---|---|
| text | `str` | `string` | `String` | `VARCHAR` |
| whole | `int` | `Int64` | `Int64` | `BIGINT` |
| number | `float` | `Float64` | `Float64` | `DOUBLE` |
| truth | `bool` | `boolean` | `Boolean` | `BOOLEAN` |

Every column may have `None` where a value does not have the thing: a version on its own has no
`pair`, `side` or `linked`. Several values in a cell are joined with "; ".
"""


def make_rows_page() -> str:
    lines = [ROWS_HEAD]
    for kind in ("statements", "links", "findings"):
        lines += [f"## {kind}", "", "| column | type | meaning |", "|---|---|---|"]
        lines += [f"| `{c.name}` | {c.type} | {c.note}. |" for c in row_columns(kind)]
        lines.append("")
    return "\n".join(lines)


FILES = ((SCHEMA, make_schema), (PAGE, make_page), (ROWS, make_rows_page))


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--check", action="store_true")
    check = parser.parse_args().check
    stale = []
    for target, make in FILES:
        made = make()
        if target.is_file() and target.read_text(encoding="utf-8") == made:
            continue
        stale.append(target.name)
        if not check:
            target.write_text(made, encoding="utf-8", newline="\n")
    if stale:
        print("stale:" if check else "written:", ", ".join(stale))
    return int(check and bool(stale))


if __name__ == "__main__":
    sys.exit(main())
