"""Releases in Parquet to comparisons in Parquet, on Spark.

    python examples/spark/pipeline.py RELEASES.parquet COMPARISONS.parquet [--master URL]

RELEASES has the columns of `COLUMNS`; the result has a row for each conversation that two or more
accounts report: its id, its date, and the comparison as a JSON document.
"""

from __future__ import annotations

import argparse
import datetime as dt
from collections.abc import Iterable, Iterator

import pandas as pd
from pyspark.sql import DataFrame, SparkSession

import paired_readouts as pr

#: All text; `release` is a name of your own, `published` is ISO 8601, both needed.
COLUMNS = ("release", "party", "issuer", "title", "published", "url", "text")


def read(frame: pd.DataFrame) -> list[pr.Version]:
    """The releases in a frame with the columns of `COLUMNS`."""
    return [
        pr.Version(
            text=row.text,
            party=row.party,
            issuer=row.issuer,
            title=row.title,
            published=dt.date.fromisoformat(row.published),
            url=row.url,
        )
        for row in frame.itertuples()
    ]


def explode_keys(frames: Iterable[pd.DataFrame]) -> Iterator[pd.DataFrame]:
    """A row for each key of each release."""
    for frame in frames:
        rows = [
            (name, key)
            for name, version in zip(frame.release, read(frame), strict=True)
            for key in pr.conversation_keys(version)
        ]
        yield pd.DataFrame(rows, columns=["release", "key"])


def keep_ties(frames: Iterable[pd.DataFrame]) -> Iterator[pd.DataFrame]:
    """The pairs that are accounts of one conversation, where nothing else is known."""
    for frame in frames:
        sides = [
            read(frame.rename(columns={f"{name}_{side}": name for name in COLUMNS}))
            for side in ("left", "right")
        ]
        kept = [
            any(len(c.versions) > 1 for c in pr.find_conversations(both))
            for both in zip(*sides, strict=True)
        ]
        yield frame.loc[kept, ["release_left", "release_right"]]


def compare_group(group: pd.DataFrame) -> pd.DataFrame:
    """The comparisons of releases that ties join, with nothing else."""
    found = (c for c in pr.find_conversations(read(group)) if len(c.versions) > 1)
    rows = [
        (
            outcome.conversation.id,
            str(outcome.conversation.date),
            pr.to_json(outcome.comparison) if outcome.comparison else str(outcome.error),
        )
        for outcome in pr.compare_many(found)
    ]
    return pd.DataFrame(rows, columns=["id", "date", "comparison"])


def join(ties: Iterable[tuple[str, str]]) -> list[tuple[str, str]]:
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


def on_cluster(releases: DataFrame, spark: SparkSession) -> DataFrame:
    """Keys, join, ties, groups, comparisons."""
    keys = releases.mapInPandas(explode_keys, "release string, key string")
    pairs = (
        keys.withColumnRenamed("release", "release_left")
        .join(keys.withColumnRenamed("release", "release_right"), "key")
        .where("release_left < release_right")
        .select("release_left", "release_right")
        .distinct()
    )
    for side in ("left", "right"):
        texts = releases.withColumnsRenamed({name: f"{name}_{side}" for name in COLUMNS})
        pairs = pairs.join(texts, f"release_{side}")
    ties = pairs.mapInPandas(keep_ties, "release_left string, release_right string")
    # Releases that no chain of ties joins have nothing to do with one another: each such group
    # can be settled alone, wherever it is. Only the names in the ties come to one place.
    groups = spark.createDataFrame(join(map(tuple, ties.collect())), "release string, group string")
    return (
        releases.join(groups, "release")
        .groupBy("group")
        .applyInPandas(compare_group, "id string, date string, comparison string")
        .orderBy("date", "id")
    )


def main() -> None:
    """Run the pipeline where `--master` says, by default on this machine's cores."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("releases")
    parser.add_argument("comparisons")
    parser.add_argument("--master", default="local[*]")
    options = parser.parse_args()
    spark = (
        SparkSession.builder.master(options.master)
        .config("spark.sql.execution.arrow.maxRecordsPerBatch", 500)
        .getOrCreate()
    )
    try:
        results = on_cluster(spark.read.parquet(options.releases), spark)
        results.write.parquet(options.comparisons)
    finally:
        spark.stop()


if __name__ == "__main__":
    main()
