"""Shares: "17% of the total", "two-thirds of the 24", "nearly half the money, $500 million"."""

# A construction reads best on one line.
# ruff: noqa: E501

import re
from collections.abc import Iterator
from dataclasses import replace
from fractions import Fraction

from sayso.model import Given, Operand, Span
from sayso.sums.claim import Claim, Way
from sayso.sums.construction import Construction, find_constructions, joined_to, make_table, spell
from sayso.sums.likeness import amounts, is_alike, may_count_the_same, singular, sort_of
from sayso.sums.pattern import pattern
from sayso.sums.scene import Line, Scene
from sayso.sums.settle import settle
from sayso.sums.subject import stands_for
from sayso.vocabulary import CheckKind, Verdict

_S = CheckKind.SHARE
_THE = r"(?:the|all|its|their|his|her|our|those|these|a total of|about)"
# Between a part of a whole and its share stand only words that say it again.
_AGAIN = r"(?: ?(?:or|about|some|nearly|just|only|roughly|almost|around|over|more than|less than|under|representing|accounting for|making up|making|which is|that is|that's|amounting to|equal to|equivalent to|for|an?|the|(?:[a-z-]+ )?(?:share|rate|turnout|average|percentage|proportion)|of|is|was|were)\b){0,6} ?"
_SAID = r"(?:or|representing|accounting for|making up|which is|that is|that's|amounting to|equal to|equivalent to|(?:an?|the) (?:[a-z-]+ )?(?:share|rate|turnout|average|percentage|proportion) of)"
# Behind a comma alone a share may be of the part: "44 left, nearly half because of the cost".
_SAID_AGAIN = rf"(?:(?:\(|—|--| - |\bor\b|:){_AGAIN}|, ?{_SAID}{_AGAIN}|, ?(?:about |just |only |nearly |some )?(?=<[pf]\d+>(?:[,.;:)\"']|$| —| -| of (?:the|its|their) (?:total|whole)\b)))"
# "One of the seven towns, did a majority of the men": a share of something else.
_ALONE = r"(?! of (?!(?:all|(?:the|its|their) (?:total|whole))\b))"
TABLE = make_table(
    Construction(_S, rf"<a:N> \((?:or |about |just |only |nearly )?<s:pf>\) (?:out )?of (?:{_THE} )?[^<>,;]{{0,30}}<b:N>", ("@a / b",)),
    Construction(_S, r"<b:N>(?:[^<>;]|<d\d+>){0,60}\bof (?:which|whom) (?:about |some |nearly |only )?<s:pf>,? (?:\(|or |— |- |, )(?:about |some )?<a:N>", ("@a / b",)),
    Construction(_S, r"<s:f>[^<>;,()]{0,60}(?: - | ?—|--| \(|,) ?(?:or |about |some )?<a:N> (?:out )?of (?:the |its |their |all )?<b:N>", ("@a / b",)),
    Construction(_S, rf"\b(?:out of|among|of) (?:{_THE} )?[^<>,;]{{0,30}}<b:N>(?:[^<>;]|<d\d+>){{0,40}}, (?:[a-z]+ ){{0,4}}?<a:N> ?(?:\((?:or |about )?<s:pf>\)|, or (?:about )?<s2:pf>)", ("@a / b",)),
    Construction(_S, r"<b:N>(?:[^<>]|<d\d+>){0,80}; (?:about |some |of these |of those |of them )?<a:N>[^<>;,(]{0,30}(?:,| \() ?(?:or )?(?:about )?<s:pf>[,)]", ("@a / b",), firm=False),
    Construction(_S, rf"<a:N> (?:out )?of {_THE}? ?[^<>,;]{{0,40}}<b:N>(?:[^<>;]|<d\d+>){{0,60}}{_SAID_AGAIN}<s:pf>{_ALONE}", ("@a / b",)),
    Construction(_S, rf"<a:N>[^<>;,]{{0,40}}\bamong (?:{_THE} )?[^<>,;]{{0,20}}<b:N>[^<>;,]{{0,30}}(?:, or|\() ?(?:about )?<s:pf>{_ALONE}", ("@a / b",)),
    Construction(_S, rf"^\W*of (?:{_THE} )?<b:N> [^<>;,]{{1,25}},? <a:N>[^<>;,(]{{0,25}}{_SAID_AGAIN}<s:pf>{_ALONE}", ("@a / b",)),
    # "4,000 of the 11,000 walked out, half of them at the mill": only behind "or" is that said again.
    Construction(_S, rf"<a:N> (?:out )?of {_THE}? ?[^<>,;]{{0,40}}<b:N>(?:[^<>;]|<d\d+>){{0,60}}\bor (?:about |some |nearly |almost )?<s:pf> of (?:them|those|these)\b", ("@a / b",)),
    Construction(_S, rf"\b(?:turnout|rate|share|proportion|percentage)\b[^<>;,.()]{{0,20}}<s:pf>[^<>;,.()]{{0,40}}(?::|—|--| - ) ?(?:just |only |about |some )?<a:N> (?:out )?of (?:{_THE} )?[^<>,;]{{0,20}}<b:N>", ("@a / b",)),
    Construction(_S, rf"<a:N>(?:[^<>;]|<d\d+>){{0,60}}(?:,|—|--| - |\(|\b{{amount}}\b)[^<>;]{{0,30}}<s:pf>,? of (?!(?:them|it|us|which|whom|these|those)\b){_THE}? ?[^<>,;]{{0,40}}<b:N>", ("@a / b",)),
    Construction(_S, rf"<s:pf>,? of {_THE} [^<>,;]{{0,40}}<b:N>(?:[^<>;]|<d\d+>){{0,40}}(?:,|—|--| - |\(|\b{{amount}}\b)(?: or| about| some)? ?<a:N>", ("@a / b",)),
    Construction(_S, rf"<s:pf>,? of (?:{_THE} )?<b:N>[^<>;,]{{0,40}}(?:,|—|--| - |\() ?(?:or |about )?<a:N>(?:,| —| --| -|\)|[.]|$)", ("@a / b",), firm=False),
    Construction(_S, rf"<s:pf>,? of (?:{_THE} )?<b:N>[^<>;,:()]{{0,40}}: ?(?:about )?<a:N>(?= in all|[,.;]|$)", ("@a / b",)),
    Construction(_S, r"<b:N>[^<>;.]{0,50}, of (?:which|whom) (?:about |some |only |just )?<a:N>[^<>;.,]{0,40}(?:,| ?—|--| - | \() ?(?:or |about |exactly |just |nearly |almost ){0,2}<s:pf>(?=[,.;)]| ?—| -|$)", ("@a / b",)),
    Construction(_S, r"\b(?:profit|earnings|surplus|income)(?: [a-z]+)? of <a:m>(?: <d\d+>| last [a-z]+)? on (?:[a-z]+ )?(?:sales|revenue|revenues|turnover|takings)(?: of)? <b:m>,? (?:an? (?:[a-z]+ )?margin of|or) (?:about |just |nearly )?<s:p>", ("@a / b",)),
    Construction(_S, r"\bof (?:the |its |their |all )?<b:N> [^<>;]{0,100} that (?:about |some |only |just )?<a:N>, or (?:about |nearly |almost |some )?<s:pf>,", ("@a / b",)),
    Construction(_S, r"<s:pf>,? (?:\(|or |— ?|, )<a:N>\)?,? of (?:the|all|its|their)? ?[^<>,;]{0,40}<b:N>", ("@a / b",)),
    Construction(_S, r"<s:pf>,? of (?:the|all|its|their|his|her|our) [^<>,;]{0,40}(?:,|—|--|\(|:) ?(?:or |about |some )?<a:N> (?:out )?of (?:the |its |their )?<b:N>", ("@a / b",)),
    Construction(_S, rf"\bof {_THE} [^<>,;]{{0,30}}<b:N>(?:[^<>;]|<d\d+>){{0,40}}, <a:N>[^<>;]{{0,30}}{_SAID_AGAIN}<s:pf>{_ALONE}", ("@a / b",)),
    Construction(_S, r"<b:N>(?:[^<>;]|<d\d+>){0,60}<s:pf>,? (?:\(|or |— |- )?<a:N>[,)]", ("@a / b",), firm=False),
    Construction(_S, r"<b:N>[^<>;.]{0,60}<a:N> of (?:them|these|those|whom|which)[^<>;.]{0,25}(?:,|\(|—|--| - ) ?(?:or |about )?<s:pf>", ("@a / b",)),
)  # fmt: skip
_CHANGED = r"^[ -](?:[a-z]+ )?(?:{more}|{less}|{turn}|points?)\b"
# "600 in Kell, 1,400 in Garth": the first of a list is no part of it all.
_FURTHER = re.compile(
    r"^ (?:last\b|a year\b|the year\b|(?:in )?<d\d+>\)|previously|before\)|then\)|of (?:which|whom)\b(?!,? ?(?:or |\())|(?:in|from|at|on) [^<>,;.]{2,20}, <[cmq])"
)
# "Dropped to 642,000, a fall of 31,000, or 4.6%": that is of what it fell from.
_OF_A_FEW = re.compile(r" (?:at|during|among|amongst|on|when|while|if|for)\b(?! average)")
_STEP = r"\b{turn} of (?:about |some |nearly |just )?$"
_OF_THEM = r"(?:<a:N> of (?:them|these|those)|\bof (?:them|these|those),? <a2:N>)[^<>;.]{0,25}(?:,|\(|—|--| - | or) ?(?:or |about )?<s:pf>"
_OPENING = r"^\W*(?:(?:about|some|nearly|almost|around|just) )?<s:pf>(?: of (?:them|those|these))?(?:,| \(| ?—| --| -) ?(?:or |about |some |just ){0,2}<a:N>(?:[,)]| ?—| --| -)"
_OF_WHOLE = r"{amount} (?:just |only |about |almost |nearly )?<s:pf> of (?:the|all|its|their)\b~<b:N>"
_OF_TOTAL = r"{amount} (?:just |only |about |almost |nearly |some )?<s:pf> of (?:the |its |their |all )?(?:total|overall|entire|whole|combined)"
_PART_OF_IT = r"<b:N>[^<>;.]{0,50}<a:N> of (?:them|whom|which|those|these)\b"
_THAT = re.compile(r"\W*(?:that|this|it) (?:is|was|makes)\b")
_ENDS = re.compile(r"[.,;)]|$")
_OF_NOUN = r"<s:pf> (?:of )?(?:the|its|all|their) (?P<noun>[a-z][a-z' -]{2,40}?) ?(?:—|--|,|\(|: ) ?(?:or |about |some )?<a:N>"
_OF_THAT = r"<s:pf> of (?:that|this|it|them|those|the (?:total|amount|sum|money))[^<>.;]{0,50}(?:\bis\b|\bwas\b|\bequals\b|\bwould be\b|\bcomes to\b|—|--|, or|\(|,) ?(?:about |or )?<a:N>"
_TOGETHER = re.compile(r"\b(?:in all|together|combined|in total|altogether)\b")
_TOTAL = re.compile(r"\b(?:total|in all|overall|altogether|all told)\b")


