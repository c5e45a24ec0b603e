"""What an account states, and who is reported to have said it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from enum import StrEnum

import attrs
from attrs import field

from paired_readouts.model._by_fields import by_fields
from paired_readouts.model._checks import count, fail, is_a, not_empty, probability, tuple_of
from paired_readouts.model.participants import Participant
from paired_readouts.model.spans import Span

__all__ = [
    "Act",
    "Confidence",
    "Embedded",
    "Firmness",
    "Mention",
    "MentionKind",
    "Mode",
    "Occasion",
    "Origin",
    "Statement",
    "Undertaking",
]


class Act(StrEnum):
    """The communicative act that a reporting frame names."""

    STATE = "state"
    EMPHASIZE = "emphasize"
    DISCUSS = "discuss"
    AGREE = "agree"
    COMMIT = "commit"
    REQUEST = "request"
    PROPOSE = "propose"
    PRAISE = "praise"
    CRITICIZE = "criticize"
    REJECT = "reject"
    WARN = "warn"
    EXPRESS = "express"
    NARRATE = "narrate"


class Mode(StrEnum):
    """How words are reported."""

    DIRECT = "direct"
    INDIRECT = "indirect"
    NARRATED = "narrated"


class Occasion(StrEnum):
    """Where something was said."""

    CONVERSATION = "conversation"
    RELEASE = "this release"
    ELSEWHERE = "elsewhere"
    UNKNOWN = "unknown"


class Origin(StrEnum):
    """Who made a value: the library, or a person by hand."""

    FOUND = "found"
    MANUAL = "manual"


class MentionKind(StrEnum):
    """What a mention names."""

    PERSON = "person"
    COUNTRY = "country"
    ORGANISATION = "organisation"
    PLACE = "place"
    DATE = "date"
    QUANTITY = "quantity"


class Firmness(StrEnum):
    """How firmly something is undertaken, from done to refused."""

    DONE = "done"
    WILL = "will"
    INTENDS = "intends"
    READY = "ready"
    CONSIDERS = "considers"
    WILL_NOT = "will not"


@by_fields
@attrs.frozen(kw_only=True, eq=False, repr=False)
class Confidence:
    """How sure a decision is, and the rule that made it."""

    #: A probability, 0 to 1.
    value: float = field(default=1.0, validator=probability)
    #: The name of the rule that decided, as the documentation lists them.
    rule: str = field(default="", validator=is_a(str))


@by_fields
@attrs.frozen(kw_only=True, eq=False, repr=False)
class Mention:
    """A name, date or quantity in a text, with its normalised form."""

    #: Where it stands.
    span: Span = field(validator=is_a(Span))
    #: What kind of thing it names.
    kind: MentionKind = field(validator=is_a(MentionKind))
    #: The normalised form: a folded name; a country's code; an ISO 8601 date of the granularity
    #: that is known ("2022-04-05", "2022-04", "--04-05" without a year); a number and its unit
    #: ("500000000 USD", "30 minute").
    value: str = field(validator=not_empty)


@by_fields
@attrs.frozen(kw_only=True, eq=False, repr=False)
class Embedded:
    """An act of somebody else that a statement's content reports ("welcomed the comment of …")."""

    #: Whose act it is; empty when the text names nobody known.
    speakers: tuple[Participant, ...] = field(default=(), validator=tuple_of(Participant))
    #: What the act is.
    act: Act = field(default=Act.STATE, validator=is_a(Act))
    #: The word that reports it.
    cue: Span = field(validator=is_a(Span))
    #: What is reported.
    span: Span = field(validator=is_a(Span))


@by_fields
@attrs.frozen(kw_only=True, eq=False, repr=False)
class Undertaking:
    """Something that somebody undertakes, whatever the act that carries it."""

    #: Who undertakes it: parties' codes or folded family names, sorted; empty when not told.
    by: tuple[str, ...] = field(default=(), validator=tuple_of(str))
    #: What is undertaken.
    what: Span = field(validator=is_a(Span))
    #: On what condition, if any.
    condition: Span | None = field(default=None, validator=is_a(Span, type(None)))
    #: How firmly.
    firmness: Firmness = field(default=Firmness.WILL, validator=is_a(Firmness))


