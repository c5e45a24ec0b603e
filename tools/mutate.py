"""Change the logic in small ways, one at a time, and see whether a test notices.

    python tools/mutate.py [PACKAGE …] [--count 60] [--seed 1] [--map FILE]

Draws `--count` changes a package (comparisons, arithmetic, `and`/`or`, `not`, small numbers,
conditions, what a function gives back) by a seed, makes each in a copy of the library, and runs
the tests that reach the changed line, the closest first, until one fails. What no test notices is
printed as a diff of one line: either the change means nothing, or a test is missing.

Which test reaches which line is taken from `--map`, a file of `coverage run --context=test`, which
`nox -s mutation` makes. Its tests must pass: one that fails anyhow seems to notice everything.
"""

from __future__ import annotations

import argparse
import ast
import os
import random
import shutil
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import attrs
from coverage import CoverageData

ROOT = Path(__file__).parents[1]
SOURCE = ROOT / "src"
PACKAGES = ("model", "extraction", "alignment", "divergence")
#: So many tests at first, those that reach the line and little else; then all others of the
#: package's own folder, and so many of the rest.
FIRST = 60
MORE = 150
#: A change that makes the tests go on for longer is noticed, too.
SECONDS = 120
#: What pytest answers to an id that it does not know.
NO_SUCH_TEST = 4

COMPARISONS: dict[type[ast.cmpop], type[ast.cmpop]] = {
    ast.Lt: ast.LtE,
    ast.LtE: ast.Lt,
    ast.Gt: ast.GtE,
    ast.GtE: ast.Gt,
    ast.Eq: ast.NotEq,
    ast.NotEq: ast.Eq,
    ast.In: ast.NotIn,
    ast.NotIn: ast.In,
    ast.Is: ast.IsNot,
    ast.IsNot: ast.Is,
}
ARITHMETIC: dict[type[ast.operator], type[ast.operator]] = {
    ast.Add: ast.Sub,
    ast.Sub: ast.Add,
    ast.Mult: ast.Div,
    ast.Div: ast.Mult,
    ast.BitOr: ast.BitAnd,
    ast.BitAnd: ast.BitOr,
}


@attrs.frozen
class Mutant:
    """One small change of one expression or statement."""

    file: Path
    line: int
    #: Where it stands, in bytes of the file's lines, as `ast` counts.
    place: tuple[int, int, int, int]
    new: str

    def apply(self) -> str:
        """The whole file, changed."""
        first, start, last, end = self.place
        lines = self.file.read_bytes().splitlines(keepends=True)
        head, tail = lines[first - 1][:start], lines[last - 1][end:]
        changed = head + f"({self.new})".encode() + tail
        return b"".join([*lines[: first - 1], changed, *lines[last:]]).decode()

    def show(self) -> str:
        """The place, the line as it stands, and what becomes of the changed part."""
        old = self.file.read_text(encoding="utf-8").splitlines()[self.line - 1].strip()
        return f"{self.file.relative_to(SOURCE)}:{self.line}\n    {old}\n      -> {self.new}"


def change(node: ast.expr) -> Iterator[ast.expr]:
    """What a small slip would have made of an expression."""
    match node:
        case ast.Compare(ops=[op, *_]):
            yield ast.Compare(node.left, [COMPARISONS[type(op)](), *node.ops[1:]], node.comparators)
        case ast.BinOp(op=op) if type(op) in ARITHMETIC:
            yield ast.BinOp(node.left, ARITHMETIC[type(op)](), node.right)
        case ast.BoolOp(op=op, values=values):
            yield ast.BoolOp(ast.Or() if isinstance(op, ast.And) else ast.And(), values)
            yield from (
                ast.BoolOp(op, [v for v in values if v is not gone])
                if len(values) > 2
                else next(v for v in values if v is not gone)
                for gone in values
            )
        case ast.UnaryOp(op=ast.Not()):
            yield node.operand
        case ast.IfExp():
            yield node.body
            yield node.orelse
        case ast.Constant(value=bool(value)):
            yield ast.Constant(not value)
        case ast.Constant(value=int(value)):
            yield ast.Constant(value + 1)
        case ast.Constant(value=float(value)):
            yield ast.Constant(value * 1.5 + 0.1)


def walk_logic(node: ast.AST) -> Iterator[ast.AST]:
    """A node and those below it, without what no test can notice or `ast` cannot place.

    Types mean nothing at run time, decorators of inner functions are caches, whether `zip` is
    strict shows only where something else is wrong, and within f-strings the places are not right
    before Python 3.12.
    """
    yield node
    for name, value in ast.iter_fields(node):
        if name in {"annotation", "returns", "decorator_list"} or isinstance(node, ast.JoinedStr):
            continue
        for below in value if isinstance(value, list) else [value]:
            strict = isinstance(below, ast.keyword) and below.arg == "strict"
            if isinstance(below, ast.AST) and not strict:
                yield from walk_logic(below)