def find_shares(scene: Scene, line: Line) -> Iterator[Claim]:
    """Shares that the line states, of a whole in it or elsewhere on the page."""
    if not any(letter in "pf" for letter, _, _ in line.signs):
        return
    stated = set()
    for claims in (
        _of_several(scene, line),
        _of_whole(scene, line),
        _of_total(scene, line),
        _of_that(scene, line),
        _of_them(scene, line),
        _of_noun(scene, line),
    ):
        for claim in claims:
            if claim.stated not in stated:
                stated.add(claim.stated)
                yield claim


def _of_several(scene: Scene, line: Line) -> Iterator[Claim]:
    """The table's shares; of "300 jobs in A and 200 in B, 10% of …" the part may be both together."""
    for claim in find_constructions(scene, line, TABLE):
        (part, whole), stated = claim.ways[0].operands, claim.stated
        assert isinstance(part, int)
        assert isinstance(whole, int)
        if _is_something_else(line, part, stated):
            continue
        claim = _with_other_wholes(scene, line, claim, part, whole)
        if _is_of_a_few(line, stated):
            claim = replace(claim, firm=False)
        other = joined_to(line, part)
        if (
            other is None
            or stated is None
            or other in (whole, stated)
            or not is_alike(scene.figure(other), scene.figure(part))
        ):
            yield claim
        else:
            both = _share(scene, (other, part), whole, stated)
            yield replace(claim, ways=(*claim.ways, both), firm=False)


