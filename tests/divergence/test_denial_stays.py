"""What one account adds is never quoted without the word that denies it."""

from __future__ import annotations

import pytest

from paired_readouts import compare_versions, render_text
from paired_readouts.model import Side, Version

FACING = "President Mara Velin of Norway spoke with President Ilko Sordan of Finland by phone."
SHORT = f"{FACING} The President emphasized that the claims about the fishing crews are baseless."


@pytest.mark.parametrize(
    "denied",
    ["nothing justifies the detention", "no law permits the detention", "not one port serves"],
)
def test_denial_is_quoted_with_what_it_denies(denied: str) -> None:
    long = f"{FACING} President Velin underscored that {denied} of the fishing crews."
    comparison = compare_versions(Version(text=long, party="NO"), Version(text=SHORT, party="FI"))
    quoted = [
        words.span.cut(long)
        for finding in comparison.divergence.findings
        for words in finding.evidence
        if words.side is Side.LEFT
    ]
    first, _, rest = denied.partition(" ")
    assert not [q for q in quoted if q.startswith(rest.split()[0])]
    assert f"“{rest}" not in render_text(comparison)
    assert first in render_text(comparison)
