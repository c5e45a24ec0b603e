"""Lets the tests of this folder share `divergence_accounts` and the tools."""

from __future__ import annotations

import sys
from pathlib import Path

HERE = Path(__file__).parent

sys.path[:0] = [str(HERE), str(HERE.parents[1] / "tools")]
