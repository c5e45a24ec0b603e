"""Figures against annotations, and sheets for coders that load back."""

from __future__ import annotations

import csv
import datetime as dt
import importlib.util
import io
import json
from collections import Counter
from pathlib import Path
from typing import Any

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

import paired_readouts as pr
from paired_readouts.errors import ConversationError, ExchangeError
from paired_readouts.evaluation import (
    Agreement,
    AnnotatedLink,
    AnnotatedSide,
    AnnotatedStatement,
    Annotation,
    Ratio,
    annotate,
    estimate_corrected,
    evaluate,
    load_annotation,
    load_review,
    sample_for_review,
)
from paired_readouts.model import (
    Act,
    Alignment,
    Comparison,
    Difference,
    Divergence,
    Link,
    Participant,
    Relation,
    Span,
    Statement,
    Version,
)

GOLD = Path(__file__).parents[1] / ".." / "shared" / "gold"

VELIN = Participant(name="Mara Velin", party="VST")
ARDELL = Participant(name="Tomas Ardell", party="NRL")
TEXT = "Velin praised the ferry. Ardell warned of fog. They agreed on tides. It rained."


def statement(words: str, act: Act, *speakers: Participant) -> Statement:
    start = TEXT.index(words)
    return Statement(text=words, span=Span(start, start + len(words)), act=act, speakers=speakers)


FERRY = statement("Velin praised the ferry.", Act.PRAISE, VELIN)
FOG = statement("Ardell warned of fog.", Act.WARN, ARDELL)
TIDES = statement("They agreed on tides.", Act.AGREE, VELIN, ARDELL)
RAIN = statement("It rained.", Act.NARRATE)


def compare(left: tuple[Statement, ...], right: tuple[Statement, ...], *links: Link) -> Comparison:
    a = Version(text=TEXT, party="NRL", statements=left)
    b = Version(text=TEXT, party="VST", statements=right)
    return Comparison(
        left=a,
        right=b,
        alignment=Alignment(left=a, right=b, links=links),
        divergence=Divergence(),
    )


TRUTH = compare(
    (FERRY, FOG, TIDES),
    (FOG, TIDES, RAIN),
    Link(left=(1,), right=(0,), relation=Relation.SAME),
    Link(left=(2,), right=(1,), differences=(Difference.DETAIL, Difference.FORCE)),
)


def test_a_comparison_agrees_with_itself() -> None:
    told = evaluate(TRUTH, annotate(TRUTH))
    assert (told.pairs, told.segmentation) == (1, Agreement(right=6, found=6, reference=6))
    assert told.speakers == told.acts == Ratio(k=6, n=6)
    assert told.links == Agreement(right=2, found=2, reference=2)
    assert told.one_sided == Agreement(right=2, found=2, reference=2)
    assert told.differences == Agreement(right=2, found=2, reference=2)
    assert told.relations == 1.0


#: What is found; then spans, speakers, acts, links, one-sided statements, relations as counted.
FOUND = [
    ("nothing", compare((), ()), (0, 0, 6), 0, 0, (0, 0, 2), (2, 6, 2), 0.0),
    (
        "wrong-speaker",
        compare((attrs.evolve(FERRY, speakers=(ARDELL,)), FOG, TIDES), (FOG, TIDES, RAIN)),
        (6, 6, 6),
        5,
        6,
        (0, 0, 2),
        (2, 6, 2),
        0.0,
    ),
    (
        "one-speaker-of-two",
        compare((FERRY, FOG, attrs.evolve(TIDES, speakers=(VELIN,))), (FOG, TIDES, RAIN)),
        (6, 6, 6),
        5,
        6,
        (0, 0, 2),
        (2, 6, 2),
        0.0,
    ),
    (
        "wrong-link-and-relation",
        compare(
            (FERRY, FOG, TIDES),
            (FOG, TIDES, RAIN),
            Link(left=(0,), right=(2,)),
            Link(left=(1,), right=(0,), differences=(Difference.DETAIL,)),
        ),
        (6, 6, 6),
        6,
        6,
        (1, 2, 2),
        (0, 2, 2),
        0.0,
    ),
    (
        "two-statements-in-one",
        compare(
            (
                FERRY,
                Statement(
                    text=TEXT[FOG.span.start : TIDES.span.end],
                    span=Span(FOG.span.start, TIDES.span.end),
                    act=Act.AGREE,
                    speakers=(VELIN, ARDELL),
                ),
            ),
            (FOG, TIDES, RAIN),
            Link(left=(1,), right=(0,), relation=Relation.SAME),
        ),
        (4, 5, 6),
        5,
        5,
        (1, 2, 2),
        (2, 3, 2),
        1.0,
    ),
]


