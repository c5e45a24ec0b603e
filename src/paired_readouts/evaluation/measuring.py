"""Found against reference, pair by pair, summed over all."""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Sequence
from typing import TypeAlias

from paired_readouts.errors import ConversationError
from paired_readouts.evaluation.annotations import (
    AnnotatedLink,
    AnnotatedSide,
    AnnotatedStatement,
    Annotation,
    annotate,
)
from paired_readouts.evaluation.figures import Agreement, Confusion, Evaluation, Ratio
from paired_readouts.model import Comparison, Relation, Span

__all__ = ["evaluate"]

Found: TypeAlias = Comparison | Annotation
Joined: TypeAlias = dict[tuple[int, int], AnnotatedLink]

_SAME_SPAN = 0.8


def evaluate(
    found: Found | Sequence[Found], reference: Annotation | Sequence[Annotation]
) -> Evaluation:
    """How well what was found fits what careful readers wrote, for one pair or over many.

    `found` and `reference` are in the same order. Figures count the reference's statements: a
    found statement stands for those with which it shares half of the shorter one.

    Raises ConversationError where they are not of the same number, or not of the same text.
    """
    founds = [found] if isinstance(found, Comparison | Annotation) else list(found)
    references = [reference] if isinstance(reference, Annotation) else list(reference)
    if len(founds) != len(references):
        raise ConversationError(
            "reference", f"{len(references)} annotations for {len(founds)} pairs found"
        )
    tally: Counter[str] = Counter()
    for place, (one, truth) in enumerate(zip(founds, references, strict=True)):
        pair = annotate(one) if isinstance(one, Comparison) else one
        _check_text(pair, truth, place)
        _count_pair(pair, truth, tally)
    return _make_evaluation(tally, len(founds))


def _check_text(found: Annotation, reference: Annotation, place: int) -> None:
    for name in ("left", "right"):
        sums = {getattr(found, name).sha256, getattr(reference, name).sha256} - {""}
        if len(sums) > 1:
            raise ConversationError(
                f"reference[{place}].{name}",
                "annotates another text than the one found",
                "give both in the same order, and the text exactly as it was annotated",
            )


def _count_pair(found: Annotation, reference: Annotation, tally: Counter[str]) -> None:
    stands = [
        _count_side(found.left, reference.left, tally),
        _count_side(found.right, reference.right, tally),
    ]
    wanted = _join(reference.links, None)
    got = _join(found.links, stands)
    both = wanted.keys() & got.keys()
    tally["links right"] += len(both)
    tally["links found"] += len(got)
    tally["links reference"] += len(wanted)
    for pair in both:
        tally[f"relation {wanted[pair].relation} {got[pair].relation}"] += 1
        named, seen = set(wanted[pair].differences), set(got[pair].differences)
        tally["differences right"] += len(named & seen)
        tally["differences found"] += len(seen)
        tally["differences reference"] += len(named)
    for side, statements in enumerate((reference.left.statements, reference.right.statements)):
        alone = set(range(len(statements))) - {pair[side] for pair in wanted}
        seemed = set(range(len(statements))) - {pair[side] for pair in got}
        tally["one-sided right"] += len(alone & seemed)
        tally["one-sided found"] += len(seemed)
        tally["one-sided reference"] += len(alone)


def _count_side(
    found: AnnotatedSide, reference: AnnotatedSide, tally: Counter[str]
) -> list[set[int]]:
    """Counts one account; gives the statements of the reference that each found one stands for."""
    used: set[int] = set()
    for statement in reference.statements:
        best = _best(found.statements, statement.span)
        if best is None:
            continue
        guess = found.statements[best]
        shared = _shared(guess.span, statement.span)
        whole = len(guess.span) + len(statement.span) - shared
        if best not in used and shared / whole >= _SAME_SPAN:
            tally["spans right"] += 1
            used.add(best)
        tally["speakers"] += _same_speakers(guess.speakers, statement.speakers)
        tally["acts"] += guess.act is statement.act
    tally["spans found"] += len(found.statements)
    tally["spans reference"] += len(reference.statements)
    return [
        {
            place
            for place, statement in enumerate(reference.statements)
            if _stands_for(guess.span, statement.span)
        }
        for guess in found.statements
    ]


def _shared(a: Span, b: Span) -> int:
    return max(0, min(a.end, b.end) - max(a.start, b.start))


def _stands_for(guess: Span, truth: Span) -> bool:
    return _shared(guess, truth) >= 0.5 * min(len(guess), len(truth))


def _best(found: Sequence[AnnotatedStatement], truth: Span) -> int | None:
    """The found statement with the largest overlap, if it covers half of `truth`."""
    best = max(range(len(found)), key=lambda i: _shared(found[i].span, truth), default=None)
    if best is None or _shared(found[best].span, truth) < 0.5 * len(truth):
        return None
    return best


def _fold(name: str) -> str:
    plain = "".join(c for c in unicodedata.normalize("NFKD", name) if not unicodedata.combining(c))
    return plain.casefold().replace("-", " ")


def _same_speakers(found: Sequence[str], reference: Sequence[str]) -> bool:
    """Whether each name of the reference is part of a found one of its own, and none is over."""
    if len(found) != len(reference):
        return False
    left = [_fold(name) for name in found]
    for name in reference:
        hit = next((n for n in left if _fold(name) in n), None)
        if hit is None:
            return False
        left.remove(hit)
    return True


def _join(links: Sequence[AnnotatedLink], stands: Sequence[Sequence[set[int]]] | None) -> Joined:
    """The pairs of the reference's statements that links join; where several do, by the first.

    In the reference itself, the last one counts.
    """
    joined: Joined = {}
    for link in links:
        if stands is None:
            joined |= {(i, j): link for i in link.left for j in link.right}
            continue
        left = set[int]().union(*(stands[0][k] for k in link.left))
        right = set[int]().union(*(stands[1][k] for k in link.right))
        for i in left:
            for j in right:
                joined.setdefault((i, j), link)
    return joined


def _make_evaluation(tally: Counter[str], pairs: int) -> Evaluation:
    def agreement(name: str) -> Agreement:
        return Agreement(
            right=tally[f"{name} right"],
            found=tally[f"{name} found"],
            reference=tally[f"{name} reference"],
        )

    total = tally["spans reference"]
    return Evaluation(
        pairs=pairs,
        segmentation=agreement("spans"),
        speakers=Ratio(k=tally["speakers"], n=total),
        acts=Ratio(k=tally["acts"], n=total),
        links=agreement("links"),
        one_sided=agreement("one-sided"),
        confusions=tuple(
            Confusion(reference=wanted, found=got, n=tally[f"relation {wanted} {got}"])
            for wanted in Relation
            for got in Relation
        ),
        differences=agreement("differences"),
    )
