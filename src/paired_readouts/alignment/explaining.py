"""Why a link was drawn: its features, and what each added to the log odds."""

from __future__ import annotations

import attrs

from paired_readouts.errors import AlignmentError
from paired_readouts.model import Alignment, Contribution, Link, Origin
from paired_readouts.model._by_fields import by_fields

__all__ = ["Explanation", "explain_link"]

_WIDTH = 68


@by_fields
@attrs.frozen(kw_only=True, eq=False, repr=False)
class Explanation:
    """A link with the words that it joins and what made its score; `print` it to read it."""

    #: The link.
    link: Link
    #: The words of its left statements.
    left: tuple[str, ...]
    #: The words of its right statements.
    right: tuple[str, ...]
    #: The features of its best pair of statements, what told most first.
    contributions: tuple[Contribution, ...]

    @property
    def log_odds(self) -> float:
        """The sum of what the features added: the log odds of the score."""
        return round(sum(c.added for c in self.contributions), 6)

    def __str__(self) -> str:
        kinds = ", ".join(self.link.differences)
        lines = [f"{self.link.relation.value}{': ' if kinds else ''}{kinds}"]
        lines += [f"  left   {_shorten(words)}" for words in self.left]
        lines += [f"  right  {_shorten(words)}" for words in self.right]
        if self.link.origin is Origin.MANUAL:
            return "\n".join([*lines, "  made by hand"])
        lines.append(f"  score {self.link.score:.2f}, log odds {self.log_odds:+.2f}:")
        lines += [
            f"  {c.added:+6.2f}  {c.feature} ({c.value:.2f} × {c.weight:+.2f})"
            for c in self.contributions
        ]
        return "\n".join(lines)

    __repr__ = __str__


def explain_link(alignment: Alignment, link: Link) -> Explanation:
    """The features that made the score of `link`, a link of `alignment`, and what each added.

    Raises AlignmentError where the alignment has no such link.
    """
    if link not in alignment.links:
        raise AlignmentError(
            "link", f"{link!r} is none of the alignment's links", "take one of alignment.links"
        )
    return Explanation(
        link=link,
        left=tuple(alignment.left.statements[i].text for i in link.left),
        right=tuple(alignment.right.statements[j].text for j in link.right),
        contributions=link.contributions,
    )


def _shorten(words: str) -> str:
    plain = " ".join(words.split())
    return plain if len(plain) <= _WIDTH else plain[: _WIDTH - 1] + "…"
