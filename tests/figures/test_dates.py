"""Date expressions and the days that they cover, read on Wednesday, 2 July 2031. All cases are our own."""

import pytest

TODAY = "2031-07-02"

# text, the date expression, first and last day
CASES = [
    ("It burned on December 14.", "on December 14", "2030-12-14", "2030-12-14"),
    ("It burned on Dec. 14, 2024.", "on Dec. 14, 2024", "2024-12-14", "2024-12-14"),
    ("It burned on 14 December 2024.", "on 14 December 2024", "2024-12-14", "2024-12-14"),
    ("It burned on the fourth of May.", "on the fourth of May", "2031-05-04", "2031-05-04"),
    ("It burned in November 2024.", "in November 2024", "2024-11-01", "2024-11-30"),
    ("It burned in November.", "in November", "2030-11-01", "2030-11-30"),
    ("It burned in July.", "in July", "2030-07-01", "2030-07-31"),
    ("It will burn in November.", "in November", "2031-11-01", "2031-11-30"),
    ("It burned at the end of December.", "the end of December", "2030-12-21", "2030-12-31"),
    (
        "It was shut from March 14, 2022 to October 1, 2024.",
        "from March 14, 2022 to October 1, 2024",
        "2022-03-14",
        "2024-10-01",
    ),
    ("It was shut from March to May 2020.", "from March to May 2020", "2020-03-01", "2020-05-31"),
    ("It was shut on 18-24 November 2020.", "on 18-24 November 2020", "2020-11-18", "2020-11-24"),
    ("It was shut in 2014-18.", "in 2014-18", "2014-01-01", "2018-12-31"),
    ("It burned in the spring of 2025.", "in the spring of 2025", "2025-03-01", "2025-05-31"),
    ("It has been shut since September.", "since September", "2030-09-01", None),
    ("It must close by the end of 2032.", "by the end of 2032", None, "2032-12-31"),
    ("It was open before 2010.", "before 2010", None, "2009-12-31"),
    ("It burned last month.", "last month", "2031-06-01", "2031-06-30"),
    ("It burned last year.", "last year", "2030-01-01", "2030-12-31"),
    ("It burned last week.", "last week", "2031-06-23", "2031-06-29"),
    ("It burned on Monday.", "on Monday", "2031-06-30", "2031-06-30"),
    ("It burned yesterday.", "yesterday", "2031-07-01", "2031-07-01"),
    ("It burned three years ago.", "three years ago", "2028-01-01", "2028-12-31"),
    ("It burned two days ago.", "two days ago", "2031-06-30", "2031-06-30"),
    ("It was shut in the past three months.", "in the past three months", "2031-04-02", "2031-07-01"),
    (
        "Sales rose in the first ten months of 2024.",
        "in the first ten months of 2024",
        "2024-01-01",
        "2024-10-31",
    ),
    ("Sales rose in the third quarter of 2024.", "in the third quarter of 2024", "2024-07-01", "2024-09-30"),
    ("Sales rose in Q3 2024.", "in Q3 2024", "2024-07-01", "2024-09-30"),
    ("Sales rose so far this year.", "so far this year", "2031-01-01", "2031-07-02"),
    ("Sales rose in the first week of 2015.", "in the first week of 2015", "2014-12-29", "2015-01-04"),
    ("The 1990s were mild.", "The 1990s", "1990-01-01", "1999-12-31"),
    ("It burned on Thanksgiving 2019.", "on Thanksgiving 2019", "2019-11-28", "2019-11-28"),
    ("It burned on Easter Monday 2024.", "on Easter Monday 2024", "2024-04-01", "2024-04-01"),
    ("It burned two weeks after Easter 2024.", "two weeks after Easter 2024", "2024-04-14", "2024-04-14"),
    ("It burned on 2019-11-07.", "on 2019-11-07", "2019-11-07", "2019-11-07"),
    ("It burned on 1/22/2016.", "on 1/22/2016", "2016-01-22", "2016-01-22"),
    ("It burned on 23.04.2022.", "on 23.04.2022", "2022-04-23", "2022-04-23"),
    ("It ran Jan. 26-Feb. 3.", "Jan. 26-Feb. 3", "2031-01-26", "2031-02-03"),
    ("It burned in December last year.", "in December last year", "2030-12-01", "2030-12-31"),
    ("It burned on 7 May of this year.", "on 7 May of this year", "2031-05-07", "2031-05-07"),
    (
        "It burned in the third quarter of last year.",
        "in the third quarter of last year",
        "2030-07-01",
        "2030-09-30",
    ),
    ("It ran from Monday to Friday.", "from Monday to Friday", "2031-06-23", "2031-06-27"),
    ("It will run from Monday to Friday.", "from Monday to Friday", "2031-07-07", "2031-07-11"),
    ("It stood in the early 1970s.", "in the early 1970s", "1970-01-01", "1973-04-30"),
    (
        "It stood in the second half of the 1970s.",
        "in the second half of the 1970s",
        "1975-01-01",
        "1979-12-31",
    ),
    ("It stood in the first half of May.", "in the first half of May", "2031-05-01", "2031-05-15"),
    ("It stood in the 18th century.", "in the 18th century", "1700-01-01", "1799-12-31"),
    (
        "It stood in the late nineteenth century.",
        "in the late nineteenth century",
        "1866-09-01",
        "1899-12-31",
    ),
    ("It stood in the 4th century BC.", "in the 4th century BC", None, None),
    ("It stood in AD 612.", "in AD 612", "0612-01-01", "0612-12-31"),
    ("It stood in the seventies.", "in the seventies", "1970-01-01", "1979-12-31"),
    ("It stood in nineteen seventy-three.", "in nineteen seventy-three", "1973-01-01", "1973-12-31"),
    ("The 2029/30 season was wet.", "The 2029/30", "2029-01-01", "2030-12-31"),
    (
        "Sales rose in the first three months of this year.",
        "in the first three months of this year",
        "2031-01-01",
        "2031-03-31",
    ),
    (
        "Sales rose in the last three months of 2027.",
        "in the last three months of 2027",
        "2027-10-01",
        "2027-12-31",
    ),
    ("Sales rose in the final quarter of 2027.", "in the final quarter of 2027", "2027-10-01", "2027-12-31"),
    (
        "Sales rose in the first two weeks of May.",
        "in the first two weeks of May",
        "2031-05-01",
        "2031-05-14",
    ),
    (
        "Sales rose in the seven months to July 2029.",
        "in the seven months to July 2029",
        "2029-01-01",
        "2029-07-31",
    ),
    (
        "Sales rose in the quarter ended September 2029.",
        "in the quarter ended September 2029",
        "2029-07-01",
        "2029-09-30",
    ),
    ("Sales rose in the first fiscal quarter of 2029.", "in the first fiscal quarter of 2029", None, None),
    ("It stood until half a century ago.", "until half a century ago", None, "1981-12-31"),
    ("It burned two and a half years ago.", "two and a half years ago", "2029-01-01", "2029-12-31"),
    ("It ends no later than May 7, 2033.", "no later than May 7, 2033", None, "2033-05-07"),
    ("It closed prior to 2029.", "prior to 2029", None, "2028-12-31"),
    ("It begins on or after May 7, 2033.", "on or after May 7, 2033", "2033-05-07", None),
    ("It has run from May 2029 to the present.", "from May 2029 to the present", "2029-05-01", "2031-07-02"),
    ("It burned on the 17th.", "on the 17th", "2031-06-17", "2031-06-17"),
    ("It burned on the 17th of last month.", "on the 17th of last month", "2031-06-17", "2031-06-17"),
    ("It rose in 3Q 2029.", "in 3Q 2029", "2029-07-01", "2029-09-30"),
    ("It was won in the war of 1713.", "1713", "1713-01-01", "1713-12-31"),
    ("It burned on Friday the 13th.", "on Friday the 13th", "2031-06-13", "2031-06-13"),
    (
        "It burned on the first Monday of last month.",
        "on the first Monday of last month",
        "2031-06-02",
        "2031-06-02",
    ),
    ("It burned in week 7 of 2029.", "in week 7 of 2029", "2029-02-12", "2029-02-18"),
    ("It burned over the weekend.", "the weekend", "2031-06-28", "2031-06-29"),
    ("It burned on Mardi Gras 2029.", "on Mardi Gras 2029", "2029-02-13", "2029-02-13"),
    ("It was more than the year before.", "the year before", "2030-01-01", "2030-12-31"),
    ("It was the driest month of the year.", "the year", "2031-01-01", "2031-12-31"),
]


