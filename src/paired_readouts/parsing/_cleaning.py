"""Text as people read it: what is cleaned away before there is a `Version`."""

from __future__ import annotations

import re

__all__ = ["clean_line", "clean_text", "mend_mojibake"]

# Soft hyphens, zero-width spaces, marks of direction, byte order marks, control signs.
_INVISIBLE = re.compile(
    "[\xad\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb"
    "\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f]"
)
_SPACES = re.compile("[ \t\xa0\u1680\u2000-\u200a\u202f\u205f\u3000]+")
_BREAKS = re.compile("\r\n?|[\v\f\x1c-\x1e\x85\u2028\u2029]")
_EMPTY = re.compile(r" ?\n ?(?:\n ?)+")
# A character of UTF-8, each of its bytes shown as Windows-1252 shows it.
_ROUNDS = 3
_TRAIL = "\x80-\xbf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ"
_MOJIBAKE = re.compile(f"[Â-ß][{_TRAIL}]|[à-ï][{_TRAIL}]{{2}}|[ð-ô][{_TRAIL}]{{3}}")


def clean_text(text: str) -> str:
    """`text` with plain spaces, at most one empty line in a row, and no invisible signs."""
    text = _INVISIBLE.sub("", _BREAKS.sub("\n", text))
    text = _SPACES.sub(" ", text)
    return _EMPTY.sub("\n\n", text.replace(" \n", "\n").replace("\n ", "\n")).strip()


def clean_line(text: str) -> str:
    """`text` as one line."""
    return " ".join(clean_text(text).split())


def mend_mojibake(text: str) -> tuple[str, int]:
    """`text` with UTF-8 that was read as Windows-1252 put right, and how often that was needed."""
    if not ("â" in text or "Ã" in text or "Â" in text):
        return text, 0
    count = 0

    def mend(match: re.Match[str]) -> str:
        nonlocal count
        try:
            put = b"".join(_byte(c) for c in match.group()).decode("utf-8")
        except (UnicodeDecodeError, UnicodeEncodeError):
            return match.group()
        count += 1
        return put

    for _ in range(_ROUNDS):  # Some texts were spoilt twice.
        before = count
        text = _MOJIBAKE.sub(mend, text)
        if count == before:
            break
    return text, count


def _byte(character: str) -> bytes:
    if character <= "\xff":
        return character.encode("latin-1")
    return character.encode("cp1252")
