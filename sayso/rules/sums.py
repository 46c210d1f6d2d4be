"""SUM1xx: stated sums that do not add up."""

# An example reads best on one line.
# ruff: noqa: E501

import re
from collections.abc import Iterator
from functools import cache

from sayso.model import Check, Figure, Given, Reading, Span
from sayso.rules.catalogue import Remark, rule
from sayso.rules.wording import in_words, owner_of, quote, working_of
from sayso.vocabulary import BlockKind, CheckKind, Role, Severity, Verdict
from sayso.words import load_words


def _wrong(reading: Reading, kind: CheckKind) -> Iterator[Remark]:
    """One remark a check of the kind that does not add up, on the stated figure."""
    for check in reading.checks:
        if check.kind is kind and check.verdict is Verdict.DOES_NOT:
            yield _remark(reading, check)


def _remark(reading: Reading, check: Check) -> Remark:
    stated = None if check.stated is None else reading.figures[check.stated]
    span = stated.span if stated else check.span
    whose = owner_of(reading, check)
    said = f"{whose} says" if whose else "The text says"
    message = f"{said} “{quote(reading, span)}”, but {_gives(check)}."
    return Remark(span, message, _places(reading, check, span), working_of(reading, check))


def _gives(check: Check) -> str:
    """What the operands give, in words."""
    if check.kind is CheckKind.COUNT:
        return f"there are {check.working}"
    if check.interval is None:
        return f"{check.working} does not hold"
    return f"the figures given make {in_words(check.working.rsplit(' = ', 1)[-1])}"


def _places(reading: Reading, check: Check, span: Span) -> tuple[Span, ...]:
    places = [
        reading.figures[operand].span if isinstance(operand, int) else operand.span
        for operand in check.operands
        if isinstance(operand, int | Given)
    ]
    return tuple(place for place in places if place and place != span)


@rule(
    code="SUM101",
    title="a change that does not follow from its two ends",
    why="A change in per cent, its start and its end are three figures of which two fix the third.",
    bad=("Arrests in Oldmoor rose ⟦12%⟧ from 9,487 to 11,204 last year.",),
    good=(
        "Arrests in Oldmoor rose 18% from 9,487 to 11,204 last year.",
        "The jobless rate in Oldmoor rose 3 percentage points from 5% to 8%.",
    ),
    severity=Severity.ERROR,
)
def change_does_not_follow(reading: Reading) -> Iterator[Remark]:
    """Changes."""
    return _wrong(reading, CheckKind.CHANGE)


@rule(
    code="SUM102",
    title="a multiple that its figures do not give",
    why="“Twice” and “5.5 times” are divisions that a reader can do again; “twice” may be off by 8%, no more.",
    bad=("The Brackwater plant ⟦tripled⟧ its output from 1,900 tonnes to 3,870 tonnes.",),
    good=(
        "The Brackwater plant doubled its output from 1,900 tonnes to 3,870 tonnes.",
        "Visits to the pool fell to 4,100, half of the 8,300 counted a year before.",
    ),
    severity=Severity.ERROR,
)
def multiple_is_not_given(reading: Reading) -> Iterator[Remark]:
    """Multiples."""
    return _wrong(reading, CheckKind.MULTIPLE)


@rule(
    code="SUM103",
    title="a share that its part and its whole do not give",
    why="Where part and whole are both printed, the share is no matter of opinion.",
    bad=("Of the ballots, 312 of the 1,240, or ⟦35%⟧, were spoiled in Fennick.",),
    good=(
        "Of the ballots, 312 of the 1,240, or 25%, were spoiled in Fennick.",
        "Sundby took 58% of the vote in Fennick and Marlow 31%.",
    ),
    severity=Severity.ERROR,
)
def share_is_not_given(reading: Reading) -> Iterator[Remark]:
    """Shares."""
    return _wrong(reading, CheckKind.SHARE)


@rule(
    code="SUM104",
    title="a difference that its two figures do not give",
    why="A lead, a gap or “62 more than” is a subtraction of two figures that stand beside it.",
    bad=("Sundby leads Marlow by ⟦17 percentage points⟧, 47% to 40%, in the Fennick poll.",),
    good=(
        "Sundby leads Marlow by 7 percentage points, 47% to 40%, in the Fennick poll.",
        "The Fennick Foxes beat the Marlow Mills 52-48.",
    ),
    severity=Severity.ERROR,
)
def difference_is_not_given(reading: Reading) -> Iterator[Remark]:
    """Differences."""
    return _wrong(reading, CheckKind.DIFFERENCE)


@rule(
    code="SUM105",
    title="a total that its parts do not give",
    why="A total with all of its parts beside it can be added again; a list after “including” cannot.",
    bad=("The co-op has 1,340 full members and 575 associates, for a total of ⟦2,115⟧.",),
    good=(
        "The co-op has 1,340 full members and 575 associates, for a total of 1,915.",
        "The fire killed 12 people, including three women and two children.",
    ),
    severity=Severity.ERROR,
)
def total_is_not_given(reading: Reading) -> Iterator[Remark]:
    """Totals."""
    return _wrong(reading, CheckKind.TOTAL)


