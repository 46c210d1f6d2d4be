"""Totals and their parts: "for a total of", lists in brackets, "of whom", records of won, drawn and lost."""

# A construction reads best on one line.
# ruff: noqa: E501

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction
from functools import cache
from itertools import pairwise

from sayso.model import Figure, Given, Operand, Span
from sayso.sums.claim import Claim, Way
from sayso.sums.construction import are_alike, joined_to
from sayso.sums.likeness import is_alike, is_vague, sort_of
from sayso.sums.pattern import GAP, pattern
from sayso.sums.scene import Line, Scene
from sayso.vocabulary import CheckKind, Role
from sayso.words import load_words

_T = CheckKind.TOTAL
_MOST_PARTS = 12
_FOR_TOTAL = r"\b(?:for|making|make|makes|bringing|brings|brought|giving|gives|gave|to|or|equals|is|was|were|a)\b…{total} ?(?:of|to|at|to about)? ?…<s:cmqrt>"
_MAKES = r"(?:(?:;|,|—|--) ?(?:and )?(?:that|this|which|together they|giving|making|gives|makes|finishing|ending)|\bto (?:finish|end|make))\b(?: (?:makes?|made|gives?|gave|comes? to|adds? up to|totals?|brings?|it|him|her|them|us|a|an|the|about|some|nearly|total|sum|of|to|with|up)){0,6} <s:cmqrt>"
_RAISES = r"\b(?:another|a further|additional) <a:c>(?:[^<>;]|<d\d+>){0,90}?\b(?:bring|rais|tak|push|lift)(?:ing|es|s|ed) [^<>;,]{0,40}(?:\bfrom <b:c> to <s:c>|\bto <s2:c> from <b2:c>)"
_MORE = r"<a:c> (?:more|other|additional|new)\b(?:[^<>;]|<d\d+>){0,90}?\b(?:bring|rais|tak|push|lift)(?:ing|es|s|ed) [^<>;,]{0,40}(?:\bfrom <b:c> to <s:c>|\bto <s2:c> from <b2:c>)"
_MADE_UP = r"<s:N>[^<>;:()]{0,50}\b(?:made up of|consist of|consists of|consisted of|consisting of|comprises|comprised|comprising|composed of|paid for with|paid for by|financed with|financed by|funded with|funded by) (?P<rest>(?:[^<>;:()]|<d\d+>|<[cmqr]\d+>){3,200})"
_CLOSED = re.compile(
    r"^[^<>;:(),]{0,40}?(?:[.!?\"']*$| ?(?:—|--)| - |(?=, (?:which|who|whose|where|according|said|(?:[a-z.]+ ){1,3}said)\b))"
)
_DASH = re.compile(r"—|--| - ")
# "34 people, 28 of them students, seized 12 knives": with a verb before it, a number counts something else.
_BARE = re.compile(r"(?:,|;|\band|\bplus) ?(?:(?:another|a further|the other|only|just|about) )?$")
_PAIR = 2
_FEW_HIDDEN = 3
_SOME_OF = re.compile(r"\bof (?:them|which|whom|these|those)\b")
_LONGER = re.compile(
    r"\b(?:first|second|last|full|half|career|season|yearly|annual|quarterly|lifetime|overall|running|cumulative|previous|rising)[ -](?:[a-z]+ )?total\b|-half\b|-year total\b|<d\d+> total\b"
)
_WITH_MORE = re.compile(
    r" ?,? (?:with (?:the |its |their )?(?:fees|costs|interest|tax|expenses)|including|counting|once|plus|along with)\b"
)
_TOTAL_OF = re.compile(r"\ba total of (?:about |some )?$")
_TWO_PLACES = re.compile(
    r" ?<c\d+> (?P<how>in|at|on|from|by) [^<>,;]{2,30} and <c\d+> (?P=how) [^<>,;]{2,30}[.]?$"
)
_OF = re.compile(r"\b(?:of|among|out of) (?:the |its |their |all )?$")
_COMPARED = r"^ (?:{more}|{less})\b"
_OUT_OF = re.compile(
    r"\b(?:out of|among|of|in|from) (?:an? |the |its )?(?:[a-z]+ )?total (?:of )?[^<>]{0,20}<[a-z]\d+>[^<>]{0,12}$"
)
# "(up 31)" is a change, no part.
_MOVED = re.compile(r"\((?:up|down|from|by|against)\b[^()]*$")
_AGAINST = re.compile(r"\b(?:followed by|ahead of|behind|beat|compared|than|while|but)\b")
_REST = re.compile(r"(?:;|\band\b)[^<>]{0,20}<c|\b(?:rest|others?|unidentified|remaining)\b")
_OPPOSITES = r"^ (?P<a>[a-z]+) and # (?P<b>[a-z]+)(?:$|[.\"')]*$|,? ?(?:,|\)|—|--| - )(?! (?:among|included|and|two|one)\b))"
_ENDED = re.compile(r"\band (?:(?:another|the other|only|just) )?$")
_ALONE = re.compile(r"\b(?:is|are|was|were|has|have|had|still|who|which|that)\b")
_IN_BRACKETS = r"\(<s:N> ?(?:{total})\)"
_TO_REACH = r"<a:N>(?:[^<>;.]|<d\d+>){0,60}?\b(?:another|a further) <b:N>[^<>;.,]{0,30} to (?:reach|meet|hit|make|get to|complete) (?:its|the|a|their|his|her) (?:[a-z]+ ){0,2}(?:of )?<s:N>"
_PARTS = rf"<s:N>(?P<noun>(?:[^<>;:()]|<d\d+>){{0,60}}?)(?P<open>\(|:|—|--| - |, )(?P<rest>(?:{GAP}|<[cmqr]\d+>){{3,260}})"
# "one in the harbour" at the end of a list is a part, though alone it is mostly a pronoun.
_NUMBER = re.compile(r"<([cmqr])(\d+)>|(?<=[ ,])one(?= (?:in|of|from|was|is|for|at|on)\b)")
_JOINT = re.compile(r"^(?:[^<>;:()]{0,80}(?:,|;|\band\b|\bplus\b|\bor\b)[^<>:()]{0,40})$")
_LINKED = re.compile(r"^[^<>;:()]{0,60}?(?:,|\band\b|\bplus\b|\+)[^<>;:()]{0,40}$")
# "Children aged 17, 15, 13 and 8": a number in the middle of a row is no total.
_IN_A_ROW = re.compile(r"(?:<[a-z]\d+>,? (?:and |or )?|\bage[sd]? )$")
_OF_WHICH = re.compile(r"^of (?:which|whom|them|those)[^<>]{0,20}$")
_DATES = re.compile(r"<d\d+>")
_IN_ALL = r"(?:, (?:or |for )?| ?— ?| -- | - |\b[a-z]+ )<s:N>[^<>;,.]{0,20}?\b(?:in all|in total|altogether|all told|combined|together|overall)\b"
_OF_THEM = re.compile(
    r"^(?: or | and )?(?:of (?:which|whom|them|those)|(?:[a-z]+ ){0,3}of (?:which|whom|them))"
)
_INCLUDING = re.compile(
    r"\b(?:includ\w+|such as|among them|among others?|other things|like|at least|especially|notably|led by|mostly|up to)\b"
)
_RECORD = re.compile(r"(?<![\d-])(\d{1,3})[-—](\d{1,3})(?:[-—](\d{1,3}))?(?![\d-])")
_RECORD_OF = r"(?P<won>\d{1,3}[-—]\d{1,3}(?:[-—]\d{1,3})?|<s(?P<score>\d+)>|<d(?P<day>\d+)>) (?:in|over|through|during|across) (?:its|their|his|her|the|our|my)? ?(?:last|past|first|final|previous|opening|most recent)? ?<s:c>"
_RECORD_IN = r"<s:c>(?P<noun>[^<>.;()]{0,40})\((?P<won>\d{1,3}[-—]\d{1,3}[-—]\d{1,3}|<s(?P<score>\d+)>|<d(?P<day>\d+)>)\)"
# What a record must have is looked for first: hardly any line has it.
_MAY_BE_RECORD = re.compile(r"\d[-—]\d|<[sd]\d+>(?:\)| (?:in|over|through|during|across) )")
_LISTED = re.compile(
    r"\((?:<[cmq]\d+> (?:for|to|in|from|by|at) [^<>()]{2,40}(?:, (?:and )?| and |; ?)?){2,8}\)"
)


