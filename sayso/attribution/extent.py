"""How far a content goes on beyond the phrase that the parser gives it."""

from functools import cache

from sayso.attribution.callings import words
from sayso.attribution.lexicon import forms, frames, listed, says
from sayso.attribution.mending import TENSES, is_deed, tense
from sayso.attribution.tree import Tree
from sayso.words import load_words

SAID_AS_WELL = frozenset({"advcl", "conj", "dobj", "dep", "acomp", "attr", "oprd", "ccomp", "xcomp"})
# A complement in less than a clause goes on only with what completes it.
COMPLETES = frozenset({"prep", "oprd", "xcomp", "acomp", "dobj", "appos", "advmod", "npadvmod", "advcl"})
# A to-clause under one of these belongs to the object before it.
BOUND = frozenset({"xcomp", "advcl"})
RESTATED = frozenset({("equal", "to"), ("equivalent", "to")})
# These tell when and why it was said, not what.
CIRCUMSTANCE = frozenset(
    "according after during since before while when as because if on amid despite".split()  # noqa: SIM905
)


@cache
def _counting() -> frozenset[str]:
    return frozenset(load_words("extent")["closing"]["counting"].split())


def reach(tree: Tree, verb: int, last: int, *, finite: bool = True) -> int:
    """How far a clause goes on: what the parser hung on the cue but is said as well.

    Args:
        tree: the sentence.
        verb: the cue.
        last: the last word of its clause.
        finite: whether that clause has a finite verb; a to-clause is joined to no finite one.

    Returns:
        The last word of all that is said.
    """
    for child in tree.children[verb]:
        label = tree[child].dep
        if child <= last or label in ("punct", "cc"):
            continue
        if tree.lower[child] in forms() and label in ("advcl", "parataxis", "ccomp", "dep"):
            break
        if label == "conj" and tree.lower[child] in forms() and tree.child(child, "ccomp") is not None:
            break
        if label == "conj" and not _is_said_as_well(tree, verb, child, finite=finite):
            break
        if label not in SAID_AS_WELL or tree.lower[child] == "according":
            break
        last = max(last, tree.last(child))
    return _over_colon(tree, last)


def _is_said_as_well(tree: Tree, verb: int, joined: int, *, finite: bool) -> bool:
    """Whether a clause that the parser joined to the cue belongs to what is said.

    With a subject of its own it does. Without one it is what the speaker did next ("said so and left"),
    save where its tense is not the cue's: "announced that it had closed and would be sold".
    """
    if tree.child(joined, "nsubj", "nsubjpass") is not None:
        return finite
    tenses = tense(tree, verb), tense(tree, joined)
    return finite and None not in tenses and tenses[0] != tenses[1]


def over_semicolon(tree: Tree, last: int) -> int:
    """A clause behind a semicolon is said as well, unless it has a cue of its own.

    Args:
        tree: the sentence.
        last: the last word of what is said before it.

    Returns:
        The last word of all that is said.
    """
    while last + 2 < len(tree) and tree[last + 1].text == ";":
        end = next((one for one in range(last + 2, len(tree)) if tree[one].text == ";"), len(tree)) - 1
        while end > last and tree[end].dep == "punct":
            end -= 1
        # Nothing but marks behind the semicolon: "…; ."
        if end < last + 2 or any(hands_over(tree, one) for one in range(last + 2, end + 1)):
            break
        last = end
    return last


def hands_over(tree: Tree, place: int) -> bool:
    """Whether a word shows that another cue or quotation stands here, though the tagger may miss it."""
    if tree.lower[place] in forms() and (tree[place].tag in TENSES or tree[place].dep == "ROOT"):
        return not is_deed(tree, place)
    return tree[place].text in '“”"' or tree.lower[place] == "according"


def before_other_speaker(tree: Tree, head: int, last: int) -> int:
    """Where a content ends in "Holm says it cost 5,000; Venn says it cost 4,200": before the other.

    Args:
        tree: the sentence.
        head: the verb of the content.
        last: where the content would end without another speaker.

    Returns:
        The last word that the first speaker said.
    """
    for place in range(head + 1, last + 1):
        joined = tree[place].dep in ("conj", "parataxis") and tree[place].head == head
        marks = tree.all_children(place, "mark")
        against = any(tree.lower[one] in ("though", "although", "while", "whereas") for one in marks)
        joined = joined or (against and tree[place].dep == "advcl" and tree[place].head == head)
        joined = joined or _opens_anew(tree, place)
        if not joined or not (_hands_over(tree, place) or (against and _tells_that(tree, place))):
            continue
        speaker = tree.child(place, "nsubj")
        if speaker is None or speaker > place:
            continue
        if tree[speaker].tag in ("PRP", "WP", "WDT") and against:
            continue
        end = tree.first(speaker) - 1
        while end > head and tree[end].dep in ("punct", "cc", "mark", "advmod"):
            end -= 1
        return end
    return last


