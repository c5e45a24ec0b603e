"""The parts of linked statements: what both sides have, and what one adds."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Container, Iterable
from typing import NamedTuple

from paired_readouts.divergence._accounts import Account, Pair, Word
from paired_readouts.model import Link, Side, Span

__all__ = ["Shared", "count_parts", "end_of_phrase", "read_link", "show_added"]

# A part is news when this share of what it tells, in bits, is not on the other side.
_NEWS = 0.67
# What a part must tell at least to be worth a word of its own.
_LEAST = 9.0
_LEAST_SHARED = 1.0
# The same for a stretch within a part that is no news as a whole.
_LEAST_INSIDE = 20.0
_BREAKS = frozenset({",", ";", ":", "—", "–", "(", ")"})
_JOINTS = frozenset({"and", "or"})
_EDGES = _BREAKS | _JOINTS
_LINKS = _JOINTS | {","}
# The words that an added part may be lengthened by, to the end of its phrase.
_TAIL = 2


class Shared(NamedTuple):
    """What the two sides of a link share, and what each adds, as places in their texts."""

    left_core: tuple[Span, ...]
    right_core: tuple[Span, ...]
    left_added: tuple[Span, ...]
    right_added: tuple[Span, ...]
    #: The share of the words of the poorer side that the other has, by weight.
    overlap: float
    #: The same of the richer side: near 1 where both say little else.
    likeness: float

    #: What both sides have, as stems and normalised mentions.
    both: frozenset[str]

    def added(self, side: Side) -> tuple[Span, ...]:
        return self.left_added if side is Side.LEFT else self.right_added

    def core(self, side: Side) -> tuple[Span, ...]:
        return self.left_core if side is Side.LEFT else self.right_core


def read_link(pair: Pair, link: Link) -> Shared:
    """The common core of a link and what each side adds to it."""
    words = [_words_of(pair.left, link.left), _words_of(pair.right, link.right)]
    known = [{base for base, _, _ in side} for side in words]
    both = known[0] & known[1]
    # The names of the two parties alone are no matter.
    core = {w.base for w in words[0] if w.base in both and w.weight > _LEAST_SHARED}
    weights = [_weigh(side) for side in words]
    common = _weigh([w for w in words[0] if w.base in both])
    left_added = link.left_rest or _added(pair.left, link.left, known[1], pair.right.holders)
    right_added = link.right_rest or _added(pair.right, link.right, known[0], pair.left.holders)
    return Shared(
        left_core=_runs(pair.left, link.left, core),
        right_core=_runs(pair.right, link.right, core),
        left_added=left_added,
        right_added=right_added,
        overlap=common / min(weights) if min(weights) else 0.0,
        both=frozenset(both),
        likeness=common / max(weights) if max(weights) else 0.0,
    )


def _words_of(account: Account, indexes: tuple[int, ...]) -> list[Word]:
    return [word for i in indexes for word in account.words[i]]


def _runs(account: Account, indexes: tuple[int, ...], both: set[str]) -> tuple[Span, ...]:
    """Stretches that hold shared words and, between them, only words that tell nothing."""
    spans = []
    for index in indexes:
        current: list[int] = []
        for base, token, _ in account.words[index]:
            if base in both and (not current or token - current[-1] <= 4):
                current.append(token)
                continue
            if current:
                spans.append(account.tokens.span(current[0], current[-1]))
            current = [token] if base in both else []
        if current:
            spans.append(account.tokens.span(current[0], current[-1]))
    return tuple(spans)


def _added(
    account: Account, indexes: tuple[int, ...], known: set[str], told: Container[str]
) -> tuple[Span, ...]:
    """Parts that are news; where a part is not, stretches of it that are."""
    spans: list[Span] = []
    for index in indexes:
        for span, words in _parts(account, index):
            total = _weigh(words)
            if _weigh([w for w in words if w.base not in known]) < max(_LEAST, _NEWS * total):
                spans.extend(_fresh_runs(account, words, known, told))
            # What the other account tells elsewhere is no news either.
            elif _weigh([w for w in words if w.base in told]) < _NEWS * total:
                spans.append(span)
    return tuple(spans)


def _weigh(words: Iterable[Word]) -> float:
    return sum({base: weight for base, _, weight in words}.values())


def _fresh_runs(
    account: Account, words: list[Word], known: set[str], told: Container[str]
) -> list[Span]:
    """Stretches of two or more words that the other side does not have."""
    runs: list[list[Word]] = [[]]
    for word in words:
        if word.base in known or word.base in told:
            runs.append([])
        else:
            runs[-1].append(word)
    return [
        account.tokens.span(run[0].token, run[-1].token)
        for run in runs
        if len(run) > 1 and _weigh(run) >= _LEAST_INSIDE
    ]


def _parts(
    account: Account, index: int, breaks: frozenset[str] = _BREAKS
) -> list[tuple[Span, list[Word]]]:
    """The items of a statement, or its words cut at `breaks` where it has none."""
    statement = account.statements[index]
    words = account.words[index]
    tokens = account.tokens
    if len(statement.items) > 1:
        return [
            (
                span,
                [w for w in words if span.start <= tokens.starts[w.token] < span.end],
            )
            for span in statement.items
        ]
    parts: list[tuple[Span, list[Word]]] = []
    current: list[Word] = []
    for word in words:
        between = tokens.lower[current[-1].token + 1 : word.token] if current else []
        if current and not breaks.isdisjoint(between):
            parts.append((tokens.span(current[0].token, current[-1].token), current))
            current = []
        current.append(word)
    if current:
        parts.append((tokens.span(current[0].token, current[-1].token), current))
    return parts


def count_parts(account: Account, index: int) -> int:
    """The number of parts of a statement."""
    return len(_parts(account, index, _BREAKS | _JOINTS))


def show_added(account: Account, spans: Iterable[Span], shared: Shared) -> tuple[Span, ...]:
    """Added parts as a reader wants to see them: whole phrases, neighbours as one."""
    shown: list[Span] = []
    for span in sorted({_trim(account, span, shared) for span in spans}):
        if shown and _only_joined(account, shown[-1].end, span.start):
            shown[-1] = Span(shown[-1].start, max(shown[-1].end, span.end))
        else:
            shown.append(span)
    return tuple(shown)


def end_of_phrase(account: Account, end: int) -> int:
    """Where the words after a place stop telling of the matter: at a break or a function word."""
    tokens = account.tokens
    at = bisect_left(tokens.starts, end)
    if at and not tokens.lower[at - 1][0].isalnum():
        # A date that took the full stop with it ends its sentence.
        return end
    while (
        at < len(tokens.starts)
        and tokens.starts[at] == end + 1
        and tokens.lower[at][0].isalnum()
        and tokens.lower[at] not in account.function_words
    ):
        end = tokens.ends[at]
        at += 1
    return end


def _trim(account: Account, span: Span, shared: Shared) -> Span:
    """An added part without the shared words that it begins with, up to the end of its phrase."""
    tokens = account.tokens
    bases = account.base_at
    entry = account.lexicon.entry("sentences", "words")
    trailing, denying = entry.list("trailing"), entry.list("denying")
    first = bisect_left(tokens.starts, span.start)
    last = bisect_left(tokens.starts, span.end) - 1
    while first < last and (bases.get(first, "") in shared.both or tokens.lower[first] in _EDGES):
        first += 1
    # A thing denied is never quoted without its "no".
    while first and tokens.lower[first - 1] in denying:
        first -= 1
    if first < last and tokens.lower[last] in trailing:
        while first < last and tokens.lower[last] in trailing:
            last -= 1
        return tokens.span(first, last)
    start, end = tokens.starts[first], tokens.ends[last]
    longer = end_of_phrase(account, end)
    # What follows at length is a clause of its own, which the other side may well have.
    return Span(start, longer if account.version.text.count(" ", end, longer) <= _TAIL else end)


def _only_joined(account: Account, end: int, start: int) -> bool:
    """Whether nothing but a comma and "and" stands between two places."""
    tokens = account.tokens
    between = tokens.lower[bisect_left(tokens.starts, end) : bisect_left(tokens.starts, start)]
    return all(word in _LINKS for word in between)
