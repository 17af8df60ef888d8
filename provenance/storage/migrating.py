"""Finding and running the migrations: a database is at this program's version after it was opened."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.operations import Operations
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, Engine, inspect

import provenance
from provenance.errors import IntegrityError, NewerDatabase, StorageError
from provenance.storage.engine import place_of


def find_migrations() -> Path:
    """Return the folder of the migrations: inside the package in a wheel, beside it in a checkout."""
    package = Path(provenance.__file__).parent
    for folder in (package / "migrations", package.parent / "migrations"):
        if (folder / "env.py").is_file():
            return folder
    raise StorageError(
        "the migrations are not where they should be", where=str(package), hint="install the package again"
    )


def newest_revision() -> str:
    """Return the revision of this program's version."""
    return str(ScriptDirectory.from_config(_config()).get_current_head())


def upgrade(engine: Engine, revision: str = "head") -> bool:
    """Bring the database to the revision; True where that changed it.

    One transaction: a process killed half-way leaves the old version. Two processes that open a new file at once wait
    for each other. Raises NewerDatabase, and touches nothing, where the database has a revision that is not known here.
    """
    config = _config()
    script = ScriptDirectory.from_config(config)
    target = script.get_current_head() if revision == "head" else revision
    with engine.connect() as connection:
        if current_revision(connection, script) == target:
            return False
    with _rewriting(engine) as connection:
        if current_revision(connection, script) == target:  # another process was faster
            return False
        config.attributes["connection"] = connection
        command.upgrade(config, revision)
    return True


def downgrade(engine: Engine, revision: str) -> None:
    """Bring the database back to an older revision ("base": empty), in one transaction."""
    config = _config()
    with _rewriting(engine) as connection:
        config.attributes["connection"] = connection
        command.downgrade(config, revision)


def build_scratch(connection: Connection, script: ScriptDirectory) -> None:
    """Run every migration on an empty scratch database: what the alembic command line compares the tables with."""
    context = MigrationContext.configure(connection)
    with Operations.context(context):
        for revision in reversed(list(script.walk_revisions())):
            revision.module.upgrade()
    context.stamp(script, "heads")


def current_revision(connection: Connection, script: ScriptDirectory | None = None) -> str | None:
    """Return the database's revision, None where it is empty.

    Raises NewerDatabase for a revision that is not known, and StorageError where the tables are another program's.
    """
    script = script or ScriptDirectory.from_config(_config())
    tables = set(inspect(connection).get_table_names())
    place = place_of(connection.engine.url)
    current = MigrationContext.configure(connection).get_current_revision()
    if tables and (current is None or "articles" not in tables) and tables != {"alembic_version"}:
        raise StorageError("is the database of another program", where=place, hint="give another --db")
    if current is not None and current not in {known.revision for known in script.walk_revisions()}:
        raise NewerDatabase(
            f"was made by a newer version of this program (revision {current})",
            where=place,
            hint="upgrade claim-provenance; the database was left as it is",
        )
    return current


def _config() -> Config:
    config = Config()
    config.set_main_option("script_location", str(find_migrations()).replace("%", "%%"))
    return config


@contextmanager
def _rewriting(engine: Engine) -> Iterator[Connection]:
    """A write transaction in which tables may be rebuilt: SQLite checks foreign keys once, at its end."""
    is_sqlite = engine.dialect.name == "sqlite"
    with engine.connect().execution_options(writes=True) as connection:
        if is_sqlite:  # outside a transaction, where it has an effect
            connection.connection.cursor().execute("PRAGMA foreign_keys = OFF")
        try:
            with connection.begin():
                yield connection
                if is_sqlite and (broken := connection.exec_driver_sql("PRAGMA foreign_key_check").fetchall()):
                    raise IntegrityError(f"the migration would leave {len(broken)} rows that point to nothing")
        finally:
            if is_sqlite:
                connection.connection.cursor().execute("PRAGMA foreign_keys = ON")
