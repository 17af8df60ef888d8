"""What is done, led through the verbs around it: "plans to visit" is a visit, planned."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from provenance.extraction.claims.propositions import Proposition, Shape, is_verbal, subject_of
from provenance.languages.english.events import EVENT_VERBS, HAPPENING, LIGHT_VERBS
from provenance.languages.english.modality import (
    ADJECTIVES,
    ADVERBS,
    CATENATIVES,
    CONDITIONS,
    EVENT_STATES,
    HEDGING_ADJECTIVES,
    HEDGING_ADVERBS,
    HEDGING_PASSIVES,
    HEDGING_RAISERS,
    MODALS,
    NEGATIONS,
    NEGATIVE_ADJECTIVES,
    NEGATIVE_CATENATIVES,
    NOUNS,
    PARTICIPLES,
    PASSIVE_ONLY,
    THINKING,
)
from provenance.model.frame import Modality

if TYPE_CHECKING:
    from spacy.tokens import Token

_NO_DETERMINERS = frozenset(("no", "neither"))
_SELF = frozenset(("i", "we"))
_DEEPEST = 6
# Where several words say how a claim holds, the first of these wins.
_STRENGTH = (Modality.QUESTION, Modality.HYPOTHETICAL, Modality.DEMAND, Modality.POSSIBILITY, Modality.PREDICTION, Modality.PLAN)


@dataclass(frozen=True, slots=True)
class Predicate:
    """The verb (or noun) that tells what is done, and what the words on the way to it say."""

    token: Token
    lemma: str
    verbs: tuple[Token, ...]  # those led through, the outermost first, then the token itself
    subject: Token | None
    passive: bool
    negative: bool
    modality: Modality
    tense: str | None
    hedge: tuple[Token, ...]  # "reportedly", "I think"
    event: Token | None = None  # the noun that tells the event: "visit" in "the visit was scheduled for"


def predicate_of(proposition: Proposition) -> Predicate:
    """Return the proposition's predicate with polarity and modality as its own words give them."""
    if proposition.shape in (Shape.APPOSITION, Shape.PHRASE):
        return _nominal(proposition)
    inside = frozenset(proposition.words)
    found = _led_through(proposition.verb, inside)
    token, verbs = found[-1], tuple(found)
    subject = _subject(verbs, inside)
    passive = any(c.dep_ in ("auxpass", "nsubjpass") for c in token.children) or (
        proposition.shape is Shape.PARTICIPLE or (token.tag_ == "VBN" and _reduced_passive(verbs))
    )
    predicate = Predicate(
        token=token,
        lemma=lemma_of(token),
        verbs=verbs,
        subject=subject,
        passive=passive,
        negative=_negative(verbs, inside, subject),
        modality=_modality(proposition, verbs, inside),
        tense=_tense(verbs, inside),
        hedge=_hedge(verbs, inside),
    )
    return _as_event(predicate, inside)


def lemma_of(verb: Token) -> str:
    """Return the verb's lemma with its particle: "call off"; "be" for a bare copula."""
    particle = next((c.lower_ for c in verb.children if c.dep_ == "prt"), None)
    lemma = verb.lemma_.lower()
    if lemma == "take" and any(c.dep_ == "dobj" and c.lower_ == "place" for c in verb.children):
        return "take place"
    return f"{lemma} {particle}" if particle else lemma


def _helpers(verb: Token, inside: frozenset[int]) -> list[Token]:
    """Return the words that qualify a verb, with those that a coordinated verb has from the first ("will go and see")."""
    own = [c for c in verb.children if c.i in inside]
    bearer = verb
    while bearer.dep_ == "conj" and bearer.head.i != bearer.i and not any(c.dep_ in ("aux", "auxpass") for c in own):
        bearer = bearer.head
        own += [c for c in bearer.children if c.i in inside and c.dep_ in ("aux", "auxpass", "neg", "mark")]
    return own