@by_fields
@attrs.frozen(kw_only=True, eq=False, repr=False)
class Statement:
    """The smallest stretch of text with one reporting frame, or one narrated fact."""

    #: The exact words; `version.text[span.start:span.end]`.
    text: str = field(validator=not_empty)
    #: Where they stand in the version's text.
    span: Span = field(validator=is_a(Span))
    #: Whose act is reported; empty when the text gives it to nobody, and for `narrate`.
    speakers: tuple[Participant, ...] = field(default=(), validator=tuple_of(Participant))
    #: To whom it is reported to have been said.
    addressees: tuple[Participant, ...] = field(default=(), validator=tuple_of(Participant))
    #: Against or towards whom, third parties too: parties' codes or folded family names, sorted.
    target: tuple[str, ...] = field(default=(), validator=tuple_of(str))
    #: The communicative act.
    act: Act = field(default=Act.NARRATE, validator=is_a(Act))
    #: The reporting verb's dictionary form, with its noun where that decides ("express hope").
    lemma: str = field(default="", validator=is_a(str))
    #: From the finite verb through the act's noun; None without a frame.
    verb: Span | None = field(default=None, validator=is_a(Span, type(None)))
    #: Strength on the lexicon's ladder, 1 (discuss) to 4 (warn); None for `narrate`.
    force: int | None = field(default=None, validator=is_a(int, type(None)))
    #: What is said, without the frame.
    content: tuple[Span, ...] = field(default=(), validator=tuple_of(Span))
    #: The coordinated objects and modifiers of the content.
    items: tuple[Span, ...] = field(default=(), validator=tuple_of(Span))
    #: Acts of others that the content reports.
    embedded: tuple[Embedded, ...] = field(default=(), validator=tuple_of(Embedded))
    #: What is undertaken, if anything.
    undertaking: Undertaking | None = field(default=None, validator=is_a(Undertaking, type(None)))
    #: Where it was said.
    occasion: Occasion = field(default=Occasion.UNKNOWN, validator=is_a(Occasion))
    #: How the words are reported.
    mode: Mode = field(default=Mode.NARRATED, validator=is_a(Mode))
    #: Whether the frame itself is negated ("did not discuss").
    negated: bool = field(default=False, validator=is_a(bool))
    #: A condition in the content, if any.
    condition: Span | None = field(default=None, validator=is_a(Span, type(None)))
    #: Topics of the lexicon that the content touches, sorted.
    topics: tuple[str, ...] = field(default=(), validator=tuple_of(str))
    #: Names, dates and quantities, in the order of the text.
    mentions: tuple[Mention, ...] = field(default=(), validator=tuple_of(Mention))
    #: The index, in the same version, of the statement whose frame this one shares.
    continues: int | None = field(default=None, validator=is_a(int, type(None)))
    #: The CAMEO root code of the act, only where it has one and a target is known.
    event_code: str = field(default="", validator=is_a(str))
    #: How sure speaker and act are, and the rule that decided.
    confidence: Confidence = field(factory=Confidence, validator=is_a(Confidence))
    #: Who made it.
    origin: Origin = field(default=Origin.FOUND, validator=is_a(Origin))

    def __attrs_post_init__(self) -> None:
        if len(self.span) != len(self.text):
            raise fail(
                self,
                "span",
                f"covers {len(self.span)} code points, text has {len(self.text)}",
                "give the span of exactly these words",
            )
        start, end = self.span.start, self.span.end
        for name, spans in self._inner_spans():
            for span in spans:
                if span is not None and (span.start < start or span.end > end):
                    raise fail(self, name, f"{span} lies outside the statement's {self.span}")
        if self.continues is not None:
            count(self, attrs.fields(Statement).continues, self.continues)

    def _inner_spans(self) -> Iterator[tuple[str, Iterable[Span | None]]]:
        """The spans that lie within the statement's, field by field."""
        yield "verb", (self.verb,)
        yield "condition", (self.condition,)
        yield "content", self.content
        yield "items", self.items
        yield "mentions", [mention.span for mention in self.mentions]
        if self.embedded:
            yield "embedded", [embedded.span for embedded in self.embedded]
        if self.undertaking is not None:
            yield "undertaking", (self.undertaking.what, self.undertaking.condition)

    def __repr__(self) -> str:
        who = ", ".join(p.family_name for p in self.speakers) or "nobody"
        words = " ".join(self.text.split())
        if len(words) > 48:
            words = words[:47] + "…"
        return f"Statement({self.span.start}:{self.span.end} {who} {self.act.value}: {words!r})"
