"""One function over a stream of items, in several processes, in order."""

from __future__ import annotations

import os
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from itertools import islice
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from concurrent.futures import Future

__all__ = ["map_in_order"]

A = TypeVar("A")
B = TypeVar("B")

# A chunk is large enough to hide the cost of sending it, and small enough to bound memory.
_CHUNK = 8
_CHUNKS_AHEAD = 3


def map_in_order(
    function: Callable[[A], B], items: Iterable[A], *, jobs: int = 1
) -> Iterator[tuple[A, B]]:
    """Each item with `function` of it, in the order of `items`, which is read as needed.

    With `jobs` above 1, that many processes work; at most `jobs` times 32 items are held at once.
    """
    if jobs <= 1:
        for item in items:
            yield item, function(item)
        return
    from concurrent.futures import ProcessPoolExecutor

    stream = iter(items)
    waiting: deque[tuple[list[A], Future[list[B]]]] = deque()
    pool = ProcessPoolExecutor(max_workers=jobs, initializer=_leave_with_parent)
    try:
        while True:
            while len(waiting) < jobs * (_CHUNKS_AHEAD + 1):
                chunk = list(islice(stream, _CHUNK))
                if not chunk:
                    break
                waiting.append((chunk, pool.submit(_run, function, chunk)))
            if not waiting:
                return
            chunk, future = waiting.popleft()
            yield from zip(chunk, future.result(), strict=True)
    finally:
        pool.shutdown(cancel_futures=True)


def _leave_with_parent() -> None:
    """Ends this worker when the process that it works for was killed: else it waits for ever."""
    from multiprocessing import parent_process
    from threading import Thread

    def watch() -> None:
        parent = parent_process()
        if parent is not None:
            parent.join()
            os._exit(1)

    Thread(target=watch, daemon=True).start()


def _run(function: Callable[[A], B], chunk: list[A]) -> list[B]:
    return [function(item) for item in chunk]
