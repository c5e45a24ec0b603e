"""The report for a terminal: plain characters, no colour, as wide as asked."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Sequence

from paired_readouts.rendering._quoting import join_labels
from paired_readouts.rendering.building import Reportable, build_report
from paired_readouts.rendering.report import Point, Quote, Report, Shared
from paired_readouts.rendering.sentences import say_caveats

__all__ = ["render_text", "write_sections"]

_TWO_COLUMNS = 88


def render_text(value: Reportable, *, width: int = 100) -> str:
    """The report on `value` as plain text, at least 40 characters wide; two columns from 88 on."""
    sections = write_sections(build_report(value), max(width, 40))
    return "\n\n".join("\n".join(lines) for lines in sections) + "\n"


def write_sections(report: Report, width: int) -> list[list[str]]:
    """The lines of each section of the report that has any; the first line begins its heading."""
    sections = (
        _head(report, width),
        _short(report, width),
        _both(report, width),
        _alone(report, width),
        _further(report, width),
        _logistics(report, width),
        _pledges(report, width),
        _measures(report, width),
        _checks(report, width),
    )
    return [lines for lines in sections if lines]


def _wrap(text: str, width: int, *, first: str = "", rest: str = "") -> list[str]:
    return textwrap.wrap(
        text,
        width,
        initial_indent=first,
        subsequent_indent=rest,
        break_on_hyphens=False,
    ) or [first.rstrip()]


def _bracket(labels: Sequence[str], *, doubtful: bool = False) -> str:
    mark = " (?)" if doubtful else ""
    return f"{mark} [{join_labels(labels)}]" if labels else mark


def _head(report: Report, width: int) -> list[str]:
    lines = _wrap(report.title, width)
    if report.participants:
        lines += _wrap("; ".join(report.participants), width, first="  ", rest="  ")
    labels = max(len(account.label) for account in report.accounts) + 2
    for account in report.accounts:
        issuer = account.issuer or "office not stated"
        via = f", carried by {account.via}" if account.via else ""
        counts = f"{len(account.lines)} statements, {account.words} words"
        about = f"{issuer}{via}: {counts}; {account.completeness}; {account.translation}"
        indent = " " * (2 + labels)
        lines += _wrap(about, width, first=f"  {account.label:{labels}}", rest=indent)
    return lines + (_wrap(report.occasion, width, first="  ", rest="  ") if report.occasion else [])


def _short(report: Report, width: int) -> list[str]:
    lines = _wrap(" ".join(report.counts), width, first="IN SHORT  ", rest=" " * 10)
    caveats = say_caveats(report.points)
    for point in report.short:
        lines += _point(point, caveats[point.number], width)
    return lines


def _point(point: Point, caveats: Sequence[str], width: int) -> list[str]:
    text = point.sentence + _bracket(point.labels, doubtful=point.doubtful)
    notes = " ".join(f"({caveat})" for caveat in caveats)
    return _wrap(f"{text} {notes}".rstrip(), width, first=f"{point.number:2} ", rest="   ")


def _further(report: Report, width: int) -> list[str]:
    rest = report.points[len(report.short) :]
    caveats = say_caveats(report.points)
    lines = [line for point in rest for line in _point(point, caveats[point.number], width)]
    return ["FURTHER DIFFERENCES", *lines] if lines else []


def _both(report: Report, width: int) -> list[str]:
    if not report.shared:
        return []
    lines = ["IN BOTH" if len(report.accounts) == 2 else "IN TWO OR MORE"]
    for matter in report.shared:
        kinds = f": {', '.join(matter.differences)}" if matter.differences else ""
        severity = f" ({matter.severity})" if matter.severity else ""
        lines += _wrap(f"{matter.number:2} {matter.relation}{kinds}{severity}", width, rest="   ")
        if len(report.accounts) == 2 and width >= _TWO_COLUMNS:
            lines += _columns(matter, width)
        else:
            lines += [
                line
                for quote in matter.quotes
                for line in _wrap(_say(quote, report), width, first="   ", rest="       ")
            ]
        added = " ".join(
            f"Only in the {report.accounts[q.account].name}: “{q.text}”." for q in matter.added
        )
        if added:
            lines += _wrap(added, width, first="   ", rest="   ")
    return lines


def _say(quote: Quote, report: Report) -> str:
    who = f" {quote.who}:" if quote.who else ""
    mark = _bracket(quote.labels, doubtful=quote.doubtful)
    return f"{report.accounts[quote.account].label}{who} “{quote.text}”{mark}"


def _columns(matter: Shared, width: int) -> list[str]:
    """The words of the left account beside those of the right."""
    half = (width - 3 - 3) // 2
    sides: list[list[str]] = [[], []]
    for quote in matter.quotes:
        who = f"{quote.who}: " if quote.who else ""
        text = f"{who}“{quote.text}”{_bracket(quote.labels, doubtful=quote.doubtful)}"
        sides[quote.account] += _wrap(text, half, rest="  ")
    height = max(map(len, sides))
    left, right = (side + [""] * (height - len(side)) for side in sides)
    return [f"   {a:{half}}   {b}".rstrip() for a, b in zip(left, right, strict=True)]


def _alone(report: Report, width: int) -> list[str]:
    lines: list[str] = []
    for group in report.alone:
        if lines:
            lines.append("")
        first, _, rest = group.heading.partition(", ")
        missing = [a.missing for i, a in enumerate(report.accounts) if i != group.account]
        lines += _wrap(f"{first.upper()}, {rest}", width)
        for quote in group.quotes:
            who = f"{quote.who}: " if quote.who else ""
            text = f"{who}“{quote.text}”{_bracket(quote.labels, doubtful=quote.doubtful)}"
            lines += _wrap(text, width, first=" · ", rest="   ")
        lines += _wrap(" ".join(missing), width, first="   ", rest="   ")
    return lines


def _logistics(report: Report, width: int) -> list[str]:
    if not report.logistics:
        return []
    lines = ["LOGISTICS"]
    for row in report.logistics:
        values = "; ".join(
            f"{account.label} {value or '–'}"
            for account, value in zip(report.accounts, row.values, strict=True)
        )
        mark = "  DISPUTED" if row.disputed else ""
        lines += _wrap(f"{values}{mark}", width, first=f"   {row.name:12}", rest=" " * 15)
    return lines


def _pledges(report: Report, width: int) -> list[str]:
    lines = []
    for pledge in report.pledges:
        who = f"{pledge.who}: " if pledge.who else ""
        condition = f", on condition “{pledge.condition}”" if pledge.condition else ""
        firmness = f" ({pledge.firmness})" if pledge.firmness else ""
        told = f"{firmness}; {pledge.status}{_bracket(pledge.labels)}"
        text = f"{who}“{pledge.what}”{condition}{told}"
        lines += _wrap(text, width, first=" · ", rest="   ")
    return ["UNDERTAKINGS", *lines] if lines else []


def _measures(report: Report, width: int) -> list[str]:
    rows = [(figure.name, _value(figure.value, figure.method)) for figure in report.figures]
    for index, account in enumerate(report.accounts):
        shares = ", ".join(f"{v.name} {v.words}" for v in report.voices if v.account == index)
        if shares:
            rows.append((f"words in {account.label}", shares))
    return ["MEASURES", *_table(rows, width)] if rows else []


def _value(value: str, method: str) -> str:
    return f"{value}: {method}" if value == "not defined" and method else value


def _table(rows: Iterable[tuple[str, str]], width: int) -> list[str]:
    rows = list(rows)
    name_width = min(max(len(name) for name, _ in rows), width // 2)
    lines = []
    for name, value in rows:
        indent = " " * (5 + name_width)
        lines += _wrap(value, width, first=f"   {name:{name_width}}  ", rest=indent)
    return lines


def _checks(report: Report, width: int) -> list[str]:
    lines = ["CHECK BEFORE YOU PRINT"]
    for check in report.checks:
        lines += _wrap(f"{check.text}{_bracket(check.labels)}", width, first=" · ", rest="   ")
    return lines
