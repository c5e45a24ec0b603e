"""What `discover` reads: each file or line by itself, to a line that a later run can take up."""

from __future__ import annotations

import hashlib
import json
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import attrs

import paired_readouts as pr
from paired_readouts.cli._files import BadInputError, named, read_all
from paired_readouts.cli._resuming import is_error, made_with, tell_error

__all__ = ["FIELDS", "Item", "Read", "belongs", "list_items", "read_item", "take_up"]

_LINES = {".jsonl", ".ndjson"}
# Without a conversation found earlier others would lose their ids, so that nothing is found.
_BAD_KNOWN = "bad-known"
#: The fields of a line that is no document of ours; all but `text` may be absent.
FIELDS = ("text", "party", "issuer", "via", "title", "published", "language", "url")


@attrs.frozen
class Item:
    """A file, or a line of one."""

    #: What messages call it.
    name: str
    #: The line; None where the file is all of it.
    line: bytes | None = None
    #: Whether it is a conversation that an earlier run found.
    known: bool = False

    @property
    def mark(self) -> str:
        """What tells whether it is the same as in an earlier run."""
        data = Path(self.name).read_bytes() if self.line is None else self.line
        return hashlib.sha256(data).hexdigest()


@attrs.define
class Read:
    """Everything that was read."""

    #: How many items it was read from.
    items: int = 0
    versions: list[pr.Version] = attrs.field(factory=list)
    known: list[pr.Conversation] = attrs.field(factory=list)
    errors: list[str] = attrs.field(factory=list)
    _digests: dict[int, list[dict[str, Any]]] = attrs.field(factory=dict)

    def digests(self, version: pr.Version) -> list[dict[str, Any]]:
        """The digests of one of the versions, each of which is an object of its own."""
        return self._digests[id(version)]

    def add(self, line: bytes) -> None:
        """Adds what a line of `read_item` tells."""
        data = json.loads(line)
        self.items += 1
        if is_error(line):
            if data["code"] == _BAD_KNOWN:
                raise BadInputError(data["message"])
            self.errors.append(data["message"])
            return
        versions: Iterable[pr.Version]
        if data["conversation"] is None:
            versions = [pr.from_dict(row, expect=pr.Version) for row in data["versions"]]
            self.versions += versions
        else:
            conversation = pr.from_dict(data["conversation"], expect=pr.Conversation)
            versions = conversation.versions
            self.known.append(conversation)
        for version, digests in zip(versions, data["digests"], strict=True):
            self._digests[id(version)] = digests


def list_items(paths: Sequence[str], known: str | None = None) -> Iterator[Item]:
    """Everything in `paths`, and the lines of `known` before it; "-" is standard input."""
    if known is not None:
        with named(known), Path(known).open("rb") as lines:
            yield from _list_lines(known, lines, known=True)
    for path in paths:
        if path == "-":
            yield from _list_lines("standard input", sys.stdin.buffer)
            continue
        for file in _list_files(Path(path)):
            if file.suffix in _LINES and file.is_file():
                with named(str(file)), file.open("rb") as lines:
                    yield from _list_lines(str(file), lines)
            else:
                yield Item(str(file))


def _list_lines(name: str, lines: Iterable[bytes], *, known: bool = False) -> Iterator[Item]:
    for number, line in enumerate(lines, start=1):
        if line.strip():
            yield Item(f"{name}, line {number}", line, known)


def _list_files(path: Path) -> Sequence[Path]:
    """The file `path`, or those of a folder in the order of their names."""
    if not path.is_dir():
        return [path]
    found = sorted(
        file
        for file in path.rglob("*")
        if file.is_file() and not any(p.startswith(".") for p in file.relative_to(path).parts)
    )
    if not found:
        raise BadInputError(f"{path}: no file in this folder")
    return found


def read_item(lexicon: pr.Lexicon | None, item: Item) -> bytes:
    """The versions in an item and their digests as a line of JSON, or why there are none."""
    from paired_readouts.discovery._stored import read_stored

    try:
        with named(item.name):
            versions, conversation = _read(item, lexicon)
            data = {
                "item": item.name,
                "mark": item.mark,
                "made": made_with(lexicon),
                "conversation": conversation and pr.to_dict(conversation),
                "versions": [] if conversation else [pr.to_dict(v) for v in versions],
                "digests": [read_stored(version, lexicon=lexicon) for version in versions],
            }
    except BadInputError as error:
        code = _BAD_KNOWN if item.known else "bad-input"
        return tell_error(code, str(error), item=item.name)
    except Exception as error:  # noqa: BLE001 (one bad item must not end a run over thousands)
        message = f"{item.name}: {type(error).__name__}: {error}"
        return tell_error("fault", message, item=item.name)
    return json.dumps(data).encode() + b"\n"


def _read(
    item: Item, lexicon: pr.Lexicon | None
) -> tuple[Sequence[pr.Version], pr.Conversation | None]:
    """The versions in an item, each once, and the conversation if it is one."""
    if item.line is None:
        found = read_all([item.name], lexicon)
        return tuple(dict.fromkeys(row.version for row in found)), None
    if item.known:
        conversation = pr.from_json(item.line, expect=pr.Conversation)
        return conversation.versions, conversation
    return (_read_line(item.line),), None


def _read_line(line: bytes) -> pr.Version:
    try:
        data = json.loads(line)
    except (ValueError, RecursionError) as error:
        raise pr.ExchangeError("", f"is no JSON: {error}") from None
    if not isinstance(data, dict):
        raise pr.ExchangeError("", "expected an object")
    if "schema_version" not in data:
        data.setdefault("published", data.get("date"))
        known = {name: data[name] for name in FIELDS if data.get(name) is not None}
        data = {"schema_version": 1, "type": "Version", **known}
    return pr.from_dict(data, expect=pr.Version)


def belongs(made: Mapping[str, str], told: Mapping[str, Any], item: Item) -> bool:
    """Whether it is told what this library and lexicon read in `item` as it is now."""
    if told["item"] != item.name:
        return False
    return "mark" not in told or (told["mark"], told["made"]) == (item.mark, made)


def take_up(part: Path) -> Read:
    """Everything in a file of such lines."""
    read = Read()
    with part.open("rb") as lines:
        for line in lines:
            read.add(line)
    return read
