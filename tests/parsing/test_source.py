"""Bytes to text: declared, byte order mark, UTF-8, Windows-1252; and what is no text."""

from __future__ import annotations

import pickle
from pathlib import Path

import pytest

from paired_readouts.errors import LimitError, ParseError
from paired_readouts.model import Limits
from paired_readouts.parsing import Source, parse_versions

TEXT = "President Velin met “Aro” — in Zürich."


@pytest.mark.parametrize(
    ("content", "media_type", "told"),
    [
        pytest.param(TEXT.encode(), "", False, id="utf-8"),
        pytest.param(TEXT.encode("utf-8-sig"), "", False, id="utf-8-bom"),
        pytest.param(TEXT.encode("utf-16"), "", False, id="utf-16-bom"),
        pytest.param(TEXT.encode("utf-32"), "", False, id="utf-32-bom"),
        pytest.param(TEXT.encode("utf-16-le"), "", True, id="utf-16-le-bare"),
        pytest.param(TEXT.encode("utf-16-be"), "", True, id="utf-16-be-bare"),
        pytest.param(TEXT.encode("cp1252"), "", True, id="windows-1252-guessed"),
        pytest.param(TEXT.encode("cp1252"), "text/plain; charset=latin-1", False, id="latin-1"),
        pytest.param(TEXT.encode("cp1252"), "text/plain; charset=utf-8", True, id="wrong-utf-8"),
        pytest.param(TEXT.encode(), "text/plain; charset=iso-8859-1", True, id="wrong-latin-1"),
        pytest.param(TEXT.encode(), "text/plain; charset=no-such", False, id="unknown-charset"),
        pytest.param(TEXT.encode(), "text/html; charset=gb2312", True, id="wrong-gb2312"),
        pytest.param(TEXT.encode(), "text/html; charset=utf-16", False, id="wrong-utf-16"),
        pytest.param(TEXT.encode(), "text/html; charset=punycode", False, id="no-text-encoding"),
        pytest.param((TEXT + "…").encode()[:-1], "", True, id="cut-in-a-character"),
        pytest.param(
            TEXT.replace("“Aro” — ", "Aro ").encode("iso8859-2"),
            "text/plain; charset=iso-8859-2",
            False,
            id="declared-rare",
        ),
    ],
)
def test_encodings(content: bytes, media_type: str, told: bool) -> None:  # noqa: FBT001
    decoded = Source(content, media_type=media_type).decode()
    assert decoded.text in {TEXT, TEXT.replace("“Aro” — ", "Aro ")}
    assert bool(decoded.warnings) is told


def test_charset_inside_the_page() -> None:
    page = '<html><head><meta charset="iso-8859-2"></head><body>Řím'.encode("iso8859-2")
    assert Source(page).text.endswith("Řím")


def test_japanese_escapes_are_read_as_declared() -> None:
    page = "<meta charset=iso-2022-jp><p>首相 Velin".encode("iso-2022-jp")
    assert Source(page).text.endswith("首相 Velin")


def test_lost_bytes_are_told() -> None:
    decoded = Source(f"{TEXT} “The” “way” of ‘it’.".encode().replace(b"met", b"m\xfft")).decode()
    assert "m\ufffdt “Aro”" in decoded.text
    assert [w.text for w in decoded.warnings] == ["is UTF-8 but for 1 places, which are lost"]


def test_readable_is_empty_where_the_bytes_are_no_text() -> None:
    assert Source(b"%PDF-1.7").readable == ""
    assert Source(TEXT.encode()).readable == TEXT


def test_line_breaks_are_one_kind() -> None:
    assert Source(b"a\r\nb\rc\n").text == "a\nb\nc\n"


