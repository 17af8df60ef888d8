"""The JSON shapes that other programs rely on: values to plain dicts and back.

Fields are those of the `extract` command's output; additions to the promised shape are marked. Reading what was
written gives an equal value. A record that does not have the shape raises InvalidRecord with the path of what is wrong.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date
from typing import Any, TypeVar

from provenance.errors import InvalidRecord
from provenance.model.article import Article, Credit, CreditKind, Document, OutletOrigin, PublishedOrigin
from provenance.model.attribution import Attribution, AttributionKind, Stance
from provenance.model.claim import Claim, Extraction
from provenance.model.frame import (
    Argument,
    Event,
    Frame,
    Hedge,
    HedgeOwner,
    Modality,
    Participant,
    PlaceMention,
    Polarity,
    Quantity,
)
from provenance.model.interval import DateInterval, TimeMention
from provenance.model.source import Count, Hop, PersonKind, SourceKind
from provenance.model.span import Span, Spans

Json = dict[str, Any]
T = TypeVar("T")


def spans_out(spans: Iterable[Span]) -> list[list[int]]:
    return [[span.start, span.end] for span in spans]


def spans_in(pairs: Iterable[Iterable[int]] | None) -> Spans:
    return tuple(Span(*pair) for pair in pairs or ())


def time_out(mention: TimeMention | None) -> Json | None:
    if mention is None:
        return None
    interval = mention.interval
    return {
        "text": mention.text,
        "start": interval.start.isoformat() if interval and interval.start else None,
        "end": interval.end.isoformat() if interval and interval.end else None,
        "span": spans_out(mention.span),  # addition
        "year_inferred": mention.year_inferred,  # addition
    }


def time_in(record: Json | None) -> TimeMention | None:
    if record is None:
        return None
    start, end = (date.fromisoformat(record[key]) if record.get(key) else None for key in ("start", "end"))
    interval = DateInterval(start, end) if start or end else None
    return TimeMention(record["text"], interval, spans_in(record.get("span")), bool(record.get("year_inferred")))


def hop_out(hop: Hop) -> Json:
    return {
        "name": hop.name,
        "kind": hop.kind.value,
        "anonymous": hop.anonymous,
        "count": [hop.count.low, hop.count.high] if hop.count else None,
        "via": hop.via,
        "span": spans_out(hop.span),
        "registry_id": hop.registry_id,  # additions from here on
        "role": hop.role,
        "close_to": hop.close_to,
        "unnamed_because": hop.unnamed_because,
        "anonymity": hop.anonymity,
        "office": hop.office,
        "affiliation": hop.affiliation,
        "what": hop.what.value if hop.what else None,
        "first_hand": hop.first_hand,
        "platform": hop.platform,
    }


def hop_in(record: Json) -> Hop:
    count, what = record.get("count"), record.get("what")
    return Hop(
        name=record["name"],
        kind=SourceKind(record["kind"]),
        anonymous=bool(record["anonymous"]),
        count=Count(*count) if count else None,
        via=record["via"],
        span=spans_in(record["span"]),
        registry_id=record.get("registry_id"),
        role=record.get("role"),
        close_to=record.get("close_to"),
        unnamed_because=record.get("unnamed_because"),
        anonymity=record.get("anonymity"),
        office=record.get("office"),
        affiliation=record.get("affiliation"),
        what=PersonKind(what) if what else None,
        first_hand=_told(record.get("first_hand")),
        platform=record.get("platform"),
    )


def _told(value: object) -> bool | None:
    """Return a yes or no that may be unknown; raises ValueError for anything else."""
    if value is None or isinstance(value, bool):
        return value
    raise ValueError(f"{value!r} is neither true, false nor null")


def attribution_out(attribution: Attribution) -> Json:
    return {
        "id": attribution.id,
        "kind": attribution.kind.value,
        "confidence": attribution.confidence,
        "stance": attribution.stance.value,
        "source": spans_out(attribution.source),
        "cue": spans_out(attribution.cue),
        "content": spans_out(attribution.content),
        "chain": [hop_out(hop) for hop in attribution.chain],
        "said": time_out(attribution.said),
    }


def attribution_in(record: Json) -> Attribution:
    return Attribution(
        id=record["id"],
        kind=AttributionKind(record["kind"]),
        stance=Stance(record["stance"]),
        source=spans_in(record["source"]),
        cue=spans_in(record["cue"]),
        content=spans_in(record["content"]),
        chain=tuple(hop_in(hop) for hop in record["chain"]),
        said=time_in(record.get("said")),
        confidence=float(record.get("confidence", 1.0)),
    )


def event_out(event: Event | None) -> Json | None:
    if event is None:
        return None
    return {
        "predicate": event.predicate,
        "tense": event.tense,
        "span": spans_out(event.span),
        "arguments": [
            {"role": a.role, "text": a.text, "head": a.head, "span": spans_out(a.span)} for a in event.arguments
        ],
    }


def event_in(record: Json | None) -> Event | None:
    if record is None:
        return None
    arguments = tuple(Argument(a["role"], a["text"], a["head"], spans_in(a.get("span"))) for a in record["arguments"])
    return Event(record["predicate"], arguments, record.get("tense"), spans_in(record.get("span")))


def frame_out(frame: Frame) -> Json:
    hedge = frame.hedge
    return {
        "polarity": frame.polarity.value,
        "modality": frame.modality.value,
        "hedge": {"text": hedge.text, "owner": hedge.owner.value, "span": spans_out(hedge.span)} if hedge else None,
        "when": [time_out(mention) for mention in frame.when],
        "where": [
            {"text": p.text, "name": p.name, "country": p.country, "span": spans_out(p.span)} for p in frame.where
        ],
        "quantities": [
            {
                "text": q.text,
                "low": q.low,
                "high": q.high,
                "unit": q.unit,
                "approximate": q.approximate,
                "span": spans_out(q.span),
            }
            for q in frame.quantities
        ],
        "who": [
            {"text": w.text, "name": w.name, "kind": w.kind, "registry_id": w.registry_id, "span": spans_out(w.span)}
            for w in frame.who
        ],
        "event": event_out(frame.event),  # addition
    }


def frame_in(record: Json) -> Frame:
    hedge = record.get("hedge")
    times = (time_in(mention) for mention in record.get("when") or ())
    return Frame(
        polarity=Polarity(record.get("polarity", "positive")),
        modality=Modality(record.get("modality", "fact")),
        hedge=Hedge(hedge["text"], HedgeOwner(hedge["owner"]), spans_in(hedge.get("span"))) if hedge else None,
        when=tuple(mention for mention in times if mention),
        where=tuple(
            PlaceMention(p["text"], p.get("name"), p.get("country"), spans_in(p.get("span")))
            for p in record.get("where") or ()
        ),
        quantities=tuple(
            Quantity(q["text"], q["low"], q["high"], q.get("unit"), bool(q.get("approximate")), spans_in(q.get("span")))
            for q in record.get("quantities") or ()
        ),
        who=tuple(
            Participant(
                w["text"], w.get("name"), w.get("kind", "unknown"), spans_in(w.get("span")), w.get("registry_id")
            )
            for w in record.get("who") or ()
        ),
        event=event_in(record.get("event")),
    )


def claim_out(claim: Claim) -> Json:
    return {
        "id": claim.id,
        "attribution": claim.attribution,
        "sentence": claim.sentence,
        "span": spans_out(claim.span),
        "text": claim.text,
        "frame": frame_out(claim.frame),
    }


def claim_in(record: Json) -> Claim:
    return Claim(
        id=record["id"],
        attribution=record["attribution"],
        sentence=int(record["sentence"]),
        span=spans_in(record["span"]),
        text=record["text"],
        frame=frame_in(record["frame"]),
    )


def article_out(article: Article) -> Json:
    return {
        "id": article.id,
        "outlet": article.outlet,
        "title": article.title,
        "url": article.url,
        "published": article.published,
        "published_origin": article.published_origin.value,
        "language": article.language,
        "text": article.text,
        "boilerplate": spans_out(article.boilerplate),
        "credits": [credit.name for credit in article.credits],
        "credit_spans": [{"kind": c.kind.value, "span": spans_out(c.span)} for c in article.credits],  # addition
        "outlet_origin": article.outlet_origin.value,  # addition
        "text_sha256": article.text_sha256,  # addition
    }


def article_in(record: Json) -> Article:
    names = record.get("credits") or []
    details = record.get("credit_spans") or [{} for _ in names]
    return Article(
        text=record["text"],
        outlet=record.get("outlet"),
        title=record.get("title"),
        url=record.get("url"),
        published=record.get("published"),
        published_origin=PublishedOrigin(record.get("published_origin", "unknown")),
        outlet_origin=OutletOrigin(record.get("outlet_origin", "given" if record.get("outlet") else "unknown")),
        language=record.get("language"),
        boilerplate=spans_in(record.get("boilerplate")),
        credits=tuple(
            Credit(name, CreditKind(detail.get("kind", "reporting")), spans_in(detail.get("span")))
            for name, detail in zip(names, details, strict=True)
        ),
    )


def extraction_out(ref: str, extraction: Extraction) -> Json:
    """Return one line of `extract` output."""
    return {
        "ref": ref,
        "article": article_out(extraction.article),
        "sentences": spans_out(extraction.sentences),
        "attributions": [attribution_out(attribution) for attribution in extraction.attributions],
        "claims": [claim_out(claim) for claim in extraction.claims],
    }


def extraction_in(record: object, where: str) -> tuple[Document, Extraction]:
    """Return the document and extraction of one line of `extract` output; `where` names the line in errors."""
    if not isinstance(record, dict):
        raise InvalidRecord(
            "is not a JSON object", where=where, hint="each line must have the shape of `extract` output"
        )
    article = _part(where, "article", lambda: article_in(record["article"]))
    extraction = Extraction(
        article=article,
        sentences=_part(where, "sentences", lambda: spans_in(record["sentences"])),
        attributions=_part(where, "attributions", lambda: tuple(map(attribution_in, record["attributions"]))),
        claims=_part(where, "claims", lambda: tuple(map(claim_in, record["claims"]))),
    )
    _check_references(extraction, where)
    return Document(str(record.get("ref") or article.id), article), extraction


def _part(where: str, name: str, build: Callable[[], T]) -> T:
    try:
        return build()
    except KeyError as error:
        raise InvalidRecord(f"{name}: field {error} is missing", where=where) from error
    except (TypeError, ValueError, AttributeError) as error:
        raise InvalidRecord(f"{name}: {error}", where=where) from error


def _check_references(extraction: Extraction, where: str) -> None:
    """Raise InvalidRecord where a claim names no attribution or sentence, or a span lies outside the text."""
    known = {attribution.id for attribution in extraction.attributions}
    length = len(extraction.article.text)
    for claim in extraction.claims:
        if claim.attribution not in known:
            raise InvalidRecord(f"claim {claim.id}: no attribution {claim.attribution}", where=where)
        if not 0 <= claim.sentence < len(extraction.sentences):
            raise InvalidRecord(f"claim {claim.id}: no sentence {claim.sentence}", where=where)
    spans = [*extraction.sentences, *extraction.article.boilerplate]
    spans += [s for a in extraction.attributions for s in (*a.source, *a.cue, *a.content)]
    spans += [s for c in extraction.claims for s in c.span]
    for span in spans:
        if span.end > length:
            raise InvalidRecord(f"span [{span.start}, {span.end}] lies outside a text of {length}", where=where)
