"""Why a sum that fails is not yet a wrong one: other figures or other words that the writer may have meant.

A sum is called wrong only where nothing near it would set it right. These doubts know no construction:
they look at the figures and the words around a sum that has failed, whichever finder has found it.
"""

import re
from collections.abc import Callable
from dataclasses import replace
from functools import cache

from sayso.model import Figure, Given, Operand, Reading
from sayso.sums.claim import Claim, Way
from sayso.sums.likeness import is_alike, is_vague, singular
from sayso.sums.pattern import pattern
from sayso.vocabulary import CheckKind, Role
from sayso.words import load_words

_PAIRS = frozenset(
    {CheckKind.DIFFERENCE, CheckKind.ORDERING, CheckKind.MULTIPLE, CheckKind.CHANGE, CheckKind.SHARE}
)
_PAIR = 2
_MILLION = 1_000_000
_MOVES = frozenset({CheckKind.CHANGE, CheckKind.DIFFERENCE})
# With more figures in a sentence, some two of them make nearly anything.
_MOST = 12
_THAN = re.compile(r"\b(?:than|behind|ahead of|above|below|up on|down on) ")
# "…, when it was 300", "…, which had 300": there the other figure is told after all.
_TOLD = re.compile(r"[,(—–-]+ ?(?:when|which|where|who|whose|with \S+ (?:at|on)\b|at|on|\(|\Z)")
_MARK = re.compile(r"[,;:()—–\n]|[.!?] | - |--")
_APART = re.compile(r", and |;")
_TURNS = re.compile(r"\b(?:but|while|whereas|although)\b")
# A part that is itself the gap to something else: "310m, 25m less than guided".
_COMPARED = re.compile(r"(?: [a-z]+)? (?:more|less|fewer|higher|lower|above|below) ")
# Points that are won or saved one by one are none of a score.
_TRIES = re.compile(r" (?:match|set|break|game|championship) points?\b")
# "7-6 (9-7)": the score of a tie-break.
_SET_SCORE = re.compile(r"\d[-–]\d \($")
# A swing in votes is half of what two sides gain and lose.
_SWINGS = re.compile(r"\bswings?\b")
# "And work visas by 20,000 to 38,000": it has an end of its own.
_OWN_END = re.compile(r"(?: [a-z]+){0,3} to [^\w\s]?\d")
_SAME_PERIOD = re.compile(r"\b(?:same|corresponding)\b")
_SET_AGAINST = re.compile(r"\b(?:compared|against|versus)\b")
_DAILY = re.compile(r"\b(?:closed|closing|ended|ending|traded|trading)\b")
_PERIOD = (
    r"\b(?:in|on|over|during|for|from) (?:the |an? |its |last |this |that )?(?:[a-z]+ )?"
    r"(?:day|week|month|quarter|half|year|session|january|february|march|april|may|june|july|august|september"
    r"|october|november|december|monday|tuesday|wednesday|thursday|friday|saturday|sunday)\b"
)
# "From 60 to 80, or 40 if paid at once": another case, and no change.
_ON_TERMS = re.compile(r" (?:if|unless|provided)\b")
_BRACKET = re.compile(r"[()]")
_FAR = 60
_ASIDE = re.compile(r",| [—–-] ")
# The term of a comparison, and what a loss or a profit comes after.
_FROM_TERM = re.compile(
    r"^\s?(?:(?:percentage |per cent |percent )?points? |votes |seats )?(?:(?:still|well|just|far) )?"
    r"(?:above|below|short of|over|under|more than|less than|fewer than|higher than|lower than|ahead of|"
    r"behind|off)\b[^.;]{0,60}$"
)
_AFTER_ANOTHER = re.compile(
    r"\b(?:after|and|against|versus|compared (?:to|with)) an? (?:[a-z]+ ){0,2}"
    r"(?:profit|loss|gain|surplus|deficit) of [^\w\s]?$"
)
# A step of several has its own start, and a peak is where the first of them began.
_OF_SERIES = re.compile(
    r"\b(?:its|the|their|his|her) "
    r"(?:second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|latest|last)\b"
    r"|\bfrom an? (?:[a-z]+ )?(?:peak|high|low|record)\b"
)
_OF_NAMED = re.compile(r"^ of (?:(?:the|its|their|his|her|all|our) ){0,2}(?P<noun>[a-z]+)")
_REFERS = frozenset(
    (
        "them",
        "these",
        "those",
        "which",
        "it",
        "that",
        "total",
        "all",
        "this",
        "the",
        "its",
        "sum",
        "money",
        "amount",
    )
)
_OTHER_BY = re.compile(r"\b(?:and|while|but|with) (?:[\w’'-]+ ){1,4}by (?:about |some |almost |nearly )?$")


