"""On whose say-so each figure stands. All people and places are invented."""

from dataclasses import replace

import pytest
from invented_articles import read_article

from sayso.attribution import find_attributions, may_hold_attribution
from sayso.model import Block, Page, Reading, Sentence, Span
from sayso.parser import parse_spans
from sayso.vocabulary import BlockKind, PageKind

# An attribution whose source the text keeps back.
NOBODY = ""

OWNED = [
    ("Mayor Brandow said the bridge had cost 4,200 crowns.", {"4,200": "Mayor Brandow"}),
    ("The bridge cost 4,200 crowns. It is red.", {"4,200": None}),
    ("53 percent of anglers think the lake holds 900 trout.", {"53": None, "900": "53 percent of anglers"}),
    ("“We lost 300 sheep,” said Ekdal. The valley has 7 farms.", {"300": "Ekdal", "7": None}),
    ("Brandow planned a bridge with 12 arches.", {"12": None}),
    ("Ekdal, 61, said he had sold 80 goats.", {"61": None, "80": "Ekdal"}),
    ("There is a surge of goats, which Ekdal says could reach 80 farms.", {"80": "Ekdal"}),
    ("The club adapts to what Ekdal said is growing demand for 80 goats.", {"80": "Ekdal"}),
    ("Ekdal called on Friday for 80 herders to leave the valley.", {"80": "Ekdal"}),
    ("He called the 80 herders “rebels” without proof.", {"80": "He"}),
    ("Ekdal also insisted in a second interview that Venn had been right on 80 goats.", {"80": "Ekdal"}),
    ("Ekdal recalled how the herd had lost 80 goats.", {"80": "Ekdal"}),
    ("It means admitting that the valley fed 80 goats.", {"80": NOBODY}),
    ("It is unclear how the herd lost 80 goats.", {"80": NOBODY}),
    ("One ranking pegs Ekdal as the richest herder, with 80 goats.", {"80": "One ranking"}),
    ("That said, a loss of 70 geese would hurt.", {"70": None}),
    ("70 Geese Lost in Storm, Harbour Board Admits", {"70": "Harbour Board"}),
    ("70 Geese Lost in Storm: Police", {"70": "Police"}),
    ("70 Geese Lost in Storm, Mayor Missing", {"70": None}),
    ("70 Geese Lost in Storm: Live Video", {"70": None}),
    ("It is hard to say that 70 geese are too many.", {"70": None}),
    ("The ministry looked into claims that 70 geese were stolen.", {"70": NOBODY}),
    ("Ekdal made the claim that 70 geese were stolen.", {"70": "Ekdal"}),
    ("Four boats sank, showing how weak the 70 moorings were.", {"70": None}),
    ("Venn sold 70 geese she had found in the reeds.", {"70": None}),
    ("The mill has 70 new berths planned.", {"70": NOBODY}),
    ("The harbour office logged 70 arrivals in the spring.", {"70": "harbour office"}),
    ("Venn logged 70 oak trunks in the spring.", {"70": None}),
    ("The flood claimed the lives of 70 geese.", {"70": None}),
    ("It would seem as if the 70 geese were gone.", {"70": NOBODY}),
    ("Later estimates put the flock closer to 70.", {"70": "estimates"}),
    ("A warden identified the skipper as Tomas Ekdal, 70.", {"70": "warden"}),
    ("Wardens have responded to that mill 70 times.", {"70": None}),
    ("The wardens pronounced 70 geese dead.", {"70": None}),
    (
        "According to the Vessby Examiner's Office, Nils Ekdal, 70, of Vessby was drowned.",
        {"70": "Vessby Examiner's Office"},
    ),
    ("The wardens say Ekdal, 70, whose boat is “Heron,” was on the weir.", {"70": "wardens"}),
    ("Vessby: Boats adrift, 70 lost in storm\nThe storm broke in Vessby.", {"70": None}),
    ("Ekdal: Boats adrift, 70 lost in storm\nThe storm broke in Vessby.", {"70": "Ekdal"}),
    ("Venn posted on the council’s board accusing Ekdal of hiding 70 geese.", {"70": "Venn"}),
    ("The latest flood adds to the row that has gone on over 70 boats.", {"70": None}),
    ("Hardly a herder may win, given that 70 boats are in the race.", {"70": None}),
    ("Venn was reportedly at the weir, but they had left 70 boats behind.", {"70": None}),
    ("Two in three anglers think Venn has a chance — about 70 percent in the north.", {"70": None}),
    ("Ekdal spoke of 70 drowned geese.", {"70": "Ekdal"}),
    ("Ekdal showed up at the weir, where he sank 70 boats.", {"70": None}),
    ("The wardens found 70 geese dead in the reeds.", {"70": None}),
    ("The cart was found burning near 70 barns.", {"70": None}),
    ("The survey found 70 percent of geese sick.", {"70": "survey"}),
    ("Ekdal condemned the sale, losing 70 geese in a week.", {"70": None}),
    (
        "Seventy-two percent believe Venn will win, a 21-point gain since the survey was held in May.",
        {"21": None},
    ),
    (
        "Support for Venn rose, going from 40 to 46 percent in Monday’s poll.",
        {"40": "Monday’s poll", "46": "Monday’s poll"},
    ),
]


@pytest.mark.parametrize(("text", "expected"), OWNED)
def test_owner(text, expected):
    reading = read_article(text)
    got = {}
    for figure, owner in zip(reading.figures, reading.owners, strict=True):
        chain = reading.attributions[owner].chain if owner is not None else None
        got[figure.span.of(text)] = None if chain is None else chain[0].name if chain else NOBODY
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


def test_an_embedded_post_stands_on_its_author():
    text = "The mill closed.\nWe sold 96 boats in May.\n— Orla Venn\nIt had 12 gates."
    spans = [Span(0, 16), Span(17, 41), Span(42, 53), Span(54, 70)]
    author = Span(44, 53)
    kinds = (BlockKind.BODY, BlockKind.QUOTE, BlockKind.QUOTE, BlockKind.BODY)
    blocks = tuple(
        Block(span, kind, "case", author=author if kind is BlockKind.QUOTE else None)
        for span, kind in zip(spans, kinds, strict=True)
    )
    sentences = tuple(Sentence(span, number) for number, span in enumerate(spans))
    reading = Reading(Page("case", "case", PageKind.HTML, text), blocks, sentences=sentences)
    found = find_attributions(replace(reading, grammar=dict(enumerate(parse_spans(text, spans)))))
    posted = [one for one in found.attributions if one.chain and one.chain[0].name == "Orla Venn"]
    assert [one.content[0].of(text) for one in posted] == ["We sold 96 boats in May."]
