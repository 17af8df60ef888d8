"""From the words that name a source to a hop: who it is, what it is, whether it is named at all."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING

from provenance.extraction.attribution.anonymity import close_to, count_of, unnamed_because
from provenance.extraction.attribution.predicates import subtree
from provenance.extraction.coreference import Mention, References
from provenance.extraction.reading import Reading, Sentence
from provenance.languages.english.people import PRONOUNS, RELATIVE
from provenance.languages.english.sources import (
    ANONYMOUS_HEADS,
    CROWDS,
    DATA,
    DOCUMENTS,
    IMAGES,
    INDEFINITE,
    KINDS,
    OFFICES,
    PEOPLE,
    SOCIAL,
    SPOKESPEOPLE,
)
from provenance.model.source import Count, Hop, SourceKind
from provenance.model.span import Span, Spans

if TYPE_CHECKING:
    from spacy.tokens import Span as TokenSpan
    from spacy.tokens import Token

    from provenance.registry import Registry

_NAMED = frozenset(("PERSON", "ORG", "GPE", "NORP", "FAC", "PRODUCT", "WORK_OF_ART", "LAW", "EVENT", "LOC"))
_BY_LABEL = {
    "PERSON": SourceKind.PERSON,
    "ORG": SourceKind.ORGANIZATION,
    "GPE": SourceKind.GOVERNMENT,
    "NORP": SourceKind.CROWD,
    "LAW": SourceKind.DOCUMENT,
    "WORK_OF_ART": SourceKind.DOCUMENT,
}
_BODIES = (SourceKind.GOVERNMENT, SourceKind.COURT, SourceKind.AGENCY, SourceKind.OUTLET)
_PAPERS = DOCUMENTS | DATA | IMAGES | SOCIAL


@dataclass(frozen=True, slots=True)
class Naming:
    """What the naming of one article's sources needs to know."""

    reading: Reading
    registry: Registry | None
    references: References

    def hops(self, sentence: Sentence, source: Spans, via: str) -> tuple[Hop, ...]:
        """Return the hops that a source's words stand for, the nearest to the reader first.

        Usually one; "a report in the Times, which cited two officials" are two. Words without a noun give one that is
        not known.
        """
        tokens = [token for span in source for token in sentence.tokens_in(span)]
        head = _head(tokens)
        if head is None:
            return (Hop(None, SourceKind.UNKNOWN, via=via, span=source),)
        owner = _owner(head) if head.lemma_.lower() in _PAPERS else None
        if owner is not None:
            first = self._hop(sentence, owner, _own_words(sentence, owner), via, role=head.lemma_.lower())
            inner = _cited_in(head) or _cited_in(owner)
        else:
            first = self._hop(sentence, head, source, via)
            inner = _cited_in(head)
        if inner is None:
            return (first,)
        return (first, self._hop(sentence, inner, _own_words(sentence, inner), "cited"))

    def hop(self, sentence: Sentence, head: Token, via: str) -> Hop:
        """Return the hop of a noun phrase given by its head."""
        return self._hop(sentence, head, _own_words(sentence, head), via)

    def _hop(self, sentence: Sentence, head: Token, span: Spans, via: str, role: str | None = None) -> Hop:
        if head.lower_ in RELATIVE and head.dep_ != "det":
            noun = _relative_of(head)
            if noun is not None:
                return self._hop(sentence, noun, span, via, role)
        if head.lower_ in PRONOUNS or self._is_definite(head):
            meant = self.references.antecedent(sentence, head, speaking=True)
            if meant is not None:
                return self._of_mention(meant, span, via, role)
            if head.lower_ in PRONOUNS:
                return Hop(None, SourceKind.UNKNOWN, via=via, span=span)
        whole = self._known_by_whole_name(head, span, via, role)
        if whole is not None:
            return whole
        entity = _entity(head)
        if entity is not None:
            return self._named(entity, head, span, via, role)
        if head.pos_ == "NOUN" and _is_office(head) and head.lower_ not in SPOKESPEOPLE:
            words = self._owned(sentence, head, _without_article(_compact(head)))
            return self._known(words, SourceKind.PERSON, span, via, role)
        if head.lemma_.lower() in SPOKESPEOPLE or head.lower_ in SPOKESPEOPLE:
            body = _body_of(head)
            if body is not None:
                return self._named(body, head, span, via, head.lower_)
            if _is_office(head):
                return Hop(_without_article(_compact(head)), SourceKind.PERSON, via=via, span=span, role=role)
        return self._by_noun(sentence, head, span, via, role)

    def _known_by_whole_name(self, head: Token, span: Spans, via: str, role: str | None) -> Hop | None:
        """Return the hop of a noun phrase that the registry knows as it stands: "the Trump administration"."""
        if head.pos_ != "NOUN" or self.registry is None:
            return None
        words = _without_article(_compact(head))
        resolution = self.registry.resolve(words, self._on) if " " in words else None
        return self._known(words, resolution.source.kind, span, via, role) if resolution is not None else None

    def _is_definite(self, head: Token) -> bool:
        determiners = [child.lower_ for child in head.children if child.dep_ == "det"]
        alone = all(child.dep_ in ("det", "punct") for child in head.children)
        return head.pos_ == "NOUN" and determiners in (["the"], ["that"]) and alone

    def _of_mention(self, mention: Mention, span: Spans, via: str, role: str | None) -> Hop:
        if mention.hop is not None:
            return replace(mention.hop, span=span, via=via, role=mention.hop.role or role)
        return self._known(mention.name, mention.kind, span, via, role)

    def _named(self, entity: TokenSpan, head: Token, span: Spans, via: str, role: str | None) -> Hop:
        name = _without_article(entity.text)
        kind = _BY_LABEL.get(entity.label_, SourceKind.UNKNOWN)
        if entity.label_ == "PERSON" or self.references.is_person(name):
            kind = SourceKind.PERSON
            return self._known(self.references.full_name(name), kind, span, via, role or _role(head, entity))
        whole = _without_article(_compact(head))
        resolution = self.registry.resolve(whole, self._on) if self.registry is not None else None
        if kind is SourceKind.ORGANIZATION and _noun_kind(head) in _BODIES:
            kind = _noun_kind(head) or kind
        if resolution is None and entity.root.i != head.i and head.pos_ == "NOUN":
            kind = _noun_kind(head) or kind
            if kind in (SourceKind.PERSON, SourceKind.DATA, SourceKind.DOCUMENT, SourceKind.IMAGE):
                name = whole
        return self._known(whole if resolution is not None else name, kind, span, via, role)

    def _by_noun(self, sentence: Sentence, head: Token, span: Spans, via: str, role: str | None) -> Hop:
        words = self._owned(sentence, head, _without_article(_compact(head)))
        noun = head.lower_
        kind = _noun_kind(head)
        resolution = self.registry.resolve(words, self._on) if self.registry is not None else None
        if resolution is not None:
            return self._known(words, resolution.source.kind, span, via, role)
        unnamed = noun in PEOPLE or head.lemma_.lower() in PEOPLE or noun in INDEFINITE
        if unnamed and head.pos_ != "PROPN":
            crowd = noun in CROWDS and head.tag_ == "NNS"
            return Hop(
                name=None,
                kind=SourceKind.CROWD if crowd and noun not in ANONYMOUS_HEADS else SourceKind.ANONYMOUS,
                anonymous=True,
                count=count_of(head),
                via=via,
                span=span,
                role=words,
                close_to=close_to(sentence, head),
                unnamed_because=unnamed_because(sentence),
            )
        if head.pos_ in ("PROPN", "NOUN", "NUM", "X"):
            return self._known(words, kind or SourceKind.UNKNOWN, span, via, role)
        return Hop(None, SourceKind.ANONYMOUS, True, Count(1, None), via, span, role=words)

    def _owned(self, sentence: Sentence, head: Token, words: str) -> str:
        """Return the words with the name that "his" stands for: "his office" is "Moon Jae-in's office"."""
        owner = next((c for c in head.lefts if c.dep_ == "poss" and c.lower_ in PRONOUNS), None)
        meant = self.references.antecedent(sentence, owner) if owner is not None else None
        if owner is None or meant is None or not words.lower().startswith(owner.lower_):
            return words
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


