"""The one place where findings become a relation."""

from __future__ import annotations

from collections.abc import Iterable

from provenance.model.relation import Comparison, Finding, Probabilities, RelationKind, Side, Slot, Verdict
from provenance.relations.align import Alignment, Tie
from provenance.relations.judging import judged
from provenance.relations.meaning import RULE as MEANING
from provenance.relations.meaning import chance_by_meaning
from provenance.relations.modality import FULFILMENT
from provenance.relations.probability import probabilities, with_same, witnesses
from provenance.relations.quantity import LATER_COUNT
from provenance.relations.sameness import may_be_same
from provenance.relations.statement import Statement
from provenance.relations.unsaid import RULE_NAMES as UNSAID

_SAME = 0.42  # probability of "same" from which two claims are shown as one, where no rule saw a difference
_SAME_NARROWED = 0.3  # where one side is more precise in a slot: its words then say more, and differ
_AGREEING = (Verdict.AGREES, Verdict.NARROWS)
_SETTING = {Slot.WHO, Slot.WHERE}  # the same people in the same place may have done many things
_MOSTLY = 0.5  # of the shorter claim's telling words
_ONE_STORY = 0.3  # likeness in meaning of two sentences from which they speak of one thing
_CEILING = 0.99  # a score that reaches 1.0 cannot be ranked
_UPDATES = (LATER_COUNT, FULFILMENT)
_STRENGTH = {kind: len(RelationKind) - place for place, kind in enumerate(RelationKind)}


def combine(
    a: Statement, b: Statement, alignment: Alignment, findings: tuple[Finding, ...], chances: Probabilities
) -> Comparison:
    """Return the relation that the findings bear, its score and probabilities.

    contradicts    a rule found a conflict in a named slot, with the words of both sides. Its score is the surest
                   conflict's, lowered where the event is less surely the same.
    updates        the same figure later, or a plan and what came of it.
    corroborates   probably the same (see `chances_of`), and no slot in which a rule saw a difference. What only one
                   side says (see unsaid.py) is told in the findings: the other does not confirm that part.
    refines        the same, one side being more precise in a slot that both fill.
    related        one story: names or a good part of the telling words in common.
    unrelated      otherwise.

    The score is 0..0.99 and rises with what speaks for the relation: for the same with the probability, for
    contradicts and updates with the rule's sureness times that of the event, for related with the words in common.
    """
    conflicts = [f for f in findings if f.verdict is Verdict.CONFLICTS and f.left and f.right]
    if conflicts:
        return Comparison(RelationKind.CONTRADICTS, _by_rule(conflicts, alignment), chances, findings)
    updates = [f for f in findings if f.rule in _UPDATES]
    if updates:
        return Comparison(RelationKind.UPDATES, _by_rule(updates, alignment), chances, findings, updates[0].narrower)
    meant = any(f.rule == MEANING for f in findings)
    if meant or may_be_same(a, b, alignment, findings):
        agreed = _agreement(chances, findings, alignment)
        if agreed is not None:
            return agreed
    kind = RelationKind.RELATED if _one_story(alignment) else RelationKind.UNRELATED
    return Comparison(kind, round(0.8 * alignment.sureness, 4), chances, findings)


def chances_of(a: Statement, b: Statement, alignment: Alignment, findings: tuple[Finding, ...]) -> Probabilities:
    """Return the probabilities by all that is known: by the judge where a cross-encoder has read both sentences (see
    judging.py), else by the words (probability.py), and by an encoder where there is one (meaning.py)."""
    known = judged(a, b, alignment, findings)
    if known is not None:
        return known
    chances = probabilities(witnesses(a, b, alignment, findings))
    same = chance_by_meaning(a, b, alignment, findings)
    return chances if same is None else with_same(chances, same)


def _by_rule(findings: list[Finding], alignment: Alignment) -> float:
    surest = max(finding.score for finding in findings)
    return round(_CEILING * surest * (0.6 + 0.4 * alignment.sureness), 4)


def _agreement(chances: Probabilities, findings: tuple[Finding, ...], alignment: Alignment) -> Comparison | None:
    agreeing = {f.slot for f in findings if f.verdict in _AGREEING and f.rule not in UNSAID} - _SETTING
    if not agreeing:
        return None  # likely, but no rule can say in what they agree
    if agreeing == {Slot.QUANTITY} and alignment.tie is Tie.NONE and alignment.containment < _MOSTLY:
        return None  # a figure in passing: the same age, another deed
    told = _narrower(f for f in findings if f.rule not in UNSAID)
    if chances.same < (_SAME if told is None else _SAME_NARROWED):
        return None
    kind = RelationKind.CORROBORATES if told is None else RelationKind.REFINES
    narrower = told or _narrower(findings)
    return Comparison(kind, _rounded(chances.same), chances, findings, narrower)


def _narrower(findings: Iterable[Finding]) -> Side | None:
    """Return which side is the more precise; None where neither is, or each in another slot."""
    sides = {f.narrower for f in findings if f.verdict is Verdict.NARROWS and f.narrower}
    return sides.pop() if len(sides) == 1 else None


def _rounded(probability: float) -> float:
    return round(min(probability, _CEILING), 4)


def _one_story(alignment: Alignment) -> bool:
    if (alignment.similarity.meaning or 0.0) >= _ONE_STORY:
        return True
    if alignment.shared_names and (alignment.balance >= 0.1 or alignment.tie is not Tie.NONE):
        return True
    return alignment.balance >= 0.2 or alignment.containment >= 0.45 or alignment.shared_names >= 2


def strength(comparison: Comparison) -> tuple[int, float]:
    """Return what to sort by so that the strongest relation comes last: its kind, then its score."""
    return _STRENGTH[comparison.kind], comparison.score


def telling(comparison: Comparison) -> tuple[int, float]:
    """Return the same for the claims of two sentences: where none agree or conflict, those that come closest to it
    stand for their sentences, and not those with the most in common."""
    kind, score = strength(comparison)
    merely = comparison.kind in (RelationKind.RELATED, RelationKind.UNRELATED)
    return kind, 1 - comparison.probabilities.neither if merely else score


def strongest(comparisons: Iterable[Comparison]) -> Comparison | None:
    """Return the strongest relation (contradicts, then corroborates, refines, updates, related); None of none."""
    return max(comparisons, key=strength, default=None)
