"""Which statements without counterpart belong to one matter, and are told as one."""

from __future__ import annotations

from collections import defaultdict
from itertools import pairwise

from paired_readouts.divergence._accounts import Account

__all__ = ["group_matters"]

# What joins two statements into one matter; and what does so where an account has more matters
# than a reader would be told one by one.
_JOIN = 0.3
_JOIN_LOOSELY = 0.17
_MOST = 6
_LARGEST = 9
_SAYS_LITTLE = 8.0
_SENTENCE_ENDS = frozenset('.!?”"')


def group_matters(account: Account, indexes: tuple[int, ...]) -> tuple[tuple[int, ...], ...]:
    """`indexes` in groups on one matter each, in the order of the text.

    Neighbours of one speaker that share telling words, a sentence that leans on the one before and
    the continuation of a frame join; so do statements apart that share much.
    """
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
    for (a, b), score in sorted(scores.items(), key=lambda row: (-row[1], row[0])):
        if score < (_JOIN if count <= _MOST else _JOIN_LOOSELY):
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
    holders: dict[str, list[int]] = defaultdict(list)
    for i in indexes:
        for base in account.bases[i]:
            holders[base].append(i)
    shared: dict[tuple[int, int], float] = defaultdict(float)
    for base, places in sorted(holders.items()):
        # What many statements hold says little of each.
        told = min(1.0, 3 / len(places))
        for n, a in enumerate(places):
            for b in places[n + 1 :]:
                shared[a, b] += told * account.bases[a][base]
    return {
        (a, b): weight
        / max(12.0, (sum(account.bases[a].values()) * sum(account.bases[b].values())) ** 0.5)
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
    # A sentence is mostly on one matter; one that says little is on that of its neighbour.
    if same and account.version.text[first.span.end - 1] not in _SENTENCE_ENDS:
        score += 0.15
    if same and min(sum(account.bases[k].values()) for k in (a, b)) < _SAYS_LITTLE:
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
