"""Learn the weights of the alignment from annotated pairs, and tell what they are worth.

    python tools/learn_alignment.py [--gold ../shared/gold/dev] [--without] [--check]

Learns from the annotated pairs of a folder and from the invented pairs beside this script, for
plain sentences from sets of aligned ones, and writes src/paired_readouts/alignment/weights.json:
byte for byte the same from the same inputs, which the file names by title and checksum. Prints
the figures with whole pairs held out, and the curve of calibration. With --without, each feature
is taken away in turn (some minutes). With --check nothing is written, and the exit status is 1
where the file is not what the inputs give.

Plain Python throughout: logistic regression by Newton's method, a small ridge, two stages. The
second learns from first odds of pairs that the first did not see.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import math
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import attrs
from gold_pairs import AnnotatedPair, read_gold, read_invented, read_sentences

from paired_readouts.alignment._features import FEATURES, Grid
from paired_readouts.alignment._scoring import RIVALRY, Weights, logistic, score_grid
from paired_readouts.alignment._sentences import SENTENCE_FEATURES
from paired_readouts.alignment.aligning import compare_statements
from paired_readouts.lexicon import default_lexicon

HERE = Path(__file__).parent
TARGET = HERE.parent / "src" / "paired_readouts" / "alignment" / "weights.json"
INVENTED = HERE / "invented_pairs.txt"
RIDGE = 1.0
# The one weight set by hand: all pairs to learn from report one conversation, so that none has
# strangers in it. Accounts that name other people are to have next to no links.
STRANGERS = -20.0
FOLDS = 5
# An annotated pair of real accounts counts as so many invented ones: there are few of them, and the
# invented are written to be hard.
REAL = 5

Rows = list[tuple[tuple[float, ...], float]]


@attrs.frozen(eq=False)
class Example:
    """An annotated pair with its features."""

    pair: AnnotatedPair
    grid: Grid
    #: How often it counts in learning.
    times: int = 1

    @property
    def cells(self) -> list[tuple[int, int]]:
        """The pairs of statements that share any evidence."""
        return [(i, j) for i, line in enumerate(self.grid) for j, cell in enumerate(line) if cell]


def fit(rows: Rows, ridge: float = RIDGE) -> list[float]:
    """Ridge logistic regression; the last weight is the bias, which the ridge spares."""
    size = len(rows[0][0]) + 1
    weights = [0.0] * size
    for _ in range(25):
        gradient = [-ridge * w for w in weights[:-1]] + [0.0]
        hessian = [[0.0] * size for _ in range(size)]
        for k in range(size - 1):
            hessian[k][k] = ridge
        hessian[-1][-1] = 1e-6
        for values, truth in rows:
            x = (*values, 1.0)
            chance = logistic(sum(a * b for a, b in zip(weights, x, strict=True)))
            spread = chance * (1 - chance)
            places = [k for k in range(size) if x[k]]
            for k in places:
                gradient[k] += (truth - chance) * x[k]
                line, part = hessian[k], spread * x[k]
                for m in places:
                    line[m] += part * x[m]
        step = solve(hessian, gradient)
        weights = [w + s for w, s in zip(weights, step, strict=True)]
        if max(map(abs, step)) < 1e-7:
            break
    return weights


def solve(matrix: list[list[float]], vector: list[float]) -> list[float]:
    """The solution of a small symmetric positive system, by elimination."""
    size = len(vector)
    rows = [[*line, value] for line, value in zip(matrix, vector, strict=True)]
    for k in range(size):
        best = max(range(k, size), key=lambda r: abs(rows[r][k]))
        rows[k], rows[best] = rows[best], rows[k]
        for r in range(k + 1, size):
            factor = rows[r][k] / rows[k][k]
            if factor:
                rows[r] = [a - factor * b for a, b in zip(rows[r], rows[k], strict=True)]
    result = [0.0] * size
    for k in reversed(range(size)):
        rest = sum(rows[k][m] * result[m] for m in range(k + 1, size))
        result[k] = (rows[k][size] - rest) / rows[k][k]
    return result


def first_rows(examples: Sequence[Example]) -> Rows:
    rows: Rows = []
    for example in examples:
        joined = example.pair.joined
        cells = ((i, j, example.grid[i][j]) for i, j in example.cells)
        own = [(cell.values, float((i, j) in joined)) for i, j, cell in cells if cell]
        rows += own * example.times
    return rows


def learn(examples: Sequence[Example]) -> Weights:
    """Both stages from `examples`."""
    first = fit(first_rows(examples))
    rows: Rows = []
    for fold in range(FOLDS):
        unseen = fit(first_rows([e for k, e in enumerate(examples) if k % FOLDS != fold]))
        weights = make_weights(unseen, [1.0, *[0.0] * len(RIVALRY), 0.0])
        for example in examples[fold::FOLDS]:
            scored = score_grid(example.grid, weights)
            joined = example.pair.joined
            own = [
                ((scored.first[i][j], *(scored.rivals[i][j] or ())), float((i, j) in joined))
                for i, j in example.cells
            ]
            rows += own * example.times
    return make_weights(first, fit(rows))


def make_weights(first: Sequence[float], second: Sequence[float]) -> Weights:
    return Weights(
        version="",
        names=FEATURES if len(first) == len(FEATURES) + 1 else SENTENCE_FEATURES,
        bias=first[-1],
        features=tuple(first[:-1]),
        rivalry_bias=second[-1],
        carried=second[0],
        rivalry=tuple(second[1:-1]),
        threshold=0.5,
        calibration=(1.0, 0.0),
    )


Judged = list[tuple[Example, dict[tuple[int, int], float]]]


def judge_unseen(examples: Sequence[Example], folds: int = 0) -> Judged:
    """The second odds of each pair, by weights that did not see it; with 0 folds, one at a time."""
    count = folds or len(examples)
    judged: Judged = []
    for fold in range(count):
        weights = learn([e for k, e in enumerate(examples) if k % count != fold])
        for example in examples[fold::count]:
            odds = score_grid(example.grid, weights).odds
            judged.append((example, {(i, j): odds[i][j] for i, j in example.cells}))
    return judged


def calibrate(judged: Judged) -> tuple[float, float]:
    rows: Rows = []
    for example, odds in judged:
        joined = example.pair.joined
        rows += [((x,), float(cell in joined)) for cell, x in odds.items()]
    slope, shift = fit(rows, 1e-6)
    return slope, shift


def score(judged: Judged, least: float) -> tuple[float, float, float]:
    """Precision, recall and F1 of the pairs whose odds reach `least`, as often as they count."""
    hit = found = gold = 0
    for example, odds in judged:
        chosen = {cell for cell, x in odds.items() if x >= least}
        joined = example.pair.joined
        hit += len(chosen & joined) * example.times
        found += len(chosen) * example.times
        gold += len(joined) * example.times
    p, r = hit / max(1, found), hit / max(1, gold)
    return p, r, 2 * p * r / (p + r) if p + r else 0.0


def best_threshold(judged: Judged, calibration: tuple[float, float]) -> float:
    """The probability, in hundredths, that gives the best F1; the middle of the best, if many."""
    slope, shift = calibration
    figures = {}
    for hundredth in range(15, 70):
        chance = hundredth / 100
        figures[chance] = score(judged, (math.log(chance / (1 - chance)) - shift) / slope)[2]
    smooth = {
        c: sum(figures.get(round(c + d / 100, 2), 0.0) for d in range(-4, 5)) for c in figures
    }
    return max(sorted(smooth), key=lambda c: smooth[c])


def describe(weights: Weights, judged: Judged) -> dict[str, Any]:
    calibration = calibrate(judged)

    def rounded(x: float) -> float:
        return round(x, 4)

    return {
        "bias": rounded(weights.bias),
        "features": {
            **dict(zip(weights.names, map(rounded, weights.features), strict=True)),
            "strangers": STRANGERS,
        },
        "rivalry bias": rounded(weights.rivalry_bias),
        "carried": rounded(weights.carried),
        "rivalry": dict(zip(RIVALRY, map(rounded, weights.rivalry), strict=True)),
        "calibration": dict(zip(("slope", "shift"), map(rounded, calibration), strict=True)),
        "threshold": best_threshold(judged, calibration),
    }


def tell(name: str, judged: Judged, data: dict[str, Any]) -> None:
    slope, shift = data["calibration"]["slope"], data["calibration"]["shift"]
    least = (math.log(data["threshold"] / (1 - data["threshold"])) - shift) / slope
    p, r, f = score(judged, least)
    print(f"{name:34} P {p:.3f}  R {r:.3f}  F1 {f:.3f}")


def leave_out(examples: Sequence[Example], gold: int) -> None:
    """Each feature taken away in turn, five folds of whole pairs."""
    print(f"{'without':20} annotated  invented")
    for k, name in [(None, "(all)"), *enumerate(FEATURES)]:
        some = [
            attrs.evolve(
                e,
                grid=[
                    [
                        cell
                        and cell._replace(
                            values=tuple(0.0 if m == k else v for m, v in enumerate(cell.values))
                        )
                        for cell in line
                    ]
                    for line in e.grid
                ],
            )
            for e in examples
        ]
        known = {id(e) for e in some[:gold]}
        judged = judge_unseen(some, FOLDS)
        calibration = calibrate(judged)
        chance = best_threshold(judged, calibration)
        least = (math.log(chance / (1 - chance)) - calibration[1]) / calibration[0]
        here = [
            score([x for x in judged if (id(x[0]) in known) is own], least)[2]
            for own in (True, False)
        ]
        print(f"{name:20} {here[0]:9.3f} {here[1]:9.3f}")


def read_examples(pairs: Sequence[AnnotatedPair], times: int = 1) -> list[Example]:
    return [Example(p, compare_statements(p.left, p.right), times) for p in pairs]


def judge_seen(examples: Sequence[Example], weights: Weights) -> Judged:
    judged: Judged = []
    for example in examples:
        odds = score_grid(example.grid, weights).odds
        judged.append((example, {(i, j): odds[i][j] for i, j in example.cells}))
    return judged


def tell_calibration(judged: Judged, data: dict[str, Any]) -> None:
    """How often pairs of each tenth of probability are links, whole pairs held out."""
    slope, shift = data["calibration"]["slope"], data["calibration"]["shift"]
    tenths: list[list[tuple[float, bool]]] = [[] for _ in range(10)]
    for example, odds in judged:
        joined = example.pair.joined
        for cell, x in odds.items():
            chance = logistic(slope * x + shift)
            tenths[min(9, int(10 * chance))].append((chance, cell in joined))
    print("probability  pairs  mean  links")
    for k, members in enumerate(tenths):
        if members:
            mean = sum(c for c, _ in members) / len(members)
            share = sum(hit for _, hit in members) / len(members)
            print(f"{k / 10:.1f}-{(k + 1) / 10:.1f} {len(members):11} {mean:5.2f} {share:6.2f}")


def main() -> int:
    shared = HERE.parent.parent / "shared"
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--gold", type=Path, default=shared / "gold" / "dev")
    parser.add_argument(
        "--sentences", type=Path, default=shared / "bench" / "align_superpal_multinews.jsonl"
    )
    parser.add_argument("--without", action="store_true")
    parser.add_argument("--check", action="store_true")
    options = parser.parse_args()
    annotated = read_examples(read_gold(options.gold), REAL)
    examples = [*annotated, *read_examples(read_invented(INVENTED))]
    if options.without:
        leave_out(examples, len(annotated))
        return 0
    sentences = read_examples(read_sentences(options.sentences))
    judged = judge_unseen(examples)
    weights = learn(examples)
    judged_sentences = judge_unseen(sentences)
    sentence_weights = learn(sentences)
    data: dict[str, Any] = {
        "inputs": [
            name_input("Annotated pairs of official accounts", *sorted(options.gold.iterdir())),
            name_input("Invented pairs (tools/invented_pairs.txt)", INVENTED),
            name_input("SuperPAL, sentences of news and summaries", options.sentences),
            {"title": "Lexicon of English", "version": default_lexicon().version},
        ],
        "statements": describe(weights, judged),
        "sentences": describe(sentence_weights, judged_sentences),
    }
    content = json.dumps(data, sort_keys=True).encode()
    data = {"version": hashlib.sha256(content).hexdigest()[:12], **data}
    known = {id(e) for e in annotated}
    for name, group in (
        ("annotated, each pair held out", [x for x in judged if id(x[0]) in known]),
        ("invented, each pair held out", [x for x in judged if id(x[0]) not in known]),
        ("annotated, as shipped", judge_seen(annotated, weights)),
    ):
        tell(name, group, data["statements"])
    tell("sentences, each topic held out", judged_sentences, data["sentences"])
    tell("sentences, as shipped", judge_seen(sentences, sentence_weights), data["sentences"])
    tell_calibration(judged, data["statements"])
    text = json.dumps(data, ensure_ascii=False, indent=1) + "\n"
    if options.check:
        return int(TARGET.read_text(encoding="utf-8") != text)
    TARGET.write_text(text, encoding="utf-8", newline="\n")
    return 0


def name_input(title: str, *files: Path) -> dict[str, str]:
    digest = hashlib.sha256()
    for file in files:
        digest.update(file.read_bytes())
    return {"title": title, "sha256": digest.hexdigest()}


if __name__ == "__main__":
    sys.exit(main())
