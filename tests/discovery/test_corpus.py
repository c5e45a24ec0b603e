"""The published collections that may stand beside the checkout: every known pair is found."""

from __future__ import annotations

import datetime as dt
import json
from functools import cache
from pathlib import Path

import pytest

import paired_readouts as pr

CORPUS = Path(__file__).parents[2] / ".." / "shared" / "corpus"
pytestmark = pytest.mark.skipif(
    not (CORPUS / "releases.jsonl").is_file(), reason="the collections are not there"
)


def rows(name: str) -> list[dict[str, str]]:
    with (CORPUS / name).open(encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]


@cache
def groups() -> list[set[str]]:
    """The names of the releases of each conversation that has two versions or more."""
    names = {}
    for row in rows("releases.jsonl"):
        version = pr.Version(
            text=row["text"],
            party=row["party"],
            issuer=row["issuer"],
            title=row["title"],
            published=dt.date.fromisoformat(row["date"]),
            url=row["url"],
        )
        names[version] = row["release"]
    found = pr.find_conversations(names)
    return [{names[v] for v in c.versions} for c in found if len(c.versions) > 1]


def test_every_known_pair_is_found() -> None:
    missed = [r for r in rows("pairs.jsonl") if not any({r["a"], r["b"]} <= g for g in groups())]
    assert missed == []


def test_nothing_is_joined_that_reading_did_not_confirm() -> None:
    """Besides the pairs: releases published twice, and two accounts of one delegation."""
    known = [{r["a"], r["b"]} for r in rows("pairs.jsonl")]
    further = sorted(sorted(g) for g in groups() if g not in known)
    assert further == [
        ["us-state-20220203-02", "us-state-20220204-01"],
        ["us-state-20220223-01", "us-state-20220223-05"],
        ["us-state-20220314-04", "us-state-20220314-05"],
        ["us-state-20220326-01", "us-wh-20220326-b"],
        ["us-wh-20230605-a", "us-wh-20230605-b"],
    ]
