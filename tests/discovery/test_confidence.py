"""Confidence is a probability, learned from what the file names."""

from __future__ import annotations

import json
from importlib.resources import files

import pytest

import paired_readouts as pr
from paired_readouts.discovery._calibration import calibrate


def test_more_evidence_is_more_confidence() -> None:
    chances = [calibrate(odds / 2) for odds in range(14)]
    assert chances == sorted(chances)
    assert 0.4 < chances[0] < 0.6
    assert 0.99 < chances[-1] < 1


def test_curve_names_what_it_was_learned_from() -> None:
    data = json.loads(files("paired_readouts.discovery").joinpath("calibration.json").read_text())
    assert [source["title"] for source in data["inputs"]] == [
        "Generated archives",
        "Releases of four press offices, October 2021 to 2025",
        "Pairs of them that were read",
    ]


@pytest.mark.parametrize("known_states", [True, False])
def test_sum_of_confidences_is_the_number_of_true_conversations(known_states, archives) -> None:
    archive = archives.make_archive(1500, seed=12, known_states=known_states)
    truth = {id(v): set(n) for v, n in zip(archive.versions, archive.truth, strict=True)}
    joined = [
        (c.confidence, bool(set.intersection(*(truth[id(v)] for v in c.versions))))
        for c in pr.find_conversations(archive.versions, lexicon=archive.lexicon)
        if len(c.versions) > 1
    ]
    assert len(joined) > 300
    expected, right = (sum(column) for column in zip(*joined, strict=True))
    assert expected == pytest.approx(right, rel=0.03)
    doubtful = [(chance, one) for chance, one in joined if chance < 0.95]
    expected, right = (sum(column) for column in zip(*doubtful, strict=True))
    assert expected == pytest.approx(right, rel=0.2)
