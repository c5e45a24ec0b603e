"""Other names, other judgements, and claims that cannot both be true."""

from __future__ import annotations

from bisect import bisect_left
from functools import lru_cache
from itertools import chain
from typing import NamedTuple

from paired_readouts._text import CLAUSE_ENDS, Phrases
from paired_readouts.alignment._items import Side as Words
from paired_readouts.alignment._profiles import Profile
from paired_readouts.lexicon import Entry, Lexicon
from paired_readouts.model import Act, Evidence, Side, Span

__all__ = ["find_conflict", "find_stance", "find_terms"]

# How many words a denying one reaches.
_REACH = 4
# So many words up to the end of the verb may deny it: "did not by any means say".
_VERB = 8
# So many informative words after "failed to" tell what failed: "reach an agreement on …".
_NEXT = 3
# So much of the shorter side must be shared for a denial to be of the same claim.
_SAME_CLAIM = 0.4

_ASSENT = frozenset({Act.AGREE, Act.COMMIT})
_CLAIMS = frozenset({Act.STATE, Act.EMPHASIZE, Act.AGREE, Act.COMMIT, Act.REJECT, Act.NARRATE})
_REFUSED = frozenset(
    {Act.CRITICIZE, Act.REQUEST, Act.WARN, Act.PROPOSE, Act.COMMIT, Act.AGREE, Act.EXPRESS}
    | {Act.STATE, Act.EMPHASIZE, Act.PRAISE}
)
_AGAINST = frozenset({Act.PRAISE, Act.AGREE, Act.COMMIT})
# Acts that take a position against another's.
_CONTENTIOUS = frozenset({Act.CRITICIZE, Act.REJECT, Act.WARN})
# Acts that meet the other side, or take no position.
_CALM = frozenset({Act.PRAISE, Act.PROPOSE, Act.AGREE, Act.DISCUSS, Act.NARRATE})


class _Cues(NamedTuple):
    denial: Phrases[str]
    names: Phrases[Entry]
    rebuttal: Phrases[bool]
    failure: Phrases[bool]
    dispute: Phrases[bool]


@lru_cache(maxsize=8)
def _cues(lexicon: Lexicon) -> _Cues:
    denial = [
        (word, entry)
        for entry in ("denial", "no-denial", "rebuttal")
        if entry in lexicon.tables.get("cues", {})
        for word in lexicon.entry("cues", entry).list()
    ]
    return _Cues(
        denial=Phrases(denial),
        names=Phrases((w, e) for e in lexicon.table("loaded_names") for w in e.list()),
        rebuttal=Phrases((w, True) for w, entry in denial if entry == "rebuttal"),
        failure=Phrases((w, True) for w in lexicon.entry("matching", "failure").list()),
        dispute=Phrases((w, True) for w in lexicon.entry("matching", "dispute").list()),
    )


def find_terms(a: Words, b: Words, lexicon: Lexicon) -> list[Evidence]:
    """Names for one thing of which at least one takes a side, where no name is common to both."""
    left = _names(a, lexicon)
    right = _names(b, lexicon) if left else {}
    evidence: list[Evidence] = []
    for thing in sorted(left.keys() & right.keys()):
        ours, theirs = left[thing], right[thing]
        if {e.id for e, _ in ours} & {e.id for e, _ in theirs}:
            continue
        if any(e.whole("loaded") for e, _ in (*ours, *theirs)):
            evidence += [Evidence(side=Side.LEFT, span=s, note="name") for _, s in ours]
            evidence += [Evidence(side=Side.RIGHT, span=s, note="name") for _, s in theirs]
    return evidence


def _names(words: Words, lexicon: Lexicon) -> dict[str, list[tuple[Entry, Span]]]:
    found: dict[str, list[tuple[Entry, Span]]] = {}
    for p in words.profiles:
        for first, end, entry in _cues(lexicon).names.find(p.tokens.lower):
            thing = entry.text("thing")
            found.setdefault(thing, []).append((entry, p.tokens.span(first, end - 1)))
    return found


