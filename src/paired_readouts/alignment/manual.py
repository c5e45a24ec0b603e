"""Links made or corrected by hand: anchored by version, place and words, and kept as they are."""

from __future__ import annotations

from collections.abc import Sequence

import attrs

from paired_readouts.errors import AlignmentError
from paired_readouts.model import (
    Alignment,
    Anchor,
    AnchoredLink,
    Link,
    Origin,
    Version,
)

__all__ = ["anchor_link", "fit_links"]


def anchor_link(alignment: Alignment, link: Link) -> AnchoredLink:
    """`link` in a form that survives an update: its statements by version id, span and words."""
    _check_indexes(link, alignment.left, alignment.right, "link")
    return AnchoredLink(
        left=tuple(_anchor(alignment.left, i) for i in link.left),
        right=tuple(_anchor(alignment.right, j) for j in link.right),
        relation=link.relation,
        differences=link.differences,
    )


def _anchor(version: Version, index: int) -> Anchor:
    statement = version.statements[index]
    return Anchor(version=version.id, span=statement.span, text=statement.text)


def fit_links(
    links: Sequence[Link | AnchoredLink], left: Version, right: Version
) -> tuple[list[Link], list[AnchoredLink]]:
    """The links given by hand as links of these versions, and those that no longer fit.

    An anchor fits the statement of that version that has its span and its words; it is never
    moved to another. Raises AlignmentError for a link whose indexes the versions do not have.
    """
    fit: list[Link] = []
    unfit: list[AnchoredLink] = []
    places = (_places(left), _places(right)) if links else ({}, {})
    for position, link in enumerate(links):
        if isinstance(link, Link):
            _check_indexes(link, left, right, f"links[{position}]")
            fit.append(attrs.evolve(link, origin=Origin.MANUAL))
            continue
        if not isinstance(link, AnchoredLink):
            raise AlignmentError(
                f"links[{position}]",
                f"expected a Link or an AnchoredLink, got {type(link).__name__}",
            )
        found = _fit(link, *places)
        if found is None:
            unfit.append(link)
        else:
            fit.append(found)
    return fit, unfit


def _places(version: Version) -> dict[Anchor, int]:
    return {_anchor(version, index): index for index in range(len(version.statements))}


def _fit(link: AnchoredLink, left: dict[Anchor, int], right: dict[Anchor, int]) -> Link | None:
    for one, other in ((link.left, link.right), (link.right, link.left)):
        if all(a in left for a in one) and all(a in right for a in other):
            return Link(
                left=tuple(sorted({left[a] for a in one})),
                right=tuple(sorted({right[a] for a in other})),
                relation=link.relation,
                differences=link.differences,
                origin=Origin.MANUAL,
            )
    return None


def _check_indexes(link: Link, left: Version, right: Version, where: str) -> None:
    for side, indexes, version in (("left", link.left, left), ("right", link.right, right)):
        if indexes[-1] >= len(version.statements):
            raise AlignmentError(
                f"{where}.{side}",
                f"statement {indexes[-1]} does not exist; that side has {len(version.statements)}",
                "give indexes of these versions' statements, or an AnchoredLink",
            )
