"""The library's own version."""

__all__ = ["VERSION"]

#: The version of the library, as results carry it; pyproject.toml reads it from here.
VERSION = "0.1.0"
