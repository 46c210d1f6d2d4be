"""On whose say-so each figure stands: cues, contents, sources, chains."""

from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import replace

from sayso.attribution.announcing import may_announce
from sayso.attribution.blockquotes import find_block_quotes, find_posts
from sayso.attribution.certainty import weigh
from sayso.attribution.chains import link_chains
from sayso.attribution.citing import join_sentences
from sayso.attribution.clauses import doubted, find_clauses
from sayso.attribution.comparisons import part_comparisons
from sayso.attribution.composing import with_clause
from sayso.attribution.denials import find_denied, mark_denials, set_asides
from sayso.attribution.drafts import Draft, Quotation, merge
from sayso.attribution.edges import settle
from sayso.attribution.headlines import find_in_headline
from sayso.attribution.inside import find_inside
from sayso.attribution.interrupting import hang_tags
from sayso.attribution.labels import find_labels
from sayso.attribution.lexicon import gate
from sayso.attribution.mending import mend
from sayso.attribution.naming import join_names
from sayso.attribution.owners import find_owners
from sayso.attribution.quotes import find_quotations
from sayso.attribution.reach import carry_over
from sayso.attribution.reparsing import reparse
from sayso.attribution.resolving import resolve_names
from sayso.attribution.signatures import find_credits, find_transcript
from sayso.attribution.spoken import Spoken
from sayso.attribution.surveyed import find_surveyed
from sayso.attribution.tags import find_tags, tells_time_only
from sayso.attribution.tree import Tree
from sayso.model import Attribution, Reading, Sourcing, Span
from sayso.vocabulary import BlockKind, Mode

# A first line of more characters is a paragraph.
LONGEST_HEADLINE = 140
SHORTEST_UTTERANCE = 5
OPENING_MARKS, CLOSING_MARKS, ANY_MARK = ("“", '"'), ("”", '"'), '“”"'


def may_hold_attribution(words: str) -> bool:
    """Whether a sentence may hold a say-so, so that it is worth a parse.

    Linear in the length of the sentence, and says yes too often rather than too seldom. A sentence that
    opens a quotation and does not close it, or closes one that it did not open, is all the speaker's own
    words; who that is stands elsewhere.
    """
    stripped = words.strip()
    opens, closes = stripped[:1] in OPENING_MARKS, stripped[-1:] in CLOSING_MARKS
    inside = stripped[1:-1]
    if opens != closes and ":" not in inside and not any(mark in inside for mark in ANY_MARK):
        return False
    return gate().search(words) is not None or _has_utterance(words) or may_announce(words)


def _has_utterance(words: str) -> bool:
    """Whether more is in quotation marks than a name or a word held at arm's length.

    What is long, is not closed, or closes on a comma, a question or an exclamation, was said by somebody.
    """
    if not any(mark in words for mark in ANY_MARK):
        return False
    pieces = words.replace("“", '"').replace("”", '"').split('"')
    if len(pieces) % 2 == 0:
        return True
    return any(one[-1:] in ",?!" or len(one.split()) >= SHORTEST_UTTERANCE for one in pieces[1::2])


