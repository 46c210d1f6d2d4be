"""Cost of the attribution stage on generated, invented articles: prints, never asserts.

    python bench/attribution.py [ARTICLES]

One line: CPU milliseconds for an article of 750 words, the parse of the sentences that this stage asks
for included, and the part of the words that were parsed.
"""

import random
import sys
import time
from dataclasses import replace

from sayso.attribution import find_attributions, may_hold_attribution
from sayso.model import Block, Page, Reading, Span
from sayso.parser import parse_spans
from sayso.sentences import find_sentences
from sayso.vocabulary import BlockKind, PageKind

WORDS = 750
# What an article is made of, about as often as in news: one sentence in two hands something over.
SENTENCES = (
    "Mayor {name} said the new bridge over the {place} had cost {n} crowns and would last for years.",
    "“We lost {n} sheep in a single night, and nobody came up the valley to help us,” {name} said.",
    "“It was the coldest night of the winter. The wind came down from the {place} ridge and did not stop.”",
    "According to the {place} Relief Agency, {n} people left their homes before the water came.",
    "A report by the {place} Institute found that {n} of the wells in the district had run dry.",
    "The {place} Herald reported, citing a source in the ministry, that the ferry would be sold.",
    "The road along the lake was closed in the morning and opened again shortly before noon.",
    "Volunteers carried sandbags from the school to the harbour until late in the evening.",
    "The old mill, which stands a little above the village, was built by a family of weavers.",
    "Nobody was hurt when the roof of the boathouse came down under the weight of the snow.",
    "Snow lay on the fields, and the trains from the coast were late for the third day in a row.",
    "The two villages have shared a school since the smaller one lost its last teacher.",
)
NAMES = ("Ilse Brandow", "Tomas Ekdal", "Orla Venn", "Pelle Marr")
PLACES = ("Vessby", "Nordlys", "Fenland", "Harrow")


def article(seed: int) -> str:
    """One invented article of about 750 words."""
    dice = random.Random(seed)
    paragraphs: list[str] = []
    while len(" ".join(paragraphs).split()) < WORDS:
        lines = [
            dice.choice(SENTENCES).format(
                name=dice.choice(NAMES), place=dice.choice(PLACES), n=dice.randint(2, 9_000)
            )
            for _ in range(dice.randint(1, 3))
        ]
        paragraphs.append(" ".join(lines))
    return "\n\n".join(paragraphs)


def main() -> None:
    """Read the articles once to warm up and once for the clock."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 40
    articles = [article(seed) for seed in range(count)]
    parse_spans("Warm up.", [Span(0, 8)])
    words = parsed = 0
    spent = 0.0
    for text in articles:
        page = Page("id", "invented", PageKind.ARTICLE, text)
        reading = Reading(page, (Block(Span(0, len(text)), BlockKind.BODY, "bench"),))
        reading = replace(reading, sentences=find_sentences(reading))
        start = time.process_time()
        wanted = [
            number
            for number, sentence in enumerate(reading.sentences)
            if may_hold_attribution(sentence.span.of(text))
        ]
        spans = [reading.sentences[number].span for number in wanted]
        reading = replace(reading, grammar=dict(zip(wanted, parse_spans(text, spans), strict=True)))
        find_attributions(reading)
        spent += time.process_time() - start
        words += len(text.split())
        parsed += sum(len(span.of(text).split()) for span in spans)
    print(
        f"attribution: {1000 * spent * WORDS / words:.1f} ms CPU for {WORDS} words, "
        f"{100 * parsed / words:.0f}% of the words parsed"
    )


if __name__ == "__main__":
    main()
