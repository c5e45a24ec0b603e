"""Golden files: each source in `cases` in the shape in which it is really published, whole and
broken, and beside it the versions that come out, or the error.

`UPDATE_GOLDEN=1` writes what comes out; read the diff.
"""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import Any

import pytest

from paired_readouts.errors import PairedReadoutsError
from paired_readouts.model import Version
from paired_readouts.parsing import Source, parse_versions
from paired_readouts.testing import check_parser

CASES = Path(__file__).parent / "cases"
SOURCES = sorted(path for path in CASES.iterdir() if not path.name.endswith(".expected.json"))


def told(version: Version) -> dict[str, Any]:
    """A version in plain words; what is empty is not told."""
    facts = {
        "parser": version.parser,
        "title": version.title,
        "text": version.text.split("\n\n"),
        "party": version.party,
        "issuer": version.issuer,
        "via": version.via,
        "published": version.published.isoformat() if version.published else "",
        "language": version.language,
        "genre": version.genre.value,
        "completeness": [version.completeness.level.value, version.completeness.evidence],
        "translation": version.translation.value,
        "url": version.url,
        "revisions": [[str(r.published), r.note] for r in version.revisions],
        "warnings": [f"{w.code}: {w.text}" for w in version.warnings],
    }
    return {name: value for name, value in facts.items() if value}


def outcome(path: Path, parsers) -> list[dict[str, Any]] | dict[str, str]:
    try:
        versions = parse_versions(Source(path.read_bytes(), name=path.name), parsers=parsers)
    except PairedReadoutsError as error:
        return {"error": f"{error.code}: {error}"}
    return [told(version) for version in versions]


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: path.stem)
def test_case(path: Path, parsers) -> None:
    expected = path.with_name(f"{path.stem}.expected.json")
    found = json.dumps(outcome(path, parsers), indent=1, ensure_ascii=False) + "\n"
    if os.environ.get("UPDATE_GOLDEN"):
        expected.write_text(found, encoding="utf-8", newline="\n")
    assert found == expected.read_text(encoding="utf-8")


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: path.stem)
def test_parser_keeps_its_promises(path: Path, parsers) -> None:
    source = Source(path.read_bytes(), name=path.name)
    try:
        versions = parse_versions(source, parsers=parsers)
    except PairedReadoutsError:
        return
    chosen = next(parser for parser in parsers if parser.accepts(source))
    assert versions
    check_parser(chosen, [source])
