"""Readings built by hand and by hypothesis, so that no test of the store needs a parser."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from hypothesis import strategies as st

from provenance.model.article import Article, Credit, CreditKind, OutletOrigin, PublishedOrigin
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
from provenance.model.identity import content_id
from provenance.model.interval import DateInterval, TimeMention
from provenance.model.relation import Comparison, Finding, Probabilities, Relation, RelationKind, Slot, Verdict
from provenance.model.run import Run
from provenance.model.source import Count, Hop, PersonKind, SourceKind
from provenance.model.span import Span, Spans

RUN = Run(content_id("run", 1), "0.1.0", "ingest", "2026-01-02T03:04:05+00:00", "{}")


def reading_of(article: Article, sources: tuple[str | None, ...] = (), frames: tuple[Frame, ...] = ()) -> Extraction:
    """Return a reading with one claim a line; line n is credited to sources[n], or the outlet's own voice."""
    sentences: list[Span] = []
    start = 0
    for line in article.text.splitlines(keepends=True):
        if words := line.rstrip("\n"):
            sentences.append(Span(start, start + len(words)))
        start += len(line)
    attributions, claims = [], []
    for index, span in enumerate(sentences):
        source = sources[index] if index < len(sources) else None
        attribution = _attribution(article, span, source)
        attributions.append(attribution)
        claims.append(
            Claim(
                id=content_id("claim", article.id, attribution.id, span),
                attribution=attribution.id,
                sentence=index,
                span=(span,),
                text=span.of(article.text),
                frame=frames[index] if index < len(frames) else Frame(),
            )
        )
    return Extraction(article, tuple(sentences), tuple(attributions), tuple(claims))


def _attribution(article: Article, span: Span, source: str | None) -> Attribution:
    outlet = Hop(article.outlet, SourceKind.OUTLET, via="published")
    chain = (outlet, Hop(source, SourceKind.AGENCY)) if source else (outlet,)
    return Attribution(
        id=content_id("attribution", article.id, span),
        kind=AttributionKind.INDIRECT if source else AttributionKind.OWN_VOICE,
        stance=Stance.ASSERTS,
        source=(Span(span.start, span.start + 1),) if source else (),
        cue=(),
        content=(span,),
        chain=chain,
    )


def relation_of(first: Extraction, second: Extraction, kind: RelationKind = RelationKind.CORROBORATES) -> Relation:
    """Return a relation between the first claims of two readings."""
    a, b = sorted((first.sourced_claims()[0], second.sourced_claims()[0]), key=lambda claim: claim.id)
    finding = Finding("when.interval", Slot.WHEN, Verdict.AGREES, "25 April", "April 25", "the same day")
    comparison = Comparison(kind, 0.75, Probabilities(0.75, 0.05, 0.2), (finding,))
    return Relation(a, b, comparison, dependence="both cite KCNA")


# What hypothesis draws: any text at all, spans inside it, every field filled or empty.
words = st.text(st.characters(exclude_categories=("Cs",)), min_size=1, max_size=12)
maybe = st.none() | words
numbers = st.none() | st.integers(-(10**12), 10**12).map(float) | st.floats(allow_nan=False)
days = st.none() | st.dates(date(1, 1, 1), date(9999, 12, 31))


def spans_in(length: int, least: int = 0) -> st.SearchStrategy[Spans]:
    pairs = st.tuples(st.integers(0, length - 1), st.integers(1, length))
    spans = pairs.map(lambda pair: Span(*pair) if pair[0] < pair[1] else Span(pair[1] - 1, pair[0] + 1))
    return st.lists(spans, min_size=least, max_size=3).map(tuple)


def some(strategy: st.SearchStrategy[object]) -> st.SearchStrategy[tuple[object, ...]]:
    return st.lists(strategy, max_size=3).map(tuple)


@st.composite
def times(draw: st.DrawFn, length: int) -> TimeMention:
    start, end = draw(days), draw(days)
    if start and end and end < start:
        start, end = end, start
    interval = DateInterval(start, end) if start or end else None
    return TimeMention(draw(words), interval, draw(spans_in(length)), draw(st.booleans()))


def frames(length: int) -> st.SearchStrategy[Frame]:
    spans = spans_in(length)
    arguments = some(st.builds(Argument, words, words, words, spans))
    return st.builds(
        Frame,
        polarity=st.sampled_from(Polarity),
        modality=st.sampled_from(Modality),
        hedge=st.none() | st.builds(Hedge, words, st.sampled_from(HedgeOwner), spans),
        when=some(times(length)),
        where=some(st.builds(PlaceMention, words, maybe, maybe, spans)),
        quantities=some(st.builds(Quantity, words, numbers, numbers, maybe, st.booleans(), spans)),
        who=some(st.builds(Participant, words, maybe, words, spans, maybe)),
        event=st.none() | st.builds(Event, words, arguments, maybe, spans),
    )


def hops(length: int) -> st.SearchStrategy[Hop]:
    return st.builds(
        Hop,
        name=maybe,
        kind=st.sampled_from(SourceKind),
        anonymous=st.booleans(),
        count=st.none() | st.builds(Count, st.integers(0, 10**6), st.none() | st.integers(0, 10**6)),
        via=words,
        span=spans_in(length),
        registry_id=maybe,
        role=maybe,
        close_to=maybe,
        unnamed_because=maybe,
        anonymity=maybe,
        office=maybe,
        affiliation=maybe,
        what=st.none() | st.sampled_from(PersonKind),
        first_hand=st.none() | st.booleans(),
        platform=maybe,
    )


@st.composite
def readings(draw: st.DrawFn) -> Extraction:
    """Any reading that the model allows."""
    text = draw(st.text(st.characters(exclude_categories=("Cs",)), min_size=2, max_size=40))
    length = len(text)
    article = Article(
        text=text,
        outlet=draw(maybe),
        title=draw(maybe),
        url=draw(maybe),
        published=draw(st.none() | st.dates().map(str) | st.datetimes().map(lambda moment: moment.isoformat())),
        published_origin=draw(st.sampled_from(PublishedOrigin)),
        outlet_origin=draw(st.sampled_from(OutletOrigin)),
        language=draw(maybe),
        boilerplate=draw(spans_in(length)),
        credits=draw(some(st.builds(Credit, words, st.sampled_from(CreditKind), spans_in(length)))),  # type: ignore[arg-type]
    )
    sentences = draw(spans_in(length, least=1))
    attributions = tuple(
        Attribution(
            id=content_id("attribution", article.id, index),
            kind=draw(st.sampled_from(AttributionKind)),
            stance=draw(st.sampled_from(Stance)),
            source=draw(spans_in(length)),
            cue=draw(spans_in(length)),
            content=draw(spans_in(length)),
            chain=tuple(draw(st.lists(hops(length), min_size=1, max_size=4))),
            said=draw(st.none() | times(length)),
            confidence=draw(st.floats(0, 1)),
        )
        for index in range(draw(st.integers(1, 3)))
    )
    claims = tuple(
        Claim(
            id=content_id("claim", article.id, index),
            attribution=draw(st.sampled_from(attributions)).id,
            sentence=draw(st.integers(0, len(sentences) - 1)),
            span=draw(spans_in(length, least=1)),
            text=draw(words),
            frame=draw(frames(length)),
        )
        for index in range(draw(st.integers(0, 3)))
    )
    return Extraction(article, sentences, attributions, claims, draw(some(words)))  # type: ignore[arg-type]


def dated(article: Article, published: str | None) -> Article:
    return replace(article, published=published, published_origin=PublishedOrigin.GIVEN)
