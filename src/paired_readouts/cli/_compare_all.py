"""`paired-readouts compare-all`: many conversations, resumable, JSON Lines in and out."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import IO, Any

import paired_readouts as pr
from paired_readouts.cli._files import (
    BadInputError,
    add_jobs,
    add_lexicon,
    add_output,
    named,
    open_output,
    read_lexicon,
)
from paired_readouts.cli._resuming import finish, made_with, part_of, tell_error, work

__all__ = ["add_command"]


def add_command(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add `compare-all` to the commands."""
    parser = commands.add_parser(
        "compare-all",
        help="compare the accounts of many conversations",
        description=(
            "Compare the accounts of each conversation in FILE, as discover writes it: one JSON "
            "document a line in, one a line out, in the same order. With -o a run that was "
            "stopped goes on where it stopped: what is done waits in OUTPUT.part."
        ),
        allow_abbrev=False,
    )
    parser.add_argument("file", metavar="FILE", help="JSON Lines; - is standard input")
    add_jobs(parser)
    add_output(parser)
    add_lexicon(parser)
    parser.set_defaults(run=_run)


def _run(options: argparse.Namespace) -> None:
    lexicon = read_lexicon(options.lexicon)
    compare = partial(_compare_line, lexicon)
    part = part_of(options.output)
    with named(options.file), _lines(options.file) as (lines, total):
        how = {"jobs": options.jobs, "verb": "compared", "total": total}
        if part is None:
            with open_output(options.output) as out:
                failed = work(compare, lines, out, **how)
        else:
            with named(str(part)):
                failed = finish(
                    compare, lines, part, belongs=partial(_belongs, made_with(lexicon)), **how
                )
                part.replace(part.with_suffix(""))
    if failed:
        raise BadInputError(
            f"{options.file}: {failed} of its lines could not be compared "
            "(look for type Error in the output)"
        )


@contextmanager
def _lines(file: str) -> Iterator[tuple[Iterator[bytes], int | None]]:
    """The lines that are not blank, and how many they are, where that can be told."""
    if file == "-":
        yield _filled(sys.stdin.buffer), None
        return
    with Path(file).open("rb") as stream:
        total = None
        if stream.seekable():
            total = sum(1 for _ in _filled(stream))
            stream.seek(0)
        yield _filled(stream), total


def _filled(stream: IO[bytes]) -> Iterator[bytes]:
    return (line for line in stream if line.strip())


def _compare_line(lexicon: pr.Lexicon | None, line: bytes) -> bytes:
    """One line of output for one of input; a line that cannot be compared says why."""
    name = ""
    try:
        conversation = pr.from_json(line, expect=pr.Conversation)
        name = _name(conversation)
        text = pr.to_json(pr.compare_conversation(conversation, lexicon=lexicon))
    except pr.PairedReadoutsError as error:
        return tell_error(error.code, str(error), conversation=name)
    except Exception as error:  # noqa: BLE001 (one bad line must not end a run over thousands)
        return tell_error("fault", f"{type(error).__name__}: {error}", conversation=name)
    return text.encode() + b"\n"


def _belongs(made: Mapping[str, str], told: Mapping[str, Any], given: bytes) -> bool:
    """Whether a result is that of a line of input, and of this library and lexicon."""
    name = _read_name(given)
    if told["type"] == "Error":
        return told["conversation"] in {"", name}
    conversation, table = told["conversation"], told["version_table"]
    provenances = [comparison["divergence"]["provenance"] for comparison in told["comparisons"]]
    return name == (
        conversation["id"] or "-".join(table[place]["id"] for place in conversation["versions"])
    ) and all(made.items() <= provenance.items() for provenance in provenances)


def _read_name(line: bytes) -> str:
    """The name of the conversation in a line, "" where it is none."""
    try:
        data = json.loads(line)
        return data.get("id") or _name(pr.from_dict(data, expect=pr.Conversation))
    except (ValueError, AttributeError):
        return ""


def _name(conversation: pr.Conversation) -> str:
    return conversation.id or "-".join(version.id for version in conversation.versions)
