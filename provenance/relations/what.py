"""What is said to be done."""

from __future__ import annotations

from provenance.model.relation import Finding, Slot, Verdict
from provenance.relations.align import Alignment, Match, Tie, matched
from provenance.relations.lexicon import Recurrence
from provenance.relations.statement import Statement

SAME_WORDS = 6  # a run of so many content words is no accident
_CROSSED = frozenset({"survive", "kill"})  # who does the one has the other done to him
_MOST_WORDS = 0.8


def deed(a: Statement, b: Statement, alignment: Alignment) -> Finding | None:
    """Both claims say that the same was done: the same predicate or a synonym, by the same people."""
    if alignment.tie is not Tie.SAME or not alignment.same_event or a.affirmed != b.affirmed:
        return None
    return Finding(
        "what.deed", Slot.WHAT, Verdict.AGREES, _named(a), _named(b), "the same deed of the same people", score=0.8
    )


def opposite(a: Statement, b: Statement, alignment: Alignment) -> Finding | None:
    """The two claims name deeds that exclude each other: confirm and deny, win and lose. Deeds that can follow each
    other, arrive and leave, rise and fall, contradict only for one day, and never across two days."""
    pair = alignment.opposites
    if pair is None or not (a.asserted and b.asserted):
        return None
    doubt = _doubt(a, b, alignment, in_turn=pair.in_turn)
    if doubt:
        detail = f"{pair.first} and {pair.second} exclude each other, but {doubt}"
        return Finding("what.opposite", Slot.WHAT, Verdict.ABSTAINS, _named(a), _named(b), detail, score=0.5)
    detail = f"{pair.first} and {pair.second} exclude each other"
    return Finding("what.opposite", Slot.WHAT, Verdict.CONFLICTS, _named(a), _named(b), detail, score=0.75)


def _doubt(a: Statement, b: Statement, alignment: Alignment, *, in_turn: bool) -> str | None:
    if a.affirmed != b.affirmed:
        return "one of them is denied"
    if not a.affirmed:
        return "neither may have been done"
    if not alignment.comparable:
        return "they do not hold in the same way"
    if not _same_ones(a, b, alignment):
        return "not surely of the same people"
    if a.patients and b.patients and alignment.patients is not Match.SAME and not a.deeds | b.deeds >= _CROSSED:
        return "not surely of the same thing"
    if bool(a.patients) != bool(b.patients) and alignment.containment < 0.75:
        return "one does not say of what"
    if alignment.times is Match.DIFFERENT or alignment.remote:
        return "on different days"
    if not alignment.anchored:
        return "nothing else says that they speak of one thing"
    if in_turn and (alignment.times is not Match.SAME or alignment.balance < 0.5):
        return "one may have followed the other"
    if alignment.containment < 0.55:
        return "not surely in one matter"
    if alignment.recurrence is Recurrence.SERIAL and alignment.balance < 0.5:
        return "it may have happened in turn"
    return None


def _same_ones(a: Statement, b: Statement, alignment: Alignment) -> bool:
    """True where the doers are the same, or who survived on one side is who was killed on the other."""
    if a.deeds | b.deeds >= _CROSSED:
        left, right = (a.agents, b.patients) if "survive" in a.deeds else (a.patients, b.agents)
        return matched(left, right) is Match.SAME
    return alignment.agents is Match.SAME and alignment.same_event


def wording(a: Statement, b: Statement, alignment: Alignment) -> Finding | None:
    """Both claims use the same words in the same order, or nearly all the same telling words, to the same effect."""
    if a.affirmed != b.affirmed or Match.DIFFERENT in (alignment.agents, alignment.patients):
        return None
    if alignment.run >= SAME_WORDS:
        detail = f"{alignment.run} content words in the same order"
    elif alignment.balance >= _MOST_WORDS and min(len(a.core), len(b.core)) >= 3:
        detail = f"{alignment.balance:.0%} of the telling words in common"
    else:
        return None
    if a.frame.polarity is b.frame.polarity and a.order.count("not") != b.order.count("not"):
        detail += ', but one has a "not" that the other lacks'
        return Finding("what.wording", Slot.WHAT, Verdict.ABSTAINS, a.text, b.text, detail, score=0.5)
    return Finding("what.wording", Slot.WHAT, Verdict.AGREES, a.text, b.text, detail, score=0.8)


def _named(statement: Statement) -> str:
    event = statement.frame.event
    return event.predicate if event else statement.text
