"""Which releases are joined, which are told apart, and what a conversation says of itself."""

from __future__ import annotations

import datetime as dt

import attrs
import pytest

import paired_readouts as pr
from paired_readouts.model import ConversationKind, Genre

# Each row: releases by party, day and text; and the groups that they make, by their places.
NRL_CALL = ("NRL", 3, ("Prime Minister Elsa Tornquist spoke by phone with President Mara Velin of "
            "Vestria today. They discussed timber and the ferry from Halvern."))  # fmt: skip
VST_CALL = ("VST", 3, ("President of Vestria Mara Velin had a telephone conversation with Prime "
            "Minister of Norland Elsa Tornquist. The ferry to Halvern was discussed."))  # fmt: skip
NRL_MEETING = ("NRL", 3, ("Prime Minister Elsa Tornquist met with President Mara Velin of Vestria "
               "in Halvern today. They signed a treaty on grain."))  # fmt: skip
VST_MEETING = ("VST", 3, ("President Mara Velin met with Norlandic Prime Minister Elsa Tornquist "
               "in Halvern. The treaty on grain was signed."))  # fmt: skip

TOGETHER = {
    "two sides of a call": [NRL_CALL, VST_CALL],
    "published a day later": [NRL_CALL, ("VST", 4, VST_CALL[2])],
    "yesterday in one": [NRL_CALL, ("VST", 4, "Yesterday, " + VST_CALL[2])],
    "dated by the text, published late": [
        NRL_CALL, ("VST", 9, "On May 3, " + VST_CALL[2]),
    ],
    "another spelling": [NRL_CALL, ("VST", 3, VST_CALL[2].replace("Tornquist", "Törnqvist"))],
    "own side by office alone": [
        VST_CALL,
        ("NRL", 3, "The Prime Minister spoke to President Mara Velin of Vestria on the phone."),
    ],
    "video here, meeting there": [
        ("NRL", 3, NRL_CALL[2].replace("spoke by phone", "held a video conference")),
        ("VST", 3, VST_CALL[2].replace("had a telephone conversation", "held talks")),
    ],
    "a group, one account names a part of it": [
        ("NRL", 3, ("Prime Minister Elsa Tornquist took part in a call with President Mara Velin "
         "of Vestria and Chancellor Oto Ruda of Corvia. The leaders discussed the harbour.")),
        ("VST", 3, ("President Mara Velin held a joint telephone conversation with Prime Minister "
         "of Norland Elsa Tornquist and Chancellor of Corvia Oto Ruda about the harbour.")),
        ("CRV", 3, ("Chancellor Oto Ruda spoke with Norlandic Prime Minister Elsa Tornquist and "
         "other leaders on the phone about the harbour.")),
    ],
    "five sides, each tells its own part": [
        ("NRL", 3, ("Prime Minister Elsa Tornquist held a conference call today with President "
         "Mara Velin of Vestria, Chancellor Oto Ruda of Corvia, President Ana Belic of Qualand "
         "and Premier Iva Stoll of Rhenia. She proposed a fund for the harbour.")),
        ("VST", 3, ("President Mara Velin took part in a telephone conversation of the leaders of "
         "five states, among them Prime Minister of Norland Elsa Tornquist and Chancellor of "
         "Corvia Oto Ruda. She spoke of grain.")),
        ("CRV", 4, ("Yesterday Chancellor Oto Ruda spoke by phone with Prime Minister of Norland "
         "Elsa Tornquist, President of Vestria Mara Velin, President Ana Belic and Premier Iva "
         "Stoll. He called for talks on the border.")),
        ("QLD", 3, ("President Ana Belic joined a call with Prime Minister Elsa Tornquist of "
         "Norland, President Mara Velin of Vestria, Chancellor Oto Ruda of Corvia and Premier "
         "Iva Stoll. She thanked them for the flood relief.")),
        ("RHN", 3, ("Premier Iva Stoll had a phone call with Prime Minister Elsa Tornquist of "
         "Norland, President Mara Velin of Vestria, Chancellor Oto Ruda of Corvia and President "
         "Ana Belic of Qualand. Satellites were discussed.")),
    ],
    "a correction": [NRL_CALL, ("NRL", 4, NRL_CALL[2] + " They will meet.")],
    "no state that the lexicon knows": [
        ("QQQ", 3, ("Prime Minister Elsa Tornquist spoke by phone with President Mara Velin of "
         "Qualand.")),
        ("RRR", 3, "President Mara Velin spoke by phone with Prime Minister Elsa Tornquist."),
    ],
}  # fmt: skip

