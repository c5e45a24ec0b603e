"""Which statements without counterpart belong to one matter, and are told as one."""

from __future__ import annotations

from collections import Counter, defaultdict
from itertools import pairwise

from paired_readouts.divergence._accounts import Account, Word
from paired_readouts.divergence._segments import end_of_phrase
from paired_readouts.model import Span

__all__ = ["group_matters", "name_matter"]

# What joins two statements into one matter; and what does so where an account has more matters
# than a reader would be told one by one.
_JOIN = 0.3
_JOIN_LOOSELY = 0.2
_MOST = 4
_LARGEST = 6
_SAYS_LITTLE = 8.0
# How many words a matter is named by, and how many may stand between two that name it.
_NAME = 12
_BETWEEN = 3
# What the words that name a matter tell at least, in bits.
_TELLING = 18.0
_SENTENCE_ENDS = frozenset('.!?”"')


def group_matters(account: Account, indexes: tuple[int, ...]) -> tuple[tuple[int, ...], ...]:
    """`indexes` in groups on one matter each, in the order of the text.

    Neighbours of one speaker that share telling words, a sentence that leans on the one before and
    the continuation of a frame join; so do statements apart that share much.
    """
    if len(indexes) < 2:
        return tuple((i,) for i in indexes)
    chosen = set(indexes)
    scores = {
        (a, b): score + _nearness(account, a, b)
        for (a, b), score in _likeness(account, indexes).items()
    }
    for a, b in pairwise(range(len(account.statements))):
        if a in chosen and b in chosen:
            scores.setdefault((a, b), _nearness(account, a, b))
            if _leans(account, a, b):
                scores[a, b] += 1.0
    group = {i: [i] for i in indexes}
    count = len(indexes)
    near = [(-score, a, b) for (a, b), score in scores.items() if score >= _JOIN_LOOSELY]
    for distance, a, b in sorted(near):
        if -distance < (_JOIN if count <= _MOST else _JOIN_LOOSELY):
            break
        if group[a] is group[b] or len(group[a]) + len(group[b]) > _LARGEST:
            continue
        merged = sorted(group[a] + group[b])
        count -= 1
        for i in merged:
            group[i] = merged
    return tuple(tuple(group[i]) for i in indexes if group[i][0] == i)


def _likeness(account: Account, indexes: tuple[int, ...]) -> dict[tuple[int, int], float]:
    """Of each two statements that share a word: the weight shared, against the lighter one's."""
    chosen = set(indexes)
    shared: dict[tuple[int, int], float] = defaultdict(float)
    for base, holding in account.repeated:
        places = [i for i in holding if i in chosen]
        if len(places) < 2:
            continue
        # What many statements hold says little of each.
        told = min(1.0, 3 / len(places))
        for n, a in enumerate(places):
            for b in places[n + 1 :]:
                shared[a, b] += told * account.bases[a][base]
    return {
        (a, b): weight / max(12.0, (account.weights[a] * account.weights[b]) ** 0.5)
        for (a, b), weight in shared.items()
    }


def _nearness(account: Account, a: int, b: int) -> float:
    first, second = account.statements[a], account.statements[b]
    topics = set(first.topics) & set(second.topics)
    score = min(0.1, 0.05 * len(topics))
    if b - a > 1:
        return score + (0.06 if b - a == 2 else 0.0)
    same = first.speakers == second.speakers
    score += 0.16 if same else 0.12
    gathered = account.has_cue(a, "gathering", "that-gathering")
    if gathered and account.has_cue(b, "that-gathering"):
        score += 0.2
    # A sentence is mostly on one matter; one that says little is on that of its neighbour.
    if same and account.version.text[first.span.end - 1] not in _SENTENCE_ENDS:
        score += 0.15
    if same and min(account.weights[a], account.weights[b]) < _SAYS_LITTLE:
        score += 0.15
    return score


def _leans(account: Account, a: int, b: int) -> bool:
    if account.statements[b].continues is not None:
        return True
    first = account.bounds[b][0]
    opening = range(first, min(first + 4, account.bounds[b][1]))
    starts = {account.tokens.starts[t] for t in opening}
    leaning = any(c.kind == "leaning" and c.span.start in starts for c in account.cues[b])
    return leaning and not account.is_contact(a)


def name_matter(account: Account, group: tuple[int, ...]) -> Span | None:
    """The words that say best what several statements are about; None where none are shared.

    That is the stretch of one statement that holds most of what two or more of them tell.
    """
    held = Counter(base for i in group for base in account.bases[i])
    best: tuple[float, int] | None = None
    chosen: list[Word] = []
    for i in group:
        for run in _shared_runs(account, i, held):
            told = sum({w.base: w.weight * (held[w.base] - 1) for w in run}.values())
            if best is None or (told, -run[0].token) > best:
                best, chosen = (told, -run[0].token), run
    if len(chosen) < 2 or sum({w.base: w.weight for w in chosen}.values()) < _TELLING:
        return None
    span = account.tokens.span(chosen[0].token, chosen[-1].token)
    if account.tokens.lower[chosen[-1].token].endswith("'s"):
        # "The strait's" is no end of a name.
        return Span(span.start, end_of_phrase(account, span.end))
    return span


def _shared_runs(account: Account, index: int, held: Counter[str]) -> list[list[Word]]:
    """Stretches whose telling words stand in other statements too, none longer than a name.

    None runs over ", and", behind which another matter may begin.
    """
    lower, runs = account.tokens.lower, list[list[Word]]()
    for word in account.words[index]:
        if held[word.base] < 2:
            continue
        last = runs[-1][-1].token if runs else word.token
        near = runs and word.token - last <= _BETWEEN + 1
        near = near and lower[last + 1 : last + 3] != [",", "and"]
        if near and word.token - runs[-1][0].token < _NAME:
            runs[-1].append(word)
        else:
            runs.append([word])
    return runs
