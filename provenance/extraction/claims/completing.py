"""What must be put to a claim's words so that they stand alone, in square brackets: "[There is a] risk of war"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from provenance.extraction.claims.denials import denied, is_denied
from provenance.extraction.claims.phrases import addressed, is_event
from provenance.extraction.claims.propositions import Proposition, Shape, is_bare, is_finite, is_verbal
from provenance.extraction.claims.references import Referents
from provenance.extraction.claims.scenes import doer_of, is_scene
from provenance.extraction.claims.wording import Changes, possessive
from provenance.languages.english.awaited import AWAITING
from provenance.model.attribution import Attribution, Stance
from provenance.model.span import words_of

if TYPE_CHECKING:
    from spacy.tokens import Token

_SUBJECTS = frozenset(("nsubj", "nsubjpass"))
_PLURAL = frozenset(("they", "we", "both", "dozens", "hundreds", "thousands", "many", "several", "others"))
_SHORTEST = 2  # words


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
    if _asks_within(proposition):
        return Changes(instead, ahead=f"[{_asking(speaker, text)}] ")
    subject = next(
        (t for t in proposition.tokens() if t.dep_ in ("nsubj", "nsubjpass", "expl") and t.head.i == verb.i), None
    )
    heads = {verb.i, verb.head.i} if verb.dep_ == "conj" else {verb.i}
    infinitive = next((t for t in proposition.tokens() if t.tag_ == "TO" and t.head.i in heads and t.i < verb.i), None)
    if infinitive is not None and not is_finite(verb):
        return _of_infinitive(infinitive, subject, instead, speaker, text)
    if subject is None and not _shared_subject(proposition):
        return _without_subject(verb, instead, speaker, text)
    if is_bare(verb) and speaker.stance is Stance.DEMANDS:
        first = min(
            [verb.i, *(c.i for c in verb.children if c.dep_ in ("aux", "auxpass", "neg") and c.i in proposition.words)]
        )
        return Changes(instead, before={first: "[must] "})
    return Changes(instead)


def _of_infinitive(
    infinitive: Token, subject: Token | None, instead: dict[int, str], speaker: Attribution, text: str
) -> Changes:
    """Return what makes a sentence of "to leave the town": who is to, must, or would not."""
    if subject is not None:
        return Changes(instead, before={infinitive.i: "[are] " if _is_plural(subject) else "[is] "})
    if speaker.stance is Stance.DECLINES:
        refused = "declined" if "declin" in _cue(speaker, text).lower() else "refused"
        return Changes(instead, ahead=f"[{_whose(speaker, text)} {refused}] ")
    if speaker.stance is not Stance.DEMANDS:
        return Changes(instead, ahead=f"[{_whose(speaker, text)} is] ")
    if (asked := _asked(infinitive)) is not None:
        return Changes(instead | {infinitive.i: ""}, ahead=f"[{asked} must] ")
    if _has_object(infinitive):
        return Changes(instead, ahead=f"[{_whose(speaker, text)} {_cue(speaker, text)} them] ")
    return Changes(instead, ahead=f"[{_whose(speaker, text)} is] ")


def _asks_within(proposition: Proposition) -> bool:
    """True for "how the ship sank" and "whether it would close", which say nothing without the crediting.

    A question that is quoted as it was put ("Who knew?") stands alone.
    """
    verb, first = proposition.verb, next((t for t in proposition.tokens() if not t.is_punct and t.dep_ != "cc"), None)
    if first is None or verb.dep_ not in ("ccomp", "pcomp", "conj") or any(t.text == "?" for t in verb.doc):
        return False
    if first.lower_ in ("whether", "if"):
        return bool(first.head.i == verb.i)
    clause = first.head
    while not is_verbal(clause) and clause.head.i != clause.i:
        clause = clause.head  # "how many people died"
    return first.tag_ in ("WP", "WRB", "WDT", "WP$") and clause.i == verb.i


def _asking(speaker: Attribution, text: str) -> str:
    if not speaker.source:
        return "It was asked" if speaker.stance is Stance.ASKS else "It is said"
    return f"{_whose(speaker, text)} {_cue(speaker, text)}"


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
    return addressed(first.head, infinitive.i)


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
    if speaker is not None and speaker.stance is Stance.DENIES and is_denied(noun):
        return denied(proposition, instead, _whose(speaker, text))
    short = len([t for t in proposition.tokens() if t.is_alpha and t.dep_ != "det"]) < _SHORTEST
    inside = frozenset(proposition.words)
    subjects = (t for t in proposition.tokens() if t.dep_ in _SUBJECTS and t.head.i in inside)
    if any(is_finite(t.head) and t.head.dep_ not in ("relcl", "advcl") for t in subjects):
        return Changes(instead)
    telling = speaker is not None and speaker.stance in (Stance.ASSERTS, Stance.CONFIRMS)
    valued = speaker is not None and {"put", "valued", "estimated"} & set(_cue(speaker, text).split())
    owned = any(c.dep_ == "poss" for c in noun.children)  # "his dismissal": no "there is" before it
    if speaker is not None and (valued or owned or (not is_event(proposition)) or (short and telling)):
        return Changes(instead, ahead=f"[{_whose(speaker, text)} {_cue(speaker, text)}] ")
    be = _there(speaker, text, plural=noun.tag_ in ("NNS", "NNPS"))
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


def _there(speaker: Attribution | None, text: str, *, plural: bool) -> str:
    """Return "must be" for what is demanded and "may be" for what is feared or hoped for: neither is there yet."""
    if speaker is not None and speaker.stance is Stance.DEMANDS:
        return "must be"
    if speaker is not None and is_awaited(speaker, text):
        return "may be"
    return "are" if plural else "is"


def is_awaited(speaker: Attribution, text: str) -> bool:
    """True for what is feared, hoped for or expected, and so not there yet."""
    return not AWAITING.isdisjoint(words_of(speaker.cue, text, gap=" ").lower().split())


def _whose(speaker: Attribution, text: str) -> str:
    """Return whom the words are credited to, as short as they can be named."""
    root = speaker.root
    if root.name and not root.anonymous:
        return root.name
    return words_of(speaker.source, text) or root.role or "the source"


def _cue(speaker: Attribution, text: str) -> str:
    return " ".join(words_of(speaker.cue, text, gap=" ").split()) or "said"
