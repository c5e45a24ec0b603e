"""Clauses that join a frame: relative ones, first participles, lists, answers, facts after it."""

from __future__ import annotations

import pytest
from two_leaders import LEAD, acts, read

# Sentences after the lead, and their statements: speakers and act.
FORMS = [
    (
        "The call tackled the dam, where the President underscored her support for the crews.",
        ["aster velin discuss", "velin emphasize"],
    ),
    (
        (
            "The two leaders discussed the dam, on which Prime Minister Aster stressed the need "
            "for talks."
        ),
        ["aster velin discuss", "aster emphasize"],
    ),
    (
        (
            '"We are ready to help," declared President Velin, who expressed to her counterpart '
            "her strong appreciation for the mediation."
        ),
        ["velin commit", "velin praise"],
    ),
    (
        '"We are ready to help," said Prime Minister Aster, who thanked the crews.',
        ["aster commit", "aster praise"],
    ),
    (
        (
            "Recalling the commitment of the Government, the President illustrated the medical "
            "flights thanks to which children are treated."
        ),
        ["velin emphasize", "velin state"],
    ),
    (
        "Drawing attention to the importance of the dam, she stated that the works must end.",
        ["velin emphasize", "velin state"],
    ),
    (
        "Paying tribute to the crews, Prime Minister Aster urged more aid.",
        ["aster praise", "aster request"],
    ),
    (
        "Welcoming the progress made, the two leaders agreed to meet again.",
        ["aster velin praise", "aster velin agree"],
    ),
    (
        (
            "Referring to the continued floods in the valley, the President called on the "
            "League to convene."
        ),
        ["velin request"],
    ),
    ("Touching upon the dam, Prime Minister Aster called for restraint.", ["aster request"]),
    (
        (
            "Turning to the valley, they were united in calling for aid to flow, and President "
            "Velin condemned the raids."
        ),
        ["aster velin request", "velin criticize"],
    ),
    ("The two leaders were at one in condemning the raids.", ["aster velin criticize"]),
    ("The two leaders were united in urging restraint.", ["aster velin request"]),
    ("They were in agreement in condemning the attack.", ["aster velin criticize"]),
    (
        (
            "President Velin offered heartfelt condolences over the loss of lives and prayed "
            "for the early recovery of the injured."
        ),
        ["velin express", "velin express"],
    ),
    (
        "President Velin condemned the raid, describing it as a flagrant violation of the Charter.",
        ["velin criticize", "velin state"],
    ),
    ("Following the talks, the two leaders witnessed the signing of six documents.", [" narrate"]),
    ("The two ministers plan to meet on the sidelines of the forum in April.", [" narrate"]),
    (
        (
            "The two leaders stressed the importance of trade. On the occasion, six acts were "
            "signed, among them memoranda on biofuels. In 2025, Vestia was Norland's largest "
            "market."
        ),
        ["aster velin emphasize", " narrate", " narrate"],
    ),
    (
        "The two leaders expressed satisfaction with the steady growth of trade.",
        ["aster velin praise"],
    ),
    ("President Velin expressed her satisfaction with the progress made.", ["velin praise"]),
    ("President Velin expressed her satisfaction at the talks.", ["velin praise"]),
    ("Emphasis was placed on supplies of gas.", ["aster velin emphasize"]),
    ("Particular emphasis was placed on the dam.", ["aster velin emphasize"]),
    (
        (
            "In this conversation, the necessity of ensuring the security of the borders was "
            "also emphasized."
        ),
        [" emphasize"],
    ),
    ("The importance of the dam was stressed.", [" emphasize"]),
    (
        (
            "President Velin stressed the need for a court. It will be recalled that Norland "
            "instituted proceedings in December."
        ),
        ["velin emphasize", " narrate"],
    ),
    (
        "The talks were held in a constructive atmosphere that is traditional for our relations.",
        [" narrate"],
    ),
    ("The meeting was held in a warm and friendly atmosphere.", [" narrate"]),
    (
        (
            "President Velin extended an invitation to Prime Minister Aster to visit Norland, "
            "which was accepted with pleasure."
        ),
        ["velin propose", "aster agree"],
    ),
    (
        (
            "President Velin invited Prime Minister Aster to visit Norland, which the Prime "
            "Minister accepted."
        ),
        ["velin propose", "aster agree"],
    ),
    (
        "President Velin invited Prime Minister Aster to visit Norland, and the latter accepted.",
        ["velin propose", "aster agree"],
    ),
    (
        (
            "President Velin invited Prime Minister Aster to visit Norland, an invitation that "
            "he accepted."
        ),
        ["velin propose"],
    ),
    (
        "President Velin invited Prime Minister Aster to visit Norland, which he gladly accepted.",
        ["velin propose", "aster agree"],
    ),
    (
        (
            '"Norland has to take care of its citizens. I expect that a solution will be '
            'found," Aster said.'
        ),
        ["aster state", "aster express"],
    ),
    (
        (
            "Prime Minister Aster said that Norland and Vestia are partners and that the "
            "Vestian side is pleased to see the progress."
        ),
        ["aster state"],
    ),
    (
        "President Velin stresses trade, discusses the dam and thanks the crews.",
        ["velin emphasize", "velin discuss", "velin praise"],
    ),
    ('"The crews are out. We go on at sea," said Aster:', ["aster state", "aster state"]),
    ('"The crews are out at sea," said Velin from the deck.', ["velin state"]),
    (
        "President Velin spoke with Prime Minister Aster about trade and to thank him.",
        ["aster velin discuss", "velin praise"],
    ),
    (
        "President Velin met Prime Minister Aster, thanked the crews and left.",
        [" narrate", "velin praise"],
    ),
    (
        "A call between the two also tackled the developments in the valley.",
        ["aster velin discuss"],
    ),
    ("The talks tackled the dam.", ["aster velin discuss"]),
    (
        '"The port is open," declared the Prime Minister, who also praised the crews.',
        ["aster state", "aster praise"],
    ),
    (
        "President Velin briefed Prime Minister Aster, who reiterated his support.",
        ["velin state", "aster emphasize"],
    ),
    ("President Velin thanked the crews, who had stressed the danger.", ["velin praise"]),
    ("Taking note of the report, President Velin urged calm.", ["velin state", "velin request"]),
    ("Responding to the concerns of the crews, President Velin urged calm.", ["velin request"]),
    ("The two leaders were unanimous in rejecting the plan.", ["aster velin reject"]),
    ("They were at one on the dam.", ["aster velin agree"]),
    (
        "President Velin called the raid a crime, characterizing it as a breach of the truce.",
        ["velin state", "velin state"],
    ),
    ("President Velin praised the dam, describing its story.", ["velin praise"]),
    ("They plan to speak again in May.", [" narrate"]),
    (
        (
            "She urged that the accord that was signed in May be kept. The accord that was "
            "signed in June must be kept too."
        ),
        ["velin request", "velin request"],
    ),
    ("The consultations were held in a friendly spirit.", [" narrate"]),
    ("Talks were held in a friendly atmosphere on the dam.", ["aster velin discuss"]),
    ("Emphasis was placed by President Velin on the dam.", ["velin emphasize"]),
    ("During the meeting, the President highlighted the dam.", ["velin emphasize"]),
    ("The talks between the two leaders covered trade.", ["aster velin discuss"]),
    ("It is recalled that the dam broke in May.", [" narrate"]),
    ("President Velin did not support the plan.", ["velin reject"]),
    ("President Velin did not reject the plan.", ["velin reject"]),
    ('"We do not support the plan," President Velin said.', ["velin reject"]),
    ("President Velin expressed to her counterpart her thanks.", ["velin praise"]),
    ("President Velin conveyed to the Prime Minister her condolences.", ["velin express"]),
    (
        (
            "The foreign ministers, in a call on Thursday that was held at the initiative of "
            "Vestia, exchanged views on trade."
        ),
        ["aster velin discuss"],
    ),
    ('"The crews are out". "We go on at sea," said Aster.', ["aster state", "aster state"]),
    (
        (
            "President Velin thanked Prime Minister Aster, who said that the port is open, and "
            "urged calm."
        ),
        ["velin praise", "aster state", "velin request"],
    ),
    (
        "President Velin invited Prime Minister Aster to Tarn, who accepted the invitation.",
        ["velin propose", "aster agree"],
    ),
    (
        (
            "Prime Minister Aster invited President Velin to visit Vestia. The invitation was "
            "accepted."
        ),
        ["aster propose", "velin agree"],
    ),
    ("They stood united in urging calm.", ["aster velin request"]),
    (
        "While thanking the crews, President Velin stressed that works go on.",
        ["velin praise", "velin emphasize"],
    ),
    ("While discussing the dam, President Velin thanked the crews.", ["velin praise"]),
    ("While in Tarn, President Velin thanked the crews.", ["velin praise"]),
    ("Both leaders spoke in favour of talks on the dam.", ["aster velin praise"]),
    ("President Velin remained open to further talks.", ["velin commit"]),
    (
        "President Velin described the claims as unfounded and said works go on.",
        ["velin state", "velin state"],
    ),
    (
        "They witnessed the signing of the accord and thanked the crews.",
        [" narrate", "aster velin praise"],
    ),
    ("They watched the guard and introduced their delegations.", [" narrate"]),
    ("They watched the guard that the port had sent and thanked the crews.", [" narrate"]),
    (
        '"We call on Vestia to raise its voice," President Velin emphasized.',
        ["velin request"],
    ),
    ('"We hope for calm at sea," President Velin stressed.', ["velin express"]),
    (
        (
            "President Velin listed the works at the dam, with Prime Minister Aster "
            "expressing concern about the floods and outlining the repairs at Tarn."
        ),
        ["velin state", "aster express", "aster state"],
    ),
    (
        (
            "President Velin underlined the need for calm, reviewing the contacts that "
            "Norland has had with the ports."
        ),
        ["velin emphasize", "velin discuss"],
    ),
    (
        (
            "President Velin reaffirmed the right to passage at sea, briefing Prime Minister "
            "Aster on the steps taken at Tarn."
        ),
        ["velin emphasize", "velin state"],
    ),
    (
        (
            "President Velin nonetheless affirmed the need for calm, and both concurred that "
            "the talks go on in May."
        ),
        ["velin emphasize", "aster velin agree"],
    ),
    (
        (
            "The sides discussed the agenda of trade, and the readiness to deepen this trade "
            "was reaffirmed."
        ),
        ["aster velin discuss", " emphasize"],
    ),
    (
        "President Velin said that the dam is safe and the need for repairs was stressed.",
        ["velin state"],
    ),
    (
        "President Velin said that the dam is safe, and the need for repairs was stressed.",
        ["velin state"],
    ),
    ("Likewise addressed by President Velin was the state of the port.", ["velin discuss"]),
    ("Also raised by Prime Minister Aster were the works at Tarn.", ["aster discuss"]),
    (
        "President Velin spoke of the raids at sea, which she condemned in the strongest terms.",
        ["velin state", "velin criticize"],
    ),
    ("President Velin recalled the raid, which she said was planned.", ["velin emphasize"]),
    (
        "Prime Minister Aster praised the accord, which he welcomed warmly.",
        ["aster praise", "aster praise"],
    ),
    (
        (
            "Having expressed her gratitude for the visit, President Velin conveyed "
            "greetings from the cabinet."
        ),
        ["velin praise", "velin express"],
    ),
    ("Having arrived in Tarn, President Velin thanked the crews.", ["velin praise"]),
    (
        "Having noted the growth of trade, President Velin proposed new talks.",
        ["velin state", "velin propose"],
    ),
    (
        (
            "President Velin conveyed, also in the name of the cabinet, her deepest sympathy "
            "to the families."
        ),
        ["velin express"],
    ),
    ("President Velin renewed her offer of a venue for talks.", ["velin commit"]),
    ("President Velin renewed her call for calm at sea.", ["velin request"]),
    ("President Velin renewed her support for the accord.", ["velin emphasize"]),
    ("President Velin reiterated the invitation to visit Norland.", ["velin propose"]),
    (
        "President Velin addressed to Prime Minister Aster an invitation to visit Norland.",
        ["velin propose"],
    ),
    ("President Velin addressed an issue of trade.", ["velin discuss"]),
    ("President Velin paid a courtesy call on Prime Minister Aster at the fort.", [" narrate"]),
    ("President Velin undertook an official visit to Vestia in May.", [" narrate"]),
    ("President Velin undertook to reopen the port before the visit.", ["velin commit"]),
    ("While in Tarn, President Velin also called on Prime Minister Aster.", [" narrate"]),
    ("President Velin called on Prime Minister Aster to reopen the port.", ["velin request"]),
    (
        "President Velin called on Prime Minister Aster, whom she met in Tarn, to reopen the port.",
        ["velin request"],
    ),
    (
        "President Velin met in Tarn with Prime Minister Aster ahead of the talks on the dam.",
        [" narrate"],
    ),
    ("The President held a summit with Prime Minister Aster in Tarn.", [" narrate"]),
    ("The talks of the two leaders were held in Tarn on 26 December.", [" narrate"]),
    ("The talks were held in Tarn on the state of the dam.", ["aster velin discuss"]),
    ("The works at the dam were also in focus.", ["aster velin discuss"]),
    (
        "The talks, which included a lunch at the fort, covered the state of the dam.",
        ["aster velin discuss"],
    ),
    ("President Velin extended a warm welcome to Prime Minister Aster.", ["velin praise"]),
    ("President Velin made clear that Norland will not hesitate to shut the port.", ["velin warn"]),
    (
        "President Velin made clear that those who shut the port would face consequences.",
        ["velin warn"],
    ),
    (
        (
            "President Velin made clear that Norland is ready to use its authorities against "
            "those who shut the port."
        ),
        ["velin warn"],
    ),
    ("President Velin made clear that Norland will defend the port.", ["velin emphasize"]),
    (
        "President Velin raised concerns about the surplus to which they have given rise.",
        ["velin express"],
    ),
    (
        (
            "President Velin stressed the need for calm. Only last week a further five "
            "million for the dam had been made available."
        ),
        ["velin emphasize", " narrate"],
    ),
    (
        (
            "President Velin stressed the need for calm. At the end, the ministers of the "
            "two states signed a memorandum on trade."
        ),
        ["velin emphasize", " narrate"],
    ),
    (
        (
            '"During this call, Prime Minister Aster expressed his condolences after the '
            'floods, for which the President thanked him," added the same source.'
        ),
        ["aster express", "velin praise"],
    ),
    (
        (
            "According to the Ministry's statement, the President was received by Prime "
            "Minister Aster."
        ),
        [" narrate"],
    ),
    (
        "President Velin met Prime Minister Aster and held talks with the crews.",
        [" narrate", " narrate"],
    ),
    (
        "President Velin met Prime Minister Aster and visited a farm at Tarn.",
        [" narrate", " narrate"],
    ),
    ('President Velin said: "We thank the crews at the dam."', ["velin praise"]),
    ("President Velin spoke on Saturday in Tarn with Prime Minister Aster.", [" narrate"]),
    (
        (
            "The President was speaking on Saturday in Tarn during a meeting with Prime "
            "Minister Aster."
        ),
        [" narrate"],
    ),
    (
        (
            "The discussion also touched upon the dam, which is to be finished in May, with "
            "the Prime Minister reiterating that the port must open."
        ),
        ["aster velin discuss", "aster emphasize"],
    ),
    (
        (
            "The discussion also touched upon the dam, with President Velin reiterating that "
            "the port must open."
        ),
        ["aster velin discuss", "velin emphasize"],
    ),
    (
        (
            "The discussion also touched upon the dam, with the Prime Minister reiterating "
            "that the port must open."
        ),
        ["aster velin discuss", "aster emphasize"],
    ),
    ("The two leaders highly evaluated the fact that trade grows.", ["aster velin praise"]),
    (
        "While in Tarn, President Velin also called on Prime Minister Aster and visited a farm.",
        [" narrate", " narrate"],
    ),
    (
        "President Velin met with Prime Minister Aster in Tarn, where they talked about the dam.",
        [" narrate", "aster velin discuss"],
    ),
    (
        "President Velin traveled to Tarn and met with Prime Minister Aster.",
        [" narrate", " narrate"],
    ),
    ("The sides positively noted the growth of trade.", ["aster velin praise"]),
]

# A release signed "I", and its statements.
SIGNED = [
    ("We welcomed the return of trade.", "aster velin praise"),
    ("We welcome the return of trade.", "velin praise"),
    ("We do not support any change of the border.", "velin reject"),
    ("As I have said, Norland will continue to work with Vestia.", "velin commit"),
]


@pytest.mark.parametrize(("sentence", "expected"), FORMS, ids=[row[0] for row in FORMS])
def test_a_form_is_read(sentence, expected):
    assert acts(read(LEAD + sentence)[1:]) == expected


@pytest.mark.parametrize(("sentence", "expected"), SIGNED, ids=[row[0] for row in SIGNED])
def test_what_we_did_and_do_in_a_signed_release(sentence, expected):
    lead = "I met Prime Minister Aster. I thanked him for the visit. "
    assert acts(read(lead + sentence)[1:])[-1] == expected
