"""How fast each step is, and how many links are right, beside peers that are installed.

    python benchmarks/run.py [--write] [NAME …]

Prints two Markdown tables, or writes them into docs/speed.md. A time is the processor's, so that
other programs disturb it little: the median of repeated runs in one process; `import`, `first`
and `command` are medians over fresh processes. The first row is a loop of plain Python, by which
runs and machines can be compared. A peer that is not installed is skipped by name.
"""

from __future__ import annotations

import argparse
import re
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterable, Iterator
from importlib import import_module
from itertools import cycle
from pathlib import Path
from typing import Any

import attrs
from accounts import make_article, make_pair, make_release, make_text
from links import links_lines

import paired_readouts as pr

HERE = Path(__file__).parent
PAGE = HERE.parent / "docs" / "speed.md"
PROCESSES = 20


@attrs.frozen
class Row:
    """One line of the table."""

    step: str
    on: str
    milliseconds: float
    peer: str = ""
    peer_milliseconds: float | None = None

    def cells(self) -> Iterable[str]:
        yield from (self.step, self.on, show(self.milliseconds), self.peer)
        if self.peer_milliseconds is None:
            yield from ("", "not installed" if self.peer else "")
        else:
            yield show(self.peer_milliseconds)
            yield f"{self.milliseconds / self.peer_milliseconds:.2g}×"


def show(milliseconds: float) -> str:
    return f"{milliseconds:.3g}\N{NO-BREAK SPACE}ms"


def timed(run: Callable[[], object], *, seconds: float = 0.5) -> float:
    """The median time of a run, in milliseconds, after one that warms up."""
    run()
    times: list[float] = []
    while len(times) < 5 or (sum(times) < seconds and len(times) < 1000):
        start = time.process_time()
        run()
        times.append(time.process_time() - start)
    return statistics.median(times) * 1000


def in_processes(program: str, *, count: int = PROCESSES) -> float:
    """The median of the milliseconds that `program` prints, over fresh processes."""
    command = [sys.executable, "-c", program]
    runs = [
        subprocess.run(command, cwd=HERE, capture_output=True, check=True, text=True)
        for _ in range(count)
    ]
    return statistics.median(float(run.stdout) for run in runs)


def beside(
    step: str, on: str, ours: float, peers: dict[str, Callable[[], Callable[[], object]]]
) -> Iterator[Row]:
    """Our time beside each peer's; a peer is made by a call that may fail to import it."""
    for peer, make in peers.items():
        try:
            run = make()
        except ImportError:
            yield Row(step, on, ours, peer)
        else:
            yield Row(step, on, ours, peer, timed(run))


def bench_reference() -> Iterator[Row]:
    words = make_text("NRL", 70).split() * 20

    def count() -> dict[str, int]:
        told: dict[str, int] = {}
        for word in words:
            told[word] = told.get(word, 0) + 1
        return told

    yield Row("(reference)", f"a loop that counts {len(words):,} words", timed(count))


def bench_import() -> Iterator[Row]:
    program = (
        "import time, attrs; start = time.process_time(); import {}; "
        "print((time.process_time() - start) * 1000)"
    )
    yield Row("import", "beyond attrs", in_processes(program.format("paired_readouts")))


def bench_first() -> Iterator[Row]:
    program = (
        "import time; start = time.process_time(); import paired_readouts as pr\n"
        "from accounts import make_pair; left, right = make_pair(10, 10)\n"
        "pr.compare_versions(left, right); print((time.process_time() - start) * 1000)"
    )
    yield Row("first comparison", "10 × 10 statements, with imports", in_processes(program))


def bench_command() -> Iterator[Row]:
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "releases.txt"
        file.write_text(make_release("NRL", 9) + make_release("VST", 9), encoding="utf-8")
        program = (
            "import os, subprocess, sys; subprocess.run("
            f"[sys.executable, '-m', 'paired_readouts', 'compare', {str(file)!r}], "
            "check=True, stdout=subprocess.DEVNULL); end = os.times(); "
            "print((end.children_user + end.children_system) * 1000)"
        )
        yield Row("command line", "10 × 10 statements", in_processes(program, count=10))


def bench_compare() -> Iterator[Row]:
    # Each time other texts, here and below: what is read of the last few is kept.
    for size in ((10, 10), (30, 30)):
        pairs = [make_pair(*size, conversation=number) for number in range(12)]
        words = round(statistics.mean(left.words + right.words for left, right in pairs))
        texts = cycle(pairs)
        ours = timed(lambda texts=texts: pr.compare_versions(*next(texts)))
        yield Row("compare", f"{size[0]} × {size[1]} statements, {words} words", ours)


def bench_parse() -> Iterator[Row]:
    release = pr.Source(make_release("NRL", 20), name="release.txt")
    yield Row("parse", "a release of 21 sentences", timed(lambda: pr.parse_versions(release)))
    article = pr.Source(make_article(20), name="article.txt")
    yield Row("parse", "an article with two", timed(lambda: pr.parse_versions(article)))


def bench_extract() -> Iterator[Row]:
    versions = [make_pair(70, 2, conversation=number)[0] for number in range(12)]
    words = statistics.mean(version.words for version in versions)
    texts = cycle(versions)

    def extract() -> pr.Version:
        version = next(texts)
        return pr.extract_statements(version, participants=version.participants)

    yield Row("extract", "per 1,000 words", timed(extract) * 1000 / words)


