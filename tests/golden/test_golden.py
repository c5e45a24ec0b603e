"""The golden corpus: each release of this folder, read by the library as a careful reader would."""

import datetime as dt
import re
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

import pytest

from paired_readouts.lexicon import default_lexicon, load_lexicon
from paired_readouts.model import Participant, Version, fold_name

HERE = Path(__file__).parent
FILES = sorted(HERE.glob("*.txt"))
LINE = re.compile(r"(!?)\s*\[([^|\]]*)\|([^|\]]*)\|([^|\]]*)\]\s*(\S.*)")
NO_STATEMENT = re.compile(r"(!?) *no statement: (\S.*)")
DETAIL = re.compile(r" {4}(!?)(items|undertakes): (.*)")


@dataclass
class Expected:
    words: str
    speakers: frozenset[str]
    act: str
    verb: str
    fails: bool
    details: list[tuple[bool, str, str]] = field(default_factory=list)


@dataclass
class Release:
    name: str
    text: str
    head: dict[str, str]
    participants: tuple[Participant, ...]
    claims: list[tuple[bool, str, str]]
    statements: list[Expected]
    boilerplate: list[tuple[bool, str]]
    strangers: bool


def plain(words: str) -> str:
    return " ".join(words.split())


def read_release(path: Path) -> Release:
    head, _, rest = path.read_text(encoding="utf-8").partition("\n--- text\n")
    text, _, tail = rest.partition("\n--- statements\n")
    fields, participants, claims, strangers = {}, [], [], False
    for line in filter(str.strip, head.splitlines()):
        mark, name, value = re.fullmatch(r"(!?)([a-z]+): ?(.*)", line).groups()
        if name == "participant":
            participants.append(read_participant(value))
            strangers = strangers or bool(mark)
        elif name == "claim":
            kind, _, what = value.partition(" ")
            claims.append((bool(mark), kind, what))
        else:
            fields[name] = value
    rows = [line for line in tail.splitlines() if line.strip()]
    return Release(
        name=path.stem,
        text=text.strip(),
        head=fields,
        participants=tuple(participants),
        claims=claims,
        statements=read_statements(rows),
        boilerplate=[(bool(m[1]), m[2]) for m in map(NO_STATEMENT.fullmatch, rows) if m],
        strangers=strangers,
    )


def read_participant(line: str) -> Participant:
    line, _, family = line.partition(" (family name ")
    name, _, rest = line.partition(", ")
    role, _, party = rest.rpartition(", ")
    return Participant(name=name, role=role, party=party, family=family.rstrip(")"))


def read_statements(rows: list[str]) -> list[Expected]:
    found: list[Expected] = []
    for line in rows:
        if NO_STATEMENT.fullmatch(line):
            continue
        if detail := DETAIL.fullmatch(line):
            mark, name, value = detail.groups()
            found[-1].details.append((bool(mark), name, value))
            continue
        mark, who, act, verb, words = LINE.fullmatch(line).groups()
        names = {name.strip() for name in who.split(",")} - {"nobody"}
        found.append(
            Expected(
                plain(words), frozenset(names), act.strip(), verb.strip(" -"), fails=bool(mark)
            )
        )
    return found


RELEASES = {release.name: release for release in map(read_release, FILES)}


@cache
def read_version(name: str) -> Version:
    extraction = pytest.importorskip("paired_readouts.extraction")
    if not hasattr(extraction, "extract_statements"):
        pytest.skip("there is no extraction yet")
    lexicon = default_lexicon() | load_lexicon(HERE / "lexicon")
    release = RELEASES[name]
    version = Version(
        text=release.text,
        party=release.head["party"],
        title=release.head["title"],
        published=dt.date.fromisoformat(release.head["published"]),
    )
    given = release.participants if "given" in release.head else ()
    return extraction.extract_statements(version, participants=given, lexicon=lexicon)


def known_failure(fails: object):
    return [pytest.mark.xfail(reason="marked with ! in its file")] if fails else []


def cases(kind: str):
    for name, release in RELEASES.items():
        for number, row in enumerate(getattr(release, kind), start=1):
            fails = row.fails if isinstance(row, Expected) else row[0]
            yield pytest.param(name, row, id=f"{name}-{number}", marks=known_failure(fails))


