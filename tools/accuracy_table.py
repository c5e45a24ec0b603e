"""Measure the library on annotated pairs, and write the table of docs/accuracy.md.

    python tools/accuracy_table.py FOLDER [--write]

FOLDER holds `texts.jsonl` and one JSON file a pair, in the format of `paired_readouts.evaluation`.
"""

from __future__ import annotations

import argparse
import datetime as dt
import json
import re
import sys
from collections.abc import Iterator
from pathlib import Path

import paired_readouts as pr
from paired_readouts.evaluation import (
    Agreement,
    Annotation,
    Evaluation,
    Ratio,
    evaluate,
    load_annotation,
)

PAGE = Path(__file__).parents[1] / "docs" / "accuracy.md"
MARKS = re.compile(r"(<!-- table -->\n).*?(<!-- end -->)", re.DOTALL)


def read_pairs(folder: Path) -> Iterator[tuple[pr.Comparison, Annotation]]:
    lines = (folder / "texts.jsonl").read_text(encoding="utf-8").splitlines()
    texts = {row["release"]: row for row in map(json.loads, lines)}
    for file in sorted(folder.glob("*.json")):
        pair = json.loads(file.read_text(encoding="utf-8"))
        left, right = (make_version(texts[pair[side]["release"]]) for side in "ab")
        yield pr.compare_versions(left, right), load_annotation(file)


def make_version(row: dict[str, str]) -> pr.Version:
    return pr.Version(
        text=row["text"],
        party=row["party"],
        issuer=row["issuer"],
        title=row["title"],
        published=dt.date.fromisoformat(row["date"]) if row["date"] else None,
    )


def agreement(name: str, value: Agreement) -> str:
    precision, recall = value.precision.value or 0, value.recall.value or 0
    counts = f"{value.right} right of {value.found} found, {value.reference} annotated"
    return f"| {name} | F1 {value.f1:.2f} | {precision:.2f} | {recall:.2f} | {counts} |"


def ratio(name: str, value: Ratio) -> str:
    low, high = value.interval
    share = f"{value.value or 0:.2f} ({low:.2f}–{high:.2f})"
    return f"| {name} | {share} | | | {value.k} of {value.n} |"


def table(found: Evaluation) -> str:
    rows = [
        "| | figure | precision | recall | counts |",
        "|---|---|---:|---:|---|",
        agreement("statements found", found.segmentation),
        ratio("speakers, exactly", found.speakers),
        ratio("acts", found.acts),
        agreement("links, as pairs of statements", found.links),
        agreement("statements without counterpart", found.one_sided),
        agreement("kinds of difference", found.differences),
    ]
    return "\n".join(rows) + "\n"


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument("--write", action="store_true", help=f"into {PAGE.name}")
    options = parser.parse_args()
    comparisons, references = zip(*read_pairs(options.folder), strict=True)
    found = table(evaluate(comparisons, references))
    if not options.write:
        sys.stdout.write(found)
        return 0
    page = PAGE.read_text(encoding="utf-8")
    page = MARKS.sub(lambda marks: f"{marks[1]}{found}\n{marks[2]}", page)
    PAGE.write_text(page, encoding="utf-8", newline="\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
