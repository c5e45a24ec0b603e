"""A parser of one's own is a plain class; nothing of the library is its base."""

from __future__ import annotations

from typing import assert_type

import paired_readouts as pr


class CaptionParser:
    """Reads a caption such as `NRL: The Minister said …`."""

    name = "caption"

    def accepts(self, source: pr.Source) -> bool:
        return ":" in str(source.content)[:20]

    def parse(self, source: pr.Source) -> tuple[pr.Version, ...]:
        party, _, text = str(source.content).partition(":")
        return (pr.Version(text=text.strip(), party=party, url=source.url, parser=self.name),)


parser: pr.Parser = CaptionParser()
assert_type(parser.name, str)
assert_type(pr.default_parsers(), tuple[pr.Parser, ...])

source = pr.Source("NRL: The Minister said that the strait is open.", url="https://example.org/1")
versions = pr.parse_versions(source, parsers=[CaptionParser(), *pr.default_parsers()])
assert_type(versions, tuple[pr.Version, ...])
assert_type(pr.parse_version(source, parsers=(parser,)), pr.Version)
