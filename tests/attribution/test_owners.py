"""On whose say-so each figure stands. All people and places are invented."""

import pytest
from invented_articles import read_article

from sayso.attribution import may_hold_attribution

OWNED = [
    ("Mayor Brandow said the bridge had cost 4,200 crowns.", {"4,200": "Mayor Brandow"}),
    ("The bridge cost 4,200 crowns. It is red.", {"4,200": None}),
    ("53 percent of anglers think the lake holds 900 trout.", {"53": None, "900": "53 percent of anglers"}),
    ("“We lost 300 sheep,” said Ekdal. The valley has 7 farms.", {"300": "Ekdal", "7": None}),
    ("Brandow planned a bridge with 12 arches.", {"12": None}),
    ("Ekdal, 61, said he had sold 80 goats.", {"61": None, "80": "Ekdal"}),
]


@pytest.mark.parametrize(("text", "expected"), OWNED)
def test_owner(text, expected):
    reading = read_article(text)
    got = {}
    for figure, owner in zip(reading.figures, reading.owners, strict=True):
        link = reading.attributions[owner].chain[0] if owner is not None else None
        got[figure.span.of(text)] = link.name if link else None
    assert got == expected


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("The mayor said so.", True),
        ("“It rained all night.", False),
        ("And then it rained again.”", False),
        ("“It rained all night,” he grunted.", True),
        ("The mayor wrote “it rained all night.", True),
        ("According to him it rained.", True),
        ("The estimates vary.", True),
        ("It rained all night.", False),
        ("", False),
    ],
)
def test_which_sentences_are_worth_a_parse(words, expected):
    assert may_hold_attribution(words) is expected


def test_hostile_text_is_read_in_linear_time():
    text = '"' * 3_000 + "(" * 3_000 + "said " * 500
    assert read_article(text).owners == ()
