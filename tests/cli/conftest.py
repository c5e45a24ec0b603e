"""Releases of invented states, written to a folder of their own."""

from __future__ import annotations

from pathlib import Path

import pytest

NORLAND = """Office of the Prime Minister of Norland
Press release
14 February 2031

PM call with President Idris Vane of Corvia

The Prime Minister, Tomas Ardell, spoke to the President of Corvia, Idris Vane, this morning.

The leaders discussed the flooding in the Tarn valley, and the Prime Minister offered two rescue \
helicopters.

The Prime Minister underlined that the dam at Orrel should be opened to inspectors without delay.
"""
CORVIA = """Press Service of the President of Corvia
15 February 2031

Telephone conversation with Prime Minister of Norland Tomas Ardell

President Idris Vane had a telephone conversation with Prime Minister of Norland Tomas Ardell.

The flooding in the valley of the Tarn was considered in detail. The Prime Minister of Norland \
expressed condolences over the loss of life and offered one rescue helicopter.

It was agreed to continue contacts.
"""


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A working folder with two releases; their states are unknown to the library."""
    (tmp_path / "norland.txt").write_text(NORLAND, encoding="utf-8")
    (tmp_path / "corvia.txt").write_text(CORVIA, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path
