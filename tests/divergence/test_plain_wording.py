"""How findings read: names once, whole phrases, no quotation that breaks off at a small word."""

from __future__ import annotations

import pytest

from paired_readouts import compare_versions
from paired_readouts.divergence.sentences import name_accounts, phrase_finding
from paired_readouts.model import Comparison, Finding, FindingCode, Severity, Slot, Version

FACING = "President Mara Velin of Norway spoke with President Ilko Sordan of Finland by phone."


def compare(left: str, right: str) -> Comparison:
    return compare_versions(Version(text=left, party="NO"), Version(text=right, party="FI"))


def sentences(comparison: Comparison, code: FindingCode) -> list[str]:
    found = comparison.divergence.findings
    return [phrase_finding(finding) for finding in found if finding.code is code]


def test_a_speaker_of_several_lines_is_named_once() -> None:
    left = (
        f"{FACING} President Velin urged the release of the fishing crews. "
        "President Velin warned that the seizure of fishing boats would have consequences."
    )
    (told,) = sentences(compare(left, FACING), FindingCode.ONE_SIDED)
    assert told.count("Velin “") == 1
    assert "”; “warned" in told


def test_whom_words_are_credited_to_is_named_once() -> None:
    left = f"{FACING} President Sordan promised to pay for the lighthouse at Cape Ister."
    (told,) = sentences(compare(left, FACING), FindingCode.CREDITED_WORDS)
    assert told.startswith("Credited to Sordan by the Norwegian account: “promised")


@pytest.mark.parametrize(
    ("long", "shown"),
    [
        pytest.param(
            "The presidents discussed the harbour treaty, coastal radar stations, "
            "winter grain deliveries and student visas.",
            "“coastal radar stations, winter grain deliveries and student visas”",
            id="neighbouring items are one quotation",
        ),
    ],
)
def test_added_items_are_whole_phrases(long: str, shown: str) -> None:
    short = f"{FACING} The presidents discussed the harbour treaty."
    told = sentences(compare(f"{FACING} {long}", short), FindingCode.ONE_SIDED)
    assert any(shown in sentence for sentence in told), told


def test_no_quotation_breaks_off_at_a_small_word() -> None:
    parts = " and ".join(f"the {word} of the" for word in "abcdefghijklmnopqrstuvwxyz")
    left = f"{FACING} President Velin warned against {parts} harbour."
    (told,) = sentences(compare(left, FACING), FindingCode.ONE_SIDED)
    assert " …”" in told
    assert told.partition(" …”")[0].split()[-1] not in {"the", "of", "and"}


@pytest.mark.parametrize("code", FindingCode)
def test_finding_without_a_known_form_still_makes_a_sentence(code: FindingCode) -> None:
    slots = (Slot(name="matter", text="the fishing {quota}"), Slot(name="form", text="none"))
    finding = Finding(code=code, severity=Severity.MINOR, slots=slots)
    assert phrase_finding(finding).endswith(": the fishing {quota}.")


@pytest.mark.parametrize(
    ("accounts", "names"),
    [
        pytest.param([("US", ""), ("NO", "")], ["US", "Norwegian"], id="by party"),
        pytest.param([("NRL", ""), ("VST", "")], ["NRL", "VST"], id="unlisted party: its code"),
        pytest.param([("", "Palace"), ("NO", "")], ["Palace", "Norwegian"], id="by office"),
        pytest.param([("NO", "Palace"), ("NO", "Ministry")], ["Palace", "Ministry"], id="offices"),
        pytest.param([("NO", ""), ("NO", "")], ["first Norwegian", "second Norwegian"], id="place"),
        pytest.param([("", ""), ("", "")], ["first", "second"], id="nothing known"),
        pytest.param(
            [("NO", "US"), ("US", ""), ("NO", "")],
            ["first Norwegian", "US", "third Norwegian"],
            id="an office called like a party",
        ),
    ],
)
def test_accounts_are_told_apart(accounts: list[tuple[str, str]], names: list[str]) -> None:
    versions = [Version(text="A text.", party=p, issuer=i) for p, i in accounts]
    assert name_accounts(versions) == names


@pytest.mark.parametrize(
    ("left", "right", "matter"),
    [
        pytest.param(
            "President Velin supported the principle of “nothing about harbours without harbours” "
            "and the radar treaty signed in Halvern last winter.",
            "President Velin welcomed the principle of “nothing about harbours”.",
            "principle of ‘nothing about harbours",
            id="a quotation is closed",
        ),
    ],
)
def test_matter_is_a_whole_phrase(left: str, right: str, matter: str) -> None:
    comparison = compare(f"{FACING} {left}", f"{FACING} {right}")
    told = [f.slot("matter") for f in comparison.divergence.findings]
    assert any(matter in words and words.count("‘") == words.count("’") for words in told), told
