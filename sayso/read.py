"""The map: the whole flow, from a page to what sayso says of it.

Pure: the parser is an argument, and so is whatever else is not in the page.
"""

from dataclasses import replace

from sayso.attribution import find_attributions, may_hold_attribution
from sayso.blocks import find_blocks
from sayso.conflicts import find_conflicts
from sayso.figures import find_figures, may_hold_figure
from sayso.model import Page, Parse, Parser, Reading
from sayso.predictions import find_predictions
from sayso.rules import find_findings
from sayso.sentences import find_sentences
from sayso.sums import check_sums


def read(page: Page, parse: Parser) -> Reading:
    """Read one page from start to finish.

    Args:
        page: the page after intake.
        parse: turns sentences into tokens; :func:`sayso.parser.parse_spans` is the one we ship.

    Returns:
        The reading. Of a page that is not in English only blocks, comments and the findings about the
        page itself are given, with a notice.
    """
    layout = find_blocks(page)
    reading = Reading(
        page, layout.blocks, layout.comments, layout.declared, notices=page.notices + layout.notices
    )
    if page.language in (None, "en"):
        reading = replace(reading, sentences=find_sentences(reading))
        reading = replace(reading, grammar=_parse_where_wanted(reading, parse))
        tally = find_figures(reading)
        reading = replace(reading, figures=tally.figures, labels=tally.labels, dates=tally.dates)
        reading = replace(reading, notices=reading.notices + tally.notices)
        sourcing = find_attributions(reading)
        reading = replace(reading, attributions=sourcing.attributions, owners=sourcing.owners)
        reading = replace(reading, predictions=find_predictions(reading))
        reading = replace(reading, checks=check_sums(reading))
        reading = replace(reading, conflicts=find_conflicts(reading))
    return replace(reading, findings=find_findings(reading))


def _parse_where_wanted(reading: Reading, parse: Parser) -> dict[int, Parse]:
    """Parse only the sentences that may hold a figure or a say-so: the parser is most of the cost.

    The figures of a table stand in cells, which are no sentences.
    """
    text = reading.page.text
    wanted = [
        number
        for number, sentence in enumerate(reading.sentences)
        if may_hold_attribution(words := sentence.span.of(text))
        or (not reading.blocks[sentence.block].cells and may_hold_figure(words))
    ]
    parses = parse(text, [reading.sentences[number].span for number in wanted])
    return dict(zip(wanted, parses, strict=True))
