"""Puts a figure together: number, unit, hedge and range."""

from fractions import Fraction

from sayso.figures.hedges import hedge_after, hedge_before
from sayso.figures.intervals import bare_interval, hedged_interval
from sayso.figures.numerals import lexicon, read_numeral
from sayso.figures.parts import Amount, Form, Hedging, Numeral, Shape, Unit, Words
from sayso.figures.units import currency_before, rate_after, unit_after, unit_names
from sayso.model import Interval
from sayso.vocabulary import Hedge, Role

DASHES = frozenset("-–—‑")
LENGTHS = frozenset(
    (
        "second",
        "minute",
        "hour",
        "day",
        "night",
        "week",
        "weekend",
        "fortnight",
        "month",
        "year",
        "decade",
        "century",
        "millennium",
        "ms",
    )
)
# Behind these "from A to B" is a way that was gone, not a range: two figures.
MOVES = frozenset(
    ["rose", "rise", "rises", "risen", "rising", "fell", "fall", "falls", "fallen", "falling", "climbed", "climb", "climbs", "dropped", "drop", "drops", "grew", "grow", "grown", "grows", "increased", "increase", "increases", "decreased", "decrease", "jumped", "jump", "went", "gone", "going", "cut", "reduced", "reduce", "raised", "raise", "raising", "up", "down", "slid", "slipped", "improved", "expanded", "expand", "doubled", "declined", "decline", "shrank", "surged", "soared", "widened", "narrowed", "moved", "change", "changed", "gained", "slowed", "eased", "edged", "plunged", "plummeted", "boost", "boosted", "lowered", "lower", "advanced", "swung"]
)


