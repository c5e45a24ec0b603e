"""Markdown whose front matter needs all of YAML, by PyYAML: the extra `paired-readouts[yaml]`."""

from __future__ import annotations

import datetime as dt
from typing import Any, ClassVar

import attrs
from attrs import field

from paired_readouts.errors import ParseError
from paired_readouts.model import Version
from paired_readouts.model._by_fields import by_fields
from paired_readouts.parsing._extras import load_extra
from paired_readouts.parsing._front_matter import has_front_matter, split_front_matter
from paired_readouts.parsing._settings import ParserSettings
from paired_readouts.parsing.markdown import versions_of
from paired_readouts.parsing.source import Source

__all__ = ["YamlMarkdownParser"]


@by_fields
@attrs.frozen(eq=False, repr=False)
class YamlMarkdownParser:
    """Reads Markdown with front matter; name it before the default parsers to use it."""

    #: The name in `Version.parser`.
    name: ClassVar[str] = "markdown-yaml"
    #: Words, publishers and bounds.
    settings: ParserSettings = field(factory=ParserSettings, kw_only=True)

    def accepts(self, source: Source) -> bool:
        """Whether it has front matter."""
        return has_front_matter(source.readable.lstrip("\n"))

    def parse(self, source: Source) -> tuple[Version, ...]:
        """One version, or those that an article quotes."""
        yaml = load_extra("yaml", "yaml")
        head, body = split_front_matter(source.text.lstrip("\n"), where=source.where)
        if not head:
            raise ParseError(source.where, "has no front matter", "use MarkdownParser")
        try:
            loaded = yaml.safe_load(head) or {}
        except (yaml.YAMLError, ValueError, RecursionError) as error:
            raise ParseError(
                f"{source.where}: front matter", f"is no YAML: {error!s:.120}", "mend it"
            ) from error
        if not isinstance(loaded, dict):
            raise ParseError(f"{source.where}: front matter", "has no keys", "write key: value")
        fields = {str(key): _text(value) for key, value in loaded.items()}
        return versions_of(fields, body, source, name=self.name, settings=self.settings)


def _text(value: Any) -> str:  # noqa: ANN401 - whatever YAML has
    if isinstance(value, (dt.date, dt.datetime)):
        return value.isoformat()
    if isinstance(value, (list, tuple)):
        return ", ".join(str(item) for item in value)
    return "" if value is None else str(value)
