"""Invented states, so that the texts of the tests are nobody's."""

from __future__ import annotations

from pathlib import Path

import pytest

from paired_readouts.lexicon import default_lexicon, load_lexicon
from paired_readouts.parsing import ParserSettings, default_parsers
from paired_readouts.parsing.profiles import load_profiles

COUNTRIES = """
[NRL]
words = ["Norland", "Republic of Norland"]
adjectives = ["Norlandic"]
capitals = ["Port Aro"]
seats = ["Blue Palace"]

[VST]
words = ["Vestria"]
adjectives = ["Vestrian"]
capitals = ["Velgrad"]

[OST]
words = ["Ostmark"]
adjectives = ["Ostmarker"]
"""

PROFILES = """
[norland-president]
hosts = ["president.norland.example"]
party = "NRL"
office = "Office of the President"
language = "en"
lines = ["Blue Palace Square 1"]
container = ["div.release"]
title = ["h2.headline"]
date = [".issued"]
day_first = true
"""


@pytest.fixture(scope="session")
def settings(tmp_path_factory: pytest.TempPathFactory) -> ParserSettings:
    """Our parsers' settings with the invented states and one publisher."""
    folder = tmp_path_factory.mktemp("words")
    Path(folder, "countries.toml").write_text(COUNTRIES, encoding="utf-8")
    Path(folder, "profiles.toml").write_text(PROFILES, encoding="utf-8")
    return ParserSettings(
        lexicon=default_lexicon() | load_lexicon(folder / "countries.toml"),
        profiles=load_profiles(folder / "profiles.toml"),
    )


@pytest.fixture(scope="session")
def parsers(settings: ParserSettings):
    """The default parsers with these settings."""
    return default_parsers(settings=settings)
