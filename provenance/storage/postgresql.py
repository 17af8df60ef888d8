"""PostgreSQL: how it is opened for a team, and what its failures are called.

Readers see one state of the database and never wait (REPEATABLE READ, READ ONLY). Writers take turns, as they do on
SQLite: a lock of the whole database, taken when a transaction begins and let go when it ends, so that whoever stores an
article sees all that was stored before and nothing is left to fail half-way. An article's transaction is short; what
takes long, reading and comparing, happens before it.
"""

from __future__ import annotations

import re
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.engine import URL

from provenance.errors import IntegrityError, ProvenanceError, StorageError, UnreadableInput, UsageError

DRIVER = "postgresql+psycopg"
READING: dict[str, Any] = {"isolation_level": "REPEATABLE READ", "postgresql_readonly": True}
SECRETS = ("password", "sslpassword", "passfile")  # of a URL's query
WRITERS = 0x70726F76  # the lock's own number, so that another program's locks are not taken for it
CONNECT_SECONDS = 15

AGAIN = "run the command again: what was stored stays"
URL_IS_WRONG = "check --db or PROVENANCE_DB_URL"
IS_IT_RUNNING = "check host and port, and that PostgreSQL runs"
# The code that a failure has (SQLSTATE, or how it begins), and what the user is told.
STATES = (
    ("25006", "the database may only be read", "give the URL of the server that takes writes"),
    ("28", "the server does not let this user in", URL_IS_WRONG),
    ("3D000", "the server has no such database", "make it: createdb NAME"),
    ("3F000", "the user has no schema in the database", "ask its owner to GRANT CREATE ON SCHEMA public"),
    ("40", "another program was faster", AGAIN),
    ("42501", "the user may not do this in the database", "ask its owner to GRANT it"),
    ("53100", "the server's disk is full, nothing of this step was stored", "free some space there and run it again"),
    ("53300", "the server has too many connections", "try again later"),
    ("55P03", "another program holds the database", "wait until it has finished and run the command again"),
    ("57014", "the server stopped a statement that took too long", "ask whoever runs the server"),
    ("57", "the server ended the connection", AGAIN),
    ("08", "the connection to the server broke", AGAIN),
)
# What the server or its driver says where there is no code: mostly before the two are connected.
WORDS = (
    ("password authentication failed", "the user or the password is wrong", URL_IS_WRONG),
    ("no password supplied", "a password is needed", "put it into ~/.pgpass, PGPASSWORD or the URL"),
    ("no pg_hba.conf entry", "the server does not let this user in from here", "ask whoever runs the server"),
    ("authentication failed", "the server does not let this user in", URL_IS_WRONG),
    (r'database "[^"]*" does not exist', "the server has no such database", "make it: createdb NAME"),
    (r'role "[^"]*" does not exist', "the server knows no such user", URL_IS_WRONG),
    ("permission denied for database", "the user may not open the database", "ask its owner to GRANT CONNECT"),
    ("resolve host|translate host name|name or service not known", "there is no such host", URL_IS_WRONG),
    ("invalid connection option", "the URL has an option that PostgreSQL does not know", "check what follows its ?"),
    ("refused|no such file or directory|time(d )?out|unreachable", "no server answers there", IS_IT_RUNNING),
    ("too many clients", "the server has too many connections", "try again later"),
    ("starting up|shutting down", "the server is starting or stopping", "try again in a moment"),
    ("server closed the connection|connection is (closed|lost)|consuming input", "the connection broke", AGAIN),
    ("ssl", "the server and this program do not agree on encryption", "see sslmode in PostgreSQL's manual"),
    ("und-x-icu", "the server was built without ICU, which knows the letters", "use a PostgreSQL built with ICU"),
)
REPEATED = ("40001", "40P01")  # the server undid a transaction in favour of another one; once more, it goes through


def is_postgresql(url: URL) -> bool:
    return url.get_backend_name() in ("postgresql", "postgres")


def postgresql_engine(url: URL, lock_wait: float) -> Engine:
    """Return an engine whose writers wait so many seconds for each other; UsageError where the driver is missing."""
    if url.drivername in ("postgresql", "postgres"):
        url = url.set(drivername=DRIVER)
    given = {"connect_timeout": CONNECT_SECONDS, "client_encoding": "utf8", "application_name": "provenance"}
    wanted = {name: value for name, value in given.items() if name not in url.query}
    try:
        # A connection that a server or a firewall has dropped while an article was read is opened again.
        engine = create_engine(url, isolation_level="READ COMMITTED", connect_args=wanted, pool_pre_ping=True)
    except ImportError as error:
        hint = "pip install 'claim-provenance[postgresql]'"
        raise UsageError("the driver for PostgreSQL is not installed", hint=hint) from error

    def take_turns(connection: Connection) -> None:
        if connection.get_execution_options().get("writes", False):
            connection.exec_driver_sql(f"SET LOCAL lock_timeout = {int(lock_wait * 1000)}")
            connection.exec_driver_sql(
                f"SELECT pg_advisory_xact_lock({WRITERS}, hashtext(coalesce(current_schema(), '')))"
            )

    event.listen(engine, "begin", take_turns)
    return engine


def refuse_other_encodings(connection: Connection) -> None:
    """Raises StorageError where the database cannot hold the letters of every language."""
    encoding = str(connection.exec_driver_sql("SHOW server_encoding").scalar_one())
    if encoding != "UTF8":
        what = f"its encoding is {encoding}, which cannot hold every text"
        hint = "make one with: createdb --template template0 --encoding UTF8 NAME"
        raise StorageError(what, where=shown(connection.engine.url), hint=hint)


def shown(url: URL) -> str:
    """Return the URL as it may be printed: without the password, wherever it stands."""
    return url.difference_update_query(SECRETS).render_as_string(hide_password=True)


def named(error: BaseException, place: str) -> ProvenanceError:
    """Return what a failure of the server or its driver is called."""
    state = str(getattr(error, "sqlstate", None) or "")
    message = " ".join(str(error).split())
    if "cannot contain nul" in message.lower():
        return UnreadableInput("holds a NUL character, which PostgreSQL cannot store", hint="remove it, or use SQLite")
    if state == "22003":
        return UnreadableInput(f"holds what no database can store: {_first(error)}")
    if state.startswith("22"):
        return UnreadableInput(f"holds what PostgreSQL cannot store: {_first(error)}")
    if state.startswith("23"):
        hint = "run `provenance db check`"
        return IntegrityError(f"the database refuses a row: {_first(error)}", where=place, hint=hint)
    if state.startswith("XX"):
        return IntegrityError(f"the database is damaged: {_first(error)}", where=place, hint="restore a backup")
    told = next((each for each in STATES if state.startswith(each[0])), None)
    told = told or next((each for each in WORDS if re.search(each[0], message.lower())), None)
    if told is None:
        return StorageError(f"the database failed: {_first(error)}", where=place)
    return StorageError(told[1], where=place, hint=told[2])


def may_be_repeated(error: ProvenanceError) -> bool:
    """True where the server undid the transaction only because of another one."""
    cause = getattr(error.__cause__, "orig", None)
    return getattr(cause, "sqlstate", None) in REPEATED


def _first(error: BaseException) -> str:
    return str(error).strip().partition("\n")[0]
