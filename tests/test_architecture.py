"""The folder is the pipeline: what a module may import, hold, and be called."""

from __future__ import annotations

import ast
import importlib
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

import paired_readouts as face

SOURCE = Path(__file__).parents[1] / "src" / "paired_readouts"

#: From the ground up; a layer imports from itself and from what stands above it in this list.
LAYERS = (
    ("_deprecation", "_release", "errors"),
    ("model",),
    ("_calendar", "_dates", "_dates_in_text", "_shipped", "_text"),
    ("lexicon",),
    ("_furniture", "_layout"),
    ("parsing",),
    ("extraction",),
    ("discovery",),
    ("alignment",),
    ("divergence",),
    ("exchange",),
    ("rendering",),
    ("_workers",),
    ("comparison",),
    ("testing", "evaluation"),
    ("",),  # the face
    ("cli", "__main__"),
)
RANK = {name: rank for rank, names in enumerate(LAYERS) for name in names}

#: What the notebook's representation of a value needs of the layer that writes it.
UPWARD = {("model._notebook", "rendering")}

#: Internal modules that other packages may use: the rules that all values are checked by, how they
#: are compared and shown, and what the command line keeps of releases that were read.
SHARED = {"model._by_fields", "model._checks", "discovery._stored"}

MODULES = tuple(sorted(SOURCE.rglob("*.py")))


def dotted(path: Path) -> str:
    """The module's name under the package: "model.spans", "model", or "" for the face."""
    parts = path.relative_to(SOURCE).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


@cache
def tree(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"))


@cache
def is_module(name: str) -> bool:
    path = SOURCE.joinpath(*name.split("."))
    return path.is_dir() or path.with_suffix(".py").is_file()


def imports(path: Path) -> Iterator[str]:
    """Every module of the package that `path` imports, inside of functions too."""
    here = dotted(path).split(".") if dotted(path) else []
    package = here if path.name == "__init__.py" else here[:-1]
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.Import):
            for alias in node.names:
                if alias.name.split(".")[0] == "paired_readouts":
                    yield alias.name.partition(".")[2]
        elif isinstance(node, ast.ImportFrom):
            if node.level:
                base = package[: len(package) - node.level + 1]
                module = ".".join([*base, *(node.module or "").split(".")]).strip(".")
            elif (node.module or "").split(".")[0] == "paired_readouts":
                module = (node.module or "").partition(".")[2]
            else:
                continue
            for alias in node.names:
                inner = f"{module}.{alias.name}".strip(".")
                yield inner if is_module(inner) else module


def layer(module: str) -> str:
    return module.split(".", maxsplit=1)[0]


def named(path: Path) -> str:
    return dotted(path) or "__init__"


@pytest.mark.parametrize("path", MODULES, ids=named)
def test_module_stands_in_a_layer(path: Path) -> None:
    assert layer(dotted(path)) in RANK, "name the new layer in LAYERS, where it belongs"


def test_the_picture_in_the_documentation_is_this_one() -> None:
    page = SOURCE.parents[1] / "docs" / "concepts" / "architecture.md"
    picture = (
        page.read_text(encoding="utf-8").split("```")[1].removeprefix("text").strip().splitlines()
    )
    drawn = [set(line.split("  ")[0].split(", ")) for line in picture]
    assert drawn == [{name or "(the face)" for name in names} for names in reversed(LAYERS)]


@pytest.mark.parametrize("path", MODULES, ids=named)
def test_imports_point_down(path: Path) -> None:
    rank = RANK[layer(dotted(path))]
    upward = {
        module
        for module in imports(path)
        if RANK[layer(module)] > rank and (dotted(path), layer(module)) not in UPWARD
    }
    assert not upward


def test_the_named_upward_imports_are_needed() -> None:
    found = {(dotted(path), layer(module)) for path in MODULES for module in imports(path)}
    known = {(module, target) for module, target in UPWARD if is_module(module)}
    assert known <= found


@pytest.mark.parametrize("path", MODULES, ids=named)
def test_internal_modules_stay_in_their_package(path: Path) -> None:
    foreign = [
        module
        for module in imports(path)
        for parent, _, last in [module.rpartition(".")]
        if last.startswith("_") and parent and layer(dotted(path)) != layer(parent)
        if module not in SHARED
    ]
    assert not foreign


@pytest.mark.parametrize("path", MODULES, ids=named)
def test_module_is_named_for_what_it_holds(path: Path) -> None:
    vague = {"util", "utils", "helper", "helpers", "misc", "core", "base", "tools"}
    assert path.stem.strip("_") not in vague


@pytest.mark.parametrize("path", MODULES, ids=named)
def test_module_is_one_thing(path: Path) -> None:
    lines = path.read_text(encoding="utf-8").count("\n")
    assert lines <= 400


def is_re_export(node: ast.stmt) -> bool:
    """A docstring, an import of names, or `__all__`."""
    is_docstring = isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)
    is_all = isinstance(node, ast.Assign) and ast.unparse(node.targets[0]) == "__all__"
    return is_docstring or is_all or isinstance(node, ast.ImportFrom)


@pytest.mark.parametrize(
    "path", [p for p in MODULES if p.name == "__init__.py" and dotted(p)], ids=named
)
def test_init_only_re_exports(path: Path) -> None:
    assert not [ast.unparse(node) for node in tree(path).body if not is_re_export(node)]


def test_face_only_re_exports_and_loads_on_first_use() -> None:
    allowed = {"__getattr__", "__dir__", "_HOMES", "_HOME", "__version__"}
    for node in tree(SOURCE / "__init__.py").body:
        if isinstance(node, ast.If) and ast.unparse(node.test) == "TYPE_CHECKING":
            assert all(is_re_export(inner) for inner in node.body)
        elif isinstance(node, ast.If):
            assert ast.unparse(node.test) == "not TYPE_CHECKING"
            assert [getattr(inner, "name", "") for inner in node.body] == ["__getattr__"]
        elif isinstance(node, ast.Assign):
            assert ast.unparse(node.targets[0]) in allowed | {"__all__"}
        elif isinstance(node, ast.FunctionDef):
            assert node.name in allowed
        else:
            assert is_re_export(node)


def test_type_checkers_and_callers_see_the_same_face() -> None:
    checked = next(n for n in tree(SOURCE / "__init__.py").body if isinstance(n, ast.If))
    homes = {
        alias.name: f"{node.module}"
        for node in checked.body
        if isinstance(node, ast.ImportFrom)
        for alias in node.names
    }
    names = set(face.__all__) - {"__version__"}
    assert set(homes) == names
    for name, home in homes.items():
        assert getattr(face, name) is getattr(importlib.import_module(home), name)
    assert names <= set(dir(face))


PUBLIC = [
    path
    for path in MODULES
    if not any(part.startswith("_") for part in dotted(path).split(".")) or not dotted(path)
]


@pytest.mark.parametrize("path", PUBLIC, ids=named)
def test_public_module_says_what_it_gives(path: Path) -> None:
    values = [
        node.value
        for node in tree(path).body
        if isinstance(node, ast.Assign) and ast.unparse(node.targets[0]) == "__all__"
    ]
    assert values, "a module without a leading underscore is public and has __all__"
    names = ast.literal_eval(values[0])
    assert list(names) == sorted(names)
    assert not [n for n in names if n.startswith("_") and n != "__version__"]


@pytest.mark.parametrize("path", MODULES, ids=named)
def test_module_says_what_it_is_for(path: Path) -> None:
    assert ast.get_docstring(tree(path))
