"""The issue table as CSV."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable

from paired_readouts.rendering.building import Reportable, build_report

__all__ = ["render_csv"]

# What a spreadsheet would take for a formula if a cell began with it.
_FORMULA = ("=", "+", "-", "@", "\t")


def render_csv(value: Reportable) -> str:
    """The issue table of `value`, one row a matter, with a header line.

    A cell that a spreadsheet would run as a formula begins with an apostrophe.
    """
    report = build_report(value)
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    labels = [account.label for account in report.accounts]
    writer.writerow(
        [
            "statements",
            *(f"{label} {what}" for label in labels for what in ("speakers", "words")),
            *("relation", "differences", "severity", "unsure"),
        ]
    )
    for issue in report.issues:
        sides = zip(issue.speakers, issue.words, strict=True)
        row = [
            " ".join(issue.labels),
            *(cell for side in sides for cell in side),
            issue.relation,
            " ".join(issue.differences),
            issue.severity,
            "yes" if issue.doubtful else "",
        ]
        writer.writerow(_disarm(row))
    return out.getvalue()


def _disarm(row: Iterable[str]) -> list[str]:
    return [f"'{cell}" if cell.startswith(_FORMULA) else cell for cell in row]
