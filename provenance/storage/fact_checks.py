"""Fact-checks: what was imported, each version of each review, and the numbers that stand for their words."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Row, Select, func, insert, select, update

from provenance.model.fact_check import FactCheck, ImportStatus, StoredCheck
from provenance.model.run import Run
from provenance.storage.chunks import chunks
from provenance.storage.mapping.articles import run_values
from provenance.storage.prefixes import whole_id
from provenance.storage.tables import FactCheckRow, FactCheckVectorRow, FactCheckVersionRow, RunRow


@dataclass(frozen=True, slots=True)
class StoredVersion:
    """A version with the columns that follow from the others."""

    id: str
    series: str
    number: int
    is_current: bool
    check: FactCheck


class FactChecks:
    """The fact-checks of one transaction."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def add(self, check: FactCheck, run: Run, *, ref: str) -> ImportStatus:
        """Store a check, as the newest version where its review is known; one that is stored already is left alone.

        So an older copy of a feed, imported again, takes nothing back.
        """
        if self._is_stored(check.id):
            return ImportStatus.UNCHANGED
        newest = self._newest(check.series)
        number = newest[0] + 1 if newest else 1
        self._add_run(run)
        if newest:
            older = update(FactCheckRow).where(FactCheckRow.id == newest[1])
            self._connection.execute(older.values(is_current=False))
        self._connection.execute(insert(FactCheckRow), {**_values(check), "is_current": True})
        version = {"series": check.series, "number": number, "fact_check_id": check.id, "ref": ref, "run_id": run.id}
        self._connection.execute(insert(FactCheckVersionRow), version)
        return ImportStatus.NEW_VERSION if newest else ImportStatus.ADDED

    def count(self) -> int:
        """Return how many reviews there are, whatever their versions."""
        return int(self._connection.execute(select(func.count()).where(FactCheckRow.is_current)).scalar_one())

    def current(self) -> Iterator[StoredCheck]:
        """Yield the newest version of every review in a fixed order: by its date, the newest first, undated last."""
        published = FactCheckRow.published
        ordered = _select_checks().where(FactCheckRow.is_current)
        ordered = ordered.order_by(published.is_(None), published.desc(), FactCheckRow.id)
        for row in self._connection.execute(ordered):
            yield StoredCheck(_check_of(row), row.number)

    def find(self, prefix: str) -> StoredCheck:
        """Return the check whose id starts so; raises NotFound or AmbiguousId."""
        wanted = whole_id(self._connection, FactCheckRow.id, prefix, "fact-check")
        row = self._connection.execute(_select_checks().where(FactCheckRow.id == wanted)).one()
        return StoredCheck(_check_of(row), row.number)

    def vectors(self, encoder: str) -> dict[str, bytes]:
        """Return the stored numbers of every current check that this encoder has read, by the check's id."""
        statement = (
            select(FactCheckVectorRow.fact_check_id, FactCheckVectorRow.numbers)
            .join(FactCheckRow, FactCheckRow.id == FactCheckVectorRow.fact_check_id)
            .where(FactCheckRow.is_current, FactCheckVectorRow.encoder == encoder)
        )
        return {row.fact_check_id: row.numbers for row in self._connection.execute(statement)}

    def unread(self, encoder: str) -> list[FactCheck]:
        """Return the current checks that this encoder has not read, in a fixed order."""
        read = select(FactCheckVectorRow.fact_check_id).where(FactCheckVectorRow.encoder == encoder)
        statement = _select_checks().where(FactCheckRow.is_current, FactCheckRow.id.not_in(read))
        return [_check_of(row) for row in self._connection.execute(statement.order_by(FactCheckRow.id))]

    def add_vectors(self, encoder: str, numbers: Mapping[str, bytes]) -> None:
        """Store what an encoder made of checks; what another process stored meanwhile stays."""
        for piece in chunks(numbers):
            known = select(FactCheckVectorRow.fact_check_id).where(
                FactCheckVectorRow.encoder == encoder, FactCheckVectorRow.fact_check_id.in_(piece)
            )
            there = set(self._connection.execute(known).scalars())
            rows = [
                {"fact_check_id": check, "encoder": encoder, "numbers": numbers[check]}
                for check in piece
                if check not in there
            ]
            if rows:
                self._connection.execute(insert(FactCheckVectorRow), rows)

    def stored(self) -> Iterator[StoredVersion]:
        """Yield every version as it is stored, for whoever checks the database."""
        statement = _select_checks().add_columns(FactCheckVersionRow.series).order_by(FactCheckRow.id)
        for row in self._connection.execute(statement):
            yield StoredVersion(row.id, row.series, row.number, row.is_current, _check_of(row))

    def _is_stored(self, check: str) -> bool:
        return self._connection.execute(select(FactCheckRow.id).where(FactCheckRow.id == check)).first() is not None

    def _newest(self, series: str) -> tuple[int, str] | None:
        statement = (
            select(FactCheckVersionRow.number, FactCheckVersionRow.fact_check_id)
            .where(FactCheckVersionRow.series == series)
            .order_by(FactCheckVersionRow.number.desc())
            .limit(1)
        )
        found = self._connection.execute(statement).first()
        return (found.number, found.fact_check_id) if found else None

    def _add_run(self, run: Run) -> None:
        if self._connection.execute(select(RunRow.id).where(RunRow.id == run.id)).first() is None:
            self._connection.execute(insert(RunRow), run_values(run))


_FIELDS = (
    "claim",
    "rating",
    "title",
    "author",
    "url",
    "published",
    "language",
    "claimant",
    "value",
    "worst",
    "best",
)


def _values(check: FactCheck) -> dict[str, Any]:
    return {"id": check.id, **{field: getattr(check, field) for field in _FIELDS}}


def _check_of(row: Row[Any]) -> FactCheck:
    return FactCheck(**{field: getattr(row, field) for field in _FIELDS})


def _select_checks() -> Select[Any]:
    """Return a statement for checks with their version numbers."""
    joined = FactCheckVersionRow.fact_check_id == FactCheckRow.id
    return select(FactCheckRow.__table__, FactCheckVersionRow.number).join(FactCheckVersionRow, joined)
