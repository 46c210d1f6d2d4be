"""Cost of the figures stage on generated, invented sentences: prints, never asserts.

    python bench/figures.py [SENTENCES]

One line: sentences per CPU second of the stage alone (gate and figures; the parses are made before), and
the part of the sentences that the gate has parsed.
"""

import random
import sys
import time
from dataclasses import replace
from datetime import date

from sayso.figures import find_figures, may_hold_figure
from sayso.model import Block, Page, Reading, Sentence, Span
from sayso.parser import parse_spans
from sayso.vocabulary import BlockKind, PageKind

# About as in news: one sentence in two has a numeral, one in three a date.
SENTENCES = (
    "In {month} 2024, {n} geese were counted on the lake, twice as many as in {month} ({m}).",
    "Rents in {place} rose {p}.5% to ${n} a month, the council said on {month} 14.",
    "About {m} thousand people, or {p}% of the town, left between {month} and {month}.",
    "The mayor, Orla Venn, 51, paid between $10 million and $25 million for the old ferry.",
    "More than a dozen mills and tens of thousands of sheep were lost in the past three years.",
    "The 155th Harrow Brigade stands under articles 407 and 408 of the Fifth Republic.",
    "The pond near {place} is 3,200 metres ({p} miles) wide and at least {p} feet deep.",
    "The road along the lake was closed in the morning and opened again before noon.",
    "Volunteers carried sandbags from the school to the harbour until late in the evening.",
    "Nobody was hurt when the roof of the boathouse came down under the weight of the snow.",
    "The old mill, which stands a little above the village, was built by a family of weavers.",
    "Snow lay on the fields last week, and the trains from the coast were late.",
)
MONTHS = ("March", "May", "October", "November")
PLACES = ("Vessby", "Nordlys", "Fenland", "Harrow")


def article(seed: int, count: int) -> str:
    dice = random.Random(seed)
    lines = (
        dice.choice(SENTENCES).format(
            month=dice.choice(MONTHS),
            place=dice.choice(PLACES),
            n=f"{dice.randint(1000, 90000):,}",
            m=dice.randint(100, 999),
            p=dice.randint(2, 40),
        )
        for _ in range(count)
    )
    return "\n".join(lines)


def reading_of(text: str) -> Reading:
    spans, start = [], 0
    for line in text.split("\n"):
        spans.append(Span(start, start + len(line)))
        start += len(line) + 1
    page = Page("bench", "bench", PageKind.ARTICLE, text, published=date(2025, 1, 4), language="en")
    block = Block(Span(0, len(text)), BlockKind.BODY, "bench")
    return Reading(page, (block,), sentences=tuple(Sentence(span, 0) for span in spans))


def main() -> None:
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 2000
    reading = reading_of(article(7, count))
    text = reading.page.text
    find_figures(reading_of(article(8, 50)))
    began = time.process_time()
    wanted = [n for n, s in enumerate(reading.sentences) if may_hold_figure(s.span.of(text))]
    gate = time.process_time() - began
    parses = parse_spans(text, [reading.sentences[n].span for n in wanted])
    reading = replace(reading, grammar=dict(zip(wanted, parses, strict=True)))
    began = time.process_time()
    tally = find_figures(reading)
    spent = gate + time.process_time() - began
    print(
        f"figures: {count / spent:,.0f} sentences per CPU second for the stage alone, "
        f"{100 * len(wanted) / count:.0f}% of them parsed, {len(tally.figures)} figures"
    )


if __name__ == "__main__":
    main()
