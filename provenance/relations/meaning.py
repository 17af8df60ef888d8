"""Whether two sentences of some length mean the same, by a sentence encoder beside the words and slots.

Real news tells one claim inside two different sentences, and there words alone find little. The encoder is one witness
of several: it takes a sentence and its contradiction for the same, so it has no say where a slot differs, and none
about short sentences, in which one word makes the difference.
"""

from __future__ import annotations

from math import exp

from provenance.model.relation import Finding, Slot, Verdict
from provenance.relations.align import Alignment, Tie
from provenance.relations.polarity import both_deny
from provenance.relations.quantity import LATER_COUNT
from provenance.relations.sameness import exclude_each_other, may_be_same
from provenance.relations.statement import Statement
from provenance.relations.unsaid import RULE_NAMES as UNSAID
from provenance.text.words import weight

RULE = "what.meaning"

# Logistic regression, fitted by `benchmarks/relations.py --fit-meaning` on 369 pairs of sentences of different outlets
# (165 events) that two readers had labelled; a ridge of 8 on the standardised witnesses; of each pair the two claims
# that it finds likeliest. Fitted on seven eighths of the events and asked about the last eighth, in turn, it shows 53
# of 100 pairs that agree, at a precision of 0.86.
WEIGHTS = {
    "meaning": 3.63,  # cosine of the two sentences
    "shared": 1.02,  # weight of the telling words in common, 12 or more = 1
    "figures": 2.69,  # figures in common, 2 or more = 1
    "other figures": -1.28,  # each side has one that the other lacks
    "differs": -1.23,  # see sameness.py
    "conflict": -4.26,  # the surest conflicting finding
    "tie": 0.66,  # predicates, as in probability.py
    "run": 1.20,  # as in probability.py
    "containment": 0.96,
    "length": -0.13,  # weight of the shorter claim's telling words, 15 or more = 1
    "same figure": 0.90,  # a rule found that figures agree
    "later figure": -4.19,  # a rule found that one is the other's later state
    "standing": -0.54,  # the two hold in different ways
}
CONSTANT = -2.71
LONG = 5.5  # weight of the telling words from which a sentence is long enough for one word not to turn it round
_AGREEING = (Verdict.AGREES, Verdict.NARROWS)
_SHORT = 7.0
_TELLING = {Slot.WHEN, Slot.POLARITY}  # in a short sentence a difference seen here, though not sure, is too much
# Probability of the same from which it is said, so that on pairs of events that neither model has seen 85 of 100 are:
# by an encoder alone, and with what a cross-encoder read (training/relations/MODEL.md).
_ENOUGH = 0.6
_ENOUGH_READ = 0.65
_ENOUGH_SHORT = 0.85


def alike(
    a: Statement, b: Statement, alignment: Alignment, findings: tuple[Finding, ...], chance: float | None
) -> Finding | None:
    """Both sentences mean much the same, by networks and by the words, names and figures they share; short ones, in
    which one word makes the difference, only where a network has read both at once and is all but sure. Never where a
    slot differs, where only one of them is so, or where one of them asserts nothing."""
    if chance is None or chance < _enough(alignment) or _speak_apart(a, b, alignment, findings):
        return None
    likeness = alignment.similarity.meaning or 0.0
    detail = f"the two sentences mean nearly the same ({likeness:.2f} of 1)"
    return Finding(RULE, Slot.WHAT, Verdict.AGREES, a.text, b.text, detail, score=round(chance, 2))


def _enough(alignment: Alignment) -> float:
    read = alignment.similarity.reading is not None
    if alignment.similarity.length >= LONG:
        return _ENOUGH_READ if read else _ENOUGH
    return _ENOUGH_SHORT if read else 1.0


def chance_by_meaning(a: Statement, b: Statement, alignment: Alignment, findings: tuple[Finding, ...]) -> float | None:
    """Return how likely the two say the same, 0..1; None without an encoder, and for short sentences."""
    if alignment.similarity.meaning is None or alignment.similarity.length < LONG:
        return None
    told = witnesses(a, b, alignment, findings)
    return 1 / (1 + exp(-(CONSTANT + sum(WEIGHTS[name] * value for name, value in told.items()))))


def witnesses(a: Statement, b: Statement, alignment: Alignment, findings: tuple[Finding, ...]) -> dict[str, float]:
    """Return what each of WEIGHTS is multiplied with, 0..1 each."""
    told = [finding for finding in findings if finding.rule != RULE]
    figure = any(f.slot is Slot.QUANTITY and f.verdict in _AGREEING and f.rule not in UNSAID for f in told)
    return {
        "meaning": alignment.similarity.meaning or 0.0,
        "shared": min(sum(map(weight, a.core & b.core)), 12.0) / 12,
        "figures": min(len(a.figures & b.figures), 2) / 2,
        "other figures": float(bool(a.figures - b.figures and b.figures - a.figures)),
        "differs": 0.0 if may_be_same(a, b, alignment, told) else 1.0,
        "conflict": max((f.score for f in told if f.verdict is Verdict.CONFLICTS), default=0.0),
        "tie": {Tie.SAME: 1.0, Tie.KINDRED: 0.6, Tie.MENTIONED: 0.5}.get(alignment.tie, 0.0),
        "run": min(alignment.run, 10) / 10,
        "containment": alignment.containment,
        "length": min(a.core_weight, b.core_weight, 15.0) / 15,
        "same figure": float(figure),
        "later figure": float(any(f.rule == LATER_COUNT for f in told)),
        "standing": float(a.standing != b.standing),
    }


def _speak_apart(a: Statement, b: Statement, alignment: Alignment, findings: tuple[Finding, ...]) -> bool:
    if a.asserted != b.asserted or exclude_each_other(a, b):
        return True
    if a.affirmed != b.affirmed and not both_deny(a, b, alignment):
        return True
    short = min(a.core_weight, b.core_weight) < _SHORT
    telling = {finding.slot for finding in findings if finding.verdict is Verdict.ABSTAINS} & _TELLING
    return any(finding.verdict is Verdict.CONFLICTS for finding in findings) or bool(short and telling)
