"""What a notebook shows of a value: the one place where a value asks the layer that writes reports.

The import waits until a notebook asks, so that the values stand on nothing above them.
"""

from __future__ import annotations

from typing import Any

__all__ = ["show"]


def show(kind: str, value: Any) -> str:  # noqa: ANN401 - the values import this module
    """The short HTML of a value; `kind` is its class in lower case."""
    from paired_readouts.rendering import notebook

    return str(getattr(notebook, f"show_{kind}")(value))
