"""The command line: a thin layer over the public face."""

from paired_readouts.cli.app import main

__all__ = ["main"]
