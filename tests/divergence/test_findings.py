"""What each code needs to be found, what its sentence says, and what does not make it."""

from __future__ import annotations

import datetime as dt
import string

import attrs
import pytest
from divergence_accounts import EXCERPT, account, join, score, told

from paired_readouts.divergence import phrase_finding, score_divergence
from paired_readouts.divergence.sentences import SLOTS
from paired_readouts.lexicon import default_lexicon
from paired_readouts.model import (
    Claim,
    ClaimKind,
    Completeness,
    Divergence,
    Finding,
    FindingCode,
    Genre,
    Severity,
    Span,
    Translation,
    Version,
)

SPOKE = "- | narrate | spoke | President Velin spoke with Prime Minister Orsk."


def sentences(divergence: Divergence, code: str) -> list[str]:
    return [phrase_finding(f) for f in divergence.findings if f.code.value == code]


#: Left lines, right lines, links, and what is found above minor.
LINKED = {
    "thanks-for-what-was-promised": (
        "velin | commit | promised | President Velin promised 20 generators.",
        "orsk | praise | thanked | Prime Minister Orsk thanked Norland for 20 generators.",
        "1-1 differs speaker",
        {("reciprocal", "minor")},
    ),
    "a-side-that-names-nobody": (
        "velin | emphasize | stressed | President Velin stressed the harbour treaty.",
        "- | emphasize | was stressed | The harbour treaty was stressed.",
        "1-1 differs detail",
        set(),
    ),
    "warned-against-noted": (
        "velin | warn | warned | President Velin warned of attacks on shipping.",
        "velin | state | noted | President Velin noted attacks on shipping.",
        "1-1 differs force",
        {("force", "degree")},
    ),
    "opposed-on-one-question": (
        "velin | emphasize | stressed | Velin stressed: no justification for attacks on Karsa.",
        "orsk | emphasize | stressed | Orsk stressed that talk of attacks on Karsa is baseless.",
        "1-1 differs speaker stance",
        {("against-each-other", "substantive")},
    ),
    "a-cause-in-one": (
        "velin | express | voiced concern | Velin voiced concern about grain prices.",
        "velin | express | voiced concern | Velin voiced concern about grain prices due to storms.",
        "1-1 differs terms",
        {("framing", "degree")},
    ),
    "judged-in-opposed-ways": (
        "velin | express | voiced concern | Velin voiced concern about the fishing fleet of Karsa.",
        "orsk | state | explained | Orsk explained the rights of the fishing fleet of Karsa.",
        "1-1 differs force speaker stance",
        {("against-each-other", "substantive")},
    ),
    "one-place-two-persons": (
        "velin | emphasize | stressed | President Velin stressed the case of the crew in Ukraine.",
        "orsk | emphasize | stressed | Prime Minister Orsk stressed the price of grain in Ukraine.",
        "1-1 differs speaker",
        set(),
    ),
    "two-persons-two-strengths": (
        "velin | request | urged | President Velin urged the release of the crew of the Arn.",
        "orsk | state | noted | Prime Minister Orsk noted the crew of the Arn and their release.",
        "1-1 differs force speaker",
        {("reassigned", "substantive")},
    ),
    "figures-of-two-things": (
        "velin | state | said | President Velin said that 20 ships carried timber and resin.",
        "velin | state | said | President Velin said that the strait was closed to 30 ships.",
        "1-1 differs facts",
        set(),
    ),
    "agreed-to-stay-in-touch": (
        "both | agree | agreed | The leaders agreed to remain in close contact.",
        "both | discuss | discussed | The leaders discussed their close contact.",
        "1-1 differs force",
        {("agreement", "minor")},
    ),
    "a-formula-against-specifics": (
        "both | discuss | discussed | They discussed issues of mutual interest.",
        "both | discuss | discussed | They discussed fishing quotas in the northern strait.",
        "1-1 differs detail",
        {("vagueness", "degree"), ("one-sided", "degree")},
    ),
    "a-phrase-in-quotation-marks": (
        "velin | emphasize | stressed | President Velin stressed “open ports” for grain.",
        "velin | emphasize | stressed | President Velin stressed ports for grain.",
        "1-1 differs detail",
        {("quotation", "minor")},
    ),
    "a-condition-on-a-promise": (
        "velin | commit | promised | Velin promised 20 generators for the hospital.",
        "velin | commit | promised | Velin promised 20 generators for the hospital if asked.",
        "1-1 differs detail",
        {("condition", "substantive")},
    ),
    "dates-of-which-one-says-more": (
        "velin | state | said | President Velin said the bridge opens in May 2031.",
        "velin | state | said | President Velin said the bridge opens on 14 May 2031.",
        "1-1 differs facts",
        set(),
    ),
}


@pytest.mark.parametrize("row", LINKED)
def test_linked_statements_give_the_code_that_tells_their_difference(row: str) -> None:
    left, right, link, expected = LINKED[row]
    divergence = score(account("NRL", [SPOKE, left]), account("VST", [SPOKE, right]), "0-0", link)
    above = {pair for pair in told(divergence) if pair[1] != "minor"}
    assert expected <= told(divergence)
    assert above == {pair for pair in expected if pair[1] != "minor"}


