"""Block quotes: a cue and a colon, and what is said in the next paragraph, without quotation marks."""

from collections.abc import Mapping

from sayso.attribution.callings import words
from sayso.attribution.composing import certainty_of, cue_span
from sayso.attribution.drafts import Draft, trim
from sayso.attribution.lexicon import forms, frames
from sayso.attribution.sources import source_at
from sayso.attribution.tree import Tree
from sayso.model import Link, Reading, Span
from sayso.vocabulary import BlockKind, Certainty, LinkKind

MARKS = ("“", '"', "‘", "'")
# No block quote has more paragraphs than this.
LONGEST = 8


def find_block_quotes(reading: Reading, trees: Mapping[int, Tree]) -> list[Draft]:
    """Drafts for "Holm wrote to the council:" and the paragraph, list or set-off block behind it.

    Args:
        reading: with its sentences and blocks.
        trees: the parses by sentence.

    Returns:
        One draft a colon whose next paragraph opens without a quotation mark; with a mark it is a
        quotation and found as one.
    """
    text = reading.page.text
    found = []
    for number, tree in trees.items():
        sentence = reading.sentences[number]
        if not sentence.span.of(text).rstrip().endswith(":") or number + 1 >= len(reading.sentences):
            continue
        following = reading.sentences[number + 1]
        if "\n" not in text[sentence.span.end : following.span.start] or following.span.of(text).startswith(
            MARKS
        ):
            continue
        cue = _cue(tree)
        if cue is not None:
            verb, subject = cue
            chain = (source_at(tree, text, subject),)
            certainty = certainty_of(forms()[tree.lower[verb]])
            content = (_block(reading, number + 1),)
            found.append(Draft(content, cue_span(tree, verb), chain, certainty, number, verb, subject))
    return found


def find_posts(reading: Reading) -> list[Draft]:
    """Drafts for block quotations and embedded posts whose author the page names beside them."""
    text = reading.page.text
    first: dict[int, int] = {}
    for number, sentence in enumerate(reading.sentences):
        first.setdefault(sentence.block, number)
    found = []
    for at, number in first.items():
        block = reading.blocks[at]
        if block.kind is BlockKind.QUOTE and block.author is not None:
            signed = block.span.overlaps(block.author)
            content = trim(text, Span(block.span.start, block.author.start)) if signed else block.span
            if content is None:
                continue
            name = block.author.of(text)
            body = not words("body", "names").isdisjoint(name.split())
            link = Link(block.author, name, LinkKind.BODY if body else LinkKind.PERSON)
            found.append(Draft((content,), None, (link,), Certainty.STATED, number))
    return found


def _cue(tree: Tree) -> tuple[int, int] | None:
    """The uppermost verb of saying and its subject."""
    verbs = sorted(range(len(tree)), key=lambda place: sum(1 for _ in tree.above(place)))
    for verb in verbs:
        base = forms().get(tree.lower[verb])
        if base is None or not tree.is_verb(verb) or not {"quote", "clause"} & frames()[base]:
            continue
        subject = tree.subject(verb)
        if subject is not None and tree.lower[subject] not in ("it", "this", "that", "there"):
            return verb, subject
    return None


def _block(reading: Reading, number: int) -> Span:
    """The paragraph that starts with a sentence, and those of the same list or set-off block."""
    text = reading.page.text
    start = reading.sentences[number].span.start
    kind = reading.blocks[reading.sentences[number].block].kind
    end, paragraphs = start, 0
    for sentence in reading.sentences[number:]:
        turned = "\n" in text[end : sentence.span.start]
        paragraphs += turned
        apart = kind in (BlockKind.QUOTE, BlockKind.LIST)
        same = apart and reading.blocks[sentence.block].kind == kind
        if (turned and not same) or paragraphs > LONGEST:
            break
        end = sentence.span.end
    return Span(start, end)
