"""Bad input: one line on standard error that says which file, what is wrong, and what to do."""

from __future__ import annotations

import contextlib
import io
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from paired_readouts.cli import main

TWO = ["--party", "NRL", "--party", "CRV"]


def put(name: str, content: bytes) -> Callable[[Path], list[str]]:
    def prepare(folder: Path) -> list[str]:
        (folder / name).write_bytes(content)
        return [name]

    return prepare


def arguments(*given: str) -> Callable[[Path], list[str]]:
    return lambda _: list(given)


def twin(folder: Path) -> list[str]:
    (folder / "twin.txt").write_bytes((folder / "norland.txt").read_bytes())
    return ["norland.txt", "twin.txt", *TWO]


def unreadable(folder: Path) -> list[str]:
    (folder / "folder").mkdir()
    return ["folder"]


ROWS: list[tuple[str, Callable[[Path], list[str]], str]] = [
    ("empty", put("empty.txt", b""), "empty.txt: is empty ("),
    ("white-space", put("blank.txt", b" \n\t\n"), "blank.txt: is empty ("),
    ("byte-order-mark-alone", put("mark.txt", b"\xef\xbb\xbf"), "mark.txt: "),
    ("signs-alone", put("signs.txt", b"*** --- ***\n"), "signs.txt: "),
    ("one-account", arguments("norland.txt"), "norland.txt: holds one account only (give"),
    (
        "two-of-one-party",
        arguments("norland.txt", "corvia.txt", "--party", "NRL", "--party", "NRL"),
        "corvia.txt: a second account of NRL (give accounts of different parties",
    ),
    ("same-text-twice", twin, "twin.txt: the same text as in norland.txt (give two different"),
    (
        "same-file-twice",
        arguments("norland.txt", "norland.txt"),
        "norland.txt: the same text twice (give two different accounts)",
    ),
    ("no-text", put("rand.bin", bytes(range(256)) * 40), "rand.bin: has NUL bytes"),
    ("picture", put("scan.png", b"\x89PNG\r\n\x1a\n" + bytes(99)), "scan.png: is a picture ("),
    ("nul-bytes", put("nul.txt", b"The President\0 said."), "nul.txt: has NUL"),
    ("cut-utf-16", put("cut.txt", b"\xff\xfeT\0h\0e"), "cut.txt: begins with the mark of utf-16"),
    (
        "ten-megabytes-of-one-paragraph",
        put("long.txt", b"The President said that fish matter. " * 280_000),
        "long.txt: a text of 10359999 characters; the limit is 2000000 (split the file",
    ),
    ("million-brackets", put("brackets.txt", b"(" * 1_000_000), "brackets.txt: "),
    ("million-quotation-marks", put("marks.txt", "“".encode() * 1_000_000), "marks.txt: "),
    ("million-straight-marks", put("straight.txt", b'"' * 1_000_000), "straight.txt: "),
    (
        "fifty-accounts",
        put("many.txt", b"".join(b"=== A%d ===\nVelin spoke %d.\n" % (n, n) for n in range(50))),
        "many.txt: conversation: 50 accounts, the limit is 40 (",
    ),
    ("folder", unreadable, "folder: is a folder (give a file"),
    ("absent", arguments("absent.txt"), "absent.txt: cannot be read: No such file"),
    ("stdin-twice", arguments("-", "-"), "-: given more than once ("),
    (
        "lexicon-absent",
        arguments("norland.txt", "corvia.txt", "--lexicon", "absent.toml"),
        "absent.toml: cannot be read: No such file",
    ),
    (
        "output-in-no-folder",
        arguments("norland.txt", "corvia.txt", *TWO, "-o", "absent/report.txt"),
        "absent/report.txt: No such file or directory",
    ),
    (
        "output-is-a-folder",
        arguments("norland.txt", "corvia.txt", *TWO, "-o", "."),
        ".: ",
    ),
]


