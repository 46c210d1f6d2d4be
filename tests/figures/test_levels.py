"""Things found through the clause: levels of one thing, pronouns, torn clauses. All cases are our own."""

from dataclasses import replace

import pytest

from sayso.figures import find_figures
from sayso.model import Block, Page, Reading, Sentence, Span
from sayso.parser import parse_spans
from sayso.vocabulary import BlockKind, PageKind, Role

# text, words of the figure, its thing
CASES = [
    ("The fee rose to $9, up from $7.", "$7", "fee"),
    ("The mill reported 31 cases, increasing from 26 in May.", "26", "cases"),
    ("Rents averaged $410 versus last year's $395.", "$395", "Rents"),
    ("Rents averaged $410 versus $395.", "$395", "Rents"),
    ("The crown was weak, easing against the mark to 61.3 DKK.", "61.3 DKK", "crown"),
    ("The shares are liked and they were up 6pc on Monday.", "6pc", "shares"),
    ("The oven is small, but it can reach 310 degrees.", "310 degrees", "oven"),
    ("Halden said it cost $5 million.", "$5 million", None),
    ("The weight of the bridge grew and the load on it was 5 tonnes.", "5 tonnes", "load"),
    ("The vote led to a closure for more than five months.", "more than five months", "closure"),
    ("He got six years in prison.", "six years", "prison"),
    ("A second motor was built in, giving the car 210 horsepower.", "210 horsepower", "car"),
    ("The shop sells two-, four- and six-door models.", "four-", "models"),
    ("Their older daughter Orla, who turned 9, left.", "9", "daughter Orla"),
    ("The index began low, but was last trading up about 2%.", "about 2%", "index"),
    ("She got a 14 percent share, 3 percent higher than elsewhere.", "3 percent", "share"),
    ("They agreed the sale of a stake in the line for $92 million.", "$92 million", "sale"),
    ("The line cut its forecast for the year ended in May to $3 million.", "$3 million", "forecast"),
    ("The mill sold for a record $61 million.", "$61 million", "mill"),
    ("The council raised $37 million.", "$37 million", None),
    ("The pound went to $2 in the event of a vote.", "$2", "pound"),
    ("The clerk was among the more than 900 in attendance.", "more than 900", None),
    ("The index fell 12.5 -1.2%", "-1.2%", "index"),
    ("The sampling came back at 6 ppm.", "6 ppm", "sampling"),
    ("They used a tapered tube (3mm inner diameter) there.", "3mm", "inner diameter"),
    ("They used a tube (3mm) there.", "3mm", "tube"),
    ("The ferry is about 18k cheaper than its rivals.", "about 18k", "ferry"),
    ("That sent the shares up and they were 7% higher on Friday.", "7%", "shares"),
    ("Their older daughter Orla, who turned 9, left.", "9", "daughter Orla"),
    ("The index began low, but was last trading up about 2%.", "about 2%", "index"),
    ("She got a 14 percent share, 3 percent higher than elsewhere.", "3 percent", "share"),
    ("They agreed the sale of a 40 per cent stake for $58 million.", "$58 million", "sale"),
]


@pytest.mark.parametrize(("text", "words", "thing"), CASES)
def test_thing_of_a_level(tally, text, words, thing):
    figure = next(f for f in tally(text).figures if f.span.of(text) == words)
    found = figure.thing and figure.thing.of(text)
    assert (found is None) == (thing is None)
    assert (thing or "") in (found or "")


# text, words of the figure, what it is reckoned by
RATES = [
    ("The goal of $7 million - a sum that nobody has - was met.", "$7 million", None),
    ("The lease is worth $7m-a-year.", "$7m-a-year", "year"),
]


@pytest.mark.parametrize(("text", "words", "per"), RATES)
def test_only_a_tight_hyphen_joins_a_rate(tally, text, words, per):
    assert next((f.span.of(text), f.per) for f in tally(text).figures) == (words, per)


def test_a_ratio_behind_by_is_no_time_of_day(tally):
    text = "Geese outnumber ducks by about five to one."
    assert [f.span.of(text) for f in tally(text).figures] == ["about five to one"]
    assert not tally("They came at about five to one.").figures


# text, its ratios
RATIOS = [
    ("Venn led Halden more than 3-1 in the poll.", ["more than 3-1"]),
    ("Mills outnumber ferries nearly 6-1 there.", ["nearly 6-1"]),
    (
        "They liked it by a ratio of about five to one, versus about three to one before.",
        ["about five to one", "about three to one"],
    ),
    ("Venn won 3-1 in May.", []),
    ("The road is about 3-1/2 miles long.", []),
]


@pytest.mark.parametrize(("text", "ratios"), RATIOS)
def test_ratios_to_one(tally, text, ratios):
    assert [f.span.of(text) for f in tally(text).figures if f.role is Role.RATIO] == ratios


def test_cells_of_a_table_are_read_each_for_itself():
    row = "Fenland\t40\t42%\tOctober 2031\tTotal of 96"
    page = Page("case", "case", PageKind.HTML, row)
    span = Span(0, len(row))
    reading = Reading(page, (Block(span, BlockKind.TABLE, "case"),), sentences=(Sentence(span, 0),))
    reading = replace(reading, grammar=dict(enumerate(parse_spans(row, [span]))))
    found = find_figures(reading)
    assert [figure.span.of(row) for figure in found.figures] == ["40", "42%", "96"]
    assert [label.span.of(row) for label in found.labels] == ["October 2031"]
