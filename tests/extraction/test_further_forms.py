"""Forms of real releases that no other row has: in one of some hundred releases each."""

from __future__ import annotations

import pytest
from two_leaders import LEAD, PEOPLE

from paired_readouts.extraction import extract_statements, find_participants
from paired_readouts.lexicon import Lexicon
from paired_readouts.model import ClaimKind, Participant, Version

BOTH = "velin aster"

#: A sentence after the lead, and its statements: speakers, act, dictionary form.
FRAMES = {
    "purpose-and-another": (
        "She met Prime Minister Aster to congratulate him and discuss the harbour.",
        [" narrate ", "velin praise congratulate", "velin discuss discuss"],
    ),
    "contact-on-a-matter-and-to-thank": (
        "She spoke with him about trade, to thank him for the aid.",
        [f"{BOTH} discuss discuss", "velin praise thank"],
    ),
    "contact-on-a-promise-to-thank": (
        "She spoke with him about the promise to thank the crews.",
        [f"{BOTH} discuss discuss"],
    ),
    "for-about-an-hour": ("They spoke for about half an hour.", [" narrate "]),
    "about-trade-for-an-hour": (
        "They spoke for about half an hour about trade.",
        [f"{BOTH} discuss discuss"],
    ),
    "verb-at-the-very-end": (
        "She urged calm and President Velin agreed",
        ["velin request urge", "velin agree agree"],
    ),
    "would": (
        "She conveyed that the Prime Minister would represent her and stress trade.",
        ["velin state convey"],
    ),
    "as-said-without-comma": ("As President Velin said on deck the port is open.", [" narrate "]),
    "as-said-with-comma": ("As President Velin said, the port is open.", ["velin state say"]),
    "belief-behind-another": (
        "They stressed trade, and President Velin believes that it grows.",
        [f"{BOTH} emphasize stress"],
    ),
    "it-was-believed": ("It was believed that trade grows.", [" narrate "]),
    "latter": (
        "Prime Minister Aster thanked President Velin. The latter thanked the crews.",
        ["aster praise thank", "velin praise thank"],
    ),
    "former-of-one-named-twice": (
        (
            "She saw Prime Minister Aster and Prime Minister Aster's boat with President Velin,"
            " and the former thanked her."
        ),
        ["velin state see", "aster praise thank"],
    ),
    "heads-of-what-is-no-body": (
        "She met heads of the fishing fleets and stressed trade.",
        [" narrate ", "velin emphasize stress"],
    ),
    "ministers-of-two-states": (
        "The Prime Ministers of Vestria and Norland thanked the crews.",
        [f"{BOTH} praise thank"],
    ),
    "heads-of-several-things": (
        "The heads of delegation and government discussed trade.",
        [f"{BOTH} discuss discuss"],
    ),
    "latter-of-one-named-twice": (
        (
            "She thanked Prime Minister Aster. Prime Minister Aster thanked President Velin and"
            " Prime Minister Aster's crew. The former urged calm."
        ),
        ["velin praise thank", "aster praise thank", "velin request urge"],
    ),
    "aside-of-two-places": (
        "President Velin, on the pier and by the port, thanked the crews.",
        ["velin praise thank"],
    ),
    "who-left": (
        "She urged calm. President Velin left for home.",
        ["velin request urge", " narrate "],
    ),
    "speaker-behind-the-quotation-and-a-place": (
        "“The port is open,” said President Velin from the deck.",
        ["velin state say"],
    ),
    "another-verb-that-a-heading-cuts": (
        "President Velin made\n\nClear skies for the north.",
        [" narrate ", " narrate "],
    ),
    "a-people's-republic": (
        "She thanked the President of the People's Republic of China.",
        ["velin praise thank"],
    ),
    "head-of-a-bureau": (
        "She thanked the Head of the Vestrian Bureau of Fisheries and stressed trade.",
        ["velin praise thank", "velin emphasize stress"],
    ),
    "office-and-matter": (
        "She briefed the Secretary of State for Defence on the dam.",
        ["velin state brief"],
    ),
    "junior": ("President Mara Velin, Jr., thanked the crews.", ["velin praise thank"]),
    "adviser-to-an-office": (
        "President Velin thanked the Advisor to the President's Office.",
        ["velin praise thank"],
    ),
    "quoted-speaker-on-a-place": (
        "President Velin called for calm. “The port is open,” said President Velin.",
        ["velin request call for", "velin state say"],
    ),
    "quotation-with-the-stop-behind": (
        "“We keep our word”. “We go on at sea,” said Prime Minister Aster.",
        ["aster state say", "aster state say"],
    ),
    "talks-on-a-day": ("They held talks on 3 May in Tarn.", [" narrate "]),
    "talks-on-a-matter": ("They held talks on G7 debts.", [f"{BOTH} discuss discuss"]),
    "aside-with-that": (
        "President Velin, noting that the dam is safe, urged calm.",
        ["velin state note", "velin request urge"],
    ),
    "message-from-another": (
        "She delivered a message from Prime Minister Aster reaffirming his support.",
        [" narrate "],
    ),
    "another-who-stresses": (
        "She thanked the crews, Prime Minister Aster stressing his support.",
        ["velin praise thank", "aster emphasize stress"],
    ),
    "crews-of-one-who-stresses": (
        "She thanked the crews of Prime Minister Aster stressing his support.",
        ["velin praise thank"],
    ),
    "aside-without-that": (
        "President Velin, noting the storm as well, urged calm.",
        ["velin request urge"],
    ),
    "verb-that-a-heading-cuts": (
        "President Velin put\n\nForward moves in the north.",
        [" narrate ", " narrate "],
    ),
    "now": (
        "President Velin stresses trade. He discusses the dam. He expresses thanks.",
        ["velin emphasize stress", "velin discuss discuss", "velin praise express thanks"],
    ),
    "now-one-after-the-other": (
        "President Velin stresses trade, discusses the dam and thanks the crews.",
        ["velin emphasize stress", "velin discuss discuss", "velin praise thank"],
    ),
    "what-someone-did": (
        "She urged calm. The President quietly signed the treaty.",
        ["velin request urge", " narrate "],
    ),
    "what-happened": (
        "She urged calm. The storm took the pier.",
        ["velin request urge", "velin request "],
    ),
}


