"""A name that the face does not have is an error for type checkers, not an `object`."""

from __future__ import annotations

import paired_readouts as pr

pr.compare_version  # type: ignore[attr-defined]  # noqa: B018 # pyright: ignore[reportAttributeAccessIssue]
