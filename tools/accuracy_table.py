"""Measure the library on annotated pairs; write the tables of docs/accuracy.md and CHANGELOG.md.

    python tools/accuracy_table.py [FOLDER] [--write]

The invented pairs beside this script are always measured, so that a change of what is found or
scored shows in every checkout: a test holds that both pages tell the figures of the day. FOLDER
holds pairs of real accounts, which are no part of the project: `texts.jsonl` and one JSON file a
pair, in the format of `paired_readouts.evaluation`. Without it their figures stay as they are.
"""

from __future__ import annotations

import argparse
import datetime as dt
import json
import re
import statistics
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

from gold_pairs import AnnotatedPair, read_invented

import paired_readouts as pr
from paired_readouts.evaluation import (
    Agreement,
    AnnotatedLink,
    AnnotatedSide,
    AnnotatedStatement,
    Annotation,
    Evaluation,
    Ratio,
    evaluate,
    load_annotation,
)

HERE = Path(__file__).parent
PAGE = HERE.parent / "docs" / "accuracy.md"
CHANGELOG = HERE.parent / "CHANGELOG.md"
NAMES = ("annotated", "invented")


def read_pairs(folder: Path) -> Iterator[tuple[pr.Comparison, Annotation]]:
    """The pairs of a folder, compared from their texts, with what readers marked."""
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


def read_invented_pairs() -> Iterator[tuple[pr.Comparison, Annotation]]:
    """The invented pairs, in the same form."""
    for pair in read_invented(HERE / "invented_pairs.txt"):
        left, right = (pr.Version(text=v.text, party=v.party) for v in (pair.left, pair.right))
        yield pr.compare_versions(left, right), annotate_pair(pair)


def annotate_pair(pair: AnnotatedPair) -> Annotation:
    return Annotation(
        pair_id=pair.id,
        left=annotate_side(pair.left),
        right=annotate_side(pair.right),
        links=tuple(
            AnnotatedLink(
                left=tuple(link["a"]),
                right=tuple(link["b"]),
                relation=pr.Relation(link["relation"]),
                differences=tuple(map(pr.Difference, link["differences"])),
            )
            for link in pair.links
        ),
    )


def annotate_side(version: pr.Version) -> AnnotatedSide:
    return AnnotatedSide(
        statements=tuple(
            AnnotatedStatement(
                span=s.span, speakers=tuple(p.family_name for p in s.speakers), act=s.act
            )
            for s in version.statements
        )
    )


def agreement(name: str, value: Agreement, trivial: str = "") -> str:
    precision, recall = value.precision.value or 0, value.recall.value or 0
    counts = f"{value.right} right of {value.found} found, {value.reference} annotated"
    return f"| {name} | F1 {value.f1:.2f} | {precision:.2f} | {recall:.2f} | {counts} | {trivial} |"


def ratio(name: str, value: Ratio, trivial: str = "") -> str:
    low, high = value.interval
    share = f"{value.value or 0:.2f} ({low:.2f}–{high:.2f})"
    return f"| {name} | {share} | | | {value.k} of {value.n} | {trivial} |"


def mean(name: str, values: Sequence[float], of: str) -> str:
    return f"| {name} | {statistics.mean(values):.4f} | | | {len(values)} {of} | |"


def answer_always(references: Sequence[Annotation]) -> dict[str, str]:
    """What an answer that reads nothing would reach."""
    acts = Counter(s.act for r in references for side in (r.left, r.right) for s in side.statements)
    alone = every = 0
    hits = told = marked = 0
    for r in references:
        linked = ({i for x in r.links for i in x.left}, {j for x in r.links for j in x.right})
        sizes = len(r.left.statements), len(r.right.statements)
        every += sum(sizes)
        alone += sum(sizes) - len(linked[0]) - len(linked[1])
        for link in r.links:
            left, right = (
                {name for k in places for name in side.statements[k].speakers}
                for side, places in ((r.left, link.left), (r.right, link.right))
            )
            rule = {pr.Difference.DETAIL} | ({pr.Difference.SPEAKER} if left != right else set())
            hits, told = hits + len(rule & set(link.differences)), told + len(rule)
            marked += len(link.differences)
    act, count = acts.most_common(1)[0]
    return {
        "acts": f"always `{act}`: {count / acts.total():.2f}",
        "one-sided": f"every one: F1 {2 * alone / (alone + every):.2f}",
        "differences": f"always `detail`, `speaker` by rule: F1 {2 * hits / (told + marked):.2f}",
    }


