"""`paired-readouts`: its arguments, its exit status, and what it says when something is wrong."""

from __future__ import annotations

import argparse
import gc
import os
import sys
from collections.abc import Sequence

import paired_readouts as pr
from paired_readouts.cli import _compare, _compare_all, _discover, _parse
from paired_readouts.cli._files import BadInputError, one_line

__all__ = ["main"]

_EPILOG = """\
exit status: 0 done; 1 bad input, named in one line on standard error; 2 wrong usage
"""
# Python looks for cycles to free after so many new objects. Nearly all that a run makes first, its
# modules and tables, lives to the end: the usual 700 would have it looked through over and over.
_OBJECTS = 100_000


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command line with `arguments` (those of the process by default).

    Gives the exit status: 0, or 1 for bad input. Wrong usage leaves by SystemExit with status 2.
    """
    if arguments is None:
        gc.set_threshold(_OBJECTS)
    parser = _make_parser()
    options = parser.parse_args(arguments)
    try:
        options.run(options)
        sys.stdout.flush()
    except BrokenPipeError:
        # Whoever read our output has enough; Python must not complain when it closes the stream.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 1
    except KeyboardInterrupt:
        return _complain("interrupted")
    except (BadInputError, pr.PairedReadoutsError) as error:
        return _complain(str(error))
    except OSError as error:
        return _complain(f"{error.filename or 'input'}: {error.strerror or error}")
    except Exception as error:
        if options.debug:
            raise
        return _complain(
            f"paired-readouts: failed inside: {error!r:.200} "
            "(a fault of the program, please report it; --debug shows where)"
        )
    return 0


def _complain(message: str) -> int:
    print(one_line(message), file=sys.stderr)  # noqa: T201 (it is what a command line does)
    return 1


def _make_parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="paired-readouts",
        description="Compare the official accounts of one diplomatic conversation.",
        epilog=_EPILOG,
        formatter_class=argparse.RawDescriptionHelpFormatter,
        allow_abbrev=False,
    )
    parser.add_argument("--version", action="version", version=f"%(prog)s {pr.__version__}")
    parser.add_argument("--debug", action="store_true", help="show where a fault comes from")
    commands = parser.add_subparsers(title="commands", metavar="COMMAND", required=True)
    for command in (_compare, _parse, _discover, _compare_all):
        command.add_command(commands)
    return parser
