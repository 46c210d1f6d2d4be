"""Who a source is where the sentence that names it was not worth a parse. All people are invented."""

import pytest
from whole_flow import read_text

CASES = [
    # text, a figure, the names of its chain
    (
        "Chief engineer Dr Marta Quell inspected the dam in May. She said 17 cracks had opened.",
        "17",
        ["Dr Marta Quell"],
    ),
    (
        "The Ashe Authority said on Monday that two dams leak. Marta Quell walked the wall. "
        "She said 17 cracks had opened.",
        "17",
        ["Marta Quell"],
    ),
    (
        "The weekly Fenland Courier opened in 1990. The newspaper said 40 families had left.",
        "40",
        ["Fenland Courier"],
    ),
    (
        "The paper's reporter Pelle Marr came. The journalist said 9 houses were for sale.",
        "9",
        ["Pelle Marr"],
    ),
    ("Robert Lindqvist met Helen Marsh at the dam. He said it had 17 cracks.", "17", ["Robert Lindqvist"]),
    ("Robert Lindqvist met Helen Marsh at the dam. She said it had 17 cracks.", "17", ["Helen Marsh"]),
    ("The Harbour Ministry counted. The ministry said 412 boats had left.", "412", ["Harbour Ministry"]),
    (
        "Police Chief Odell Grange arrived. The chief said 12 men were held.",
        "12",
        ["Police Chief Odell Grange"],
    ),
    (
        "The International Grain Council (IGC) met. The IGC said 40 ships were late.",
        "40",
        ["International Grain Council"],
    ),
    ("Researchers measured the lake. They said it had lost 12 metres.", "12 metres", ["Researchers"]),
    (
        "A senior defence official, who asked not to be named, said the fleet had lost 4 ships. "
        "The official added that 12 more were damaged.",
        "12",
        ["senior defence official"],
    ),
    # A calling of another kind is somebody else.
    ("Helen Marsh joined the company in May. The company said she earned 900 crowns.", "900", ["company"]),
    # One word with a capital at the start may be anything.
    ("Volunteers carried sandbags. She said 300 were filled.", "300", ["She"]),
    ("Rain fell in May and on Monday. She said 300 sandbags were filled.", "300", ["She"]),
]


@pytest.mark.parametrize(("text", "figure", "names"), CASES)
def test_who(text, figure, names):
    reading = read_text(text)
    number = next(n for n, one in enumerate(reading.figures) if figure in one.span.of(text))
    owner = reading.owners[number]
    assert owner is not None
    assert [link.name.removeprefix("weekly ") for link in reading.attributions[owner].chain] == names
