"""Credited words that are no clause by themselves: noun phrases, infinitives, and what must be put to them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import TYPE_CHECKING

from provenance.extraction.claims.propositions import (
    Proposition,
    Shape,
    is_finite,
    is_verbal,
    shared_words,
    subtree,
    without_asides,
)
from provenance.languages.english.awaited import AWAITING
from provenance.languages.english.cues import SPEECH, THAT
from provenance.languages.english.events import ACTS, EVENT_VERBS
from provenance.languages.english.modality import NOUNS
from provenance.model.attribution import Attribution, Stance

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_SUBJECTS = frozenset(("nsubj", "nsubjpass"))
_PLURAL = frozenset(("they", "we", "both", "dozens", "hundreds", "thousands", "many", "several", "others"))
_CALLING = frozenset(("call", "appeal", "plead", "prevail"))  # on, upon or to somebody
_SHORTEST = 2  # words: a lone adjective in quotation marks states nothing


def find_phrase(doc: Doc, words: frozenset[int], asides: Iterable[Proposition]) -> Proposition | None:
    """Return credited words without a verb ("the possibility of a third summit"); None where they state nothing."""
    free = words - frozenset(i for aside in asides if not aside.stays for i in aside.words)
    heads = [doc[i] for i in sorted(free) if doc[i].head.i not in free or doc[i].head.i == i]
    noun = next((t for t in heads if t.pos_ in ("NOUN", "PROPN")), None)
    if noun is None:
        return None
    kept = tuple(sorted(i for i in free if not doc[i].is_space))
    real = [i for i in kept if not doc[i].is_punct and doc[i].dep_ not in ("cc", "mark")]
    if len(real) < _SHORTEST and _event(noun) is None:
        return None
    return Proposition(doc, noun.i, kept, Shape.PHRASE)


def with_complements(phrase: Proposition, own: frozenset[int]) -> Proposition:
    """Return the phrase with what a preposition adds behind it ("demands a guarantee *for all jobs*")."""
    last = max(phrase.words)
    added = {
        i
        for c in phrase.verb.head.rights
        if c.dep_ == "prep" and last < c.i <= last + 2 and subtree(c) <= own and phrase.verb.dep_ == "dobj"
        for i in subtree(c)
    }
    return replace(phrase, words=tuple(sorted({*phrase.words, *added}))) if added else phrase


def act_around(phrase: Proposition, asides: Iterable[Proposition]) -> Proposition | None:
    """Return the clause in which a credited noun stands ("the Senate rejected the bill"): an act, told by the outlet.

    None where the noun tells an event of its own ("denied the attack"), or no verb with a tense holds it.
    """
    verb = _verb_over(phrase.verb)
    if verb is None:
        return None
    denied = any(c.dep_ == "neg" for c in verb.children)
    if not denied and (verb.lemma_.lower() in SPEECH or (is_event(phrase) and verb.lemma_.lower() not in ACTS)):
        return None  # "has not announced a closure" is told by the outlet, "announced a closure" is credited
    return _clause_of(verb, phrase, asides)


def clause_around(phrase: Proposition, asides: Iterable[Proposition]) -> Proposition | None:
    """Return the passive clause whose subject is credited to nobody known ("a meeting is expected on April 25")."""
    verb = _verb_over(phrase.verb)
    return _clause_of(verb, phrase, asides) if verb is not None and phrase.verb.dep_ == "nsubjpass" else None


def _verb_over(noun: Token) -> Token | None:
    """Return the main verb with a tense that holds the noun."""
    verb = noun.head
    while verb.dep_ in ("prep", "pobj", "xcomp", "dative", "agent") and verb.head.i != verb.i:
        verb = verb.head
    main = is_verbal(verb) and is_finite(verb) and verb.dep_ in ("ROOT", "conj")
    return verb if main else None


def _clause_of(verb: Token, phrase: Proposition, asides: Iterable[Proposition]) -> Proposition:
    left_out = frozenset(i for aside in asides if not aside.stays for i in aside.words)
    cut = frozenset(
        i
        for c in verb.children
        if (c.dep_ == "cc" or (c.dep_ in ("conj", "advcl", "ccomp") and is_verbal(c))) and c.i not in phrase.words
        for i in subtree(c)
    )
    words = (subtree(verb) | shared_words(verb)) - left_out - cut
    return Proposition(phrase.doc, verb.i, tuple(sorted(words)))


def addressed(governor: Token, before: int) -> Token | None:
    """Return whom a verb turns to: "urged *the firm* to pay", "called on *the firm* to pay"."""
    asked = next((c for c in governor.children if c.dep_ in ("dobj", "dative") and c.i < before), None)
    if asked is not None or governor.lemma_.lower() not in _CALLING:
        return asked
    prepositions = (c for c in governor.children if c.dep_ == "prep" and c.lower_ in ("on", "upon", "to", "with"))
    return next((p for c in prepositions for p in c.children if p.dep_ == "pobj" and p.i < before), None)


def with_governor(proposition: Proposition) -> Proposition:
    """Return "to come from fraud" with the verb that it hangs on: "those savings were expected to come from fraud".

    An infinitive tells neither who nor whether; the verb above it does ("does not plan to raise spending").
    """
    verb = proposition.verb
    first = verb.head if verb.dep_ == "conj" and not any(t.dep_ in _SUBJECTS for t in proposition.tokens()) else verb
    governor = first.head
    if first.dep_ != "xcomp" or any(c.dep_ in _SUBJECTS for c in (*verb.children, *first.children)):
        return proposition
    if addressed(governor, verb.i) is not None or not is_verbal(governor):
        return proposition
    if governor.tag_ == "VBG" and governor.dep_ == "conj" and not is_finite(governor):
        return proposition  # "said it continues and vowing to march": its subject is not the one nearby
    bearer = governor
    while bearer.dep_ == "conj" and bearer.head.i != bearer.i and not any(c.dep_ in _SUBJECTS for c in bearer.children):
        bearer = bearer.head
    subject = next((c for c in bearer.children if c.dep_ in _SUBJECTS), None)
    if subject is None or subject.tag_ in ("WP", "WDT"):
        return proposition
    helpers = [c for c in governor.children if c.dep_ in ("aux", "auxpass", "neg")]
    words = {governor.i, *without_asides(subject), *(c.i for c in helpers), *proposition.words}
    whole = replace(proposition, head=governor.i, words=tuple(sorted(words)))
    return _of_noun(whole, governor) if governor.dep_ == "relcl" else whole


def _of_noun(proposition: Proposition, verb: Token) -> Proposition:
    """Return "which the council promised to repair" with the noun that it speaks of."""
    noun = verb.head
    about = tuple(i for i in sorted(subtree(noun)) if i < verb.left_edge.i)
    if not about or noun.pos_ not in ("NOUN", "PROPN", "PRON"):
        return proposition
    return replace(proposition, shape=Shape.RELATIVE, about=about, about_head=noun.i)


def is_only_sought(phrase: Proposition, shell: frozenset[int], attribution: Attribution) -> bool:
    """True for the event of "is pushing for a deal": whoever does that says nothing, and the deal is not there."""
    verb = phrase.verb.head
    while verb.dep_ in ("prep", "pobj", "dative") and verb.head.i != verb.i:
        verb = verb.head
    if not is_verbal(verb) or verb.i not in shell or attribution.stance is not Stance.ASSERTS:
        return False
    states = phrase.verb.lemma_.lower() in NOUNS or _has_state(phrase)  # "left open the possibility of a summit"
    told = verb.lemma_.lower() in SPEECH | THAT or not AWAITING.isdisjoint((verb.lower_, verb.lemma_.lower()))
    return is_event(phrase) and not states and not told


def stands_outside(phrase: Proposition, shell: frozenset[int]) -> bool:
    """True for credited words that are part of what is told without the crediting.

    So it is where they are the subject of another verb than the cue ("*the decision to close* drew criticism from"),
    and where the cue says what they are called ("described *him* as *a hero*"): they are no sentence without it.
    """
    noun = phrase.verb
    if noun.dep_ in _SUBJECTS and is_finite(noun.head) and noun.head.i not in shell:
        return True
    words = frozenset(phrase.words)
    broken = len(words) < phrase.words[-1] - phrase.words[0] + 1
    named = any(t.lower_ == "as" and t.dep_ == "prep" and t.head.i in shell for t in phrase.tokens())
    return broken and named


def is_told(phrase: Proposition) -> bool:
    """True for a noun phrase that a verb of speech with a tense credits ("confirmed the price of 240 million")."""
    verb = phrase.verb.head
    while verb.dep_ in ("prep", "pobj", "dative") and verb.head.i != verb.i:
        verb = verb.head
    told = verb.lemma_.lower() in SPEECH and is_finite(verb)
    return told and len([t for t in phrase.tokens() if t.is_alpha or t.like_num]) > _SHORTEST


def is_event(phrase: Proposition) -> bool:
    """True for words whose noun tells an event, a plan or a possibility, or that something is under way."""
    return _event(phrase.verb) is not None or _has_state(phrase)


def _event(noun: Token) -> str | None:
    lemma = noun.lemma_.lower()
    if noun.lower_ in EVENT_VERBS or lemma in EVENT_VERBS:
        return EVENT_VERBS.get(noun.lower_) or EVENT_VERBS.get(lemma)
    return lemma if lemma in NOUNS else None


def _has_state(proposition: Proposition) -> bool:
    return any(t.lower_ == "under" for t in proposition.tokens()) and any(
        t.lower_ == "way" for t in proposition.tokens()
    )
