"""Denials and the earlier figures that they take back. All people and places are invented."""

# An example reads best on one line.
# ruff: noqa: E501

import pytest
from whole_flow import read_text

from sayso.vocabulary import Certainty

CASES = [
    # text, the places of the figures denied
    (
        "The Fenland Courier reported that 7,300 nurses left their wards. The board confirmed that nurses had quit but said the cases were not on the scale reported.",
        {0},
    ),
    (
        "The union said 140 workers were dismissed. The brewery confirmed dismissals but denied that there were that many.",
        {0},
    ),
    (
        "The opposition claims that 1,900 tanks were lost. A spokesman rejected the figure of 1,900 tanks as invented.",
        {0},
    ),
    (
        "The Fenland Courier claims that 640 eels die in the weir every week. It cited a keeper. The river board acknowledged deaths but says these are not on the same scale.",
        {0},
    ),
    ("The union put the turnout at 20,000. Police called the figure exaggerated.", {0}),
    ("The union put the turnout at 20,000. Police said the number was false.", {0}),
    ("Villagers say 40 people fell ill. The mayor denied that 40 people had fallen ill.", {0}),
    ("The charity said 300 children were missing. The governor denied the report.", {0}),
    (
        "The charity said 300 children were missing. The governor disputed that number, saying 12 had not been found.",
        {0},
    ),
    ("The firm has 300 workers. The owner denied the charge.", set()),
    ("The mayor denied that he had lied. Police said 30 men were held.", set()),
    ("Police said 30 men were held. The mayor denied that he had lied.", set()),
    (
        "Aldous said 4,000 flats were empty. The housing office acknowledged the problem but said it was nowhere near as large.",
        {0},
    ),
    ("The town lost 4,000 jobs. The mayor rejected the figure.", {0}),
    ("Aldous said 4,000 flats were empty. The city said that was not true.", {0}),
    ("Aldous said 4,000 flats were empty. The city says the claim is baseless.", {0}),
    ("Aldous said 4,000 flats were empty. The city called Aldous's figures wildly exaggerated.", {0}),
    ("Aldous said 4,000 flats were empty, a claim the city denies.", {0}),
    (
        "Aldous said the bridge was old. It carries 4,000 cars. The city said it was not as old as that.",
        set(),
    ),
    ("Aldous said 4,000 flats were empty. He later denied the claim.", set()),
    (
        "Aldous says 4,000 flats are empty. Marsh, who counted them, says there are 1,200 and that the scale of the problem is not known.",
        set(),
    ),
    ("The ministry denied that it had lost 60 tanks.", set()),
    ("The union said 300 men had walked out. The brewery disputed this.", {0}),
    ("The union said 300 men had walked out. The brewery said that was untrue.", {0}),
    ("The union said 300 men had walked out. The brewery dismissed the claim as propaganda.", {0}),
    ("The union said 300 men had walked out. The brewery said the true number was nearer 90.", {0}),
    ("The union said 300 men had walked out. The brewery said the number was too high.", {0}),
    ("The union said 300 men had walked out. The brewery insisted there had been far fewer.", {0}),
    ("The union said 300 men had walked out. The brewery did not deny the number.", set()),
    ("The union said 300 men had walked out. The brewery would neither confirm nor deny the number.", set()),
    (
        "The union said 300 men had walked out. The brewery said it was not true that beer had been lost.",
        set(),
    ),
    (
        "The paper said 25 ships were hit and 300 sailors died. The navy admitted losses but said there were not as many.",
        {0, 1},
    ),
]


@pytest.mark.parametrize(("text", "denied"), CASES)
def test_denied(text, denied):
    found = read_text(text).attributions
    assert {figure for one in found for figure in one.denies} == denied
    assert all(one.certainty == Certainty.DENIED for one in found if one.denies)