def find_totals(scene: Scene, line: Line) -> Iterator[Claim]:
    """Totals that the line states, with their parts."""
    stated: set[int | None] = set()
    for claims in (
        _of_words(scene, line),
        _of_lists(scene, line),
        _of_bracketed_parts(scene, line),
        _of_records(scene, line),
        _of_risen_tolls(scene, line),
        _of_made_up(scene, line),
    ):
        for claim in claims:
            if claim.stated not in stated:
                stated.add(claim.stated)
                yield claim


def sum_of(parts: Sequence[Operand]) -> Way:
    """The way that adds its operands."""
    return Way(tuple(parts), " + ".join(chr(ord("a") + n) for n in range(len(parts))))


def _of_words(scene: Scene, line: Line) -> Iterator[Claim]:
    """“1,340 paid and 575 free seats, a total of 1,915”; “5 blocks, 2 steals (7 combined)”."""
    for source, match in line.find_each((_FOR_TOTAL, _IN_BRACKETS, _IN_ALL, _MAKES)):
        stated = int(match["s"])
        if _OUT_OF.search(line.text[: match.end()]):
            continue
        start = max(line.text.rfind(stop, 0, match.start()) for stop in (")", ";", ". ", " but "))
        before = _without_whole(scene, line, _joined(scene, line, start, match.start(), stated), stated)
        if 2 <= len(before) <= _MOST_PARTS and not any(is_vague(scene.figure(n)) for n in before):
            ways = [sum_of(before)] + ([sum_of(before[-2:])] if len(before) > 2 else [])
            other = _joined_before(scene, line, before[0])
            alone = len(before) == 2 and (other is None or _is_taken_out(scene, line, other, stated))
            # "Bringing the total to 62": what was counted before goes into it too.
            firm = alone and _is_set_off(source, match) and source is not _MAKES
            firm = firm and not match[0].startswith("br") and not _is_of_more(line, match)
            yield Claim(_T, line.span(match), stated, tuple(ways), firm)


