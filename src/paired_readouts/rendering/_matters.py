"""What accounts share, what one alone has, and the issue table over both."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

import attrs

from paired_readouts.model import (
    Act,
    CommonMatter,
    Relation,
    Severity,
    Span,
)
from paired_readouts.rendering._accounts import DOUBT, said_spans
from paired_readouts.rendering._quoting import quote_spans
from paired_readouts.rendering._view import Found, Joined, View
from paired_readouts.rendering.report import Alone, Issue, Quote, Shared

__all__ = ["make_alone", "make_issues", "make_shared"]

_QUOTATION = 220
_CORE = 30
_WEIGHT = {Relation.SAME: 0, Relation.DIFFERS: 1, Relation.CONFLICT: 2}
_RANK = {Severity.SUBSTANTIVE: 0, Severity.DEGREE: 1, Severity.MINOR: 2}
_KINDS = {
    "own": "its own side’s lines",
    "joint": "joint lines",
    "credited": "credited to the other side",
    "narrated": "told without a speaker",
}


def make_shared(view: View) -> tuple[Shared, ...]:
    """What two or more accounts have, in the order of the matters."""
    found = view.found()
    common = {
        (pair.left, pair.right, common.link): common
        for pair in view.pairs
        for common in pair.comparison.divergence.common
    }
    return tuple(
        _make_shared(view, number, matter, found, common)
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
        relation=(relation or Relation.DIFFERS).value,
        differences=tuple(sorted({d.value for link in links for d in link.differences})),
        severity=_gravest(_severities_across(matter, found)),
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


def _severities_across(matter: Joined, found: Found) -> Iterator[Severity]:
    """The severities of the findings that rest on two or more accounts' part of the matter."""
    own = {(a, i) for a, statements in enumerate(matter.statements) for i in statements}
    for place in own:
        for places, severity in found.get(place, ()):
            if len({account for account, _ in places & own}) > 1:
                yield severity


def _gravest(severities: Iterable[Severity]) -> str:
    gravest = min(severities, key=_RANK.__getitem__, default=None)
    return gravest.value if gravest else ""


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


def make_alone(view: View) -> tuple[Alone, ...]:
    """What each account alone has: its own side's lines, joint ones, those credited to another."""
    out = []
    for account, version in enumerate(view.versions):
        shared = {i for matter in view.matters for i in matter.statements[account]}
        groups: dict[str, list[int]] = {kind: [] for kind in _KINDS}
        for i, statement in enumerate(version.statements):
            if i not in shared:
                parties = {p.party for p in statement.speakers}
                groups[_kind_of(version.party, parties, statement.act)].append(i)
        others = "another side" if len(view.versions) > 2 else "the other side"
        for kind, indexes in groups.items():
            if indexes:
                what = _KINDS[kind].replace("the other side", others)
                out.append(
                    Alone(
                        account=account,
                        kind=kind,
                        heading=f"Only in the {view.accounts[account].name}, {what}",
                        quotes=tuple(_quote(view, account, [i], ()) for i in indexes),
                    )
                )
    return tuple(out)


def _kind_of(party: str, parties: set[str], act: Act) -> str:
    if not parties or act is Act.NARRATE:
        return "narrated"
    if len(parties) > 1:
        return "joint"
    return "own" if parties == {party} else "credited"


def make_issues(view: View, shared: Sequence[Shared], alone: Sequence[Alone]) -> tuple[Issue, ...]:
    """The issue table: one row a shared matter, then one a line that one account alone has."""
    rows = [
        Issue(
            labels=tuple(label for quote in matter.quotes for label in quote.labels),
            words=tuple(
                " … ".join(q.text for q in matter.quotes if q.account == account)
                for account in range(len(view.accounts))
            ),
            speakers=tuple(
                "; ".join(
                    dict.fromkeys(q.who for q in matter.quotes if q.who and q.account == account)
                )
                for account in range(len(view.accounts))
            ),
            relation=matter.relation,
            differences=matter.differences,
            severity=matter.severity,
            doubtful=any(q.doubtful for q in matter.quotes),
        )
        for matter in shared
    ]
    found = view.found()
    place = {
        line.label: (a, i)
        for a, account in enumerate(view.accounts)
        for i, line in enumerate(account.lines)
    }
    for group in alone:
        for quote in group.quotes:
            here = place[quote.labels[0]]
            rows.append(
                Issue(
                    labels=quote.labels,
                    words=tuple(
                        quote.text if a == group.account else "" for a in range(len(view.accounts))
                    ),
                    speakers=tuple(
                        quote.who if a == group.account else "" for a in range(len(view.accounts))
                    ),
                    relation=f"only in the {view.accounts[group.account].name}",
                    differences=(),
                    severity=_gravest(severity for _, severity in found.get(here, ())),
                    doubtful=quote.doubtful,
                )
            )
    return tuple(rows)
