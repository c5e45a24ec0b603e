"""A release as a value: one party's account of a conversation."""

from __future__ import annotations

import datetime as dt
from enum import StrEnum

import attrs
from attrs import field

from paired_readouts.model._by_fields import by_fields
from paired_readouts.model._checks import fail, is_a, not_empty, party, tuple_of
from paired_readouts.model._notebook import show
from paired_readouts.model.participants import Participant
from paired_readouts.model.provenance import Provenance
from paired_readouts.model.spans import Span
from paired_readouts.model.statements import Statement

__all__ = [
    "Claim",
    "ClaimKind",
    "Completeness",
    "CompletenessLevel",
    "Genre",
    "Revision",
    "Translation",
    "Version",
    "VersionWarning",
]


class Genre(StrEnum):
    """What kind of text a version is."""

    READOUT = "readout"
    STATEMENT = "statement"
    TRANSCRIPT = "transcript"
    OTHER = "other"
    UNKNOWN = "unknown"


class CompletenessLevel(StrEnum):
    """How much of the release the text at hand is."""

    FULL = "full"
    EXCERPT = "excerpt"
    SUMMARY = "summary"
    UNKNOWN = "unknown"


class Translation(StrEnum):
    """Whether the text is a translation."""

    ORIGINAL = "original"
    OFFICIAL = "official translation"
    UNOFFICIAL = "unofficial translation"
    UNKNOWN = "unknown"


class ClaimKind(StrEnum):
    """What a version says about the conversation itself."""

    CONTACT = "contact"
    DATE = "date"
    TIME = "time"
    DURATION = "duration"
    INITIATOR = "initiator"
    PLACE = "place"
    PRESENT = "present"
    FOLLOW_UP = "follow-up"


@by_fields
@attrs.frozen(kw_only=True, eq=False, repr=False)
class Completeness:
    """How complete the text at hand is, with the words that show it."""

    #: Full, excerpt, summary or unknown.
    level: CompletenessLevel = field(
        default=CompletenessLevel.UNKNOWN, validator=is_a(CompletenessLevel)
    )
    #: The words that show it, quoted from the source; may stand outside the version's text.
    evidence: str = field(default="", validator=is_a(str))


@by_fields
@attrs.frozen(kw_only=True, eq=False, repr=False)
class Claim:
    """A fact about the conversation as this version tells it."""

    #: What is claimed.
    kind: ClaimKind = field(validator=is_a(ClaimKind))
    #: The normalised claim: "call", "2022-04-05", "30 minute", a party's code or a folded name.
    value: str = field(validator=not_empty)
    #: Where the text says so; None when a title or the metadata does.
    span: Span | None = field(default=None, validator=is_a(Span, type(None)))

    @property
    def day(self) -> dt.date | None:
        """The day that a claimed date names with its year; None for every other claim."""
        if self.kind is not ClaimKind.DATE:
            return None
        try:
            return dt.date.fromisoformat(self.value)
        except ValueError:
            return None


@by_fields
@attrs.frozen(kw_only=True, eq=False, repr=False)
class VersionWarning:
    """Something that a reader of the version should know: a doubt, or what was dropped."""

    #: A stable word for this kind of warning.
    code: str = field(validator=not_empty)
    #: The warning as a sentence.
    text: str = field(validator=is_a(str))


@by_fields
@attrs.frozen(kw_only=True, eq=False, repr=False)
class Revision:
    """One entry of a release's own history of changes."""

    #: When the change was published; None where not told.
    published: dt.date | dt.datetime | None = field(
        default=None, validator=is_a(dt.date, type(None))
    )
    #: The office's note on it.
    note: str = field(default="", validator=is_a(str))