def is_doubtful(reading: Reading, claim: Claim, way: Way, meets: Callable[[Way], bool]) -> bool:
    """Whether a sum that fails may not have been meant.

    Args:
        reading: with its figures.
        claim: the sum, firm, with a stated figure or an ordering.
        way: the likeliest way to do it, which fails.
        meets: whether a way gives what is stated.
    """
    if claim.stated is not None and _ON_TERMS.match(_behind(reading, reading.figures[claim.stated])):
        return True
    if claim.kind in _PAIRS:
        doubts = (
            _is_of_a_gap,
            _is_unnumbered,
            _is_of_others,
            _is_behind_another,
            _is_of_two_periods,
            _is_of_a_change,
            _is_of_own_term,
            _is_of_another_subject,
            _is_of_series,
            _is_of_named_whole,
        )
        return _is_other_pair(reading, claim, way, meets) or any(one(reading, claim, way) for one in doubts)
    if claim.kind is CheckKind.TOTAL:
        return _is_other_list(reading, claim, way, meets) or _is_no_list(reading, way)
    return False


def _behind(reading: Reading, figure: Figure) -> str:
    return reading.page.text[figure.span.end : figure.span.end + _FAR]


def _near(reading: Reading, claim: Claim, way: Way) -> list[int]:
    """The other figures in the sentences of a sum."""
    taken = {claim.stated, *way.operands}
    sentences = {reading.figures[number].sentence for number in taken if isinstance(number, int)}
    return [
        number
        for number, figure in enumerate(reading.figures)
        if figure.sentence in sentences and number not in taken and not is_vague(figure)
    ]


def _is_other_pair(reading: Reading, claim: Claim, way: Way, meets: Callable[[Way], bool]) -> bool:
    """Whether it comes out with a neighbour of a figure in its place: "31 goals in 44 games, nine more"."""
    # "Eleven of the 10 boats came back with 3 tons": part and whole are told in one breath.
    near = [] if "=" in way.formula else _near(reading, claim, way)
    for place, operand in enumerate(way.operands):
        for other in near if isinstance(operand, int) else ():
            operands = (*way.operands[:place], other, *way.operands[place + 1 :])
            # "21 of the 48 seats, down six from 27": which of the two is the larger is not yet known.
            orders = (operands, operands[::-1]) if claim.kind is CheckKind.DIFFERENCE else (operands,)
            if (_is_beside(reading, operand, other) or _is_before(reading, operand, other)) and any(
                meets(replace(way, operands=order)) for order in orders
            ):
                return True
    return False


def _is_beside(reading: Reading, one: Operand, other: int) -> bool:
    """Whether no mark stands between two figures."""
    if not isinstance(one, int) or not _may_stand_for(reading.figures[other], reading.figures[one]):
        return False
    left, right = sorted(
        (reading.figures[one].span, reading.figures[other].span), key=lambda span: span.start
    )
    return _MARK.search(reading.page.text[left.end : right.start]) is None


def _is_before(reading: Reading, one: Operand, other: int) -> bool:
    """Whether a figure of the sort stands earlier: "143 fires, 88 by day and 55 by night, three times …"."""
    if not isinstance(one, int) or other > one:
        return False
    left, right = reading.figures[other], reading.figures[one]
    between = reading.page.text[left.span.end : right.span.start]
    # What stands in other brackets is of something else.
    return left.sentence == right.sentence and is_alike(left, right) and _BRACKET.search(between) is None


def _may_stand_for(other: Figure, one: Figure) -> bool:
    """Whether a figure may be meant instead: a time only for a time, money for money."""
    alone = (Role.AGE, Role.DURATION, Role.MONEY)
    return other.role is one.role or not (other.role in alone or one.role in alone)


def _is_unnumbered(reading: Reading, claim: Claim, way: Way) -> bool:
    """Whether what is compared with has a name and no number: "nine more than last year, on top of 5,860"."""
    if claim.stated is None or claim.kind is not CheckKind.DIFFERENCE:
        return False
    stated = reading.figures[claim.stated]
    behind = [
        figure
        for figure in _operands(reading, way)
        if figure.span.start > stated.span.end and figure.sentence == stated.sentence
    ]
    if not behind:
        return False
    between = reading.page.text[stated.span.end : min(figure.span.start for figure in behind)]
    joint = _THAN.search(between)
    if joint is None:
        return False
    named = between[joint.end() :]
    aside = _ASIDE.search(named)
    if aside:
        return _TOLD.match(named[aside.start() :].strip()) is None
    first, *rest = named.lower().split() or [""]
    return first in _words("terms") and not _words("joints").isdisjoint(rest)


def _is_of_a_gap(reading: Reading, claim: Claim, way: Way) -> bool:
    """Whether an operand is itself a gap: "23 more than the bus, at half the price of 28"."""
    figures = [one for one in _operands(reading, way) if claim.stated is not None]
    return any(_COMPARED.match(_behind(reading, one)) for one in figures)


