"""A run of `discover` in several processes, stopped anywhere, taken up again: the same bytes."""

from __future__ import annotations

import io
import json
import random
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import pytest

import paired_readouts as pr
from paired_readouts.cli import main
from paired_readouts.model import Conversation, Version

TABLE = """
[VST]
words = ["Vestria"]
adjectives = ["Vestrian"]
people = []
capitals = []

[NRL]
words = ["Norland"]
adjectives = ["Norlandic"]
people = []
capitals = []
"""
MATTERS = ["ferry", "timber", "flooding", "ceasefire", "fishing crews", "grain", "border"]


def rows(day: int) -> list[dict[str, Any]]:
    """Both accounts of one call."""
    matter = MATTERS[day % len(MATTERS)]
    published = f"2031-{1 + day // 28:02}-{1 + day % 28:02}"
    texts = {
        "VST": f"President Mara Velin spoke by phone with Prime Minister of Norland Elsa Aro. "
        f"She raised the {matter} ({day}).",
        "NRL": f"Prime Minister Elsa Aro had a telephone call with President Mara Velin of "
        f"Vestria. The {matter} was discussed.",
    }
    return [{"text": t, "party": p, "published": published} for p, t in texts.items()]


@pytest.fixture
def archive(folder: Path) -> list[Version]:
    """Sixty releases in archive.jsonl, with a line that is none, and two in files."""
    (folder / "countries.toml").write_text(TABLE, encoding="utf-8")
    lines = [json.dumps(row) for day in range(0, 60, 2) for row in rows(day)]
    lines.insert(7, '{"party": "NRL"}')
    (folder / "archive.jsonl").write_text("\n".join(lines) + "\n", encoding="utf-8")
    return [
        pr.from_dict({"schema_version": 1, "type": "Version", **row}, expect=Version)
        for day in range(0, 60, 2)
        for row in rows(day)
    ]


DISCOVER = ["discover", "archive.jsonl", "norland.txt", "--lexicon", "countries.toml"]


def interrupt(monkeypatch: pytest.MonkeyPatch) -> bytes:
    """What a run leaves behind that was stopped when all was read."""

    def stop(*_: Any, **__: Any) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr("paired_readouts.discovery._stored.find_stored", stop)
        assert main([*DISCOVER, "-o", "out.jsonl"]) == 1
    return Path("out.jsonl.part").read_bytes()


def run(*more: str) -> bytes:
    assert main([*DISCOVER, *more, "-o", "out.jsonl"]) == 1  # one line is no release
    assert not Path("out.jsonl.part").exists()
    return Path("out.jsonl").read_bytes()


def test_result_is_that_of_the_library(archive: list[Version]) -> None:
    lexicon = pr.default_lexicon() | pr.load_lexicon(Path("countries.toml"))
    source = pr.Source.from_path(Path("norland.txt"))
    parsers = pr.default_parsers(settings=pr.ParserSettings(lexicon=lexicon))
    versions = [*archive, *pr.parse_versions(source, parsers=parsers)]
    lines = run().decode().splitlines()
    found = pr.find_conversations(versions, lexicon=lexicon)
    assert [pr.from_json(line, expect=Conversation) for line in lines] == list(found)
    assert sum(len(c.versions) == 2 for c in found) == 30


@pytest.mark.usefixtures("archive")
def test_processes_give_the_same_bytes() -> None:
    assert run() == run("--jobs", "2")


@pytest.mark.usefixtures("archive")
def test_run_that_was_cut_anywhere_goes_on(monkeypatch: pytest.MonkeyPatch) -> None:
    whole = run()
    part = interrupt(monkeypatch)
    ends = [place + 1 for place, byte in enumerate(part) if byte == ord("\n")]
    assert len(ends) == 62
    for cut in (0, 1, ends[0] - 1, ends[0], ends[6] + 9, ends[7], ends[40] - 1, ends[-1]):
        Path("out.jsonl.part").write_bytes(part[:cut])
        assert run() == whole, f"cut at {cut}"


@pytest.mark.usefixtures("archive")
def test_what_was_read_is_not_read_again(monkeypatch: pytest.MonkeyPatch) -> None:
    assert len(interrupt(monkeypatch).splitlines()) == 62
    monkeypatch.setattr("paired_readouts.discovery._stored.read_stored", pytest.fail)
    assert len(run().splitlines()) > 20


