"""List the public face: every public name with its signature, fields or values.

    python tools/list_public_api.py [--write]

The list is printed, or written to tests/public_api.txt, which a test compares with the library:
a change of the face is a change of that file, seen by everybody who reads the commit.
"""

from __future__ import annotations

import argparse
import enum
import importlib
import inspect
import pkgutil
import sys
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

import attrs

SNAPSHOT = Path(__file__).parents[1] / "tests" / "public_api.txt"
FACE = "paired_readouts"


def public_modules() -> Iterator[ModuleType]:
    """The face and every module whose dotted name has no leading underscore in it."""
    face = importlib.import_module(FACE)
    yield face
    names = sorted(module.name for module in pkgutil.walk_packages(face.__path__, f"{FACE}."))
    for name in names:
        if not any(part.startswith("_") for part in name.split(".")):
            yield importlib.import_module(name)


def describe_class(name: str, value: type) -> Iterator[str]:
    bases = [base.__name__ for base in value.__bases__ if base is not object]
    yield f"class {name}({', '.join(bases)})" if bases else f"class {name}"
    if issubclass(value, enum.Enum):
        yield from (f"    {member.name} = {member.value!r}" for member in value)
    elif attrs.has(value):
        for field in attrs.fields(value):
            needed = field.default is attrs.NOTHING
            yield f"    {field.name}: {show(field.type)}{'' if needed else ' = …'}"
    for member, inner in sorted(vars(value).items()):
        if member.startswith("_") or (issubclass(value, enum.Enum) and member in value.__members__):
            continue
        if isinstance(inner, property):
            yield f"    {member} -> {inspect.signature(inner.fget).return_annotation}"
        elif inspect.isfunction(inner):
            yield f"    {member}{inspect.signature(inner)}"
        elif isinstance(inner, classmethod | staticmethod):
            yield f"    {member}{inspect.signature(inner.__func__)}"


def show(annotation: object) -> str:
    return annotation if isinstance(annotation, str) else getattr(annotation, "__name__", "?")


def describe(name: str, value: object) -> Iterator[str]:
    if isinstance(value, type):
        yield from describe_class(name, value)
    elif callable(value) and hasattr(value, "__module__") and hasattr(value, "__name__"):
        yield f"{name}{inspect.signature(value)}"
    else:
        yield f"{name}: {type(value).__name__}"


def list_public_api() -> str:
    """Each public name once in full, where it is defined; elsewhere by reference."""
    lines: list[str] = []
    for module in public_modules():
        lines += ["", f"# {module.__name__}"]
        for name in module.__all__:
            value = getattr(module, name)
            home = getattr(value, "__module__", module.__name__)
            if home != module.__name__ and not any(p.startswith("_") for p in home.split(".")):
                lines.append(f"{name} = {home}")
            else:
                lines += describe(name, value)
    return "\n".join(lines[1:]) + "\n"


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--write", action="store_true", help=f"write {SNAPSHOT.name}")
    if parser.parse_args().write:
        SNAPSHOT.write_text(list_public_api(), encoding="utf-8", newline="\n")
    else:
        sys.stdout.write(list_public_api())
    return 0


if __name__ == "__main__":
    sys.exit(main())
