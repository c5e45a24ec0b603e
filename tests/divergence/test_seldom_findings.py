"""Findings, names and quotations for what few accounts say."""

from __future__ import annotations

from pathlib import Path

import attrs
import pytest
from divergence_accounts import ORSK, VELIN, account, join, score

from paired_readouts.divergence import score_divergence
from paired_readouts.divergence._matters import name_matter
from paired_readouts.divergence._quoting import gist
from paired_readouts.divergence._reading import read_pair
from paired_readouts.divergence.sentences import name_accounts
from paired_readouts.lexicon import default_lexicon, load_lexicon
from paired_readouts.model import FindingCode, Version

SPOKE = "- | narrate | spoke | President Velin spoke with Prime Minister Orsk."


def test_the_name_of_a_matter_does_not_end_in_a_genitive() -> None:
    rows = [
        "velin | state | | Velin urged the closure of the Sollen strait's northern gates.",
        "velin | state | | Velin said the Sollen strait's closure must end.",
    ]
    alignment = join(account("NRL", [SPOKE, *rows]), account("VST", [SPOKE]), "0-0")
    left = read_pair(alignment, default_lexicon()).left
    name = name_matter(left, (1, 2))
    assert name is not None
    assert name.cut(left.version.text) == "closure of the Sollen strait's northern gates"


def test_the_gist_of_a_statement_without_content_stands_behind_its_verb() -> None:
    version = account("NRL", [SPOKE, "velin | state | said | Velin said that the port is open."])
    bare = attrs.evolve(version.statements[1], content=())
    version = attrs.evolve(version, statements=(version.statements[0], bare))
    alignment = join(version, account("VST", [SPOKE]), "0-0")
    assert gist(read_pair(alignment, default_lexicon()).left, (1,)) == "port is open"


def of_states(version: Version, codes: dict[str, str]) -> Version:
    """The account as one of two states that the lexicon knows."""
    people = {p: attrs.evolve(p, party=codes[p.party]) for p in (VELIN, ORSK)}
    statements = tuple(
        attrs.evolve(s, speakers=tuple(people[p] for p in s.speakers)) for s in version.statements
    )
    return attrs.evolve(
        version,
        party=codes[version.party],
        participants=tuple(people.values()),
        statements=statements,
    )


CONDEMNED = "criticize | condemned |"
#: What each says, with the topic, and whether they charge each other.
CHARGED = {
    "each-the-other": (
        f"{CONDEMNED} Velin condemned Germany for the shelling.",
        f"{CONDEMNED} Orsk condemned France for the shelling.",
        ("", ""),
        True,
    ),
    "one-a-third": (
        f"{CONDEMNED} Velin condemned Germany for the shelling.",
        f"{CONDEMNED} Orsk condemned Chile for the shelling.",
        ("", ""),
        False,
    ),
    "on-two-topics": (
        f"{CONDEMNED} Velin condemned Germany for the fences.",
        f"{CONDEMNED} Orsk condemned France for dear grain.",
        ("migration", "agriculture"),
        False,
    ),
    "neither-charges": (
        "state | named | Velin named Germany and the shelling.",
        "state | named | Orsk named France and the shelling.",
        ("", ""),
        False,
    ),
}


@pytest.mark.parametrize(("one", "other", "topics", "told"), CHARGED.values(), ids=CHARGED)
def test_each_charges_the_other(
    one: str,
    other: str,
    topics: tuple[str, str],
    told: bool,  # noqa: FBT001
) -> None:
    codes = {"NRL": "FR", "VST": "DE"}
    accounts = []
    for party, who, row, topic in (
        ("NRL", "velin", one, topics[0]),
        ("VST", "orsk", other, topics[1]),
    ):
        version = of_states(account(party, [SPOKE, f"{who} | {row}"]), codes)
        line = attrs.evolve(version.statements[1], topics=(topic,) if topic else ())
        accounts.append(attrs.evolve(version, statements=(version.statements[0], line)))
    found = score_divergence(join(*accounts, "0-0")).findings
    assert (FindingCode.AGAINST_EACH_OTHER in {finding.code for finding in found}) is told


HARBOUR = "a very new harbour " * 20
#: What stands between marks on the left and on the right, and the forms of what is told of it.
QUOTED = {
    "one-quoted": ("“a new harbour” now", "the old pier now", ["only"]),
    "never-closed": ("“a new harbour now", "a new harbour now", []),
    "too-long": (f"“{HARBOUR}” now", "a new harbour now", []),
}


@pytest.mark.parametrize(("one", "other", "forms"), QUOTED.values(), ids=QUOTED)
def test_phrases_in_quotation_marks(one: str, other: str, forms: list[str]) -> None:
    left, right = (
        account(party, [SPOKE, f"velin | state | spoke of | Velin spoke of {words}."])
        for party, words in (("NRL", one), ("VST", other))
    )
    found = score(left, right, "0-0", "1-1 differs detail").findings
    assert [f.slot("form") for f in found if f.code is FindingCode.QUOTATION] == forms


def test_a_formula_beside_a_sentence_of_contact_is_not_vague() -> None:
    formula = "velin | discuss | discussed | Velin and Orsk discussed issues of mutual interest."
    for row, vague in (
        ("- | narrate | spoke | Orsk spoke with Velin on grain and fish.", False),
        ("velin | discuss | discussed | Velin and Orsk discussed grain, fish and timber.", True),
    ):
        left, right = account("NRL", [SPOKE, formula]), account("VST", [SPOKE, row])
        found = score(left, right, "0-0", "1-1 differs detail").findings
        assert (FindingCode.VAGUENESS in {finding.code for finding in found}) is vague


FRAME = "velin | state | said | Velin said that"
#: What one adds to "the ports are open", and whether that denies it.
ADDED = [
    ("denied", "the ports are not open", True),
    ("denied-of-all", "no ports are open", True),
    ("dues", "the ports are open, with no dues", False),
    ("another-matter", "the ports are open and the dam does not leak", False),
]


@pytest.mark.parametrize(("words", "denies"), [row[1:] for row in ADDED], ids=[r[0] for r in ADDED])
def test_a_denial_is_of_what_both_have(words: str, denies: bool) -> None:  # noqa: FBT001
    left = account("NRL", [SPOKE, f"{FRAME} {words}."])
    right = account("VST", [SPOKE, f"{FRAME} the ports are open."])
    found = score(left, right, "0-0", "1-1 differs detail").findings
    assert (FindingCode.DENIAL in {finding.code for finding in found}) is denies


def test_a_denial_in_an_added_item_denies_nothing_else() -> None:
    frame = "velin | request | urged | Velin urged [a truce in Karsa]"
    left = account("NRL", [SPOKE, f"{frame} and [no further delay in talks]."])
    right = account("VST", [SPOKE, f"{frame}."])
    found = score(left, right, "0-0", "1-1 differs detail").findings
    assert FindingCode.DENIAL not in {finding.code for finding in found}


def test_accounts_are_named_in_the_words_of_the_lexicon_given() -> None:
    golden = load_lexicon(Path(__file__).parents[1] / "golden" / "lexicon")
    versions = [account(party, [SPOKE], issuer="") for party in ("NRL", "VST")]
    assert name_accounts(versions) == ["NRL", "VST"]
    assert name_accounts(versions, lexicon=default_lexicon() | golden) == ["Norlandic", "Vestrian"]
