"""Figures with role, unit, hedge and interval (design, section 6). All cases are our own."""

from fractions import Fraction

import pytest

from sayso.figures import may_hold_figure

F = Fraction

# text, then each figure: words, role, unit, low, high, hedge
CASES = [
    ("The mill lost 19 thousand geese.", ("19 thousand", "count", None, 18500, 19500, "exact")),
    ("The mill lost 1,700 (!) geese.", ("1,700", "count", None, 1650, 1750, "exact")),
    ("About a thousand geese came.", ("About a thousand", "count", None, 900, 1100, "about")),
    ("Some 12,000 geese came.", ("Some 12,000", "count", None, 10800, 13200, "about")),
    ("Only 10 percent of the geese came.", ("10 percent", "share", "%", F("9.5"), F("10.5"), "exact")),
    ("Almost 40% came.", ("Almost 40%", "percent", "%", F("34.8"), 40, "nearly")),
    ("About 1% came.", ("About 1%", "percent", "%", F("0.5"), F("1.5"), "about")),
    ("More than 600 boats sank.", ("More than 600", "count", None, 600, 900, "over")),
    ("Just over 200 boats sank.", ("Just over 200", "count", None, 200, 230, "over")),
    ("Fewer than 50 boats sank.", ("Fewer than 50", "count", None, 25, 50, "under")),
    ("At least 38 boats sank.", ("At least 38", "count", None, 38, 57, "at_least")),
    ("Up to 30 boats sank.", ("Up to 30", "count", None, 0, 30, "at_most")),
    ("300 boats or more sank.", ("300", "count", None, 300, 450, "at_least")),
    ("Boats of 300 tonnes or more sank.", ("300 tonnes or more", "measure", "tonne", 300, 450, "at_least")),
    (
        "It is at most half of the true catch.",
        ("at most half", "share", None, F("0.25"), F("0.5"), "at_most"),
    ),
    (
        "A third of the geese came.",
        ("A third", "share", None, F(1, 3) - F("0.025"), F(1, 3) + F("0.025"), "exact"),
    ),
    ("One in five geese came.", ("One in five", "share", None, F("0.17"), F("0.23"), "exact")),
    ("Twice as many geese came.", ("Twice as many", "ratio", None, F("1.84"), F("2.16"), "exact")),
    (
        "It is 5.5 times as many as in May.",
        ("5.5 times as many", "ratio", None, F("5.06"), F("5.94"), "exact"),
    ),
    ("At least half of the geese came.", ("At least half", "share", None, F("0.5"), F("0.75"), "at_least")),
    ("More than one goose came.", ("More than one", "count", None, 2, None, "over")),
    (
        "Nearly eight of 10 voters agreed.",
        ("Nearly eight of 10", "share", None, F("0.696"), F("0.8"), "nearly"),
    ),
    ("More than half of the geese came.", ("More than half", "share", None, F("0.5"), 1, "over")),
    ("Its 100,000-plus members left.", ("100,000-plus", "count", None, 100000, 150000, "over")),
    ("A 17-goose pen burned.", ("17-goose", "count", None, 17, 17, "exact")),
    ("Rents fell in the pond over four years.", ("four years", "duration", "year", 4, 4, "exact")),
    ("It stood for over four years.", ("over four years", "duration", "year", 4, 6, "over")),
    (
        "It ran for 3 hours 15 minutes.",
        ("3 hours 15 minutes", "duration", "hour", 3 + F(29, 120), 3 + F(31, 120), "exact"),
    ),
    (
        "It fails nine times out of ten.",
        ("nine times out of ten", "share", None, F("0.87"), F("0.93"), "exact"),
    ),
    ("It cost 310 Swedish crowns.", ("310 Swedish crowns", "money", "SEK", 310, 310, "exact")),
    ("She handed over 30 geese.", ("30", "count", None, 30, 30, "exact")),
    ("He was jailed for a year.", ("a year", "duration", "year", 1, 1, "exact")),
    ("The twofold difference remains.", ("twofold", "ratio", None, F("1.84"), F("2.16"), "exact")),
    ("She rang three times.", ("three", "count", None, 3, 3, "exact")),
    ("She rang twice.", ("twice", "count", None, 2, 2, "exact")),
    ("Dozens of geese came.", ("Dozens", "count", None, 24, 99, "vague")),
    ("A majority of geese came.", ("A majority", "share", None, F("0.5"), 1, "over")),
    ("The vast majority of geese came.", ("The vast majority", "share", None, F("0.5"), 1, "over")),
    ("It has a majority of 31.", ("31", "count", None, 31, 31, "exact")),
    (
        "It needs a two-thirds majority of geese.",
        ("two-thirds", "share", None, F(2, 3) - F("0.025"), F(2, 3) + F("0.025"), "exact"),
    ),
    ("Some 17,000 geese or so came.", ("Some 17,000", "count", None, 15300, 18700, "about")),
    ("He met 43 geese at least.", ("43", "count", None, 43, F("64.5"), "at_least")),
    ("43, give or take, came.", ("43, give or take", "count", None, F("38.7"), F("47.3"), "about")),
    ("43ish geese came.", ("43ish", "count", None, F("38.7"), F("47.3"), "about")),
    ("Approx. 43 geese came.", ("Approx. 43", "count", None, F("38.7"), F("47.3"), "about")),
    ("Perhaps 43 geese came.", ("Perhaps 43", "count", None, F("38.7"), F("47.3"), "about")),
    ("Far fewer than 43 geese came.", ("Far fewer than 43", "count", None, F("21.5"), 43, "under")),
    ("Not quite 43 geese came.", ("Not quite 43", "count", None, F("37.41"), 43, "nearly")),
    ("The toll passed 43.", ("passed 43", "count", None, 43, F("64.5"), "over")),
    ("She passed 43 geese.", ("43", "count", None, 43, 43, "exact")),
    ("Geese aged 43 and older came.", ("43 and older", "age", "year", 43, F("64.5"), "at_least")),
    ("In all 1,043 geese were shot.", ("1,043", "count", None, 1043, 1043, "exact")),
    ("In all 43 barns, geese came.", ("all 43", "count", None, 43, 43, "exact")),
    ("It took more than an hour.", ("more than an hour", "duration", "hour", 1, F("1.5"), "over")),
    ("It took a week.", ("a week", "duration", "week", 1, 1, "exact")),
    ("It stood a day or two.", ("a day or two", "duration", "day", 1, 2, "vague")),
    (
        "It stood for a year and a half.",
        ("a year and a half", "duration", "year", F("1.45"), F("1.55"), "exact"),
    ),
    ("It lies a mile and a half off.", ("a mile and a half", "measure", "mi", F("1.45"), F("1.55"), "exact")),
    ("A few thousand geese came.", ("A few thousand", "count", None, 2000, 6000, "vague")),
    ("More than a few geese came.", ("More than a few", "count", None, 2, 9, "over")),
    ("Tens of thousands of crowns went.", ("Tens of thousands", "count", None, 20000, 99999, "vague")),
    ("Thousands of dollars went.", ("Thousands of dollars", "money", "USD", 2000, 9999, "vague")),
    ("It cost $300 million.", ("$300 million", "money", "USD", 299500000, 300500000, "exact")),
    ("It cost £30bn.", ("£30bn", "money", "GBP", F(10**9) * F("29.5"), F(10**9) * F("30.5"), "exact")),
    ("It cost 900 million euros.", ("900 million euros", "money", "EUR", 899500000, 900500000, "exact")),
    ("It cost $12.50.", ("$12.50", "money", "USD", F("12.495"), F("12.505"), "exact")),
    ("It cost US$40 a tonne.", ("US$40 a tonne", "money", "USD/tonne", 40, 40, "exact")),
    ("It cost 50 cents.", ("50 cents", "money", "USD", F("0.5"), F("0.5"), "exact")),
    (
        "It cost three dollars 50 cents.",
        ("three dollars 50 cents", "money", "USD", F("3.495"), F("3.505"), "exact"),
    ),
    ("Rents lie between $10 and $25.", ("between $10 and $25", "money", "USD", 10, 25, "exact")),
    ("Rents of $3 to $5 million fell.", ("$3 to $5 million", "money", "USD", 3000000, 5000000, "exact")),
    ("It took six or seven months.", ("six or seven months", "duration", "month", 6, 7, "exact")),
    (
        "Flats of from 430 sq ft up to 870 sq ft.",
        ("from 430 sq ft up to 870 sq ft", "measure", "sq ft", 430, 870, "exact"),
    ),
    ("It took 10–15 days.", ("10–15 days", "duration", "day", 10, 15, "exact")),
    ("It closed three years ago.", ("three years ago", "duration", "year", 3, 3, "exact")),
    ("It took less than 10 minutes.", ("less than 10 minutes", "duration", "minute", 5, 10, "under")),
    ("It took half an hour.", ("half an hour", "duration", "hour", F("0.45"), F("0.55"), "exact")),
    ("A two-day fair began.", ("two-day", "duration", "day", 2, 2, "exact")),
    ("The 43-year-old miller left.", ("43-year-old", "age", "year", 43, 43, "exact")),
    ("Orla Venn, 51, left.", ("51", "age", "year", 51, 51, "exact")),
    ("He left when he was 17.", ("17", "age", "year", 17, 17, "exact")),
    ("The pond is 3,200 metres wide.", ("3,200 metres", "measure", "m", 3150, 3250, "exact")),
    ("It is minus 12 degrees Celsius.", ("minus 12 degrees Celsius", "measure", "°C", -12, -12, "exact")),
    (
        "The pole is 7 ft 3 in tall.",
        ("7 ft 3 in", "measure", "ft", 7 + F(1, 4) - F(1, 24), 7 + F(1, 4) + F(1, 24), "exact"),
    ),
    ("Winds reached 80 km/h.", ("80 km/h", "measure", "km/h", 80, 80, "exact")),
    ("Support in the poll fell 4 points.", ("4 points", "percent", "pp", F("3.5"), F("4.5"), "exact")),
    ("Venn has a 16-point margin in the poll.", ("16-point", "percent", "pp", F("15.5"), F("16.5"), "exact")),
    ("The team led the poll leaders by 24 points at halftime.", ("24", "count", None, 24, 24, "exact")),
    ("It passed by a 3 to 1 margin.", ("3 to 1", "ratio", None, F("2.76"), F("3.24"), "exact")),
    (
        "It grew by a quarter of 1 percent.",
        ("a quarter of 1 percent", "percent", "%", F("0.2"), F("0.3"), "exact"),
    ),
    ("The initial dozen mills closed.", ("dozen", "count", None, 12, 12, "exact")),
    ("Tickets cost $174 a seat.", ("$174 a seat", "money", "USD/seat", 174, 174, "exact")),
    ("It fell to 350–375 million trees.", ("350–375 million", "count", None, 350000000, 375000000, "exact")),
    ("He scored 18 points.", ("18", "count", None, 18, 18, "exact")),
    (
        "Growth slowed by 0.3 percentage points.",
        ("0.3 percentage points", "percent", "pp", F("0.25"), F("0.35"), "exact"),
    ),
    (
        "More than 10 but less than 40 boats sank.",
        ("More than 10 but less than 40", "count", None, 10, 40, "exact"),
    ),
]


