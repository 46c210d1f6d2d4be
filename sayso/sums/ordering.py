"""Orderings: "more than the 1,500 of last year", "up from 18.4", "surpassing the $394,000"."""

# A construction reads best on one line.
# ruff: noqa: E501

import re
from bisect import bisect_left
from collections.abc import Iterator

from sayso.sums.claim import Claim, Way
from sayso.sums.construction import Construction, are_alike, find_constructions, make_table
from sayso.sums.likeness import heads, is_alike
from sayso.sums.pattern import pattern
from sayso.sums.scene import Line, Scene
from sayso.sums.subject import stands_for
from sayso.vocabulary import CheckKind

_O = CheckKind.ORDERING
_JOIN = r"(?:,|—|--|\(|;|\bthat is\b|\bwhich is\b|\bis\b|\bwas\b|\bwere\b|\bare\b)"
TABLE = make_table(
    Construction(_O, rf"<a:Q>…{_JOIN}…\b{{more}} than …<b:Q>", ("a > b",)),
    Construction(_O, rf"<a:Q>…{_JOIN}…\b{{less}} than …<b:Q>", ("a < b",)),
    Construction(_O, r"<a:Qf>…\b(?:up|rising|risen|grown|climbing) from …<b:Qf>", ("a > b",)),
    Construction(_O, r"<a:Qf>…\b(?:down|falling|fallen|dropping|declining) from …<b:Qf>", ("a < b",)),
    Construction(_O, r"<a:Q>……\b{outdo}\b (?:the|its|their|his|her|a|last) …<b:Q>", ("a > b",)),
    Construction(_O, r"\b(?:jumped|rose|climbed|grew|increased|soared|surged) (?:sharply |steadily |slightly )?from …<a:Q>…\bto …<b:Q>", ("a < b",)),
    Construction(_O, r"\b(?:dropped|fell|declined|shrank|sank|plunged|decreased|slid) (?:sharply |steadily |slightly )?from …<a:Q>…\bto …<b:Q>", ("a > b",)),
    Construction(_O, r"<a:P>;? …\b(?:jumped|rose|climbed|grew|increased|soared|surged) to …<b:P>", ("a < b",)),
    Construction(_O, r"\b(?:leads|leading|led|ahead of|beat|beats|beating|defeated|edges|edging|tops|topping|won)\b……<a:P>…\b(?:to|versus|compared (?:to|with)|against)\b…<b:P>", ("a > b",)),
    Construction(_O, r"\b(?:trails|trailing|trailed|behind|lost|losing|loses)\b……<a:P>…\b(?:to|versus|compared (?:to|with)|against)\b…<b:P>", ("a < b",)),
    Construction(_O, r"\b(?:more|larger|higher|bigger|greater|better|outnumber|outnumbers|outnumbered|outnumbering|lead|leads|leading|leader|ahead)\b……<a:Q>…\b(?:compared (?:to|with)|versus|than)\b…<b:Q>", ("a > b",)),
    Construction(_O, r"\b(?:fewer|smaller|lower|less|worse)\b……<a:Q>…\b(?:compared (?:to|with)|versus|than)\b…<b:Q>", ("a < b",)),
    Construction(_O, r"\b(?:more|less|better|higher) [a-z]+……<a:P> to <b:P>", ("a > b", "a < b")),
    Construction(_O, r"<a:Q>…,? (?:compared (?:to|with)|versus|as against|vs\.?)…<b:Q>", ("a > b", "a < b")),
)  # fmt: skip
# What stands so close that it can mean nothing else but one of the amounts before it.
_SURE = {
    r",? ?(?:—|--)? ?\b(?:up|rising|risen) from (?:the |a |just |only |about )?<b:Q>": "a > b",
    r",? ?(?:—|--)? ?\b(?:down|falling|fallen) from (?:the |a |just |only |about )?<b:Q>": "a < b",
    r", (?:and |but )?(?:far |well |slightly |still )?(?:more|higher|larger|greater) than the <b:Q>": "a > b",
    r", (?:and |but )?(?:far |well |slightly |still )?(?:less|fewer|lower|smaller) than the <b:Q>": "a < b",
    r">,? (?:is|was|were|are) (?:far |well |slightly |still )?(?:more|higher|larger|bigger|greater) than (?:the|<d\d+>'s|last [a-z]+'s) <b:Q>": "a > b",
    r">,? (?:is|was|were|are) (?:far |well |slightly |still )?(?:less|fewer|lower|smaller) than (?:the|<d\d+>'s|last [a-z]+'s) <b:Q>": "a < b",
}
_TO_FROM = {
    r"\b(?:rose|climbed|grew|increased|jumped|soared|surged|up) to (?:about |some )?<a:Q>(?:[^<>;,.]|<d\d+>){0,40}? (?:up )?from (?:about |just )?<b:Q>": "a > b",
    r"\b(?:fell|dropped|declined|shrank|sank|slid|decreased|plunged|down) to (?:about |some )?<a:Q>(?:[^<>;,.]|<d\d+>){0,40}? (?:down )?from (?:about |just )?<b:Q>": "a < b",
}
_OF_THE = r"<a:c> of (?:(?:the|its|their|his|her|our)(?: [a-z-]+'s?)?|[a-z-]+'s) <b:c>"
_OF_ALL = r"\bof (?:the|its|their|his|her|all|these|those) (?:[a-z]+ )?<b:c>[^<>;.,]{0,40}, (?:only |just |about |some |at least |more than |as many as |all |but )?<a:c>"
# "210,000 of the 155,000 signatures needed": what is wanted can be passed.
_WANTED = re.compile(
    r"(?: [a-z-]+){1,3} (?:needed|required|necessary|sought|wanted|expected|planned|targeted|asked for|budgeted)\b"
)
# "65 cases per 100,000 people, up from 34": the 100,000 are what all is counted by.
_PER = re.compile(r"\b(?:per|every|each|out of) $")
_NEAR = 8
_BACK = r"^\W*(?:that|this|it|which)(?:'s| is| was)? (?:even |far |still |much |also |well )?(?:{outdo}|{more} than|{less} than) ……\(?<b:Q>(?:\) and [^<>]{0,40}(?:<d\d+> )?\(<c:Q>\))?"


