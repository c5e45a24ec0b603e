"""What the library may never say of a matter that one text does not have."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]

#: A text proves what it has; that its writer dropped something is not in it. In quotation marks
#: the words may stand where they are spoken about.
FORBIDDEN = re.compile(
    r"(?<![\"'“‘`])\b(?:omit(?:s|ted|ting)?|omissions?|(?:left|leaves?|leaving) out)\b",
    re.IGNORECASE,
)

SOURCES = sorted((ROOT / "src").rglob("*.py"))
TEXTS = sorted(
    path
    for pattern in ("*.md", "docs/**/*.md", "examples/*", "src/**/*.toml", "src/**/*.css")
    for path in ROOT.glob(pattern)
    if path.is_file() and "_build" not in path.parts
)


def relative(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


@pytest.mark.parametrize(
    ("text", "allowed"),
    [
        pytest.param("The US text does not mention it.", True, id="does-not-mention"),
        pytest.param('never says "omitted" or "left out"', True, id="quoted"),
        pytest.param("Vestria omitted the detainees.", False, id="omitted"),
        pytest.param("the detainees were Left out", False, id="left-out"),
        pytest.param("an omission", False, id="omission"),
    ],
)
def test_the_rule_itself(text: str, allowed: bool) -> None:  # noqa: FBT001 - a table's column
    assert (FORBIDDEN.search(text) is None) is allowed


@pytest.mark.parametrize("path", SOURCES, ids=relative)
def test_no_string_of_the_source_says_it(path: Path) -> None:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    strings = [n.value for n in ast.walk(tree) if isinstance(n, ast.Constant)]
    assert not [s for s in strings if isinstance(s, str) and FORBIDDEN.search(s)]


@pytest.mark.parametrize("path", TEXTS, ids=relative)
def test_no_text_that_ships_says_it(path: Path) -> None:
    assert not FORBIDDEN.findall(path.read_text(encoding="utf-8"))
