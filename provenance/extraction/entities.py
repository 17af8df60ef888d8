"""The parse of a sentence, mended where its mistakes are plain: names, headlines, and what "it’s" is short for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from provenance.extraction.introduced import introduced_people
from provenance.languages.english.cues import HEADLINE_VERBS
from provenance.languages.english.events import GOING
from provenance.languages.english.sources import BODY_WORDS
from provenance.text.places import find_place

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token
    from spacy.tokens import Span as TokenSpan

# The lemmatizer knows "'s" with a straight apostrophe alone.
_SHORT_FOR = {"’s": "be", "’re": "be", "’m": "be", "’ve": "have", "’ll": "will", "’d": "would"}
_WHERE = frozenset(("in", "at", "near", "from", "to", "outside", "around", "into"))


def mended(doc: Doc) -> Doc:
    """Return the parse with whole names ("Moon Jae-in"), companies that are no people, and towns that are none.

    "It’s" has the lemma of "it's".
    """
    for token in doc:
        if token.text in _SHORT_FOR and token.tag_ != "POS":
            token.lemma_ = "have" if token.dep_ == "aux" and token.head.tag_ == "VBN" else _SHORT_FOR[token.text]
    ents = list(doc.ents)
    found = [_mended(doc, entity) if entity.label_ == "PERSON" else entity for entity in ents]
    if any(a is not b for a, b in zip(ents, found, strict=True)):
        doc.set_ents(_apart(found), default="outside")
    if people := introduced_people(doc):
        others = [entity for entity in doc.ents if not any(_overlap(entity, name) for name in people)]
        doc.set_ents(sorted([*others, *people], key=lambda entity: entity.start), default="outside")
    if len(doc) and doc[-1].text not in (".", "!", "?"):
        _mend_headline(doc)
    return doc


def _overlap(one: TokenSpan, other: TokenSpan) -> bool:
    return one.start < other.end and other.start < one.end


def _mend_headline(doc: Doc) -> None:
    """Give the infinitive of "Pyongyang confirms Kim to visit Russia" its subject, which the parse makes an object."""
    for verb in doc:
        if verb.pos_ != "VERB" or verb.lemma_.lower() not in HEADLINE_VERBS:
            continue
        told = next((c for c in verb.children if c.dep_ in ("dobj", "ccomp") and c.i > verb.i), None)
        above = (verb, told) if told is not None else (verb,)
        infinitive = next((c for t in above for c in t.children if c.dep_ in ("xcomp", "acl") and _is_to(c)), None)
        if told is None or infinitive is None or told.i > infinitive.i:
            continue
        if told.dep_ == "ccomp" and (told.tag_ not in ("VBP", "VB") or any("subj" in c.dep_ for c in told.children)):
            continue
        if told.dep_ == "ccomp":
            told.tag_, told.pos_ = "NN", "NOUN"
        infinitive.head, infinitive.dep_ = verb, "ccomp"
        told.head, told.dep_ = infinitive, "nsubj"
        for later in [c for c in verb.children if c.i > infinitive.i]:
            later.head = infinitive


def _is_to(verb: Token) -> bool:
    return any(child.tag_ == "TO" for child in verb.children)


def _mended(doc: Doc, entity: TokenSpan) -> TokenSpan:
    last = entity[-1]
    if len(entity) > 1 and last.lower_ in BODY_WORDS:
        return _relabelled(doc, entity, "ORG")
    if len(entity) == 1 and _is_where(last) and find_place(entity.text) is not None:
        return _relabelled(doc, entity, "GPE")
    end = entity.end
    while end + 1 < len(doc) and doc[end].text == "-" and not doc[end - 1].whitespace_ and not doc[end].whitespace_:
        end += 2
    return entity if end == entity.end else _relabelled(doc, doc[entity.start : end], "PERSON")


def _relabelled(doc: Doc, words: TokenSpan, label: str) -> TokenSpan:
    return doc.char_span(words.start_char, words.end_char, label=label) or words


def _is_where(token: Token) -> bool:
    if token.dep_ == "pobj":
        return token.head.lower_ in _WHERE
    return token.dep_ == "dobj" and token.head.lemma_.lower() in GOING


def _apart(entities: list[TokenSpan]) -> list[TokenSpan]:
    """Return the names without one that another, which grew, has taken in."""
    kept: list[TokenSpan] = []
    for entity in entities:
        if not kept or entity.start >= kept[-1].end:
            kept.append(entity)
    return kept
