"""Write what the gallery shows: the examples in every format, as the library prints them now."""

from __future__ import annotations

import io
from collections.abc import Callable
from pathlib import Path

from rich.console import Console

import paired_readouts as pr
from paired_readouts.rendering import render_annotations, render_csv, render_tei

__all__ = ["write_gallery"]

EXAMPLES = Path(__file__).parents[1] / "examples"
FORMATS: dict[str, Callable[[pr.Report], str]] = {
    "txt": lambda report: pr.render_text(report, width=88),
    "markdown": pr.render_markdown,
    "html": pr.render_html,
    "tei.xml": render_tei,
    "jsonld": render_annotations,
    "csv": render_csv,
}
# A drawing without the fonts that rich would fetch from elsewhere.
DRAWING = """<svg class="rich-terminal" viewBox="0 0 {width} {height}"
 xmlns="http://www.w3.org/2000/svg">
<style>
.{unique_id}-matrix {{ font: {char_height}px/{line_height}px "Fira Code", Menlo, Consolas,
 "DejaVu Sans Mono", monospace; }}
{styles}
</style>
<defs>
<clipPath id="{unique_id}-clip-terminal"><rect x="0" y="0" width="{terminal_width}"
 height="{terminal_height}"/></clipPath>{lines}
</defs>
<rect fill="#292929" width="{width}" height="{height}" rx="8"/>
<g transform="translate({terminal_x}, {terminal_y})"
 clip-path="url(#{unique_id}-clip-terminal)">{backgrounds}
<g class="{unique_id}-matrix">{matrix}</g></g>
</svg>
"""


def write_gallery(folder: Path) -> None:
    """Write the files into the folder `gallery` of `folder`, which the build copies as it is."""
    words = pr.default_lexicon() | pr.load_lexicon(EXAMPLES / "countries.toml")
    parsers = pr.default_parsers(settings=pr.ParserSettings(lexicon=words))

    def read(name: str) -> tuple[pr.Version, ...]:
        return pr.parse_versions(pr.Source.from_path(EXAMPLES / name), parsers=parsers)

    article = pr.compare_versions(*read("tornquist-velin.txt"), lexicon=words)
    report = pr.build_report(article, lexicon=words)
    three = pr.compare_conversation(
        pr.Conversation(versions=read("three-accounts.txt")), lexicon=words
    )
    files = {f"article.{ending}": render(report) for ending, render in FORMATS.items()}
    # The parts that begin with the second and third heading: in short, and in both.
    files["parts.markdown"] = "\n## ".join(["", *files["article.markdown"].split("\n## ")[1:3]])
    files["terminal.svg"] = draw_terminal(report)
    files["notebook.html"] = article._repr_html_()
    files["three-accounts.html"] = pr.render_html(pr.build_report(three, lexicon=words))
    target = folder / "gallery"
    target.mkdir(parents=True, exist_ok=True)
    for name, text in files.items():
        (target / name).write_text(text, encoding="utf-8", newline="\n")


def draw_terminal(report: pr.Report) -> str:
    """What `print_report` shows in a terminal of a hundred columns and a box, as a picture."""
    console = Console(
        record=True,
        width=104,
        file=io.StringIO(),
        force_terminal=True,
        color_system="truecolor",
        legacy_windows=False,
    )
    pr.print_report(report, console=console)
    return console.export_svg(code_format=DRAWING, unique_id="terminal")
