"""XML from strangers: no entities of its own, no loading, bounded depth."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from paired_readouts.errors import LimitError, ParseError
from paired_readouts.parsing._tags import unescape

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

__all__ = [
    "child_text",
    "find_all",
    "find_first",
    "inner_markup",
    "local_name",
    "parse_xml",
    "root_name",
]

_DOCTYPE = re.compile(r"<!DOCTYPE\s+([\w:.-]+)")
_ROOT = re.compile(r"<(?![?!])([\w:.-]+)")
# What feeds hold all the same: HTML's names of characters, an "&" that is none, control signs.
_LOOSE = re.compile(r"&(?!amp;|lt;|gt;|quot;|apos;|#\d|#x)(\w{2,31};)?")
_ILLEGAL = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]"
    "|&#0*(?:[0-8]|1[124-9]|2\\d|3[01]);|&#x0*(?:[0-8bcef]|1[0-9a-f]);",
    re.IGNORECASE,
)
_DECLARATION = re.compile(r"\A\s*<\?xml[^>]*\?>")


def root_name(text: str) -> str:
    """The local name of the root element, found in the first 4,096 characters."""
    head = re.sub(r"<!--.*?-->", "", text[:4096], flags=re.DOTALL).lstrip()
    match = (_DOCTYPE.search(head) or _ROOT.search(head)) if head.startswith("<") else None
    return match.group(1).rpartition(":")[2] if match else ""


def parse_xml(text: str, *, where: str, depth: int) -> Element:
    """The root element; entity declarations are refused, names of HTML's characters are read."""
    from xml.etree.ElementTree import ParseError as XmlError
    from xml.etree.ElementTree import TreeBuilder, XMLParser

    if re.search(r"<!ENTITY", text, re.IGNORECASE):
        raise ParseError(where, "declares entities, which are not read", "remove the declarations")
    text = _LOOSE.sub(lambda m: _escape(unescape(m.group())), _DECLARATION.sub("", text))
    text = _ILLEGAL.sub("", text)

    class Bounded(TreeBuilder):
        level = 0

        def start(self, tag: Any, attrs: Any, /) -> Element:  # noqa: ANN401
            self.level += 1
            if self.level > depth:
                raise LimitError(
                    where, f"elements nest deeper than {depth}", "pass limits=Limits(depth=…)"
                )
            return super().start(tag, attrs)

        def end(self, tag: Any, /) -> Element:  # noqa: ANN401
            self.level -= 1
            return super().end(tag)

    parser = XMLParser(target=Bounded())  # noqa: S314 - entities are refused above
    try:
        parser.feed(text.lstrip())
        root: Element = parser.close()
    except XmlError as error:
        line, column = error.position
        raise ParseError(
            where, f"is broken XML at line {line}, column {column}", "save the file again, whole"
        ) from error
    return root


def local_name(element: Element) -> str:
    """The element's name without its namespace."""
    return str(element.tag).rpartition("}")[2]


def find_all(element: Element, name: str) -> list[Element]:
    """The children with the local name `name`."""
    return [child for child in element if local_name(child) == name]


def find_first(element: Element, *path: str) -> Element | None:
    """The element at `path`, the first child of each local name; None where there is none."""
    found: Element | None = element
    for name in path:
        children = find_all(found, name) if found is not None else []
        found = children[0] if children else None
    return found


def child_text(element: Element, *path: str) -> str:
    """All text in the element at `path`; "" where there is none."""
    found = find_first(element, *path)
    return "" if found is None else "".join(found.itertext()).strip()


def inner_markup(element: Element) -> str:
    """What stands inside of `element`, as markup."""
    from xml.etree.ElementTree import tostring

    parts = [_escape(element.text or "")]
    parts += [tostring(child, encoding="unicode", method="xml") for child in element]
    return "".join(parts)


def _escape(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;")
