"""The report in a terminal with colour and boxes, where the extra `cli` brings `rich`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from paired_readouts.errors import MissingExtraError
from paired_readouts.rendering.building import Reportable, build_report
from paired_readouts.rendering.text import write_sections

if TYPE_CHECKING:
    from rich.console import Console

__all__ = ["print_report"]

# Colour only repeats what a word says: the text reads the same without it.
_STYLES = (
    (r"\[[A-Z][A-Z0-9–, -]*\]", "cyan"),
    (r"\(\?\)", "bold red"),
    (r"^ *\d+ same(?=$|:| in | \()", "bold green"),
    (r"^ *\d+ differs(?=$|:| in | \()", "bold yellow"),
    (r"^ *\d+ conflict(?=$|:| in | \()", "bold red"),
    (r"\b(DISPUTED|EXCERPT|SUMMARY)\b", "bold magenta"),
)


def print_report(value: Reportable, *, console: Console | None = None) -> None:
    """Prints the report on `value`, each section in a box, as wide as the console.

    Raises MissingExtraError where `rich` is not installed.
    """
    try:
        from rich.console import Console
        from rich.panel import Panel
        from rich.text import Text
    except ImportError:
        raise MissingExtraError(
            "print_report", "needs rich", "pip install 'paired-readouts[cli]', or use render_text"
        ) from None
    console = console or Console()
    # A box takes two signs and two spaces of the width.
    for lines in write_sections(build_report(value), max(console.width - 4, 40)):
        text = Text("\n".join(lines))
        for pattern, style in _STYLES:
            text.highlight_regex(f"(?m){pattern}", style)
        text.highlight_regex(r"\A\S.*?(?=\s\s|, |\n|\Z)", "bold")
        console.print(Panel(text, border_style="dim", expand=True))
