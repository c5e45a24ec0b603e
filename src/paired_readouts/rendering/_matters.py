"""What accounts share, and what one alone has."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence

import attrs

from paired_readouts.model import (
    Act,
    CommonMatter,
    FindingCode,
    Relation,
    Severity,
    Span,
)
from paired_readouts.rendering._accounts import DOUBT, said_spans
from paired_readouts.rendering._quoting import quote_spans, shorten
from paired_readouts.rendering._view import Found, Joined, View
from paired_readouts.rendering.report import Alone, Point, Quote, Shared

__all__ = ["LISTED", "drop_repeats", "gravest", "make_alone", "make_further", "make_shared"]

_QUOTATION = 220
_CORE = 30
# The beginning of each quotation in a sentence, long enough to tell lines apart.
_QUOTED = re.compile(r"“([^”…]{12,30})")
_WEIGHT = {Relation.SAME: 0, Relation.DIFFERS: 1, Relation.CONFLICT: 2}
_MATTER = 80
_NEARLY_ALL = 2 / 3

#: Findings on what one account alone has, which the lists of it tell too.
LISTED = frozenset({FindingCode.ONE_SIDED.value, FindingCode.CREDITED_WORDS.value})
_RANK = {Severity.SUBSTANTIVE: 0, Severity.DEGREE: 1, Severity.MINOR: 2}
_KINDS = ("own", "joint", "credited", "narrated")


def make_shared(view: View, points: Sequence[Point]) -> tuple[Shared, ...]:
    """What two or more accounts have, in the order of the matters."""
    unsure = _unsure(points)
    found = view.found()
    common = {
        (pair.left, pair.right, common.link): common
        for pair in view.pairs
        for common in pair.comparison.divergence.common
    }
    return tuple(
        _mark_added(_make_shared(view, number, matter, found, common), unsure)
        for number, matter in enumerate(view.matters, 1)
    )


def _make_shared(
    view: View,
    number: int,
    matter: Joined,
    found: Found,
    common: Mapping[tuple[int, int, int], CommonMatter],
) -> Shared:
    links = [pair.comparison.alignment.links[i] for pair, i in matter.links]
    score = min((link.score for link in links), default=1.0)
    relation = max((link.relation for link in links), key=_WEIGHT.__getitem__, default=None)
    cores: dict[int, tuple[Span, ...]] = {}
    added: dict[int, tuple[Span, ...]] = {}
    first = matter.links[0][1] if len(view.versions) == 2 and links else -1
    if core := common.get((0, 1, first)):
        cores = {0: core.left_core, 1: core.right_core}
        added = {0: core.left_added, 1: core.right_added}
    return Shared(
        number=number,
        matter=_name_matter(matter),
        relation=(relation or Relation.DIFFERS).value,
        differences=tuple(sorted({d.value for link in links for d in link.differences})),
        severity=gravest(_severities_across(matter, found)),
        quotes=tuple(
            quote
            for account, statements in enumerate(matter.statements)
            for quote in _by_speaker(view, account, statements, cores.get(account), score < DOUBT)
        ),
        added=tuple(
            _quote(view, account, matter.statements[account], spans)
            for account, spans in added.items()
            if spans
        ),
        score=score,
        weak=score < DOUBT,
        lacking=tuple(a for a, statements in enumerate(matter.statements) if not statements),
    )


def _name_matter(matter: Joined) -> str:
    """What the gravest finding on both sides of a link calls the matter; "" where there is none."""
    for pair, i in matter.links:
        link = pair.comparison.alignment.links[i]
        for finding in pair.comparison.divergence.findings:
            name = finding.slot("matter")
            if name and set(finding.left) & set(link.left) and set(finding.right) & set(link.right):
                return shorten(name, _MATTER)
    return ""


def _severities_across(matter: Joined, found: Found) -> Iterator[Severity]:
    """The severities of the findings that rest on two or more accounts' part of the matter."""
    own = {(a, i) for a, statements in enumerate(matter.statements) for i in statements}
    for place in own:
        for places, severity in found.get(place, ()):
            if len({account for account, _ in places & own}) > 1:
                yield severity


def gravest(severities: Iterable[Severity]) -> str:
    """The word of the gravest; "" for none."""
    found = min(severities, key=_RANK.__getitem__, default=None)
    return found.value if found else ""


def _by_speaker(
    view: View,
    account: int,
    statements: Sequence[int],
    core: Sequence[Span] | None,
    doubtful: bool,  # noqa: FBT001
) -> list[Quote]:
    """The words of one account on a matter, one quotation a run of statements by one speaker."""
    lines = view.accounts[account].lines
    runs: list[list[int]] = []
    for i in statements:
        if runs and lines[runs[-1][-1]].who == lines[i].who:
            runs[-1].append(i)
        else:
            runs.append([i])
    quotes = []
    for run in runs:
        spans = [view.versions[account].statements[i].span for i in run]
        quote = _quote(view, account, run, ())
        inside = [c for c in core or () if any(c in span for span in spans)]
        if quote.text.endswith("…") and sum(map(len, inside)) > _CORE:
            # What both have may stand behind the place where a long line is cut.
            quote = _quote(view, account, run, inside)
        quotes.append(attrs.evolve(quote, doubtful=quote.doubtful or doubtful))
    return quotes


