"""Every table of the lexicon is sound: words and stars only, nothing twice, nothing dead."""

import json
import re
import subprocess
import sys
import tomllib
from collections import defaultdict
from pathlib import Path

import pytest

from paired_readouts._text import Phrases, fold, tokenize
from paired_readouts.errors import LexiconError
from paired_readouts.lexicon import default_lexicon, load_lexicon

ROOT = Path(__file__).parents[1]
TABLES = sorted((ROOT / "src/paired_readouts/lexicons/en").glob("*.toml"))
# Tables of proper names and signs, or of sentences to print, keep their capitals.
CASED = {"countries", "organisations", "places", "sentences", "titles", "units"}
# More than this would slow the first use; the compiled tables load in a few milliseconds.
MOST_BYTES = 480_000


def read(table: Path | str) -> dict:
    path = table if isinstance(table, Path) else TABLES[0].with_name(f"{table}.toml")
    return tomllib.loads(path.read_text(encoding="utf-8"))


def lists(table: Path):
    for entry, fields in read(table).items():
        for name, value in fields.items():
            if isinstance(value, list) and name not in {"examples", "counterexamples"}:
                yield f"{entry}.{name}", value


def split(phrase: str) -> tuple[str, ...]:
    return tuple(fold(phrase).split())


def covers(short: tuple[str, ...], long: tuple[str, ...]) -> bool:
    """Whether `short` is found wherever `long` is."""

    def word(one: str, other: str) -> bool:
        return one == other or (one.endswith("*") and other.rstrip("*").startswith(one[:-1]))

    return any(
        all(word(a, b) for a, b in zip(short, long[at:], strict=False))
        for at in range(len(long) - len(short) + 1)
    )


every_table = pytest.mark.parametrize("table", TABLES, ids=lambda path: path.stem)


@pytest.mark.parametrize(
    "table", [t for t in TABLES if t.stem not in {"sentences", "units"}], ids=lambda path: path.stem
)
def test_a_star_stands_at_the_end_of_a_word_and_nothing_else_is_special(table):
    for where, words in lists(table):
        for phrase in words:
            assert phrase == " ".join(phrase.split()) != "", f"{where}: {phrase!r}"
            assert not set(phrase) & set("[]\\^$|{}"), f"{where}: {phrase!r}"
            for word in phrase.split():
                assert "*" not in word[:-1], f"{where}: {phrase!r}"
                assert word != "*", f"{where}: {phrase!r}"


@every_table
def test_no_list_says_a_phrase_twice(table):
    for where, words in lists(table):
        twice = sorted({w for w in words if words.count(w) > 1})
        assert not twice, where


@pytest.mark.parametrize("table", [t for t in TABLES if t.stem not in CASED], ids=lambda p: p.stem)
def test_words_are_in_lower_case(table):
    for where, words in lists(table):
        assert [w for w in words if w != w.lower()] == [], where


