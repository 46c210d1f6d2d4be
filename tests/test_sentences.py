"""Where sentences end: a table of stretches, with a bar where the next sentence begins."""

import time

import pytest

from sayso.model import Block, Page, Reading, Span
from sayso.sentences import LONGEST, find_sentences
from sayso.vocabulary import BlockKind, PageKind


def split(text: str, kind: BlockKind = BlockKind.BODY) -> list[str]:
    page = Page("0", "test", PageKind.ARTICLE, text)
    reading = Reading(page, blocks=(Block(Span(0, len(text)), kind, "test"),))
    return [sentence.span.of(text) for sentence in find_sentences(reading)]


WHOLE = [
    ("The fee rose by 3.5 percent to $1.2 million.", "decimal"),
    ("Mr. Orrin Vale met Dr. Lise Marsh in St. Arlen.", "title"),
    ("Article No. 5 was dropped.", "number sign"),
    ("See Nos. 5 and 6, pp. 12-14, for details.", "number sign, plural"),
    ("J. K. Tamsin and A.B. Corwell signed it.", "initials"),
    ("Nils C. Tamsin and Ida P. Corwell signed it.", "initials that are abbreviations in small letters"),
    ("The U.S. Navy and the U.K. Treasury agreed.", "initialism before a name"),
    ("It opens at 9 a.m. Monday and shuts at 5 p.m. ET.", "clock before a day"),
    ("Harrow Mills Inc. Chairman Pell resigned.", "company before a title"),
    ("On Jan. 5 the town of Ketterly, Ga. lost power.", "month, state"),
    ("The fair ran Jan. 27-Feb. 1 in Harrow.", "month behind a hyphen"),
    ("He paid approx. 300 crowns (see p. 5. Also p. 6) for it.", "stop in a bracket"),
    ("“What now?” Ms Harlow asked.", "question in quotation marks, then who asked"),
    ("“Stop!” shouted the guard.", "exclamation, then a verb"),
    ("1. Wash the beans.", "list number"),
    ("She waited ... and nothing came.", "ellipsis inside"),
    ("The site example.org was down.", "address of a site"),
    ("The van Dorn family moved to Mt. Ebbing.", "Mt."),
    ("He sold his iPhone 4.5 days later.", "decimal after a name"),
    ("It is 3 ft. long, near Elm St. in Port St. Arlen.", "measure, street and saint"),
    ("“How much?” Tamsin of the county said.", "question, then who asked and of what"),
    ("It was 40 deg. C. at noon.", "degrees"),
]

PARTS = [
    ("He lives on Elm St. | The road is shut.", "street at the end"),
    ("It has 300 sq. ft. | The rest is leased.", "measure at the end"),
    ("So says Tamsin et al. | They counted 40.", "authors at the end"),
    ("He asked, “How much?” | She said 40.", "question, then a pronoun in capitals"),
    ("It rained. | It poured.", "two plain ones"),
    ("“It was bad. | We left.” | Then it rained.", "closing mark stays with its sentence"),
    ("He said: “We left.” | The hall was empty.", "quotation at the end"),
    ("She came from the U.S. | The trip took 3 days.", "initialism, then an opener"),
    ("The strike began in World War I. | The mill closed.", "numeral like an initial"),
    ("He said no. | They left.", "“no” at the end"),
    ("It ended at 5 p.m. | Crews stayed.", "clock, then a sentence"),
    ("It was bought by Harrow Mills Inc. | The price was 5 crowns.", "company at the end"),
    ("Prices fell in 2019. | 300 shops closed.", "year, then a digit"),
    ("Was it 40? | Nobody knew!", "question and exclamation"),
    ("“Why?” | The clerk had no answer.", "question, then no verb of saying"),
    ("He trailed off… | Nobody spoke.", "ellipsis at the end"),
    ("It was closed.[12] | The mayor said so.", "reference number"),
    ("The hall was closed.The mayor said so.", "missing space"),
    ("“It is over.”The mayor left.", "missing space after a closing mark"),
    ("It failed (see the note). | It failed again.", "bracket before the stop"),
    ("It failed. | (It had failed before. | Nobody knew.) | So they left.", "sentences in a bracket"),
    ("He left. | iPhone sales fell.", "name that starts small"),
    ("The rate is 5%. | “That is low,” he said.", "per cent, then a quotation"),
    ("Some left, etc. | The rest stayed.", "etc."),
    ("Line one goes on\nin line two. | A third one.", "hard-wrapped lines"),
    ("A title without a stop\n\n | A paragraph follows", "an empty line parts"),
]


@pytest.mark.parametrize(("text", "why"), WHOLE, ids=[why for _, why in WHOLE])
def test_one_sentence(text, why):
    assert split(text) == [text]


@pytest.mark.parametrize(("marked", "why"), PARTS, ids=[why for _, why in PARTS])
def test_where_it_parts(marked, why):
    if "missing space" in why:
        first, second = marked.split("The mayor")
        assert split(marked) == [first, "The mayor" + second]
        return
    parts = [part.strip() for part in marked.split("|")]
    assert split(marked.replace("| ", "")) == parts


@pytest.mark.parametrize(
    "kind", [BlockKind.FURNITURE, BlockKind.COMMENT, BlockKind.BYLINE, BlockKind.RELATED]
)
def test_what_is_no_report_has_no_sentences(kind):
    assert split("It rained. It poured.", kind) == []


def test_never_across_a_block_edge():
    text = "One without a stop\nAnother of 5 lines. End"
    blocks = (Block(Span(0, 18), BlockKind.BODY, "a"), Block(Span(19, len(text)), BlockKind.BODY, "b"))
    reading = Reading(Page("0", "test", PageKind.ARTICLE, text), blocks=blocks)
    assert [(s.span.of(text), s.block) for s in find_sentences(reading)] == [
        ("One without a stop", 0),
        ("Another of 5 lines.", 1),
        ("End", 1),
    ]


def test_a_list_is_read_line_by_line():
    assert split("5 apples\n6 pears\n\n7 plums", BlockKind.LIST) == ["5 apples", "6 pears", "7 plums"]


@pytest.mark.parametrize(
    "piece", [".", "(", ")", "()", "a. ", "“A. ", "\n", "A.", "No. ", " ", "?!", "(a. B", "x"]
)
def test_hostile_text_takes_linear_time(piece):
    text = piece * (400_000 // len(piece))
    start = time.process_time()
    sentences = split(text)
    assert time.process_time() - start < 4
    assert all(len(sentence) <= LONGEST for sentence in sentences)


BREAKS = [
    ("Arlen: 5 mills\n| Marl: 6 mills", BlockKind.BODY, "short lines"),
    ("The mill closed.\n| it will open again, they say", BlockKind.BODY, "behind a stop"),
    (
        "The mill was closed on Monday after a long and bitter fight over the weir at\nArlen.",
        BlockKind.BODY,
        "wrapped",
    ),
    ("The mill\nat Arlen closed.", BlockKind.BODY, "the sentence goes on"),
    ("Mill closes\nAfter 40 years", BlockKind.HEADLINE, "a headline on two lines"),
]


@pytest.mark.parametrize(("text", "kind", "why"), BREAKS, ids=[why for *_, why in BREAKS])
def test_line_breaks_that_a_page_asks_for(text, kind, why):
    plain = text.replace("| ", "")
    page = Page("0", "test", PageKind.HTML, plain)
    reading = Reading(page, blocks=(Block(Span(0, len(plain)), kind, "test"),))
    found = [sentence.span.of(plain) for sentence in find_sentences(reading)]
    assert found == text.split("\n| ")
