"""The reference has every public name."""

from __future__ import annotations

import importlib
import re
from pathlib import Path

import pytest

import paired_readouts as pr
from paired_readouts._release import VERSION

PAGES = Path(__file__).parents[1] / "docs" / "reference" / "api"
DIRECTIVE = re.compile(r"^\.\. auto(\w+):: paired_readouts\.([\w.]+)$", re.MULTILINE)
LISTED = [
    found for page in sorted(PAGES.glob("*.md")) for found in DIRECTIVE.findall(page.read_text())
]
PLACES = [f"paired_readouts.{name}" for kind, name in LISTED if kind != "module"]
NAMES = {place.rpartition(".")[2] for place in PLACES}
MODULES = {f"paired_readouts.{name}" for kind, name in LISTED if kind == "module"}


@pytest.mark.parametrize("name", [name for name in pr.__all__ if name != "__version__"])
def test_name_is_in_the_reference(name: str) -> None:
    assert name in NAMES or getattr(pr, name).__module__ in MODULES


@pytest.mark.parametrize("place", PLACES)
def test_reference_names_what_is_public(place: str) -> None:
    module, _, name = place.rpartition(".")
    assert name in importlib.import_module(module).__all__


def test_citation_names_this_version() -> None:
    citation = (PAGES.parents[2] / "CITATION.cff").read_text(encoding="utf-8")
    assert f"\nversion: {VERSION}\n" in citation