def find_mutants(file: Path) -> Iterator[Mutant]:
    """Every change that `change` knows within the functions of a file."""
    tree = ast.parse(file.read_text(encoding="utf-8"))
    for function in ast.walk(tree):
        if not isinstance(function, ast.FunctionDef):
            continue
        inside = [inner for part in function.body for inner in walk_logic(part)]
        for node in inside:
            if isinstance(node, ast.Return) and node.value is not None:
                news: list[ast.expr] = [ast.Constant(None)]
                node = node.value  # noqa: PLW2901 - what is given back is what changes
            elif isinstance(node, ast.expr):
                news = list(change(node))
            else:
                continue
            if node.end_lineno is None or node.end_col_offset is None:
                continue
            place = (node.lineno, node.col_offset, node.end_lineno, node.end_col_offset)
            for new in map(ast.unparse, news):
                if new != ast.unparse(node):
                    yield Mutant(file, node.lineno, place, new)


def draw(package: str, count: int, seed: int) -> list[Mutant]:
    """So many changes of a package, the same ones for the same seed and the same source."""
    files = sorted((SOURCE / "paired_readouts" / package).rglob("*.py"))
    found = list(dict.fromkeys(mutant for file in files for mutant in find_mutants(file)))
    chance = random.Random(f"{seed} {package}")  # noqa: S311 - no secret
    drawn = chance.sample(found, min(count, len(found)))
    return sorted(drawn, key=lambda mutant: (mutant.file, mutant.place, mutant.new))


class Judge:
    """Runs the tests that reach a line in a copy of the library that has the change."""

    def __init__(self, data: CoverageData, folder: Path) -> None:
        self.data = data
        self.folder = folder
        self.reach: Counter[str] = Counter()
        shutil.copytree(SOURCE, folder, dirs_exist_ok=True, ignore=lambda *_: {"__pycache__"})
        for file in data.measured_files():
            for contexts in data.contexts_by_lineno(file).values():
                self.reach.update(set(map(name_test, contexts)))

    def find_tests(self, mutant: Mutant) -> list[str]:
        """Those that reach the line, the ones that reach little else first.

        What runs when the module is imported belongs to no test: then all that reach the file.
        """
        lines = self.data.contexts_by_lineno(str(mutant.file))
        contexts = set(lines.get(mutant.line, []))
        if contexts == {""}:
            contexts.update(*lines.values())
        tests = [name for name in set(map(name_test, contexts)) if name.startswith("tests/")]
        return sorted(tests, key=lambda name: (self.reach[name], name))

    def judge(self, mutant: Mutant) -> str:
        """Killed, survived, or not reached by any test."""
        tests = self.find_tests(mutant)
        if not tests:
            return "not reached"
        first, rest = tests[:FIRST], tests[FIRST:]
        place = mutant.file.relative_to(SOURCE)
        own = [test for test in rest if test.startswith(f"tests/{place.parts[1]}/")]
        others = [test for test in rest if test not in set(own)]
        more = own + others[:: max(1, len(others) // MORE)]
        copy = self.folder / place
        copy.write_text(mutant.apply(), encoding="utf-8")
        try:
            killed = self.fails(first) or (bool(more) and self.fails(more))
        finally:
            shutil.copyfile(mutant.file, copy)
        return "killed" if killed else "survived"

    def fails(self, tests: list[str]) -> bool:
        """Whether one of the tests fails, or is still at it after `SECONDS`."""
        paths = {"PYTHONPATH": str(self.folder), "PYTHONDONTWRITEBYTECODE": "1"}
        command = [sys.executable, "-m", "pytest", "-x", "-p", "no:cacheprovider", *tests]
        try:
            run = subprocess.run(
                command,
                cwd=ROOT,
                env={**os.environ, **paths},
                capture_output=True,
                timeout=SECONDS,
                check=False,
            )
        except subprocess.TimeoutExpired:
            return True
        if run.returncode == NO_SUCH_TEST and (named := [t for t in tests if "[" in t]):
            # An id that the command line does not understand: all rows of its table, then.
            return self.fails(sorted({test.partition("[")[0] for test in named}))
        return run.returncode != 0


def name_test(context: str) -> str:
    """The test of a context: `tests/test_x.py::test_y|run`."""
    return context.rpartition("|")[0]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("packages", nargs="*", default=PACKAGES, metavar="PACKAGE")
    parser.add_argument("--count", type=int, default=60, help="changes a package")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--map", type=Path, default=ROOT / ".coverage", help="of tests to lines")
    options = parser.parse_args()
    data = CoverageData(str(options.map))
    data.read()
    with tempfile.TemporaryDirectory() as folder:
        judge = Judge(data, Path(folder))
        for package in options.packages:
            told: Counter[str] = Counter()
            for mutant in draw(package, options.count, options.seed):
                verdict = judge.judge(mutant)
                told[verdict] += 1
                if verdict != "killed":
                    print(f"{verdict}: {mutant.show()}", flush=True)
            figures = ", ".join(f"{number} {verdict}" for verdict, number in sorted(told.items()))
            print(f"{package}, seed {options.seed}: {figures}", flush=True)


if __name__ == "__main__":
    main()
