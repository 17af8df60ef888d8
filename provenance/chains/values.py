"""Which value of a slot each side of a relation gives."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from provenance.model.claim import SourcedClaim
from provenance.model.relation import Finding, Relation, Slot, Verdict
from provenance.model.span import Spans
from provenance.registry import folded

OPEN_ENDED = ("at least {}", "at most {}")


@dataclass(frozen=True, slots=True)
class Value:
    """What a claim says in one slot; two claims give the same value where the keys are equal."""

    key: str
    words: str  # as written: "25 April"
    meant: str | None = None  # "2019-04-25"


def conflicts_of(relation: Relation, claim: str) -> Iterator[tuple[Slot, Value, Value]]:
    """Yield each slot in which the two conflict, with what this claim says and what the other does instead."""
    ours_is_a = relation.a.id == claim
    for finding in relation.comparison.findings:
        if finding.verdict is Verdict.CONFLICTS:
            left, right = value_of(finding, relation.a, left=True), value_of(finding, relation.b, left=False)
            yield finding.slot, *((left, right) if ours_is_a else (right, left))


def agreed_words(relation: Relation, claim: str, slot: Slot) -> str | None:
    """Return the other claim's words for the value of a slot in which it agrees with this one, or says more.

    None where it says nothing of the slot: who tells of the meeting without a date does not back its date. A person's
    verdict that the two say the same has no words.
    """
    if relation.judged is not None:
        return ""
    ours_is_a = relation.a.id == claim
    for finding in relation.comparison.findings:
        if finding.slot is slot and finding.verdict in (Verdict.AGREES, Verdict.NARROWS):
            return finding.right if ours_is_a else finding.left
    return "" if slot in (Slot.WHAT, Slot.POLARITY, Slot.MODALITY) else None  # what agrees, agrees in these


def value_of(finding: Finding, claim: SourcedClaim, *, left: bool) -> Value:
    """Return what one side of a conflict says: by what its words mean where the frame knows it, else by the words."""
    words, span = (finding.left, finding.left_span) if left else (finding.right, finding.right_span)
    meant = _meaning(finding.slot, claim, words, span)
    return Value(meant or folded(words) or words, words, meant)


def _meaning(slot: Slot, claim: SourcedClaim, words: str, span: Spans) -> str | None:
    frame = claim.frame

    def is_meant(text: str, its_span: Spans) -> bool:
        return its_span == span if span and its_span else text == words

    if slot is Slot.WHEN:
        times = (each.interval for each in frame.when if each.interval and is_meant(each.text, each.span))
        return next(map(str, times), None)
    if slot is Slot.WHERE:
        return next((each.name for each in frame.where if is_meant(each.text, each.span)), None)
    if slot is Slot.WHO:
        return next((each.name for each in frame.who if is_meant(each.text, each.span)), None)
    if slot is Slot.QUANTITY:
        found = (_bounds(each.low, each.high) for each in frame.quantities if is_meant(each.text, each.span))
        return next(found, None)
    return None


def _bounds(low: float | None, high: float | None) -> str | None:
    if low is None or high is None:
        known = low if high is None else high
        return None if known is None else OPEN_ENDED[low is None].format(f"{known:,g}")
    return f"{low:,g}" if low == high else f"{low:,g} to {high:,g}"
