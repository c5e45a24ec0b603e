"""Many conversations: a line in, a line out; and a stopped run goes on where it stopped."""

from __future__ import annotations

import io
import json
import os
import random
import subprocess
import sys
import threading
import time
from pathlib import Path

import attrs
import pytest

import paired_readouts as pr
from paired_readouts.cli import main
from paired_readouts.model import Conversation, ConversationComparison, Version

WORDS = ["ferry", "timber", "flooding", "ceasefire", "fishing crews", "grain", "border"]


def conversation(number: int) -> Conversation:
    topic = WORDS[number % len(WORDS)]
    left = Version(
        text=f"President Velin spoke with Minister Aro. She raised the {topic} ({number}).",
        party="VST",
    )
    right = Version(
        text=f"Minister Aro had a telephone call with President Velin. The {topic} was discussed.",
        party="NRL",
    )
    return Conversation(versions=(right, left), id=f"c{number}")


@pytest.fixture
def archive(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> list[Conversation]:
    """Twelve conversations in archive.jsonl, and a line that is none."""
    monkeypatch.chdir(tmp_path)
    conversations = [conversation(number) for number in range(12)]
    lines = [pr.to_json(one) for one in conversations]
    lines.insert(5, '{"schema_version": 1, "type": "Version", "text": ""}')
    lines.insert(9, "")
    Path("archive.jsonl").write_text("\n".join(lines) + "\n", encoding="utf-8")
    return conversations


def test_each_line_gives_one_in_order(
    archive: list[Conversation], capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["compare-all", "archive.jsonl", "-o", "out.jsonl"]) == 1
    lines = Path("out.jsonl").read_text(encoding="utf-8").splitlines()
    refused = json.loads(lines.pop(5))
    assert refused == {
        "type": "Error",
        "conversation": "",
        "code": "invalid-exchange",
        "message": "type: expected Conversation, got Version",
    }
    assert [pr.from_json(line) for line in lines] == [pr.compare_conversation(c) for c in archive]
    assert not Path("out.jsonl.part").exists()
    assert capsys.readouterr().err == (
        "archive.jsonl: 1 of its lines could not be compared (look for type Error in the output)\n"
    )


@pytest.mark.usefixtures("archive")
def test_processes_give_the_same_bytes(capsysbinary: pytest.CaptureFixture[bytes]) -> None:
    assert main(["compare-all", "archive.jsonl"]) == 1
    alone = capsysbinary.readouterr().out
    assert main(["compare-all", "archive.jsonl", "--jobs", "2"]) == 1
    assert capsysbinary.readouterr().out == alone
    assert len(alone.splitlines()) == 13


@pytest.mark.usefixtures("archive")
def test_standard_input_is_a_file(
    monkeypatch: pytest.MonkeyPatch, capsysbinary: pytest.CaptureFixture[bytes]
) -> None:
    main(["compare-all", "archive.jsonl"])
    whole = capsysbinary.readouterr().out
    content = io.BytesIO(Path("archive.jsonl").read_bytes())
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(content))
    main(["compare-all", "-"])
    assert capsysbinary.readouterr().out == whole


@pytest.mark.usefixtures("archive")
def test_fault_in_one_line_is_told_in_its_place(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object, **__: object) -> None:
        raise KeyError("odd")

    monkeypatch.setattr("paired_readouts.compare_conversation", fail)
    assert main(["compare-all", "archive.jsonl", "-o", "out.jsonl"]) == 1
    first = json.loads(Path("out.jsonl").read_text(encoding="utf-8").splitlines()[0])
    assert (first["conversation"], first["code"]) == ("c0", "fault")


@pytest.mark.usefixtures("archive")
def test_run_that_was_cut_anywhere_goes_on() -> None:
    main(["compare-all", "archive.jsonl", "-o", "whole.jsonl"])
    whole = Path("whole.jsonl").read_bytes()
    ends = [place + 1 for place, byte in enumerate(whole) if byte == ord("\n")]
    cuts = {0, 1, ends[0] - 1, ends[0], ends[0] + 1, ends[5], ends[5] + 40, ends[-2], ends[-1]}
    for cut in sorted(cuts):
        Path("out.jsonl.part").write_bytes(whole[:cut])
        assert main(["compare-all", "archive.jsonl", "-o", "out.jsonl"]) == 1
        assert Path("out.jsonl").read_bytes() == whole, f"cut at {cut}"
        assert not Path("out.jsonl.part").exists()


