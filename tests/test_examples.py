"""What the examples and the README show is what the library does, byte for byte."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

import pytest

README = (Path(__file__).parents[1] / "README.md").read_text(encoding="utf-8")


def fenced(language: str) -> str:
    """The first block of `language` in the README."""
    block = re.search(rf"^```{language}\n(.*?)^```", README, re.DOTALL | re.MULTILINE)
    assert block is not None
    return block[1]


def command_of_the_readme() -> list[str]:
    line = next(line for line in fenced("sh").splitlines() if "compare" in line)
    return shlex.split(line.partition("&& paired-readouts ")[2])


COMPARE = {
    "readme": command_of_the_readme(),
    "two-releases": [
        *("compare", "examples/releases/norland.txt", "examples/releases/corvia.txt"),
        *("--lexicon", "examples/countries.toml"),
    ],
    "three-accounts": ["compare", "examples/three-accounts.txt"],
}


@pytest.mark.parametrize("arguments", COMPARE.values(), ids=COMPARE.keys())
@pytest.mark.parametrize("kind", ["text", "markdown", "html", "json"])
def test_same_bytes_in_every_process(arguments, kind, run_python) -> None:
    runs = [
        run_python("-m", "paired_readouts", *arguments, "--format", kind, hash_seed=seed)
        for seed in ("0", "1")
    ]
    assert [run.returncode for run in runs] == [0, 0], runs[0].stderr.decode()
    assert len({run.stdout for run in runs}) == 1
    assert runs[0].stdout


def test_readme_shows_what_its_first_command_prints(run_python) -> None:
    run = run_python("-m", "paired_readouts", *command_of_the_readme())
    assert run.returncode == 0, run.stderr.decode()
    shown = fenced("text").removesuffix("\n…\n")
    assert "IN SHORT" in shown
    assert run.stdout.decode().startswith(shown), "run `python tools/quote_output.py`"


def test_readme_commands_are_two_lines_to_copy() -> None:
    assert len(fenced("sh").splitlines()) == 2
