"""Who and what an article names, and which of them a later word can mean."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from provenance.extraction.reading import Sentence
from provenance.languages.english.describing import RECIPROCAL
from provenance.languages.english.people import MEN, WOMEN
from provenance.languages.english.sources import HUMANS, OFFICES, PEOPLE, SPOKESPEOPLE
from provenance.model.source import Hop, SourceKind
from provenance.model.span import Span

if TYPE_CHECKING:
    from spacy.tokens import Span as TokenSpan
    from spacy.tokens import Token

BODIES = frozenset(
    (SourceKind.ORGANIZATION, SourceKind.GOVERNMENT, SourceKind.AGENCY, SourceKind.OUTLET, SourceKind.COURT)
)
_PEOPLE_END = ("er", "or", "ist", "man", "woman", "ian", "person")  # "the skipper", not "the line"
_PREPOSITION = re.compile(r" (?:at|of|in|for|from|on|with|to) ")
_HUMAN = (PEOPLE | OFFICES | MEN | WOMEN | HUMANS) - frozenset(("general", "mr", "ms", "mrs"))
_KNOWN_LABELS = frozenset(("ORG", "PERSON", "GPE", "NORP", "DATE", "TIME"))
_BESIDE = frozenset(("conj", "advcl", "relcl", "acl", "ccomp", "xcomp", "pcomp"))


@dataclass(frozen=True, slots=True)
class Mention:
    """A name in the text, or a noun phrase that stands for one."""

    name: str  # the fullest form that the article has given so far
    span: Span
    sentence: int
    person: bool
    plural: bool = False
    subject: bool = False
    kind: SourceKind = SourceKind.UNKNOWN
    gender: str | None = None  # "he" or "she", where a title or an earlier word tells
    nouns: frozenset[str] = frozenset()  # what it has been called: "newspaper", "president"
    hop: Hop | None = None  # of one who was credited: a source without a name is known by this alone
    main: bool = False  # the subject of its sentence's main clause, or a speaker of it
    quoted: bool = False  # inside quotation marks
    named: bool = True  # False: somebody is there ("a guard"), and nothing tells who
    told: bool = False  # inside a clause that hangs on a verb: "Kommersant reported that *Vedomosti* was sold"
    paired: bool = False  # named together with something of which nothing is known: "the Lantern and the Star"


@dataclass(frozen=True, slots=True)
class Place:
    """Where a word stands whose meaning is sought."""

    sentence: Sentence
    token: Token
    quoted: bool

    @property
    def position(self) -> int:
        return self.sentence.token_span(self.token).start


def speaker(hop: Hop, sentence: int, *, nested: bool = False) -> Mention | None:
    """Return the mention of one who is credited; None where neither a name nor a description is left of him."""
    called = hop.name or hop.role
    if called is None or not hop.span or (hop.name is None and not hop.anonymous):
        return None
    one = hop.count is not None and hop.count.high == 1
    plural = hop.anonymous and not one
    return Mention(
        name=called,
        span=hop.span[-1],
        sentence=sentence,
        person=not plural and (hop.kind is SourceKind.PERSON or hop.anonymous or _is_spoken_for(hop)),
        plural=plural,
        subject=True,
        kind=hop.kind,
        nouns=_nouns(hop),
        hop=hop,
        main=not nested,
    )


def _nouns(hop: Hop) -> frozenset[str]:
    """Return what somebody without a name is called; of somebody with one, only what people are called."""
    told = frozenset((hop.role or "").lower().split())
    return told if hop.anonymous else told & (PEOPLE | OFFICES | MEN | WOMEN)


def _is_spoken_for(hop: Hop) -> bool:
    """True for a body whose spokeswoman speaks, and for what the word lists do not know: "the skipper"."""
    if hop.role is not None and hop.role.lower() in SPOKESPEOPLE:
        return True
    head = _PREPOSITION.split(hop.name or "", maxsplit=1)[0]
    human = head.endswith(_PEOPLE_END) or head.rpartition(" ")[2] in ("guard", "tycoon", "chef", "cook")
    return hop.kind is SourceKind.UNKNOWN and head.islower() and human


def is_body(mention: Mention) -> bool:
    return not mention.person and not mention.plural and mention.kind in BODIES


def one_of(mentions: Iterable[Mention]) -> Mention | None:
    """Return the only one that is meant, by its latest mention; None where there are several, or nobody knows who."""
    found = list(mentions)
    if not found or len({mention.name for mention in found}) > 1 or not found[-1].named:
        return None
    credited = [mention for mention in found if mention.hop is not None]
    return credited[-1] if credited else found[-1]


def likeliest(found: list[Mention]) -> Mention | None:
    """Return the only candidate of a sentence, or the only one whose sentence it is; None where that leaves several."""
    if len({mention.name for mention in found}) == 1:
        return one_of(found)
    return one_of(mention for mention in found if mention.main)


def beside(place: Place, found: list[Mention]) -> Mention | None:
    """Return whom a pronoun means among those named before it in its own sentence: the only one, or the subject of the
    clause that holds its own ("Bloomberg objected to Trump because he ...").
    """
    alone = len({mention.name for mention in found}) == 1
    verb = place.token.head
    while verb.head.i != verb.i:
        verb = verb.head
        for child in verb.children:
            if child.dep_ in ("nsubj", "nsubjpass") and child.i < place.token.i:
                where = place.sentence.token_span(child)
                subject = [mention for mention in found if mention.span.overlaps(where)]
                if subject or not alone or (child.pos_ == "PROPN" and child.ent_type_ not in ("GPE", "NORP")):
                    return one_of(subject)  # a name that is no candidate may be a person whom the tagger missed
    return one_of(found) if alone else None


def is_of_another_clause(place: Place, mention: Mention) -> bool:
    """True where the mention stands in a clause that the pronoun's own hangs on, rather than in what is said:
    "Lund praised the plan, and she said ..." against "Lund will go, she said".
    """
    tokens = place.sentence.tokens_in(mention.span)
    cue = place.token.head
    if not tokens or cue.dep_ not in _BESIDE:
        return False
    return not any(token.is_ancestor(tokens[0]) for token in (cue,)) and cue.head.is_ancestor(tokens[0])


def last_speaker(spoken: list[Mention], fits: Callable[[Mention], bool]) -> Mention | None:
    """Return who was credited last; of several in one sentence, the one that is not quoted by another."""
    fitting = [mention for mention in spoken if fits(mention)]
    if not fitting:
        return None
    latest = [mention for mention in fitting if mention.sentence == fitting[-1].sentence]
    outer = [mention for mention in latest if mention.main] or latest
    return one_of(outer)


def is_same(named: Mention, credited: Mention) -> bool:
    """True for a name inside a source's words that is no other person, or the body's own."""
    if not named.span.overlaps(credited.span):
        return False
    if named.person or named.name == credited.name:
        return True
    return is_body(named) and is_body(credited) and (credited.name in named.name or named.name in credited.name)


def is_subject(root: Token, *, person: bool) -> bool:
    if not person and root.dep_ in ("compound", "nmod") and root.head.pos_ == "NOUN":
        return False  # in "the Sarnak dam broke" no Sarnak acts
    return _bearer(root).dep_ in ("nsubj", "nsubjpass")


def is_main(root: Token) -> bool:
    """True for the subject of the sentence; of two who met, neither is."""
    bearer = _bearer(root)
    main = bearer.dep_ in ("nsubj", "nsubjpass") and bearer.head.dep_ == "ROOT"
    return main and bearer.head.lemma_.lower() not in RECIPROCAL


def is_told(root: Token) -> bool:
    """True for a name in the clause of what somebody says."""
    return any(token.dep_ == "ccomp" for token in root.ancestors) or root.dep_ == "ccomp"


def is_paired(entity: TokenSpan) -> bool:
    """True for a name that is joined to another of which the tagger does not know what it is."""
    root = entity.root
    others = [child for child in root.children if child.dep_ == "conj"]
    if root.dep_ == "conj":
        others.append(root.head)
    return any(other.pos_ == "PROPN" and other.ent_type_ not in _KNOWN_LABELS for other in others)


def is_unnamed_person(token: Token) -> bool:
    """True for "a guard" and "the first speaker": somebody whom a pronoun may mean, though nothing tells who."""
    if token.pos_ != "NOUN" or token.tag_ != "NN" or token.ent_type_ or token.lemma_.lower() not in _HUMAN:
        return False
    if token.dep_ in ("compound", "appos", "nmod", "attr", "amod", "oprd", "npadvmod") or token.head.lower_ == "as":
        return False
    return not any(c.dep_ in ("appos", "nmod") and c.pos_ == "PROPN" for c in token.children)


def comes_later(place: Place) -> bool:
    """True for the "his" of "With his record in doubt, Lund must ...": whose it is, the sentence tells after it."""
    token = place.token
    root = next((t for t in place.sentence.doc if t.dep_ == "ROOT"), None)
    if root is None or token.tag_ != "PRP$":
        return False
    return any(c.dep_ in ("nsubj", "nsubjpass") and c.i > token.i and token not in c.subtree for c in root.children)


def _bearer(root: Token) -> Token:
    """Return the head of the phrase that names it: "mayor" of "the mayor, Lars Bundgaard"."""
    while root.dep_ in ("compound", "appos", "nmod", "conj") and root.head.i != root.i and root.head.pos_ != "VERB":
        root = root.head
    return root
