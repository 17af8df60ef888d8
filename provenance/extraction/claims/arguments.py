"""A predicate's arguments: agent and patient (a passive is turned round), complements, what prepositions add."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from provenance.extraction.claims.participants import Naming, entity_at
from provenance.extraction.claims.predicates import Predicate
from provenance.extraction.claims.propositions import Proposition, Shape, is_verbal
from provenance.extraction.claims.references import Referents, is_bracketed
from provenance.extraction.claims.wording import Changes, phrase
from provenance.extraction.reading import Sentence
from provenance.languages.english.events import EVENT_VERBS, GOING
from provenance.model.frame import Argument
from provenance.model.span import Span, merged
from provenance.text.quantities import singular

if TYPE_CHECKING:
    from spacy.tokens import Span as TokenSpan
    from spacy.tokens import Token

_COMPLEMENTS = frozenset(("attr", "acomp", "oprd"))
_NOT_IN_PHRASE = frozenset(("appos", "relcl", "acl"))
_LONGEST = 60  # words of one argument


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What turning a phrase into an argument needs: its sentence, its claim, what its pronouns mean, and the names."""

    sentence: Sentence
    proposition: Proposition
    referents: Referents
    naming: Naming
    times: frozenset[int]  # tokens of dates: the when slot holds them

    @property
    def inside(self) -> frozenset[int]:
        return frozenset(self.proposition.words) | frozenset(self.proposition.about)


def arguments_of(predicate: Predicate, around: Surroundings) -> tuple[Argument, ...]:
    """Return the arguments in the order: who does it, to whom, what it is, and the rest in the order of the text."""
    found = list(_subjects(predicate, around)) + list(_objects(predicate, around)) + list(_rest(predicate, around))
    unique: dict[tuple[str, str, Span | None], Argument] = {}
    for argument in found:
        unique.setdefault((argument.role, argument.head, argument.span[0] if argument.span else None), argument)
    return tuple(unique.values())


def _subjects(predicate: Predicate, around: Surroundings) -> Iterator[Argument]:
    subject = predicate.subject
    proposition = around.proposition
    if proposition.shape in (Shape.APPOSITION, Shape.RELATIVE, Shape.PARTICIPLE) and proposition.about_head is not None:
        relative = subject is None or subject.tag_ in ("WP", "WDT", "WRB") or proposition.shape is not Shape.RELATIVE
        subject = proposition.doc[proposition.about_head] if relative else subject
    if subject is None:
        return
    if predicate.event is not None and subject.i == predicate.event.i:
        yield from _of_event_noun(subject, around)
        return
    yield from _joined("patient" if predicate.passive else "agent", subject, around)


def _of_event_noun(noun: Token, around: Surroundings) -> Iterator[Argument]:
    """Yield whose event it is ("Kim's visit to Russia", "the meeting between Putin and Kim", "talks with Trump")."""
    for child in noun.children:
        if child.i not in around.inside:
            continue
        if child.dep_ == "poss" or (
            child.dep_ == "compound" and entity_at(child) is not None and child.ent_type_ in ("PERSON", "ORG", "GPE")
        ):
            yield from _joined("agent", child, around)
        elif child.dep_ == "prep":
            role = "agent" if child.lower_ in ("between", "by", "of") else str(child.lower_)
            if role == "to" and EVENT_VERBS.get(noun.lemma_.lower()) in GOING:
                role = "patient"  # "pay a visit to Russia" is "visit Russia"
            for pobj in (c for c in child.children if c.dep_ == "pobj"):
                yield from _joined(role, pobj, around)


def _objects(predicate: Predicate, around: Surroundings) -> Iterator[Argument]:
    if around.proposition.shape is Shape.APPOSITION:
        noun = around.proposition.verb
        described = _argument("theme", noun, around)
        yield replace(described, head=str(noun.lemma_).lower()) if noun.pos_ == "NOUN" else described
        return
    for child in predicate.token.children:
        if child.i not in around.inside:
            continue
        if child.dep_ == "dobj":
            if predicate.event is not None and child.i == predicate.event.i:
                yield from _of_event_noun(child, around)
            elif not (predicate.token.lemma_ == "take" and child.lower_ == "place"):
                yield from _joined("patient", child, around)
        elif child.dep_ == "dative" and child.pos_ != "ADP":
            yield from _joined("to", child, around)
        elif child.dep_ in _COMPLEMENTS:
            yield from _joined("theme", child, around)
        elif child.dep_ in ("ccomp", "xcomp") and is_verbal(child):
            yield _argument("theme", child, around)
        elif child.dep_ == "agent":
            for pobj in (c for c in child.children if c.dep_ == "pobj"):
                yield from _joined("agent", pobj, around)


def _rest(predicate: Predicate, around: Surroundings) -> Iterator[Argument]:
    """Yield what prepositions add, at the predicate, at its complement and at the verbs that were led through."""
    bearers = [predicate.token, *predicate.verbs[:-1]]
    bearers += [c for c in predicate.token.children if c.dep_ == "acomp" and c.i in around.inside]
    for bearer in dict.fromkeys(bearers):
        for child in bearer.children:
            if child.dep_ not in ("prep", "dative") or child.pos_ != "ADP" or child.i not in around.inside:
                continue
            yield from _prepositional(child, around)


