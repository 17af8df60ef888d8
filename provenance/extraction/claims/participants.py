"""Who and what the words name, led back to one canonical name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from provenance.extraction.claims.references import Referents
from provenance.extraction.coreference import References
from provenance.extraction.reading import Sentence
from provenance.model.frame import Participant
from provenance.model.source import SourceKind
from provenance.model.span import Span
from provenance.text.listed import listed
from provenance.text.places import find_place

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from spacy.tokens import Span as TokenSpan
    from spacy.tokens import Token

    from provenance.registry import Registry

PLACE = "place"
_NAMED = frozenset(("PERSON", "ORG", "GPE", "LOC", "FAC", "NORP"))
_TITLES = listed(
    """
    president minister leader chancellor premier king queen prince secretary ambassador envoy chairman director
    chief head governor mayor pope general spokesman spokeswoman spokesperson kremlin pentagon government
    ministry parliament administration agency newspaper
    """
)


class Naming:
    """Gives the people, bodies and places of an article their canonical names."""

    def __init__(self, registry: Registry | None, references: References, on: date | None) -> None:
        self._registry = registry
        self._references = references
        self._on = on

    def of_entity(self, sentence: Sentence, entity: TokenSpan) -> Participant:
        """Return the participant that a named entity is."""
        text = bare(entity.text) or entity.text  # an entity may be nothing but an article or an apostrophe
        start = entity.text.find(text)
        span = sentence.tokens_span(entity)
        within = Span(span.start + max(start, 0), span.start + max(start, 0) + len(text)) if start >= 0 else span
        if entity.label_ == "PERSON" and not self._is_place(text):
            return self._person(text, within)
        if entity.label_ in ("GPE", "LOC", "FAC") or (entity.label_ in ("PERSON", "ORG") and self._is_place(text)):
            place = find_place(text)
            if place is not None:
                return Participant(text, place.name, PLACE, (within,), self._id_of(text))
        resolution = self._registry.resolve(text, self._on) if self._registry else None
        if resolution is not None:
            kind = resolution.source.kind.value
            return Participant(text, resolution.source.name, kind, (within,), resolution.source.id)
        kinds = {"ORG": SourceKind.ORGANIZATION.value, "NORP": SourceKind.CROWD.value}
        return Participant(text, text, kinds.get(entity.label_, PLACE), (within,))

    def of_name(self, name: str, text: str, span: Span | None) -> Participant:
        """Return the participant whose name a reference was led back to."""
        resolution = self._registry.resolve(name, self._on) if self._registry else None
        spans = (span,) if span is not None else ()
        if resolution is None:
            return Participant(text, name, SourceKind.UNKNOWN.value, spans)
        if resolution.holder is not None and len(name.split()) > 1:
            return Participant(text, resolution.holder.name, SourceKind.PERSON.value, spans, resolution.source.id)
        return Participant(text, resolution.source.name, resolution.source.kind.value, spans, resolution.source.id)

    def canonical(self, name: str) -> str:
        """Return the name under which a person or body is known; the name itself where it is not."""
        resolution = self._registry.resolve(name, self._on) if self._registry else None
        if resolution is None:
            return self._references.full_name(name)
        if resolution.holder is not None and len(name.split()) > 1:
            return resolution.holder.name
        return name if resolution.source.kind is SourceKind.PERSON else resolution.source.name

    def name_of_phrase(self, words: str) -> str | None:
        """Return the canonical name of a noun phrase that the pipeline took for no name: "NK News"."""
        resolution = self._registry.resolve(words, self._on) if self._registry else None
        return resolution.source.name if resolution is not None and resolution.holder is None else None

    def of_unseen(self, sentence: Sentence, head: Token) -> Participant | None:
        """Return the known body whose name the pipeline took for no name: "NK News"."""
        if head.pos_ != "PROPN" or head.dep_ in ("compound", "nmod"):
            return None
        start = head.i
        while start > 0 and head.doc[start - 1].dep_ == "compound" and head.doc[start - 1].pos_ == "PROPN":
            start -= 1
        phrase = head.doc[start : head.i + 1]
        resolution = self._registry.resolve(phrase.text, self._on) if self._registry else None
        if resolution is None or resolution.holder is not None:
            return None
        source = resolution.source
        return Participant(phrase.text, source.name, source.kind.value, (sentence.tokens_span(phrase),), source.id)

    def of_title(self, sentence: Sentence, head: Token) -> Participant | None:
        """Return who "the North Korean leader" is on the article's day; None for a title that names nobody known."""
        if self._registry is None or head.pos_ not in ("NOUN", "PROPN") or head.lemma_.lower() not in _TITLES:
            return None
        if head.dep_ in ("compound", "nmod", "amod"):
            return None  # "U.S. President Donald Trump": the name tells
        words = [t for t in head.lefts if t.dep_ in ("det", "amod", "compound", "nmod", "poss")]
        first = min((t.left_edge.i for t in words), default=head.i)
        phrase = head.doc[first : head.i + 1]
        resolution = self._registry.resolve(bare(phrase.text), self._on)
        if resolution is None:
            return None
        span = sentence.tokens_span(phrase)
        if resolution.holder is not None:
            return Participant(
                phrase.text, resolution.holder.name, SourceKind.PERSON.value, (span,), resolution.source.id
            )
        source = resolution.source
        return Participant(phrase.text, source.name, source.kind.value, (span,), source.id)

    def _person(self, text: str, span: Span) -> Participant:
        name = self._references.full_name(text)
        resolution = self._registry.resolve(name, self._on) if self._registry else None
        known_id = None
        if resolution is not None and resolution.holder is not None:
            name, known_id = resolution.holder.name, resolution.source.id
        elif resolution is not None and resolution.source.kind is SourceKind.PERSON:
            name, known_id = resolution.source.name, resolution.source.id
        return Participant(text, name, SourceKind.PERSON.value, (span,), known_id)

    def _id_of(self, text: str) -> str | None:
        resolution = self._registry.resolve(text, self._on) if self._registry else None
        return resolution.source.id if resolution else None

    def _is_place(self, text: str) -> bool:
        """True for a well-known place that the pipeline took for a person."""
        place = find_place(text) if " " not in text else None
        return place is not None and place.country is not None and self._references.full_name(text) == text