@pytest.mark.parametrize(("text", "words", "first", "last"), CASES)
def test_date(tally, text, words, first, last):
    found = [
        (d.span.of(text), d.first and d.first.isoformat(), d.last and d.last.isoformat())
        for d in tally(text, TODAY).dates
    ]
    assert found == [(words, first, last)]


@pytest.mark.parametrize(
    "text",
    [
        "This may take longer.",
        "Her march to the mill took an hour.",
        "The spring in the clock broke.",
        "Is 2015-32 valid?",
        "About 2000 people came.",
        "He gave 3/4 of it away.",
        "The second half was dull.",
        "She is in her seventies.",
        "Temperatures were in the nineties.",
        "Who is on the 14th floor?",
        "It held up to 2025 geese.",
        "That year-round mill stood.",
    ],
)
def test_no_date(tally, text):
    assert tally(text, TODAY).dates == ()


def test_without_a_publication_date_the_year_printed_before_holds(tally):
    text = "In December 2024 it burned.\nIn November it stood."
    assert [d.first.isoformat() for d in tally(text).dates] == ["2024-12-01", "2024-11-01"]


def test_without_any_year_the_days_are_unknown(tally):
    (when,) = tally("In November it stood.").dates
    assert (when.first, when.last) == (None, None)


# text, what its dates cover: one is told by another
CHAINS = [
    ("In May 2029 it burned, and a year earlier it flooded.", ["2029-05-01", "2028-05-01"]),
    ("In May 2029 it burned.\nTwo months later it flooded.", ["2029-05-01", "2029-07-01"]),
    ("It burned on 7 May 2029 and flooded the following week.", ["2029-05-07", "2029-05-14"]),
    ("It burned in 2029 and flooded the year before.", ["2029-01-01", "2028-01-01"]),
    ("It burned in May 2029 and flooded that month.", ["2029-05-01", "2029-05-01"]),
    ("It burned in May and June 2027.", ["2027-05-01", "2027-06-01"]),
    ("It burned on 3 December 2026 and 9 January 2027.", ["2026-12-03", "2027-01-09"]),
    ("It burned on 3 December and 9 January 2027.", ["2026-12-03", "2027-01-09"]),
    ("It burned in Q1 and Q3 of 2027.", ["2027-01-01", "2027-07-01"]),
    ("It cost more than a year earlier.", ["2030-07-02"]),
]


