"""The JSON shapes of claims, relations and reports that other programs rely on; additions to the promise are marked."""

from __future__ import annotations

from provenance.languages.ratings import truth_of
from provenance.model.chain import OriginGroup, Passage
from provenance.model.claim import SourcedClaim
from provenance.model.exchange import Json, frame_out, hop_out, spans_out, time_out
from provenance.model.fact_check import CheckMatch, Coverage, FactCheck
from provenance.model.relation import Comparison, Finding, Relation
from provenance.model.report import CorroborationReport, TimelineEntry
from provenance.reports.disputes import conflict_shape, ranking_shape


def claim_shape(claim: SourcedClaim) -> Json:
    """Return a claim with who says it and where: a line of `claims`, and the `claim` of a report."""
    attribution, article = claim.attribution, claim.article
    return {
        "id": claim.id,
        "text": claim.text,
        "outlet": article.outlet,
        "published": article.published,
        "article": article.id,
        "title": article.title,
        "url": article.url,
        "attribution": attribution.id,
        "kind": attribution.kind.value,
        "stance": attribution.stance.value,
        "confidence": attribution.confidence,
        "chain": [hop_out(hop) for hop in attribution.chain],
        "said": time_out(attribution.said),
        "sentence": claim.claim.sentence,
        "span": spans_out(claim.claim.span),
        "frame": frame_out(claim.frame),
    }


def finding_shape(finding: Finding) -> Json:
    return {
        "rule": finding.rule,
        "slot": finding.slot.value,
        "verdict": finding.verdict.value,
        "left": finding.left,
        "right": finding.right,
        "detail": finding.detail,
        "score": round(finding.score, 4),  # additions from here on
        "narrower": finding.narrower.value if finding.narrower else None,
        "left_span": spans_out(finding.left_span),
        "right_span": spans_out(finding.right_span),
    }


def comparison_shape(comparison: Comparison, about: tuple[str, str], ref: str | None = None) -> Json:
    """Return one object of `compare`; `about` is the text of the two claims that the relation holds between."""
    likely = comparison.probabilities
    return {
        "id": ref,
        "relation": comparison.kind.value,
        "score": comparison.score,
        "about": list(about),
        "probabilities": {"same": likely.same, "contradict": likely.contradict, "neither": likely.neither},
        "findings": [finding_shape(finding) for finding in comparison.findings],
        "narrower": comparison.narrower.value if comparison.narrower else None,  # addition
    }


def side_shape(claim: SourcedClaim) -> Json:
    """Return one side of a relation."""
    article = claim.article
    return {
        "claim": claim.id,
        "outlet": article.outlet,
        "text": claim.text,
        "published": article.published,
        "root": hop_out(claim.attribution.root),  # addition
    }


def relation_shape(relation: Relation) -> Json:
    """Return a line of `relations`."""
    comparison = relation.comparison
    return {
        "a": side_shape(relation.a),
        "b": side_shape(relation.b),
        "relation": relation.kind.value,
        "score": comparison.score,
        "independent": relation.independent,
        "findings": [finding_shape(finding) for finding in comparison.findings],
        "dependence": relation.dependence,  # additions from here on
        "narrower": comparison.narrower.value if comparison.narrower else None,
        "judged": relation.judged.value if relation.judged else None,
        "found": comparison.kind.value,  # by the program; a person's verdict counts in its stead
    }


def group_shape(group: OriginGroup) -> Json:
    return {
        "root": group.root,
        "claims": list(group.claims),
        "why": group.why,
        "outlets": list(group.outlets),  # additions from here on
        "certain": group.certain,
        "passages": [passage_shape(passage) for passage in group.passages],
    }


def passage_shape(passage: Passage) -> Json:
    return {
        "text": passage.text,
        "quoted": passage.quoted,
        "a": {"claim": passage.a, "span": spans_out([passage.a_span])},
        "b": {"claim": passage.b, "span": spans_out([passage.b_span])},
    }


def timeline_shape(entry: TimelineEntry) -> Json:
    return {
        "at": entry.at,
        "outlet": entry.outlet,
        "claim": entry.claim.id,
        "event": entry.event.value,
        "text": entry.claim.text,  # additions from here on
        "place": [entry.earliest, entry.latest],  # in the order of publication: the first and the last it can have
        "between": [moment.isoformat() for moment in entry.between] if entry.between else None,
    }


def report_shape(report: CorroborationReport) -> Json:
    """Return the object of `report`."""
    origins = report.origins
    return {
        "claim": claim_shape(report.claim),
        "assessment": report.assessment.value,
        "outlets": report.outlets,
        "origins": {"min": origins.min, "max": origins.max},
        "origin_groups": [group_shape(group) for group in origins.groups],
        "corroborating": [relation_shape(relation) for relation in report.corroborating],
        "less_precise": [relation_shape(relation) for relation in report.less_precise],  # addition
        "contradicting": [relation_shape(relation) for relation in report.contradicting],
        "timeline": [timeline_shape(entry) for entry in report.timeline],
        "updating": [relation_shape(relation) for relation in report.updating],  # additions from here on
        "doubts": list(origins.doubts),
        "rankings": [ranking_shape(ranking) for ranking in report.rankings],
        "outlet_conflicts": [conflict_shape(conflict) for conflict in report.conflicts],
        "sentences": dict(report.sentences),
        "checks": coverage_shape(report.checks) if report.checks else None,  # null: no checks are imported
    }


def truth(check: FactCheck) -> float | None:
    """Return the rating as a number from 0, false, to 1, true; None where its scale does not say."""
    return truth_of(check.rating, check.value, check.worst, check.best)


def check_shape(check: FactCheck) -> Json:
    return {
        "id": check.id,
        "claim": check.claim,
        "rating": check.rating,
        "truth": truth(check),
        "title": check.title,
        "author": check.author,
        "url": check.url,
        "published": check.published,
        "language": check.language,
        "claimant": check.claimant,
        "value": check.value,
        "worst": check.worst,
        "best": check.best,
    }


def match_shape(match: CheckMatch) -> Json:
    """Return a check that may cover a claim, with its score and why."""
    return {
        "score": match.score,
        "why": {"meaning": match.meaning, "overlap": match.overlap, "words": list(match.words)},
        **check_shape(match.check),
    }


def coverage_shape(coverage: Coverage) -> Json:
    """Return one object of `factchecks match`; no match says that no imported check covers it."""
    return {
        "query": coverage.query,
        "searched": coverage.searched,
        "by": coverage.by.value,
        "matches": [match_shape(match) for match in coverage.matches],
    }
