"""HTML pages and fragments as blocks: headings, paragraphs, list items, quotations."""

from __future__ import annotations

import re
from collections import Counter

import attrs
from attrs import field

from paired_readouts.errors import LimitError
from paired_readouts.parsing._elements import BLOCKS, SKIPPED, SKIPPED_WORDS, VOID
from paired_readouts.parsing._selectors import fits
from paired_readouts.parsing._tags import Tag, read_attributes, read_tags, unescape

__all__ = ["Element", "MarkedBlock", "Page", "read_page", "text_of"]

_KEPT = frozenset({"html", "body", "main", "article"})
_INLINE = 20
# "has-sidebar" tells of the page around, not of the element.
_ABOUT = frozenset({"has", "with", "no", "without", "is", "not"})
_WORD = re.compile(r"[a-z]+")
_CLOSED_BY_BLOCK = frozenset({"p"})


@attrs.frozen
class MarkedBlock:
    """A run of text between two block tags."""

    #: The text; a line break where the page has `<br>`.
    text: str
    #: The innermost block tag around it: "p", "h1", "li", "div", …
    tag: str = "p"
    #: Whether it stands in a quotation that is set off.
    quoted: bool = False
    #: The number or bullet of a list item.
    mark: str = ""


@attrs.define
class Element:
    """An element, and which blocks of the page lie in it."""

    tag: str
    attributes: dict[str, str]
    first: int
    end: int = -1
    #: What it adds to the elements around that are passed over, and whether by its very tag.
    skips: int = 0
    hard: bool = False
    #: The start of its text, of an element inside a line: "<span>11 May 2022</span>".
    text: str = ""
    part: int = 0
    #: Whether the page ends before it does.
    cut: bool = False
    parent: Element | None = field(default=None, repr=False, eq=False)


@attrs.define
class Page:
    """A page, read."""

    blocks: list[MarkedBlock] = field(factory=list)
    #: Elements that a selector may name, in the order of the page.
    elements: list[Element] = field(factory=list)
    #: Contents of `<title>`.
    title: str = ""
    #: `<meta>` by name, property or itemprop.
    meta: dict[str, str] = field(factory=dict)
    #: JSON-LD scripts.
    linked_data: list[str] = field(factory=list)
    #: The language that `<html>` declares.
    language: str = ""
    #: The canonical address.
    canonical: str = ""
    #: Whether it is a whole page, not a fragment.
    whole: bool = False
    #: Elements whose text was passed over.
    skipped: list[str] = field(factory=list)

    def select(self, selector: str) -> list[Element]:
        """The elements that `selector` names: "article", "div.entry", "#main [itemprop=x]"."""
        return [element for element in self.elements if fits(element, selector)]

    def inside(self, element: Element) -> list[MarkedBlock]:
        """The blocks in `element`."""
        return self.blocks[element.first : element.end]


def text_of(blocks: list[MarkedBlock], *, quotes: bool = False) -> str:
    """The blocks as text, an empty line between two; with `quotes`, those set off have "> "."""
    return "\n\n".join(
        ("> " if quotes and block.quoted else "") + f"{block.mark} {block.text}".strip()
        for block in blocks
    )


def read_page(text: str, *, where: str, depth: int) -> Page:
    """The page or fragment in `text`; LimitError where lists or quotations nest beyond `depth`."""
    reader = _Reader(where, depth)
    for piece in read_tags(text):
        if isinstance(piece, Tag):
            reader.tag(piece)
        else:
            reader.text(piece)
    return reader.finish()


def _is_furniture(attributes: dict[str, str]) -> bool:
    """Whether class or id says that no prose stands here: "site-footer", "related_posts"."""
    for token in f"{attributes.get('class', '')} {attributes.get('id', '')}".lower().split():
        words = _WORD.findall(token)
        if words and words[0] not in _ABOUT and {words[0], words[-1]} & SKIPPED_WORDS:
            return True
    return False


