"""Accounts written statement by statement, for the tests of the alignment."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from paired_readouts._text import tokenize
from paired_readouts.extraction.mentions import find_mentions
from paired_readouts.model import Act, Participant, Span, Statement, Version

VELIN = Participant(name="Mara Velin", role="President", party="NRL")
OKAR = Participant(name="Teun Okar", role="Prime Minister", party="VST")
PEOPLE = {"velin": VELIN, "okar": OKAR}


#: Makes a version from its party and rows.
Account = Callable[..., Version]


@pytest.fixture(scope="session")
def account() -> Account:
    """A version from rows such as "velin,okar | discuss | discussed | The leaders discussed …"."""
    return _account


def _account(party: str, *rows: str) -> Version:
    parts = [[part.strip() for part in row.split("|", 3)] for row in rows]
    text = " ".join(part[3] for part in parts)
    statements, at = [], 0
    for who, act, verb, words in parts:
        span = Span(at, at + len(words))
        start = text.index(verb, at) if verb else -1
        statements.append(
            Statement(
                text=words,
                span=span,
                speakers=tuple(PEOPLE[name] for name in who.split(",") if name),
                act=Act(act),
                verb=Span(start, start + len(verb)) if verb else None,
                mentions=find_mentions(tokenize(text, span), participants=(VELIN, OKAR)),
            )
        )
        at = span.end + 1
    return Version(text=text, party=party, participants=(VELIN, OKAR), statements=tuple(statements))
