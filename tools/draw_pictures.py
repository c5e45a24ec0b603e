"""Draw the pictures of the documentation: the architecture from the imports, and the problem.

    python tools/draw_pictures.py [--check]

Writes docs/pictures/*.svg. With --check nothing is written, and the exit status is 1 where a
picture is not what the code gives.
"""

from __future__ import annotations

import argparse
import ast
import sys
from collections.abc import Iterator
from html import escape
from pathlib import Path

import paired_readouts as face

ROOT = Path(__file__).parents[1]
SOURCE = ROOT / "src" / "paired_readouts"
TARGET = ROOT / "docs" / "pictures"

STYLE = (
    "text{font:14px system-ui,sans-serif;fill:#1f2937}.small{font-size:12px;fill:#4b5563}"
    ".row{fill:#f9fafb}.dot{fill:#2563eb}.up{fill:#ffffff;stroke:#2563eb}"
    ".head{font-weight:600}.box{fill:#f3f4f6;stroke:#9ca3af}.line{stroke:#6b7280;fill:none}"
    ".same{stroke:#2563eb;stroke-width:2;fill:none}"
    ".differs{stroke:#d97706;stroke-width:2;fill:none}.alone{fill:#fee2e2;stroke:#dc2626}"
)


def svg(width: int, height: int, title: str, parts: list[str]) -> str:
    """A picture on white, so that it reads on a dark page too."""
    return "\n".join(
        [
            f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" role="img">',
            f"<title>{escape(title)}</title>",
            f"<style>{STYLE}</style>",
            f'<rect width="{width}" height="{height}" rx="8" fill="#ffffff"/>',
            *parts,
            "</svg>\n",
        ]
    )


def text(x: float, y: float, words: str, kind: str = "", anchor: str = "start") -> str:
    mark = f' class="{kind}"' if kind else ""
    return f'<text x="{x:g}" y="{y:g}"{mark} text-anchor="{anchor}">{escape(words)}</text>'


def box(x: float, y: float, width: float, height: float, kind: str = "box") -> str:
    return (
        f'<rect x="{x:g}" y="{y:g}" width="{width:g}" height="{height:g}" rx="5" class="{kind}"/>'
    )


# -- the architecture --------------------------------------------------------------------------


def read_layers() -> list[tuple[str, ...]]:
    """The layers from the top down, as the architecture test has them; the face is ""."""
    tree = ast.parse((ROOT / "tests" / "test_architecture.py").read_text(encoding="utf-8"))
    for node in tree.body:
        if isinstance(node, ast.Assign) and ast.unparse(node.targets[0]) == "LAYERS":
            return list(reversed(ast.literal_eval(node.value)))
    raise SystemExit("tests/test_architecture.py has no LAYERS")