@by_fields
@attrs.frozen(kw_only=True, eq=False, repr=False)
class Version:
    """One party's account of a conversation, as text and as what was found in the text."""

    #: What people read; the library never rewrites it.
    text: str = field(validator=not_empty)
    #: Whose account it is: ISO 3166-1 alpha-2, EU, UN, NATO, or any [A-Z][A-Z0-9-]*; "" is unknown.
    party: str = field(default="", validator=party)
    #: The office that issued it.
    issuer: str = field(default="", validator=is_a(str))
    #: The outlet that carried it, where it did not come from the office itself.
    via: str = field(default="", validator=is_a(str))
    #: The title, without mark-up.
    title: str = field(default="", validator=is_a(str))
    #: When it was published; a datetime has a zone; None where the source does not say.
    published: dt.date | dt.datetime | None = field(
        default=None, validator=is_a(dt.date, type(None))
    )
    #: ISO 639-1 code of the text's language.
    language: str = field(default="en", validator=is_a(str))
    #: Where it was found.
    url: str = field(default="", validator=is_a(str))
    #: What kind of text it is.
    genre: Genre = field(default=Genre.UNKNOWN, validator=is_a(Genre))
    #: How much of the release the text is.
    completeness: Completeness = field(factory=Completeness, validator=is_a(Completeness))
    #: Whether the text is a translation.
    translation: Translation = field(default=Translation.UNKNOWN, validator=is_a(Translation))
    #: Who takes part in the conversation.
    participants: tuple[Participant, ...] = field(default=(), validator=tuple_of(Participant))
    #: What the account states, in the order of the text, without overlaps.
    statements: tuple[Statement, ...] = field(default=(), validator=tuple_of(Statement))
    #: What it says about the conversation itself.
    claims: tuple[Claim, ...] = field(default=(), validator=tuple_of(Claim))
    #: The release's own history of changes, oldest first.
    revisions: tuple[Revision, ...] = field(default=(), validator=tuple_of(Revision))
    #: Doubts, and what was dropped on the way.
    warnings: tuple[VersionWarning, ...] = field(default=(), validator=tuple_of(VersionWarning))
    #: The name of the parser that made it; "" when made by hand.
    parser: str = field(default="", validator=is_a(str))
    #: The library and lexicon that found its statements.
    provenance: Provenance = field(factory=Provenance, validator=is_a(Provenance))

    def __attrs_post_init__(self) -> None:
        published = self.published
        if isinstance(published, dt.datetime) and published.tzinfo is None:
            raise fail(
                self, "published", "a datetime without a zone", "add tzinfo, or give a date alone"
            )
        end = 0
        for position, statement in enumerate(self.statements):
            where = f"statements[{position}].span"
            span = statement.span
            if span.end > len(self.text):
                raise fail(
                    self, where, f"ends at {span.end}, the text has {len(self.text)} code points"
                )
            if span.start < end:
                raise fail(
                    self, where, f"{span} overlaps or precedes the one before, which ends at {end}"
                )
            if span.cut(self.text) != statement.text:
                raise fail(self, where, f"the text at {span} is not the statement's text")
            if statement.continues is not None and statement.continues >= position:
                raise fail(
                    self,
                    f"statements[{position}].continues",
                    f"{statement.continues} is not an earlier statement",
                )
            end = span.end
        for position, claim in enumerate(self.claims):
            if claim.span is not None and claim.span.end > len(self.text):
                raise fail(
                    self, f"claims[{position}].span", f"ends at {claim.span.end}, past the text"
                )

    @property
    def id(self) -> str:
        """16 hexadecimal digits from party and text: the same text has the same id everywhere."""
        import hashlib  # brings OpenSSL along; most comparisons ask for no id

        data = f"{self.party}\n{self.text}".encode("utf-8", "surrogatepass")
        return hashlib.sha256(data).hexdigest()[:16]

    @property
    def words(self) -> int:
        """The number of words, split at white space."""
        return len(self.text.split())

    def _repr_html_(self) -> str:
        return show("version", self)

    def __repr__(self) -> str:
        who = self.party or "?"
        office = f" {self.issuer!r}" if self.issuer else ""
        return f"Version({who}{office}, {self.words} words, {len(self.statements)} statements)"
