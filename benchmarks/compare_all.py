"""How much more `compare-all` does with two processes than with one, on a generated archive.

    python benchmarks/compare_all.py [--size N] [--runs N]

Prints wall and processor seconds of each run, one process and two in turn, and the ratio of the
medians of the wall times. Only a machine with two idle cores tells something.
"""

from __future__ import annotations

import argparse
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from archive import make_archive

import paired_readouts as pr


def write_conversations(size: int, target: Path) -> int:
    """The conversations of an archive with two accounts, a line each; gives their number."""
    archive = make_archive(size)
    found = pr.find_conversations(archive.versions, lexicon=archive.lexicon)
    lines = [pr.to_json(c) + "\n" for c in found if len(c.versions) == 2]
    target.write_text("".join(lines), encoding="utf-8")
    return len(lines)


def measure(file: Path, jobs: int) -> tuple[float, float]:
    """Wall and processor seconds of one run of the command."""
    out = file.with_name("out.jsonl")
    command = [sys.executable, "-m", "paired_readouts", "compare-all", str(file), "-o", str(out)]
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    start = time.perf_counter()
    subprocess.run([*command, "--jobs", str(jobs)], check=True, stderr=subprocess.DEVNULL)
    wall = time.perf_counter() - start
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return wall, after.ru_utime - before.ru_utime + after.ru_stime - before.ru_stime


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--size", type=int, default=6_000, help="releases in the archive")
    parser.add_argument("--runs", type=int, default=5)
    options = parser.parse_args()
    times: dict[int, list[float]] = {1: [], 2: []}
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "conversations.jsonl"
        print(f"{write_conversations(options.size, file)} conversations")
        for _ in range(options.runs):
            for jobs, walls in times.items():
                wall, processor = measure(file, jobs)
                walls.append(wall)
                print(f"{jobs} process(es): {wall:.2f} s, of the processor {processor:.2f} s")
    one, two = (statistics.median(walls) for walls in times.values())
    print(f"with two {one / two:.2f} times the throughput of one")


if __name__ == "__main__":
    main()
