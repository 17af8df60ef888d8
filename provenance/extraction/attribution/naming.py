"""From the words that name a source to a hop: who it is, what it is, whether it is named at all."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import date
from typing import TYPE_CHECKING

from provenance.extraction.attribution.counting import people_in
from provenance.extraction.attribution.details import Details, posted
from provenance.extraction.attribution.introductions import introductions
from provenance.extraction.attribution.kinds import (
    is_body_of_people,
    kind_beside,
    kind_of_name,
    name_after_title,
    noun_before,
)
from provenance.extraction.attribution.phrases import (
    body_of,
    cited_in,
    description,
    head_of,
    is_office,
    kind_of_noun,
    name_in,
    owner_of_paper,
    relative_of,
    role_beside,
    without_article,
    words_around,
)
from provenance.extraction.attribution.posts import account_name, is_account
from provenance.extraction.coreference import References
from provenance.extraction.descriptions import description_of
from provenance.extraction.mentions import Mention
from provenance.extraction.reading import Reading, Sentence
from provenance.languages.english.callings import HUMAN_ENDINGS, KIND_OF_PERSON
from provenance.languages.english.given_names import gender_of_given_name
from provenance.languages.english.people import IT, PRONOUNS, RELATIVE
from provenance.languages.english.sources import (
    ANONYMOUS_HEADS,
    CROWDS,
    DATA,
    DOCUMENTS,
    GOVERNMENT,
    HUMANS,
    IMAGES,
    INDEFINITE,
    JUDGES,
    OFFICES,
    PEOPLE,
    SOCIAL,
    SPOKESPEOPLE,
)
from provenance.model.source import Count, Hop, SourceKind
from provenance.model.span import Spans

if TYPE_CHECKING:
    from spacy.tokens import Span as TokenSpan
    from spacy.tokens import Token

    from provenance.registry import Registry

_BY_LABEL = {
    "PERSON": SourceKind.PERSON,
    "ORG": SourceKind.ORGANIZATION,
    "GPE": SourceKind.GOVERNMENT,
    "NORP": SourceKind.CROWD,
    "LAW": SourceKind.DOCUMENT,
    "WORK_OF_ART": SourceKind.DOCUMENT,
}
_BODIES = (SourceKind.GOVERNMENT, SourceKind.COURT, SourceKind.AGENCY, SourceKind.OUTLET)
_UNNAMED = PEOPLE | INDEFINITE | HUMANS | frozenset(KIND_OF_PERSON)
_SHOWING = ("showed", "found", "indicated", "suggested", "revealed", "read", "cited")  # papers and devices do so too
_PAPERS = DOCUMENTS | DATA | IMAGES | SOCIAL


@dataclass(frozen=True, slots=True)
class Naming:
    """What the naming of one article's sources needs to know."""

    reading: Reading
    registry: Registry | None
    references: References
    _details: Details = field(init=False)

    def __post_init__(self) -> None:
        details = Details(self.reading, introductions(self.reading, self.references))
        object.__setattr__(self, "_details", details)

    def hops(self, sentence: Sentence, source: Spans, via: str) -> tuple[Hop, ...]:
        """Return the hops that a source's words stand for, the nearest to the reader first.

        Usually one; "a report in the Times, which cited two officials" are two. Words without a noun give one that is
        not known.
        """
        tokens = [token for span in source for token in sentence.tokens_in(span)]
        head = head_of(tokens)
        if head is None:
            return (Hop(None, SourceKind.UNKNOWN, via=via, span=source),)
        owner = owner_of_paper(head) if head.lemma_.lower() in _PAPERS else None
        if owner is not None:
            first = self._hop(sentence, owner, words_around(sentence, owner), via, role=head.lemma_.lower())
            inner = cited_in(head) or cited_in(owner)
        else:
            first = self._hop(sentence, head, source, via)
            inner = cited_in(head)
        if inner is None:
            return (first,)
        return (first, self._hop(sentence, inner, words_around(sentence, inner), "cited"))

    def hop(self, sentence: Sentence, head: Token, via: str) -> Hop:
        """Return the hop of a noun phrase given by its head."""
        return self._hop(sentence, head, words_around(sentence, head), via)

    def _hop(self, sentence: Sentence, head: Token, span: Spans, via: str, role: str | None = None) -> Hop:
        if head.lower_ in RELATIVE and head.dep_ != "det":
            noun = relative_of(head)
            if noun is not None:
                return self._hop(sentence, noun, span, via, role)
        if (meant := self._meant(sentence, head, span, via, role)) is not None:
            return posted(meant, head)
        return self._details.of(self._described(sentence, head, span, via, role), sentence, head, span)

    def _described(self, sentence: Sentence, head: Token, span: Spans, via: str, role: str | None) -> Hop:
        entity = name_in(head)
        person = _person_beside(head, entity)
        named = person is not None or (entity is not None and entity.label_ == "PERSON")
        if not named and (whole := self._known_by_whole_name(head, span, via, role)) is not None:
            return whole
        if person is not None:
            return self._known(
                self.references.full_name(person), SourceKind.PERSON, span, via, role or description(head)
            )
        if entity is None and (titled := name_after_title(head)) is not None:
            return self._known(self.references.full_name(titled), SourceKind.PERSON, span, via, role)
        if entity is not None:
            return self._named(entity, head, span, via, role)
        if head.pos_ == "NOUN" and is_office(head) and head.lower_ not in SPOKESPEOPLE:
            words = self._owned(sentence, head, description(head))
            judging = head.lemma_.lower() in JUDGES
            return self._known(words, SourceKind.COURT if judging else SourceKind.PERSON, span, via, role)
        if head.lemma_.lower() in SPOKESPEOPLE or head.lower_ in SPOKESPEOPLE:
            body = body_of(head)
            if body is not None:
                return self._named(body, head, span, via, head.lower_)
            if is_office(head):
                return Hop(description(head), SourceKind.PERSON, via=via, span=span, role=role)
        return self._by_noun(sentence, head, span, via, role)

    def _meant(self, sentence: Sentence, head: Token, span: Spans, via: str, role: str | None) -> Hop | None:
        """Return whom a pronoun or "the newspaper" stands for; a pronoun that cannot be told is somebody unknown."""
        pronoun = head.lower_ in PRONOUNS
        if not pronoun and description_of(head) is None:
            return None
        mention = self.references.antecedent(sentence, head, speaking=True)
        if mention is not None:
            return self._of_mention(mention, span, via, role)
        return Hop(None, SourceKind.UNKNOWN, via=via, span=span) if pronoun else None

    def _known_by_whole_name(self, head: Token, span: Spans, via: str, role: str | None) -> Hop | None:
        """Return the hop of a noun phrase that the registry knows as it stands: "the Trump administration"."""
        if head.pos_ != "NOUN" or self.registry is None:
            return None
        words = description(head)
        resolution = self.registry.resolve(words, self._on) if " " in words else None
        return self._known(words, resolution.source.kind, span, via, role) if resolution is not None else None

    def _of_mention(self, mention: Mention, span: Spans, via: str, role: str | None) -> Hop:
        if mention.hop is not None:
            return replace(mention.hop, span=span, via=via, role=mention.hop.role or role, platform=None)
        return self._known(mention.name, mention.kind, span, via, role)

    def _named(self, entity: TokenSpan, head: Token, span: Spans, via: str, role: str | None) -> Hop:
        name = self.references.long_form(without_article(entity.text))
        kind = _BY_LABEL.get(entity.label_, SourceKind.UNKNOWN)
        if entity.label_ == "PERSON" or self.references.is_person(name):
            kind = SourceKind.PERSON
            return self._known(self.references.full_name(name), kind, span, via, role or role_beside(head, entity))
        whole = description(head)
        resolution = self.registry.resolve(whole, self._on) if self.registry is not None else None
        if resolution is None and kind is SourceKind.CROWD and head.tag_ in ("NNS", "NNPS"):
            return Hop(None, kind, anonymous=True, via=via, span=span, role=whole)
        if is_account(head):
            return Hop(account_name(head, whole), SourceKind.SOCIAL, via=via, span=span, role=role)
        if kind in (SourceKind.ORGANIZATION, SourceKind.UNKNOWN):
            kind = kind_beside(entity.root) or kind_of_name(name) or kind
        if kind is SourceKind.ORGANIZATION and head.i == entity.root.i and (twin := noun_before(entity)) is not None:
            kind = twin
        elif kind is SourceKind.ORGANIZATION and kind_of_noun(head) in _BODIES:
            kind = kind_of_noun(head) or kind
        if resolution is None and entity.root.i != head.i and head.pos_ == "NOUN":
            kind = kind_of_noun(head) or kind
            if kind in (SourceKind.PERSON, SourceKind.DATA, SourceKind.DOCUMENT, SourceKind.IMAGE):
                name = whole
        return self._known(whole if resolution is not None else name, kind, span, via, role)

    def _by_noun(self, sentence: Sentence, head: Token, span: Spans, via: str, role: str | None) -> Hop:
        words = self._owned(sentence, head, description(head))
        people = people_in(head)
        noun = people.lower_
        kind = kind_of_noun(people)
        resolution = self.registry.resolve(words, self._on) if self.registry is not None else None
        if resolution is not None:
            return self._known(words, resolution.source.kind, span, via, role)
        unnamed = bool({noun, people.lemma_.lower()} & _UNNAMED) or (kind is None and _sounds_human(people, via))
        if unnamed and is_body_of_people(head):  # "the coast guard"
            return self._known(words, SourceKind.GOVERNMENT, span, via, role)
        if unnamed and head.pos_ != "PROPN":
            kind = SourceKind.CROWD if noun in CROWDS and people.tag_ == "NNS" else SourceKind.ANONYMOUS
            kind = SourceKind.ANONYMOUS if noun in ANONYMOUS_HEADS else kind
            kind = SourceKind.COURT if people.lemma_.lower() in JUDGES else kind
            return Hop(None, kind, anonymous=True, via=via, span=span, role=words)
        if head.pos_ == "PROPN" and " " in words and gender_of_given_name(words) is not None:
            return self._known(words, SourceKind.PERSON, span, via, role)
        if head.pos_ in ("PROPN", "NOUN", "NUM", "X"):
            return self._known(words, kind or SourceKind.UNKNOWN, span, via, role)
        return Hop(None, SourceKind.ANONYMOUS, True, Count(1, None), via, span, role=words)

    def _owned(self, sentence: Sentence, head: Token, words: str) -> str:
        """Return the words with the name that "his" stands for: "his office" is "Moon Jae-in's office"."""
        owner = next((c for c in head.lefts if c.dep_ == "poss" and c.lower_ in PRONOUNS), None)
        meant = self.references.antecedent(sentence, owner) if owner is not None else None
        if owner is None or meant is None or not words.lower().startswith(owner.lower_):
            return words
        if owner.lower_ in IT and head.lower_ in GOVERNMENT and meant.kind is not SourceKind.GOVERNMENT:
            return words  # an agency has no government
        return f"{meant.name}'s{words[len(owner) :]}"

    def _known(self, name: str, kind: SourceKind, span: Spans, via: str, role: str | None) -> Hop:
        resolution = self.registry.resolve(name, self._on) if self.registry is not None else None
        if resolution is None:
            return Hop(name, kind, via=via, span=span, role=role)
        source = resolution.source
        if source.kind is SourceKind.PERSON and resolution.holder is not None:  # the person speaks, not the office
            role = role or source.name
            return Hop(resolution.holder.name, source.kind, via=via, span=span, registry_id=source.id, role=role)
        body = source.kind is not SourceKind.PERSON and resolution.holder is None
        if kind is SourceKind.PERSON and body and (resolution.score < 1 or self.references.is_person(name)):
            return Hop(name, kind, via=via, span=span, role=role)  # a person who is named like a body
        held = resolution.holder.name if resolution.holder and resolution.holder.name == resolution.matched else None
        return Hop(held or source.name, source.kind, via=via, span=span, registry_id=source.id, role=role)

    @property
    def _on(self) -> date | None:
        return self.reading.article.published_on


def _sounds_human(noun: Token, via: str) -> bool:
    """True for "firefighters", of whom no list knows; several or one of many, for "the ..." may be anything."""
    if noun.pos_ != "NOUN" or via in _SHOWING or not noun.lower_.endswith(HUMAN_ENDINGS):
        return False
    return noun.tag_ == "NNS" or any(child.lower_ in ("a", "an", "one", "another") for child in noun.lefts)


def _person_beside(head: Token, entity: TokenSpan | None) -> str | None:
    """Return the name that stands beside an office, where the tagger has not seen it: "the mayor, Ilija Born"."""
    if head.lemma_.lower() not in PEOPLE | OFFICES | SPOKESPEOPLE or head.tag_ != "NN":
        return None
    if entity is not None and entity.label_ == "PERSON":
        return None
    named = next((c for c in head.children if c.dep_ == "appos" and c.pos_ == "PROPN"), None)
    if named is None:
        return None
    words = [*(c.text for c in named.children if c.dep_ == "compound" and c.pos_ == "PROPN"), named.text]
    return " ".join(words) if len(words) > 1 else None
