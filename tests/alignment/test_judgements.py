"""Conflict, facts and stance: half of the rows are look-alikes that are nothing of the kind."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import attrs
import pytest

import paired_readouts as pr

BLOCKS = (Path(__file__).parent / "judgements.txt").read_text(encoding="utf-8").split("\n# ")[1:]
ROWS = {
    name: (left, right, expected.removeprefix("= ").split())
    for name, left, right, expected in (block.strip().split("\n") for block in BLOCKS)
}


@pytest.mark.parametrize("name", ROWS)
@pytest.mark.parametrize("order", [(0, 1), (1, 0)], ids=["as written", "swapped"])
def test_judgement(name: str, order: tuple[int, int], account: Callable[..., pr.Version]) -> None:
    rows, expected = ROWS[name][:2], ROWS[name][2]
    left, right = account("NRL", rows[order[0]]), account("VST", rows[order[1]])
    (link,) = pr.align_statements(left, right, threshold=0.0).links
    found = {link.relation.value, *(d.value for d in link.differences)}
    for word in expected:
        if word.startswith("-"):
            assert word[1:] not in found, link
        else:
            assert word in found, link


@pytest.mark.parametrize("name", ROWS)
def test_evidence_stands_in_the_texts(name: str, account: Callable[..., pr.Version]) -> None:
    left, right = account("NRL", ROWS[name][0]), account("VST", ROWS[name][1])
    (link,) = pr.align_statements(left, right, threshold=0.0).links
    assert bool(link.evidence) == (link.relation is not pr.Relation.SAME)
    for evidence in link.evidence:
        text = left.text if evidence.side is pr.Side.LEFT else right.text
        assert evidence.span.cut(text).strip()


def test_about_half_of_the_rows_are_lookalikes() -> None:
    found = sum(any(not word.startswith("-") for word in row[2]) for row in ROWS.values())
    assert len(ROWS) >= 40
    assert abs(2 * found - len(ROWS)) <= 4


@pytest.mark.parametrize(
    ("values", "relation"),
    [(("NRL", "VST"), "conflict"), (("NRL", "NRL"), "same"), (("NRL", ""), "same")],
    ids=["each says the other", "both say the same", "one alone says"],
)
def test_who_called(
    values: tuple[str, str], relation: str, account: Callable[..., pr.Version]
) -> None:
    sides = []
    for party, value in zip(("NRL", "VST"), values, strict=True):
        version = account(
            party, f" | narrate |  | The call took place on the initiative of {party}."
        )
        span = version.statements[0].span
        claim = pr.Claim(kind=pr.ClaimKind.INITIATOR, value=value or "?", span=span)
        sides.append(attrs.evolve(version, claims=(claim,) if value else ()))
    (link,) = pr.align_statements(*sides, threshold=0.0).links
    assert link.relation.value == relation
