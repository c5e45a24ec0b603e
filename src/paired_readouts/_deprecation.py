"""What is to go says so for one minor release at least, and names its successor."""

from __future__ import annotations

import functools
import warnings
from collections.abc import Callable
from typing import ParamSpec, TypeVar

__all__ = ["deprecated", "warn_deprecated"]

P = ParamSpec("P")
R = TypeVar("R")


def warn_deprecated(name: str, *, instead: str, until: str, stacklevel: int = 2) -> None:
    """Warn the caller of the function that calls this: `name` goes with version `until`."""
    text = f"{name} goes with paired-readouts {until}; use {instead}"
    warnings.warn(text, DeprecationWarning, stacklevel=stacklevel + 1)


def deprecated(*, instead: str, until: str) -> Callable[[Callable[P, R]], Callable[P, R]]:
    """Mark a function that works as before, but warns on every call.

    A test fails when the library reaches version `until` and the function is still there.
    """

    def mark(function: Callable[P, R]) -> Callable[P, R]:
        @functools.wraps(function)
        def call(*args: P.args, **kwargs: P.kwargs) -> R:
            warn_deprecated(function.__name__, instead=instead, until=until, stacklevel=2)
            return function(*args, **kwargs)

        # `__deprecated__` is where editors look; ours is what the test reads.
        vars(call).update(__deprecated__=f"use {instead}", __until__=until)
        return call

    return mark
