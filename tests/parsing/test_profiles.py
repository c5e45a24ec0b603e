"""Profiles of publishers: an invented site whose pages looked otherwise before it was rebuilt."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from paired_readouts.errors import PairedReadoutsError
from paired_readouts.parsing import ParserSettings, Source, default_parsers, parse_version
from paired_readouts.parsing._markup import read_page
from paired_readouts.parsing._selectors import is_selector
from paired_readouts.parsing.profiles import default_profiles, host_of, load_profiles

LEAD = "President Velin spoke today with Minister Aro of Vestria about fish and grain."
NEXT = "The leaders agreed that the crossing at the bay should open before the summer."
URL = "https://www.president.norland.example/news/7"

LAYOUTS = """
[norland-president]
hosts = ["president.norland.example"]
party = "NRL"
office = "Office of the President"
language = "en"
container = ["article.release div.text"]
title = ["article.release > h1", "h1"]
date = ["article.release time[datetime]"]
since = 2030-06-01

[norland-president-before-2030]
hosts = ["president.norland.example"]
party = "NRL"
office = "Chancery of the President"
language = "en"
lines = ["Blue Palace Square 1"]
container = ["td#content.main"]
title = ["td#content h3"]
date = [".issued"]
day_first = true
until = 2030-05-31
"""

NEW = f"""<html><body><nav>Home</nav><article class="release wide"><h1>Velin's call</h1>
<time datetime="{{date}}">in June</time><div class="tools">Send on</div>
<div class="text"><p>{LEAD}</p><p>{NEXT}</p></div></article>
<div class="text">Boats.</div></body></html>"""
OLD = f"""<html><body><table><tr><td>Home</td><td id="content" class="main"><h3>Velin's call</h3>
<span class="issued">{{date}}</span><p>{LEAD}</p><p>{NEXT}</p><p>Blue Palace Square 1</p></td></tr>
</table></body></html>"""
# The new pages kept the old container's name for a year.
BOTH = NEW.replace(
    '<div class="text">', '<div class="text"><table><tr><td id="content" class="main">'
)


@pytest.fixture(scope="module")
def profiled(tmp_path_factory: pytest.TempPathFactory) -> ParserSettings:
    path = tmp_path_factory.mktemp("profiles") / "profiles.toml"
    path.write_text(LAYOUTS.replace("article.release > h1", "article.release h1"), encoding="utf-8")
    return ParserSettings(profiles=load_profiles(path))


@pytest.mark.parametrize(
    ("page", "office", "published"),
    [
        pytest.param(
            NEW.format(date="2031-04-03"), "Office of the President", dt.date(2031, 4, 3), id="new"
        ),
        pytest.param(
            OLD.format(date="03/04/2029"),
            "Chancery of the President",
            dt.date(2029, 4, 3),
            id="old",
        ),
        pytest.param(
            BOTH.format(date="2031-04-03"),
            "Office of the President",
            dt.date(2031, 4, 3),
            id="both",
        ),
    ],
)
def test_layout_by_container_and_date(
    page: str, office: str, published: dt.date, profiled: ParserSettings
) -> None:
    version = parse_version(Source(page, url=URL), parsers=default_parsers(settings=profiled))
    assert version.title == "Velin's call"
    assert version.text.removeprefix("Velin's call\n\n") == f"{LEAD}\n\n{NEXT}"
    assert (version.party, version.issuer, version.published) == ("NRL", office, published)
    assert "layout" not in {warning.code for warning in version.warnings}


@pytest.mark.parametrize(
    "page",
    [
        pytest.param(f"<html><body><main><p>{LEAD}</p></main></body></html>", id="no-container"),
        pytest.param(
            NEW.format(date="2029-04-03")
            .replace("<article", "<main")
            .replace("</article", "</main"),
            id="container-of-neither",
        ),
        pytest.param(NEW.format(date="2029-04-03"), id="container-before-its-time"),
    ],
)
def test_page_in_no_layout_is_told(page: str, profiled: ParserSettings) -> None:
    version = parse_version(Source(page, url=URL), parsers=default_parsers(settings=profiled))
    assert (version.party, version.issuer) == ("NRL", "Office of the President")
    assert LEAD in version.text
    told = [warning.text for warning in version.warnings if warning.code == "layout"]
    names = "norland-president, norland-president-before-2030"
    assert told == [f"the page has none of the layouts of its publisher: {names}"]


@pytest.mark.parametrize(
    ("day", "office"),
    [("2031-05-13", "Office of the President"), ("2029-05-13", "Chancery of the President")],
)
def test_feed_takes_the_office_of_its_day(day: str, office: str, profiled: ParserSettings) -> None:
    feed = f"""<rss><channel><item><title>Call</title><link>{URL}</link>
    <pubDate>{day}T10:00:00Z</pubDate><description>{LEAD}</description></item></channel></rss>"""
    version = parse_version(feed, parsers=default_parsers(settings=profiled))
    assert (version.party, version.issuer) == ("NRL", office)


SELECTORS = {
    "article": ["a"],
    "#main": ["m"],
    ".text": ["t", "u"],
    "div.text": ["t"],
    "DIV.text.wide": ["t"],
    "[itemprop=articleBody]": ["u"],
    "p[itemprop='articleBody'].text": ["u"],
    "[data-date]": ["t"],
    "article .text": ["t"],
    "#main article div": ["t"],
    "#main p": ["u"],
    "article #main": [],
    "span": [],
}


@pytest.mark.parametrize("selector", SELECTORS)
def test_selector(selector: str) -> None:
    page = read_page(
        """<div id="main"><article title="a"><div class="text wide" data-date title="t">One</div>
        </article><p class="text" itemprop="articleBody" title="u">Two</p></div>""",
        where="page",
        depth=9,
    )
    names = [element.attributes.get("title", "m") for element in page.select(selector)]
    assert names == SELECTORS[selector]


@pytest.mark.parametrize("text", ["", "a > b", "a, b", "a:first-child", "*", "[x", ".", "a  ~ b"])
def test_what_is_no_selector(text: str) -> None:
    assert not is_selector(text)


WRONG = {
    "selector": (
        'hosts = ["a.example"]\ncontainer = ["div > p"]',
        "one.container: is not right: .div > p.",
    ),
    "text-for-a-list": (
        'hosts = ["a.example"]\ncontainer = "div"',
        "one.container: expected a tuple",
    ),
    "unknown-field": ('hosts = ["a.example"]\ncontaner = ["div"]', "one.contaner: no such field"),
    "no-host": ('party = "US"', "one.hosts: is missing"),
    "party": ('hosts = ["a.example"]\nparty = "us"', "one.party: expected"),
    "day": ('hosts = ["a.example"]\nsince = "2030"', "one.since: expected date"),
    "time": ('hosts = ["a.example"]\nsince = 2030-01-01T10:00:00', "one.since: is not right"),
    "url-for-a-host": ('hosts = ["https://a.example"]', "one.hosts: is not right"),
    "dates-turned-round": (
        'hosts = ["a.example"]\nsince = 2031-01-01\nuntil = 2030-01-01',
        "one.until: is not right",
    ),
}


@pytest.mark.parametrize(("fields", "says"), WRONG.values(), ids=WRONG)
def test_broken_profile_is_an_error(fields: str, says: str, tmp_path: Path) -> None:
    path = tmp_path / "profiles.toml"
    path.write_text(f"[one]\n{fields}\n", encoding="utf-8")
    with pytest.raises(PairedReadoutsError, match=says) as caught:
        load_profiles(path)
    assert "profiles.toml" in str(caught.value)


@pytest.mark.parametrize(
    ("url", "host"),
    [
        ("https://www.norland.example/1?a=http://b.example", "www.norland.example"),
        ("//norland.example:8080/x", "norland.example"),
        ("https://user:word@Norland.Example./", "norland.example"),
        ("https://web.archive.org/web/20310215064359/https://norland.example/1", "norland.example"),
        ("http://web.archive.org/web/2031id_/http://norland.example/1", "norland.example"),
        ("https://web.archive.org/about", "web.archive.org"),
        ("norland", "norland"),
        ("", ""),
    ],
)
def test_host_of_a_page(url: str, host: str) -> None:
    assert host_of(url) == host


def test_shipped_profiles_say_what_they_were_checked_on() -> None:
    for profile in default_profiles():
        assert profile.party
        if profile.container or profile.title or profile.date:
            assert profile.checked, profile.id
