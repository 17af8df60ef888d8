"""Articles grouped into events, and told of: which there are, what belongs to one, what moved.

All articles are grouped anew whenever some came: the grouping depends on what is stored, and not on the order in which
it came, and ten thousand articles take some seconds. An event keeps its id, and an article that is in another event
than before is told.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import islice
from typing import TYPE_CHECKING

from provenance.model.event import (
    Event,
    EventFilter,
    EventMove,
    EventSummary,
    EventView,
    Profile,
    Regrouping,
)
from provenance.model.relation import RelationKind
from provenance.services.opened import opened
from provenance.settings import Settings

if TYPE_CHECKING:
    from provenance.storage.store import Store, Unit

FORM = 1  # of what is stored of an article's words; another number, and all are read again


def regroup(settings: Settings, *, afresh: bool = False) -> Regrouping:
    """Group all articles, and return what changed; the database afterwards has every current article in an event.

    With `afresh`, what the articles speak of is read from their texts again.
    """
    with opened(settings) as store:
        return regroup_store(store, afresh=afresh)


def bring_up_to_date(settings: Settings) -> Regrouping | None:
    """Group the articles where some came or changed since they were grouped; None where nothing did."""
    with opened(settings) as store:
        with store.read() as unit:
            if unit.events.are_current():
                return None
        return regroup_store(store)


def list_events(only: EventFilter, settings: Settings, limit: int | None = None) -> Iterator[EventSummary]:
    """Yield the events that pass the filter, the one with the latest article first, those without a date last."""
    with grouped(settings) as unit:
        summaries = unit.events.summaries(unit.events.all(), _disputes(unit))
        found = sorted((each for each in summaries if _passes(each, only)), key=_latest_first)
        yield from islice(found, limit)


def show_event(prefix: str, settings: Settings) -> EventView:
    """Return the event whose id starts so, with its articles; raises NotFound or AmbiguousId."""
    with grouped(settings) as unit:
        event = unit.events.find(prefix)
        others = [each for each in unit.events.all() if event.topic and each.topic == event.topic]
        return EventView(
            summary=summary_of(unit, event),
            articles=tuple(unit.articles.summaries(event.articles)),
            same_topic=tuple(each for each in others if each.id != event.id),
            moves=unit.events.moves(event.id),
        )


def summary_of(unit: Unit, event: Event) -> EventSummary:
    (summary,) = unit.events.summaries([event], _disputes(unit))
    return summary


def same_event(unit: Unit, one: str, other: str) -> bool | None:
    """Return whether two articles, named by their whole ids, tell of one event; None where it cannot be told.

    What the grouping of all articles says counts; of an article that is in no event yet, the two alone are compared.
    """
    from provenance.events import same_event as by_their_words

    grouped = unit.events.of_articles((one, other))
    if one in grouped and other in grouped:
        return grouped[one] == grouped[other]
    profiles = {profile.article: profile for profile in unit.events.profiles((one, other))}
    if one not in profiles or other not in profiles:
        return None
    return by_their_words(profiles[one], profiles[other])


def regroup_store(store: Store, *, afresh: bool = False) -> Regrouping:
    """Group all articles of an open store; reading and grouping happen before the transaction that writes.

    What others store meanwhile is in no event yet, and is grouped by whoever asks next.
    """
    from provenance.events import group, named, topics

    with store.read() as unit:
        unread = list(_profiles_of(unit, unit.articles.ids() if afresh else unit.events.unread(FORM)))
    with store.begin() as unit:
        unit.events.add_profiles(unread, FORM)
    with store.read() as unit:
        profiles = list(unit.events.profiles())
        series, stood = unit.events.standing()
    profiles = [profile for profile in profiles if profile.article in series]
    before = {article: stood[each] for article, each in series.items() if each in stood}
    groups = group(profiles)
    ids = named(groups, before)
    topic_of: dict[str, tuple[str, str]] = {}
    first = {each.articles[0]: event for each, event in zip(groups, ids, strict=True)}
    for topic in topics(groups, profiles):
        if len(topic.articles) > 1:
            topic_of |= dict.fromkeys(topic.articles, (first[topic.articles[0]], topic.label))
    events = [
        Event(event, each.label, each.articles, *topic_of.get(each.articles[0], (None, None)))
        for each, event in zip(groups, ids, strict=True)
    ]
    return _store(store, events, series, before)


def _store(store: Store, events: list[Event], series: dict[str, str], before: dict[str, str]) -> Regrouping:
    now = {article: event.id for event in events for article in event.articles}
    moved = {series[article]: before[article] for article, event in now.items() if before.get(article, event) != event}
    with store.begin() as unit:
        unit.events.replace(events, series, {**unit.events.came_from(), **moved})
        moves: tuple[EventMove, ...] = unit.events.moves()
    old, new = set(before.values()), {event.id for event in events}
    fresh = frozenset(article for article in now if series[article] in moved)
    return Regrouping(
        events=len(events),
        founded=tuple(sorted(new - old)),
        gone=tuple(sorted(old - new)),
        moves=tuple(move for move in moves if move.article in fresh),
    )


def _profiles_of(unit: Unit, articles: list[str]) -> Iterator[Profile]:
    from provenance.events import profile_of

    return (profile_of(unit.articles.article(article)) for article in articles)


@contextmanager
def grouped(settings: Settings) -> Iterator[Unit]:
    """A transaction that reads, and finds every article in an event."""
    bring_up_to_date(settings)
    with opened(settings) as store, store.read() as unit:
        yield unit


def _disputes(unit: Unit) -> Counter[str]:
    """Return how many pairs of claims contradict each other inside each event."""
    pairs = list(unit.relations.article_pairs(RelationKind.CONTRADICTS))
    events = unit.events.of_articles(article for pair in pairs for article in pair)
    return Counter(events[a] for a, b in pairs if a in events and events[a] == events.get(b))


def _passes(summary: EventSummary, only: EventFilter) -> bool:
    event = summary.event
    if only.since and (summary.last is None or summary.last < only.since):
        return False
    if only.until and (summary.first is None or summary.first > only.until):
        return False
    if only.outlet and not any(only.outlet.casefold() in outlet.casefold() for outlet in summary.outlets):
        return False
    if only.topic:
        wanted = only.topic.casefold()
        return bool(event.topic and event.topic.startswith(wanted)) or wanted in (event.topic_label or "").casefold()
    return True


def _latest_first(summary: EventSummary) -> tuple[bool, int, int, str]:
    last = summary.last.toordinal() if summary.last else 0
    return summary.last is None, -last, -len(summary.event.articles), summary.event.id
