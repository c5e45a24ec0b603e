"""Write one page of the reference for each table of the lexicon, from the tables themselves."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from pathlib import Path

__all__ = ["write_pages"]

TABLES = Path(__file__).parents[1] / "src" / "paired_readouts" / "lexicons" / "en"
INDEX = """# Lexicon tables

What the library knows about English, as it stands in the files of the lexicon. A star ends a word
that may go on. [Add words of your own](../../how-to/your-own-lexicon.md) tells how to add to them.

```{toctree}
:glob:

*
```
"""


def head(text: str) -> str:
    """The comment with which a file begins, as it stands there."""
    lines: list[str] = []
    for line in text.splitlines():
        if not line.startswith("#"):
            break
        lines.append(line.removeprefix("#").removeprefix(" "))
    return "\n".join(lines)


def show(value: object) -> str:
    if isinstance(value, list):
        return ", ".join(show(item) for item in value)
    return str(value).replace("\\", "\\\\").replace("*", "\\*").replace("_", "\\_")


def entry(name: str, fields: dict[str, object]) -> Iterator[str]:
    yield f"`{name}`"
    for field, value in fields.items():
        yield f": *{field}*: {show(value)}\n"


def page(file: Path) -> str:
    text = file.read_text(encoding="utf-8")
    parts = [f"# {file.stem}\n"]
    if comment := head(text):
        parts.append(f"```text\n{comment}\n```\n")
    for name, fields in tomllib.loads(text).items():
        parts += ["\n".join(entry(name, fields)).replace("\n\n:", "\n:")]
    return "\n".join(parts)


def write_pages(folder: Path) -> None:
    """Write the pages into `folder`; what has not changed is not touched."""
    folder.mkdir(parents=True, exist_ok=True)
    pages = {f"{file.stem}.md": page(file) for file in sorted(TABLES.glob("*.toml"))}
    pages["index.md"] = INDEX
    for old in folder.glob("*.md"):
        if old.name not in pages:
            old.unlink()
    for name, text in pages.items():
        target = folder / name
        if not target.is_file() or target.read_text(encoding="utf-8") != text:
            target.write_text(text, encoding="utf-8", newline="\n")
