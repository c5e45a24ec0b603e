"""Learn how sure findings are from annotated pairs, and print the curve.

    python tools/learn_confidence.py [--gold ../shared/gold/dev] [--check]

Reads each annotated pair from its texts alone, compares its findings with the statements and the
links that readers marked, and writes src/paired_readouts/divergence/confidence.json. A finding on a
link is right where the readers drew that link with a difference that the code tells of; one on what
one account alone has is right by the share of its statements that the readers left without a link.
Prints, whole pairs held out, how often findings of each band of confidence are right. With --check
nothing is written, and the exit status is 1 where the file is not what the inputs give.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import sys
from collections import defaultdict
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

import attrs
from gold_pairs import AnnotatedPair, read_gold, read_invented
from learn_alignment import INVENTED, REAL, fit, name_input

from paired_readouts.alignment._scoring import default_weights, logistic
from paired_readouts.comparison import compare_versions
from paired_readouts.divergence._confidence import KINDS, SIGNS, kind_of
from paired_readouts.divergence._found import Found
from paired_readouts.divergence._linked import read_links
from paired_readouts.divergence._reading import read_pair
from paired_readouts.divergence.scoring import find_all
from paired_readouts.lexicon import default_lexicon
from paired_readouts.model import Difference, FindingCode, Version

HERE = Path(__file__).parent
TARGET = HERE.parent / "src" / "paired_readouts" / "divergence" / "confidence.json"
RIDGE = 1.0
BANDS = (0.0, 0.3, 0.45, 0.6, 0.75, 1.01)

#: The differences of a link that each code tells of.
TELLS = {
    FindingCode.FORCE: {Difference.FORCE, Difference.STANCE},
    FindingCode.AGREEMENT: {Difference.FORCE, Difference.SPEAKER, Difference.DETAIL},
    FindingCode.DENIAL: {Difference.STANCE, Difference.FACTS},
    FindingCode.REASSIGNED: {Difference.SPEAKER},
    FindingCode.JOINT_SINGLE: {Difference.SPEAKER},
    FindingCode.RECIPROCAL: {Difference.SPEAKER},
    FindingCode.FRAMING: {Difference.STANCE, Difference.DETAIL},
    FindingCode.FIGURES: {Difference.FACTS, Difference.DETAIL},
    FindingCode.CERTAINTY: {Difference.FORCE, Difference.DETAIL},
}


@attrs.frozen
class Judged:
    """One finding: its kind, what its confidence is estimated from, and how right it is."""

    kind: str
    signs: tuple[float, ...]
    right: float


def stands_for(found: Version, marked: Version) -> list[set[int]]:
    """The marked statements that each statement found stands for."""
    return [
        {
            k
            for k, other in enumerate(marked.statements)
            if 2 * (min(one.span.end, other.span.end) - max(one.span.start, other.span.start))
            >= min(len(one.text), len(other.text))
        }
        for one in found.statements
    ]


def judge(found: Found, pair: AnnotatedPair, places: Sequence[list[set[int]]]) -> float | None:
    """How right a finding is by the readers' links; None where they say nothing of it."""
    finding = found.finding
    left, right = (
        {k for i in indexes for k in stands[i]}
        for indexes, stands in zip((finding.left, finding.right), places, strict=True)
    )
    if not (finding.left and finding.right):
        here, side = (left, "a") if finding.left else (right, "b")
        joined = {k for link in pair.links for k in link[side]}
        return sum(k not in joined for k in here) / len(here) if here else None
    wanted = {d.value for d in TELLS.get(finding.code, {Difference.DETAIL})}
    return float(
        any(
            link["relation"] == "conflict" or wanted & set(link.get("differences", ()))
            for link in pair.links
            if left & set(link["a"]) and right & set(link["b"])
        )
    )


def judge_pair(pair: AnnotatedPair) -> list[Judged]:
    """The findings of a pair from its texts alone, judged."""
    sides = (
        Version(text=v.text, party=v.party, title=v.title, published=v.published)
        for v in (pair.left, pair.right)
    )
    alignment = compare_versions(*sides).alignment
    read = read_pair(alignment, default_lexicon())
    places = (stands_for(alignment.left, pair.left), stands_for(alignment.right, pair.right))
    judged = []
    for found in find_all(read, read_links(read)):
        one = found.finding
        kind = kind_of(one.code, on_link=bool(one.left and one.right)) if found.signs else ""
        right = judge(found, pair, places) if kind else None
        if right is not None:
            signs = tuple(found.signs[name] for name in SIGNS[kind])
            judged.append(Judged(kind, signs, right))
    return judged


def learn(judged: Iterable[Judged]) -> dict[str, list[float]]:
    """The weights of each kind, the bias last."""
    rows: dict[str, list[tuple[tuple[float, ...], float]]] = defaultdict(list)
    for one in judged:
        rows[one.kind].append((one.signs, one.right))
    return {kind: fit(rows[kind], RIDGE) for kind in KINDS if rows[kind]}


def chance(weights: dict[str, list[float]], one: Judged) -> float:
    *signs, bias = weights[one.kind]
    return logistic(bias + sum(w * x for w, x in zip(signs, one.signs, strict=True)))


def tell_curve(pairs: Sequence[list[Judged]]) -> None:
    """How often findings of each band are right, by weights that did not see their pair."""
    bands: dict[tuple[str, int], list[tuple[float, float]]] = defaultdict(list)
    for held, own in enumerate(pairs):
        weights = learn(one for k, pair in enumerate(pairs) if k != held for one in pair)
        for one in own:
            sure = chance(weights, one)
            band = max(k for k, low in enumerate(BANDS) if low <= sure)
            for kind in (one.kind, "all"):
                bands[kind, band].append((sure, one.right))
    print("kind       band       findings  mean  right")
    for (kind, band), members in sorted(bands.items()):
        means = [sum(column) / len(members) for column in zip(*members, strict=True)]
        low, high = BANDS[band], min(1.0, BANDS[band + 1])
        print(f"{kind:10} {low:.2f}–{high:.2f} {len(members):9} {means[0]:5.2f} {means[1]:5.2f}")


def describe(weights: dict[str, list[float]]) -> dict[str, Any]:
    return {
        kind: {
            "bias": round(row[-1], 4),
            "signs": {n: round(w, 4) for n, w in zip(SIGNS[kind], row[:-1], strict=True)},
        }
        for kind, row in weights.items()
    }


def main() -> int:
    shared = HERE.parent.parent / "shared"
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--gold", type=Path, default=shared / "gold" / "dev")
    parser.add_argument("--check", action="store_true")
    options = parser.parse_args()
    real = [judge_pair(pair) for pair in read_gold(options.gold)]
    pairs = [pair * REAL for pair in real] + [judge_pair(p) for p in read_invented(INVENTED)]
    tell_curve(pairs)
    data: dict[str, Any] = {
        "inputs": [
            name_input("Annotated pairs of official accounts", *sorted(options.gold.iterdir())),
            name_input("Invented pairs (tools/invented_pairs.txt)", INVENTED),
            {"title": "Lexicon of English", "version": default_lexicon().version},
            {"title": "Weights of the alignment", "version": default_weights().version},
        ],
        "kinds": describe(learn(one for pair in pairs for one in pair)),
    }
    content = json.dumps(data, sort_keys=True).encode()
    data = {"version": hashlib.sha256(content).hexdigest()[:12], **data}
    text = json.dumps(data, ensure_ascii=False, indent=1) + "\n"
    if options.check:
        return int(TARGET.read_text(encoding="utf-8") != text)
    TARGET.write_text(text, encoding="utf-8", newline="\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