def find_attributions(reading: Reading) -> Sourcing:
    """Find who said what, and on which of it each figure stands.

    Args:
        reading: with its sentences, parses and figures.

    Returns:
        The attributions in the order of the text, and for each figure the index of its own.
    """
    text = reading.page.text
    quotations = find_quotations(reading)
    trees = {
        number: Tree(number, hang_tags(mend(join_names(reparse(parse)))))
        for number, parse in reading.grammar.items()
        if parse
    }
    speakers = Spoken(reading, trees, quotations)
    spoken = speakers.find(find_transcript(reading))
    used = {(draft.sentence, draft.place): place for place, draft in enumerate(spoken)}
    speech = tuple(one.span for one in quotations if one.speech)
    starts = [one.span.start for one in quotations]
    drafts = list(spoken)
    for number in sorted(trees):
        span = reading.sentences[number].span
        beside = _beside(quotations, starts, span)
        near = tuple(one.span for one in beside if one.speech)
        found = _find_in_sentence(trees[number], text, near, headline=_is_headline(reading, number))
        for draft in found:
            known = used.get((draft.sentence, draft.place))
            if known is None:
                drafts.append(_whole_quotes(draft, beside))
            else:
                drafts[known] = with_clause(drafts[known], draft, trees[number], text)
        drafts += find_inside(trees[number], text, near) if near else find_tags(trees[number], text, found)
        drafts += find_surveyed(trees[number], text)
    drafts = speakers.find_embedded(drafts)
    drafts += _find_in_blocks(reading, trees)
    drafts = set_asides(drafts, trees)
    drafts = join_sentences(link_chains(drafts, trees, text), trees, text)
    drafts = [_weighed(one, trees) for one in drafts]
    drafts = resolve_names(drafts, trees, reading, speech)
    drafts = mark_denials(drafts, trees, text)
    drafts += carry_over(drafts, reading, trees, speech)
    drafts.sort(key=lambda draft: draft.content[0].start)
    owners = find_owners(reading, drafts)
    denied = find_denied(reading, drafts, owners, trees)
    attributions = tuple(
        _finish(draft, quotations, starts, denied.get(number, ())) for number, draft in enumerate(drafts)
    )
    return Sourcing(attributions, owners)


def _find_in_blocks(reading: Reading, trees: Mapping[int, Tree]) -> list[Draft]:
    """What quotations set apart, posts, credits and labels hand over, with no verb of their sentence."""
    apart = (*find_block_quotes(reading, trees), *find_posts(reading))
    return [*apart, *find_credits(reading), *find_labels(reading)]


def _find_in_sentence(tree: Tree, text: str, quoted: tuple[Span, ...], *, headline: bool) -> list[Draft]:
    """What the cues of one sentence hand over, each content as long as its words are said."""
    found = settle(part_comparisons(find_clauses(tree, text, quoted), tree, text), tree, text)
    found = [draft for draft in found if not tells_time_only(draft, tree)]
    return find_in_headline(tree, text, found) if headline else found


def _weighed(draft: Draft, trees: Mapping[int, Tree]) -> Draft:
    """A draft with the certainty that its own words tell, where its sentence has a parse."""
    tree = trees.get(draft.sentence)
    return draft if tree is None else weigh(doubted(draft, tree), tree)


def _is_headline(reading: Reading, number: int) -> bool:
    """Whether a sentence is a headline, or opens the text on a short line of its own."""
    sentence = reading.sentences[number]
    if reading.blocks[sentence.block].kind == BlockKind.HEADLINE:
        return True
    after = reading.page.text[sentence.span.end : sentence.span.end + 1]
    return (
        number == 0 and after in ("", "\n") and len(sentence.span.of(reading.page.text)) <= LONGEST_HEADLINE
    )


def _beside(quotations: Sequence[Quotation], starts: Sequence[int], span: Span) -> Sequence[Quotation]:
    """The quotations that share characters with a span."""
    first = max(bisect_right(starts, span.start) - 1, 0)
    near = quotations[first : bisect_left(starts, span.end)]
    return [one for one in near if one.span.overlaps(span)]


def _whole_quotes(draft: Draft, quotations: Sequence[Quotation]) -> Draft:
    """A content that reaches into a quotation takes the whole of it."""
    content = draft.content
    for quotation in quotations:
        if any(span.overlaps(quotation.span) for span in content):
            content = merge((*content, quotation.span))
    return draft if content is draft.content else replace(draft, content=content)


def _finish(
    draft: Draft, quotations: Sequence[Quotation], starts: Sequence[int], denied: tuple[int, ...]
) -> Attribution:
    content = merge(draft.content)
    mode = _mode(content, quotations, starts)
    return Attribution(content, draft.cue, draft.chain, mode, draft.certainty, draft.carried, denied)


def _mode(content: tuple[Span, ...], quotations: Sequence[Quotation], starts: Sequence[int]) -> Mode:
    inside = [one.span for span in content for one in _beside(quotations, starts, span)]
    if not inside:
        return Mode.INDIRECT
    if all(any(quotation.holds(span) for quotation in inside) for span in content):
        return Mode.DIRECT
    return Mode.MIXED
