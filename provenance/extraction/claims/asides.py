"""What a text states by the way: appositions and relative clauses set off by commas, dashes or brackets."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from provenance.extraction.claims.propositions import Proposition, Shape, is_finite, subtree

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_OPENING = frozenset((",", "(", "—", "–", "--", "-", "―"))
_RELATIVE = frozenset(("who", "which", "where", "whose", "whom"))
_NAMES = frozenset(("PERSON", "ORG", "GPE", "LOC", "FAC", "NORP", "PRODUCT", "EVENT", "WORK_OF_ART"))
_PLACING = frozenset(("be", "lie", "border", "sit", "host", "stand"))
_SET_WORDS = frozenset(("example", "instance", "time", "moment", "case", "lot"))
_LONGEST = 45  # words: a longer "apposition" is a list or a misparse


def find_asides(doc: Doc) -> Iterator[Proposition]:
    """Yield what is said about a noun by the way; the noun's own clause says enough without it."""
    for token in doc:
        if token.dep_ == "appos":
            yield from _apposition(token)
        elif token.dep_ == "relcl":
            yield from _relative(token)
        elif token.dep_ == "acl" and token.tag_ == "VBN":
            yield from _participle(token)


def _set_off(token: Token) -> bool:
    before = token.left_edge.i - 1
    return before > 0 and token.doc[before].text in _OPENING


def _apposition(appos: Token) -> Iterator[Proposition]:
    noun = appos.head
    if noun.dep_ == "appos" and not _set_off(noun):
        noun = noun.head
    if not _set_off(appos) or appos.pos_ not in ("NOUN", "PROPN") or noun.pos_ not in ("NOUN", "PROPN"):
        return
    words = _tidy(appos.doc, subtree(appos))
    if (
        not words
        or len(words) > _LONGEST
        or appos.lower_ in _SET_WORDS
        or any(appos.doc[i].dep_ == "conj" and appos.doc[i].head.i == appos.i for i in words)
    ):
        return
    about = _noun_phrase(noun, appos.left_edge.i)
    if not about or about[-1] != appos.left_edge.i - 2:
        return  # in a list the parser hangs a description on a name further off
    if _describes(appos):
        if noun.pos_ == "NOUN" and noun.ent_type_ not in _NAMES:
            return  # "the aim, a deal": no name to say it of
        yield Proposition(appos.doc, appos.i, words, Shape.APPOSITION, about, noun.i)
    elif appos.ent_type_ == "PERSON" and noun.pos_ == "NOUN" and noun.tag_ == "NN" and _is_role(noun):
        name = tuple(i for i in words if appos.doc[i].ent_type_ == "PERSON")
        yield Proposition(appos.doc, noun.i, about, Shape.APPOSITION, name, appos.i, stays=True)


def _describes(appos: Token) -> bool:
    """True for "a port city", "the country's largest bank", "head of the party"; false for a name or a figure."""
    if appos.pos_ != "NOUN" or appos.ent_type_ in (
        "PERSON",
        "DATE",
        "TIME",
        "CARDINAL",
        "MONEY",
        "PERCENT",
        "QUANTITY",
    ):
        return False
    if any(c.dep_ in ("det", "poss") for c in appos.children):
        return True
    return any(c.dep_ == "prep" and c.lower_ in ("of", "for", "at", "to") for c in appos.children)


def _is_role(noun: Token) -> bool:
    return noun.ent_type_ not in _NAMES and any(
        c.dep_ in ("poss", "prep", "det", "amod", "compound") for c in noun.children
    )


def _relative(verb: Token) -> Iterator[Proposition]:
    first = verb.left_edge
    if not _set_off(verb) or not is_finite(verb):
        return
    pronoun = next(
        (t for t in verb.doc[first.i : verb.i + 1] if t.lower_ in _RELATIVE and t.tag_ in ("WP", "WDT", "WRB", "WP$")),
        None,
    )
    if pronoun is None or pronoun.i - first.i > 3:
        return
    words = _tidy(verb.doc, subtree(verb))
    noun = _antecedent(verb, pronoun)
    about = _noun_phrase(noun, first.i)
    if words and about and len(words) <= _LONGEST:
        yield Proposition(verb.doc, verb.i, words, Shape.RELATIVE, about, noun.i)


def _antecedent(verb: Token, pronoun: Token) -> Token:
    """Return the noun that a relative clause is about: the parser's, or a place's name that stands right before it."""
    parsed = verb.head
    single = verb.tag_ == "VBZ" or any(c.tag_ == "VBZ" for c in verb.children if c.dep_ in ("aux", "auxpass"))
    if single and parsed.tag_ == "NNS" and parsed.dep_ == "pobj" and parsed.head.lower_ == "of":
        return parsed.head.head  # "one of the three people, who works for a bank"
    near = verb.doc[max(0, verb.left_edge.i - 2)]
    if near.i == parsed.i or near.is_punct:
        return parsed
    is_place = near.ent_type_ in ("GPE", "LOC", "FAC") and near.pos_ == "PROPN"
    while (
        near.ent_type_ and near.head.ent_type_ == near.ent_type_ and near.head.i < near.i and near.i - near.head.i < 4
    ):
        near = near.head  # "the House of Representatives, where"
    if pronoun.lower_ == "where" and near.pos_ in ("PROPN", "NOUN"):
        return near
    if is_place and (pronoun.lower_ == "where" or (pronoun.lower_ == "which" and verb.lemma_ in _PLACING)):
        return near
    if pronoun.lower_ in ("who", "whose", "whom") and near.ent_type_ == "PERSON" and parsed.ent_type_ != "PERSON":
        return near
    return parsed


def _participle(verb: Token) -> Iterator[Proposition]:
    """Yield "the bank, founded in 1905, ..." """
    noun = verb.head
    if not _set_off(verb) or noun.pos_ not in ("NOUN", "PROPN") or noun.i > verb.i or not _is_closed(verb):
        return
    if any(c.dep_ in ("mark", "aux", "auxpass", "nsubj", "nsubjpass") for c in verb.children):
        return
    words = _tidy(verb.doc, subtree(verb))
    about = _noun_phrase(noun, verb.left_edge.i)
    if len(words) >= 2 and about:
        yield Proposition(verb.doc, verb.i, words, Shape.PARTICIPLE, about, noun.i)


def _is_closed(verb: Token) -> bool:
    """True where a comma or the sentence's end follows."""
    after = verb.right_edge.i + 1
    return after >= len(verb.doc) or verb.doc[after].is_punct or verb.right_edge.is_punct


def _noun_phrase(noun: Token, before: int) -> tuple[int, ...]:
    """Return the words of the noun phrase that end before the aside."""
    words = {i for i in subtree(noun) if i < before}
    for child in noun.rights:
        if (
            child.dep_ in ("appos", "relcl", "acl")
            and child.left_edge.i > 0
            and noun.doc[child.left_edge.i - 1].is_punct
        ):
            words -= subtree(child)
    return _tidy(noun.doc, frozenset(words))


def _tidy(doc: Doc, words: frozenset[int]) -> tuple[int, ...]:
    """Return the words in order without marks and conjunctions at the edges."""
    kept = sorted(words)
    while kept and (doc[kept[0]].is_punct and doc[kept[0]].text not in ("$", "“", '"')):
        kept.pop(0)
    while kept and (doc[kept[-1]].is_punct and doc[kept[-1]].text not in ("”", '"', "%")):
        kept.pop()
    return tuple(kept)
