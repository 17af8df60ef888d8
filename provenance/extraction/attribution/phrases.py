"""Noun phrases that name sources: their head, the name in them, whose paper it is, as what a person is described."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from provenance.extraction.attribution.posts import names_platform
from provenance.extraction.attribution.predicates import subtree
from provenance.extraction.reading import Sentence
from provenance.languages.english.callings import REGIONS
from provenance.languages.english.numbers import COLLECTIVE, PICKING
from provenance.languages.english.people import PRONOUNS
from provenance.languages.english.sources import IMAGES, INDEFINITE, KINDS, OFFICES, PEOPLE
from provenance.model.source import SourceKind
from provenance.model.span import Span, Spans
from provenance.text.places import find_place

if TYPE_CHECKING:
    from spacy.tokens import Span as TokenSpan
    from spacy.tokens import Token

_NAMED = frozenset(("PERSON", "ORG", "GPE", "NORP", "FAC", "PRODUCT", "WORK_OF_ART", "LAW", "EVENT", "LOC"))

_COUNTING = COLLECTIVE | PICKING | INDEFINITE


def head_of(tokens: list[Token]) -> Token | None:
    """Return the token of the phrase that hangs on something outside it."""
    tokens = _of_relative(tokens)
    inside = {token.i for token in tokens}
    heads = [token for token in tokens if token.head.i not in inside or token.head.i == token.i]
    nominal = [token for token in heads if token.pos_ in ("NOUN", "PROPN", "PRON", "NUM", "DET", "X", "ADJ")]
    if len(nominal) > 1:  # "the newspaper" and Kommersant, where the parse has not seen that they are one
        nominal.sort(key=lambda token: token.ent_type_ not in ("ORG", "PERSON", "GPE"))
    return next(iter(nominal or heads), None)


def _of_relative(tokens: list[Token]) -> list[Token]:
    """Return the noun instead of "who saw": an engine may mark a relative clause's own words as the source."""
    verb = next((token for token in tokens if token.dep_ == "relcl" and token.pos_ in ("VERB", "AUX")), None)
    pronoun = any(token.lower_ in ("who", "whom", "which") for token in tokens)
    if verb is None or not pronoun or any(token.i <= verb.head.i for token in tokens):
        return tokens
    return [verb.head]


def words_around(sentence: Sentence, head: Token) -> Spans:
    tokens = [sentence.doc[i] for i in sorted(subtree(head)) if not sentence.doc[i].is_punct]
    if not tokens:
        return (sentence.token_span(head),)
    if head.dep_ == "poss" and tokens[-1].tag_ == "POS":
        tokens = tokens[:-1]
    start, end = sentence.token_span(tokens[0]).start, sentence.token_span(tokens[-1]).end
    return (Span(start, end),)


def owner_of_paper(paper: Token) -> Token | None:
    """Return whose paper it is: "a report in the Times", "the ministry's statement", "a statement by Kim"."""
    for child in paper.children:
        if child.dep_ == "poss" and child.lower_ not in PRONOUNS:
            return child
    for child in paper.children:
        if child.dep_ in ("prep", "agent") and child.lower_ in ("by", "from", "in", "of", "on"):
            for named in child.children:
                if named.dep_ == "pobj" and _can_own(named):
                    return named
    for child in paper.children:
        if child.dep_ in ("acl", "relcl") and child.lemma_.lower() in ("release", "publish", "issue", "write"):
            for agent in child.children:
                if agent.dep_ == "agent":
                    return next((named for named in agent.children if named.dep_ == "pobj"), None)
    return None


def _can_own(named: Token) -> bool:
    """True for whoever can give a paper out: "a post on Facebook" is not Facebook's."""
    if named.head.lower_ == "on" and names_platform(named):
        return False
    return named.ent_type_ in ("ORG", "PERSON", "GPE") or named.lower_ in PEOPLE


def is_camera(name: Token) -> bool:
    """True for the "CCTV" of "CCTV footage": what it was filmed with, and no broadcaster."""
    filmed = name.head.lemma_.lower() in IMAGES or name.head.lemma_.lower() == "camera"
    return name.lower_ == "cctv" and filmed


def cited_in(head: Token) -> Token | None:
    """Return whom a source is said to cite in its own noun phrase: "the Times, which cited two officials"."""
    for child in head.children:
        if child.dep_ in ("relcl", "acl") and child.lemma_.lower() in ("cite", "quote"):
            return next((named for named in child.children if named.dep_ == "dobj"), None)
        if child.dep_ in ("prep",):
            for named in child.children:
                found = cited_in(named) if named.dep_ == "pobj" else None
                if found is not None:
                    return found
    return None


def relative_of(word: Token) -> Token | None:
    """Return the noun that "who" or "which" stands for."""
    verb = word.head
    for _ in range(4):
        if verb.dep_ == "relcl":
            return verb.head
        if verb.head.i == verb.i:
            return None
        verb = verb.head
    return None


