"""Attributions, hops and claims as rows, and back."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Any

from sqlalchemy import Row

from provenance.model.attribution import Attribution
from provenance.model.claim import Claim
from provenance.model.frame import Argument, Event, Frame, Hedge, Participant, PlaceMention, Quantity
from provenance.model.interval import DateInterval, TimeMention
from provenance.model.source import Count, Hop
from provenance.model.span import Spans

Values = dict[str, Any]
Rows = Sequence[Row[Any]]


def interval_of(first: date | None, last: date | None) -> DateInterval | None:
    return DateInterval(first, last) if first or last else None


def attribution_values(attribution: Attribution, article: str, position: int, run: str) -> Values:
    said = attribution.said
    interval = said.interval if said else None
    return {
        "id": attribution.id,
        "article_id": article,
        "position": position,
        "kind": attribution.kind,
        "stance": attribution.stance,
        "confidence": attribution.confidence,
        "said_text": said.text if said else None,
        "said_from": interval.start if interval else None,
        "said_to": interval.end if interval else None,
        "said_span": said.span if said else None,
        "said_year_inferred": said.year_inferred if said else None,
        "run_id": run,
    }


def attribution_of(row: Row[Any], parts: dict[str, Spans], chain: tuple[Hop, ...]) -> Attribution:
    said = None
    if row.said_text is not None:
        interval = interval_of(row.said_from, row.said_to)
        said = TimeMention(row.said_text, interval, row.said_span, row.said_year_inferred)
    return Attribution(
        id=row.id,
        kind=row.kind,
        stance=row.stance,
        source=parts.get("source", ()),
        cue=parts.get("cue", ()),
        content=parts.get("content", ()),
        chain=chain,
        said=said,
        confidence=row.confidence,
    )


def hop_values(attribution: Attribution) -> Iterator[Values]:
    for position, hop in enumerate(attribution.chain):
        yield {
            "attribution_id": attribution.id,
            "position": position,
            "name": hop.name,
            "kind": hop.kind,
            "anonymous": hop.anonymous,
            "count_low": hop.count.low if hop.count else None,
            "count_high": hop.count.high if hop.count else None,
            "via": hop.via,
            "span": hop.span,
            "registry_id": hop.registry_id,
            "role": hop.role,
            "close_to": hop.close_to,
            "unnamed_because": hop.unnamed_because,
            "anonymity": hop.anonymity,
            "office": hop.office,
            "affiliation": hop.affiliation,
            "what": hop.what,
            "first_hand": hop.first_hand,
            "platform": hop.platform,
        }


def hop_of(row: Row[Any]) -> Hop:
    return Hop(
        name=row.name,
        kind=row.kind,
        anonymous=row.anonymous,
        count=Count(row.count_low, row.count_high) if row.count_low is not None else None,
        via=row.via,
        span=row.span,
        registry_id=row.registry_id,
        role=row.role,
        close_to=row.close_to,
        unnamed_because=row.unnamed_because,
        anonymity=row.anonymity,
        office=row.office,
        affiliation=row.affiliation,
        what=row.what,
        first_hand=row.first_hand,
        platform=row.platform,
    )


def claim_values(claim: Claim, article: str, position: int, run: str) -> Values:
    hedge, event = claim.frame.hedge, claim.frame.event
    return {
        "id": claim.id,
        "article_id": article,
        "attribution_id": claim.attribution,
        "position": position,
        "sentence": claim.sentence,
        "text": claim.text,
        "polarity": claim.frame.polarity,
        "modality": claim.frame.modality,
        "hedge_text": hedge.text if hedge else None,
        "hedge_owner": hedge.owner if hedge else None,
        "hedge_span": hedge.span if hedge else None,
        "predicate": event.predicate if event else None,
        "tense": event.tense if event else None,
        "predicate_span": event.span if event else None,
        "run_id": run,
    }


def claim_of(row: Row[Any], span: Spans, slots: Mapping[str, Rows]) -> Claim:
    """Return a claim from its row and those of its slots, which are named as in the Frame (and "arguments")."""
    arguments = tuple(Argument(a.role, a.words, a.head, a.span) for a in slots["arguments"])
    frame = Frame(
        polarity=row.polarity,
        modality=row.modality,
        hedge=Hedge(row.hedge_text, row.hedge_owner, row.hedge_span) if row.hedge_text is not None else None,
        when=tuple(
            TimeMention(t.words, interval_of(t.first_day, t.last_day), t.span, t.year_inferred) for t in slots["when"]
        ),
        where=tuple(PlaceMention(p.words, p.name, p.country, p.span) for p in slots["where"]),
        quantities=tuple(Quantity(q.words, q.low, q.high, q.unit, q.approximate, q.span) for q in slots["quantities"]),
        who=tuple(Participant(w.words, w.name, w.kind, w.span, w.registry_id) for w in slots["who"]),
        event=Event(row.predicate, arguments, row.tense, row.predicate_span) if row.predicate is not None else None,
    )
    return Claim(row.id, row.attribution_id, row.sentence, span, row.text, frame)


def time_values(claim: Claim) -> Iterator[Values]:
    for position, mention in enumerate(claim.frame.when):
        interval = mention.interval
        yield {
            "claim_id": claim.id,
            "position": position,
            "words": mention.text,
            "first_day": interval.start if interval else None,
            "last_day": interval.end if interval else None,
            "span": mention.span,
            "year_inferred": mention.year_inferred,
        }


def place_values(claim: Claim) -> Iterator[Values]:
    for position, place in enumerate(claim.frame.where):
        yield {
            "claim_id": claim.id,
            "position": position,
            "words": place.text,
            "name": place.name,
            "country": place.country,
            "span": place.span,
        }


def quantity_values(claim: Claim) -> Iterator[Values]:
    for position, quantity in enumerate(claim.frame.quantities):
        yield {
            "claim_id": claim.id,
            "position": position,
            "words": quantity.text,
            "low": None if quantity.low is None else float(quantity.low),
            "high": None if quantity.high is None else float(quantity.high),
            "unit": quantity.unit,
            "approximate": quantity.approximate,
            "span": quantity.span,
        }


def participant_values(claim: Claim) -> Iterator[Values]:
    for position, participant in enumerate(claim.frame.who):
        yield {
            "claim_id": claim.id,
            "position": position,
            "words": participant.text,
            "name": participant.name,
            "kind": participant.kind,
            "span": participant.span,
            "registry_id": participant.registry_id,
        }


def argument_values(claim: Claim) -> Iterator[Values]:
    for position, argument in enumerate(claim.frame.event.arguments if claim.frame.event else ()):
        yield {
            "claim_id": claim.id,
            "position": position,
            "role": argument.role,
            "words": argument.text,
            "head": argument.head,
            "span": argument.span,
        }
