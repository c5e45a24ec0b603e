"""Quote in the README what its first command prints, as far as the end of "IN SHORT".

    python tools/quote_output.py

A test holds that the README shows the beginning of what the command prints, byte for byte.
"""

from __future__ import annotations

import re
import shlex
import subprocess
import sys
from pathlib import Path

README = Path(__file__).parents[1] / "README.md"


def quote() -> None:
    text = README.read_text(encoding="utf-8")
    line = re.search(r"&& paired-readouts (.+)", text)
    if line is None:
        sys.exit("README.md has no command line to quote")
    command = [sys.executable, "-m", "paired_readouts", *shlex.split(line[1])]
    printed = subprocess.run(command, cwd=README.parent, check=True, capture_output=True).stdout
    short = printed.decode().partition("\nIN BOTH")[0].rstrip()
    block = f"```text\n{short}\n\n…\n```"
    README.write_text(
        re.sub(r"```text\n.*?```", lambda _: block, text, flags=re.DOTALL),
        encoding="utf-8",
        newline="\n",
    )


if __name__ == "__main__":
    quote()
