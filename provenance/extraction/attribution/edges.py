"""Where the words of a step begin and end: noun phrases by their words, sources without what is said beside them."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from provenance.extraction.attribution.phrases import words_around
from provenance.extraction.attribution.steps import Assigned
from provenance.extraction.attribution.triples import Triple
from provenance.extraction.reading import Sentence
from provenance.languages.english.passing_on import CLOSE_TO, PLACED
from provenance.languages.english.sources import AGENCIES, OUTLETS, PEOPLE
from provenance.model.source import Hop
from provenance.model.span import Span, Spans

if TYPE_CHECKING:
    from spacy.tokens import Token

_NAMING = frozenset(("NOUN", "PROPN", "PRON", "NUM"))
_TIME = re.compile(r"\s*\d{1,2}[:.h]\d{2}\s*(?:[A-Z]{2,4}\b|[ap]\.?m\.?)?\s*[-–—:|]?\s*")  # of a live blog's entry


def phrase_of(sentence: Sentence, head: Token) -> Spans:
    """Return the words of a noun phrase, with "the daily" before a name and "with knowledge of it" after people.

    An aside that the parse has hung on it after a comma is left out.
    """
    span = words_around(sentence, head)[0]
    doc, words = sentence.doc, sentence.tokens_in(span)
    for token in words:
        if token.i > head.i and token.text == "," and not _is_apposed(words, token):
            span = Span(span.start, sentence.token_span(token).start)
            break
    first, last = words[0].i, max(t.i for t in sentence.tokens_in(span))
    called = head.pos_ == "PROPN" and any(doc[i].lower_ in OUTLETS | AGENCIES for i in (first, max(0, first - 1)))
    while called and first and doc[first - 1].pos_ in ("NOUN", "ADJ", "DET", "PROPN") and doc[first].pos_ != "DET":
        first -= 1
    span = Span(min(span.start, sentence.token_span(doc[first]).start), span.end)
    following = doc[last + 1] if last + 1 < len(doc) else None
    if last == head.i and following is not None and following.lower_ in PLACED and following.head == head.head:
        place = next((c for c in following.children if c.dep_ == "pobj" and c.ent_type_ not in ("DATE", "TIME")), None)
        end = place.right_edge if place is not None else head  # "quoting police in Ningbo"
        span = Span(span.start, sentence.token_span(end).end)
    if last == head.i and head.lower_ in PEOPLE and last + 1 < len(doc) and doc[last + 1].lower_ in CLOSE_TO:
        ends = (t.i for t in doc[last + 1 :] if t.is_punct or t.lower_ == "that" or t.tag_ in ("VBD", "VBZ", "MD"))
        span = Span(span.start, sentence.token_span(doc[next(ends, len(doc)) - 1]).end)
    return (span,)


def _is_apposed(words: list[Token], comma: Token) -> bool:
    after = next((t for t in words if t.i == comma.i + 1), None)
    return after is not None and (after.pos_ in ("DET", "NOUN", "PROPN", "ADJ") or after.tag_ in ("WDT", "WP", "WP$"))


def cut_of(sentence: Sentence, triple: Triple, beside: Assigned) -> int | None:
    """Return where the source's own words end, since a step begins there: "TASS, citing ...", "a memo seen by ..."."""
    for step in beside.steps:
        anchor = sentence.doc[step.anchor]
        if not is_inside(sentence, anchor, triple.source):
            continue
        leads = anchor.i and (anchor.nbor(-1).tag_ in ("WDT", "WP") or anchor.nbor(-1).lower_ == "with")
        if anchor.lower_ == "spoke":
            continue  # "who spoke on condition of anonymity" tells of the source
        first = anchor.nbor(-1) if leads else anchor
        start = sentence.token_span(first).start
        if any(token.pos_ in _NAMING for span in before(triple.source, start) for token in sentence.tokens_in(span)):
            return start  # "a post on Facebook" is a source itself
    return None


def own_source(sentence: Sentence, source: Spans, cut: int | None) -> Spans:
    """Return the source's words without the time before a live blog's entry, and up to a step among them."""
    found = []
    for span in before(source, cut):
        at = sentence.span.start
        clock = _TIME.match(sentence.doc.text) if span.start == at else None
        start = at + clock.end() if clock else span.start
        if start < span.end:
            found.append(Span(start, span.end))
    return tuple(found)


def without_time(hop: Hop) -> Hop:
    clock = _TIME.match(hop.name) if hop.name is not None else None
    return replace(hop, name=(hop.name or "")[clock.end() :]) if clock and hop.name != clock[0] else hop


def before(spans: Spans, cut: int | None) -> Spans:
    if cut is None:
        return spans
    return tuple(Span(span.start, min(span.end, cut)) for span in spans if span.start < cut)


def from_here(hop: Hop, start: int, word: str) -> Hop:
    """Return the hop without the word before it that the parse took into the phrase: "quoting unnamed sources"."""
    if not any(span.start < start < span.end for span in hop.span):
        return hop
    span = tuple(Span(start + 1, span.end) if span.start < start < span.end - 1 else span for span in hop.span)
    role = hop.role.removeprefix(f"{word} ") if hop.role is not None else None
    return replace(hop, span=span, role=role)


def is_inside(sentence: Sentence, token: Token, spans: Spans) -> bool:
    place = sentence.token_span(token)
    return any(span.overlaps(place) for span in spans)