def _is_of_others(reading: Reading, claim: Claim, way: Way) -> bool:
    """Whether a difference counts something else than its figures: "28 of 412 shops, 1,950 jobs less"."""
    if claim.stated is None or claim.kind is not CheckKind.DIFFERENCE:
        return False
    given = [one.span for one in way.operands if isinstance(one, Given) and one.span is not None]
    if any(_SET_SCORE.search(reading.page.text[max(0, one.start - 8) : one.start]) for one in given):
        return True
    stated, figures = reading.figures[claim.stated], _operands(reading, way)
    if any(one.role is not Role.COUNT for one in (stated, *figures)):
        return False
    counted = [_counted(reading, one) for one in figures]
    own = _counted(reading, stated)
    if not own and stated.thing is not None and stated.thing.start >= stated.span.end:
        # Points of what is no score: "five clear of them, four points from the last four games".
        return any(counted)
    return bool(own) and all(counted) and all(own.isdisjoint(one) for one in counted)


def _counted(reading: Reading, figure: Figure) -> set[str]:
    """The words of what a figure is said to count, in the singular, without those of a gap ("points")."""
    if figure.thing is None or figure.thing.start < figure.span.end:
        return set()
    if _TRIES.match(reading.page.text[figure.span.end :][:20]):
        return {"try"}
    words = re.findall(r"[^\W\d_]+", figure.thing.of(reading.page.text).lower())
    return {singular(word) for word in words} - _words("gaps")


def _is_behind_another(reading: Reading, claim: Claim, way: Way) -> bool:
    """Whether a change is told apart from its levels: "up by half, and prices fell to 4 from 9"."""
    if claim.stated is None or claim.kind not in _MOVES:
        return False
    stated = reading.figures[claim.stated].span
    before = [one.span for one in _operands(reading, way) if one.span.end <= stated.start]
    behind = [one.span for one in _operands(reading, way) if one.span.start >= stated.end]
    text = reading.page.text
    if behind and not before:
        between = text[stated.end : min(span.start for span in behind)]
        apart = _APART.search(between) is not None and claim.kind is CheckKind.CHANGE
        return apart or _TURNS.search(between) is not None
    apart = bool(before) and _APART.search(text[max(one.end for one in before) : stated.start]) is not None
    return apart and (bool(behind) or _OWN_END.match(text[stated.end : stated.end + _FAR]) is not None)


def _is_of_two_periods(reading: Reading, claim: Claim, way: Way) -> bool:
    """Whether a change and what its end is compared with lie in two periods.

    "Fell by 1.6p in the month to 137p, compared with 144p a year ago": the 144p are no start of that fall.
    """
    if claim.stated is None or claim.kind not in _MOVES or len(way.operands) < 2:
        return False
    text, stated = reading.page.text, reading.figures[claim.stated].span
    around = text[max(0, stated.start - _FAR) : stated.end + _FAR]
    if _SWINGS.search(around) and "+" not in way.formula:
        return True
    last = max(_operands(reading, way), key=lambda one: one.span.start, default=None)
    if last is None or last.span.start < stated.end:
        return False
    if _SAME_PERIOD.search(text[last.span.end : last.span.end + _FAR]):
        return False
    joint = _SET_AGAINST.search(text, stated.end, last.span.start)
    between = text[stated.end : joint.start()] if joint else ""
    daily = _DAILY.search(text[max(0, stated.start - _FAR) : stated.start])
    return joint is not None and (daily is not None or pattern(_PERIOD).search(between.lower()) is not None)


def _is_of_a_change(reading: Reading, claim: Claim, way: Way) -> bool:
    """Whether a share is of what it was before: "dropped to 781, a fall of 26, or 3.2%"."""
    figures = _operands(reading, way)
    if claim.kind is not CheckKind.SHARE or not figures:
        return False
    part = min(figures, key=lambda one: one.interval.high or one.interval.low or 0)
    before = reading.page.text[max(0, part.span.start - _FAR) : part.span.start]
    return pattern(r"\b(?:an?|the) (?:[a-z]+ )?{turn} of (?:[a-z]+ )?[^\w\s]?$").search(before) is not None


def _is_of_own_term(reading: Reading, claim: Claim, way: Way) -> bool:
    """Whether a gap names what it is from: "to 2.6% from 3.9%, 0.6 points above the target of 2%"."""
    if claim.stated is None or claim.kind not in _MOVES:
        return False
    stated, text = reading.figures[claim.stated], reading.page.text
    before = text[max(0, stated.span.start - _FAR) : stated.span.start]
    if _AFTER_ANOTHER.search(before):
        return True
    levels = _operands(reading, way)
    behind = [
        number
        for number, one in enumerate(reading.figures)
        if one.sentence == stated.sentence
        and one.span.start >= stated.span.end
        and levels
        and is_alike(one, levels[0])
    ]
    if not behind or behind[0] in way.operands:
        return False
    return _FROM_TERM.match(text[stated.span.end : reading.figures[behind[0]].span.start]) is not None