def name_in(head: Token) -> TokenSpan | None:
    """Return the name in a noun phrase: the head's own, an apposition's, or what is compounded with it."""
    for token in (
        head,
        *(c for c in head.children if c.dep_ == "appos"),
        *(c for c in head.children if c.dep_ in ("compound", "nmod")),
    ):
        for entity in head.doc.ents:
            if entity.start <= token.i < entity.end and entity.label_ in _NAMED:
                inside = token.dep_ in ("compound", "nmod") and token.i != head.i
                if inside and (is_camera(token) or entity.label_ in ("GPE", "NORP", "LOC") or head.lower_ in PEOPLE):
                    continue
                return entity
    return None


def body_of(spokesman: Token) -> TokenSpan | None:
    """Return the body that an unnamed spokesman speaks for."""
    places = {token.i for token in spokesman.subtree}
    for entity in spokesman.doc.ents:
        if entity.label_ in ("ORG", "GPE") and entity.root.i in places:
            return entity
    for child in spokesman.children:
        if child.lower_ in ("for", "of"):
            named = next((c for c in child.children if c.dep_ == "pobj" and c.pos_ == "PROPN"), None)
            if named is not None:
                return spokesman.doc[named.left_edge.i : named.i + 1]
    return None


def role_beside(head: Token, entity: TokenSpan) -> str | None:
    """Return as what a named person is described: "chief aide", "White House press secretary"."""
    inside = range(entity.start, entity.end)
    if head.i not in inside:  # "Kim's chief aide, Kim Chang Son"
        return without_article(_words(t for t in head.subtree if t.i <= head.i and t.i not in inside))
    before = [
        t
        for t in head.lefts
        if t.lower_ not in _TITLES and t.dep_ in ("compound", "amod", "nmod", "poss") and t.i not in inside
    ]
    if before:
        return without_article(_words(t for part in before for t in part.subtree if t.i not in inside))
    for child in head.children:
        if child.dep_ == "appos" and child.pos_ == "NOUN":
            return description(child)
    return None


_TITLES = frozenset(("mr.", "mrs.", "ms.", "mr", "mrs", "ms", "dr.", "dr", "sir"))


def _words(tokens: Iterable[Token]) -> str:
    chosen = sorted(tokens, key=lambda token: token.i)
    return "".join(token.text_with_ws for token in chosen).strip(" ,")


def compact(head: Token) -> str:
    """Return the noun phrase without its relative clauses, appositions and what hangs on it after a comma."""
    left = min((t.i for child in head.lefts for t in child.subtree), default=head.i)
    right = head.i
    for child in head.rights:
        if child.dep_ == "prep" and child.lower_ in ("of", "for", "in", "at") and child.i == right + 1:
            right = _end_of(child)
        else:
            break
    for i in range(left, head.i):
        if head.doc[i].text in (":", ";", "—", "–"):
            left = i + 1
    words = head.doc[left : right + 1].text
    return words if len(words) <= 120 else head.text


def _end_of(prep: Token) -> int:
    """Return where "of the aides" ends, before what is told of them: ", who spoke on condition of anonymity"."""
    told = [t.left_edge.i for t in prep.subtree if t.dep_ in ("relcl", "appos", "advcl") and t.left_edge.i > prep.i + 1]
    end = min(told, default=prep.right_edge.i + 1) - 1
    while end > prep.i + 1 and prep.doc[end].is_punct:
        end -= 1
    return end


def description(head: Token) -> str:
    """Return what a noun phrase calls somebody, without its article: "two people", also where a sentence begins so."""
    words = without_article(compact(head))
    first = next((token for token in head.subtree if token.text == words.split()[0].strip(",")), None)
    if first is not None and first.i == head.i and kind_of_noun(head) is None and head.lower_ not in _COUNTING:
        return words  # may be a name that the tagger does not know
    misread = first is not None and first.tag_ in ("VB", "VBP") and first.dep_ in ("amod", "compound", "nmod")
    if misread:
        return words  # no phrase begins with a verb: a name that the tagger does not know
    if first is None or first.pos_ == "PROPN" or first.ent_type_ in _NAMED or not first.is_title or is_place(first):
        return words
    return words[0].lower() + words[1:]


def is_place(first: Token) -> bool:
    """True for the "Paris" of "Paris police", which begins its sentence."""
    return first.lower_ in REGIONS or (first.pos_ != "DET" and find_place(first.text) is not None)


def without_article(words: str) -> str:
    first, _, rest = words.partition(" ")
    return rest.strip() if first.lower() in ("the", "a", "an") and rest.strip() else words


def is_office(head: Token) -> bool:
    """True for "the minister" and "Kim's lawyer": one known person, though not by name."""
    if head.tag_ != "NN" or (head.lower_ not in OFFICES and head.lemma_.lower() not in OFFICES):
        return False
    return any((c.dep_ == "det" and c.lower_ in ("the", "this", "that")) or c.dep_ == "poss" for c in head.children)


def kind_of_noun(head: Token) -> SourceKind | None:
    for nouns, kind in KINDS:
        if head.lower_ in nouns or head.lemma_.lower() in nouns:
            return kind
    return None
