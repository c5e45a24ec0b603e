"""How two accounts differ: findings, measures, the ledger of undertakings, common ground."""

from __future__ import annotations

from enum import StrEnum

import attrs
from attrs import field

from paired_readouts.model._by_fields import by_fields
from paired_readouts.model._checks import (
    count,
    fail,
    is_a,
    not_empty,
    number,
    ordered_indexes,
    probability,
    tuple_of,
)
from paired_readouts.model._notebook import show
from paired_readouts.model.alignments import Evidence, Side
from paired_readouts.model.participants import Participant
from paired_readouts.model.provenance import Provenance
from paired_readouts.model.spans import Span
from paired_readouts.model.statements import Firmness

__all__ = [
    "CommonMatter",
    "CreditStatus",
    "CreditedLine",
    "Divergence",
    "Finding",
    "FindingCode",
    "LedgerEntry",
    "LedgerStatus",
    "Measure",
    "Measures",
    "NamesUsed",
    "Severity",
    "Share",
    "Slot",
]


class FindingCode(StrEnum):
    """The kinds of difference that analysts report."""

    ONE_SIDED = "one-sided"
    CREDITED_WORDS = "credited-words"
    REASSIGNED = "reassigned"
    JOINT_SINGLE = "joint-single"
    RECIPROCAL = "reciprocal"
    AGAINST_EACH_OTHER = "against-each-other"
    AGREEMENT = "agreement"
    DENIAL = "denial"
    CONDITION = "condition"
    FORCE = "force"
    CERTAINTY = "certainty"
    NAMING = "naming"
    FRAMING = "framing"
    VAGUENESS = "vagueness"
    QUOTATION = "quotation"
    FIGURES = "figures"
    NEXT_STEPS = "next-steps"
    INITIATOR = "initiator"
    CONTACT_KIND = "contact-kind"
    CHANNEL = "channel"
    FIRST_PUBLISHED = "first-published"
    LENGTH = "length"
    ORDER = "order"
    VOICE = "voice"
    REVISION = "revision"
    OWN_HISTORY = "own-history"
    TRANSLATION = "translation"
    SHARED_SILENCE = "shared-silence"


class Severity(StrEnum):
    """How much a difference matters, after Mokry (2022)."""

    SUBSTANTIVE = "substantive"
    DEGREE = "degree"
    MINOR = "minor"


class LedgerStatus(StrEnum):
    """What the two accounts make of one undertaking."""

    BOTH = "both"
    LEFT_ONLY = "left only"
    RIGHT_ONLY = "right only"
    DENIED = "denied"
    CONFLICTING = "conflicting"


class CreditStatus(StrEnum):
    """Whether the credited side's own text has the line."""

    IN_BOTH = "in both"
    IN_OTHER_TERMS = "in other terms"
    NOT_MENTIONED = "not in the other's text"
    NOT_IN_EXCERPT = "not in the excerpt"
    CONTRADICTED = "contradicted"


@by_fields
@attrs.frozen(kw_only=True, eq=False, repr=False)
class Slot:
    """One part of a finding's sentence, by name, for a renderer to put into words."""

    #: The part: "who", "act", "matter", "left", "right", "other".
    name: str = field(validator=not_empty)
    #: Its words.
    text: str = field(validator=is_a(str))


@by_fields
@attrs.frozen(kw_only=True, eq=False, repr=False)
class Finding:
    """One difference that a careful analyst would tell a reader about."""

    #: The kind of difference.
    code: FindingCode = field(validator=is_a(FindingCode))
    #: How much it matters.
    severity: Severity = field(validator=is_a(Severity))
    #: Indexes of the left statements that show it, in order.
    left: tuple[int, ...] = field(default=(), validator=ordered_indexes)
    #: Indexes of the right statements that show it, in order.
    right: tuple[int, ...] = field(default=(), validator=ordered_indexes)
    #: The words that show it; each is found in the text at the span given.
    evidence: tuple[Evidence, ...] = field(default=(), validator=tuple_of(Evidence))
    #: Named parts from which a renderer makes one plain sentence.
    slots: tuple[Slot, ...] = field(default=(), validator=tuple_of(Slot))
    #: What to keep in mind: rests on an excerpt, may be a translation, low confidence.
    caveats: tuple[str, ...] = field(default=(), validator=tuple_of(str))
    #: The probability that a careful reader would agree, 0 to 1.
    confidence: float = field(default=1.0, validator=probability)

    def slot(self, name: str) -> str:
        """The text of the slot `name`, "" where there is none."""
        return next((s.text for s in self.slots if s.name == name), "")

    def __repr__(self) -> str:
        return (
            f"Finding({self.code.value} {self.severity.value}, "
            f"{list(self.left)}–{list(self.right)}: {self.slot('matter')[:40]!r})"
        )


