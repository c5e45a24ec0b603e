"""How alike two statements are: a small row of numbers for each pair that shares any evidence.

Every feature is symmetric: swapping the accounts swaps rows and columns and changes no number.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Mapping, Sequence
from itertools import chain
from operator import mul
from typing import NamedTuple, TypeAlias

import attrs

from paired_readouts.alignment._items import find_items, marks_in
from paired_readouts.alignment._profiles import Profile
from paired_readouts.model import Act

__all__ = ["FEATURES", "Cell", "Grid", "compare_profiles"]

#: What each number of a row measures, as the documentation lists it.
FEATURES = (
    "all words",
    "shared",
    "items",
    "letters",
    "concepts",
    "topics",
    "topics apart",
    "figures",
    "other speakers",
    "act",
    "answer",
    "contact",
    "contact once",
    "closing",
    "strangers",
)


class Cell(NamedTuple):
    """What a pair of statements has in common."""

    #: A number for each of `FEATURES`.
    values: tuple[float, ...]
    #: Which item of the left and of the right statement are most alike, by their places in it; -1
    #: where a statement has one only.
    items: tuple[int, int] = (-1, -1)


#: A cell for each pair; None where nothing but frame words is shared.
Grid: TypeAlias = list[list[Cell | None]]

# What a concept tells, in bits, beside the words that name it; and the wider one behind it.
_CONCEPT = 8.0
_WIDER = 3.0

# Acts that answer each other: what one side gives, the other takes.
_ANSWERS = frozenset(
    frozenset(pair)
    for pair in (
        (Act.STATE, Act.PRAISE),
        (Act.COMMIT, Act.PRAISE),
        (Act.EMPHASIZE, Act.PRAISE),
        (Act.COMMIT, Act.REQUEST),
        (Act.AGREE, Act.PROPOSE),
        (Act.PROPOSE, Act.PRAISE),
        (Act.CRITICIZE, Act.REJECT),
        (Act.REQUEST, Act.REJECT),
        (Act.REQUEST, Act.AGREE),
        (Act.WARN, Act.EXPRESS),
    )
)


def compare_profiles(left: Sequence[Profile], right: Sequence[Profile], apart: float = 0.0) -> Grid:
    """`FEATURES` for each pair of a left and a right statement.

    `apart` tells how far the two accounts name other people, from 0 to 1.
    """
    everyone = (*left, *right)
    meanings = ((*p.words, *p.kin, *p.concepts, *p.wider, *p.topics) for p in everyone)
    rarity = _rarity(Counter(chain.from_iterable(meanings)), len(everyone))
    plain = _rarity(_told_in_all(everyone), len(everyone))
    a = [_weigh(p, rarity, plain) for p in left]
    b = [_weigh(p, rarity, plain) for p in right]
    opening = (_first_contact(left), _first_contact(right))
    return [
        [_compare(x, y, rarity, 0.0 if (i, j) == opening else apart) for j, y in enumerate(b)]
        for i, x in enumerate(a)
    ]


def _first_contact(side: Sequence[Profile]) -> int:
    """Where the account first says that the conversation took place: all that strangers share."""
    return next((k for k, profile in enumerate(side) if profile.contact), -1)


_Meaning: TypeAlias = tuple[dict[str, float], float]


@attrs.frozen(eq=False, repr=False)
class _Weighed:
    """A profile's words as they weigh within this pair of accounts."""

    profile: Profile
    every: dict[str, float]
    every_norm: float
    #: All that it stands for: stems, synonyms, concepts and wider ones.
    meaning: dict[str, float]
    #: What each item stands for, with its norm.
    items: tuple[_Meaning, ...]


def _norm(weights: dict[str, float]) -> float:
    return math.sqrt(sum(map(mul, weights.values(), weights.values()))) or 1.0


def _rarity(counts: Mapping[str, float], size: int) -> dict[str, float]:
    """What each word, concept or topic tells within the pair: 1 for one statement's alone."""
    top = math.log1p(size / 2)
    told = {n: min(1.0, math.log1p(size / n) / top) for n in set(counts.values())}
    return {w: told[n] for w, n in counts.items()}


