"""Which figures may stand without a source: what anybody can look up, what a poll asked, what a rule sets."""

from bisect import bisect_right
from collections.abc import Iterator
from functools import cache
from typing import Any

import re2

from sayso.model import Figure, Parse, Reading
from sayso.vocabulary import Hedge, Role
from sayso.words import load_words

SHARES = (Role.PERCENT, Role.SHARE)
BOUNDS = (Hedge.OVER, Hedge.AT_LEAST, Hedge.UNDER, Hedge.AT_MOST)
# Money below this is a price that a reporter reads off a tag; with a word for a price, below the other.
SMALLEST_SUM, LARGEST_PRICE = 1_000, 100_000
# A word such as "fine" stands no further from its sum, in characters.
NEAR = 40
WHOLE = 100
# How far back a quotation mark may open, in characters.
LONGEST_SPEECH = 2_000
CLAUSES = frozenset({"acl", "relcl"})
LARGE = re2.compile(r"(?i)\d[.,]\d{3}|\b(?:thousand|million|billion|trillion)\b")


@cache
def _pattern(table: str, key: str) -> Any:  # noqa: ANN401  # re2 is untyped
    """One pattern of the word list, whose lines are joined."""
    return re2.compile(load_words("unsourced")[table][key].replace("\n", ""))


@cache
def _list(key: str) -> frozenset[str]:
    return frozenset(load_words("unsourced")["rules"][key].split())


@cache
def soft_words() -> frozenset[str]:
    """Words by which a headline tells itself that it is not sure."""
    return frozenset(load_words("unsourced")["soft"]["words"].split())


def names_survey(reading: Reading) -> bool:
    """Whether a page names a poll or a survey, on which the shares of those asked then stand."""
    return _pattern("survey", "named").search(reading.page.text) is not None


def tells_accounts(reading: Reading) -> bool:
    """Whether a page tells a firm's results, whose sales and profits then stand on its accounts."""
    return _pattern("accounts", "named").search(reading.page.text) is not None


def needs_no_source(reading: Reading, number: int, *, surveyed: bool, accounted: bool = False) -> bool:
    """Whether a figure without a source is none to ask about.

    Args:
        reading: with its sentences, parses and figures.
        number: the figure's index.
        surveyed: whether the page names a survey.
        accounted: whether the page tells a firm's results.

    Returns:
        True for what a poll asked, for conditions and rules, prices, market moves, the people of a
        place, a firm's accounts and staff, what somebody wants or plans, deaths of a year that is named,
        the page's own measurements, numerals that count nothing the text names, and questions.
    """
    figure = reading.figures[number]
    span = reading.sentences[figure.sentence].span
    sentence = span.of(reading.page.text)
    before = sentence[: figure.span.start - span.start]
    after = sentence[figure.span.end - span.start :]
    if sentence.rstrip("”\"' ").endswith("?") or _pattern("own", "words").search(sentence):
        return True
    if _pattern("plan", "before").search(before) or _is_crowd(before, sentence):
        return True
    if _is_on_record(figure, sentence) or _is_of_staff(before, after):
        return True
    if figure.role in (Role.MONEY, Role.COUNT, *SHARES) and _is_of_accounts(
        sentence, before, accounted=accounted
    ):
        return True
    if _is_of_survey(figure, sentence, before, surveyed=surveyed) or _is_of_place(before, after):
        return True
    if _is_spoken(reading, figure) or _pattern("rate", "bracket").search(before):
        return True
    if figure.role is Role.MONEY and _is_price(reading, figure, sentence):
        return True
    if _counts_nothing(figure, figure.span.of(reading.page.text)) or _moves_market(figure, sentence):
        return True
    if _is_counted_in_public(reading, figure) or _is_modifier(figure.role, before, after):
        return True
    return _is_ruled(reading, figure) or _is_stood_for(reading, figure)


def _is_on_record(figure: Figure, sentence: str) -> bool:
    """Whether a figure is a loss of a year that is named, or stands in a correction."""
    if _pattern("archive", "corrected").search(sentence):
        return True
    lost = figure.role is Role.COUNT and _pattern("archive", "deaths").search(sentence) is not None
    return lost and _pattern("archive", "year").search(sentence) is not None


def _is_crowd(before: str, sentence: str) -> bool:
    """Whether a figure tells how many watched a game."""
    return (
        _pattern("crowd", "before").search(before) is not None
        and _pattern("crowd", "game").search(sentence) is not None
    )


def _is_of_staff(before: str, after: str) -> bool:
    """Whether a figure tells how many work in one firm, or belong to one union."""
    counted = _pattern("staff", "before").search(before) is not None
    return counted and _pattern("staff", "after").match(after) is not None


def _is_stood_for(reading: Reading, figure: Figure) -> bool:
    """Whether somebody named wants, plans or fights what a figure counts: "campaigners want 40 crossings"."""
    return any(
        one.chain and any(span.holds(figure.span) for span in one.content) for one in reading.attributions
    )


def _is_of_accounts(sentence: str, before: str, *, accounted: bool) -> bool:
    """Whether a figure is one of a firm's results, or stands in the sentence that tells them."""
    if _pattern("accounts", "terms").search(sentence) or not accounted:
        return _pattern("accounts", "terms").search(sentence) is not None
    told = _pattern("accounts", "named").search(sentence)
    return told is not None or _pattern("accounts", "items").search(before.rsplit("; ", 1)[-1]) is not None


