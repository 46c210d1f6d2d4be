"""What nobody says: headings, judgments, a paper's word on itself. All names are invented."""

import pytest
from invented_articles import read_article

CASES = [
    # text, whether anybody is named who says it
    ("Correction: we reported on Friday that 61 cows had drowned.", False),
    ("FACT CHECK: Did 61 cows drown?", False),
    ("Tide of tar: 61 cows drown in harbour", False),
    ("Harbour boom: mussels up 61-fold, says Holm", True),
    ("Ilse Brandow was ordered to pay 310 crowns.", False),
    ("Mountain rescue: 61 cows drowned", True),
    ("Tomas Ekdal said that we reported 61 cows.", True),
]


@pytest.mark.parametrize(("text", "said"), CASES)
def test_stray(text, said):
    attributions = read_article(text).attributions
    assert any(one.chain for one in attributions) is said
