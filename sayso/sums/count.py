"""The count of a list: "four casinos: A, B, C and D", "two reasons: 1) … and 2) …"."""

# A construction reads best on one line.
# ruff: noqa: E501

import re
from collections.abc import Iterator
from dataclasses import replace
from fractions import Fraction
from functools import cache

from sayso.model import Given, Span
from sayso.sums.claim import Claim, Way
from sayso.sums.scene import Line, Scene
from sayso.vocabulary import BlockKind, CheckKind, Hedge
from sayso.words import load_words

_N = CheckKind.COUNT
_OPENS = r"<s:c>(?P<noun>(?:(?! - )[^<>;:,()—]){1,70}?)(?P<open>: | ?— ?| -- | - | \()(?P<list>\S)"
_ARE = r"<s:c>(?P<noun>[^<>;:,()—]{1,70}?)(?P<open> are | were )(?P<list>[^\s:]+[^:]{0,400})$"
_ENDS = {"—": re.compile(r" ?[—–] ?| -- | - "), "(": re.compile(r"\)")}
_STOP = re.compile(r"[.!?][\"”’']?\s|[.!?][\"”’']?$|[\"”]")
_ITEMS = re.compile(r",? (?:and|or|&|as well as|along with|plus) |,? and (?=[A-Z])|, | ?; ?")
_COMMAS = re.compile(r", (?:and |or )?|; ?(?:and |or )?|(?<![,;]) (?:and|or) (?=[^,;]*$)")
_MARKS = re.compile(r"(?<![\w.])\(?(\d)[).](?= )")
_NAME = re.compile(
    r"^(?:the |The |St\. |Dr\. |Mr\. |Mrs\. |Ms\. )?[A-Z][\w’'.-]*(?: (?:[A-Z][\w’'.-]*|of|the|de|la|von|van|del|al|and|for|&|\d+))*$"
)
_FIRST = ("first", "second", "third", "fourth", "fifth")
_ORDINALS = re.compile(r"\b(first|second|third|fourth|fifth)\b")
_DASHES = re.compile(r"—|--| - ")
_ITEM = re.compile(
    r"^(?:(?:an?|the|one|another|two|three|his|her|its|their|our|my|to|for|on|in|at|by|from|with|ages?|aged)\b|[A-Z0-9$£€])"
)
_SUFFIX = re.compile(r"^(?:Jr|Sr|Inc|Ltd|Co|LLC|II|III|Ph\.?D|M\.?D)\b\.?")
_OPEN_ENDED = re.compile(
    r"\b(?:include|includes|including|included|such as|among|notably|like|mainly|e\.g)\b"
)
_NOT_ALL = (
    "more",
    "other",
    "times",
    "years",
    "days",
    "months",
    "weeks",
    "hours",
    "minutes",
    "percent",
    "points",
    "to",
)
# What makes an item more than a name: a clause, or an apposition that begins with an article.
_CLAUSE = re.compile(
    r"^(?:an?|the|his|her|its|their) [a-z]|\b(?:is|are|was|were|has|have|had|who|which|where|when|whose|that|said|more|less|than|like|as|not|only)\b"
)
# "Athens, Ohio, and Rome, Georgia": a comma behind the last "and" tells of names with a comma inside.
_PLACES = re.compile(r" (?:and|or) [^,]+, [^,]+$")
_THEY_ARE = re.compile(r"^\W*(?:they|these|those) (?:include|are|were): ")
_SURE = 2
_SHORT = 3
_HEAD = 25
# What is announced is a plural close behind its number: "two injured in the shooting - News" is not.
_PLURAL = re.compile(
    r"^[ -]?(?:[\w'-]+ ){0,4}?(?:\w{2,}s|people|men|women|children|accused|injured|wounded|dead|alumni|criteria|media|police)\b|^ of (?:the|its|their) \w"
)
# Between the number and a dash or bracket, what tells that the list may belong to something else.
_BESIDE = re.compile(
    r"\b(?:was|were|is|are|has|have|had|been|be|will|would|said|to|with|during|after|before|by|at|on|for|as|who)\b"
)
# "Two of the four states: A and B" lists the two.
_SOME_OF = re.compile(r"<[a-z]\d+> of (?:the|its|their|his|her|our) [^<>]{0,20}$")
_MORE_ITEMS = re.compile(
    r"^\W*(?:and|also|another|finally|lastly|the (?:second|third|fourth|fifth|last|other)|second|third)\b"
)
_LONGEST = 400
_MOST = 15


