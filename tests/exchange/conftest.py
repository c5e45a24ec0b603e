"""A comparison with every kind of value in it, and a conversation of it."""

from __future__ import annotations

import datetime as dt

import attrs
import pytest

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
    Completeness,
    CompletenessLevel,
    Contribution,
    Conversation,
    ConversationComparison,
    ConversationKind,
    CreditedLine,
    CreditStatus,
    Difference,
    Divergence,
    Embedded,
    Evidence,
    Finding,
    FindingCode,
    Firmness,
    LedgerEntry,
    LedgerStatus,
    Limits,
    Link,
    Matter,
    Measure,
    Measures,
    Mention,
    MentionKind,
    NamesUsed,
    Origin,
    Participant,
    Place,
    Provenance,
    Revision,
    Severity,
    Share,
    Side,
    Slot,
    Span,
    Statement,
    Undertaking,
    Version,
    VersionWarning,
)

ZONE = dt.timezone(dt.timedelta(hours=2))
TEXT = "President Velin said “no”. They will meet in Arn if the ceasefire holds."
VELIN = Participant(name="Mara Velin", role="President", party="VST", aliases=("Velin",))
SAID = Statement(
    text=TEXT[:26],
    span=Span(0, 26),
    speakers=(VELIN,),
    target=("NRL",),
    act=Act.REJECT,
    lemma="say",
    verb=Span(16, 20),
    force=3,
    content=(Span(21, 25),),
    items=(Span(21, 25),),
    embedded=(Embedded(speakers=(VELIN,), cue=Span(0, 9), span=Span(10, 15)),),
    mentions=(Mention(span=Span(10, 15), kind=MentionKind.PERSON, value="velin"),),
    event_code="12",
)
MEET = Statement(
    text=TEXT[27:],
    span=Span(27, len(TEXT)),
    undertaking=Undertaking(
        by=("NRL", "VST"), what=Span(32, 48), condition=Span(52, 71), firmness=Firmness.WILL
    ),
    condition=Span(52, 71),
    topics=("ceasefire", "meetings"),
    continues=0,
    origin=Origin.MANUAL,
)
LEFT = Version(
    text=TEXT,
    party="NRL",
    issuer="Foreign Office",
    title="Call",
    published=dt.datetime(2031, 5, 3, 9, 30, tzinfo=ZONE),
    completeness=Completeness(level=CompletenessLevel.EXCERPT, evidence="in particular"),
    participants=(VELIN,),
    statements=(SAID, MEET),
    claims=(Claim(kind=ClaimKind.PLACE, value="arn", span=Span(45, 48)),),
    revisions=(Revision(published=dt.date(2031, 5, 4), note="Corrected"),),
    warnings=(VersionWarning(code="no-date", text="No date."),),
    provenance=Provenance(library="0.1.0", lexicon="abc"),
)
RIGHT = attrs.evolve(LEFT, party="VST", published=dt.date(2031, 5, 4), statements=(SAID,))
ANCHOR = Anchor(version=LEFT.id, span=SAID.span, text=SAID.text)
LINK = Link(
    left=(0, 1),
    right=(0,),
    score=0.625,
    differences=(Difference.DETAIL, Difference.FORCE),
    left_items=(Span(21, 25),),
    right_rest=(Span(21, 25),),
    evidence=(Evidence(side=Side.LEFT, span=Span(16, 20), note="verb"),),
    contributions=(Contribution(feature="words", value=1.0, weight=0.5, added=0.5),),
)
DIVERGENCE = Divergence(
    measures=Measures(
        divergence=Measure(value=0.5, k=1, n=2, left=(0,), method="Half."),
        voice=(Share(side=Side.LEFT, name="velin", statements=1, words=4, share=0.25),),
    ),
    findings=(
        Finding(
            code=FindingCode.FORCE,
            severity=Severity.DEGREE,
            left=(0,),
            right=(0,),
            evidence=(
                Evidence(side=Side.LEFT, span=Span(16, 20)),
                Evidence(side=Side.RIGHT, span=Span(16, 25)),
            ),
            slots=(Slot(name="matter", text="the meeting"),),
            caveats=("rests on an excerpt", "may be a translation"),
            confidence=0.8,
        ),
    ),
    ledger=(
        LedgerEntry(
            by=("NRL",), what="meet", left_firmness=Firmness.WILL, status=LedgerStatus.LEFT_ONLY
        ),
    ),
    common=(CommonMatter(link=0, left_core=(Span(0, 5),)),),
)
COMPARISON = Comparison(
    left=LEFT,
    right=RIGHT,
    alignment=Alignment(
        left=LEFT,
        right=RIGHT,
        links=(LINK,),
        unfit=(AnchoredLink(left=(ANCHOR,), right=(ANCHOR,)),),
    ),
    divergence=DIVERGENCE,
)
CONVERSATION = Conversation(
    versions=(LEFT, RIGHT, attrs.evolve(RIGHT, party="CRV")),
    id="c1",
    kind=ConversationKind.CALL,
    date=dt.date(2031, 5, 3),
    participants=(VELIN,),
    evidence=("Both name Velin.",),
    confidence=0.9,
    missing=("EU",),
)


@pytest.fixture(scope="session")
def comparison() -> Comparison:
    return COMPARISON


@pytest.fixture(scope="session")
def over_all() -> ConversationComparison:
    """What holds nearly every class of the model."""
    return ConversationComparison(
        conversation=CONVERSATION,
        comparisons=(COMPARISON,),
        shared=(Matter(places=(Place(version=0, statement=1),), parties=("NRL",), words="x"),),
    )


@pytest.fixture(scope="session")
def samples(over_all: ConversationComparison) -> dict[str, attrs.AttrsInstance]:
    """One value of each class, by the name of the class."""
    found: dict[str, attrs.AttrsInstance] = {
        "Limits": Limits(statements=7),
        "Camp": Camp(
            finding=Finding(code=FindingCode.ONE_SIDED, severity=Severity.MINOR),
            comparison=0,
            having=(0,),
            against=(1, 2),
            sentence="Only in one.",
        ),
        "NamesUsed": NamesUsed(thing="the islands", left=("Karsa",), right=("Skerry",)),
        "CreditedLine": CreditedLine(
            side=Side.LEFT,
            speakers=(VELIN,),
            statement=0,
            quotation="no",
            status=CreditStatus.NOT_IN_EXCERPT,
            sentence="Not in the excerpt.",
        ),
    }

    def collect(value: object) -> None:
        if isinstance(value, tuple):
            for member in value:
                collect(member)
        elif attrs.has(type(value)):
            found.setdefault(type(value).__name__, value)
            for field in attrs.fields(type(value)):
                collect(getattr(value, field.name))

    collect(over_all)
    return found