def details():
    for name, release in RELEASES.items():
        for number, row in enumerate(release.statements, start=1):
            for fails, kind, value in row.details:
                where = f"{name}-{number}-{kind}"
                yield pytest.param(
                    name, row.words, kind, value, id=where, marks=known_failure(fails)
                )


def find(name: str, words: str):
    return next((s for s in read_version(name).statements if plain(s.text) == words), None)


@pytest.mark.parametrize("name", RELEASES)
def test_a_golden_file_is_sound(name):
    release, at = RELEASES[name], 0
    assert release.statements
    people = {p.family_name for p in release.participants}
    text = plain(release.text)
    for row in release.statements:
        at = text.find(row.words, at)
        assert at >= 0, f"not in the text, or not in its order: {row.words}"
        at += len(row.words)
        assert row.speakers <= people, row.words
        assert not (row.act == "narrate" and row.speakers), row.words


def test_every_manner_has_its_release_and_no_text_stands_twice():
    assert len(RELEASES) >= 24
    assert len({release.text for release in RELEASES.values()}) == len(RELEASES)


@pytest.mark.parametrize(("name", "row"), list(cases("statements")))
def test_statement(name, row):
    statement = find(name, row.words)
    assert statement is not None, [plain(s.text) for s in read_version(name).statements]
    who = {fold_name(p.family_name) for p in statement.speakers}
    assert (sorted(who), statement.act.value) == (sorted(row.speakers), row.act)


@pytest.mark.parametrize("name", RELEASES)
def test_nothing_else_is_a_statement(name):
    rows = RELEASES[name].statements
    if any(row.fails for row in rows) or any(fails for fails, _ in RELEASES[name].boilerplate):
        pytest.skip("a known failure may leave other statements in its place")
    assert [plain(s.text) for s in read_version(name).statements] == [row.words for row in rows]


@pytest.mark.parametrize(("name", "row"), list(cases("boilerplate")))
def test_boilerplate_is_no_statement(name, row):
    _, words = row
    assert plain(words) in plain(RELEASES[name].text)
    found = [plain(s.text) for s in read_version(name).statements]
    assert [s for s in found if s.startswith(words) or s.endswith(words)] == []


@pytest.mark.parametrize("name", RELEASES)
def test_the_verb_is_in_the_frame(name):
    version = read_version(name)
    for row in RELEASES[name].statements:
        statement = find(name, row.words)
        if statement is None or row.fails or row.act == "narrate":
            continue
        verb = statement.verb.cut(version.text).casefold() if statement.verb else ""
        shared = set(row.verb.casefold().split()) & set(verb.split())
        assert bool(shared) == bool(row.verb), (row.words, row.verb, verb)


@pytest.mark.parametrize(("name", "words", "kind", "value"), list(details()))
def test_detail(name, words, kind, value):
    statement = find(name, words)
    assert statement is not None
    text = read_version(name).text
    if kind == "items":
        found = [bare(span.cut(text)) for span in statement.items]
        assert found == [bare(item) for item in value.split("|")]
    else:
        by, firmness, what = (part.strip() for part in value.split(";"))
        made = statement.undertaking
        assert made is not None
        assert (" ".join(made.by), made.firmness.value) == (by, firmness)
        assert bare(what).removeprefix("to ") in bare(made.what.cut(text))


def bare(words: str) -> str:
    words = plain(words).strip(" ,;.").removeprefix("and ")
    return words.removeprefix("on ").strip()


@pytest.mark.parametrize(("name", "claim"), list(cases("claims")))
def test_claim(name, claim):
    _, kind, value = claim
    found = {c.value for c in read_version(name).claims if c.kind.value == kind}
    people = {p.party: p.family_name for p in RELEASES[name].participants}
    assert found
    assert found <= {value, people.get(value, value)}


@pytest.mark.parametrize(
    "name",
    [
        pytest.param(name, id=name, marks=known_failure(release.strangers))
        for name, release in RELEASES.items()
    ],
)
def test_participants_are_found(name):
    found = {(p.family_name, p.party) for p in read_version(name).participants}
    assert found == {(p.family_name, p.party) for p in RELEASES[name].participants}
