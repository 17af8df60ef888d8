"""When it was said, apart from the time it speaks of."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from provenance.extraction.attribution.triples import Triple
from provenance.extraction.reading import Reading, Sentence
from provenance.languages.words import words
from provenance.model.interval import TimeMention
from provenance.model.span import Span
from provenance.text.dates import Tense, find_times, infer_anchor

if TYPE_CHECKING:
    from spacy.tokens import Token

_HANGS_ON = frozenset(
    (
        "npadvmod",
        "prep",
        "pobj",
        "advmod",
        "nummod",
        "compound",
        "amod",
        "tmod",
        "pcomp",
        "appos",
        "dep",
        "det",
        "punct",
        "nmod",
        "quantmod",
    )
)


_THOUGHT = words(
    "expect plan want hope intend aim forecast predict project believe think prepare schedule promise agree"
)


class SayingTimes:
    """Finds the times at which one article's cues were said."""

    def __init__(self, reading: Reading) -> None:
        published = reading.article.published_on
        self._given = published is not None
        self._anchor: date | None = published or infer_anchor(reading.text)

    def of(self, sentence: Sentence, triple: Triple) -> TimeMention | None:
        """Return the time that hangs on the cue and stands outside source and content: "said on April 23 that ..."."""
        cues = [token for span in triple.cue for token in sentence.tokens_in(span)]
        if not cues or triple.lemma in _THOUGHT or any(t.tag_ == "MD" for c in cues for t in (c, *c.children)):
            return None  # "is expected on June 25", "will announce on Friday": nobody has said it on that day
        for mention in self._times(sentence):
            span = mention.span[0]
            if any(part.overlaps(span) for part in (*triple.content, *triple.source)):
                continue
            tokens = sentence.tokens_in(span)
            if tokens and self._hangs(tokens, {token.i for token in cues}):
                return mention
        return None

    def _times(self, sentence: Sentence) -> list[TimeMention]:
        if not any(entity.label_ in ("DATE", "TIME") for entity in sentence.doc.ents):
            return []
        start = sentence.span.start
        found = find_times(sentence.doc.text, self._anchor, given=self._given, tense=Tense.PAST)
        return [
            TimeMention(
                m.text, m.interval, tuple(Span(s.start + start, s.end + start) for s in m.span), m.year_inferred
            )
            for m in found
            if m.span
        ]

    @staticmethod
    def _hangs(tokens: list[Token], cues: set[int]) -> bool:
        """True where the time's words lead up to the cue without passing through another verb."""
        token = tokens[-1]
        for _ in range(8):
            if token.i in cues:
                return True
            if token.head.i == token.i or (token.pos_ in ("VERB", "AUX") and token.i not in cues):
                return any(child.i in cues for child in token.children if child.dep_ in ("xcomp", "acomp"))
            token = token.head
        return False
