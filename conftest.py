"""Examples in the documentation and the README are tests."""

from doctest import ELLIPSIS, NORMALIZE_WHITESPACE

from sybil import Sybil
from sybil.parsers.myst import PythonCodeBlockParser

# What holds no tests: these are run by Sphinx, read by type checkers, run by a fuzzer.
collect_ignore_glob = ["docs/*.py", "tests/typing/*", "tests/parsing/fuzz_*.py"]

pytest_collect_file = Sybil(
    parsers=[PythonCodeBlockParser(doctest_optionflags=ELLIPSIS | NORMALIZE_WHITESPACE)],
    patterns=["docs/**/*.md", "docs/*.md", "README.md"],
).pytest()