def find_counts(scene: Scene, line: Line) -> Iterator[Claim]:
    """Lists that the line announces by a number."""
    if not any(letter == "c" for letter, _, _ in line.signs):
        return
    yield from _of_line_after(scene, line)
    for match in (*line.find(_OPENS), *line.find(_ARE)):
        stated = int(match["s"])
        value = scene.figure(stated).value or Fraction(0)
        if not _is_announced(scene, line, match, stated):
            continue
        claim = _of_list(scene, line, match, int(value))
        if claim:
            # "The five finalists are A, B and C": all of them; without "the" there may be more.
            names = match["open"] in (" are ", " were ")
            all_told = line.before(match.start()).endswith("the ") if names else True
            close = match["open"] == ": " or (all_told and not _BESIDE.search(match["noun"]))
            yield claim if close and _PLURAL.search(match["noun"]) else replace(claim, firm=False)


def _is_announced(scene: Scene, line: Line, match: re.Match[str], stated: int) -> bool:
    """Whether a number can be that of the list behind it: an exact one, of things, all of which are told."""
    figure, noun = scene.figure(stated), match["noun"]
    value = figure.value
    if value is None or value.denominator != 1 or not 2 <= value <= _MOST or figure.hedge is not Hedge.EXACT:
        return False
    if _OPEN_ENDED.search(noun) or (noun.split()[-1:] and noun.split()[0] in _NOT_ALL):
        return False
    if _SOME_OF.search(line.before(match.start())):
        return False
    if match["open"].strip() in ("—", "--", "-"):
        # The second dash of a pair closes an aside, and behind a headline's dash stands the paper's name.
        sentence = scene.reading.sentences[line.number]
        headline = scene.reading.blocks[sentence.block].kind is BlockKind.HEADLINE
        return not headline and len(_DASHES.findall(line.before(match.end("noun"), _LONGEST))) % 2 == 0
    return True


def _of_line_after(scene: Scene, line: Line) -> Iterator[Claim]:
    """“The harbour has 12 boats. They are: …”: the list is a sentence of its own."""
    if line.number + 1 == len(scene.lines):
        return
    after = scene.lines[line.number + 1]
    opens = _THEY_ARE.match(after.text)
    stated = [n for letter, n, _ in line.signs if letter == "c"]
    if not opens or len(stated) != 1:
        return
    start, end = after.place(opens.end()), scene.reading.sentences[after.number].span.end
    text = scene.reading.page.text[start:end].rstrip(" .\n")
    count = len([piece for piece in _COMMAS.split(text) if piece.strip()])
    if count > 1:
        listed = Given(" ".join(text.split()), Fraction(count), Span(start, start + len(text)))
        way = Way((listed,), "a", counted=True)
        yield Claim(_N, Span(scene.figure(stated[0]).span.start, end), stated[0], (way,), firm=False)


def _of_list(scene: Scene, line: Line, match: re.Match[str], value: int) -> Claim | None:
    """The claim of one announced list; None where no list of names or numbers follows."""
    start = line.place(match.start("list"))
    end = scene.reading.sentences[line.number].span.end
    text = scene.reading.page.text[start : min(end, start + _LONGEST)]
    whole = end - start <= _LONGEST
    text = _cut(text, match["open"].strip())
    if _OPEN_ENDED.search(text[:_HEAD]):
        return None
    marks = _MARKS.findall(text)
    told = tuple(_ORDINALS.findall(text.lower()))
    if marks[:1] == ["1"] and len(marks) > 1:
        counts, sure = {len(marks)}, True
    elif len(told) > 1 and told == _FIRST[: len(told)]:
        counts, sure = {len(told)}, False
    else:
        counts, sure = _count(text)
        if not sure and not _are_parallel(text):
            return None
        if match["open"] in (" are ", " were ") and not _are_names(text):
            return None
    if not counts or max(counts) < 2:
        return None
    sure = (sure and whole) or (whole and _is_short_of_aims(scene, line, match, value, counts))
    span = Span(start, start + len(text))
    words = " ".join(text.split())
    first = sorted(counts, key=lambda count: (count != value, abs(count - value)))
    ways = tuple(Way((Given(words, Fraction(count), span),), "a", counted=True) for count in first)
    return Claim(_N, Span(line.place(match.start()), span.end), int(match["s"]), ways, sure)


