"""What is to go warns where it is used, works as before, and goes when it said."""

from __future__ import annotations

import importlib
import inspect
import pkgutil
import warnings
from collections.abc import Iterator

import pytest

import paired_readouts as pr
from paired_readouts._deprecation import deprecated, warn_deprecated
from paired_readouts._release import VERSION


@deprecated(instead="count_lines", until="9.0")
def count_rows(text: str, *, least: int = 1) -> int:
    """How many lines there are."""
    return max(least, text.count("\n"))


def test_function_works_as_before_and_warns_its_caller() -> None:
    message = "count_rows goes with paired-readouts 9.0; use count_lines"
    with pytest.warns(DeprecationWarning, match=message) as caught:
        assert count_rows("", least=3) == 3
    assert [warning.filename for warning in caught] == [__file__]


def test_function_keeps_name_signature_and_docstring() -> None:
    assert count_rows.__name__ == "count_rows"
    assert count_rows.__doc__ == "How many lines there are."
    assert list(inspect.signature(count_rows).parameters) == ["text", "least"]
    assert vars(count_rows)["__deprecated__"] == "use count_lines"


def test_property_warns_the_line_that_reads_it() -> None:
    class Account:
        @property
        def rows(self) -> int:
            warn_deprecated("Account.rows", instead="Account.lines", until="9.0")
            return 2

    with pytest.warns(DeprecationWarning, match=r"Account\.rows goes") as caught:
        assert Account().rows == 2
    assert caught[0].filename == __file__


def public_functions() -> Iterator[object]:
    names = (module.name for module in pkgutil.walk_packages(pr.__path__, "paired_readouts."))
    for name in sorted(names):
        if not any(part.startswith("_") for part in name.split(".")):
            for value in vars(importlib.import_module(name)).values():
                yield value
                yield from vars(value).values() if inspect.isclass(value) else ()


def outlived(functions: Iterator[object], version: str) -> list[str]:
    """The deprecated functions that should be gone in `version`."""

    def parts(text: str) -> list[int]:
        return [int(part) for part in text.split(".")]

    return [
        function.__name__
        for function in functions
        if inspect.isfunction(function)
        and "__until__" in vars(function)
        and parts(vars(function)["__until__"]) <= parts(version)
    ]


@pytest.mark.parametrize(
    ("version", "found"),
    [
        pytest.param("8.9.1", [], id="before"),
        pytest.param("9.0", ["count_rows"], id="that-version"),
        pytest.param("10.0.0", ["count_rows"], id="later"),
    ],
)
def test_the_rule_itself(version: str, found: list[str]) -> None:
    assert outlived(iter([count_rows, len, 3]), version) == found


def test_what_was_to_go_is_gone() -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)
        assert outlived(public_functions(), VERSION) == []
