"""A long run: many items, a line of output for each, and a stopped run goes on."""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path
from typing import IO, Any, TypeVar

import paired_readouts as pr
from paired_readouts._workers import map_in_order
from paired_readouts.cli._files import BadInputError
from paired_readouts.cli._progress import show_progress

__all__ = ["finish", "is_error", "made_with", "part_of", "tell_error", "work"]

A = TypeVar("A")
_ERROR = b'{"type": "Error"'


def part_of(output: str | None) -> Path | None:
    """Where what is done waits until all is; None where the output is no file."""
    if output is None:
        return None
    target = Path(output)
    if target.is_symlink():
        target = target.resolve()
    if target.exists() and not target.is_file():
        return None  # a device or a pipe: nothing can wait beside it
    return target.with_name(target.name + ".part")


def made_with(lexicon: pr.Lexicon | None) -> dict[str, str]:
    """What a line must have been made with for a run to go on from it."""
    return {
        "library": pr.__version__,
        "lexicon": (lexicon or pr.default_lexicon()).version,
    }


def tell_error(code: str, message: str, **more: str) -> bytes:
    """The line of an item that failed."""
    fields = {"type": "Error", **more, "code": code, "message": message}
    return json.dumps(fields).encode() + b"\n"


def is_error(line: bytes) -> bool:
    """Whether `line` is that of an item that failed."""
    return line.startswith(_ERROR)


def work(
    function: Callable[[A], bytes],
    items: Iterable[A],
    out: IO[bytes],
    *,
    jobs: int,
    verb: str,
    total: int | None = None,
    done: int = 0,
) -> int:
    """Writes the line that `function` gives for each item; gives how many failed.

    `done` items, of the `total` if it is known, are behind us already.
    """
    failed = 0
    with show_progress(verb, total=total, done=done) as advance:
        for _, line in map_in_order(function, items, jobs=jobs):
            out.write(line)
            out.flush()
            failed += is_error(line)
            advance()
    return failed


def finish(
    function: Callable[[A], bytes],
    items: Iterable[A],
    part: Path,
    *,
    belongs: Callable[[Mapping[str, Any], A], bool],
    jobs: int,
    verb: str,
    total: int | None = None,
) -> int:
    """As `work`, into the file `part`, from where a run before this one stopped.

    `belongs` tells whether a line, as data, is that of an item: a file of another run is refused.
    """
    rest = iter(items)
    with part.open("ab+") as draft:
        done, failed = 0, 0
        for line in _whole_lines(draft):
            item = next(rest, None)
            if item is None or not _is_told(line, item, belongs):
                raise BadInputError(
                    f"{part}: is what another run left behind (remove it to begin anew)"
                )
            done += 1
            failed += is_error(line)
        failed += work(function, rest, draft, jobs=jobs, verb=verb, total=total, done=done)
        os.fsync(draft.fileno())
    return failed


def _is_told(line: bytes, item: A, belongs: Callable[[Mapping[str, Any], A], bool]) -> bool:
    try:
        return belongs(json.loads(line), item)
    except (ValueError, TypeError, LookupError, OSError):
        return False


def _whole_lines(draft: IO[bytes]) -> Iterator[bytes]:
    """The lines that are there whole; one that was cut is dropped from the file."""
    whole = 0
    draft.seek(0)
    for line in draft:
        if not line.endswith(b"\n"):
            break
        whole += len(line)
        yield line
    draft.truncate(whole)
    draft.seek(whole)
