"""The ways in which press offices report: who is said to do what, a sentence at a time."""

from __future__ import annotations

import pytest
from two_leaders import LEAD, acts, read

# A sentence after the lead, and its statements: speakers and act.
FORMS = [
    ("President Velin was keen to emphasize that a ceasefire is urgent.", ["velin emphasize"]),
    ("The President was careful to note that talks go on.", ["velin state"]),
    (
        "The leaders continued their detailed exchange of views on the river.",
        ["aster velin discuss"],
    ),
    ("They paid special attention to humanitarian issues.", ["aster velin discuss"]),
    ("The parties paid particular attention to trade.", ["aster velin discuss"]),
    ("President Velin paid special attention to the reform of the port.", ["velin emphasize"]),
    ("President Velin stated her intention to make Norland an example.", ["velin commit"]),
    ("Velin and Aster are due to meet in September at the summit.", [" narrate"]),
    ("The two leaders are scheduled to meet again in May.", [" narrate"]),
    (
        "The two leaders spoke about trade, including President Velin's promise to request funds.",
        ["aster velin discuss"],
    ),
    (
        "The President applauded Vestia's leadership, as well as previewed plans for a mission.",
        ["velin praise", "velin state"],
    ),
    (
        "The ministers discussed their relations as well as underlined the need for visits.",
        ["aster velin discuss", "aster velin emphasize"],
    ),
    (
        "A press release by the ministry said the two leaders discussed relations.",
        ["aster velin discuss"],
    ),
    (
        "Climate change was another matter on which the two leaders held in-depth discussions.",
        ["aster velin discuss"],
    ),
    (
        "Climate change was another issue on which the two leaders exchanged views.",
        ["aster velin discuss"],
    ),
    (
        "They met in the year in which the two countries mark ten years of partnership.",
        [" narrate"],
    ),
    (
        "President Velin praised the aid and suggested that support be continued.",
        ["velin praise", "velin propose"],
    ),
    (
        "The President, for her part, called the situation a legitimate response to the West.",
        ["velin state"],
    ),
    ("The President once more expressed her condolences over the flood.", ["velin express"]),
    ("The President once again condemned the attack.", ["velin criticize"]),
    (
        "The call was an opportunity to discuss the most urgent challenges ahead.",
        ["aster velin discuss"],
    ),
    ("The meeting provided an opportunity to review bilateral relations.", ["aster velin discuss"]),
    ("The conversation allowed the leaders to take stock of cooperation.", ["aster velin discuss"]),
    (
        "Given Aster's resignation, the President expressed gratitude to the Prime Minister.",
        ["velin praise"],
    ),
    ("As for the border, the President noted that it stays open.", ["velin state"]),
    ("The Presidents also compared notes on the crisis.", ["aster velin discuss"]),
    ("Regarding trade, both agreed on the need to speed up talks.", ["aster velin agree"]),
    ("The President voiced the hope that talks would resume.", ["velin express"]),
    ("The President drew attention to the danger of mines.", ["velin emphasize"]),
    ("The Prime Minister, for his part, stated readiness to host the talks.", ["aster commit"]),
    ("The Prime Minister in turn thanked the President for the aid.", ["aster praise"]),
    ("The Prime Minister gave assurances that grain would be shipped.", ["aster commit"]),
    ("The President shared her assessment of the situation in the strait.", ["velin state"]),
    ("Both leaders were of the view that talks must go on.", ["aster velin agree"]),
    ("Both sides concurred that talks must go on.", ["aster velin agree"]),
    ("The two expressed their shared concern over the strait.", ["aster velin express"]),
    ("The President took note of the proposal.", ["velin state"]),
    ("Special emphasis was placed on trade.", ["aster velin emphasize"]),
    ("Emphasis was laid on the need to respect the truce.", ["aster velin emphasize"]),
    ("Aster wished the President and the people of Norland prosperity.", ["aster express"]),
    ("The President accepted the invitation with pleasure.", ["velin agree"]),
    (
        "The President asked the Prime Minister to convey her greetings to the King.",
        ["velin request"],
    ),
    (
        "The Prime Minister briefed the President on the results of his trip to Ostia.",
        ["aster state"],
    ),
    ("The President informed her interlocutor about the steps taken.", ["velin state"]),
    ("In this context, the importance of dialogue was underscored.", [" emphasize"]),
    ("The President wished to thank the Prime Minister for the aid.", ["velin praise"]),
    ("The President sought to reassure the Prime Minister about the border.", ["velin commit"]),
    ("The Prime Minister refused to discuss the border.", ["aster reject"]),
    ("The President went on to say that trade is growing.", ["velin state"]),
    ("The President proceeded to outline her plan.", ["velin state"]),
    ("The President did not hesitate to condemn the attack.", ["velin criticize"]),
    ("The sides failed to agree on a date.", ["aster velin agree"]),
    ("The President wished the Prime Minister good health.", ["velin express"]),
    ("The President wants peace, she said.", ["velin state"]),
    ("Under Velin's leadership Norland has grown, the Prime Minister said.", ["aster state"]),
    (
        "The President expressed her intention to continue talks and her gratitude for the aid.",
        ["velin commit"],
    ),
    ("The leaders resumed their discussion of the canal.", ["aster velin discuss"]),
    ("The leaders continued to discuss the canal.", ["aster velin discuss"]),
    ("The President called the attack barbaric.", ["velin state"]),
    (
        "The President called the Prime Minister to congratulate him on his election.",
        [" narrate", "velin praise"],
    ),
    ("The President allowed the inspectors to return.", [" narrate"]),
    ("The call allowed the leaders to take stock of the talks.", ["aster velin discuss"]),
    (
        "The President pointed to the importance of trade and to the need for talks.",
        ["velin state"],
    ),
    ("The Prime Minister conveyed the King's greetings to the President.", ["aster express"]),
    (
        "Addressing the crisis in Ostia, President Velin noted that talks had stalled.",
        ["velin state"],
    ),
    ("Commenting on trade, the Prime Minister stressed the need for speed.", ["aster emphasize"]),
    ("On behalf of the people of Norland, the President expressed condolences.", ["velin express"]),
    ("With regard to the canal, it was agreed to hold a conference.", ["aster velin agree"]),
    ("It was stressed that trade has grown by 4 percent.", [" emphasize"]),
    ("Mention was made of the canal.", ["aster velin discuss"]),
    ("The exchange also covered the canal.", ["aster velin discuss"]),
    ("The agenda included trade and energy.", ["aster velin discuss"]),
    ("Among the topics raised were trade and energy.", ["aster velin discuss"]),
    ("Trade and energy were among the topics discussed.", ["aster velin discuss"]),
    ("Trade was also on the table.", ["aster velin discuss"]),
    ("Trade was also touched upon.", ["aster velin discuss"]),
    ("There was also talk of trade.", ["aster velin discuss"]),
    ("The two sides' cooperation in trade was reviewed.", ["aster velin discuss"]),
    ("A wide range of issues was covered during the call.", ["aster velin discuss"]),
    ("The leaders' conversation dwelt on trade.", ["aster velin discuss"]),
    ("The two had a substantive conversation on trade.", ["aster velin discuss"]),
    (
        "The President had a good discussion with the Prime Minister about trade.",
        ["aster velin discuss"],
    ),
    (
        "The President and the Prime Minister held an in-depth exchange on trade.",
        ["aster velin discuss"],
    ),
    ("In the course of the call, views were exchanged on trade.", ["aster velin discuss"]),
    ("President Velin, on her part, assured the Prime Minister of her support.", ["velin commit"]),
    ("The Prime Minister responded positively to the invitation.", ["aster agree"]),
    ("The Prime Minister said yes to the invitation.", ["aster state"]),
    ("The Prime Minister gratefully accepted the invitation.", ["aster agree"]),
    ("The Prime Minister renewed his invitation to President Velin.", ["aster propose"]),
    ("Prime Minister Aster, in response, said that Vestia stands ready.", ["aster state"]),
    ("Responding, the Prime Minister said that Vestia stands ready.", ["aster state"]),
    ("In reply, the Prime Minister said that Vestia stands ready.", ["aster state"]),
    ("For her part, the President reaffirmed the alliance.", ["velin emphasize"]),
    ("The head of state recalled the treaty of 1994.", ["velin emphasize"]),
    ("Her counterpart thanked her for the aid.", ["aster praise"]),
    ("His interlocutor thanked him for the aid.", ["aster praise"]),
    ("The two jointly condemned the missile launch.", ["aster velin criticize"]),
    ("They look forward to developing a plan.", ["aster velin express"]),
    ("As President Velin noted, the border will stay open.", ["velin state"]),
    ("As the Prime Minister stressed, the border will stay open.", ["aster emphasize"]),
    ("The President spoke in favour of direct contacts.", ["velin praise"]),
    ("The exchange of views on the canal was continued.", ["aster velin discuss"]),
    ('"Thank you for your clear position on sanctions," the President said.', ["velin praise"]),
    (
        '"Congratulations on your well-earned victory, dear friend," the President said.',
        ["velin praise"],
    ),
    (
        '"We are grateful to you for all your help to us," the Prime Minister said.',
        ["aster praise"],
    ),
    ('"I want to thank you for all your help to us," the Prime Minister said.', ["aster praise"]),
    ('"It is important for us to have peace," the Prime Minister emphasized.', ["aster emphasize"]),
    (
        '"Our people will not forget your help," said the Prime Minister. "We thank you for it."',
        ["aster state", "aster praise"],
    ),
    (
        'The President noted that "the road ahead is long" and urged patience.',
        ["velin state", "velin request"],
    ),
    (
        '"The road ahead is long," noted the President, adding that patience is needed.',
        ["velin state", "velin state"],
    ),
    ("According to her, the road ahead is long.", ["velin state"]),
    ("She also said that the road is long.", ["velin state"]),
    ("The head of government assured his counterpart of support.", ["aster commit"]),
    ("The Norlandic President congratulated him.", ["velin praise"]),
    ("Mr. Aster expressed readiness to send aid.", ["aster commit"]),
    ("Mr Aster said he was ready to send aid.", ["aster state"]),
    ("PM Aster said aid would be sent.", ["aster state"]),
    ("Joon Aster, in his turn, praised the reform.", ["aster praise"]),
    ("The Prime Minister, for his part, said he would visit.", ["aster state"]),
    ("On his part, the Prime Minister said he would visit.", ["aster state"]),
    ("The President and her guest discussed trade.", ["aster velin discuss"]),
    ("The two heads of government agreed to meet.", ["aster velin agree"]),
    ("Both statesmen agreed to meet.", ["aster velin agree"]),
    ("The interlocutors touched upon the canal.", ["aster velin discuss"]),
    ("During the conversation, they touched upon the canal.", ["aster velin discuss"]),
    ("During the conversation, the canal was touched upon.", ["aster velin discuss"]),
    ("At the same time, the President cautioned against haste.", ["velin warn"]),
    ("At the end of the call, the leaders agreed to stay in touch.", ["aster velin agree"]),
    ("At the outset, the Prime Minister conveyed his condolences.", ["aster express"]),
    ("At the request of the Prime Minister, the President explained the plan.", ["velin state"]),
    ("Among other things, the President raised the fate of the hostages.", ["velin discuss"]),
    (
        "Both leaders expressed their satisfaction with the growth of trade.",
        ["aster velin praise"],
    ),
    ("The President also took the opportunity to thank the Prime Minister.", ["velin praise"]),
    ("The President used the occasion to reiterate her invitation.", ["velin propose"]),
    ("The President concluded by wishing the Prime Minister success.", ["velin express"]),
    ("The President opened the call by congratulating the Prime Minister.", ["velin praise"]),
    ("The President ended by calling for restraint.", ["velin request"]),
    (
        "With both sides agreeing that trade must grow, a new committee was set up.",
        ["aster velin agree"],
    ),
    ("It was agreed that trade must grow.", ["aster velin agree"]),
    ("The sides were in agreement that trade must grow.", ["aster velin agree"]),
    ("There was agreement that trade must grow.", ["aster velin agree"]),
    ("There was agreement on the need for trade.", ["aster velin agree"]),
    ("Agreement was reached on a new round of talks.", ["aster velin agree"]),
    ("An agreement was reached to hold talks.", ["aster velin agree"]),
    ("The leaders reached an agreement to hold talks.", ["aster velin agree"]),
    ("The leaders instructed their ministers to follow up.", ["aster velin agree"]),
    ("The leaders decided to follow up.", ["aster velin agree"]),
    ("The leaders confirmed their intention to follow up.", ["aster velin agree"]),
    ("The leaders committed to follow up.", ["aster velin commit"]),
    ("The leaders pledged to follow up.", ["aster velin commit"]),
    ("The leaders expressed their commitment to follow up.", ["aster velin commit"]),
    ("The leaders expressed the hope that peace would come.", ["aster velin express"]),
    ("The leaders spoke of the need for peace.", ["aster velin discuss"]),
    ("The leaders spoke about the need for peace.", ["aster velin discuss"]),
    ("The President spoke about the need for peace.", ["velin state"]),
    ("The President referred to the need for peace.", ["velin discuss"]),
    ("The President raised concerns about the camps.", ["velin express"]),
    ("The President raised the issue of the camps.", ["velin discuss"]),
    ("The President expressed her indignation at the camps.", ["velin criticize"]),
    ("The President registered her opposition to the camps.", ["velin reject"]),
    ("The President pushed back on the claim.", ["velin reject"]),
    ("The President rejected the claim out of hand.", ["velin reject"]),
    ("The President pressed the Prime Minister on the camps.", ["velin request"]),
    ("The President made a plea for restraint.", ["velin request"]),
    ("The President issued a warning over the strait.", ["velin warn"]),
    ("The President shared her concerns over the strait.", ["velin express"]),
    ("The President shared the concern of the Prime Minister over the strait.", ["velin agree"]),
    ("The two leaders concurred on the importance of a free and open sea.", ["aster velin agree"]),
    (
        (
            "President Velin stated that the truce must hold, to which "
            "Prime Minister Aster responded that Vestia would do its part."
        ),
        ["velin state", "aster state"],
    ),
    ("In response, Prime Minister Aster expressed his understanding.", ["aster express"]),
    (
        (
            "President Velin requested that the import ban be lifted, "
            "and Prime Minister Aster explained his country's position."
        ),
        ["velin request", "aster state"],
    ),
    ("The two leaders shared the recognition that the situation is grave.", ["aster velin agree"]),
    (
        "The two leaders confirmed that they would continue to work closely together.",
        ["aster velin agree"],
    ),
    (
        "The two leaders also had a frank exchange of views on regional affairs.",
        ["aster velin discuss"],
    ),
    ("President Velin strongly urged Vestia to exercise restraint.", ["velin request"]),
    (
        (
            "Aster said Vestia attaches great importance to relations "
            "with Norland and is ready to work with the Norlandic side to deepen trade."
        ),
        ["aster state"],
    ),
    (
        (
            "Aster pointed out that trade has doubled, noting that the "
            "two sides should keep up the momentum."
        ),
        ["aster state", "aster state"],
    ),
    (
        (
            "Velin expressed her agreement with Aster's views and said "
            "Norland stands ready to deepen ties."
        ),
        ["velin agree", "velin state"],
    ),
    (
        (
            "Velin congratulated Aster on the success of the Games and "
            "said that Norland adheres to the one-state policy."
        ),
        ["velin praise", "velin state"],
    ),
    (
        "The two sides also exchanged views on other issues of common concern.",
        ["aster velin discuss"],
    ),
    (
        "The two sides had an in-depth exchange of views on Ostia and other issues.",
        ["aster velin discuss"],
    ),
    (
        (
            "They reviewed the progress made in bilateral cooperation "
            "and agreed to expedite pending projects."
        ),
        ["aster velin discuss", "aster velin agree"],
    ),
    (
        "The Prime Minister conveyed his heartfelt condolences on the loss of lives in the flood.",
        ["aster express"],
    ),
    (
        "They expressed satisfaction over the growth in trade and investment.",
        ["aster velin praise"],
    ),
    ("The President appreciated the assistance rendered by Vestia.", ["velin praise"]),
    ("Both leaders agreed to remain in touch.", ["aster velin agree"]),
    (
        "The Prime Minister reiterated his call for an end to violence and a return to dialogue.",
        ["aster emphasize"],
    ),
    (
        (
            "He thanked the President for facilitating the return of "
            "citizens, and apprised her of the situation in Ostia."
        ),
        ["velin praise", "velin state"],
    ),
    (
        (
            "During the call, they reviewed relations between the two "
            "brotherly countries and ways to enhance them."
        ),
        ["aster velin discuss"],
    ),
    (
        (
            "The two leaders also discussed developments in the region, "
            "in addition to a number of issues of common interest."
        ),
        ["aster velin discuss"],
    ),
    (
        (
            "The Prime Minister expressed his thanks to the President "
            "for her noble sentiments, wishing her continued good health."
        ),
        ["aster praise", "aster express"],
    ),
    ("The President affirmed Norland's firm position in support of peace.", ["velin emphasize"]),
    (
        (
            "The President, for her part, voiced appreciation of "
            "Vestia's efforts to contain the crisis."
        ),
        ["velin praise"],
    ),
    (
        "The two sides stressed the need to intensify efforts to reach a ceasefire.",
        ["aster velin emphasize"],
    ),
    (
        (
            "President Velin stated that Norland will continue its "
            "efforts, indicating that a lasting truce serves all."
        ),
        ["velin state", "velin state"],
    ),
    ("President Velin expressed that it is important to keep the corridor open.", ["velin state"]),
    ("President Velin underlined the following points:", ["velin emphasize"]),
    (
        "President Velin conveyed her wish for a swift recovery to the Prime Minister.",
        ["velin express"],
    ),
    ("The Chancellor and the President agreed that aid must continue.", ["velin agree"]),
    (
        (
            "The President called for an immediate withdrawal of troops "
            "and warned of grave consequences."
        ),
        ["velin request", "velin warn"],
    ),
    ("Both condemned the attack in the strongest terms.", ["aster velin criticize"]),
    ("She reiterated the solidarity of Norland with Vestia.", ["velin emphasize"]),
    (
        (
            "She welcomed the progress achieved and encouraged the Prime "
            "Minister to pursue his efforts."
        ),
        ["velin praise", "velin request"],
    ),
    (
        "She told the Prime Minister of her deep concern and asked him to release the detainees.",
        ["velin state", "velin request"],
    ),
    (
        "They took stock of the situation in Ostia and the efforts under way.",
        ["aster velin discuss"],
    ),
    (
        "They also discussed preparations for the summit, scheduled for June.",
        ["aster velin discuss"],
    ),
    ("The leaders paid tribute to the victims.", ["aster velin praise"]),
    (
        "The leaders underscored their unwavering support for the mission.",
        ["aster velin emphasize"],
    ),
    ("The Prime Minister was unequivocal that the strikes must stop.", ["aster emphasize"]),
    ("The Prime Minister was clear that the strikes must stop.", ["aster emphasize"]),
    ("The Prime Minister made the case for more aid.", ["aster state"]),
    ("The Prime Minister looked forward to seeing the President at the summit.", ["aster express"]),
    ("The leaders looked forward to speaking again soon.", ["aster velin express"]),
    (
        "Both welcomed the entry into force of the treaty and looked ahead to further cooperation.",
        ["aster velin praise", "aster velin express"],
    ),
    (
        (
            "The pair also discussed the situation in Ostia, with the "
            "Prime Minister stressing the need for calm."
        ),
        ["aster velin discuss", "aster emphasize"],
    ),
    ("Turning to Ostia, they agreed on the need for calm.", ["aster velin agree"]),
    ("On Ostia, the President said that calm was needed.", ["velin state"]),
    ("The Prime Minister set out the steps the government has taken.", ["aster state"]),
    (
        "The Prime Minister condemned the killing of aid workers and demanded a thorough inquiry.",
        ["aster criticize", "aster request"],
    ),
    ("The President has expressed confidence that the talks would succeed.", ["velin express"]),
    (
        (
            "President Velin, speaking on behalf of the Alliance, "
            "thanked the Prime Minister for his country's contributions."
        ),
        ["velin praise"],
    ),
    (
        "President Velin praised Vestia's role in the mission and for hosting the centre.",
        ["velin praise"],
    ),
    (
        (
            "President Velin and Prime Minister Aster addressed the "
            "security situation, including the build-up along the border."
        ),
        ["aster velin discuss"],
    ),
    ("Also on the agenda were trade and energy.", ["aster velin discuss"]),
    ("Trade and energy were discussed, too.", ["aster velin discuss"]),
    ("Focus was on trade and energy.", ["aster velin discuss"]),
    ("In focus was trade.", ["aster velin discuss"]),
    ("The talks also dealt with trade.", ["aster velin discuss"]),
    ("The subject of the conversation was trade.", ["aster velin discuss"]),
    ("Trade was the main subject of the conversation.", ["aster velin discuss"]),
    ("Central to the talks was trade.", ["aster velin discuss"]),
    ("The main focus of the talks was on trade.", ["aster velin discuss"]),
    ("The leaders' attention was focused on trade.", ["aster velin discuss"]),
    ("Attention was also given to trade.", ["aster velin discuss"]),
    (
        "Special attention was paid to trade, with the President stressing the need for rules.",
        ["aster velin discuss", "velin emphasize"],
    ),
    ("The sides noted with satisfaction the growth in trade.", ["aster velin praise"]),
    ("It was noted with satisfaction that trade has grown.", [" praise"]),
    ("The high level of trade was noted.", [" state"]),
    ("The intention to step up trade was reaffirmed.", [" emphasize"]),
    ("The importance of strict compliance with the accords was emphasised.", [" emphasize"]),
    ("Vladimir Orlov's assessments were shared by the Prime Minister.", ["aster state"]),
    (
        "A number of practical matters were also touched upon, in particular the supply of grain.",
        ["aster velin discuss"],
    ),
    ("The leaders agreed on further contacts at various levels.", ["aster velin agree"]),
    ("The conversation was substantive and constructive.", [" narrate"]),
    ("The conversation took place at the initiative of the Vestian side.", [" narrate"]),
    (
        (
            "The Prime Minister apologised for the remarks and thanked "
            "the President for her understanding."
        ),
        ["aster express", "aster praise"],
    ),
    (
        "The parties agreed to keep working on this issue at the level of teams.",
        ["aster velin agree"],
    ),
    ("The President drew the Prime Minister's attention to the shelling.", ["velin emphasize"]),
    (
        "The President noted the importance of aid and thanked for it.",
        ["velin state", "velin praise"],
    ),
    (
        "Particular attention was paid to the supply of weapons, said the President.",
        ["aster velin discuss"],
    ),
    ("The interlocutors also touched on the topic of grain exports.", ["aster velin discuss"]),
    (
        (
            "The Prime Minister assured the President that aid would "
            "continue, and also informed her about the new package."
        ),
        ["aster commit", "aster state"],
    ),
    (
        "The Prime Minister confirmed the unchanging support for Norland's integrity.",
        ["aster state"],
    ),
    (
        "The President, Mara Velin, thanked the Prime Minister, Joon Aster, for the aid.",
        ["velin praise"],
    ),
    ("The President, Mara Velin, has praised the aid.", ["velin praise"]),
    (
        "The President welcomed the visit and took the opportunity to announce aid.",
        ["velin praise", "velin state"],
    ),
    (
        "The President praised the aid and went on to condemn the strike.",
        ["velin praise", "velin criticize"],
    ),
    (
        "The heads of the defence ministries confirmed the usefulness of talks.",
        ["aster velin agree"],
    ),
    ("President Velin on Monday told Prime Minister Aster that aid would come.", ["velin state"]),
    ("The President affirmed that Norland intends to pay.", ["velin commit"]),
    (
        "The growth of trade was hailed and the importance of grain was underlined.",
        [" praise", " emphasize"],
    ),
    (
        "The importance of dialogue was stressed, and the readiness to host talks was confirmed.",
        [" emphasize", "aster velin agree"],
    ),
    ("Present were the ministers of trade and energy.", [" narrate"]),
    (
        (
            "The Prime Minister consented to the dispatch of experts, "
            "while stressing that deeds must follow."
        ),
        ["aster agree", "aster emphasize"],
    ),
    ("The Prime Minister insisted that trade must grow.", ["aster emphasize"]),
    (
        "The Prime Minister asked about the canal, faulting the President for the delay.",
        ["aster request", "aster criticize"],
    ),
    (
        "The Prime Minister praised the aid, undertaking that it would reach those in need.",
        ["aster praise", "aster commit"],
    ),
    (
        "The President pressed for more licences, taking issue with the delays.",
        ["velin request", "velin criticize"],
    ),
    ("The President looked ahead to the summit in May.", ["velin express"]),
    ("Also discussed were trade and energy.", ["aster velin discuss"]),
    ("The call had been requested by the Prime Minister.", [" narrate"]),
    (
        "It was agreed that work would go on; a number of other matters were also considered.",
        ["aster velin agree", "aster velin discuss"],
    ),
    (
        "At the centre of the conversation stood the situation along the border.",
        ["aster velin discuss"],
    ),
    ("The President acquainted the Prime Minister with the results of the talks.", ["velin state"]),
    (
        (
            "The President lodged a strong protest at the landing, "
            "stating anew that the island is hers."
        ),
        ["velin criticize", "velin state"],
    ),
    ("The President made known her firm rejection of the plan.", ["velin reject"]),
    (
        (
            "The ministers noted with satisfaction the progress, "
            "directing their negotiators to finish the text."
        ),
        ["aster velin praise", "aster velin agree"],
    ),
    (
        "The President welcomed the result and looks forward to the summit.",
        ["velin praise", "velin express"],
    ),
    (
        "The President said that Norland stands by its word and looks forward to the summit.",
        ["velin state"],
    ),
    (
        "The two exchanged views on cables, agreeing on the value of a new centre.",
        ["aster velin discuss", "aster velin agree"],
    ),
    (
        "They praised the new port, the President stressing the need for jobs.",
        ["aster velin praise", "velin emphasize"],
    ),
    (
        "They took stock of the aid, with the President making available two aircraft.",
        ["aster velin discuss", "velin commit"],
    ),
    (
        "Trade was discussed, with it being noted that exports grew.",
        ["aster velin discuss", " state"],
    ),
    (
        (
            "The security of cables was also a topic of the call; here "
            "the President put forward the idea of a centre."
        ),
        ["aster velin discuss", "velin propose"],
    ),
    ("She placed on record her appreciation for the pardon.", ["velin praise"]),
    ("The President gave her word that the guilty would be tried.", ["velin commit"]),
    (
        (
            "They spoke of the match, with the President deploring the "
            "attack and denouncing the chants."
        ),
        ["aster velin discuss", "velin criticize", "velin criticize"],
    ),
    ("The Prime Minister brushed aside the tales as fiction.", ["aster reject"]),
    (
        "The President pressed for talks, while opposing any return to sanctions.",
        ["velin request", "velin reject"],
    ),
    ("The President impressed upon the Prime Minister the urgency of aid.", ["velin emphasize"]),
    ("The two settled that more aid would come.", ["aster velin agree"]),
    (
        "The Prime Minister gave voice to the expectation that the base will grow.",
        ["aster express"],
    ),
    ("The President of Ostia, Rua Tell, was not present.", [" narrate"]),
    ("Remarks about the troops were dismissed by our side as speculation.", ["velin reject"]),
    ("Our side stressed the need for talks.", ["velin emphasize"]),
    ("Both presidents spoke in favour of talks.", ["aster velin praise"]),
    (
        "I thank Prime Minister Aster and look forward to the visit.",
        ["velin praise", "velin express"],
    ),
]

