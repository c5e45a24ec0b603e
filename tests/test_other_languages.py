"""The scripts of the how-to on reading the JSON run as they stand, where their language does."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from pathlib import Path

import pytest

import paired_readouts as pr

PAGE = Path(__file__).parents[1] / "docs" / "how-to" / "read-the-json.md"

#: What the page calls the language, the file that it is saved as, and the command.
LANGUAGES = {
    "javascript": ("js", "read.mjs", ("node",)),
    "r": ("r", "read.R", ("Rscript", "--vanilla")),
}

#: Beyond the basic plane, so that code points, UTF-16 and bytes count differently.
DOVE = "🕊 "
LEFT = f"{DOVE}Minister Elsa Tornquist urged the release of the eleven sailors."
RIGHT = f"{DOVE}{DOVE}Minister Elsa Tornquist asked for the release of the eleven sailors."


def has_language(command: tuple[str, ...]) -> bool:
    """Whether it is installed, R with the package that the page uses."""
    if shutil.which(command[0]) is None:
        return False
    return (
        command[0] != "Rscript"
        or subprocess.run(  # noqa: S603 - asks R for its packages
            [*command, "-e", "library(jsonlite)"], capture_output=True, check=False
        ).returncode
        == 0
    )


@pytest.mark.parametrize(("mark", "file", "command"), LANGUAGES.values(), ids=LANGUAGES.keys())
def test_script_of_the_page_reads_a_document(
    mark: str, file: str, command: tuple[str, ...], tmp_path: Path
) -> None:
    if not has_language(command):
        pytest.skip(f"{command[0]} is not installed")
    comparison = pr.compare_versions(
        pr.Version(text=LEFT, party="NRL"), pr.Version(text=RIGHT, party="VST")
    )
    (link,) = comparison.alignment.links
    (tmp_path / "comparison.json").write_text(pr.to_json(comparison), encoding="utf-8")
    blocks = re.compile(rf"^```{mark}\n(.*?)^```$", re.MULTILINE | re.DOTALL)
    (script,) = blocks.findall(PAGE.read_text("utf-8"))
    (tmp_path / file).write_text(script, encoding="utf-8")
    run = subprocess.run(  # noqa: S603 - the page's own script
        [*command, file],
        cwd=tmp_path,
        capture_output=True,
        encoding="utf-8",
        check=False,
        env={**os.environ, "LC_ALL": "C.UTF-8"},
    )
    words = [
        version.statements[index].text
        for version, (index,) in ((comparison.left, link.left), (comparison.right, link.right))
    ]
    assert run.stdout.strip() == f"{link.relation} | {words[0]} | {words[1]}", run.stderr
