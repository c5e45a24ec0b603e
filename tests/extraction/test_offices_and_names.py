"""Several offices of one person, offices in abbreviation, and names that are nobody's."""

from __future__ import annotations

import pytest

from paired_readouts.extraction import extract_statements
from paired_readouts.model import Version

# Title, text of an account by NRL; who takes part: name and party; who speaks after the lead.
TABLE = {
    "a verb of the past after an office in a title": (
        "President Velin and President Aster Discuss Trade; Minister Discussed Fishing",
        "President Mara Velin met President Joon Aster of Vestria. The leaders discussed trade.",
        {"Mara Velin": "NRL", "Joon Aster": "VST"},
        ["aster velin"],
    ),
    "two offices with a determiner before a name in apposition": (
        "",
        (
            "The Deputy Prime Minister and Minister of Foreign Affairs and International"
            " Cooperation, Mara Velin, met the Prime Minister of Vestria, Joon Aster. The Deputy"
            " Prime Minister stressed peace. The Minister thanked Vestria."
        ),
        {"Mara Velin": "NRL", "Joon Aster": "VST"},
        ["velin", "velin"],
    ),
    "two offices on both sides, alone and named": (
        "",
        (
            "HE Prime Minister and Minister of Foreign Affairs Sheikh Orin bin Hamar Al Khalor"
            " met HE Deputy Prime Minister and Minister of Foreign Affairs and Trade of the"
            " Republic of Vestria Joon Aster. HE Prime Minister and Minister of Foreign Affairs"
            " stressed peace. HE Deputy Prime Minister and Minister of Foreign Affairs and Trade"
            " of the Republic of Vestria thanked Norland."
        ),
        {"Orin bin Hamar Al Khalor": "NRL", "Joon Aster": "VST"},
        ["khalor", "aster"],
    ),
    "two people with one determiner": (
        "",
        (
            "President Mara Velin and Foreign Minister Rua Tell met Prime Minister Joon Aster of"
            " Vestria. The President and Foreign Minister thanked Vestria."
        ),
        {"Mara Velin": "NRL", "Rua Tell": "NRL", "Joon Aster": "VST"},
        ["tell velin"],
    ),
    "offices after a name": (
        "",
        (
            "President Mara Velin met His Royal Highness Prince Orin bin Hamar Al Khalor, Crown"
            " Prince and Prime Minister of Vestria. The Crown Prince stressed peace. HRH the Crown"
            " Prince and the President discussed trade."
        ),
        {"Mara Velin": "NRL", "Orin bin Hamar Al Khalor": "VST"},
        ["khalor", "khalor velin"],
    ),
    "a spokesperson who advises": (
        "",
        (
            "National Security Advisor Mara Velin spoke with Joon Aster, Spokesperson and Chief"
            " Advisor to the President of Vestria. They discussed trade."
        ),
        {"Mara Velin": "NRL", "Joon Aster": "VST"},
        ["aster velin"],
    ),
    "a portfolio of three": (
        "",
        (
            "The Secretary of State, Mara Velin, met Vestrian Minister for Foreign Affairs, Trade"
            " and Development Joon Aster. The Minister thanked the Secretary of State."
        ),
        {"Mara Velin": "NRL", "Joon Aster": "VST"},
        ["aster"],
    ),
    "abbreviations joined by a slash": (
        "",
        (
            "Deputy Prime Minister/Foreign Minister, Senator Mara Velin, received a call from the"
            " Foreign Minister of Vestria, H.E. Joon Aster. The DPM/FM offered condolences. The FM"
            " of Vestria thanked Norland."
        ),
        {"Mara Velin": "NRL", "Joon Aster": "VST"},
        ["velin", "aster"],
    ),
    "an abbreviation before a name": (
        "PM Mara Velin holds talks with Vestrian President",
        (
            "At 5 PM Prime Minister Mara Velin held talks with President Joon Aster of Vestria."
            " PM Velin stressed peace. The PM thanked the President."
        ),
        {"Mara Velin": "NRL", "Joon Aster": "VST"},
        ["velin", "velin"],
    ),
    "advisors and a high representative": (
        "",
        "NSA Mara Velin met HRVP Joon Aster. The HRVP thanked the NSA. NSA Velin stressed peace.",
        {"Mara Velin": "NRL", "Joon Aster": "EU"},
        ["aster", "velin"],
    ),
    "the sign of an organisation before the name": (
        "",
        (
            "President Mara Velin met the Secretary-General of the United Nations (UN), Her"
            " Excellency Ms Lucía Orn, in Hale. The Secretary-General expressed her appreciation"
            " for the aid. The SG thanked the President."
        ),
        {"Mara Velin": "NRL", "Lucía Orn": "UN"},
        ["orn", "orn"],
    ),
    "ministers of whom one is the deputy of a prime minister": (
        "",
        (
            "Mara Velin, Minister of Foreign Affairs, spoke with Joon Aster, Deputy Prime"
            " Minister of Vestria, and Ilse Orn, Foreign Minister of Ostia. The three ministers"
            " stressed peace. The ministers condemned the attack."
        ),
        {"Mara Velin": "NRL", "Joon Aster": "VST", "Ilse Orn": ""},
        ["aster orn velin", "aster orn velin"],
    ),
    "one's own minister before another's": (
        "",
        (
            "Mara Velin, Minister of Foreign Affairs, met Minister Joon Aster of Vestria. The"
            " leaders discussed trade. The Minister thanked Vestria. Minister Aster stressed"
            " peace. The Minister added that trade matters."
        ),
        {"Mara Velin": "NRL", "Joon Aster": "VST"},
        ["aster velin", "velin", "aster", "aster"],
    ),
    "a minister of something": (
        "",
        (
            "Mara Velin, Minister of Foreign Affairs, met Joon Aster, Minister of Economy of"
            " Vestria. The Minister of Economy stressed peace."
        ),
        {"Mara Velin": "NRL", "Joon Aster": "VST"},
        ["aster"],
    ),
    "diacritics in one place": (
        "",
        (
            "President Şahin Öz met Prime Minister Dragan Velković of Vestria. Oz stressed peace."
            " Velković thanked Öz."
        ),
        {"Şahin Öz": "NRL", "Dragan Velković": "VST"},
        ["oz", "velkovic"],
    ),
    "a session after a sign": (
        "",
        (
            "Prime Minister Mara Velin met the Prime Minister of Vestria, H.E. Mr. Joon Aster, on"
            " the sidelines of the G7 Outreach Session in Hale. They agreed to meet again."
        ),
        {"Mara Velin": "NRL", "Joon Aster": "VST"},
        ["aster velin"],
    ),
    "an initiative after an article": (
        "",
        (
            "President Mara Velin met Prime Minister Joon Aster of Vestria at the Blue Orchard"
            " Days. They discussed trade."
        ),
        {"Mara Velin": "NRL", "Joon Aster": "VST"},
        ["aster velin"],
    ),
    "a title in which a verb follows an office": (
        "Crown Prince, Vestrian President Hold Official Talks Session",
        (
            "Crown Prince Orin bin Isa Al Khalor received the President of Vestria, Joon Aster."
            " HRH the Crown Prince stressed peace."
        ),
        {"Orin bin Isa Al Khalor": "NRL", "Joon Aster": "VST"},
        ["khalor"],
    ),
    "a title with words that are no names": (
        "Saving Lives: Aster And Velin Launch Harvest Pledge",
        (
            "President Mara Velin spoke with Prime Minister Joon Aster of Vestria. They discussed"
            " trade."
        ),
        {"Mara Velin": "NRL", "Joon Aster": "VST"},
        ["aster velin"],
    ),
    "a title alone has the names": (
        "Secretary Velin's Call with Foreign Minister Aster of Vestria",
        "The Secretary spoke with the Foreign Minister today. They discussed trade.",
        {"Velin": "NRL", "Aster": "VST"},
        ["aster velin"],
    ),
    "the other side by its office alone": (
        "",
        "President Mara Velin met the Vestrian Foreign Minister. The Foreign Minister thanked her.",
        {"Mara Velin": "NRL", "Foreign Minister": "VST"},
        ["minister"],
    ),
    "one name after a style": (
        "",
        (
            "Prime Minister Mara Velin spoke with the King of Vestria, His Majesty Orven. The"
            " King thanked her."
        ),
        {"Mara Velin": "NRL", "Orven": "VST"},
        ["orven"],
    ),
    "the head of the republic and a prince": (
        "",
        (
            "President Mara Velin met Prince Orin bin Hamar Al Khalor of Vestria. On trade, the"
            " President of the Republic and the Crown Prince reiterated their support."
        ),
        {"Mara Velin": "NRL", "Orin bin Hamar Al Khalor": "VST"},
        ["khalor velin"],
    ),
    "a father and a son": (
        "",
        (
            "King Hamar bin Isor Al Khalor of Norland and Crown Prince Orin bin Hamar Al Khalor of"
            " Norland met President Joon Aster of Vestria. Crown Prince Orin stressed peace. King"
            " Hamar thanked the President."
        ),
        {
            "Hamar bin Isor Al Khalor": "NRL",
            "Orin bin Hamar Al Khalor": "NRL",
            "Joon Aster": "VST",
        },
        ["khalor", "khalor"],
    ),
    "a style before the name and a sisterly republic": (
        "",
        (
            "President His Highness Orin Khalor met His Excellency Joon Aster, President of the"
            " sisterly Republic of Vestria. The President stressed peace. The President of the"
            " sisterly Republic of Vestria thanked him."
        ),
        {"Orin Khalor": "NRL", "Joon Aster": "VST"},
        ["khalor", "aster"],
    ),
    "an article joined to a family name": (
        "",
        (
            "Prime Minister Mara Velin met Foreign Minister Orin bin Hamar Al Khalor of Vestria."
            " Al-Khalor thanked her. Al Khalor stressed peace."
        ),
        {"Mara Velin": "NRL", "Orin bin Hamar Al Khalor": "VST"},
        ["khalor", "khalor"],
    ),
    "a given name cut short": (
        "",
        (
            "Secretary of Foreign Affairs Ma. Mara Velin met Foreign Minister Mohd. Aster of"
            " France. The Secretary stressed peace. Mr. Aster thanked her. END"
        ),
        {"Ma Mara Velin": "NRL", "Mohd Aster": "FR"},
        ["velin", "aster"],
    ),
    "a title in the past": (
        "Mara Velin Met with Joon Aster",
        (
            "The Foreign Minister of Norland, Mara Velin, met with the Foreign Minister of France,"
            " Joon Aster. Mara Velin thanked him. Media Office of the Minister 18 - March - 2026"
        ),
        {"Mara Velin": "NRL", "Joon Aster": "FR"},
        ["velin"],
    ),
    "whoever leads a body is not of the issuer's side": (
        "",
        (
            "The Foreign Minister, Mara Velin, met with WTO Director-General Joon Aster. WTO"
            " Director-General Aster stressed peace. The Director-General thanked her. R.A.H."
        ),
        {"Mara Velin": "NRL", "Joon Aster": ""},
        ["aster", "aster"],
    ),
    "a brother with an office in apposition": (
        "",
        (
            "President Mara Velin received, Saturday, a phone call from her brother, President of"
            " the sister Republic of France, Mr. Joon Aster. Mr. Aster stressed peace. The"
            " President of the Republic thanked him."
        ),
        {"Mara Velin": "NRL", "Joon Aster": "FR"},
        ["aster", "velin"],
    ),
    "a counterpart holds the same office": (
        "",
        (
            "Foreign Minister Mara Velin met her French counterpart Joon Aster. Mr. Aster stressed"
            " peace. Our country's foreign minister thanked him. The French minister stressed"
            " trade. Ms. Velin stressed calm. The guest thanked her."
        ),
        {"Mara Velin": "NRL", "Joon Aster": "FR"},
        ["aster", "velin", "aster", "velin", "aster"],
    ),
    "those who visit": (
        "",
        (
            "President Mara Velin met President Joon Aster of France and President Rua Tell of"
            " Italy. Both visiting leaders stressed peace. The three presidents discussed trade."
        ),
        {"Mara Velin": "NRL", "Joon Aster": "FR", "Rua Tell": "IT"},
        ["aster tell", "aster tell velin"],
    ),
    "both foreign ministers of four": (
        "",
        (
            "Foreign Minister Mara Velin and Minister of Economy Ola Nord met with the Secretary"
            " of Foreign Affairs of France, Joon Aster, and the Minister of Trade of France, Rua"
            " Tell. Both foreign ministers stressed peace. The ministers and secretaries discussed"
            " trade."
        ),
        {"Mara Velin": "NRL", "Ola Nord": "NRL", "Joon Aster": "FR", "Rua Tell": "FR"},
        ["aster velin", "aster nord tell velin"],
    ),
    "the chief executive leads a government": (
        "",
        (
            "The President of the Government, Mara Velin, met King Joon Aster of Morocco. The chief"
            " executive stressed peace."
        ),
        {"Mara Velin": "NRL", "Joon Aster": "MA"},
        ["velin"],
    ),
}


@pytest.mark.parametrize(("title", "text", "people", "speakers"), TABLE.values(), ids=TABLE)
def test_who_takes_part_and_who_speaks(title, text, people, speakers, lexicon):
    version = extract_statements(Version(text=text, title=title, party="NRL"), lexicon=lexicon)
    assert {p.name: p.party for p in version.participants} == people
    assert [
        " ".join(sorted(p.family_name for p in s.speakers)) for s in version.statements[1:]
    ] == speakers


def test_the_role_has_all_offices(lexicon):
    text = (
        "The Deputy Prime Minister and Minister of Foreign Affairs, Mara Velin, met Joon Aster,"
        " High Representative/Vice-President of the European Commission."
    )
    version = extract_statements(Version(text=text, party="NRL"), lexicon=lexicon)
    assert {(p.role, p.party) for p in version.participants} == {
        ("Deputy Prime Minister and Minister of Foreign Affairs", "NRL"),
        ("High Representative/Vice-President", "EU"),
    }
