"""Rows that notice a small slip in the divergence: each kills a change that nothing else did."""

from __future__ import annotations

import datetime as dt
from typing import Any

import attrs
import pytest
from divergence_accounts import ORSK, account, join, score

from paired_readouts.divergence import (
    compare_revisions,
    credited_words,
    measure_agreement,
    phrase_finding,
    score_divergence,
)
from paired_readouts.divergence._accounts import Account
from paired_readouts.divergence._matters import group_matters, name_matter
from paired_readouts.divergence._names import name_of
from paired_readouts.divergence._quoting import gist
from paired_readouts.divergence._reading import read_pair
from paired_readouts.divergence._segments import end_of_phrase
from paired_readouts.divergence.ranking import score_finding
from paired_readouts.divergence.sentences import absence
from paired_readouts.lexicon import default_lexicon
from paired_readouts.model import (
    Act,
    Claim,
    ClaimKind,
    Comparison,
    Embedded,
    Finding,
    FindingCode,
    Participant,
    Severity,
    Slot,
    Span,
)

SPOKE = "- | narrate | spoke | President Velin spoke with Prime Minister Orsk."
OPEN = "velin | state | said | Velin said that the port is open."
PLEDGE = "velin | emphasize | reaffirmed | Velin reaffirmed the ironclad pledge to the valley."
LATE = ("rain", "the harvest", "one of the ferries", "snow", "the mail", "fog", "hail", "dew")

#: How many earlier accounts have a phrase, of how many, and whether it is the party's own.
USUAL = [(2, 2, False), (3, 3, True), (3, 4, True), (3, 5, False), (4, 5, True), (5, 8, False)]


@pytest.mark.parametrize(("have", "total", "own"), USUAL, ids=[f"{a}-of-{b}" for a, b, _ in USUAL])
def test_a_phrase_is_usual_in_three_of_four_accounts(have: int, total: int, own: bool) -> None:  # noqa: FBT001
    said = [f"velin | state | said | Velin said {word} was late." for word in LATE[:total]]
    earlier = [account("NRL", [*[PLEDGE][: n < have], row]) for n, row in enumerate(said)]
    alignment = join(account("NRL", [SPOKE]), account("VST", [SPOKE]), "0-0")
    found = score_divergence(alignment, history=earlier).findings
    expected = [(str(have), str(total), round(have / total, 6))] if own else []
    assert [(f.slot("count"), f.slot("total"), f.confidence) for f in found] == expected
    phrase = "“velin reaffirmed the ironclad pledge to the valley”"
    assert [f.slot("phrase") for f in found] == ([phrase] if own else [])


#: A line of the earlier text, the same line of the later one, and what the change weighs.
REVISED = [
    ("a-leaning", "velin | state | said | At the same time, Velin said so.", "Velin said so.", "m"),
    ("a-small-word", OPEN, "Velin said that a port is open.", "minor"),
    ("a-telling-word", OPEN, "Velin said that the harbour is open.", "degree"),
    ("a-condition", OPEN, "Velin said that the port is open if asked.", "degree"),
    ("a-denial", OPEN, "Velin said that the port is not open.", "degree"),
]


@pytest.mark.parametrize(
    ("before", "after", "weight"), [row[1:] for row in REVISED], ids=[row[0] for row in REVISED]
)
def test_a_changed_word_weighs_by_what_it_tells(before: str, after: str, weight: str) -> None:
    later = f"velin | state | said | {after}"
    left, right = account("NRL", [SPOKE, before]), account("NRL", [SPOKE, later])
    (finding,) = compare_revisions(join(left, right, "0-0", "1-1"))
    assert finding.severity.value.startswith(weight)


#: A finding that differs from the first in one thing, and its score.
SCORES: dict[str, tuple[dict[str, Any], float]] = {
    "on-the-whole": ({}, 0.3),
    "half-of-one-account": ({"left": (1,)}, 0.707107),
    "half-of-the-other": ({"right": (1,)}, 0.707107),
    "half-of-both": ({"left": (1,), "right": (1,)}, 1.202082),
    "all-of-one-account": ({"left": (0, 1)}, 1.0),
    "of-degree": ({"severity": Severity.DEGREE}, 0.21),
    "minor": ({"severity": Severity.MINOR}, 0.09),
    "unsure": ({"confidence": 0.45}, 0.135),
    "to-be-checked": ({"confidence": 0.44}, 0.066),
    "of-the-order": ({"code": FindingCode.ORDER}, 0.15),
    "what-is-left": ({"slots": (Slot(name="form", text="rest"),)}, 0.15),
}


