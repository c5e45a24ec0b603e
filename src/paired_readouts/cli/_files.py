"""Files in and out: what a path holds, and output that is there whole or not at all."""

from __future__ import annotations

import argparse
import os
import stat
import sys
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import IO

import attrs

import paired_readouts as pr

__all__ = [
    "BadInputError",
    "Found",
    "add_input",
    "add_jobs",
    "add_lexicon",
    "add_output",
    "named",
    "one_line",
    "open_output",
    "positive",
    "read_all",
    "read_lexicon",
    "write_output",
]


#: What to do about an error on the command line, where the library's own hint is for programs.
_HINTS = {
    "over-limit": "split the file, or give fewer",
    "unsupported-source": "give the text of a release, or an article that quotes two",
}


class BadInputError(Exception):
    """Input that the command cannot use; the message is what the user sees."""


@attrs.frozen
class Found:
    """A version and the file that it was read from."""

    file: str
    version: pr.Version


def one_line(message: str) -> str:
    """`message` on one line, with control characters made visible."""
    flat = " ".join(message.split())
    return "".join(c if c.isprintable() else c.encode("unicode_escape").decode() for c in flat)


def add_input(parser: argparse.ArgumentParser) -> None:
    """The argument for input files."""
    parser.add_argument(
        "files",
        nargs="+",
        metavar="FILE",
        help="a release, or an article or feed with several; - is standard input",
    )


def add_output(parser: argparse.ArgumentParser) -> None:
    """The option for an output file."""
    parser.add_argument(
        "-o",
        "--output",
        metavar="FILE",
        help="write there, all at once when done, instead of to standard output",
    )


def add_jobs(parser: argparse.ArgumentParser) -> None:
    """The option for the number of processes."""
    parser.add_argument(
        "--jobs", type=positive, default=1, metavar="N", help="processes that work; 1 by default"
    )


def add_lexicon(parser: argparse.ArgumentParser) -> None:
    """The option for words of one's own."""
    parser.add_argument(
        "--lexicon",
        action="append",
        default=[],
        metavar="PATH",
        help="a TOML table, or a folder of them, to add to the library's words; may be repeated",
    )


def positive(word: str) -> int:
    """The whole number from 1 on that an argument gives."""
    if not word.isdecimal() or int(word) < 1:
        raise argparse.ArgumentTypeError(f"expected a whole number from 1 on, got {word!r}")
    return int(word)


def read_lexicon(paths: Sequence[str]) -> pr.Lexicon | None:
    """The library's lexicon with those at `paths` added; None where there are none."""
    if not paths:
        return None
    lexicon = pr.default_lexicon()
    for path in paths:
        lexicon |= pr.load_lexicon(path)
    return lexicon


def read_all(files: Sequence[str], lexicon: pr.Lexicon | None = None) -> list[Found]:
    """Every version in `files`, in their order."""
    if files.count("-") > 1:
        raise BadInputError("-: given more than once (standard input can be read once)")
    parsers = pr.default_parsers(settings=pr.ParserSettings(lexicon=lexicon))
    found = []
    for file in files:
        with named(file):
            source = (
                pr.Source(sys.stdin.buffer.read(), name="standard input")
                if file == "-"
                else pr.Source.from_path(Path(file))
            )
            versions = pr.parse_versions(source, parsers=parsers)
        if not versions:
            raise BadInputError(f"{file}: no release in it")
        found += [Found(file, version) for version in versions]
    return found


@contextmanager
def named(file: str) -> Iterator[None]:
    """Errors inside name `file` first, once; those that name a file already stay."""
    try:
        yield
    except pr.PairedReadoutsError as error:
        known = {"", file, Path(file).name, "standard input", "source"}
        where = file if error.where in known else f"{file}: {error.where}"
        hint = _HINTS.get(error.code, error.hint)
        hint = f" ({hint})" if hint else ""
        raise BadInputError(f"{where}: {error.what}{hint}") from error
    except BrokenPipeError:
        raise
    except OSError as error:
        raise BadInputError(f"{file}: {error.strerror or error}") from error


def write_output(text: str, path: str | None) -> None:
    """`text` as UTF-8 to the file at `path`, whole or not at all; without one, to the terminal."""
    data = text.encode("utf-8", "backslashreplace")
    if path is None or (Path(path).exists() and not Path(path).is_file()):
        with open_output(path) as stream:
            stream.write(data)
        return
    with named(path):
        _replace(Path(os.path.realpath(path)), data)


def _replace(target: Path, data: bytes) -> None:
    handle, name = tempfile.mkstemp(dir=target.parent, prefix=f".{target.name}.")
    draft = Path(name)
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.write(data)
        draft.chmod(_mode(target))
        draft.replace(target)
    except BaseException:
        draft.unlink(missing_ok=True)
        raise


def _mode(target: Path) -> int:
    """The permissions of the file that is replaced, or those of a new one."""
    if target.exists():
        return stat.S_IMODE(target.stat().st_mode)
    mask = os.umask(0)
    os.umask(mask)
    return 0o666 & ~mask


@contextmanager
def open_output(path: str | None) -> Iterator[IO[bytes]]:
    """The device or the pipe at `path`, which cannot be replaced; without one, the terminal."""
    if path is None:
        sys.stdout.flush()
        yield sys.stdout.buffer
        sys.stdout.buffer.flush()
        return
    with named(path), Path(path).open("wb") as stream:
        yield stream
