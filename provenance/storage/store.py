"""The store: opened at this program's version, written and read one transaction at a time."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, Select, func, make_url, select

from provenance.errors import NothingToMeasure, StorageError
from provenance.model.query import Counts, RelationFilter
from provenance.storage.articles import Articles
from provenance.storage.candidates import Candidates
from provenance.storage.claims import Claims
from provenance.storage.decisions import Decisions
from provenance.storage.engine import failures_named, make_engine, use_write_ahead_log
from provenance.storage.events import Events
from provenance.storage.fact_checks import FactChecks
from provenance.storage.migrating import current_revision, upgrade
from provenance.storage.relations import Relations
from provenance.storage.tables import ArticleRow, AttributionRow, ClaimRow, SentenceRow


class Unit:
    """One transaction: everything in it happens, or nothing does. Only values of the model leave it."""

    def __init__(self, connection: Connection) -> None:
        self.connection = connection  # for check.py; nothing outside storage/ uses it
        self.articles = Articles(connection)
        self.claims = Claims(connection)
        self.candidates = Candidates(connection)
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
        with failures_named(self._engine), self._engine.begin() as connection:
            yield Unit(connection)

    def revision(self) -> str | None:
        with failures_named(self._engine), self._engine.connect() as connection:
            return current_revision(connection)

    def close(self) -> None:
        self._engine.dispose()


def open_store(url: str, *, create: bool = True) -> Store:
    """Open a database, new or of an older version, and bring it to this program's version.

    A missing folder of an SQLite file is made. With `create=False` a file that is not there is NothingToMeasure: it
    holds as little as an empty one. Raises StorageError (NewerDatabase where the file was made by a newer version of
    the program) and UsageError.
    """
    engine = make_engine(url)
    if (file := database_file(url)) is not None:
        _make_room(file, create)
    with failures_named(engine):
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
    return str(file) if file is not None else make_engine(url).url.render_as_string(hide_password=True)


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
