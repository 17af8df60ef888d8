"""Relations with their findings, and decisions, as rows, and back."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from sqlalchemy import Row

from provenance.model.claim import SourcedClaim
from provenance.model.decision import Decision, Judgement, SourceAlias, SourceMerge
from provenance.model.identity import content_id
from provenance.model.relation import Comparison, Finding, Probabilities, Relation

Values = dict[str, Any]


def pair_id(a: str, b: str) -> str:
    """Return the id of the relation between two claims, the smaller id first."""
    return content_id("relation", a, b)


def relation_id(relation: Relation) -> str:
    return pair_id(relation.a.id, relation.b.id)


def relation_values(relation: Relation, run: str) -> Values:
    comparison = relation.comparison
    return {
        "id": relation_id(relation),
        "a_id": relation.a.id,
        "b_id": relation.b.id,
        "kind": comparison.kind,
        "score": comparison.score,
        "p_same": comparison.probabilities.same,
        "p_contradict": comparison.probabilities.contradict,
        "p_neither": comparison.probabilities.neither,
        "narrower": comparison.narrower,
        "independent": relation.independent,
        "dependence": relation.dependence,
        "run_id": run,
    }


def relation_of(row: Row[Any], findings: tuple[Finding, ...], claims: dict[str, SourcedClaim]) -> Relation:
    """Return a relation from its row, which has the person's verdict beside the program's as `judged`."""
    probabilities = Probabilities(row.p_same, row.p_contradict, row.p_neither)
    return Relation(
        a=claims[row.a_id],
        b=claims[row.b_id],
        comparison=Comparison(row.kind, row.score, probabilities, findings, row.narrower),
        independent=row.independent,
        dependence=row.dependence,
        judged=row.judged,
    )


def finding_values(relation: Relation) -> Iterator[Values]:
    owner = relation_id(relation)
    for position, finding in enumerate(relation.comparison.findings):
        yield {
            "relation_id": owner,
            "position": position,
            "rule": finding.rule,
            "slot": finding.slot,
            "verdict": finding.verdict,
            "left_words": finding.left,
            "right_words": finding.right,
            "detail": finding.detail,
            "score": finding.score,
            "narrower": finding.narrower,
            "left_span": finding.left_span,
            "right_span": finding.right_span,
        }


def finding_of(row: Row[Any]) -> Finding:
    return Finding(
        rule=row.rule,
        slot=row.slot,
        verdict=row.verdict,
        left=row.left_words,
        right=row.right_words,
        detail=row.detail,
        score=row.score,
        narrower=row.narrower,
        left_span=row.left_span,
        right_span=row.right_span,
    )


def decision_values(decision: Decision) -> Values:
    return {
        "decided_by": decision.by,
        "decided_at": decision.at,
        "why": decision.why,
        "undone_by": decision.undone_by,
        "undone_at": decision.undone_at,
    }


def decision_of(row: Row[Any]) -> Decision:
    return Decision(row.decided_by, row.decided_at, row.why, row.undone_by, row.undone_at)


def alias_values(alias: SourceAlias) -> Values:
    return {"id": alias.id, "alias": alias.alias, "source": alias.source, **decision_values(alias.decision)}


def alias_of(row: Row[Any]) -> SourceAlias:
    return SourceAlias(row.id, row.alias, row.source, decision_of(row))


def merge_values(merge: SourceMerge) -> Values:
    return {"id": merge.id, "merged": merge.merged, "kept": merge.kept, **decision_values(merge.decision)}


def merge_of(row: Row[Any]) -> SourceMerge:
    return SourceMerge(row.id, row.merged, row.kept, decision_of(row))


def judgement_values(judgement: Judgement) -> Values:
    return {
        "id": judgement.id,
        "a_id": judgement.a,
        "b_id": judgement.b,
        "kind": judgement.kind,
        **decision_values(judgement.decision),
    }


def judgement_of(row: Row[Any]) -> Judgement:
    return Judgement(row.id, row.a_id, row.b_id, row.kind, decision_of(row))
