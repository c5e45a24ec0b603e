"""The JSON Schema is what the classes give, and every document fits it."""

from __future__ import annotations

import importlib.util
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

import paired_readouts as pr

TOOL = Path(__file__).parents[2] / "tools" / "make_schema.py"


@pytest.fixture(scope="module")
def tool() -> ModuleType:
    spec = importlib.util.spec_from_file_location("make_schema", TOOL)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.mark.parametrize("position", range(3), ids=["schema", "schema-page", "rows-page"])
def test_shipped_file_is_what_the_classes_give(position: int, tool: ModuleType) -> None:
    target, make = tool.FILES[position]
    assert make() == target.read_text(encoding="utf-8"), "run `python tools/make_schema.py`"


def test_every_property_says_what_it_is() -> None:
    for name, kind in pr.json_schema()["$defs"].items():
        for field, schema in kind["properties"].items():
            assert schema["description"].endswith("."), f"{name}.{field}"


def test_every_document_fits(samples: dict[str, Any]) -> None:
    jsonschema = pytest.importorskip("jsonschema", reason="no validator is installed")
    schema = pr.json_schema()
    jsonschema.Draft202012Validator.check_schema(schema)
    validator = jsonschema.Draft202012Validator(schema)
    for value in samples.values():
        validator.validate(pr.to_dict(value))


@pytest.mark.parametrize("damage", ["spam", "text"])
def test_damaged_document_does_not_fit(damage: str, samples: dict[str, Any]) -> None:
    jsonschema = pytest.importorskip("jsonschema", reason="no validator is installed")
    document = {**pr.to_dict(samples["Version"]), damage: 3}
    assert not jsonschema.Draft202012Validator(pr.json_schema()).is_valid(document)
