"""Articles, their versions, and the parts that an article has before anyone reads it."""

from __future__ import annotations

from datetime import date

from sqlalchemy import ForeignKey, Index, String
from sqlalchemy import text as sql
from sqlalchemy.orm import Mapped, mapped_column

from provenance.model.article import CreditKind, OutletOrigin, PublishedOrigin
from provenance.model.span import Spans
from provenance.storage.tables.base import (
    Id,
    OwnArticle,
    Position,
    RunId,
    Table,
    span_is_not_empty,
)


class RunRow(Table):
    """One call of the program that wrote: its version and settings say what its rows were made with."""

    __tablename__ = "runs"

    id: Mapped[Id] = mapped_column(primary_key=True)
    program_version: Mapped[str]
    command: Mapped[str]
    started_at: Mapped[str]
    settings: Mapped[str]


class ArticleRow(Table):
    """One version of an article, character for character."""

    __tablename__ = "articles"
    __table_args__ = (
        # How lists are sorted: see by_date in storage/articles.py.
        Index("ix_articles_in_order", sql("(published_on IS NULL)"), "published_on", "published", "id"),
    )

    id: Mapped[Id] = mapped_column(primary_key=True)
    is_current: Mapped[bool]  # True for the newest version of an article
    text: Mapped[str]
    text_sha256: Mapped[str] = mapped_column(String(64), index=True)
    outlet: Mapped[str | None] = mapped_column(index=True)
    outlet_origin: Mapped[OutletOrigin]
    title: Mapped[str | None]
    url: Mapped[str | None] = mapped_column(index=True)
    published: Mapped[str | None]  # as given, with its time of day
    published_on: Mapped[date | None] = mapped_column(index=True)  # its day, to filter and sort by
    published_origin: Mapped[PublishedOrigin]
    language: Mapped[str | None]
    run_id: Mapped[RunId]


class ArticleVersionRow(Table):
    """What an article read, version after version; a text that comes back is one row more."""

    __tablename__ = "article_versions"

    series: Mapped[str] = mapped_column(ForeignKey("articles.id"), primary_key=True)  # the id of the first version
    number: Mapped[int] = mapped_column(primary_key=True)  # 1 is the first
    article_id: Mapped[str] = mapped_column(ForeignKey("articles.id"), index=True)
    ref: Mapped[str]  # how its input was called: a file name, a JSON Lines id
    location: Mapped[str | None] = mapped_column(index=True)  # what names the same document next time
    run_id: Mapped[RunId]


class BoilerplateRow(Table):
    """Page furniture: characters that yield no claims."""

    __tablename__ = "article_boilerplate"
    __table_args__ = (span_is_not_empty(),)

    article_id: Mapped[OwnArticle]
    position: Mapped[Position]
    start_offset: Mapped[int]
    end_offset: Mapped[int]


class CreditRow(Table):
    """A desk that the article credits as a whole."""

    __tablename__ = "article_credits"

    article_id: Mapped[OwnArticle]
    position: Mapped[Position]
    name: Mapped[str]
    kind: Mapped[CreditKind]
    span: Mapped[Spans]


class NoticeRow(Table):
    """What a limit cut short when the article was read, in words."""

    __tablename__ = "article_notices"

    article_id: Mapped[OwnArticle]
    position: Mapped[Position]
    words: Mapped[str]


class SentenceRow(Table):
    """A sentence of an article."""

    __tablename__ = "sentences"
    __table_args__ = (span_is_not_empty(),)

    article_id: Mapped[OwnArticle]
    position: Mapped[Position]
    start_offset: Mapped[int]
    end_offset: Mapped[int]