def find_orderings(scene: Scene, line: Line) -> Iterator[Claim]:
    """Comparisons that the line states between two amounts.

    A comparison that fails is mostly taken for none: which amount is meant is read from one sentence.
    It is wrong where none of the amounts before "up from" or "more than the" fits, and where a part
    exceeds its whole.
    """
    done: set[tuple[object, ...]] = set()
    if not line.signs:
        return
    if len(line.signs) > 1:
        yield from _within(scene, line, done)
    for match in line.find(_BACK):
        others = [int(match[name]) for name in "bc" if match[name]]
        sign = "<" if pattern(r"\b{less} than\b").search(match[0]) else ">"
        found = stands_for(scene, line, scene.figure(others[0]))
        if len(found) == 1 and are_alike(scene, [*found, *others]):
            for other in others:
                yield Claim(_O, line.span(match), None, (Way((found[0], other), f"a {sign} b"),), firm=False)


def _within(scene: Scene, line: Line, done: set[tuple[object, ...]]) -> Iterator[Claim]:
    """Comparisons of two amounts of the line itself."""
    for claim in _of_near(scene, line):
        done |= {way.operands for way in claim.ways}
        yield claim
    for claim in find_constructions(scene, line, TABLE):
        pair = claim.ways[0].operands
        if pair not in done:
            done.add(pair)
            yield Claim(claim.kind, claim.span, None, claim.ways, firm=False)
    for match in line.find(_OF_THE):
        part, whole = int(match["a"]), int(match["b"])
        if _WANTED.match(line.text[match.end() :]):
            continue
        few = scene.figure(part).value
        if few is not None and few > 1 and is_alike(scene.figure(part), scene.figure(whole)):
            yield Claim(_O, line.span(match), None, (Way((part, whole), "a <= b"),))
    for match in line.find(_OF_ALL):
        part, whole = int(match["a"]), int(match["b"])
        # "Of the 12 towns, 40 schools": the part must be some of what the whole counts.
        if heads(scene, scene.figure(part)) & heads(scene, scene.figure(whole)) and (part, whole) not in done:
            yield Claim(_O, line.span(match), None, (Way((part, whole), "a <= b"),))


def _of_near(scene: Scene, line: Line) -> Iterator[Claim]:
    """“…, up from 18.4”: compared with the nearest amount before it, or with another one before that."""
    for source, match in line.find_each(tuple(_TO_FROM)):
        pair = (int(match["a"]), int(match["b"]))
        if are_alike(scene, [*pair]):
            yield Claim(_O, line.span(match), None, (Way(pair, _TO_FROM[source]),))
    for source, match in line.find_each(tuple(_SURE)):
        other = int(match["b"])
        last = bisect_left(line.signs, match.start() + 1, key=lambda sign: sign[2])
        before = [
            n
            for letter, n, at in reversed(line.signs[max(0, last - _NEAR) : last])
            if letter in "cmqprg" and not _PER.search(line.before(at))
        ]
        found = [n for n in before if is_alike(scene.figure(n), scene.figure(other))]
        ways = tuple(Way((number, other), _SURE[source]) for number in found)
        if ways and "x" not in line.letters:
            yield Claim(_O, line.span(match), None, ways)
