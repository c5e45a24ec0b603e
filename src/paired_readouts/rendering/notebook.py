"""Short HTML for notebooks; its styles touch nothing outside of it."""

from __future__ import annotations

from paired_readouts.divergence.sentences import phrase_finding
from paired_readouts.lexicon import default_lexicon
from paired_readouts.model import Alignment, Comparison, Divergence, Version
from paired_readouts.rendering._accounts import make_accounts
from paired_readouts.rendering._markup import escape, read_asset, relation_sign, table
from paired_readouts.rendering.building import build_report
from paired_readouts.rendering.report import Line, Report

__all__ = ["show_alignment", "show_comparison", "show_divergence", "show_version"]

_MOST = 12


def show_version(version: Version) -> str:
    """The text with its statements marked, each with its label, speaker and act."""
    (account,) = make_accounts((version,), default_lexicon())
    pieces = []
    end = 0
    for line in account.lines:
        pieces += [escape(account.text[end : line.start]), _mark(line)]
        end = line.end
    pieces.append(escape(account.text[end:]))
    about = ", ".join(part for part in (account.issuer, account.when, account.completeness) if part)
    head = f"<b>{escape(account.name)}</b> {escape(about)}; {len(account.lines)} statements"
    return _wrap(f'<p>{head}</p><p class="text" dir="auto">{"".join(pieces)}</p>')


def _mark(line: Line) -> str:
    about = escape(f"{line.who + ', ' if line.who else ''}{line.act}")
    return f'<mark title="{about}"><b>{escape(line.label)} </b>{escape(line.text)}</mark>'


def show_alignment(alignment: Alignment) -> str:
    """The linked statements side by side, then those of one account only."""
    comparison = Comparison(
        left=alignment.left, right=alignment.right, alignment=alignment, divergence=Divergence()
    )
    report = build_report(comparison)
    return _wrap(f"<p>{escape(' '.join(report.counts))}</p>{_issues(report)}")


def show_divergence(divergence: Divergence) -> str:
    """The divergence and the findings in sentences, most important first."""
    value = divergence.measures.divergence.value
    head = "not defined" if value is None else f"{value:.3f}"
    items = "".join(
        f"<li>{escape(phrase_finding(finding))} <i>{finding.severity.value}</i></li>"
        for finding in divergence.findings[:_MOST]
    )
    more = len(divergence.findings) - _MOST
    rest = f"<p>… and {more} more</p>" if more > 0 else ""
    found = f"<ol>{items}</ol>{rest}" if items else "<p>No findings.</p>"
    return _wrap(f"<p><b>Divergence</b> {head}, {len(divergence.findings)} findings</p>{found}")


def show_comparison(comparison: Comparison) -> str:
    """What the accounts share in short, the main findings, and the issue table."""
    report = build_report(comparison)
    points = "".join(
        f"<li>{escape(point.sentence)} <i>{escape(' '.join(point.labels))}</i></li>"
        for point in report.short
    )
    head = f"<p><b>{escape(report.title)}</b></p><p>{escape(' '.join(report.counts))}</p>"
    return _wrap(f"{head}<ol>{points}</ol>{_issues(report)}" if points else head + _issues(report))


def _issues(report: Report) -> str:
    header = ["Statements", *(escape(account.name) for account in report.accounts), "Relation"]
    rows = [
        [
            escape(" ".join(issue.labels)),
            *(escape(text) or "–" for text in issue.words),
            relation_sign(issue.relation),
        ]
        for issue in report.issues
    ]
    return table("Issue table", header, rows)


def _wrap(inside: str) -> str:
    return f'<div class="paired-readouts"><style>{read_asset("notebook.css")}</style>{inside}</div>'
