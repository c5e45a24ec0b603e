"""Which statements of two accounts report the same matter."""

from __future__ import annotations

from enum import StrEnum

import attrs
from attrs import field

from paired_readouts.model._by_fields import by_fields
from paired_readouts.model._checks import (
    fail,
    is_a,
    not_empty,
    number,
    ordered_indexes,
    probability,
    tuple_of,
)
from paired_readouts.model._notebook import show
from paired_readouts.model.provenance import Provenance
from paired_readouts.model.spans import Span
from paired_readouts.model.statements import Origin
from paired_readouts.model.versions import Version

__all__ = [
    "Alignment",
    "Anchor",
    "AnchoredLink",
    "Contribution",
    "Difference",
    "Evidence",
    "Link",
    "Relation",
    "Side",
]


class Side(StrEnum):
    """One of the two accounts."""

    LEFT = "left"
    RIGHT = "right"

    @property
    def other(self) -> Side:
        """The other one."""
        return Side.RIGHT if self is Side.LEFT else Side.LEFT


class Relation(StrEnum):
    """How two linked groups of statements stand to each other."""

    SAME = "same"
    DIFFERS = "differs"
    CONFLICT = "conflict"


class Difference(StrEnum):
    """A kind of material difference between linked statements."""

    SPEAKER = "speaker"
    FORCE = "force"
    DETAIL = "detail"
    FACTS = "facts"
    TERMS = "terms"
    STANCE = "stance"


@by_fields
@attrs.frozen(kw_only=True, eq=False, repr=False)
class Evidence:
    """Words in one of the two texts, and what they show."""

    #: Which text.
    side: Side = field(validator=is_a(Side))
    #: Where in it.
    span: Span = field(validator=is_a(Span))
    #: What the words show, in a word or two: "verb", "number", "only here".
    note: str = field(default="", validator=is_a(str))


@by_fields
@attrs.frozen(kw_only=True, eq=False, repr=False)
class Contribution:
    """One feature of a link and what it added to the score."""

    #: The feature's name, as the documentation lists them.
    feature: str = field(validator=not_empty)
    #: Its value for this link.
    value: float = field(validator=number)
    #: Its weight.
    weight: float = field(validator=number)
    #: What it added to the log odds.
    added: float = field(validator=number)


@by_fields
@attrs.frozen(kw_only=True, eq=False, repr=False)
class Link:
    """One or more statements of the left account and of the right that report the same matter."""

    #: Indexes of the left version's statements, in order; at least one.
    left: tuple[int, ...] = field(validator=ordered_indexes)
    #: Indexes of the right version's statements, in order; at least one.
    right: tuple[int, ...] = field(validator=ordered_indexes)
    #: The probability that a careful reader would draw this link, 0 to 1.
    score: float = field(default=1.0, validator=probability)
    #: How the two sides stand to each other.
    relation: Relation = field(default=Relation.DIFFERS, validator=is_a(Relation))
    #: The kinds of difference, sorted, each once.
    differences: tuple[Difference, ...] = field(default=(), validator=tuple_of(Difference))
    #: The items of the left statements that the link joins.
    left_items: tuple[Span, ...] = field(default=(), validator=tuple_of(Span))
    #: The items of the right statements that the link joins.
    right_items: tuple[Span, ...] = field(default=(), validator=tuple_of(Span))
    #: The items of the left statements that it leaves over.
    left_rest: tuple[Span, ...] = field(default=(), validator=tuple_of(Span))
    #: The items of the right statements that it leaves over.
    right_rest: tuple[Span, ...] = field(default=(), validator=tuple_of(Span))
    #: The words that show the relation and the differences.
    evidence: tuple[Evidence, ...] = field(default=(), validator=tuple_of(Evidence))
    #: What made the score: the features of the link's best pair of statements.
    contributions: tuple[Contribution, ...] = field(default=(), validator=tuple_of(Contribution))
    #: Who made it.
    origin: Origin = field(default=Origin.FOUND, validator=is_a(Origin))

    def __attrs_post_init__(self) -> None:
        for name, indexes in (("left", self.left), ("right", self.right)):
            if not indexes:
                raise fail(
                    self, name, "is empty", "a link joins at least one statement of each side"
                )
        if list(self.differences) != sorted(set(self.differences)):
            raise fail(self, "differences", f"not sorted or repeated: {self.differences}")
        if self.relation is Relation.SAME and self.differences:
            raise fail(self, "differences", "a link with relation 'same' has none")

    def __repr__(self) -> str:
        kinds = "".join(f" {d.value}" for d in self.differences)
        where = f"{list(self.left)}–{list(self.right)}"
        return f"Link({where} {self.relation.value}{kinds}, {self.score:.2f})"


