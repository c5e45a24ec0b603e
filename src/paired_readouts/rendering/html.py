"""The report as one HTML file: no request to anywhere, and no script is needed to read it."""

from __future__ import annotations

import re

from paired_readouts.rendering._columns import columns_section, columns_styles
from paired_readouts.rendering._markup import escape, read_asset, refer, relation_sign, table
from paired_readouts.rendering._plots import plot_coverage, plot_order, plot_voices
from paired_readouts.rendering.building import Reportable, build_report
from paired_readouts.rendering.report import Account, Issue, Point, Quote, Report, Shared

__all__ = ["render_html"]

_QUOTATION = re.compile("“[^“”]*”")
_NUMBERS = {1: "One", 2: "Two", 3: "Three", 4: "Four", 5: "Five"}


def render_html(value: Reportable) -> str:
    """The report on `value` as a self-contained page; the sources' words are escaped."""
    report = build_report(value)
    body = "\n".join(
        part
        for part in (
            _header(report),
            '<main id="main">',
            f'<div class="top">\n{_short(report)}\n{_plots(report)}\n</div>',
            columns_section(report),
            _issues(report),
            _points(report),
            _logistics(report),
            _pledges(report),
            _measures(report),
            _checks(report),
            "</main>",
            _footer(report),
        )
        if part
    )
    return (
        '<!DOCTYPE html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{escape(report.title)}</title>\n"
        f"<style>\n{read_asset('report.css')}\n{columns_styles(report)}\n</style>\n</head>\n"
        f'<body>\n<a class="skip" href="#accounts">To the accounts</a>\n{body}\n'
        f"<script>\n{read_asset('report.js')}\n</script>\n</body>\n</html>\n"
    )


def _header(report: Report) -> str:
    count = len(report.accounts)
    number = _NUMBERS.get(count, str(count))
    people = "; ".join(f"<bdi>{escape(person)}</bdi>" for person in report.participants)
    same = count > 1 and len({account.via for account in report.accounts}) == 1
    cards = "\n".join(_card(account, "" if same else account.via) for account in report.accounts)
    accounts = "accounts" if count > 1 else "account"
    occasion = f'<p class="occasion">{escape(report.occasion)}</p>' if report.occasion else ""
    return (
        f'<header>\n<p class="kicker">{number} {accounts} of one conversation</p>\n'
        f'<h1>{escape(report.title)}</h1>\n<p class="people">{people}</p>\n'
        f'<div class="cards">\n{cards}\n</div>\n{occasion}\n</header>'
    )


def _card(account: Account, via: str) -> str:
    published = f"published {account.when}" if account.when else "date not stated"
    facts = [account.length, account.completeness]
    facts += [account.translation, published, f"carried by {via}" if via else ""]
    rows = "".join(f"<li>{escape(fact)}</li>" for fact in facts if fact)
    issuer = f"<bdi>{escape(account.issuer or 'office not stated')}</bdi>"
    if account.url.startswith(("https://", "http://")):
        issuer = f'<a href="{escape(account.url)}" rel="noreferrer">{issuer}</a>'
    return (
        f'<div class="card"><p class="issuer"><b class="party">{escape(account.label)}</b> '
        f"{issuer}</p><ul>{rows}</ul></div>"
    )


def _section(name: str, title: str, inside: str) -> str:
    return (
        f'<section id="{name}" aria-labelledby="h-{name}">\n'
        f'<h2 id="h-{name}">{escape(title)}</h2>\n{inside}\n</section>'
    )


def _short(report: Report) -> str:
    counts = "<br>".join(map(escape, report.counts))
    points = "\n".join(_point(point, "n") for point in report.short)
    listed = f"<ol>\n{points}\n</ol>" if points else f"<p>{escape(report.nothing)}</p>"
    return _section("short", report.titles["short"], f'<p class="counts">{counts}</p>\n{listed}')


def _point(point: Point, prefix: str) -> str:
    caveats = " ".join(escape(caveat) for caveat in point.caveats)
    doubt = ' <span class="doubt">(?)</span>' if point.doubtful else ""
    note = f'<p class="caveat">{caveats}</p>' if caveats else ""
    return (
        f'<li id="{prefix}{point.number}"><p class="kind">{_severity(point.severity)} '
        f"{escape(point.kind)}</p>"
        f'<p class="told">{_isolate(point.sentence)}{doubt} {refer(point.labels)}</p>{note}</li>'
    )


