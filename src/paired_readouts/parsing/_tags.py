"""HTML as a flat run of tags and text: linear in the input, whatever the input is.

The standard library's parser is quadratic on some broken pages and slow to import; what a page of
prose needs of HTML is little.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

import attrs

from paired_readouts.model._by_fields import by_fields

__all__ = ["Tag", "read_attributes", "read_tags", "unescape"]

_WINDOW = 4096
_TAG = re.compile(r"""<(/?)([a-zA-Z][\w:.-]*+)((?:[^>"']++|"[^"]*+"|'[^']*+')*+)>""")
_NAME = re.compile(r"</?([a-zA-Z][\w:.-]*)")
_ATTRIBUTE = re.compile(r"""([^\s"'<>/=]++)(?:\s*+=\s*+(?:"([^"]*+)"|'([^']*+)'|([^\s"'>]++)))?+""")
_RAW = frozenset({"script", "style", "textarea", "title", "xmp", "iframe", "noembed", "noframes"})


@by_fields
@attrs.frozen(eq=False, repr=False)
class Tag:
    """A start or an end tag."""

    #: Its name in lower case, without a prefix.
    name: str
    #: Whether it is an end tag.
    closes: bool
    #: Its attributes as they stand.
    raw: str


def read_tags(text: str) -> Iterator[Tag | str]:
    """Tags and the text between them, entities still in place; raw elements as one text."""
    at, last = 0, text.rfind(">")
    while at < len(text):
        start = text.find("<", at)
        if start < 0 or start > last:
            yield text[at:]
            return
        if start > at:
            yield text[at:start]
        if text.startswith("<!--", start):
            end = text.find("-->", start + 4)
            at = len(text) if end < 0 else end + 3
            continue
        if text.startswith("<![CDATA[", start):
            end = text.find("]]>", start)
            end = len(text) if end < 0 else end
            yield text[start + 9 : end]
            at = end + 3
            continue
        if text[start + 1 : start + 2] in {"!", "?"}:
            at = text.find(">", start) + 1 or len(text)
            continue
        match = _TAG.match(text, start, start + _WINDOW)
        if match is None and (name := _NAME.match(text, start, start + 80)):
            end = text.find(">", start)
            tag = Tag(_local(name.group(1)), text[start + 1] == "/", text[name.end() : end])
        elif match is None:
            yield "<"
            at = start + 1
            continue
        else:
            end = match.end() - 1
            tag = Tag(_local(match.group(2)), bool(match.group(1)), match.group(3))
        yield tag
        at = end + 1
        if tag.name in _RAW and not tag.closes and not tag.raw.endswith("/"):
            stop = re.compile(rf"</(?:\w{{1,20}}:)?{tag.name}\b", re.IGNORECASE).search(text, at)
            yield text[at : stop.start() if stop else len(text)]
            at = stop.start() if stop else len(text)


def _local(name: str) -> str:
    return name.rpartition(":")[2].lower()


def read_attributes(tag: Tag) -> dict[str, str]:
    """The attributes of a tag by name in lower case; the first of two with one name counts."""
    found: dict[str, str] = {}
    for match in _ATTRIBUTE.finditer(tag.raw):
        name, *values = match.groups()
        value = next((v for v in values if v is not None), "")
        found.setdefault(name.lower(), unescape(value))
    return found


def unescape(text: str) -> str:
    """`text` with character references read."""
    if "&" not in text:
        return text
    import html

    return html.unescape(text)
