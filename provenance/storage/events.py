"""Events: what articles speak of, which event each is in, and where it was before."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date

from sqlalchemy import Connection, delete, func, insert, or_, select

from provenance.errors import NotFound
from provenance.model.article import PublishedOrigin
from provenance.model.event import Event, EventMove, EventSummary, Profile, Term
from provenance.storage.articles import IS_NEWEST
from provenance.storage.chunks import chunks
from provenance.storage.prefixes import whole_id
from provenance.storage.tables import (
    ArticleRow,
    ArticleVersionRow,
    ClaimRow,
    EventArticleRow,
    EventProfileRow,
    EventRow,
)


class Events:
    """The events of one transaction."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def unread(self, form: int) -> list[str]:
        """Return the current articles of which it is not stored, in this form, what they speak of."""
        read = select(EventProfileRow.article_id).where(
            EventProfileRow.article_id == ArticleRow.id, EventProfileRow.form == form
        )
        statement = select(ArticleRow.id).where(ArticleRow.is_current, ~read.exists()).order_by(ArticleRow.id)
        return list(self._connection.execute(statement).scalars())

    def add_profiles(self, profiles: Iterable[Profile], form: int) -> None:
        """It is stored what these articles speak of, in the stead of what was."""
        for piece in chunks(profiles, 100):
            ids = [profile.article for profile in piece]
            self._connection.execute(delete(EventProfileRow).where(EventProfileRow.article_id.in_(ids)))
            rows = [{"article_id": each.article, "form": form, "terms": _terms_out(each)} for each in piece]
            self._connection.execute(insert(EventProfileRow), rows)

    def profiles(self, articles: Sequence[str] | None = None) -> Iterator[Profile]:
        """Yield what current articles speak of, or these articles; dates that were inferred are left out."""
        statement = (
            select(
                EventProfileRow.article_id, EventProfileRow.terms, ArticleRow.published_on, ArticleRow.published_origin
            )
            .join(ArticleRow, ArticleRow.id == EventProfileRow.article_id)
            .order_by(ArticleRow.id)
        )
        wanted = ArticleRow.is_current.is_(True) if articles is None else ArticleRow.id.in_(articles)
        for row in self._connection.execute(statement.where(wanted)):
            firm = row.published_origin not in (PublishedOrigin.TEXT, PublishedOrigin.UNKNOWN)
            yield Profile(row.article_id, _terms_in(row.terms), row.published_on if firm else None)

    def standing(self) -> tuple[dict[str, str], dict[str, str]]:
        """Return the series of each current article, and the event that each series is in."""
        newest = select(ArticleVersionRow.article_id, func.min(ArticleVersionRow.series)).where(IS_NEWEST)
        series = dict(self._connection.execute(newest.group_by(ArticleVersionRow.article_id)).all())
        events = dict(self._connection.execute(select(EventArticleRow.series, EventArticleRow.event_id)).all())
        return series, events

    def are_current(self) -> bool:
        """True where every current article, and nothing else, is in an event."""
        grouped = select(EventArticleRow.series).where(EventArticleRow.article_id == ArticleRow.id).exists()
        left = select(ArticleRow.id).where(ArticleRow.is_current, ~grouped).limit(1)
        old = select(EventArticleRow.series).join(ArticleRow, ArticleRow.id == EventArticleRow.article_id)
        old = old.where(ArticleRow.is_current.is_(False)).limit(1)
        return not any(self._connection.execute(statement).first() for statement in (left, old))

    def replace(self, events: Sequence[Event], series: Mapping[str, str], came_from: Mapping[str, str]) -> None:
        """These are the events afterwards; `came_from` names, for each series that ever moved, the event before."""
        for table in (EventArticleRow, EventRow):
            self._connection.execute(delete(table))
        for piece in chunks(events):
            columns = ("id", "label", "topic", "topic_label")
            self._connection.execute(
                insert(EventRow), [{name: getattr(event, name) for name in columns} for event in piece]
            )
        members = [(event.id, place, each) for event in events for place, each in enumerate(event.articles)]
        for part in chunks(members):
            rows = [
                {
                    "series": series[article],
                    "article_id": article,
                    "event_id": event,
                    "position": position,
                    "came_from": came_from.get(series[article]),
                }
                for event, position, article in part
            ]
            self._connection.execute(insert(EventArticleRow), rows)

    def came_from(self) -> dict[str, str]:
        """Return the event that each series was in before, of those that moved."""
        statement = select(EventArticleRow.series, EventArticleRow.came_from)
        rows = self._connection.execute(statement.where(EventArticleRow.came_from.is_not(None)))
        return {series: event for series, event in rows if event}

    def all(self, ids: Iterable[str] | None = None) -> list[Event]:
        """Return the events, or those with these ids, in the order of their ids."""
        rows = self._connection.execute(select(EventRow.__table__).order_by(EventRow.id)).all()
        members: dict[str, list[str]] = defaultdict(list)
        statement = select(EventArticleRow.event_id, EventArticleRow.article_id)
        for event, article in self._connection.execute(statement.order_by(EventArticleRow.position)):
            members[event].append(article)
        wanted = None if ids is None else frozenset(ids)
        return [
            Event(row.id, row.label, tuple(members[row.id]), row.topic, row.topic_label)
            for row in rows
            if wanted is None or row.id in wanted
        ]

    def find(self, prefix: str) -> Event:
        """Return the event whose id starts so; raises AmbiguousId, or NotFound, which says where its articles went."""
        try:
            event = whole_id(self._connection, EventRow.id, prefix, "event")
        except NotFound as error:
            wanted = prefix.strip().lower()
            moved = select(EventArticleRow.event_id).where(
                EventArticleRow.came_from >= wanted, EventArticleRow.came_from < wanted + "g"
            )
            now = sorted(set(self._connection.execute(moved).scalars()))
            if not now or len(wanted) < 6:
                raise
            names = " and ".join(each[:8] for each in now)
            raise NotFound(f"event {wanted[:8]} is no more", hint=f"its articles are in {names} now") from error
        (found,) = self.all([event])
        return found

    def of_articles(self, articles: Iterable[str]) -> dict[str, str]:
        """Return the event that each of the articles is in; those that are in none yet are left out."""
        found: dict[str, str] = {}
        for piece in chunks(dict.fromkeys(articles)):
            statement = select(EventArticleRow.article_id, EventArticleRow.event_id)
            found |= dict(self._connection.execute(statement.where(EventArticleRow.article_id.in_(piece))).all())
        return found

    def moves(self, event: str | None = None) -> tuple[EventMove, ...]:
        """Return the articles that came from other events, or those that came to or left this one."""
        statement = (
            select(
                EventArticleRow.article_id,
                ArticleRow.title,
                ArticleRow.outlet,
                EventArticleRow.came_from,
                EventArticleRow.event_id,
            )
            .join(ArticleRow, ArticleRow.id == EventArticleRow.article_id)
            .where(EventArticleRow.came_from.is_not(None))
            .order_by(EventArticleRow.article_id)
        )
        if event is not None:
            statement = statement.where(or_(EventArticleRow.event_id == event, EventArticleRow.came_from == event))
        return tuple(
            EventMove(row.article_id, row.title, row.outlet, row.came_from or "", row.event_id)
            for row in self._connection.execute(statement)
        )

    def summaries(self, events: Sequence[Event], disputes: Mapping[str, int]) -> Iterator[EventSummary]:
        """Yield each event with its dates, outlets and counts; `disputes` counts those of events that have any."""
        of = {article: event.id for event in events for article in event.articles}
        days: dict[str, list[date]] = defaultdict(list)
        outlets: dict[str, set[str]] = defaultdict(set)
        claims: dict[str, int] = defaultdict(int)
        for piece in chunks(of):
            heads = select(ArticleRow.id, ArticleRow.published_on, ArticleRow.outlet).where(ArticleRow.id.in_(piece))
            for article, day, outlet in self._connection.execute(heads):
                days[of[article]].extend([day] if day else [])
                outlets[of[article]].update([outlet] if outlet else [])
            counts = select(ClaimRow.article_id, func.count()).where(ClaimRow.article_id.in_(piece))
            for article, count in self._connection.execute(counts.group_by(ClaimRow.article_id)):
                claims[of[article]] += count
        for event in events:
            own = days[event.id]
            yield EventSummary(
                event=event,
                first=min(own, default=None),
                last=max(own, default=None),
                outlets=tuple(sorted(outlets[event.id])),
                claims=claims[event.id],
                disputed=disputes.get(event.id, 0),
            )


def _terms_out(profile: Profile) -> str:
    terms = [[term.word, term.shown, term.count, int(term.is_name)] for term in profile.terms]
    return json.dumps(terms, ensure_ascii=False, separators=(",", ":"))


def _terms_in(text: str) -> tuple[Term, ...]:
    return tuple(Term(word, shown, count, bool(name)) for word, shown, count, name in json.loads(text))