def _is_something_else(line: Line, part: int, stated: int | None) -> bool:
    """Whether the share is one of a change ("15% fewer"), or the part is taken further ("45 of which …")."""
    behind = {
        number: line.text[line.text.index(">", at) + 1 :]
        for _, number, at in line.signs
        if number in (part, stated)
    }
    return bool(
        any(number in behind and pattern(_CHANGED).match(behind[number]) for number in (part, stated))
        or _FURTHER.match(behind.get(part, "")) is not None
        or any(number == part and pattern(_STEP).search(line.before(at)) for _, number, at in line.signs)
    )


def _is_of_a_few(line: Line, stated: int | None) -> bool:
    """Whether a share is said of a few only: "36 of the 180 trains, or one in four at peak times"."""
    at = next((at for _, number, at in line.signs if number == stated), None)
    return at is not None and _OF_A_FEW.match(line.text[line.text.index(">", at) + 1 :]) is not None


def _with_other_wholes(scene: Scene, line: Line, claim: Claim, part: int, whole: int) -> Claim:
    """The claim with every other amount before the part that its words may mean by the whole.

    “Of 500 people in a town of 9,000, 300 (60%)”: the nearest amount need not be it.
    """
    stated, few = claim.stated, scene.figure(part).value
    if stated is None or few is None:
        return claim
    first = min(stated, part)
    others = [
        n for n in amounts(scene, line, scene.figure(part)) if n < first and n not in (part, whole, stated)
    ]
    larger = [n for n in others if (scene.figure(n).value or 0) > few]
    return replace(claim, ways=(*claim.ways, *(_share(scene, (part,), n, stated) for n in larger)))


