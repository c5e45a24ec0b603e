"""How far a long run is: a bar where there is a terminal and `rich`, else a line now and then."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager

__all__ = ["show_progress"]

_EVERY = 100


@contextmanager
def show_progress(
    verb: str, *, total: int | None = None, done: int = 0
) -> Iterator[Callable[[], None]]:
    """Gives a function to call after each item; what it shows goes to standard error.

    Of `total` items, if their number is known, `done` are behind us.
    """
    if sys.stderr.isatty():
        try:
            from rich.console import Console
            from rich.progress import BarColumn, MofNCompleteColumn, Progress, TimeRemainingColumn
        except ImportError:
            pass
        else:
            columns = (f"{verb}", BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
            with Progress(*columns, console=Console(stderr=True)) as bar:
                task = bar.add_task(verb, total=total, completed=done)
                yield lambda: bar.advance(task)
            return
    of = "" if total is None else f" of {total}"

    def advance() -> None:
        nonlocal done
        done += 1
        if done % _EVERY == 0:
            print(f"{verb} {done}{of}", file=sys.stderr)  # noqa: T201 (it is what it is for)

    yield advance
