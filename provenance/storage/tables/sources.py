"""What people decided about who is who."""

from __future__ import annotations

from sqlalchemy import (
    CheckConstraint,
    Index,
    text,
)
from sqlalchemy.orm import Mapped, mapped_column

from provenance.storage.tables.base import (
    Decision,
    Table,
)

STANDS = text("undone_at IS NULL")


class SourceAliasRow(Decision, Table):
    """Another name of a source."""

    __tablename__ = "source_aliases"
    __table_args__ = (Index(None, "alias", unique=True, sqlite_where=STANDS, postgresql_where=STANDS),)

    alias: Mapped[str]
    source: Mapped[str] = mapped_column(index=True)  # a registry id, or the name of a source that is in no registry


class SourceMergeRow(Decision, Table):
    """Two sources that are one."""

    __tablename__ = "source_merges"
    __table_args__ = (
        CheckConstraint("merged <> kept", name="two_sources"),
        Index(None, "merged", unique=True, sqlite_where=STANDS, postgresql_where=STANDS),
    )

    merged: Mapped[str]
    kept: Mapped[str] = mapped_column(index=True)