@pytest.mark.usefixtures("archive")
def test_done_lines_are_not_done_again(monkeypatch: pytest.MonkeyPatch) -> None:
    main(["compare-all", "archive.jsonl", "-o", "whole.jsonl"])
    Path("whole.jsonl").rename("out.jsonl.part")
    monkeypatch.setattr("paired_readouts.compare_conversation", pytest.fail)
    assert main(["compare-all", "archive.jsonl", "-o", "out.jsonl"]) == 1


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_run_that_was_killed_again_and_again_goes_on(
    jobs: str, archive: list[Conversation]
) -> None:
    many = [attrs.evolve(one, id=f"{one.id}-{n}") for n in range(8) for one in archive]
    Path("many.jsonl").write_text("".join(pr.to_json(c) + "\n" for c in many), encoding="utf-8")
    command = [sys.executable, "-m", "paired_readouts", "compare-all", "many.jsonl", "-o"]
    part = Path("out.jsonl.part")
    rng = random.Random(jobs)  # noqa: S311 - nothing secret
    for _ in range(5):
        before = part.stat().st_size if part.exists() else 0
        run = subprocess.Popen([*command, "out.jsonl", "--jobs", jobs])  # noqa: S603 - our own
        while run.poll() is None and (part.stat().st_size if part.exists() else 0) <= before:
            time.sleep(0.01)
        time.sleep(rng.random() / 20)
        run.kill()
        run.wait()
    assert main(["compare-all", "many.jsonl", "-o", "out.jsonl"]) == 0
    assert main(["compare-all", "many.jsonl", "-o", "whole.jsonl"]) == 0
    assert Path("out.jsonl").read_bytes() == Path("whole.jsonl").read_bytes()
    found = [
        pr.from_json(line, expect=ConversationComparison).conversation.id
        for line in Path("out.jsonl").read_text(encoding="utf-8").splitlines()
    ]
    assert found == [one.id for one in many]


@pytest.mark.parametrize(
    "left_behind",
    [b"{}\n", b"text\n", b'{"type": "Error", "conversation": "c9"}\n'],
    ids=["object", "text", "error-of-another"],
)
@pytest.mark.usefixtures("archive")
def test_what_another_run_left_is_refused(
    left_behind: bytes, capsys: pytest.CaptureFixture[str]
) -> None:
    Path("out.jsonl.part").write_bytes(left_behind)
    assert main(["compare-all", "archive.jsonl", "-o", "out.jsonl"]) == 1
    assert capsys.readouterr().err == (
        "out.jsonl.part: is what another run left behind (remove it to begin anew)\n"
    )
    assert Path("out.jsonl.part").read_bytes() == left_behind


BAD = [
    ("absent", ["absent.jsonl"], 1, "absent.jsonl: No such file or directory"),
    ("folder", ["."], 1, ".: Is a directory"),
]


@pytest.mark.parametrize(
    ("given", "status", "message"), [row[1:] for row in BAD], ids=[row[0] for row in BAD]
)
@pytest.mark.usefixtures("archive")
def test_bad_input_is_one_line(
    given: list[str], status: int, message: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["compare-all", *given]) == status
    err = capsys.readouterr().err
    assert err.startswith(message)
    assert err.count("\n") == 1


@pytest.mark.usefixtures("archive")
def test_no_job_is_wrong_usage(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as caught:
        main(["compare-all", "archive.jsonl", "--jobs", "0"])
    assert caught.value.code == 2
    assert "--jobs: expected a whole number from 1 on, got '0'" in capsys.readouterr().err


@pytest.mark.usefixtures("archive")
def test_progress_goes_to_standard_error(capsys: pytest.CaptureFixture[str]) -> None:
    lines = "".join(pr.to_json(conversation(number)) + "\n" for number in range(101))
    Path("many.jsonl").write_text(lines, encoding="utf-8")
    assert main(["compare-all", "many.jsonl"]) == 0
    out, err = capsys.readouterr()
    assert len(out.splitlines()) == 101
    assert err == "compared 100 of 101\n"


@pytest.mark.usefixtures("archive")
def test_progress_in_a_terminal_is_a_bar(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    pytest.importorskip("rich", reason="the extra cli is not installed")
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True)
    assert main(["compare-all", "archive.jsonl"]) == 1
    out, err = capsys.readouterr()
    assert len(out.splitlines()) == 13
    assert "compared" in err
    assert "13/13" in err


@pytest.mark.usefixtures("archive")
def test_progress_in_a_terminal_without_rich_is_lines(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setitem(sys.modules, "rich.console", None)
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True)
    assert main(["compare-all", "archive.jsonl"]) == 1
    assert capsys.readouterr().err.count("\n") == 1


def test_a_pipe_is_read_once(archive: list[Conversation]) -> None:
    os.mkfifo("pipe")
    content = Path("archive.jsonl").read_bytes()
    writer = threading.Thread(target=Path("pipe").write_bytes, args=(content,), daemon=True)
    writer.start()
    assert main(["compare-all", "pipe", "-o", "out.jsonl"]) == 1
    writer.join()
    assert len(Path("out.jsonl").read_text(encoding="utf-8").splitlines()) == len(archive) + 1


def test_what_is_written_through_a_link_waits_beside_its_end(archive: list[Conversation]) -> None:
    Path("there").mkdir()
    Path("link.jsonl").symlink_to("there/out.jsonl")
    assert main(["compare-all", "archive.jsonl", "-o", "link.jsonl"]) == 1
    assert Path("link.jsonl").is_symlink()
    assert [path.name for path in Path("there").iterdir()] == ["out.jsonl"]
    assert len(Path("link.jsonl").read_bytes().splitlines()) == len(archive) + 1
