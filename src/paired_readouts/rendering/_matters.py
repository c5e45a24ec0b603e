"""What accounts share, what one alone has, and the issue table over both."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import attrs

from paired_readouts.model import (
    Act,
    Comparison,
    ConversationComparison,
    Finding,
    Relation,
    Severity,
    Span,
    Version,
)
from paired_readouts.rendering._accounts import DOUBT, said_spans
from paired_readouts.rendering._quoting import quote_spans
from paired_readouts.rendering.report import Account, Alone, Issue, Quote, Shared

__all__ = ["Pair", "View", "make_alone", "make_issues", "make_shared", "make_view"]

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


@attrs.frozen(kw_only=True)
class Pair:
    """A comparison, and which of the report's accounts it compares."""

    left: int
    right: int
    comparison: Comparison

    def places(self, finding: Finding) -> tuple[tuple[int, int], ...]:
        """The (account, statement) places that a finding rests on."""
        return (
            *((self.left, i) for i in finding.left),
            *((self.right, i) for i in finding.right),
        )


@attrs.frozen(kw_only=True)
class View:
    """Two or more accounts with every comparison between them."""

    versions: tuple[Version, ...]
    accounts: tuple[Account, ...]
    pairs: tuple[Pair, ...]
    matters: tuple[tuple[tuple[int, ...], ...], ...]

    def labels(self, account: int, statements: Iterable[int]) -> tuple[str, ...]:
        """The labels of an account's statements."""
        lines = self.accounts[account].lines
        return tuple(lines[i].label for i in statements)

    def found(self) -> list[tuple[frozenset[tuple[int, int]], Severity]]:
        """The places and the severity of every finding."""
        return [
            (frozenset(pair.places(finding)), finding.severity)
            for pair in self.pairs
            for finding in pair.comparison.divergence.findings
        ]


def make_view(value: Comparison | ConversationComparison, accounts: tuple[Account, ...]) -> View:
    """The accounts and comparisons of `value`, by index of account."""
    if isinstance(value, Comparison):
        pairs = (Pair(left=0, right=1, comparison=value),)
        return View(
            versions=(value.left, value.right),
            accounts=accounts,
            pairs=pairs,
            matters=tuple((link.left, link.right) for link in value.alignment.links),
        )
    versions = value.conversation.versions
    place = {version.id: i for i, version in reversed(list(enumerate(versions)))}
    return View(
        versions=versions,
        accounts=accounts,
        pairs=tuple(
            Pair(left=place[c.left.id], right=place[c.right.id], comparison=c)
            for c in value.comparisons
        ),
        matters=tuple(
            tuple(
                tuple(sorted({p.statement for p in matter.places if p.version == i}))
                for i in range(len(versions))
            )
            for matter in value.shared
        ),
    )


def make_shared(view: View) -> tuple[Shared, ...]:
    """What two or more accounts have, in the order of the matters."""
    found = view.found()
    return tuple(
        _make_shared(view, number, matter, found) for number, matter in enumerate(view.matters, 1)
    )


def _make_shared(
    view: View,
    number: int,
    matter: tuple[tuple[int, ...], ...],
    found: Sequence[tuple[frozenset[tuple[int, int]], Severity]],
) -> Shared:
    links = [
        (pair, index, link)
        for pair in view.pairs
        for index, link in enumerate(pair.comparison.alignment.links)
        if set(link.left) <= set(matter[pair.left]) and set(link.right) <= set(matter[pair.right])
    ]
    score = min((link.score for _, _, link in links), default=1.0)
    relation = max((link.relation for _, _, link in links), key=_WEIGHT.__getitem__, default=None)
    cores: dict[int, list[Span]] = {}
    added: dict[int, list[Span]] = {}
    if len(view.versions) == 2:
        for pair, index, _ in links:
            for common in pair.comparison.divergence.common:
                if common.link == index:
                    cores = {0: list(common.left_core), 1: list(common.right_core)}
                    added = {0: list(common.left_added), 1: list(common.right_added)}
    own = {(a, i) for a, statements in enumerate(matter) for i in statements}
    return Shared(
        number=number,
        relation=relation.value if relation else Relation.DIFFERS.value,
        differences=tuple(sorted({d.value for _, _, link in links for d in link.differences})),
        severity=_gravest(s for places, s in found if len({a for a, _ in places & own}) > 1),
        quotes=tuple(
            quote
            for account, statements in enumerate(matter)
            for quote in _by_speaker(view, account, statements, cores.get(account), score < DOUBT)
        ),
        added=tuple(
            _quote(view, account, matter[account], spans)
            for account, spans in sorted(added.items())
            if spans
        ),
        score=score,
        weak=score < DOUBT,
        lacking=tuple(a for a, s in enumerate(matter) if not s),
    )


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
        shared = {i for matter in view.matters for i in matter[account]}
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
                    severity=_gravest(severity for places, severity in found if here in places),
                    doubtful=quote.doubtful,
                )
            )
    return tuple(rows)