def change_text() -> None:
    file = Path("archive.jsonl")
    file.write_text(file.read_text("utf-8").replace("telephone call", "call"), encoding="utf-8")


def change_words() -> None:
    file = Path("countries.toml")
    file.write_text(file.read_text("utf-8").replace("Vestrian", "Vestric"), encoding="utf-8")


def drop_line() -> None:
    file = Path("archive.jsonl")
    file.write_text("".join(file.read_text("utf-8").splitlines(keepends=True)[1:]), "utf-8")


def write_text() -> None:
    Path("out.jsonl.part").write_text("text\n", encoding="utf-8")


@pytest.mark.usefixtures("archive")
@pytest.mark.parametrize("change", [change_text, change_words, drop_line, write_text])
def test_what_another_run_left_is_refused(
    change: Any, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    interrupt(monkeypatch)
    change()
    capsys.readouterr()
    assert main([*DISCOVER, "-o", "out.jsonl"]) == 1
    assert capsys.readouterr().err == (
        "out.jsonl.part: is what another run left behind (remove it to begin anew)\n"
    )


@pytest.mark.usefixtures("archive")
@pytest.mark.parametrize("jobs", ["1", "2"])
def test_run_that_was_killed_again_and_again_goes_on(jobs: str) -> None:
    lines = [json.dumps(row) for day in range(300) for row in rows(day)]
    Path("many.jsonl").write_text("\n".join(lines), encoding="utf-8")
    given = ["discover", "many.jsonl", "--lexicon", "countries.toml", "--jobs", jobs, "-o"]
    part = Path("out.jsonl.part")
    rng = random.Random(jobs)  # noqa: S311 - nothing secret
    for _ in range(5):
        before = part.stat().st_size if part.exists() else 0
        process = subprocess.Popen(  # noqa: S603 - our own program
            [sys.executable, "-m", "paired_readouts", *given, "out.jsonl"], stderr=subprocess.PIPE
        )
        while process.poll() is None and (part.stat().st_size if part.exists() else 0) <= before:
            time.sleep(0.01)
        time.sleep(rng.random() / 20)
        process.kill()
        # The end of its standard error comes when its workers, who share it, are gone too.
        process.communicate(timeout=60)
    assert main([*given, "out.jsonl"]) == 0
    assert main([*given, "whole.jsonl"]) == 0
    assert Path("out.jsonl").read_bytes() == Path("whole.jsonl").read_bytes()
    assert len(Path("out.jsonl").read_bytes().splitlines()) == 300


def test_standard_input_is_lines(
    archive: list[Version],
    monkeypatch: pytest.MonkeyPatch,
    capsysbinary: pytest.CaptureFixture[bytes],
) -> None:
    main(["discover", "archive.jsonl", "--lexicon", "countries.toml"])
    whole = capsysbinary.readouterr().out
    content = io.BytesIO(Path("archive.jsonl").read_bytes())
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(content))
    main(["discover", "-", "--lexicon", "countries.toml"])
    out, err = capsysbinary.readouterr()
    assert out == whole
    assert err.startswith(b"standard input, line 8: text: is missing")
    assert len(out.splitlines()) == len(archive) // 2


@pytest.mark.usefixtures("archive")
def test_known_conversations_that_cannot_be_read_end_the_run(
    capsys: pytest.CaptureFixture[str],
) -> None:
    Path("known.jsonl").write_text('{"schema_version": 1}\n', encoding="utf-8")
    assert main([*DISCOVER, "--known", "known.jsonl"]) == 1
    out, err = capsys.readouterr()
    assert out == ""
    assert err.startswith("known.jsonl, line 1: type: unknown type None")


@pytest.mark.usefixtures("archive")
def test_output_may_be_a_device() -> None:
    assert main([*DISCOVER, "-o", "/dev/null"]) == 1
    assert not Path("/dev/null.part").exists()


@pytest.mark.usefixtures("archive")
def test_progress_in_a_terminal_is_a_bar(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    pytest.importorskip("rich", reason="the extra cli is not installed")
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True)
    assert main(DISCOVER) == 1
    err = capsys.readouterr().err
    assert "read" in err
    assert "62/62" in err