@pytest.mark.parametrize(
    ("found", "figures"), [(r[1], r[2:]) for r in FOUND], ids=[r[0] for r in FOUND]
)
def test_figures_count_what_is_wrong(found: Comparison, figures: tuple[Any, ...]) -> None:
    told = evaluate(found, annotate(TRUTH))
    assert figures == (
        attrs.astuple(told.segmentation),
        told.speakers.k,
        told.acts.k,
        attrs.astuple(told.links),
        attrs.astuple(told.one_sided),
        told.relations,
    )
    assert told.speakers.n == told.acts.n == 6


def test_pairs_are_summed() -> None:
    told = evaluate([TRUTH, compare((), ())], [annotate(TRUTH)] * 2)
    assert told.pairs == 2
    assert told.segmentation == Agreement(right=6, found=6, reference=12)


def test_speakers_are_found_in_names() -> None:
    def side(name: str) -> AnnotatedSide:
        marked = AnnotatedStatement(span=Span(0, 5), speakers=(name,), act=Act.STATE)
        return AnnotatedSide(statements=(marked,))

    found = Annotation(left=side("Anna-Léa Brask"))
    for name, right in (("brask", 1), ("anna lea", 1), ("velin", 0)):
        assert evaluate(found, Annotation(left=side(name))).speakers.k == right


def test_another_text_is_refused() -> None:
    other = attrs.evolve(annotate(TRUTH), right=AnnotatedSide(sha256="00"))
    with pytest.raises(ConversationError, match=r"reference\[0\]\.right: annotates another text"):
        evaluate(TRUTH, other)


def test_another_number_of_pairs_is_refused() -> None:
    with pytest.raises(ConversationError, match="2 annotations for 1 pairs found"):
        evaluate([TRUTH], [annotate(TRUTH)] * 2)


INTERVALS = [
    # Wilson (1927), as tabulated by Newcombe (1998): 81 of 263, 15 of 148, 0 of 20, 1 of 29.
    (81, 263, 0.2553, 0.3662),
    (15, 148, 0.0624, 0.1605),
    (0, 20, 0.0, 0.1611),
    (1, 29, 0.0061, 0.1718),
]


@pytest.mark.parametrize(("k", "n", "low", "high"), INTERVALS, ids=str)
def test_interval_is_wilsons(k: int, n: int, low: float, high: float) -> None:
    assert Ratio(k=k, n=n).interval == pytest.approx((low, high), abs=0.00006)


@given(st.integers(0, 200), st.integers(0, 200), st.integers(0, 200))
def test_figures_stay_in_bounds(right: int, more: int, other: int) -> None:
    agreement = Agreement(right=right, found=right + more, reference=right + other)
    low, high = agreement.interval
    assert 0 <= low <= high <= 1
    assert 0 <= agreement.f1 <= 1
    if right + more and right + other:
        assert agreement.f1 == pytest.approx(2 * right / (2 * right + more + other), abs=1e-5)


def test_nothing_to_count_has_no_value() -> None:
    assert Ratio().value is None
    assert Ratio().interval == (0.0, 1.0)
    assert Agreement().f1 == 1.0
    assert Agreement(found=3).f1 == 0.0