def _is_spoken(reading: Reading, figure: Figure) -> bool:
    """Whether a figure stands inside quotation marks, in words that are never the page's own."""
    text, here = reading.page.text, figure.span.start
    line = max(text.rfind("\n", 0, here) + 1, here - LONGEST_SPEECH)
    before = text[line:here]
    curly = before.rfind("“")
    return curly > before.rfind("”") or before.count('"') % 2 == 1


def _is_counted_in_public(reading: Reading, figure: Figure) -> bool:
    """Whether a figure counts points, votes, pages: what anybody may count."""
    thing = figure.thing or figure.carried
    if figure.role not in (Role.COUNT, *SHARES):
        return False
    if _pattern("result", "told").search(reading.sentences[figure.sentence].span.of(reading.page.text)):
        return True
    if thing is None:
        return False
    return _pattern("result", "things").search(thing.of(reading.page.text)) is not None


def _is_modifier(role: Role, before: str, after: str) -> bool:
    """Whether a figure is part of what a thing is called: "a 120-room hotel", "the “47 percent” remark"."""
    quoted = before[-1:] in '“"' and after[:1] in '”"' if before and after else False
    return quoted or (role is Role.COUNT and after[:1] == "-" and after[1:2].isalpha())


def _is_of_survey(figure: Figure, sentence: str, before: str, *, surveyed: bool) -> bool:
    """Whether a figure is a share of those asked, the size of a sample or its margin of error."""
    if _pattern("survey", "sample").search(before) or _pattern("survey", "method").search(sentence):
        return True
    return surveyed and figure.role in SHARES and _pattern("survey", "asked").search(sentence) is not None


def _is_of_place(before: str, after: str) -> bool:
    """Whether a figure tells how many live in a place."""
    found = _pattern("known", "before").search(before)
    if found is None:
        return False
    return not _pattern("known", "needing").search(found[0]) or bool(_pattern("known", "after").match(after))


def _is_price(reading: Reading, figure: Figure, sentence: str) -> bool:
    """Whether a sum is a price on a tag, or stands beside "bail" or "fined"."""
    value = figure.value if figure.value is not None else figure.high
    low = reading.page.text[max(figure.span.start - NEAR, 0) : figure.span.end + NEAR]
    if _pattern("price", "record").search(low):
        return True
    if value is None or figure.per in ("month", "year", "week"):
        return False
    return value < SMALLEST_SUM or (
        value < LARGEST_PRICE and _pattern("price", "tags").search(sentence) is not None
    )


def _counts_nothing(figure: Figure, words: str) -> bool:
    """Whether a numeral counts nothing that the text names ("scored 2182"), or is all of something."""
    if figure.role in SHARES and figure.value == WHOLE:
        return True
    bare = figure.role is Role.COUNT and figure.thing is None and figure.carried is None
    return bare and figure.hedge is Hedge.EXACT and LARGE.search(words) is None


def _moves_market(figure: Figure, sentence: str) -> bool:
    """Whether a percentage tells how a price moved that everybody can look up."""
    if figure.role is not Role.PERCENT:
        return False
    if _pattern("price", "percent").search(sentence):
        return True
    return bool(_pattern("market", "names").search(sentence) and _pattern("market", "moves").search(sentence))


def _is_ruled(reading: Reading, figure: Figure) -> bool:
    """Whether a figure stands in a condition, a rule or what marks off a class: "firms with over 50 men"."""
    parse = reading.grammar.get(figure.sentence)
    if not parse:
        return False
    here = max(bisect_right([token.span.start for token in parse], figure.span.start) - 1, 0)
    bounded = figure.hedge in BOUNDS
    for place in _above(parse, here):
        token = parse[place]
        beside = [one for one in range(len(parse)) if parse[one].head == place and one != place]
        if token.dep == "advcl" and any(
            parse[one].dep in ("mark", "advmod") and parse[one].text.lower() in _list("marks")
            for one in beside
        ):
            return True
        if bounded and any(
            parse[one].tag == "MD" and parse[one].text.lower() in _list("modals") for one in beside
        ):
            return True
        if bounded and (token.dep in CLAUSES or token.text.lower() == "with") and _is_class(parse, place):
            return True
        takes = token.text.lower() in (
            "takes",
            "take",
            "took",
            "need",
            "needs",
            "needed",
            "requires",
            "required",
        )
        if takes and any(parse[one].text.lower() == "it" and parse[one].dep == "nsubj" for one in beside):
            return True
    return False


def _above(parse: Parse, place: int) -> Iterator[int]:
    """A word and its governors, nearest first."""
    for _ in parse:
        yield place
        if parse[place].head == place:
            return
        place = parse[place].head


def _is_class(parse: Parse, place: int) -> bool:
    """Whether a clause or phrase marks off some of a bare plural: "households earning less than …"."""
    noun = parse[place].head
    if parse[noun].text.lower() in _list("anybody"):
        return True
    if parse[noun].tag != "NNS" or parse[noun].dep not in (
        "nsubj",
        "nsubjpass",
        "pobj",
        "dobj",
        "conj",
        "ROOT",
    ):
        return False
    beside = [one for one in range(len(parse)) if parse[one].head == noun and one != noun]
    bare = not any(parse[one].dep in ("det", "nummod", "poss") for one in beside if one < noun)
    return bare and parse[noun + 1].text != ","
