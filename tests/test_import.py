"""What `import paired_readouts` brings along: nothing slow, nothing that an extra brings."""

from __future__ import annotations

import json
import re
import sys
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]

#: Slow, or needed by one step only.
WAIT_UNTIL_USED = (
    "argparse",
    "asyncio",
    "concurrent.futures",
    "csv",
    "dateutil",
    "difflib",
    "email",
    "html.entities",
    "html.parser",
    "http",
    "importlib.metadata",
    "multiprocessing",
    "numpy",
    "pandas",
    "scipy",
    "socket",
    "sqlite3",
    "ssl",
    "unittest",
    "urllib.request",
    "xml.etree",
    "zoneinfo",
)


@pytest.fixture(scope="module")
def brought_along(run_python) -> frozenset[str]:
    program = (
        "import sys, json, attrs; before = set(sys.modules); "
        "import paired_readouts; print(json.dumps(sorted(set(sys.modules) - before)))"
    )
    result = run_python("-c", program)
    assert result.returncode == 0, result.stderr.decode()
    return frozenset(json.loads(result.stdout))


@pytest.mark.parametrize("module", WAIT_UNTIL_USED)
def test_import_leaves_it_for_later(module: str, brought_along: frozenset[str]) -> None:
    assert module not in brought_along


def test_a_comparison_of_two_parties_leaves_it_for_later(run_python) -> None:
    program = (
        "import sys, paired_readouts as pr; "
        "left = pr.Version(text='The President spoke with Mara Velin today.', party='NRL'); "
        "pr.compare_versions(left, pr.Version(text='President Velin took a call.', party='VST')); "
        "print(*sys.modules)"
    )
    loaded = set(run_python("-c", program).stdout.decode().split())
    assert "paired_readouts.divergence" in loaded
    assert not loaded & {*WAIT_UNTIL_USED, "hashlib", "pathlib"}


def test_import_brings_only_the_library_and_the_standard_one(
    brought_along: frozenset[str],
) -> None:
    roots = {name.split(".")[0] for name in brought_along}
    assert roots - {"paired_readouts"} <= sys.stdlib_module_names


def test_import_leaves_the_lexicon_for_later(run_python) -> None:
    program = (
        "import paired_readouts.lexicon as lexicon; "
        "print(lexicon._read_compiled.cache_info().currsize)"
    )
    assert run_python("-c", program).stdout.split() == [b"0"]


def test_every_extra_that_a_message_names_is_declared() -> None:
    declared = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    texts = [*(ROOT / "src").rglob("*.py"), *ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")]
    named = {
        extra
        for path in texts
        for extra in re.findall(r"paired-readouts\[(\w+)\]", path.read_text(encoding="utf-8"))
    }
    assert named <= set(declared["project"]["optional-dependencies"])
