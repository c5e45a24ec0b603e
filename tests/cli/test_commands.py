"""What the commands print and write."""

from __future__ import annotations

import io
import json
import os
import stat
import sys
from pathlib import Path
from typing import Any

import pytest

import paired_readouts as pr
from paired_readouts.cli import main
from paired_readouts.model import Comparison, ConversationComparison, Version

PAIR = ["norland.txt", "corvia.txt", "--party", "NRL", "--party", "CRV"]
#: How the output of each format begins.
BEGINS = {
    "text": "",
    "markdown": "#",
    "json": '{\n "schema_version": 1,\n "type": "Comparison"',
    "html": "<!",
    "tei": "<",
    "csv": "",
    "annotations": "{",
}


@pytest.mark.parametrize("kind", BEGINS)
@pytest.mark.usefixtures("folder")
def test_compare_writes_each_format(kind: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["compare", *PAIR, "--format", kind]) == 0
    out, err = capsys.readouterr()
    assert out.lower().startswith(BEGINS[kind].lower())
    assert out.endswith("\n")
    assert "helicopter" in out
    assert err == ""


@pytest.mark.usefixtures("folder")
def test_terminal_gets_a_report_of_its_width(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def without_rich(*_: object, **__: object) -> None:
        raise pr.MissingExtraError("print_report", "needs rich")

    monkeypatch.setattr("paired_readouts.print_report", without_rich)
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True)
    monkeypatch.setenv("COLUMNS", "60")
    assert main(["compare", *PAIR]) == 0
    assert 50 < max(map(len, capsys.readouterr().out.splitlines())) <= 60
    shown: list[pr.Report] = []
    monkeypatch.setattr("paired_readouts.print_report", shown.append)
    assert main(["compare", *PAIR]) == 0
    assert capsys.readouterr().out == ""
    assert [account.party for account in shown[0].accounts] == ["NRL", "CRV"]


@pytest.mark.usefixtures("folder")
def test_json_is_the_comparison_itself(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["compare", *PAIR, "--format", "json"]) == 0
    comparison = pr.from_json(capsys.readouterr().out, expect=Comparison)
    assert (comparison.left.party, comparison.right.party) == ("NRL", "CRV")
    assert comparison == pr.compare_versions(comparison.left, comparison.right)


def test_output_goes_to_the_file_alone(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["compare", *PAIR, "-o", "report.txt"]) == 0
    assert capsys.readouterr().out == ""
    assert main(["compare", *PAIR]) == 0
    assert (folder / "report.txt").read_text(encoding="utf-8") == capsys.readouterr().out


def test_output_replaces_a_file_and_keeps_its_mode(folder: Path) -> None:
    report = folder / "report.txt"
    report.write_text("before", encoding="utf-8")
    report.chmod(0o640)
    assert main(["parse", "norland.txt", "-o", "report.txt"]) == 0
    assert stat.S_IMODE(report.stat().st_mode) == 0o640
    assert report.read_text(encoding="utf-8").startswith("norland.txt: ")


@pytest.mark.skipif(os.name == "nt", reason="needs a link")
def test_output_through_a_link_leaves_the_link(folder: Path) -> None:
    (folder / "report.txt").write_text("before", encoding="utf-8")
    (folder / "link.txt").symlink_to("report.txt")
    assert main(["parse", "norland.txt", "-o", "link.txt"]) == 0
    assert (folder / "link.txt").is_symlink()
    assert (folder / "report.txt").read_text(encoding="utf-8") != "before"


def test_same_bytes_whatever_the_seed_of_hashes(run_python: Any, folder: Path) -> None:
    outputs = {
        run_python(
            "-m", "paired_readouts", "compare", *PAIR, "--format", kind, cwd=folder, hash_seed=seed
        ).stdout
        for kind in ("json",)
        for seed in ("0", "1", "4242")
    }
    assert len(outputs) == 1
    assert outputs != {b""}


