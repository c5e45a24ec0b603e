"""Reports that people read: one structure, and a thin writer a format."""

from paired_readouts.rendering.annotations import render_annotations
from paired_readouts.rendering.building import build_report
from paired_readouts.rendering.html import render_html
from paired_readouts.rendering.markdown import render_markdown
from paired_readouts.rendering.report import Report
from paired_readouts.rendering.tables import render_csv
from paired_readouts.rendering.tei import render_tei
from paired_readouts.rendering.terminal import print_report
from paired_readouts.rendering.text import render_text

__all__ = [
    "Report",
    "build_report",
    "print_report",
    "render_annotations",
    "render_csv",
    "render_html",
    "render_markdown",
    "render_tei",
    "render_text",
]
