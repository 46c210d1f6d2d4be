"""Numerals that measure nothing. All cases are our own."""

import pytest

# text, the numeral kept out and its class
KEPT = [
    ("The 155th Harrow Brigade came.", "155th", "name"),
    ("The 3rd brigade came.", "3rd", "ordinal"),
    ("It was the first of its kind.", "first", "ordinal"),
    ("It is the second-largest mill.", "second", "rank"),
    ("They stand under articles 407 and 408 of the code.", "408", "law"),
    ("They stand under section 12.", "12", "law"),
    ("He flew a Fenland 737 home.", "737", "name"),
    ("The FTSE 100 closed early.", "100", "name"),
    ("She uses a V-12 engine.", "12", "name"),
    ("The 5G mast fell.", "5G", "name"),
    ("Vessby won 2-0 at home.", "2-0", "score"),
    ("Venn beat Brandow 7-6 (4) at home.", "4", "score"),
    ("It fell in ’08.", "in ’08", "year"),
    ("Vessby improved to 4-2-1 at home.", "4-2-1", "score"),
    ("The court deadlocked 4 to 4 on it.", "4 to 4", "score"),
    ("It was a 5-to-4 ruling.", "5-to-4", "score"),
    ("It works for the 1 percent only.", "the 1 percent", "name"),
    ("They vote on Super Tuesday 2 next.", "2", "name"),
    ("The house at 16-18 Mill Street burned.", "16-18", "address"),
    ("The fair opens at 10:30 sharp.", "10:30", "time"),
    ("The fair opens at 8 p.m. sharp.", "8 p.m.", "time"),
    ("Call 555-014-2233 today.", "555-014-2233", "phone"),
    ("No one came.", "No one", "pronoun"),
    ("The old one burned.", "one", "pronoun"),
    ("It changed after 9/11.", "9/11", "name"),
    ("In 1938 the mill burned.", "In 1938", "year"),
    ("The mill burned on May 4, 1938.", "on May 4, 1938", "date"),
    ("The 1990s were mild.", "The 1990s", "decade"),
    ("It was room 12.", "12", "name"),
    ("She paid into her 401(k).", "401(k)", "name"),
    ("A 4x4 sank.", "4x4", "name"),
    ("It has a net-zero plan.", "net-zero", "name"),
    ("Rents fell below zero.", "below zero", "idiom"),
    ("It cut its order of 618x gliders.", "618x", "name"),
    ("The Fifth Republic denied it.", "Fifth", "name"),
]


@pytest.mark.parametrize(("text", "words", "kind"), KEPT)
def test_kept_out(tally, text, words, kind):
    found = tally(text)
    assert [f.span.of(text) for f in found.figures] == []
    assert (words, kind) in [(label.span.of(text), label.kind) for label in found.labels]


# text, what is a figure though it looks like a label
FIGURES = [
    ("They had one meeting.", "one"),
    ("About 2000 geese came.", "About 2000"),
    ("The 2,016 geese came.", "2,016"),
    ("The 13-inch model sold out.", "13-inch"),
    ("He ate 6-8 cakes.", "6-8"),
    ("Late on Monday 300 geese came.", "300"),
    ("A crew of 12 sailed.", "12"),
]


@pytest.mark.parametrize(("text", "words"), FIGURES)
def test_not_kept_out(tally, text, words):
    assert [f.span.of(text) for f in tally(text).figures] == [words]


@pytest.mark.parametrize(
    "text", ["Rents rose by double digits.", "He had a triple-double.", "It is a third-world mill."]
)
def test_no_multiple_and_no_fraction(tally, text):
    assert tally(text).figures == ()


@pytest.mark.parametrize(
    "text", ["It cost double the old price.", "Rents will double.", "Rents more than doubled."]
)
def test_multiples(tally, text):
    assert [f.role for f in tally(text).figures] == ["ratio"]


def test_no_figure_in_a_web_address(tally):
    assert tally("See https://example.org/q=30%25 for more.").figures == ()
