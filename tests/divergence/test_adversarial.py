"""Small edits of one account: each gives the finding that it should, and nothing else of weight."""

from __future__ import annotations

from itertools import pairwise

import pytest
from divergence_accounts import ORSK, VELIN, account, join, told

from paired_readouts.comparison import compare_versions
from paired_readouts.divergence import score_divergence
from paired_readouts.model import Completeness, CompletenessLevel, Severity, Version

BASE = tuple(
    """
    - | narrate | spoke | President Mara Velin spoke today with Prime Minister Tomas Orsk.
    both | agree | agreed | The leaders agreed to cooperate on [energy] and [infrastructure].
    velin | state | said | President Velin said that Norland will send 200 observers on 14 May.
    orsk | praise | thanked | Prime Minister Orsk thanked President Velin for the flood relief.
    velin | emphasize | stressed | President Velin stressed the need for free passage of grain.
    both | discuss | discussed | The leaders discussed [trade], [fisheries] and [the Karsa islands].
    velin | express | expressed concern | Velin expressed concern about the conflict in Karsa.
    both | emphasize | underlined | The leaders underlined their support for the harbour treaty.
    """.strip().splitlines()
)


def edit(number: int, line: str) -> tuple[str, ...]:
    return (*BASE[:number], line, *BASE[number + 1 :])


#: The edit; the link of the edited line where the alignment gives it a difference; what is found
#: above minor.
ROWS = {
    "identical": (BASE, "", set()),
    "sentence-moved": ((BASE[0], BASE[6], *BASE[1:6], BASE[7]), "moved", set()),
    "paraphrased": (
        edit(
            4,
            "velin | emphasize | underscored | President Velin underscored that grain must pass "
            "freely.",
        ),
        "4-4 same",
        set(),
    ),
    "speakers-swapped": (
        edit(
            4,
            "orsk | emphasize | stressed | Prime Minister Orsk stressed the need for free passage "
            "of grain.",
        ),
        "4-4 differs speaker",
        {("reassigned", "substantive")},
    ),
    "joint-made-single": (
        edit(
            7,
            "velin | emphasize | underlined | President Velin underlined her support for the "
            "harbour treaty.",
        ),
        "7-7 differs speaker",
        {("joint-single", "degree")},
    ),
    "scope-changed": (
        edit(
            1,
            "both | agree | agreed | The leaders agreed to cooperate on [energy infrastructure].",
        ),
        "1-1 differs detail",
        {("agreement", "degree")},
    ),
    "number-changed": (
        edit(
            2,
            "velin | state | said | President Velin said that Norland will send 300 observers "
            "on 14 May.",
        ),
        "2-2 differs facts",
        {("figures", "substantive")},
    ),
    "date-moved": (
        edit(
            2,
            "velin | state | said | President Velin said that Norland will send 200 observers "
            "on 15 May.",
        ),
        "2-2 differs facts",
        {("figures", "substantive")},
    ),
    "agreed-to-discussed": (
        edit(
            1,
            "both | discuss | discussed | The leaders discussed cooperation on [energy] and "
            "[infrastructure].",
        ),
        "1-1 differs force",
        {("agreement", "substantive")},
    ),
    "will-to-will-consider": (
        edit(
            2,
            "velin | state | said | President Velin said that Norland will consider sending 200 "
            "observers on 14 May.",
        ),
        "2-2 differs force",
        {("certainty", "degree")},
    ),
    "negation-added": (
        edit(
            2,
            "velin | state | said | President Velin said that Norland will not send 200 observers "
            "on 14 May.",
        ),
        "2-2 conflict",
        {("denial", "substantive")},
    ),
    "condition-added": (
        edit(
            2,
            "velin | state | said | President Velin said that Norland will send 200 observers "
            "on 14 May if the ceasefire holds.",
        ),
        "2-2 differs detail",
        {("condition", "degree")},
    ),
    "name-made-loaded": (
        edit(
            6,
            "velin | express | expressed concern | Velin expressed concern about the war in Karsa.",
        ),
        "6-6 differs terms",
        {("naming", "degree")},
    ),
    "item-dropped": (
        edit(
            5,
            "both | discuss | discussed | The leaders discussed [trade] and [the Karsa islands].",
        ),
        "5-5 differs detail",
        {("one-sided", "degree")},
    ),
    "paragraph-dropped": ((*BASE[:3], *BASE[5:]), "dropped", {("one-sided", "degree")}),
    "undertaking-in-the-other-mouth": (
        edit(
            2,
            "orsk | state | said | Prime Minister Orsk said that Vestria will send 200 observers "
            "on 14 May.",
        ),
        "2-2 differs speaker",
        {("reassigned", "substantive")},
    ),
}

