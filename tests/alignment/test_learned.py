"""The learned numbers that ship: complete, named by their inputs, and made again from them."""

from __future__ import annotations

import hashlib
import importlib.util
import json
import sys
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

import pytest

import paired_readouts as pr
from paired_readouts.alignment import _frequencies
from paired_readouts.alignment._features import FEATURES
from paired_readouts.alignment._scoring import RIVALRY
from paired_readouts.alignment._sentences import SENTENCE_FEATURES

ROOT = Path(__file__).parents[2]
TOOLS = ROOT / "tools"
DATA = Path(_frequencies.__file__).parent
WEIGHTS = json.loads((DATA / "weights.json").read_text(encoding="utf-8"))
FREQUENCIES = json.loads((DATA / "frequencies.json").read_text(encoding="utf-8"))
CORPUS = ROOT / ".." / "shared" / "corpus" / "releases.jsonl"


@pytest.fixture
def tools(monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    monkeypatch.syspath_prepend(str(TOOLS))
    yield TOOLS
    for name in ("gold_pairs", "learn_frequencies"):
        sys.modules.pop(name, None)


def load(name: str) -> ModuleType:
    spec = importlib.util.spec_from_file_location(name, TOOLS / f"{name}.py")
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    sys.modules[name] = module
    spec.loader.exec_module(module)
    return module


@pytest.mark.parametrize(
    ("part", "names"), [("statements", FEATURES), ("sentences", SENTENCE_FEATURES)]
)
def test_every_feature_has_its_weight(part: str, names: tuple[str, ...]) -> None:
    assert tuple(WEIGHTS[part]["features"]) == names
    assert tuple(WEIGHTS[part]["rivalry"]) == RIVALRY
    assert 0 < WEIGHTS[part]["threshold"] < 1
    assert WEIGHTS[part]["calibration"]["slope"] > 0


def test_evidence_speaks_for_a_link_and_its_absence_against() -> None:
    weights = WEIGHTS["statements"]["features"]
    for name in (
        "all words",
        "items",
        "letters",
        "concepts",
        "topics",
        "figures",
        "contact",
        "closing",
    ):
        assert weights[name] > 0, name
    for name in ("topics apart", "other speakers", "contact once", "strangers"):
        assert weights[name] < 0, name


def test_the_invented_pairs_are_those_learned_from() -> None:
    digest = hashlib.sha256((TOOLS / "invented_pairs.txt").read_bytes()).hexdigest()
    assert digest in {source.get("sha256") for source in WEIGHTS["inputs"]}


@pytest.mark.skipif(not CORPUS.is_file(), reason="the collection of releases is not at hand")
def test_frequencies_come_from_their_input(tools: Path) -> None:
    raw = CORPUS.read_bytes()
    assert hashlib.sha256(raw).hexdigest() == FREQUENCIES["input"]["sha256"]
    module = load("learn_frequencies")
    assert module.describe(raw) == FREQUENCIES


def test_invented_pairs_are_whole(tools: Path) -> None:
    pairs = load("gold_pairs").read_invented(TOOLS / "invented_pairs.txt")
    assert len(pairs) >= 20
    for pair in pairs:
        sizes = (len(pair.left.statements), len(pair.right.statements))
        for link in pair.links:
            assert max(link["a"]) < sizes[0], pair.id
            assert max(link["b"]) < sizes[1], pair.id
            pr.Relation(link["relation"])
            assert all(pr.Difference(kind) for kind in link["differences"]), pair.id


# The first pairs of the file, and those after them, which are written to be hard: the least F1.
@pytest.mark.parametrize(("part", "floor"), [(slice(39), 0.75), (slice(39, None), 0.5)])
def test_links_of_invented_pairs_are_found(tools: Path, part: slice, floor: float) -> None:
    """A floor under what ships: most of the links, and few others."""
    hit = found = gold = 0
    for pair in load("gold_pairs").read_invented(TOOLS / "invented_pairs.txt")[part]:
        alignment = pr.align_statements(pair.left, pair.right)
        got = {(i, j) for link in alignment.links for i in link.left for j in link.right}
        hit, found, gold = hit + len(got & pair.joined), found + len(got), gold + len(pair.joined)
    assert 2 * hit / (found + gold) > floor