def _is_taken_out(scene: Scene, line: Line, whole: int, stated: int) -> bool:
    """Whether a figure before the parts is the whole they are taken out of: "of 340 complaints, 11 … and 23 …"."""
    at = next(place for _, number, place in line.signs if number == whole)
    larger = (scene.figure(whole).value or 0) > (scene.figure(stated).value or 0)
    return larger and _OF.search(line.before(at)) is not None


def _is_of_more(line: Line, match: re.Match[str]) -> bool:
    """Whether the words tell that the total counts more: "a first-half total of", "with the lawyers' fees"."""
    return bool(_LONGER.search(match[0]) or _WITH_MORE.match(line.text, match.end()))


def _without_whole(scene: Scene, line: Line, parts: list[int], stated: int) -> list[int]:
    """The parts without what they are taken out of: "of 340 complaints, 11 … and 46 …, 57 in all"."""
    if len(parts) <= _PAIR or (scene.figure(parts[0]).value or 0) <= (scene.figure(stated).value or 0):
        return parts
    at = next(place for _, number, place in line.signs if number == parts[0])
    return parts[1:] if _OF.search(line.before(at)) else parts


def _is_set_off(source: str, match: re.Match[str]) -> bool:
    """Whether "N in all" is set off by a comma: in the middle of a clause it may count something else."""
    return source is not _IN_ALL or match[0].lstrip()[:1] in ",—-"


def _joined_before(scene: Scene, line: Line, first: int) -> int | None:
    """The figure of the sort that a comma or "and" joins to the first part: it may be a part too."""
    other = joined_to(line, first)
    return other if other is not None and is_alike(scene.figure(other), scene.figure(first)) else None


def _joined(scene: Scene, line: Line, start: int, end: int, stated: int) -> list[int]:
    """The amounts before a total that only commas and "and" join, from the last one backwards."""
    found: list[int] = []
    right = end
    for _, number, at in reversed(line.signs):
        if not start < at < end or number == stated:
            continue
        between = _DATES.sub("", line.text[line.text.index(">", at) + 1 : right])
        if found and not _LINKED.match(between):
            break
        if "<" in between or not is_alike(scene.figure(number), scene.figure(stated)):
            break
        if pattern(_COMPARED).match(between):
            # "£35m less than planned" is no part.
            break
        found.append(number)
        right = at
    return found[::-1]


