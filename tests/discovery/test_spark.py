"""The example for Spark gives what one machine gives, where Spark and Java are installed."""

from __future__ import annotations

import datetime as dt
import os
import random
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

import paired_readouts as pr

for name in ("pyspark", "pandas", "pyarrow"):
    pytest.importorskip(name)
if shutil.which("java") is None:
    pytest.skip("Spark needs Java", allow_module_level=True)

import pandas as pd  # noqa: E402 - only where it is installed

EXAMPLE = Path(__file__).parents[2] / "examples" / "spark" / "pipeline.py"
LEADERS = [
    ("FR", "France", "President", "Jules Aubrac"), ("DE", "Germany", "Chancellor", "Marta Lindner"),
    ("IT", "Italy", "Prime Minister", "Aldo Ferri"), ("FI", "Finland", "President", "Aino Salmela"),
]  # fmt: skip
MATTERS = ["fishing quotas", "grain transit", "visa rules", "the census", "copper exports"]


def releases(size: int) -> pd.DataFrame:
    """Calls between leaders with invented names, told by both sides or by one."""
    rng = random.Random(5)  # noqa: S311 - nothing secret
    rows = []
    while len(rows) < size:
        both = rng.sample(LEADERS, 2)
        day, matter = rng.randint(1, 28), rng.choice(MATTERS)
        for (party, _, office, own), (_, state, other_office, other) in (both, both[::-1]):
            if rng.random() < 0.8:
                rows.append({
                    "release": f"r{len(rows):03}",
                    "party": party,
                    "issuer": f"Office of the {office}",
                    "title": "",
                    "published": f"2031-05-{day:02}",
                    "url": "",
                    "text": f"{office} {own} spoke by phone today with {other_office} of {state} "
                    f"{other}. {office} {own} welcomed progress on {matter}.",
                })  # fmt: skip
    return pd.DataFrame(rows)


def on_one_machine(given: pd.DataFrame) -> list[tuple[str, str]]:
    found = pr.find_conversations(
        pr.Version(
            text=row.text,
            party=row.party,
            issuer=row.issuer,
            published=dt.date.fromisoformat(row.published),
        )
        for row in given.itertuples()
    )
    return [
        (outcome.conversation.id, pr.to_json(outcome.comparison))
        for outcome in pr.compare_many(c for c in found if len(c.versions) > 1)
    ]


def test_spark_gives_what_one_machine_gives(tmp_path) -> None:
    given = releases(60)
    given.to_parquet(tmp_path / "releases.parquet")
    command = [EXAMPLE, tmp_path / "releases.parquet", tmp_path / "comparisons", "--master"]
    run = subprocess.run(  # noqa: S603 - our own program, in a process as users start it
        [sys.executable, *map(str, command), "local[2]"],
        env=os.environ | {"PYSPARK_PYTHON": sys.executable},
        capture_output=True,
        timeout=400,
        check=False,
    )
    assert run.returncode == 0, run.stderr.decode()[-3000:]
    told = pd.read_parquet(tmp_path / "comparisons")
    alone = on_one_machine(given)
    assert len(alone) > 10
    assert sorted(zip(told.id, told.comparison, strict=True)) == sorted(alone)
