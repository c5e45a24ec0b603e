"""`paired-readouts discover`: which releases report one conversation."""

from __future__ import annotations

import argparse
import datetime as dt
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path

import paired_readouts as pr
from paired_readouts.cli._files import (
    BadInputError,
    add_jobs,
    add_lexicon,
    add_output,
    named,
    one_line,
    positive,
    read_lexicon,
    write_output,
)
from paired_readouts.cli._releases import (
    FIELDS,
    Read,
    belongs,
    list_items,
    read_item,
    take_up,
)
from paired_readouts.cli._resuming import finish, made_with, part_of

__all__ = ["add_command"]


def add_command(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add `discover` to the commands."""
    parser = commands.add_parser(
        "discover",
        help="find which releases report one conversation",
        description=(
            "Find the conversations that releases report, and write each as a JSON document on a "
            "line of its own, for compare-all. A folder stands for every file in it. In a file "
            "that ends in .jsonl each line is a version as parse writes it, or an object with "
            f"{', '.join(FIELDS)}; date is another name for published. With -o a run that was "
            "stopped goes on where it stopped: what is read waits in OUTPUT.part."
        ),
        allow_abbrev=False,
    )
    parser.add_argument(
        "paths",
        nargs="+",
        metavar="PATH",
        help="a folder, or a file; - is JSON Lines on standard input",
    )
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
    add_jobs(parser)
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
    items = partial(list_items, options.paths, options.known)
    with _draft(options.output) as part:
        with named(str(part)):
            failed = finish(
                partial(read_item, lexicon),
                items(),
                part,
                belongs=partial(belongs, made_with(lexicon)),
                jobs=options.jobs,
                verb="read",
                total=None if "-" in options.paths else sum(1 for _ in items()),
            )
            read = take_up(part)
        for error in read.errors:
            print(one_line(error), file=sys.stderr)  # noqa: T201 (a warning to the user)
        write_output(_find(read, options, lexicon), options.output)
    if failed:
        raise BadInputError(
            f"{failed} of {read.items} files and lines could not be read (see above)"
        )


def _find(read: Read, options: argparse.Namespace, lexicon: pr.Lexicon | None) -> str:
    """The conversations that are asked for, a document on each line."""
    from paired_readouts.discovery._stored import find_stored

    found = find_stored(
        read.versions,
        read.digests,
        known=read.known,
        complete=dict(options.complete),
        lexicon=lexicon,
    )
    return "".join(pr.to_json(c) + "\n" for c in found if len(c.versions) >= options.accounts)


@contextmanager
def _draft(output: str | None) -> Iterator[Path]:
    """The file for what is read: beside the output, or for this run alone; gone in the end."""
    part = part_of(output)
    if part is None:
        with tempfile.TemporaryDirectory() as folder:
            yield Path(folder) / "read.part"
        return
    yield part
    part.unlink()
