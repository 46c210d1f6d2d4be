"""Who "he", "they", "the agency" is. All people and places are invented."""

import pytest
from invented_articles import read_article

CASES = [
    # text, the name of the nearest link of the last attribution
    ("Mayor Ilse Brandow opened the bridge. She said it had cost 4,200 crowns.", "Mayor Ilse Brandow"),
    ("Ilse Brandow spoke first. Then Tomas Ekdal rose. He said it had cost 4,200 crowns.", "Tomas Ekdal"),
    ("Mr. Ekdal met Mrs. Brandow at the dam. She said it had 17 cracks.", "Mrs. Brandow"),
    ("Ilse Brandow opened the bridge. A spokesman came late. He said it had cost 4,200 crowns.", "spokesman"),
    ("The council met on Monday. They said the bridge had cost 4,200 crowns.", "council"),
    ("Officials came late. They said the bridge had cost 4,200 crowns.", "Officials"),
    ("The Harbour Ministry counted the boats. It said 412 had left.", "Harbour Ministry"),
    ("The Vessby Relief Agency sent food. The agency said 900 were fed.", "Vessby Relief Agency"),
    ("Nordlys Press, a news agency, sent a reporter. The agency said 900 were fed.", "Nordlys Press"),
    ("The journalist Pelle Marr came. “It has 17 cracks,” the journalist said.", "Pelle Marr"),
    ("Orla Venn, a spokeswoman, came. “It has 17 cracks,” Venn said.", "Orla Venn"),
    ("Venn said it had 17 cracks. Orla Venn is a fisherwoman.", "Orla Venn"),
    ("The Vessby Relief Agency (VRA) sent food. The VRA said 900 were fed.", "Vessby Relief Agency"),
    # Across a quotation's own speaker nobody is guessed.
    ("“Tomas Ekdal is a fool,” Brandow said. She counted 17 cracks, she said.", "Brandow"),
    # What leads the last sentence speaks on, also a document.
    ("The Vessby Torch wrote that the cabinet had met. It said the bridge had 17 cracks.", "Vessby Torch"),
    ("The lawsuit says the council knew. It claims the bridge had 17 cracks.", "lawsuit"),
    # A body of the sort that is named.
    ("The Fells Trust runs 12 huts. The charity said 900 were fed.", "Fells Trust"),
    ("The Coopers' Guild met on Monday. The union said 900 were idle.", "Coopers' Guild"),
    ("Ost Aluminium sued the port. The firm said 900 were idle.", "Ost Aluminium"),
    ("The council met on Monday. The charity said 900 were fed.", "charity"),
    # No newspaper is an agency.
    ("The Vessby Herald asked twice. The agency said 900 were fed.", "agency"),
    ("Marta Ost, a nurse, was tired. “It has 17 cracks,” the 29-year-old nurse said.", "Marta Ost"),
    # Whoever "according to" names goes on, before whoever acted earlier.
    ("Ilse Brandow asked for help. Forty fled, according to Orla Venn. She said 17 boats sank.", "Orla Venn"),
    (
        "The council met. According to a report to the cabinet, 17 boats sank. It warns that 900 may.",
        "report",
    ),
    # The first word of a firm's name is the firm; a surname is not.
    ("Ulv Power said it had closed. Ulv said 900 were idle.", "Ulv Power"),
    ("Ulv Group closed. Ulv said 900 were idle.", "Ulv Group"),
    ("Holm Foundation money is gone. Holm said 900 were idle.", "Holm"),
    # What the text does with a name makes it a firm.
    ("Ulv posted a quarterly profit. The company said 900 were idle.", "Ulv"),
    ("Shares in Ulv fell on Monday. The company said 900 were idle.", "Ulv"),
    ("Marlow & Ulv, a law firm, wrote. Orla Venn came. The firm said 900 were idle.", "Marlow"),
    # What stands in brackets is nobody, and a paper for somebody is not that one.
    ("Cllr Marek Holm (Con, Eastweir) said it had cracks. “We saw 17 of them,” he said.", "Cllr Marek Holm"),
    (
        "The Herald asked. The Ulvmar survey for the Herald put the toll at 17.",
        "Ulvmar survey for the Herald",
    ),
    ("Wells Now, a London-based group, says 17 wells are dry.", "Wells Now"),
    ("Nurses Abroad, which runs two clinics, said 17 wells were dry.", "Nurses Abroad"),
    (
        "Marek Venn left. Chair of the Board, Orla Holm, said it froze. She said 17 wells were dry.",
        "Orla Holm",
    ),
    # A post before its name, in capitals or not.
    ("Chair of the Weir Board, Orla Venn, said 900 were idle.", "Orla Venn"),
    ("Harbour Minister Orla Venn came. The Minister said 900 were idle.", "Harbour Minister Orla Venn"),
    ("Government forces fled. The government said 900 were idle.", "government"),
    ("The deal looks clean, said Orla Venn, an analyst at Ost Steel, who expects 900 sales.", "Orla Venn"),
    (
        "It ended with a study by the Institute for Weir Work, which put the toll at 900.",
        "Institute for Weir Work",
    ),
    # Documents with their maker, analysts with their house.
    (
        "Some 412 had left, according to figures published by the Weir Board.",
        "figures published by the Weir Board",
    ),
    ("Data from the weir office showed that 412 had left.", "Data from the weir office"),
    ("Emails published by the Herald showed that 412 had left.", "Herald"),
    ("Analysts at Ekdal Partners say 412 had left.", "Analysts at Ekdal Partners"),
    ("A study in the journal Peat found that 412 had left.", "study in the journal Peat"),
    # Datelines, brackets.
    (
        "PORT ELM, Ohio - Fire Chief Tomas Ekdal told reporters that 41 barns had burned.",
        "Fire Chief Tomas Ekdal",
    ),
    ("Cllr Mia Venn (Lab, Northgate) said the bridge had 17 cracks.", "Cllr Mia Venn"),
    # Nobody fits, so the pronoun stands.
    ("It rained all night. He said the dam had 17 cracks.", "He"),
]


@pytest.mark.parametrize(("text", "name"), CASES)
def test_who(text, name):
    attributions = read_article(text).attributions
    assert attributions[-1].chain[0].name == name