def show(version: Version, people: tuple[Participant, ...], lexicon: Lexicon) -> list[str]:
    found = extract_statements(version, participants=people, lexicon=lexicon).statements
    return [f"{' '.join(p.family_name for p in s.speakers)} {s.act.value} {s.lemma}" for s in found]


@pytest.mark.parametrize(("sentence", "expected"), FRAMES.values(), ids=FRAMES)
def test_frame(sentence: str, expected: list[str], lexicon: Lexicon) -> None:
    version = Version(text=LEAD + sentence, party="NRL")
    assert show(version, PEOPLE, lexicon)[1:] == expected


#: How a sentence ends that tells first what was said, and whether it is cut there.
TOLD_FIRST = {
    "President Velin stressed": True,
    "President Velin also stressed": True,
    "President Velin has also stressed": True,
    "President Velin has once also stressed": False,
}


@pytest.mark.parametrize("end", TOLD_FIRST)
def test_what_is_told_before_the_speaker(end: str, lexicon: Lexicon) -> None:
    version = Version(text=f"{LEAD}The port is open, {end}.", party="NRL")
    found = extract_statements(version, participants=PEOPLE, lexicon=lexicon).statements[1]
    (content,) = found.content
    assert (content.cut(version.text) == "The port is open") is TOLD_FIRST[end]


def test_a_plural_office_is_its_holders(lexicon: Lexicon) -> None:
    text = "President Velin met Prime Minister Aster and President Orn. The Presidents urged calm."
    people = (*PEOPLE, Participant(name="Ilse Orn", role="President", party="KEL"))
    found = show(Version(text=text, party="NRL"), people, lexicon)
    assert found[1:] == ["velin orn request urge"]


@pytest.mark.parametrize("name", ["Bennerud", "Benerud", "Bennerudd"])
def test_a_name_with_a_slip(name: str, lexicon: Lexicon) -> None:
    people = (PEOPLE[0], Participant(name="Joon Bennerud", role="Chancellor", party="VST"))
    version = Version(text=f"President Velin spoke. Joon {name} thanked her.", party="NRL")
    assert show(version, people, lexicon)[1:] == ["bennerud praise thank"]


def test_the_latter_of_nobody_is_nobody(lexicon: Lexicon) -> None:
    version = Version(text="The storm passed. The latter thanked the crews.", party="NRL")
    assert show(version, PEOPLE, lexicon)[1:] == [" praise thank"]


#: What the account says, and who takes part by it.
NAMES = {
    "two-names-before-the-full-one": (
        (
            "President Mara Velin of Norland spoke with Prime Minister Joon of Vestria. Prime"
            " Minister Aster of Vestria thanked her. Prime Minister Joon Aster stressed trade."
        ),
        ["Mara Velin NRL", "Joon Aster VST"],
    ),
    "letters-alone": (
        "President M. V. of Norland spoke with Prime Minister Joon Aster of Vestria.",
        ["M. V. NRL", "Joon Aster VST"],
    ),
}


@pytest.mark.parametrize("row", NAMES)
def test_who_takes_part(row: str, lexicon: Lexicon) -> None:
    text, expected = NAMES[row]
    found = find_participants([Version(text=text, party="NRL")], lexicon=lexicon)
    assert [f"{p.name} {p.party}" for p in found] == expected