def _isolate(sentence: str) -> str:
    """A sentence in which what is quoted runs in its own direction."""
    return _QUOTATION.sub(r"<bdi>\g<0></bdi>", escape(sentence))


def _severity(word: str) -> str:
    return f'<b class="sev {word}">{word}</b>'


def _plots(report: Report) -> str:
    plots = "\n".join((plot_coverage(report), plot_voices(report), plot_order(report)))
    return _section("plots", report.titles["glance"], f'<div class="plots">\n{plots}\n</div>')


def _issues(report: Report) -> str:
    header = ["Matter", *(escape(a.name) for a in report.accounts), "Relation", "Severity"]
    matters = iter(report.shared)
    rows = [
        [
            refer(issue.labels)
            + (f"<br><bdi>{escape(issue.matter)}</bdi>" if issue.matter else ""),
            *_words(report, issue, next(matters, None) if index < len(report.shared) else None),
            _relation(issue),
            _severity(issue.severity) if issue.severity else "–",
        ]
        for index, issue in enumerate(report.issues)
    ]
    caption = "Every matter: what two or more accounts have, then what one alone has"
    body = table(caption, header, rows, name="issue-table")
    return _section("issues", report.titles["issues"], body)


def _words(report: Report, issue: Issue, matter: Shared | None) -> list[str]:
    """The words of each account on one matter, with what it alone adds."""
    if matter is None:
        return [
            f"{escape(who)}{': ' if who else ''}<bdi>“{escape(text)}”</bdi>" if text else "–"
            for who, text in zip(issue.speakers, issue.words, strict=True)
        ]
    cells = []
    for index in range(len(report.accounts)):
        said = [_say(quote) for quote in matter.quotes if quote.account == index]
        said += [f"<i>Only here:</i> {_say(q)}" for q in matter.added if q.account == index]
        cells.append("<br>".join(said) or "–")
    return cells


def _say(quote: Quote) -> str:
    who = f"{escape(quote.who)}: " if quote.who else ""
    doubt = " (?)" if quote.doubtful else ""
    return f"{who}<bdi>“{escape(quote.text)}”</bdi>{doubt}"


def _relation(issue: Issue) -> str:
    kinds = f" in {escape(', '.join(issue.differences))}" if issue.differences else ""
    return relation_sign(issue.relation) + kinds


def _points(report: Report) -> str:
    if not report.further:
        return ""
    items = "\n".join(_point(point, "n") for point in report.further)
    return _section("more", report.titles["further"], f"<ul>\n{items}\n</ul>")


def _logistics(report: Report) -> str:
    if not report.logistics:
        return ""
    header = ["Fact", *(escape(account.name) for account in report.accounts)]
    rows = [
        [
            escape(row.name) + (" <strong>(disputed)</strong>" if row.disputed else ""),
            *(escape(value) or "–" for value in row.values),
        ]
        for row in report.logistics
    ]
    caption = "What each account says about the conversation itself"
    return _section("logistics", report.titles["logistics"], table(caption, header, rows))


def _pledges(report: Report) -> str:
    header = ["Who", "Undertakes", "Condition", "Firmness", "Told", "Statements"]
    rows = [
        [
            escape(pledge.who or "not told"),
            f"<bdi>“{escape(pledge.what)}”</bdi>",
            escape(pledge.condition) or "–",
            escape(pledge.firmness) or "–",
            escape(pledge.status),
            refer(pledge.labels),
        ]
        for pledge in report.pledges
    ]
    if not rows:
        return ""
    body = table("Who undertakes what, and which account says so", header, rows)
    return _section("pledges", report.titles["pledges"], body)


def _measures(report: Report) -> str:
    rows = [[escape(f.name), escape(f.value), escape(f.method)] for f in report.figures]
    if not rows:
        return ""
    body = table("Measures, and how each was computed", ["Measure", "Value", "How"], rows)
    return _section("measures", report.titles["measures"], body)


def _checks(report: Report) -> str:
    items = "\n".join(
        f"<li>{escape(check.text)} {refer(check.labels)}</li>" for check in report.checks
    )
    return _section("check", report.titles["checks"], f"<ul>\n{items}\n</ul>")


def _footer(report: Report) -> str:
    made = f" Made with {escape(report.provenance)}." if report.provenance else ""
    ids = ", ".join(f"{a.label} {a.version}" for a in report.accounts)
    return f"<footer><p>Versions: {escape(ids)}.{made}</p></footer>"
