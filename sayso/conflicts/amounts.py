"""Sets the money, percentages and lengths of time of a headline against those of the report's opening.

"Marlow fined £45,000" above "have been fined £35,000": the opening tells the headline's deed, and has one
amount of that sort. Where it has two, or another time, nobody can tell which one the headline means.
"""

import re
from collections.abc import Iterator

from sayso.conflicts.counts import WORD
from sayso.conflicts.eventwords import pairs, words
from sayso.conflicts.likeness import OPENING, meet
from sayso.model import Figure, Parse, Reading
from sayso.vocabulary import BlockKind, Hedge, Role
from sayso.words.stems import stem

_ROLES = (Role.MONEY, Role.PERCENT, Role.DURATION, Role.MEASURE)
_HEADLINES = 3
# Besides the deed so many words of the headline must come again.
_COMMON = 1
_OTHER_TIME = re.compile(
    r"\b(?:[Nn]ow|so far|more than|each|per|extra|another|further|would|could|may|might|if|"
    r"forecast|target|since|average|minimum|maximum|first|initially|earlier|previous(?:ly)?|ago)\b",
)

Pair = tuple[int, int, str]


def find_amounts(reading: Reading) -> Iterator[Pair]:
    """Each amount of a headline with the one that the report's opening has for the same deed.

    Yields:
        The indices of both figures and the page's word for the deed.
    """
    heads = [n for n, figure in enumerate(reading.figures) if _is_of_headline(reading, figure)][:_HEADLINES]
    for number in heads:
        head = reading.figures[number]
        alike = [
            n
            for n, other in enumerate(reading.figures)
            if other.sentence > head.sentence
            and (other.role, other.unit, other.per) == (head.role, head.unit, head.per)
        ]
        told = [n for n in alike if reading.figures[n].sentence <= head.sentence + OPENING]
        beside = sum(other.sentence == head.sentence and other.role is head.role for other in reading.figures)
        if len(told) != 1 or beside > 1 or any(_agree(head, reading.figures[n]) for n in alike):
            continue
        deed = _common_deed(reading, head, reading.figures[told[0]])
        if deed is not None:
            yield number, told[0], deed


def _is_of_headline(reading: Reading, figure: Figure) -> bool:
    block = reading.blocks[reading.sentences[figure.sentence].block]
    exact = figure.hedge is Hedge.EXACT and figure.value is not None and figure.value > 0
    return block.kind is BlockKind.HEADLINE and figure.role in _ROLES and exact


def _agree(head: Figure, told: Figure) -> bool:
    """Whether both can stand: a headline rounds as coarsely as its digits show."""
    if meet(head, told):
        return True
    one, other = head.value, told.value
    if one is None or other is None:
        return True
    if one.denominator != 1:
        return False
    place = int("1" + "0" * (len(str(one)) - len(str(one).rstrip("0"))))
    return place > 1 and 2 * abs(one - other) <= place


def _common_deed(reading: Reading, head: Figure, told: Figure) -> str | None:
    """The verb of the opening's sentence that the headline has too; None where they tell of other things."""
    text = reading.page.text
    line, sentence = (reading.sentences[figure.sentence].span for figure in (head, told))
    if _OTHER_TIME.search(line.of(text)) or _OTHER_TIME.search(sentence.of(text)):
        return None
    stems = {_deed(word) for word in WORD.findall(line.of(text).lower()) if word not in words("light")}
    here = {_deed(word) for word in WORD.findall(sentence.of(text).lower()) if len(word) > _SHORT}
    parse = reading.grammar.get(told.sentence, ())
    verb = _verb_above(parse, told)
    if verb is None or _deed(verb) not in stems or verb in words("light"):
        return None
    common = {one for one in stems & here if len(one) >= _SHORT} - {_deed(verb)}
    return verb if len(common) >= _COMMON else None


_SHORT = 3
_CLIMB = 5


def _deed(word: str) -> str:
    """The stem of a word; all ways up and all ways down are one."""
    return pairs("ways").get(stem(word), stem(word))


def _verb_above(parse: Parse, figure: Figure) -> str | None:
    """The verb that governs a figure."""
    token = next((one for one in parse if figure.span.start <= one.span.start < figure.span.end), None)
    for _ in range(_CLIMB):
        if token is None or token.tag.startswith("VB"):
            break
        token = parse[token.head] if parse[token.head] is not token else None
    return token.text.lower() if token is not None and token.tag.startswith("VB") else None
