"""Links and findings as W3C Web Annotations, in JSON-LD."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any, TypeAlias

from paired_readouts.rendering.building import Reportable, build_report
from paired_readouts.rendering.report import Account, Line, Point, Report, Shared

__all__ = ["render_annotations"]

Node: TypeAlias = dict[str, Any]

_CONTEXT = "http://www.w3.org/ns/anno.jsonld"
_URN = "urn:x-paired-readouts"
_AROUND = 32


def render_annotations(value: Reportable) -> str:
    """The shared matters and the findings of `value` as an annotation collection.

    Each annotation targets words by position (code points of the version's text) and by quotation.
    """
    report = build_report(value)
    name = ":".join((_URN, "report", *(account.version for account in report.accounts)))
    targets = {
        line.label: _target(account, line) for account in report.accounts for line in account.lines
    }
    items = [_link(f"{name}:matter:{m.number}", m, targets) for m in report.shared]
    items += [_finding(f"{name}:finding:{p.number}", p, targets, report) for p in report.points]
    page = {"id": f"{name}:page:1", "type": "AnnotationPage", "startIndex": 0, "items": items}
    collection = {
        "@context": _CONTEXT,
        "id": name,
        "type": "AnnotationCollection",
        "label": report.title,
        "total": len(items),
        "first": page,
    }
    return json.dumps(collection, ensure_ascii=False, indent=1) + "\n"


def _source(account: Account) -> Node:
    # Positions count in the version's text, which the page at its address need not hold as it is.
    source = {
        "id": f"{_URN}:version:{account.version}",
        "type": "Text",
        "format": "text/plain",
        "language": account.language,
        "via": account.url if account.url.startswith(("https://", "http://")) else "",
    }
    return {name: value for name, value in source.items() if value}


def _target(account: Account, line: Line) -> Node:
    text = account.text
    return {
        "type": "SpecificResource",
        "source": _source(account),
        "selector": [
            {"type": "TextPositionSelector", "start": line.start, "end": line.end},
            {
                "type": "TextQuoteSelector",
                "exact": text[line.start : line.end],
                "prefix": text[max(line.start - _AROUND, 0) : line.start],
                "suffix": text[line.end : line.end + _AROUND],
            },
        ],
    }


def _tags(values: Iterable[str], purpose: str) -> list[Node]:
    return [
        {"type": "TextualBody", "purpose": purpose, "value": value} for value in values if value
    ]


def _link(name: str, matter: Shared, targets: dict[str, Node]) -> Node:
    labels = [label for quote in matter.quotes for label in quote.labels]
    return {
        "id": name,
        "type": "Annotation",
        "motivation": "linking",
        "body": [
            *_tags([matter.relation], "classifying"),
            *_tags([*matter.differences, matter.severity], "tagging"),
        ],
        "target": [targets[label] for label in labels],
    }


def _finding(name: str, point: Point, targets: dict[str, Node], report: Report) -> Node:
    # A finding without lines is about the accounts as a whole.
    found = [targets[label] for label in point.labels]
    return {
        "id": name,
        "type": "Annotation",
        "motivation": "assessing",
        "body": [
            *_tags([" ".join((point.sentence, *point.caveats))], "commenting"),
            *_tags([point.code], "classifying"),
            *_tags([point.severity], "tagging"),
        ],
        "target": found or [_source(account) for account in report.accounts],
    }