def _share(scene: Scene, parts: tuple[int, ...], whole: int, stated: int) -> Way:
    """A share with one part or several."""
    letters = [chr(ord("a") + n) for n in range(len(parts) + 1)]
    top = letters[0] if len(parts) == 1 else f"({' + '.join(letters[:-1])})"
    figures = [scene.figure(n) for n in (*parts, whole)]
    return Way((*parts, whole), spell(f"@{top} / {letters[-1]}", letters, figures, scene.figure(stated)))


def _of_whole(scene: Scene, line: Line) -> Iterator[Claim]:
    """ "In all, that amounts to 11 percent of the 238 million": the part is what "that" stands for."""
    for match in line.find(_OF_WHOLE):
        whole, stated = int(match["b"]), int(match["s"])
        own = [n for n in amounts(scene, line, scene.figure(whole)) if n < stated]
        parts = own or stands_for(scene, line, scene.figure(whole))
        singles = tuple(_share(scene, (part,), whole, stated) for part in parts)
        both = (_share(scene, tuple(parts), whole, stated),) if 1 < len(parts) < 4 and not own else ()
        together = bool(both) and _TOGETHER.search(line.text) is not None
        before = None if own else scene.before(line)
        # "118 flights: 63 departures and 55 arrivals. That is 40% of the 290": any of them may be meant.
        alone = len(singles) == 1 and (
            before is None or len(amounts(scene, before, scene.figure(whole))) < _PAIR
        )
        if singles:
            yield Claim(
                _S,
                line.span(match),
                stated,
                both if together else singles + both,
                together or alone,
            )


