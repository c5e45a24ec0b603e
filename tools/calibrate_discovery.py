"""Learn what the odds of a tie between releases are worth as a probability.

    python tools/calibrate_discovery.py ../shared/corpus/releases.jsonl [--check]

Learns from the conversations that are found in generated archives, whose truth is known, and from
the pairs of published releases that stand with a judgement in tools/judged_ties.txt. Writes
src/paired_readouts/discovery/calibration.json, byte for byte the same from the same inputs, and
the curve into docs/how-to/scale-out.md, where it is held against archives that it did not see, and
against each published pair with the curve that is learned without it. With --check nothing is
written, and the exit status is 1 where the file is not what the inputs give.
"""

from __future__ import annotations

import argparse
import datetime as dt
import hashlib
import json
import math
import re
import sys
from collections.abc import Iterator, Sequence
from itertools import pairwise
from pathlib import Path
from typing import Any

from learn_alignment import fit, logistic

import paired_readouts as pr
from paired_readouts.discovery._digest import Digest, read_digests
from paired_readouts.discovery._grouping import find_ties, group_digests
from paired_readouts.discovery._ties import LEAST

HERE = Path(__file__).parent
TARGET = HERE.parent / "src" / "paired_readouts" / "discovery" / "calibration.json"
PAGE = HERE.parent / "docs" / "how-to" / "scale-out.md"
JUDGED = HERE / "judged_ties.txt"
MARKS = re.compile(r"(<!-- curve -->\n).*?(<!-- end -->)", re.DOTALL)
# Seeds, and whether the lexicon knows the states; the last archive is held out.
SEEDS, HELD_OUT = ((3, True), (4, False), (5, True), (6, False)), ((8, True), (9, False))
RELEASES = 6_000
# A published pair counts as so many generated conversations: there are few, but they are real.
PUBLISHED = 50
BANDS = (0.0, 0.5, 0.7, 0.8, 0.9, 0.95, 0.98, 1.0)

#: The odds of a tie, and whether it is right.
Judged = list[tuple[float, bool]]


def judge_archive(seed: int, *, known_states: bool) -> Judged:
    """The weakest tie of each conversation that is found, and whether all of it is one."""
    sys.path.append(str(HERE.parent / "benchmarks"))
    from archive import make_archive

    archive = make_archive(RELEASES, seed=seed, known_states=known_states)
    truth = {
        id(version): set(numbers)
        for version, numbers in zip(archive.versions, archive.truth, strict=True)
    }
    digests = read_all(archive.versions, archive.lexicon)
    return [
        (
            min(tie.odds for tie in group.ties),
            bool(set.intersection(*(truth[id(digests[m].version)] for m in group.members))),
        )
        for group in group_digests(digests, lexicon=archive.lexicon)
        if group.ties
    ]


def judge_published(lines: list[str]) -> Judged:
    """The odds of each pair that may be one, with the judgement of who read it."""
    words = [line.split() for line in JUDGED.read_text(encoding="utf-8").splitlines()]
    judged = {frozenset(w[1:]): w[0] == "same" for w in words if w[0] in {"same", "other"}}
    names: dict[int, str] = {}
    versions = []
    for row in map(json.loads, lines):
        version = pr.Version(
            text=row["text"],
            party=row["party"],
            issuer=row["issuer"],
            title=row["title"],
            published=dt.date.fromisoformat(row["date"]),
            url=row["url"],
        )
        names[id(version)] = row["release"]
        versions.append(version)
    digests = read_all(versions, None)
    found = []
    for tie in find_ties(digests, least=-math.inf):
        pair = frozenset(names[id(digests[place].version)] for place in (tie.left, tie.right))
        if pair not in judged:
            sys.exit(f"{JUDGED.name}: no judgement of {' '.join(sorted(pair))} (read them)")
        found.append((tie.odds, judged[pair]))
    return found


def read_all(versions: Sequence[pr.Version], lexicon: pr.Lexicon | None) -> tuple[Digest, ...]:
    digests = (d for version in versions for d in read_digests(version, lexicon=lexicon))
    return tuple(sorted(digests, key=lambda digest: (digest.order, digest.party)))


def learn(generated: Judged, published: Judged) -> tuple[float, float]:
    rows = [((odds,), float(right)) for odds, right in generated + published * PUBLISHED]
    slope, offset = fit(rows, ridge=0.0)
    return round(slope, 4), round(offset, 4)


def predict(curve: tuple[float, float], odds: float) -> float:
    slope, offset = curve
    return logistic(slope * odds + offset)


def tell_curve(rows: list[tuple[float, bool, bool]]) -> Iterator[str]:
    """A table by bands: what was predicted, whether it was right, and whether it is published."""
    yield "| `confidence` | generated | mean | right | published | right |"
    yield "|---|---:|---:|---:|---:|---:|"
    for low, high in pairwise(BANDS):
        cells = []
        for kind in (False, True):
            band = [
                (chance, right)
                for chance, right, published in rows
                if published is kind and low <= chance < high
            ]
            cells.append(str(len(band)))
            if not kind:
                cells.append(f"{sum(c for c, _ in band) / len(band):.2f}" if band else "")
            cells.append(f"{sum(r for _, r in band) / len(band):.2f}" if band else "")
        yield f"| {low:.2f} to {high:.2f} | {' | '.join(cells)} |"


def describe(generated: Judged, published: Judged, collection: bytes) -> dict[str, Any]:
    """What is written."""
    slope, offset = learn(generated, published)
    return {
        "inputs": [
            {"title": "Generated archives", "seeds": [seed for seed, _ in SEEDS]},
            {
                "title": "Releases of four press offices, October 2021 to 2025",
                "sha256": hashlib.sha256(collection).hexdigest(),
            },
            {
                "title": "Pairs of them that were read",
                "sha256": hashlib.sha256(JUDGED.read_bytes()).hexdigest(),
            },
        ],
        "generated": len(generated),
        "published": len(published),
        "slope": slope,
        "offset": offset,
    }


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("releases", type=Path)
    parser.add_argument("--check", action="store_true")
    options = parser.parse_args()
    collection = options.releases.read_bytes()
    published = judge_published(collection.decode("utf-8").splitlines())
    generated = [row for seed, known in SEEDS for row in judge_archive(seed, known_states=known)]
    data = describe(generated, published, collection)
    text = json.dumps(data, indent=1) + "\n"
    if options.check:
        sys.exit(int(TARGET.read_text(encoding="utf-8") != text))
    TARGET.write_text(text, encoding="utf-8", newline="\n")
    curve = (data["slope"], data["offset"])
    rows = [
        (predict(curve, odds), right, False)
        for seed, known in HELD_OUT
        for odds, right in judge_archive(seed, known_states=known)
    ]
    for place, (odds, right) in enumerate(published):
        if odds >= LEAST:
            without = learn(generated, published[:place] + published[place + 1 :])
            rows.append((predict(without, odds), right, True))
    table = "\n".join(tell_curve(rows))
    print(f"slope {curve[0]}, offset {curve[1]}\n{table}")
    page = PAGE.read_text(encoding="utf-8")
    page = MARKS.sub(lambda marks: f"{marks[1]}{table}\n\n{marks[2]}", page)
    PAGE.write_text(page, encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
