"""What a user is told where no server can be reached: one line, what to do, and never a password."""

from __future__ import annotations

import sys

import pytest

from provenance.commands.program import run
from provenance.errors import IntegrityError, StorageError, UnreadableInput
from provenance.storage.postgresql import named
from provenance.storage.store import place_of

PLACE = "postgresql+psycopg://anna:***@db.example.org/claims"


class Refused(Exception):
    """As the driver's exceptions are: with the server's code, where it sent one."""

    def __init__(self, message: str, sqlstate: str | None = None) -> None:
        super().__init__(message)
        self.sqlstate = sqlstate


@pytest.mark.parametrize(
    ("message", "state", "kind", "told"),
    [
        ("connection failed: Connection refused\n\tIs the server running?", None, StorageError, "no server answers"),
        ("connection timeout expired", None, StorageError, "no server answers"),
        ("could not translate host name", None, StorageError, "there is no such host"),
        ('FATAL:  password authentication failed for user "anna"', None, StorageError, "password is wrong"),
        ("fe_sendauth: no password supplied", None, StorageError, "a password is needed"),
        ('FATAL:  database "claims" does not exist', None, StorageError, "no such database"),
        ('FATAL:  role "anna" does not exist', None, StorageError, "knows no such user"),
        ("canceling statement due to lock timeout", "55P03", StorageError, "another program holds the database"),
        ("could not extend file: No space left on device", "53100", StorageError, "disk is full"),
        ("server closed the connection unexpectedly\n\tThis probably means", None, StorageError, "connection broke"),
        ("terminating connection due to administrator command", "57P01", StorageError, "ended the connection"),
        ("PostgreSQL text fields cannot contain NUL (0x00) bytes", None, UnreadableInput, "a NUL character"),
        ("integer out of range", "22003", UnreadableInput, "no database can store: integer out of range"),
        ("duplicate key value violates", "23505", IntegrityError, "refuses a row"),
        ("invalid page in block 3", "XX001", IntegrityError, "is damaged"),
        ("what nobody foresaw\nin two lines, on port 5428", None, StorageError, "failed: what nobody foresaw"),
    ],
)
def test_a_failure_is_one_line(message: str, state: str | None, kind: type[Exception], told: str) -> None:
    error = named(Refused(message, state), PLACE)
    assert type(error) is kind
    assert told in str(error)
    assert "\n" not in str(error)


@pytest.mark.parametrize(
    "url",
    [
        "postgresql+psycopg://anna:sesame@127.0.0.1:1/claims",
        "postgresql://anna:sesame@127.0.0.1:1/claims",
        "postgres://anna@127.0.0.1:1/claims?password=sesame",
    ],
)
def test_a_server_that_is_not_there(url: str, capsys: pytest.CaptureFixture[str]) -> None:
    for command in (["claims"], ["ingest", __file__], ["db", "check"], ["report", "abcdef"]):
        assert run([*command, "--db", url]) == 1
        told = capsys.readouterr().err
        assert "no server answers there" in told
        assert "sesame" not in told
        assert len(told.splitlines()) == 1
    assert "sesame" not in place_of(url)


@pytest.mark.parametrize(
    "url", ["mysql://anna:sesame@h/x", "postgresql://anna:sesame@h:port/x", "postgresql+none://h/x"]
)
def test_a_url_that_cannot_be_used_is_wrong_use(url: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["claims", "--db", url]) == 2
    told = capsys.readouterr().err
    assert "no database URL that can be used" in told
    assert "sesame" not in told
    assert len(told.splitlines()) == 1


def test_a_missing_driver_names_what_to_install(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("PROVENANCE_DB_URL", "postgresql://anna:sesame@db.example.org/claims")
    monkeypatch.setitem(sys.modules, "psycopg", None)
    assert run(["claims"]) == 2
    told = capsys.readouterr().err.splitlines()
    assert len(told) == 1
    assert "pip install 'claim-provenance[postgresql]'" in told[0]
    assert "sesame" not in told[0]
