# ruff: noqa: D103, S101 - tests speak through their names, and assert
"""The plug-in keeps the promises of a parser, and is found once it is installed."""

from __future__ import annotations

import datetime as dt

import pytest
from norland_gazette import GazetteParser

import paired_readouts as pr
from paired_readouts.testing import check_parser

NUMBER = """GAZETTE No. 34 | 2031-05-12 | Office of the President | Call with President Velin

The Prime Minister spoke with President Velin of Vestria
about the crossing at the bay.

The leaders agreed to meet in June.
"""


def test_it_keeps_its_promises() -> None:
    undated = NUMBER.replace("2031-05-12", "in May")
    check_parser(GazetteParser(), [pr.Source(NUMBER), pr.Source(undated.encode())])


def test_installed_it_comes_first() -> None:
    version = pr.parse_version(NUMBER)
    assert version.parser == "norland-gazette"
    assert version.published == dt.date(2031, 5, 12)
    assert version.text.endswith("bay.\n\nThe leaders agreed to meet in June.")


def test_a_broken_head_says_where() -> None:
    with pytest.raises(pr.ParseError, match="line 1: has 2 fields, not 4"):
        pr.parse_version(pr.Source("GAZETTE No. 35 | 2031-06-01\n\nText.", name="35.txt"))