def _head(tokens: list[Token]) -> Token | None:
    """Return the token of the phrase that hangs on something outside it."""
    inside = {token.i for token in tokens}
    heads = [token for token in tokens if token.head.i not in inside or token.head.i == token.i]
    nominal = [token for token in heads if token.pos_ in ("NOUN", "PROPN", "PRON", "NUM", "DET", "X", "ADJ")]
    if len(nominal) > 1:  # "the newspaper" and Kommersant, where the parse has not seen that they are one
        nominal.sort(key=lambda token: token.ent_type_ not in ("ORG", "PERSON", "GPE"))
    return next(iter(nominal or heads), None)


def _own_words(sentence: Sentence, head: Token) -> Spans:
    tokens = [sentence.doc[i] for i in sorted(subtree(head)) if not sentence.doc[i].is_punct]
    if not tokens:
        return (sentence.token_span(head),)
    if head.dep_ == "poss" and tokens[-1].tag_ == "POS":
        tokens = tokens[:-1]
    start, end = sentence.token_span(tokens[0]).start, sentence.token_span(tokens[-1]).end
    return (Span(start, end),)


def _owner(paper: Token) -> Token | None:
    """Return whose paper it is: "a report in the Times", "the ministry's statement", "a statement by Kim"."""
    for child in paper.children:
        if child.dep_ == "poss" and child.lower_ not in PRONOUNS:
            return child
    for child in paper.children:
        if child.dep_ in ("prep", "agent") and child.lower_ in ("by", "from", "in", "of", "on"):
            for named in child.children:
                if named.dep_ == "pobj" and (named.ent_type_ in ("ORG", "PERSON", "GPE") or named.lower_ in PEOPLE):
                    return named
    for child in paper.children:
        if child.dep_ in ("acl", "relcl") and child.lemma_.lower() in ("release", "publish", "issue", "write"):
            for agent in child.children:
                if agent.dep_ == "agent":
                    return next((named for named in agent.children if named.dep_ == "pobj"), None)
    return None