def _is_short_of_aims(scene: Scene, line: Line, match: re.Match[str], value: int, counts: set[int]) -> bool:
    """Whether a list of reasons, aims … ends before its number is reached, however it is taken apart.

    Of people one item may be several ("a couple"); a reason is one, unless the next sentence goes on.
    """
    noun = match["noun"].split()[-1:]
    if match["open"] != ": " or not noun or noun[0] not in _aims() or "<" in line.text[match.start("list") :]:
        return False
    after = scene.lines[line.number + 1].text if line.number + 1 < len(scene.lines) else ""
    return _MORE_ITEMS.match(after) is None and min(counts) > _SURE and max(counts) < value


@cache
def _aims() -> frozenset[str]:
    return frozenset(load_words("sums")["aims"]["words"])


def _cut(text: str, opening: str) -> str:
    """The list up to where it ends: the closing dash or bracket, a quotation mark, the sentence's end."""
    ends = _ENDS.get("(" if opening == "(" else "—")
    if opening != ":" and ends and (closing := ends.search(text)):
        return text[: closing.start()]
    dash = _ENDS["—"].search(text)
    if opening == ":" and dash:
        text = text[: dash.start()]
    stop = _STOP.search(text)
    while stop and re.search(r"\b[A-Z][a-z]{0,2}$|\b[A-Z]\.?[A-Z]$", text[: stop.start()]):
        stop = _STOP.search(text, stop.end())
    return text[: stop.start()] if stop else text


def _are_names(text: str) -> bool:
    """Whether a list is nothing but names: "were killed and hurt" is none."""
    pieces = [piece.strip() for piece in _ITEMS.split(text) if piece and piece.strip()]
    return len(pieces) > 1 and all(_NAME.match(piece) for piece in pieces)


def _are_parallel(text: str) -> bool:
    """Whether the items are alike: three words each at most, or an article, a name or one word opens them."""
    if text[:1] in "\"“‘'":
        return False
    for split in (_ITEMS, _COMMAS):
        pieces = [piece.strip() for piece in split.split(text) if piece and piece.strip()]
        openings = {piece.split()[0].lower() for piece in pieces}
        short = all(len(piece.split()) <= _SHORT for piece in pieces)
        if short or len(openings) == 1 or sum(bool(_ITEM.match(one)) for one in pieces) * 2 > len(pieces):
            return True
    return False


def _count(text: str) -> tuple[set[int], bool]:
    """The counts that a list allows, and whether all of its items are names.

    "Paris, Texas" may be one item or two, and so may "Marks and Spencer".
    """
    if not re.search(r" (?:and|or|&) ", text) and ";" not in text:
        return set(), False
    pieces = [piece.strip() for piece in _ITEMS.split(text) if piece and piece.strip()]
    pieces = [piece for piece in pieces if not _SUFFIX.match(piece)]
    if ";" in text:
        parts = [piece for piece in text.split(";") if piece.strip()]
        # "Two men; a woman" are three; "a man and a woman; a boy" may be two items or three people.
        inside = sum(len(re.findall(r"\S and ", part)) for part in parts)
        return set(range(len(parts), len(parts) + inside + 1)), len(parts) > _SURE
    # "Star forward Ada Brandt" is an item by itself, "the mayor" may be one or say who the one before is.
    names = [piece for piece in pieces if _NAME.match(piece) or piece.split()[-1][:1].isupper()]
    counts = {len(pieces), len([piece for piece in _COMMAS.split(text) if piece.strip()])}
    capital = [piece for piece in pieces if re.search(r"\b[A-Z]", piece)]
    counts |= {len(names), len(capital)} - {0, 1}
    if len(pieces) % 2 == 0 and _PLACES.search(text):
        counts.add(len(pieces) // 2)
    plain = all(re.search(r"\b[A-Z]", piece) and not _CLAUSE.search(piece) for piece in pieces)
    return counts, plain
