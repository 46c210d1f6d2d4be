"""Orderings: "more than the 1,500 of last year", "up from 18.4", "surpassing the $394,000"."""

# A construction reads best on one line.
# ruff: noqa: E501

from collections.abc import Iterator

from sayso.sums.claim import Claim
from sayso.sums.construction import Construction, find_constructions
from sayso.sums.scene import Line, Scene
from sayso.vocabulary import CheckKind

_O = CheckKind.ORDERING
_JOIN = r"(?:,|—|--|\(|;|\bthat is\b|\bwhich is\b|\bis\b|\bwas\b|\bwere\b|\bare\b)"
TABLE = (
    Construction(_O, rf"<a:Q>…{_JOIN}…\b{{more}} than …<b:Q>", ("a > b",), cue=" than "),
    Construction(_O, rf"<a:Q>…{_JOIN}…\b{{less}} than …<b:Q>", ("a < b",), cue=" than "),
    Construction(_O, r"<a:Qf>…\b(?:up|rising|risen|grown|climbing) from …<b:Qf>", ("a > b",), cue=" from "),
    Construction(_O, r"<a:Qf>…\b(?:down|falling|fallen|dropping|declining) from …<b:Qf>", ("a < b",), cue=" from "),
    Construction(_O, r"<a:Q>……\b{outdo}\b (?:the|its|their|his|her|a|last) …<b:Q>", ("a > b",)),
    Construction(_O, r"\b(?:jumped|rose|climbed|grew|increased|soared|surged) (?:sharply |steadily |slightly )?from …<a:Q>…\bto …<b:Q>", ("a < b",), cue=" from "),
    Construction(_O, r"\b(?:dropped|fell|declined|shrank|sank|plunged|decreased|slid) (?:sharply |steadily |slightly )?from …<a:Q>…\bto …<b:Q>", ("a > b",), cue=" from "),
    Construction(_O, r"<a:P>;? …\b(?:jumped|rose|climbed|grew|increased|soared|surged) to …<b:P>", ("a < b",), cue=" to "),
    Construction(_O, r"\b(?:leads|leading|led|ahead of|beat|beats|beating|defeated|edges|edging|tops|topping|won)\b……<a:P>…\b(?:to|versus|compared (?:to|with)|against)\b…<b:P>", ("a > b",)),
    Construction(_O, r"\b(?:trails|trailing|trailed|behind|lost|losing|loses)\b……<a:P>…\b(?:to|versus|compared (?:to|with)|against)\b…<b:P>", ("a < b",)),
    Construction(_O, r"\b(?:more|larger|higher|bigger|greater|better|outnumber\w*|lead\w*|ahead)\b……<a:Q>…\b(?:compared (?:to|with)|versus|than)\b…<b:Q>", ("a > b",)),
    Construction(_O, r"\b(?:fewer|smaller|lower|less|worse)\b……<a:Q>…\b(?:compared (?:to|with)|versus|than)\b…<b:Q>", ("a < b",)),
)  # fmt: skip


def find_orderings(scene: Scene, line: Line) -> Iterator[Claim]:
    """Comparisons that the line states between two of its amounts.

    A failed ordering is reported by no rule of ours as wrong: the side on which a comparison stands is
    read from one sentence, and "it fell behind the 500" can mean either.
    """
    done: set[tuple[object, ...]] = set()
    if len(line.signs) < 2:
        return
    for claim in find_constructions(scene, line, TABLE):
        pair = claim.ways[0].operands
        if pair not in done:
            done.add(pair)
            yield Claim(claim.kind, claim.span, None, claim.ways, firm=False)