def _cited_in(head: Token) -> Token | None:
    """Return whom a source is said to cite in its own noun phrase: "the Times, which cited two officials"."""
    for child in head.children:
        if child.dep_ in ("relcl", "acl") and child.lemma_.lower() in ("cite", "quote"):
            return next((named for named in child.children if named.dep_ == "dobj"), None)
        if child.dep_ in ("prep",):
            for named in child.children:
                found = _cited_in(named) if named.dep_ == "pobj" else None
                if found is not None:
                    return found
    return None


def _relative_of(word: Token) -> Token | None:
    """Return the noun that "who" or "which" stands for."""
    verb = word.head
    for _ in range(4):
        if verb.dep_ == "relcl":
            return verb.head
        if verb.head.i == verb.i:
            return None
        verb = verb.head
    return None


def _entity(head: Token) -> TokenSpan | None:
    """Return the name in a noun phrase: the head's own, an apposition's, or what is compounded with it."""
    for token in (
        head,
        *(c for c in head.children if c.dep_ == "appos"),
        *(c for c in head.children if c.dep_ in ("compound", "nmod")),
    ):
        for entity in head.doc.ents:
            if entity.start <= token.i < entity.end and entity.label_ in _NAMED:
                inside = token.dep_ in ("compound", "nmod") and token.i != head.i
                if inside and (entity.label_ in ("GPE", "NORP", "LOC") or head.lower_ in PEOPLE):
                    continue
                return entity
    return None


def _body_of(spokesman: Token) -> TokenSpan | None:
    """Return the body that an unnamed spokesman speaks for."""
    places = {token.i for token in spokesman.subtree}
    for entity in spokesman.doc.ents:
        if entity.label_ in ("ORG", "GPE") and entity.root.i in places:
            return entity
    return None


def _role(head: Token, entity: TokenSpan) -> str | None:
    """Return as what a named person is described: "chief aide", "White House press secretary"."""
    inside = range(entity.start, entity.end)
    if head.i not in inside:  # "Kim's chief aide, Kim Chang Son"
        return _without_article(_words(t for t in head.subtree if t.i <= head.i and t.i not in inside))
    before = [
        t
        for t in head.lefts
        if t.lower_ not in _TITLES and t.dep_ in ("compound", "amod", "nmod", "poss") and t.i not in inside
    ]
    if before:
        return _without_article(_words(t for part in before for t in part.subtree if t.i not in inside))
    for child in head.children:
        if child.dep_ == "appos" and child.pos_ == "NOUN":
            return _without_article(_compact(child))
    return None


_TITLES = frozenset(("mr.", "mrs.", "ms.", "mr", "mrs", "ms", "dr.", "dr", "sir"))


def _words(tokens: Iterable[Token]) -> str:
    chosen = sorted(tokens, key=lambda token: token.i)
    return "".join(token.text_with_ws for token in chosen).strip(" ,")


def _compact(head: Token) -> str:
    """Return the noun phrase without its relative clauses, appositions and what hangs on it after a comma."""
    left = min((t.i for child in head.lefts for t in child.subtree), default=head.i)
    right = head.i
    for child in head.rights:
        if child.dep_ == "prep" and child.lower_ in ("of", "for", "in", "at") and child.i == right + 1:
            right = max(t.i for t in child.subtree)
        else:
            break
    words = head.doc[left : right + 1].text
    return words if len(words) <= 120 else head.text


def _without_article(words: str) -> str:
    first, _, rest = words.partition(" ")
    return rest.strip() if first.lower() in ("the", "a", "an") and rest.strip() else words


def _is_office(head: Token) -> bool:
    """True for "the minister" and "Kim's lawyer": one known person, though not by name."""
    if head.tag_ != "NN" or (head.lower_ not in OFFICES and head.lemma_.lower() not in OFFICES):
        return False
    return any((c.dep_ == "det" and c.lower_ in ("the", "this", "that")) or c.dep_ == "poss" for c in head.children)


def _noun_kind(head: Token) -> SourceKind | None:
    for nouns, kind in KINDS:
        if head.lower_ in nouns or head.lemma_.lower() in nouns:
            return kind
    return None