@pytest.mark.parametrize(("text", "figure"), CASES)
def test_one_figure(tally, text, figure):
    found = [(f.span.of(text), f.role, f.unit, f.low, f.high, f.hedge) for f in tally(text).figures]
    assert found == [figure]


# text, its only figure: words, unit, low, high
MEASURED = [
    ("The bog covers 63 km² in Fenland.", "63 km²", "km²", 63, 63),
    ("The bog holds 4,710 m³.", "4,710 m³", "m³", 4710, 4710),
    ("The rope bears 71 ksi.", "71 ksi", "ksi", 71, 71),
    ("The barge has 165 PS.", "165 PS", "PS", 165, 165),
    ("They sold 83 PS5 consoles.", "83", None, 83, 83),
    ("It is a 7 W LED lamp.", "7 W", "W", 7, 7),
    ('The eel is 14 " long.', '14 "', "in", 14, 14),
    ("The miller is 6-foot-3.", "6-foot-3", "ft", 6 + F(5, 24), 6 + F(7, 24)),
    ("The miller is 5'9\" tall.", "5'9\"", "ft", 5 + F(17, 24), 5 + F(19, 24)),
    ("It was 13 degrees below zero.", "13 degrees below zero", "°", -13, -13),
    ("It was −4 to −9 °C in the mill.", "−4 to −9 °C", "°C", -9, -4),
    ("The barge moved 74 TEU.", "74 TEU", "TEU", 74, 74),
    ("The mill is worth 4 billion pounds.", "4 billion pounds", "GBP", 3800000000, 4200000000),
    ("The miller was fined 410 pounds.", "410 pounds", "GBP", 410, 410),
    ("The miller weighs 210 pounds.", "210 pounds", "lb", 210, 210),
    ("They milled 3 million pounds of oats.", "3 million pounds", "lb", 2850000, 3150000),
    ("They lost thousands of pounds in the flood.", "thousands of pounds", "GBP", 2000, 9999),
    ("It cost 7 pounds and 25 pence.", "7 pounds and 25 pence", "GBP", F("7.245"), F("7.255")),
    ("It bought a 6-pound loaf.", "6-pound", "lb", 6, 6),
    ("It got a 610-pound fine.", "610-pound", "GBP", 610, 610),
    ("It cost 1,310 Kč.", "1,310 Kč", "CZK", 1310, 1310),
    ("The barge cost €310-420m.", "€310-420m", "EUR", 310000000, 420000000),
    ("A 35-million-crown barge sank.", "35-million-crown", None, 34500000, 35500000),
    ("Growth slowed by 0.6 of a percentage point.", "0.6 of a percentage point", "pp", F("0.55"), F("0.65")),
    ("Rates fell by a quarter-point.", "a quarter-point", "pp", F("0.2"), F("0.3")),
    ("Rates fell three-quarters of a point.", "three-quarters of a point", "pp", F("0.7"), F("0.8")),
    ("The mill index fell half a point.", "half", None, F("0.475"), F("0.525")),
]


