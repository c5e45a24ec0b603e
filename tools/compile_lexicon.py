"""Compile the TOML tables of each language into the JSON that the library loads.

    python tools/compile_lexicon.py [--check]

Examples and notes stay behind, and the lexicon's version is written beside the tables. With --check
nothing is written, and the exit status is 1 where a compiled file is not what its tables give.
"""

from __future__ import annotations

import argparse
import json
import sys
import tomllib
from pathlib import Path

from paired_readouts.lexicon import checksum

LEXICONS = Path(__file__).parents[1] / "src" / "paired_readouts" / "lexicons"
NOT_LOADED = {"examples", "counterexamples", "note"}


def compile_language(folder: Path) -> str:
    tables = {}
    for file in sorted(folder.glob("*.toml")):
        rows = tomllib.loads(file.read_text(encoding="utf-8"))
        tables[file.stem] = {
            entry: {name: value for name, value in fields.items() if name not in NOT_LOADED}
            for entry, fields in rows.items()
        }
    compiled = {"version": checksum(folder.name, tables), "tables": tables}
    return json.dumps(compiled, ensure_ascii=False, separators=(",", ":")) + "\n"


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--check", action="store_true")
    check = parser.parse_args().check
    stale = []
    for folder in sorted(path for path in LEXICONS.iterdir() if path.is_dir()):
        target = LEXICONS / f"{folder.name}.json"
        compiled = compile_language(folder)
        if target.is_file() and target.read_text(encoding="utf-8") == compiled:
            continue
        stale.append(target.name)
        if not check:
            target.write_text(compiled, encoding="utf-8", newline="\n")
    if stale:
        print("stale:" if check else "written:", ", ".join(stale))
    return int(check and bool(stale))


if __name__ == "__main__":
    sys.exit(main())