def _is_of_another_subject(reading: Reading, claim: Claim, way: Way) -> bool:
    """Whether a change has a subject of its own behind the levels: "to 411 from 467, and burglary by 7%"."""
    if claim.stated is None or claim.kind not in _MOVES:
        return False
    stated, text = reading.figures[claim.stated].span, reading.page.text
    before = [one.span.end for one in _operands(reading, way) if one.span.end <= stated.start]
    return len(before) > 1 and _OTHER_BY.search(text[max(before) : stated.start]) is not None


def _is_of_series(reading: Reading, claim: Claim, way: Way) -> bool:
    """Whether a change is one of several: "by £2 to £10, its third cut from a high of £16"."""
    if claim.stated is None or claim.kind not in _MOVES:
        return False
    stated = reading.figures[claim.stated].span
    last = max((one.span.start for one in _operands(reading, way)), default=stated.end)
    return _OF_SERIES.search(reading.page.text[stated.end : max(last, stated.end)]) is not None


def _is_of_named_whole(reading: Reading, claim: Claim, way: Way) -> bool:
    """Whether a share is of what its whole does not count: "revenue of 88 …, 7, or 2.1% of output"."""
    figures = _operands(reading, way)
    money = all(one.role is Role.MONEY or (one.value or 0) >= _MILLION for one in figures)
    if claim.stated is None or claim.kind is not CheckKind.SHARE or len(figures) < _PAIR or not money:
        return False
    text = reading.page.text
    named = _OF_NAMED.match(text[reading.figures[claim.stated].span.end :][:_FAR].lower())
    if named is None or named["noun"] in _REFERS:
        return False
    whole = max(figures, key=lambda one: one.interval.high or one.interval.low or 0)
    between = text[reading.figures[claim.stated].span.end : whole.span.start]
    if between and len(between) < _FAR and not re.search(r"[,;.:()—]", between):
        # "11 percent of the nearly 238 million": the whole itself follows.
        return False
    behind = re.split(r"[,;.:(]", text[whole.span.end : whole.span.end + _FAR])[0]
    around = f"{text[max(0, whole.span.start - _FAR) : whole.span.start]} {behind}".lower()
    return singular(named["noun"]) not in {singular(word) for word in re.findall(r"[^\W\d_]+", around)}


def _is_other_list(reading: Reading, claim: Claim, way: Way, meets: Callable[[Way], bool]) -> bool:
    """Whether the total comes out with one more figure of the sentence among its parts, or one part less."""
    parts = [operand for operand in way.operands if isinstance(operand, int)]
    # Some of the parts of a whole are always less than it.
    some, adds = way.at_most, not any(sign in way.formula for sign in "-*")
    if some or not adds or len(parts) != len(way.operands) or claim.stated is None:
        return False
    stated = reading.figures[claim.stated]
    more = [n for n in _near(reading, claim, way) if is_alike(reading.figures[n], stated)]
    others = [[*parts, number] for number in more[:_MOST]]
    if len(parts) > 2:
        others += [[n for n in parts if n != part] for part in parts]
    return any(meets(_total(way, other)) for other in others)


def _total(way: Way, parts: list[int]) -> Way:
    formula = " + ".join(chr(ord("a") + n) for n in range(len(parts)))
    return replace(way, operands=tuple(parts), formula=formula)


def _is_no_list(reading: Reading, way: Way) -> bool:
    """Whether the words tell of ranks, another total or changes: "followed by A (5), B (4)", "(up 5)"."""
    text = reading.page.text
    figures = sorted(_operands(reading, way), key=lambda one: one.span.start)
    if not figures:
        return False
    around = text[max(0, figures[0].span.start - _FAR) : figures[-1].span.end + _FAR].lower()
    if any(phrase in around for phrase in (*_phrases("ranks"), *_phrases("wholes"))):
        return True
    if any(_COMPARED.match(text[one.span.end : one.span.end + _FAR]) for one in figures):
        return True
    openings = [text[max(0, one.span.start - 8) : one.span.start].lower().split() for one in figures]
    return any(words and words[-1].strip("(+-−") in _words("moves") for words in openings)


def _operands(reading: Reading, way: Way) -> list[Figure]:
    return [reading.figures[operand] for operand in way.operands if isinstance(operand, int)]


@cache
def _words(table: str) -> frozenset[str]:
    return frozenset(load_words("doubts")[table]["words"].split())


@cache
def _phrases(table: str) -> tuple[str, ...]:
    return tuple(load_words("doubts")[table]["phrases"])