def _led_through(verb: Token, inside: frozenset[int]) -> list[Token]:
    """Return the verbs from the clause's own to the one that tells what is done."""
    chain = [verb]
    while len(chain) < _DEEPEST:
        following = _next_verb(chain[-1], inside)
        if following is None or following in chain:
            break
        chain.append(following)
    return chain


def _next_verb(verb: Token, inside: frozenset[int]) -> Token | None:
    complements = [c for c in verb.children if c.i in inside and is_verbal(c)]
    lemma = verb.lemma_.lower()
    infinitive = next((c for c in complements if c.dep_ == "xcomp"), None)
    infinitive = infinitive or _joined_complement(verb, inside)
    if infinitive is not None and infinitive.tag_ == "VBG" and lemma in ("report", "deny", "admit", "recall", "describe"):
        return infinitive
    if infinitive is not None and lemma in CATENATIVES and not _has_object(verb):
        if lemma in PASSIVE_ONLY and not any(c.dep_ in ("auxpass", "nsubjpass") for c in verb.children):
            return None
        return infinitive
    if lemma == "be":
        for adjective in (c for c in verb.children if c.dep_ in ("acomp", "attr", "prep", "oprd", "xcomp") and c.i in inside):
            if adjective.lower_ in ADJECTIVES or adjective.lower_ in NEGATIVE_ADJECTIVES:
                below = next((c for c in adjective.children if c.dep_ in ("xcomp", "ccomp", "pcomp") and c.i in inside), None)
                if below is not None and is_verbal(below):
                    return below
        to_do = next((c for c in complements if c.dep_ == "xcomp" and any(t.tag_ == "TO" for t in c.children)), None)
        return to_do
    thinking = next((c for c in complements if c.dep_ == "ccomp"), None)
    subject = subject_of(verb)
    if thinking is not None and lemma in THINKING and subject is not None and subject.lower_ in _SELF:
        return thinking
    return None


def _joined_complement(verb: Token, inside: frozenset[int]) -> Token | None:
    """Return the second of "promised to lower taxes and build schools", where the first is not among the words."""
    for first in (c for c in verb.children if c.dep_ == "xcomp" and c.i not in inside):
        for second in first.children:
            if second.dep_ == "conj" and second.i in inside and is_verbal(second):
                return second
    return None


def _has_object(verb: Token) -> bool:
    return any(c.dep_ in ("dobj", "dative") for c in verb.children)


def _subject(verbs: tuple[Token, ...], inside: frozenset[int]) -> Token | None:
    """Return the subject nearest to the predicate; a shared one stands at the verb that this one is joined to."""
    for verb in reversed(verbs):
        subject = subject_of(verb)
        if subject is not None and subject.i in inside and subject.dep_ != "expl":
            return subject
    bearer = verbs[0]
    for _ in range(_DEEPEST):
        subject = subject_of(bearer)
        if subject is not None:
            return subject if subject.i in inside else None
        if bearer.dep_ not in ("conj", "xcomp") or bearer.head.i == bearer.i:
            return None
        bearer = bearer.head
    return None


def _reduced_passive(verbs: tuple[Token, ...]) -> bool:
    """True for the second of "was seized and taken", whose auxiliary stands at the first."""
    token = verbs[-1]
    if any(c.dep_ in ("aux", "auxpass") for c in token.children):
        return False
    head = token.head
    return token.dep_ == "conj" and any(c.dep_ in ("auxpass", "nsubjpass") for c in head.children)