#: As an analyst would rank the edits: each edit of a line weighs more than each of the next line.
ORDER = (
    (
        *("negation-added", "speakers-swapped", "undertaking-in-the-other-mouth"),
        *("agreed-to-discussed", "number-changed", "date-moved"),
    ),
    (
        *("joint-made-single", "scope-changed", "will-to-will-consider", "condition-added"),
        *("name-made-loaded", "item-dropped", "paragraph-dropped"),
    ),
    ("sentence-moved",),
    ("paraphrased", "identical"),
)
STEPS = [
    (heavier, lighter) for here, there in pairwise(ORDER) for heavier in here for lighter in there
]


def links_of(row: str) -> list[str]:
    _, how, _ = ROWS[row]
    if how == "moved":
        places = [0, 2, 3, 4, 5, 6, 1, 7]
        return [f"{i}-{j}" for i, j in enumerate(places)]
    if how == "dropped":
        return [f"{i}-{j}" for i, j in ((0, 0), (1, 1), (2, 2), (5, 3), (6, 4), (7, 5))]
    edited = how.split("-")[0]
    plain = [f"{i}-{i}" for i in range(len(BASE)) if str(i) != edited]
    return sorted([*plain, how] if how else plain)


def versions_of(row: str) -> tuple[Version, Version]:
    return account("NRL", BASE), account("NRL", ROWS[row][0])


@pytest.mark.parametrize("row", ROWS)
def test_an_edit_gives_its_finding_and_nothing_else_of_weight(row: str) -> None:
    divergence = score_divergence(join(*versions_of(row), *links_of(row)))
    assert told(divergence, "substantive", "degree") == ROWS[row][2]


def test_identical_accounts_have_no_finding_at_all() -> None:
    divergence = score_divergence(join(*versions_of("identical"), *links_of("identical")))
    assert divergence.findings == ()
    assert divergence.measures.divergence.value == 0


def test_a_moved_sentence_shows_as_order_alone() -> None:
    divergence = score_divergence(join(*versions_of("sentence-moved"), *links_of("sentence-moved")))
    assert told(divergence) == {("order", "minor")}


def weight(row: str) -> tuple[float | None, ...]:
    measures = score_divergence(join(*versions_of(row), *links_of(row))).measures
    return (measures.substantive.value, measures.degree.value, measures.minor.value)


@pytest.mark.parametrize(("heavier", "lighter"), STEPS, ids=[f"{a}>{b}" for a, b in STEPS])
def test_severity_counts_rank_the_edits_as_an_analyst_would(heavier: str, lighter: str) -> None:
    assert weight(heavier) > weight(lighter)


def test_every_edit_has_its_place_in_the_order() -> None:
    assert sorted(row for rows in ORDER for row in rows) == sorted(ROWS)


def text_of(lines: tuple[str, ...]) -> str:
    sentences = [line.split("|")[3].strip() for line in lines]
    return " ".join(sentences).replace("[", "").replace("]", "")


@pytest.mark.parametrize("row", ROWS)
def test_an_edit_gives_its_finding_from_the_texts_alone(row: str) -> None:
    full = Completeness(level=CompletenessLevel.FULL)
    left, right = (
        Version(text=text_of(lines), party="NRL", completeness=full)
        for lines in (BASE, ROWS[row][0])
    )
    comparison = compare_versions(left, right, participants=(VELIN, ORSK))
    above_minor = [s.value for s in Severity if s is not Severity.MINOR]
    assert told(comparison.divergence, *above_minor) == ROWS[row][2]
