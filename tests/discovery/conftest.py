"""The states of the tests, and a short way to write a release."""

from __future__ import annotations

import datetime as dt
import sys
from collections.abc import Callable
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest

import paired_readouts as pr

#: Makes a release from its party, its text and its day in May 2031.
Tell = Callable[..., pr.Version]


@pytest.fixture(scope="session")
def lexicon() -> pr.Lexicon:
    """The library's words, and three invented states."""
    table = Path(__file__).parents[2] / "examples" / "countries.toml"
    return pr.default_lexicon() | pr.load_lexicon(table)


@pytest.fixture(scope="session")
def tell() -> Tell:
    def make(party: str, text: str, *, day: int = 3, title: str = "", **more: Any) -> pr.Version:
        published = dt.date(2031, 5, day)
        return pr.Version(text=text, party=party, title=title, published=published, **more)

    return make


@pytest.fixture(scope="session")
def archives() -> Any:
    """The module of the benchmarks that makes archives whose truth is known."""
    sys.path.insert(0, str(Path(__file__).parents[2] / "benchmarks"))
    try:
        return import_module("archive")
    finally:
        sys.path.pop(0)