@pytest.mark.parametrize(
    ("prepare", "message"), [row[1:] for row in ROWS], ids=[row[0] for row in ROWS]
)
def test_bad_input_is_one_line(
    prepare: Callable[[Path], list[str]],
    message: str,
    folder: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:
    given = ["compare", *prepare(folder)]
    before = sorted(folder.iterdir())
    assert main(given) == 1
    out, err = capsys.readouterr()
    assert out == ""
    assert err.startswith(message)
    assert err.count("\n") == 1
    assert err.endswith("\n")
    assert sorted(folder.iterdir()) == before


def test_message_stays_on_one_line_whatever_the_name(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / "two\nlines\x1b[31m.txt").write_bytes(b"")
    assert main(["parse", "two\nlines\x1b[31m.txt"]) == 1
    assert capsys.readouterr().err.startswith("two lines\\x1b[31m.txt: is empty")


USAGE = [
    ("nothing", [], "required: COMMAND"),
    ("unknown-command", ["contrast"], "invalid choice"),
    ("no-file", ["compare"], "required: FILE"),
    ("unknown-format", ["compare", "a.txt", "--format", "docx"], "invalid choice: 'docx'"),
    ("party", ["compare", "a.txt", "--party", "norland"], "expected a party's code"),
    (
        "too-many-parties",
        ["compare", "norland.txt", "corvia.txt", "--party", "A", "--party", "B", "--party", "C"],
        "--party is given 3 times for 2 accounts",
    ),
    ("open-text", ["compare", "a.txt", "--open", "--format", "text"], "--open shows HTML"),
    ("abbreviated", ["compare", "a.txt", "--form", "text"], "unrecognized arguments: --form"),
]


@pytest.mark.parametrize(
    ("given", "message"), [row[1:] for row in USAGE], ids=[row[0] for row in USAGE]
)
@pytest.mark.usefixtures("folder")
def test_wrong_usage_has_status_2(
    given: list[str], message: str, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as caught:
        main(given)
    assert caught.value.code == 2
    assert message in capsys.readouterr().err


GOOD_BYTES = [
    ("utf-8-with-mark", "utf-8-sig"),
    ("utf-16-with-mark", "utf-16"),
    ("windows-1252", "cp1252"),
]


@pytest.mark.parametrize("encoding", [row[1] for row in GOOD_BYTES], ids=[r[0] for r in GOOD_BYTES])
def test_encodings_are_read_by_what_the_bytes_say(
    encoding: str, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    text = (folder / "norland.txt").read_text(encoding="utf-8").replace("Vane", "Váne’s cousin")
    (folder / "other.txt").write_bytes(text.encode(encoding))
    assert main(["parse", "other.txt"]) == 0
    assert "Váne’s cousin" in capsys.readouterr().out


def test_reader_that_goes_away_is_no_fault(run_python: Any, folder: Path) -> None:
    program = (
        "import os, subprocess, sys; read, write = os.pipe(); os.close(read); "
        "run = subprocess.run([sys.executable, '-m', 'paired_readouts', 'parse', 'norland.txt'], "
        "stdout=write, stderr=subprocess.PIPE); print(run.returncode, run.stderr.decode())"
    )
    result = run_python("-c", program, cwd=folder)
    assert result.stdout.split() == [b"1"], result.stdout


def test_fault_inside_is_one_line_and_debug_shows_where(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def fail(*_: object, **__: object) -> None:
        raise KeyError("odd")

    monkeypatch.setattr("paired_readouts.extract_statements", fail)
    assert main(["parse", "norland.txt"]) == 1
    assert capsys.readouterr().err.startswith("paired-readouts: failed inside: KeyError('odd') (")
    with pytest.raises(KeyError, match="odd"):
        main(["--debug", "parse", "norland.txt"])


def test_interrupted_output_leaves_what_was_there(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / "report.txt").write_text("before", encoding="utf-8")

    def fail(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(Path, "replace", fail)
    assert main(["parse", "norland.txt", "-o", "report.txt"]) == 1
    assert capsys.readouterr().err == "interrupted\n"
    assert (folder / "report.txt").read_text(encoding="utf-8") == "before"
    assert sorted(path.name for path in folder.iterdir()) == [
        "corvia.txt",
        "norland.txt",
        "report.txt",
    ]


@given(
    st.binary(max_size=300)
    | st.text(max_size=300).map(str.encode)
    | st.lists(
        st.sampled_from(
            ["=== NRL ===", "“", "”", "President Velin said", "reads:", "\n", "<p>", ". "]
        )
    ).map(lambda parts: " ".join(parts).encode())
)
def test_any_bytes_are_read_or_refused_in_one_line(content: bytes) -> None:
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "file.txt"
        file.write_bytes(content)
        out, err = io.TextIOWrapper(io.BytesIO()), io.StringIO()
        with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
            status = main(["--debug", "compare", str(file)])
        told = err.getvalue()
        assert (status, told.count("\n")) in {(0, 0), (1, 1)}
        assert status == 0 or told.startswith(str(file))