class Reader:
    """Reads the amounts of one sentence; ``blocked`` are words that belong to dates and labels."""

    def __init__(self, words: Words, blocked: frozenset[int]) -> None:
        self.words = words
        self.blocked = blocked

    def low(self, at: int) -> str:
        """The word at a place in lower case, "" outside."""
        return self.words[at].low if 0 <= at < len(self.words) else ""

    def read(self, at: int, floor: int) -> Amount | None:
        """Read the amount whose number begins at a word; nothing before ``floor`` may be taken.

        Returns:
            The amount with hedge, range and units, or None where no number begins.
        """
        one = self._quantity(at, floor)
        if one is None:
            return None
        numeral, unit, first, last = one
        ranged = self._range(numeral, unit, first, last, floor)
        if ranged:
            return ranged
        return self._finish(numeral, unit, first, last, floor)

    def _quantity(self, at: int, floor: int) -> tuple[Numeral, Unit | None, int, int] | None:
        """Number and unit: (numeral, unit, first word, index behind)."""
        fold = self._fold(at)
        if fold:
            return fold
        before = currency_before(self.words, at) if at > floor else None
        if before and before.first < floor:
            before = None
        numeral = read_numeral(self.words, at, money=before is not None)
        if numeral is None or any(n in self.blocked for n in range(numeral.first, numeral.last)):
            return None
        first = before.first if before else at
        numeral, first = self._signed(numeral, first, floor)
        if before:
            last = numeral.last
            again = unit_after(self.words, last)
            if (
                again
                and again.role is Role.MONEY
                and again.name in (before.name, "USD")
                and again.factor == 1
            ):
                last = again.last
            return numeral, before, first, last
        unit = unit_after(self.words, numeral.last)
        if unit and unit.role is Role.MONEY and unit.last < len(self.words):
            numeral, unit = self._late_scale(numeral, unit)
        if unit is None:
            return numeral, None, first, numeral.last
        if numeral.form is Form.VAGUE and self.low(unit.first) in DASHES:
            return numeral, None, first, numeral.last
        numeral, unit = self._compound(numeral, unit)
        return numeral, unit, first, unit.last

    def _fold(self, at: int) -> tuple[Numeral, Unit | None, int, int] | None:
        """ "Threefold", "tenfold", "10-fold"; "5.5 times" comes later."""
        word = self.words[at]
        if word.low.endswith("fold") and len(word.low) > 5:
            stem = word.low[:-4]
            lex = lexicon()
            factor = lex.small.get(stem) or lex.tens.get(stem) or lex.scales.get(stem)
            if factor:
                value = Numeral(at, at + 1, Fraction(factor), Fraction(1), Form.MULTIPLE)
                return value, None, at, at + 1
        return None

    def _signed(self, numeral: Numeral, first: int, floor: int) -> tuple[Numeral, int]:
        """A minus sign or "minus" before the number."""
        if first <= floor or numeral.value is None:
            return numeral, first
        sign = self.words[first - 1]
        lone = not sign.tight or first == 1 or self.low(first - 2) in ("(", "from", "to", "$")
        spelt = sign.low in ("minus", "negative")
        if (sign.text in ("-", "−", "–") and lone and self.words[first].tight and first > 0) or spelt:
            if self.low(first - 2) == "or" and self.low(first - 3) == "plus":
                return numeral, first
            return numeral._replace(value=-numeral.value), first - 1
        joined = sign.text == "-" and first - 1 > floor and self.low(first - 2) == "minus"
        return (numeral._replace(value=-numeral.value), first - 2) if joined else (numeral, first)

    def _late_scale(self, numeral: Numeral, unit: Unit) -> tuple[Numeral, Unit]:
        """ "75 USD million"."""
        factor = lexicon().scales.get(self.low(unit.last))
        if factor is None or numeral.value is None or numeral.step is None:
            return numeral, unit
        scaled = numeral._replace(
            value=numeral.value * factor, step=numeral.step * factor, scaled=factor >= 1000
        )
        return scaled, unit._replace(last=unit.last + 1)

    def _compound(self, numeral: Numeral, unit: Unit) -> tuple[Numeral, Unit]:
        """ "5 ft 2 in", "3 dollars 50 cents", "six feet and two inches": one figure in the larger unit."""
        at = unit.last
        if self.low(at) == "and":
            at += 1
        if at >= len(self.words) or numeral.value is None or unit.name is None:
            return numeral, unit
        small = read_numeral(self.words, at)
        if (
            small is None
            or small.value is None
            or small.value >= 100
            or not (self.words[at].digits or self.low(at) in lexicon().starters)
        ):
            return numeral, unit
        part, last = None, small.last
        following = unit_after(self.words, last)
        if (
            following
            and unit.role is Role.MONEY
            and unit.factor == 1
            and following.role is Role.MONEY
            and following.factor != 1
        ):
            part, last = following.factor, following.last
        elif unit.name == "ft" and (
            self.low(last) in ("in", "inch", "inches", "ins", '"', "″")
            and (self.low(last) != "in" or self.words[last - 1].digits)
        ):
            part, last = Fraction(1, 12), last + 1
        elif unit.name == "lb" and self.low(last) in ("oz", "ounces", "ounce"):
            part, last = Fraction(1, 16), last + 1
        if part is None:
            return numeral, unit
        return numeral._replace(
            value=numeral.value + small.value * part, step=part, decimals=True
        ), unit._replace(last=last)

    def _range(self, left: Numeral, unit: Unit | None, first: int, last: int, floor: int) -> Amount | None:
        """ "10 to 15", "10–15%", "between $10 million and $25 million", "six or seven months"."""
        lead = self.low(first - 1) if first > floor else ""
        joint = self.low(last)
        fits = (
            joint in DASHES
            or joint in ("to", "through")
            or (joint == "and" and lead == "between")
            or (joint == "or" and left.value is not None)
        )
        if not fits or left.value is None or last + 1 >= len(self.words):
            return None
        if joint == "to" and lead != "between" and self._is_way(first, lead):
            return None
        start = last + 1
        while (
            start < len(self.words)
            and (self.words[start].text in unit_names().signs or self.low(start) in ("us", "a"))
            and start < last + 3
        ):
            start += 1
        if start >= len(self.words):
            return None
        right = self._quantity(start, last + 1)
        if right is None or right[0].value is None or right[0].form is Form.VAGUE:
            return None
        numeral, other, _, end = right
        left, unit = _carry(left, unit, numeral, other)
        if left.value is None or numeral.value is None or not _is_range(left, numeral, unit, other, joint):
            return None
        shared = other or unit
        first = first - 1 if lead in ("between", "from") else first
        return self._finish(left, shared, first, end, floor, upper=numeral)

    def _is_way(self, first: int, lead: str) -> bool:
        """Whether "from A to B" tells a change."""
        if lead != "from":
            return any(self.low(n) in MOVES for n in range(max(0, first - 3), first))
        return any(self.low(n) in MOVES for n in range(max(0, first - 8), first))

    def _finish(
        self,
        numeral: Numeral,
        unit: Unit | None,
        first: int,
        last: int,
        floor: int,
        upper: Numeral | None = None,
    ) -> Amount:
        """Ages, multiples, rates and hedges around a number; the interval of the whole."""
        role, name, per = _role(numeral, unit)
        form, factor = numeral.form, unit.factor if unit else Fraction(1)
        if unit is None:
            role, last, form = self._times(numeral, role, last)
        numeral = numeral._replace(form=form)
        if role is Role.DURATION and name in LENGTHS:
            role, last, first = self._age_or_ago(role, first, last)
        first, role, name = self._aged(first, floor, role, name)
        rate = (
            rate_after(self.words, last)
            if role in (Role.MONEY, Role.COUNT, Role.MEASURE, Role.PERCENT)
            else None
        )
        if rate:
            last, below, timely = rate
            per = below if timely else per
            if not timely or role is Role.MEASURE:
                name = f"{name}/{below}" if name else name
        before = hedge_before(self.words, first)
        if before and (before.first < floor or self._is_no_hedge(before, numeral)):
            before = None
        after = hedge_after(self.words, last)
        interval = self._interval(numeral, upper, role)
        value = (
            None
            if upper is not None
            or (
                numeral.form is Form.VAGUE
                and numeral.interval
                and numeral.interval.low != numeral.interval.high
            )
            else numeral.value
        )
        hedge = Hedge.VAGUE if numeral.form is Form.VAGUE else Hedge.EXACT
        for found in (after, before):
            if found:
                interval = hedged_interval(interval, value, found.shape)
                hedge = found.hedge if found.hedge is not Hedge.EXACT else hedge
                first, last = min(first, found.first), max(last, found.last)
        if factor != 1:
            interval = Interval(
                *(end * factor if end is not None else None for end in (interval.low, interval.high)),
                interval.low_open,
                interval.high_open,
            )
        step = numeral.step * factor if numeral.step is not None and value is not None else None
        return Amount(
            first,
            last,
            numeral.last - 1,
            role,
            interval,
            value * factor if value is not None else None,
            step,
            hedge,
            numeral.form,
            name,
            per,
        )

    def _interval(self, numeral: Numeral, upper: Numeral | None, role: Role) -> Interval:
        if upper is None:
            return bare_interval(numeral, percent=role is Role.PERCENT)
        return Interval(numeral.value, upper.value)

    def _times(self, numeral: Numeral, role: Role, last: int) -> tuple[Role, int, Form]:
        """ "Twice as many", "5.5 times as much", "three times more", "10-fold", "3x"."""
        low = self.low(last)
        if numeral.form is Form.MULTIPLE:
            if self.low(numeral.first) in ("twice", "thrice") and not self._compares(last):
                return Role.COUNT, last, Form.DIGITS
            return Role.RATIO, self._behind_multiple(last), Form.MULTIPLE
        if low in ("fold",) or (low in DASHES and self.low(last + 1) == "fold"):
            return Role.RATIO, last + 1 + (low != "fold"), Form.MULTIPLE
        if low == "x" and self.words[last].tight:
            return Role.RATIO, last + 1, Form.MULTIPLE
        if low in ("times", "time") and self._compares(last + 1):
            return Role.RATIO, self._behind_multiple(last + 1), Form.MULTIPLE
        return role, last, numeral.form

    def _compares(self, at: int) -> bool:
        """Whether what stands behind "twice" or "times" compares amounts and does not count occasions."""
        low = self.low(at)
        if low in (
            "as",
            "more",
            "less",
            "the",
            "that",
            "higher",
            "larger",
            "bigger",
            "greater",
            "lower",
            "fewer",
            "faster",
            "longer",
            "smaller",
            "its",
            "their",
            "his",
            "her",
            "what",
            "our",
        ):
            return not (low == "the" and self.low(at + 1) in ("day", "week", "year", "month")) and not (
                low == "more" and self.low(at + 1) in (".", ",", "")
            )
        return low.endswith("er") and len(low) > 4 and self.low(at + 1) == "than"

    def _behind_multiple(self, at: int) -> int:
        """The words "as many" belong to "twice as many"."""
        if self.low(at) == "as" and self.low(at + 1) in ("many", "much", "high", "large", "big", "long"):
            return at + 2
        return at

    def _age_or_ago(self, role: Role, first: int, last: int) -> tuple[Role, int, int]:
        low = self.low(last)
        if low == "ago":
            return role, last + 1, first
        old = last + 1 if low in DASHES else last
        if self.low(old) in ("old", "olds"):
            return Role.AGE, old + 1, first
        if low == "of" and self.low(last + 1) == "age":
            return Role.AGE, last + 2, first
        return role, last, first

    def _aged(self, first: int, floor: int, role: Role, name: str | None) -> tuple[int, Role, str | None]:
        """ "Aged 43", "age 87", "at the age of 12"."""
        if name is not None and role is not Role.AGE:
            return first, role, name
        back = first - 1
        if self.low(back) in ("between", "over", "under") and back > floor:
            back -= 1
        if self.low(back) in ("aged", "age", "ages") or (
            self.low(back) == "of" and self.low(back - 1) in ("age", "ages")
        ):
            return first, Role.AGE, name or "year"
        return first, role, name

    def _is_no_hedge(self, before: Hedging, numeral: Numeral) -> bool:
        """Words that look like a hedge and are none: "some" of a small number, "over 20 (years)" of a fraction."""
        word = self.low(before.last - 1)
        if (
            word == "some"
            and numeral.value is not None
            and abs(numeral.value) < 10
            and numeral.form is not Form.FRACTION
        ):
            return True
        if word == "all":
            return numeral.form is not Form.DIGITS and numeral.form is not Form.SPELT
        return (
            word in ("about", "around", "near")
            and before.last - before.first == 1
            and before.shape is Shape.ABOUT
            and self.low(before.first - 1) in ("all",)
        )


