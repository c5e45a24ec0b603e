"""The columns of each kind of row: name, type, meaning, and how a cell is read."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Literal, TypeAlias

import attrs

from paired_readouts.model import (
    Comparison,
    Finding,
    Link,
    Participant,
    Side,
    Statement,
    Version,
)

__all__ = [
    "FINDING_COLUMNS",
    "LINK_COLUMNS",
    "STATEMENT_COLUMNS",
    "Cell",
    "Column",
    "FindingPlace",
    "LinkPlace",
    "Pair",
    "StatementPlace",
]

Cell: TypeAlias = str | int | float | bool | None


@attrs.frozen
class Column:
    """One column of a kind of row."""

    #: The name, which stays.
    name: str
    #: The type of its cells, None aside.
    type: Literal["text", "whole", "number", "truth"]
    #: What it means.
    note: str


@attrs.frozen
class Pair:
    """A comparison and the conversation that it belongs to."""

    comparison: Comparison
    conversation: str = ""

    @property
    def id(self) -> str:
        """The ids of both versions."""
        return f"{self.comparison.left.id}-{self.comparison.right.id}"


@attrs.frozen
class StatementPlace:
    """A statement in its version, and in a comparison if there is one."""

    statement: Statement
    index: int
    version: Version
    conversation: str
    pair: Pair | None = None
    side: Side | None = None
    other: Version | None = None
    links: int = 0


@attrs.frozen
class LinkPlace:
    """A link in its comparison."""

    link: Link
    index: int
    pair: Pair

    @property
    def left(self) -> tuple[Statement, ...]:
        """The left statements that it joins."""
        return _pick(self.pair.comparison.left, self.link.left)

    @property
    def right(self) -> tuple[Statement, ...]:
        """The right statements that it joins."""
        return _pick(self.pair.comparison.right, self.link.right)


@attrs.frozen
class FindingPlace:
    """A finding in its comparison."""

    finding: Finding
    index: int
    pair: Pair

    def quote(self, side: Side) -> str:
        """The words of one side that show it."""
        comparison = self.pair.comparison
        text = (comparison.left if side is Side.LEFT else comparison.right).text
        return _join(e.span.cut(text) for e in self.finding.evidence if e.side is side)


def _pick(version: Version, indexes: Iterable[int]) -> tuple[Statement, ...]:
    return tuple(version.statements[i] for i in indexes)


def _join(parts: Iterable[object]) -> str:
    return "; ".join(str(part) for part in parts)


def _names(people: Iterable[Participant]) -> str:
    return _join(person.name for person in people)


def _who(statements: Iterable[Statement]) -> str:
    return _join(dict.fromkeys(p.name for s in statements for p in s.speakers))


def _published(version: Version) -> str | None:
    return None if version.published is None else version.published.isoformat()


STATEMENT_COLUMNS: tuple[tuple[Column, Callable[[StatementPlace], Cell]], ...] = (
    (Column("conversation", "text", "Id of the conversation"), lambda p: p.conversation or None),
    (Column("pair", "text", "Ids of both versions"), lambda p: p.pair.id if p.pair else None),
    (Column("side", "text", "left or right"), lambda p: p.side.value if p.side else None),
    (Column("version", "text", "Id of the version"), lambda p: p.version.id),
    (Column("party", "text", "Whose account it is"), lambda p: p.version.party),
    (Column("issuer", "text", "The office that issued it"), lambda p: p.version.issuer),
    (Column("via", "text", "The outlet that carried it"), lambda p: p.version.via),
    (
        Column("published", "text", "ISO 8601 date, or date and time with zone"),
        lambda p: _published(p.version),
    ),
    (
        Column("completeness", "text", "How much of the release the text is"),
        lambda p: p.version.completeness.level.value,
    ),
    (
        Column("other_party", "text", "Whose account it is compared with"),
        lambda p: p.other.party if p.other else None,
    ),
    (
        Column("other_completeness", "text", "How much of the other release its text is"),
        lambda p: p.other.completeness.level.value if p.other else None,
    ),
    (Column("statement", "whole", "Place in the version, from 0"), lambda p: p.index),
    (Column("start", "whole", "First code point in the text"), lambda p: p.statement.span.start),
    (Column("end", "whole", "One past the last code point"), lambda p: p.statement.span.end),
    (Column("text", "text", "The exact words"), lambda p: p.statement.text),
    (
        Column("words", "whole", "Words, split at white space"),
        lambda p: len(p.statement.text.split()),
    ),
    (Column("speakers", "text", "Who is reported"), lambda p: _names(p.statement.speakers)),
    (
        Column("speaker_parties", "text", "Their parties, each once"),
        lambda p: _join(dict.fromkeys(s.party for s in p.statement.speakers if s.party)),
    ),
    (Column("addressees", "text", "To whom"), lambda p: _names(p.statement.addressees)),
    (Column("target", "text", "Against or towards whom"), lambda p: _join(p.statement.target)),
    (Column("act", "text", "The communicative act"), lambda p: p.statement.act.value),
    (Column("lemma", "text", "The reporting verb"), lambda p: p.statement.lemma),
    (Column("force", "whole", "Step on the ladder of force"), lambda p: p.statement.force),
    (Column("mode", "text", "How the words are reported"), lambda p: p.statement.mode.value),
    (Column("occasion", "text", "Where it was said"), lambda p: p.statement.occasion.value),
    (Column("negated", "truth", "Whether the frame is negated"), lambda p: p.statement.negated),
    (Column("topics", "text", "Topics that it touches"), lambda p: _join(p.statement.topics)),
    (
        Column("firmness", "text", "How firmly something is undertaken"),
        lambda p: p.statement.undertaking.firmness.value if p.statement.undertaking else None,
    ),
    (Column("confidence", "number", "0 to 1"), lambda p: p.statement.confidence.value),
    (Column("rule", "text", "The rule that decided"), lambda p: p.statement.confidence.rule),
    (Column("origin", "text", "found or manual"), lambda p: p.statement.origin.value),
    (
        Column("linked", "truth", "Whether the other account has a counterpart"),
        lambda p: p.links > 0 if p.pair else None,
    ),
    (
        Column("links", "whole", "Number of links that join it"),
        lambda p: p.links if p.pair else None,
    ),
    (
        Column("other_issuer", "text", "The office that issued the account it is compared with"),
        lambda p: p.other.issuer if p.other else None,
    ),
)

_PAIR_COLUMNS: tuple[tuple[Column, Callable[[LinkPlace | FindingPlace], Cell]], ...] = (
    (
        Column("conversation", "text", "Id of the conversation"),
        lambda p: p.pair.conversation or None,
    ),
    (Column("pair", "text", "Ids of both versions"), lambda p: p.pair.id),
    (Column("left_party", "text", "Left account"), lambda p: p.pair.comparison.left.party),
    (Column("right_party", "text", "Right account"), lambda p: p.pair.comparison.right.party),
)

LINK_COLUMNS: tuple[tuple[Column, Callable[[LinkPlace], Cell]], ...] = (
    *_PAIR_COLUMNS,
    (Column("link", "whole", "Place in the alignment, from 0"), lambda p: p.index),
    (Column("left", "text", "Left statements"), lambda p: _join(p.link.left)),
    (Column("right", "text", "Right statements"), lambda p: _join(p.link.right)),
    (
        Column("left_text", "text", "Words of the left statements"),
        lambda p: _join(s.text for s in p.left),
    ),
    (
        Column("right_text", "text", "Words of the right statements"),
        lambda p: _join(s.text for s in p.right),
    ),
    (Column("left_speakers", "text", "Who speaks on the left"), lambda p: _who(p.left)),
    (Column("right_speakers", "text", "Who speaks on the right"), lambda p: _who(p.right)),
    (
        Column("left_acts", "text", "Acts on the left"),
        lambda p: _join(dict.fromkeys(s.act.value for s in p.left)),
    ),
    (
        Column("right_acts", "text", "Acts on the right"),
        lambda p: _join(dict.fromkeys(s.act.value for s in p.right)),
    ),
    (Column("score", "number", "Probability of the link, 0 to 1"), lambda p: p.link.score),
    (Column("relation", "text", "same, differs or conflict"), lambda p: p.link.relation.value),
    (Column("differences", "text", "Kinds of difference"), lambda p: _join(p.link.differences)),
    (Column("origin", "text", "found or manual"), lambda p: p.link.origin.value),
)

FINDING_COLUMNS: tuple[tuple[Column, Callable[[FindingPlace], Cell]], ...] = (
    *_PAIR_COLUMNS,
    (Column("finding", "whole", "Place by importance, from 0"), lambda p: p.index),
    (Column("code", "text", "Kind of difference"), lambda p: p.finding.code.value),
    (
        Column("severity", "text", "substantive, degree or minor"),
        lambda p: p.finding.severity.value,
    ),
    (Column("matter", "text", "What it is about"), lambda p: p.finding.slot("matter")),
    (Column("left", "text", "Left statements"), lambda p: _join(p.finding.left)),
    (Column("right", "text", "Right statements"), lambda p: _join(p.finding.right)),
    (Column("left_words", "text", "Words of the left text"), lambda p: p.quote(Side.LEFT)),
    (Column("right_words", "text", "Words of the right text"), lambda p: p.quote(Side.RIGHT)),
    (Column("caveats", "text", "What to keep in mind"), lambda p: _join(p.finding.caveats)),
    (Column("confidence", "number", "0 to 1"), lambda p: p.finding.confidence),
)