PLAIN = "Trade grows. The pier is new. The port is old. "
CALL = "Mara Velin had a phone call with Joon Aster"
PIER = "the old pier and " * 30
#: A text, and what it claims: kind, value and words.
CLAIMS = {
    "contact-told-late": (
        f"{PLAIN}The dam is safe. One topic of the telephone conversation was peace.",
        ["contact call telephone conversation"],
    ),
    "another-contact": (
        (
            "President Velin spoke with Prime Minister Aster to follow up on last week's meeting"
            " between the ministers."
        ),
        ["contact call spoke with"],
    ),
    "asked-by-initials": (
        f"{CALL} at the request of J. Aster.",
        ["contact call phone call", "initiator VST at the request of J. Aster"],
    ),
    "asked-by-somebody-else": (
        f"{CALL} at the initiative of Chancellor Pell.",
        ["contact call phone call", "initiator pell at the initiative of Chancellor Pell"],
    ),
    "asked-in-a-sentence-of-its-own": (
        f"{PLAIN}At the request of Vestria the call took place.",
        ["contact call call took place", "initiator VST At the request of Vestria"],
    ),
    "asked-in-a-sentence-of-its-own-at-its-end": (
        f"{PLAIN}The call took place at the initiative of Vestria.",
        ["contact call call took place", "initiator VST at the initiative of Vestria"],
    ),
    "asked-to-do-something-else": (
        f"{PLAIN}At the request of Vestria the pier was mended.",
        [],
    ),
    "asked-by-many-words": (
        (
            f"{CALL} at the request of friends in the north who met on the pier in the rain with"
            " boats and crews."
        ),
        ["contact call phone call"],
    ),
    "who-phoned-far-behind": (
        f"Mara Velin, in {PIER}the rain, phoned Joon Aster.",
        ["contact call phoned"],
    ),
}


@pytest.mark.parametrize(("text", "expected"), CLAIMS.values(), ids=CLAIMS)
def test_claims(text: str, expected: list[str], lexicon: Lexicon) -> None:
    version = Version(text=text, party="NRL")
    found = extract_statements(version, participants=PEOPLE, lexicon=lexicon).claims
    assert [f"{c.kind.value} {c.value} {c.span.cut(text) if c.span else ''}" for c in found] == (
        expected
    )


def test_who_asked_is_a_name_where_the_party_is_unknown(lexicon: Lexicon) -> None:
    version = Version(text=f"{CALL} at the initiative of Velin.")
    people = (Participant(name="Mara Velin"), PEOPLE[1])
    found = extract_statements(version, participants=people, lexicon=lexicon).claims
    assert [c.value for c in found if c.kind is ClaimKind.INITIATOR] == ["velin"]


#: What Velin says of the crews, and who undertakes something by it.
UNDERTAKEN = {
    "her-own": ("noted Norland's readiness to help", "NRL"),
    "a-state's": ("noted Vestria's readiness to help", "VST"),
    "a-person's": ("noted Prime Minister Aster's readiness to help", "VST"),
    "a-state's-with-more": ("welcomed Vestria's continued readiness to help", "VST"),
    "a-pronoun-after-the-one-who-is-told": ("told Prime Minister Aster she would help", "NRL"),
    "a-pronoun-in-a-clause": ("said that she will help", "NRL"),
    "her-own-state-in-a-clause": ("told Prime Minister Aster that Norland will help", "NRL"),
    "a-state-in-a-clause": ("said that Vestria will help", "VST"),
}


@pytest.mark.parametrize(("words", "party"), UNDERTAKEN.values(), ids=UNDERTAKEN)
def test_who_undertakes(words: str, party: str, lexicon: Lexicon) -> None:
    version = Version(text=f"{LEAD}President Velin {words} the crews.", party="NRL")
    found = extract_statements(version, participants=PEOPLE, lexicon=lexicon).statements[1]
    assert found.undertaking is not None
    assert found.undertaking.by == (party,)


#: What Velin says that is nobody's undertaking.
UNPROMISED = ["expressed hope that Vestria will help", "said that Vestria's ships will help"]


@pytest.mark.parametrize("words", UNPROMISED)
def test_what_is_hoped_or_expected_is_no_undertaking(words: str, lexicon: Lexicon) -> None:
    version = Version(text=f"{LEAD}President Velin {words} the crews.", party="NRL")
    found = extract_statements(version, participants=PEOPLE, lexicon=lexicon).statements[1]
    assert found.undertaking is None


def test_the_day_of_a_meeting_behind_a_journey() -> None:
    text = "President Velin went to Tarn on 2 May 2031, where she met Prime Minister Aster on 3 May"
    found = extract_statements(Version(text=f"{text} 2031.", party="NRL"), participants=PEOPLE)
    assert [c.value for c in found.claims if c.kind is ClaimKind.DATE] == ["2031-05-03"]


def test_a_capital_before_a_state_in_a_title_is_no_name(lexicon: Lexicon) -> None:
    title = "President Velin's Meeting with Prime Minister Aster Of Vestria and President Orn"
    version = Version(text="The leaders discussed trade.", title=title, party="NRL")
    found = find_participants([version], lexicon=lexicon)
    assert ("Aster", "VST") in {(person.name, person.party) for person in found}
