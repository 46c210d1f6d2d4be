"""Cue verbs that the parser takes for nouns before a thing with a number: "Treasury forecasts growth of 4%".

Of nouns in a row the small model makes one phrase without a verb. Where the sentence has no other verb, and
number and order leave one reading, the cue is made its verb again.
"""

from dataclasses import replace
from functools import cache

from sayso.attribution.lexicon import cues, inflections
from sayso.model import Parse

NOUNS = frozenset({"NN", "NNS", "NNP", "NNPS"})
PLURAL = frozenset({"NNS", "NNPS"})
FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
# No longer subject is looked at, and no number stands farther behind the cue.
LONGEST, NEAR = 12, 7
# What may stand right behind the cue.
OPENS = frozenset({"NN", "NNS", "CD", "DT", "JJ", "JJR", "RB", "IN", "$", "VBN", "VBG"})
BOUND = frozenset(
    {"more", "fewer", "less", "at", "up", "about", "around", "some", "nearly", "almost", "over"}
)


@cache
def _tags() -> dict[str, str]:
    """The tag that each form of such a verb has as a verb."""
    found = {}
    for base in cues()["lost"]["bases"].split():
        third, past, *_ = inflections(base)[1:]
        found[past] = "VBD"
        found[base] = "VBP"
        found[third] = "VBZ"
    return found


def find_measure(parse: Parse) -> Parse:
    """Make a sentence's cue its verb again, with the thing and its number for an object.

    Args:
        parse: a sentence as the parser gives it.

    Returns:
        The parse with the cue at its top; as it was where the words allow another reading.
    """
    parse = _with_noun(_with_opening(parse))
    for verb in range(1, min(LONGEST, len(parse) - 2)):
        tag = _tags().get(parse[verb].text)
        if tag is None or not _is_lost(parse, verb) or not _has_number(parse, verb):
            continue
        head = _subject(parse, verb)
        if head is not None and (tag == "VBD" or parse[verb].text == "forecast" or _agrees(parse, head, tag)):
            return _with_verb(parse, verb, head, "VBD" if parse[verb].text == "forecast" else tag)
    return parse


def _with_opening(parse: Parse) -> Parse:
    """The first word a noun again in "Harbour office data show …", where the parser takes it for an order."""
    if not parse or parse[0].tag != "VB" or parse[0].dep != "csubj":
        return parse
    verb = parse[0].head
    noun = verb - 1
    if noun < 1 or parse[noun].dep != "dobj" or parse[noun].head != 0 or parse[verb].tag not in FINITE:
        return parse
    tokens = list(parse)
    for place in range(verb):
        if parse[place].head == 0:
            tokens[place] = replace(parse[place], head=noun)
    tokens[0] = replace(parse[0], tag="NN", dep="compound", head=noun)
    tokens[noun] = replace(parse[noun], dep="nsubj", head=verb)
    return tuple(tokens)


def _with_noun(parse: Parse) -> Parse:
    """The noun a subject again in "Its bulletin lists 44 cases", where the parser joins it to the verb."""
    verb = next((place for place, one in enumerate(parse) if one.head == place), 0)
    noun = verb - 1
    if noun < 0 or parse[verb].tag not in FINITE or parse[noun].tag not in NOUNS:
        return parse
    joined = parse[noun].dep == "compound" and parse[noun].head == verb
    if not joined or any(one.head == verb and one.dep.startswith(("nsubj", "csubj")) for one in parse):
        return parse
    tokens = list(parse)
    tokens[noun] = replace(parse[noun], dep="nsubj")
    for place in range(noun):
        if parse[place].head == verb and parse[place].dep in ("det", "amod", "poss", "compound", "nummod"):
            tokens[place] = replace(parse[place], head=noun)
    return tuple(tokens)


def _is_lost(parse: Parse, verb: int) -> bool:
    """Whether a word is no verb with a subject, in a sentence that has no other verb than participles."""
    governs = any(one.head == verb and one.dep == "dobj" for one in parse[verb:])
    if parse[verb].tag in FINITE and parse[verb].dep == "ROOT" and governs:
        return False
    return not any(
        one.tag in FINITE and place != verb and one.dep not in ("acl", "relcl", "amod")
        for place, one in enumerate(parse)
    )


def _has_number(parse: Parse, verb: int) -> bool:
    """Whether a phrase with a number opens right behind: "growth of 4%", "412 sailings"."""
    after = parse[verb + 1]
    if after.tag not in OPENS or (after.tag == "IN" and after.text.lower() not in BOUND):
        return False
    near = parse[verb + 1 : verb + 1 + NEAR]
    stop = next((place for place, one in enumerate(near) if one.text in (",", ";", ":")), len(near))
    return any(one.tag == "CD" for one in near[:stop])


def _subject(parse: Parse, verb: int) -> int | None:
    """The noun before a lost cue that its subject turns on."""
    last = verb - 1
    if parse[last].text == ",":
        opens = next((one for one in range(last - 1, 0, -1) if parse[one].text == ","), 0)
        inside = opens > 0 and parse[opens + 1].tag in ("VBN", "VBD")
        last = opens - 1 if inside else last
    if parse[last].tag not in NOUNS or any(one.text in ";:,()" for one in parse[:last]):
        return None
    head = last
    for place in range(last - 1, -1, -1):
        if parse[place].tag == "IN" and parse[place].text.lower() in ("from", "by", "of", "in", "for", "at"):
            head = place - 1
        elif parse[place].tag.startswith(("VB", "MD", "W", "TO", "IN", "CC")):
            return None
    return head if head >= 0 and parse[head].tag in NOUNS else None


def _agrees(parse: Parse, head: int, tag: str) -> bool:
    plural = parse[head].tag in PLURAL or parse[head].text.lower() in ("data", "police", "staff")
    return plural == (tag == "VBP")


def _with_verb(parse: Parse, verb: int, head: int, tag: str) -> Parse:
    thing = _thing(parse, verb)
    within = next((one for one in range(verb - 1, head, -1) if parse[one].tag == "IN"), None)
    tokens = []
    for place, token in enumerate(parse):
        outside = not 0 <= token.head < verb or token.head == place
        if place == verb:
            token = replace(token, tag=tag, dep="ROOT", head=verb)
        elif place == head:
            token = replace(token, dep="nsubj", head=verb)
        elif place == verb - 1 and within is not None:
            token = replace(token, dep="pobj", head=within)
        elif place < verb and outside:
            near = verb - 1 if within is not None and place > within else head
            token = replace(token, head=near)
        elif place == thing:
            token = replace(token, dep="dobj", head=verb)
        elif place > verb and (token.head <= verb or token.head == place):
            token = replace(token, head=verb if token.dep == "punct" else thing)
        tokens.append(token)
    return tuple(tokens)


def _thing(parse: Parse, verb: int) -> int:
    """The noun that the phrase behind a lost cue turns on."""
    place = verb + 1
    while place + 1 < len(parse) and parse[place].tag not in (*NOUNS, "CD", "$"):
        place += 1
    while place + 1 < len(parse) and parse[place + 1].tag in (*NOUNS, "CD", "JJ", "VBN"):
        place += 1
    return place