#: One statement of the left account that the right one does not have.
ALONE = {
    "a-request": (
        "velin | request | urged | President Velin urged the release of the crew.",
        ("one-sided", "substantive"),
    ),
    "a-position": (
        "velin | emphasize | stressed | President Velin stressed the value of the harbour treaty.",
        ("one-sided", "degree"),
    ),
    "a-figure": (
        "velin | state | said | President Velin said that 400 tonnes were delivered.",
        ("one-sided", "substantive"),
    ),
    "a-greeting": (
        "velin | express | conveyed | President Velin conveyed her best wishes for the holidays.",
        ("one-sided", "minor"),
    ),
    "how-it-went": (
        "- | narrate | took place | The conversation took place in a friendly atmosphere.",
        ("one-sided", "minor"),
    ),
    "the-other-side-speaks": (
        "orsk | commit | promised | Prime Minister Orsk promised to open the strait.",
        ("credited-words", "substantive"),
    ),
    "an-invitation": (
        "velin | propose | invited | President Velin invited Prime Minister Orsk to Norland.",
        ("next-steps", "substantive"),
    ),
    "staying-in-touch": (
        "both | agree | agreed | They agreed to stay in touch.",
        ("one-sided", "minor"),
    ),
}


@pytest.mark.parametrize("row", ALONE)
def test_what_one_account_alone_has_weighs_by_what_it_does(row: str) -> None:
    line, expected = ALONE[row]
    divergence = score(account("NRL", [SPOKE, line]), account("VST", [SPOKE]), "0-0")
    assert told(divergence) == {expected}


@pytest.mark.parametrize(
    ("completeness", "expected"),
    [
        pytest.param(None, "The VST account does not mention it.", id="full"),
        pytest.param(EXCERPT, "It is not in the VST excerpt.", id="excerpt"),
        pytest.param(Completeness(), "It is not in the VST text at hand.", id="unknown"),
    ],
)
def test_absence_is_told_by_how_complete_the_other_text_is(
    completeness: Completeness | None, expected: str
) -> None:
    fields = {"completeness": completeness} if completeness else {}
    left = account("NRL", [SPOKE, ALONE["a-request"][0]])
    divergence = score(left, account("VST", [SPOKE], **fields), "0-0")
    assert sentences(divergence, "one-sided") == [
        f"Only in the NRL account: Velin “urged the release of the crew”. {expected}"
    ]


def with_claim(version: Version, kind: ClaimKind, value: str) -> Version:
    return attrs.evolve(version, claims=(Claim(kind=kind, value=value, span=Span(0, 9)),))


@pytest.mark.parametrize(
    ("kind", "left", "right", "expected"),
    [
        (ClaimKind.DATE, "2031-05-14", "2031-05-15", {("figures", "substantive")}),
        (ClaimKind.DATE, "2031-05-14", "--05-14", set()),
        (ClaimKind.DURATION, "30 minute", "45 minute", {("figures", "degree")}),
        (ClaimKind.INITIATOR, "NRL", "VST", {("initiator", "substantive")}),
        (ClaimKind.INITIATOR, "NRL", "", {("initiator", "minor")}),
        (ClaimKind.CONTACT, "call", "meeting", {("contact-kind", "degree")}),
        (ClaimKind.CONTACT, "call", "call", set()),
    ],
)
def test_claims_about_the_conversation(
    kind: ClaimKind, left: str, right: str, expected: set[tuple[str, str]]
) -> None:
    versions = [account("NRL", [SPOKE]), account("VST", [SPOKE])]
    versions = [
        with_claim(v, kind, c) if c else v for v, c in zip(versions, (left, right), strict=True)
    ]
    assert told(score(versions[0], versions[1], "0-0")) == expected


@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [
        pytest.param({"via": "Karsa Wire"}, {}, {("channel", "minor")}, id="carried"),
        pytest.param(
            {"genre": Genre.READOUT}, {"genre": Genre.STATEMENT}, {("channel", "minor")}, id="genre"
        ),
        pytest.param({"genre": Genre.READOUT}, {}, set(), id="genre-unknown"),
        pytest.param(
            {"published": dt.date(2031, 5, 14)},
            {"published": dt.date(2031, 5, 15)},
            {("first-published", "minor")},
            id="days",
        ),
        pytest.param(
            {"published": dt.datetime(2031, 5, 14, 9, tzinfo=dt.UTC)},
            {"published": dt.date(2031, 5, 14)},
            set(),
            id="one-day",
        ),
    ],
)
def test_how_the_accounts_were_published(
    left: dict[str, object], right: dict[str, object], expected: set[tuple[str, str]]
) -> None:
    versions = account("NRL", [SPOKE], **left), account("VST", [SPOKE], **right)
    assert told(score(*versions, "0-0")) == expected


