"""Credited words, undertakings, common ground, and what needs more from the caller."""

from __future__ import annotations

import datetime as dt

import attrs
import pytest
from divergence_accounts import EXCERPT, VELIN, account, join, score

from paired_readouts.divergence import (
    compare_names,
    compare_revisions,
    compare_translations,
    confirm_credits,
    credited_words,
    measure_agreement,
    measure_attention,
    score_divergence,
)
from paired_readouts.model import (
    Act,
    Alignment,
    Comparison,
    CreditStatus,
    Embedded,
    Firmness,
    LedgerStatus,
    Span,
    Undertaking,
    Version,
)

SPOKE = "- | narrate | spoke | President Velin spoke with Prime Minister Orsk."
CREDIT = "orsk | commit | promised | Prime Minister Orsk promised to open the strait."
OWN = "orsk | commit | pledged | Prime Minister Orsk pledged to open the strait in May."


def compare(alignment: Alignment) -> Comparison:
    return Comparison(
        left=alignment.left,
        right=alignment.right,
        alignment=alignment,
        divergence=score_divergence(alignment),
    )


def credit(*links: str, **right: object) -> Comparison:
    return compare(
        join(account("NRL", [SPOKE, CREDIT]), account("VST", [SPOKE, OWN], **right), "0-0", *links)
    )


@pytest.mark.parametrize(
    ("links", "right", "status", "says"),
    [
        (("1-1 same",), {}, CreditStatus.IN_BOTH, "says so too: Orsk “pledged to open"),
        (("1-1 differs detail",), {}, CreditStatus.IN_OTHER_TERMS, "has the matter in other terms"),
        (("1-1 conflict",), {}, CreditStatus.CONTRADICTED, "has the opposite"),
        ((), {}, CreditStatus.NOT_MENTIONED, "The VST account does not mention it."),
        (
            (),
            {"completeness": EXCERPT},
            CreditStatus.NOT_IN_EXCERPT,
            "It is not in the VST excerpt.",
        ),
    ],
    ids=["in-both", "other-terms", "contradicted", "not-in-the-text", "not-in-the-excerpt"],
)
def test_a_credited_line_has_a_status_and_a_sentence(
    links: tuple[str, ...], right: dict[str, object], status: CreditStatus, says: str
) -> None:
    (line,) = credited_words(credit(*links, **right))
    assert line.status is status
    assert line.statement == 1
    assert line.quotation == "Prime Minister Orsk promised to open the strait."
    assert line.sentence.startswith("According to the NRL account, Orsk “")
    assert says in line.sentence


def test_an_act_reported_inside_a_statement_is_credited_too() -> None:
    version = account("VST", [SPOKE, "orsk | praise | welcomed | Orsk welcomed Velin's offer."])
    cue = Span(version.text.index("offer"), version.text.index("offer") + 5)
    inner = Embedded(speakers=(VELIN,), act=Act.PROPOSE, cue=cue, span=cue)
    statements = (version.statements[0], attrs.evolve(version.statements[1], embedded=(inner,)))
    version = attrs.evolve(version, statements=statements)
    comparison = compare(join(account("NRL", [SPOKE]), version, "0-0"))
    (line,) = credited_words(comparison)
    assert (line.quotation, line.speakers) == ("offer", (VELIN,))


def test_over_an_archive_credits_are_counted_by_office_and_year() -> None:
    def dated(year: int, *links: str, **right: object) -> Comparison:
        here = credit(*links, **right)
        left = attrs.evolve(here.left, published=dt.date(year, 5, 14))
        return compare(attrs.evolve(here.alignment, left=left))

    records = confirm_credits(
        [
            dated(2031, "1-1 same"),
            dated(2031, "1-1 differs detail"),
            dated(2031),
            dated(2031, completeness=EXCERPT),
            dated(2032, "1-1 conflict"),
        ]
    )
    first, second = records
    assert (first.party, first.credited, first.year, first.issuer) == (
        *("NRL", "VST", 2031, "Office of NRL"),
    )
    assert (first.lines, first.confirmed, first.open) == (4, 2, 1)
    assert first.share == pytest.approx(2 / 3, abs=1e-6)
    assert (second.contradicted, second.share) == (1, 0)


