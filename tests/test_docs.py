"""The reference has every public name, and the citation the version."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import paired_readouts as pr
from paired_readouts._release import VERSION

ROOT = Path(__file__).parents[1]
PAGES = sorted((ROOT / "docs" / "reference" / "api").glob("*.md"))
DIRECTIVE = re.compile(r"^\.\. automodule:: ([\w.]+)$", re.MULTILINE)
DOCUMENTED = {name for page in PAGES for name in DIRECTIVE.findall(page.read_text("utf-8"))}
PARTS = sorted(
    path.stem
    for path in (ROOT / "src" / "paired_readouts").iterdir()
    if not path.name.startswith("_") and (path.suffix == ".py" or (path / "__init__.py").is_file())
)


@pytest.mark.parametrize("name", [name for name in pr.__all__ if name != "__version__"])
def test_name_is_in_the_reference(name: str) -> None:
    home = getattr(getattr(pr, name), "__module__", "")
    assert home in DOCUMENTED or f"paired_readouts.{pr._HOME[name]}" in DOCUMENTED


@pytest.mark.parametrize("part", [part for part in PARTS if part not in {"cli", "lexicons"}])
def test_part_is_in_the_reference(part: str) -> None:
    assert any(f"{name}.".startswith(f"paired_readouts.{part}.") for name in DOCUMENTED)


def test_citation_names_this_version() -> None:
    citation = (ROOT / "CITATION.cff").read_text(encoding="utf-8")
    assert f"\nversion: {VERSION}\n" in citation
