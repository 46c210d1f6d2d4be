"""How sure a number is that somebody only said, by the verb of its own clause. All people are invented."""

import pytest
from invented_articles import read_article

CASES = [
    # who said what, the certainty
    ("Ada Lund said the number could rise to 2,100 by August.", "predicted"),
    ("Ada Lund told the council that fees might climb by 9 percent.", "predicted"),
    ("The broker said the freeze would mean 210 job losses.", "predicted"),
    ("Officials said 93 percent of homes should be back on by midnight.", "predicted"),
    ("Ada Lund said 47 villages were expected to flood.", "predicted"),
    ("Ada Lund said sales were likely to fall by 7 percent.", "predicted"),
    ("Sales will grow by 7 percent, according to Ada Lund.", "predicted"),
    ("Ada Lund said 47 men might have drowned.", "estimated"),
    ("Ada Lund said the number aboard may have been as high as 230.", "estimated"),
    ("The federation said an estimated 890 barns had burnt.", "estimated"),
    ("Ada Lund said turnout was estimated at 71 percent.", "estimated"),
    ("Ada Lund said about 60 men were thought to be trapped.", "estimated"),
    ("Ada Lund said the bill could rise to 2,100 crowns if 47 boats leave.", "predicted"),
    ("Police said 47 divers might be needed.", "predicted"),
    ("Police said there could be 47 wrecks.", "estimated"),
    ("The guild said its members may keep 47 oysters a day.", "stated"),
    ("The guild said it aims to plant 47 oaks.", "predicted"),
    ("The guild said it was due to plant 47 oaks.", "predicted"),
    ("The guild said it is going to plant 47 oaks.", "predicted"),
    ("The guild said 47 oaks appeared to have died.", "estimated"),
    ("The guild said perhaps 47 oaks had died.", "estimated"),
    ("The guild said it had planned to plant 47 oaks.", "stated"),
    ("The guild said it tried to plant 47 oaks.", "stated"),
    ("The guild said the 47 oaks seemed to have died.", "stated"),
    # An ability, a habit, a condition that was not met, advice, something told along the way.
    ("Police said they could see 47 boats from the pier.", "stated"),
    ("Ada Lund said she could not find 47 of the files.", "stated"),
    ("Ada Lund said the crew would often work 16 hours.", "stated"),
    ("Ada Lund said that each spring the crew would mend 16 nets.", "stated"),
    ("Ada Lund said nine of them would have lived.", "stated"),
    ("Ada Lund said the council should spend 47 crowns on it.", "stated"),
    ("Ada Lund said the plan, which cost 47 crowns, would fail.", "stated"),
    ("Ada Lund said she would fight for the 47 posts.", "stated"),
    ("Ada Lund said 47 men had drowned and 12 more would leave.", "stated"),
    ("A poll by the Weir Institute found that 47 percent would not vote.", "stated"),
]


@pytest.mark.parametrize(("text", "certainty"), CASES)
def test_outlook(text, certainty):
    (one,) = [one for one in read_article(text).attributions if one.chain]
    assert one.certainty == certainty