@pytest.mark.parametrize(("text", "words", "unit", "low", "high"), MEASURED)
def test_measured(tally, text, words, unit, low, high):
    assert [(f.span.of(text), f.unit, f.low, f.high) for f in tally(text).figures] == [
        (words, unit, low, high)
    ]


# text, each figure's words and unit
PAIRS = [
    ("Rents went from $170 to $190 to $215.", [("$170", "USD"), ("$190", "USD"), ("$215", "USD")]),
    ("Growth fell from 2 percent to 3 to 4 percent.", [("2 percent", "%"), ("3 to 4 percent", "%")]),
    ("The pen is 14 x 62 feet.", [("14", "ft"), ("62 feet", "ft")]),
    ("The pen is 14 by 8 metres.", [("14", "m"), ("8 metres", "m")]),
    ("Rents rose from 3 to 5 percent.", [("3", "%"), ("5 percent", "%")]),
    ("Consumption fell from 14 mpg to 12.", [("14 mpg", "mpg"), ("12", "mpg")]),
    ("They offer two- and three-year terms.", [("two-", "year"), ("three-year", "year")]),
    ("Venn trails in the poll (37 percent to 43 percent).", [("37 percent", "%"), ("43 percent", "%")]),
    ("They have either $43 billion or $55 billion.", [("$43 billion", "USD"), ("$55 billion", "USD")]),
    ("Mill shares: 225.86 -12.99 -5.44%.", [("225.86", None), ("-12.99", None), ("-5.44%", "%")]),
    ("The fen is 310 miles (499 km) wide.", [("310 miles", "mi"), ("499 km", "km")]),
    ("More than 40 geese and less than 10 ducks came.", [("More than 40", None), ("less than 10", None)]),
    ("Two girls left, aged 5 and 7.", [("Two", None), ("5", "year"), ("7", "year")]),
    ("It takes 25k or 40k geese.", [("25k", None), ("40k", None)]),
    ("The Fen index gained 0.57 per cent to 2,114.36.", [("0.57 per cent", "%"), ("2,114.36", None)]),
    ("Rents fell to 7% and then edged up to 8%.", [("7%", "%"), ("8%", "%")]),
    ("The other one will not sail.", []),
    ("Over a decade 43 mills fell, an hour from here.", [("43", None)]),
    ("They sold 43 more than 310.", [("43", None), ("310", None)]),
    ("It lies above 1,400 and below 1,700 feet.", [("above 1,400 and below 1,700 feet", "ft")]),
    ("They held one in-house trial.", [("one", None)]),
]