def _unsure(points: Sequence[Point]) -> frozenset[str]:
    """The lines of which it is unsure that one account alone has them, or what of them."""
    doubtful = (point for point in points if point.doubtful and point.code in LISTED)
    return frozenset(label for point in doubtful for label in point.labels)


def _mark(quote: Quote, unsure: frozenset[str]) -> Quote:
    return attrs.evolve(quote, doubtful=quote.doubtful or not unsure.isdisjoint(quote.labels))


def drop_repeats(matter: Shared) -> Shared:
    """`matter` without what is added where that is nearly all of what is quoted."""
    said = Counter[int]()
    for quote in matter.quotes:
        said[quote.account] += len(quote.text)
    kept = (q for q in matter.added if len(q.text) < _NEARLY_ALL * said[q.account])
    return attrs.evolve(matter, added=tuple(kept))


def _mark_added(matter: Shared, unsure: frozenset[str]) -> Shared:
    return attrs.evolve(matter, added=tuple(_mark(quote, unsure) for quote in matter.added))


def _quote(view: View, account: int, statements: Sequence[int], spans: Sequence[Span]) -> Quote:
    lines = [view.accounts[account].lines[i] for i in statements]
    version = view.versions[account]
    text = quote_spans(version.text, spans, _QUOTATION)
    if not text:
        whole = [span for i in statements for span in said_spans(version.statements[i])]
        text = quote_spans(version.text, whole, _QUOTATION)
    return Quote(
        account=account,
        who=lines[0].who if len({line.who for line in lines}) == 1 else "",
        text=text,
        labels=tuple(line.label for line in lines),
        doubtful=any(line.doubtful for line in lines),
    )


def make_alone(view: View, points: Sequence[Point], short: Sequence[Point]) -> tuple[Alone, ...]:
    """What each account alone has: its own side's lines, joint ones, those credited to another.

    `short` are the points that a reader has met before.
    """
    unsure = _unsure(points)
    return tuple(
        group
        for account in range(len(view.versions))
        for group in _alone_in(view, account, short, unsure)
    )


def _alone_in(
    view: View, account: int, short: Sequence[Point], unsure: frozenset[str]
) -> list[Alone]:
    version = view.versions[account]
    shared = {i for matter in view.matters for i in matter.statements[account]}
    groups: dict[str, list[Quote]] = {kind: [] for kind in _KINDS}
    for i, statement in enumerate(version.statements):
        if i not in shared:
            kind = _kind_of(version.party, {p.party for p in statement.speakers}, statement.act)
            quote = _mark(_quote(view, account, [i], ()), unsure)
            groups[kind].append(attrs.evolve(quote, notes=_notes(short, quote)))
    # "Also" only where there is more than what was told before.
    also = len({bool(quote.notes) for quotes in groups.values() for quote in quotes}) > 1
    name = view.accounts[account].name
    return [
        Alone(
            account=account,
            kind=kind,
            whose=_say_whose(view, kind),
            title=view.say("alone", "also" if also else "title", name=name),
            told=_say_told(view, quotes),
            quotes=tuple(quotes),
        )
        for kind, quotes in groups.items()
        if quotes
    ]


def _say_whose(view: View, kind: str) -> str:
    several = kind == "credited" and len(view.versions) > 2
    return view.say("alone", "credited-of-several" if several else kind)


def _say_told(view: View, quotes: Sequence[Quote]) -> str:
    numbers = sorted({number for quote in quotes for number in quote.notes})
    return view.say("alone", "told", numbers=", ".join(map(str, numbers))) if numbers else ""


def _notes(points: Sequence[Point], quote: Quote) -> tuple[int, ...]:
    """The numbers of the points that quote the line too, as far as their first words show."""
    return tuple(
        point.number
        for point in points
        if set(quote.labels) <= set(point.labels)
        and any(words in quote.text for words in _QUOTED.findall(point.sentence))
    )


def make_further(
    points: Sequence[Point], shared: Sequence[Shared], alone: Sequence[Alone]
) -> tuple[Point, ...]:
    """Those of `points` that the lists of what is shared and of what one alone has do not tell."""
    told = {label for group in alone for quote in group.quotes for label in quote.labels}
    added = {x for matter in shared if matter.added for q in matter.quotes for x in q.labels}
    return tuple(
        point
        for point in points
        if not point.labels
        or point.code not in LISTED
        or not (set(point.labels) <= told or set(point.labels) <= added)
    )


def _kind_of(party: str, parties: set[str], act: Act) -> str:
    if not parties or act is Act.NARRATE:
        return "narrated"
    if len(parties) > 1:
        return "joint"
    return "own" if parties == {party} else "credited"