def undertaking(version: Version, index: int, by: str, firmness: Firmness) -> Version:
    statements = list(version.statements)
    what = statements[index].content[0]
    statements[index] = attrs.evolve(
        statements[index], undertaking=Undertaking(by=(by,), what=what, firmness=firmness)
    )
    return attrs.evolve(version, statements=tuple(statements))


SEND = "velin | state | said | President Velin said that Norland will send generators."
THANKS = "orsk | praise | thanked | Prime Minister Orsk thanked Norland for generators."
NO = "velin | state | said | President Velin said that Norland will not send generators."

#: The right line, how firmly it undertakes, the link, and the status.
UNDERTAKEN = {
    "in-one": (None, None, (), LedgerStatus.LEFT_ONLY),
    "in-both": (SEND, Firmness.READY, ("1-1 differs",), LedgerStatus.BOTH),
    "thanked-for": (THANKS, None, ("1-1 differs speaker",), LedgerStatus.BOTH),
    "refused-in-one": (NO, Firmness.WILL_NOT, ("1-1 differs",), LedgerStatus.CONFLICTING),
    "in-conflict": (NO, Firmness.WILL_NOT, ("1-1 conflict",), LedgerStatus.DENIED),
}


@pytest.mark.parametrize("row", UNDERTAKEN)
def test_the_ledger_tells_who_reports_an_undertaking(row: str) -> None:
    line, firmness, links, status = UNDERTAKEN[row]
    left = undertaking(account("NRL", [SPOKE, SEND]), 1, "NRL", Firmness.WILL)
    right = account("VST", [SPOKE, line] if line else [SPOKE])
    if firmness is not None:
        right = undertaking(right, 1, "NRL", firmness)
    (entry,) = score(left, right, "0-0", *links).ledger
    assert entry.status is status
    assert entry.by == ("NRL",)
    assert entry.what == "that Norland will send generators"
    assert entry.left == (1,)
    assert entry.left_firmness is Firmness.WILL
    assert entry.right_firmness is firmness


def test_common_ground_gives_the_core_in_both_texts_words_and_what_each_adds() -> None:
    left = account(
        "NRL", ["both | discuss | discussed | They discussed [grain exports] and [river dredging]."]
    )
    right = account(
        "VST", ["both | discuss | discussed | The sides discussed [the export of grain]."]
    )
    (common,) = score(left, right, "0-0 differs detail").common
    assert [s.cut(left.text) for s in common.left_core] == ["grain exports"]
    assert [s.cut(right.text) for s in common.right_core] == ["export of grain"]
    assert [s.cut(left.text) for s in common.left_added] == ["river dredging"]
    assert common.right_added == ()


def test_a_topic_to_watch_for_that_neither_mentions() -> None:
    alignment = join(account("NRL", [SPOKE, SEND]), account("VST", [SPOKE]), "0-0")
    divergence = score_divergence(alignment, watch_topics=("prisoners", "generators"))
    silent = [f for f in divergence.findings if f.code.value == "shared-silence"]
    assert [f.slot("topic") for f in silent] == ["prisoners"]


def test_a_phrase_of_earlier_accounts_that_is_gone() -> None:
    phrase = "velin | emphasize | reaffirmed | Velin reaffirmed the ironclad pledge to the valley."
    earlier = [
        account("NRL", [phrase, f"velin | state | said | Velin said {word} was late."])
        for word in ("rain", "the harvest", "one of the ferries")
    ]
    alignment = join(account("NRL", [SPOKE]), account("VST", [SPOKE]), "0-0")
    divergence = score_divergence(alignment, history=earlier)
    (gone,) = [f for f in divergence.findings if f.code.value == "own-history"]
    assert "reaffirmed the ironclad pledge to the valley" in gone.slot("phrase")
    assert (gone.slot("count"), gone.slot("total")) == ("3", "3")
    assert not score_divergence(alignment, history=earlier[:2]).findings


