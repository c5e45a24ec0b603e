"""What a value refuses, and in which words: field, what is wrong, what to do."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

import pytest

from paired_readouts.errors import ModelError
from paired_readouts.model import (
    Act,
    Alignment,
    Anchor,
    AnchoredLink,
    Claim,
    ClaimKind,
    CommonMatter,
    Comparison,
    Confidence,
    Conversation,
    CreditedLine,
    CreditStatus,
    Difference,
    Divergence,
    Embedded,
    Evidence,
    Finding,
    FindingCode,
    LedgerEntry,
    LedgerStatus,
    Limits,
    Link,
    Matter,
    Measure,
    Mention,
    MentionKind,
    Participant,
    Place,
    Relation,
    Severity,
    Share,
    Side,
    Span,
    Statement,
    Undertaking,
    Version,
    VersionWarning,
)

TEXT = "The President spoke. They agreed on fish."
FIRST = Statement(text=TEXT[:20], span=Span(0, 20))
SECOND = Statement(text=TEXT[21:41], span=Span(21, 41))


def version(**fields: object) -> Version:
    return Version(**{"text": TEXT, "statements": (FIRST, SECOND), **fields})


def alignment(**fields: object) -> Alignment:
    return Alignment(left=version(party="NRL"), right=version(party="VST"), **fields)


def link(**fields: object) -> Link:
    return Link(**{"left": (0,), "right": (0,), **fields})


ROWS: list[tuple[str, Callable[[], object], str]] = [
    ("span-negative", lambda: Span(-1, 2), "Span.start: expected a whole number from 0 on, got -1"),
    ("span-word", lambda: Span(0, "x"), "Span.end: expected a whole number from 0 on, got 'x'"),
    (
        "span-bool",
        lambda: Span(0, end=True),
        "Span.end: expected a whole number from 0 on, got True",
    ),
    ("span-reversed", lambda: Span(5, 3), "Span.end: 3 lies before start 5"),
    (
        "participant-nameless",
        lambda: Participant(name=" "),
        "Participant.name: expected a text that is not empty, got ' '",
    ),
    (
        "participant-party",
        lambda: Participant(name="Mara Velin", party="vst"),
        (
            "Participant.party: expected a party's code, got 'vst' "
            "(ISO 3166-1 alpha-2, EU, UN, NATO or any [A-Z][A-Z0-9-]*; '' where unknown)"
        ),
    ),
    (
        "participant-party-line-end",
        lambda: Participant(name="Mara Velin", party="VST\n"),
        (
            "Participant.party: expected a party's code, got 'VST\\n' "
            "(ISO 3166-1 alpha-2, EU, UN, NATO or any [A-Z][A-Z0-9-]*; '' where unknown)"
        ),
    ),
    (
        "participant-aliases-list",
        lambda: Participant(name="Mara Velin", aliases=["Velin"]),
        "Participant.aliases: expected a tuple, got list (wrap it in tuple(…))",
    ),
    (
        "participant-alias-number",
        lambda: Participant(name="Mara Velin", aliases=("Velin", 3)),
        "Participant.aliases[1]: expected str, got int 3",
    ),
    (
        "confidence-above-one",
        lambda: Confidence(value=1.5),
        "Confidence.value: expected a number from 0 to 1, got 1.5",
    ),
    (
        "confidence-nan",
        lambda: Confidence(value=float("nan")),
        "Confidence.value: expected a finite number, got nan",
    ),
    (
        "mention-kind-word",
        lambda: Mention(span=Span(0, 1), kind="person", value="velin"),
        "Mention.kind: expected MentionKind, got str 'person'",
    ),
    (
        "mention-value-empty",
        lambda: Mention(span=Span(0, 1), kind=MentionKind.PERSON, value=""),
        "Mention.value: expected a text that is not empty, got ''",
    ),
    (
        "statement-empty",
        lambda: Statement(text="", span=Span(0, 0)),
        "Statement.text: expected a text that is not empty, got ''",
    ),
    (
        "statement-span-too-long",
        lambda: Statement(text="Yes.", span=Span(0, 5)),
        "Statement.span: covers 5 code points, text has 4 (give the span of exactly these words)",
    ),
    (
        "statement-verb-outside",
        lambda: Statement(text="Yes.", span=Span(0, 4), verb=Span(3, 5)),
        "Statement.verb: Span(3, 5) lies outside the statement's Span(0, 4)",
    ),
    (
        "statement-content-outside",
        lambda: Statement(text="Yes.", span=Span(4, 8), content=(Span(5, 8), Span(0, 3))),
        "Statement.content: Span(0, 3) lies outside the statement's Span(4, 8)",
    ),
    (
        "statement-item-outside",
        lambda: Statement(text="Yes.", span=Span(0, 4), items=(Span(0, 9),)),
        "Statement.items: Span(0, 9) lies outside the statement's Span(0, 4)",
    ),
    (
        "statement-condition-outside",
        lambda: Statement(text="Yes.", span=Span(0, 4), condition=Span(4, 6)),
        "Statement.condition: Span(4, 6) lies outside the statement's Span(0, 4)",
    ),
    (
        "statement-mention-outside",
        lambda: Statement(
            text="Yes.",
            span=Span(0, 4),
            mentions=(Mention(span=Span(8, 9), kind=MentionKind.PLACE, value="arn"),),
        ),
        "Statement.mentions: Span(8, 9) lies outside the statement's Span(0, 4)",
    ),
    (
        "statement-embedded-outside",
        lambda: Statement(
            text="Yes.", span=Span(0, 4), embedded=(Embedded(cue=Span(0, 1), span=Span(2, 7)),)
        ),
        "Statement.embedded: Span(2, 7) lies outside the statement's Span(0, 4)",
    ),
    (
        "statement-undertaking-outside",
        lambda: Statement(text="Yes.", span=Span(0, 4), undertaking=Undertaking(what=Span(0, 7))),
        "Statement.undertaking: Span(0, 7) lies outside the statement's Span(0, 4)",
    ),
    (
        "statement-act-word",
        lambda: Statement(text="Yes.", span=Span(0, 4), act="shout"),
        "Statement.act: expected Act, got str 'shout'",
    ),
    (
        "statement-continues-negative",
        lambda: Statement(text="Yes.", span=Span(0, 4), continues=-1),
        "Statement.continues: expected a whole number from 0 on, got -1",
    ),
    (
        "statement-negated-number",
        lambda: Statement(text="Yes.", span=Span(0, 4), negated=1),
        "Statement.negated: expected bool, got int 1",
    ),
    (
        "version-blank",
        lambda: Version(text=" \n"),
        "Version.text: expected a text that is not empty, got ' \\n'",
    ),
    (
        "version-no-zone",
        lambda: Version(text="x", published=dt.datetime(2031, 5, 3, 9)),  # noqa: DTZ001
        "Version.published: a datetime without a zone (add tzinfo, or give a date alone)",
    ),
    (
        "version-date-as-text",
        lambda: Version(text="x", published="2031-05-03"),
        "Version.published: expected date or None, got str '2031-05-03'",
    ),
    (
        "version-statement-past-the-end",
        lambda: Version(text="short", statements=(FIRST,)),
        "Version.statements[0].span: ends at 20, the text has 5 code points",
    ),
    (
        "version-statements-overlap",
        lambda: version(statements=(FIRST, Statement(text=TEXT[19:24], span=Span(19, 24)))),
        (
            "Version.statements[1].span: Span(19, 24) overlaps or precedes the one before, "
            "which ends at 20"
        ),
    ),
    (
        "version-other-words",
        lambda: version(statements=(Statement(text="x" * 20, span=Span(0, 20)),)),
        "Version.statements[0].span: the text at Span(0, 20) is not the statement's text",
    ),
    (
        "version-continues-itself",
        lambda: version(statements=(Statement(text=TEXT[:20], span=Span(0, 20), continues=0),)),
        "Version.statements[0].continues: 0 is not an earlier statement",
    ),
    (
        "version-claim-past-the-end",
        lambda: version(claims=(Claim(kind=ClaimKind.DATE, value="2031", span=Span(0, 99)),)),
        "Version.claims[0].span: ends at 99, past the text",
    ),
    (
        "warning-without-code",
        lambda: VersionWarning(code="", text="odd"),
        "VersionWarning.code: expected a text that is not empty, got ''",
    ),
    (
        "link-empty-side",
        lambda: link(right=()),
        "Link.right: is empty (a link joins at least one statement of each side)",
    ),
    (
        "link-unordered",
        lambda: link(left=(2, 1)),
        "Link.left: indexes are not in order or repeat: (2, 1) (sort them, each once)",
    ),
    (
        "link-negative",
        lambda: link(left=(-1, 1)),
        "Link.left: an index is negative: -1",
    ),
    (
        "link-unsorted-differences",
        lambda: link(differences=(Difference.SPEAKER, Difference.DETAIL)),
        (
            "Link.differences: not sorted or repeated: "
            "(<Difference.SPEAKER: 'speaker'>, <Difference.DETAIL: 'detail'>)"
        ),
    ),
    (
        "link-same-with-differences",
        lambda: link(relation=Relation.SAME, differences=(Difference.FORCE,)),
        "Link.differences: a link with relation 'same' has none",
    ),
    (
        "link-score",
        lambda: link(score=-0.1),
        "Link.score: expected a number from 0 to 1, got -0.1",
    ),
    (
        "anchored-link-empty-side",
        lambda: AnchoredLink(left=(), right=(Anchor(version="a", span=Span(0, 1), text="x"),)),
        "AnchoredLink.left: is empty (a link joins at least one statement of each side)",
    ),
    (
        "alignment-statement-that-is-not-there",
        lambda: alignment(links=(link(), link(right=(1, 2)))),
        "Alignment.links[1].right: statement 2 does not exist; that side has 2",
    ),
    (
        "evidence-side-word",
        lambda: Evidence(side="left", span=Span(0, 1)),
        "Evidence.side: expected Side, got str 'left'",
    ),
    (
        "finding-unordered",
        lambda: Finding(code=FindingCode.FORCE, severity=Severity.DEGREE, left=(1, 1)),
        "Finding.left: indexes are not in order or repeat: (1, 1) (sort them, each once)",
    ),
    (
        "measure-infinite-count",
        lambda: Measure(k=float("inf")),
        "Measure.k: expected a finite number, got inf",
    ),
    (
        "share-above-one",
        lambda: Share(side=Side.LEFT, name="velin", share=2),
        "Share.share: expected a number from 0 to 1, got 2",
    ),
    (
        "ledger-without-matter",
        lambda: LedgerEntry(what="", status=LedgerStatus.BOTH),
        "LedgerEntry.what: expected a text that is not empty, got ''",
    ),
    (
        "credited-statement-negative",
        lambda: CreditedLine(
            side=Side.LEFT,
            speakers=(),
            statement=-1,
            quotation="x",
            status=CreditStatus.IN_BOTH,
            sentence="x",
        ),
        "CreditedLine.statement: expected a whole number from 0 on, got -1",
    ),
    (
        "divergence-two-entries-for-a-link",
        lambda: Divergence(common=(CommonMatter(link=0), CommonMatter(link=0))),
        "Divergence.common: two entries for one link",
    ),
    (
        "comparison-of-other-versions",
        lambda: Comparison(
            left=version(party="EU"),
            right=version(party="VST"),
            alignment=alignment(),
            divergence=Divergence(),
        ),
        "Comparison.left: is not the version that the alignment joins",
    ),
    (
        "conversation-without-versions",
        lambda: Conversation(versions=()),
        "Conversation.versions: is empty (a conversation has at least one version)",
    ),
    (
        "conversation-member",
        lambda: Conversation(versions=(version(), "text")),
        "Conversation.versions[1]: expected Version, got str 'text'",
    ),
    (
        "matter-without-words",
        lambda: Matter(places=(Place(version=0, statement=0),), words=""),
        "Matter.words: expected a text that is not empty, got ''",
    ),
    (
        "limits-negative",
        lambda: Limits(statements=-1),
        "Limits.statements: expected a whole number from 0 on, got -1",
    ),
]


@pytest.mark.parametrize(("make", "message"), [row[1:] for row in ROWS], ids=[r[0] for r in ROWS])
def test_value_refuses_what_breaks_it(make: Callable[[], object], message: str) -> None:
    with pytest.raises(ModelError) as caught:
        make()
    assert str(caught.value) == message
    assert caught.value.code == "invalid-value"
    assert isinstance(caught.value, ValueError)


def test_smallest_values_are_enough() -> None:
    assert Version(text="x").party == ""
    assert Statement(text="x", span=Span(0, 1)).act is Act.NARRATE
    assert Conversation(versions=(Version(text="x"),)).date is None
