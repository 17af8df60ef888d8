"""A denial whose content is a noun: "denied the leak" says of a leak that it did not happen."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from provenance.extraction.claims.propositions import Proposition, Shape, is_verbal, subtree, without_asides
from provenance.extraction.claims.wording import Changes, possessive
from provenance.languages.english.denied import ASKED_FOR, DENYING, FIGURES, LASTING, OWN_PART, REFUTING, TOLD

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_UPWARDS = 4  # words between the noun and the verb that denies it
_OPEN = frozenset(("any", "a", "an"))
_PLURAL = frozenset(("NNS", "NNPS"))
_OWN = {"i": "my", "we": "our", "he": "his", "she": "her", "it": "its", "they": "their", "who": "whose"}


def find_denied(doc: Doc, words: frozenset[int], asides: Iterable[Proposition]) -> Proposition | None:
    """Return what is denied by its noun; None where somebody is denied something, or turns a request or plan down."""
    free = words - frozenset(i for aside in asides if not aside.stays for i in aside.words)
    nouns = _nouns(doc, free)
    if len(nouns) != 1 or not is_denied(nouns[0]):
        return None
    told = free & (without_asides(nouns[0]) | (free - subtree(nouns[0])))
    return Proposition(doc, nouns[0].i, tuple(i for i in sorted(told) if not doc[i].is_space), Shape.PHRASE)


def is_withheld(doc: Doc, words: frozenset[int]) -> bool:
    """True for "denied him entry", "denied the request" and "was denied a goal": an act, and nobody's claim."""
    nouns = _nouns(doc, words)
    verb = _denying_verb(nouns[0]) if nouns else None
    if verb is None or verb.lemma_.lower() not in DENYING:
        return False
    return len(nouns) > 1 or nouns[0].lemma_.lower() in ASKED_FOR or _is_given_to(nouns[0], verb)


def _nouns(doc: Doc, words: frozenset[int]) -> list[Token]:
    """Return the nouns that the words hang on a word outside them by."""
    return [doc[i] for i in sorted(words) if doc[i].head.i not in words and doc[i].pos_ in ("NOUN", "PROPN")]


def _is_given_to(noun: Token, verb: Token) -> bool:
    passive = any(c.dep_ == "nsubjpass" and c.i < noun.i for c in verb.children)
    return passive or any(c.dep_ in ("dative", "dobj") and c.i < noun.left_edge.i for c in verb.children)


def is_denied(noun: Token) -> bool:
    """True where a verb above denies what the noun tells of, and does not withhold it from somebody."""
    verb = _denying_verb(noun)
    if verb is None:
        return False
    lemma, kind = noun.lemma_.lower(), verb.lemma_.lower()
    if kind in REFUTING:
        return lemma in TOLD or (lemma in FIGURES and kind not in ("reject", "dismiss"))
    return not _is_given_to(noun, verb) and lemma not in ASKED_FOR and noun.ent_type_ not in ("PERSON", "GPE")


def _denying_verb(noun: Token) -> Token | None:
    token = noun
    for _ in range(_UPWARDS):
        if token.head.i == token.i or (token.i != noun.i and is_verbal(token)):
            return None
        token = token.head
        if token.lemma_.lower() in DENYING | REFUTING:
            return token
    return None


def denied(proposition: Proposition, instead: dict[int, str], denier: str) -> Changes:
    """Return what makes a sentence of the noun: "The leak [happened]", "[There was] a leak", "[Holm's] part ..."."""
    noun, lemma = proposition.verb, proposition.verb.lemma_.lower()
    inside = [c for c in noun.children if c.i in proposition.words]
    plural = noun.tag_ in _PLURAL
    if lemma in TOLD | FIGURES:
        return Changes(instead, behind=" [are true]" if plural else " [is true]")
    definite = next((c for c in inside if c.dep_ in ("det", "poss", "predet")), None)
    open_to_any = definite is None or definite.lower_ in _OPEN
    if open_to_any and definite is not None and (definite.lower_ == "any" or lemma in OWN_PART):
        instead[definite.i] = ""
    if open_to_any and lemma in OWN_PART:
        whose = _OWN.get(denier.lower()) or possessive(denier)
        return Changes(instead, ahead=f"[{whose}] ", behind=_is_fact(plural))
    if open_to_any:
        return Changes(instead, ahead="[There were] " if plural else "[There was] ")
    return Changes(instead, behind=_is_fact(plural) if lemma in LASTING else " [happened]")


def _is_fact(plural: bool) -> str:
    return " [are a fact]" if plural else " [is a fact]"