def _of_lists(scene: Scene, line: Line) -> Iterator[Claim]:
    """“six suppliers, three of which …, two … and one …”; “five were from two players (2 for X, 3 for Y)”."""
    for match in _each_list(scene, line):
        total = scene.figure(int(match["s"]))
        if _IN_A_ROW.search(line.before(match.start())):
            continue
        rest = _until_closed(match["rest"], match["open"])
        parts = _parts(scene, line, match.start("rest"), rest, total, closes=match["open"] == ", ")
        if len(parts) < 2 or _INCLUDING.search(match["noun"] + rest.split("<")[0]):
            continue
        operands = tuple(part for part, _, _ in parts)
        if all(_value(scene, part) < (total.value or 0) for part in operands) and _is_partition(
            match["noun"], rest, parts, match["open"]
        ):
            # Where no rest is named, the parts can only fail by being more than the whole.
            exceeds = sum(_value(scene, part) for part in operands) > (total.value or 0)
            # Between commas the parts may be no parts: "five engines, two trucks and four officers".
            told = match["open"] != ", " or "of wh" in rest or "of them" in rest
            sure = told and all(_BARE.search(rest[left[2] : right[1]]) for left, right in pairwise(parts))
            added = sum(_value(scene, part) for part in operands)
            # "31 points (9 wins, 4 draws)" counts something else.
            like = (total.value or 0) <= added * 2 and added <= (total.value or 0) * 2
            firm = (match["open"] == "(" and like) or (exceeds and sure) or _is_all(scene, match, rest, parts)
            firm = firm or _are_opposites(total, rest, parts, scene) or _are_in_two_places(line, match)
            yield Claim(_T, line.span(match), int(match["s"]), (sum_of(operands),), firm)
    for match in _LISTED.finditer(line.text):
        yield from _of_listed(scene, line, match)


def _each_list(scene: Scene, line: Line) -> Iterator[re.Match[str]]:
    """What may be a whole with its parts; a number that is no whole hides none behind it.

    “A father of two, he was hit nine times, six in the leg and three in the back.”
    """
    for match in line.find(_PARTS):
        yield match
        for _ in range(_FEW_HIDDEN):
            rest = _until_closed(match["rest"], match["open"])
            whole = scene.figure(int(match["s"]))
            parts = _parts(scene, line, match.start("rest"), rest, whole, closes=match["open"] == ", ")
            small = all(_value(scene, part) < (whole.value or 0) for part, _, _ in parts)
            if len(parts) > 1 and small and _is_partition(match["noun"], rest, parts, match["open"]):
                break
            hidden = pattern(_PARTS).search(line.text, match.end("s"), match.end())
            if hidden is None:
                break
            match = hidden
            # "743 on board, 120 of them children; 412 were saved": of such a whole some parts are told.
            if not _SOME_OF.search(match["rest"]):
                yield match


def _until_closed(rest: str, opening: str) -> str:
    """The list up to the bracket or dash that closes it."""
    if opening == "(":
        return rest.split(")")[0]
    closing = _DASH.search(rest) if opening in ("—", "--", " - ") else None
    return rest[: closing.start()] + " —" if closing else rest


def _is_all(scene: Scene, match: re.Match[str], rest: str, parts: list[tuple[Operand, int, int]]) -> bool:
    """Whether a list of two is told to its end and makes nearly the whole: "14 people: nine men and five boys"."""
    if match["open"] == ", " or len(parts) != 2 or rest[: parts[0][1]].strip():
        return False
    total = scene.figure(int(match["s"])).value or Fraction(0)
    between, after = rest[parts[0][2] : parts[1][1]], rest[parts[1][2] :]
    plain = not _ALONE.search(between) and re.fullmatch(r"[^<>,]{1,30}? and ", between) is not None
    near = sum(_value(scene, part) for part, _, _ in parts) * 5 >= total * 4
    ends = _CLOSED.match(after)
    return plain and near and ends is not None and not _ALONE.search(ends[0])


