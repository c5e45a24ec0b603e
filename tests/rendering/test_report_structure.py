"""What the report holds, before any format writes it."""

from __future__ import annotations

from collections.abc import Callable

import attrs
import pytest

from paired_readouts import compare_conversation, compare_versions
from paired_readouts import model as m
from paired_readouts.lexicon import default_lexicon
from paired_readouts.rendering import build_report
from paired_readouts.rendering._accounts import make_accounts, name_person
from paired_readouts.rendering._days import format_day
from paired_readouts.rendering._quoting import clean, join_labels, quote_spans, shorten
from paired_readouts.rendering.report import Point
from paired_readouts.rendering.sentences import say_absence, say_caveats


def test_title_tells_who_how_and_when(pair: m.Comparison) -> None:
    assert build_report(pair).title == "Velin – Sordan, call, 9 April 2031"


def test_report_of_a_report_is_itself(pair: m.Comparison) -> None:
    report = build_report(pair)
    assert build_report(report) is report


def test_labels_count_the_statements_of_each_account(pair: m.Comparison) -> None:
    left, right = build_report(pair).accounts
    assert [line.label for line in left.lines] == [f"NRL{n}" for n in range(1, 7)]
    assert [line.label for line in right.lines] == [f"VST{n}" for n in range(1, 8)]


def test_every_statement_is_shared_or_alone_never_both(pair: m.Comparison) -> None:
    report = build_report(pair)
    shared = {x for matter in report.shared for q in matter.quotes for x in q.labels}
    alone = [x for group in report.alone for q in group.quotes for x in q.labels]
    assert not shared & set(alone)
    assert sorted([*shared, *alone]) == sorted(x.label for a in report.accounts for x in a.lines)


def test_lines_of_one_account_are_split_by_whose_they_are(pair: m.Comparison) -> None:
    groups = {
        (g.account, g.kind): [q.labels[0] for q in g.quotes] for g in build_report(pair).alone
    }
    assert groups == {
        (0, "own"): ["NRL3", "NRL4"],
        (1, "own"): ["VST2"],
        (1, "joint"): ["VST7"],
        (1, "credited"): ["VST3"],
    }


def test_low_confidence_marks_the_line_and_a_weak_link_marks_its_quotations(
    pair: m.Comparison,
) -> None:
    report = build_report(pair)
    assert [x.label for a in report.accounts for x in a.lines if x.doubtful] == ["VST3"]
    weak = [matter.number for matter in report.shared if any(q.doubtful for q in matter.quotes)]
    assert weak == [3]
    (check,) = [check for check in report.checks if check.labels == ("NRL5", "VST5")]
    assert check.text == (
        "Joined with a probability of 0.52, above all by a common topic; look at both."
    )


def test_short_note_holds_the_first_five_findings(pair: m.Comparison) -> None:
    report = build_report(pair)
    assert [point.number for point in report.points] == [1, 2, 3, 4, 5, 6, 7]
    assert report.short == report.points[:5]


def test_quotations_are_in_the_texts_between_their_dots(pair: m.Comparison) -> None:
    report = build_report(pair)
    quotes = [q for matter in report.shared for q in (*matter.quotes, *matter.added)]
    quotes += [q for group in report.alone for q in group.quotes]
    assert quotes
    for quote in quotes:
        text = " ".join(report.accounts[quote.account].text.split())
        assert all(piece.strip() in text for piece in quote.text.split("…"))


def test_a_matter_bears_the_gravest_finding_on_both_of_its_sides(pair: m.Comparison) -> None:
    severities = [matter.severity for matter in build_report(pair).shared]
    assert severities == ["", "degree", "substantive", "substantive"]


def test_undertakings_say_who_how_firmly_and_which_account(pair: m.Comparison) -> None:
    first, second = build_report(pair).pledges
    assert (first.who, first.status) == ("Velin", "only in the NRL account")
    assert (first.firmness, first.labels) == ("will", ("NRL6",))
    assert (second.who, second.status) == ("NRL, VST", "conflicting")
    assert second.firmness == "NRL will, VST considers"
    assert second.labels == ("NRL5", "VST5")


def test_counterparts_are_counted_on_each_side(pair: m.Comparison) -> None:
    assert build_report(pair).counts == (
        "4 of 6 NRL statements have a counterpart in the VST excerpt (1 alike, 3 differing).",
        "4 of 7 VST statements have a counterpart in the NRL account (1 alike, 3 differing).",
    )


def claim(version: m.Version, kind: str, value: str) -> m.Version:
    return attrs.evolve(
        version, claims=(m.Claim(kind=m.ClaimKind(kind), value=value), *version.claims)
    )


def changed(pair: m.Comparison, kind: str, left: str, right: str) -> m.Comparison:
    sides = [attrs.evolve(v, claims=()) for v in (pair.left, pair.right)]
    new = [claim(v, kind, x) if x else v for v, x in zip(sides, (left, right), strict=True)]
    alignment = attrs.evolve(pair.alignment, left=new[0], right=new[1])
    return attrs.evolve(pair, left=new[0], right=new[1], alignment=alignment)


