"""What else the words say about a source: office and body, how many, whether they were there, where it was posted."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from provenance.extraction.attribution.anonymity import belongs_to, close_to, first_hand, own_words, withheld
from provenance.extraction.attribution.counting import count_of, people_in
from provenance.extraction.attribution.introductions import (
    NOTHING,
    Introduction,
    introduction,
    kind_of_person,
    office_of,
)
from provenance.extraction.attribution.phrases import compact, without_article
from provenance.extraction.attribution.posts import is_account, platform_of
from provenance.extraction.reading import Reading, Sentence
from provenance.languages.english.sources import SPOKESPEOPLE
from provenance.model.source import Hop, PersonKind, SourceKind
from provenance.model.span import Spans

if TYPE_CHECKING:
    from spacy.tokens import Span as TokenSpan
    from spacy.tokens import Token

_PEOPLE = (SourceKind.PERSON, SourceKind.ANONYMOUS, SourceKind.CROWD, SourceKind.COURT)


@dataclass(frozen=True, slots=True)
class Details:
    """Completes the hops of one article."""

    reading: Reading
    people: dict[str, Introduction]  # as what the article introduces whom it names

    def of(self, hop: Hop, sentence: Sentence, head: Token, span: Spans) -> Hop:
        """Return the hop with everything that its words, or the article's introduction of the person, tell."""
        hop = posted(hop, head)
        if hop.anonymous:
            return self._unnamed(hop, sentence, head, span)
        if hop.kind in (SourceKind.PERSON, SourceKind.COURT):
            return self._person(hop, sentence, head, span)
        if hop.role is not None and hop.role.lower() in SPOKESPEOPLE:
            return replace(hop, office=hop.role, what=PersonKind.SPOKESPERSON)
        return hop

    def _unnamed(self, hop: Hop, sentence: Sentence, head: Token, span: Spans) -> Hop:
        noun = people_in(head)
        said = own_words(sentence, noun, _places(sentence, span))
        why = withheld(self.reading, sentence, head, noun, said)
        return replace(
            hop,
            count=count_of(head),
            close_to=close_to(sentence, noun),
            affiliation=belongs_to(noun),
            what=kind_of_person(_called(noun)),
            first_hand=first_hand(noun, said),
            anonymity=why.words,
            unnamed_because=why.because,
        )

    def _person(self, hop: Hop, sentence: Sentence, head: Token, span: Spans) -> Hop:
        told = self.people.get(hop.name or "", NOTHING)
        if told == NOTHING and head.pos_ == "PROPN" and not head.ent_type_:
            told = introduction(_untagged_name(hop, head))
        described = (hop.name or "").rpartition(" ")[2][:1].islower() or head.pos_ == "NOUN"
        if told == NOTHING and described and hop.kind is SourceKind.PERSON:
            told = _office_held(head)
        said = own_words(sentence, head, _places(sentence, span))
        hop = replace(
            hop,
            office=told.office,
            affiliation=told.affiliation,
            what=kind_of_person(told.office),
            first_hand=first_hand(head, said),
        )
        if head.pos_ != "NOUN":
            return hop
        why = withheld(self.reading, sentence, head, head, said)
        return replace(hop, anonymity=why.words, unnamed_because=why.because)


def posted(hop: Hop, head: Token) -> Hop:
    """Return the hop with the platform that its words name; an account without an owner is a social post."""
    platform = platform_of(head)
    if platform is None:
        return hop
    bare = hop.kind not in _PEOPLE and hop.role is None and is_account(head)
    return replace(hop, platform=platform, kind=SourceKind.SOCIAL if bare else hop.kind)


def _untagged_name(hop: Hop, head: Token) -> TokenSpan:
    """Return the tokens of a name that the tagger has not seen."""
    words = len((hop.name or "").split()) or 1
    return head.doc[max(0, head.i + 1 - words) : head.i + 1]


def _office_held(head: Token) -> Introduction:
    """Return the office that a noun phrase names: "the mayor of Varn", "Halvorsen's chief executive"."""
    first = min((child.left_edge.i for child in head.lefts), default=head.i)
    words = [t for t in head.doc[first : head.i + 1] if t.lower_ not in ("the", "a", "an", "this", "that")]
    named = next((c for p in head.rights if p.lower_ in ("of", "for") for c in p.children if c.dep_ == "pobj"), None)
    whose = without_article(compact(named)) if named is not None else None
    return office_of(words).with_more(Introduction(None, whose)) if words else NOTHING


def _called(noun: Token) -> str:
    """Return the noun with the one before it: "police officer"."""
    before = next((c for c in reversed(list(noun.lefts)) if c.dep_ == "compound" and c.i == noun.i - 1), None)
    return f"{before.lower_} {noun.lemma_}" if before is not None else noun.lemma_


def _places(sentence: Sentence, span: Spans) -> frozenset[int]:
    return frozenset(token.i for part in span for token in sentence.tokens_in(part))
