"""Who corroborates a claim, from which origin, and who contradicts it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from functools import cached_property
from typing import TYPE_CHECKING

from provenance.model.chain import Passage
from provenance.model.claim import SourcedClaim
from provenance.model.query import RelationFilter
from provenance.model.relation import Relation, RelationKind
from provenance.model.report import CorroborationReport
from provenance.services.copying import CopiedText
from provenance.services.names import decided_names, registry_with
from provenance.services.opened import opened
from provenance.services.source_records import SourceRecords
from provenance.settings import Settings

if TYPE_CHECKING:
    from provenance.services.fact_checks import Finder
    from provenance.storage.store import Unit

AGREES = (RelationKind.CORROBORATES, RelationKind.REFINES)
CHECKS_SHOWN = 5
TOLD = (*AGREES, RelationKind.CONTRADICTS, RelationKind.UPDATES)


def build_report(prefix: str, settings: Settings) -> CorroborationReport:
    """Return all that is known about the claim whose id starts so; raises NotFound or AmbiguousId.

    Only what was compared with the claim itself counts. That A agrees with B and B with C does not say that A agrees
    with C: "in April" agrees with the 24th and with the 25th. A person's verdict counts in the program's stead.
    """
    with opened(settings) as store, store.read() as unit:
        claim = unit.claims.find(prefix)
        relations = [as_judged(each) for each in unit.relations.select(RelationFilter(claim.id, TOLD))]
        return report_of(claim, relations, Desk(unit))


class Desk:
    """What the reports on several claims share: each is read once, and only where it is asked for."""

    def __init__(self, unit: Unit) -> None:
        self.unit = unit
        self.registry = registry_with(decided_names(unit))
        self.records = SourceRecords(unit, self.registry)
        self.copied = CopiedText()

    @cached_property
    def checks(self) -> Finder | None:
        """What finds imported checks; None where none are imported."""
        if not self.unit.fact_checks.count():
            return None
        from provenance.embedding import installed_encoder
        from provenance.services.fact_checks import finder_of

        return finder_of(self.unit, installed_encoder())


def report_of(claim: SourcedClaim, relations: list[Relation], desk: Desk) -> CorroborationReport:
    from provenance.chains import Witnesses, assess, count_origins, outlet_conflicts, rank_values, timeline

    unit = desk.unit
    agreeing = tuple(each for each in relations if each.kind in AGREES)
    backing = tuple(each for each in agreeing if not each.leaves_open(claim.id))
    contradicting = tuple(each for each in relations if each.kind is RelationKind.CONTRADICTS)
    mentioned = [claim, *(each.other(claim.id) for each in relations)]
    sentences = unit.claims.sentences(each.id for each in mentioned)
    starts = unit.claims.sentence_starts(each.id for each in mentioned)
    carriers = [claim, *(each.other(claim.id) for each in backing)]

    def same_words(one: SourcedClaim, other: SourcedClaim) -> Passage | None:
        return desk.copied.passage(unit, one, other, sentences, starts)

    origins = count_origins(claim, carriers[1:], same_words, desk.registry)
    witnesses = Witnesses(same_words, desk.registry, desk.records.of)
    return CorroborationReport(
        claim=claim,
        assessment=assess(origins, agreeing, contradicting),
        outlets=count_outlets(carriers),
        origins=origins,
        corroborating=backing,
        contradicting=contradicting,
        less_precise=tuple(each for each in agreeing if each not in backing),
        updating=tuple(each for each in relations if each.kind is RelationKind.UPDATES),
        timeline=timeline(claim, relations),
        sentences=sentences,
        sentence_starts=starts,
        checks=desk.checks.find(claim.text, CHECKS_SHOWN) if desk.checks else None,
        rankings=rank_values(claim, backing, contradicting, witnesses),
        conflicts=outlet_conflicts(contradicting, claim),
    )


def count_outlets(claims: Iterable[SourcedClaim]) -> int:
    """Return how many outlets carry the claims, at least: an article of an unknown outlet may be any of the others'."""
    outlets = (claim.attribution.outlet for claim in claims)
    known = {outlet.registry_id or outlet.name for outlet in outlets} - {None}
    return max(1, len(known))


def as_judged(relation: Relation) -> Relation:
    """Return the relation as it counts; what the program found stays in the store."""
    if relation.judged is None:
        return relation
    return replace(relation, comparison=replace(relation.comparison, kind=relation.judged))
