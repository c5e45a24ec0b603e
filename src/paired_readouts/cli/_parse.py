"""`paired-readouts parse`: what was read in a file."""

from __future__ import annotations

import argparse
from collections.abc import Iterator

import paired_readouts as pr
from paired_readouts.cli._files import (
    Found,
    add_input,
    add_lexicon,
    add_output,
    named,
    read_all,
    read_lexicon,
    write_output,
)

__all__ = ["add_command"]


def add_command(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add `parse` to the commands."""
    parser = commands.add_parser(
        "parse",
        help="show what is read in a file",
        description="Show the accounts in a file, and what each is reported to state.",
        allow_abbrev=False,
    )
    add_input(parser)
    parser.add_argument(
        "--format",
        choices=["text", "json"],
        default="text",
        help="text, or JSON Lines with one version each",
    )
    add_output(parser)
    add_lexicon(parser)
    parser.set_defaults(run=_run)


def _run(options: argparse.Namespace) -> None:
    lexicon = read_lexicon(options.lexicon)
    found = read_all(options.files, lexicon)
    people = _people(found, lexicon)
    read = []
    for row in found:
        with named(row.file):
            version = pr.extract_statements(row.version, participants=people, lexicon=lexicon)
        read.append(Found(row.file, version))
    if options.format == "json":
        text = "".join(pr.to_json(row.version) + "\n" for row in read)
    else:
        text = "\n".join("\n".join(_describe(row)) + "\n" for row in read)
    write_output(text, options.output)


def _people(found: list[Found], lexicon: pr.Lexicon | None) -> tuple[pr.Participant, ...]:
    """Who takes part, over all accounts that one outlet carries; a feed's items speak of many."""
    outlets = {row.version.via for row in found}
    if len(outlets) != 1 or "" in outlets:
        return ()
    return pr.find_participants([row.version for row in found], lexicon=lexicon)


def _describe(row: Found) -> Iterator[str]:
    version = row.version
    yield f"{row.file}: {version.party or 'party unknown'}, {version.words} words"
    facts = {
        "title": version.title,
        "office": version.issuer,
        "via": version.via,
        "published": version.published.isoformat() if version.published else "",
        "genre": version.genre.value,
        "completeness": _completeness(version),
        "parser": version.parser,
        "id": version.id,
    }
    yield from (f"  {name}: {value}" for name, value in facts.items() if value)
    for person in version.participants:
        role = f", {person.role}" if person.role else ""
        yield f"  participant: {person.name}{role} ({person.party or 'party unknown'})"
    yield from (f"  claim: {claim.kind.value} {claim.value}" for claim in version.claims)
    yield from (f"  warning: {warning.text}" for warning in version.warnings)
    yield from (f"  {number}. {_line(s)}" for number, s in enumerate(version.statements, start=1))


def _completeness(version: pr.Version) -> str:
    evidence = version.completeness.evidence
    return version.completeness.level.value + (f' ("{evidence}")' if evidence else "")


def _line(statement: pr.Statement) -> str:
    who = ", ".join(person.name for person in statement.speakers) or "nobody"
    return f"[{who}: {statement.act.value}] {' '.join(statement.text.split())}"
