"""What two claims are to each other: rules that return findings, and the one place that combines them."""

from __future__ import annotations

from collections.abc import Callable
from inspect import cleandoc

from provenance.model.claim import SourcedClaim
from provenance.model.relation import Comparison, Finding, Similarity, Verdict
from provenance.relations import (
    attribution,
    contrary,
    described,
    exchanged,
    meaning,
    modality,
    polarity,
    quantity,
    single,
    unsaid,
    what,
    when,
    where,
    who,
)
from provenance.relations.align import Alignment, align
from provenance.relations.combine import chances_of, combine, strength, strongest, telling
from provenance.relations.converse import seen_alike
from provenance.relations.statement import Statement, statement_of
from provenance.relations.unread import EXPLANATION, RULE, is_read, unread

__all__ = ["RULES", "Rule", "compare", "explanation_of", "strength", "strongest", "telling"]

Rule = Callable[[Statement, Statement, Alignment], Finding | None]

# A rule's docstring is the explanation that a report prints.
RULES: tuple[Rule, ...] = (
    attribution.silence,
    attribution.quotation,
    attribution.disowned,
    polarity.denial,
    contrary.told,
    modality.standing,
    modality.cancellation,
    modality.fulfilment,
    who.agent,
    who.shared,
    what.deed,
    what.opposite,
    what.wording,
    when.interval,
    when.said,
    where.place,
    quantity.figure,
    described.figure,
    single.value,
    exchanged.phrase,
    unsaid.day,
    unsaid.place,
    unsaid.figure,
)

_BY_WORDS = frozenset({"contrary.told", "exchanged.phrase", "single.value"})


def compare(a: SourcedClaim, b: SourcedClaim, similarity: Similarity) -> Comparison:
    """Return what two claims are to each other; compare(b, a) is the same with the sides turned round.

    Of claims whose slots no grammar has read, no more than that their words meet.
    """
    if not (is_read(a) and is_read(b)):
        return unread(a, b, similarity)
    left, right = seen_alike(statement_of(a), statement_of(b))
    alignment = align(left, right, similarity)
    findings = _without_doubles(
        tuple(finding for rule in RULES if (finding := rule(left, right, alignment)) is not None)
    )
    chances = chances_of(left, right, alignment, findings)
    known = alignment.similarity.meaning is not None
    alike = meaning.alike(left, right, alignment, findings, chances.same if known else None)
    return combine(left, right, alignment, findings if alike is None else (*findings, alike), chances)


def _without_doubles(findings: tuple[Finding, ...]) -> tuple[Finding, ...]:
    """Drop what another finding already says.

    A quotation with and without "not" is one difference; that both name someone says nothing more where they agree on
    who did it; where a rule of a slot found a conflict, one that reads the mere words finds no second one in it.
    """
    rules = {finding.rule: finding.verdict for finding in findings}
    doubles = set()
    if rules.keys() & {"attribution.quotation", "attribution.disowned"}:
        doubles.add("polarity.denial")
    if rules.get("who.agent") is Verdict.AGREES:
        doubles.add(who.SHARED)
    clashing = {f.slot for f in findings if f.verdict is Verdict.CONFLICTS and f.rule not in _BY_WORDS}
    doubles |= {f.rule for f in findings if f.rule in _BY_WORDS and f.slot in clashing}
    return tuple(finding for finding in findings if finding.rule not in doubles)


def explanation_of(rule: str) -> str | None:
    """Return what a rule looks for and when it abstains, as text: "when.interval", "quantity.later_count"."""
    return _EXPLANATIONS.get(rule)


def _name(rule: Rule) -> str:
    return f"{rule.__module__.rpartition('.')[2]}.{rule.__name__}"


_EXPLANATIONS = {_name(rule): " ".join(cleandoc(rule.__doc__ or "").split()) for rule in RULES}
_EXPLANATIONS[quantity.LATER_COUNT] = _EXPLANATIONS["quantity.figure"]
_EXPLANATIONS[meaning.RULE] = " ".join(cleandoc(meaning.alike.__doc__ or "").split())
_EXPLANATIONS[RULE] = EXPLANATION
