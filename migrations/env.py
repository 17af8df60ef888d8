"""Where the alembic command line meets the tables.

The program hands over its own connection. Called by hand (`alembic check`, `alembic revision --autogenerate`), the
database is the one of `-x url=...`, or else a scratch database in memory that every migration has been run on.
"""

from __future__ import annotations

import warnings
from typing import Any, Literal

from alembic import context
from alembic.autogenerate.api import AutogenContext
from sqlalchemy import Connection, String, Text

from provenance.storage.columns import SpansText
from provenance.storage.engine import make_engine
from provenance.storage.migrating import build_scratch
from provenance.storage.tables import Table


def plain_type(kind: str, value: Any, _context: AutogenContext) -> str | Literal[False]:
    """Write the program's own column types into a migration as what they are in the database.

    A migration stays as it is when the program changes, so it names no class of the program. On PostgreSQL text is
    sorted by its characters, as on SQLite.
    """
    if kind != "type" or not isinstance(value, String | SpansText):
        return False
    if isinstance(value, Text | SpansText):
        return 'sa.Text().with_variant(sa.Text(collation="C"), "postgresql")'
    return f'sa.String({value.length}).with_variant(sa.String({value.length}, collation="C"), "postgresql")'


def run(connection: Connection) -> None:
    # SQLite does not tell what an index on an expression holds, so that it cannot be compared; PostgreSQL's is.
    warnings.filterwarnings("ignore", message=".*expression-based index")
    # SQLite cannot alter most of a table: batch mode builds a new one and copies.
    context.configure(
        connection=connection, target_metadata=Table.metadata, render_as_batch=True, render_item=plain_type
    )
    with context.begin_transaction():
        context.run_migrations()


def run_by_hand() -> None:
    url = context.get_x_argument(as_dictionary=True).get("url")
    with make_engine(url or "sqlite://").execution_options(writes=True).begin() as connection:
        if url is None:
            build_scratch(connection, context.script)
        run(connection)


def run_as_sql() -> None:
    url = context.get_x_argument(as_dictionary=True).get("url", "sqlite://")
    context.configure(url=url, target_metadata=Table.metadata, literal_binds=True)
    with context.begin_transaction():
        context.run_migrations()


if context.is_offline_mode():
    run_as_sql()
elif (given := context.config.attributes.get("connection")) is not None:
    run(given)
else:
    run_by_hand()
