"""Lets the tests of this folder share `divergence_accounts`: they are imported one by one."""

from __future__ import annotations

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))
