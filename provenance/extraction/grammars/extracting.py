"""From what a grammar credits to attributions and claims.

The text of a claim is words of the article as they stand; no slot of its frame is guessed.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from provenance.extraction.attribution.form import kind_of, outlet_hop
from provenance.extraction.attribution.stretches import quotations_in, without
from provenance.extraction.grammars.grammar import Credited, Grammar, Page
from provenance.extraction.grammars.quotations import OnlyQuotations
from provenance.extraction.reading import Reading
from provenance.extraction.sentences import cut_to
from provenance.languages.names import name_of_language
from provenance.model.article import Article
from provenance.model.attribution import Attribution, AttributionKind, Stance
from provenance.model.claim import Claim, Extraction
from provenance.model.frame import Frame, Modality, Polarity
from provenance.model.identity import content_id
from provenance.model.source import Hop
from provenance.model.span import Span, Spans, merged, words_of
from provenance.settings import Limits
from provenance.text.paragraphs import find_paragraphs
from provenance.text.quotations import find_quotations

if TYPE_CHECKING:
    from provenance.registry import Registry

_MODALITY = {Stance.PLANS: Modality.PLAN, Stance.DEMANDS: Modality.DEMAND, Stance.ASKS: Modality.QUESTION}
_BEFORE = " \t\r\n\f\v\u00a0,;:.!?…-–—―)"
_AFTER = " \t\r\n\f\v\u00a0,;:-–—―("


def extract_by(
    grammar: Grammar, article: Article, registry: Registry | None, limits: Limits
) -> tuple[Extraction, tuple[str, ...]]:
    """Return the article as the grammar reads it, and what was left out, in words.

    Where the grammar's library is not installed, only the direct quotations are read.
    """
    notices: list[str] = []
    name = name_of_language(grammar.code)
    if (missing := grammar.missing()) is not None:
        notices.append(f"{name}: only direct quotations are read; to read all of it, install {missing}")
        grammar = OnlyQuotations(grammar.code)
    elif isinstance(grammar, OnlyQuotations):
        notices.append(f"{name}: only direct quotations are read")
    sentences, cut = cut_to(
        limits.sentence_characters, grammar.sentences(article.text, article.boilerplate), article.text
    )
    if cut:
        notices.append(f"{cut} sentence(s) longer than {limits.sentence_characters} characters were cut into parts")
    making = _Making(grammar, article, sentences, registry)
    attributions, claims = making.made()
    return Extraction(article, sentences, attributions, claims), tuple(notices)


@dataclass(frozen=True, slots=True)
class _Stretch:
    """Words of one sentence in one voice; None: the outlet's own."""

    sentence: int
    span: Spans
    attribution: Attribution | None