@rule(
    code="SUM106",
    title="a rate that its total and its time do not give",
    why="So much a month over so many months is a product; the total beside it can be checked.",
    bad=("The ferry line will pay 12 million euros over five years, or ⟦4 million euros a year⟧.",),
    good=(
        "The ferry line will pay 12 million euros over five years, or 2.4 million euros a year.",
        "Savers who put aside $115 a month for 18 years at 5 percent interest will have $40,000.",
    ),
    severity=Severity.ERROR,
)
def rate_is_not_given(reading: Reading) -> Iterator[Remark]:
    """Rates."""
    return _wrong(reading, CheckKind.RATE)


@rule(
    code="SUM107",
    title="an average that its total and its number do not give",
    why="An average is a total shared out; with both beside it, it can be done again.",
    bad=(
        "To raise $12 million the party must collect an average of ⟦$3 million a month⟧ over the next six months.",
    ),
    good=(
        "To raise $12 million the party must collect an average of $2 million a month over the next six months.",
    ),
    severity=Severity.ERROR,
)
def average_is_not_given(reading: Reading) -> Iterator[Remark]:
    """Averages."""
    return _wrong(reading, CheckKind.AVERAGE)


@rule(
    code="SUM108",
    title="a span of time that its two dates do not give",
    why="Between two printed dates lie so many years, months or days; each date is a span of days, so one more or less is fine.",
    bad=("The bridge was closed from 2001 to 2009, a loss of ⟦12 years⟧ for the ferry town.",),
    good=(
        "The bridge was closed from 2001 to 2009, a loss of eight years for the ferry town.",
        "The fair ran for six days (June 21-26) in Fennick.",
    ),
    severity=Severity.ERROR,
)
def elapsed_time_is_not_given(reading: Reading) -> Iterator[Remark]:
    """Elapsed time."""
    return _wrong(reading, CheckKind.ELAPSED)


@rule(
    code="SUM109",
    title="a figure told again as another one",
    why="A share in words and the percentage in brackets beside it, or a summary and what it sums up, are one figure told twice.",
    bad=("⟦Two-thirds⟧ of the tenants (48%) want the lifts mended first.",),
    good=("Almost half of the tenants (48%) want the lifts mended first.",),
    severity=Severity.ERROR,
)
def figure_is_not_told_again(reading: Reading) -> Iterator[Remark]:
    """Restatements."""
    return _wrong(reading, CheckKind.RESTATEMENT)


@rule(
    code="SUM110",
    title="a comparison that its figures do not bear out",
    why="“Up from”, “more than the” and “of the” say which of two printed figures is the larger.",
    bad=("The Fennick pool counted 4,100 visits in May⟦, up from 8,300⟧ in April.",),
    good=(
        "The Fennick pool counted 8,300 visits in May, up from 4,100 in April.",
        "The pool sold 900 passes at 20 kiosks, more than the 450 of last year.",
    ),
    severity=Severity.ERROR,
)
def ordering_is_not_borne_out(reading: Reading) -> Iterator[Remark]:
    """Orderings."""
    return _wrong(reading, CheckKind.ORDERING)


@rule(
    code="SUM111",
    title="a conversion that the factor does not give",
    why="A mile is 1.609344 kilometres; what stands in brackets is the same length, give or take the rounding of either number.",
    bad=("The trail is 39 miles (⟦83 kilometers⟧) long.",),
    good=(
        "The trail is 39 miles (63 kilometers) long.",
        "Temperatures will rise by 4 degrees Celsius (7.2 degrees Fahrenheit).",
        "The tunnel is about 1,900 miles (3,100 kilometers) from the sea.",
    ),
    severity=Severity.ERROR,
)
def conversion_is_not_given(reading: Reading) -> Iterator[Remark]:
    """Conversions."""
    return _wrong(reading, CheckKind.CONVERSION)


@rule(
    code="SUM112",
    title="a list with more or fewer items than announced",
    why="A number before a list counts it; an item has been dropped, or added after the number was written.",
    bad=("The line stops in ⟦five⟧ towns: Oldmoor, Brackwater, Fennick and Marlow.",),
    good=(
        "The line stops in four towns: Oldmoor, Brackwater, Fennick and Marlow.",
        "The line stops in five towns, including Oldmoor, Fennick and Marlow.",
        "Two of the five towns - Oldmoor and Fennick - have a pool.",
    ),
    severity=Severity.ERROR,
)
def list_is_not_as_announced(reading: Reading) -> Iterator[Remark]:
    """Counts of lists."""
    return _wrong(reading, CheckKind.COUNT)


