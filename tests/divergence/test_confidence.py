"""The confidence of findings: what it is estimated from, and that the file is whole."""

from __future__ import annotations

import json
from pathlib import Path

import attrs
import pytest
from divergence_accounts import account, join

from paired_readouts import divergence
from paired_readouts.divergence import score_divergence
from paired_readouts.divergence._confidence import KINDS, SIGNS, estimate, kind_of, signs_of_link
from paired_readouts.model import Alignment, Divergence, FindingCode

FILE = json.loads((Path(divergence.__file__).parent / "confidence.json").read_text("utf-8"))
SPOKE = "- | narrate | spoke | President Velin spoke with Prime Minister Orsk."
URGED = "velin | request | urged | President Velin urged the release of the crew of the Arn."
NOTED = "velin | state | noted | President Velin noted the release of the crew of the Arn."


def test_the_file_has_every_kind_and_sign_and_names_its_inputs() -> None:
    assert {kind: tuple(row["signs"]) for kind, row in FILE["kinds"].items()} == dict(SIGNS)
    assert KINDS.keys() == SIGNS.keys()
    assert all(one["title"] for one in FILE["inputs"])


@pytest.mark.parametrize("kind", [kind for kind in SIGNS if kind != "absence"])
def test_a_surer_link_makes_a_surer_finding(kind: str) -> None:
    scores = (0.2, 0.5, 0.7)
    sure = [estimate(kind, signs_of_link(score, 0.5)) for score in scores]
    assert sure == sorted(set(sure))
    assert 0 < sure[0] < sure[-1] < 1


def test_what_has_candidates_for_a_counterpart_is_less_surely_alone() -> None:
    alone = [estimate("absence", {"shared": 0.1, "rivals": n}) for n in range(5)]
    assert alone == sorted(alone, reverse=True)


@pytest.mark.parametrize(
    ("code", "on_link", "kind"),
    [
        (FindingCode.ONE_SIDED, False, "absence"),
        (FindingCode.ONE_SIDED, True, "items"),
        (FindingCode.FORCE, True, "words"),
        (FindingCode.REASSIGNED, True, "speakers"),
        (FindingCode.LENGTH, False, ""),
        (FindingCode.NAMING, True, ""),
    ],
    ids=lambda value: str(value) or "none",
)
def test_the_kind_of_a_finding(code: FindingCode, on_link: bool, kind: str) -> None:  # noqa: FBT001
    assert kind_of(code, on_link=on_link) == kind


def scored(probability: float) -> Divergence:
    alignment = join(account("NRL", [SPOKE, URGED]), account("VST", [SPOKE, NOTED]), "0-0")
    (contact,) = alignment.links
    (force,) = join(alignment.left, alignment.right, "1-1 differs force").links
    links = (contact, attrs.evolve(force, score=probability))
    return score_divergence(Alignment(left=alignment.left, right=alignment.right, links=links))


def test_a_finding_is_less_sure_where_its_link_is() -> None:
    (sure,), (unsure,) = scored(0.95).findings, scored(0.3).findings
    assert (sure.code, unsure.code) == (FindingCode.FORCE, FindingCode.FORCE)
    assert sure.confidence > unsure.confidence
    assert sure.confidence == round(sure.confidence, 6)