def _role(numeral: Numeral, unit: Unit | None) -> tuple[Role, str | None, str | None]:
    if unit is not None:
        return unit.role, unit.name, unit.per
    if numeral.form in (Form.FRACTION, Form.ODDS):
        return Role.SHARE, None, None
    if numeral.form is Form.MULTIPLE:
        return Role.RATIO, None, None
    return Role.COUNT, None, None


def _carry(
    left: Numeral, unit: Unit | None, right: Numeral, other: Unit | None
) -> tuple[Numeral, Unit | None]:
    """The scale word and unit that only the second number of a range has: "3 to 5 million", "$10-15bn"."""
    if left.value is None or right.value is None or right.step is None:
        return left, unit
    if right.scaled and not left.scaled and left.value < right.value and unit in (None, other):
        base = right.value
        factor = Fraction(1)
        while base >= 1000 and (base % 1000 == 0 or base > 100 * 1000):
            base, factor = base / 1000, factor * 1000
        if factor > 1 and left.value <= 1000:
            left = left._replace(
                value=left.value * factor, step=(left.step or Fraction(1)) * factor, scaled=True
            )
    elif (
        right.scaled
        and not left.scaled
        and unit
        and other is None
        and unit.role is Role.MONEY
        and left.value < 1000
    ):
        factor = (
            Fraction(10) ** 9
            if right.value >= 10**9
            else Fraction(10) ** 6
            if right.value >= 10**6
            else Fraction(1000)
        )
        left = left._replace(value=left.value * factor, step=(left.step or Fraction(1)) * factor, scaled=True)
    return left, unit or other


def _is_range(left: Numeral, right: Numeral, unit: Unit | None, other: Unit | None, joint: str) -> bool:
    if left.value is None or right.value is None or left.value >= right.value:
        return False
    if unit is not None and other is not None and unit.name != other.name:
        return False
    if joint == "or":
        return (
            right.value - left.value <= max(left.value, 2)
            and left.form in (Form.SPELT, Form.DIGITS)
            and left.form is right.form
        )
    return left.form not in (Form.VAGUE, Form.MULTIPLE) and right.form is not Form.MULTIPLE