def _hands_over(tree: Tree, verb: int) -> bool:
    """Whether a verb has a content of its own: "Venn says it cost 4,200", "Venn put it at 4,200"."""
    base = forms().get(tree.lower[verb])
    if base in says() and tree.child(verb, "ccomp") is not None:
        return True
    if _shows(tree, verb, base):
        return True
    set_at = (one for one in tree.all_children(verb, "prep") if tree.lower[one] == "at")
    counted = any(tree[p].tag == "CD" for one in set_at for p in range(one, tree.last(one) + 1))
    # "Venn has it at 4,200" sets a value as "Venn puts it at 4,200" does.
    thing = tree.child(verb, "dobj")
    has_it = tree.lower[verb] in ("has", "have", "had") and thing is not None and tree.lower[thing] == "it"
    return counted and (has_it or (base is not None and "value" in frames()[base]))


def _tells_that(tree: Tree, verb: int) -> bool:
    """Whether any cue has a that-clause: "though officials cautioned that 9 were copies"."""
    inner = tree.child(verb, "ccomp")
    mark = tree.child(inner, "mark") if inner is not None and inner > verb else None
    return mark is not None and tree.lower[mark] == "that" and tree.lower[verb] in forms()


def _shows(tree: Tree, verb: int, base: str | None) -> bool:
    """Whether a document shows a number or a thing here: "but the survey shows 4,200"."""
    subject = tree.child(verb, "nsubj")
    if base not in listed("verbs", "showing", "words") or subject is None:
        return False
    thing = tree.child(verb, "dobj", "ccomp")
    return thing is not None and thing > verb and tree.lower[subject] in words("document", "heads")


def before_relative(tree: Tree, first: int, last: int) -> int:
    """Where less than a clause ends: before ", which is expected …", which has a cue of its own.

    Args:
        tree: the sentence.
        first: the first word of what is said.
        last: its last word.

    Returns:
        The last word before a relative clause behind a comma that is a cue itself, else ``last``.
    """
    for place in range(first + 1, last + 1):
        start = tree.first(place)
        apart = tree[place].dep == "relcl" and first < start - 1 and tree[start - 1].text == ","
        hands = frames().get(forms().get(tree.lower[place], ""), frozenset()) - {"quote-only"}
        if apart and hands and tree.last(place) >= last - 1:
            return start - 2
    return last


def _opens_anew(tree: Tree, verb: int) -> bool:
    """Whether ", and 40 percent said" stands here, whatever the parser hung it on."""
    speaker = tree.child(verb, "nsubj")
    if speaker is None or speaker > verb or tree[speaker].tag in ("PRP", "WP", "WDT", "DT"):
        return False
    before = tree.first(speaker) - 1
    return before > 1 and tree[before].tag == "CC" and tree[before - 1].text == ","


def rest(tree: Tree, verb: int, last: int) -> int:
    """How far an object goes on: "the real number [at 5,000]", "Holm [as mayor]"."""
    for child in tree.children[verb]:
        if child <= last or tree[child].dep == "punct":
            continue
        word, label = tree.lower[child], tree[child].dep
        completes = word == "as" and label == "prep"
        bound = label in BOUND and any(tree[one].tag == "TO" for one in tree.children[child])
        if _is_day(tree, child) and _is_bound_later(tree, verb, child):
            continue
        if (
            label not in COMPLETES
            or (word in CIRCUMSTANCE and not completes)
            or (word in forms() and not bound)
        ):
            break
        if word == "by" and tree.child(child, "pcomp") is not None:
            break
        if label == "advcl" and any(tree.lower[one] in CIRCUMSTANCE for one in tree.children[child]):
            break
        if label == "advcl" and tree[tree.first(child) - 1].text == "," and word not in _counting():
            break
        last = max(last, tree.last(child))
    return _over_colon(tree, _over_value(tree, last))


def _is_day(tree: Tree, place: int) -> bool:
    """Whether a word tells the day of it: "on Friday", "this week"."""
    noun = tree.child(place, "pobj") if tree[place].dep == "prep" else place
    return noun is not None and tree.lower[noun] in listed("dates", "words")


def _is_bound_later(tree: Tree, verb: int, day: int) -> bool:
    """Whether a to-clause stands right behind the day: "announced a deal on Friday to pay 9 crowns"."""
    after = next((one for one in tree.children[verb] if one > day), None)
    begins = after is not None and tree.first(after) == tree.last(day) + 1
    return begins and after is not None and tree[tree.first(after)].tag == "TO"


def _over_value(tree: Tree, last: int) -> int:
    """Over the same value in other words: "a balance of 9 crowns, equal to 43 percent of it"."""
    start = last + 2
    same = start < len(tree) and tree[last + 1].text == "," and tree.lower[start : start + 2] in RESTATED
    if not same:
        return last
    end = tree.last(start)
    counted = any(tree[one].tag == "CD" for one in range(start, end + 1))
    return end if counted and tree.first(start) == start else last


def _over_colon(tree: Tree, last: int) -> int:
    """What follows a colon belongs to what announces it: "noted that more pay: 70 percent do"."""
    colon = last + 1
    if colon + 1 >= len(tree) or tree[colon].text != ":":
        return last
    if any(hands_over(tree, place) for place in range(colon, len(tree))):
        return last
    end = len(tree) - 1
    while end > last and tree[end].dep == "punct":
        end -= 1
    return end
