"""What every test gets: hypothesis profiles, the examples, a Python process of its own."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import hypothesis
import pytest

hypothesis.settings.register_profile("default", deadline=None, derandomize=True, max_examples=60)
hypothesis.settings.register_profile("thorough", deadline=None, max_examples=500)
hypothesis.settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "default"))

ROOT = Path(__file__).parents[1]

#: Runs a Python program, or a module with `-m`, in a process of its own.
RunPython = Callable[..., "subprocess.CompletedProcess[bytes]"]


@pytest.fixture(scope="session")
def examples() -> Path:
    """The folder of the examples that ship with the library."""
    return ROOT / "examples"


@pytest.fixture(scope="session")
def run_python() -> RunPython:
    """Calls the interpreter of the tests with arguments, in any working folder, with any seed."""

    def run(
        *arguments: str, cwd: Path = ROOT, hash_seed: str = "0"
    ) -> subprocess.CompletedProcess[bytes]:
        environment = {**os.environ, "PYTHONHASHSEED": hash_seed, "PYTHONUTF8": "1"}
        return subprocess.run(  # noqa: S603 - our own program
            [sys.executable, *arguments], cwd=cwd, env=environment, capture_output=True, check=False
        )

    return run
