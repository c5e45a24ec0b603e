"""How alike two statements are: a small row of numbers for each pair that shares any evidence.

Every feature is symmetric: swapping the accounts swaps rows and columns and changes no number.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Mapping, Sequence
from itertools import chain
from typing import Any, NamedTuple, TypeAlias

import attrs

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

# Acts that answer each other: what one side gives, the other takes.
_ANSWERS = frozenset(
    pair
    for one, other in (
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
    for pair in ((one, other), (other, one))
)


def compare_profiles(left: Sequence[Profile], right: Sequence[Profile], apart: float = 0.0) -> Grid:
    """`FEATURES` for each pair of a left and a right statement.

    `apart` tells how far the two accounts name other people, from 0 to 1.
    """
    weights = _weigh_words((*left, *right))
    a = [_weigh(p, weights) for p in left]
    b = [_weigh(p, weights) for p in right]
    opening = (_first_contact(left), _first_contact(right))
    return [
        [_compare(x, y, weights, 0.0 if (i, j) == opening else apart) for j, y in enumerate(b)]
        for i, x in enumerate(a)
    ]


def _first_contact(side: Sequence[Profile]) -> int:
    """Where the account first says that the conversation took place: all that strangers share."""
    return next((k for k, profile in enumerate(side) if profile.contact), -1)


class _Weights(NamedTuple):
    """What words weigh within a pair of accounts."""

    #: What each word weighs as it stands, squared.
    every: dict[str, float]
    #: What all that words stand for weighs: stems, synonyms, concepts and wider ones.
    meaning: dict[str, float]
    #: The same, squared.
    squares: dict[str, float]
    #: How rare each of these, and each topic, is.
    rarity: dict[str, float]


#: What something tells, with its norm within the pair of accounts.
_Told: TypeAlias = tuple[frozenset[str], float]


@attrs.frozen(eq=False, repr=False)
class _Weighed:
    """What a statement tells, with norms within this pair of accounts."""

    profile: Profile
    #: Its words as they stand.
    every: _Told
    #: All that it stands for.
    meaning: frozenset[str]
    #: What each item stands for.
    items: tuple[_Told, ...]


def _weigh_words(statements: Sequence[Profile]) -> _Weights:
    """What tells within the genre tells more of a pair where few of its statements have it."""
    size = len(statements)
    every: dict[str, float] = {}
    meaning: dict[str, float] = {}
    for profile in statements:
        every.update(profile.every)
        meaning.update(profile.meaning)
    counts = Counter(chain.from_iterable([p.every for p in statements]))
    # The bits that a word tells in all: what is common in the genre may stand more often.
    plain = _rarity({word: n * every[word] for word, n in counts.items()}, size)
    named = [keys for p in statements for keys in (p.meaning, p.topics)]
    rarity = _rarity(Counter(chain.from_iterable(named)), size)
    meaning = {key: bits * rarity[key] for key, bits in meaning.items()}
    every = {word: bits * plain[word] for word, bits in every.items()}
    return _Weights(_square(every), meaning, _square(meaning), rarity)


def _square(weights: dict[str, float]) -> dict[str, float]:
    return {word: weight * weight for word, weight in weights.items()}


def _rarity(counts: Mapping[str, float], size: int) -> dict[str, float]:
    """What each word, concept or topic tells within the pair: 1 for one statement's alone."""
    top = math.log1p(size / 2)
    told = {n: min(1.0, math.log1p(size / n) / top) for n in set(counts.values())}
    return {w: told[n] for w, n in counts.items()}


def _weigh(profile: Profile, weights: _Weights) -> _Weighed:
    meaning = _told(profile.meaning, weights.squares)
    items = [dict.fromkeys(chain.from_iterable(part.told)) for part in profile.parts]
    return _Weighed(
        profile,
        _told(profile.every, weights.every),
        meaning[0],
        tuple([_told(keys, weights.squares) for keys in items if keys])
        if len(items) > 1
        else (meaning,),
    )


def _told(keys: dict[str, Any], squares: dict[str, float]) -> _Told:
    """What is told, with its norm."""
    return frozenset(keys), math.sqrt(sum(map(squares.__getitem__, keys))) or 1.0


def _compare(x: _Weighed, y: _Weighed, weights: _Weights, apart: float) -> Cell | None:
    p, q = x.profile, y.profile
    contact = p.contact and q.contact
    closing = p.closing and q.closing
    if not (contact or closing) and x.meaning.isdisjoint(y.meaning):
        return None
    common = p.words & q.words
    concepts = p.concepts.keys() & q.concepts.keys()
    shared_concepts = math.fsum([weights.rarity[c] * p.concepts[c] for c in concepts])
    all_concepts = min(len(p.concepts), len(q.concepts)) or 1
    strangers = p.speakers and q.speakers and p.speakers.isdisjoint(q.speakers)
    topics = p.topics & q.topics
    items, places = _best_items(x, y, weights.squares)
    answers = (p.act, q.act) in _ANSWERS and p.speakers != q.speakers
    values = (
        _cosine(x.every, y.every, weights.every),
        math.log1p(math.fsum([weights.meaning[w] for w in common])) / 4,
        items,
        _overlap(len(p.letters & q.letters), len(p.letters), len(q.letters)),
        shared_concepts / math.sqrt(all_concepts),
        max([weights.rarity[t] for t in topics], default=0.0),
        float(bool(p.topics and q.topics) and not topics),
        min(2.0, len(p.figures & q.figures)),
        float(bool(strangers)),
        float(p.act is q.act),
        min(1.0, 2.0 * items) if answers else 0.0,
        float(contact),
        float(p.contact != q.contact),
        float(closing),
        apart,
    )
    return Cell(values, places)


def _best_items(
    x: _Weighed, y: _Weighed, squares: dict[str, float]
) -> tuple[float, tuple[int, int]]:
    """The cosine of the two items, one of each statement, that are most alike, and their places."""
    best, places = 0.0, (-1, -1)
    for i, a in enumerate(x.items):
        for j, b in enumerate(y.items):
            cosine = _cosine(a, b, squares)
            if cosine > best:
                best = cosine
                places = (i if len(x.items) > 1 else -1, j if len(y.items) > 1 else -1)
    return best, places


def _cosine(x: _Told, y: _Told, squares: dict[str, float]) -> float:
    """How far two tell the same; each word weighs alike wherever it stands in the pair."""
    common = x[0] & y[0]
    return math.fsum(map(squares.__getitem__, common)) / (x[1] * y[1]) if common else 0.0


def _overlap(common: int, left: int, right: int) -> float:
    return common / math.sqrt(left * right) if common else 0.0
