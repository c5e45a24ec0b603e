"""The reference has every public name, and the citation the version."""

from __future__ import annotations

import argparse
import re
from collections.abc import Callable, Iterator
from enum import StrEnum
from pathlib import Path
from typing import Any

import attrs
import pytest

import paired_readouts as pr
from paired_readouts import errors
from paired_readouts._release import VERSION
from paired_readouts.alignment._features import FEATURES
from paired_readouts.alignment._scoring import RIVALRY
from paired_readouts.cli import app

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


LINK = re.compile(r"\]\((?!https?:|mailto:)([^)\s#]*)(?:#[^)\s]*)?\)")
TEXTS = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md"), *ROOT.glob("examples/**/*.md")])


@pytest.mark.parametrize("page", TEXTS, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_links_inside_lead_somewhere(page: Path) -> None:
    text = re.sub(r"```.*?```|`[^`\n]*`", "", page.read_text("utf-8"), flags=re.DOTALL)
    targets = [target for target in LINK.findall(text) if target]
    assert [t for t in targets if not (page.parent / t).exists()] == []


def test_every_error_is_on_the_page_of_errors() -> None:
    page = (ROOT / "docs" / "reference" / "error-messages.md").read_text("utf-8")
    rows = re.findall(r"^\| `([\w-]+)` \| `(\w+)` \| `(\w+)` \|", page, re.MULTILINE)
    told = {name: (code, base) for code, name, base in rows}
    raised = {name: getattr(errors, name) for name in errors.__all__}
    assert {name: code for name, (code, _) in told.items()} == {
        name: kind.code for name, kind in raised.items()
    }
    for name, (_, base) in told.items():
        assert base in {parent.__name__ for parent in raised[name].__mro__[1:]}


def options_of(parser: argparse.ArgumentParser) -> Iterator[tuple[str, str]]:
    """Each command with each of its long options."""
    for action in parser._actions:
        if isinstance(action, argparse._SubParsersAction):
            for name, command in action.choices.items():
                for inner in command._actions:
                    yield from ((name, o) for o in inner.option_strings if o.startswith("--"))


@pytest.mark.parametrize(("command", "option"), sorted(options_of(app._make_parser())))
def test_option_is_on_the_page_of_the_command_line(command: str, option: str) -> None:
    page = (ROOT / "docs" / "reference" / "command-line.md").read_text("utf-8")
    _, found, section = page.partition(f"\n## {command}\n")
    assert found
    shared = {"--help", "--output", "--lexicon"}
    assert option in shared or f"`{option}" in section.partition("\n## ")[0]


def test_every_name_of_the_face_is_in_the_changelog_or_a_value() -> None:
    told = (ROOT / "CHANGELOG.md").read_text("utf-8")
    functions = [name for name in pr.__all__ if name.islower() and not name.startswith("_")]
    small = {"fold_name", "default_lexicon"}
    assert [n for n in functions if n not in small and f"`{n}`" not in told] == []


LISTED = {
    "acts": (pr.Act, "concepts/statements"),
    "differences": (pr.Difference, "concepts/alignment"),
    "findings": (pr.FindingCode, "concepts/divergence"),
    "severities": (pr.Severity, "concepts/divergence"),
    "mentions": (pr.MentionKind, "reference/mentions"),
    "claims": (pr.ClaimKind, "reference/mentions"),
}


@pytest.mark.parametrize(("words", "name"), LISTED.values(), ids=LISTED.keys())
def test_page_lists_every_word_of_the_enumeration(words: type[StrEnum], name: str) -> None:
    page = (ROOT / "docs" / f"{name}.md").read_text("utf-8")
    assert [word.value for word in words if f"`{word.value}`" not in page] == []


def test_page_lists_every_measure() -> None:
    page = (
        (ROOT / "docs" / "concepts" / "divergence.md")
        .read_text("utf-8")
        .replace("`…_", "`item_coverage_")
    )
    names = [field.name for field in attrs.fields(pr.Measures)]
    assert [name for name in names if f"`{name}`" not in page] == []


def test_page_lists_every_warning() -> None:
    page = (ROOT / "docs" / "reference" / "formats.md").read_text("utf-8")
    told = re.compile(r"""(?:\btell\(|VersionWarning\(\s*code=)\s*"([a-z-]+)\"""")
    sources = (ROOT / "src").rglob("*.py")
    codes = {code for path in sources for code in told.findall(path.read_text("utf-8"))}
    assert len(codes) > 15
    assert [code for code in sorted(codes) if f"`{code}`" not in page] == []


def test_page_lists_every_feature_of_an_explanation() -> None:
    page = (ROOT / "docs" / "concepts" / "alignment.md").read_text("utf-8")
    _, _, section = page.partition("\n## The features\n")
    rows = re.findall(r"^\| ([a-z ,]+) \|", section.partition("\n## ")[0], re.MULTILINE)
    listed = {name.strip() for row in rows for name in row.split(",")} - {"feature"}
    assert listed == {*FEATURES, *RIVALRY, "same words", "floor", "similarity"}


def test_page_lists_every_way_to_find_a_speaker() -> None:
    page = (ROOT / "docs" / "concepts" / "statements.md").read_text("utf-8")
    _, _, section = page.partition("| how the subject was resolved |")
    rows = re.findall(r"^\| (`.+) \| ([\d.]+) \|$", section, re.MULTILINE)
    told = {
        (name, float(value)) for names, value in rows for name in re.findall("`([^`]+)`", names)
    }
    made = re.compile(r"""\bResolution\([^"]*?"([a-z' ]+)", ([\d.]+)\)""")
    found = {
        (name, float(value))
        for path in (ROOT / "src" / "paired_readouts" / "extraction").glob("*.py")
        for name, value in made.findall(path.read_text("utf-8"))
    }
    assert len(found) > 12
    # The signer of a text that says "we" may not speak alone.
    assert found - told <= {("first person", 0.8)}


def test_pictures_are_those_that_the_code_gives(run_python: Callable[..., Any]) -> None:
    run = run_python("tools/draw_pictures.py", "--check")
    assert run.returncode == 0, run.stdout.decode()
