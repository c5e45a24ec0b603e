"""`paired-readouts discover`: which releases report one conversation."""

from __future__ import annotations

import argparse
import datetime as dt
import json
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

import paired_readouts as pr
from paired_readouts.cli._files import (
    BadInputError,
    add_lexicon,
    add_output,
    named,
    one_line,
    positive,
    read_all,
    read_lexicon,
    write_output,
)

__all__ = ["add_command"]

_LINES = {".jsonl", ".ndjson"}
#: The fields of a line that is no document of ours; all but `text` may be absent.
_FIELDS = ("text", "party", "issuer", "via", "title", "published", "language", "url")


def add_command(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add `discover` to the commands."""
    parser = commands.add_parser(
        "discover",
        help="find which releases report one conversation",
        description=(
            "Find the conversations that releases report, and write each as a JSON document on a "
            "line of its own, for compare-all. A folder stands for every file in it. In a file "
            "that ends in .jsonl each line is a version as parse writes it, or an object with "
            f"{', '.join(_FIELDS)}; date is another name for published."
        ),
        allow_abbrev=False,
    )
    parser.add_argument("paths", nargs="+", metavar="PATH", help="a folder, or a file")
    parser.add_argument(
        "--accounts",
        type=positive,
        default=1,
        metavar="N",
        help="write only conversations with at least so many accounts; 1 by default",
    )
    parser.add_argument(
        "--known",
        metavar="FILE",
        help="conversations that an earlier run wrote: they keep their ids as releases join",
    )
    parser.add_argument(
        "--complete",
        action="append",
        type=_archive,
        default=[],
        metavar="PARTY=FIRST/LAST",
        help="every release of a party between two days is given; may be repeated",
    )
    add_output(parser)
    add_lexicon(parser)
    parser.set_defaults(run=_run)


def _archive(words: str) -> tuple[str, tuple[dt.date, dt.date]]:
    """The party and the days that `--complete` gives."""
    party, _, days = words.partition("=")
    first, _, last = days.partition("/")
    try:
        return party, (dt.date.fromisoformat(first), dt.date.fromisoformat(last))
    except ValueError:
        raise argparse.ArgumentTypeError(
            f"expected a party and two days, such as FR=2031-01-01/2031-12-31, got {words!r}"
        ) from None


def _run(options: argparse.Namespace) -> None:
    lexicon = read_lexicon(options.lexicon)
    files = list(_list_files(options.paths))
    versions: list[pr.Version] = []
    refused = 0
    for file in files:
        try:
            versions += _read_lines(file) if file.suffix in _LINES else _read(file, lexicon)
        except BadInputError as error:
            refused += 1
            print(one_line(str(error)), file=sys.stderr)  # noqa: T201 (a warning to the user)
    found = pr.find_conversations(
        versions,
        known=_read_known(options.known) if options.known else (),
        complete=dict(options.complete),
        lexicon=lexicon,
    )
    conversations = [c for c in found if len(c.versions) >= options.accounts]
    write_output("".join(pr.to_json(c) + "\n" for c in conversations), options.output)
    if refused:
        raise BadInputError(f"{refused} of {len(files)} files could not be read (see above)")


def _read_known(file: str) -> list[pr.Conversation]:
    known = []
    with named(file), Path(file).open("rb") as stream:
        for number, line in enumerate(stream, start=1):
            if line.strip():
                with named(f"{file}, line {number}"):
                    known.append(pr.from_json(line, expect=pr.Conversation))
    return known


def _list_files(paths: Sequence[str]) -> Iterator[Path]:
    """The files that `paths` name, those of a folder in the order of their names."""
    for path in map(Path, paths):
        if not path.is_dir():
            yield path
            continue
        found = sorted(
            file
            for file in path.rglob("*")
            if file.is_file() and not any(p.startswith(".") for p in file.relative_to(path).parts)
        )
        if not found:
            raise BadInputError(f"{path}: no file in this folder")
        yield from found


def _read(file: Path, lexicon: pr.Lexicon | None) -> list[pr.Version]:
    return [row.version for row in read_all([str(file)], lexicon)]


def _read_lines(file: Path) -> list[pr.Version]:
    versions = []
    with named(str(file)), file.open("rb") as stream:
        for number, line in enumerate(stream, start=1):
            if line.strip():
                with named(f"{file}, line {number}"):
                    versions.append(_read_line(line))
    return versions


def _read_line(line: bytes) -> pr.Version:
    try:
        data = json.loads(line)
    except (ValueError, RecursionError) as error:
        raise pr.ExchangeError("", f"is no JSON: {error}") from None
    if not isinstance(data, dict):
        raise pr.ExchangeError("", "expected an object")
    if "schema_version" not in data:
        data.setdefault("published", data.get("date"))
        known = {name: data[name] for name in _FIELDS if data.get(name) is not None}
        data = {"schema_version": 1, "type": "Version", **known}
    return pr.from_dict(data, expect=pr.Version)
