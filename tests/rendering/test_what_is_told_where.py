"""Nothing is told twice where once is enough, and accounts are called alike throughout."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TypeAlias

import attrs
import pytest

from paired_readouts import load_lexicon
from paired_readouts import model as m
from paired_readouts.alignment._features import FEATURES
from paired_readouts.alignment._scoring import RIVALRY
from paired_readouts.alignment._sentences import SENTENCE_FEATURES
from paired_readouts.comparison import compare_conversation
from paired_readouts.lexicon import default_lexicon
from paired_readouts.rendering import build_report, render_html, render_markdown, render_text
from paired_readouts.rendering._matters import drop_repeats
from paired_readouts.rendering._wording import say
from paired_readouts.rendering.report import Quote, Shared

MakeAccount: TypeAlias = Callable[..., m.Version]

ENUMS = {
    "account": m.CompletenessLevel,
    "completeness": m.CompletenessLevel,
    "translation": m.Translation,
    "logistics": m.ClaimKind,
    "pledges": m.LedgerStatus,
    "kinds": m.FindingCode,
}


@pytest.mark.parametrize(
    ("section", "form"),
    [(section, value.value) for section, enum in ENUMS.items() for value in enum],
)
def test_every_value_has_words(section: str, form: str) -> None:
    slots = {"name": "Norlandic", "left": "NRL account", "right": "VST account"}
    assert say(default_lexicon(), section, form, **slots)


@pytest.mark.parametrize(
    "feature", sorted({*FEATURES, *SENTENCE_FEATURES, *RIVALRY, "same words", "similarity"})
)
def test_what_joins_two_lines_is_told_in_plain_words(feature: str) -> None:
    assert say(default_lexicon(), "evidence", feature)


def test_frame_words_are_the_lexicons(pair: m.Comparison, tmp_path: Path) -> None:
    file = tmp_path / "report.toml"
    titles = default_lexicon().entry("report", "titles").values
    rows = [f'{name} = "<{name}>"' for name in titles]
    file.write_text("\n".join(["[titles]", *rows]), encoding="utf-8")
    text = render_text(build_report(pair, lexicon=default_lexicon() | load_lexicon(file)))
    assert "<SHORT>" in text
    assert "<CHECKS>" in text
    assert "IN SHORT" not in text


def test_what_short_tells_is_pointed_to_and_not_quoted_again(pair: m.Comparison) -> None:
    report = build_report(pair)
    (group,) = [g for g in report.alone if g.title.endswith("NRL account") and g.kind == "own"]
    assert [(q.labels, q.notes) for q in group.quotes] == [(("NRL3",), (1,)), (("NRL4",), (3,))]
    assert group.told == "In short above: 1, 3"
    assert group.title == "Only in the NRL account"
    for page in (render_text(report), render_markdown(report)):
        assert page.count("the release of the crew held in Sund prison") == 1


def test_a_line_that_short_tells_nothing_of_is_quoted(pair: m.Comparison) -> None:
    report = build_report(pair)
    (quote,) = [q for g in report.alone for q in g.quotes if q.labels == ("VST7",)]
    assert quote.notes == ()
    assert "a good spring" in render_text(report)


def test_further_differences_are_those_that_no_list_tells(pair: m.Comparison) -> None:
    # The sixth finding is on what each side adds to a matter, which the matter itself shows.
    assert [point.number for point in build_report(pair).further] == [7]


def test_what_is_added_bears_the_doubt_of_the_finding_on_it(pair: m.Comparison) -> None:
    matter = build_report(pair).shared[1]
    assert [quote.doubtful for quote in matter.added] == [True, True]


def test_a_matter_is_called_as_its_finding_calls_it(pair: m.Comparison) -> None:
    assert [matter.matter for matter in build_report(pair).shared][:2] == ["", "the fishing quota"]


def test_a_speaker_of_one_account_has_a_zero_in_the_other(make_account: MakeAccount) -> None:
    left = make_account("NRL", [("V", m.Act.STATE, "Mara Velin {said} that it was late.")])
    right = make_account("VST", [("S", m.Act.STATE, "Ilko Sordan {said} that it was early.")])
    value = m.Comparison(
        left=left,
        right=right,
        alignment=m.Alignment(left=left, right=right),
        divergence=m.Divergence(),
    )
    voices = [(v.account, v.name, v.words) for v in build_report(value).voices]
    assert voices == [(0, "Velin", 7), (0, "Sordan", 0), (1, "Sordan", 7), (1, "Velin", 0)]


@pytest.mark.parametrize(
    ("party", "told"),
    [
        pytest.param("US", "", id="writes in English"),
        pytest.param("VST", "translation not stated", id="may be translated"),
    ],
)
def test_translation_is_told_where_it_is_in_question(
    make_account: MakeAccount, party: str, told: str
) -> None:
    version = make_account(party, [("V", m.Act.STATE, "Mara Velin {said} that it was late.")])
    alone = m.ConversationComparison(
        conversation=m.Conversation(versions=(version,)), comparisons=(), shared=()
    )
    assert build_report(alone).accounts[0].translation == told


def test_accounts_of_one_party_are_told_apart_in_every_sentence() -> None:
    text = "The ministers agreed to open a hotline."
    more = "The ministers agreed to open a hotline and to build a radar station in Halvern."
    versions = (
        m.Version(text=text, party="NO", issuer="Ministry of Trade"),
        m.Version(text=more, party="NO", issuer="Ministry of Defence"),
        m.Version(text=text + " They met.", party="FI", issuer="Ministry of Fisheries"),
    )
    report = build_report(compare_conversation(m.Conversation(versions=versions)))
    names = [account.name for account in report.accounts]
    assert names == ["Ministry of Trade account", "Ministry of Defence account", "Finnish account"]
    assert [account.label for account in report.accounts] == ["NO-A", "NO-B", "FI"]
    sentences = [point.sentence for point in report.points]
    sentences += [caveat for point in report.points for caveat in point.caveats]
    assert any("radar station" in sentence for sentence in sentences)
    assert not [sentence for sentence in sentences if "Norwegian" in sentence]


def test_what_one_account_alone_has_stands_in_the_order_of_its_text(pair: m.Comparison) -> None:
    rows = [issue.labels for issue in build_report(pair).issues if "only" in issue.relation]
    assert rows == [("NRL3",), ("NRL4",), ("VST2",), ("VST3",), ("VST7",)]


def test_a_measure_of_several_pairs_is_one_row(three: m.ConversationComparison) -> None:
    figures = {figure.name: figure.value for figure in build_report(three).figures}
    assert figures["statements with a counterpart"] == "NRL in VST 4 of 6; VST in NRL 4 of 7"
    assert figures["unshared"] == "NRL–VST 0.38"
    assert figures["findings"].count("; ") == 2


@pytest.mark.parametrize(
    ("rows", "length"),
    [
        pytest.param([], "0 statements, 3 words", id="none"),
        pytest.param([("V", m.Act.STATE, "Velin {said} it.")], "1 statement, 3 words", id="one"),
    ],
)
def test_an_account_with_hardly_a_statement(
    make_account: MakeAccount, rows: list[tuple[str, m.Act, str]], length: str
) -> None:
    version = make_account("NRL", rows) if rows else m.Version(text="Nothing of note.", party="NRL")
    alone = m.ConversationComparison(
        conversation=m.Conversation(versions=(version,)), comparisons=(), shared=()
    )
    report = build_report(alone)
    assert report.accounts[0].length == length
    assert report.nothing in render_text(report)
    assert report.nothing in render_markdown(report)
    assert "One account of one conversation" in render_html(report)


@pytest.mark.parametrize(
    ("added", "kept"),
    [
        pytest.param("the gas pipeline", True, id="a part"),
        pytest.param("discussed the fishing quota and the gas pipeline", False, id="nearly all"),
    ],
)
def test_what_is_added_is_not_told_where_it_is_all_that_is_quoted(
    added: str, *, kept: bool
) -> None:
    whole = "The leaders discussed the fishing quota and the gas pipeline"
    quote = Quote(account=0, who="Velin", text=whole, labels=("NRL1",), doubtful=False)
    other = attrs.evolve(quote, account=1, text="They discussed fish", labels=("VST1",))
    matter = Shared(
        number=1,
        matter="",
        relation="differs",
        differences=(),
        severity="",
        quotes=(quote, other),
        added=(attrs.evolve(quote, text=added),),
        score=1.0,
        weak=False,
    )
    assert bool(drop_repeats(matter).added) is kept


def test_what_a_sentence_quotes_runs_in_its_own_direction(pair: m.Comparison) -> None:
    assert "<bdi>“the release of the crew held in Sund prison”</bdi>" in render_html(pair)
