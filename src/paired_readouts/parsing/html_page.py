"""Pages of press offices and outlets."""

from __future__ import annotations

import datetime as dt
import json
import re
from bisect import bisect_left
from collections.abc import Iterator
from itertools import accumulate
from typing import Any, ClassVar

import attrs
from attrs import field

from paired_readouts._dates import parse_published
from paired_readouts.errors import ParseError
from paired_readouts.model import Completeness, CompletenessLevel, Version, VersionWarning
from paired_readouts.model._by_fields import by_fields
from paired_readouts.parsing._draft import Draft, tell
from paired_readouts.parsing._elements import BLOCKS, INLINE, SKIPPED, VOID
from paired_readouts.parsing._fragment import tell_passed_over
from paired_readouts.parsing._markup import Element, MarkedBlock, Page, read_page, text_of
from paired_readouts.parsing._settings import ParserSettings
from paired_readouts.parsing.article import read_draft
from paired_readouts.parsing.profiles import Profile
from paired_readouts.parsing.source import Source

__all__ = ["HtmlParser"]

_MAIN = ("[itemprop=articleBody]", "article", "main", "[role=main]")
_DATES = (
    "article:published_time",
    "datepublished",
    "date.issued",
    "dcterms.issued",
    "dcterms.date",
    "dc.date.issued",
    "dc.date",
    "date",
    "pubdate",
    "publishdate",
    "sailthru.date",
)
_COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)
_FIRST = re.compile(r"<([a-z][a-z0-9]*)(?=[\s>/])")
_HTML = (BLOCKS | SKIPPED | VOID | INLINE) - {"block", "media", "hedline", "hl1", "hl2", "byline"}
_NEWS = frozenset({"NewsArticle", "Article", "ReportageNewsArticle", "WebPage", "BlogPosting"})
_FEWEST = 20


@by_fields
@attrs.frozen(eq=False, repr=False)
class HtmlParser:
    """Reads HTML whose main text is marked: by JSON-LD, a profile, `<article>` or `<main>`."""

    #: The name in `Version.parser`.
    name: ClassVar[str] = "html"
    #: Words, publishers and bounds.
    settings: ParserSettings = field(factory=ParserSettings, kw_only=True)

    def accepts(self, source: Source) -> bool:
        """Whether it looks like a page, or a fragment of one."""
        head = _COMMENT.sub("", source.readable[:20_000]).lstrip()[:3000].lower()
        if head.startswith("<?xml"):
            return "<html" in head
        first = _FIRST.match(head)
        known = first is not None and first.group(1) in _HTML
        return known or head.startswith("<!doctype html") or "<html" in head[:600]

    def parse(self, source: Source) -> tuple[Version, ...]:
        """One version; several where it quotes several, or holds several articles."""
        decoded = source.decode()
        depth = self.settings.limits.depth
        page = read_page(decoded.text, where=source.where, depth=depth)
        url = source.url or page.canonical or page.meta.get("og:url", "")
        data = dict(_news_article(page))
        profile, notes = _layout(page, data, self.settings.layouts(url))
        reading = _Reading(
            page=page,
            profile=profile,
            data=data,
            settings=self.settings,
            where=source.where,
            title=_title(page, data, profile),
            heading=_page_title(page),
            printed=_printed(page, data, profile),
            times=_times(page),
        )
        draft = Draft(text="", url=url, profile=profile, warnings=(*decoded.warnings, *notes))
        frame = reading.frame(draft)
        versions: list[Version] = []
        for element, blocks in reading.bodies():
            versions += reading.versions(element, blocks, frame)
        if not versions:
            raise ParseError(
                source.where,
                "marks no main text: no JSON-LD, <article>, <main> or profile of its publisher",
                "pass TrafilaturaParser() of paired-readouts[trafilatura], or write a profile",
            )
        return tuple(versions)


