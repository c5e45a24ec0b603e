"""Which elements of HTML and of its kin begin a block, and which hold no prose."""

from __future__ import annotations

__all__ = ["BLOCKS", "INLINE", "SKIPPED", "SKIPPED_WORDS", "VOID"]

#: Elements before and after which a line ends.
BLOCKS = frozenset(
    """
    address article aside blockquote body br caption center dd details dialog div dl dt
    fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr html li main nav ol p
    pre section summary table tbody td tfoot th thead tr ul hedline hl1 hl2 block media byline
    dateline
    """.split()  # noqa: SIM905 - a list of words
)

#: Elements inside of a line, or around the whole page.
INLINE = frozenset(
    """
    html title a abbr b big cite code em font i mark q s small span strike strong sub sup time tt u
    """.split()  # noqa: SIM905 - a list of words
)

#: Elements that have no end tag.
VOID = frozenset(
    """
    area base br col embed hr img input link meta param source track wbr keygen
    """.split()  # noqa: SIM905 - a list of words
)

#: Elements whose text is no part of a release.
SKIPPED = frozenset(
    """
    script style noscript template svg nav footer aside button select option label input
    textarea iframe object video audio canvas map figcaption dialog head media media-caption
    """.split()  # noqa: SIM905 - a list of words
)

#: Words in the class or id of an element that holds no prose.
SKIPPED_WORDS = frozenset(
    """
    nav navbar navigation menu breadcrumb breadcrumbs share sharing social socials cookie
    cookies related sidebar footer comments comment newsletter advert advertisement ads banner
    caption pagination pager toolbar skip hidden print tags subscribe promo
    """.split()  # noqa: SIM905 - a list of words
)