@pytest.mark.parametrize(
    ("content", "what"),
    [
        pytest.param(b"", "is empty", id="empty"),
        pytest.param("  \n ", "is empty", id="blank"),
        pytest.param("… — …", "has no release in it", id="no-letter"),
        pytest.param(b"ab\x00cd", "NUL", id="nul-bytes"),
        pytest.param("ab\x00cd", "NUL", id="nul-characters"),
        pytest.param(b"\x81\x8d\x8f\x90" * 9, "the bytes are no text", id="no-text"),
        pytest.param(b"\x01\x02\x03\x04abc", "control", id="control-signs"),
        pytest.param(b"%PDF-1.7 \xe2\xe3", "is a PDF file", id="pdf"),
        pytest.param(b"PK\x03\x04\x14", "ZIP or DOCX", id="docx"),
        pytest.param(b"\x89PNG\r\n", "is a picture", id="png"),
        pytest.param(b"\xff\xfea\x00b", "does not fit", id="utf-16-cut"),
    ],
)
def test_what_is_no_release(content: str | bytes, what: str) -> None:
    with pytest.raises(ParseError, match=what) as caught:
        parse_versions(Source(content, name="velin.txt"))
    assert caught.value.where.startswith("velin.txt")
    assert caught.value.hint


def test_folder(tmp_path: Path) -> None:
    with pytest.raises(ParseError, match="is a folder"):
        Source.from_path(tmp_path)


def test_device() -> None:
    with pytest.raises(ParseError, match=r"is a device|cannot be read"):
        Source.from_path("/dev/zero")


def test_missing_file(tmp_path: Path) -> None:
    with pytest.raises(ParseError, match="cannot be read"):
        Source.from_path(tmp_path / "none.txt")


def test_from_path(tmp_path: Path) -> None:
    path = tmp_path / "velin.txt"
    path.write_bytes(TEXT.encode())
    source = Source.from_path(path)
    assert source.text == TEXT
    assert source.where == str(path)


def test_source_is_a_value() -> None:
    source = Source(b"abc", url="https://norland.example/1")
    assert pickle.loads(pickle.dumps(source)) == source  # noqa: S301 - our own bytes
    assert repr(source) == "Source('https://norland.example/1', 3 bytes)"


@pytest.mark.parametrize(
    "content",
    [
        pytest.param("(" * 200_000, id="brackets"),
        pytest.param('"' * 200_000, id="quotation-marks"),
        pytest.param("“" * 200_000, id="opening-marks"),
        pytest.param('The Blue Palace said: "a" ' * 8_000, id="introductions"),
        pytest.param("1. A (1) B " * 20_000, id="numbers"),
        pytest.param("<" * 200_000, id="angles"),
        pytest.param("<html>" + "<a '" * 50_000 + ">", id="open-attributes"),
        pytest.param("<html><article>" + "<div>" * 100_000 + TEXT, id="nested-tags"),
        pytest.param(
            "<html><article>" + "<i class='x'>" * 20_000 + "a b " * 50_000 + "</i>" * 20_000,
            id="nested-in-a-line",
        ),
        pytest.param(
            "<html><body>" + f"<article><p>{TEXT * 3}</p></article>" * 4_000, id="articles"
        ),
        pytest.param("[" * 100_000, id="json-brackets"),
        pytest.param(
            f"From: a@b.example\nSubject: {'=?utf-8?q?a?= ' * 40_000}\nDate: x\n\n{TEXT}",
            id="long-header",
        ),
        pytest.param(
            "From: a@b.example\nSubject: x\nContent-Type: multipart/mixed; boundary=b\n\n"
            + "--b\nContent-Type: text/plain\n\nx\n" * 100_000,
            id="parts",
        ),
        pytest.param(
            "<!DOCTYPE rss ["
            + "".join(f'<!ENTITY a{n} "&a{n - 1};&a{n - 1};">' for n in range(1, 5_000))
            + "]><rss><channel/></rss>",
            id="entities",
        ),
        pytest.param("---\na: 1\n---\n" + "**a" * 60_000, id="markdown"),
    ],
)
def test_hostile_input_ends(content: str) -> None:
    try:
        versions = parse_versions(Source(content))
    except (ParseError, LimitError):
        return
    assert versions


def test_text_over_the_limit() -> None:
    with pytest.raises(LimitError, match="the limit is 2000000"):
        parse_versions("President Velin spoke today. " * 350_000)


def test_source_over_the_limit() -> None:
    with pytest.raises(LimitError, match="the limit is 10"):
        parse_versions("President Velin", limits=Limits(source=10))