def bench_sentences() -> Iterator[Row]:
    text = make_text("NRL", 70)
    thousands = len(text.split()) / 1000

    def pysbd() -> Callable[[], object]:
        segmenter: Any = import_module("pysbd").Segmenter(language="en", clean=False)
        return lambda: segmenter.segment(text)

    def spacy() -> Callable[[], object]:
        pipeline: Any = import_module("spacy").blank("en")
        pipeline.add_pipe("sentencizer")
        return lambda: list(pipeline(text).sents)

    ours = timed(lambda: pr.split_sentences(text))
    for row in beside("split sentences", "", ours, {"pysbd": pysbd, "spaCy sentencizer": spacy}):
        per = None if row.peer_milliseconds is None else row.peer_milliseconds / thousands
        yield attrs.evolve(
            row, on="per 1,000 words", milliseconds=ours / thousands, peer_milliseconds=per
        )


def bench_align() -> Iterator[Row]:
    for size in ((9, 5), (20, 20), (200, 200)):
        versions = make_pair(*size)
        left, right = (pr.extract_statements(v, participants=v.participants) for v in versions)
        texts = [[s.text for s in version.statements] for version in (left, right)]

        def tf_idf(texts: list[list[str]] = texts) -> Callable[[], object]:
            make: Any = import_module("sklearn.feature_extraction.text").TfidfVectorizer

            def run() -> object:
                matrix = make(analyzer="char_wb", ngram_range=(3, 5)).fit_transform(
                    [*texts[0], *texts[1]]
                )
                return matrix[: len(texts[0])] @ matrix[len(texts[0]) :].T

            return run

        def fuzzy(texts: list[list[str]] = texts) -> Callable[[], object]:
            process: Any = import_module("rapidfuzz.process")
            scorer: Any = import_module("rapidfuzz.fuzz").token_set_ratio
            return lambda: process.cdist(*texts, scorer=scorer)

        ours = timed(lambda left=left, right=right: pr.align_statements(left, right))
        on = f"{len(left.statements)} × {len(right.statements)} statements"
        yield from beside("align", on, ours, {"TF-IDF (sklearn)": tf_idf, "rapidfuzz": fuzzy})


def bench_score() -> Iterator[Row]:
    comparison = pr.compare_versions(*make_pair(10, 10))
    ours = timed(lambda: pr.score_divergence(comparison.alignment))
    yield Row("score", "10 × 10 statements", ours)


def bench_render() -> Iterator[Row]:
    comparison = pr.compare_versions(*make_pair(10, 10))
    for render in (pr.render_text, pr.render_markdown, pr.render_html):
        ours = timed(lambda render=render: render(comparison))
        yield Row(render.__name__, "10 × 10 statements", ours)


def bench_exchange() -> Iterator[Row]:
    comparison = pr.compare_versions(*make_pair(10, 10))
    text = pr.to_json(comparison)
    yield Row("to_json", "10 × 10 statements", timed(lambda: pr.to_json(comparison)))
    yield Row("from_json", f"{len(text) // 1024} kB", timed(lambda: pr.from_json(text)))


def bench_discover() -> Iterator[Row]:
    pairs = [make_pair(6, 6, conversation=n, day=n) for n in range(100)]
    versions = [version for pair in pairs for version in pair]
    ours = timed(lambda: pr.find_conversations(versions))
    yield Row("find conversations", f"{len(versions)} versions", ours)


BENCHMARKS: dict[str, Callable[[], Iterator[Row]]] = {
    name.removeprefix("bench_"): function
    for name, function in list(globals().items())
    if name.startswith("bench_")
}


def write_lines(names: list[str]) -> Iterator[str]:
    yield "| step | on | time | peer | its time | ratio |"
    yield "|---|---|---:|---|---:|---:|"
    for name in names:
        for row in BENCHMARKS[name]():
            yield f"| {' | '.join(row.cells())} |"


def write_table(page: str, mark: str, table: str) -> str:
    """The page with the table between its marks."""
    marks = re.compile(rf"(<!-- {mark} -->\n).*?(<!-- end -->)", re.DOTALL)
    return marks.sub(lambda found: f"{found[1]}{table}\n\n{found[2]}", page)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    known = [*BENCHMARKS, "links"]
    parser.add_argument("names", nargs="*", metavar="NAME", help=", ".join(known))
    parser.add_argument("--write", action="store_true", help=f"into {PAGE.name}")
    options = parser.parse_args()
    names = options.names or known
    if unknown := [name for name in names if name not in known]:
        parser.error(f"no benchmark {unknown[0]!r}; there is: {', '.join(known)}")
    tables: dict[str, Iterator[str]] = {}
    if steps := [name for name in names if name != "links"]:
        tables["table"] = write_lines(steps)
    if "links" in names:
        tables["links"] = links_lines()
    page = PAGE.read_text(encoding="utf-8")
    for mark, lines in tables.items():
        kept = []
        for line in lines:
            print(line, flush=True)
            kept.append(line)
        print()
        page = write_table(page, mark, "\n".join(kept))
    if options.write:
        PAGE.write_text(page, encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