class _Making:
    """Makes the attributions and claims of one article."""

    def __init__(self, grammar: Grammar, article: Article, sentences: Spans, registry: Registry | None) -> None:
        self._grammar = grammar
        self._article = article
        self._sentences = sentences
        self._registry = registry
        self._outlet = outlet_hop(article, registry)
        marks = (q for q in find_quotations(article.text) if not any(q.span.overlaps(s) for s in article.boilerplate))
        self._reading = Reading(article, (), tuple(marks), find_paragraphs(article.text))

    def made(self) -> tuple[tuple[Attribution, ...], tuple[Claim, ...]]:
        """Return the attributions, own voice too, and the claims, both in the order of the text."""
        credited = {a.id: a for a in map(self._attribution, self._grammar.credited(self._page()))}
        own: dict[str, Attribution] = {}
        claims: dict[str, Claim] = {}
        for stretch in self._stretches(credited.values()):
            attribution = stretch.attribution or self._own_voice(stretch.span)
            if stretch.attribution is None:
                own.setdefault(attribution.id, attribution)
            claim = self._claim(stretch, attribution)
            claims.setdefault(claim.id, claim)
        everyone = sorted((*credited.values(), *own.values()), key=_place)
        return tuple(everyone), tuple(claims.values())

    def _page(self) -> Page:
        reading, article = self._reading, self._article
        return Page(
            article.text,
            self._sentences,
            reading.paragraphs,
            reading.quotations,
            article.published_on,
            self._registry,
        )

    def _attribution(self, credited: Credited) -> Attribution:
        return Attribution(
            id=content_id("attribution", self._article.id, credited.source, credited.cue, credited.content),
            kind=kind_of(self._reading, credited.content),
            stance=credited.stance,
            source=credited.source,
            cue=credited.cue,
            content=credited.content,
            chain=(self._outlet, *(credited.hops or (Hop(None),))),
            said=credited.said,
            confidence=credited.confidence,
        )

    def _own_voice(self, content: Spans) -> Attribution:
        identity = content_id("attribution", self._article.id, (), (), content)
        return Attribution(identity, AttributionKind.OWN_VOICE, Stance.ASSERTS, (), (), content, (self._outlet,))

    def _stretches(self, attributions: Iterable[Attribution]) -> Iterator[_Stretch]:
        """Yield the words of each sentence voice by voice; where contents lie in each other, the innermost counts."""
        near: list[list[Attribution]] = [[] for _ in self._sentences]
        for attribution in attributions:
            for index in self._touched(_words(attribution)):
                near[index].append(attribution)
        for index, sentence in enumerate(self._sentences):
            found = [
                *self._credited_parts(index, sentence, near[index]),
                *self._own_parts(index, sentence, near[index]),
            ]
            yield from sorted(found, key=lambda stretch: stretch.span)

    def _touched(self, spans: Spans) -> list[int]:
        """Return the sentences that the spans reach into."""
        found: set[int] = set()
        for span in spans:
            index = max(bisect_right(self._sentences, span.start, key=lambda sentence: sentence.start) - 1, 0)
            while index < len(self._sentences) and self._sentences[index].start < span.end:
                if self._sentences[index].overlaps(span):
                    found.add(index)
                index += 1
        return sorted(found)

    def _credited_parts(self, index: int, sentence: Span, near: list[Attribution]) -> Iterator[_Stretch]:
        taken = [span for a in near for span in _shell(a)]
        for attribution in sorted(near, key=lambda a: sum(map(len, a.content))):
            whole = _inside(attribution.content, sentence)
            parts = tuple(part for span in whole for part in without(span, taken))
            taken.extend(whole)
            words = self._trimmed(parts)
            if not words or attribution.stance is Stance.DECLINES:
                continue  # who declines to speak claims nothing
            if (parts == whole and self._tells(words)) or self._grammar.is_statement(self._text(words)):
                yield _Stretch(index, words, attribution)

    def _tells(self, words: Spans) -> bool:
        """False for a single word, as in "denied the accusations": it is credited, and states nothing by itself."""
        return isinstance(self._grammar, OnlyQuotations) or " " in self._text(words)

    def _own_parts(self, index: int, sentence: Span, near: list[Attribution]) -> Iterator[_Stretch]:
        taken = merged(span for a in near for span in (*_shell(a), *a.content))
        for part in without(sentence, taken):
            words = self._trimmed((part,)) if near else (sentence,)
            if words and self._grammar.is_statement(self._text(words)):
                yield _Stretch(index, words, None)

    def _claim(self, stretch: _Stretch, attribution: Attribution) -> Claim:
        text = self._text(stretch.span)
        identity = content_id("claim", self._article.id, attribution.id, stretch.span, text)
        negative = self._grammar.is_negated(text)
        asked = text.rstrip('"”»’ ').endswith(("?", "？"))
        frame = Frame(
            polarity=Polarity.NEGATIVE if negative else Polarity.POSITIVE,
            modality=Modality.QUESTION if asked else _MODALITY.get(attribution.stance, Modality.FACT),
        )
        return Claim(identity, attribution.id, stretch.sentence, stretch.span, text, frame)

    def _text(self, spans: Spans) -> str:
        return " ".join(words_of(spans, self._article.text, " ").split())

    def _trimmed(self, parts: Spans) -> Spans:
        """Return the stretches without the marks and the punctuation at their edges; none for what has no letters."""
        text = self._article.text
        kept = []
        for part in merged(parts):
            start, end = part.start, part.end
            before = (-1, -1)
            while before != (start, end) and start < end:
                before = start, end
                start += len(text[start:end]) - len(text[start:end].lstrip(_BEFORE))
                end -= len(text[start:end]) - len(text[start:end].rstrip(_AFTER))
                start, end = self._without_marks(start, end)
            if any(character.isalnum() for character in text[start:end]):
                kept.append(Span(start, end))
        return tuple(kept)

    def _without_marks(self, start: int, end: int) -> tuple[int, int]:
        """Return the stretch without a mark at its edge whose partner stands outside, or at the other edge."""
        if start >= end:
            return start, end
        for quotation in quotations_in(self._reading, Span(start, end)):
            mark, inner = quotation.span, quotation.inner
            if inner is None or (mark.start > start and mark.end < end):
                continue
            if mark.start == start and mark.end >= end:
                start = inner.start
            if mark.end == end and quotation.closed and mark.start <= start:
                end = min(end, inner.end)
        return (start, end) if start <= end else (end, end)


def _shell(attribution: Attribution) -> Spans:
    said = attribution.said.span if attribution.said is not None else ()
    return (*attribution.source, *attribution.cue, *said)


def _words(attribution: Attribution) -> Spans:
    return (*_shell(attribution), *attribution.content)


def _inside(spans: Spans, sentence: Span) -> Spans:
    parts = ((max(span.start, sentence.start), min(span.end, sentence.end)) for span in merged(spans))
    return tuple(Span(start, end) for start, end in parts if start < end)


def _place(attribution: Attribution) -> tuple[int, int]:
    spans = _words(attribution)
    return (min(span.start for span in spans), max(span.end for span in spans)) if spans else (0, 0)
