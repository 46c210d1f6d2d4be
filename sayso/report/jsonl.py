"""The JSON contract ``sayso/1``: one object a page; docs/json.md names every field."""

import json
import re
from fractions import Fraction
from typing import Any

from sayso.model import (
    Attribution,
    Block,
    Check,
    Comment,
    Conflict,
    Figure,
    Finding,
    Given,
    Link,
    Missing,
    Operand,
    Page,
    Period,
    Prediction,
    Reading,
    Span,
)
from sayso.report.place import line_starts, locate

SCHEMA = "sayso/1"

Object = dict[str, Any]

# Valid inside a JSON string, but they end a line for many readers of JSON Lines, steer a terminal or
# reorder what it shows; written as escapes they have the same value and do none of it.
UNSAFE = re.compile("[\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff\ufeff]")

# Beyond this a JSON reader that has doubles only would see infinity.
LARGEST = Fraction(10) ** 308


def to_json(reading: Reading) -> str:
    """One reading as one line of JSON, schema ``sayso/1``, without the line feed."""
    line = json.dumps(to_object(reading), ensure_ascii=False, separators=(",", ":"))
    return UNSAFE.sub(lambda found: f"\\u{ord(found[0]):04x}", line)


def to_object(reading: Reading) -> Object:
    """One reading as the object of the contract."""
    text = reading.page.text
    return {
        "schema": SCHEMA,
        "page": _page(reading.page),
        "text": text,
        "blocks": [_block(block, text) for block in reading.blocks],
        "comments": [_comment(comment) for comment in reading.comments],
        "comments_declared": reading.declared,
        "figures": [
            {"id": n, **_figure(figure, text), "attribution": owner}
            for n, (figure, owner) in enumerate(zip(reading.figures, reading.owners, strict=True))
        ],
        "dates": [_period(period, text) for period in reading.dates],
        "labels": [{**_phrase(label.span, text), "class": label.kind} for label in reading.labels],
        "attributions": [{"id": n, **_attribution(one, text)} for n, one in enumerate(reading.attributions)],
        "checks": [{"id": n, **_check(check)} for n, check in enumerate(reading.checks)],
        "conflicts": [
            {"id": n, **_conflict(one, reading.page.source)} for n, one in enumerate(reading.conflicts)
        ],
        "predictions": [{"id": n, **_prediction(one, text)} for n, one in enumerate(reading.predictions)],
        "findings": _findings(reading.findings, text),
        "notices": [{"code": notice.code, "message": notice.message} for notice in reading.notices],
    }


def number(value: Fraction | None) -> int | float | None:
    """A fraction as a JSON number; None where there is none or where no double can hold it."""
    if value is None or abs(value) > LARGEST:
        return None
    return value.numerator if value.denominator == 1 else float(value)


def _ends(span: Span) -> Object:
    return {"start": span.start, "end": span.end}


def _phrase(span: Span, text: str) -> Object:
    return {**_ends(span), "text": span.of(text)}


def _maybe(span: Span | None, text: str) -> Object | None:
    return None if span is None else _phrase(span, text)


def _period(period: Period, text: str) -> Object:
    return {
        **_phrase(period.span, text),
        "first": period.first.isoformat() if period.first else None,
        "last": period.last.isoformat() if period.last else None,
    }


def _page(page: Page) -> Object:
    return {
        "id": page.id,
        "source": page.source,
        "kind": page.kind,
        "url": page.url,
        "outlet": page.outlet,
        "title": page.title,
        "byline": page.byline,
        "published": page.published.isoformat() if page.published else None,
        "modified": page.modified.isoformat() if page.modified else None,
        "fetched": page.fetched,
        "language": page.language,
    }


def _block(block: Block, text: str) -> Object:
    return {
        "kind": block.kind,
        **_ends(block.span),
        "because": block.because,
        "link": block.link,
        "author": _maybe(block.author, text),
        "posted": _maybe(block.posted, text),
        "heads": [_maybe(head, text) for head in block.heads],
        "cells": [
            {**_ends(cell), "column": column} for cell, column in zip(block.cells, block.columns, strict=True)
        ],
        "table": block.table,
    }


def _comment(comment: Comment) -> Object:
    return {
        "author": comment.author,
        "text": comment.text,
        **_ends(comment.span),
        "posted": comment.posted,
        "edited": comment.edited,
        "votes": comment.votes,
        "parent": comment.parent,
    }


def _figure(figure: Figure, text: str) -> Object:
    return {
        **_phrase(figure.span, text),
        "low": number(figure.low),
        "high": number(figure.high),
        "value": number(figure.value),
        "step": number(figure.step),
        "hedge": figure.hedge,
        "role": figure.role,
        "unit": figure.unit,
        "per": figure.per,
        "thing": _maybe(figure.thing, text),
        "carried": _maybe(figure.carried, text),
        "when": None if figure.when is None else _period(figure.when, text),
        "place": _maybe(figure.place, text),
        "row": _maybe(figure.row, text),
    }


def _attribution(attribution: Attribution, text: str) -> Object:
    return {
        "cue": _maybe(attribution.cue, text),
        "content": [_ends(span) for span in attribution.content],
        "chain": [_link(link, text) for link in attribution.chain],
        "mode": attribution.mode,
        "certainty": attribution.certainty,
        "carried": attribution.carried,
        "denies": list(attribution.denies),
    }


def _link(link: Link, text: str) -> Object:
    return {**_phrase(link.span, text), "name": link.name, "kind": link.kind}


def _check(check: Check) -> Object:
    low, high = (check.interval.low, check.interval.high) if check.interval else (None, None)
    return {
        "kind": check.kind,
        **_ends(check.span),
        "stated": check.stated,
        "operands": [_operand(operand) for operand in check.operands],
        "formula": check.formula,
        "low": number(low),
        "high": number(high),
        "verdict": check.verdict,
        "working": check.working,
        "reason": check.reason,
        "whose": check.whose,
    }


def _operand(operand: Operand) -> int | Object:
    if isinstance(operand, Missing):
        return {"missing": operand.what}
    if isinstance(operand, Given):
        printed = _ends(operand.span) if operand.span else {}
        return {"given": operand.what, "value": number(operand.value), **printed}
    return operand


def _conflict(conflict: Conflict, source: str) -> Object:
    return {
        "left": conflict.left,
        "right": {"page": source, "figure": conflict.right},
        "same": conflict.same,
        "verdict": conflict.verdict,
        "reason": conflict.reason,
    }


def _prediction(prediction: Prediction, text: str) -> Object:
    return {
        **_phrase(prediction.span, text),
        "due": None if prediction.due is None else _period(prediction.due, text),
        "attribution": prediction.attribution,
    }


def _findings(findings: tuple[Finding, ...], text: str) -> list[Object]:
    starts = line_starts(text)
    listed = []
    for finding in findings:
        line, column = locate(starts, finding.span.start)
        listed.append(
            {
                "code": finding.code,
                **_ends(finding.span),
                "line": line,
                "column": column,
                "severity": finding.severity,
                "message": finding.message,
                "related": [_ends(span) for span in finding.related],
                "working": finding.working,
            }
        )
    return listed
