"""Parts that a whole need not be made of: they are wrong only where they are more than it.

A case is a sentence, what the working shows ("" where nothing may be called wrong), and where it comes from.
"""

# ruff: noqa: E501 — a case reads best on one line.
import pytest

from sayso.intake import read_pages
from sayso.parser import parse_spans
from sayso.read import read
from sayso.vocabulary import PageKind, Verdict

TUNED, HELD = "tuned on", "held out"
CASES = [
    ("The owner will cut 412 jobs, including 260 at the mill and 190 at the port.", "260 + 190 = 450", TUNED),
    ("The owner will cut 412 jobs, including 260 at the mill and 150 at the port.", "", TUNED),
    ("The strike closed 31 schools, including 19 in Oldmoor and 14 in Fennick.", "19 + 14 = 33", HELD),
    ("The firm employs 820 people, including 430 in Oldmoor, 310 in Fennick and 150 in Brackwater.", "430 + 310 + 150 = 890", HELD),
    ("The choir has 40 members, including 25 men and 24 women.", "25 + 24 = 49", TUNED),
    ("The fire killed 12 people, including nine children and six women.", "9 + 6 = 15", HELD),
    ("Police made 40 arrests, of which 55 were for theft.", "55 <= 40", TUNED),
    ("Police made 40 arrests, including 55 for theft.", "55 <= 40", TUNED),
    ("The clinic treated 31 patients, of whom 34 were sent home.", "34 <= 31", HELD),
    ("The club sold 900 tickets, 1,200 of them online.", "1,200 <= 900", HELD),
    # What counts something else, or only a part of the whole.
    ("They found hens in all four rooms, including 13 in a bath.", "", TUNED),
    ("They had four sons and two daughters, five of whom live in Fennick.", "", TUNED),
    ("The League has collected 210,000 of the 155,000 signatures needed.", "", TUNED),
    ("The League has collected 510 of the 440 seats.", "510 <= 440", HELD),
    # What may be in two of the parts, and what counts something else than the whole.
    ("The clinic treated 112 patients, including 80 women and 60 over the age of 65.", "", TUNED),
    ("Police made 40 arrests, including 25 for theft and 24 for assault.", "", TUNED),
    ("The ship carried 90 people, including 70 tourists and 45 women.", "", HELD),
    ("The council approved 60 homes, including 40 with gardens and 30 with garages.", "", HELD),
    ("The home took in 20 minors, including 14 boys and 12 children from abroad.", "", HELD),
    ("The club has three teams, including 45 players under 18.", "", TUNED),
    ("The raid freed two families, including nine children.", "", HELD),
    ("The bank has 40 branches, including 55 cash machines.", "", HELD),
    ("The army lost 300 men, including 40 officers, and 500 horses.", "", HELD),
    ("Police made 40 arrests in June, including 25 on Saturday, and 55 in July.", "", HELD),
    ("The city has two museums, of which one draws 30,000 visitors.", "", HELD),
]  # fmt: skip


@pytest.mark.parametrize(("text", "working", "origin"), CASES)
def test_parts_can_only_be_too_many(text, working, origin):
    assert origin in (TUNED, HELD)
    page = next(iter(read_pages(text.encode(), "case", PageKind.ARTICLE, None)))
    wrong = [check.working for check in read(page, parse_spans).checks if check.verdict is Verdict.DOES_NOT]
    assert wrong == [working] * bool(working)