def make_table(pairs: Sequence[tuple[pr.Comparison, Annotation]]) -> str:
    """The figures over all pairs, with their counts; the means show a change of any score."""
    comparisons = [comparison for comparison, _ in pairs]
    references = [reference for _, reference in pairs]
    found: Evaluation = evaluate(comparisons, references)
    trivial = answer_always(references)
    rows = [
        "| | figure | precision | recall | counts | trivial answer |",
        "|---|---|---:|---:|---|---|",
        agreement("statements found", found.segmentation),
        ratio("speakers, exactly", found.speakers),
        ratio("acts", found.acts, trivial["acts"]),
        agreement("links, as pairs of statements", found.links),
        agreement("statements without counterpart", found.one_sided, trivial["one-sided"]),
        agreement("kinds of difference", found.differences, trivial["differences"]),
        mean(
            "score of a link, mean",
            [x.score for c in comparisons for x in c.alignment.links],
            "links",
        ),
        mean(
            "divergence, mean",
            [c.divergence.measures.divergence.value or 0.0 for c in comparisons],
            "pairs",
        ),
        mean("findings, mean", [len(c.divergence.findings) for c in comparisons], "pairs"),
    ]
    return "\n".join(rows)


def marked(text: str, mark: str) -> str:
    """The lines between the marks `<!-- mark -->` and `<!-- end -->`."""
    found = re.search(rf"<!-- {mark} -->\n(.*?)<!-- end -->", text, re.DOTALL)
    return found[1].strip() if found else ""


def put(text: str, mark: str, table: str) -> str:
    marks = re.compile(rf"(<!-- {mark} -->\n).*?(<!-- end -->)", re.DOTALL)
    return marks.sub(lambda found: f"{found[1]}{table}\n\n{found[2]}", text, count=1)


def read_figures(table: str) -> dict[str, str]:
    """Name and figure of each row of a table."""
    rows = [line.strip("|").split("|") for line in table.splitlines()[2:] if line.startswith("|")]
    return {row[0].strip(): row[1].strip() for row in rows}


def make_diff(page: str, changelog: str) -> str:
    """The changelog's table: each figure at the last release, and as the page tells it now."""
    releases = changelog.split("\n## [")
    last = marked(releases[2], "accuracy") if len(releases) > 2 else ""
    before = {
        tuple(cell.strip() for cell in line.strip("|").split("|")[:2]): line.strip("|").split("|")[
            3
        ]
        for line in last.splitlines()[2:]
    }
    rows = ["| pairs | figure | last release | now |", "|---|---|---|---|"]
    for name in NAMES:
        for figure, value in read_figures(marked(page, name)).items():
            old = before.get((name, figure), "–").strip()
            rows.append(f"| {name} | {figure} | {old} | {value} |")
    return "\n".join(rows)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("folder", type=Path, nargs="?")
    parser.add_argument("--write", action="store_true", help="into both pages")
    options = parser.parse_args()
    tables = {"invented": make_table(list(read_invented_pairs()))}
    if options.folder:
        tables["annotated"] = make_table(list(read_pairs(options.folder)))
    page, changelog = PAGE.read_text("utf-8"), CHANGELOG.read_text("utf-8")
    for name, table in tables.items():
        print(f"{name}\n\n{table}\n")
        page = put(page, name, table)
    if options.write:
        PAGE.write_text(page, encoding="utf-8", newline="\n")
        changelog = put(changelog, "accuracy", make_diff(page, changelog))
        CHANGELOG.write_text(changelog, encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
