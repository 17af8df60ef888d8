"""The columns of every table: what a list of claims, articles, sources, relations or ingested documents shows."""

from __future__ import annotations

from provenance.model.claim import SourcedClaim
from provenance.model.relation import Finding, Relation, Verdict
from provenance.reports import phrases
from provenance.reports.shapes import claim_shape, relation_shape
from provenance.reports.tables import Column, Listing


def _published_day(published: str | None) -> str:
    return (published or "")[:10]


CLAIMS: Listing[SourcedClaim] = Listing(
    columns=(
        Column("id", lambda c: c.id, lambda c: phrases.id_phrase(c.id), least=8),
        Column("claim", lambda c: c.text, least=24),
        Column("source chain", lambda c: phrases.chain_phrase(c.attribution), least=16, most=44),
        Column("kind", lambda c: c.attribution.kind.value, rank=3, least=9),
        Column("said", phrases.said_on_phrase, rank=2, least=10, most=14),
        Column("event", lambda c: phrases.days_phrase(c.frame.when), rank=1, least=14, most=25),
        Column("outlet", lambda c: c.article.outlet, rank=4, least=8, most=20),
    ),
    record=claim_shape,
)


def telling_findings(relation: Relation) -> list[Finding]:
    """Return the findings that decide the relation: the conflicts, else what narrows, else what agrees."""
    findings = relation.comparison.findings
    for verdict in (Verdict.CONFLICTS, Verdict.NARROWS, Verdict.AGREES):
        if telling := [finding for finding in findings if finding.verdict is verdict]:
            return telling
    return list(findings)


def _why(relation: Relation) -> str:
    return "; ".join(f"{finding.slot.value}: {finding.detail}" for finding in telling_findings(relation))


RELATIONS: Listing[Relation] = Listing(
    columns=(
        Column("a", lambda r: r.a.id, lambda r: phrases.id_phrase(r.a.id), least=8),
        Column("relation", lambda r: r.comparison.kind.value, least=12),
        Column("b", lambda r: r.b.id, lambda r: phrases.id_phrase(r.b.id), least=8),
        Column("score", lambda r: round(r.comparison.score, 3), rank=2, least=5, numeric=True),
        Column("why", _why, least=20, most=60),
        Column("claim a", lambda r: r.a.text, rank=1, least=18),
        Column("claim b", lambda r: r.b.text, rank=1, least=18),
        Column("outlet a", lambda r: r.a.article.outlet, rank=4, least=8, most=20),
        Column("outlet b", lambda r: r.b.article.outlet, rank=4, least=8, most=20),
        Column("independent", lambda r: "yes" if r.independent else "no", rank=3, least=11),
    ),
    record=relation_shape,
)