def _told_in_all(statements: Sequence[Profile]) -> dict[str, float]:
    """The bits that each word tells, summed: what is common in the genre may stand more often."""
    counts = Counter(chain.from_iterable(p.every for p in statements))
    bits = dict(chain.from_iterable(p.every.items() for p in statements))
    return {word: n * bits[word] for word, n in counts.items()}


def _weigh(profile: Profile, rarity: dict[str, float], plain: dict[str, float]) -> _Weighed:
    every = {w: bits * plain[w] for w, bits in profile.every.items()}
    meaning = {w: bits * rarity[w] for w, bits in profile.words.items()}
    meaning.update((k, bits * rarity[k]) for k, bits in profile.kin.items())
    meaning.update((c, _CONCEPT * k * rarity[c]) for c, k in profile.concepts.items())
    meaning.update((c, _WIDER * rarity[c]) for c in profile.wider)
    return _Weighed(profile, every, _norm(every), meaning, _weigh_items(profile, meaning))


def _weigh_items(profile: Profile, meaning: dict[str, float]) -> tuple[_Meaning, ...]:
    """What each item of a statement means; all of it where the statement has only one."""
    spans = find_items(profile)
    if len(spans) < 2:
        return ((meaning, _norm(meaning)),)
    items: list[_Meaning] = []
    for span in spans:
        marks = marks_in(profile, span)
        keys = {key: meaning[key] for found in marks for key in found if key in meaning}
        if keys:
            items.append((keys, _norm(keys)))
    return tuple(items)


def _compare(x: _Weighed, y: _Weighed, rarity: dict[str, float], apart: float) -> Cell | None:
    p, q = x.profile, y.profile
    contact = p.contact and q.contact
    closing = p.closing and q.closing
    if not (contact or closing) and x.meaning.keys().isdisjoint(y.meaning):
        return None
    common = p.words.keys() & q.words.keys()
    concepts = p.concepts.keys() & q.concepts.keys()
    shared_concepts = math.fsum([rarity[c] * p.concepts[c] for c in concepts])
    all_concepts = min(len(p.concepts), len(q.concepts)) or 1
    strangers = bool(p.speakers and q.speakers) and not p.speakers & q.speakers
    topics = p.topics & q.topics
    items, places = _best_items(x, y)
    answers = frozenset((p.act, q.act)) in _ANSWERS and p.speakers != q.speakers
    values = (
        _dot(x.every, y.every) / (x.every_norm * y.every_norm),
        math.log1p(math.fsum([x.meaning[w] for w in common])) / 4,
        items,
        _overlap(len(p.letters & q.letters), len(p.letters), len(q.letters)),
        shared_concepts / math.sqrt(all_concepts),
        max((rarity[t] for t in topics), default=0.0),
        float(bool(p.topics and q.topics) and not topics),
        min(2.0, len(p.figures & q.figures)),
        float(strangers),
        float(p.act is q.act),
        min(1.0, 2.0 * items) if answers else 0.0,
        float(contact),
        float(p.contact != q.contact),
        float(closing),
        apart,
    )
    return Cell(values, places)


def _best_items(x: _Weighed, y: _Weighed) -> tuple[float, tuple[int, int]]:
    """The cosine of the two items, one of each statement, that are most alike, and their places."""
    best, places = 0.0, (-1, -1)
    for i, (a, m) in enumerate(x.items):
        for j, (b, n) in enumerate(y.items):
            cosine = _dot(a, b) / (m * n)
            if cosine > best:
                best = cosine
                places = (i if len(x.items) > 1 else -1, j if len(y.items) > 1 else -1)
    return best, places


def _dot(x: dict[str, float], y: dict[str, float]) -> float:
    common = x.keys() & y.keys()
    return math.fsum([x[w] * y[w] for w in common]) if common else 0.0


def _overlap(common: int, left: int, right: int) -> float:
    return common / math.sqrt(left * right) if common else 0.0
