"""How two claims hold: a plan, what became of it, and what is only asked or supposed."""

from __future__ import annotations

from provenance.languages.english.events import EVENT_VERBS
from provenance.model.frame import Modality
from provenance.model.relation import Finding, Side, Slot, Verdict
from provenance.relations.align import Alignment, Match, Tie, matched
from provenance.relations.lexicon import deeds_of_stem
from provenance.relations.statement import Statement
from provenance.text.words import stem

FULFILMENT = "modality.fulfilment"
_TOLD = 0.5  # of the shorter claim's words besides doer and verb
_ROOT = 5  # letters of a verb that its noun begins with
_AHEAD = frozenset({Modality.PLAN, Modality.PREDICTION})
_CALLED_OFF = frozenset({"cancel", "postpone"})
_UNSURE = {
    Modality.QUESTION: "a question",
    Modality.HYPOTHETICAL: "a condition",
    Modality.DEMAND: "a demand",
    Modality.POSSIBILITY: "a possibility",
}


def standing(a: Statement, b: Statement, alignment: Alignment) -> Finding | None:
    """What is asked, demanded, supposed or held possible is not said to be so, and contradicts no fact and no plan."""
    if a.standing == b.standing or not (a.standing in _UNSURE or b.standing in _UNSURE):
        return None
    named = " and ".join(dict.fromkeys(_UNSURE.get(s.standing, f"a {s.standing.value}") for s in (a, b)))
    return Finding(
        "modality.standing", Slot.MODALITY, Verdict.ABSTAINS, a.text, b.text, f"the two are {named}", score=0.5
    )


def cancellation(a: Statement, b: Statement, alignment: Alignment) -> Finding | None:
    """One side plans or reports an event that the other says is called off. A postponement contradicts a plan only
    where the plan names its day."""
    if not (a.asserted and b.asserted) or a.deeds & b.deeds:
        return None
    for side, off, plan in ((Side.A, a, b), (Side.B, b, a)):
        word = next((deed for deed in sorted(_CALLED_OFF) if deed in off.deeds), None)
        if word is None or not plan.affirmed:
            continue
        if not _is_of(off, plan):
            return None
        return _called_off(a, b, alignment, side, off, plan, word)
    return None


def _is_of(off: Statement, plan: Statement) -> bool:
    """True where what is called off is what the other speaks of: "cancelled the visit", "will visit"."""
    nouns = frozenset().union(*(term.words for term in (*off.patients, *off.agents)))
    deeds = frozenset().union(*map(deeds_of_stem, nouns))
    if deeds & plan.deeds or (plan.predicate and plan.predicate in nouns):
        return True
    told = {
        stem(EVENT_VERBS[word]) for term in off.patients for word in term.text.casefold().split() if word in EVENT_VERBS
    }
    if plan.predicate in told or any(
        len(plan.predicate) >= _ROOT and noun.startswith(plan.predicate) for noun in nouns
    ):
        return True  # "cancelled the performance", "will perform"
    return "take place" in plan.deeds and matched(off.patients, plan.agents) is Match.SAME


def _called_off(
    a: Statement, b: Statement, alignment: Alignment, side: Side, off: Statement, plan: Statement, word: str
) -> Finding | None:
    doubt = None
    if not off.affirmed:
        doubt = "that is denied"
    elif plan.standing not in (*_AHEAD, Modality.FACT) or off.standing is not Modality.FACT:
        doubt = "not yet, or not for sure"
    elif off.frame.event is not None and off.frame.event.tense is None:
        doubt = "it is a call to do so, or a mere name for it"
    elif alignment.shared_names == 0 and alignment.containment < 0.6:
        doubt = "it is not sure that they speak of one event"
    elif alignment.times is Match.DIFFERENT and not {t.text for t in a.times} & {t.text for t in b.times}:
        doubt = "of another day"
    elif word == "postpone" and not plan.times:
        doubt = "the other names no day"
    elif plan.standing is Modality.FACT and (alignment.times is not Match.SAME and alignment.containment < 0.75):
        doubt = "it is not sure that they speak of one event"
    verdict = Verdict.ABSTAINS if doubt else Verdict.CONFLICTS
    detail = "called off" if word == "cancel" else "put off"
    return Finding(
        "modality.cancellation",
        Slot.MODALITY,
        verdict,
        a.text,
        b.text,
        f"one side says that it was {detail}" + (f", but {doubt}" if doubt else ""),
        score=0.5 if doubt else 0.85,
        narrower=None if doubt else side,
    )


def fulfilment(a: Statement, b: Statement, alignment: Alignment) -> Finding | None:
    """One side tells a plan or a forecast, the other what came of it, later. The two do not contradict."""
    if not (a.asserted and b.asserted) or {a.standing, b.standing} & _AHEAD == frozenset():
        return None
    if Modality.FACT not in (a.standing, b.standing):
        return None
    if alignment.tie not in (Tie.SAME, Tie.MENTIONED) or not alignment.same_event:
        return None
    if not alignment.anchored or not (alignment.deed_tells_all or alignment.told >= _TOLD):
        return None
    if (a.deeds | b.deeds) & _CALLED_OFF or alignment.times is Match.DIFFERENT:
        return None
    later, fact, plan = (Side.A, a, b) if a.standing is Modality.FACT else (Side.B, b, a)
    if fact.frame.event is not None and fact.frame.event.tense == "present":
        return None  # "is buying": under way, or the same plan in other words
    if fact.at is not None and plan.at is not None and fact.at < plan.at:
        return None  # what happened before the plan was made is not what came of it
    came = "came about" if fact.affirmed else "did not come about"
    return Finding(
        FULFILMENT,
        Slot.MODALITY,
        Verdict.AGREES,
        a.text,
        b.text,
        f"a plan, and that it {came}",
        score=0.8,
        narrower=later,
    )
