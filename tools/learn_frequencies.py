"""Learn how often words occur in the genre, from a collection of releases.

    python tools/learn_frequencies.py ../shared/corpus/releases.jsonl

Writes src/paired_readouts/alignment/frequencies.json: for each stem that at least four sentences
have, how much it tells: log2(sentences / sentences with it), rounded to halves; stems of one weight
stand together. Byte for byte the same from the same input.
"""

from __future__ import annotations

import argparse
import collections
import hashlib
import json
import math
import re
from pathlib import Path
from typing import Any

from paired_readouts._text import stem, tokenize

TARGET = Path(__file__).parents[1] / "src" / "paired_readouts" / "alignment" / "frequencies.json"
SENTENCE = re.compile(r"(?<=[.!?])[\"”’']?\s+(?=[A-Z“\"])")
TITLE = "Releases of four press offices, October 2021 to 2025"
LEAST = 4


def count_sentences(lines: list[str]) -> tuple[int, collections.Counter[str]]:
    total = 0
    counts: collections.Counter[str] = collections.Counter()
    for line in lines:
        for sentence in SENTENCE.split(json.loads(line)["text"]):
            total += 1
            counts.update({stem(w) for w in tokenize(sentence).lower if w[0].isalpha()})
    return total, counts


def describe(raw: bytes) -> dict[str, Any]:
    """What is written, from the collection's bytes."""
    total, counts = count_sentences(raw.decode("utf-8").splitlines())
    levels: dict[str, list[str]] = collections.defaultdict(list)
    for word, count in sorted(counts.items()):
        if count >= LEAST:
            levels[f"{round(2 * math.log2(total / count)) / 2:.1f}"].append(word)
    return {
        "input": {"title": TITLE, "sha256": hashlib.sha256(raw).hexdigest()},
        "sentences": total,
        "unseen": round(2 * math.log2(total / LEAST)) / 2 + 1,
        "weights": {k: " ".join(levels[k]) for k in sorted(levels, key=float)},
    }


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("corpus", type=Path)
    data = describe(parser.parse_args().corpus.read_bytes())
    text = json.dumps(data, ensure_ascii=False, indent=0) + "\n"
    TARGET.write_text(text, encoding="utf-8", newline="\n")
    print(f"{len(text)} bytes")


if __name__ == "__main__":
    main()
