"""In which order articles appeared, as far as their dates tell."""

from __future__ import annotations

from itertools import pairwise

from provenance.model.article import PublishedOrigin
from provenance.model.report import TimelineEntry
from provenance.reports.phrases import is_day, moment_phrase


def appeared_phrase(entry: TimelineEntry) -> str:
    """Return when an article appeared, with "?" where the date was inferred from its text."""
    return moment_phrase(entry.at) + "?" * (_is_inferred(entry) and entry.at is not None)


def place_in_order(entry: TimelineEntry) -> str:
    """Return the place in the order of publication: "2", or "1 to 3" where that is all that is known."""
    return str(entry.earliest) if entry.earliest == entry.latest else f"{entry.earliest} to {entry.latest}"


def order_phrase(timeline: tuple[TimelineEntry, ...]) -> str | None:
    """Return why places in the order of publication are not sure; None where each has one place."""
    if all(entry.earliest == entry.latest for entry in timeline):
        return None
    reasons = []
    unsure = [entry for entry in timeline if entry.earliest != entry.latest]
    if _days_overlap(unsure):
        reasons.append("a date without an hour is any time of that day")
    if any(_is_inferred(entry) and entry.at for entry in unsure):
        reasons.append("a date with ? was inferred from the text")
    if any(entry.at is None for entry in timeline):
        reasons.append("an article without a date may stand anywhere")
    return f"where two places are given, the order is not known: {'; '.join(reasons) or 'the hour is the same'}"


def _days_overlap(entries: list[TimelineEntry]) -> bool:
    """True where a date without an hour leaves two articles in no order."""
    dated = [(entry.between, entry.at) for entry in entries if entry.between and not _is_inferred(entry)]
    dated.sort(key=lambda known: known[0])
    pairs = pairwise(dated)
    return any(later[0] < until and (is_day(one) or is_day(other)) for ((_, until), one), (later, other) in pairs)


def _is_inferred(entry: TimelineEntry) -> bool:
    return entry.claim.article.published_origin is PublishedOrigin.TEXT
