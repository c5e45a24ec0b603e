"""Words of a source as a report may show them: exact, shortened with "…", safe to print."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from itertools import groupby

from paired_readouts.model import Span

__all__ = ["clean", "join_labels", "quote_spans", "shorten"]

# What neither a terminal nor XML nor HTML may be given: control characters, lone surrogates,
# noncharacters. Each becomes one U+FFFD, so that places in the text stay where they are.
_LAST_OF_PLANES = "".join(
    chr(plane << 16 | last) for plane in range(17) for last in (0xFFFE, 0xFFFF)
)
_UNSAFE = re.compile(
    r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef" + _LAST_OF_PLANES + "]"
)
_QUOTE = re.compile("[\"'“”„‟«»‘’‚]")
# "that", "and the": no longer than the sign that would stand for it is worth.
_BRIDGE = 8
_LABEL = re.compile(r"(.*?)(\d+)\Z", re.DOTALL)


def clean(text: str) -> str:
    """`text` with one U+FFFD for each character that no format can carry."""
    # Most texts are fine, and what is printable holds no such character.
    return text if text.isprintable() else _UNSAFE.sub("\ufffd", text).replace("\r", " ")


def shorten(text: str, limit: int) -> str:
    """`text` in single spaces, cut at a word to `limit` characters with "…" where it is longer."""
    words = " ".join(clean(text).split())
    words = _unquote(words)
    if len(words) <= limit:
        return words.rstrip(".,;: ")
    cut = words[: limit - 1]
    if " " in cut:
        cut = cut[: cut.rindex(" ")]
    return cut.rstrip(".,;: ") + " …"


def _unquote(words: str) -> str:
    """`words` without a quotation mark at its ends that encloses all or has lost its other half."""
    marks = [found.start() for found in _QUOTE.finditer(words)]
    marks = [i for i in marks if not _inside(words, i)]
    if marks and marks[0] == 0 and (len(marks) == 1 or marks == [0, len(words) - 1]):
        words = words[1:]
        marks = [i - 1 for i in marks[1:]]
    if marks == [len(words) - 1]:
        words = words[:-1]
    return words


def _inside(words: str, i: int) -> bool:
    """Whether the sign at `i` is an apostrophe within a word, or after one: "allies’ ships"."""
    before, after = words[i - 1 : i], words[i + 1 : i + 2]
    return words[i] in "'’" and before.isalnum() and (after.isalnum() or after == " ")


def quote_spans(text: str, spans: Iterable[Span], limit: int) -> str:
    """The words of `text` at `spans`, in order; "…" where more than a short word is between."""
    pieces: list[str] = []
    end = -1
    for span in sorted(set(spans)):
        if span.start < end:
            continue
        piece = clean(span.cut(text))
        if not piece.strip():
            continue
        between = clean(text[end : span.start]) if pieces else ""
        if pieces and len(between.strip()) <= _BRIDGE:
            pieces[-1] += f"{between}{piece}"
        else:
            pieces.append(piece)
        end = span.end
    return shorten(" … ".join(pieces), limit)


def join_labels(labels: Sequence[str]) -> str:
    """Labels with runs drawn together: "US1–3, US7, AZ2".

    >>> join_labels(("US1", "US2", "US3", "US7", "AZ2"))
    'US1–3, 7, AZ2'
    """
    out: list[str] = []
    matches = [_LABEL.match(label) for label in labels]
    numbered = [(m[1], int(m[2])) for m in matches if m]
    for prefix, group in groupby(numbered, key=lambda row: row[0]):
        first = True
        for low, high in _runs([n for _, n in group]):
            name = f"{prefix}{low}" if first else str(low)
            out.append(name if low == high else f"{name}–{high}")
            first = False
    return ", ".join(out)


def _runs(numbers: Sequence[int]) -> list[tuple[int, int]]:
    runs: list[tuple[int, int]] = []
    for n in numbers:
        if runs and n == runs[-1][1] + 1:
            runs[-1] = (runs[-1][0], n)
        else:
            runs.append((n, n))
    return runs
