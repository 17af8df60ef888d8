"""The one place where findings become a relation."""

from __future__ import annotations

from collections.abc import Iterable

from provenance.model.attribution import Stance
from provenance.model.relation import Comparison, Finding, Probabilities, RelationKind, Side, Slot, Verdict
from provenance.relations.align import Alignment, Match, Tie, matched
from provenance.relations.modality import FULFILMENT
from provenance.relations.probability import probabilities, witnesses
from provenance.relations.quantity import LATER_COUNT
from provenance.relations.statement import Statement, Term
from provenance.relations.what import SAME_WORDS
from provenance.relations.who import SHARED

_SAME = 0.38  # probability of "same" from which two claims are shown as one, where no rule saw a difference
_SAME_NARROWED = 0.25  # where one side is more precise in a slot: its words then say more, and differ
_VERBATIM = 8  # content words in the same order
_FRAGMENTS = 0.8  # words in common from which two headlines without a verb are one
_BARE = "be"
_CEILING = 0.99  # a score that reaches 1.0 cannot be ranked
_UPDATES = (LATER_COUNT, FULFILMENT)
_AGREEING = (Verdict.AGREES, Verdict.NARROWS)
_STRENGTH = {kind: len(RelationKind) - place for place, kind in enumerate(RelationKind)}


def combine(a: Statement, b: Statement, alignment: Alignment, findings: tuple[Finding, ...]) -> Comparison:
    """Return the relation that the findings bear, its score and probabilities.

    contradicts    a rule found a conflict in a named slot, with the words of both sides. Its score is the surest
                   conflict's, lowered where the event is less surely the same.
    updates        the same figure later, or a plan and what came of it.
    corroborates   probably the same (see probability.py), and no slot in which a rule saw a difference.
    refines        the same, one side being more precise.
    related        one story: names or a good part of the telling words in common.
    unrelated      otherwise.

    The score is 0..0.99 and rises with what speaks for the relation: for the same with the probability, for
    contradicts and updates with the rule's sureness times that of the event, for related with the words in common.
    """
    chances = probabilities(witnesses(a, b, alignment, findings))
    conflicts = [f for f in findings if f.verdict is Verdict.CONFLICTS and f.left and f.right]
    if conflicts:
        return Comparison(RelationKind.CONTRADICTS, _by_rule(conflicts, alignment), chances, findings)
    updates = [f for f in findings if f.rule in _UPDATES]
    if updates:
        return Comparison(RelationKind.UPDATES, _by_rule(updates, alignment), chances, findings, updates[0].narrower)
    if _may_be_same(a, b, alignment, findings):
        agreed = _agreement(chances, findings)
        if agreed is not None:
            return agreed
    kind = RelationKind.RELATED if _one_story(alignment) else RelationKind.UNRELATED
    return Comparison(kind, round(0.8 * alignment.sureness, 4), chances, findings)


def _by_rule(findings: list[Finding], alignment: Alignment) -> float:
    surest = max(finding.score for finding in findings)
    return round(_CEILING * surest * (0.6 + 0.4 * alignment.sureness), 4)


def _may_be_same(a: Statement, b: Statement, alignment: Alignment, findings: Iterable[Finding]) -> bool:
    """False where a rule saw a difference that it could not explain, or the two hold in different ways."""
    if _word_for_word(a, b, alignment):
        return True
    if a.affirmed != b.affirmed or a.standing != b.standing or a.asserted != b.asserted:
        return False
    if Match.DIFFERENT in (alignment.agents, alignment.patients):
        return False
    if _other_figures(a, b, findings):
        return False
    if alignment.run < SAME_WORDS and not _same_figure(findings) and _another_matter(a, b, alignment):
        return False
    return not any(f.verdict is Verdict.ABSTAINS and f.rule != SHARED for f in findings)


def _word_for_word(a: Statement, b: Statement, alignment: Alignment) -> bool:
    """True where the same long stretch of words stands in both, and neither is denied: it says the same in both."""
    if alignment.run < _VERBATIM or Stance.DENIES in (a.claim.attribution.stance, b.claim.attribution.stance):
        return False
    return a.order.count("not") == b.order.count("not") and a.figures == b.figures


def _another_matter(a: Statement, b: Statement, alignment: Alignment) -> bool:
    """True where predicate, doers or objects are other words: "killed 9" and "injured 9" have the rest in common."""
    if alignment.tie is Tie.NONE and ((a.predicate and b.predicate) or alignment.balance < _FRAGMENTS):
        return True
    if _BARE in (a.predicate, b.predicate) and matched(a.patients, b.patients) is not Match.SAME:
        return alignment.containment < _FRAGMENTS
    proper = [tuple(term for term in statement.agents if term.proper) for statement in (a, b)]
    return _strangers(*proper) or _strangers(a.patients, b.patients)


def _other_figures(a: Statement, b: Statement, findings: Iterable[Finding]) -> bool:
    """True where each side has a figure that the other lacks, and no rule found them to agree."""
    return bool(a.figures - b.figures and b.figures - a.figures) and not _same_figure(findings)


def _strangers(left: tuple[Term, ...], right: tuple[Term, ...]) -> bool:
    """True where both sides name something and no word of one is a word of the other."""
    if not left or not right or matched(left, right) is Match.SAME:
        return False
    return all(one.all_words.isdisjoint(other.all_words) for one in left for other in right)


def _same_figure(findings: Iterable[Finding]) -> bool:
    return any(f.slot is Slot.QUANTITY and f.verdict in _AGREEING for f in findings)


def _agreement(chances: Probabilities, findings: tuple[Finding, ...]) -> Comparison | None:
    sides = {f.narrower for f in findings if f.verdict is Verdict.NARROWS and f.narrower}
    narrower: Side | None = sides.pop() if len(sides) == 1 else None
    if narrower is not None and chances.same >= _SAME_NARROWED:
        return Comparison(RelationKind.REFINES, _rounded(chances.same), chances, findings, narrower)
    if chances.same >= _SAME:
        return Comparison(RelationKind.CORROBORATES, _rounded(chances.same), chances, findings)
    return None


def _rounded(probability: float) -> float:
    return round(min(probability, _CEILING), 4)


def _one_story(alignment: Alignment) -> bool:
    if alignment.shared_names and (alignment.balance >= 0.1 or alignment.tie is not Tie.NONE):
        return True
    return alignment.balance >= 0.2 or alignment.containment >= 0.45 or alignment.shared_names >= 2


def strength(comparison: Comparison) -> tuple[int, float]:
    """Return what to sort by so that the strongest relation comes last: its kind, then its score."""
    return _STRENGTH[comparison.kind], comparison.score


def strongest(comparisons: Iterable[Comparison]) -> Comparison | None:
    """Return the strongest relation (contradicts, then corroborates, refines, updates, related); None of none."""
    return max(comparisons, key=strength, default=None)
