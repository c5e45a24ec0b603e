"""The part of YAML that the front matter of saved releases uses: keys, strings, lists."""

from __future__ import annotations

import re

from paired_readouts.errors import ParseError

__all__ = ["has_front_matter", "read_front_matter", "split_front_matter"]

_OPEN = re.compile(r"\A---[ \t]*\n")
_CLOSE = re.compile(r"^(?:---|\.\.\.)[ \t]*$", re.MULTILINE)
_KEY = re.compile(r"([A-Za-z_][\w .-]{0,60}?)[ \t]*:(?:[ \t]+|$)")
_ESCAPE = re.compile(r"\\(x[0-9a-fA-F]{2}|u[0-9a-fA-F]{4}|U[0-9a-fA-F]{8}|.)", re.DOTALL)
_ESCAPES = {
    "0": "\0", "a": "\a", "b": "\b", "t": "\t", "\t": "\t", "n": "\n", "v": "\v", "f": "\f",
    "r": "\r", "e": "\x1b", " ": " ", '"': '"', "/": "/", "\\": "\\", "N": "\x85",
    "_": "\xa0", "L": "\u2028", "P": "\u2029",
}  # fmt: skip
_LONGEST = 20_000


def has_front_matter(text: str) -> bool:
    """Whether `text` begins with front matter; with two keys, also where it is never closed."""
    opened, closed = _bounds(text)
    if opened is None or closed is not None:
        return closed is not None
    lines = text[opened.end() : opened.end() + 1000].split("\n")
    return len(lines) > 2 and all(_KEY.match(line) for line in lines[:2])


def split_front_matter(text: str, *, where: str) -> tuple[str, str]:
    """The front matter, "" where there is none, and what follows; a ParseError where it is cut."""
    opened, closed = _bounds(text)
    if opened is None or closed is None:
        if has_front_matter(text):
            raise ParseError(
                f"{where}: front matter", "is never closed", "the file was cut; save it again"
            )
        return "", text
    return text[opened.end() : closed.start()], text[closed.end() :]


def _bounds(text: str) -> tuple[re.Match[str] | None, re.Match[str] | None]:
    opened = _OPEN.match(text)
    closed = _CLOSE.search(text, opened.end(), opened.end() + _LONGEST) if opened else None
    return opened, closed


def read_front_matter(text: str, *, where: str) -> dict[str, str]:
    """Values by key, lists joined with ", "; a ParseError for YAML beyond this subset."""
    found: dict[str, str] = {}
    lines = text.split("\n")
    at = 0
    while at < len(lines):
        line = lines[at]
        if not line.strip() or line.lstrip().startswith("#"):
            at += 1
            continue
        match = _KEY.match(line)
        if match is None:
            raise _beyond(where, at, line)
        raw, at = line[match.end() :].strip(), at + 1
        first = at
        while at < len(lines) and _goes_on(lines[at]):
            at += 1
        found[match.group(1)] = _value(raw, lines[first:at], where, first)
    return found


def _goes_on(line: str) -> bool:
    return not line.strip() or line[0] in " \t" or line.startswith("- ")


def _value(raw: str, more: list[str], where: str, at: int) -> str:
    rest = [line.strip() for line in more]
    if raw.startswith(('"', "'")):
        return _quoted(raw, rest, where, at)
    if raw[:1] in {"|", ">", "&", "*", "!", "{", "%", "@", "`"}:
        raise _beyond(where, at - 1, raw)
    items = [line for line in rest if line]
    if not raw and items and all(line.startswith("- ") for line in items):
        return ", ".join(_value(line[2:].strip(), [], where, at) for line in items)
    if raw.startswith("["):
        if not raw.endswith("]") or items or any(sign in raw[1:] for sign in "[{"):
            raise _beyond(where, at - 1, raw)
        parts = [part.strip() for part in raw[1:-1].split(",") if part.strip()]
        return ", ".join(_value(part, [], where, at) for part in parts)
    if any(_KEY.match(line) or line.startswith("- ") for line in items):
        raise _beyond(where, at, items[0])
    plain = " ".join([raw.partition(" #")[0].strip(), *items]).strip()
    return "" if plain in {"~", "null", "Null", "NULL"} else plain


def _quoted(raw: str, rest: list[str], where: str, at: int) -> str:
    """A string in quotation marks, over several lines if need be."""
    mark, text = raw[0], raw[1:]
    for line in rest:
        if mark == '"' and text.endswith("\\") and not text.endswith("\\\\"):
            text = text[:-1] + (line[1:] if line.startswith("\\ ") else line)
        else:
            text += "\n" if not line else ("" if text.endswith("\n") else " ") + line
    text = text.rstrip()
    inner = text.partition(" #")[0].rstrip() if not text.endswith(mark) else text
    if not inner.endswith(mark):
        raise ParseError(f"{where}: front matter, line {at}", "a string is not closed", "")
    inner = inner[:-1]
    if mark == "'":
        return inner.replace("''", "'")
    return _ESCAPE.sub(lambda match: _escaped(match.group(1), where, at), inner)


def _escaped(code: str, where: str, at: int) -> str:
    if code[0] in "xuU" and len(code) > 1:
        number = int(code[1:], 16)
        return chr(number) if number < 0x110000 and not 0xD800 <= number < 0xE000 else "\ufffd"
    if code not in _ESCAPES:
        raise ParseError(f"{where}: front matter, line {at}", f"unknown escape \\{code}", "")
    return _ESCAPES[code]


def _beyond(where: str, at: int, line: str) -> ParseError:
    return ParseError(
        f"{where}: front matter, line {at + 1}",
        f"is YAML beyond keys, strings and lists of strings: {line[:40]!r}",
        "pass YamlMarkdownParser() of paired-readouts[yaml] in parsers=",
    )
