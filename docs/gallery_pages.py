"""Write what the gallery shows: the examples in every format, as the library prints them now."""

from __future__ import annotations

from pathlib import Path

import paired_readouts as pr
from paired_readouts.rendering import render_annotations, render_csv, render_tei

__all__ = ["write_gallery"]

EXAMPLES = Path(__file__).parents[1] / "examples"
FORMATS = {
    "txt": lambda report: pr.render_text(report, width=88),
    "markdown": pr.render_markdown,
    "html": pr.render_html,
    "tei.xml": render_tei,
    "jsonld": render_annotations,
    "csv": render_csv,
}


def write_gallery(folder: Path) -> None:
    """Write the files into `folder`."""
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
    files["notebook.html"] = article._repr_html_()
    files["three-accounts.html"] = pr.render_html(pr.build_report(three, lexicon=words))
    folder.mkdir(parents=True, exist_ok=True)
    for name, text in files.items():
        (folder / name).write_text(text, encoding="utf-8", newline="\n")