class _Reader:
    """Keeps the open elements and the text since the last block tag."""

    def __init__(self, where: str, depth: int) -> None:
        self._where, self._depth = where, depth
        self._page = Page()
        self._open: list[Element] = []
        self._counts: Counter[str] = Counter()
        self._skipping = 0
        self._hard = 0
        self._lists: list[int | None] = []
        self._quotes = 0
        self._parts: list[str] = []
        self._mark = ""
        self._raw = ""

    def text(self, piece: str) -> None:
        if self._raw:
            self._keep_raw(piece)
        elif not self._skipping:
            if not self._counts["pre"]:
                piece = piece.replace("\n", " ").replace("\t", " ")
            self._parts.append(unescape(piece))

    def tag(self, tag: Tag) -> None:
        name = tag.name
        if tag.closes:
            self._close(name)
            return
        if name == "br":
            self._parts.append("\n" if not self._skipping else "")
            return
        attributes = read_attributes(tag)
        if name in {"meta", "link"}:
            self._head(name, attributes)
        if name in BLOCKS:
            self._flush()
            if self._open and self._open[-1].tag in _CLOSED_BY_BLOCK:
                self._pop()
            if name == "li" and self._open and self._open[-1].tag == "li":
                self._pop()
        if name in VOID or tag.raw.endswith("/"):
            return
        self._push(name, attributes)

    def _push(self, name: str, attributes: dict[str, str]) -> None:
        hard = name in SKIPPED or attributes.get("aria-hidden") == "true"
        skips = int(hard or (name not in _KEPT and _is_furniture(attributes)))
        if name in {"main", "article"} and not self._hard:
            skips = -self._skipping  # A class that promised nothing good stood around the text.
        element = Element(name, attributes, len(self._page.blocks), skips=skips, hard=hard)
        element.part = len(self._parts)
        element.parent = self._open[-1] if self._open else None
        self._hard += hard
        self._open.append(element)
        self._counts[name] += 1
        if not self._skipping + skips:
            self._page.elements.append(element)
        if skips > 0 and name not in {"script", "style", "head", "template", "noscript", "svg"}:
            self._page.skipped.append(name)
        self._skipping += skips
        self._enter(name, attributes)
        self._raw = ""
        if name == "script" and "ld+json" in attributes.get("type", ""):
            self._raw = "json"
        elif name == "title" and not self._page.title and self._counts["svg"] == 0:
            self._raw = "title"

    def _enter(self, name: str, attributes: dict[str, str]) -> None:
        """Keeps count of what an element opens: the page, a list, an item, a quotation."""
        if name == "html":
            self._page.language = attributes.get("lang", "")[:2].lower()
            self._page.whole = True
        elif name == "body":
            self._page.whole = True
        elif name in {"ol", "ul"}:
            self._nest(len(self._lists))
            start = attributes.get("start", "1")
            number = int(start) if start.isascii() and start.isdigit() and len(start) < 6 else 1
            self._lists.append(number if name == "ol" else None)
        elif name == "li":
            self._mark = self._next_mark()
        elif name == "blockquote":
            self._nest(self._quotes)
            self._quotes += 1

    def _nest(self, depth: int) -> None:
        if depth >= self._depth:
            raise LimitError(
                self._where,
                f"lists or quotations nest deeper than {self._depth}",
                "pass limits=Limits(depth=…)",
            )

    def _next_mark(self) -> str:
        if not self._lists or self._lists[-1] is None:
            return "-"
        number = self._lists[-1]
        self._lists[-1] = number + 1
        return f"{number}."

    def _close(self, name: str) -> None:
        self._raw = ""
        if name in BLOCKS:
            self._flush()
        if not self._counts[name]:
            return
        while self._open:
            if self._pop() == name:
                return

    def _pop(self) -> str:
        element = self._open.pop()
        name = element.tag
        self._counts[name] -= 1
        if name in BLOCKS:
            self._flush(name)
        element.end = len(self._page.blocks)
        if element.end == element.first and element.attributes:
            parts = self._parts[element.part : element.part + _INLINE]
            element.text = " ".join("".join(part[:200] for part in parts).split())
        self._skipping -= element.skips
        self._hard -= element.hard
        if name in {"ol", "ul"} and self._lists:
            self._lists.pop()
        elif name == "blockquote":
            self._quotes -= 1
        return name

    def _flush(self, tag: str = "") -> None:
        raw = "".join(self._parts)
        self._parts.clear()
        lines = (" ".join(line.split(" ")).strip() for line in raw.split("\n"))
        text = "\n".join(line for line in lines if line)
        if not text.strip():
            return
        tag = tag or next((e.tag for e in reversed(self._open[-6:]) if e.tag in BLOCKS), "")
        self._page.blocks.append(MarkedBlock(text, tag, self._quotes > 0, self._mark))
        self._mark = ""

    def _head(self, name: str, attributes: dict[str, str]) -> None:
        if name == "link":
            if "canonical" in attributes.get("rel", ""):
                self._page.canonical = attributes.get("href", "")
            return
        key = next((attributes[k] for k in ("property", "name", "itemprop") if k in attributes), "")
        if key and "content" in attributes:
            self._page.meta.setdefault(key.lower(), attributes["content"])

    def _keep_raw(self, piece: str) -> None:
        if self._raw == "json":
            self._page.linked_data.append(piece)
        elif not self._page.title:
            self._page.title = " ".join(unescape(piece).split())

    def finish(self) -> Page:
        self._flush()
        while self._open:
            self._open[-1].cut = True
            self._pop()
        return self._page
