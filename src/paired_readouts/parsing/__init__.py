"""Reading: from what press offices and outlets publish to versions."""

from paired_readouts.parsing._settings import ParserSettings
from paired_readouts.parsing.article import ArticleParser
from paired_readouts.parsing.feed import FeedParser
from paired_readouts.parsing.govuk import GovUkParser
from paired_readouts.parsing.html_page import HtmlParser
from paired_readouts.parsing.mail import MailParser
from paired_readouts.parsing.markdown import MarkdownParser
from paired_readouts.parsing.news_xml import NewsMLParser, NitfParser
from paired_readouts.parsing.ninjs import NinjsParser
from paired_readouts.parsing.plain_text import PlainTextParser
from paired_readouts.parsing.profiles import Profile, load_profiles
from paired_readouts.parsing.protocol import Parser
from paired_readouts.parsing.reading import default_parsers, parse_version, parse_versions
from paired_readouts.parsing.source import Source

__all__ = [
    "ArticleParser",
    "FeedParser",
    "GovUkParser",
    "HtmlParser",
    "MailParser",
    "MarkdownParser",
    "NewsMLParser",
    "NinjsParser",
    "NitfParser",
    "Parser",
    "ParserSettings",
    "PlainTextParser",
    "Profile",
    "Source",
    "default_parsers",
    "load_profiles",
    "parse_version",
    "parse_versions",
]
