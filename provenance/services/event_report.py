"""All claims of one event, the most disputed first."""

from __future__ import annotations

from collections import defaultdict

from provenance.model.event import EventReport
from provenance.model.query import ClaimFilter, RelationFilter
from provenance.model.relation import Relation
from provenance.model.report import Assessment, CorroborationReport
from provenance.services.events import grouped, summary_of
from provenance.services.report import TOLD, Desk, as_judged, report_of
from provenance.settings import Settings
from provenance.text.slight import is_slight

_ORDER = (Assessment.DISPUTED, Assessment.CORROBORATED, Assessment.SINGLE_ORIGIN, Assessment.UNMATCHED)


def build_event_report(prefix: str, settings: Settings) -> EventReport:
    """Return all claims of the event whose id starts so; raises NotFound or AmbiguousId.

    Only what the event's own articles say counts for and against a claim: a claim of another event speaks of something
    else, however alike the words are. How many such relations there are is told.
    """
    from provenance.chains import outlet_conflicts

    with grouped(settings) as unit:
        event = unit.events.find(prefix)
        own = frozenset(event.articles)
        relations: dict[str, list[Relation]] = defaultdict(list)
        elsewhere = 0
        for relation in map(as_judged, unit.relations.select(RelationFilter(kinds=TOLD, articles=event.articles))):
            if {relation.a.article.id, relation.b.article.id} <= own:
                relations[relation.a.id].append(relation)
                relations[relation.b.id].append(relation)
            else:
                elsewhere += 1
        desk = Desk(unit)
        claims = [claim for article in event.articles for claim in unit.claims.select(ClaimFilter(article=article))]
        reports = [report_of(claim, relations.get(claim.id, []), desk) for claim in claims]
        return EventReport(
            summary_of(unit, event),
            tuple(sorted(reports, key=_most_disputed_first)),
            elsewhere,
            outlet_conflicts(relation for each in reports for relation in each.contradicting),
        )


def _most_disputed_first(report: CorroborationReport) -> tuple[int, int, bool, int, int, str, int, str]:
    """Order by assessment, contradictions, origins and outlets; then by the article's date and the place in it.

    Who is what, and claims of hardly a word, come after the others of their assessment, however many agree on them.
    """
    claim = report.claim
    return (
        _ORDER.index(report.assessment),
        -len(report.contradicting),
        is_slight(claim.text),
        -report.origins.min,
        -report.outlets,
        claim.article.published or "9999",
        report.sentence_starts.get(claim.id, 0),
        claim.id,
    )
