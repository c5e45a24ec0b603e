"""Files as press offices published them, where they are at hand."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from paired_readouts.model import CompletenessLevel, Genre
from paired_readouts.parsing import Source, default_parsers, parse_versions
from paired_readouts.testing import check_parser

FOLDER = Path(__file__).parents[2] / ".." / "shared" / "formats"
FILES = sorted(p for p in FOLDER.glob("*") if p.name != "README.md") if FOLDER.is_dir() else []
pytestmark = pytest.mark.skipif(not FILES, reason="the real files are not at hand")

#: Part of the file's name, its parser, how many versions, their party, genre of the first.
EXPECTED = {
    "mediamax": ("article", 2, "US", Genre.READOUT),
    "state.gov-press-releases-2022-05": ("feed", 10, "US", Genre.STATEMENT),
    "state.gov-press-releases-2022-08": ("feed", 10, "US", Genre.OTHER),
    "whitehouse.gov-feed": ("feed", 10, "US", Genre.TRANSCRIPT),
    "whitehouse-2022-01-27": ("markdown", 1, "US", Genre.READOUT),
    "whitehouse-2022-06-15": ("markdown", 1, "US", Genre.STATEMENT),
    "news_article.json": ("gov.uk", 1, "GB", Genre.STATEMENT),
    "news_article_press_release": ("gov.uk", 1, "GB", Genre.OTHER),
    "news_article_withdrawn": ("gov.uk", 1, "GB", Genre.STATEMENT),
    "examples-3.1": ("ninjs", 1, "", Genre.OTHER),
    "examples-1.4": ("ninjs", 1, "", Genre.OTHER),
}


def named(path: Path) -> str:
    return path.name[:60]


@pytest.mark.parametrize("path", FILES, ids=named)
def test_file_is_read(path: Path) -> None:
    expected = next(value for part, value in EXPECTED.items() if part in path.name)
    parser, count, party, genre = expected
    versions = parse_versions(Source.from_path(path))
    assert {v.parser for v in versions} == {parser}
    assert (len(versions), versions[0].party, versions[0].genre) == (count, party, genre)
    assert all(version.title for version in versions)
    chosen = next(p for p in default_parsers() if p.name == parser)
    check_parser(chosen, [Source.from_path(path)])


@pytest.mark.parametrize("path", [p for p in FILES if p.suffix == ".rss"], ids=named)
def test_feeds_item_by_item(path: Path) -> None:
    for version in parse_versions(Source.from_path(path)):
        assert isinstance(version.published, dt.datetime)
        assert version.issuer in {"Department of State", "White House"}
        assert version.completeness.level is CompletenessLevel.FULL
        assert version.url.startswith("https://")
        for trace in ("attributable to Spokesperson", "<p>", "Office of the Spokesperson\n", "###"):
            assert trace not in version.text


def only(part: str) -> Path:
    return next(path for path in FILES if part in path.name)


def test_article_that_the_project_started_from() -> None:
    us, az = parse_versions(Source.from_path(only("mediamax")))
    assert (us.party, us.issuer, us.words) == ("US", "Department of State", 107)
    assert us.completeness.level is CompletenessLevel.UNKNOWN
    assert "no-opening" in {warning.code for warning in us.warnings}
    assert (az.party, az.issuer, az.words) == ("AZ", "President’s press office", 329)
    assert az.completeness.level is CompletenessLevel.EXCERPT
    assert az.completeness.evidence == "in particular, says"
    assert {us.via, az.via} == {"Mediamax"}
    assert us.published is az.published is None


def test_title_of_the_markdown_is_unescaped() -> None:
    (version,) = parse_versions(Source.from_path(only("2022-01-27")))
    assert version.title == "Readout of President Biden’s Call with President Zelenskyy of Ukraine"
    assert "\n" not in version.text


def test_wrong_characters_of_a_business_wire_are_mended() -> None:
    (version,) = parse_versions(Source.from_path(only("examples-1.4")))
    assert "world’s" in version.text
    assert "mojibake" in {warning.code for warning in version.warnings}