@pytest.mark.parametrize(
    ("kind", "left", "right", "disputed"),
    [
        pytest.param("date", "2031-04-09", "--04-09", False, id="a year on one side only"),
        pytest.param("date", "2031-04-09", "2031-04-10", True, id="another day"),
        pytest.param("initiator", "NRL", "VST", True, id="each says the other called"),
        pytest.param("initiator", "NRL", "", False, id="told by one alone"),
        pytest.param("duration", "30 minute", "1 hour", True, id="another length"),
        pytest.param("present", "tamm", "lind", False, id="others who were there add up"),
    ],
)
def test_logistics_tell_what_is_disputed(
    pair: m.Comparison, kind: str, left: str, right: str, *, disputed: bool
) -> None:
    report = build_report(changed(pair, kind, left, right))
    row = report.logistics[0]
    assert row.disputed is disputed
    assert ("The accounts differ on" in report.occasion) is disputed


@pytest.mark.parametrize(
    ("parties", "labels"),
    [
        pytest.param(("NRL", "VST"), ["NRL", "VST"], id="two parties"),
        pytest.param(("", ""), ["A", "B"], id="nobody known"),
        pytest.param(("NRL", "NRL"), ["NRL-A", "NRL-B"], id="twice the same"),
        pytest.param(("N1", "N"), ["N1-", "N"], id="a code that ends in a digit"),
        pytest.param(("A", ""), ["A", "B"], id="a party that is called A"),
    ],
)
def test_labels_are_each_accounts_own(parties: tuple[str, str], labels: list[str]) -> None:
    versions = [m.Version(text="Something was said.", party=party) for party in parties]
    assert [a.label for a in make_accounts(versions, default_lexicon())] == labels


@pytest.mark.parametrize(
    ("labels", "joined"),
    [
        pytest.param(("US7",), "US7", id="one"),
        pytest.param(("US1", "US2", "US3", "US7"), "US1–3, 7", id="run"),
        pytest.param(("US1", "AZ2", "AZ3"), "US1, AZ2–3", id="two accounts"),
        pytest.param((), "", id="none"),
        pytest.param(("N1-2", "N1-3"), "N1-2–3", id="code with a digit"),
    ],
)
def test_labels_draw_together(labels: tuple[str, ...], joined: str) -> None:
    assert join_labels(labels) == joined


@pytest.mark.parametrize(
    ("text", "limit", "short"),
    [
        pytest.param("three short words", 40, "three short words", id="fits"),
        pytest.param("three short words.", 40, "three short words", id="full stop"),
        pytest.param("three short words", 14, "three short …", id="cut at a word"),
        pytest.param("a\n\n b\t c", 40, "a b c", id="white space"),
        pytest.param("“We feel it", 40, "We feel it", id="half a quotation"),
        pytest.param("“We feel it.”", 40, "We feel it", id="whole quotation"),
        pytest.param("“We” and “they”", 40, "“We” and “they”", id="two quotations"),
        pytest.param("the allies’ ships", 40, "the allies’ ships", id="apostrophe"),
        pytest.param("Unbreakable" * 3, 12, "Unbreakable …", id="one long word"),
    ],
)
def test_quotation_is_shortened(text: str, limit: int, short: str) -> None:
    assert shorten(text, limit) == short


def test_quotation_joins_what_nearly_touches_and_dots_what_does_not() -> None:
    text = "urged that the crew, and with it everybody else, be released"
    spans = [m.Span(0, 5), m.Span(11, 19), m.Span(49, 60)]
    assert quote_spans(text, spans, 90) == "urged that the crew … be released"


@pytest.mark.parametrize(
    ("marked", "quotation"),
    [
        ("President Velin {urged} the release of the crew.", "urged the release of the crew"),
        ("Mara Velin {said} that it was late.", "said that it was late"),
        ("She {said} that it was late.", "She said that it was late"),
        ("and {added} that it was late.", "added that it was late"),
        ("Thanks {were given} for the help.", "Thanks were given for the help"),
    ],
)
def test_line_is_quoted_from_the_verb_where_the_speaker_stands_before_it(
    make_account: Callable[..., m.Version], marked: str, quotation: str
) -> None:
    version = make_account("NRL", [("V", m.Act.STATE, marked)])
    (account,) = make_accounts((version,), default_lexicon())
    assert account.lines[0].quotation == quotation


@pytest.mark.parametrize("sign", ["\x1b", "\x00", "\x9b", "\ud800", "\ufffe", "\U0010ffff"])
def test_signs_that_no_format_can_carry_become_one_mark(sign: str) -> None:
    assert clean(f"a{sign}b") == "a\ufffdb"


