"""Conversations, and comparisons of the accounts of one."""

from __future__ import annotations

import datetime as dt
from enum import StrEnum

import attrs
from attrs import field

from paired_readouts.model._by_fields import by_fields
from paired_readouts.model._checks import (
    count,
    fail,
    is_a,
    not_empty,
    ordered_indexes,
    probability,
    tuple_of,
)
from paired_readouts.model._notebook import show
from paired_readouts.model.alignments import Alignment
from paired_readouts.model.divergences import Divergence, Finding
from paired_readouts.model.participants import Participant
from paired_readouts.model.versions import Version, VersionWarning

__all__ = [
    "Camp",
    "Comparison",
    "Conversation",
    "ConversationComparison",
    "ConversationKind",
    "Matter",
    "Place",
]


class ConversationKind(StrEnum):
    """How a conversation was held."""

    CALL = "call"
    VIDEO = "video"
    MEETING = "meeting"
    VISIT = "visit"
    EXCHANGE = "exchange"
    OTHER = "other"


@by_fields
@attrs.frozen(kw_only=True, eq=False, repr=False)
class Conversation:
    """A call or meeting, with the versions that report it."""

    #: The accounts, at least one, by party, date and id.
    versions: tuple[Version, ...] = field(validator=tuple_of(Version))
    #: A name that stays when a version joins; "" where nobody gave one.
    id: str = field(default="", validator=is_a(str))
    #: How it was held.
    kind: ConversationKind = field(default=ConversationKind.OTHER, validator=is_a(ConversationKind))
    #: The day, as most accounts tell it; None where none does.
    date: dt.date | None = field(default=None, validator=is_a(dt.date, type(None)))
    #: Who took part.
    participants: tuple[Participant, ...] = field(default=(), validator=tuple_of(Participant))
    #: Why these versions were joined, one plain sentence each.
    evidence: tuple[str, ...] = field(default=(), validator=tuple_of(str))
    #: The probability that all of them report one conversation, 0 to 1.
    confidence: float = field(default=1.0, validator=probability)
    #: Parties that took part and have no account among those given, sorted.
    missing: tuple[str, ...] = field(default=(), validator=tuple_of(str))
    #: Parties that issued none, only where the caller declared their archive complete; sorted.
    silent: tuple[str, ...] = field(default=(), validator=tuple_of(str))
    #: Ids of earlier conversations that were merged into this one, sorted.
    merged: tuple[str, ...] = field(default=(), validator=tuple_of(str))
    #: Why no other account of it could be looked for: it has no date, or nobody was recognised.
    warnings: tuple[VersionWarning, ...] = field(default=(), validator=tuple_of(VersionWarning))

    def __attrs_post_init__(self) -> None:
        if not self.versions:
            raise fail(self, "versions", "is empty", "a conversation has at least one version")

    def __repr__(self) -> str:
        who = ", ".join(v.party or "?" for v in self.versions)
        return f"Conversation({self.kind.value} {self.date or 'undated'}: {who})"


@by_fields
@attrs.frozen(kw_only=True, eq=False, repr=False)
class Comparison:
    """Two accounts, aligned and scored."""

    #: The left version, with statements.
    left: Version = field(validator=is_a(Version))
    #: The right version, with statements.
    right: Version = field(validator=is_a(Version))
    #: The links between them.
    alignment: Alignment = field(validator=is_a(Alignment))
    #: How they differ.
    divergence: Divergence = field(validator=is_a(Divergence))

    def __attrs_post_init__(self) -> None:
        for name in ("left", "right"):
            if getattr(self, name) != getattr(self.alignment, name):
                raise fail(self, name, "is not the version that the alignment joins")

    def _repr_html_(self) -> str:
        return show("comparison", self)

    def __repr__(self) -> str:
        return f"Comparison({self.alignment!r}, {self.divergence!r})"


@by_fields
@attrs.frozen(kw_only=True, eq=False, repr=False)
class Place:
    """A statement in one of several versions."""

    #: The index of the version in the conversation.
    version: int = field(validator=is_a(int))
    #: The index of the statement in that version.
    statement: int = field(validator=is_a(int))


@by_fields
@attrs.frozen(kw_only=True, eq=False, repr=False)
class Matter:
    """One matter across the accounts of a conversation."""

    #: The statements that report it, by version and place.
    places: tuple[Place, ...] = field(validator=tuple_of(Place))
    #: The parties whose accounts have it, sorted.
    parties: tuple[str, ...] = field(default=(), validator=tuple_of(str))
    #: Its words in the first account that has it.
    words: str = field(default="", validator=not_empty)


@by_fields
@attrs.frozen(kw_only=True, eq=False, repr=False)
class Camp:
    """One difference over all accounts of a conversation, and which accounts are on which side."""

    #: The finding of the first pair of accounts that shows it.
    finding: Finding = field(validator=is_a(Finding))
    #: The index of that pair's comparison.
    comparison: int = field(validator=count)
    #: The versions that have it, or that stand with the pair's left account; in order.
    having: tuple[int, ...] = field(validator=ordered_indexes)
    #: The versions that do not have it, or that stand with the right account; in order.
    against: tuple[int, ...] = field(validator=ordered_indexes)
    #: The versions that do not touch the matter, in order.
    silent: tuple[int, ...] = field(default=(), validator=ordered_indexes)
    #: For what some accounts do not have: the finding's statements that they do not have.
    statements: tuple[int, ...] = field(default=(), validator=ordered_indexes)
    #: A sentence or two that can be printed as they stand.
    sentence: str = field(default="", validator=is_a(str))


@by_fields
@attrs.frozen(kw_only=True, eq=False, repr=False)
class ConversationComparison:
    """All accounts of one conversation, compared pair by pair and as a whole."""

    #: The conversation, its versions with statements.
    conversation: Conversation = field(validator=is_a(Conversation))
    #: Every pair of versions, in the order of the conversation.
    comparisons: tuple[Comparison, ...] = field(default=(), validator=tuple_of(Comparison))
    #: Matters that two or more accounts have: the connected components of the links.
    shared: tuple[Matter, ...] = field(default=(), validator=tuple_of(Matter))
    #: Matters that one account alone has.
    alone: tuple[Matter, ...] = field(default=(), validator=tuple_of(Matter))
    #: Over three and more versions: each difference once, with who stands with whom.
    camps: tuple[Camp, ...] = field(default=(), validator=tuple_of(Camp))

    def __repr__(self) -> str:
        return (
            f"ConversationComparison({self.conversation!r}, {len(self.comparisons)} pairs, "
            f"{len(self.shared)} shared, {len(self.alone)} alone)"
        )
