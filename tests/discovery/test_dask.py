"""The example for a cluster gives what one machine gives, byte for byte."""

from __future__ import annotations

import importlib.util
import random
import subprocess
import sys
from pathlib import Path

import pytest

for name in ("dask.dataframe", "distributed", "pandas", "pyarrow"):
    pytest.importorskip(name)

import pandas as pd  # noqa: E402 - only where it is installed

EXAMPLE = Path(__file__).parents[2] / "examples" / "dask" / "pipeline.py"
LEADERS = [
    ("FR", "France", "President", "Jules Aubrac"), ("DE", "Germany", "Chancellor", "Marta Lindner"),
    ("IT", "Italy", "Prime Minister", "Aldo Ferri"), ("FI", "Finland", "President", "Aino Salmela"),
    ("JP", "Japan", "Prime Minister", "Kenji Morita"),
]  # fmt: skip
MATTERS = ["fishing quotas", "grain transit", "visa rules", "the census", "copper exports"]


def load():
    spec = importlib.util.spec_from_file_location("pipeline", EXAMPLE)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def releases(size: int) -> pd.DataFrame:
    """Calls between leaders with invented names, told by both sides or by one."""
    rng = random.Random(5)  # noqa: S311 - nothing secret
    rows = []
    while len(rows) < size:
        both = rng.sample(LEADERS, 2)
        day = rng.randint(1, 28)
        matters = rng.sample(MATTERS, 3)
        for (party, _, office, name), (_, state, other_office, other) in (both, both[::-1]):
            if rng.random() < 0.8:
                rows.append({
                    "release": f"r{len(rows):03}",
                    "party": party,
                    "issuer": f"Office of the {office}",
                    "title": f"{office} {name} spoke with {other_office} of {state} {other}",
                    "published": f"2031-05-{day:02}",
                    "url": "",
                    "text": f"{office} {name} spoke by phone today with {other_office} of {state} "
                    f"{other}. The leaders discussed {rng.choice(matters)} and "
                    f"{rng.choice(matters)}. {office} {name} welcomed progress on "
                    f"{rng.choice(matters)}.",
                })  # fmt: skip
    return pd.DataFrame(rows)


def test_cluster_gives_what_one_machine_gives(tmp_path) -> None:
    pipeline = load()
    given = releases(120)
    (tmp_path / "releases").mkdir()
    for part in range(7):
        given[part::7].to_parquet(tmp_path / "releases" / f"{part}.parquet")
    pipeline.on_one_machine(given).to_parquet(tmp_path / "alone.parquet")
    command = [EXAMPLE, tmp_path / "releases", tmp_path / "together.parquet", "--workers", "2"]
    run = subprocess.run(  # noqa: S603 - our own program, in a process as users start it
        [sys.executable, *map(str, command)], capture_output=True, timeout=300, check=False
    )
    assert run.returncode == 0, run.stderr.decode()
    assert len(pd.read_parquet(tmp_path / "alone.parquet")) > 20
    alone, together = ((tmp_path / f"{n}.parquet").read_bytes() for n in ("alone", "together"))
    assert alone == together
