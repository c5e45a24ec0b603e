"""What every value can do: be compared, hashed, pickled, looked at; and what some compute."""

from __future__ import annotations

import copy
import datetime as dt
import hashlib
import pickle

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from paired_readouts import errors, model
from paired_readouts.model import (
    Act,
    Alignment,
    Anchor,
    AnchoredLink,
    Camp,
    Claim,
    ClaimKind,
    CommonMatter,
    Comparison,
    Contribution,
    Conversation,
    ConversationComparison,
    CreditedLine,
    CreditStatus,
    Divergence,
    Embedded,
    Evidence,
    Finding,
    FindingCode,
    LedgerEntry,
    LedgerStatus,
    Link,
    Matter,
    Measure,
    Mention,
    MentionKind,
    NamesUsed,
    Participant,
    Place,
    Relation,
    Severity,
    Share,
    Side,
    Slot,
    Span,
    Statement,
    Undertaking,
    Version,
    VersionWarning,
    fold_name,
)

TEXT = "President Velin spoke. They agreed on fish."
VELIN = Participant(name="Mara Velin", role="President", party="VST")
FIRST = Statement(text=TEXT[:22], span=Span(0, 22), speakers=(VELIN,), act=Act.STATE)
SECOND = Statement(text=TEXT[23:], span=Span(23, 43))
LEFT = Version(text=TEXT, party="NRL", issuer="Foreign Office", statements=(FIRST, SECOND))
RIGHT = attrs.evolve(LEFT, party="VST")
LINK = Link(left=(0,), right=(0, 1), score=0.75, relation=Relation.DIFFERS)
ALIGNMENT = Alignment(left=LEFT, right=RIGHT, links=(LINK,))
COMPARISON = Comparison(left=LEFT, right=RIGHT, alignment=ALIGNMENT, divergence=Divergence())
CONVERSATION = Conversation(versions=(LEFT, RIGHT), date=dt.date(2031, 5, 3))
ANCHOR = Anchor(version=LEFT.id, span=FIRST.span, text=FIRST.text)

#: One of each class that needs arguments; the others are made without.
SAMPLES = {
    type(value).__name__: value
    for value in (
        VELIN,
        FIRST,
        LEFT,
        LINK,
        ALIGNMENT,
        COMPARISON,
        CONVERSATION,
        ANCHOR,
        Span(0, 3),
        AnchoredLink(left=(ANCHOR,), right=(ANCHOR,)),
        Claim(kind=ClaimKind.DATE, value="2031-05-03"),
        Camp(
            finding=Finding(code=FindingCode.ONE_SIDED, severity=Severity.MINOR),
            comparison=0,
            having=(0,),
            against=(1, 2),
        ),
        CommonMatter(link=0),
        NamesUsed(thing="the islands", left=("Karsa",), right=("Skerry",)),
        Contribution(feature="words", value=1.0, weight=2.0, added=2.0),
        ConversationComparison(conversation=CONVERSATION, comparisons=(COMPARISON,)),
        CreditedLine(
            side=Side.LEFT,
            speakers=(VELIN,),
            statement=0,
            quotation="fish",
            status=CreditStatus.IN_BOTH,
            sentence="Both have it.",
        ),
        Embedded(cue=Span(0, 1), span=Span(0, 2)),
        Evidence(side=Side.LEFT, span=Span(0, 2)),
        Finding(
            code=FindingCode.FORCE,
            severity=Severity.DEGREE,
            left=(0,),
            slots=(Slot(name="matter", text="fish"),),
        ),
        LedgerEntry(what="fish", status=LedgerStatus.BOTH),
        Matter(places=(Place(version=0, statement=1),), words="fish"),
        Mention(span=Span(0, 1), kind=MentionKind.PLACE, value="arn"),
        Place(version=0, statement=0),
        Share(side=Side.RIGHT, name="velin"),
        Slot(name="who", text="Velin"),
        Undertaking(what=Span(0, 2)),
        VersionWarning(code="no-date", text="No date is given."),
    )
}
KINDS = [
    kind
    for name in model.__all__
    if isinstance(kind := getattr(model, name), type) and attrs.has(kind)
]


def through_pickle(value: object) -> object:
    return pickle.loads(pickle.dumps(value))  # noqa: S301 - our own bytes


