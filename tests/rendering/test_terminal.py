"""Colour and boxes repeat what the plain text says."""

from __future__ import annotations

import io
import sys

import pytest

from paired_readouts.errors import MissingExtraError
from paired_readouts.model import Comparison
from paired_readouts.rendering import render_text
from paired_readouts.rendering.terminal import print_report


def letters(text: str) -> str:
    return "".join(c for c in text if c.isalnum())


@pytest.mark.parametrize("width", [60, 100])
def test_boxes_hold_the_plain_report(pair: Comparison, width: int) -> None:
    console = pytest.importorskip("rich.console", reason="the extra cli is not installed")
    out = io.StringIO()
    print_report(pair, console=console.Console(file=out, width=width, color_system=None))
    assert letters(out.getvalue()) == letters(render_text(pair, width=width - 4))
    assert all(len(line) <= width for line in out.getvalue().splitlines())


def test_without_the_extra_the_error_says_what_to_install(
    pair: Comparison, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "rich.console", None)
    with pytest.raises(MissingExtraError, match=r"paired-readouts\[cli\]"):
        print_report(pair)
