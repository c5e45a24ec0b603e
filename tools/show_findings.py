"""Print the library's first findings of annotated pairs beside those written by hand.

    python tools/show_findings.py FOLDER [--pair ID] [--first N] [--whole-way]

Without --whole-way the marked statements and links are taken as they are; with it only the texts.
A line "hand" is followed by the indexes that it rests on and by the ranks of those of the first N
findings that rest on overlapping statements of the same accounts, so that a match can be judged by
reading.
"""

from __future__ import annotations

import argparse
import datetime as dt
import json
from pathlib import Path
from typing import Any

import attrs
from gold_pairs import AnnotatedPair, read_gold

from paired_readouts.divergence import phrase_finding, score_divergence
from paired_readouts.lexicon import default_lexicon
from paired_readouts.model import Alignment, Difference, Finding, Link, Relation, Version


def marked_alignment(pair: AnnotatedPair) -> Alignment:
    """The alignment that the readers drew."""
    forces = {e.id: e.whole("force") for e in default_lexicon().table("acts")}
    links = tuple(
        Link(
            left=tuple(row["a"]),
            right=tuple(row["b"]),
            relation=Relation(row["relation"]),
            differences=tuple(sorted(Difference(d) for d in row.get("differences", ()))),
        )
        for row in pair.links
    )
    sides = (
        attrs.evolve(
            version,
            statements=tuple(
                attrs.evolve(s, force=forces.get(s.act.value) or FORCE.get(s.act.value))
                for s in version.statements
            ),
        )
        for version in (pair.left, pair.right)
    )
    left, right = sides
    return Alignment(left=left, right=right, links=links)


FORCE = {
    **dict.fromkeys(("discuss",), 1),
    **dict.fromkeys(("state",), 2),
    **dict.fromkeys(("emphasize", "express", "praise", "propose", "commit"), 3),
    **dict.fromkeys(("request", "agree"), 4),
    **dict.fromkeys(("warn", "criticize", "reject"), 5),
}


def found_alignment(data: dict[str, Any], folder: Path) -> Alignment:
    """The alignment that the library finds from the texts alone."""
    texts = {}
    for line in (folder / "texts.jsonl").read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        texts[row["release"]] = row
    versions = []
    for side in "ab":
        row = texts[data[side]["release"]]
        published = dt.date.fromisoformat(row["date"]) if row.get("date") else None
        versions.append(
            Version(
                text=row["text"],
                party=row["party"],
                title=row.get("title") or "",
                published=published,
            )
        )
    from paired_readouts.comparison import compare_versions

    return compare_versions(*versions).alignment


def marked_places(version: Version, marked: Version, indexes: tuple[int, ...]) -> set[int]:
    """The marked statements that these statements of a version overlap."""
    return {
        k
        for i in indexes
        for k, other in enumerate(marked.statements)
        if version.statements[i].span.overlaps(other.span)
    }


def overlap(
    finding: Finding, row: dict[str, Any], alignment: Alignment, pair: AnnotatedPair
) -> float:
    sides = (
        (marked_places(alignment.left, pair.left, finding.left), set(row["a"])),
        (marked_places(alignment.right, pair.right, finding.right), set(row["b"])),
    )
    common = sum(len(a & b) for a, b in sides)
    total = sum(len(a | b) for a, b in sides)
    return common / total if total else 0.0


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument("--pair", default="")
    parser.add_argument("--first", type=int, default=10)
    parser.add_argument("--whole-way", action="store_true")
    options = parser.parse_args()
    near = total = 0
    for pair in read_gold(options.folder):
        if options.pair and pair.id != options.pair:
            continue
        file = next(options.folder.glob(f"{pair.id}*.json"))
        data = json.loads(file.read_text(encoding="utf-8"))
        alignment = (
            found_alignment(data, options.folder) if options.whole_way else marked_alignment(pair)
        )
        divergence = score_divergence(alignment)
        print(f"\n##### {pair.id}: {divergence!r}")
        shown = divergence.findings[: options.first]
        for rank, finding in enumerate(divergence.findings, 1):
            mark = " " if rank <= options.first else "-"
            where = f"{list(finding.left)} {list(finding.right)}"
            print(
                f"{mark}{rank:2} {finding.code.value} {finding.severity.value} "
                f"{finding.confidence:.2f} {where}\n      {phrase_finding(finding)}"
            )
        for row in data["findings"]:
            ranks = [
                (round(overlap(f, row, alignment, pair), 2), n) for n, f in enumerate(shown, 1)
            ]
            best = sorted((r for r in ranks if r[0] > 0.15), reverse=True)[:4]
            near += bool(best) and best[0][0] >= 0.34
            total += 1
            print(f"  hand {row['a']} {row['b']} {row['text']}\n       near: {best}")
    print(f"\n{near} of {total} findings written by hand have one on mostly the same statements")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
