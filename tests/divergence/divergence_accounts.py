"""Accounts of an invented call, written line by line, and alignments of them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Any

from paired_readouts._text import tokenize
from paired_readouts.divergence import score_divergence
from paired_readouts.extraction.mentions import find_mentions
from paired_readouts.model import (
    Act,
    Alignment,
    Completeness,
    CompletenessLevel,
    Difference,
    Divergence,
    Link,
    Participant,
    Relation,
    Span,
    Statement,
    Version,
)

VELIN = Participant(name="Mara Velin", role="President", party="NRL")
ORSK = Participant(name="Tomas Orsk", role="Prime Minister", party="VST")
PEOPLE = {"velin": VELIN, "orsk": ORSK, "both": (VELIN, ORSK)}
FORCE = {
    "discuss": 1,
    "state": 2,
    **dict.fromkeys(("emphasize", "express", "praise", "propose", "commit"), 3),
    **dict.fromkeys(("request", "agree"), 4),
    **dict.fromkeys(("warn", "criticize", "reject"), 5),
}
FULL = Completeness(level=CompletenessLevel.FULL)
EXCERPT = Completeness(level=CompletenessLevel.EXCERPT, evidence="in particular, says")


def account(party: str, lines: Sequence[str], **version: Any) -> Version:
    """A version from lines "who | act | verb | sentence"; [brackets] mark the items of a list."""
    text = ""
    statements = []
    for row in lines:
        frame, _, words = row.rpartition("|")
        start = len(text)
        items = []
        for sign in words.strip():
            if sign == "[":
                items.append((len(text), 0))
            elif sign == "]":
                items[-1] = (items[-1][0], len(text))
            else:
                text += sign
        statements.append(_statement(text, start, frame, items))
        text += " "
    fields: dict[str, Any] = {"completeness": FULL, "issuer": f"Office of {party}", **version}
    return Version(
        text=text.rstrip(),
        party=party,
        participants=(VELIN, ORSK),
        statements=tuple(statements),
        **fields,
    )


def _statement(text: str, start: int, frame: str, items: Iterable[tuple[int, int]]) -> Statement:
    who, act, verb = (part.strip() for part in frame.split("|"))
    span = Span(start, len(text))
    speakers = PEOPLE.get(who, ())
    at = text.find(verb, start) if verb else -1
    place = Span(at, at + len(verb)) if at >= 0 else None
    return Statement(
        text=span.cut(text),
        span=span,
        speakers=speakers if isinstance(speakers, tuple) else (speakers,),
        act=Act(act),
        verb=place,
        lemma=verb,
        force=FORCE.get(act),
        content=(Span(place.end + 1, len(text) - 1),)
        if place and place.end + 2 < len(text)
        else (),
        items=tuple(Span(a, b) for a, b in items),
        mentions=find_mentions(tokenize(text, span), participants=(VELIN, ORSK)),
    )


def join(left: Version, right: Version, *links: str) -> Alignment:
    """An alignment from links "0,1-2 differs speaker force", or "0-0" for the same."""
    return Alignment(left=left, right=right, links=tuple(map(_link, links)))


def _link(words: str) -> Link:
    places, *kinds = words.split()
    left, right = (tuple(int(i) for i in side.split(",")) for side in places.split("-"))
    relation = Relation(kinds[0]) if kinds else Relation.SAME
    return Link(
        left=left,
        right=right,
        relation=relation,
        differences=tuple(sorted(Difference(kind) for kind in kinds[1:])),
        score=0.95,
    )


def told(divergence: Divergence, *severities: str) -> set[tuple[str, str]]:
    """The codes and severities of the findings, of these severities or of all."""
    return {
        (finding.code.value, finding.severity.value)
        for finding in divergence.findings
        if not severities or finding.severity.value in severities
    }


def score(left: Version, right: Version, *links: str) -> Divergence:
    return score_divergence(join(left, right, *links))


_INNER = str.maketrans({"“": "‘", "”": "’", '"': "'"})
_QUOTED = re.compile("“([^”]*)”")


def misquoted(sentence: str, *texts: str) -> list[str]:
    """The quotations of a sentence that are in none of the texts, word for word.

    A quotation may break off with "…", and its inner marks are single ones.
    """
    known = [" ".join(text.split()).translate(_INNER) for text in texts]
    told = [quotation.removesuffix("…").strip() for quotation in _QUOTED.findall(sentence)]
    return [q for q in told if not any(q in k or q.removesuffix("’") in k for k in known)]
