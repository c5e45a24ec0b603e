"""HTML inside of another format: the body of a feed's item, of a message, of a news item."""

from __future__ import annotations

import attrs

from paired_readouts.model import VersionWarning
from paired_readouts.parsing._draft import Draft, tell
from paired_readouts.parsing._markup import Page, read_page, text_of
from paired_readouts.parsing._settings import ParserSettings

__all__ = ["draft_markup", "tell_passed_over"]


def draft_markup(draft: Draft, markup: str, *, settings: ParserSettings, where: str) -> Draft:
    """`draft` with the text of `markup`, and a warning for what is no prose in it."""
    page = read_page(markup, where=where, depth=settings.limits.depth)
    return attrs.evolve(
        draft,
        text=text_of(page.blocks),
        quoting=text_of(page.blocks, quotes=True),
        warnings=(*draft.warnings, *tell_passed_over(page)),
    )


def tell_passed_over(page: Page) -> tuple[VersionWarning, ...]:
    """A warning that counts the elements whose text was passed over; none where there are none."""
    if not page.skipped:
        return ()
    counts = (f"{name} ({page.skipped.count(name)})" for name in sorted(set(page.skipped)))
    return (tell("boilerplate", f"elements passed over: {', '.join(counts)}"),)
