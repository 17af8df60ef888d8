"""Credits that a citation beside the cue has led astray, set right before chains are made of them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from provenance.extraction.attribution.phrases import words_around
from provenance.extraction.attribution.predicates import lemma_of, subject_of
from provenance.extraction.attribution.steps import Part, Step, can_speak
from provenance.extraction.attribution.stretches import trimmed, without
from provenance.extraction.attribution.triples import Triple
from provenance.extraction.reading import Reading, Sentence
from provenance.languages.english.cues import SPEECH
from provenance.languages.english.passing_on import CITES
from provenance.model.span import Span, Spans

if TYPE_CHECKING:
    from spacy.tokens import Token


def mended(
    reading: Reading, sentence: Sentence, steps: Sequence[Step], triples: Sequence[Triple]
) -> tuple[Triple, ...]:
    """Return a sentence's triples, each with its own cue, source and words.

    "Yonhap reported, citing X, that it was so" is what Yonhap reported, though the parse hangs it on "citing"; in "the
    driver, quoted by Beta, said" the driver speaks; "as saying" is part of no quotation.
    """
    found: list[Triple] = []
    for triple in triples:
        fixed = _by_main_verb(reading, sentence, steps, _spoken_by_subject(sentence, steps, triple))
        fixed = _without_saying(reading, sentence, fixed)
        if _only_cites(sentence, steps, fixed) and any(other.cue != triple.cue for other in triples):
            continue
        if fixed is triple or not any(_same_cue(fixed, other) for other in triples if other is not triple):
            found.append(fixed)
    return tuple(found)


def _only_cites(sentence: Sentence, steps: Sequence[Step], triple: Triple) -> bool:
    """True for "citing the ministry", which the step tells already."""
    anchors = {step.anchor for step in steps if step.part is Part.CITED and can_speak(sentence.doc[step.named])}
    if not any(t.i in anchors for span in triple.cue for t in sentence.tokens_in(span)):
        return False
    return not any(t.pos_ in ("VERB", "AUX") for span in triple.content for t in sentence.tokens_in(span))


def _same_cue(triple: Triple, other: Triple) -> bool:
    return any(a.overlaps(b) for a in triple.cue for b in other.cue)


def _by_main_verb(reading: Reading, sentence: Sentence, steps: Sequence[Step], triple: Triple) -> Triple:
    """Return the triple of "reported, citing X, that ..." with "reported" as its cue, were it credited to "citing"."""
    anchors = {step.anchor: step for step in steps if step.part is Part.CITED}
    step = next((anchors[t.i] for span in triple.cue for t in sentence.tokens_in(span) if t.i in anchors), None)
    if step is None:
        return triple
    verb = _speaking_before(sentence, step.anchor)
    rest = _after(reading, sentence, triple.content, sentence.doc[step.named])
    if verb is None or not any(t.pos_ in ("VERB", "AUX") for span in rest for t in sentence.tokens_in(span)):
        return triple
    subject, passive = subject_of(verb)
    if subject is None or passive or subject.i > verb.i:
        return triple
    cue = (sentence.token_span(verb),)
    return replace(
        triple, source=words_around(sentence, subject), cue=cue, content=rest, lemma=lemma_of(verb), frame="that"
    )


def _speaking_before(sentence: Sentence, anchor: int) -> Token | None:
    """Return the finite verb of speech that stands right before the citing, no more than a time or a place away."""
    for token in reversed(list(sentence.doc[max(0, anchor - 8) : anchor])):
        if token.tag_ in ("VBD", "VBZ", "VBP", "VBN"):
            return token if lemma_of(token) in SPEECH else None
    return None


def _after(reading: Reading, sentence: Sentence, content: Spans, named: Token) -> Spans:
    """Return what follows whom the citing names and the comma after them."""
    close = next((t for t in sentence.doc[named.i + 1 :] if t.lower_ == "that" or t.text == ","), None)
    while close is not None and close.i + 1 < len(sentence.doc) and close.nbor().tag_ in ("WDT", "WP"):
        close = next(
            (t for t in sentence.doc[close.i + 2 :] if t.text == ","), None
        )  # "Interfax, which quoted Y, that"
    if close is None:
        return ()
    start = sentence.token_span(close).end
    return without_that(tuple(Span(max(s.start, start), s.end) for s in content if s.end > start), reading.text)


def without_that(spans: Spans, text: str) -> Spans:
    """Return the stretches without commas and the "that" which introduces them."""
    result = []
    for span in trimmed(spans, text):
        words = span.of(text)
        skipped = 5 if words.lower().startswith("that ") else 0
        result.append(Span(span.start + skipped, span.end))
    return trimmed(tuple(span for span in result if len(span) > 2), text)


def _spoken_by_subject(sentence: Sentence, steps: Sequence[Step], triple: Triple) -> Triple:
    """Return the triple with its verb's subject as the source, where only those who quote it were credited."""
    quoting = [step for step in steps if step.part in (Part.QUOTED, Part.CARRIED, Part.SEEN)]
    for step in quoting:
        named = sentence.token_span(sentence.doc[step.named])
        anchor = sentence.token_span(sentence.doc[step.anchor])
        if not any(s.overlaps(named) for s in triple.source) or any(s.overlaps(anchor) for s in triple.source):
            continue
        verb = next((t for span in triple.cue for t in sentence.tokens_in(span) if t.pos_ == "VERB"), None)
        subject, passive = subject_of(verb) if verb is not None else (None, False)
        if subject is None or passive or subject.i >= step.anchor:
            continue
        start = min(t.i for t in subject.subtree)
        words = sentence.tokens_span(sentence.doc[start : subject.i + 1])
        return replace(triple, source=(words,))
    verb = next((t for span in triple.cue for t in sentence.tokens_in(span) if t.lemma_.lower() in CITES), None)
    subject = next((c for c in verb.children if c.dep_ == "nsubjpass"), None) if verb is not None else None
    if verb is None or subject is None or saying(verb) is None:
        return triple
    said_by = words_around(sentence, subject)  # "the bishop was cited as saying by Tygodnik": he says it
    return triple if any(a.overlaps(b) for a in said_by for b in triple.source) else replace(triple, source=said_by)


def _without_saying(reading: Reading, sentence: Sentence, triple: Triple) -> Triple:
    """Return the triple of '"...," TASS quoted X as saying' without "X as saying" among its words."""
    verb = next((t for span in triple.cue for t in sentence.tokens_in(span) if t.lemma_.lower() in CITES), None)
    said = saying(verb) if verb is not None else None
    if verb is None or said is None:
        return triple
    shell = Span(sentence.token_span(verb).start, sentence.token_span(said).end)
    if not any(span.overlaps(shell) for span in triple.content):
        return triple
    content = without_that(
        tuple(part for span in triple.content for part in without(span, (shell,) if span.overlaps(shell) else ())),
        reading.text,
    )
    return replace(triple, content=content) if content else triple


def saying(verb: Token) -> Token | None:
    """Return "saying" of "quoted X as saying"."""
    for token in verb.doc[verb.i + 1 : verb.i + 16]:
        if token.tag_ == "VBG" and verb.doc[token.i - 1].lower_ == "as":
            return token
    return None
