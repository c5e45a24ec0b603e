"""How fast and how well `find_conversations` groups a generated archive.

    python benchmarks/discovery.py [SIZE …] [--seed N] [--unknown-states]

Prints a Markdown table: seconds of the processor, the most memory held so far, recall and
precision over pairs of releases, and how much longer each size took than the one before.
"""

from __future__ import annotations

import argparse
import resource
import time
from collections import defaultdict
from collections.abc import Iterable
from itertools import combinations

from archive import Archive, make_archive

import paired_readouts as pr


def measure(archive: Archive) -> tuple[float, float, float, set[tuple[int, int]]]:
    """Seconds, recall, precision, and the pairs on which truth and result differ."""
    start = time.process_time()
    found = pr.find_conversations(archive.versions, lexicon=archive.lexicon)
    seconds = time.process_time() - start
    places = {id(version): place for place, version in enumerate(archive.versions)}
    groups: dict[int, list[int]] = defaultdict(list)
    for place, numbers in enumerate(archive.truth):
        for number in numbers:
            groups[number].append(place)
    true = pairs(groups.values())
    told = pairs([places[id(v)] for v in conversation.versions] for conversation in found)
    right = len(true & told)
    return seconds, right / max(1, len(true)), right / max(1, len(told)), true ^ told


def pairs(groups: Iterable[list[int]]) -> set[tuple[int, int]]:
    """Every pair of places that stand in one group."""
    return {pair for group in groups for pair in combinations(sorted(group), 2)}


def main() -> None:
    """Measure each size that is asked for."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("sizes", nargs="*", type=int, default=[25_000, 50_000, 100_000])
    parser.add_argument("--seed", type=int, default=7)
    parser.add_argument("--unknown-states", action="store_true")
    options = parser.parse_args()
    print("| releases | seconds | ms a release | MB | recall | precision | times the one before |")
    print("|---:|---:|---:|---:|---:|---:|---:|")
    before = 0.0
    for size in options.sizes:
        archive = make_archive(size, seed=options.seed, known_states=not options.unknown_states)
        seconds, recall, precision, _ = measure(archive)
        memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        times = f"{seconds / before:.2f}" if before else ""
        print(
            f"| {size:,} | {seconds:.1f} | {1000 * seconds / size:.2f} | {memory:.0f} "
            f"| {recall:.3f} | {precision:.3f} | {times} |",
            flush=True,
        )
        before = seconds


if __name__ == "__main__":
    main()
