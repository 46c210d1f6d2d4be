"""The JSON contract of the design, section 4."""

import json
from fractions import Fraction
from typing import Any

from sayso.model import Given, Missing, Operand, Period, Reading, Span

Object = dict[str, Any]


def to_json(reading: Reading) -> str:
    """One reading as one line of JSON, schema ``sayso/1``."""
    return json.dumps(to_object(reading), ensure_ascii=False, separators=(",", ":"))


def to_object(reading: Reading) -> Object:
    """One reading as the object of the contract."""
    page, text = reading.page, reading.page.text

    def phrase(span: Span | None) -> Object | None:
        return None if span is None else {"start": span.start, "end": span.end, "text": span.of(text)}

    def period(when: Period | None) -> Object | None:
        if when is None:
            return None
        first, last = (day.isoformat() if day else None for day in (when.first, when.last))
        return {
            "start": when.span.start,
            "end": when.span.end,
            "text": when.span.of(text),
            "first": first,
            "last": last,
        }

    return {
        "schema": "sayso/1",
        "page": {
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
        },
        "text": text,
        "blocks": [
            {"kind": b.kind, "start": b.span.start, "end": b.span.end, "because": b.because}
            for b in reading.blocks
        ],
        "comments": [
            {
                "author": c.author,
                "text": c.text,
                "start": c.span.start,
                "end": c.span.end,
                "posted": c.posted,
                "edited": c.edited,
                "votes": c.votes,
                "parent": c.parent,
            }
            for c in reading.comments
        ],
        "comments_declared": reading.declared,
        "figures": [
            {
                "id": n,
                "start": f.span.start,
                "end": f.span.end,
                "text": f.span.of(text),
                "low": number(f.low),
                "high": number(f.high),
                "value": number(f.value),
                "step": number(f.step),
                "hedge": f.hedge,
                "role": f.role,
                "unit": f.unit,
                "per": f.per,
                "thing": phrase(f.thing),
                "carried": phrase(f.carried),
                "when": period(f.when),
                "place": phrase(f.place),
                "attribution": reading.owners[n],
            }
            for n, f in enumerate(reading.figures)
        ],
        "dates": [period(d) for d in reading.dates],
        "labels": [
            {"start": x.span.start, "end": x.span.end, "text": x.span.of(text), "class": x.kind}
            for x in reading.labels
        ],
        "attributions": [
            {
                "id": n,
                "cue": None
                if a.cue is None
                else {"start": a.cue.start, "end": a.cue.end, "text": a.cue.of(text)},
                "content": [{"start": s.start, "end": s.end} for s in a.content],
                "chain": [
                    {
                        "start": k.span.start,
                        "end": k.span.end,
                        "text": k.span.of(text),
                        "name": k.name,
                        "kind": k.kind,
                    }
                    for k in a.chain
                ],
                "mode": a.mode,
                "certainty": a.certainty,
                "carried": a.carried,
            }
            for n, a in enumerate(reading.attributions)
        ],
        "checks": [
            {
                "id": n,
                "kind": c.kind,
                "start": c.span.start,
                "end": c.span.end,
                "stated": c.stated,
                "operands": [operand(o) for o in c.operands],
                "formula": c.formula,
                "low": number(c.interval.low) if c.interval else None,
                "high": number(c.interval.high) if c.interval else None,
                "verdict": c.verdict,
                "working": c.working,
                "reason": c.reason,
                "whose": c.whose,
            }
            for n, c in enumerate(reading.checks)
        ],
        "conflicts": [
            {
                "id": n,
                "left": c.left,
                "right": {"page": page.source, "figure": c.right},
                "same": c.same,
                "verdict": c.verdict,
                "reason": c.reason,
            }
            for n, c in enumerate(reading.conflicts)
        ],
        "findings": [],
        "notices": [{"code": n.code, "message": n.message} for n in reading.notices],
    }


def number(value: Fraction | None) -> int | float | None:
    """A fraction as a JSON number."""
    if value is None:
        return None
    return value.numerator if value.denominator == 1 else float(value)


def operand(one: Operand) -> int | Object:
    """An operand as the contract has it."""
    if isinstance(one, Missing):
        return {"missing": one.what}
    if isinstance(one, Given):
        given: Object = {"given": one.what, "value": number(one.value)}
        if one.span:
            given |= {"start": one.span.start, "end": one.span.end}
        return given
    return one
