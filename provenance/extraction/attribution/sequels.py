"""Chains that go on in the next sentence: "The newspaper cited two sources. One of them said ..."."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from provenance.extraction.attribution.citing import can_speak
from provenance.extraction.attribution.nesting import Link
from provenance.extraction.attribution.phrases import words_around
from provenance.extraction.attribution.predicates import subject_of
from provenance.extraction.attribution.steps import phrase_after
from provenance.extraction.attribution.stretches import inside_marks
from provenance.extraction.attribution.triples import Triple
from provenance.extraction.reading import Reading, Sentence
from provenance.languages.english.passing_on import CITES, PARTS, THE_SAME
from provenance.model.source import Hop

if TYPE_CHECKING:
    from spacy.tokens import Token

_FAR = 4  # sentences after the one that cited them
_MOST = 50  # attributions before


def with_citations(reading: Reading, triples: Sequence[Triple]) -> tuple[Triple, ...]:
    """Return the triples with those of sentences that only name whom a source has its words from, in the text's order.

    "The paper quoted a relative" credits no words, so that an engine may have left it out.
    """
    cues = {span.start for triple in triples for span in triple.cue}
    fresh = [t for sentence in reading.sentences for t in _citations(reading, sentence) if t.place.start not in cues]
    return (
        tuple(sorted((*triples, *fresh), key=lambda triple: (triple.start, triple.place))) if fresh else tuple(triples)
    )


def _citations(reading: Reading, sentence: Sentence) -> Iterator[Triple]:
    for verb in sentence.doc:
        if verb.lemma_.lower() not in CITES or verb.tag_ not in ("VBD", "VBZ", "VBP") or verb.dep_ not in _MAIN:
            continue
        subject, passive = subject_of(verb)
        named = next((c for c in verb.children if c.dep_ == "dobj"), None) or phrase_after(verb.doc, verb.i + 1)
        if subject is None or passive or named is None or not can_speak(named) or subject.i > verb.i:
            continue
        place = sentence.token_span(verb)
        if inside_marks(reading, place.start) is None and not _says(verb):
            yield Triple(words_around(sentence, subject), (place,), words_around(sentence, named), "cite", "obj")


_MAIN = ("ROOT", "conj")


def _says(verb: Token) -> bool:
    """True for "quoted X as saying", and for "cited" with a clause of its own."""
    return any(t.lower_ == "as" for t in verb.doc[verb.i : verb.i + 14]) or any(
        c.dep_ in ("ccomp", "xcomp") for c in verb.children
    )


def carried_on(hops: tuple[Hop, ...], sentence: Sentence, links: Sequence[Link], text: str) -> tuple[Hop, ...]:
    """Return the hops, led by those who cited the unnamed people that they speak of again.

    "One of them" and "the source" are who was cited before; whoever cited them then is how their words come here.
    """
    first = hops[0]
    if not first.anonymous or not first.span or not links:
        return hops
    words = first.span[0].of(text).lower().split()
    partly = words[0] in PARTS and "of" in words and any(w in ("them", "the", "those", "whom") for w in words)
    again = words[0] in ("the", "that", "both") and words[-1] in THE_SAME and len(words) < 4
    if not (partly or again or words[:1] == ["both"]):
        return hops
    for link in reversed(links[-_MOST:]):
        if sentence.index - link.sentence.index > _FAR:
            return hops
        cited = link.hops[-1]
        if len(link.hops) < 2 or not cited.anonymous or link.sentence.index == sentence.index:
            continue
        several = cited.count is None or cited.count.high != 1
        if (partly and several) or (again and _called(cited, words[-1])):
            return (*link.hops[:-1], *hops)
    return hops


def _called(hop: Hop, noun: str) -> bool:
    return noun in (hop.role or "").lower().split()