def test_standard_input_is_a_file(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    content = (folder / "norland.txt").read_bytes()
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(content)))
    assert main(["compare", "-", "corvia.txt", "--party", "NRL", "--party", "CRV"]) == 0
    assert "Tarn" in capsys.readouterr().out


def test_three_accounts_in_one_file(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    parts = [
        f"=== {party} ===\n{(folder / name).read_text(encoding='utf-8')}\n"
        for party, name in (("NRL", "norland.txt"), ("CRV", "corvia.txt"))
    ]
    parts.append("=== VST ===\nMinister Brask of Vestria said that the flooding is a concern.\n")
    (folder / "three.txt").write_text("".join(parts), encoding="utf-8")
    assert main(["compare", "three.txt", "--format", "json"]) == 0
    told = pr.from_json(capsys.readouterr().out, expect=ConversationComparison)
    assert [v.party for v in told.conversation.versions] == ["NRL", "CRV", "VST"]
    assert len(told.comparisons) == 3
    assert main(["compare", "three.txt"]) == 0
    assert "VST" in capsys.readouterr().out


class TestParty:
    def test_goes_to_those_without_one(
        self, folder: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        text = (folder / "norland.txt").read_text(encoding="utf-8")
        (folder / "told.txt").write_text(f"=== NRL ===\n{text}", encoding="utf-8")
        assert (
            main(["compare", "told.txt", "corvia.txt", "--party", "CRV", "--format", "json"]) == 0
        )
        comparison = pr.from_json(capsys.readouterr().out, expect=Comparison)
        assert (comparison.left.party, comparison.right.party) == ("NRL", "CRV")

    def test_that_contradicts_the_file_is_refused(
        self, folder: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        text = (folder / "norland.txt").read_text(encoding="utf-8")
        (folder / "told.txt").write_text(f"=== NRL ===\n{text}", encoding="utf-8")
        given = ["compare", "told.txt", "corvia.txt", "--party", "CRV", "--party", "NRL"]
        assert main(given) == 1
        assert capsys.readouterr().err.startswith(
            "told.txt: is an account of NRL, --party says CRV ("
        )


def test_open_shows_html(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    shown: list[str] = []
    monkeypatch.setattr("webbrowser.open", shown.append)
    monkeypatch.setattr("tempfile.tempdir", str(folder))
    assert main(["compare", *PAIR, "--open"]) == 0
    assert main(["compare", *PAIR, "--open", "-o", "report.html"]) == 0
    assert shown[0].startswith("file://")
    assert shown[0].endswith("/report.html")
    assert shown[1] == (folder / "report.html").resolve().as_uri()
    assert (folder / "report.html").read_text(encoding="utf-8").startswith("<!")
    assert capsys.readouterr().out == ""


@pytest.mark.usefixtures("folder")
def test_parse_shows_what_was_read(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["parse", "norland.txt"]) == 0
    out = capsys.readouterr().out
    assert out.startswith("norland.txt: party unknown, ")
    assert "title: PM call with President Idris Vane of Corvia" in out
    assert "published: 2031-02-14" in out
    assert "offered two rescue helicopters" in out


def test_words_of_ones_own_are_known(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "countries.toml").write_text(
        '[CRV]\nwords = ["Corvia"]\nadjectives = ["Corvian"]\n', encoding="utf-8"
    )
    assert main(["parse", "corvia.txt", "--lexicon", "countries.toml"]) == 0
    assert "(CRV)" in capsys.readouterr().out
    assert main(["parse", "corvia.txt"]) == 0
    assert "(CRV)" not in capsys.readouterr().out


@pytest.mark.usefixtures("folder")
def test_parse_gives_json_lines(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["parse", "norland.txt", "corvia.txt", "--format", "json"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert [json.loads(line)["type"] for line in lines] == ["Version", "Version"]
    assert all(pr.from_json(line, expect=Version).statements for line in lines)


def test_version_is_that_of_the_package(run_python: Any) -> None:
    result = run_python("-m", "paired_readouts", "--version")
    assert result.returncode == 0
    assert result.stdout.decode().split()[0] == "paired-readouts"
