"""Libraries that an extra brings: loaded when used, missed with an error that names the extra."""

from __future__ import annotations

from importlib import import_module
from typing import Any

from paired_readouts.errors import MissingExtraError

__all__ = ["load_extra"]


def load_extra(module: str, extra: str) -> Any:  # noqa: ANN401 - a module without types
    """The module, or a MissingExtraError that says what to install."""
    try:
        return import_module(module)
    except ImportError as error:
        raise MissingExtraError(
            f"paired_readouts.parsing.{extra}",
            f"needs {module}, which is not installed",
            f"pip install 'paired-readouts[{extra}]'",
        ) from error
