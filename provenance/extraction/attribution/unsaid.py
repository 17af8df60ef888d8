"""Silences and failed checks put among what an engine has found: they say the same under every engine."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import replace

from provenance.extraction.attribution.checking import UNVERIFIED, Check, claim_meant, failed_checks, named
from provenance.extraction.attribution.predicates import Candidate
from provenance.extraction.attribution.silences import Silence, silences_in
from provenance.extraction.attribution.stretches import inside_marks, spans_of
from provenance.extraction.attribution.triples import Triple
from provenance.extraction.attribution.verbal import source_tokens
from provenance.extraction.reading import Reading, Sentence
from provenance.languages.english.modality import HEDGING_RAISERS
from provenance.model.span import Span, Spans, merged

DECLINE = "decline"


def with_unsaid(reading: Reading, triples: Sequence[Triple]) -> tuple[Triple, ...]:
    """Return the triples with what sources left unsaid and what could not be checked, in the order of the text.

    A silence takes the place of any triple with its cue. Who says to have nothing to say declines as well.
    """
    triples = [t for t in triples if not _only_appears(t, reading.text) and not _is_asked_itself(reading, t)]
    silent: list[tuple[Sentence, Silence]] = []
    checks: list[tuple[Sentence, Check]] = []
    for sentence in reading.sentences:
        silent += [(sentence, found) for found in silences_in(sentence.doc)]
        checks += [(sentence, found) for found in failed_checks(sentence.doc)]
    if not silent and not checks:
        return tuple(triples)
    known = list(triples)
    added: list[Triple] = []
    for sentence, silence in silent:
        place = sentence.token_span(silence.verb)
        if (around := _holder(known, place)) is not None:
            if silence.is_of(quoted=_is_quoted(reading, place)) and _is_all(sentence, silence, known[around]):
                known[around] = replace(known[around], lemma=DECLINE, frame="to")
        elif not _is_quoted(reading, place) and (fresh := _credited(sentence, silence)) is not None:
            known = [triple for triple in known if not _meets(triple.cue, fresh.cue)]
            added.append(fresh)
    failed = merged(sentence.token_span(check.verb) for sentence, check in checks)
    known = [triple for triple in known if not _meets(triple.cue, failed)]
    added += _doubts(reading, checks, known)
    return tuple(sorted((*known, *added), key=lambda triple: (triple.start, triple.place)))


def _credited(sentence: Sentence, silence: Silence) -> Triple | None:
    doc = sentence.doc
    candidate = Candidate(silence.verb.i, "to", silence.subject.i, silence.content)
    source = spans_of(sentence, source_tokens(doc, candidate) - silence.cue)
    that = doc[min(silence.content)]
    drop = {that.i} if that.lower_ == "that" and any(doc[i].pos_ in ("VERB", "AUX") for i in silence.content) else set()
    content = spans_of(sentence, silence.content - drop)
    cue = spans_of(sentence, silence.cue)
    if not source or not content or not cue:
        return None
    return Triple(_whole(source), cue, content, DECLINE, "to")


def _doubts(reading: Reading, checks: Iterable[tuple[Sentence, Check]], known: Sequence[Triple]) -> list[Triple]:
    order = sorted(known, key=lambda triple: triple.place)
    places = [triple.place.start for triple in order]
    found = []
    for sentence, check in checks:
        place = sentence.token_span(check.verb)
        if _holder(known, place) is not None or _is_quoted(reading, place):
            continue
        before = order[max(0, (last := bisect_right(places, place.start)) - 3) : last]
        numbered = [(s.index, t) for t in before if (s := reading.sentence_at(t.place.start)) is not None]
        content = claim_meant(check, sentence, numbered) or spans_of(sentence, named(check) - check.cue)
        source: Spans = ()
        if check.checker is not None:
            candidate = Candidate(check.verb.i, "to", check.checker.i, named(check))
            source = _whole(spans_of(sentence, source_tokens(sentence.doc, candidate) - check.cue))
        cue = spans_of(sentence, check.cue)
        if content and cue:
            found.append(Triple(source, cue, content, UNVERIFIED, "passive"))
    return found


def _holder(triples: Sequence[Triple], place: Span) -> int | None:
    """Return the innermost triple whose content holds this place."""
    around = [i for i, t in enumerate(triples) if any(span.covers(place) for span in t.content) and t.source]
    return min(around, key=lambda i: sum(len(span) for span in triples[i].content), default=None)


def _is_all(sentence: Sentence, silence: Silence, triple: Triple) -> bool:
    """True where the silence is the main clause of what the triple credits: "said it had no information"."""
    tokens = {token.i for span in triple.content for token in sentence.tokens_in(span)}
    return silence.verb.head.i not in tokens or silence.verb.head.i == silence.verb.i


def _only_appears(triple: Triple, text: str) -> bool:
    """True for "it appears that": a doubt of whoever says so, and not somebody's words."""
    return triple.lemma in HEDGING_RAISERS and [span.of(text).lower() for span in triple.source] == ["it"]


def _is_asked_itself(reading: Reading, triple: Triple) -> bool:
    """True where "Asked about the audit, the minister said" makes the minister ask."""
    if triple.lemma != "ask" or not triple.source or not triple.cue or triple.source[0].start < triple.place.end:
        return False
    sentence = reading.sentence_at(triple.place.start)
    asked = sentence.tokens_in(triple.cue[0]) if sentence is not None else []
    return any(token.tag_ in ("VBN", "VBD") and token.dep_ in ("advcl", "acl") for token in asked)


def _is_quoted(reading: Reading, place: Span) -> bool:
    return inside_marks(reading, place.start) is not None


def _meets(a: Spans, b: Spans) -> bool:
    return any(one.overlaps(other) for one in a for other in b)


def _whole(source: Spans) -> Spans:
    return (Span(source[0].start, source[-1].end),) if source else ()