@pytest.mark.parametrize("row", SCORES)
def test_the_score_of_a_finding(row: str) -> None:
    changed, expected = SCORES[row]
    # Two sentences of seven words an account: either is half of it.
    versions = [account(code, [SPOKE, SPOKE]) for code in ("NRL", "VST")]
    pair = read_pair(join(*versions, "0-0", "1-1"), default_lexicon())
    plain = Finding(code=FindingCode.ONE_SIDED, severity=Severity.SUBSTANTIVE, confidence=1.0)
    assert score_finding(pair, attrs.evolve(plain, **changed)) == pytest.approx(expected, abs=1e-6)


#: The later text of a line, and how the change is told.
FORMS = [
    ("Velin said that the harbour is open.", "changed"),
    ("Velin said that the port is open if asked.", "added"),
    ("Velin said that the port.", "dropped"),
]


@pytest.mark.parametrize(("after", "form"), FORMS, ids=[row[1] for row in FORMS])
def test_a_change_is_told_by_what_it_does(after: str, form: str) -> None:
    left = account("NRL", [SPOKE, OPEN])
    right = account("NRL", [SPOKE, f"velin | state | said | {after}"])
    (finding,) = compare_revisions(join(left, right, "0-0", "1-1"))
    assert finding.slot("form") == form


def read_left(*sentences: str) -> Account:
    """An account of these sentences, each by Velin or by Orsk, facing one that tells nothing."""
    rows = [f"{text.partition(' ')[0].lower()} | state | | {text}" for text in sentences]
    left = account("NRL", [SPOKE, *rows])
    return read_pair(join(left, account("VST", [SPOKE]), "0-0"), default_lexicon()).left


SAILORS = "Orsk praised the sailors of the Karsa strait."
FLEET = "Velin said that the herring fleet of Sollen matters."
INSURED = "Orsk praised cheaper insurance for the fleet."
HELD = "Velin said that the release of sailors held in Sollen matters."
#: What an account says, and which of it is on one matter.
MATTERS = {
    "a-leaning-sentence": (
        [
            "Velin described the rise of grain prices in Karsa.",
            "Velin, in this regard, urged more patrols.",
        ],
        [[1, 2]],
    ),
    "two-of-their-own": (
        ["Velin described the rise of grain prices in Karsa.", "Velin urged more patrols."],
        [[1], [2]],
    ),
    "over-one-between": ([INSURED, HELD, "Orsk praised the herring fleet of Sollen."], [[1, 2, 3]]),
    "a-word-of-many": (
        [
            "Velin said that a ferry between Tarn and Sollen matters.",
            "Velin urged the herring quota in the Karsa strait.",
            "Velin urged grain for the harbour of Tarn.",
            "Velin urged a ferry between Tarn and Sollen.",
            "Velin urged the herring fleet of Sollen.",
            "Velin said that grain for the harbour of Tarn matters.",
            "Orsk praised the Sollen harbour.",
            "Orsk praised grain for the harbour of Tarn.",
        ],
        [[1, 2, 4, 5], [3, 6, 7, 8]],
    ),
}


@pytest.mark.parametrize(("sentences", "groups"), MATTERS.values(), ids=MATTERS)
def test_statements_on_one_matter(sentences: list[str], groups: list[list[int]]) -> None:
    found = group_matters(read_left(*sentences), tuple(range(1, len(sentences) + 1)))
    assert found == tuple(map(tuple, groups))


#: Two statements, and the words that name their matter.
NAMES = {
    "two-words": (
        "Velin urged the release of detained fishermen.",
        "Velin said detained fishermen must return.",
        "detained fishermen",
    ),
    "one-word": ("Velin urged the ferry on.", "Velin said the ferry is late.", None),
}


@pytest.mark.parametrize(("one", "other", "name"), NAMES.values(), ids=NAMES)
def test_the_name_of_a_matter(one: str, other: str, name: str | None) -> None:
    left = read_left(one, other)
    found = name_matter(left, (1, 2))
    assert (found and found.cut(left.version.text)) == name


#: A statement, and the first words of what it says.
GISTS = {
    "Velin, at the same time, spoke of Tarn.": "Velin, at the same time, spoke of Tarn",
    "At the same time Velin spoke of Tarn.": "Velin spoke of Tarn",
    "Velin spoke at the same time of Tarn.": "Velin spoke at the same time of Tarn",
}


