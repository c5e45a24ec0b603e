"""From folders and files to conversations, a line each."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

import paired_readouts as pr
from paired_readouts.cli import main
from paired_readouts.model import Conversation, Version


@pytest.fixture
def given(monkeypatch: pytest.MonkeyPatch) -> list[Version]:
    """What the finder of conversations is asked about; it makes one of each party's first two."""
    asked: list[Version] = []

    def find(versions: list[Version], *_: Any, **__: Any) -> tuple[Conversation, ...]:
        asked.extend(versions)
        return (
            Conversation(versions=tuple(versions[:2]), id="c1"),
            *(Conversation(versions=(version,), id=version.id) for version in versions[2:]),
        )

    monkeypatch.setattr("paired_readouts.discovery._stored.find_stored", find)
    return asked


def test_folder_stands_for_every_file_in_it(
    folder: Path, given: list[Version], capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / "more").mkdir()
    (folder / "more" / "third.txt").write_text(
        "=== VST ===\nPresident Velin spoke with Minister Aro about fish.\n", encoding="utf-8"
    )
    (folder / ".hidden").write_text("not for us", encoding="utf-8")
    assert main(["discover", "."]) == 0
    assert [version.party for version in given] == ["", "VST", ""]
    out = capsys.readouterr().out.splitlines()
    assert [len(pr.from_json(line, expect=Conversation).versions) for line in out] == [2, 1]


@pytest.mark.usefixtures("given", "folder")
def test_conversations_with_few_accounts_can_be_left_aside(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert main(["discover", "norland.txt", "corvia.txt", "norland.txt", "--accounts", "2"]) == 0
    (line,) = capsys.readouterr().out.splitlines()
    assert pr.from_json(line, expect=Conversation).id == "c1"


def test_lines_are_versions_or_plain_objects(folder: Path, given: list[Version]) -> None:
    whole = Version(text="Velin spoke of fish.", party="VST", title="Call")
    plain = {
        "text": "Aro spoke.",
        "party": "NRL",
        "published": "2031-05-03",
        "id": "own",
        "url": None,
    }
    dated = {"text": "Aro left.", "date": "2031-05-04"}
    lines = [pr.to_json(whole), "", json.dumps(plain), json.dumps(dated)]
    (folder / "releases.jsonl").write_text("\n".join(lines), encoding="utf-8")
    assert main(["discover", "releases.jsonl", "-o", "found.jsonl"]) == 0
    assert given[0] == whole
    assert (given[1].party, str(given[1].published), given[1].url) == ("NRL", "2031-05-03", "")
    assert str(given[2].published) == "2031-05-04"
    assert (folder / "found.jsonl").is_file()


LINES = [
    ("no-json", "{", "bad.jsonl, line 2: is no JSON: "),
    ("list", "[1]", "bad.jsonl, line 2: expected an object"),
    ("no-text", '{"party": "NRL"}', "bad.jsonl, line 2: text: is missing"),
    ("empty-text", '{"text": " "}', "bad.jsonl, line 2: text: expected a text that is not empty"),
    (
        "other-type",
        '{"schema_version": 1, "type": "Span", "start": 0, "end": 1}',
        "bad.jsonl, line 2: type: expected Version, got Span",
    ),
]


@pytest.mark.parametrize(
    ("line", "message"), [row[1:] for row in LINES], ids=[row[0] for row in LINES]
)
def test_bad_file_is_named_and_the_others_are_used(
    line: str, message: str, folder: Path, given: list[Version], capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / "bad.jsonl").write_text(f'{{"text": "Good."}}\n{line}\n', encoding="utf-8")
    assert main(["discover", "bad.jsonl", "norland.txt", "corvia.txt"]) == 1
    out, err = capsys.readouterr()
    first, last = err.splitlines()
    assert first.startswith(message)
    assert last == "1 of 4 files and lines could not be read (see above)"
    assert len(given) == 3
    assert len(out.splitlines()) == 2


@pytest.mark.usefixtures("given")
def test_empty_folder_is_refused(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "empty").mkdir()
    assert main(["discover", "empty"]) == 1
    assert capsys.readouterr().err == "empty: no file in this folder\n"


def test_accounts_of_one_call_are_joined(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["discover", "norland.txt", "-o", "known.jsonl"]) == 0
    first = pr.from_json((folder / "known.jsonl").read_text("utf-8"), expect=Conversation)
    texts = ["norland.txt", "corvia.txt"]
    parties = ["NRL", "CRV"]
    lines = [
        json.dumps({
            "text": (folder / name).read_text("utf-8").split("\n\n", 2)[2],
            "party": party,
            "published": "2031-02-14",
        })
        for name, party in zip(texts, parties, strict=True)
    ]  # fmt: skip
    (folder / "day.jsonl").write_text("\n".join(lines), encoding="utf-8")
    assert main(["discover", "day.jsonl"]) == 0
    (found,) = capsys.readouterr().out.splitlines()
    assert [v.party for v in pr.from_json(found, expect=Conversation).versions] == parties[::-1]
    assert main(["discover", "day.jsonl", "--known", "known.jsonl"]) == 0
    ids = [
        pr.from_json(line, expect=Conversation).id for line in capsys.readouterr().out.splitlines()
    ]
    assert first.id in ids


@pytest.mark.parametrize(
    ("words", "silent"),
    [("CRV=2031-01-01/2031-12-31", ("CRV",)), ("CRV=2031-03-01/2031-12-31", ())],
    ids=["that day", "other days"],
)
def test_complete_archive_makes_a_party_silent(
    words: str, silent: tuple[str, ...], folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    table = '[CRV]\nwords = ["Corvia"]\nadjectives = ["Corvian"]\npeople = []\ncapitals = []\n'
    (folder / "countries.toml").write_text(table, encoding="utf-8")
    line = {"text": "Prime Minister Tomas Ardell spoke with President Idris Vane of Corvia.",
            "party": "NRL", "published": "2031-02-14"}  # fmt: skip
    (folder / "day.jsonl").write_text(json.dumps(line), encoding="utf-8")
    arguments = ["discover", "day.jsonl", "--lexicon", "countries.toml", "--complete", words]
    assert main(arguments) == 0
    found = pr.from_json(capsys.readouterr().out, expect=Conversation)
    assert (found.missing, found.silent) == (("CRV",), silent)


@pytest.mark.parametrize("words", ["CRV", "CRV=2031", "CRV=2031-01-01", "CRV=x/y"])
def test_complete_without_two_days_is_wrong_usage(
    words: str, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as leaving:
        main(["discover", "day.jsonl", "--complete", words])
    assert leaving.value.code == 2
    assert "such as FR=2031-01-01/2031-12-31" in capsys.readouterr().err
