"""The databases of the tests: SQLite files, or, where a server is given, databases on PostgreSQL.

    python -m pytest                           every test, on SQLite
    python -m pytest -m database --postgresql  those that keep something, on a PostgreSQL server started for them
    PROVENANCE_TEST_DB_URL=postgresql://...    the same on a server that is there, as a user who may make databases

A test that asks for `new_database`, itself or through a fixture, has the marker `database`. What is about files, and
SQLite's alone, has the marker `sqlite_only`; what is about a server asks for `new_postgresql`.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from itertools import count
from pathlib import Path

import postgresql_server
import pytest
from sqlalchemy import create_engine, make_url
from sqlalchemy.exc import SQLAlchemyError

from provenance.errors import ProvenanceError
from provenance.storage.store import open_store

VARIABLE = "PROVENANCE_TEST_DB_URL"
NewDatabase = Callable[..., str]


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--postgresql", action="store_true", help="keep what tests store on a private PostgreSQL server")


def pytest_configure(config: pytest.Config) -> None:
    config.addinivalue_line("markers", "database: keeps something in a database, of either kind")
    config.addinivalue_line("markers", "sqlite_only: about files or SQLite; skipped where the tests run on PostgreSQL")


@pytest.hookimpl(tryfirst=True)  # before -m chooses
def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    for item in items:
        if {"new_database", "new_postgresql"} & set(getattr(item, "fixturenames", ())):
            item.add_marker("database")
        if _wants_postgresql(config) and item.get_closest_marker("sqlite_only"):
            item.add_marker(pytest.mark.skip(reason="about SQLite"))


def _wants_postgresql(config: pytest.Config) -> bool:
    return bool(config.getoption("--postgresql") or os.environ.get(VARIABLE))


class Server:
    """A PostgreSQL server on which each test gets databases of its own."""

    def __init__(self, url: str) -> None:
        self._url = make_url(url).set(drivername="postgresql+psycopg")
        self._engine = create_engine(self._url, isolation_level="AUTOCOMMIT")
        self._names = (f"provenance_test_{os.getpid()}_{number}" for number in count())
        self._template = self.make(like=None)
        open_store(self.address(self._template)).close()

    def address(self, name: str) -> str:
        return self._url.set(database=name).render_as_string(hide_password=False)

    def make(self, like: str | None) -> str:
        name = next(self._names)
        # Copying files is quicker than writing the log of a copy (the choice came with version 15).
        quick = " STRATEGY file_copy" if like and self._engine.dialect.server_version_info >= (15,) else ""
        self._run(f"CREATE DATABASE {name}" + (f" TEMPLATE {like}{quick}" if like else ""))
        return name

    def make_current(self) -> str:
        """A database at this program's version."""
        return self.make(like=self._template)

    def drop(self, name: str) -> None:
        self._run(f"DROP DATABASE IF EXISTS {name} WITH (FORCE)")

    def close(self) -> None:
        self.drop(self._template)
        self._engine.dispose()

    def _run(self, statement: str) -> None:
        with self._engine.connect() as connection:
            connection.exec_driver_sql(statement)


@pytest.fixture(scope="session")
def server(pytestconfig: pytest.Config) -> Iterator[Server | None]:
    """The PostgreSQL server that the tests were given; None where they run on SQLite."""
    if not _wants_postgresql(pytestconfig):
        yield None
        return
    with ExitStack() as stack:
        try:
            started = Server(os.environ.get(VARIABLE) or stack.enter_context(postgresql_server.server()))
        except (postgresql_server.NoServer, SQLAlchemyError, ProvenanceError) as error:
            pytest.exit(f"no PostgreSQL server for the tests: {error}", returncode=1)  # once, and not for every test
        yield started
        started.close()


@pytest.fixture
def new_postgresql(server: Server | None) -> Iterator[NewDatabase]:
    """Make databases on a server: `new_postgresql()` returns a URL, of one without tables where `empty`."""
    if server is None:
        pytest.skip("needs PostgreSQL: pytest -m database --postgresql")
    made: list[str] = []

    def make(_name: str = "claims", *, empty: bool = False) -> str:
        made.append(server.make(like=None) if empty else server.make_current())
        return server.address(made[-1])

    yield make
    for name in made:
        server.drop(name)


@pytest.fixture
def new_database(server: Server | None, tmp_path: Path, request: pytest.FixtureRequest) -> NewDatabase:
    """Make databases: `new_database("other")` returns a URL, of the file other.db in tmp_path where it is SQLite."""
    if server is not None:
        return request.getfixturevalue("new_postgresql")

    def make(name: str = "claims", *, empty: bool = False) -> str:
        return f"sqlite:///{tmp_path / name}.db"

    return make


@pytest.fixture
def on_postgresql(server: Server | None) -> bool:
    """True where the tests' databases are on PostgreSQL, for the few that must say it differently there."""
    return server is not None