APART = {
    "two days between": ([NRL_CALL, ("VST", 6, VST_CALL[2])], [[0], [1]]),
    "two calls in a week": (
        [NRL_CALL, VST_CALL, ("NRL", 7, NRL_CALL[2]), ("VST", 7, VST_CALL[2])],
        [[0, 1], [2, 3]],
    ),
    "two calls on days that follow": (
        [NRL_CALL, VST_CALL, ("NRL", 4, NRL_CALL[2].replace("timber", "whales")),
         ("VST", 4, VST_CALL[2].replace("The ferry", "Today the protection of whales"))],
        [[0, 1], [2, 3]],
    ),
    "a call and a meeting on one day": (
        [NRL_CALL, VST_CALL, NRL_MEETING, VST_MEETING], [[0, 1], [2, 3]],
    ),
    "a call here, a meeting there": ([NRL_CALL, VST_MEETING], [[0], [1]]),
    "another leader of the same state": (
        [NRL_CALL, ("VST", 3, ("Foreign Minister Ivo Haran had a telephone conversation with Prime "
                    "Minister of Norland Elsa Tornquist."))],
        [[0], [1]],
    ),
    "another counterpart": (
        [NRL_CALL, ("VST", 3, ("President Mara Velin spoke by phone with Chancellor of Corvia Oto "
                    "Ruda."))],
        [[0], [1]],
    ),
    "two counterparts of one office on one day": (
        [NRL_CALL, ("NRL", 3, NRL_CALL[2].replace("President Mara Velin of Vestria",
                                                  "Chancellor Oto Ruda of Corvia"))],
        [[0], [1]],
    ),
    "a release that tells of two calls": (
        [
            ("NRL", 3, ("Prime Minister Elsa Tornquist spoke separately today with President Mara "
             "Velin of Vestria and Chancellor Oto Ruda of Corvia by phone about timber.")),
            VST_CALL,
            ("CRV", 3, ("Chancellor Oto Ruda had a telephone conversation with Norlandic Prime "
             "Minister Elsa Tornquist.")),
        ],
        [[0, 1], [0, 2]],
    ),
    "a group, and two of it alone": (
        [*TOGETHER["a group, one account names a part of it"],
         ("NRL", 3, ("Prime Minister Elsa Tornquist spoke by phone with President Mara Velin of "
          "Vestria about the census.")),
         ("VST", 3, ("President Mara Velin spoke by phone with Prime Minister of Norland Elsa "
          "Tornquist. The census was discussed."))],
        [[0, 1, 2], [3, 4]],
    ),
}  # fmt: skip

CASES = [(name, rows, [list(range(len(rows)))]) for name, rows in TOGETHER.items()]
CASES += [(name, rows, groups) for name, (rows, groups) in APART.items()]


@pytest.mark.parametrize(
    ("rows", "groups"), [case[1:] for case in CASES], ids=[case[0] for case in CASES]
)
def test_groups(rows, groups, tell, lexicon) -> None:
    versions = [tell(party, text, day=day) for party, day, text in rows]
    found = pr.find_conversations(versions, lexicon=lexicon)
    assert sorted(sorted(versions.index(v) for v in c.versions) for c in found) == groups


def test_conversation_tells_why_its_versions_were_joined(tell, lexicon) -> None:
    (found,) = pr.find_conversations(
        [tell("NRL", NRL_CALL[2]), tell("VST", VST_CALL[2], day=4)], lexicon=lexicon
    )
    assert found.kind is ConversationKind.CALL
    assert found.date == dt.date(2031, 5, 3)
    assert [(p.name, p.party) for p in found.participants] == [
        ("Elsa Tornquist", "NRL"),
        ("Mara Velin", "VST"),
    ]
    assert found.evidence[:3] == (
        "NRL tells of 2031-05-03, VST of 2031-05-04: a day apart.",
        "Both name Tornquist, Velin.",
        "Both tell of a contact of the kind call.",
    )
    assert 0.5 <= found.confidence < 1
    assert found.missing == found.silent == found.merged == found.warnings == ()


def test_kind_that_says_more_is_kept_where_accounts_differ(tell, lexicon) -> None:
    rows = TOGETHER["video here, meeting there"]
    versions = [tell(party, text, day=day) for party, day, text in rows]
    (found,) = pr.find_conversations(versions, lexicon=lexicon)
    assert found.kind is ConversationKind.VIDEO