@pytest.mark.parametrize(("text", "figures"), PAIRS)
def test_several_figures(tally, text, figures):
    assert [(f.span.of(text), f.unit) for f in tally(text).figures] == figures


# text, words of the figure, its value, step and period
VALUES = [
    ("Some 12,000 geese leave every month.", "Some 12,000", 12000, 1, "month"),
    ("Some 12,000 geese are deserting in Fenland every month.", "Some 12,000", 12000, 1, "month"),
    ("Every month some 12,000 geese leave.", "some 12,000", 12000, 1, "month"),
    ("Each year, 300 mills close.", "300", 300, 1, "year"),
    ("They sell 40 young goats a month.", "40", 40, 1, "month"),
    ("They lost 40 geese in May and waited a month.", "40", 40, 1, None),
    ("They lost 40 geese, which takes a month.", "40", 40, 1, None),
    ("Every month is hard, and in May 2031 they lost 40 geese.", "40", 40, 1, None),
    ("They pay $2.4m per year.", "$2.4m per year", 2400000, 100000, "year"),
    ("They pay about 38,000 people in a month.", "about 38,000", 38000, 1, "month"),
    ("Dozens of geese came.", "Dozens", None, None, None),
    ("It took 10 to 15 days.", "10 to 15 days", None, None, None),
    ("Its value will rise from 21.4 to 27-29 billion euros.", "21.4", F(21400000000), 10**8, None),
]


