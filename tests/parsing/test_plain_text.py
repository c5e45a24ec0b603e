"""A release pasted or saved as text."""

from __future__ import annotations

import datetime as dt

import pytest

from paired_readouts.errors import ParseError
from paired_readouts.model import CompletenessLevel, Genre, Translation
from paired_readouts.parsing import Source, parse_version, parse_versions

BODY = "President Velin of Norland spoke today with Minister Aro. The leaders discussed the sea."
SAVED = f"""OFFICE OF THE PRESIDENT OF NORLAND
Press release 34/2021
11 May 2022, 21:40

President Velin's call with Minister Aro

{BODY}

###

Related links
More news from the palace
"""


def codes(version) -> set[str]:
    return {warning.code for warning in version.warnings}


def test_saved_release(parsers) -> None:
    version = parse_version(SAVED, parsers=parsers)
    assert version.text == BODY
    assert version.title == "President Velin's call with Minister Aro"
    assert (version.party, version.issuer) == ("NRL", "OFFICE OF THE PRESIDENT OF NORLAND")
    assert version.published == dt.date(2022, 5, 11)
    assert version.genre is Genre.READOUT
    assert version.completeness.level is CompletenessLevel.FULL
    assert version.completeness.evidence == "###"
    assert version.parser == "plain-text"
    assert codes(version) == {"boilerplate"}


def test_nothing_is_guessed(parsers) -> None:
    version = parse_version(BODY, parsers=parsers)
    assert (version.party, version.issuer, version.title) == ("", "", "")
    assert version.published is None
    assert codes(version) == {"unknown-party", "unknown-issuer", "no-title", "no-date"}


@pytest.mark.parametrize(
    ("line", "published", "code"),
    [
        pytest.param("12 March 2024", dt.date(2024, 3, 12), "", id="day-first"),
        pytest.param("March 12, 2024", dt.date(2024, 3, 12), "", id="month-first"),
        pytest.param("Published on 2024-03-12", dt.date(2024, 3, 12), "", id="iso"),
        pytest.param("03/04/2022", None, "ambiguous-date", id="ambiguous"),
        pytest.param("23/04/2022", dt.date(2022, 4, 23), "", id="day-beyond-twelve"),
        pytest.param("12 March", None, "no-date", id="no-year"),
    ],
)
def test_dates(line: str, published: dt.date | None, code: str, parsers) -> None:
    version = parse_version(f"{line}\n\n{BODY}", parsers=parsers)
    assert version.published == published
    assert version.text == BODY
    assert not code or code in codes(version)


def test_profile_says_which_is_the_day(parsers) -> None:
    url = "https://president.norland.example/news/1"
    version = parse_version(Source(f"03/04/2022\n\n{BODY}", url=url), parsers=parsers)
    assert version.published == dt.date(2022, 4, 3)
    assert (version.party, version.issuer) == ("NRL", "Office of the President")


def test_date_in_a_url_is_no_date(parsers) -> None:
    source = Source(BODY, url="https://norland.example/2022/05/11/call")
    assert parse_version(source, parsers=parsers).published is None


def test_two_states_in_the_letterhead(parsers) -> None:
    version = parse_version(f"Embassy of Norland in Vestria\n\n{BODY}", parsers=parsers)
    assert version.party == ""
    assert {"several-parties", "unknown-party"} <= codes(version)


@pytest.mark.parametrize(
    ("mark", "expected"),
    [
        pytest.param("[Provisional translation]", Translation.OFFICIAL, id="provisional"),
        pytest.param("(Unofficial translation)", Translation.UNOFFICIAL, id="unofficial"),
        pytest.param("", Translation.UNKNOWN, id="not-told"),
    ],
)
def test_translation(mark: str, expected: Translation, parsers) -> None:
    assert parse_version(f"{mark}\n\n{BODY}", parsers=parsers).translation is expected


def test_text_is_cleaned(parsers) -> None:
    raw = "President\u00a0Velin\u202f spoke\u200e to\u00adday  with\tMinister Aro\u2019s team."
    version = parse_version(raw, parsers=parsers)
    assert version.text == "President Velin spoke today with Minister Aro’s team."


def test_mojibake_is_mended_and_told(parsers) -> None:
    version = parse_version("The worldâ€™s leaders met at the cafÃ© in Velgrad.", parsers=parsers)
    assert version.text == "The world’s leaders met at the café in Velgrad."
    assert "mojibake" in codes(version)


def test_sections(parsers) -> None:
    text = f"=== NRL ===\n{BODY}\n\n=== Vestria: Foreign Ministry ===\nMinister Aro took a call."
    norland, vestria = parse_versions(text, parsers=parsers)
    assert (norland.party, norland.text) == ("NRL", BODY)
    assert (vestria.party, vestria.issuer) == ("VST", "Foreign Ministry")
    assert vestria.text == "Minister Aro took a call."


def test_section_of_nobody_known(parsers) -> None:
    version = parse_version(f"=== the others ===\n{BODY}", parsers=parsers)
    assert version.party == ""
    assert "unknown-party" in codes(version)


def test_empty_section(parsers) -> None:
    with pytest.raises(ParseError, match="section 'VST': has no release in it"):
        parse_versions(f"=== NRL ===\n{BODY}\n=== VST ===\n", parsers=parsers)


def test_other_language_is_told(parsers) -> None:
    german = (
        "Die Präsidentin sprach heute mit dem Minister über den Hafen und die Grenze im Norden."
    )
    version = parse_version(german, parsers=parsers)
    assert version.language == ""
    assert "unknown-language" in codes(version)


@pytest.mark.parametrize(
    ("title", "text", "genre"),
    [
        pytest.param(
            "Statement on the floods", "The waters rose.", Genre.STATEMENT, id="statement"
        ),
        pytest.param("Call with Aro", "The two spoke.", Genre.READOUT, id="readout"),
        pytest.param("", "Today I spoke with Aro. I told him so.", Genre.STATEMENT, id="signed"),
        pytest.param(
            "Remarks",
            "\n\n".join(["THE PRESIDENT: Thank you.", "MR. ARO: Thank you too."] * 3),
            Genre.TRANSCRIPT,
            id="transcript",
        ),
        pytest.param("Fact sheet on the sea", "The sea is wide.", Genre.OTHER, id="other"),
        pytest.param("", "The sea is wide.", Genre.UNKNOWN, id="unknown"),
    ],
)
def test_genre(title: str, text: str, genre: Genre, parsers) -> None:
    assert parse_version(f"{title}\n\n{text}", parsers=parsers).genre is genre
