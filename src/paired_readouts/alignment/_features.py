"""How alike two statements are: a small row of numbers for each pair that shares any evidence.

Every feature is symmetric: swapping the accounts swaps rows and columns and changes no number.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Sequence
from typing import TypeAlias

from paired_readouts.alignment._profiles import Profile
from paired_readouts.model import Act

__all__ = ["FEATURES", "Grid", "compare_profiles"]

#: What each number of a row measures, as the documentation lists it.
FEATURES = (
    "words",
    "all words",
    "cover",
    "shared",
    "kin",
    "letters",
    "concepts",
    "topics",
    "topics apart",
    "figures",
    "speakers",
    "other speakers",
    "act",
    "answer",
    "contact",
    "contact once",
    "header",
    "strangers",
)

Row: TypeAlias = tuple[float, ...]
#: A row of numbers for each pair; None where nothing but frame words is shared.
Grid: TypeAlias = list[list[Row | None]]

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
    """A row of `FEATURES` for each pair of a left and a right statement.

    `apart` tells how far the two accounts name other people, from 0 to 1.
    """
    everyone = (*left, *right)
    rarity = _rarity([(*p.words, *p.kin, *p.concepts, *p.topics) for p in everyone])
    plain = _rarity([p.every for p in everyone])
    a = [_weigh(p, rarity, plain) for p in left]
    b = [_weigh(p, rarity, plain) for p in right]
    return [[_row(x, y, rarity, apart) for y in b] for x in a]


class _Weighed:
    """A profile's words as they weigh within this pair of accounts."""

    __slots__ = ("every", "every_norm", "norm", "profile", "total", "words")

    def __init__(self, profile: Profile, words: dict[str, float], every: dict[str, float]) -> None:
        self.profile = profile
        self.words = words
        self.total = sum(words.values())
        self.norm = _norm(words)
        self.every = every
        self.every_norm = _norm(every)


def _norm(weights: dict[str, float]) -> float:
    return math.sqrt(sum(w * w for w in weights.values())) or 1.0


def _rarity(statements: Sequence[Iterable[str]]) -> dict[str, float]:
    """What each word, concept or topic tells within the pair: 1 for one statement's alone."""
    counts: Counter[str] = Counter()
    for words in statements:
        counts.update(words)
    size = len(statements)
    top = math.log1p(size / 2)
    return {w: min(1.0, math.log1p(size / n) / top) for w, n in counts.items()}


def _weigh(profile: Profile, rarity: dict[str, float], plain: dict[str, float]) -> _Weighed:
    return _Weighed(
        profile,
        {w: bits * rarity[w] for w, bits in profile.words.items()},
        {w: bits * plain[w] for w, bits in profile.every.items()},
    )


def _row(x: _Weighed, y: _Weighed, rarity: dict[str, float], apart: float) -> Row | None:
    p, q = x.profile, y.profile
    common = x.words.keys() & y.words.keys()
    concepts = p.concepts & q.concepts
    contact = p.contact and q.contact
    kin = p.kin.keys() & q.kin.keys()
    if not (common or concepts or contact or kin):
        return None
    kin -= {p.kin_of[w] for w in common if w in p.kin_of}
    akin = sum(p.kin[k] * rarity[k] for k in sorted(kin))
    dot = amount = 0.0
    for w in sorted(common):
        weight = x.words[w]
        amount += weight
        dot += weight * weight
    shorter = min(x.total, y.total) or 1.0
    shared_concepts = sum(rarity[c] for c in sorted(concepts))
    all_concepts = min(len(p.concepts), len(q.concepts)) or 1
    speakers = _speakers(p, q)
    topics = p.topics & q.topics
    return (
        dot / (x.norm * y.norm),
        _dot(x.every, y.every) / (x.every_norm * y.every_norm),
        amount / shorter,
        math.log1p(amount) / 4,
        math.log1p(akin) / 4,
        _overlap(len(p.letters & q.letters), len(p.letters), len(q.letters)),
        shared_concepts / math.sqrt(all_concepts),
        max((rarity[t] for t in topics), default=0.0),
        float(bool(p.topics and q.topics) and not topics),
        min(2.0, len(p.figures & q.figures)),
        max(0.0, speakers),
        max(0.0, -speakers),
        float(p.act is q.act),
        float(frozenset((p.act, q.act)) in _ANSWERS and speakers <= 0),
        float(contact),
        float(p.contact != q.contact),
        float(p.header and q.header),
        0.0 if contact else apart,
    )


def _dot(x: dict[str, float], y: dict[str, float]) -> float:
    return math.fsum(x[w] * y[w] for w in x.keys() & y.keys())


def _overlap(common: int, left: int, right: int) -> float:
    return common / math.sqrt(left * right) if common else 0.0


def _speakers(p: Profile, q: Profile) -> float:
    """1 for the same speakers, 0 where a side names none, -1 for others; between for some."""
    if not p.speakers or not q.speakers:
        return 0.0
    if p.speakers == q.speakers:
        return 1.0
    return 0.0 if p.speakers & q.speakers else -1.0
