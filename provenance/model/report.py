"""All that is known about one claim, ready to be shown."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from provenance.model.chain import Origins
from provenance.model.claim import SourcedClaim
from provenance.model.dispute import OutletConflict, ValueRanking
from provenance.model.fact_check import Coverage
from provenance.model.relation import Relation


class Assessment(StrEnum):
    """What the origins allow to say; it never follows from the number of outlets."""

    CORROBORATED = "corroborated"  # at least two independent origins, none against
    DISPUTED = "disputed"  # at least one claim contradicts it
    SINGLE_ORIGIN = "single_origin"  # others repeat it, all from one origin as far as is known
    UNMATCHED = "unmatched"  # no other article speaks of it


class TimelineEvent(StrEnum):
    FIRST_KNOWN = "first_known"
    REPEATS = "repeats"
    LESS_PRECISE = "less_precise"  # agrees as far as it goes, and says less
    REFINES = "refines"
    UPDATES = "updates"
    CONTRADICTS = "contradicts"


@dataclass(frozen=True, slots=True)
class TimelineEntry:
    at: str | None  # ISO 8601; None: the article's date is not known
    outlet: str | None
    claim: SourcedClaim
    event: TimelineEvent
    earliest: int = 1  # its place in the order of publication: the first that it can have
    latest: int = 1  # and the last; more than the first where two dates have no hour, or a date is not sure
    between: tuple[datetime, datetime] | None = None  # when it appeared: from, and before; None: not known


@dataclass(frozen=True, slots=True)
class CorroborationReport:
    """One claim, who corroborates it from which origin, who contradicts it in which slot, and when each appeared."""

    claim: SourcedClaim
    assessment: Assessment
    outlets: int  # that carry the claim or one that agrees with it, this one included
    origins: Origins
    corroborating: tuple[Relation, ...]  # all that the claim says, and more where it refines
    contradicting: tuple[Relation, ...]
    updating: tuple[Relation, ...] = ()
    timeline: tuple[TimelineEntry, ...] = ()
    sentences: dict[str, str] = field(default_factory=dict)  # claim id -> the exact sentence it stands in
    sentence_starts: dict[str, int] = field(default_factory=dict)  # claim id -> code point
    checks: Coverage | None = None  # what others have checked of it; None: no checks are imported
    rankings: tuple[ValueRanking, ...] = ()  # for each value that others contradict: how many origins back which
    conflicts: tuple[OutletConflict, ...] = ()  # who contradicts it, by outlets
    less_precise: tuple[Relation, ...] = ()  # agree as far as they go; "in April" is no confirmation of the 25th
