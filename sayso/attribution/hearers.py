"""Through whom a statement came: the outlet that was told, that interviewed, that quoted."""

from dataclasses import replace

from sayso.attribution.cueverb import is_passive
from sayso.attribution.lexicon import cues, forms
from sayso.attribution.linking import citable, joining
from sayso.attribution.outlets import is_outlet_phrase, is_station
from sayso.attribution.sources import antecedent_of, source_at
from sayso.attribution.tree import Tree
from sayso.model import Link
from sayso.vocabulary import LinkKind

# "told this newspaper": the page itself, which is no link.
ONESELF = frozenset({"this", "our", "these"})
CITES = frozenset({"quote", "cite"})


def hearer(tree: Tree, text: str, verb: int) -> Link | None:
    """Who stands between the speaker and the page.

    Args:
        tree: the sentence.
        text: the page's text.
        verb: the cue.

    Returns:
        The outlet or the police whom Y told, the outlet of an interview, whoever quoted Y; None where
        the page has it from Y.
    """
    return _told(tree, text, verb) or _interviewer(tree, text, verb) or _quoter(tree, text, verb)


def outlet_at(tree: Tree, text: str, head: int) -> Link | None:
    """The link for a noun that is an outlet by the look of it."""
    link = source_at(tree, text, head)
    if tree.lower[tree.first(head)] in ONESELF or tree[head].text in joining("crowd"):
        return None
    if link.kind == LinkKind.OUTLET or is_outlet_phrase(tree, head):
        return replace(link, kind=LinkKind.OUTLET)
    owner = tree.child(head, "poss") if tree.lower[head] not in joining("public") else None
    return (
        outlet_at(tree, text, owner) if owner is not None and not tree[head].tag.startswith("NNP") else None
    )


def _told(tree: Tree, text: str, verb: int) -> Link | None:
    """The outlet or the police whom Y told."""
    if forms().get(tree.lower[verb]) != "tell":
        return None
    passive = tree.child(verb, "nsubjpass") if tree[verb].tag == "VBN" else None
    heard = tree.child(verb, "dobj", "dative", "iobj") if passive is None else passive
    if heard is None:
        return _heard_by_form(tree, text, verb)
    if heard < verb and passive is None:
        return _heard_by_form(tree, text, verb)
    if tree.lower[tree.first(heard)] in ONESELF:
        return None
    # "told the business daily Fenland": the parser makes two objects of it.
    objects = tree.all_children(verb, "dobj", "dative", "iobj") if passive is None else []
    for one in (heard, *objects):
        outlet = outlet_at(tree, text, one)
        if outlet is not None:
            return outlet
    if tree.lower[heard] in joining("hearers"):
        return replace(source_at(tree, text, heard), kind=LinkKind.BODY)
    return None


def _heard_by_form(tree: Tree, text: str, verb: int) -> Link | None:
    """The hearer where the parser took it for the subject of what is told."""
    last = verb
    for place in range(verb + 1, min(len(tree), verb + 6)):
        tag = tree[place].tag
        named = tag.startswith("NNP") or tag in ("POS", "HYPH") or is_station(tree[place].text)
        if not (named or (tag in ("DT", "CD") and place == verb + 1)):
            break
        last = place
    if last > verb and any(is_station(tree[p].text) for p in range(verb + 1, last + 1)):
        if last + 1 < len(tree) and tree[last + 1].text.isdigit():
            last += 1
        span = tree.span(verb + 1, last)
        return Link(span, span.of(text), LinkKind.OUTLET)
    if verb + 1 < len(tree) and tree.lower[verb + 1] in joining("hearers"):
        span = tree[verb + 1].span
        return Link(span, span.of(text), LinkKind.BODY)
    return None


def _interviewer(tree: Tree, text: str, verb: int) -> Link | None:
    """The outlet in "said in an interview with the Herald", "speaking to the Herald, Holm said"."""
    for one in tree.children[verb]:
        word = tree.lower[one]
        written = forms().get(tree.lower[verb]) == "write" and tree[one].dep == "prep"
        written = written and not _in_science(tree, (one,))
        found = _outlet_behind(tree, text, (one,), ("in", "for")) if written else None
        if found is not None:
            return found
        if tree[one].dep in ("prep", "advmod", "npadvmod") and word in ("in", "during", "over", "by"):
            talk = tree.child(one, "pobj")
            if talk is not None and tree.lower[talk] in joining("replies"):
                inside = tuple(range(talk, tree.last(one) + 1))
                found = _outlet_behind(tree, text, inside, ("from", "by"))
                if found is not None:
                    return found
            if talk is None or tree.lower[talk] not in joining("talks"):
                continue
            joints = (*tree.all_children(talk, "prep"), *tree.all_children(one, "prep"))
            joints = (
                *joints,
                *(two for two in tree.all_children(verb, "prep") if two == tree.last(talk) + 1),
            )
            found = _outlet_behind(tree, text, joints, ("with", "to"))
        elif (
            word in ("asked", "interviewed", "questioned")
            and tree[one].tag == "VBN"
            and tree[one].dep == "advcl"
        ):
            agents = tuple(tree.all_children(one, "agent"))
            found = _outlet_behind(tree, text, agents, ("by",))
        elif word in joining("speaking") and tree[one].tag == "VBG":
            joints = (*tree.all_children(one, "prep"), *tree.all_children(one, "dative"))
            found = _outlet_behind(tree, text, joints, ("to", "with", "on"))
        elif word == "writing" and tree[one].tag == "VBG":
            joints = tuple(tree.all_children(one, "prep"))
            found = (
                _outlet_behind(tree, text, joints, ("in", "for")) if not _in_science(tree, joints) else None
            )
        elif word == "to" and one > verb and tree[one].dep in ("prep", "dative") and _is_heard(tree, verb):
            found = _outlet_behind(tree, text, (one,), ("to",))
        else:
            continue
        if found is not None:
            return found
    return None