def _of_total(scene: Scene, line: Line) -> Iterator[Claim]:
    """“November accounts for 17% of the total”: the total and November's figure, from the lines before."""
    for match in line.find(_OF_TOTAL):
        stated = int(match["s"])
        yield from _of_part_before(scene, line, match)
        wholes, parts = _total_here(scene, line, stated)
        for step in range(1, 1 if wholes else 5):
            before = scene.before(line, step)
            found = amounts(scene, before) if before else []
            counted = [n for n in found if sort_of(scene.figure(n)) != "%"]
            if before and not wholes and _TOTAL.search(before.text):
                wholes = [max(counted, key=lambda n: scene.figure(n).value or 0)] if counted else []
            parts += [n for n in counted if n not in wholes]
        ways = tuple(
            _share(scene, (part,), whole, stated)
            for whole in wholes
            for part in parts
            if may_count_the_same(scene, scene.figure(part), scene.figure(whole))
        )
        if ways:
            yield Claim(_S, line.span(match), stated, ways, len(ways) == 1)


def _of_part_before(scene: Scene, line: Line, match: re.Match[str]) -> Iterator[Claim]:
    """“640 beds, 96 of them empty. That is 15% of the total”: both stand in the line before."""
    before = scene.before(line)
    told = (
        list(before.find(_PART_OF_IT))
        if before and _THAT.match(line.text) and _ENDS.match(line.text, match.end())
        else []
    )
    if len(told) == 1:
        part, whole = int(told[0]["a"]), int(told[0]["b"])
        if is_alike(scene.figure(part), scene.figure(whole)):
            way = _share(scene, (part,), whole, int(match["s"]))
            yield Claim(
                _S,
                line.span(match),
                int(match["s"]),
                (way,),
                before is not None and len(amounts(scene, before)) == _PAIR,
            )


def _total_here(scene: Scene, line: Line, stated: int) -> tuple[list[int], list[int]]:
    """An amount of the line itself that is called the total, and the nearest one before the share."""
    totals = [
        int(match["s"])
        for match in line.find(r"<s:cmq> (?:in )?total\b|\btotal (?:of )?<s2:cmq>")
        if match["s"]
    ]
    if not totals:
        return [], []
    near = [n for n in amounts(scene, line, scene.figure(totals[0])) if totals[0] < n < stated]
    return (totals[:1], near[-1:]) if near else ([], [])


def _of_that(scene: Scene, line: Line) -> Iterator[Claim]:
    """ "A quarter of that is $40,000": the whole is what "that" stands for."""
    for match in line.find(_OF_THAT):
        part, stated = int(match["a"]), int(match["s"])
        earlier = [n for n in amounts(scene, line, scene.figure(part)) if n < stated]
        before = scene.before(line)
        wholes = earlier[-1:] or (amounts(scene, before, scene.figure(part)) if before else [])
        ways = tuple(_share(scene, (part,), whole, stated) for whole in reversed(wholes))
        if ways:
            yield Claim(_S, line.span(match), stated, ways, len(ways) == 1)


def _of_them(scene: Scene, line: Line) -> Iterator[Claim]:
    """“Some 12,000 of them, or 60%”: they are the amount of the line before."""
    for match in line.find(_OF_THEM, _OPENING):
        told = match.groupdict()
        part, stated = int(told["a"] or told["a2"]), int(match["s"])
        before = scene.before(line)
        wholes = amounts(scene, before, scene.figure(part)) if before else []
        ways = tuple(_share(scene, (part,), whole, stated) for whole in reversed(wholes))
        if not ways:
            yield from _of_those_before(scene, line, match, part)
        if ways:
            # "6,120 of the 9,000 voted. Of these, 4,590": it is one of the two.
            yield Claim(
                _S, line.span(match), stated, ways, len(ways) <= _PAIR if told.get("a2") else len(ways) == 1
            )


