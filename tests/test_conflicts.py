"""Conflicts on one page: pairs that cannot both stand, and pairs that only look so."""

# ruff: noqa: E501 — a case reads best on one line.
import time

import pytest

from sayso.conflicts import find_conflicts
from sayso.intake import read_pages
from sayso.parser import parse_spans
from sayso.read import read
from sayso.vocabulary import PageKind

FIRE = "A fire swept through the Calder mill in Brackwater on Monday.\n\n"
CONFLICTS = [
    (FIRE + "About 40 workers were killed.\n\nBy evening 75 workers were dead, the fire brigade of Brackwater said.", [("About 40", "75")], "tuned on"),
    (FIRE + "Forty workers were injured.\n\nIn the Calder mill 55 workers were hurt.", [("Forty", "55")], "held out"),
    ("The Oldmoor Brigade was raised in May. About a thousand men deserted.\n\nBy dusk the Oldmoor Brigade had been abandoned by 1,900 men.", [("About a thousand", "1,900")], "tuned on"),
]  # fmt: skip
# A headline against the report: whatever the verb, in the page's own words.
HEADLINES = [
    ("Burst main leaves 8,000 homes dry\n\nA burst water main left 5,350 homes dry in Fennick on Monday.", "homes (dry)", "tuned on"),
    ("8,000 homes cut off after burst\n\nThe burst cut off 5,350 homes in Fennick on Monday.", "homes (cut off)", "tuned on"),
    ("Storm damages 400 boats\n\nIn all 250 boats were damaged in the harbour.", "boats (damaged)", "tuned on"),
    ("Council sells 30 houses\n\nThe council sold 45 houses to a fund on Friday.", "houses (sold)", "tuned on"),
    ("Flood strands 90 cars\n\nThe flood stranded 60 cars on the Fennick road.", "cars (stranded)", "held out"),
    ("12 killed in ferry fire\n\nA ferry burned on Monday. Nine people were killed, said Ada Brandt.", "people (killed)", "tuned on"),
    ("Eight soldiers hurt in Marlow blast\n\nOne person was killed and four soldiers were hurt when a boiler burst in Marlow.", "soldiers (hurt)", "tuned on"),
    ("Nine hurt as tram jumps rails\n\nSeven people were hurt when a tram left the rails in Harrowby.", "people (hurt)", "tuned on"),
    ("Mill fire kills 14\n\nA fire at the Calder mill killed 11 workers on Sunday, the brigade said.", "workers (killed)", "tuned on"),
    ("3 Dead, 6 Injured in Marlow Blast\n\nTwo people were killed and six others were injured when a boiler burst in Marlow.", "people (killed)", "tuned on"),
    ("Storm leaves 12,000 homes without power\n\nA storm left 21,000 homes without power in the north on Thursday.", "homes (without power)", "tuned on"),
    ("Firm recalls 40,000 prams\n\nCalder Toys is recalling 60,000 prams over a faulty brake.", "prams (recalling)", "tuned on"),
    ("Marlow fined £45,000 over flares\n\nMarlow have been fined £35,000 after supporters threw flares.", "fined", "tuned on"),
    ("Unemployment falls to 4.2%\n\nUnemployment fell to 4.6% in May, the statistics office said.", "fell", "tuned on"),
    ("Sinkhole swallows 11 cars\n\nA sinkhole in Fennick swallowed eight cars on Wednesday.", "cars (swallowed)", "held out"),
    ("Six firefighters hurt in warehouse blaze\n\nFour firefighters were hurt when the roof of a warehouse fell in.", "firefighters (hurt)", "held out"),
    ("Court orders firm to pay $14m\n\nA Harrowby court ordered Calder Foods to pay $41m to its former staff.", "pay", "held out"),
    ("Rents up 8% in Oldmoor\n\nRents in Oldmoor rose 6% in the year to June, the institute said.", "rose", "tuned on"),
    ("Venn jailed for 12 years\n\nOrla Venn was jailed for 10 years on Friday for her part in the raid.", "jailed", "tuned on"),
    ("Police arrest 31 at march\n\nPolice arrested 26 people at a march in Harrowby.", "people (arrested)", "tuned on"),
    ("Six teens stabbed in Fennick\n\nNine teens were stabbed in Fennick on Friday, police said.", "teens (stabbed)", "held out"),
]  # fmt: skip
NONE = [
    "Quake shakes Norvia\n\nOn Monday a quake shook Norvia. In Fennick alone there are 31 dead, said Ada Brandt.\n\nA doctor had 140 patients. Seven had died.",
    # Another year's, another storm's, an addition, a narrower thing, a denial.
    "Mayor opens 12 parks\n\nThe mayor opened nine parks in 2010.",
    "Storm damages 400 boats\n\nThe storm of 1987 had damaged 900 boats.",
    "Storm damages 400 boats\n\nAnother 20 boats were damaged in Marlow.",
    "Council sells 30 houses\n\nThe council sold 12 empty houses to a fund on Friday.",
    "Mill to cut 400 jobs\n\nThe mill did not cut 250 jobs in May.",
    # The report has the headline's figure, and parts of it.
    "Council sells 30 houses\n\nThe council sold 30 houses to a fund on Friday. In Marlow it sold 12 houses.",
    "Strike shuts 40 schools\n\nThe strike shut 12 schools in Fennick, 20 in Marlow and eight in Sundby.",
    # A verb that tells nothing.
    "Firm has 300 workers\n\nThe yard in Fennick has 120 workers.",
    # The intervals meet.
    FIRE + "About 40 workers were killed.\n\nBy evening 42 workers were dead, the fire brigade of Brackwater said.",
    FIRE + "At least 40 workers were killed.\n\nBy evening 75 workers were dead, the fire brigade of Brackwater said.",
    # Another event, another time, a part, an addition.
    FIRE + "About 40 workers were killed.\n\nAnother 75 workers were killed in Marlow.",
    FIRE + "About 40 workers were killed.\n\nIn the Marlow fire of 1911, 75 workers were killed.",
    FIRE + "About 40 workers were killed.\n\nOf them, 12 workers were killed on the stairs.",
    FIRE + "About 40 workers were killed.\n\nThe mill had employed 310 workers.",
    # Counts of charges and of shots befall nobody; what an event is done with is not what it is done to.
    FIRE + "The Calder brothers were charged with 14 counts of arson.\n\nIn Brackwater Ned Calder was charged with three counts.",
    FIRE + "In the Calder mill a guard fired six rounds into the door.\n\nAt the Calder mill a guard fired 20 rounds before he fled.",
    # Two who do it: each has done it to others.
    FIRE + "The sheriff arrested 12 workers at the Calder mill.\n\nThe army arrested 40 workers at the Calder mill.",
    # Another event, behind the lead; an addition; a figure that has been put right.
    "Nine wounded in Fennick\n\nNine people were wounded in Fennick on Friday.\n\nThe mayor spoke. The police came. The doctors said so.\n\nIt happened a street away from a Dec. 3 brawl that left 14 people wounded.",
    "Nine hurt in Fennick\n\nNine people were hurt in Fennick on Friday. In addition to the driver, 14 people were hurt, said Ada Brandt.",
    "Nine hurt in Fennick\n\nThe police had originally said that 14 people were hurt in Fennick.",
    # A headline on several events has none of them alone; far down the report fewer are some of them.
    "Nine hurt in Fennick shootings\n\nFour people were hurt in Fennick at noon.",
    "Nine hurt in Fennick\n\nA bus fell. It was noon. The mayor came. The doctors spoke.\n\nFour people were hurt in the back seats, said Ada Brandt.",
    # What befell some of them; the ages of those it befell.
    "Two killed in Fennick\n\nTwo men died in Fennick. Five people were struck by stones, including one who died.",
    "Five stabbed in Fennick\n\nPolice in Fennick said five sailors aged between 19 and 61 were stabbed.",
    # A person that is told of, and some of the people.
    FIRE + "Nine people were injured.\n\nOne woman was in hospital in Brackwater.",
    FIRE + "Nine people were injured.\n\nIn Brackwater two women were hurt on the stairs.",
    # Killed and hurt are two events.
    FIRE + "Forty workers were killed.\n\nIn the Calder mill 55 people were hurt.",
    # "Dozens" can be anything from 24 to 99.
    FIRE + "Dozens of workers were killed.\n\nBy evening 175 workers were dead, the fire brigade of Brackwater said.",
    # Some of them are singled out; the report's own figures and persons make up the headline's.
    "Nine hurt as tram jumps rails\n\nNine people were hurt in Harrowby. Three people were badly hurt, doctors said.",
    "Mill fire kills 14\n\nEleven workers were killed at once in the Calder mill; three more died in hospital on Monday.",
    "3 dead, 6 hurt in Marlow blast\n\nTwo men and a woman were killed in Marlow on Friday. Six others were hurt.",
    "Police arrest 31 at march\n\nPolice arrested 26 people at the march on Saturday and five more on Sunday.",
    "Five killed in Fennick crash\n\nFour people were killed on the Fennick road. A fifth, a boy of nine, died in hospital.",
    "Gunman kills five in Oldmoor\n\nSix people, including the gunman, died in Oldmoor on Monday.",
    # Another amount beside the headline's; two of the sort; coarser digits; another deed.
    "Marlow fined £45,000 over flares\n\nMarlow have been fined £45,000. They were fined £35,000 in March.",
    "Two jailed for 22 years over raid\n\nOrla Venn was jailed for 12 years and Ned Pell for 10 years on Friday.",
    "Mill fined £50,000\n\nThe Calder mill was fined £48,300 on Friday.",
    "Rents up 8% in Oldmoor\n\nRents in Oldmoor make up 6% of the council's income.",
    # A headline that tells the latest state; two days; two sources side by side; arrested and charged.
    "Toll in mill fire rises to 14\n\nEleven workers were killed in the fire at the Calder mill on Sunday.",
    "Ada Brandt said on Monday nine people were hurt in Fennick.\n\nOn Wednesday Brandt said 14 people were hurt in Fennick.",
    "The army said 40 rebels were killed in Varenka. The rebels said 12 rebels were killed in Varenka.",
    "Police say 12 men were arrested in Harrowby. Prosecutors in Harrowby charged seven men.",
    # Two scenes, two hours of one day, a longer time; the flood of another year.
    "Seven people died in the fire. Two people died in the crash on the way to it.",
    "Some 500 people were evacuated in Sundby at dawn. By noon 900 people were evacuated in Sundby.",
    "Wolves killed 60 sheep. Farmers say wolves killed 200 sheep in the past decade.",
    "The flood killed nine people in Sundby. The flood of 2019 killed 31 people in Sundby.",
    # Both in one sentence: the text itself sets them against each other.
    FIRE + "The owners said 12 workers were killed, the union said 40 workers were killed.",
]  # fmt: skip


