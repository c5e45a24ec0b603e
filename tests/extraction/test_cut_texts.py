"""A text may end, and begin, anywhere: a copy that was cut is read like any other."""

from __future__ import annotations

import pytest

from paired_readouts.extraction import extract_statements
from paired_readouts.model import Version

TEXTS = [
    (
        "President Mara Velin and Prime Minister Joon Aster, who is on a visit, met in Hale. She"
        " was keen to stress that trade, as well as energy, matters; it was agreed to meet. “We"
        " thank you,” the Prime Minister said, looking ahead to May."
    ),
    (
        "The Foreign Minister of Norland, Rua Tell, and his counterpart spoke on the phone. Also"
        " discussed were the dams, with both sides noting that talks had failed to bring peace. Our"
        " side called the plan unfair and took the opportunity to ask for aid."
    ),
]


@pytest.mark.parametrize("text", TEXTS, ids=["leaders", "ministers"])
def test_every_beginning_is_read(text):
    for end in range(1, len(text) + 1):
        if text[:end].strip():
            found = extract_statements(Version(text=text[:end], party="NRL"))
            assert all(s.span.end <= end for s in found.statements)


@pytest.mark.parametrize("text", TEXTS, ids=["leaders", "ministers"])
def test_every_end_is_read(text):
    for start in range(len(text)):
        if text[start:].strip():
            found = extract_statements(Version(text=text[start:], party="NRL"))
            assert all(s.text in text[start:] for s in found.statements)