@pytest.mark.parametrize("text", GISTS)
def test_the_gist_begins_behind_what_only_leans(text: str) -> None:
    left = account("NRL", [SPOKE, f"velin | state | | {text}"])
    pair = read_pair(join(left, account("VST", [SPOKE]), "0-0"), default_lexicon())
    assert gist(pair.left, (1,)) == GISTS[text]


#: Where a phrase that begins at a name ends.
ENDS = {
    "a truce in Karsa Strait Valley.": "Karsa Strait Valley",
    "a truce in Karsa  Strait Valley.": "Karsa",
    "a truce in Karsa-Strait Valley.": "Karsa",
    "a truce in Karsa": "Karsa",
}


@pytest.mark.parametrize("text", ENDS)
def test_a_phrase_goes_on_over_single_spaces(text: str) -> None:
    left = read_left(f"Velin urged {text}")
    start = left.version.text.index("Karsa")
    end = end_of_phrase(left, start + len("Karsa"))
    assert left.version.text[start:end] == ENDS[text]


def test_a_phrase_does_not_go_on_behind_a_sign() -> None:
    left = read_left("Velin spoke of 3 Jan. and of Karsa.")
    end = left.version.text.index("Jan.") + len("Jan.")
    assert end_of_phrase(left, end) == end


#: A person, and the name in sentences.
SHORT_NAMES = {
    "Mara Velin": "Velin",
    "Joon Aster, Jr.": "Aster",
    "Jr.": "Jr.",
}


@pytest.mark.parametrize("name", SHORT_NAMES)
def test_the_short_name_of_a_person(name: str) -> None:
    assert name_of(Participant(name=name)) == SHORT_NAMES[name]


def test_marks_around_nothing_quote_nothing() -> None:
    left, right = (
        account(party, [SPOKE, f"velin | state | spoke of | Velin spoke of “{words}” now."])
        for party, words in (("NRL", "a new harbour"), ("VST", ""))
    )
    found = score(left, right, "0-0", "1-1 differs detail").findings
    quoted = [f for f in found if f.code is FindingCode.QUOTATION]
    assert [f.slot("form") for f in quoted] == ["only"]


def test_who_speaks_is_asked_of_each_side() -> None:
    left = account("NRL", [OPEN, "orsk | state | said | Orsk said that the dam is safe."])
    right = account("VST", ["orsk | state | said | Orsk said that the dam is safe.", OPEN])
    alignment = join(left, right, "0-1", "1-0")
    divergence = score_divergence(alignment)
    pair = Comparison(left=left, right=right, alignment=alignment, divergence=divergence)
    measure = measure_agreement([pair] * 10)
    assert (measure.value, measure.k, measure.n) == (1.0, 20, 20)


@pytest.mark.parametrize("speakers", [(), (ORSK,)], ids=["nobody", "one-of-their-own"])
def test_reported_content_is_credited_to_the_other_side_only(
    speakers: tuple[Participant, ...],
) -> None:
    version = account("VST", [SPOKE, "orsk | praise | welcomed | Orsk welcomed the offer."])
    at = version.text.index("offer")
    inner = Embedded(
        speakers=speakers, act=Act.PROPOSE, cue=Span(at, at + 5), span=Span(at, at + 5)
    )
    statement = attrs.evolve(version.statements[1], embedded=(inner,))
    version = attrs.evolve(version, statements=(version.statements[0], statement))
    alignment = join(account("NRL", [SPOKE]), version, "0-0")
    divergence = score_divergence(alignment)
    comparison = Comparison(
        left=alignment.left, right=alignment.right, alignment=alignment, divergence=divergence
    )
    assert credited_words(comparison) == ()


LONG = (
    "the swift return of all fishermen and sailors held since the storms of last winter in ports "
    "of the northern strait"
)
#: What one account has more, and what is quoted of it.
ADDED = [
    ("one-is-quoted-at-length", [LONG], "ports of the northern strait”"),
    ("two-are-cut-short", [LONG, "cheaper insurance"], "of last …” and “cheaper insurance”"),
]


@pytest.mark.parametrize(("items", "end"), [r[1:] for r in ADDED], ids=[r[0] for r in ADDED])
def test_added_items_are_quoted_by_how_many_there_are(items: list[str], end: str) -> None:
    frame = "velin | request | urged | President Velin urged"
    marked = "; ".join(f"[{item}]" for item in ["a truce in Karsa", *items])
    left = account("NRL", [SPOKE, f"{frame} {marked}."])
    right = account("VST", [SPOKE, f"{frame} [a truce in Karsa]."])
    (finding,) = score(left, right, "0-0", "1-1 differs detail").findings
    assert finding.slot("added").startswith("“the swift return of all fishermen and sailors")
    assert finding.slot("added").endswith(end)


