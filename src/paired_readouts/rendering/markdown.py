"""The report as Markdown: GitHub tables, which a newsroom can paste."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from itertools import groupby

from paired_readouts.rendering._quoting import join_labels
from paired_readouts.rendering.building import Reportable, build_report
from paired_readouts.rendering.report import Point, Quote, Report, Shared
from paired_readouts.rendering.sentences import say_caveats

__all__ = ["render_markdown"]

# Every sign that Markdown, GitHub's additions to it or HTML in it gives a meaning.
_SIGNS = re.compile(r"[\\`*_{}\[\]<>#|~&$]")
_LINE_START = re.compile(r"^(\s*)([-+=]|\d+[.)])")


def render_markdown(value: Reportable) -> str:
    """The report on `value` as Markdown; signs in the sources' words are escaped."""
    report = build_report(value)
    sections = (
        _head(report),
        _short(report),
        _both(report),
        _alone(report),
        _further(report),
        _logistics(report),
        _pledges(report),
        _words(report),
        _measures(report),
        _checks(report),
    )
    return "\n\n".join("\n".join(section) for section in sections if section) + "\n"


def _escape(text: str) -> str:
    plain = _SIGNS.sub(lambda sign: "\\" + sign[0], " ".join(text.split()))
    return _LINE_START.sub(lambda m: f"{m[1]}{m[2][:-1]}\\{m[2][-1]}", plain)


def _bracket(labels: Sequence[str], *, doubtful: bool = False) -> str:
    mark = " (?)" if doubtful else ""
    return f"{mark} \\[{_escape(join_labels(labels))}\\]" if labels else mark


def _table(header: Sequence[str], rows: Iterable[Sequence[str]]) -> list[str]:
    """A GitHub table; its cells are escaped already."""
    lines = [header, ["---"] * len(header), *rows]
    return [f"| {' | '.join(cell or ' ' for cell in line)} |" for line in lines]


def _head(report: Report) -> list[str]:
    lines = [f"# {_escape(report.title)}", ""]
    if report.participants:
        lines += [_escape("; ".join(report.participants)), ""]
    lines += _table(
        ("Account", "Issued by", "Published", "Length", "Completeness", "Translation"),
        [
            (
                f"**{_escape(account.label)}**",
                _escape(account.issuer or "not stated")
                + (f", carried by {_escape(account.via)}" if account.via else ""),
                _escape(account.when or "not stated"),
                account.length,
                _escape(account.completeness),
                _escape(account.translation),
            )
            for account in report.accounts
        ],
    )
    return lines + (["", _escape(report.occasion)] if report.occasion else [])


def _short(report: Report) -> list[str]:
    lines = [f"## {report.titles['short']}", "", _escape(" ".join(report.counts)), ""]
    caveats = say_caveats(report.points)
    points = [_point(point, caveats[point.number], f"{point.number}.") for point in report.short]
    return lines + (points or [_escape(report.nothing)])


def _point(point: Point, caveats: Sequence[str], sign: str) -> str:
    notes = "".join(f" *({_escape(caveat)})*" for caveat in caveats)
    mark = _bracket(point.labels, doubtful=point.doubtful)
    return f"{sign} {_escape(point.sentence)}{mark}{notes}"


def _further(report: Report) -> list[str]:
    caveats = say_caveats((*report.short, *report.further))
    lines = [_point(point, caveats[point.number], "-") for point in report.further]
    return [f"## {report.titles['further']}", "", *lines] if lines else []


def _both(report: Report) -> list[str]:
    if not report.shared:
        return []
    title = f"## {report.titles['both' if len(report.accounts) == 2 else 'several']}"
    header = ["", "Matter", *(_escape(account.name) for account in report.accounts), "Relation"]
    rows = [
        [
            str(matter.number),
            f"“{_escape(matter.matter)}”" if matter.matter else "",
            *(_cell(matter, index) for index in range(len(report.accounts))),
            _relation(matter),
        ]
        for matter in report.shared
    ]
    return [title, "", *_table(header, rows)]


def _cell(matter: Shared, account: int) -> str:
    quotes = [_say(quote) for quote in matter.quotes if quote.account == account]
    quotes += [f"*Only here:* {_say(q)}" for q in matter.added if q.account == account]
    return "<br>".join(quotes)


def _say(quote: Quote) -> str:
    who = f"{_escape(quote.who)}: " if quote.who else ""
    return f"{who}“{_escape(quote.text)}”{_bracket(quote.labels, doubtful=quote.doubtful)}"


def _relation(matter: Shared) -> str:
    kinds = f" in {', '.join(matter.differences)}" if matter.differences else ""
    severity = f" ({matter.severity})" if matter.severity else ""
    return f"{matter.relation}{kinds}{severity}"


def _alone(report: Report) -> list[str]:
    lines: list[str] = []
    for index, groups in groupby(report.alone, key=lambda group: group.account):
        missing = [a.missing for i, a in enumerate(report.accounts) if i != index]
        for place, group in enumerate(groups):
            if not place:
                lines += [f"## {_escape(group.title)}", ""]
                lines += [_escape(" ".join(missing)), ""] if missing else []
            lines += [f"*{_escape(group.whose[:1].upper() + group.whose[1:])}*", ""]
            lines += [f"- {_say(quote)}" for quote in group.quotes if not quote.notes]
            if group.told:
                labels = [x for quote in group.quotes if quote.notes for x in quote.labels]
                lines.append(f"- {_escape(group.told)}{_bracket(labels)}")
            lines.append("")
    return lines[:-1]


def _logistics(report: Report) -> list[str]:
    if not report.logistics:
        return []
    header = ["", *(_escape(account.name) for account in report.accounts)]
    rows = [
        [row.name + (" (disputed)" if row.disputed else ""), *map(_escape, row.values)]
        for row in report.logistics
    ]
    return [f"## {report.titles['logistics']}", "", *_table(header, rows)]


def _pledges(report: Report) -> list[str]:
    header = ("Who", "Undertakes", "Condition", "Firmness", "Told", "Statements")
    rows = [
        (
            _escape(pledge.who),
            f"“{_escape(pledge.what)}”",
            _escape(pledge.condition),
            _escape(pledge.firmness),
            _escape(pledge.status),
            _escape(join_labels(pledge.labels)),
        )
        for pledge in report.pledges
    ]
    return [f"## {report.titles['pledges']}", "", *_table(header, rows)] if rows else []


def _words(report: Report) -> list[str]:
    lines = []
    for index, account in enumerate(report.accounts):
        shares = ", ".join(f"{v.name} {v.words}" for v in report.voices if v.account == index)
        if shares:
            lines.append(f"- **{_escape(account.label)}** {_escape(shares)}")
    return [f"## {report.titles['words']}", "", *lines] if lines else []


def _measures(report: Report) -> list[str]:
    rows = [(_escape(f.name), _escape(f.value), _escape(f.method)) for f in report.figures]
    title = f"## {report.titles['measures']}"
    return [title, "", *_table(("Measure", "Value", "How"), rows)] if rows else []


def _checks(report: Report) -> list[str]:
    rows = [f"- {_escape(check.text)}{_bracket(check.labels)}" for check in report.checks]
    return [f"## {report.titles['checks']}", "", *rows]