@pytest.mark.parametrize(("text", "firsts"), CHAINS)
def test_one_date_tells_another(tally, text, firsts):
    assert [d.first and d.first.isoformat() for d in tally(text, TODAY).dates] == firsts


# text, words of the figure, words of its date
WHENS = [
    ("In May 12 mills burned and in June 14 closed.", "14", "in June"),
    ("Rents rose 4% in May, after a rise of 3% in April.", "3%", "in April"),
    ("Rents rose 4%.", "4%", None),
]


@pytest.mark.parametrize(("text", "words", "when"), WHENS)
def test_date_of_a_figure(tally, text, words, when):
    figure = next(f for f in tally(text, TODAY).figures if f.span.of(text) == words)
    assert (figure.when and figure.when.span.of(text)) == when


# text, the date, its first day: what was said on a day is past, what will be is to come
TENSES = [
    ("The council said on Thursday it will close the mill.", "on Thursday", "2031-06-26"),
    ("On Thursday the council will close the mill.", "On Thursday", "2031-07-03"),
    ("The mill was closed by the council in November.", "in November", "2030-11-01"),
    ("The mill is due to close in November.", "in November", "2031-11-01"),
]


@pytest.mark.parametrize(("text", "words", "first"), TENSES)
def test_what_is_said_is_past_and_what_will_be_is_ahead(tally, text, words, first):
    (when,) = tally(text, TODAY).dates
    assert (when.span.of(text), when.first.isoformat()) == (words, first)


# text, the first day of its only date: what cannot be a year ago is to come
UPCOMING = [
    ("Vessby votes on July 15.", "2031-07-15"),
    ("Vessby voted on June 15.", "2031-06-15"),
    ("Vessby burned on August 15.", "2030-08-15"),
    ("It stays shut between now and March.", "2032-03-01"),
    ("Mayor Will Brandow praised the speech of June 14.", "2031-06-14"),
]


@pytest.mark.parametrize(("text", "first"), UPCOMING)
def test_a_day_without_a_year_is_the_near_one(tally, text, first):
    (when,) = tally(text, TODAY).dates
    assert when.first.isoformat() == first


@pytest.mark.parametrize(
    "text", ["Jan Ekdal and Ilse June came.", "It was his last year in office.", "Merry Christmas!"]
)
def test_names_and_greetings_are_no_dates(tally, text):
    assert tally(text, TODAY).dates == ()


@pytest.mark.parametrize(
    "text", ["The deal would last four years.", "At the end of the day it stood.", "USA TODAY wrote."]
)
def test_turns_of_phrase_are_no_dates(tally, text):
    assert tally(text, TODAY).dates == ()


def test_the_months_of_a_fiscal_year_are_not_known(tally):
    (when,) = tally("Sales rose in fiscal 2019.", TODAY).dates
    assert (when.first, when.last) == (None, None)