@by_fields
@attrs.frozen(kw_only=True, eq=False, repr=False)
class Anchor:
    """A statement named outside of one run: by version, place and words, never by index."""

    #: The `Version.id`.
    version: str = field(validator=not_empty)
    #: Where the words stand in that version's text.
    span: Span = field(validator=is_a(Span))
    #: The words.
    text: str = field(validator=not_empty)


@by_fields
@attrs.frozen(kw_only=True, eq=False, repr=False)
class AnchoredLink:
    """A link that survives an update: made or corrected by hand, and kept as it is."""

    #: The left statements; at least one.
    left: tuple[Anchor, ...] = field(validator=tuple_of(Anchor))
    #: The right statements; at least one.
    right: tuple[Anchor, ...] = field(validator=tuple_of(Anchor))
    #: How the two sides stand to each other.
    relation: Relation = field(default=Relation.DIFFERS, validator=is_a(Relation))
    #: The kinds of difference, sorted, each once.
    differences: tuple[Difference, ...] = field(default=(), validator=tuple_of(Difference))

    def __attrs_post_init__(self) -> None:
        for name, anchors in (("left", self.left), ("right", self.right)):
            if not anchors:
                raise fail(
                    self, name, "is empty", "a link joins at least one statement of each side"
                )


@by_fields
@attrs.frozen(kw_only=True, eq=False, repr=False)
class Alignment:
    """Two versions, the links between their statements, and what is left over on each side."""

    #: The left version, with its statements.
    left: Version = field(validator=is_a(Version))
    #: The right version, with its statements.
    right: Version = field(validator=is_a(Version))
    #: The links, by their first statements.
    links: tuple[Link, ...] = field(default=(), validator=tuple_of(Link))
    #: Links given by hand that no longer fit the versions; kept here, never moved.
    unfit: tuple[AnchoredLink, ...] = field(default=(), validator=tuple_of(AnchoredLink))
    #: What made it.
    provenance: Provenance = field(factory=Provenance, validator=is_a(Provenance))

    def __attrs_post_init__(self) -> None:
        sizes = (len(self.left.statements), len(self.right.statements))
        for position, link in enumerate(self.links):
            for name, indexes, size in (
                ("left", link.left, sizes[0]),
                ("right", link.right, sizes[1]),
            ):
                if indexes[-1] >= size:
                    raise fail(
                        self,
                        f"links[{position}].{name}",
                        f"statement {indexes[-1]} does not exist; that side has {size}",
                    )

    @property
    def unlinked_left(self) -> tuple[int, ...]:
        """The left statements without any counterpart, in order."""
        linked = {i for link in self.links for i in link.left}
        return tuple(i for i in range(len(self.left.statements)) if i not in linked)

    @property
    def unlinked_right(self) -> tuple[int, ...]:
        """The right statements without any counterpart, in order."""
        linked = {i for link in self.links for i in link.right}
        return tuple(i for i in range(len(self.right.statements)) if i not in linked)

    def _repr_html_(self) -> str:
        return show("alignment", self)

    def __repr__(self) -> str:
        return (
            f"Alignment({self.left.party or '?'}–{self.right.party or '?'}, "
            f"{len(self.links)} links, "
            f"unlinked {len(self.unlinked_left)} + {len(self.unlinked_right)})"
        )