def sample(kind: type) -> object:
    return SAMPLES[kind.__name__] if kind.__name__ in SAMPLES else kind()


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.__name__)
class TestEveryValue:
    def test_pickles_and_compares_by_value(self, kind: type) -> None:
        value = sample(kind)
        for twin in (through_pickle(value), copy.deepcopy(value)):
            assert twin == value
            assert hash(twin) == hash(value)

    def test_is_frozen(self, kind: type) -> None:
        value = sample(kind)
        with pytest.raises(attrs.exceptions.FrozenInstanceError):
            setattr(value, attrs.fields(kind)[0].name, None)
        assert not hasattr(value, "__dict__")

    def test_takes_keywords_only(self, kind: type) -> None:
        if kind is not Span:
            assert all(field.kw_only for field in attrs.fields(kind))

    def test_repr_fits_a_notebook(self, kind: type) -> None:
        if kind not in {model.Measures, model.Limits, CreditedLine, AnchoredLink}:
            assert len(repr(sample(kind))) <= 300

    def test_is_equal_after_evolve_without_change(self, kind: type) -> None:
        value = sample(kind)
        assert attrs.evolve(value) == value


REPRS = [
    (Span(3, 9), "Span(3, 9)"),
    (VELIN, "Participant('Mara Velin', VST)"),
    (FIRST, "Statement(0:22 velin state: 'President Velin spoke.')"),
    (SECOND, "Statement(23:43 nobody narrate: 'They agreed on fish.')"),
    (LEFT, "Version(NRL 'Foreign Office', 7 words, 2 statements)"),
    (Version(text="x"), "Version(?, 1 words, 0 statements)"),
    (LINK, "Link([0]–[0, 1] differs, 0.75)"),
    (ALIGNMENT, "Alignment(NRL–VST, 1 links, unlinked 1 + 0)"),
    (Divergence(), "Divergence(undefined, 0 findings, 0 undertakings)"),
    (CONVERSATION, "Conversation(other 2031-05-03: NRL, VST)"),
]


@pytest.mark.parametrize(("value", "shown"), REPRS, ids=[type(v).__name__ for v, _ in REPRS])
def test_repr_says_what_matters(value: object, shown: str) -> None:
    assert repr(value) == shown


def test_id_is_of_party_and_text_alone() -> None:
    assert LEFT.id == attrs.evolve(LEFT, statements=(), issuer="", title="Other").id
    assert LEFT.id != RIGHT.id
    assert LEFT.id != Version(text=TEXT + " ", party="NRL").id
    assert Version(text="x", party="EU").id == hashlib.sha256(b"EU\nx").hexdigest()[:16]


def test_unlinked_are_those_without_a_link() -> None:
    assert ALIGNMENT.unlinked_left == (1,)
    assert ALIGNMENT.unlinked_right == ()


NAMES = [
    ("Joseph R. Biden, Jr.", "biden"),
    ("Žofie Nováková", "novakova"),
    ("VELIN", "velin"),
    ("Anna-Lena Brask", "brask"),
    ("Jr.", "jr"),
]


@pytest.mark.parametrize(("name", "family"), NAMES, ids=[n for n, _ in NAMES])
def test_family_name_is_the_last_that_is_no_suffix(name: str, family: str) -> None:
    assert Participant(name=name).family_name == family


@given(st.text(st.characters(max_codepoint=0x24F)))
def test_folding_a_name_twice_is_folding_it_once(name: str) -> None:
    assert fold_name(fold_name(name)) == fold_name(name)


@given(st.text(min_size=1), st.integers(0, 50), st.integers(0, 50))
def test_span_cuts_what_it_covers(text: str, a: int, b: int) -> None:
    span = Span(min(a, b), max(a, b))
    assert span.cut(text) == text[span.start : span.end]
    assert Span(min(a, b), min(a, b)) in span
    assert span.overlaps(span) is (len(span) > 0)


ERRORS = [getattr(errors, name) for name in errors.__all__]


@pytest.mark.parametrize("kind", ERRORS, ids=lambda kind: kind.__name__)
class TestEveryError:
    def test_pickles(self, kind: type[errors.PairedReadoutsError]) -> None:
        error = kind("file.txt", "is empty", "give another")
        twin = through_pickle(error)
        assert (type(twin), str(twin)) == (kind, "file.txt: is empty (give another)")

    def test_has_a_code_of_its_own(self, kind: type[errors.PairedReadoutsError]) -> None:
        assert [k.code for k in ERRORS].count(kind.code) == 1

    def test_is_one_that_a_stranger_would_catch(
        self, kind: type[errors.PairedReadoutsError]
    ) -> None:
        assert issubclass(kind, errors.PairedReadoutsError)
        if kind is not errors.PairedReadoutsError:
            assert issubclass(kind, ValueError | ImportError | RuntimeError)


def test_error_without_place_or_hint_says_what_is_wrong() -> None:
    assert str(errors.ModelError("", "is odd")) == "is odd"


def test_measure_needs_no_value() -> None:
    assert Measure(method="fewer than 4 pairs").value is None
