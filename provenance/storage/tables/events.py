"""Which articles tell of one event: made from the articles, so it can be made again."""

from __future__ import annotations

from sqlalchemy import ForeignKey, String
from sqlalchemy.orm import Mapped, mapped_column

from provenance.storage.tables.base import Id, Table


class EventProfileRow(Table):
    """What an article speaks of, read once: grouping needs it of every article, and reading texts again takes long."""

    __tablename__ = "event_profiles"

    article_id: Mapped[str] = mapped_column(ForeignKey("articles.id"), primary_key=True)
    form: Mapped[int]  # how it was read; one that was read otherwise is read again
    terms: Mapped[str]  # JSON: [[word, shown, count, is a name], ...]


class EventRow(Table):
    """An event."""

    __tablename__ = "events"

    id: Mapped[Id] = mapped_column(primary_key=True)
    label: Mapped[str]
    topic: Mapped[str | None] = mapped_column(String(32), index=True)
    topic_label: Mapped[str | None]


class EventArticleRow(Table):
    """An article is in one event: all versions of it, which go by the id of the first."""

    __tablename__ = "event_articles"

    series: Mapped[str] = mapped_column(String(32), primary_key=True)
    article_id: Mapped[str] = mapped_column(ForeignKey("articles.id"), index=True)  # the version that was grouped
    event_id: Mapped[str] = mapped_column(ForeignKey("events.id"), index=True)
    position: Mapped[int]
    came_from: Mapped[str | None] = mapped_column(String(32), index=True)  # the event that it was in before this one
