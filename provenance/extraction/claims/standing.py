"""How a claim holds, by the words around its verbs: denied, planned, possible, doubted, and when."""

from __future__ import annotations

from typing import TYPE_CHECKING

from provenance.extraction.claims.negations import clause_in_doubt, negations_at, negations_of_subject
from provenance.extraction.claims.propositions import Proposition, subject_of
from provenance.languages.english.cues import HEADLINE_VERBS, LEMMAS, SPEECH
from provenance.languages.english.modality import (
    ADJECTIVES,
    ADVERBS,
    CATENATIVES,
    CONDITIONS,
    HEDGING_ADJECTIVES,
    HEDGING_ADVERBS,
    HEDGING_MODALS,
    HEDGING_PASSIVES,
    HEDGING_RAISERS,
    MODALS,
    NEGATIVE_CATENATIVES,
    REPORTED_FIGURES,
    THINKING,
)
from provenance.model.frame import Modality

if TYPE_CHECKING:
    from spacy.tokens import Token

_ANNOUNCED = frozenset(("expect", "schedule", "slate", "set", "plan", "forecast", "tip"))
SELF = frozenset(("i", "we"))
# Where several words say how a claim holds, the first of these wins.
_STRENGTH = (
    Modality.QUESTION,
    Modality.HYPOTHETICAL,
    Modality.DEMAND,
    Modality.POSSIBILITY,
    Modality.PREDICTION,
    Modality.PLAN,
)


def base(verb: Token) -> str:
    """Return the verb's lemma, where the lemmatizer errs ("hop" for "hopes") the right one."""
    lemma = str(verb.lemma_).lower()
    return LEMMAS.get(lemma, lemma)


def helpers_of(verb: Token, inside: frozenset[int]) -> list[Token]:
    """Return the words that qualify a verb, with those of the first where it is coordinated ("will go and see")."""
    own = [c for c in verb.children if c.i in inside]
    bearer = verb
    while bearer.dep_ == "conj" and bearer.head.i != bearer.i and not any(c.dep_ in ("aux", "auxpass") for c in own):
        bearer = bearer.head
        own += [c for c in bearer.children if c.i in inside and c.dep_ in ("aux", "auxpass", "neg", "mark")]
    return own


def is_negative(verbs: tuple[Token, ...], inside: frozenset[int], subject: Token | None) -> bool:
    """True where an odd number of negations stands at the verbs, their subject or their object."""
    count = sum(negations_at(verb, helpers_of(verb, inside), inside) for verb in verbs)
    for verb in verbs[:-1]:
        doubted = clause_in_doubt(verb, inside)
        count += doubted[1] if doubted is not None else base(verb) in NEGATIVE_CATENATIVES
        outer = subject_of(verb) if doubted is not None else None
        count += _denies(outer, inside) if outer is not None and outer is not subject else 0
    if subject is not None:
        count += negations_of_subject(subject, inside)
    return count % 2 == 1


def _denies(subject: Token, inside: frozenset[int]) -> int:
    """Return how often the subject of an outer verb denies: "nobody can say that", "few doubt that"."""
    return 1 if subject.lower_ == "few" else negations_of_subject(subject, inside)


def modality_of(proposition: Proposition, verbs: tuple[Token, ...], inside: frozenset[int]) -> Modality:
    found: list[Modality] = []
    doc = proposition.doc
    if doc[-1].text == "?" or doc.text.rstrip("\"”'’ ").endswith("?"):
        found.append(Modality.QUESTION)
    words = {t.lower_ for t in proposition.tokens()}
    for verb in verbs:
        for child in helpers_of(verb, inside):
            found += _of_child(child, words)
    for verb in verbs[:-1]:
        awaited = any(c.lower_ == "yet" for c in verb.children)  # "has yet to pay"
        kind = None if awaited else CATENATIVES.get(base(verb))
        found += [kind] if kind else []
        found += [k for c in verb.children if c.i in inside and (k := ADJECTIVES.get(c.lower_)) and c.dep_ != "advmod"]
        if verb.lemma_ == "be" and not awaited and not any(c.dep_ in ("acomp", "attr", "oprd") for c in verb.children):
            found.append(Modality.PLAN)  # "is to visit"
    asked = (c for v in verbs for c in v.children if c.dep_ == "ccomp" and c.i in inside)
    if any(g.dep_ == "mark" and g.lower_ == "whether" for c in asked for g in c.children):
        found.append(Modality.QUESTION)
    outer = verbs[0].head
    telling = base(outer) in (SPEECH if outer.i > verbs[0].i else HEADLINE_VERBS)
    top = verbs[0].dep_ == "ROOT" or (verbs[0].dep_ == "ccomp" and telling)
    if top and len(verbs) == 1 and _is_infinitive(verbs[0]) and subject_of(verbs[0]) is not None:
        found.append(Modality.PLAN)  # the headlines "Kim to visit Russia", "Kim to visit Russia, Kremlin says"
    if _is_announced(verbs[0]):
        found.append(CATENATIVES.get(base(verbs[0])) or Modality.PREDICTION)
    infinitive = verbs[0].dep_ in ("ccomp", "xcomp") and _is_infinitive(verbs[0])
    if infinitive and outer.i not in inside and (kind := CATENATIVES.get(base(outer))):
        found.append(kind)  # "experts expect the population to shrink"
    if any(child.dep_ == "advcl" and child.i in inside and _is_condition(child) for v in verbs for child in v.children):
        found.append(Modality.HYPOTHETICAL)
    return next((modality for modality in _STRENGTH if modality in found), Modality.FACT)


