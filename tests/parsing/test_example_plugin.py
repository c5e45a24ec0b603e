"""The plug-in in examples/ works as it stands; that it installs is a check of its own."""

from __future__ import annotations

import importlib.util
import sys
from pathlib import Path

import pytest

from paired_readouts.parsing import Source, default_parsers, parse_version
from paired_readouts.testing import check_parser

PLUGIN = Path(__file__).parents[2] / "examples" / "plugin"
NUMBER = (
    "GAZETTE No. 34 | 2031-05-12 | Office of the President | Call\n\nThe leaders spoke today.\n"
)


@pytest.fixture
def gazette(monkeypatch: pytest.MonkeyPatch):
    location = PLUGIN / "src" / "norland_gazette" / "__init__.py"
    spec = importlib.util.spec_from_file_location("norland_gazette", location)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    monkeypatch.setitem(sys.modules, "norland_gazette", module)
    spec.loader.exec_module(module)
    return module


def test_plugin_keeps_its_promises(gazette) -> None:
    check_parser(gazette.GazetteParser(), [Source(NUMBER), Source(NUMBER.encode())])


def test_plugin_goes_before_the_others(gazette) -> None:
    version = parse_version(NUMBER, parsers=[gazette.GazetteParser(), *default_parsers()])
    assert version.parser == "norland-gazette"


def test_entry_point_names_the_class(gazette) -> None:
    import tomllib

    project = tomllib.loads((PLUGIN / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    points = project["entry-points"]["paired_readouts.parsers"]
    assert points == {"norland-gazette": f"{gazette.__name__}:{gazette.GazetteParser.__name__}"}
