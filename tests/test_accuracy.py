"""No figure and no score changes unseen: the pages tell what the library does today."""

from __future__ import annotations

import importlib.util
import sys
from pathlib import Path
from types import ModuleType

import pytest

ROOT = Path(__file__).parents[1]
CHANGELOG = (ROOT / "CHANGELOG.md").read_text("utf-8")
PAGE = (ROOT / "docs" / "accuracy.md").read_text("utf-8")
ADVICE = "meant? then run `python tools/accuracy_table.py --write`, read its diff, and commit it"


@pytest.fixture(scope="module")
def tool() -> ModuleType:
    location = ROOT / "tools" / "accuracy_table.py"
    sys.path.insert(0, str(location.parent))
    try:
        spec = importlib.util.spec_from_file_location("accuracy_table", location)
        assert spec is not None
        assert spec.loader is not None
        module = importlib.util.module_from_spec(spec)
        spec.loader.exec_module(module)
    finally:
        sys.path.remove(str(location.parent))
    return module


def test_page_tells_the_figures_of_the_invented_pairs(tool: ModuleType) -> None:
    told = tool.marked(PAGE, "invented")
    assert told == tool.make_table(list(tool.read_invented_pairs())), ADVICE


def test_changelog_tells_every_figure_beside_the_last_release(tool: ModuleType) -> None:
    assert tool.marked(CHANGELOG, "accuracy") == tool.make_diff(PAGE, CHANGELOG), ADVICE


def test_last_release_is_the_one_before_the_newest(tool: ModuleType) -> None:
    page = "<!-- annotated -->\n| | figure |\n|---|---|\n| acts | 0.91 | 3 of 4 |\n<!-- end -->"
    table = "<!-- accuracy -->\n{}\n<!-- end -->\n"
    old = "| pairs | figure | before | now |\n|---|---|---|---|\n| annotated | acts | – | 0.89 |"
    changelog = f"# Changelog\n\n## [0.2.0]\n{table.format('')}\n## [0.1.0]\n{table.format(old)}"
    assert tool.make_diff(page, changelog).splitlines()[2:] == [
        "| annotated | acts | 0.89 | 0.91 |"
    ]
    written = tool.put(changelog, "accuracy", tool.make_diff(page, changelog))
    assert tool.make_diff(page, written) == tool.make_diff(page, changelog)