def _prepositional(preposition: Token, around: Surroundings) -> Iterator[Argument]:
    for child in preposition.children:
        if child.i not in around.inside:
            continue
        if child.dep_ == "pobj":
            if child.i not in around.times:
                yield from _joined(str(preposition.lower_), child, around)
            yield from _places_within(child, around)
        elif child.dep_ == "prep":
            yield from _prepositional(child, around)  # "from behind the house"
        elif child.dep_ == "pcomp":
            yield _argument(str(preposition.lower_), child, around)


def _places_within(noun: Token, around: Surroundings) -> Iterator[Argument]:
    """Yield the place inside a place or time: "for April 25 in Vladivostok", "at the university in Vladivostok"."""
    for child in noun.children:
        if child.dep_ == "prep" and child.lower_ in ("in", "at", "on") and child.i in around.inside:
            for pobj in (c for c in child.children if c.dep_ == "pobj" and c.i in around.inside - around.times):
                yield from _joined(str(child.lower_), pobj, around)


def _joined(role: str, head: Token, around: Surroundings) -> Iterator[Argument]:
    """Yield one argument for each of the nouns that "and" joins."""
    bracket = _bracket_after(head)
    if bracket:
        yield from (_argument(role, part, around, alone=True) for part in bracket)
        return
    parts = [head]
    for part in parts:
        parts += [c for c in part.children if c.dep_ == "conj" and c.i in around.inside and not is_verbal(c)]
    for part in parts:
        yield _argument(role, part, around, alone=len(parts) > 1)


def _bracket_after(pronoun: Token) -> list[Token]:
    """Return the names that the outlet put in brackets behind a pronoun: "They [Kim and Putin]"."""
    if not is_bracketed(pronoun):
        return []
    found: list[Token] = []
    for token in pronoun.doc[pronoun.i + 2 :]:
        if token.text == "]":
            break
        following = token.nbor(1) if token.i + 1 < len(token.doc) else None
        if token.pos_ in ("PROPN", "NOUN") and (following is None or following.pos_ not in ("PROPN", "NOUN")):
            found.append(token)
    return found


def _argument(role: str, head: Token, around: Surroundings, *, alone: bool = False) -> Argument:
    words = _phrase_words(head, around, alone=alone)
    changes = Changes(instead=around.referents.instead)
    text = phrase(head.doc, words, changes)
    spans = merged(around.sentence.token_span(head.doc[i]) for i in words)
    whole = (Span(spans[0].start, spans[-1].end),) if spans and _is_unbroken(words) else spans
    return Argument(role, text or head.text, _head_name(head, around), whole)


def _is_unbroken(words: tuple[int, ...]) -> bool:
    return bool(words) and words[-1] - words[0] + 1 == len(words)


def _phrase_words(head: Token, around: Surroundings, *, alone: bool) -> tuple[int, ...]:
    left_out: set[int] = set()
    for child in head.rights:
        if child.dep_ in _NOT_IN_PHRASE and child.doc[child.left_edge.i - 1].is_punct:
            left_out |= {t.i for t in child.subtree}
        if alone and child.dep_ in ("conj", "cc"):
            left_out |= {t.i for t in child.subtree}
    words = sorted({t.i for t in head.subtree} - left_out)
    words = [i for i in words if i in around.inside][:_LONGEST]
    while words and (head.doc[words[-1]].is_punct or head.doc[words[-1]].dep_ == "case"):
        words.pop()
    while words and (head.doc[words[0]].is_punct or _is_that(head.doc[words[0]])):
        words.pop(0)
    return tuple(words) or (head.i,)


def _own_entity(head: Token) -> TokenSpan | None:
    """Return the name that a phrase's head is, or bears: "his aide, Kim Chang Son", "Special Representative Biegun"."""
    entity = entity_at(head)
    if entity is not None and entity.label_ != "NORP" and (entity.root.i == head.i or entity.end - 1 == head.i):
        return entity
    for child in head.rights:
        if child.dep_ == "appos" and child.ent_type_ == "PERSON" and head.ent_type_ != "PERSON":
            return entity_at(child)
    last = head.right_edge
    if head.pos_ == "PROPN" and last.ent_type_ == "PERSON" and last.i > head.i and entity is None:
        return entity_at(last)
    return None


def _name_start(head: Token) -> int:
    start = head.i
    while (
        start > 0 and head.nbor(start - 1 - head.i).pos_ == "PROPN" and head.nbor(start - 1 - head.i).dep_ == "compound"
    ):
        start -= 1
    return start


def _is_that(token: Token) -> bool:
    """True for the "that" of "confirmed that leader Kim will", which is no determiner."""
    return token.lower_ == "that" and token.dep_ == "det" and token.i > 0 and token.nbor(-1).pos_ in ("VERB", "AUX")


def _head_name(head: Token, around: Surroundings) -> str:
    """Return the canonical name of a name, else the lower-case lemma."""
    if head.i in around.referents.names:
        return around.referents.names[head.i]
    entity = _own_entity(head)
    if entity is not None:
        participant = around.naming.of_entity(around.sentence, entity)
        return participant.name or participant.text
    titled = around.naming.of_title(around.sentence, head)
    if titled is not None and titled.name:
        return titled.name
    if head.pos_ == "PROPN":
        words = head.doc[_name_start(head) : head.i + 1].text
        return around.naming.name_of_phrase(words) or words
    if head.dep_ == "acomp":
        return str(head.lower_)  # "missing", not "miss"
    return singular(head.text) if head.tag_ == "NNS" else str(head.lemma_).lower()