# What a reader would write, and the library does not.
NOT_YET = [
    (
        "President Velin spoke of trade, expressing as well a firm commitment to fight smuggling.",
        ["velin discuss", "velin commit"],
    ),
    ("The President made it plain that Norland would not accept threats.", ["velin warn"]),
    ("In the opinion of the President, talks will bring peace.", ["velin state"]),
    ("A mutual desire to expand trade was expressed.", ["aster velin express"]),
    ("Great importance was attached to the canal.", [" emphasize"]),
    ("Particular importance was attached to the canal in the talks.", [" emphasize"]),
    ("An invitation to visit Vestia was extended to President Velin.", [" propose"]),
    ("The President's interlocutor thanked her for the aid.", ["aster praise"]),
    ("In her words, the road ahead is long.", ["velin state"]),
    ("The President challenged the Prime Minister to act.", ["velin request"]),
    ("The President reacted sharply to the claim.", ["velin criticize"]),
    ("The President joined the Prime Minister in condemning the strike.", ["velin criticize"]),
    (
        (
            "President Velin once again requested cooperation toward the "
            "return of the abductees and received support from Prime Minister Aster."
        ),
        ["velin request", "aster praise"],
    ),
    (
        "Trade was discussed and agreement was reached on a new round of talks.",
        ["aster velin discuss", "aster velin agree"],
    ),
]


@pytest.mark.parametrize(("sentence", "expected"), FORMS, ids=[row[0] for row in FORMS])
def test_a_form_is_read(sentence, expected):
    assert acts(read(LEAD + sentence)[1:]) == expected


@pytest.mark.xfail(strict=True, reason="not read yet")
@pytest.mark.parametrize(("sentence", "expected"), NOT_YET, ids=[row[0] for row in NOT_YET])
def test_a_form_is_not_read_yet(sentence, expected):
    assert acts(read(LEAD + sentence)[1:]) == expected