@pytest.mark.parametrize(
    ("value", "words"),
    [
        ("2031-04-09", "9 April 2031"),
        ("2031-04", "April 2031"),
        ("2031", "2031"),
        ("--04-09", "9 April"),
        ("--04", "April"),
        ("2031-99-01", "2031-99-01"),
        ("soon", "soon"),
        ("", ""),
    ],
)
def test_day_in_words(value: str, words: str) -> None:
    assert format_day(value) == words


@pytest.mark.parametrize("level", m.CompletenessLevel)
def test_absence_is_told_by_how_whole_the_text_is(level: m.CompletenessLevel) -> None:
    sentence = say_absence("VST", level)
    assert "VST" in sentence
    assert ("excerpt" in sentence) is (level.value in {"excerpt", "summary"})


def test_what_one_account_alone_has_is_told_once_with_every_absence(
    three: m.ConversationComparison,
) -> None:
    first, second, third = three.comparisons

    def only(other: str, state: str) -> m.Divergence:
        slots = {"form": "statements", "party": "NRL", "lines": "Velin “urged it”"}
        return m.Divergence(
            findings=(
                m.Finding(
                    code=m.FindingCode.ONE_SIDED,
                    severity=m.Severity.SUBSTANTIVE,
                    left=(2,),
                    slots=tuple(
                        m.Slot(name=name, text=text)
                        for name, text in {**slots, "other": other, "state": state}.items()
                    ),
                ),
            )
        )

    value = attrs.evolve(
        three,
        comparisons=(
            attrs.evolve(first, divergence=only("OST", "unknown")),
            attrs.evolve(second, divergence=only("VST", "excerpt")),
            third,
        ),
    )
    (point,) = build_report(value).points
    assert point.labels == ("NRL3",)
    assert point.sentence == (
        "Only in the NRL account: Velin “urged the release of the crew held in Sund prison”. "
        "It is not in the OST text at hand. It is not in the VST excerpt."
    )


def test_three_accounts_share_and_lack(three: m.ConversationComparison) -> None:
    report = build_report(three)
    assert [matter.lacking for matter in report.shared] == [(1,), (), (), (1,)]
    assert [len({q.account for q in matter.quotes}) for matter in report.shared] == [2, 3, 3, 2]


def test_headings_call_an_account_as_findings_do() -> None:
    left = m.Version(text="The ministers met in Halvern on Monday.", party="NO")
    right = m.Version(text="The two ministers met.", party="FI")
    report = build_report(compare_versions(left, right))
    assert [account.name for account in report.accounts] == ["Norwegian account", "Finnish account"]
    assert report.accounts[1].missing == "It is not in the Finnish text at hand."


def test_each_caveat_is_told_once() -> None:
    def point(number: int, *caveats: str) -> Point:
        return Point(
            number=number,
            code="force",
            kind="strength",
            severity="degree",
            sentence="A sentence.",
            caveats=caveats,
            doubtful=False,
            labels=(),
        )

    points = (point(1, "Of the one."), point(2, "Of the one.", "Of both."), point(3, "Of both."))
    assert say_caveats(points) == {1: ("Of the one.",), 2: ("Of both.",), 3: ()}


def test_what_three_accounts_lack_is_told_once() -> None:
    texts = {
        "NO": "The ministers agreed to open a hotline and to build a radar station in Halvern.",
        "FI": "The ministers agreed to open a hotline.",
        "SE": "The ministers agreed to open a hotline.",
    }
    versions = tuple(m.Version(text=text, party=party) for party, text in texts.items())
    report = build_report(compare_conversation(m.Conversation(versions=versions)))
    told = [point.sentence for point in report.points if "radar station" in point.sentence]
    assert len(told) == 1
    assert "Finnish" in told[0]
    assert "Swedish" in told[0]


def test_a_link_by_hand_that_no_longer_fits_is_told(pair: m.Comparison) -> None:
    anchor = m.Anchor(version="gone", text="The dam is safe.", span=m.Span(0, 16))
    stale = m.AnchoredLink(left=(anchor,), right=(attrs.evolve(anchor, text="It is not."),))
    alignment = attrs.evolve(pair.alignment, unfit=(stale,))
    report = build_report(attrs.evolve(pair, alignment=alignment))
    told = "A link made by hand no longer fits: “The dam is safe.” and “It is not.”."
    assert told in [check.text for check in report.checks]


#: How a person is printed.
PRINTED = {
    "by-the-family-name": (m.Participant(name="Mara Velin", party="NRL"), "Velin"),
    "by-the-whole": (m.Participant(name="Mara Velin", family="Orn"), "Mara Velin"),
}


@pytest.mark.parametrize(("person", "printed"), PRINTED.values(), ids=PRINTED)
def test_a_person_is_printed_by_the_family_name(person: m.Participant, printed: str) -> None:
    assert name_person(person) == printed


def test_quotations_pass_over_what_is_empty_or_lies_in_another() -> None:
    text = "the old pier  of Tarn"
    spans = [m.Span(0, 12), m.Span(4, 12), m.Span(12, 14), m.Span(17, 21)]
    assert quote_spans(text, spans, 50) == "the old pier of Tarn"