def _is_announced(verb: Token) -> bool:
    """True for the headline "Kim expected in Vladivostok"."""
    unended = verb.doc[-1].text not in (".", "!", "?")
    bare = not any(c.dep_ in ("dobj", "aux", "auxpass", "ccomp", "xcomp") for c in verb.children)
    return unended and verb.dep_ == "ROOT" and verb.tag_ in ("VBD", "VBN") and bare and base(verb) in _ANNOUNCED


def _is_infinitive(verb: Token) -> bool:
    return any(c.tag_ == "TO" for c in verb.children)


def _of_child(child: Token, words: set[str]) -> list[Modality]:
    lower = str(child.lower_)
    if child.dep_ == "mark" and lower == "whether":
        return [Modality.QUESTION]
    if child.dep_ == "mark" and lower == "if":
        return [Modality.QUESTION if child.head.dep_ == "ccomp" else Modality.HYPOTHETICAL]
    if child.dep_ == "aux" and child.tag_ == "MD":
        if lower in ("would", "could", "might") and (
            "if" in words or any(c.lower_ == "have" and c.dep_ == "aux" for c in child.head.children)
        ):
            return [Modality.HYPOTHETICAL]
        kind = MODALS.get(lower)
        return [kind] if kind else []
    kind = ADVERBS.get(lower) if child.dep_ == "advmod" else None
    return [kind] if kind else []


def _is_condition(clause: Token) -> bool:
    return any(c.dep_ == "mark" and c.lower_ in CONDITIONS for c in clause.children)


def tense_of(verbs: tuple[Token, ...], inside: frozenset[int]) -> str | None:
    """Return the tense of the first verb that has one; "have" with a participle tells the past."""
    for verb in verbs:
        auxiliaries = [c for c in helpers_of(verb, inside) if c.dep_ in ("aux", "auxpass")]
        if any(c.lower_ in ("will", "'ll", "’ll", "wo", "shall") for c in auxiliaries):
            return "future"
        if any(c.tag_ == "VBD" for c in auxiliaries) or verb.tag_ == "VBD":
            return "past"
        if any(c.lemma_ == "have" and c.tag_ in ("VBZ", "VBP") for c in auxiliaries) and verb.tag_ in ("VBN", "VBD"):
            return "past"
        if any(c.tag_ in ("VBZ", "VBP") for c in auxiliaries) or verb.tag_ in ("VBZ", "VBP"):
            return "present"
        if any(c.tag_ == "MD" for c in auxiliaries):
            return None
        if verb.tag_ == "VBN" and verb.dep_ in ("conj", "acl"):
            return "past"
    return None


def hedge_of(verbs: tuple[Token, ...], inside: frozenset[int]) -> tuple[Token, ...]:
    """Return the words that put a doubt on what the verbs say, () where none do; the strongest kind of doubt wins."""
    for verb in verbs:
        for child in verb.subtree:
            if _doubts_the_verb(child, verbs, inside) or (child.i in inside and _doubts_a_noun(child)):
                return _whole_word(child)
    for outer in verbs:
        if outer is not verbs[-1] and (told := _said_of(outer, inside)):
            return told
        if base(outer) in HEDGING_RAISERS and (outer is not verbs[-1] or _is_impersonal(outer)):
            return (outer,)
        subject = subject_of(outer)
        if outer is not verbs[-1] and base(outer) in THINKING and subject is not None and subject.lower_ in SELF:
            return (subject, outer)
    above = verbs[0].head
    if verbs[0].dep_ == "ccomp" and base(above) in HEDGING_RAISERS and above.i in inside and _is_impersonal(above):
        return (above,)  # "it appears that the lock was forced"
    modal = (c for v in verbs for c in helpers_of(v, inside) if c.dep_ == "aux" and c.lower_ in HEDGING_MODALS)
    return next(((token,) for token in modal), ())


def _doubts_the_verb(word: Token, verbs: tuple[Token, ...], inside: frozenset[int]) -> bool:
    """True for "allegedly stole", also where "allegedly" is what credits it; not for "a seemingly endless rain"."""
    if word.lower_ not in HEDGING_ADVERBS or word.dep_ != "advmod" or word.head.dep_ == "amod":
        return False
    return word.i in inside or word.head in verbs


def _doubts_a_noun(word: Token) -> bool:
    """True for "the suspected killer fled", where the noun takes part in what is told."""
    lower = word.lower_
    called = lower == "called" and word.i > 1 and word.nbor(-2).lower_ == "so"
    if not called and (lower not in HEDGING_ADJECTIVES or word.dep_ != "amod"):
        return False
    if lower == "reported" and word.head.lemma_.lower() in REPORTED_FIGURES:
        return False
    noun = word.head
    return noun.dep_ in ("nsubj", "nsubjpass", "dobj", "attr", "poss")


def _whole_word(word: Token) -> tuple[Token, ...]:
    return (word.nbor(-2), word.nbor(-1), word) if word.lower_ == "called" else (word,)


def _said_of(outer: Token, inside: frozenset[int]) -> tuple[Token, ...]:
    """Return "is believed" of "is believed to be"."""
    if base(outer) not in HEDGING_PASSIVES or not any(c.dep_ in ("auxpass", "nsubjpass") for c in outer.children):
        return ()
    return tuple(t for t in (*(c for c in outer.children if c.dep_ == "auxpass"), outer) if t.i in inside)


def _is_impersonal(verb: Token) -> bool:
    """True for "it appears that"."""
    clause = any(c.dep_ in ("ccomp", "xcomp") or (c.dep_ == "advcl" and c.i > verb.i) for c in verb.children)
    return clause and any(c.lower_ == "it" and c.i < verb.i for c in verb.children)
