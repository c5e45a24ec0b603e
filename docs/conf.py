"""How the documentation is built: no network, every warning an error."""

from __future__ import annotations

import sys
from pathlib import Path

from docutils.nodes import Element
from sphinx.application import Sphinx
from sphinx.environment import BuildEnvironment
from sphinx.util.nodes import make_refnode

from paired_readouts._release import VERSION

sys.path.insert(0, str(Path(__file__).parent))
from gallery_pages import write_gallery
from lexicon_pages import write_pages

project = "paired-readouts"
copyright = "The paired-readouts developers"  # noqa: A001 - Sphinx reads this name
extensions = ["myst_parser", "sphinx.ext.autodoc"]
exclude_patterns = ["_build", "_gallery"]
html_theme = "furo"
html_title = project
html_copy_source = False
html_show_sourcelink = False
html_extra_path = ["_gallery"]  # the pages that the gallery shows, as they are

release = VERSION

myst_enable_extensions = ["colon_fence", "deflist"]
myst_heading_anchors = 3

autodoc_member_order = "bysource"
autodoc_typehints = "signature"
autodoc_class_signature = "separated"
autodoc_default_options = {
    "members": True,
    "undoc-members": True,  # the values of enumerations speak for themselves
    "exclude-members": "__init__, __new__",
}
add_module_names = False
python_use_unqualified_type_names = True

nitpicky = True
# Other people's names: their documentation is not fetched, so that a build needs no network.
_modules = (
    "attr|collections|concurrent|dt|datetime|enum|numpy|os|pathlib|types|typing|typing_extensions"
)
_names = (
    "Any|Callable|Console|Reportable|Iterable|Iterator|Mapping|Path|Self|Sequence|StrEnum|TypeVar|"
    "Exception|ImportError|RuntimeError|ValueError|"
    "None|bool|bytes|date|dict|float|frozenset|int|list|object|optional|set|str|tuple|type"
)
nitpick_ignore_regex = [
    (r"py:.*", rf"({_modules})(\..+)?"),
    (r"py:.*", rf"({_names})"),
    # What our own parsers hand to each other is no part of the face.
    (r"py:.*", r"paired_readouts\.parsing\._(draft|release)\.Draft"),
    # Type variables of generic functions are no names of the library.
    (r"py:.*", r"([A-Z]|paired_readouts\..*\.[A-Z])"),
]


def resolve_by_name(
    app: Sphinx, env: BuildEnvironment, node: Element, content: Element
) -> Element | None:
    """A name of the library, wherever it is defined, is documented under its public module."""
    name = node.get("reftarget", "").rpartition(".")[2]
    if node.get("refdomain") != "py" or not name:
        return None
    objects = env.get_domain("py").objects  # type: ignore[attr-defined]
    found = sorted(full for full in objects if full.rpartition(".")[2] == name)
    found = [full for full in found if full.startswith("paired_readouts")]
    if not found:
        return None
    entry = objects[min(found, key=len)]
    source = node.get("refdoc", "")
    return make_refnode(app.builder, source, entry.docname, entry.node_id, content, name)


def setup(app: Sphinx) -> None:
    """Writes the pages that are made from data, and registers the hook above."""
    write_pages(Path(__file__).parent / "reference" / "lexicon")
    write_gallery(Path(__file__).parent / "_gallery")
    app.connect("missing-reference", resolve_by_name)
