"""Numbers as written: value and the size of the last written digit. All cases are our own."""

from fractions import Fraction

import pytest

from sayso.figures.numerals import read_numeral
from sayso.figures.tokens import split_words
from sayso.model import Span

F = Fraction

# text that begins with a number, its words, value, step
READ = [
    ("48,320 sheep", "48,320", 48320, 1),
    ("4106 sheep", "4106", 4106, 1),
    ("1\u202f204 sheep", "1\u202f204", 1204, 1),
    ("1 000 sheep", "1 000", 1000, 1),
    ("12 345 678 sheep", "12 345 678", 12345678, 1),
    ("1,23 crowns", "1,23", F("1.23"), F("0.01")),
    ("１２，３４５ sheep", "１２，３４５", 12345, 1),
    ("١٢٬٣٤٥٫٦ sheep", "١٢٬٣٤٥٫٦", F("12345.6"), F("0.1")),
    ("٣ sheep", "٣", 3, 1),
    ("10.000 million", "10.000 million", 10**7, 1000),
    ("12,34,567 rupees", "12,34,567", 1234567, 1),
    ("1.204,50 crowns", "1.204,50", F("1204.5"), F("0.01")),
    ("7,50 crowns", "7,50", F("7.5"), F("0.01")),
    (".25 of it", ".25", F("0.25"), F("0.01")),
    ("12.50", "12.50", F("12.5"), F("0.01")),
    ("19 thousand boats", "19 thousand", 19000, 1000),
    ("1.2 million", "1.2 million", 1200000, 100000),
    ("4 thousand 3 hundred", "4 thousand 3 hundred", 4300, 100),
    ("3 hundred and 21", "3 hundred and 21", 321, 1),
    ("13 lakh", "13 lakh", 1300000, 100000),
    ("2½ hours", "2½", F("2.5"), F("0.1")),
    ("2 1/2 hours", "2 1/2", F("2.5"), F("0.1")),
    ("3/4 mile", "3/4", F("0.75"), None),
    ("25k sheep", "25k", 25000, 1000),
    ("3.4bn trees", "3.4bn", 3400000000, 100000000),
    ("2.5×10−8 of it", "2.5×10−8", F("2.5e-8"), F("0.1e-8")),
    ("twenty-six", "twenty-six", 26, 1),
    ("twenty six", "twenty six", 26, 1),
    ("a hundred and five", "a hundred and five", 105, 1),
    ("two hundred and two thousand", "two hundred and two thousand", 202000, 1000),
    ("three million two hundred thousand and six", "three million two hundred thousand and six", 3200006, 1),
    ("a thousand", "a thousand", 1000, 1000),
    ("three dozen", "three dozen", 36, 12),
    ("two thousand million eels", "two thousand million", 2 * 10**9, 10**6),
    ("a million million eels", "a million million", 10**12, 10**6),
    ("1.3-billion eels", "1.3-billion", 1300000000, 100000000),
    ("twenty-five hundred eels", "twenty-five hundred", 2500, 100),
    ("70K eels", "70K", 70000, 1000),
    ("half a dozen", "half a dozen", 6, None),
    ("five and a half dozen", "five and a half dozen", 66, None),
    ("one and a half million", "one and a half million", 1500000, 100000),
    ("five-and-a-half years", "five-and-a-half", F("5.5"), F("0.1")),
    ("half-dozen eggs", "half-dozen", 6, None),
    ("half-a-million eggs", "half-a-million", 500000, None),
    ("a quarter-million eggs", "a quarter-million", 250000, None),
    ("one million and a half", "one million and a half", 1500000, 100000),
    ("five and a quarter", "five and a quarter", F("5.25"), F("0.1")),
    ("half a million", "half a million", 500000, None),
    ("a quarter of a million", "a quarter of a million", 250000, None),
    ("two point zero three", "two point zero three", F("2.03"), F("0.01")),
    ("two-thirds of", "two-thirds", F(2, 3), None),
    ("a quarter of", "a quarter", F(1, 4), None),
    ("twenty-three fifths", "twenty-three fifths", F(23, 5), None),
    ("one in five", "one in five", F(1, 5), None),
    ("7 out of 10", "7 out of 10", F(7, 10), None),
    ("one out of every three", "one out of every three", F(1, 3), None),
    ("twice", "twice", 2, 1),
    ("halved", "halved", F(1, 2), 1),
]


@pytest.mark.parametrize(("text", "words", "value", "step"), READ)
def test_read(text, words, value, step):
    pieces = split_words(text, Span(0, len(text)))
    found = read_numeral(pieces, 0)
    assert text[: pieces[found.last - 1].end] == words
    assert found.value == value
    assert step is None or found.step == step


# text, what of it is the first number
STOPS = [
    ("3 hundred and 2 hundred", "3 hundred"),
    ("two thousand and three thousand", "two thousand"),
    ("6 in 2019", "6"),
    ("one third party", "one third"),
    ("one hundred one hundred", "one hundred"),
    ("one thousand two thousand", "one thousand"),
    ("two million three million", "two million"),
    ("48m long", "48"),
    ("nine and five", "nine"),
    ("5 200", "5"),
    ("120 345 678", "120"),
    ("12 3456 sheep", "12"),
    ("12  345 sheep", "12"),
]


@pytest.mark.parametrize(("text", "words"), STOPS)
def test_a_number_ends_where_another_begins(text, words):
    pieces = split_words(text, Span(0, len(text)))
    assert text[: pieces[read_numeral(pieces, 0).last - 1].end] == words


@pytest.mark.parametrize("text", ["10.000 sheep", "250.000 crowns"])
def test_a_point_before_three_zeros_is_left_undecided(text):
    found = read_numeral(split_words(text, Span(0, len(text))), 0)
    assert found.value is None
    assert found.interval.high == 1000 * found.interval.low


@pytest.mark.parametrize("text", ["1" * 41, "9" * 39 + " trillion", "1" + ",000" * 14, "of", "and a half"])
def test_no_number(text):
    assert read_numeral(split_words(text, Span(0, len(text))), 0) is None


@pytest.mark.parametrize(
    "text", ["million " * 3000, "one hundred and " * 3000, "1/" * 3000, "1,111." * 3000, "three-" * 3000]
)
def test_hostile_repeats_are_read_and_capped(text):
    pieces = split_words(text, Span(0, len(text)))
    found = read_numeral(pieces, 0)
    assert found is None or abs(found.value) <= 10**30