def _of_those_before(scene: Scene, line: Line, match: re.Match[str], part: int) -> Iterator[Claim]:
    """“1,344 offences … It was the third rise in a row. Robberies were 538 of them, or 40%”: a few lines back."""
    for step in (2, 3):
        there = scene.before(line, step)
        wholes = amounts(scene, there, scene.figure(part)) if there else []
        stated = int(match["s"])
        if wholes:
            ways = tuple(_share(scene, (part,), whole, stated) for whole in wholes)
            yield Claim(_S, line.span(match), stated, ways, firm=False)
            return


def _of_noun(scene: Scene, line: Line) -> Iterator[Claim]:
    """“Nearly half the money, $500 million”: the whole is named by its noun, somewhere before."""
    for match in line.find(_OF_NOUN):
        part, stated = int(match["a"]), int(match["s"])
        noun = singular(match["noun"].split(" of ")[0].split()[-1])
        wholes = _called(scene, line, noun, part)
        ways = tuple(_share(scene, (part,), whole, stated) for whole in wholes)
        if ways:
            yield Claim(_S, line.span(match), stated, ways, firm=False)


def find_columns(scene: Scene) -> Iterator[Claim]:
    """Rows of a table with a count and its share side by side, where one row has 100%: "63 85%".

    Three rows or more must fit the whole before the column is taken for one. The count after a name has
    often been read as part of the name, so a bare number will do.
    """
    rows: list[tuple[Span, Operand, int]] = []
    for line in scene.lines:
        for match in line.find(_ROW) if _BESIDE.search(line.text) else ():
            part: Operand
            if match["a"]:
                part = int(match["a"])
            else:
                part = Given(match["raw"], Fraction(match["raw"]), line.span(match, "raw"))
            rows.append((line.span(match), part, int(match["s"])))
    whole = {_number(scene, part): part for _, part, stated in rows if scene.figure(stated).value == _ALL}
    if len(rows) < _FEWEST_ROWS or len(whole) != 1:
        return
    full = next(iter(whole.values()))
    claims = [
        Claim(_S, span, stated, (Way((part, full), "100 * a / b"),))
        for span, part, stated in rows
        if scene.figure(stated).value != _ALL
    ]
    fitting = sum(_fits(scene, claim) for claim in claims)
    if fitting >= _FEWEST_ROWS and fitting * 2 > len(claims):
        yield from claims


def _number(scene: Scene, operand: Operand) -> Fraction | None:
    if isinstance(operand, int):
        return scene.figure(operand).value
    return operand.value if isinstance(operand, Given) else None


def _fits(scene: Scene, claim: Claim) -> bool:
    check = settle(scene.reading, claim)
    return check is not None and check.verdict is Verdict.ADDS_UP


_ROW = r"(?:<a:c>|(?<![\d.,$£€])\b(?P<raw>\d{1,7})) \(?<s:p>"
_BESIDE = re.compile(r"[>\d] \(?<p")
_ALL = 100
_FEWEST_ROWS = 3
_PAIR = 2
_MONEY = (
    "money",
    "cash",
    "sum",
    "total",
    "cost",
    "spending",
    "funding",
    "funds",
    "donation",
    "revenue",
    "amount",
)
_AROUND = 60
_MOST_WHOLES = 8


def _called(scene: Scene, line: Line, noun: str, part: int) -> list[int]:
    """The amounts that the text calls by a noun, nearest first; of money any, where the noun is money."""
    like = scene.figure(part)
    found: list[int] = []
    for number, figure in enumerate(scene.reading.figures):
        if number == part or not is_alike(figure, like) or (figure.value or 0) < (like.value or 0):
            continue
        text = scene.reading.page.text
        around = text[max(0, figure.span.start - _AROUND) : figure.span.end + _AROUND].lower()
        words = {singular(word) for word in re.findall(r"[a-z]+", around)}
        if noun in words or (noun in _MONEY and sort_of(like).isupper()):
            found.append(number)
    found.sort(key=lambda number: abs(scene.figure(number).sentence - line.number))
    return found[:_MOST_WHOLES]