class TestFiles:
    def write(self, folder: Path, data: object) -> Path:
        path = folder / "pair.json"
        path.write_text(json.dumps(data), encoding="utf-8")
        return path

    def good(self) -> dict[str, Any]:
        return {
            "pair_id": "n1",
            "annotator": "somebody",
            "a": {"statements": [{"start": 0, "end": 9, "speakers": ["velin"], "act": "warn"}]},
            "b": {"sha256": "00", "statements": []},
            "links": [],
        }

    def test_is_read(self, tmp_path: Path) -> None:
        data = self.good()
        data["b"]["statements"] = [{"start": 2, "end": 4, "act": "narrate"}]
        data["links"] = [{"a": [0], "b": [0], "relation": "differs", "differences": ["force"]}]
        assert load_annotation(self.write(tmp_path, data)) == Annotation(
            pair_id="n1",
            left=AnnotatedSide(
                statements=(AnnotatedStatement(span=Span(0, 9), speakers=("velin",), act=Act.WARN),)
            ),
            right=AnnotatedSide(
                statements=(AnnotatedStatement(span=Span(2, 4)),),
                sha256="00",
            ),
            links=(AnnotatedLink(left=(0,), right=(0,), differences=(Difference.FORCE,)),),
        )

    BAD = (
        ("list", lambda d: [], "pair.json: file: expected an object, got list"),
        ("no-side", lambda d: d | {"b": None}, "pair.json: b: expected an object, got NoneType"),
        (
            "start",
            lambda d: d | {"b": {"statements": [{"start": "x", "end": 2, "act": "state"}]}},
            "pair.json: b.statements[0].start: expected a whole number from 0 on, got 'x'",
        ),
        (
            "act",
            lambda d: d | {"b": {"statements": [{"start": 1, "end": 2, "act": "shout"}]}},
            "pair.json: b.statements[0].act: unknown word 'shout' (one of: state, ",
        ),
        (
            "statements",
            lambda d: d | {"b": {"statements": {}}},
            "pair.json: b.statements: expected a list, got dict",
        ),
        (
            "speakers",
            lambda d: d | {"b": {"statements": [{"start": 1, "end": 2, "speakers": [3]}]}},
            "pair.json: b.statements[0].speakers: expected a list of names",
        ),
        (
            "link-to-nowhere",
            lambda d: d | {"links": [{"a": [0], "b": [0]}]},
            "pair.json: links[0].b: no statement 0; that side has 0",
        ),
        (
            "relation",
            lambda d: d | {"links": [{"a": [0], "b": [], "relation": "alike"}]},
            "pair.json: links[0].relation: unknown word 'alike' (one of: same, differs, conflict)",
        ),
    )

    @pytest.mark.parametrize(("change", "message"), [r[1:] for r in BAD], ids=[r[0] for r in BAD])
    def test_that_are_wrong_are_refused(self, change: Any, message: str, tmp_path: Path) -> None:
        with pytest.raises(ExchangeError) as caught:
            load_annotation(self.write(tmp_path, change(self.good())))
        assert str(caught.value).startswith(message)

    def test_that_are_absent_or_no_json_are_refused(self, tmp_path: Path) -> None:
        with pytest.raises(ExchangeError, match="cannot be read: No such file"):
            load_annotation(tmp_path / "absent.json")
        (tmp_path / "bad.json").write_text("{", encoding="utf-8")
        with pytest.raises(ExchangeError, match="is no JSON"):
            load_annotation(tmp_path / "bad.json")