def test_a_phrase_that_is_still_there_is_not_gone() -> None:
    earlier = [account("NRL", [PLEDGE, f"velin | state | said | {word}."]) for word in LATE[:3]]
    alignment = join(account("NRL", [SPOKE, PLEDGE]), account("VST", [SPOKE]), "0-0")
    assert "own-history" not in {
        f.code.value for f in score_divergence(alignment, history=earlier).findings
    }


def test_a_topic_of_the_lexicon_is_mentioned_without_its_name() -> None:
    version = account("NRL", [SPOKE, OPEN])
    statements = (version.statements[0], attrs.evolve(version.statements[1], topics=("trade",)))
    alignment = join(attrs.evolve(version, statements=statements), account("VST", [SPOKE]), "0-0")
    findings = score_divergence(alignment, watch_topics=("trade", "energy")).findings
    assert [f.slot("topic") for f in findings if f.slot("topic")] == ["energy"]


def test_other_marks_are_no_change_of_a_release() -> None:
    later = "velin | state | said | Velin said: that the port is open!"
    left, right = account("NRL", [SPOKE, OPEN]), account("NRL", [SPOKE, later])
    assert compare_revisions(join(left, right, "0-0", "1-1")) == ()


def test_acts_that_count_nothing_leave_nothing_to_measure() -> None:
    alignment = join(account("NRL", [SPOKE]), account("VST", [SPOKE]), "0-0")
    measure = score_divergence(alignment, weights={Act.NARRATE: 0}).measures.divergence
    assert measure.value is None
    assert "neither account has a statement that counts" in measure.method


def test_two_hours_of_one_day_tell_who_was_first() -> None:
    hours = [dt.datetime(2031, 5, 14, hour, tzinfo=dt.UTC) for hour in (16, 9)]
    left, right = (
        account(party, [SPOKE], published=hour)
        for party, hour in zip(("NRL", "VST"), hours, strict=True)
    )
    (finding,) = score(left, right, "0-0").findings
    assert finding.code is FindingCode.FIRST_PUBLISHED
    assert phrase_finding(finding).index("VST") < phrase_finding(finding).index("NRL")


#: The title of the one account, and how its claim without a place in the text is shown.
TITLES = [("", "call"), ("Telephone Call with Orsk", "“Call”")]


@pytest.mark.parametrize(("title", "shown"), TITLES, ids=["no-title", "in-the-title"])
def test_a_claim_of_the_title_is_shown_in_its_words(title: str, shown: str) -> None:
    left, right = (
        attrs.evolve(
            account(party, [SPOKE], title=title if value == "call" else ""),
            claims=(Claim(kind=ClaimKind.CONTACT, value=value),),
        )
        for party, value in (("NRL", "call"), ("VST", "meeting"))
    )
    (finding,) = score(left, right, "0-0").findings
    assert (finding.slot("left_value"), finding.slot("right_value")) == (shown, "meeting")


#: How complete a text is, and how its silence is told.
SILENCES = {
    "full": "The VST account does not mention it.",
    "excerpt": "It is not in the VST excerpt.",
    "unknown": "It is not in the VST text at hand.",
}


@pytest.mark.parametrize("state", SILENCES)
def test_absence_is_a_sentence_of_the_lexicon_that_ships(state: str) -> None:
    assert absence(state, other="VST") == SILENCES[state]
    assert absence(state, other="VST", lexicon=default_lexicon()) == SILENCES[state]


#: A second statement of a link that is said to be the same, and what it is told to add.
JOINED = {
    "an-item-of-a-list": ("[cheaper insurance] and [rain]", ["“cheaper insurance”"]),
    "a-whole-statement": ("[cheaper insurance]", []),
}


@pytest.mark.parametrize(("items", "added"), JOINED.values(), ids=JOINED)
def test_only_an_item_of_a_list_is_left_over(items: str, added: list[str]) -> None:
    frame = "velin | request | urged | Velin urged"
    both = f"{frame} [the release of the sailors] and [a truce in Karsa]."
    left, right = account("NRL", [SPOKE, both, f"{frame} {items}."]), account("VST", [SPOKE, both])
    alignment = join(left, right, "0-0", "1,2-1")
    one, other = left.statements[1:]
    link = attrs.evolve(
        alignment.links[1],
        left_items=one.items,
        right_items=right.statements[1].items,
        left_rest=other.items[:1],
    )
    alignment = attrs.evolve(alignment, links=(alignment.links[0], link))
    assert [f.slot("added") for f in score_divergence(alignment).findings] == added
