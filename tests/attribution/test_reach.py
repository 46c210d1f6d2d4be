"""How far a source reaches. All people and places are invented."""

from dataclasses import replace

import pytest
from whole_flow import read_text

from sayso.attribution import find_attributions
from sayso.model import Block, Page, Reading, Sentence, Span
from sayso.parser import parse_spans
from sayso.vocabulary import BlockKind, PageKind

CASES = [
    # What the writer saw, a rival's figures, markets, another survey and scenes turn away.
    (
        "Avenor said sales rose 9% in May. Sales at its competitor Osk dropped 7%.",
        {"9%": ("Avenor", False), "7%": None},
    ),
    (
        "The weir office said orders rose 9% in May. Orders at Venn Mills dropped 7%.",
        {"9%": ("weir office", False), "7%": None},
    ),
    (
        "The guild said loans rose 9% in May. Loans for punts dropped 7%.",
        {"9%": ("guild", False), "7%": ("guild", True)},
    ),
    (
        "The firm said profit fell 9% in May. Its share price dropped 7%.",
        {"9%": ("firm", False), "7%": None},
    ),
    (
        "The weir office said rents rose 9% in May. The average miller in our street pays 310 crowns.",
        {"9%": ("weir office", False), "310": None},
    ),
    (
        "The poll showed that 31% ate eels. In a Courier poll last week the share was 61%.",
        {"31%": ("poll", False), "61%": None},
    ),
    (
        "Police said 13 men were hurt. Another 61 watched from the weir.",
        {"13": ("Police", False), "61": None},
    ),
    (
        "Police said 13 men were hurt. Another 61 were arrested.",
        {"13": ("Police", False), "61": ("Police", True)},
    ),
    # text, for each figure the name of its nearest source and whether that was carried over
    (
        "The harbour office published its statistics for the autumn on Monday. In November, 418 ships left. "
        "In October there were 209.\n\nThe town has 12 clerks.",
        {"418": ("harbour office", True), "209": ("harbour office", True), "12": None},
    ),
    (
        "According to the harbour office, the port saw 4,100 ships last year. Some 38 percent of them were "
        "tankers. Another 1,200 were ferries. Clerks earn 2,100 crowns a month.",
        {
            "4,100": ("harbour office", False),
            "Some 38 percent": ("harbour office", True),
            "1,200": ("harbour office", True),
            "2,100": None,
        },
    ),
    (
        "The mayor said:\n\n• 300 trees were felled\n• 280 trees were sold\n\nThe town has 96 wells.",
        {"300": ("mayor", True), "280": ("mayor", True), "96": None},
    ),
    (
        "Pelle Marr reported on the statistics of theft. In May, 930 bicycles were stolen. "
        "However, the town has 96 locks.",
        {"930": ("Pelle Marr", True), "96": None},
    ),
    # A list that figures announce, and shares that go on behind a survey.
    (
        "The harbour office gave these figures:\n\n• 418 ships\n• 37 ferries\n\nThe town has 12 clerks.",
        {"418": ("harbour office", True), "37": ("harbour office", True), "12": None},
    ),
    (
        "Findings of the count, according to the guild:\n\n• 61% want a pier\n• 23% want a ferry",
        {"61%": ("guild", True), "23%": ("guild", True)},
    ),
    (
        "Of the anglers, 61% want a pier, according to the Vessby poll. Another 23% want a ferry. "
        "Her 38% lead is gone.",
        {"61%": ("Vessby poll", False), "23%": ("Vessby poll", True), "38%": None},
    ),
    (
        "The board lists its demands:\n\n1. A raise of 6%\n2. Some 31 days of leave\n\nIt has 12 clerks.",
        {"6%": ("board", True), "Some 31 days": ("board", True), "12": None},
    ),
    ("The report’s main points:\n\n• 41% of wells are dry", {"41%": ("report", True)}),
    (
        "The board gave the figures: 418 ships in May, 37 in June.",
        {"418": ("board", False), "37": ("board", False)},
    ),
    ("Holm’s best year:\n\n• 41 goals", {"41": None}),
    # Nobody is carried over a sentence of another's, nor by a statement that stands whole.
    (
        "The mayor said 40 men were held. The judge said 12 were freed. Another 3 of them fled.",
        {"40": ("mayor", False), "12": ("judge", False), "3": ("judge", True)},
    ),
    # A measure goes on behind a measure, also into the next paragraph; a share behind a survey.
    (
        "Eel sales fell by 7%, the Vessby Fish Office said.\n\nThe number of weirs dropped to 310. "
        "Exports were unchanged at 43 tons. It has 12 clerks.",
        {
            "7%": ("Vessby Fish Office", False),
            "310": ("Vessby Fish Office", True),
            "43 tons": ("Vessby Fish Office", True),
            "12": None,
        },
    ),
    (
        "The Vessby poll put Holm at 61%. Among millers the figure was 43%. Four years ago it was 17%.",
        {"61%": ("Vessby poll", False), "43%": ("Vessby poll", True), "Four years ago": None, "17%": None},
    ),
    # The tense stays shifted, or tells more of the one spoken of.
    (
        "Holm said 13 men were held. Officers had also found 61 knives. The jail had 9 cells.",
        {"13": ("Holm", False), "61": ("Holm", True), "9": None},
    ),
    (
        "Holm said his client had lost 430 crowns. She had repaid 61. Venn had 9 sons.",
        {"430": ("Holm", False), "61": ("Holm", True), "9": None},
    ),
    (
        "Holm said the bridge would cost 430 crowns. He had sold 17 eels.",
        {"430": ("Holm", False), "17": None},
    ),
    ("Holm said 13 were hurt. The hall had opened with 61 seats.", {"13": ("Holm", False), "61": None}),
    (
        "Holm said it cost 430 crowns. Repairs would take 17 days.",
        {"430": ("Holm", False), "17 days": ("Holm", True)},
    ),
    ("The mayor said 40 men were held. The jail has 90 cells.", {"40": ("mayor", False), "90": None}),
    # A release of statistics is told on over paragraphs, as long as nothing but statistics is told.
    (
        "Eel thefts rose by 7%, according to figures from the Weir Office.\n\nThere were 4,100 thefts, up "
        "from 3,830. Some 61 of them were of whole ponds.\n\nA further 310 men were fined. Raids on "
        "smokehouses fell by 3%. Shares in eels rose 9%.",
        {
            "7%": ("figures from the Weir Office", False),
            "4,100": ("figures from the Weir Office", True),
            "3,830": ("figures from the Weir Office", True),
            "Some 61": ("figures from the Weir Office", True),
            "310": ("figures from the Weir Office", True),
            "3%": ("figures from the Weir Office", True),
            "9%": None,
        },
    ),
    (
        "Eel thefts rose by 7%, the Weir Office said. There are 43 weirs.",
        {"7%": ("Weir Office", False), "43": None},
    ),
    (
        "Eel sales fell by 7%, the Weir Office said. Sales are lowest in Vessby, where 310 clerks work.",
        {"7%": ("Weir Office", False), "310": None},
    ),
    (
        "The study found that 61 millers slept well. The risk rose by 3%.",
        {"61": ("study", False), "3%": ("study", True)},
    ),
    # A poll is told on by parties and by those asked; not by a lead, and not by what was four years ago.
    (
        "The Vessby poll put Holm at 61%. The Millers are on 31% and the Weavers at 7%. Asked which of them "
        "lied, 430 voters named both.\n\nNearly 38% of respondents had eels. Holm won 9 seats.",
        {
            "61%": ("Vessby poll", False),
            "31%": ("Vessby poll", True),
            "7%": ("Vessby poll", True),
            "430": ("Vessby poll", True),
            "Nearly 38%": ("Vessby poll", True),
            "9": None,
        },
    ),
    # Up and down, averages and parts of a whole are measures too.
    (
        "Rents fell by 7%, the Weir Office said. Mills were worst: they were down 3%. The average mill "
        "now costs 4,100 crowns. Thefts of eels halved, to a quarter of that. Shares were down 9%.",
        {
            "7%": ("Weir Office", False),
            "3%": ("Weir Office", True),
            "4,100": ("Weir Office", True),
            "halved": ("Weir Office", True),
            "a quarter": ("Weir Office", True),
            "9%": None,
        },
    ),
    (
        "Police recorded 310 thefts of eels. Thefts of eels increased by 7%. The mill has 9 doors.",
        {"310": ("Police", False), "7%": ("Police", True), "9": None},
    ),
    (
        "The study found that 61 millers slept badly. Those who ate eels were 7% more likely to fall.",
        {"61": ("study", False), "7%": ("study", True)},
    ),
    # Bare plurals and numbers keep the shifted tense; whom something befell is counted by the same.
    (
        "Holm said 13 men were held. Officers had found 61 knives. Nine had fled.",
        {"13": ("Holm", False), "61": ("Holm", True), "Nine": ("Holm", True)},
    ),
    (
        "Police said 13 men fought. More than 61 people were hurt. The mill was shut for 9 days.",
        {"13": ("Police", False), "More than 61": ("Police", True), "9 days": None},
    ),
    ("Police said 13 men fought. The 61 people hurt sued.", {"13": ("Police", False), "61": None}),
    # What a document lays out is told on in its tense.
    (
        "Court papers showed the guild moved 4,100 crowns. One transfer of 310 went to Venn. He also bought "
        "17 eels. The guild has 9 clerks.",
        {
            "4,100": ("Court papers", False),
            "One": ("Court papers", True),
            "310": ("Court papers", True),
            "17": ("Court papers", True),
            "9": None,
        },
    ),
    (
        "The inquiry found that Holm had wasted 430 crowns. In one case a clerk got 61. Venn has 9 sons.",
        {"430": ("inquiry", False), "one": ("inquiry", True), "61": ("inquiry", True), "9": None},
    ),
    (
        "Holm said 61 had died. Seventeen of the dead were boys.",
        {"61": ("Holm", False), "Seventeen": ("Holm", True)},
    ),
    ("The mayor presented a trophy. It weighs 4 kilograms.", {"4 kilograms": None}),
    # Counts that go on: a number alone, those just told of, how many there were, what was hit.
    (
        "The coast guard said 87 sailors had been saved. Nine were still missing.",
        {"87": ("coast guard", False), "Nine": ("coast guard", True)},
    ),
    (
        "Police said the shooting lasted four minutes. There were 61 calls.",
        {"four minutes": ("Police", False), "61": ("Police", True)},
    ),
    (
        "The clinic said 6 percent of anglers had felt sick. Two anglers developed a rash.",
        {"6 percent": ("clinic", False), "Two": ("clinic", True)},
    ),
    (
        "The ministry said 43 villages had been cut off. Some 310 houses were destroyed.",
        {"43": ("ministry", False), "Some 310": ("ministry", True)},
    ),
    (
        "Police said 43 men had been held. There were 17 fires in the town last year.",
        {"43": ("Police", False), "17": None},
    ),
    (
        "The mayor said 43 pupils had come. Two dogs slept by the stove.",
        {"43": ("mayor", False), "Two": None},
    ),
    (
        "The guild said 910 had walked out. Twelve people held banners.",
        {"910": ("guild", False), "Twelve": None},
    ),
    # The same count again is the page's own.
    (
        "Police said at least 143 barns were burned. 143 barns were burned, and two sheds.",
        {"at least 143": ("Police", False), "143": None, "two": None},
    ),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_reach(text, expected):
    reading = read_text(text)
    got = {}
    for figure, owner in zip(reading.figures, reading.owners, strict=True):
        one = None if owner is None else reading.attributions[owner]
        got[figure.span.of(text)] = None if one is None else (one.chain[0].name, one.carried)
    assert got == expected


def test_a_table_stands_on_the_source_below_it():
    text = "Eels by year.\n2031\t43\n2032\t37\nSource: Vessby Weir Board\nIt has 12 gates."
    lines = text.split("\n")
    starts = [text.index(line) for line in lines]
    spans = [Span(start, start + len(line)) for start, line in zip(starts, lines, strict=True)]
    table = (BlockKind.BODY, BlockKind.TABLE, BlockKind.TABLE, BlockKind.BODY, BlockKind.BODY)
    blocks = tuple(Block(span, kind, "case") for span, kind in zip(spans, table, strict=True))
    sentences = tuple(Sentence(span, number) for number, span in enumerate(spans))
    reading = Reading(Page("case", "case", PageKind.HTML, text), blocks, sentences=sentences)
    found = find_attributions(replace(reading, grammar=dict(enumerate(parse_spans(text, spans)))))
    credited = [one for one in found.attributions if one.chain and one.chain[0].name == "Vessby Weir Board"]
    assert [[span.of(text) for span in one.content] for one in credited] == [["2031\t43\n2032\t37"]]
