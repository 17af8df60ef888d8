"""What a marked cue is: its lemma, and how its content hangs on it, so that stance and chain can be told."""

from __future__ import annotations

from typing import TYPE_CHECKING

from provenance.extraction.attribution.predicates import Candidate, candidates_in, lemma_of
from provenance.extraction.attribution.stretches import inside_marks
from provenance.extraction.attribution.tagging.sources import crediting_word
from provenance.extraction.reading import Reading, Sentence
from provenance.model.span import Span, Spans

if TYPE_CHECKING:
    from spacy.tokens import Token


def lemma_and_frame(reading: Reading, sentence: Sentence, cue: Span, content: Spans) -> tuple[str, str]:
    """Return the cue's lemma and frame, by the grammar where it knows the cue, else by the order of the words.

    >>> # "according to" ... is ("according to", "around"); "the claim that ..." is ("claim", "noun that")
    """
    words = cue.of(reading.text).lower()
    if words.startswith("according to") or words == "per":
        return "according to", "around"
    if words == ":":
        return ":", "colon"
    word = crediting_word(sentence, cue)
    if word is None:
        return words, "that"
    known = [candidate for candidate in candidates_in(sentence.doc) if candidate.cue == word.i]
    if known:
        inside = {token.i for span in content for token in sentence.tokens_in(span)}
        best = max(known, key=lambda candidate: _share(candidate, inside))
        if _share(best, inside) > 0:
            return lemma_of(word), best.frame
    return lemma_of(word), _frame_by_order(reading, word, cue, content)


def _share(candidate: Candidate, inside: set[int]) -> float:
    return len(candidate.content & inside) / len(candidate.content | inside)


def _frame_by_order(reading: Reading, word: Token, cue: Span, content: Spans) -> str:
    if word.pos_ in ("NOUN", "PROPN"):
        return "noun that"
    if word.pos_ == "ADJ":
        return "is that"
    if inside_marks(reading, content[0].start) is not None:
        return "quoted"
    if content[0].end <= cue.start:
        return "that before" if len(content) == 1 else "around"
    return "that" if word.pos_ in ("VERB", "AUX") else "around"
