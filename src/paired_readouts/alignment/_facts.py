"""Numbers and dates that both sides give, and not the same."""

from __future__ import annotations

from bisect import bisect_left
from typing import NamedTuple

from paired_readouts.alignment._items import Side as Words
from paired_readouts.alignment._profiles import Profile
from paired_readouts.extraction.mentions import find_mentions
from paired_readouts.lexicon import Lexicon
from paired_readouts.model import Evidence, Mention, MentionKind, Side, Span

__all__ = ["find_facts"]

# What stands so many informative words from a number tells what it counts.
_NEAR = 3
# A rounded number ("about 400") may stand for one so much larger or smaller.
_ROUNDING = 1.25
_DAY = len("--04-05")


class _Figure(NamedTuple):
    span: Span
    kind: MentionKind
    number: str
    unit: str
    rounded: bool
    #: What the next word stands for: of "400 tons of grain", grain.
    counted: frozenset[str]
    #: What the informative words around it stand for.
    about: frozenset[str]


def find_facts(a: Words, b: Words, lexicon: Lexicon) -> list[Evidence]:
    """Figures of one kind on one thing, where no two agree."""
    left = _figures(a, lexicon)
    right = _figures(b, lexicon) if left else []
    evidence: list[Evidence] = []
    for unit in sorted({f.unit for f in left} & {f.unit for f in right}):
        ours = [f for f in left if f.unit == unit]
        theirs = [f for f in right if f.unit == unit]
        if any(_agree(x, y) for x in ours for y in theirs):
            continue
        for x in ours:
            for y in theirs:
                if _same_thing(x, y):
                    note = "date" if x.kind is MentionKind.DATE else "number"
                    evidence.append(Evidence(side=Side.LEFT, span=x.span, note=note))
                    evidence.append(Evidence(side=Side.RIGHT, span=y.span, note=note))
    return list(dict.fromkeys(evidence))


def _figures(words: Words, lexicon: Lexicon) -> list[_Figure]:
    found: list[_Figure] = []
    for profile in words.profiles:
        for mention in _mentions(profile, lexicon):
            figure = _read(profile, mention, lexicon)
            if figure is not None:
                found.append(figure)
    return found


def _mentions(profile: Profile, lexicon: Lexicon) -> tuple[Mention, ...]:
    """The statement's mentions; found now where nobody has looked for them."""
    statement = profile.statement
    if statement.mentions or not any(map(str.isdigit, statement.text)):
        return statement.mentions
    return find_mentions(profile.tokens, lexicon=lexicon)


def _read(profile: Profile, mention: Mention, lexicon: Lexicon) -> _Figure | None:
    first = bisect_left(profile.tokens.starts, mention.span.start)
    last = bisect_left(profile.tokens.starts, mention.span.end)
    if mention.kind is MentionKind.QUANTITY:
        number, _, unit = mention.value.partition(" ")
    elif mention.kind is MentionKind.DATE and len(mention.value) >= _DAY:
        number, unit = mention.value[-5:], "day"
        if not any(c.isdigit() for w in profile.tokens.words[first:last] for c in w):
            return None
    else:
        return None
    rough = lexicon.words("matching", "rounding")
    before = profile.tokens.lower[max(0, first - 2) : first + 1]
    return _Figure(
        span=mention.span,
        kind=mention.kind,
        number=number,
        unit=unit,
        rounded=not rough.isdisjoint(before),
        counted=frozenset(
            key for i, keys in profile.marks if last <= i < last + _NEAR for key in keys[:2]
        ),
        about=_about(profile, first, last),
    )


def _about(profile: Profile, first: int, last: int) -> frozenset[str]:
    before = [keys for i, keys in profile.marks if i < first][-_NEAR:]
    after = [keys for i, keys in profile.marks if i >= last][:_NEAR]
    return frozenset(key for keys in (*before, *after) for key in keys)


def _same_thing(x: _Figure, y: _Figure) -> bool:
    """Whether both count one thing, by the words after them, else by those around."""
    if x.kind is MentionKind.QUANTITY and x.counted and y.counted:
        return bool(x.counted & y.counted)
    return not x.about or not y.about or bool(x.about & y.about)


def _agree(x: _Figure, y: _Figure) -> bool:
    if x.number == y.number:
        return True
    if x.kind is MentionKind.DATE or not (x.rounded or y.rounded):
        return False
    try:
        low, high = sorted((float(x.number), float(y.number)))
    except ValueError:
        return False
    return high <= low * _ROUNDING
