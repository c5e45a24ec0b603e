"""How many links are right, and how long they take, beside peers on the same marked statements.

The pairs are those of tools/invented_pairs.txt: accounts by invented states in the manners of real
press offices, with the links that a careful reader draws. A peer gives a matrix of similarities;
its links are the mutual best above the bound that suits it best on these very pairs. The library
learned from them, so its weights are learned anew here, five times, each time without a fifth of
the pairs, and judged on that fifth.
"""

from __future__ import annotations

import difflib
import math
import statistics
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from importlib import import_module
from pathlib import Path
from typing import Any, TypeAlias

import attrs

import paired_readouts as pr

TOOLS = Path(__file__).parents[1] / "tools"
sys.path.append(str(TOOLS))
from gold_pairs import AnnotatedPair, read_invented  # noqa: E402 - stands beside this folder

Cells: TypeAlias = set[tuple[int, int]]
Matrix: TypeAlias = Sequence[Sequence[float]]
Similarity: TypeAlias = Callable[[list[str], list[str]], Matrix]

__all__ = ["PEERS", "links_lines"]


@attrs.frozen
class Links:
    """How well a way to draw links does, over all pairs."""

    name: str
    precision: float = 0.0
    recall: float = 0.0
    #: Milliseconds a pair, the median.
    milliseconds: float = 0.0
    installed: bool = True

    @property
    def f1(self) -> float:
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0

    def line(self) -> str:
        if not self.installed:
            return f"| {self.name} | | | | not installed |"
        figures = (self.precision, self.recall, self.f1)
        cells = [
            self.name,
            *(f"{x:.2f}" for x in figures),
            f"{self.milliseconds:.2g}\N{NO-BREAK SPACE}ms",
        ]
        return f"| {' | '.join(cells)} |"


def tf_idf(**settings: object) -> Callable[[], Similarity]:
    def make() -> Similarity:
        vectorizer: Any = import_module("sklearn.feature_extraction.text").TfidfVectorizer

        def compare(left: list[str], right: list[str]) -> Matrix:
            rows = vectorizer(**settings).fit_transform([*left, *right])
            return (rows[: len(left)] @ rows[len(left) :].T).toarray().tolist()

        return compare

    return make


def dense() -> Similarity:
    """Words as dense vectors, from the two texts alone: what embeddings are without weights."""
    vectorizer: Any = import_module("sklearn.feature_extraction.text").TfidfVectorizer
    reducer: Any = import_module("sklearn.decomposition").TruncatedSVD
    normalize: Any = import_module("sklearn.preprocessing").normalize

    def compare(left: list[str], right: list[str]) -> Matrix:
        rows = vectorizer(stop_words="english").fit_transform([*left, *right])
        size = max(1, min(12, min(rows.shape) - 1))
        vectors = normalize(reducer(size, random_state=0).fit_transform(rows))
        return (vectors[: len(left)] @ vectors[len(left) :].T).tolist()

    return compare


def fuzzy() -> Similarity:
    process: Any = import_module("rapidfuzz.process")
    scorer: Any = import_module("rapidfuzz.fuzz").token_set_ratio
    return lambda left, right: (process.cdist(left, right, scorer=scorer) / 100).tolist()


def by_difflib() -> Similarity:
    return lambda left, right: [
        [difflib.SequenceMatcher(None, a.split(), b.split()).ratio() for b in right] for a in left
    ]


PEERS: dict[str, Callable[[], Similarity]] = {
    "TF-IDF, character 3–5-grams (scikit-learn)": tf_idf(analyzer="char_wb", ngram_range=(3, 5)),
    "TF-IDF, words (scikit-learn)": tf_idf(stop_words="english"),
    "words as dense vectors, LSA (scikit-learn)": dense,
    "rapidfuzz `token_set_ratio`": fuzzy,
    "difflib on words": by_difflib,
}


def count(found: Sequence[Cells], pairs: Sequence[AnnotatedPair]) -> tuple[float, float]:
    """Precision and recall over the joined pairs of statements."""
    right = sum(len(cells & pair.joined) for cells, pair in zip(found, pairs, strict=True))
    told, true = sum(map(len, found)), sum(len(pair.joined) for pair in pairs)
    return right / max(1, told), right / max(1, true)


def mutual_best(matrix: Matrix) -> dict[tuple[int, int], float]:
    """Cells that are the best of their row and of their column."""
    tops = [max(row) for row in matrix]
    columns = [max(column) for column in zip(*matrix, strict=True)]
    return {
        (i, j): value
        for i, row in enumerate(matrix)
        for j, value in enumerate(row)
        if value > 0 and value >= tops[i] and value >= columns[j]
    }


def measure_peer(name: str, similarity: Similarity, pairs: Sequence[AnnotatedPair]) -> Links:
    times, best = [], []
    for pair in pairs:
        texts = [[s.text for s in version.statements] for version in (pair.left, pair.right)]
        start = time.process_time()
        best.append(mutual_best(similarity(*texts)))
        times.append(time.process_time() - start)

    def with_bound(bound: float) -> Links:
        found = [{cell for cell, value in cells.items() if value >= bound} for cells in best]
        return Links(name, *count(found, pairs), statistics.median(times) * 1000)

    return max((with_bound(k / 50) for k in range(50)), key=lambda links: links.f1)


def measure_unseen(pairs: Sequence[AnnotatedPair]) -> tuple[float, float]:
    """Precision and recall of the library with weights that did not see the pair."""
    learning: Any = import_module("learn_alignment")
    judged = learning.judge_unseen(learning.read_examples(pairs), learning.FOLDS)
    slope, shift = learning.calibrate(judged)
    chance = learning.best_threshold(judged, (slope, shift))
    precision, recall, _ = learning.score(judged, (math.log(chance / (1 - chance)) - shift) / slope)
    return precision, recall


def measure_ours(
    name: str, pairs: Sequence[AnnotatedPair], similarity: Similarity | None = None
) -> Links:
    """The library as it ships, alone or with a similarity as the how-to on embeddings gives one."""

    def of_statements(left: Sequence[pr.Statement], right: Sequence[pr.Statement]) -> Matrix:
        assert similarity is not None
        cosines = similarity([s.text for s in left], [s.text for s in right])
        return [[min(1.0, max(0.0, 0.5 + (x - 0.6) / 0.6)) for x in row] for row in cosines]

    times, found = [], []
    for pair in pairs:
        start = time.process_time()
        alignment = pr.align_statements(
            pair.left, pair.right, similarity=of_statements if similarity else None
        )
        times.append(time.process_time() - start)
        found.append({(i, j) for link in alignment.links for i in link.left for j in link.right})
    return Links(name, *count(found, pairs), statistics.median(times) * 1000)


def links_lines() -> Iterator[str]:
    """The lines of the table."""
    pairs = read_invented(TOOLS / "invented_pairs.txt")
    yield "| links by | precision | recall | F1 | time a pair |"
    yield "|---|---:|---:|---:|---:|"
    ours = measure_ours("paired-readouts, as it ships", pairs)
    precision, recall = measure_unseen(pairs)
    name = "paired-readouts, pairs held out"
    yield attrs.evolve(ours, name=name, precision=precision, recall=recall).line()
    yield ours.line()
    for name, make in PEERS.items():
        try:
            similarity = make()
        except ImportError:
            yield Links(name, installed=False).line()
            continue
        yield measure_peer(name, similarity, pairs).line()
        if make is dense:
            yield measure_ours(
                "paired-readouts with these as `similarity=`", pairs, similarity
            ).line()
