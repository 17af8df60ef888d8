"""The store: opened at this program's version, written and read one transaction at a time."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, TypeVar

from sqlalchemy import Connection, Engine, Select, func, make_url, select

from provenance.errors import NothingToMeasure, StorageError
from provenance.model.query import Counts, RelationFilter
from provenance.storage.articles import Articles
from provenance.storage.bulk import Bulk
from provenance.storage.candidates import Candidates
from provenance.storage.claims import Claims
from provenance.storage.decisions import Decisions
from provenance.storage.engine import failures_named, make_engine, use_write_ahead_log
from provenance.storage.events import Events
from provenance.storage.fact_checks import FactChecks
from provenance.storage.migrating import current_revision, upgrade
from provenance.storage.outlines import Outlines
from provenance.storage.postgresql import READING, may_be_repeated, refuse_other_encodings, shown
from provenance.storage.relations import Relations
from provenance.storage.tables import ArticleRow, AttributionRow, ClaimRow, SentenceRow

T = TypeVar("T")

PAUSES = (0.05, 0.2, 0.5, 1.0)  # seconds before a transaction is tried again that was undone for another's sake


class Unit:
    """One transaction: everything in it happens, or nothing does. Only values of the model leave it."""

    def __init__(self, connection: Connection) -> None:
        self.connection = connection  # for check.py; nothing outside storage/ uses it
        self.articles = Articles(connection)
        self.claims = Claims(connection)
        self.candidates = Candidates(connection)
        self.bulk = Bulk(connection)
        self.outlines = Outlines(connection)
        self.relations = Relations(connection)
        self.decisions = Decisions(connection)
        self.events = Events(connection)
        self.fact_checks = FactChecks(connection)

    def counts(self) -> Counts:
        """Return how much there is, in current versions."""

        def rows(table: type[Any]) -> int:
            return self._number(
                select(func.count())
                .select_from(table)
                .join(ArticleRow, ArticleRow.id == table.article_id)
                .where(ArticleRow.is_current)
            )

        return Counts(
            articles=self._number(select(func.count(ArticleRow.id)).where(ArticleRow.is_current)),
            versions=self._number(select(func.count(ArticleRow.id))),
            sentences=rows(SentenceRow),
            claims=rows(ClaimRow),
            attributions=rows(AttributionRow),
            relations=self.relations.count(RelationFilter()),
            sources=len(self.claims.sources()),
        )

    def _number(self, statement: Select[Any]) -> int:
        return int(self.connection.execute(statement).scalar_one())


class Store:
    """A database at this program's version."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        is_postgresql = engine.dialect.name == "postgresql"
        self._reading = engine.execution_options(**READING) if is_postgresql else engine

    @property
    def engine(self) -> Engine:
        return self._engine

    @contextmanager
    def begin(self) -> Iterator[Unit]:
        """A transaction that may write: it waits for other writers first, and is undone where an error leaves it."""
        with failures_named(self._engine), self._engine.execution_options(writes=True).begin() as connection:
            yield Unit(connection)

    @contextmanager
    def read(self) -> Iterator[Unit]:
        """A transaction that only reads, and sees one state of the database however others write meanwhile."""
        with failures_named(self._engine), self._reading.begin() as connection:
            yield Unit(connection)

    def write(self, work: Callable[[Unit], T]) -> T:
        """Return what `work` returns in a transaction that may write.

        Where the server undid it in favour of another transaction, it is done again from the start: `work` should
        change nothing but the database.
        """
        for pause in PAUSES:
            try:
                with self.begin() as unit:
                    return work(unit)
            except StorageError as error:
                if not may_be_repeated(error):
                    raise
                time.sleep(pause)
        with self.begin() as unit:
            return work(unit)

    def revision(self) -> str | None:
        with failures_named(self._engine), self._engine.connect() as connection:
            return current_revision(connection)

    def close(self) -> None:
        self._engine.dispose()


def open_store(url: str, *, create: bool = True) -> Store:
    """Open a database, new or of an older version, and bring it to this program's version.

    A missing folder of an SQLite file is made; a database on a server must be there. With `create=False` a file that is
    not there is NothingToMeasure: it holds as little as an empty one. So is a server's database without tables. Raises
    StorageError (NewerDatabase where the database was made by a newer version of the program) and UsageError.
    """
    engine = make_engine(url)
    if (file := database_file(url)) is not None:
        _make_room(file, create)
    with failures_named(engine):
        if engine.dialect.name == "postgresql":
            _ask_the_server(engine, create)
        upgrade(engine)
        use_write_ahead_log(engine)
    return Store(engine)


def database_file(url: str) -> Path | None:
    """Return the file of an SQLite URL; None for a database in memory or on a server."""
    parsed = make_url(url)
    if parsed.get_backend_name() != "sqlite" or parsed.database in (None, "", ":memory:"):
        return None
    if parsed.database.startswith("file:"):  # SQLite's own URI form names its own options
        return None
    return Path(parsed.database)


def place_of(url: str) -> str:
    """Return where a database is, in words: a file's path, or the URL without its password."""
    file = database_file(url)
    return str(file) if file is not None else shown(make_engine(url).url)


def _ask_the_server(engine: Engine, create: bool) -> None:
    with engine.connect() as connection:
        refuse_other_encodings(connection)
        if not create and current_revision(connection) is None:
            hint = "ingest something first, or check --db"
            raise NothingToMeasure("the database is empty", where=shown(engine.url), hint=hint)


def _make_room(file: Path, create: bool) -> None:
    if not create and not file.exists():
        raise NothingToMeasure(
            "there is no such database", where=str(file), hint="ingest something first, or check --db"
        )
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        reason = error.strerror or str(error)
        raise StorageError(f"the folder cannot be made: {reason}", where=str(file.parent)) from error
