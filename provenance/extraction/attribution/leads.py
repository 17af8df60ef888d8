"""Whom a line that ends with a colon credits with what stands below it: "The ministry said:", "Denk wrote:"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from provenance.extraction.attribution.predicates import Candidate, lemma_of, subject_of, subtree
from provenance.extraction.attribution.stretches import inside_marks, spans_of
from provenance.extraction.attribution.triples import Triple
from provenance.extraction.attribution.verbal import cue_of, source_tokens
from provenance.extraction.reading import Reading, Sentence
from provenance.languages.english.cues import SPEECH
from provenance.languages.english.sources import DOCUMENTS

if TYPE_CHECKING:
    from spacy.tokens import Token

_SAYING = SPEECH - frozenset(("read", "put"))
_READING = frozenset(("read", "state", "run", "go"))


def introduced_by(reading: Reading, sentence: Sentence) -> Triple | None:
    """Return who introduces what follows, the introduction itself standing for the content; None where nobody does."""
    here = (sentence.span,)
    according = next((t for t in sentence.doc if t.lower_ == "according"), None)
    if according is not None and according.i == 0:
        to = next((c for c in according.children if c.lower_ == "to"), None)
        named = next((c for c in to.children if c.dep_ == "pobj"), None) if to is not None else None
        if to is not None and named is not None:
            cue = spans_of(sentence, (according.i, to.i))
            return Triple(spans_of(sentence, subtree(named))[:1], cue, here, "according to", "around", 0.8)
    for verb in reversed(sentence.doc):
        if verb.pos_ != "VERB" or inside_marks(reading, sentence.token_span(verb).start) is not None:
            continue
        subject, passive = subject_of(verb)
        if subject is None or passive or subject.lower_ in ("it", "there", "which", "what", "this"):
            continue
        if not _speaks(verb, subject):
            return None
        candidate = Candidate(verb.i, "that", subject.i, frozenset())
        source = spans_of(sentence, source_tokens(sentence.doc, candidate))
        cue = spans_of(sentence, cue_of(sentence.doc, candidate))
        return Triple(source[:1], cue, here, lemma_of(verb), "that", 0.8) if source and cue else None
    return None


def _speaks(verb: Token, subject: Token) -> bool:
    """True for a verb of speech whose words are still to come, and for "the statement reads"."""
    told = any(c.dep_ in ("ccomp", "xcomp") for c in verb.children)
    document = subject.lemma_.lower() in DOCUMENTS and lemma_of(verb) in _READING
    return document or (lemma_of(verb) in _SAYING and not told)
