"""Releases in Parquet to comparisons in Parquet, on a Dask cluster.

    python examples/dask/pipeline.py RELEASES.parquet COMPARISONS.parquet [--workers N]

RELEASES has the columns of `COLUMNS`; the result has a row for each conversation that two or more
accounts report: its id, its date, and the comparison as a JSON document. It is the same, byte for
byte, as what `on_one_machine` gives.
"""

from __future__ import annotations

import argparse
import datetime as dt
from collections.abc import Iterable, Iterator

import dask.dataframe as dd
import pandas as pd
from dask.distributed import Client, LocalCluster

import paired_readouts as pr

__all__ = ["COLUMNS", "on_cluster", "on_one_machine"]

#: All text; `release` is a name of your own, `published` is ISO 8601, both needed.
COLUMNS = ("release", "party", "issuer", "title", "published", "url", "text")

# What each step gives, in the type that Dask gives to texts that it reads.
_KEYS, _TIES, _RESULT = (
    pd.DataFrame({name: pd.Series(dtype="string") for name in names})
    for names in (("release", "key"), ("left", "right"), ("id", "date", "comparison"))
)


def on_one_machine(releases: pd.DataFrame) -> pd.DataFrame:
    """The comparisons of all conversations in `releases`, in one process."""
    found = pr.find_conversations(_versions(releases))
    return _in_order(pd.DataFrame(_compare(found), columns=list(_RESULT), dtype="string"))


def on_cluster(releases: dd.DataFrame, client: Client) -> pd.DataFrame:
    """The same on the workers of `client`: keys, join, ties, groups, comparisons."""
    keys = releases.map_partitions(_explode_keys, meta=_KEYS)
    pairs = keys.merge(keys, on="key", suffixes=("_left", "_right"))
    pairs = pairs[pairs.release_left < pairs.release_right][["release_left", "release_right"]]
    pairs = pairs.drop_duplicates()
    for side in ("left", "right"):
        texts = releases.rename(columns={name: f"{name}_{side}" for name in COLUMNS})
        pairs = pairs.merge(texts, on=f"release_{side}")
    ties = client.compute(pairs.map_partitions(_keep_ties, meta=_TIES)).result()
    # Releases that no chain of ties joins have nothing to do with one another: each such group
    # can be settled alone, wherever it is. Only the names in the ties come to one place.
    rows = _join(zip(ties.left, ties.right, strict=True))
    groups = pd.DataFrame(rows, columns=["release", "group"], dtype="string")
    tied = releases.merge(groups, on="release").shuffle("group")
    results = tied.map_partitions(_compare_groups, meta=_RESULT)
    return _in_order(client.compute(results).result())


def _explode_keys(releases: pd.DataFrame) -> pd.DataFrame:
    rows = [
        (name, key)
        for name, version in zip(releases.release, _versions(releases), strict=True)
        for key in pr.conversation_keys(version)
    ]
    return pd.DataFrame(rows, columns=list(_KEYS), dtype="string")


def _keep_ties(pairs: pd.DataFrame) -> pd.DataFrame:
    """The pairs that are accounts of one conversation, where nothing else is known."""
    sides = [
        _versions(pairs.rename(columns={f"{name}_{side}": name for name in COLUMNS}))
        for side in ("left", "right")
    ]
    kept = [
        any(len(c.versions) > 1 for c in pr.find_conversations(both))
        for both in zip(*sides, strict=True)
    ]
    names = pairs.loc[kept, ["release_left", "release_right"]]
    return names.set_axis(list(_TIES), axis=1).astype("string")


def _compare_groups(releases: pd.DataFrame) -> pd.DataFrame:
    rows = [
        row
        for _, group in releases.groupby("group", sort=True)
        for row in _compare(pr.find_conversations(_versions(group)))
    ]
    return pd.DataFrame(rows, columns=list(_RESULT), dtype="string")


def _compare(conversations: Iterable[pr.Conversation]) -> Iterator[tuple[str, str, str]]:
    several = (c for c in conversations if len(c.versions) > 1)
    for outcome in pr.compare_many(several):
        told = outcome.conversation
        text = pr.to_json(outcome.comparison) if outcome.comparison else str(outcome.error)
        yield told.id, str(told.date), text


def _versions(releases: pd.DataFrame) -> list[pr.Version]:
    return [
        pr.Version(
            text=row.text,
            party=row.party,
            issuer=row.issuer,
            title=row.title,
            published=dt.date.fromisoformat(row.published),
            url=row.url,
        )
        for row in releases.itertuples()
    ]


def _join(ties: Iterable[tuple[str, str]]) -> list[tuple[str, str]]:
    """Each release that a tie names, with the name of the first of its group."""
    above: dict[str, str] = {}

    def top(name: str) -> str:
        while above.setdefault(name, name) != name:
            above[name] = above[above[name]]
            name = above[name]
        return name

    for left, right in ties:
        first, second = sorted((top(left), top(right)))
        above[second] = first
    return sorted((name, top(name)) for name in list(above))


def _in_order(results: pd.DataFrame) -> pd.DataFrame:
    return results.sort_values(["date", "id"]).reset_index(drop=True)


def main() -> None:
    """Run the pipeline on a cluster of this machine's own."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("releases")
    parser.add_argument("comparisons")
    parser.add_argument("--workers", type=int, default=2)
    options = parser.parse_args()
    with (
        LocalCluster(n_workers=options.workers, threads_per_worker=1) as cluster,
        Client(cluster) as client,
    ):
        on_cluster(dd.read_parquet(options.releases), client).to_parquet(options.comparisons)


if __name__ == "__main__":
    main()
