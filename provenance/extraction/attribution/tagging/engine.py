"""The tagger as an engine: what the network marks, linked, with what only the rules see."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from provenance.extraction.attribution.limits import told_by_others
from provenance.extraction.attribution.rules import Rules
from provenance.extraction.attribution.stretches import spans_of, trimmed, with_marks, without
from provenance.extraction.attribution.tagging.cues import lemma_and_frame
from provenance.extraction.attribution.tagging.decoding import stretches
from provenance.extraction.attribution.tagging.linking import Linked, link
from provenance.extraction.attribution.tagging.network import Network
from provenance.extraction.attribution.tagging.second_opinion import combined
from provenance.extraction.attribution.tagging.sources import Speakers, crediting_word
from provenance.extraction.attribution.tagging.vetoes import credits_somebody
from provenance.extraction.attribution.triples import Engine, Triple
from provenance.extraction.reading import Reading, Sentence
from provenance.model.span import Span, Spans, merged

_GENITIVE = ("'s", "’s")
_INTRODUCES = ("that ", "That ")


class Tagging:
    """The trained engine: the network finds who is credited with what, the rules see what is nested in that."""

    def __init__(self, network: Network, rules: Engine | None = None) -> None:
        self._network = network
        self._rules = rules or Rules()

    def find(self, reading: Reading) -> tuple[Triple, ...]:
        """Return the triples in the order of the text, nested ones too."""
        return combined(reading, self.marked(reading), self._rules.find(reading))

    def marked(self, reading: Reading) -> tuple[Triple, ...]:
        """Return what the network alone finds: the outermost triples."""
        marks = stretches(self._network.read(reading.text, tuple(_read_paragraphs(reading))))
        speakers = Speakers(reading, marks)
        found = (_triple(reading, linked, speakers) for linked in link(reading, marks))
        return tuple(triple for triple in found if triple is not None and credits_somebody(reading, triple))


def _read_paragraphs(reading: Reading) -> Iterator[Span]:
    """Yield the paragraphs without the page's furniture."""
    for paragraph in reading.paragraphs:
        holes = [span for span in reading.article.boilerplate if span.overlaps(paragraph)]
        yield from (part for part in without(paragraph, holes) if part.of(reading.text).strip())


def _triple(reading: Reading, linked: Linked, speakers: Speakers) -> Triple | None:
    source = _bare(_whole_words((linked.source,) if linked.source is not None else (), reading.text), reading.text)
    content = _tidy(reading, merged(_whole_words(linked.content, reading.text)))
    if not content:
        return None
    if linked.cue is None:
        return Triple(source, (), content, "say", "quoted", 0.5)
    sentence = reading.sentence_at(linked.cue.start)
    if sentence is None:
        return None
    content = trimmed(_own_words(sentence, linked.cue, content), reading.text)
    lemma, frame = lemma_and_frame(reading, sentence, linked.cue, content)
    return Triple(source or speakers.of(linked.cue), (linked.cue,), content, lemma, frame)


def _whole_words(spans: Iterable[Span], text: str) -> Spans:
    """Return the stretches widened to whole words: the network reads pieces, and may stop inside one."""
    found = []
    for span in spans:
        start, end = span.start, span.end
        while start > 0 and text[start - 1].isalnum() and text[start].isalnum():
            start -= 1
        while end < len(text) and text[end - 1].isalnum() and text[end].isalnum():
            end += 1
        found.append(Span(start, end))
    return tuple(found)


def _bare(source: Spans, text: str) -> Spans:
    """Return the source without the commas around it and without the mark of the genitive: "in Lund's view"."""
    return tuple(
        Span(span.start, span.end - 2) if span.of(text).endswith(_GENITIVE) else span for span in trimmed(source, text)
    )


def _own_words(sentence: Sentence, cue: Span, content: Spans) -> Spans:
    """Return the content without what the outlet sets against it: "..., but it did not say when"."""
    word = crediting_word(sentence, cue)
    tokens = frozenset(token.i for span in content for token in sentence.tokens_in(span))
    others = told_by_others(sentence.doc, tokens, word.i) if word is not None and tokens else frozenset()
    return tuple(part for span in content for part in without(span, spans_of(sentence, others))) if others else content


def _tidy(reading: Reading, content: Sequence[Span]) -> Spans:
    """Return the content without the word that introduces it, widened to the marks of its quotations."""
    text = reading.text
    bare = [
        Span(span.start + 5, span.end) if span.of(text).startswith(_INTRODUCES) and len(span) > 5 else span
        for span in content
    ]
    return with_marks(trimmed(tuple(sorted(bare)), text), reading)