@pytest.mark.parametrize(("text", "words", "value", "step", "per"), VALUES)
def test_value_step_and_period(tally, text, words, value, step, per):
    figure = next(f for f in tally(text).figures if f.span.of(text) == words)
    assert (figure.value, figure.step, figure.per) == (value, step, per)


# text, words of the figure, its thing
THINGS = [
    ("Fifty young geese ran off.", "Fifty", "young geese"),
    ("In all, 48,320 cases of late milk were noted.", "48,320", "cases of late milk"),
    ("Fenland accounts for 23% of the total number of mills.", "23%", "total number of mills"),
    ("Dozens of old mills closed.", "Dozens", "old mills"),
    ("Shares of the ferry line rose 6.5%.", "6.5%", "Shares of the ferry line"),
    ("The barge is 61.4 metres long.", "61.4 metres", "barge"),
    ("The pond has a diameter of 17 miles (27 km).", "27 km", "diameter"),
    ("Orla Venn, 51, left.", "51", "Orla Venn"),
    ("They sold 435 mills in May and 187 in June.", "187", "mills"),
    ("Twelve mills burned and three of those were rebuilt.", "three", "mills"),
    ("The harbour bought $20 billion in farm goods.", "$20 billion", "farm goods"),
    ("She raised $5 million.", "$5 million", None),
    ("They waited for six months.", "six months", None),
    ("The race lasted 3 hours, 12 minutes.", "12 minutes", "race"),
    ("Harrow shares: Vess +0.2% Fen 200 -0.3% Nordlys +1.1%.", "-0.3%", "Fen 200"),
    ("The hail pulled the mill shares 2% lower.", "2%", "mill shares"),
    ("The council raised its fee to $5.", "$5", "fee"),
    ("The mill was sold for $3 million.", "$3 million", "mill"),
    ("The purchase of the old mill for $3 million was announced.", "$3 million", "purchase of the old mill"),
    ("The hall stands by a lake that is 9 miles wide.", "9 miles", "lake"),
    ("They live by a lake that is 9 miles wide and 17 miles long.", "17 miles", "lake"),
    ("Four planks (about 2 kg) broke.", "about 2 kg", "planks"),
    ("Venn took $30 off the fare.", "$30", "fare"),
    ("They have a net worth of 3 million and pay on wealth of 700 million.", "700 million", "wealth"),
    (
        "The ferry struggled, with freight revenue up nearly 36 percent.",
        "nearly 36 percent",
        "freight revenue",
    ),
    ("Venn sold five boats, all of them worth $50 or more.", "$50 or more", "boats"),
    ("Venn paid $50 to Sundby.", "$50", None),
    ("The strikes lasted an average of 70 days.", "70 days", "strikes"),
]


@pytest.mark.parametrize(("text", "words", "thing"), THINGS)
def test_thing(tally, text, words, thing):
    figure = next(f for f in tally(text).figures if f.span.of(text) == words)
    assert (figure.thing and figure.thing.of(text)) == thing


def test_figures_are_found_without_a_parse(tally):
    text = "About a thousand geese came in May."
    (figure,) = tally(text, None, False).figures
    assert figure.span.of(text) == "About a thousand"
    assert figure.thing.of(text) == "geese came"


def test_place(tally):
    text = "Some 12,000 geese leave in Fenland every month."
    assert tally(text).figures[0].place.of(text) == "Fenland"


@pytest.mark.parametrize("text", [case[0] for case in (*CASES, *PAIRS, *VALUES, *THINGS)])
def test_the_gate_lets_every_figure_in(text):
    assert may_hold_figure(text)


@pytest.mark.parametrize(
    "text",
    [
        "Nobody came.",
        "In 1938 the mill burned.",
        "It burned on May 4, 2031.",
        "The 155th Harrow Brigade came.",
    ],
)
def test_the_gate_keeps_dates_and_labels_from_the_parser(text):
    assert not may_hold_figure(text)
