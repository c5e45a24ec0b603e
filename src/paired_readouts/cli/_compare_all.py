"""`paired-readouts compare-all`: many conversations, resumable, JSON Lines in and out."""

from __future__ import annotations

import argparse
import json
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from itertools import islice
from pathlib import Path
from typing import IO

import paired_readouts as pr
from paired_readouts._workers import map_in_order
from paired_readouts.cli._files import (
    BadInputError,
    add_lexicon,
    add_output,
    named,
    positive,
    read_lexicon,
)
from paired_readouts.cli._progress import show_progress

__all__ = ["add_command"]


def add_command(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add `compare-all` to the commands."""
    parser = commands.add_parser(
        "compare-all",
        help="compare the accounts of many conversations",
        description=(
            "Compare the accounts of each conversation in FILE, as discover writes it: one JSON "
            "document a line in, one a line out, in the same order. With -o a run that was "
            "stopped goes on where it stopped: what is done waits in FILE.part."
        ),
        allow_abbrev=False,
    )
    parser.add_argument("file", metavar="FILE", help="JSON Lines; - is standard input")
    parser.add_argument(
        "--jobs", type=positive, default=1, metavar="N", help="processes that work; 1 by default"
    )
    add_output(parser)
    add_lexicon(parser)
    parser.set_defaults(run=_run)


def _run(options: argparse.Namespace) -> None:
    lexicon = read_lexicon(options.lexicon)
    with named(options.file), _lines(options.file) as lines:
        if options.output is None:
            failed = _work(lines, sys.stdout.buffer, options.jobs, lexicon)
        else:
            target = Path(options.output)
            part = target.with_name(target.name + ".part")
            with named(str(part)), part.open("ab+") as draft:
                done = _take_up(draft, lines, part)
                failed = done + _work(lines, draft, options.jobs, lexicon)
                os.fsync(draft.fileno())
            part.replace(target)
    if failed:
        raise BadInputError(
            f"{options.file}: {failed} of its lines could not be compared "
            "(look for type Error in the output)"
        )


@contextmanager
def _lines(file: str) -> Iterator[Iterator[bytes]]:
    if file == "-":
        yield _filled(sys.stdin.buffer)
        return
    with Path(file).open("rb") as stream:
        yield _filled(stream)


def _filled(stream: IO[bytes]) -> Iterator[bytes]:
    return (line for line in stream if line.strip())


def _work(lines: Iterator[bytes], out: IO[bytes], jobs: int, lexicon: pr.Lexicon | None) -> int:
    """Compares each line and writes what comes of it; gives the number that failed."""
    failed = 0
    with show_progress("compared") as advance:
        for _, told in map_in_order(partial(_compare_line, lexicon), lines, jobs=jobs):
            out.write(told)
            out.flush()
            failed += _is_error(told)
            advance()
    return failed


def _compare_line(lexicon: pr.Lexicon | None, line: bytes) -> bytes:
    """One line of output for one of input; a line that cannot be compared says why."""
    name = ""
    try:
        conversation = pr.from_json(line, expect=pr.Conversation)
        name = _name(conversation)
        text = pr.to_json(pr.compare_conversation(conversation, lexicon=lexicon))
    except pr.PairedReadoutsError as error:
        text = _tell_error(name, error.code, str(error))
    except Exception as error:  # noqa: BLE001 (one bad line must not end a run over thousands)
        text = _tell_error(name, "fault", f"{type(error).__name__}: {error}")
    return text.encode() + b"\n"


def _name(conversation: pr.Conversation) -> str:
    return conversation.id or "-".join(version.id for version in conversation.versions)


def _tell_error(name: str, code: str, message: str) -> str:
    return json.dumps({"type": "Error", "conversation": name, "code": code, "message": message})


def _is_error(told: bytes) -> bool:
    return told.startswith(b'{"type": "Error"')


def _take_up(draft: IO[bytes], lines: Iterator[bytes], part: Path) -> int:
    """Passes over what a stopped run has done; gives how many of those had failed.

    A last line that was cut is dropped. The last whole one must be that of the input's line.
    """
    draft.seek(0)
    whole = done = failed = 0
    last = b""
    for line in draft:
        if not line.endswith(b"\n"):
            break
        whole += len(line)
        done += 1
        failed += _is_error(line)
        last = line
    draft.truncate(whole)
    draft.seek(whole)
    if done:
        given = next(islice(lines, done - 1, None), b"")
        if not _belongs(last, given):
            raise BadInputError(
                f"{part}: is what another run left behind (remove it to begin anew)"
            )
    return failed


def _belongs(told: bytes, given: bytes) -> bool:
    """Whether a line of output is that of a line of input."""
    try:
        name = _name(pr.from_json(given, expect=pr.Conversation))
    except pr.PairedReadoutsError:
        name = ""
    if _is_error(told):
        return bool(json.loads(told).get("conversation") == name)
    try:
        return _name(pr.from_json(told, expect=pr.ConversationComparison).conversation) == name
    except pr.PairedReadoutsError:
        return False
