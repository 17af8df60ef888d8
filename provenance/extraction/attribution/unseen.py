"""Credits that an engine leaves out, since they credit no words of their own or stand where it does not look.

"The paper quoted a relative" names whom a source has its words from; "..., Lund was quoted as saying by Interfax"
closes a sentence; "..., the president told me that ..." stands inside somebody's quotation; ": Yonhap, citing
officials" ends a headline.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from provenance.extraction.attribution.mending import saying
from provenance.extraction.attribution.phrases import words_around
from provenance.extraction.attribution.predicates import Candidate, candidates_in, lemma_of, subject_of
from provenance.extraction.attribution.steps import can_speak, phrase_after
from provenance.extraction.attribution.stretches import inside_marks, spans_of, trimmed
from provenance.extraction.attribution.triples import Triple
from provenance.extraction.attribution.verbal import cue_of, source_tokens
from provenance.extraction.reading import Reading, Sentence
from provenance.languages.english.cues import SPEECH
from provenance.languages.english.passing_on import CITES, CITING, QUOTED
from provenance.model.span import Span

if TYPE_CHECKING:
    from spacy.tokens import Token

_MAIN = ("ROOT", "conj")
_SHORTEST = 12  # characters of what a closing or a headline credits


def with_unseen(reading: Reading, triples: Sequence[Triple]) -> tuple[Triple, ...]:
    """Return the triples with those that the engine has left out, in the order of the text."""
    cues = {span.start for triple in triples for span in triple.cue}
    fresh: list[Triple] = []
    for sentence in reading.sentences:
        for triple in _of_sentence(reading, sentence):
            if not any(span.start in cues for span in triple.cue):
                fresh.append(triple)
    return tuple(sorted((*triples, *fresh), key=lambda t: (t.start, t.place))) if fresh else tuple(triples)


def _of_sentence(reading: Reading, sentence: Sentence) -> Iterator[Triple]:
    for token in sentence.doc:
        place = sentence.token_span(token).start
        if token.lemma_.lower() in CITES and inside_marks(reading, place) is None:
            yield from _citations(sentence, token)
            yield from _closings(reading, sentence, token)
    yield from _headline(reading, sentence)
    yield from _told_in_quotations(reading, sentence)


def _citations(sentence: Sentence, verb: Token) -> Iterator[Triple]:
    """Yield "The newspaper cited two sources"."""
    if verb.tag_ not in ("VBD", "VBZ", "VBP") or verb.dep_ not in _MAIN:
        return
    subject, passive = subject_of(verb)
    named = next((c for c in verb.children if c.dep_ == "dobj"), None) or phrase_after(verb.doc, verb.i + 1)
    if subject is None or passive or named is None or not can_speak(named) or subject.i > verb.i:
        return
    says = saying(verb) is not None or any(c.dep_ in ("ccomp", "xcomp") for c in verb.children)
    if not says:
        cue = (sentence.token_span(verb),)
        yield Triple(words_around(sentence, subject), cue, words_around(sentence, named), "cite", "obj")


def _closings(reading: Reading, sentence: Sentence, verb: Token) -> Iterator[Triple]:
    """Yield "The fire was out, Lund was quoted as saying by Interfax"."""
    said = saying(verb)
    subject = next((c for c in verb.children if c.dep_ == "nsubjpass" and c.i < verb.i), None)
    if said is None or subject is None or any(c.dep_ == "ccomp" and c.i > said.i for c in said.children):
        return
    first = min(t.i for t in subject.subtree)
    if first < 4 or sentence.doc[first - 1].text != ",":
        return
    words = sentence.doc[: first - 1]
    if not any(token.tag_ in ("VBD", "VBZ", "VBP", "MD") for token in words):
        return
    content = trimmed((sentence.tokens_span(words),), reading.text)
    cue = (sentence.tokens_span(sentence.doc[verb.i : said.i + 1]),)
    yield Triple(words_around(sentence, subject), cue, content, "say", "around", 0.8)


def _headline(reading: Reading, sentence: Sentence) -> Iterator[Triple]:
    """Yield "Kim to visit dam: Yonhap, citing officials" and "Crew ignored alert - Interfax cites source"."""
    doc = sentence.doc
    if doc[-1].text in (".", "?", "!", "”", '"'):
        return
    citing = next((t for t in doc if t.lower_ in CITING or t.lower_ in ("cites", "quotes") or _by(t)), None)
    marks = [t for t in doc[: citing.i] if t.text in (":", "-", "–", "—")] if citing is not None else []
    if citing is None or not marks or phrase_after(doc, citing.i + 1 + _by(citing)) is None:
        return
    mark = marks[-1]
    names = [t for t in doc[mark.i + 1 : citing.i] if not t.is_punct]
    content = trimmed((Span(sentence.span.start, sentence.token_span(mark).start),), reading.text)
    nominal = names and len(names) < 6 and all(t.pos_ in ("PROPN", "NOUN", "DET", "ADJ") for t in names)
    if nominal and content and len(content[0]) >= _SHORTEST:
        source = spans_of(sentence, (t.i for t in names))
        yield Triple(source, (sentence.token_span(mark),), content, ":", "colon", 0.7)


def _by(token: Token) -> bool:
    """True for the "cited" of "General Staff, cited by Ukrinform"."""
    return token.lower_ in QUOTED and token.i + 1 < len(token.doc) and token.nbor().lower_ == "by"


def _told_in_quotations(reading: Reading, sentence: Sentence) -> Iterator[Triple]:
    """Yield what somebody tells, inside quotation marks, that another one said: "The mayor told me that ...".

    Who speaks of "we" and "they" hands nobody's words on, and neither does who denies that they were said.
    """
    doc = sentence.doc
    if not any(quotation.span.overlaps(sentence.span) for quotation in reading.quotations):
        return
    for candidate in candidates_in(doc):
        cue = doc[candidate.cue]
        marks = inside_marks(reading, sentence.token_span(cue).start)
        if marks is None or candidate.frame != "that" or candidate.source is None or lemma_of(cue) not in SPEECH:
            continue
        if doc[candidate.source].pos_ not in ("NOUN", "PROPN") or any(c.dep_ in ("neg", "mark") for c in cue.children):
            continue
        if (triple := _inside(sentence, candidate, marks.inner or marks.span)) is not None:
            yield triple


def _inside(sentence: Sentence, candidate: Candidate, marks: Span) -> Triple | None:
    doc = sentence.doc
    cue = cue_of(doc, candidate)
    source = spans_of(sentence, source_tokens(doc, candidate) - cue)
    content = spans_of(sentence, candidate.content - cue, drop_that=True)
    cues = spans_of(sentence, cue)
    if not source or not content or not all(marks.covers(span) for span in (*source, *cues, *content)):
        return None
    return Triple(source[:1], cues, content, candidate.lemma(doc), "that", 0.8)