@rule(
    code="SUM113",
    title="a headline figure that the body's own sum contradicts",
    why="A headline is written last and shortest; its figure must be the one that the report works out.",
    bad=(
        "Arrests in Oldmoor rise ⟦27%⟧\n\nThe police counted more arrests last year, said Ada Brandt.\n\n"
        "Arrests in Oldmoor rose 18% from 9,487 to 11,204.",
        "Sundby wins Fennick seat by ⟦531⟧ votes\n\nThe count took all night, said Ada Brandt.\n\n"
        "Sundby won the Fennick seat by 431 votes, 6,240 to 5,809.",
    ),
    good=(
        "Arrests in Oldmoor rise 18%\n\nThe police counted more arrests last year, said Ada Brandt.\n\n"
        "Arrests in Oldmoor rose 18% from 9,487 to 11,204.",
        "Rents in Oldmoor rise 27%\n\nThe town counted more arrests last year, said Ada Brandt.\n\n"
        "Arrests rose 18% from 9,487 to 11,204.",
    ),
    severity=Severity.WARNING,
)
def headline_contradicts_the_sum(reading: Reading) -> Iterator[Remark]:
    """Figures of the headline that no figure of the body meets, where the body works out another one."""
    body = [n for n, figure in enumerate(reading.figures) if not _is_in_headline(reading, figure)]
    for figure in reading.figures:
        if not _is_in_headline(reading, figure):
            continue
        alike = [n for n in body if _is_alike(reading, figure, reading.figures[n])]
        if any(_meet(figure, reading.figures[n]) for n in alike):
            continue
        sums = [
            check for check in reading.checks if check.stated in alike and check.verdict is Verdict.ADDS_UP
        ]
        sums = [check for check in sums if _speak_of_one_thing(reading, figure, check)]
        if len(sums) == 1 and sums[0].stated is not None:
            there = reading.figures[sums[0].stated].span
            message = f"The headline has “{quote(reading, figure.span)}”; the report works out “{quote(reading, there)}”."
            yield Remark(figure.span, message, (there,), working_of(reading, sums[0]))


_SHARES = (Role.PERCENT, Role.SHARE, Role.RATIO)
_WORD = re.compile(r"[^\W\d_]{4,}")
_COMMON = 2


def _is_in_headline(reading: Reading, figure: Figure) -> bool:
    return reading.blocks[reading.sentences[figure.sentence].block].kind is BlockKind.HEADLINE


def _is_alike(reading: Reading, figure: Figure, other: Figure) -> bool:
    """Whether two figures are of one sort; counts must be of things with one name."""
    if figure.role in _SHARES or other.role in _SHARES:
        return figure.unit == other.unit and figure.role in _SHARES and other.role in _SHARES
    if figure.role is not other.role or figure.unit != other.unit or figure.per != other.per:
        return False
    if figure.role is not Role.COUNT:
        return figure.role is Role.MONEY
    if figure.thing is None or other.thing is None:
        return False
    one, there = (thing.of(reading.page.text).lower().split() for thing in (figure.thing, other.thing))
    return one[-1:] == there[-1:]


def _meet(left: Figure, right: Figure) -> bool:
    if left.low is None or right.low is None or left.high is None or right.high is None:
        return True
    return left.low <= right.high and right.low <= left.high


def _speak_of_one_thing(reading: Reading, figure: Figure, check: Check) -> bool:
    """Whether the headline and the sum share two words of substance."""
    sentence = reading.sentences[reading.figures[check.stated or 0].sentence].span
    head = reading.sentences[figure.sentence].span
    one, other = (set(_WORD.findall(span.of(reading.page.text).lower())) for span in (head, sentence))
    return len(one & other) >= _COMMON


@rule(
    code="SUM114",
    title="a share of more than 100% of a group of people",
    why="Of a group that is asked, votes or is counted, no more than all can say yes; a target or a level can be passed.",
    bad=("In the Fennick poll ⟦134%⟧ of the tenants said that they want the lifts mended first.",),
    good=(
        "In the Fennick poll 34% of the tenants said that they want the lifts mended first.",
        "The Fennick club has sold 134% of the seats that it sold last year, and its income is 120% of the target.",
        "Pay in Fennick is 110% of the average, and of the women 100% are members.",
    ),
    severity=Severity.WARNING,
)
def share_exceeds_its_whole(reading: Reading) -> Iterator[Remark]:
    """Percentages above 100 of people who say or do something."""
    for figure in reading.figures:
        if figure.unit == "%" and figure.low is not None and figure.low > _ALL:
            after = _group().match(reading.page.text[figure.span.end : figure.span.end + _REACH])
            if after:
                words = quote(reading, Span(figure.span.start, figure.span.end + after.end(1)))
                yield Remark(figure.span, f"No more than all of them can be meant by “{words}”.")


_ALL, _REACH = 100, 90
_DOING = (
    r"said|say|says|voted|vote|votes|are|were|is|was|have|had|has|support|supported|oppose|opposed|favor|favour|"
    r"want|wanted|believe|believed|think|thought|backed|back|chose|choose|agreed|agree|answered|died|survived"
)


@cache
def _group() -> re.Pattern[str]:
    """A group of people and what they do, right behind a share."""
    people = sorted(load_words("events")["people"]["words"], key=len, reverse=True)
    nouns = "|".join(["people", *(f"{one}s?" for one in people)])
    return re.compile(
        rf"\s(of (?:the |all |all the |its |their |our )?(?:[a-z’'-]+ ){{0,2}}?(?:{nouns})) (?:[a-z]+ly )?(?:{_DOING})\b",
        re.IGNORECASE,
    )