def test_a_changed_release_is_told_word_by_word() -> None:
    alignment = join(account("NRL", [SPOKE, SEND]), account("NRL", [SPOKE, NO]))
    (finding,) = compare_revisions(alignment)
    assert (finding.slot("form"), finding.slot("after")) == ("added", "“not”")
    assert finding.severity.value == "degree"


def test_two_renderings_are_told_word_by_word() -> None:
    changed = SEND.replace("generators", "engines")
    alignment = join(account("NRL", [SPOKE, SEND]), account("NRL", [SPOKE, changed]))
    (finding,) = compare_translations(alignment)
    assert (finding.slot("before"), finding.slot("after")) == ("“generators”", "“engines”")


def topical(party: str, topic: str, count: int) -> list[Version]:
    line = (
        "velin | emphasize | stressed | Velin stressed the harbour treaty of the northern valley."
    )
    versions = [account(party, [line] * 5) for _ in range(count)]
    return [
        attrs.evolve(v, statements=tuple(attrs.evolve(s, topics=(topic,)) for s in v.statements))
        for v in versions
    ]


def test_attention_over_collections() -> None:
    trade, war = topical("NRL", "trade", 6), topical("VST", "war", 6)
    assert measure_attention(trade, war).distance.value == 1
    same = measure_attention(trade, trade, permutations=50)
    assert same.distance.value == 0
    assert same.band == (0, 0)
    mixed = measure_attention([*trade, *war], [*war, *trade], permutations=200)
    assert mixed.band is not None
    assert mixed.band[0] <= mixed.band[1] <= 1
    assert mixed == measure_attention([*trade, *war], [*war, *trade], permutations=200)


def test_attention_refuses_short_collections() -> None:
    attention = measure_attention(topical("NRL", "trade", 1), topical("VST", "war", 9))
    assert attention.distance.value is None
    assert "under 200 words" in attention.distance.method


def test_agreement_on_speakers_needs_ten_pairs() -> None:
    same = credit("1-1 same")
    other = compare(
        join(
            account("NRL", [SPOKE, SEND]),
            account("VST", [SPOKE, SEND.replace("velin", "orsk")]),
            "1-1 differs speaker",
        )
    )
    assert measure_agreement([same] * 9).value is None
    assert measure_agreement([same] * 10).value is None
    assert measure_agreement([same] * 5 + [compare(other.alignment)] * 5).value < 0.5
    both = compare(join(account("NRL", [SPOKE, SEND]), account("VST", [SPOKE, SEND]), "1-1 same"))
    assert measure_agreement([same] * 5 + [both] * 5).value == 1


def test_weights_count_acts_more_in_divergence_alone() -> None:
    alignment = join(account("NRL", [SPOKE, CREDIT]), account("VST", [SPOKE]), "0-0")
    plain = score_divergence(alignment)
    weighted = score_divergence(alignment, weights={Act.COMMIT: 3})
    assert plain.measures.divergence.value == pytest.approx(1 / 3, abs=1e-6)
    assert weighted.measures.divergence.value == 0.6
    assert weighted.findings == plain.findings


def test_a_continuation_counts_with_the_statement_that_it_continues() -> None:
    version = account("NRL", [SPOKE, SEND, "velin | state | - | They come in May."])
    statements = (*version.statements[:2], attrs.evolve(version.statements[2], continues=1))
    version = attrs.evolve(version, statements=statements)
    measures = score(version, account("VST", [SPOKE, SEND]), "0-0", "1-1").measures
    assert (measures.coverage_left.k, measures.coverage_left.n) == (2, 2)
    assert measures.coverage_left.left == (2,)


def test_names_that_one_account_never_uses() -> None:
    def said(party: str, words: str) -> Version:
        return account(party, [f"velin | state | said | Velin spoke of {words}."])

    alignment = join(said("NRL", "the war in Turkey"), said("VST", "the conflict in Türkiye"))
    names = {one.thing: one for one in compare_names(alignment)}
    assert (names["armed-conflict"].left, names["armed-conflict"].right) == (
        ("war",),
        ("conflict",),
    )
    assert (names["TR"].only_left, names["TR"].only_right) == (("Turkey",), ("Türkiye",))
    assert compare_names(join(said("NRL", "the war"), said("VST", "the war"))) == ()
