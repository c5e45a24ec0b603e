"""What careful readers wrote down about a pair of accounts, and how it is read from a file.

The file is JSON: `{"pair_id": …, "a": SIDE, "b": SIDE, "links": [LINK, …]}`, with SIDE
`{"sha256": …, "statements": [{"start": 0, "end": 10, "speakers": ["velin"], "act": "state"}]}` and
LINK `{"a": [0], "b": [2, 3], "relation": "differs", "differences": ["force"]}`. Offsets count code
points; a speaker is a family name in lower case; `sha256` is that of the text in UTF-8, and may be
absent. Other fields are the annotators' own and are passed over.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from enum import StrEnum
from pathlib import Path
from typing import Any, TypeVar

import attrs
from attrs import field

from paired_readouts.errors import ExchangeError, ModelError
from paired_readouts.model import Act, Comparison, Difference, Relation, Span, Version

__all__ = [
    "AnnotatedLink",
    "AnnotatedSide",
    "AnnotatedStatement",
    "Annotation",
    "annotate",
    "load_annotation",
]

E = TypeVar("E", bound=StrEnum)


@attrs.frozen(kw_only=True)
class AnnotatedStatement:
    """A statement as a reader marked it."""

    #: Where its words stand in the text.
    span: Span
    #: Names of those whose act is reported; a family name is enough.
    speakers: tuple[str, ...] = ()
    #: The act.
    act: Act = Act.NARRATE


@attrs.frozen(kw_only=True)
class AnnotatedSide:
    """One account of an annotated pair."""

    #: Its statements, in the order of the text.
    statements: tuple[AnnotatedStatement, ...] = ()
    #: SHA-256 of the text in UTF-8, in hexadecimal; "" where it is not given.
    sha256: str = ""


@attrs.frozen(kw_only=True)
class AnnotatedLink:
    """A link as a reader drew it."""

    #: Indexes of the left statements.
    left: tuple[int, ...]
    #: Indexes of the right statements.
    right: tuple[int, ...]
    #: How the two sides stand to each other.
    relation: Relation = Relation.DIFFERS
    #: The kinds of difference.
    differences: tuple[Difference, ...] = ()


@attrs.frozen(kw_only=True)
class Annotation:
    """A pair of accounts as a reader annotated it, or as the library did."""

    #: A name for the pair.
    pair_id: str = ""
    #: The left account.
    left: AnnotatedSide = field(factory=AnnotatedSide)
    #: The right account.
    right: AnnotatedSide = field(factory=AnnotatedSide)
    #: The links between them.
    links: tuple[AnnotatedLink, ...] = ()


def annotate(comparison: Comparison) -> Annotation:
    """What the library found, in the form in which a reader writes it down."""
    return Annotation(
        pair_id=f"{comparison.left.id}-{comparison.right.id}",
        left=_annotate_side(comparison.left),
        right=_annotate_side(comparison.right),
        links=tuple(
            AnnotatedLink(
                left=link.left,
                right=link.right,
                relation=link.relation,
                differences=link.differences,
            )
            for link in comparison.alignment.links
        ),
    )


def _annotate_side(version: Version) -> AnnotatedSide:
    return AnnotatedSide(
        statements=tuple(
            AnnotatedStatement(span=s.span, speakers=tuple(p.name for p in s.speakers), act=s.act)
            for s in version.statements
        ),
        sha256=hashlib.sha256(version.text.encode("utf-8", "surrogatepass")).hexdigest(),
    )


def load_annotation(path: str | Path) -> Annotation:
    """The annotation in a JSON file.

    Raises ExchangeError, with file and path in it, for what does not have the form.
    """
    path = Path(path)
    try:
        data = json.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise ExchangeError(str(path), f"cannot be read: {error.strerror}") from error
    except (ValueError, RecursionError) as error:
        raise ExchangeError(str(path), f"is no JSON: {error}") from None
    try:
        return _read_annotation(_object(data, "file"))
    except ExchangeError as error:
        raise ExchangeError(f"{path.name}: {error.where}", error.what, error.hint) from None


def _read_annotation(data: Mapping[str, Any]) -> Annotation:
    sides = [_read_side(data.get(name), name) for name in ("a", "b")]
    links = []
    for place, row in enumerate(_list(data.get("links", []), "links")):
        where = f"links[{place}]"
        _object(row, where)
        ends = [
            _indexes(row.get(name), f"{where}.{name}", len(side.statements))
            for name, side in zip("ab", sides, strict=True)
        ]
        links.append(
            AnnotatedLink(
                left=ends[0],
                right=ends[1],
                relation=_word(Relation, row.get("relation", "differs"), f"{where}.relation"),
                differences=tuple(
                    _word(Difference, word, f"{where}.differences")
                    for word in _list(row.get("differences", []), f"{where}.differences")
                ),
            )
        )
    return Annotation(
        pair_id=str(data.get("pair_id", "")), left=sides[0], right=sides[1], links=tuple(links)
    )


def _read_side(data: object, where: str) -> AnnotatedSide:
    side = _object(data, where)
    statements = []
    for place, row in enumerate(_list(side.get("statements"), f"{where}.statements")):
        here = f"{where}.statements[{place}]"
        _object(row, here)
        try:
            span = Span(row.get("start"), row.get("end"))
        except ModelError as error:
            raise ExchangeError(f"{here}.{error.where.partition('.')[2]}", error.what) from None
        speakers = _list(row.get("speakers", []), f"{here}.speakers")
        if not all(isinstance(name, str) for name in speakers):
            raise ExchangeError(f"{here}.speakers", "expected a list of names")
        act = _word(Act, row.get("act"), f"{here}.act")
        statements.append(AnnotatedStatement(span=span, speakers=tuple(speakers), act=act))
    return AnnotatedSide(statements=tuple(statements), sha256=str(side.get("sha256", "")))


def _object(data: object, where: str) -> Mapping[str, Any]:
    if not isinstance(data, dict):
        raise ExchangeError(where, f"expected an object, got {type(data).__name__}")
    return data


def _list(data: object, where: str) -> list[Any]:
    if not isinstance(data, list):
        raise ExchangeError(where, f"expected a list, got {type(data).__name__}")
    return data


def _word(kind: type[E], data: object, where: str) -> E:
    try:
        return kind(str(data))
    except ValueError:
        words = ", ".join(member.value for member in kind)
        raise ExchangeError(where, f"unknown word {data!r:.40}", f"one of: {words}") from None


def _indexes(data: object, where: str, size: int) -> tuple[int, ...]:
    for index in _list(data, where):
        if isinstance(index, bool) or not isinstance(index, int) or not 0 <= index < size:
            raise ExchangeError(where, f"no statement {index!r:.40}; that side has {size}")
    return tuple(_list(data, where))
