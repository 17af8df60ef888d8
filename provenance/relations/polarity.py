"""Whether it is so or not: a claim and its denial."""

from __future__ import annotations

from provenance.model.attribution import Stance
from provenance.model.relation import Finding, Slot, Verdict
from provenance.relations.align import Alignment, Match, Tie, besides, share_held
from provenance.relations.statement import Statement
from provenance.relations.where import places_of
from provenance.text.words import weight

_RULE = "polarity.denial"
_NOT = "not"
_LONG_RUN = 5  # content words in the same order
_ENOUGH = 0.6  # of the shorter claim's telling words in the other
_NEARLY_ALL = 0.85  # words in common from which "the company" is taken for the company that is named
_TOLD = 0.5  # of the denial's words besides doer and verb in the claim
_EXTRA = 0.45  # of the denial's own words that the claim does not have: what it denies may be just these


def denial(a: Statement, b: Statement, alignment: Alignment) -> Finding | None:
    """One says that it is so, the other that it is not. That contradicts where both speak of the same deed of the
    same people, and the denial denies no more than the claim says: "will not come in April" leaves May open."""
    if a.affirmed == b.affirmed or not (a.asserted and b.asserted) or both_deny(a, b, alignment):
        return None
    doubt = _doubt(a, b, alignment)
    if doubt:
        return _finding(Verdict.ABSTAINS, a, b, f"one says that it is not so, but {doubt}", 0.5)
    negative = b if a.affirmed else a
    how = "is denied" if negative.claim.attribution.stance is Stance.DENIES else "is said not to be so"
    return _finding(Verdict.CONFLICTS, a, b, f"what one says {how} by the other", 0.6 + 0.35 * alignment.balance)


def both_deny(a: Statement, b: Statement, alignment: Alignment) -> bool:
    """True where both have a "not" and a long run of words in common: one was only found to be denied as a whole."""
    return _NOT in a.order and _NOT in b.order and alignment.run >= _LONG_RUN


def _doubt(a: Statement, b: Statement, alignment: Alignment) -> str | None:
    """Return why the one may not deny what the other says; None where nothing speaks against it."""
    positive, negative = (a, b) if a.affirmed else (b, a)
    return _of_another_matter(a, b, alignment) or _of_something_else(positive, negative, alignment)


def _of_another_matter(a: Statement, b: Statement, alignment: Alignment) -> str | None:
    """Return why the two may not speak of the same deed of the same ones."""
    if alignment.tie is not Tie.SAME:
        return "of another deed"
    if _NOT in a.order and _NOT in b.order:
        return "both have a negation, and it is not sure of what"
    if Match.DIFFERENT in (alignment.agents, alignment.patients):
        return "of others"
    if alignment.containment < _ENOUGH or not alignment.same_event or not alignment.anchored:
        return "it is not sure that they speak of one event"
    if not alignment.paired and alignment.containment < _NEARLY_ALL:
        return "not surely of the same ones"
    if a.patients and b.patients and alignment.patients is not Match.SAME and alignment.containment < _NEARLY_ALL:
        return "of something else, perhaps"
    return None


def _of_something_else(positive: Statement, negative: Statement, alignment: Alignment) -> str | None:
    """Return why the denial may be of another time, place or part than the claim."""
    if not alignment.comparable:
        return "they do not hold in the same way"
    if (
        not alignment.deed_tells_all
        and not _just_that(negative, alignment)
        and share_held(besides(negative), positive) < _TOLD
    ):
        return "the verb alone does not tell of what"
    if alignment.times is Match.DIFFERENT or alignment.remote:
        return "of another day"
    if elsewhere(negative, positive):
        return "of another place"
    if _extra(negative, positive) > _EXTRA:
        return "it may deny only what the other does not say"
    if _more_precise(negative, positive):
        return "only of the day or the figure that it names"
    return None


def _just_that(negative: Statement, alignment: Alignment) -> bool:
    """True where nothing but doer and deed is denied, in so many words: "denied that the bear had escaped"."""
    denied = negative.claim.attribution.stance is Stance.DENIES
    return denied and alignment.agents is Match.SAME and not besides(negative) and bool(negative.predicate)


def _extra(negative: Statement, positive: Statement) -> float:
    """Return the share of the denial's telling words that the claim does not have."""
    own = sum(map(weight, negative.core - positive.core))
    return own / negative.core_weight if negative.core_weight else 1.0


def elsewhere(negative: Statement, positive: Statement) -> bool:
    """True where both name places and none is the same."""
    left, right = ({(p.name or p.text).casefold() for p in places_of(s)} for s in (negative, positive))
    return bool(left and right) and left.isdisjoint(right)


def _more_precise(negative: Statement, positive: Statement) -> bool:
    """True where the denial names a day or a figure and the claim names none: the negation may be of just that."""
    if negative.claim.attribution.stance is Stance.DENIES:
        return False
    return bool(negative.times and not positive.times) or bool(
        negative.frame.quantities and not positive.frame.quantities
    )


def _finding(verdict: Verdict, a: Statement, b: Statement, detail: str, score: float) -> Finding:
    return Finding(_RULE, Slot.POLARITY, verdict, a.text, b.text, detail, min(score, 0.95))