@by_fields
@attrs.frozen(kw_only=True, eq=False, repr=False)
class Measure:
    """One number, with what it was counted on."""

    #: The value; None where it is not defined, and `method` says why.
    value: float | None = field(default=None, validator=is_a(float, int, type(None)))
    #: The count above the line, where it is a share.
    k: float = field(default=0, validator=number)
    #: The count below the line.
    n: float = field(default=0, validator=number)
    #: Indexes of the left statements that it rests on.
    left: tuple[int, ...] = field(default=(), validator=ordered_indexes)
    #: Indexes of the right statements that it rests on.
    right: tuple[int, ...] = field(default=(), validator=ordered_indexes)
    #: One sentence on how it was computed, or why it could not be.
    method: str = field(default="", validator=is_a(str))


@by_fields
@attrs.frozen(kw_only=True, eq=False, repr=False)
class Share:
    """A part of a whole, by name: a speaker's words in an account, a topic's statements."""

    #: Which account.
    side: Side = field(validator=is_a(Side))
    #: Whose or what share; "" is nobody.
    name: str = field(validator=is_a(str))
    #: The number of statements.
    statements: int = field(default=0, validator=count)
    #: The number of words.
    words: int = field(default=0, validator=count)
    #: The share of the account's words, 0 to 1.
    share: float = field(default=0.0, validator=probability)


@by_fields
@attrs.frozen(kw_only=True, eq=False, repr=False)
class NamesUsed:
    """One thing, and the forms under which each account names it."""

    #: The thing: one of the lexicon's table of loaded names, or the normalised name of a mention.
    thing: str = field(validator=not_empty)
    #: The forms in the left account, sorted; empty where it does not name the thing.
    left: tuple[str, ...] = field(default=(), validator=tuple_of(str))
    #: The forms in the right account.
    right: tuple[str, ...] = field(default=(), validator=tuple_of(str))

    @property
    def only_left(self) -> tuple[str, ...]:
        """The forms that the right account never uses."""
        return tuple(form for form in self.left if form not in self.right)

    @property
    def only_right(self) -> tuple[str, ...]:
        """The forms that the left account never uses."""
        return tuple(form for form in self.right if form not in self.left)


@by_fields
@attrs.frozen(kw_only=True, eq=False, repr=False)
class Measures:
    """Every measure on a pair, one typed attribute each."""

    #: Left statements that have a counterpart, k of n.
    coverage_left: Measure = field(factory=Measure, validator=is_a(Measure))
    #: Right statements that have a counterpart, k of n.
    coverage_right: Measure = field(factory=Measure, validator=is_a(Measure))
    #: The same for the left, by items.
    item_coverage_left: Measure = field(factory=Measure, validator=is_a(Measure))
    #: The same for the right, by items.
    item_coverage_right: Measure = field(factory=Measure, validator=is_a(Measure))
    #: 1 − linked statements / all statements, 0 to 1, symmetric.
    unshared: Measure = field(factory=Measure, validator=is_a(Measure))
    #: Linked pairs that differ above `minor` or are in conflict, k of m.
    disagreement: Measure = field(factory=Measure, validator=is_a(Measure))
    #: 0 for identical accounts to 1, symmetric; for ranking many pairs.
    divergence: Measure = field(factory=Measure, validator=is_a(Measure))
    #: How many findings are substantive.
    substantive: Measure = field(factory=Measure, validator=is_a(Measure))
    #: How many findings are of degree.
    degree: Measure = field(factory=Measure, validator=is_a(Measure))
    #: How many findings are minor.
    minor: Measure = field(factory=Measure, validator=is_a(Measure))
    #: Linked pairs where both sides name the same speakers, k of m.
    attribution: Measure = field(factory=Measure, validator=is_a(Measure))
    #: Mean steps on the force ladder between linked statements, left minus right.
    force_gap: Measure = field(factory=Measure, validator=is_a(Measure))
    #: Kendall's tau over linked pairs, −1 to 1; None under 4 pairs.
    order: Measure = field(factory=Measure, validator=is_a(Measure))
    #: Numbers and dates that both give and that are equal, k of n.
    facts: Measure = field(factory=Measure, validator=is_a(Measure))
    #: Each speaker's share of each account.
    voice: tuple[Share, ...] = field(default=(), validator=tuple_of(Share))
    #: The things that the two accounts do not name alike, and the forms that each uses.
    naming: tuple[NamesUsed, ...] = field(default=(), validator=tuple_of(NamesUsed))