def imports(path: Path) -> Iterator[str]:
    """The parts that a module imports from."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from ("" for alias in node.names if alias.name == "paired_readouts")
        elif isinstance(node, ast.ImportFrom) and node.module == "paired_readouts":
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and (node.module or "").startswith("paired_readouts"):
            yield (node.module or "").split(".")[1]


def read_uses(parts: list[str]) -> dict[str, set[str]]:
    """From which other parts each part imports."""
    uses: dict[str, set[str]] = {part: set() for part in parts}
    for path in sorted(SOURCE.rglob("*.py")):
        part = path.relative_to(SOURCE).parts[0].removesuffix(".py").replace("__init__", "")
        uses[part] |= {found if found in uses else "" for found in imports(path)} - {part}
    # The face loads what it re-exports when it is asked for it.
    homes = {str(home).partition(".")[0] for home in vars(face)["_HOME"].values()}
    uses[""] = {home for home in homes if home in uses}
    return uses


def draw_architecture() -> str:
    """A row a part, from the top down, with a dot under each part that it imports from."""
    layers = read_layers()
    uses = read_uses([part for layer in layers for part in layer])

    def depth(part: str, layer: tuple[str, ...]) -> int:
        return max((1 + depth(other, layer) for other in uses[part] if other in layer), default=0)

    parts = [p for layer in layers for p in sorted(layer, key=lambda p: (-depth(p, layer), p))]
    cell, left, top = 28, 170, 150
    names = [part or "(the face)" for part in parts]
    drawn = []
    for place, name in enumerate(names):
        at = top + place * cell
        x = left + place * cell + cell / 2
        if place % 2 == 0:
            drawn.append(f'<rect x="10" y="{at}" width="{left + len(names) * cell - 10}" '
                         f'height="{cell}" class="row"/>')  # fmt: skip
        drawn.append(text(left - 12, at + 19, name, "", "end"))
        turned = text(0, 0, name).replace("<text", f'<text transform="translate({x + 4:g} '
                                          f'{top - 8}) rotate(-60)"')  # fmt: skip
        drawn += [turned, box(left + place * cell + 6, at + 6, cell - 12, cell - 12)]
        for other in sorted(uses[parts[place]]):
            column = parts.index(other)
            kind = "up" if column < place else "dot"
            middle = left + column * cell + cell / 2
            drawn.append(f'<circle cx="{middle:g}" cy="{at + cell / 2:g}" r="6" class="{kind}"/>')
    width, bottom = left + len(names) * cell + 60, top + len(names) * cell + 24
    drawn.append(text(20, bottom, "A dot: the part of the row imports from that of the column.",
                      "small"))  # fmt: skip
    drawn.append(text(20, bottom + 18, "All dots stand right of the diagonal: imports point down. "
                      "The hollow one is for notebooks, loaded when shown.", "small"))  # fmt: skip
    return svg(width, bottom + 34, "What each part of the library imports", drawn)


# -- the problem -------------------------------------------------------------------------------

LEFT = (
    "The Minister spoke with the President.",
    "The Minister urged the release of the crew.",
    "Both agreed to send experts in June.",
    "The Minister raised the ban on grain.",
)
RIGHT = (
    "The President took a call from the Minister.",
    "The President noted that the crew is well.",
    "The sides will consider sending experts.",
    "The Minister assured her of his support.",
)
#: Left, right, how they stand to each other, what differs.
JOINED = (
    (0, 0, "same", "same"),
    (1, 1, "differs", "who, how strongly"),
    (2, 2, "differs", "agreed / consider"),
)


def draw_problem() -> str:
    wide, high, gap, middle = 320, 40, 16, 200
    right = 20 + wide + middle
    parts = [
        text(20, 30, "What Norland published", "head"),
        text(right, 30, "What Vestria published", "head"),
    ]
    joined = [{row[side] for row in JOINED} for side in (0, 1)]
    tops = [48 + place * (high + gap) for place in range(len(LEFT))]
    for side, x, words in ((0, 20, LEFT), (1, right, RIGHT)):
        for place, line in enumerate(words):
            kind = "box" if place in joined[side] else "alone"
            parts += [box(x, tops[place], wide, high, kind), text(x + 12, tops[place] + 25, line)]
    for one, other, kind, difference in JOINED:
        y1, y2 = tops[one] + high / 2, tops[other] + high / 2
        parts.append(f'<path class="{kind}" d="M{20 + wide} {y1:g} L{right} {y2:g}"/>')
        parts.append(text(20 + wide + middle / 2, y1 - 6, difference, "small", "middle"))
    bottom = tops[-1] + high + 26
    parts.append(
        text(20, bottom, "Red: only one of the two texts has it. Nobody knows why.", "small")
    )
    return svg(right + wide + 20, bottom + 14, "Two accounts of one call, side by side", parts)


PICTURES = {"architecture.svg": draw_architecture, "why.svg": draw_problem}


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--check", action="store_true")
    options = parser.parse_args()
    stale = 0
    for name, draw in PICTURES.items():
        file, drawn = TARGET / name, draw()
        if not options.check:
            file.parent.mkdir(exist_ok=True)
            file.write_text(drawn, encoding="utf-8", newline="\n")
        elif not file.is_file() or file.read_text(encoding="utf-8") != drawn:
            print(f"{name} is not what the code gives; run tools/draw_pictures.py")
            stale = 1
    return stale


if __name__ == "__main__":
    sys.exit(main())