def _are_opposites(total: Figure, rest: str, parts: list[tuple[Operand, int, int]], scene: Scene) -> bool:
    """Whether the two parts are of two sorts that leave none out: "520 volunteers, 260 women and 160 men,"."""
    if len(parts) != _PAIR or rest[: parts[0][1]].strip():
        return False
    near = sum(_value(scene, part) for part, _, _ in parts) * 10 >= (total.value or Fraction(0)) * 6
    # "Nine men and three women; two bodies have not been identified": the rest may follow.
    near = near and _REST.search(rest[parts[1][2] :]) is None
    told = pattern(_OPPOSITES).match(rest[parts[0][2] :].replace(f"<c{parts[1][0]}>", "#", 1))
    return near and told is not None and {told["a"], told["b"]} in _opposites()


def _are_in_two_places(line: Line, match: re.Match[str]) -> bool:
    """Whether "a total of" is told and then where the two parts of it are: "112 in Dunwell and 74 in Rigg."."""
    apart = _TWO_PLACES.match(match["rest"])
    return _TOTAL_OF.search(line.before(match.start())) is not None and apart is not None


@cache
def _opposites() -> list[set[str]]:
    return [set(pair.split("/")) for pair in load_words("sums")["opposites"]["words"]]


def _of_risen_tolls(scene: Scene, line: Line) -> Iterator[Claim]:
    """“Another four were found, raising the toll from 27 to 31”."""
    for match in line.find(_TO_REACH):
        parts = [int(match["a"]), int(match["b"])]
        if are_alike(scene, [int(match["s"]), *parts]):
            goal = _value(scene, int(match["s"]))
            near = abs(sum(_value(scene, part) for part in parts) - goal) * 5 <= goal
            yield Claim(_T, line.span(match), int(match["s"]), (sum_of(parts),), near)
    for match in line.find(_RAISES, _MORE):
        parts = [int(match["b"] or match["b2"]), int(match["a"])]
        total = int(match["s"] or match["s2"])
        if are_alike(scene, [total, *parts]):
            yield Claim(_T, line.span(match), total, (sum_of(parts),))


def _of_made_up(scene: Scene, line: Line) -> Iterator[Claim]:
    """“The $50 million hall was paid for with $20 million from the state and $30 million from donors”."""
    for match in line.find(_MADE_UP):
        total = scene.figure(int(match["s"]))
        parts = _parts(scene, line, match.start("rest"), match["rest"], total)
        operands = tuple(part for part, _, _ in parts)
        small = all(_value(scene, part) < (total.value or 0) for part in operands)
        if len(parts) > 1 and small and _is_partition("", match["rest"], parts, ":"):
            # Loans and gifts that the list leaves out may make up the rest.
            near = sum(_value(scene, part) for part in operands) * 5 >= (total.value or 0) * 4
            yield Claim(_T, line.span(match), int(match["s"]), (sum_of(operands),), near)


def _of_listed(scene: Scene, line: Line, match: re.Match[str]) -> Iterator[Claim]:
    """Parts with nothing but their names in brackets: the total is an amount before, which one is open."""
    parts = [int(sign[2]) for sign in _NUMBER.finditer(match[0]) if sign[2]]
    before = [n for letter, n, at in line.signs if at < match.start() and letter in "cmq" and n not in parts]
    totals = [n for n in before if is_alike(scene.figure(n), scene.figure(parts[0]))][-2:]
    # "Five were from two players (2 for X, 3 for Y)": the number of the parts is not their sum.
    rest = [n for n in totals if scene.figure(n).value != len(parts)]
    if are_alike(scene, parts):
        for total in totals:
            firm = rest == [total] and len(totals) > 1
            yield Claim(_T, line.span(match), total, (sum_of(parts),), firm)


def _value(scene: Scene, operand: Operand) -> Fraction:
    return (scene.figure(operand).value or Fraction(0)) if isinstance(operand, int) else Fraction(1)


