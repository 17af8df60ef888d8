"""Who takes part in two claims."""

from __future__ import annotations

from provenance.model.relation import Finding, Slot, Verdict
from provenance.relations.align import Alignment, Match, Tie, matched, same_term
from provenance.relations.lexicon import ONE_WINNER
from provenance.relations.statement import Statement, Term

SHARED = "who.shared"
_RULE = "who.agent"


def agent(a: Statement, b: Statement, alignment: Alignment) -> Finding | None:
    """Both claims say who did it. Two different names contradict only for a deed that one alone can have done to the
    same one: who won it, who killed him, who bought it."""
    if not a.agents or not b.agents or alignment.tie is not Tie.SAME or not (a.asserted and b.asserted):
        return None
    one, other = _pair(a.agents, b.agents)
    if alignment.agents is Match.SAME:
        return _finding(Verdict.AGREES, one, other, "the same")
    if alignment.agents is Match.UNKNOWN:
        return None
    doubt = _doubt(a, b, alignment)
    if doubt:
        return _finding(Verdict.ABSTAINS, one, other, f"two different ones, but {doubt}", 0.5)
    return _finding(Verdict.CONFLICTS, one, other, "only one of the two can have done it", 0.75)


def shared(a: Statement, b: Statement, alignment: Alignment) -> Finding | None:
    """Both claims name the same one. That alone says only that they belong to one story."""
    for one in a.names:
        for other in b.names:
            if same_term(one, other) is Match.SAME:
                return Finding(SHARED, Slot.WHO, Verdict.ABSTAINS, one.text, other.text, "both name it", 0.5)
    return None


def _pair(left: tuple[Term, ...], right: tuple[Term, ...]) -> tuple[Term, Term]:
    pairs = [(one, other) for one in left for other in right]
    return next((pair for pair in pairs if same_term(*pair) is Match.SAME), pairs[0])


def _doubt(a: Statement, b: Statement, alignment: Alignment) -> str | None:
    if not a.deeds & b.deeds & ONE_WINNER:
        return "both may have done it"
    if not alignment.comparable or not (a.affirmed and b.affirmed):
        return "they do not both say that it is so"
    if alignment.times is Match.DIFFERENT:
        return "on different days"
    if len(a.agents) > 1 or len(b.agents) > 1 or not all(term.proper for term in (*a.agents, *b.agents)):
        return "one may be named for the other"
    if not _one_object(a, b):
        return "it is not sure that it was done to the same"
    return None


def _one_object(a: Statement, b: Statement) -> bool:
    """True where what it was done to is named alike on both sides, word for word."""
    if matched(a.patients, b.patients) is not Match.SAME:
        return False
    one, other = _pair(a.patients, b.patients)
    if "kill" in a.deeds and not (one.person and other.person):
        return False
    alike = one.all_words & other.all_words
    return len(alike) >= 2 or one.all_words == other.all_words


def _finding(verdict: Verdict, one: Term, other: Term, detail: str, score: float = 1.0) -> Finding:
    return Finding(_RULE, Slot.WHO, verdict, one.text, other.text, detail, score)
