"""Annotated pairs as versions with statements, for the scripts that learn and measure."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import attrs

from paired_readouts._text import tokenize
from paired_readouts.extraction.mentions import find_mentions
from paired_readouts.model import Act, Participant, Span, Statement, Version

__all__ = ["AnnotatedPair", "read_gold", "read_invented", "read_sentences"]


@attrs.frozen
class AnnotatedPair:
    """Two versions with the statements that readers marked, and the links that they drew."""

    id: str
    left: Version
    right: Version
    links: tuple[dict[str, Any], ...]

    @property
    def joined(self) -> set[tuple[int, int]]:
        """The pairs of statements that a link joins."""
        return {(i, j) for link in self.links for i in link["a"] for j in link["b"]}


def read_gold(folder: Path) -> list[AnnotatedPair]:
    """The annotated pairs of a folder, by name."""
    texts = {}
    for line in (folder / "texts.jsonl").read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        texts[row["release"]] = row
    pairs = []
    for file in sorted(folder.glob("*.json")):
        data = json.loads(file.read_text(encoding="utf-8"))
        people = {
            p["id"]: Participant(name=p["name"], role=p["role"], party=p["party"])
            for p in data["participants"]
        }
        left, right = (
            make_version(texts[data[side]["release"]], data[side]["statements"], people)
            for side in "ab"
        )
        pairs.append(AnnotatedPair(data["pair_id"], left, right, tuple(data["links"])))
    return pairs


def make_version(
    release: dict[str, Any], rows: list[dict[str, Any]], people: dict[str, Participant]
) -> Version:
    """A version whose statements are the marked ones."""
    text = release["text"]
    statements = []
    for row in rows:
        span = Span(row["start"], row["end"])
        statements.append(
            Statement(
                text=span.cut(text),
                span=span,
                speakers=tuple(people[name] for name in row["speakers"]),
                act=Act(row["act"]),
                verb=_find_verb(text, span, row.get("verb", "")),
                mentions=find_mentions(tokenize(text, span), participants=tuple(people.values())),
            )
        )
    return Version(
        text=text,
        party=release["party"],
        title=release.get("title") or "",
        participants=tuple(people.values()),
        statements=tuple(statements),
    )


def _find_verb(text: str, span: Span, verb: str) -> Span | None:
    """Where the marked verb stands; its first and last word where other words stand between."""
    words = verb.split()
    if not words:
        return None
    start = text.find(words[0], span.start, span.end)
    if start < 0:
        return None
    end = text.find(words[-1], start, span.end)
    return Span(start, end + len(words[-1])) if end >= 0 else Span(start, start + len(words[0]))


def read_invented(file: Path) -> list[AnnotatedPair]:
    """The invented pairs of a file; its head tells how they are written."""
    pairs = []
    for block in file.read_text(encoding="utf-8").split("\n# ")[1:]:
        name, *lines = block.splitlines()
        people: dict[str, Participant] = {}
        sides: dict[str, tuple[str, list[list[str]]]] = {}
        links: list[dict[str, Any]] = []
        here = ""
        for line in filter(None, map(str.strip, lines)):
            if line[0] in "<>":
                here = line[0]
                sides[here] = (line[1:].strip(), [])
            elif line[0] == "=":
                links.append(_read_link(line[1:]))
            elif not here:
                key, _, rest = line.partition(" = ")
                full, role, party = (part.strip() for part in rest.split("|"))
                people[key] = Participant(name=full, role=role, party=party)
            else:
                sides[here][1].append([part.strip() for part in ("|" + line).split("|")[-4:]])
        left, right = (_write_version(*sides[mark], people) for mark in "<>")
        pairs.append(AnnotatedPair(name.strip(), left, right, tuple(links)))
    return pairs


def _read_link(line: str) -> dict[str, Any]:
    left, right, kind = (part.strip() for part in line.split("|"))
    relation, *differences = kind.split()
    return {
        "a": [int(k) for k in left.split(",")],
        "b": [int(k) for k in right.split(",")],
        "relation": relation,
        "differences": differences,
    }


def _write_version(party: str, rows: list[list[str]], people: dict[str, Participant]) -> Version:
    text = " ".join(row[3] for row in rows)
    marked, at = [], 0
    for who, act, verb, words in rows:
        end = at + len(words)
        names = [name for name in who.split(",") if name]
        marked.append({"start": at, "end": end, "speakers": names, "act": act, "verb": verb})
        at = end + 1
    return make_version({"text": text, "party": party}, marked, people)


def read_sentences(file: Path) -> list[AnnotatedPair]:
    """Sentence sets ({id, a, b, links} a line) as versions whose statements are the sentences."""
    pairs = []
    for line in file.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        left, right = (
            _write_version(party, [["", "state", "", " ".join(s.split())] for s in row[side]], {})
            for side, party in (("a", "LEFT"), ("b", "RIGHT"))
        )
        links = tuple({"a": [i], "b": [j], "relation": "same"} for i, j in row["links"])
        pairs.append(AnnotatedPair(row["id"], left, right, links))
    return pairs
