"""Whose a quotation is that no verb beside it hands over. All people and places are invented."""

import pytest
from whole_flow import read_text

CASES = [
    # text, for each figure the name of its speaker; None where it stands on nobody's word
    ("Holm said the weir was shut. “We saw 61 otters.”", {"61": "Holm"}),
    ("Holm said the weir was shut.\n\n“We saw 61 otters.”", {"61": "Holm"}),
    ("The weir is shut, according to Holm. “We saw 61 otters.”", {"61": "Holm"}),
    ("Holm “will never” sell, his aunt told reporters. “We own 13 punts.”", {"13": "his aunt"}),
    ("Venn blamed Holm, who said the sale was legal. “I sold 61 punts.”", {"61": "Holm"}),
    (
        "“We want 7%,” the guild said. The mill said it was poor. “We lost 43 orders.”",
        {"7%": "guild", "43": "mill"},
    ),
    ("“It may close, or not” with 13 punts, said Tove Holm.", {"13": "Tove Holm"}),
    ("“We lost 310 eels” — and it rained for 9 days, Holm said.", {"310": "Holm", "9": None}),
    # A label without a verb.
    ("The weir broke.\n\nUna Brix, punt warden: “We have 17 punts.”", {"17": "Una Brix"}),
    ("The weir broke.\n\nThe answer from Brix: “We have 17 punts.”", {"17": "Brix"}),
    ("The weir broke.\n\nIn the words of Una Brix, “17 punts are too many.”", {"17": "Una Brix"}),
    ("The weir broke.\n\nUpdate: “We have 17 punts.”", {"17": None}),
    # Between two quotations the page turns to another.
    ("“It froze,” said Holm.\n\nUna Brix stood by the weir. “We saw 61 otters.”", {"61": "Una Brix"}),
    ("“It froze,” said Holm.\n\nThe guild’s word came late. “We saw 61 otters.”", {"61": None}),
    ("“It froze,” said Holm. He stood by the weir. “We saw 61 otters.”", {"61": "Holm"}),
    ("“It froze,” said Holm. A woman with 7 sons cried. “We saw 61 otters.”", {"7": None, "61": "woman"}),
    # A quotation goes on behind its tag, and ends where a clause of the page's begins.
    ("“We saw 61 otters,” Holm went on, “and 9 eels.”", {"61": "Holm", "9": "Holm"}),
    ("“We saw 61 otters,” another guest, Una Brix, told us.", {"61": "Una Brix"}),
    # A printed interview: who answers stands in its lead, and questions do not turn to another.
    (
        "Stopping\n\nFerryman Tove Holm stops after 9 years. She spoke to Brix.\n\nQ: How many trips "
        "in 17 years?\n\nA: I made 310.\n\nSome were wet.\n\nQ: And eels?\n\nA: We caught 43 of "
        "them.\n\nThe weir has 61 clerks.",
        {"9": None, "17": None, "310": "Ferryman Tove Holm", "43": "Ferryman Tove Holm", "61": None},
    ),
    (
        "Stopping\n\nTove Holm ran the ferry. We asked her why she stopped.\n\nHow many trips did "
        "you make?\n\nI made 310.\n\nAnd did you catch any eels?\n\nWe caught 43.\n\nIt has 61 clerks.",
        {"310": "Tove Holm", "43": "Tove Holm", "61": None},
    ),
    # Nobody is asked where a page only explains, or asks once.
    ("The weir froze.\n\nA: It has 61 seats.", {"61": None}),
    (
        "Tove Holm ran the ferry.\n\nHow many trips were made?\n\nThere were 310.\n\nHow many "
        "eels were caught?\n\nThere were 43.",
        {"310": None, "43": None},
    ),
    # Labels: who tells is named before the colon of a line.
    (
        "It burns.\n\n18:40 Police: mills shut, 310 men moved to a hall.\n\n"
        "19:10 Latest: the weir is at 43 now.",
        {"310": "Police", "43": None},
    ),
    (
        "It burns.\n\nMayor Una Brix, at a briefing: 17 men lost, 310 hurt.\n\n"
        "Owner: a guild of 43 millers or more.",
        {"17": "Mayor Una Brix", "310": "Mayor Una Brix", "43": None},
    ),
    (
        "The forces.\n\nArmy: 310 men in two forts\nPolice: 17 men in one fort",
        {"310": None, "two": None, "17": None, "one": None},
    ),
    ("It burns.\n\nMuseum: 310 new rooms open on Sunday.", {"310": None}),
    ("It burns.\n\n18:40 Police: 310 hurt", {"310": "Police"}),
    # A quotation over several paragraphs that begins behind its speaker's tag.
    (
        '"It froze," said Holm. "We saw 61 otters.\n\n"They ate 310 eels.\n\n"It took 9 days."\n\n'
        "It has 12 wells.",
        {"61": "Holm", "310": "Holm", "9": "Holm", "12": None},
    ),
    (
        "“It froze,” said Holm.\n\n“We saw 61 otters.\n\n“They ate 310 eels.”\n\nVenn left with 13 punts.",
        {"61": "Holm", "310": "Holm", "13": None},
    ),
    (
        "Una Brix shook her head. “We saw 61 otters.\n\n“They ate 310 eels.”",
        {"61": "Una Brix", "310": "Una Brix"},
    ),
    # What stands before a dash is a kicker.
    ("It froze.\n\nVESSBY MILLS ARE DEAR - Una Brix: “We have 17 punts.”", {"17": "Una Brix"}),
    ("It froze.\n\nTHE MILLS - Una Brix and Tom Holm: “We have 17 punts.”", {"17": "Una Brix and Tom Holm"}),
    ("“It froze,” said Tom Holm Jr. (D-Vessby), a miller. “We have 17 punts.”", {"17": "Tom Holm Jr."}),
    # Whoever only acts before a new paragraph is not its speaker.
    ("Holm left after Venn said so.\n\n“We saw 61 otters.”", {"61": None}),
    ("The weir held 61 otters. Holm shut it.\n\n“It was late.”", {"61": None}),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_speaker(text, expected):
    reading = read_text(text)
    got = {}
    for figure, owner in zip(reading.figures, reading.owners, strict=True):
        one = None if owner is None else reading.attributions[owner]
        figures = figure.span.of(text)
        key = next((key for key in expected if key in figures), figures)
        got[key] = one.chain[0].name if one is not None and one.chain else None
    assert got == expected
