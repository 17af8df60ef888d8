"""Credited words that are no clause by themselves: noun phrases, infinitives, and what must be put to them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import TYPE_CHECKING

from provenance.extraction.claims.propositions import (
    Proposition,
    Shape,
    is_bare,
    is_finite,
    is_verbal,
    subtree,
    without_asides,
)
from provenance.extraction.claims.references import Referents
from provenance.extraction.claims.scenes import doer_of, is_scene
from provenance.extraction.claims.wording import Changes, possessive
from provenance.languages.english.cues import SPEECH
from provenance.languages.english.events import ACTS, EVENT_VERBS
from provenance.languages.english.modality import NOUNS
from provenance.model.attribution import Attribution, Stance
from provenance.model.span import words_of

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
        if c.dep_ in ("conj", "cc", "advcl", "ccomp") and c.i not in phrase.words
        for i in subtree(c)
    )
    words = tuple(sorted(subtree(verb) - left_out - cut))
    return Proposition(phrase.doc, verb.i, words)


def with_governor(proposition: Proposition) -> Proposition:
    """Return "to come from fraud" with the verb that it hangs on: "those savings were expected to come from fraud".

    An infinitive tells neither who nor whether; the verb above it does ("does not plan to raise spending").
    """
    verb = proposition.verb
    first = verb.head if verb.dep_ == "conj" and not any(t.dep_ in _SUBJECTS for t in proposition.tokens()) else verb
    governor = first.head
    if first.dep_ != "xcomp" or any(c.dep_ in _SUBJECTS for c in (*verb.children, *first.children)):
        return proposition
    if _addressed(governor, verb.i) is not None or not is_verbal(governor):
        return proposition
    bearer = governor
    while bearer.dep_ == "conj" and bearer.head.i != bearer.i and not any(c.dep_ in _SUBJECTS for c in bearer.children):
        bearer = bearer.head
    subject = next((c for c in bearer.children if c.dep_ in _SUBJECTS), None)
    if subject is None or subject.tag_ in ("WP", "WDT"):
        return proposition
    helpers = [c for c in governor.children if c.dep_ in ("aux", "auxpass", "neg")]
    words = {governor.i, *without_asides(subject), *(c.i for c in helpers), *proposition.words}
    return replace(proposition, head=governor.i, words=tuple(sorted(words)))


def standing_alone(proposition: Proposition, referents: Referents, speaker: Attribution | None, text: str) -> Changes:
    """Return what must be written to the words so that they stand alone, in square brackets."""
    instead = dict(referents.instead)
    if proposition.shape is Shape.PHRASE:
        return _existing(proposition, instead, speaker, text)
    verb = proposition.verb
    if proposition.shape is Shape.CLAUSE and (ellipsis := _left_unsaid(proposition)) is not None:
        return Changes(instead, before={verb.i: ellipsis})
    if proposition.shape is not Shape.CLAUSE or speaker is None:
        return Changes(instead)
    if is_scene(proposition) and not any(t.dep_ in _SUBJECTS and is_finite(t.head) for t in proposition.tokens()):
        doer = doer_of(proposition)
        return Changes(instead, before={verb.i: f"[{_be(doer, past=_is_past(speaker, text))}] "})
    subject = next(
        (t for t in proposition.tokens() if t.dep_ in ("nsubj", "nsubjpass", "expl") and t.head.i == verb.i), None
    )
    heads = {verb.i, verb.head.i} if verb.dep_ == "conj" else {verb.i}
    infinitive = next((t for t in proposition.tokens() if t.tag_ == "TO" and t.head.i in heads and t.i < verb.i), None)
    if infinitive is not None and not is_finite(verb):
        if subject is not None:
            return Changes(instead, before={infinitive.i: "[are] " if _is_plural(subject) else "[is] "})
        asked = _asked(infinitive) if speaker.stance is Stance.DEMANDS else None
        if asked is not None:
            return Changes(instead | {infinitive.i: ""}, ahead=f"[{asked} must] ")
        if speaker.stance is Stance.DEMANDS and _has_object(infinitive):
            return Changes(instead, ahead=f"[{_whose(speaker, text)} {_cue(speaker, text)} them] ")
        return Changes(instead, ahead=f"[{_whose(speaker, text)} is] ")
    if subject is None and not _shared_subject(proposition):
        return _without_subject(verb, instead, speaker, text)
    if is_bare(verb) and speaker.stance is Stance.DEMANDS:
        first = min(
            [verb.i, *(c.i for c in verb.children if c.dep_ in ("aux", "auxpass", "neg") and c.i in proposition.words)]
        )
        return Changes(instead, before={first: "[must] "})
    return Changes(instead)


def _left_unsaid(proposition: Proposition) -> str | None:
    """Return the auxiliary that a joined passive takes from the one before it: "12 were killed and dozens wounded"."""
    verb, before = proposition.verb, proposition.verb.head
    own = next((c for c in verb.children if c.dep_ in _SUBJECTS), None)
    lone = (
        verb.dep_ == "conj" and own is not None and not any(c.dep_ in ("aux", "auxpass", "dobj") for c in verb.children)
    )
    if not lone or own is None or verb.tag_ not in ("VBN", "VBD"):
        return None
    helper = next((c for c in before.children if c.dep_ == "auxpass"), None)
    if helper is None or helper.tag_ not in ("VBD", "VBZ", "VBP") or own.i not in proposition.words:
        return None
    return f"[{_be(own, past=helper.tag_ == 'VBD')}] "


def _be(subject: Token, *, past: bool) -> str:
    if past:
        return "were" if _is_plural(subject) else "was"
    return "are" if _is_plural(subject) else "is"


def _is_past(speaker: Attribution, text: str) -> bool:
    """True unless the cue is in the present: "photographs show"."""
    words = _cue(speaker, text).lower().split()
    return not words or words[-1].endswith("ed") or words[-1] in ("showing", "saw", "heard", "of")


def _is_plural(subject: Token) -> bool:
    joined = any(child.dep_ == "conj" for child in subject.children)
    return joined or subject.tag_ in ("NNS", "NNPS") or subject.lower_ in _PLURAL


def _asked_of(infinitive: Token) -> Token | None:
    """Return who is asked: the object of the verb that the infinitive hangs on ("asks the public to keep away")."""
    first = infinitive.head
    while first.dep_ == "conj" and first.head.i != first.i:
        first = first.head
    return _addressed(first.head, infinitive.i)


def _addressed(governor: Token, before: int) -> Token | None:
    """Return whom a verb turns to: "urged *the firm* to pay", "called on *the firm* to pay"."""
    asked = next((c for c in governor.children if c.dep_ in ("dobj", "dative") and c.i < before), None)
    if asked is not None or governor.lemma_.lower() not in _CALLING:
        return asked
    prepositions = (c for c in governor.children if c.dep_ == "prep" and c.lower_ in ("on", "upon", "to", "with"))
    return next((p for c in prepositions for p in c.children if p.dep_ == "pobj" and p.i < before), None)


def _asked(infinitive: Token) -> str | None:
    """Return the noun phrase that is asked, as the article writes it; None for a pronoun."""
    noun = _asked_of(infinitive)
    if noun is None or noun.tag_ == "PRP":
        return None
    return "".join(t.text_with_ws for t in noun.subtree if t.i < infinitive.i).strip(" ,")


def _has_object(infinitive: Token) -> bool:
    return _asked_of(infinitive) is not None


def _without_subject(verb: Token, instead: dict[int, str], speaker: Attribution, text: str) -> Changes:
    if verb.tag_ == "VBG":
        return Changes(instead, ahead=f"[{possessive(_whose(speaker, text))}] ")
    return Changes(instead)


def _shared_subject(proposition: Proposition) -> bool:
    return any(t.dep_ in ("nsubj", "nsubjpass", "csubj", "expl") for t in proposition.tokens())


def _existing(proposition: Proposition, instead: dict[int, str], speaker: Attribution | None, text: str) -> Changes:
    """Return "[There is a] possibility of a third summit", or the crediting's own words for what is no event."""
    noun = proposition.verb
    short = len([t for t in proposition.tokens() if t.is_alpha and t.dep_ != "det"]) < _SHORTEST
    if any(t.dep_ in _SUBJECTS and is_finite(t.head) and t.head.dep_ != "relcl" for t in proposition.tokens()):
        return Changes(instead)
    telling = speaker is not None and speaker.stance in (Stance.ASSERTS, Stance.CONFIRMS)
    valued = speaker is not None and {"put", "valued", "estimated"} & set(_cue(speaker, text).split())
    if speaker is not None and (valued or (not is_event(proposition)) or (short and telling)):
        return Changes(instead, ahead=f"[{_whose(speaker, text)} {_cue(speaker, text)}] ")
    be = _there(speaker, plural=noun.tag_ in ("NNS", "NNPS"))
    ahead = f"[There {be}] "
    article = next(
        (c for c in noun.children if c.dep_ == "det" and c.lower_ == "the" and c.i in proposition.words), None
    )
    if article is not None:
        instead[article.i] = ""
        following = proposition.doc[article.i + 1].text[:1].lower() if article.i + 1 < len(proposition.doc) else ""
        single = noun.tag_ not in ("NNS", "NNPS")
        ahead = f"[There {be}{(' an' if following in 'aeiou' else ' a') if single else ''}] "
    return Changes(instead, ahead=ahead)


def _there(speaker: Attribution | None, *, plural: bool) -> str:
    """Return "must be" for what is demanded and "may be" for what is feared or hoped for: neither is there yet."""
    if speaker is not None and speaker.stance is Stance.DEMANDS:
        return "must be"
    return "are" if plural else "is"


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


def _whose(speaker: Attribution, text: str) -> str:
    """Return whom the words are credited to, as short as they can be named."""
    root = speaker.root
    if root.name and not root.anonymous:
        return root.name
    return words_of(speaker.source, text) or root.role or "the source"


def _cue(speaker: Attribution, text: str) -> str:
    return " ".join(words_of(speaker.cue, text, gap=" ").split()) or "said"
