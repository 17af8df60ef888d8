"""How likely two claims say the same, contradict each other, or neither: a logistic model over the alignment.

The witnesses are few and readable, and the coefficients stand below. `benchmarks/relations.py --fit` makes them.
The model ranks and says how sure a verdict is; it never makes a contradiction, which takes a finding of a rule.
"""

from __future__ import annotations

from math import exp

from provenance.model.relation import Finding, Probabilities, Verdict
from provenance.relations.align import Alignment, Match, Tie
from provenance.relations.sameness import may_be_same
from provenance.relations.statement import Statement
from provenance.relations.unsaid import RULE_NAMES as UNSAID
from provenance.relations.who import SHARED

WITNESSES = (
    "balance",  # telling words in common, both sides
    "containment",  # the same, of the shorter claim
    "missing",  # weight of the shorter claim's telling words that the other lacks, 4 or more = 1
    "token_sort",
    "run",  # longest run of content words in the same order, 10 or more = 1
    "tie",  # predicates: the same 1, kindred 0.6, mentioned 0.5
    "agents",  # the same 1, unknown 0, different -1
    "patients",
    "names",  # in common, 3 or more = 1
    "agreements",  # findings that agree or narrow, 3 or more = 1
    "abstentions",  # findings that saw a difference and could not tell, 3 or more = 1
    "conflict",  # the surest conflicting finding
    "denied",  # one is affirmed, the other denied, times containment
    "differs",  # a slot, a figure, the deed, its doer or object is not the same (see sameness.py)
    "apart",  # the two hold in different ways, or one asserts nothing
)

# Weight of each witness for "same" and for "contradict", both against "neither"; the last is the constant. Fitted by
# `benchmarks/relations.py --fit`, no witness against its sign, with three changes by hand. "run" has the weight that
# quotations need: the sets that may be trained on hold none. "conflict" counts for more, for a rule that fires is
# right more often in news than captions and encyclopedias show. And the constant of "contradict" is lowered by one,
# for those sets hold far more contradictions than news does.
SAME = (0.0, 1.86, -1.37, 0.0, 1.5, 0.14, 0.0, 0.0, 0.0, 0.0, -1.52, -4.5, -0.78, -1.24, -1.55, 0.0)
CONTRADICT = (0.0, 1.21, -0.44, 0.0, 0.0, 0.66, 0.58, 0.0, 0.98, -0.84, -0.90, 3.0, 0.0, -0.11, -1.79, -2.25)


_UNSEEN = 0.02
_CLASH = 0.4  # a contradiction that likely leaves the likeness of meaning without a say


def witnesses(a: Statement, b: Statement, alignment: Alignment, findings: tuple[Finding, ...]) -> tuple[float, ...]:
    """Return what each of WITNESSES says, -1..1 each."""
    verdicts = [finding.verdict for finding in findings if finding.rule not in UNSAID]
    conflict = max((f.score for f in findings if f.verdict is Verdict.CONFLICTS), default=0.0)
    differences = sum(f.verdict is Verdict.ABSTAINS and f.rule != SHARED for f in findings)
    return (
        alignment.balance,
        alignment.containment,
        min((1 - alignment.containment) * min(a.core_weight, b.core_weight), 4.0) / 4,
        alignment.similarity.token_sort,
        min(alignment.run, 10) / 10,
        {Tie.SAME: 1.0, Tie.KINDRED: 0.6, Tie.MENTIONED: 0.5}.get(alignment.tie, 0.0),
        _grade(alignment.agents),
        _grade(alignment.patients),
        min(alignment.shared_names, 3) / 3,
        min(verdicts.count(Verdict.AGREES) + verdicts.count(Verdict.NARROWS), 3) / 3,
        min(differences, 3) / 3,
        conflict,
        alignment.containment if a.affirmed != b.affirmed else 0.0,
        0.0 if may_be_same(a, b, alignment, findings) else 1.0,
        0.0 if a.standing == b.standing and a.asserted == b.asserted else 1.0,
    )


def _grade(match: Match) -> float:
    return {Match.SAME: 1.0, Match.UNKNOWN: 0.0, Match.DIFFERENT: -1.0}[match]


def probabilities(values: tuple[float, ...]) -> Probabilities:
    """Return the three probabilities for these witnesses; each lies inside 0.005..0.99, none is ever certain."""
    same, contradict = (exp(_weighed(values, weights)) for weights in (SAME, CONTRADICT))
    total = 1.0 + same + contradict
    damp = 0.985  # leaves a little for what no witness saw
    rest = (1 - damp) / 3
    return Probabilities(damp * same / total + rest, damp * contradict / total + rest, damp / total + rest)


def with_same(chances: Probabilities, same: float) -> Probabilities:
    """Return the probabilities with that of "same" by a model that knows news.

    Of real pairs between which no rule found a conflict, one in fifty contradicts; the sets that the other model was
    fitted on hold far more. Where a conflict was found, the two keep what that model says.
    """
    if chances.contradict >= _CLASH:
        return chances
    contradict = min(chances.contradict, _UNSEEN)
    same = min(0.99 - contradict, max(0.005, same))
    return Probabilities(same, contradict, 1 - same - contradict)


def _weighed(values: tuple[float, ...], weights: tuple[float, ...]) -> float:
    return weights[-1] + sum(weight * value for weight, value in zip(weights, values, strict=False))