def test_the_compiled_tables_are_those_of_the_toml_files():
    done = subprocess.run(  # noqa: S603 - the project's own script
        [sys.executable, str(ROOT / "tools/compile_lexicon.py"), "--check"],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, f"{done.stdout}run tools/compile_lexicon.py"


def test_the_compiled_tables_stay_small_and_are_plain_data():
    compiled = (ROOT / "src/paired_readouts/lexicons/en.json").read_text(encoding="utf-8")
    assert len(compiled.encode()) < MOST_BYTES
    assert sorted(json.loads(compiled)["tables"]) == [table.stem for table in TABLES]


@pytest.mark.parametrize("table", ["concepts", "topics"])
def test_a_phrase_belongs_to_one_entry(table):
    places = defaultdict(list)
    for entry, fields in read(table).items():
        for phrase in fields["words"]:
            places[phrase].append(entry)
    assert {p: e for p, e in places.items() if len(e) > 1} == {}


@pytest.mark.parametrize("table", ["concepts", "topics"])
def test_no_phrase_is_found_by_another_one_of_its_entry(table):
    dead = [
        f"{entry}: {long!r} is found by {short!r}"
        for entry, fields in read(table).items()
        for long in fields["words"]
        for short in fields["words"]
        if short != long and covers(split(short), split(long))
    ]
    assert dead == []


@pytest.mark.parametrize("table", ["concepts", "topics"])
def test_each_phrase_is_found_as_it_stands(table):
    rows = [(w, e.id) for e in default_lexicon().table(table) for w in e.list()]
    found = Phrases(rows)
    lost = []
    for phrase, entry in rows:
        words = tokenize(phrase.replace("*", "")).lower
        if [(0, len(words), entry)] != list(found.find(words)):
            lost.append(f"{entry}: {phrase}")
    assert lost == []


def test_each_concept_has_a_topic_and_each_topic_a_concept():
    concepts, topics = read("concepts"), read("topics")
    assert {fields["topic"] for fields in concepts.values()} == set(topics)
    assert all(fields["label"] for fields in topics.values())


def test_a_weight_is_said_only_where_it_is_not_the_usual_one():
    weights = {fields.get("weight", 0) for fields in read("concepts").values()}
    assert weights == {0, 1, 3}


def test_a_part_names_a_whole_that_is_no_part_itself():
    concepts = read("concepts")
    wholes = {fields["within"] for fields in concepts.values() if "within" in fields}
    assert wholes <= set(concepts)
    assert [whole for whole in sorted(wholes) if "within" in concepts[whole]] == []


def test_a_topic_repeats_no_phrase_of_its_own_concepts():
    for topic, fields in read("topics").items():
        own = {
            phrase
            for concept in read("concepts").values()
            if concept["topic"] == topic
            for phrase in concept["words"]
        }
        assert sorted(own & set(fields["words"])) == [], topic


def concepts_of(text: str) -> set[str]:
    """The concepts that a text speaks of, with the wholes that they are parts of."""
    entries = {entry.id: entry for entry in default_lexicon().table("concepts")}
    found = Phrases((w, e.id) for e in entries.values() for w in e.list())
    narrow = {concept for *_, concept in found.find(tokenize(text).lower)}
    return narrow | {entries[concept].text("within") for concept in narrow} - {""}


SAME_MATTER = [
    ("additional macroeconomic support", "the financial stability of our country"),
    ("the U.S. Embassy in Velin remains open", "maintaining the diplomatic presence"),
    ("arming the northern province", "the provision of lethal defensive weapons"),
    ("a lasting truce", "an immediate cessation of hostilities"),
    ("the captives held in the north", "the release of all hostages"),
    ("economic measures and severe costs", "the sanctions that would be imposed"),
    ("political prisoners", "those unjustly detained"),
    ("a separate dialogue on ransomware", "an exchange of views on information security"),
    ("the Joint Comprehensive Plan of Action", "the Iranian nuclear programme"),
    ("lifting the blockade of ports", "the export of grain"),
    ("the delimitation of the border", "the commission on border demarcation"),
    ("build-up of forces", "the movements of troops near the border"),
    ("agreed to stay in touch", "to continue contacts at various levels"),
    ("restrictions on semiconductors", "export controls"),
    ("the discharge of ALPS-treated water", "the nuclear-contaminated water"),
]


@pytest.mark.parametrize(("one", "other"), SAME_MATTER, ids=[one for one, _ in SAME_MATTER])
def test_two_ways_to_say_a_matter_share_a_concept(one, other):
    assert concepts_of(one) & concepts_of(other)


OTHER_MATTER = [
    ("combat climate change", "combat operations in the east"),
    ("a pace of work", "the Council of Europe"),
    ("President Moon", "a mission to the moon"),
    ("the importance of cooperation", "their support for cooperation"),
]


@pytest.mark.parametrize(("one", "other"), OTHER_MATTER, ids=[one for one, _ in OTHER_MATTER])
def test_a_shared_word_alone_is_no_shared_matter(one, other):
    assert not concepts_of(one) & concepts_of(other)


def test_a_lexicon_of_ones_own_adds_to_the_tables_and_replaces_by_id(tmp_path):
    table = tmp_path / "concepts.toml"
    table.write_text(
        '[lagoon]\nwords = ["lagoon*"]\ntopic = "maritime"\n'
        '[visas]\nwords = ["travel card*"]\ntopic = "consular"\n',
        encoding="utf-8",
    )
    joined = default_lexicon() | load_lexicon(table)
    assert joined.entry("concepts", "lagoon").list() == ("lagoon*",)
    assert joined.entry("concepts", "visas").list() == ("travel card*",)
    assert joined.version != default_lexicon().version
    assert joined.entry("concepts", "ceasefire") == default_lexicon().entry("concepts", "ceasefire")


@pytest.mark.parametrize(
    ("name", "content", "says"),
    [
        ("verbs", "not = [toml", "is no TOML"),
        ("verbs", 'words = ["loose"]', "words: is no section"),
        ("verbs", "[urge]\nwords = [1, 2]", "urge.words: expected a string"),
        ("verbs", '[urge]\nwords = "urge"', "urge.words: expected a list of strings, got 'urge'"),
        ("verbs", '[urge]\nforce = "4"', "urge.force: expected a whole number, got '4'"),
        ("verbs", "[urge]\njoint = true", "urge.joint: expected a string, a whole number"),
        (
            "contries",
            '[NRL]\nwords = ["Norland"]',
            "no table 'contries' (name the file 'countries')",
        ),
        (
            "harbours",
            '[NRL]\nwords = ["Norland"]',
            "no table 'harbours' (there are: abbreviations, acts,",
        ),
        (
            "countries",
            '[NRL]\ncapitols = ["Halvern"]',
            "NRL.capitols: no such field (write 'capitals')",
        ),
        (
            "countries",
            '[NRL]\nriver = ["Sund"]',
            "(there are: adjectives, also_names, capitals, people, seats, words)",
        ),
        ("verbs", '[urge]\nwords = ["urge"]\nforce = 4', "urge.act: is missing"),
        (
            "verbs",
            '[urge]\nwords = ["urge"]\nact = "requst"\nforce = 4',
            "urge.act: no such choice: 'requst' (write 'request')",
        ),
        ("countries", '[NRL.names]\nwords = ["Norland"]', "NRL.names: expected a string"),
    ],
    ids=[
        "broken",
        "no-section",
        "numbers-for-words",
        "text-for-a-list",
        "text-for-a-number",
        "truth-for-a-number",
        "mistyped-table",
        "unknown-table",
        "mistyped-field",
        "unknown-field",
        "missing-field",
        "mistyped-choice",
        "section-in-a-section",
    ],
)
def test_a_broken_table_is_an_error_that_names_file_and_place(tmp_path, name, content, says):
    table = tmp_path / f"{name}.toml"
    table.write_text(content, encoding="utf-8")
    with pytest.raises(LexiconError, match=re.escape(says)) as caught:
        load_lexicon(table)
    assert str(table) in str(caught.value)


def test_a_table_of_ones_own_may_carry_examples_and_notes(tmp_path):
    table = tmp_path / "verbs.toml"
    table.write_text(
        '[urge]\nwords = ["urge"]\nact = "request"\nforce = 4\nexamples = ["?"]\nnote = "!"\n'
    )
    assert load_lexicon(table).entry("verbs", "urge").list() == ("urge",)
