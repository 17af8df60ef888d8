"""The columns of every table: what a list of claims, articles, sources, relations or ingested documents shows."""

from __future__ import annotations

from provenance.model.claim import SourcedClaim
from provenance.model.exchange import Json
from provenance.model.outline import Met
from provenance.model.query import SourceCount
from provenance.model.relation import Finding, Relation, Verdict
from provenance.model.source import KnownSource
from provenance.model.version import ArticleSummary, IngestResult
from provenance.reports import phrases
from provenance.reports.shapes import claim_shape, relation_shape
from provenance.reports.tables import Column, Listing

SourceLine = tuple[SourceCount, KnownSource | None]  # as stored, and the registry's entry where it has one

CLAIMS: Listing[SourcedClaim] = Listing(
    columns=(
        Column("id", lambda c: c.id, lambda c: phrases.id_phrase(c.id), least=8),
        Column("claim", phrases.claim_phrase, least=24),
        Column("source chain", lambda c: phrases.chain_phrase(c.attribution), least=16, most=44),
        Column("kind", lambda c: c.attribution.kind.value, rank=3, least=9),
        Column("said", phrases.said_on_phrase, rank=2, least=10, most=14),
        Column("event", lambda c: phrases.days_phrase(c.frame.when), rank=1, least=14, most=25),
        Column("outlet", lambda c: c.article.outlet, rank=4, least=8, most=20),
        Column("source", lambda c: phrases.source_phrase(c.attribution.root), rank=5, least=24, most=60),
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
        Column("relation", lambda r: r.kind.value, least=12),
        Column("b", lambda r: r.b.id, lambda r: phrases.id_phrase(r.b.id), least=8),
        Column("score", lambda r: round(r.comparison.score, 3), rank=2, least=5, numeric=True),
        Column("claim a", lambda r: phrases.claim_phrase(r.a), least=18),
        Column("claim b", lambda r: phrases.claim_phrase(r.b), least=18),
        Column("why", _why, rank=1, least=20, most=60),
        Column("outlet a", lambda r: r.a.article.outlet, rank=4, least=8, most=20),
        Column("outlet b", lambda r: r.b.article.outlet, rank=4, least=8, most=20),
        Column("independent", lambda r: "yes" if r.independent else "no", rank=3, least=11),
    ),
    record=relation_shape,
)


def _article_record(summary: ArticleSummary) -> Json:
    version = summary.version
    article = version.article
    return {
        "id": article.id,
        "outlet": article.outlet,
        "title": article.title,
        "url": article.url,
        "published": article.published,
        "published_origin": article.published_origin.value,
        "language": article.language,
        "credits": list(article.credits),
        "version": version.number,
        "current": version.is_current,
        "ref": version.ref,
        "characters": summary.characters,
        "sentences": summary.sentences,
        "claims": summary.claims,
        "text_sha256": version.text_sha256,
    }


ARTICLES: Listing[ArticleSummary] = Listing(
    columns=(
        Column("id", lambda s: s.version.article.id, lambda s: phrases.id_phrase(s.version.article.id), least=8),
        Column(
            "published",
            lambda s: s.version.article.published,
            lambda s: (s.version.article.published or "")[:10],
            least=10,
        ),
        Column("outlet", lambda s: s.version.article.outlet, least=10, most=28),
        Column("title", lambda s: s.version.article.title, least=20),
        Column("claims", lambda s: s.claims, least=6, numeric=True),
        Column("sentences", lambda s: s.sentences, rank=2, least=9, numeric=True),
        Column("version", lambda s: s.version.number, rank=1, least=7, numeric=True),
        Column("input", lambda s: s.version.ref, rank=3, least=12, most=40),
    ),
    record=_article_record,
)


def source_record(line: SourceLine) -> Json:
    count, known = line
    return {
        "name": count.name,
        "registry_id": count.registry_id,
        "kind": count.kind,
        "country": known.country if known else None,
        "state_controlled": known.state_controlled if known else None,
        "wire": known.wire if known else None,
        "claims": count.claims,
        "as_root": count.as_root,
        "articles": count.articles,
    }


def _yes_no(value: bool | None) -> str | None:
    return None if value is None else "yes" if value else "no"


SOURCES: Listing[SourceLine] = Listing(
    columns=(
        Column("source", lambda line: line[0].name, least=20),
        Column("claims", lambda line: line[0].claims, least=6, numeric=True),
        Column("as origin", lambda line: line[0].as_root, least=9, numeric=True),
        Column("articles", lambda line: line[0].articles, rank=2, numeric=True),
        Column("kind", lambda line: line[0].kind, least=12),
        Column("country", lambda line: line[1].country if line[1] else None, rank=1, least=7),
        Column("state", lambda line: _yes_no(line[1].state_controlled) if line[1] else None, rank=1, least=5),
        Column("registry id", lambda line: line[0].registry_id, rank=1, least=12),
    ),
    record=source_record,
)


def outcome_record(outcome: IngestResult) -> Json:
    return {
        "ref": outcome.ref,
        "status": outcome.status.value,
        "article_id": outcome.article_id,
        "version": outcome.version,
        "outlet": outcome.outlet,
        "published": outcome.published,
        "sentences": outcome.sentences,
        "claims": outcome.claims,
        "relations": outcome.relations,
        "error": outcome.error,
    }


OUTCOMES: Listing[IngestResult] = Listing(
    columns=(
        Column("input", lambda o: o.ref, least=16, most=50),
        Column("status", lambda o: o.status.value, least=11),
        Column("article", lambda o: o.article_id, lambda o: phrases.id_phrase(o.article_id) if o.article_id else None),
        Column("version", lambda o: o.version, rank=3, least=7, numeric=True),
        Column("outlet", lambda o: o.outlet, rank=1, least=10, most=28),
        Column("published", lambda o: o.published, lambda o: (o.published or "")[:10], rank=2, least=10),
        Column("sentences", lambda o: o.sentences, rank=3, least=9, numeric=True),
        Column("claims", lambda o: o.claims, least=6, numeric=True),
        Column("relations", lambda o: o.relations, least=9, numeric=True),
        Column("error", lambda o: o.error, rank=2, least=20),
    ),
    record=outcome_record,
)


Fact = tuple[str, str | int | None]
FACTS: Listing[Fact] = Listing(
    columns=(
        Column("what", lambda fact: fact[0].replace("_", " "), least=10),
        Column("value", lambda fact: fact[1], least=20),
    ),
    record=lambda fact: {fact[0]: fact[1]},
)


def met_record(met: Met) -> Json:
    return {
        "a": {"claim": met.a.id, "outlet": met.a.article.outlet, "text": met.a.text},
        "b": {"claim": met.b.id, "outlet": met.b.article.outlet, "text": met.b.text},
        "channels": list(met.channels),
        "token_sort": round(met.token_sort, 4),
        "relation": met.kind.value,
    }


MET: Listing[Met] = Listing(
    columns=(
        Column("a", lambda m: m.a.id, lambda m: phrases.id_phrase(m.a.id), least=8),
        Column("b", lambda m: m.b.id, lambda m: phrases.id_phrase(m.b.id), least=8),
        Column("relation", lambda m: m.kind.value, least=12),
        Column("alike", lambda m: round(m.token_sort, 3), least=5, numeric=True),
        Column("found by", lambda m: "; ".join(m.channels), least=24),
        Column("claim a", lambda m: phrases.claim_phrase(m.a), rank=1, least=18),
        Column("claim b", lambda m: phrases.claim_phrase(m.b), rank=2, least=18),
    ),
    record=met_record,
)
