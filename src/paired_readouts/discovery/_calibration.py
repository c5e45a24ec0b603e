"""From the odds of a tie to a probability, by what was learned of ties that were judged."""

from __future__ import annotations

import json
import math
from functools import cache
from pathlib import Path

__all__ = ["calibrate"]


@cache
def _curve() -> tuple[float, float]:
    data = json.loads(Path(__file__).with_name("calibration.json").read_text(encoding="utf-8"))
    return data["slope"], data["offset"]


def calibrate(odds: float) -> float:
    """The probability of a tie whose log odds are `odds` by the weights."""
    slope, offset = _curve()
    return round(1 / (1 + math.exp(-(slope * odds + offset))), 6)
