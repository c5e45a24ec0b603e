"""The questions of the how-to, asked in pandas, Polars and DuckDB as a reader types them in."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

import paired_readouts as pr

for name in ("pandas", "polars", "duckdb", "pyarrow"):
    pytest.importorskip(name)

import duckdb  # noqa: E402 - only where it is installed

PAGE = Path(__file__).parents[2] / "docs" / "how-to" / "questions-over-an-archive.md"
SECTION = re.compile(r"^## (.+?)$(.*?)(?=^## |\Z)", re.DOTALL | re.MULTILINE)
BLOCK = re.compile(r"^```(py|sql)\n(.*?)^```$", re.DOTALL | re.MULTILINE)
HEAD, *REST = PAGE.read_text(encoding="utf-8").split("\n## ", 1)
READ, IN_PANDAS, IN_POLARS = (code for _, code in BLOCK.findall(HEAD))
QUESTIONS = {
    title: [code for _, code in BLOCK.findall(body)]
    for title, body in SECTION.findall("## " + REST[0])
    if BLOCK.search(body)
}

MATTERS = {2031: "sanctions and the grain trade", 2032: "nuclear safety and prisoners of war"}


@pytest.fixture
def comparisons(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Two conversations of two years, and a line that could not be compared."""
    monkeypatch.chdir(tmp_path)
    lines = ['{"type": "Error", "conversation": "", "code": "x", "message": "y"}']
    for year, matter in MATTERS.items():
        texts = {
            ("VST", "Office of the President"): (
                f"President Mara Velin spoke by phone with Minister Elsa Aro of Norland today. "
                f"President Velin condemned {matter}. She urged Minister Aro to open the border. "
                f"They discussed the ceasefire."
            ),
            ("NRL", "Office of the Minister"): (
                "Minister Elsa Aro had a telephone call with President Mara Velin of Vestria. "
                "Minister Aro welcomed the ceasefire. President Velin raised the border."
            ),
        }
        versions = tuple(
            pr.Version(text=text, party=party, issuer=issuer, published=dt.date(year, 5, 3))
            for (party, issuer), text in texts.items()
        )
        compared = pr.compare_conversation(pr.Conversation(versions=versions, id=f"c{year}"))
        lines.append(pr.to_json(compared))
    Path("comparisons.jsonl").write_text("\n".join(lines) + "\n", encoding="utf-8")


def answers(question: str) -> Iterator[list[tuple[Any, ...]]]:
    """What each library answers."""
    for setting, code in zip((IN_PANDAS, IN_POLARS), QUESTIONS[question], strict=False):
        names: dict[str, Any] = {}
        exec(READ + setting + code, names)  # noqa: S102 - our own page
        found = names["found"]
        rows = found.rows() if hasattr(found, "rows") else found.itertuples(index=False)
        yield in_order(rows)
        with duckdb.connect() as connection:
            for table in ("statements", "links", "findings"):
                connection.register(table, names[table])
            yield in_order(connection.sql(QUESTIONS[question][2]).fetchall())


def in_order(rows: Any) -> list[tuple[Any, ...]]:
    told = [tuple(round(c, 9) if isinstance(c, float) else c for c in row) for row in rows]
    return sorted(told, key=repr)


def test_page_asks_questions() -> None:
    assert len(QUESTIONS) >= 5
    assert all(len(blocks) == 3 for blocks in QUESTIONS.values())


@pytest.mark.usefixtures("comparisons")
@pytest.mark.parametrize("question", QUESTIONS)
def test_libraries_agree(question: str) -> None:
    first, *others = answers(question)
    assert first
    assert all(answer == first for answer in others)


@pytest.mark.usefixtures("comparisons")
def test_topics_that_an_office_does_not_mention() -> None:
    (found, *_) = answers(next(iter(QUESTIONS)))
    assert ("2031", "sanctions", 1) in found
    assert not any(year == "2032" and topic == "sanctions" for year, topic, _ in found)