class TestReview:
    def test_loads_back(self) -> None:
        rows = load_review(sample_for_review([TRUTH], n=99, seed=1))
        assert len(rows) == 6
        fog = next(row for row in rows if row.party == "NRL" and row.text == FOG.text)
        assert (fog.start, fog.end) == (FOG.span.start, FOG.span.end)
        assert (fog.found_speakers, fog.found_act) == ("Tomas Ardell", "warn")
        assert (fog.found_linked, fog.counterparts) == ("yes", FOG.text)
        rain = next(row for row in rows if row.text == RAIN.text)
        assert (rain.found_speakers, rain.found_linked) == ("nobody", "no")
        assert {(r.speakers, r.act, r.linked, r.note) for r in rows} == {("", "", "", "")}

    def test_draws_the_same_in_every_order(self) -> None:
        other = compare((FERRY,), (RAIN, TIDES)[::-1])
        sheet = sample_for_review([TRUTH, other], n=4, seed=7)
        assert sample_for_review([other, TRUTH], n=4, seed=7) == sheet
        assert sample_for_review([TRUTH, other], n=4, seed=8) != sheet
        assert len(load_review(sheet)) == 4

    def test_draws_each_as_often(self) -> None:
        drawn = Counter(
            (row.party, row.text)
            for seed in range(300)
            for row in load_review(sample_for_review([TRUTH], n=1, seed=seed))
        )
        assert len(drawn) == 6
        assert min(drawn.values()) > 25

    def test_no_cell_is_a_formula(self) -> None:
        words = "=HYPERLINK(1)"
        version = Version(text=words, party="NRL")
        marked = Statement(text=words, span=Span(0, len(words)))
        left, right = attrs.evolve(version, statements=(marked,)), attrs.evolve(version, party="X")
        comparison = Comparison(
            left=left,
            right=right,
            alignment=Alignment(left=left, right=right),
            divergence=Divergence(),
        )
        sheet = sample_for_review([comparison], n=5, seed=1)
        (row,) = csv.DictReader(io.StringIO(sheet))
        assert row["text"] == "'" + words
        assert load_review(sheet)[0].text == words

    def test_filled_in_by_coders(self) -> None:
        sheet = sample_for_review([TRUTH], n=9, seed=1)
        head, *lines = csv.reader(io.StringIO(sheet))
        place = head.index("linked")
        for line in lines:
            line[place] = " Yes"
        out = io.StringIO()
        csv.writer(out).writerows([head, *lines])
        assert {row.linked for row in load_review("\ufeff" + out.getvalue())} == {"yes"}

    BAD = (
        ("other-table", "a,b\r\n1,2\r\n", "row 1: no column version, other, "),
        ("empty", "", "row 1: no column version"),
    )

    @pytest.mark.parametrize(("sheet", "message"), [r[1:] for r in BAD], ids=[r[0] for r in BAD])
    def test_other_sheets_are_refused(self, sheet: str, message: str) -> None:
        with pytest.raises(ExchangeError) as caught:
            load_review(sheet)
        assert str(caught.value).startswith(message)

    def test_cells_that_do_not_fit_are_named(self) -> None:
        sheet = sample_for_review([TRUTH], n=1, seed=1)
        head, line = csv.reader(io.StringIO(sheet))
        for column, cell, message in (
            ("linked", "maybe", "row 2, linked: expected yes or no, got 'maybe'"),
            ("start", "x", "row 2, start: expected a whole number, got 'x'"),
        ):
            out = io.StringIO()
            cells = [cell if name == column else c for name, c in zip(head, line, strict=True)]
            csv.writer(out).writerows([head, cells])
            with pytest.raises(ExchangeError) as caught:
                load_review(out.getvalue())
            assert str(caught.value) == message

    def test_sample_of_none_is_refused(self) -> None:
        with pytest.raises(ConversationError, match="n: expected a whole number from 1 on, got 0"):
            sample_for_review([TRUTH], n=0, seed=1)


