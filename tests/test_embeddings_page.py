"""The scripts of the how-to on embeddings run as they stand, where what they need is installed."""

from __future__ import annotations

import re
import sys
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

PAGE = Path(__file__).parents[1] / "docs" / "how-to" / "embeddings.md"
SCRIPTS = re.findall(r"^```py\n(.*?)^```$", PAGE.read_text("utf-8"), re.MULTILINE | re.DOTALL)


class LettersModel:
    """Stands in for a model whose weights would be downloaded: a text's letters as a vector."""

    def __init__(self, name: str) -> None:
        assert name

    def encode(self, texts: list[str], *, normalize_embeddings: bool) -> Any:
        numpy = pytest.importorskip("numpy")
        assert normalize_embeddings
        rows = numpy.array([[t.lower().count(c) for c in "abcdefghijklmnoprstuvwy"] for t in texts])
        return rows / numpy.linalg.norm(rows, axis=1, keepdims=True)


@pytest.fixture(autouse=True)
def at_the_root(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(Path(__file__).parents[1])


def run_script(package: str) -> dict[str, Any]:
    (script,) = (script for script in SCRIPTS if f"from {package}" in script)
    names: dict[str, Any] = {}
    exec(compile(script, str(PAGE), "exec"), names)  # noqa: S102 - the page's own script
    return names


def test_script_with_a_model(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    pytest.importorskip("numpy")
    package = ModuleType("sentence_transformers")
    vars(package)["SentenceTransformer"] = LettersModel
    monkeypatch.setitem(sys.modules, "sentence_transformers", package)
    run_script("sentence_transformers")
    assert capsys.readouterr().out.strip().endswith("+by_meaning")


def test_script_with_vectors_gives_the_same_each_time(capsys: pytest.CaptureFixture[str]) -> None:
    pytest.importorskip("sklearn")
    first, second = (run_script("sklearn.decomposition")["comparison"] for _ in range(2))
    assert first == second
    assert first.alignment.links
    assert capsys.readouterr().out.split()[0].endswith("+by_vectors")
