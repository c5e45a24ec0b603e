"""The reference has every public name."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import paired_readouts as pr

PAGES = Path(__file__).parents[1] / "docs" / "reference" / "api"
DIRECTIVE = re.compile(r"^\.\. auto(\w+):: paired_readouts\.([\w.]+)$", re.MULTILINE)
LISTED = [
    found for page in sorted(PAGES.glob("*.md")) for found in DIRECTIVE.findall(page.read_text())
]
NAMES = {name.rpartition(".")[2] for kind, name in LISTED if kind != "module"}
MODULES = {f"paired_readouts.{name}" for kind, name in LISTED if kind == "module"}


@pytest.mark.parametrize("name", [name for name in pr.__all__ if name != "__version__"])
def test_name_is_in_the_reference(name: str) -> None:
    assert name in NAMES or getattr(pr, name).__module__ in MODULES


@pytest.mark.parametrize("name", sorted(NAMES))
def test_reference_names_what_is_there(name: str) -> None:
    assert name in pr.__all__ or name in {"Column", "Entry", "RowKind"}
