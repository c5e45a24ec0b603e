"""What a single word tells of names, offices and countries, wherever it stands."""

import pytest

from paired_readouts.extraction._name_words import NameWords, compile_name_words
from paired_readouts.lexicon import default_lexicon


@pytest.fixture(scope="module")
def known() -> NameWords:
    return compile_name_words(default_lexicon())


@pytest.mark.parametrize(
    ("word", "name"),
    [
        pytest.param("Velin", True, id="name"),
        pytest.param("Velin's", True, id="owner"),
        pytest.param("el-Velin", True, id="particle joined to a name"),
        pytest.param("velin", False, id="small letter"),
        pytest.param("Discusses", False, id="verb of a title"),
        pytest.param("M", None, id="initial or letter of a list"),
        pytest.param("President", None, id="office"),
        pytest.param("Norway", None, id="country"),
    ],
)
def test_may_be_part_of_a_name(known: NameWords, *, word: str, name: bool | None) -> None:
    assert known[word].name is name


@pytest.mark.parametrize(
    ("word", "opens", "heads"),
    [
        pytest.param("Velin", True, True, id="name"),
        pytest.param("the", True, True, id="determiner"),
        pytest.param("president", False, True, id="office in small letters"),
        pytest.param("latter", False, True, id="who was named last"),
        pytest.param("meeting", False, False, id="noun"),
        pytest.param("", False, False, id="past the end"),
    ],
)
def test_where_an_actor_may_begin(known: NameWords, *, word: str, opens: bool, heads: bool) -> None:
    assert (known[word].opens, known[word].heads) == (opens, heads)


@pytest.mark.parametrize("word", ["Norway's", "NORWAY’S"])
def test_an_owner_is_known_without_its_ending(known: NameWords, word: str) -> None:
    assert (known[word].lower, known[word].owns, known[word].country) == ("norway", True, True)


def test_the_words_kept_are_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("paired_readouts.extraction._name_words._MOST_WORDS", 3)
    few = NameWords(compile_name_words(default_lexicon()).grammar)
    told = [few[word].lower for word in ("Velin", "Dorn", "Velin", "Ostrand", "Kessel", "Velin")]
    assert told == ["velin", "dorn", "velin", "ostrand", "kessel", "velin"]
    assert len(few) <= 3
