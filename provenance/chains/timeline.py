"""When a claim and what speaks of it appeared, first known first."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from datetime import UTC, datetime, time, timedelta

from provenance.model.article import PublishedOrigin
from provenance.model.claim import SourcedClaim
from provenance.model.relation import Relation, RelationKind, Side
from provenance.model.report import TimelineEntry, TimelineEvent

Moments = tuple[datetime, datetime]  # from, up to

ELSE = (TimelineEvent.CONTRADICTS, TimelineEvent.LESS_PRECISE)  # do not say what the claim says
SHOWN = (RelationKind.CORROBORATES, RelationKind.REFINES, RelationKind.UPDATES, RelationKind.CONTRADICTS)


def timeline(claim: SourcedClaim, relations: Iterable[Relation]) -> tuple[TimelineEntry, ...]:
    """Return the claim and all that agrees with, updates or contradicts it, by date of publication, undated last.

    A date without an hour is any moment of that day (UTC where no zone is given), so that several entries may be first
    known: those that no other agreeing one surely precedes. One without a date is never first where another has one.
    Every entry has the first and the last place that it can have in the order of publication.
    """
    events = {claim.id: (claim, TimelineEvent.REPEATS)}
    for relation in relations:
        if relation.comparison.kind in SHOWN:
            other = relation.other(claim.id)
            events.setdefault(other.id, (other, _event(claim, relation)))
            if relation.comparison.kind is RelationKind.UPDATES and _says_more(relation, claim):
                events[claim.id] = (claim, TimelineEvent.UPDATES)
    first = _first_known([c for c, event in events.values() if event not in ELSE])
    places = _places([c for c, _ in events.values()])
    entries = [
        TimelineEntry(
            c.article.published,
            c.article.outlet,
            c,
            TimelineEvent.FIRST_KNOWN if c.id in first else event,
            *places[c.id],
            moments_of(c.article.published),
        )
        for c, event in events.values()
    ]
    return tuple(sorted(entries, key=_order))


def _places(claims: list[SourcedClaim]) -> dict[str, tuple[int, int]]:
    """Return for each claim its place in the order of publication: the first and the last that it can have.

    A date that was inferred from the text may be wrong by days: such an article may stand anywhere, and so may one
    without a date.
    """
    sure = {c.id: when for c in claims if (when := _sure_moments(c)) is not None}
    starts, ends = sorted(start for start, _ in sure.values()), sorted(end for _, end in sure.values())
    places = dict.fromkeys((c.id for c in claims), (1, len(claims)))
    for claim, (start, end) in sure.items():
        after = len(starts) - bisect_left(starts, end)
        places[claim] = 1 + bisect_right(ends, start), len(claims) - after
    return places


def _sure_moments(claim: SourcedClaim) -> Moments | None:
    inferred = claim.article.published_origin is PublishedOrigin.TEXT
    return None if inferred else moments_of(claim.article.published)


def _event(claim: SourcedClaim, relation: Relation) -> TimelineEvent:
    """Return what the other claim is to this one; the earlier figure of an update repeats."""
    kind = relation.comparison.kind
    if kind is RelationKind.CONTRADICTS:
        return TimelineEvent.CONTRADICTS
    if kind is RelationKind.UPDATES:
        return TimelineEvent.REPEATS if _says_more(relation, claim) else TimelineEvent.UPDATES
    if _says_more(relation, claim) or relation.leaves_open(claim.id):
        return TimelineEvent.LESS_PRECISE
    return TimelineEvent.REFINES if kind is RelationKind.REFINES else TimelineEvent.REPEATS


def _says_more(relation: Relation, claim: SourcedClaim) -> bool:
    """True where the claim is the narrower of the two, or the later; False where it is not told."""
    narrower = relation.comparison.narrower
    return narrower is not None and (narrower is Side.A) == (relation.a.id == claim.id)


def _first_known(claims: list[SourcedClaim]) -> set[str]:
    dated = [(c.id, when) for c in claims if (when := moments_of(c.article.published)) is not None]
    if not dated:
        return {c.id for c in claims}
    return {one for one, (start, _) in dated if not any(end <= start for other, (_, end) in dated if other != one)}


def moments_of(published: str | None) -> Moments | None:
    """Return between which moments something was published; None where it is not known."""
    if published is None:
        return None
    moment = datetime.fromisoformat(published)
    moment = moment if moment.tzinfo else moment.replace(tzinfo=UTC)
    if not is_day(published):
        return moment, moment + timedelta(microseconds=1)
    start = datetime.combine(moment.date(), time(), UTC)
    return start, start + timedelta(days=1)


def is_day(published: str) -> bool:
    """True for a date without an hour."""
    return len(published) <= len("2019-04-23")


def _order(entry: TimelineEntry) -> tuple[object, ...]:
    when = moments_of(entry.at)
    first = entry.event is not TimelineEvent.FIRST_KNOWN
    if when is None:
        return (1, datetime.max.replace(tzinfo=UTC), first, entry.outlet or "", entry.claim.id)
    return (0, when[0], first, entry.outlet or "", entry.claim.id)
