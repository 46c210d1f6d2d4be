"""CPU time of the sums of a 750-word article once its figures are known: printed, never asserted."""

# ruff: noqa: E501 — the article reads best as it is.
import time
from dataclasses import replace

from sayso.intake import read_pages
from sayso.parser import parse_spans
from sayso.read import read
from sayso.sums import check_sums
from sayso.vocabulary import PageKind

# One paragraph of 75 words with the figures that news has of it, told ten times with others.
PARAGRAPH = (
    "Arrests in Oldmoor rose {a}% from {b:,} to {c:,} in May, said Ada Brandt, who leads the police of the town "
    "and has asked the council for more money since she took over. This is twice as many as in April ({e:,}), "
    "the mayor said. Nobody at the town hall would say when the next count is due or who is going to pay for "
    "it, and the paper has found no document that tells how the figures are gathered or what they leave out.\n\n"
)
ROUNDS = 200


PLAIN = (
    "The council had long been warned, and the people of the harbour quarter say that nobody listened to them "
    "when there was still time. They want the old ferry back, the school by the mill kept open and the market "
    "moved away from the bridge. The mayor has promised to answer their letter before the summer, and the paper "
    "will print what the town hall says as soon as it has been received and read by the editors of the desk.\n\n"
)


def article() -> str:
    """Five paragraphs with figures and five without: twice as many figures as the common run of news."""
    told = (PARAGRAPH.format(a=19, b=2_403 * (n + 1), c=2_860 * (n + 1), e=1_425 * (n + 1)) for n in range(5))
    return "Arrests rise in Oldmoor\n\n" + "".join(paragraph + PLAIN for paragraph in told)


def main() -> None:
    text = article()
    reading = read(next(iter(read_pages(text.encode(), "bench", PageKind.ARTICLE, None))), parse_spans)
    reading = replace(reading, checks=(), conflicts=(), findings=())
    check_sums(reading)
    start = time.process_time()
    for _ in range(ROUNDS):
        checks = check_sums(reading)
    spent = 1000 * (time.process_time() - start) / ROUNDS
    size = f"{len(text.split())} words, {len(reading.figures)} figures, {len(checks)} sums"
    print(f"sums: {spent:.2f} ms CPU for {size} (goal: 3 ms)")


if __name__ == "__main__":
    main()
