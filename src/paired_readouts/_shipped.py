"""What ships with the library as data: JSON files beside the modules that read them."""

from __future__ import annotations

import json
import os
from collections.abc import Callable
from typing import Any

__all__ = ["read_shipped"]


def read_shipped(
    module: str, name: str, *, pairs: Callable[[list[tuple[str, Any]]], Any] | None = None
) -> Any:  # noqa: ANN401 - whatever the file holds
    """The JSON file `name` beside the module whose `__file__` is `module`.

    `pairs` makes something of the pairs of each object, where it is to be no plain dictionary.
    """
    # Not by pathlib: importing it takes longer than reading all of them.
    path = os.path.join(os.path.dirname(module), *name.split("/"))  # noqa: PTH118, PTH120
    with open(path, "rb") as file:  # noqa: PTH123
        return json.load(file, object_pairs_hook=pairs)
