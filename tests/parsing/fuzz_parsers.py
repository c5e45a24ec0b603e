"""Coverage-guided fuzzing of every parser, by atheris: `nox -s atheris [-- -max_total_time=600]`.

Whatever comes in, only errors of the library come out, in bounded time and memory: libFuzzer
counts an input that takes longer than five seconds, or one gigabyte, as a crash. The first byte
chooses the parser; the golden sources are the seeds, under each parser.
"""

from __future__ import annotations

import logging
import sys
import tempfile
import warnings
from importlib.util import find_spec
from pathlib import Path

import atheris

with atheris.instrument_imports(include=["paired_readouts"]):
    import paired_readouts as pr
    from paired_readouts.parsing.docx import DocxParser
    from paired_readouts.parsing.pdf import PdfParser
    from paired_readouts.parsing.trafilatura import TrafilaturaParser
    from paired_readouts.parsing.yaml import YamlMarkdownParser

CASES = Path(__file__).parent / "cases"
EXTRAS = {
    "docx": DocxParser,
    "pypdf": PdfParser,
    "trafilatura": TrafilaturaParser,
    "yaml": YamlMarkdownParser,
}
OURS = pr.default_parsers()
PARSERS = (*OURS, *(kind() for name, kind in EXTRAS.items() if find_spec(name)))
LIMITS = ("-timeout=5", "-rss_limit_mb=1024", "-max_len=20000")


def read_once(data: bytes) -> None:
    """One input: the parser that its first byte names, asked and unasked; then all in turn."""
    if not data:
        return
    source = pr.Source(data[1:])
    parser = PARSERS[data[0] % len(PARSERS)]
    for read in (
        lambda: parser.accepts(source) or parser.parse(source),
        lambda: pr.parse_versions(source, parsers=[parser]),
        lambda: pr.parse_versions(source),
    ):
        try:
            read()
        except pr.PluginError:
            raise  # It wraps what a parser should not have raised.
        except pr.PairedReadoutsError:
            continue


def write_seeds(folder: Path) -> None:
    """Each golden source under the number of each parser."""
    sources = [path for path in CASES.iterdir() if not path.name.endswith(".expected.json")]
    for path in sources:
        for number in range(len(PARSERS)):
            seed = bytes([number]) + path.read_bytes()
            (folder / f"{number}-{path.name}").write_bytes(seed)


def main() -> None:
    """Runs libFuzzer with the arguments of the command line."""
    logging.disable(logging.CRITICAL)
    warnings.simplefilter("ignore")
    with tempfile.TemporaryDirectory() as folder:
        write_seeds(Path(folder))
        sys.stderr.write(f"parsers: {', '.join(parser.name for parser in PARSERS)}\n")
        atheris.Setup([*sys.argv, *LIMITS, folder], read_once)
        atheris.Fuzz()


if __name__ == "__main__":
    main()
