"""HTML in small pieces: escaping, references, the style sheet and the script."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cache
from html import escape as escape_html
from pathlib import Path

from paired_readouts.rendering._quoting import clean

__all__ = ["SIGNS", "escape", "read_asset", "refer", "relation_sign", "table"]

_ASSETS = Path(__file__).parent / "assets"

#: A sign beside each relation's colour, so that colour alone never tells.
SIGNS = {"same": "=", "differs": "≈", "conflict": "✕"}


def escape(text: str) -> str:
    """`text` as HTML text or as the value of a quoted attribute."""
    return escape_html(clean(text), quote=True)


def refer(labels: Iterable[str]) -> str:
    """Links to the lines with these labels."""
    return " ".join(f'<a class="ref" href="#s-{escape(x)}">{escape(x)}</a>' for x in labels)


def relation_sign(relation: str) -> str:
    """A relation's sign and word, marked with its class; the sign is not read aloud."""
    kind = relation if relation in SIGNS else "only"
    sign = SIGNS.get(relation, "–")
    return (
        f'<span class="rel {kind}"><span aria-hidden="true">{sign} </span>{escape(relation)}</span>'
    )


def table(
    caption: str, header: Sequence[str], rows: Iterable[Sequence[str]], *, name: str = ""
) -> str:
    """A table whose first column heads its rows; header and cells are HTML already."""
    identity = f' id="{name}"' if name else ""
    head = "".join(f'<th scope="col">{cell}</th>' for cell in header)
    body = "\n".join(
        f'<tr><th scope="row">{first}</th>'
        + "".join(_cell(title, cell) for title, cell in zip(header[1:], rest, strict=True))
        + "</tr>"
        for first, *rest in rows
    )
    return (
        f"<table{identity}><caption>{caption}</caption>\n"
        f"<thead><tr>{head}</tr></thead>\n<tbody>\n{body}\n</tbody></table>"
    )


def _cell(title: str, cell: str) -> str:
    # A narrow page shows the column's title in each cell, and no empty ones.
    kind = ' class="none"' if cell == "–" else ""
    return f'<td{kind} data-head="{title}">{cell}</td>'


@cache
def read_asset(name: str) -> str:
    """A style sheet or script that ships beside this module."""
    return (_ASSETS / name).read_text(encoding="utf-8").strip()