@pytest.mark.parametrize(
    ("complete", "silent"),
    [
        (None, ()),
        ({"VST": (dt.date(2031, 1, 1), dt.date(2031, 12, 31))}, ("VST",)),
        ({"VST": (dt.date(2031, 5, 3), dt.date(2031, 5, 4))}, ("VST",)),
        ({"VST": (dt.date(2031, 5, 4), dt.date(2031, 5, 9))}, ()),
        ({"VST": (dt.date(2031, 1, 1), dt.date(2031, 5, 3))}, ()),
        ({"CRV": (dt.date(2031, 1, 1), dt.date(2031, 12, 31))}, ()),
    ],
    ids=["not declared", "whole year", "its day and the next", "later", "no next day", "another"],
)
def test_party_is_silent_only_where_its_archive_is_complete(
    complete, silent, tell, lexicon
) -> None:
    (found,) = pr.find_conversations([tell("NRL", NRL_CALL[2])], complete=complete, lexicon=lexicon)
    assert found.missing == ("VST",)
    assert found.silent == silent


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"published": None}, "no-date"),
        ({"text": "Trade was discussed."}, "no-participants"),
        ({"language": "qq"}, "no-participants"),
    ],
    ids=["no date", "nobody", "a language without a lexicon"],
)
def test_version_without_keys_stands_alone_and_says_why(change, code, tell, lexicon) -> None:
    version = attrs.evolve(tell("NRL", NRL_CALL[2].replace(" today", "")), **change)
    assert pr.conversation_keys(version, lexicon=lexicon) == ()
    (found,) = pr.find_conversations([version], lexicon=lexicon)
    assert found.versions == (version,)
    assert [warning.code for warning in found.warnings] == [code]
    assert found.evidence == ()


def test_transcript_joins_the_release_of_its_office(tell, lexicon) -> None:
    readout = tell("NRL", NRL_CALL[2], genre=Genre.READOUT)
    transcript = tell(
        "NRL",
        "After the call of Prime Minister Elsa Tornquist with President Mara Velin of Vestria she "
        "took questions.\n\nTORNQUIST: Good evening.\n\nQ: What was said?\n\nTORNQUIST: A lot.",
        genre=Genre.TRANSCRIPT,
    )
    (found,) = pr.find_conversations([readout, transcript], lexicon=lexicon)
    assert found.versions == (readout, transcript)


def test_version_given_twice_counts_once(tell, lexicon) -> None:
    version = tell("NRL", NRL_CALL[2])
    (found,) = pr.find_conversations([version, version], lexicon=lexicon)
    assert found.versions == (version,)


def test_nothing_gives_nothing() -> None:
    assert pr.find_conversations([]) == ()


def test_id_stays_when_a_version_joins(tell, lexicon) -> None:
    (alone,) = pr.find_conversations([tell("VST", VST_CALL[2], day=4)], lexicon=lexicon)
    (joined,) = pr.find_conversations(
        [tell("NRL", NRL_CALL[2], day=3)], known=[alone], lexicon=lexicon
    )
    assert joined.id == alone.id
    assert len(joined.versions) == 2
    assert joined.merged == ()


def test_merge_names_the_id_that_is_gone(tell, lexicon) -> None:
    left, right = tell("NRL", NRL_CALL[2]), tell("VST", VST_CALL[2])
    (one,) = pr.find_conversations([left], lexicon=lexicon)
    (other,) = pr.find_conversations([right], lexicon=lexicon)
    (joined,) = pr.find_conversations([], known=[one, other], lexicon=lexicon)
    assert {joined.id, *joined.merged} == {one.id, other.id}
    (again,) = pr.find_conversations([], known=[joined], lexicon=lexicon)
    assert again == joined


def test_ids_given_by_hand_are_kept(tell, lexicon) -> None:
    named = pr.Conversation(versions=(tell("NRL", NRL_CALL[2]),), id="our-17")
    (joined,) = pr.find_conversations([tell("VST", VST_CALL[2])], known=[named], lexicon=lexicon)
    assert joined.id == "our-17"


def test_statements_found_earlier_are_kept(tell, lexicon) -> None:
    version = tell("NRL", NRL_CALL[2])
    read = pr.extract_statements(version, lexicon=lexicon)
    (found,) = pr.find_conversations([read], lexicon=lexicon)
    assert found.versions == (read,)
    assert pr.conversation_keys(read, lexicon=lexicon) == pr.conversation_keys(
        version, lexicon=lexicon
    )


@pytest.mark.parametrize("first", [0, 1], ids=["as-it-comes-first", "understood-first"])
def test_a_release_given_twice_is_taken_as_it_is_understood(first: int) -> None:
    plain, other = (
        pr.Version(text=text, party=party, published=dt.date(2031, 5, day))
        for party, day, text in (NRL_CALL, VST_CALL)
    )
    twice = [plain, pr.extract_statements(plain)]
    assert twice[1].statements
    (found,) = pr.find_conversations([twice[first], other, twice[1 - first]])
    assert sorted(len(version.statements) for version in found.versions) == [
        0,
        len(twice[1].statements),
    ]


def test_who_is_named_far_below_only_does_not_join() -> None:
    left, right = (
        pr.Version(text=text, party=party, published=dt.date(2031, 5, day))
        for party, day, text in (NRL_CALL, VST_CALL)
    )
    late = attrs.evolve(left, text="It rained in Halvern. " * 2000 + left.text)
    assert len(pr.find_conversations([left, right])) == 1
    assert len(pr.find_conversations([late, right])) == 2