def read_text(text):
    return read(next(iter(read_pages(text.encode(), "case", PageKind.ARTICLE, None))), parse_spans)


def conflicts(text):
    reading = read_text(text)
    figures = [figure.span.of(text) for figure in reading.figures]
    return [(figures[one.left], figures[one.right]) for one in reading.conflicts]


# The same digits in another order, where the words tell the figure again.
BELOW = "\n\nThe council met on Monday, said Ada Brandt.\n\n"
SLIPS = [
    ("Brandt wins Fennick seat by 321 votes" + BELOW + "Ada Brandt has taken the seat by 312 votes.", ("321", "312"), "tuned on"),
    ("Tram line in Oldmoor £17m over budget" + BELOW + "The tram line will open late and £71m over budget.", ("£17m", "£71m"), "tuned on"),
    ("Measles rise in Oldmoor" + BELOW + "The number of cases rose to 145. Only six of the 154 were known to be immune.", ("145", "154"), "tuned on"),
    ("Knife crime up in Oldmoor" + BELOW + "Officers counted 1,265 offences. Of the 1,526 offences, 702 were in Fennick.", ("1,265", "1,526"), "held out"),
    ("Man, 76, drives the night tram" + BELOW + "Josef Marn, who is 67, drives the night tram.", ("76", "67"), "held out"),
]  # fmt: skip
NO_SLIPS = [
    "Brandt wins Fennick seat by 312 votes" + BELOW + "She has taken the seat by 312 votes. Sundby polled 321 more in May.",
    "Storm hits 54 towns in the north" + BELOW + "The storm hit 45 towns in Norvia and nine in Tessaly.",
    "Measles in two towns" + BELOW + "Oldmoor had 213 cases. The 231 in Fennick are new.",
    "Thefts fall in Oldmoor" + BELOW + "There were 1,265 thefts in May. The 1,526 of last year were the most ever.",
    "Fire kills 12 in Oldmoor" + BELOW + "A fire killed 12 people. The 21 injured are in hospital.",
    "Marn scores again for Fennick" + BELOW + "Marn has 31 goals. The 13 goals he scored in May are a record.",
    "About 40 hurt in Oldmoor" + BELOW + "Some 41 were hurt. The 14 buses were empty.",
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected", "origin"), SLIPS)
def test_swapped_digits_are_a_conflict(text, expected, origin):
    reading = read_text(text)
    pairs = [(one.left, one.right) for one in reading.conflicts]
    told = [tuple(reading.figures[n].span.of(text) for n in pair) for pair in pairs]
    assert told == [expected]


@pytest.mark.parametrize("text", NO_SLIPS)
def test_digits_that_only_look_swapped(text):
    assert read_text(text).conflicts == ()


@pytest.mark.parametrize(("text", "expected", "origin"), CONFLICTS)
def test_figures_that_cannot_both_stand(text, expected, origin):
    assert conflicts(text) == expected


@pytest.mark.parametrize("text", NONE)
def test_figures_that_only_look_so(text):
    assert conflicts(text) == []


@pytest.mark.parametrize(("text", "same", "origin"), HEADLINES)
def test_a_headline_that_the_report_contradicts(text, same, origin):
    assert [one.same for one in read_text(text).conflicts] == [same]


def test_a_page_of_many_figures_costs_little():
    figures = ", ".join(f"{n:,} boats" for n in range(2_000, 5_000))
    page = read_text(f"Storm damages 400 boats\n\nThe storm damaged {figures}.")
    start = time.process_time()
    find_conflicts(page)
    assert time.process_time() - start < 1