def test_a_translation_is_a_caveat_of_force_and_of_names() -> None:
    left, right, link, _ = LINKED["warned-against-noted"]
    versions = (
        account("NRL", [SPOKE, left], translation=Translation.ORIGINAL),
        account("VST", [SPOKE, right], translation=Translation.UNOFFICIAL),
    )
    (finding,) = score(*versions, "0-0", link).findings
    assert finding.caveats == ("The VST text is a translation.",)


LONG = [
    f"velin | emphasize | stressed | President Velin stressed the {matter} of the {place}."
    for matter in ("dredging", "lighting", "insurance", "staffing", "pricing", "mapping")
    for place in ("northern strait", "old harbour", "Karsa islands")
]


def test_a_long_account_against_a_short_one_is_told_in_a_few_findings() -> None:
    divergence = score(account("NRL", [SPOKE, *LONG]), account("VST", [SPOKE]), "0-0")
    one_sided = [f for f in divergence.findings if f.code is FindingCode.ONE_SIDED]
    assert len(one_sided) <= 6
    assert sorted(i for f in one_sided for i in f.left) == list(range(1, len(LONG) + 1))
    assert FindingCode.LENGTH in {f.code for f in divergence.findings}


MATTER = (
    "velin | state | said | Velin said that the talks of 5 May with Karsa worry her state.",
    "orsk | emphasize | stressed | Orsk stressed that the meeting is about timber alone.",
    "velin | emphasize | stressed | Velin stressed that the talks of 5 May with Karsa divide us.",
    "orsk | emphasize | underlined | Orsk underlined that the talks of 5 May are open to all.",
)


def test_the_lines_of_one_matter_are_one_finding_that_names_it() -> None:
    divergence = score(account("NRL", [SPOKE, *MATTER]), account("VST", [SPOKE]), "0-0")
    (one,) = (f for f in divergence.findings if f.code is FindingCode.ONE_SIDED)
    assert one.left == (1, 2, 3, 4)
    sentence = phrase_finding(one)
    assert "on “5 May with Karsa”, " in sentence
    assert " of its " in sentence
    assert "Orsk" not in sentence
    credited = [f.left for f in divergence.findings if f.code is FindingCode.CREDITED_WORDS]
    assert sorted(i for group in credited for i in group) == [2, 4]


def test_an_agreement_that_another_link_confirms_is_in_both() -> None:
    agreed = "both | agree | agreed | The leaders agreed to reopen the strait for grain."
    spoke = "both | discuss | discussed | The leaders discussed the strait and grain."
    left, right = account("NRL", [SPOKE, agreed]), account("VST", [SPOKE, spoke, agreed])
    divergence = score(left, right, "0-0", "1-1 differs force", "1-2")
    assert "agreement" not in {code for code, _ in told(divergence)}


def test_a_fact_is_not_about_the_conversation_itself() -> None:
    fact = (
        "- | narrate | entered | The harbour dues of Karsa entered into force for timber ships "
        "and grain barges alike."
    )
    call = "- | narrate | lasted | The conversation lasted forty minutes."
    divergence = score(account("NRL", [SPOKE, fact, call]), account("VST", [SPOKE]), "0-0")
    forms = {f.slot("form"): f.left for f in divergence.findings if f.left}
    assert forms == {"statements": (1,), "atmosphere": (2,)}


def test_the_first_findings_are_on_different_matters() -> None:
    left, right, link, _ = LINKED["warned-against-noted"]
    divergence = score(
        account("NRL", [SPOKE, left, ALONE["a-request"][0]]),
        account("VST", [SPOKE, right, ALONE["the-other-side-speaks"][0].replace("orsk", "velin")]),
        "0-0",
        link,
    )
    first = divergence.findings[:3]
    places = [{("left", i) for i in f.left} | {("right", i) for i in f.right} for f in first]
    assert not places[0] & places[1]
    assert not places[1] & places[2]
    assert Severity.SUBSTANTIVE in {f.severity for f in first}


def test_lines_of_a_third_person_are_not_credited_to_the_other_side() -> None:
    line = ALONE["the-other-side-speaks"][0]
    left = account("EU", [SPOKE, line])
    divergence = score_divergence(join(left, account("NRL", [SPOKE]), "0-0"))
    assert FindingCode.CREDITED_WORDS not in {f.code for f in divergence.findings}


TEMPLATES = [
    (code, form)
    for code in FindingCode
    for form in default_lexicon().entry("sentences", code.value).values
]


@pytest.mark.parametrize(("code", "form"), TEMPLATES, ids=[f"{c.value}.{f}" for c, f in TEMPLATES])
def test_each_sentence_asks_for_slots_that_its_code_fills(code: FindingCode, form: str) -> None:
    template = default_lexicon().entry("sentences", code.value).text(form)
    asked = {name for _, name, _, _ in string.Formatter().parse(template) if name}
    assert asked <= {*SLOTS[code], "left", "right", "matter", "absence"}
    assert "absence" not in asked or {"other", "state"} <= set(SLOTS[code])


def test_a_finding_says_itself_in_few_characters() -> None:
    finding = Finding(code=FindingCode.LENGTH, severity=Severity.MINOR)
    assert len(repr(finding)) < 80
