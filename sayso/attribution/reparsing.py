"""Two readings that the parser misses: "The 19-year-old told officers …", "Emails seen by X show …"."""

from collections.abc import Callable
from dataclasses import replace

from sayso.attribution.callings import words
from sayso.attribution.lexicon import forms, listed
from sayso.attribution.linking import joining
from sayso.attribution.lostverbs import find_letters, find_participle, find_subjects, find_verb
from sayso.attribution.tree import SUBJECTS
from sayso.model import Parse, Token

TELLING = frozenset({"told", "said", "says", "tells"})
SHOWING = frozenset({"show", "shows"})
HAVING = frozenset({"had", "has", "have"})
# Its own subject and that of the participle.
PAIR = 2
# "obtained by the Vessby Daily Herald show": no longer name is looked over.
LONGEST_NAME = 7
VERB_TAG = {"told": "VBD", "said": "VBD", "says": "VBZ", "tells": "VBZ", "show": "VBP", "shows": "VBZ"}


def reparse(parse: Parse) -> Parse:
    """Mend a parse that takes a sentence's verb for part of a noun phrase.

    Args:
        parse: a sentence as the parser gives it.

    Returns:
        The parse with the verb at its top, its subject and its object; as it was where nothing is lost.
    """
    parse = find_subjects(find_letters(find_participle(find_verb(_as_verb(_with_had(_after_day(parse)))))))
    for place, token in enumerate(parse):
        if place < 3 or not (token.dep == "amod" or token.tag in ("NN", "NNS")):
            continue
        word = token.text.lower()
        if word in TELLING and token.dep == "amod" and parse[place - 1].text.lower() == "old":
            return _told(parse, place)
        if word in SHOWING and token.tag in ("NN", "NNS") and 3 < place < len(parse) - 1:
            found = _holder(parse, place)
            if found is not None:
                return _shown(parse, place, found)
    return parse


def _after_day(parse: Parse) -> Parse:
    """Give a clause its subject back that the parser counts days with: "said today 9 of the men left"."""
    days = listed("dates", "words")
    for place, token in enumerate(parse):
        if token.dep != "nummod" or token.head != place - 1 or parse[place - 1].text.lower() not in days:
            continue
        cue = parse[place - 1].head
        inner = next(
            (n for n, one in enumerate(parse) if n > place and one.head == cue and one.dep == "ccomp"), None
        )
        if inner is not None and not any(one.head == inner and one.dep in SUBJECTS for one in parse):
            tokens = list(parse)
            tokens[place] = replace(token, dep="nsubj", head=inner)
            for n, one in enumerate(parse):
                if one.head == place - 1 and n > place:
                    tokens[n] = replace(one, head=place)
            return tuple(tokens)
    return parse


def _with_had(parse: Parse) -> Parse:
    """Make "had" a verb that the parser has help a participle: "a poll had Venn beating Holm by 9 points"."""
    for place, token in enumerate(parse):
        verb = token.head
        if token.dep != "aux" or token.text.lower() not in HAVING or parse[verb].tag != "VBG":
            continue
        subjects = [
            one for one, child in enumerate(parse) if child.head in (verb, place) and child.dep == "nsubj"
        ]
        if len(subjects) != PAIR or not subjects[0] < place < subjects[1] < verb:
            return parse
        tokens = list(parse)
        above = place if parse[verb].head == verb else parse[verb].head
        tokens[place] = replace(token, dep=parse[verb].dep, head=above)
        tokens[subjects[0]] = replace(parse[subjects[0]], head=place)
        tokens[subjects[1]] = replace(parse[subjects[1]], head=place, dep="dobj")
        tokens[verb] = replace(parse[verb], head=place, dep="ccomp")
        return tuple(tokens)
    return parse


def _as_verb(parse: Parse) -> Parse:
    """Tag a cue as a verb that has a subject and a clause, though the tagger says noun: "…, figures show"."""
    for place, token in enumerate(parse):
        if token.tag not in ("NN", "NNS") or token.head != place or token.text.lower() not in forms():
            continue
        labels = {one.dep for one in parse if one.head == place}
        if "ccomp" in labels and not labels.isdisjoint(SUBJECTS):
            tag = "VBZ" if token.tag == "NNS" else "VBP"
            return (*parse[:place], replace(token, tag=tag), *parse[place + 1 :])
    return parse


def _told(parse: Parse, verb: int) -> Parse:
    """ "The 19-year-old told officers": "old" is who told, and officers whom."""
    noun, old = parse[verb].head, verb - 1
    if noun <= verb:
        return parse
    top = parse[noun]
    head = verb if top.head == noun else top.head

    def change(place: int, token: Token) -> Token:
        if place == verb:
            return replace(token, tag=VERB_TAG[token.text.lower()], dep=top.dep, head=head)
        if place == old:
            return replace(token, tag="NN", dep="nsubj", head=verb)
        if place == noun:
            return replace(token, dep="dobj", head=verb)
        if place < old and token.head == noun and token.dep in ("det", "amod", "nummod", "punct", "poss"):
            return replace(token, head=old)
        if token.head == noun and (place < old or token.dep == "punct"):
            return replace(token, head=verb)
        return token

    return _changed(parse, change)


def _holder(parse: Parse, verb: int) -> tuple[int, int, int] | None:
    """The document, the participle and "by" in "Emails seen by X show"."""
    for by in range(verb - 1, max(verb - LONGEST_NAME, 1), -1):
        if parse[by].text.lower() != "by":
            continue
        seen = parse[by].head
        thing = parse[seen].head
        known = parse[thing].text.lower() in words("document", "heads") and parse[seen].tag == "VBN"
        held = (known or parse[seen].text.lower() in joining("holding")) and thing < seen < by < verb - 1
        return (thing, seen, by) if held and parse[thing].tag.startswith("NN") else None
    return None


def _shown(parse: Parse, verb: int, found: tuple[int, int, int]) -> Parse:
    """ "Emails seen by X show …": the emails show it, and X has seen them."""
    thing, seen, by = found
    name = verb - 1
    top = parse[thing]
    closes = all(token.dep == "punct" for token in parse[verb + 1 :])
    # "Emails seen by X show 9 were lost": the parser has the emails lost.
    below = top.dep in SUBJECTS and top.head > verb
    inner = parse[top.head]
    outer = verb if inner.head == top.head else inner.head

    def change(place: int, token: Token) -> Token:
        if place == verb:
            own = top.head == thing
            if below:
                return replace(token, tag=VERB_TAG[token.text.lower()], dep=inner.dep, head=outer)
            label = "parataxis" if closes and not own else top.dep
            return replace(token, tag=VERB_TAG[token.text.lower()], dep=label, head=verb if own else top.head)
        if place == thing:
            return replace(token, dep="nsubj", head=verb)
        if below and place == top.head:
            return replace(token, dep="ccomp", head=verb)
        if place == name:
            return replace(token, dep="pobj", head=by)
        if by < place < name and token.head == verb:
            return replace(token, head=name)
        if place > verb and token.head in (verb, seen, thing):
            clause = token.tag.startswith(("VB", "MD"))
            return replace(token, dep="ccomp" if clause else token.dep, head=verb)
        return token

    return _changed(parse, change)


def _changed(parse: Parse, change: Callable[[int, Token], Token]) -> Parse:
    return tuple(change(place, token) for place, token in enumerate(parse))
