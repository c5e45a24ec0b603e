"""The report for a terminal: plain characters, no colour, as wide as asked."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Sequence
from itertools import groupby

from paired_readouts.rendering._quoting import join_labels
from paired_readouts.rendering.building import Reportable, build_report
from paired_readouts.rendering.report import Account, Alone, Logistic, Point, Quote, Report, Shared
from paired_readouts.rendering.sentences import say_caveats

__all__ = ["render_text", "write_sections"]

_TWO_COLUMNS = 88
# What must remain of a line beside the columns of the head.
_REST = 34


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
        *_alone(report, width),
        _further(report, width),
        _logistics(report, width),
        _pledges(report, width),
        _words(report, width),
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
    names, comma, rest = report.title.partition(", ")
    lines = _wrap(f"{names.upper()}{comma}{rest}", width)
    if report.participants:
        lines += _wrap("; ".join(report.participants), width, first="  ", rest="  ")
    lines += _accounts(report.accounts, width)
    return lines + (_wrap(report.occasion, width, first="  ", rest="  ") if report.occasion else [])


def _accounts(accounts: Sequence[Account], width: int) -> list[str]:
    """A line an account, in columns where they leave room for the rest."""
    rows = []
    same = len(accounts) > 1 and len({account.via for account in accounts}) == 1
    for account in accounts:
        issuer = account.issuer or "office not stated"
        via = f", carried by {account.via}" if account.via and not same else ""
        about = "; ".join(filter(None, (account.completeness, account.translation)))
        rows.append((account.label, issuer + via, account.length, about))
    labels, issuers, counts = (max(len(row[i]) for row in rows) for i in range(3))
    start = labels + issuers + counts + 8
    in_columns = width - start >= _REST
    lines = []
    for label, issuer, count, about in rows:
        if in_columns:
            first = f"  {label:{labels}}  {issuer:{issuers}}  {count:>{counts}}  "
            lines += _wrap(about, width, first=first, rest=" " * start)
        else:
            first, rest = f"  {label:{labels}}  ", " " * (labels + 4)
            lines += _wrap(f"{issuer}; {count}; {about}", width, first=first, rest=rest)
    return lines


def _short(report: Report, width: int) -> list[str]:
    title = f"{report.titles['short'].upper()}  "
    lines: list[str] = []
    for count in report.counts:
        indent = " " * len(title)
        lines += _wrap(count, width, first=indent if lines else title, rest=indent)
    caveats = say_caveats(report.points)
    for point in report.short:
        lines += _point(point, caveats[point.number], width, f"{point.number:2} ")
    return lines if report.short else [*lines, f" · {report.nothing}"]


def _point(point: Point, caveats: Sequence[str], width: int, first: str) -> list[str]:
    text = point.sentence + _bracket(point.labels, doubtful=point.doubtful)
    notes = " ".join(f"({caveat})" for caveat in caveats)
    return _wrap(f"{text} {notes}".rstrip(), width, first=first, rest="   ")


def _further(report: Report, width: int) -> list[str]:
    caveats = say_caveats((*report.short, *report.further))
    lines = [
        line
        for point in report.further
        for line in _point(point, caveats[point.number], width, " · ")
    ]
    return [report.titles["further"].upper(), *lines] if lines else []


def _both(report: Report, width: int) -> list[str]:
    if not report.shared:
        return []
    lines = [report.titles["both" if len(report.accounts) == 2 else "several"].upper()]
    for matter in report.shared:
        lines += _wrap(_relation(matter), width, first=f"{matter.number:2} ", rest="   ")
        if len(report.accounts) == 2 and width >= _TWO_COLUMNS:
            lines += _columns(matter, width)
        else:
            lines += [
                line
                for quote in matter.quotes
                for line in _wrap(_say(quote, report), width, first="   ", rest="       ")
            ]
        added = " ".join(
            f"Only in the {report.accounts[q.account].name}: “{q.text}”{' (?)' * q.doubtful}."
            for q in matter.added
        )
        if added:
            lines += _wrap(added, width, first="   ", rest="   ")
    return lines


def _relation(matter: Shared) -> str:
    kinds = f" in {', '.join(matter.differences)}" if matter.differences else ""
    severity = f" ({matter.severity})" if matter.severity else ""
    about = f": “{matter.matter}”" if matter.matter else ""
    return f"{matter.relation}{kinds}{severity}{about}"


def _say(quote: Quote, report: Report) -> str:
    who = f" {quote.who}:" if quote.who else ""
    mark = _bracket(quote.labels, doubtful=quote.doubtful)
    return f"{report.accounts[quote.account].label}{who} “{quote.text}”{mark}"


def _columns(matter: Shared, width: int) -> list[str]:
    """The words of the left account beside those of the right."""
    half = (width - 3 - 3) // 2
    sides: list[list[str]] = [[], []]
    for quote in matter.quotes:
        sides[quote.account] += _wrap(_quote(quote), half, rest="  ")
    height = max(map(len, sides))
    left, right = (side + [""] * (height - len(side)) for side in sides)
    return [f"   {a:{half}}   {b}".rstrip() for a, b in zip(left, right, strict=True)]


def _quote(quote: Quote) -> str:
    who = f"{quote.who}: " if quote.who else ""
    return f"{who}“{quote.text}”{_bracket(quote.labels, doubtful=quote.doubtful)}"


def _alone(report: Report, width: int) -> list[list[str]]:
    """A section an account; what was told in short is only pointed to."""
    sections = []
    for index, groups in groupby(report.alone, key=lambda group: group.account):
        lines: list[str] = []
        for group in groups:
            if not lines:
                lines += _wrap(group.title.upper(), width)
            lines += _wrap(
                group.whose[:1].upper() + group.whose[1:], width, first="   ", rest="   "
            )
            lines += _group(group, width)
        missing = " ".join(a.missing for i, a in enumerate(report.accounts) if i != index)
        sections.append(lines + (_wrap(missing, width, first="   ", rest="   ") if missing else []))
    return sections


def _group(group: Alone, width: int) -> list[str]:
    lines = []
    for quote in group.quotes:
        if not quote.notes:
            lines += _wrap(_quote(quote), width, first=" · ", rest="   ")
    if group.told:
        labels = [label for quote in group.quotes if quote.notes for label in quote.labels]
        lines += _wrap(f"{group.told}{_bracket(labels)}", width, first=" · ", rest="   ")
    return lines


def _logistics(report: Report, width: int) -> list[str]:
    if not report.logistics:
        return []
    names = max(max(len(row.name) for row in report.logistics) + 2, 12)
    lines = [report.titles["logistics"].upper()]
    for row in report.logistics:
        mark = "  DISPUTED" if row.disputed else ""
        text = f"{_values(row, report)}{mark}"
        lines += _wrap(text, width, first=f"   {row.name:{names}}", rest=" " * (names + 3))
    return lines


def _values(row: Logistic, report: Report) -> str:
    if len(set(row.values)) == 1 and len(row.values) > 1:
        return row.values[0]
    return "; ".join(
        f"{account.label}: {value or '–'}"
        for account, value in zip(report.accounts, row.values, strict=True)
    )


def _pledges(report: Report, width: int) -> list[str]:
    lines = []
    for pledge in report.pledges:
        who = f"{pledge.who}: " if pledge.who else ""
        condition = f", on condition “{pledge.condition}”" if pledge.condition else ""
        firmness = f" ({pledge.firmness})" if pledge.firmness else ""
        told = f"{firmness}; {pledge.status}{_bracket(pledge.labels)}"
        text = f"{who}“{pledge.what}”{condition}{told}"
        lines += _wrap(text, width, first=" · ", rest="   ")
    return [report.titles["pledges"].upper(), *lines] if lines else []


def _words(report: Report, width: int) -> list[str]:
    told = []
    for index, account in enumerate(report.accounts):
        shares = ", ".join(f"{v.name} {v.words}" for v in report.voices if v.account == index)
        if shares:
            told.append(f"{account.label}: {shares}.")
    title = f"{report.titles['words'].upper():8}  "
    return _wrap("  ".join(told), width, first=title, rest=" " * len(title)) if told else []


def _measures(report: Report, width: int) -> list[str]:
    rows = [
        (figure.name, f"{figure.value}: {figure.method}" if figure.undefined else figure.value)
        for figure in report.figures
    ]
    return [report.titles["measures"].upper(), *_table(rows, width)] if rows else []


def _table(rows: Iterable[tuple[str, str]], width: int) -> list[str]:
    rows = list(rows)
    name_width = min(max(len(name) for name, _ in rows), width // 2)
    lines = []
    for name, value in rows:
        indent = " " * (5 + name_width)
        lines += _wrap(value, width, first=f"   {name:{name_width}}  ", rest=indent)
    return lines


def _checks(report: Report, width: int) -> list[str]:
    lines = [report.titles["checks"].upper()]
    for check in report.checks:
        lines += _wrap(f"{check.text}{_bracket(check.labels)}", width, first=" · ", rest="   ")
    return lines
