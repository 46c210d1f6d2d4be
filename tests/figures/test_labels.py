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
    ("Call 0700 914 3308 for eels.", "0700 914 3308", "phone"),
    ("Call (070) 9143 3081 for eels.", "070) 9143 3081", "phone"),
    ("The hotline is 914-0233.", "914-0233", "phone"),
    ("Text EEL to 70914 now.", "70914", "phone"),
    ("Dial 917 at once.", "917", "phone"),
    ("It closes at half past seven.", "half past seven", "time"),
    ("It closes at ten to three.", "ten to three", "time"),
    ("She woke at 3 in the morning.", "3", "time"),
    ("They rowed from two at night.", "two", "time"),
    ("Vessby won four-nil.", "four-nil", "score"),
    ("They drew 7:7 at home.", "7:7", "score"),
    ("The map is drawn 1:700.", "1:700", "name"),
    ("It breaks section 14(3) of the code.", "3", "law"),
    ("It breaks section 14B of the code.", "14B", "law"),
    ("Type 3 gliders are shut out.", "3", "name"),
    ("A category 4 storm came.", "4", "name"),
    ("Grade 7 pupils sang.", "7", "name"),
    ("The table is on page 7 of 31.", "31", "list"),
    ("3. Close the gate.", "3.", "list"),
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
    ("He called 714 witnesses.", "714"),
    ("They waited ten to twelve days.", "ten to twelve days"),
    ("At this stage 7 geese left.", "7"),
    ("(Harbour List) Brandow 341.", "341"),
    ("The ratio is 7:1 here.", "7:1"),
    ("Geese outnumber ducks 7 to 1.", "7 to 1"),
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


def test_a_number_word_in_a_name_is_no_figure(tally):
    assert tally("The ferry runs near Three Eel Island today.").figures == ()
    assert len(tally("Harbour Police Look for Three Eels at Sea").figures) == 1


# lines, the figures of all of them
ROWS = [
    ("Harbour List 25\nMill Party 17\nFen Union 9", ["25", "17", "9"]),
    ("They hold: Harbour List 25, Mill Party 17, Fen Union 9.", ["25", "17", "9"]),
    ("The roll fell from 318 to 261.", ["318", "261"]),
    ("Vessby went from 27 to 19 seats.", ["27", "19"]),
    ("The seats fell so: Harbour 25 and Mill 17.", ["25", "17"]),
    ("He flew a Fenland 737 and an Eelair 320.", []),
    ("He flew a Fenland 737.\nShe stayed.", []),
]


@pytest.mark.parametrize(("text", "words"), ROWS)
def test_results_beside_names(tally, text, words):
    assert [f.span.of(text) for f in tally(text).figures] == words


def test_no_figure_in_a_web_address(tally):
    assert tally("See https://example.org/q=30%25 for more.").figures == ()
