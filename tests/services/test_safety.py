"""Killed at any moment, or beside another process: the database is whole, and the same command finishes the work."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from by_line import LineEngine, wire
from sqlalchemy import Engine, event

from provenance.model.query import RelationFilter
from provenance.model.version import IngestStatus
from provenance.services.database import check_database
from provenance.services.ingest import store_documents
from provenance.settings import Settings
from provenance.storage.store import open_store

PROGRAM = Path(__file__).with_name("by_line.py")
ROOT = Path(__file__).parents[2]


def start(settings: Settings, count: int, desk: str, die_before: int | None = None) -> subprocess.Popen[bytes]:
    command = [sys.executable, str(PROGRAM), settings.database_url, str(count), desk]
    if die_before is not None:
        command.append(str(die_before))
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join([str(ROOT), os.environ.get("PYTHONPATH", "")])}
    return subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=environment)


def counted_statements(work: Callable[[], object]) -> int:
    seen: list[str] = []

    def note(_connection: object, _cursor: object, statement: str, *_: object) -> None:
        seen.append(statement)

    event.listen(Engine, "before_cursor_execute", note)
    work()
    event.remove(Engine, "before_cursor_execute", note)
    return len(seen)


def relations_of(settings: Settings) -> set[tuple[str, str, str]]:
    store = open_store(settings.database_url)
    with store.read() as unit:
        return {(each.a.id, each.b.id, each.kind.value) for each in unit.relations.select(RelationFilter())}


def ingest_here(settings: Settings, count: int, desk: str) -> list[IngestStatus]:
    store = open_store(settings.database_url)
    return [each.status for each in store_documents(wire(count, desk), store, settings, LineEngine())]


@pytest.mark.parametrize("share", [0.1, 0.4, 0.6, 0.9])  # of all statements: making tables comes first
def test_a_killed_process_leaves_whole_articles_and_the_same_command_finishes(
    settings: Settings, new_database: Callable[..., str], share: float
) -> None:
    count = 4
    undisturbed = Settings(database_url=new_database("undisturbed"))
    statements = counted_statements(lambda: ingest_here(undisturbed, count, "North"))

    child = start(settings, count, "North", die_before=int(statements * share))
    child.communicate(timeout=60)
    assert child.returncode == -signal.SIGKILL
    assert check_database(settings) == ()
    statuses = ingest_here(settings, count, "North")
    whole = statuses.count(IngestStatus.UNCHANGED)
    assert whole < count
    assert statuses == [IngestStatus.UNCHANGED] * whole + [IngestStatus.ADDED] * (count - whole)
    assert check_database(settings) == ()
    assert relations_of(settings) == relations_of(undisturbed)


def test_two_processes_ingest_at_once_and_find_each_others_articles(
    settings: Settings, new_database: Callable[..., str]
) -> None:
    count = 8
    children = [start(settings, count, desk) for desk in ("North", "South")]
    outcomes = [child.communicate(timeout=120) for child in children]
    assert [(child.returncode, errors) for child, (_, errors) in zip(children, outcomes, strict=True)] == [(0, b"")] * 2
    assert check_database(settings) == ()

    in_turn = Settings(database_url=new_database("in_turn"))
    ingest_here(in_turn, count, "North")
    ingest_here(in_turn, count, "South")
    assert relations_of(settings) == relations_of(in_turn)
    assert relations_of(settings)