def _in_science(tree: Tree, joints: tuple[int, ...]) -> bool:
    """Whether one writes "in the journal Sea Studies": what is published there is one's own work."""
    return any(
        tree.lower[p] == "journal"
        for one in joints
        for p in range(one, tree.last(one) + 1)
        if tree[p].text.islower()
    )


def _is_heard(tree: Tree, verb: int) -> bool:
    """Whether "to" behind a cue names who hears it: "confirmed to the Herald", not "referred to it"."""
    if tree.lower[verb] == "according":
        return False
    return "to" not in cues()["prepositions"].get(forms().get(tree.lower[verb], ""), ()) or (
        tree.child(verb, "ccomp") is not None
    )


def _outlet_behind(tree: Tree, text: str, joints: tuple[int, ...], allowed: tuple[str, ...]) -> Link | None:
    for joint in joints:
        by = tree.child(joint, "pobj")
        if by is not None and tree.lower[joint] in allowed:
            found = outlet_at(tree, text, by)
            if found is not None:
                return found
    return None


def _quoter(tree: Tree, text: str, verb: int) -> Link | None:
    """Who quoted Y as saying; by whom or where Y was quoted."""
    if forms().get(tree.lower[verb]) in CITES and tree[verb].tag == "VBN":
        return _quoted_by(tree, text, verb)
    if tree[verb].tag != "VBG" or tree[verb].dep not in ("pcomp", "advcl", "xcomp"):
        return None
    for above in list(tree.above(verb))[:2]:
        if forms().get(tree.lower[above]) not in CITES:
            continue
        if not is_passive(tree, above):
            subject = tree.subject(above)
            return source_at(tree, text, subject) if subject is not None else None
        found = _quoted_by(tree, text, above) or _outlet_behind(
            tree, text, tuple(tree.all_children(verb, "prep")), ("in", "by", "on")
        )
        if found is not None:
            return found
    return None


def _quoted_by(tree: Tree, text: str, quoting: int) -> Link | None:
    """By whom, or where, somebody was quoted."""
    agent = tree.child(quoting, "agent")
    where = next((c for c in tree.all_children(quoting, "prep") if tree.lower[c] in ("in", "by")), None)
    holder = agent if agent is not None else where
    by = tree.child(holder, "pobj") if holder is not None else None
    if by is None:
        said = (
            two for one in tree.all_children(quoting, "prep", "advcl") for two in (one, *tree.children[one])
        )
        saying = next((one for one in said if tree.lower[one] == "saying"), None)
        joints = tree.all_children(saying, "prep", "agent") if saying is not None else []
        by = next((tree.child(one, "pobj") for one in joints if tree.lower[one] in ("by", "in")), None)
    return source_at(tree, text, by) if by is not None else None


def quoter_of(tree: Tree, text: str, head: int | None) -> Link | None:
    """The outlet in "The weekly quoted Holm, who said …", "The weekly obtained a memo, which says …"."""
    noun = antecedent_of(tree, head) if head is not None else None
    if noun is not None and tree[noun].dep == "pobj" and tree.lower[tree[noun].head] in ("by", "from"):
        # "The weekly cited a book by Holm, who wrote …"
        noun = tree[tree[noun].head].head
    if noun is None or tree[noun].dep != "dobj":
        return None
    verb = tree[noun].head
    subject = tree.subject(verb)
    if subject is None or subject > noun:
        return None
    if forms().get(tree.lower[verb]) in CITES:
        return citable(tree, text, subject)
    return outlet_at(tree, text, subject) if tree.lower[verb] in joining("holding") else None


def quoted_beside(tree: Tree, text: str, verb: int, head: int | None) -> Link | None:
    """The outlet in "said Holm, quoted by the Herald"."""
    for place in (verb, head):
        if place is None:
            continue
        for one in tree.all_children(place, "advcl", "acl", "prep", "appos"):
            apart = one > place or one == 0 or tree[one - 1].text == ","
            if apart and tree[one].tag == "VBN" and forms().get(tree.lower[one]) in CITES:
                return _quoted_by(tree, text, one)
    return None