def entity_at(token: Token) -> TokenSpan | None:
    """Return the named entity that a token stands in."""
    if not token.ent_type_ or token.ent_type_ not in _NAMED:
        return None
    return next((e for e in token.doc.ents if e.start <= token.i < e.end), None)


def _is_description(token: Token, entity: TokenSpan) -> bool:
    """True for the "Russian" of "Russian flags" and the "State" of "Secretary of State": nobody takes part by them."""
    return (entity.label_ == "NORP" and token.dep_ in ("amod", "compound", "nmod")) or entity.text == "State"


def bare(name: str) -> str:
    """Return a name without article and possessive ending."""
    words = " ".join(name.split())
    for article in ("the ", "The ", "a ", "an "):
        words = words.removeprefix(article)
    for ending in ("'s", "’s", "'", "’"):
        words = words.removesuffix(ending)
    return words


def participants(
    sentence: Sentence, words: frozenset[int], naming: Naming, referents: Referents
) -> Iterator[Participant]:
    """Yield everyone and everything named among the words, pronouns included, each once."""
    seen: set[str] = set()
    for token in (sentence.doc[i] for i in sorted(words)):
        found: Participant | None = None
        entity = entity_at(token)
        if entity is not None and entity.root.i == token.i and not _is_description(token, entity):
            found = naming.of_entity(sentence, entity)
        elif token.i in referents.names:
            found = naming.of_name(referents.names[token.i], token.text, sentence.token_span(token))
        elif entity is None:
            found = naming.of_title(sentence, token) or naming.of_unseen(sentence, token)
        if found is not None and (found.name or found.text) not in seen:
            seen.add(found.name or found.text)
            yield found
