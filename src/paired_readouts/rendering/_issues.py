"""The issue table: every matter in a row."""

from __future__ import annotations

from collections.abc import Sequence

from paired_readouts.rendering._matters import gravest
from paired_readouts.rendering._view import View
from paired_readouts.rendering.report import Alone, Issue, Shared

__all__ = ["make_issues"]


def make_issues(view: View, shared: Sequence[Shared], alone: Sequence[Alone]) -> tuple[Issue, ...]:
    """The issue table: one row a shared matter, then one a line that one account alone has."""
    accounts = range(len(view.accounts))
    rows = [
        Issue(
            matter=matter.matter,
            labels=tuple(label for quote in matter.quotes for label in quote.labels),
            words=tuple(
                " … ".join(q.text for q in matter.quotes if q.account == account)
                for account in accounts
            ),
            speakers=tuple(
                "; ".join(
                    dict.fromkeys(q.who for q in matter.quotes if q.who and q.account == account)
                )
                for account in accounts
            ),
            relation=matter.relation,
            differences=matter.differences,
            severity=matter.severity,
            doubtful=any(q.doubtful for q in matter.quotes),
        )
        for matter in shared
    ]
    return (*rows, *_issues_alone(view, alone))


def _issues_alone(view: View, alone: Sequence[Alone]) -> list[Issue]:
    """The lines that one account alone has, in the order of its text."""
    found = view.found()
    place = {
        line.label: (a, i)
        for a, account in enumerate(view.accounts)
        for i, line in enumerate(account.lines)
    }
    quotes = {place[quote.labels[0]]: quote for group in alone for quote in group.quotes}
    return [
        Issue(
            matter="",
            labels=quote.labels,
            words=tuple(quote.text if a == account else "" for a in range(len(view.accounts))),
            speakers=tuple(quote.who if a == account else "" for a in range(len(view.accounts))),
            relation=view.say("alone", "relation", name=view.accounts[account].name),
            differences=(),
            severity=gravest(severity for _, severity in found.get((account, i), ())),
            doubtful=quote.doubtful,
        )
        for (account, i), quote in sorted(quotes.items(), key=lambda row: row[0])
    ]