def _negative(verbs: tuple[Token, ...], inside: frozenset[int], subject: Token | None) -> bool:
    """True where an odd number of negations stands at the verbs, their subject or their object."""
    count = 0
    for verb in verbs:
        helpers = [c for c in _helpers(verb, inside) if c.dep_ != "dobj"]
        count += sum(c.dep_ == "neg" or c.lower_ in NEGATIONS for c in helpers)
        for child in verb.children:
            if child.dep_ in ("acomp", "attr", "dobj", "pobj") and child.i in inside:
                count += any(g.lower_ in _NO_DETERMINERS and g.dep_ == "det" for g in child.children)
                count += child.dep_ == "dobj" and child.lower_ in ("nothing", "nobody", "none")
                count += child.dep_ == "acomp" and child.lower_ in NEGATIVE_ADJECTIVES
    count += sum(verb.lemma_.lower() in NEGATIVE_CATENATIVES for verb in verbs[:-1])
    if subject is not None and subject.i in inside:
        count += any(c.lower_ in _NO_DETERMINERS for c in subject.children if c.dep_ == "det")
        count += subject.lower_ in ("nobody", "none", "nothing") or subject.lower_ == "one" and _is_no_one(subject)
    return count % 2 == 1


def _is_no_one(token: Token) -> bool:
    return token.i > 0 and token.doc[token.i - 1].lower_ == "no"


def _modality(proposition: Proposition, verbs: tuple[Token, ...], inside: frozenset[int]) -> Modality:
    found: list[Modality] = []
    doc = proposition.doc
    if doc[-1].text == "?" or doc.text.rstrip("\"”'’ ").endswith("?"):
        found.append(Modality.QUESTION)
    words = {t.lower_ for t in proposition.tokens()}
    for verb in verbs:
        for child in _helpers(verb, inside):
            found += _of_child(child, words)
    for verb in verbs[:-1]:
        kind = CATENATIVES.get(verb.lemma_.lower())
        found += [kind] if kind else []
        found += [k for c in verb.children if c.i in inside and (k := ADJECTIVES.get(c.lower_)) and c.dep_ != "advmod"]
        if verb.lemma_ == "be" and not any(c.dep_ in ("acomp", "attr", "oprd") for c in verb.children):
            found.append(Modality.PLAN)  # "is to visit"
    asked = (c for v in verbs for c in v.children if c.dep_ == "ccomp" and c.i in inside)
    if any(g.dep_ == "mark" and g.lower_ == "whether" for c in asked for g in c.children):
        found.append(Modality.QUESTION)
    if any(child.dep_ == "advcl" and child.i in inside and _is_condition(child) for v in verbs for child in v.children):
        found.append(Modality.HYPOTHETICAL)
    return next((modality for modality in _STRENGTH if modality in found), Modality.FACT)


def _of_child(child: Token, words: set[str]) -> list[Modality]:
    lower = str(child.lower_)
    if child.dep_ == "mark" and lower == "whether":
        return [Modality.QUESTION]
    if child.dep_ == "mark" and lower == "if":
        return [Modality.QUESTION if child.head.dep_ == "ccomp" else Modality.HYPOTHETICAL]
    if child.dep_ == "aux" and child.tag_ == "MD":
        if lower in ("would", "could", "might") and ("if" in words or any(c.lower_ == "have" and c.dep_ == "aux" for c in child.head.children)):
            return [Modality.HYPOTHETICAL]
        kind = MODALS.get(lower)
        return [kind] if kind else []
    kind = ADVERBS.get(lower) if child.dep_ == "advmod" else None
    return [kind] if kind else []


def _is_condition(clause: Token) -> bool:
    return any(c.dep_ == "mark" and c.lower_ in CONDITIONS for c in clause.children)


def _tense(verbs: tuple[Token, ...], inside: frozenset[int]) -> str | None:
    """Return the tense of the first verb that has one; "have" with a participle tells the past."""
    for verb in verbs:
        auxiliaries = [c for c in _helpers(verb, inside) if c.dep_ in ("aux", "auxpass")]
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


