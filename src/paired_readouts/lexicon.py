"""The words that the library knows: tables of entries, one folder a language.

A lexicon is data. Each table is one TOML file, each of its entries a section with an id:

    [urge]                      # the entry's id
    words = ["urge", "press*"]  # words and phrases; a star ends a word that may go on
    act = "request"             # what the table's reader needs besides
    examples = ["…"]            # proved by the tests, not loaded at run time

Tables are joined with `|`: entries of the right lexicon come after those of the left, and an entry
with the same id in the same table takes its place.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterator, Mapping
from functools import cache, lru_cache
from typing import TYPE_CHECKING, Any, TypeAlias

import attrs

from paired_readouts._shipped import read_shipped
from paired_readouts._text import Phrases
from paired_readouts.errors import LexiconError
from paired_readouts.model import Act
from paired_readouts.model._by_fields import by_fields

if TYPE_CHECKING:
    from pathlib import Path

__all__ = ["Entry", "Lexicon", "default_lexicon", "load_lexicon"]

Value: TypeAlias = str | int | tuple[str, ...]

_HERE = f"{os.path.dirname(__file__)}/lexicons"  # noqa: PTH120
_NOT_LOADED = frozenset({"examples", "counterexamples", "note"})
# Fields whose values the code knows; all others take what their table takes.
_CHOICES = frozenset({"act", "joint-act", "class", "contact", "firmness", "place"})
_KINDS = {str: "a string", int: "a whole number", tuple: "a list of strings"}


@by_fields
@attrs.frozen(kw_only=True, eq=False, repr=False)
class Entry:
    """One row of a table: an id, and values by name."""

    #: The entry's id, unique in its table.
    id: str
    #: What the entry says, by field name; lists are tuples.
    values: Mapping[str, Value] = attrs.field(hash=False)

    def text(self, name: str, default: str = "") -> str:
        """The string in the field `name`; an error where it is something else."""
        value = self.values.get(name, default)
        if not isinstance(value, str):
            raise LexiconError(f"{self.id}.{name}", f"expected a string, got {value!r:.40}")
        return value

    def whole(self, name: str, default: int = 0) -> int:
        """The whole number in the field `name`; an error where it is something else."""
        value = self.values.get(name, default)
        if not isinstance(value, int):
            raise LexiconError(f"{self.id}.{name}", f"expected a whole number, got {value!r:.40}")
        return value

    def list(self, name: str = "words") -> tuple[str, ...]:
        """The list of strings in the field `name`, empty where there is none."""
        value = self.values.get(name, ())
        if not isinstance(value, tuple):
            raise LexiconError(
                f"{self.id}.{name}", f"expected a list of strings, got {value!r:.40}"
            )
        return value


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Lexicon:
    """Tables of entries for one language; compared and hashed by content."""

    #: ISO 639-1 code.
    language: str
    #: Table name to entries, in the order of the files.
    tables: Mapping[str, Mapping[str, Entry]]
    #: A checksum of the content: the lexicon's version in results.
    version: str

    def table(self, name: str) -> Iterator[Entry]:
        """The entries of the table `name`; none where there is no such table."""
        return iter(self.tables.get(name, {}).values())

    def entry(self, table: str, entry_id: str) -> Entry:
        """The entry `entry_id` of `table`; a LexiconError where there is none."""
        try:
            return self.tables[table][entry_id]
        except KeyError:
            raise LexiconError(
                f"{self.language}/{table}", f"no entry {entry_id!r}", "add it to that table"
            ) from None

    def words(self, table: str, entry_id: str) -> frozenset[str]:
        """The words of one entry as a set; an error where there is no such entry."""
        return frozenset(self.entry(table, entry_id).list())

    def __or__(self, other: Lexicon) -> Lexicon:
        if not isinstance(other, Lexicon):
            return NotImplemented
        if other.language != self.language:
            raise LexiconError(
                "lexicon",
                f"cannot join {self.language!r} and {other.language!r}",
                "join lexicons of one language",
            )
        tables = {name: dict(entries) for name, entries in self.tables.items()}
        for name, entries in other.tables.items():
            tables.setdefault(name, {}).update(entries)
        return _make(self.language, tables)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Lexicon) and self.version == other.version

    def __hash__(self) -> int:
        return hash(self.version)

    def __repr__(self) -> str:
        count = sum(len(entries) for entries in self.tables.values())
        return (
            f"Lexicon({self.language}, {len(self.tables)} tables, {count} entries, {self.version})"
        )


def default_lexicon(language: str = "en") -> Lexicon:
    """The lexicon that ships with the library; a LexiconError for a language without one."""
    return _read_compiled(language)


@cache
def _read_compiled(language: str) -> Lexicon:
    files = os.listdir(_HERE)  # noqa: PTH208 - see `read_shipped`
    if f"{language}.json" not in files:
        known = ", ".join(sorted(f.removesuffix(".json") for f in files if f.endswith(".json")))
        raise LexiconError("language", f"no lexicon for {language!r}", f"there is: {known}")
    # What `tools/compile_lexicon.py` wrote needs no second look.
    compiled = read_shipped(__file__, f"lexicons/{language}.json", pairs=_freeze)
    tables = {
        name: {entry_id: Entry(id=entry_id, values=row) for entry_id, row in rows.items()}
        for name, rows in compiled["tables"].items()
    }
    return Lexicon(language=language, tables=tables, version=compiled["version"])


def _freeze(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    return {name: tuple(v) if isinstance(v, list) else v for name, v in pairs}


@lru_cache(maxsize=32)
def table_phrases(lexicon: Lexicon, table: str) -> Phrases[Entry]:
    """The phrases of `table`, each with its entry: filed once, whoever looks them up."""
    return Phrases((word, entry) for entry in lexicon.table(table) for word in entry.list())


def load_lexicon(path: str | Path, *, language: str = "en") -> Lexicon:
    """The lexicon in a TOML file (a table named after the file) or in a folder of them.

    Tables and fields are those of the library's own lexicon. Raises LexiconError, with file and
    place, for what is no TOML or no table of entries, and for a table or field of another name.
    """
    from pathlib import Path

    path = Path(path)
    if path.is_dir():
        files = sorted(path.glob("*.toml"))
        if not files:
            raise LexiconError(str(path), "no .toml file in this folder")
    else:
        files = [path]
    tables = {file.stem: _entries(str(file), _read(file)) for file in files}
    for file in files:
        _check(file, tables[file.stem])
    return _make(language, tables)


def _check(file: Path, entries: Mapping[str, Entry]) -> None:
    """An error for a table, field or choice that nothing would read, and for what is missing."""
    ours = default_lexicon().tables
    if file.stem not in ours:
        hint = _nearest("name the file", file.stem, sorted(ours))
        raise LexiconError(str(file), f"no table {file.stem!r}", hint)
    rows = [entry.values for entry in ours[file.stem].values()]
    kinds: dict[str, type] = {"words": tuple}
    for row in rows:
        kinds |= {name: type(value) for name, value in row.items()}
    needed = sorted(name for name in kinds if all(name in row for row in rows))
    for entry in entries.values():
        for name, value in entry.values.items():
            _check_field(f"{file}: {entry.id}.{name}", name, value, kinds)
        for name in (name for name in needed if name not in entry.values):
            raise LexiconError(f"{file}: {entry.id}.{name}", "is missing", "each entry here has it")


def _check_field(where: str, name: str, value: Value, kinds: Mapping[str, type]) -> None:
    if name not in kinds:
        raise LexiconError(where, "no such field", _nearest("write", name, sorted(kinds)))
    if not isinstance(value, kinds[name]):
        raise LexiconError(where, f"expected {_KINDS[kinds[name]]}, got {value!r:.40}")
    if name in _CHOICES:
        fields = [e.values for t in default_lexicon().tables.values() for e in t.values()]
        known = {str(row[name]) for row in fields if name in row}
        known |= set(Act) if "act" in name.split("-") else set()
        if value not in known:
            hint = _nearest("write", str(value), sorted(known))
            raise LexiconError(where, f"no such choice: {value!r:.40}", hint)


def _nearest(verb: str, name: str, known: list[str]) -> str:
    """What to write in place of `name`: the most like it, else all that there are."""
    from difflib import get_close_matches

    near = get_close_matches(name, known, n=1, cutoff=0.7)
    return f"{verb} {near[0]!r}" if near else f"there are: {', '.join(known)}"


def _read(file: Path) -> dict[str, Any]:
    import tomllib

    try:
        return tomllib.loads(file.read_text(encoding="utf-8"))
    except OSError as error:
        raise LexiconError(str(file), f"cannot be read: {error.strerror}") from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise LexiconError(str(file), f"is no TOML: {error}") from error


def _entries(where: str, raw: Mapping[str, Any]) -> dict[str, Entry]:
    entries: dict[str, Entry] = {}
    for entry_id, fields in raw.items():
        if not isinstance(fields, dict):
            raise LexiconError(
                f"{where}: {entry_id}", "is no section", "write [id] and fields under it"
            )
        values: dict[str, Value] = {}
        for name, value in fields.items():
            if name in _NOT_LOADED:
                continue
            if isinstance(value, list) and all(isinstance(item, str) for item in value):
                values[name] = tuple(value)
            elif isinstance(value, (str, int)) and not isinstance(value, bool):
                values[name] = value
            else:
                raise LexiconError(
                    f"{where}: {entry_id}.{name}",
                    f"expected a string, a whole number or a list of strings, got {value!r:.40}",
                )
        entries[entry_id] = Entry(id=entry_id, values=values)
    return entries


def _make(language: str, tables: Mapping[str, Mapping[str, Entry]]) -> Lexicon:
    content = {
        name: {entry.id: dict(entry.values) for entry in entries.values()}
        for name, entries in tables.items()
    }
    return Lexicon(language=language, tables=tables, version=checksum(language, content))


def checksum(language: str, tables: Mapping[str, Mapping[str, Mapping[str, Any]]]) -> str:
    """The version of a lexicon with these tables, in whatever order their entries stand."""
    import hashlib

    data = json.dumps([language, tables], sort_keys=True, ensure_ascii=False).encode()
    return hashlib.sha256(data).hexdigest()[:12]
