"""What is done, led through the verbs around it: "plans to visit" is a visit, planned."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from provenance.extraction.claims.negations import NO_DETERMINERS, clause_in_doubt
from provenance.extraction.claims.propositions import Proposition, Shape, is_verbal, subject_of
from provenance.extraction.claims.standing import (
    SELF,
    base,
    hedge_of,
    is_negative,
    modality_of,
    tense_of,
)
from provenance.languages.english.events import EVENT_VERBS, HAPPENING, LIGHT_VERBS, REACHED
from provenance.languages.english.modality import (
    ADJECTIVES,
    CATENATIVES,
    EVENT_STATES,
    NEGATIVE_ADJECTIVES,
    NOUNS,
    PARTICIPLES,
    PASSIVE_ONLY,
    THINKING,
)
from provenance.model.frame import Modality

if TYPE_CHECKING:
    from spacy.tokens import Token

_DEEPEST = 6


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
    stated = verbs[_last_doubt(verbs, inside) :]
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
        negative=is_negative(verbs, inside, subject),
        modality=modality_of(proposition, stated, inside),
        tense=tense_of(stated, inside),
        hedge=hedge_of(stated, inside),
    )
    return _as_event(predicate, inside)


def lemma_of(verb: Token) -> str:
    """Return the verb's lemma with its particle: "call off"; "be" for a bare copula."""
    particle = next((c.lower_ for c in verb.children if c.dep_ == "prt"), None)
    lemma = base(verb)
    if lemma == "take" and any(c.dep_ == "dobj" and c.lower_ == "place" for c in verb.children):
        return "take place"
    return f"{lemma} {particle}" if particle else lemma


def _led_through(verb: Token, inside: frozenset[int]) -> list[Token]:
    """Return the verbs from the clause's own to the one that tells what is done."""
    chain = [verb]
    while len(chain) < _DEEPEST:
        following = _next_verb(chain[-1], inside)
        if following is None or following in chain:
            break
        chain.append(following)
    return chain


def _last_doubt(verbs: tuple[Token, ...], inside: frozenset[int]) -> int:
    """Return the place of the verb below the last "there is no doubt that": how the claim holds is told from there."""
    return max((i + 1 for i, verb in enumerate(verbs[:-1]) if clause_in_doubt(verb, inside) is not None), default=0)


def _next_verb(verb: Token, inside: frozenset[int]) -> Token | None:
    if (doubted := clause_in_doubt(verb, inside)) is not None:
        return doubted[0]
    complements = [c for c in verb.children if c.i in inside and is_verbal(c)]
    lemma = base(verb)
    infinitive = next((c for c in complements if c.dep_ == "xcomp"), None)
    infinitive = infinitive or _joined_complement(verb, inside)
    if (
        infinitive is not None
        and infinitive.tag_ == "VBG"
        and lemma in ("report", "deny", "admit", "recall", "describe")
    ):
        return infinitive
    if infinitive is not None and lemma in CATENATIVES and not _has_object(verb):
        if lemma in PASSIVE_ONLY and not any(c.dep_ in ("auxpass", "nsubjpass") for c in verb.children):
            return None
        return infinitive
    if lemma == "be":
        for adjective in (
            c for c in verb.children if c.dep_ in ("acomp", "attr", "prep", "oprd", "xcomp") and c.i in inside
        ):
            if adjective.lower_ in ADJECTIVES or adjective.lower_ in NEGATIVE_ADJECTIVES:
                below = next(
                    (c for c in adjective.children if c.dep_ in ("xcomp", "ccomp", "pcomp") and c.i in inside), None
                )
                if below is not None and is_verbal(below):
                    return below
        return next((c for c in complements if c.dep_ == "xcomp" and any(t.tag_ == "TO" for t in c.children)), None)
    thinking = next((c for c in complements if c.dep_ == "ccomp"), None)
    subject = subject_of(verb)
    if thinking is not None and lemma in THINKING and subject is not None and subject.lower_ in SELF:
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


def _as_event(predicate: Predicate, inside: frozenset[int]) -> Predicate:
    """Return the predicate told by an event's noun where the verb says no more than that it happens or is done."""
    subject, lemma = predicate.subject, predicate.lemma
    if predicate.passive and predicate.modality is Modality.FACT and (state := EVENT_STATES.get(lemma)):
        predicate = replace(predicate, modality=state)  # "was scheduled for May 9"
    noun = next((c for c in predicate.token.children if c.dep_ == "dobj" and c.i in inside), None)
    told_by = _event_verb(noun) if noun is not None else None
    if lemma in LIGHT_VERBS and told_by and not predicate.passive and (lemma != "reach" or told_by in REACHED):
        return replace(predicate, lemma=told_by, event=noun)
    happens = lemma in HAPPENING and (lemma != "be" or not _says_what(predicate.token))
    if subject is None or not happens or not _event_verb(subject):
        return replace(predicate, modality=_with_noun(predicate))
    if (
        lemma
        in ("hold", "schedule", "plan", "set", "slate", "arrange", "fix", "expect", "anticipate", "conduct", "stage")
        and not predicate.passive
    ):
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
        below = next(
            (p for c in noun.children if c.dep_ == "prep" for p in c.children if p.dep_ in ("pobj", "pcomp")), None
        )
        event = below or next((c for c in noun.children if c.dep_ in ("acl", "relcl") and is_verbal(c)), None) or noun
    negative = any(c.lower_ in NO_DETERMINERS for c in noun.children)
    found = [k for c in noun.children if c.dep_ == "amod" and (k := PARTICIPLES.get(c.lower_))]
    if modality is Modality.FACT and found:
        modality = found[0] or modality
    lemma = (_event_verb(event) or "be") if not is_verbal(event) else lemma_of(event)
    return Predicate(event, lemma, (event,), None, False, negative, modality, None, (), event=event)
