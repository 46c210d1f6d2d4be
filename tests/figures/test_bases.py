"""Bases of rates, odds around their noun, sums with "plus", compared units. All cases are our own."""

from fractions import Fraction

import pytest

from sayso.vocabulary import Role

# text, each figure: words, role, what it is reckoned by
RATES = [
    ("There were 27 cases per 10,000 residents.", [("27", Role.COUNT, "10,000 residents")]),
    ("The rate fell to 3.4 per 1,000.", [("3.4 per 1,000", Role.COUNT, "1,000")]),
    ("It has 31 boys for every 100 girls.", [("31", Role.COUNT, "100 girls")]),
    (
        "The crew hired 310 in a year in which two mills shut.",
        [("310", Role.COUNT, None), ("two", Role.COUNT, None)],
    ),
    ("The shop opens 29 hours a week.", [("29 hours a week", Role.DURATION, "week")]),
    ("A farm of that size uses 270 litres of water a day.", [("270 litres", Role.MEASURE, "day")]),
    ("One pupil in nine failed.", [("One pupil in nine", Role.SHARE, None)]),
    ("One goal in 12 games is poor.", [("One", Role.COUNT, None), ("12", Role.COUNT, None)]),
    ("The park sold 2,700 day passes.", [("2,700", Role.COUNT, None)]),
    ("A 12 month lease ended.", [("12 month", Role.DURATION, None)]),
    ("Calder trades at 13 times earnings.", [("13 times", Role.RATIO, None)]),
    ("Venn beat Pell by nearly 3-to-1.", [("nearly 3-to-1", Role.RATIO, None)]),
    ("Ned Pell died at 87.", [("87", Role.AGE, None)]),
    ("A woman of 71 was hurt.", [("71", Role.AGE, None)]),
    ("A man of 12 trades was hurt.", [("12", Role.COUNT, None)]),
    ("A crowd of 71 was hurt.", [("71", Role.COUNT, None)]),
    ("On the first day 318 people came.", [("318", Role.COUNT, None)]),
    ("The bill adds up to $9 million.", [("$9 million", Role.MONEY, None)]),
]


@pytest.mark.parametrize(("text", "expected"), RATES)
def test_rates_and_their_bases(tally, text, expected):
    assert [(one.span.of(text), one.role, one.per) for one in tally(text).figures] == expected


# text, each figure: words, unit, value
UNITS = [
    ("The shop opens 29 hours a week instead of 41.", [("29 hours a week", "hour", 29), ("41", "hour", 41)]),
    ("The rate rose to 4.2% from 3.7.", [("4.2%", "%", Fraction(21, 5)), ("3.7", "%", Fraction(37, 10))]),
    ("Venn leads by 47 percent to 39.", [("47 percent", "%", 47), ("39", "%", 39)]),
    ("Fares fell 3% against 410 in May.", [("3%", "%", 3), ("410", None, 410)]),
    ("Pell won in 2h 15m 30s.", [("2h 15m 30s", "hour", Fraction(271, 120))]),
    ("It cost $19m plus $3m in fees.", [("$19m", "USD", 19_000_000), ("$3m", "USD", 3_000_000)]),
    ("He was fined £3,200 plus costs.", [("£3,200", "GBP", 3200)]),
    ("The charge is 7％ of rent.", [("7％", "%", 7)]),
    ("The find took the toll from 17 to 23.", [("17", None, 17), ("23", None, 23)]),
    ("The index shed 2%, or 83 points, on Friday.", [("2%", "%", 2), ("83 points", "point", 83)]),
    ("It took 21 inches of rain on Marlow and 14 on Halden.", [("21 inches", "in", 21), ("14", "in", 14)]),
    ("Nurses saw children under six.", [("under six", "year", 6)]),
    ("Fares start at $35 and go up to $240.", [("$35", "USD", 35), ("$240", "USD", 240)]),
    ("Marlow went 11-4-2 through 17 games.", [("17", None, 17)]),
    ("The ship lost 11 men,14 Norlanders and a mate.", [("11", None, 11), ("14", None, 14)]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), UNITS)
def test_units_of_compared_figures(tally, text, expected):
    assert [(one.span.of(text), one.unit, one.value) for one in tally(text).figures] == expected


# text, words of the figure, its thing
THINGS = [
    ("The flu struck 5,100 people in 13 towns and killed 210.", "210", "people"),
    ("Ned Pell, a 71-year-old father of three, drowned.", "three", None),
    ("A bus with 34 aboard fell.", "34", None),
    ("There were 1,210 fires in May, down 7%.", "7%", "fires"),
    ("They made 310 objections to the 140-home scheme.", "140-home", "home scheme"),
    ("Class sizes average 27.", "27", "Class sizes"),
    ("Exports fell by a quarter to 3 million tonnes.", "a quarter", "Exports"),
    ("Brandt took 53% of the vote to Venn's 41%.", "41%", "vote"),
    ("Doctors say 30 milligrams a day is enough.", "30 milligrams a day", None),
    ("Venn had moved £2.1m through banks.", "£2.1m", None),
    ("The 310 MW plant lies within nine miles of Marlow.", "within nine miles", None),
    ("It fell short of the $9.1bn analysts had expected.", "$9.1bn", None),
    ("Wheat prices jumped 30% since the port closed, to $290 a tonne.", "$290 a tonne", "Wheat prices"),
    ("The blast left a crater 14 metres wide.", "14 metres", "crater"),
    ("The census put the population at 51,300, up 4,200 on 2021.", "51,300", "population"),
    ("Calder sold 2.4 million phones, 13% fewer than a year ago.", "13%", "phones"),
    ("It gave out 7,000 meals, six times as many as in May.", "six times as many", "meals"),
    ("The reds won 29 seats, the Greens 14.", "14", "Greens"),
]


@pytest.mark.parametrize(("text", "words", "thing"), THINGS)
def test_things(tally, text, words, thing):
    figure = next(one for one in tally(text).figures if one.span.of(text) == words)
    assert (figure.thing and figure.thing.of(text)) == thing


# text, the words of each figure's time
TIMES = [
    ("The club sold 410 seats, 30 more than last year.", [None, None]),
    ("It sold 410 seats in May, up from 380 in April.", ["in May", "in April"]),
    ("Only 11 cranes are left, half as many as in 2021.", [None, None]),
    ("Venn, who turns 41 next week, has won 110 fights.", [None, None]),
    ("It won 19 seats, 12 more than in 2027, on a turnout of 51%.", [None, None, None]),
    ("Nearly 7,000 homes lost water; 1,100 had none on Friday.", [None, "on Friday"]),
    ("Its boats, which have lost half their trade since May, closed at $3.21.", ["since May", None]),
    ("The 12-mile bypass, first mooted 20 years ago, will save nine minutes.", [None, None, None]),
    ("In May the council spent $3m on roads.", ["In May"]),
]


@pytest.mark.parametrize(("text", "whens"), TIMES)
def test_whose_a_date_is(tally, text, whens):
    found = tally(text, published="2031-07-02").figures
    assert [one.when and one.when.span.of(text) for one in found] == whens
