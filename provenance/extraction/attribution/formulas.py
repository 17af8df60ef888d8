"""Crediting without a verb: "according to", "in her words", "Police: ...", "..., per the ministry"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from provenance.extraction.attribution.headings import colon_triples
from provenance.extraction.attribution.predicates import subtree
from provenance.extraction.attribution.stretches import inside_marks, spans_of
from provenance.extraction.attribution.triples import Triple
from provenance.extraction.reading import Reading, Sentence
from provenance.languages.english.sources import (
    DATA,
    IMAGE_NOUNS,
    SHOWING_VERBS,
    SOURCE_NOUNS,
    WORDS_OF,
)

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_CLAUSE_HEADS = frozenset(("ROOT", "ccomp", "conj", "advcl", "relcl", "parataxis", "acl", "pcomp", "xcomp"))


def formula_triples(reading: Reading, sentence: Sentence) -> list[Triple]:
    """Return what the sentence credits by a set phrase."""
    found = []
    for token in sentence.doc:
        triple = _according(sentence, token) or _in_words_of(sentence, token) or _shown(sentence, token)
        if triple is not None and inside_marks(reading, triple.place.start) is None:
            found.append(triple)
    return found or colon_triples(reading, sentence)


def _according(sentence: Sentence, token: Token) -> Triple | None:
    doc = sentence.doc
    if token.lower_ == "according":
        to = next((child for child in token.children if child.lower_ == "to"), None)
        if to is None and token.i + 1 < len(doc) and doc[token.i + 1].lower_ == "to":
            to = doc[token.i + 1]
        cue = {token.i} | ({to.i} if to is not None else set())
        named = _object(to) or _object(token) if to is not None else None
    elif token.lower_ == "per" and token.dep_ == "prep":
        cue, named = {token.i}, _object(token)
        if named is not None and (named.ent_type_ not in ("PERSON", "ORG") and named.lower_ not in SOURCE_NOUNS):
            return None
    else:
        return None
    if named is None:
        return None
    source = subtree(named)
    source |= _explained(doc, source)
    return _rest(sentence, token, source, frozenset(cue), source | cue, "according to")


def _explained(doc: Doc, source: frozenset[int]) -> frozenset[int]:
    """Return what closes the sentence to tell who the source is: "according to KCNA, the official news agency"."""
    after = [token for token in doc[max(source) + 1 :] if not token.is_space]
    while after and after[-1].is_punct:
        after.pop()
    if len(after) < 3 or after[0].text != "," or after[1].pos_ not in ("DET", "PRON", "PROPN", "NOUN", "ADJ"):
        return frozenset()
    if any(token.pos_ in ("VERB", "AUX", "SCONJ") or token.is_punct for token in after[1:]):
        return frozenset()
    return frozenset(token.i for token in after)


def _object(preposition: Token) -> Token | None:
    return next((child for child in preposition.children if child.dep_ in ("pobj", "pcomp")), None)


def _in_words_of(sentence: Sentence, token: Token) -> Triple | None:
    """ "In Kim's view, ..." """
    if token.lower_ not in ("in", "by") or token.dep_ != "prep":
        return None
    noun = _object(token)
    if noun is None or noun.lower_ not in WORDS_OF:
        return None
    owner = next((child for child in noun.children if child.dep_ == "poss"), None)
    of = next((child for child in noun.children if child.lower_ == "of"), None)
    owner = owner or (_object(of) if of is not None else None)
    if owner is None:
        return None
    source = frozenset(i for i in subtree(owner) if sentence.doc[i].tag_ != "POS")
    formula = subtree(token)
    return _rest(sentence, token, source, formula - source, formula, "in words of")


def _rest(
    sentence: Sentence, token: Token, source: frozenset[int], cue: frozenset[int], formula: frozenset[int], lemma: str
) -> Triple | None:
    """Return the formula's triple: its content is the rest of the clause that it stands in."""
    clause = token.head
    while clause.dep_ not in _CLAUSE_HEADS or clause.pos_ not in ("VERB", "AUX"):
        if clause.head.i == clause.i:
            break
        clause = clause.head
    content = subtree(clause) - formula
    doc = sentence.doc
    whole = min(formula) == 0 or doc[min(formula) - 1].text == ","
    last = all(later.is_punct for later in doc[max(formula) + 1 :])
    if whole and last and clause.dep_ == "conj" and _is_shared(clause, doc):
        content = frozenset(range(min(formula) - 1))  # both of "It is high and was repaired, according to"
    if whole and (clause.dep_ == "ROOT" or max(formula) >= len(doc) - 2) and len(content) < 3:
        content = frozenset(range(len(doc))) - formula
    spans = spans_of(sentence, content)
    if not spans:
        return None
    return Triple(spans_of(sentence, source), spans_of(sentence, cue), spans, lemma, "around")


def _is_shared(clause: Token, doc: Doc) -> bool:
    """True where a joined clause has its subject from the one before it, and no comma or contrast parts the two."""
    own = any(child.dep_ in ("nsubj", "nsubjpass", "expl") for child in clause.children)
    return not own and not any(token.text in (",", ";") for token in doc[clause.head.i : clause.i])


def _shown(sentence: Sentence, verb: Token) -> Triple | None:
    """ "NK News showed photos on its website of preparations": what the pictures are of."""
    if verb.pos_ != "VERB" or verb.lemma_.lower() not in SHOWING_VERBS:
        return None
    picture = next((c for c in verb.children if c.dep_ == "dobj" and c.lemma_.lower() in IMAGE_NOUNS), None)
    subject = next((child for child in verb.children if child.dep_ == "nsubj"), None)
    if subject is not None and picture is None and subject.lemma_.lower() in IMAGE_NOUNS | DATA:
        return _seen_in(sentence, verb, subject)
    if picture is None or subject is None:
        return None
    opens = ("of", "showing", "depicting", "that")
    own = subtree(verb)
    start = next((i for i in sorted(own) if i > picture.i and sentence.doc[i].lower_ in opens), None)
    if start is None:
        return None
    skip = 1 if sentence.doc[start].lower_ != "that" else 2
    content = frozenset(i for i in own if i >= start + skip)
    cue = frozenset((verb.i, picture.i))
    spans = spans_of(sentence, content)
    source = spans_of(sentence, subtree(subject))[:1]
    return Triple(source, spans_of(sentence, cue), spans, "show", "obj") if spans else None


def _seen_in(sentence: Sentence, verb: Token, subject: Token) -> Triple | None:
    """ "A video shows soldiers leaving the town": what follows the verb, where the parse sees no clause in it."""
    if verb.lemma_.lower() not in ("show", "depict", "capture") or any(c.dep_ == "ccomp" for c in verb.children):
        return None
    content = frozenset(i for child in verb.children if child.i > verb.i for i in subtree(child))
    spans = spans_of(sentence, content)
    source = spans_of(sentence, subtree(subject))[:1]
    return Triple(source, (sentence.token_span(verb),), spans, "show", "obj") if spans else None
