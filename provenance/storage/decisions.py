"""What people decided: added and taken back, never deleted."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, TypeVar

from sqlalchemy import Connection, Row, insert, select, update

from provenance.errors import NotFound, UsageError
from provenance.model.decision import Judgement, SourceAlias, SourceMerge
from provenance.storage.mapping.relations import (
    alias_of,
    alias_values,
    judgement_of,
    judgement_values,
    merge_of,
    merge_values,
)
from provenance.storage.prefixes import whole_id
from provenance.storage.tables import JudgementRow, SourceAliasRow, SourceMergeRow

DecisionRow = TypeVar("DecisionRow", SourceAliasRow, SourceMergeRow, JudgementRow)


class Decisions:
    """The decisions of one transaction. `undone=True` asks for those that were taken back as well."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def aliases(self, *, undone: bool = False) -> tuple[SourceAlias, ...]:
        return tuple(map(alias_of, self._all(SourceAliasRow, undone)))

    def merges(self, *, undone: bool = False) -> tuple[SourceMerge, ...]:
        return tuple(map(merge_of, self._all(SourceMergeRow, undone)))

    def judgements(self, *, undone: bool = False) -> tuple[Judgement, ...]:
        return tuple(map(judgement_of, self._all(JudgementRow, undone)))

    def add_alias(self, alias: SourceAlias) -> None:
        """Raises UsageError where the same name stands for a source already."""
        taken = next((each for each in self.aliases() if each.alias == alias.alias), None)
        if taken is not None:
            raise UsageError(f"{alias.alias!r} is already a name of {taken.source}", hint="take that back first")
        self._connection.execute(insert(SourceAliasRow), alias_values(alias))

    def add_merge(self, merge: SourceMerge) -> None:
        """Raises UsageError where the source is merged already, or the merge would lead back to itself."""
        into = {each.merged: each.kept for each in self.merges()}
        if merge.merged in into:
            raise UsageError(f"{merge.merged!r} is part of {into[merge.merged]!r} already", hint="un-merge it first")
        kept = merge.kept
        while kept in into and kept != merge.merged:
            kept = into[kept]
        if kept == merge.merged:
            raise UsageError(f"{merge.kept!r} is {merge.merged!r} already", hint="un-merge it first")
        self._connection.execute(insert(SourceMergeRow), merge_values(merge))

    def add_judgement(self, judgement: Judgement) -> None:
        """Raises UsageError where another verdict on the two claims stands."""
        if any((each.a, each.b) == (judgement.a, judgement.b) for each in self.judgements()):
            raise UsageError("a verdict on these two claims stands already", hint="take that back first")
        self._connection.execute(insert(JudgementRow), judgement_values(judgement))

    def undo_alias(self, prefix: str, *, by: str, at: str) -> SourceAlias:
        return alias_of(self._undo(SourceAliasRow, prefix, by, at, "alias"))

    def undo_merge(self, prefix: str, *, by: str, at: str) -> SourceMerge:
        return merge_of(self._undo(SourceMergeRow, prefix, by, at, "merge"))

    def undo_judgement(self, prefix: str, *, by: str, at: str) -> Judgement:
        return judgement_of(self._undo(JudgementRow, prefix, by, at, "verdict"))

    def _all(self, table: type[DecisionRow], undone: bool) -> Sequence[Row[Any]]:
        statement = select(table.__table__).order_by(table.decided_at, table.id)
        if not undone:
            statement = statement.where(table.undone_at.is_(None))
        return self._connection.execute(statement).all()

    def _undo(self, table: type[DecisionRow], prefix: str, by: str, at: str, kind: str) -> Row[Any]:
        decision = whole_id(self._connection, table.id, prefix, kind)
        own = select(table.__table__).where(table.id == decision)
        if self._connection.execute(own).one().undone_at is not None:
            raise NotFound(f"the {kind} {decision} was taken back before")
        self._connection.execute(update(table).where(table.id == decision).values(undone_by=by, undone_at=at))
        return self._connection.execute(own).one()