def find_stance(a: Words, b: Words, lexicon: Lexicon) -> list[Evidence]:
    """Opposed judgements of different people on one matter."""
    if a.people == b.people:
        return []
    for one, other, sides in ((a, b, (Side.LEFT, Side.RIGHT)), (b, a, (Side.RIGHT, Side.LEFT))):
        no = [p for p in one.profiles if p.act is Act.REJECT]
        no += [p for p in one.profiles if p.act is Act.CRITICIZE and other.acts & _AGAINST]
        against = [p for p in other.profiles if p.act in _REFUSED]
        if no and against and Act.REJECT not in other.acts:
            return sorted(
                (_shown(sides[0], no[0], "act"), _shown(sides[1], against[0], "act")), key=_order
            )
        turned = _rebuttals(one, lexicon) if other.acts & _REFUSED else []
        if turned and not _rebuttals(other, lexicon):
            return [Evidence(side=sides[0], span=s, note="turned away") for s in turned]
    claims = (a.acts | b.acts) <= _CLAIMS and _share(a, b) >= _SAME_CLAIM
    return (_opposed(a, b, lexicon) if claims else []) or _disputed(a, b, lexicon)


def _disputed(a: Words, b: Words, lexicon: Lexicon) -> list[Evidence]:
    """Each side's own people on a matter in dispute, by an act or a word of either side.

    Who asks and who promises meet; so do two who accuse alike.
    """
    acts = a.acts, b.acts
    every = acts[0] | acts[1]
    if not a.people or not b.people or a.people & b.people:
        return []
    if Act.PRAISE in every or any(side <= _CALM for side in acts):
        return []
    if every in ({Act.REQUEST, Act.COMMIT}, {Act.CRITICIZE}):
        return []
    return _show_dispute(Side.LEFT, a, b, lexicon) + _show_dispute(Side.RIGHT, b, a, lexicon)


def _show_dispute(side: Side, words: Words, other: Words, lexicon: Lexicon) -> list[Evidence]:
    """Contentious acts, and words of dispute that the other side does not use too."""
    shown: list[Evidence] = []
    for p in words.profiles:
        if p.act in _CONTENTIOUS:
            shown.append(_shown(side, p, "act"))
            continue
        for first, end, _ in _cues(lexicon).dispute.find(p.tokens.lower):
            if not any(p.tokens.lower[first] in q.tokens.lower for q in other.profiles):
                shown.append(
                    Evidence(side=side, span=p.tokens.span(first, end - 1), note="dispute")
                )
    return shown


def find_conflict(a: Words, b: Words, lexicon: Lexicon) -> list[Evidence]:
    """Reports of one person, or of all, that cannot both be true of one conversation."""
    if not _people_meet(a, b) or _share(a, b) < _SAME_CLAIM:
        return []
    for one, other, sides in ((a, b, (Side.LEFT, Side.RIGHT)), (b, a, (Side.RIGHT, Side.LEFT))):
        no = [p for p in one.profiles if p.act is Act.REJECT or _frame_denied(p, other, lexicon)]
        if len(no) < len(one.profiles):
            continue
        yes = [
            p
            for p in other.profiles
            if not _frame_denied(p, one, lexicon)
            and any(
                p.act in _ASSENT if q.act is Act.REJECT else p.act in (q.act, Act.AGREE) for q in no
            )
        ]
        if yes:
            return sorted(
                (_shown(sides[0], no[0], "denied"), _shown(sides[1], yes[0], "said")), key=_order
            )
    if a.acts <= _CLAIMS and b.acts <= _CLAIMS and a.people == b.people:
        return _opposed(a, b, lexicon)
    return []


