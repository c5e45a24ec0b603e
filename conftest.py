"""Examples in the documentation and the README are tests."""

from doctest import ELLIPSIS, NORMALIZE_WHITESPACE

from sybil import Sybil
from sybil.parsers.myst import PythonCodeBlockParser

# What holds no tests: these are run by Sphinx, and read by type checkers.
collect_ignore_glob = ["docs/*.py", "tests/typing/*"]

pytest_collect_file = Sybil(
    parsers=[PythonCodeBlockParser(doctest_optionflags=ELLIPSIS | NORMALIZE_WHITESPACE)],
    patterns=["docs/**/*.md", "docs/*.md", "README.md"],
).pytest()