def _hedge(verbs: tuple[Token, ...], inside: frozenset[int]) -> tuple[Token, ...]:
    for verb in verbs:
        for child in (c for c in verb.subtree if c.i in inside):
            if child.lower_ in HEDGING_ADVERBS and child.dep_ == "advmod":
                return (child,)
            if child.lower_ in HEDGING_ADJECTIVES and child.dep_ == "amod" and child.head.dep_ in ("nsubj", "nsubjpass", "dobj", "attr"):
                return (child,)
    for outer in verbs[:-1]:
        passive = any(c.dep_ in ("auxpass", "nsubjpass") for c in outer.children)
        if outer.lemma_.lower() in HEDGING_PASSIVES and passive:
            return tuple(t for t in (*(c for c in outer.children if c.dep_ == "auxpass"), outer) if t.i in inside)
        if outer.lemma_.lower() in HEDGING_RAISERS:
            return (outer,)
        subject = subject_of(outer)
        if outer.lemma_.lower() in THINKING and subject is not None and subject.lower_ in _SELF:
            return (subject, outer)
    return ()


def _as_event(predicate: Predicate, inside: frozenset[int]) -> Predicate:
    """Return the predicate told by an event's noun where the verb says no more than that it happens or is done."""
    subject, lemma = predicate.subject, predicate.lemma
    noun = next((c for c in predicate.token.children if c.dep_ == "dobj" and c.i in inside), None)
    if lemma in LIGHT_VERBS and noun is not None and _event_verb(noun) and not predicate.passive:
        return replace(predicate, lemma=_event_verb(noun) or lemma, event=noun)
    happens = lemma in HAPPENING and (lemma != "be" or not _says_what(predicate.token))
    if subject is None or not happens or not _event_verb(subject):
        return replace(predicate, modality=_with_noun(predicate))
    if lemma in ("hold", "schedule", "plan", "set", "slate", "arrange", "fix", "expect", "anticipate", "conduct", "stage") and not predicate.passive:
        return predicate
    state = EVENT_STATES.get(lemma) if predicate.modality is Modality.FACT else None
    told = replace(predicate, lemma=_event_verb(subject) or lemma, event=subject, modality=state or predicate.modality)
    return replace(told, modality=_with_noun(told))


def _says_what(verb: Token) -> bool:
    """True for a copula whose complement says more than when or where: "the visit is a success"."""
    return any(c.dep_ in ("attr", "acomp", "oprd") for c in verb.children)


def _event_verb(noun: Token) -> str | None:
    return (EVENT_VERBS.get(noun.lower_) or EVENT_VERBS.get(noun.lemma_.lower())) if noun.pos_ == "NOUN" else None


def _with_noun(predicate: Predicate) -> Modality:
    """Return the modality that the subject's own words give: "the expected meeting", "a possible third summit"."""
    subject = predicate.event or predicate.subject
    if predicate.modality is not Modality.FACT or subject is None or predicate.event is None:
        return predicate.modality
    found = [kind for child in subject.children if child.dep_ == "amod" and (kind := PARTICIPLES.get(child.lower_))]
    return found[0] if found else predicate.modality


def _nominal(proposition: Proposition) -> Predicate:
    """Return the predicate of an apposition ("be") or of credited words without a verb, told by their noun."""
    noun = proposition.verb
    about = proposition.doc[proposition.about_head] if proposition.about_head is not None else None
    if proposition.shape is Shape.APPOSITION:
        past = any(c.lower_ in ("former", "then", "late", "ex") for c in noun.children)
        return Predicate(noun, "be", (noun,), about, False, False, Modality.FACT, "past" if past else "present", ())
    modality, event = Modality.FACT, noun
    kind = NOUNS.get(noun.lemma_.lower())
    if kind is not None:
        modality = kind
        below = next((p for c in noun.children if c.dep_ == "prep" for p in c.children if p.dep_ in ("pobj", "pcomp")), None)
        event = below or next((c for c in noun.children if c.dep_ in ("acl", "relcl") and is_verbal(c)), None) or noun
    negative = any(c.lower_ in _NO_DETERMINERS for c in noun.children)
    found = [k for c in noun.children if c.dep_ == "amod" and (k := PARTICIPLES.get(c.lower_))]
    if modality is Modality.FACT and found:
        modality = found[0] or modality
    lemma = (_event_verb(event) or "be") if not is_verbal(event) else lemma_of(event)
    return Predicate(event, lemma, (event,), None, False, negative, modality, None, (), event=event)
