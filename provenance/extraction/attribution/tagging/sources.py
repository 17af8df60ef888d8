"""Whose cue it is, where no source stands beside it: the subject of its verb, or who spoke before in the sentence."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from typing import TYPE_CHECKING

from provenance.extraction.attribution.predicates import owner_of, subject_of
from provenance.extraction.attribution.stretches import spans_of
from provenance.extraction.attribution.tagging.decoding import Stretch
from provenance.extraction.attribution.tagging.labels import Role
from provenance.extraction.reading import Reading, Sentence
from provenance.model.span import Span, Spans

if TYPE_CHECKING:
    from spacy.tokens import Token

_VERBS = ("VERB", "AUX")
_UPWARDS = 6  # verbs above the cue's own, through which a subject is looked for
_SPEAKERS = ("PERSON", "ORG")


class Speakers:
    """The source stretches of a reading, by place."""

    def __init__(self, reading: Reading, stretches: Sequence[Stretch]) -> None:
        self._reading = reading
        self._spans = [stretch.span for stretch in stretches if stretch.role is Role.SOURCE]

    def of(self, cue: Span) -> Spans:
        """Return who is meant to speak by a cue that stands without a source; nothing where it cannot be told.

        "The minister left, citing his health" and "Kim came to promise aid" have their source from the verb above;
        where the parse is of no help, the sentence's latest source before the cue is taken, and last a name or a
        pronoun that is the cue's own subject though the network did not mark it.
        """
        sentence = self._reading.sentence_at(cue.start)
        if sentence is None:
            return ()
        subject = subject_above(sentence, cue)
        if subject is not None and (marked := self._at(sentence.token_span(subject))):
            return marked
        before = self._before(sentence, cue)
        if before or subject is None or not _speaks(subject, sentence.tokens_in(cue)):
            return before
        return spans_of(sentence, [t.i for t in subject.subtree if t.i <= subject.i and t.tag_ != "POS"])[-1:]

    def _at(self, place: Span) -> Spans:
        found = bisect_right(self._spans, place.start, key=lambda span: span.start) - 1
        return (self._spans[found],) if found >= 0 and self._spans[found].overlaps(place) else ()

    def _before(self, sentence: Sentence, cue: Span) -> Spans:
        last = bisect_left(self._spans, cue.start, key=lambda span: span.end - 1) - 1
        return (self._spans[last],) if last >= 0 and sentence.span.covers(self._spans[last]) else ()


def subject_above(sentence: Sentence, cue: Span) -> Token | None:
    """Return the subject of the cue's verb, of the verb above it, and so on; a noun's owner comes first."""
    word = crediting_word(sentence, cue)
    if word is None:
        return None
    if word.pos_ in ("NOUN", "PROPN") and (owner := owner_of(word)) is not None:
        return owner
    for _ in range(_UPWARDS):
        if word.pos_ in _VERBS and (subject := subject_of(word)[0]) is not None:
            return subject
        if word.head.i == word.i:
            return None
        word = word.head
    return None


def crediting_word(sentence: Sentence, cue: Span) -> Token | None:
    """Return the verb of a cue of several words, the adjective of "is angry", else what the others hang on."""
    tokens = sentence.tokens_in(cue)
    inside = {token.i for token in tokens}
    verbs = [token for token in tokens if token.pos_ == "VERB"]
    tops = [token for token in tokens if token.head.i not in inside or token.head.i == token.i]
    said_of = [token for token in tokens if token.dep_ == "acomp" and token.head in tops and token.head.pos_ == "AUX"]
    return next(iter(verbs or said_of or tops), None)


def _speaks(subject: Token, cue: Sequence[Token]) -> bool:
    """True for a name or a personal pronoun that is the subject of the cue itself, or owns it."""
    if subject.head.i not in {token.i for token in cue}:
        return False
    return subject.ent_type_ in _SPEAKERS or subject.lower_ in ("he", "she", "they", "we", "i", "who", "his", "her")