class TestCorrectedEstimate:
    def coded(self, *counts: tuple[str, str, int]) -> list[Any]:
        (row,) = load_review(sample_for_review([TRUTH], n=1, seed=1))
        return [
            attrs.evolve(row, found_linked=found, linked=said)
            for found, said, count in counts
            for _ in range(count)
        ]

    def test_weighs_the_strata(self) -> None:
        rows = self.coded(("yes", "yes", 9), ("yes", "no", 1), ("no", "yes", 5), ("no", "no", 15))
        estimate = estimate_corrected(Ratio(k=40, n=100), rows)
        assert estimate.value == pytest.approx(0.4 * 0.9 + 0.6 * 0.25)
        assert estimate.low < estimate.value < estimate.high
        assert estimate.coded == 30

    def test_rows_that_are_not_coded_do_not_count(self) -> None:
        rows = self.coded(("yes", "yes", 9), ("no", "no", 9), ("no", "", 50))
        assert estimate_corrected(Ratio(k=1, n=2), rows).coded == 18

    def test_perfect_coding_still_has_an_interval(self) -> None:
        rows = self.coded(("yes", "yes", 5), ("no", "no", 5))
        estimate = estimate_corrected(Ratio(k=50, n=100), rows)
        assert estimate.value == 0.5
        assert estimate.high - estimate.low > 0.1

    @pytest.mark.parametrize(("found", "told"), [("yes", "do not have"), ("no", "have")])
    def test_needs_rows_of_both_strata(self, found: str, told: str) -> None:
        with pytest.raises(
            ConversationError, match=f"none is coded of those found to {told} 'yes'"
        ):
            estimate_corrected(Ratio(k=1, n=2), self.coded((found, "yes", 3)))

    def test_needs_something_to_correct(self) -> None:
        with pytest.raises(ConversationError, match="share: counts nothing"):
            estimate_corrected(Ratio(), self.coded(("yes", "yes", 3)))


@pytest.mark.skipif(not GOLD.is_dir(), reason="the annotated pairs are not there")
class TestAgainstTheirScript:
    """The figures are those of the script that comes with the annotated pairs."""

    @pytest.fixture
    def script(self) -> Any:
        spec = importlib.util.spec_from_file_location("measure", GOLD / "measure.py")
        assert spec is not None
        assert spec.loader is not None
        module = importlib.util.module_from_spec(spec)
        spec.loader.exec_module(module)
        return module

    def test_on_what_the_library_finds(self, script: Any) -> None:
        texts = {
            row["release"]: row
            for line in (GOLD / "dev" / "texts.jsonl").read_text(encoding="utf-8").splitlines()
            for row in [json.loads(line)]
        }
        tally: Counter[str] = Counter()
        found, reference = [], []
        for path in sorted((GOLD / "dev").glob("*.json")):
            gold = json.loads(path.read_text(encoding="utf-8"))
            script.count(gold, *script.from_library(gold, texts), tally)
            sides = [
                Version(
                    text=t["text"],
                    party=t["party"],
                    title=t.get("title") or "",
                    published=dt.date.fromisoformat(t["date"][:10]) if t.get("date") else None,
                )
                for t in (texts[gold[name]["release"]] for name in "ab")
            ]
            found.append(pr.compare_versions(*sides))
            reference.append(load_annotation(path))
        self.check(script.figures(tally), evaluate(found, reference))

    def test_on_annotations_that_are_wrong(self, script: Any) -> None:
        """Each annotation against the one after it, cut to the same texts by their places."""
        paths = sorted((GOLD / "dev").glob("*.json"))
        golds = [json.loads(path.read_text(encoding="utf-8")) for path in paths]
        notes = [load_annotation(path) for path in paths]
        tally: Counter[str] = Counter()
        found = []
        for place, gold in enumerate(golds):
            other = (place + 1) % len(golds)
            sides, links = script.from_annotation(gold, golds[other])
            script.count(gold, sides, links, tally)
            nameless = [
                attrs.evolve(side, sha256="") for side in (notes[other].left, notes[other].right)
            ]
            found.append(attrs.evolve(notes[other], left=nameless[0], right=nameless[1]))
        self.check(script.figures(tally), evaluate(found, notes))

    def check(self, figures: Any, told: Any) -> None:
        for name in ("segmentation", "links", "one_sided", "differences"):
            agreement = getattr(told, name)
            assert figures[name]["f1"] == pytest.approx(agreement.f1, abs=2e-6)
            assert figures[name]["n"] == agreement.reference
        for name in ("speakers", "acts"):
            assert figures[name]["accuracy"] == pytest.approx(getattr(told, name).value, abs=2e-6)
        assert figures["relations"]["f1"] == pytest.approx(told.relations, abs=2e-6)