def _opposed(a: Words, b: Words, lexicon: Lexicon) -> list[Evidence]:
    """A shared word that one side denies and the other affirms."""
    reached = [[_reached(p, lexicon) for p in side.profiles] for side in (a, b)]
    if not any(chain(*reached)):
        return []
    left, right = _polarity(a, reached[0]), _polarity(b, reached[1])
    evidence: list[Evidence] = []
    for key in a.known & b.known:
        (ours, here), (theirs, there) = left[key], right[key]
        if len(here) == len(there) == 1 and here != there:
            evidence.append(Evidence(side=Side.LEFT, span=ours, note="denied or affirmed"))
            evidence.append(Evidence(side=Side.RIGHT, span=theirs, note="denied or affirmed"))
    return sorted(dict.fromkeys(evidence), key=_order)


def _polarity(words: Words, reached: list[set[int]]) -> dict[str, tuple[Span, set[bool]]]:
    """For all that the words stand for: where first, and whether a denying word reaches it."""
    found: dict[str, tuple[Span, set[bool]]] = {}
    for profile, denied in zip(words.profiles, reached, strict=True):
        for i, keys in profile.marks:
            for key in keys:
                if key not in found:
                    found[key] = (profile.tokens.span(i, i), set())
                found[key][1].add(i in denied)
    return found


def _reached(profile: Profile, lexicon: Lexicon) -> set[int]:
    reached: set[int] = set()
    lower = profile.tokens.lower
    for _, end, kind in _cues(lexicon).denial.find(lower):
        if kind != "denial":
            continue
        for i in range(end, min(len(lower), end + _REACH)):
            if lower[i] in CLAUSE_ENDS:
                break
            reached.add(i)
    return reached


def _frame_denied(profile: Profile, other: Words, lexicon: Lexicon) -> bool:
    statement = profile.statement
    if statement.negated:
        return True
    if statement.verb is None or statement.act is Act.AGREE:
        failed = _failed(profile, other, lexicon)
        if failed or statement.verb is None:
            return failed
    starts = profile.tokens.starts
    past = bisect_left(starts, statement.verb.end)
    first = min(bisect_left(starts, statement.verb.start), max(0, past - _VERB))
    lower = profile.tokens.lower
    found = _cues(lexicon).denial.find(lower, first, past)
    return any(kind == "denial" and CLAUSE_ENDS.isdisjoint(lower[at:past]) for at, _, kind in found)


def _failed(profile: Profile, other: Words, lexicon: Lexicon) -> bool:
    """Whether nothing came of what the other side speaks of, by the words after "failed to"."""
    for _, end, _ in _cues(lexicon).failure.find(profile.tokens.lower):
        after = [keys for i, keys in profile.marks if i >= end][:_NEXT]
        if any(not other.known.isdisjoint(keys) for keys in after):
            return True
    return False


def _rebuttals(words: Words, lexicon: Lexicon) -> list[Span]:
    return [
        p.tokens.span(first, end - 1)
        for p in words.profiles
        for first, end, _ in _cues(lexicon).rebuttal.find(p.tokens.lower)
    ]


def _share(a: Words, b: Words) -> float:
    """The share of the shorter side's informative words that the other has."""
    shares = []
    for one, other in ((a, b), (b, a)):
        marks = [keys for p in one.profiles for _, keys in p.marks]
        lacking = sum(map(other.known.isdisjoint, marks))
        shares.append((len(marks) - lacking) / len(marks) if marks else 0.0)
    return max(shares)


def _people_meet(a: Words, b: Words) -> bool:
    """Whether somebody is in both, or one side names nobody."""
    return not a.people or not b.people or bool(a.people & b.people)


def _shown(side: Side, profile: Profile, note: str) -> Evidence:
    statement = profile.statement
    return Evidence(side=side, span=statement.verb or statement.span, note=note)


def _order(evidence: Evidence) -> tuple[int, Span]:
    return (evidence.side is Side.RIGHT, evidence.span)
