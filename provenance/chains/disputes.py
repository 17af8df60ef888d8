"""Who contradicts whom, and in what, over outlets."""

from __future__ import annotations

from collections.abc import Iterable

from provenance.chains.wording import outlet_of
from provenance.model.claim import SourcedClaim
from provenance.model.dispute import ConflictPoint, OutletConflict
from provenance.model.relation import Relation, Verdict


def outlet_conflicts(
    contradictions: Iterable[Relation], claim: SourcedClaim | None = None
) -> tuple[OutletConflict, ...]:
    """Return each pair of outlets of which claims contradict each other, with the slots and the words.

    The pair with the most contradictions comes first. The first of a pair is this claim's outlet where one is given,
    else the earlier one in the alphabet, unknown outlets last. Two articles of one outlet can be a pair, too.
    """
    pairs: dict[tuple[str | None, str | None], list[ConflictPoint]] = {}
    for relation in {(each.a.id, each.b.id): each for each in contradictions}.values():
        one, other = _in_order(relation, claim)
        points = pairs.setdefault((outlet_of(one), outlet_of(other)), [])
        points += _points(relation, one, other)
    conflicts = (OutletConflict(a, b, tuple(points)) for (a, b), points in pairs.items())
    return tuple(sorted(conflicts, key=_most_first))


def _in_order(relation: Relation, claim: SourcedClaim | None) -> tuple[SourcedClaim, SourcedClaim]:
    if claim is not None:
        return claim, relation.other(claim.id)
    one, other = sorted((relation.a, relation.b), key=lambda each: (outlet_of(each) or "\uffff", each.id))
    return one, other


def _points(relation: Relation, one: SourcedClaim, other: SourcedClaim) -> list[ConflictPoint]:
    """Return a point for each slot in which the two conflict; one without a slot where only a person says so."""
    turned = relation.a.id != one.id
    found = [
        ConflictPoint(each.slot, one.id, other.id, *((each.right, each.left) if turned else (each.left, each.right)))
        for each in relation.comparison.findings
        if each.verdict is Verdict.CONFLICTS
    ]
    return found or [ConflictPoint(None, one.id, other.id, one.text, other.text)]


def _most_first(conflict: OutletConflict) -> tuple[int, str, str]:
    return -len({(point.a, point.b) for point in conflict.points}), conflict.a or "\uffff", conflict.b or "\uffff"