@by_fields
@attrs.frozen(kw_only=True, eq=False, repr=False)
class _Reading:
    """A page, and what is known about it."""

    page: Page
    profile: Profile | None
    data: dict[str, Any]
    settings: ParserSettings
    where: str
    #: The title and the date that the page tells of itself, and its heading.
    title: str
    heading: str
    printed: str
    #: The marked times of the page, in its order.
    times: list[Element]

    def frame(self, draft: Draft) -> Draft:
        """What all texts of the page share: outlet, language, what was passed over."""
        page, warnings = self.page, list(draft.warnings)
        warnings += tell_passed_over(page)
        outlet = page.meta.get("og:site_name", "") or _name(self.data.get("publisher"))
        full = Completeness()
        if self.profile is not None:
            evidence = f"page of {self.profile.id}"
            full = Completeness(level=CompletenessLevel.FULL, evidence=evidence)
        return attrs.evolve(
            draft,
            via="" if self.profile else outlet,
            language=str(self.data.get("inLanguage", ""))[:2].lower() or page.language,
            completeness=full,
            warnings=tuple(warnings),
        )

    def bodies(self) -> Iterator[tuple[Element | None, list[MarkedBlock]]]:
        """The main texts of the page, each with its element."""
        page = self.page
        for selector in self.profile.container if self.profile else ():
            for element in page.select(selector)[:1]:
                yield element, page.inside(element)
                return
        marked = [(e, page.inside(e)) for e in _main(page)]
        body = self.data.get("articleBody")
        if isinstance(body, str) and len(body.split()) >= _FEWEST and ("\n" in body or not marked):
            yield None, [MarkedBlock(line) for line in body.split("\n") if line.strip()]
        elif marked:
            yield from marked
        elif not page.whole and page.blocks:
            yield None, page.blocks

    def versions(
        self, element: Element | None, blocks: list[MarkedBlock], frame: Draft
    ) -> tuple[Version, ...]:
        """The version in `blocks`, or those that an article in them quotes."""
        heads = (block.text for block in blocks if block.tag == "h1")
        title = self.title or next(heads, "") or self.heading
        printed = self.printed or self._time(element)
        kept = [b for b in blocks if not (b.tag == "h1" and b.text.strip() == title.strip())]
        if element is not None and element.cut:
            note = tell("cut", "the page ends before its main text does")
            warnings = (*frame.warnings, note)
            frame = attrs.evolve(frame, completeness=Completeness(), warnings=warnings)
        draft = attrs.evolve(
            frame,
            text=text_of(kept),
            quoting=text_of(kept, quotes=True),
            title=title,
            date_text=printed,
        )
        name, settings = HtmlParser.name, self.settings
        return read_draft(draft, parser=name, settings=settings, where=self.where)

    def _time(self, element: Element | None) -> str:
        """The first marked time in `element`, else the first of the page."""
        at = bisect_left(self.times, element.first, key=lambda time: time.first) if element else 0
        inside = self.times[at : at + 1]
        if element is not None and inside and inside[0].first > element.end:
            inside = []
        return next((time.attributes["datetime"] for time in (*inside, *self.times[:1])), "")


def _layout(
    page: Page, data: dict[str, Any], layouts: tuple[Profile, ...]
) -> tuple[Profile | None, tuple[VersionWarning, ...]]:
    """The publisher's layout that the page has: by its container and its date.

    Where it has none of them, the publisher is known all the same, and a warning tells.
    """
    times = _times(page)
    for profile in layouts:
        if profile.container and not any(page.select(s) for s in profile.container):
            continue
        printed = _printed(page, data, profile) or next(
            (time.attributes["datetime"] for time in times), ""
        )
        value = parse_published(printed, day_first=profile.day_first)
        if profile.holds_on(value.date() if isinstance(value, dt.datetime) else value):
            return profile, ()
    if not layouts:
        return None, ()
    names = ", ".join(profile.id for profile in layouts)
    note = tell("layout", f"the page has none of the layouts of its publisher: {names}")
    return attrs.evolve(layouts[0], container=(), title=(), date=()), (note,)


def _main(page: Page) -> list[Element]:
    """The elements that hold the main text: one, or several articles of like length."""
    sizes = [0, *accumulate(len(block.text) for block in page.blocks)]
    for selector in _MAIN:
        found = [(sizes[e.end] - sizes[e.first], e) for e in page.select(selector)]
        found = [(size, element) for size, element in found if size > 60]
        outer: list[tuple[int, Element]] = []
        for size, element in found:
            if not outer or element.first >= outer[-1][1].end:
                outer.append((size, element))
        if outer:
            longest = max(size for size, _ in outer)
            return [element for size, element in outer if size * 3 >= longest]
    return []


def _news_article(page: Page) -> Iterator[tuple[str, Any]]:
    """The fields of the first article that JSON-LD describes."""
    for script in page.linked_data:
        try:
            queue = [json.loads(script)]
        except (ValueError, RecursionError):
            continue
        while queue:
            node = queue.pop(0)
            if isinstance(node, list):
                queue += node[:50]
            elif isinstance(node, dict):
                kinds = node.get("@type")
                listed = kinds if isinstance(kinds, list) else [kinds]
                if "headline" in node and any(str(kind) in _NEWS for kind in listed):
                    yield from node.items()
                    return
                graph = node.get("@graph")
                queue += graph[:50] if isinstance(graph, list) else []


def _selected(page: Page, selectors: tuple[str, ...]) -> str:
    for selector in selectors:
        for element in page.select(selector)[:1]:
            stamp = element.attributes.get("datetime", "")
            return stamp or element.text or text_of(page.inside(element)).strip()
    return ""


def _title(page: Page, data: dict[str, Any], profile: Profile | None) -> str:
    """The title that profile or JSON-LD tell."""
    headline = data.get("headline")
    told = headline.strip() if isinstance(headline, str) else ""
    return _selected(page, profile.title if profile else ()) or told


def _page_title(page: Page) -> str:
    for element in page.select("h1")[:1]:
        if text := text_of(page.inside(element)).strip():
            return text
    return page.meta.get("og:title", "") or page.title


def _printed(page: Page, data: dict[str, Any], profile: Profile | None) -> str:
    """The date as the page tells it: where the layout has it, in JSON-LD, in its head."""
    told = data.get("datePublished")
    heads = (page.meta[name] for name in _DATES if page.meta.get(name))
    by_data = told if isinstance(told, str) else ""
    return _selected(page, profile.date if profile else ()) or by_data or next(heads, "")


def _times(page: Page) -> list[Element]:
    return page.select("time[datetime]")


def _name(node: Any) -> str:  # noqa: ANN401 - whatever JSON-LD has there
    if isinstance(node, dict):
        node = node.get("name", "")
    return node if isinstance(node, str) else ""