def _parts(
    scene: Scene, line: Line, at: int, rest: str, total: Figure, *, closes: bool = False
) -> list[tuple[Operand, int, int]]:
    """The parts that a list tells, each with where its sign begins and ends in the list.

    ``closes`` tells that "and" right before a part makes it the last one: what follows is of something else.
    """
    found: list[tuple[Operand, int, int]] = []
    for sign in _NUMBER.finditer(rest):
        if sign[2] is None:
            if not found or sort_of(total) != "count":
                continue
            place = line.place(at + sign.start())
            found.append((Given("one", Fraction(1), Span(place, place + len("one"))), *sign.span()))
            continue
        figure = scene.figure(int(sign[2]))
        if not is_alike(figure, total) or figure.role is Role.RATE or figure.value is None:
            break
        if closes and len(found) > 1 and _ENDED.search(rest[found[-2][2] : found[-1][1]]):
            break
        found.append((int(sign[2]), *sign.span()))
    return found[:_MOST_PARTS]


def _is_partition(noun: str, rest: str, parts: list[tuple[Operand, int, int]], opening: str) -> bool:
    """Whether the words between the parts only join them, so that they make a list of one whole."""
    if not all(_JOINT.match(_DATES.sub("", rest[left[2] : right[1]])) for left, right in pairwise(parts)):
        return False
    last = rest[: parts[-1][1]]
    lead = rest[: parts[0][1]]
    closed = " and " in last or "," in last or ";" in last
    if opening == ", ":
        closed = " and " in rest[parts[-2][2] : parts[-1][1] + 1] or bool(
            _OF_THEM.match(rest[parts[0][2] :].strip())
        )
        if _OF_WHICH.match(rest[: parts[0][1]]):
            return closed
        if not re.search("[a-z]", noun):
            return False
        return closed and (bool(_OF_THEM.match(rest[parts[0][2] :].strip())) or lead in ("", "with "))
    return closed


def _of_bracketed_parts(scene: Scene, line: Line) -> Iterator[Claim]:
    """“more than $800,000 went to A ($480,000), B ($311,000) and C ($13,000)”."""
    inside = [
        (number, at)
        for letter, number, at in line.signs
        if letter in "cmq"
        and "(" in (near := line.text[max(0, at - 40) : at]).split(")")[-1]
        and not _MOVED.search(near)
    ]
    if len(inside) < 2:
        return
    first = inside[0][1]
    part = scene.figure(inside[0][0])
    before = [n for letter, n, at in line.signs if at < first and letter in "cmq" and (n, at) not in inside]
    # "€600m pays for 200 schools (€340m) …": what each part buys may be counted.
    before = [n for n in before if is_alike(scene.figure(n), part)] if part.unit else before
    if not before or not is_alike(scene.figure(before[-1]), part):
        return
    total = before[-1]
    parts = [number for number, _ in inside if is_alike(scene.figure(number), scene.figure(total))]
    if any(scene.figure(part).value is None for part in parts):
        return
    tail = line.text[inside[-2][1] : inside[-1][1]]
    if _AGAINST.search(line.text[line.text.index(f"{total}>") : first]):
        return
    if 2 <= len(parts) <= _MOST_PARTS and " and " in tail and not _INCLUDING.search(line.text[:first]):
        span = Span(scene.figure(total).span.start, scene.figure(parts[-1]).span.end)
        yield Claim(_T, span, total, (sum_of(parts),), firm=len(parts) > 2)


def _of_records(scene: Scene, line: Line) -> Iterator[Claim]:
    """“are now 9-2-1 in 12 games”: won, lost and drawn are the games."""
    for match in line.find(_RECORD_OF, _RECORD_IN) if _MAY_BE_RECORD.search(line.text) else ():
        span = line.span(match, "won")
        if match["score"]:
            span = scene.figure(int(match["score"])).span
        if match["day"]:
            # "6-2-1" has been read as a day; before "in their last nine" it is a record.
            span = scene.reading.dates[int(match["day"])].span
        record = _RECORD.fullmatch(span.of(scene.reading.page.text))
        if record:
            parts = tuple(
                Given(
                    digits,
                    Fraction(digits),
                    Span(span.start + record.start(n), span.start + record.end(n)),
                )
                for n, digits in enumerate(record.groups(), 1)
                if digits
            )
            yield Claim(_T, line.span(match), int(match["s"]), (sum_of(parts),))
