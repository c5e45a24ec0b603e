"""What several accounts share: connected components of the links between every two."""

from __future__ import annotations

from collections.abc import Sequence

from paired_readouts.errors import AlignmentError
from paired_readouts.model import Alignment, Matter, Place, Version

__all__ = ["join_matters"]


def join_matters(
    versions: Sequence[Version], alignments: Sequence[Alignment]
) -> tuple[tuple[Matter, ...], tuple[Matter, ...]]:
    """The matters that two or more of the versions report, and those that one alone reports.

    A matter is all the statements that links join, directly or by way of others; the alignments
    are between these versions, in any order. Raises AlignmentError for an alignment of another.
    """
    root: dict[Place, Place] = {
        Place(version=v, statement=s): Place(version=v, statement=s)
        for v, version in enumerate(versions)
        for s in range(len(version.statements))
    }
    for number, alignment in enumerate(alignments):
        left = _find_version(versions, alignment.left, f"alignments[{number}].left")
        right = _find_version(versions, alignment.right, f"alignments[{number}].right")
        for link in alignment.links:
            places = [Place(version=left, statement=i) for i in link.left]
            places += [Place(version=right, statement=j) for j in link.right]
            for place in places[1:]:
                _join(root, places[0], place)
    groups: dict[Place, list[Place]] = {}
    for place in root:
        groups.setdefault(_top(root, place), []).append(place)
    matters = [_matter(versions, places) for places in groups.values()]
    shared = tuple(m for m in matters if len({p.version for p in m.places}) > 1)
    alone = tuple(m for m in matters if len({p.version for p in m.places}) == 1)
    return shared, alone


def _find_version(versions: Sequence[Version], wanted: Version, where: str) -> int:
    for position, version in enumerate(versions):
        if version is wanted:
            return position
    for position, version in enumerate(versions):
        if version == wanted:
            return position
    raise AlignmentError(where, f"{wanted!r} is none of the versions", "align these versions")


def _top(root: dict[Place, Place], place: Place) -> Place:
    while root[place] != place:
        root[place] = root[root[place]]
        place = root[place]
    return place


def _join(root: dict[Place, Place], one: Place, other: Place) -> None:
    first, second = sorted(
        (_top(root, one), _top(root, other)), key=lambda p: (p.version, p.statement)
    )
    root[second] = first


def _matter(versions: Sequence[Version], places: list[Place]) -> Matter:
    first = places[0]
    return Matter(
        places=tuple(places),
        parties=tuple(sorted({versions[p.version].party for p in places} - {""})),
        words=versions[first.version].statements[first.statement].text,
    )