@by_fields
@attrs.frozen(kw_only=True, eq=False, repr=False)
class LedgerEntry:
    """One undertaking, and what each account makes of it."""

    #: Who undertakes it: parties' codes or folded family names.
    by: tuple[str, ...] = field(default=(), validator=tuple_of(str))
    #: What is undertaken, in the words of the account that has it (the left where both do).
    what: str = field(validator=not_empty)
    #: On what condition; "" for none.
    condition: str = field(default="", validator=is_a(str))
    #: How firmly in the left account; None where it is not there.
    left_firmness: Firmness | None = field(default=None, validator=is_a(Firmness, type(None)))
    #: How firmly in the right account; None where it is not there.
    right_firmness: Firmness | None = field(default=None, validator=is_a(Firmness, type(None)))
    #: The left statements that carry it.
    left: tuple[int, ...] = field(default=(), validator=ordered_indexes)
    #: The right statements that carry it.
    right: tuple[int, ...] = field(default=(), validator=ordered_indexes)
    #: What the two accounts make of it.
    status: LedgerStatus = field(validator=is_a(LedgerStatus))


@by_fields
@attrs.frozen(kw_only=True, eq=False, repr=False)
class CommonMatter:
    """A linked matter: the core that both texts have, in both texts' words, and what each adds."""

    #: The index of the link in the alignment.
    link: int = field(validator=count)
    #: The left words of the core.
    left_core: tuple[Span, ...] = field(default=(), validator=tuple_of(Span))
    #: The right words of the core.
    right_core: tuple[Span, ...] = field(default=(), validator=tuple_of(Span))
    #: What only the left text adds.
    left_added: tuple[Span, ...] = field(default=(), validator=tuple_of(Span))
    #: What only the right text adds.
    right_added: tuple[Span, ...] = field(default=(), validator=tuple_of(Span))


@by_fields
@attrs.frozen(kw_only=True, eq=False, repr=False)
class CreditedLine:
    """A line that one account gives to the other side's principal."""

    #: The account that has the line.
    side: Side = field(validator=is_a(Side))
    #: Whom it credits.
    speakers: tuple[Participant, ...] = field(validator=tuple_of(Participant))
    #: The index of the statement in that account.
    statement: int = field(validator=count)
    #: The line's words.
    quotation: str = field(validator=not_empty)
    #: Whether the credited side's own text has it.
    status: CreditStatus = field(validator=is_a(CreditStatus))
    #: Indexes of the other account's statements that have it.
    counterparts: tuple[int, ...] = field(default=(), validator=ordered_indexes)
    #: A sentence that can be printed as it stands.
    sentence: str = field(validator=not_empty)


@by_fields
@attrs.frozen(kw_only=True, eq=False, repr=False)
class Divergence:
    """How two aligned accounts differ."""

    #: The numbers.
    measures: Measures = field(factory=Measures, validator=is_a(Measures))
    #: The differences, most important first.
    findings: tuple[Finding, ...] = field(default=(), validator=tuple_of(Finding))
    #: Who undertakes what, and which account says so.
    ledger: tuple[LedgerEntry, ...] = field(default=(), validator=tuple_of(LedgerEntry))
    #: What both accounts have, one entry a link.
    common: tuple[CommonMatter, ...] = field(default=(), validator=tuple_of(CommonMatter))
    #: What made it.
    provenance: Provenance = field(factory=Provenance, validator=is_a(Provenance))

    def __attrs_post_init__(self) -> None:
        links = [c.link for c in self.common]
        if len(links) != len(set(links)):
            raise fail(self, "common", "two entries for one link")

    def _repr_html_(self) -> str:
        return show("divergence", self)

    def __repr__(self) -> str:
        m = self.measures
        value = "undefined" if m.divergence.value is None else f"{m.divergence.value:.3f}"
        return (
            f"Divergence({value}, {len(self.findings)} findings, {len(self.ledger)} undertakings)"
        )
