"""Clauses that no statement holds, so that nothing that a text asserts is lost to a misread parse or crediting."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from provenance.extraction.claims.propositions import (
    FACTIVE,
    Proposition,
    Shape,
    is_finite,
    is_verbal,
    opening_word,
    shared_words,
    subject_of,
    subtree,
)
from provenance.extraction.claims.voices import Voices
from provenance.model.attribution import Attribution

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_CLAUSES = frozenset(("conj", "advcl", "ccomp", "parataxis"))
_MAIN = frozenset(("ROOT", "conj", "parataxis", "ccomp"))
_MISREAD = frozenset(("amod", "compound", "nmod", "poss", "nsubj", "npadvmod", "appos"))  # no places for a verb
_SHORTEST = 3  # words
_RELATIVE = ("WP", "WDT", "WRB", "WP$")


def leftovers(doc: Doc, voices: Voices, covered: frozenset[int]) -> Iterator[tuple[Proposition, Attribution | None]]:
    """Yield the clauses with a tense that are not among the covered words, outermost first, and whose they are.

    What hangs on a condition, and what describes a source ("officials who know the matter"), asserts nothing alone.
    """
    told = covered | voices.shell
    waiting = [t for t in doc if t.i not in told and _tells(t)]
    held = set(covered)
    for verb in sorted(waiting, key=_depth):
        if verb.i in held:
            continue
        owner = next((a for a, words in voices.credited if verb.i in words), None)
        words = next((words for a, words in voices.credited if a is owner), voices.own)
        clause = _relative(verb, words) if verb.dep_ == "relcl" else _clause(verb, words, held)
        if clause is not None:
            held |= {*clause.words, *clause.about}
            yield clause, owner


def misread(doc: Doc, words: frozenset[int], shell: frozenset[int]) -> Proposition | None:
    """Return credited words whole where the parser takes their verb for a noun or hangs it on one; else None."""
    real = [i for i in sorted(words) if not doc[i].is_punct and not doc[i].is_space]
    if len(real) < _SHORTEST or any(doc[i].tag_ in _RELATIVE for i in real):
        return None
    said = next((doc[i] for i in real if doc[i].dep_ == "ccomp" and doc[i].head.i in shell), None)
    if said is not None and not is_verbal(said) and len(real) > _SHORTEST:
        return Proposition(doc, said.i, tuple(sorted(words)))
    verb = next((doc[i] for i in real[1:] if _tells(doc[i]) and doc[i].dep_ in _MISREAD), None)
    if verb is None or subject_of(verb) is None:
        return None
    return Proposition(doc, verb.i, tuple(sorted(words)))


def _tells(token: Token) -> bool:
    return is_verbal(token) and token.dep_ not in ("aux", "auxpass") and is_finite(token)


def _depth(token: Token) -> tuple[int, int]:
    return sum(1 for _ in token.ancestors), token.i


def _clause(verb: Token, words: frozenset[int], held: set[int]) -> Proposition | None:
    if verb.dep_ not in _MAIN and not (verb.dep_ == "advcl" and opening_word(verb) in FACTIVE):
        return None
    if any(t.tag_ in _RELATIVE and t.i < verb.i and t.head.i == verb.i for t in verb.children if verb.dep_ != "advcl"):
        return None  # "how he gets good value"
    stated = {i for c in verb.children if c.dep_ in _CLAUSES and c.i in held for i in subtree(c)}
    own = (subtree(verb) & words) - stated
    subject = subject_of(verb)
    if subject is None:
        own |= shared_words(verb)
    elif subject.i not in own:
        own |= subtree(subject)  # a source's name is what its own clause is about
    told = [i for i in own if not verb.doc[i].is_punct and not verb.doc[i].is_space]
    has_subject = any(verb.doc[i].dep_ in ("nsubj", "nsubjpass", "csubj", "expl") for i in told)
    return Proposition(verb.doc, verb.i, tuple(sorted(own))) if has_subject and len(told) >= _SHORTEST else None


def _relative(verb: Token, words: frozenset[int]) -> Proposition | None:
    """Return what a clause says of the noun before it, where no statement holds it ("the scandals they faced")."""
    noun = verb.head
    about = tuple(i for i in sorted(subtree(noun)) if i < verb.left_edge.i and not verb.doc[i].is_space)
    own = tuple(sorted(subtree(verb) & words))
    if noun.pos_ not in ("NOUN", "PROPN") or not about or len(own) < _SHORTEST or subject_of(verb) is None:
        return None
    return Proposition(verb.doc, verb.i, own, Shape.RELATIVE, about, noun.i)
