"""Opening a database, and what its failures are called."""

from __future__ import annotations

import os
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from readings import RUN, reading_of
from sqlalchemy import event

from provenance.errors import IntegrityError, NothingToMeasure, StorageError, UnreadableInput, UsageError
from provenance.model.article import Article
from provenance.storage import engine as engine_module
from provenance.storage.check import check
from provenance.storage.store import Store, database_file, open_store, place_of

READING = reading_of(Article("The bridge is closed.", outlet="Harbour Post"))


def test_a_new_file_and_its_folder_are_made(tmp_path: Path) -> None:
    open_store(f"sqlite:///{tmp_path}/new/folder/claims.db").close()
    with sqlite3.connect(tmp_path / "new" / "folder" / "claims.db") as connection:
        assert connection.execute("PRAGMA journal_mode").fetchone() == ("wal",)


def test_a_missing_file_is_nothing_to_measure_where_nothing_is_to_be_made(tmp_path: Path) -> None:
    with pytest.raises(NothingToMeasure, match="there is no such database"):
        open_store(f"sqlite:///{tmp_path}/claims.db", create=False)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"This is a letter, and not a database at all. " * 100, "is not an SQLite database"),
        (b"SQLite format 3\x00" + b"\xff" * 4096, "is not an SQLite database|damaged"),
    ],
)
def test_a_file_that_is_no_database_is_refused_and_left_as_it_is(tmp_path: Path, content: bytes, message: str) -> None:
    file = tmp_path / "letter.txt"
    file.write_bytes(content)
    with pytest.raises((StorageError, IntegrityError), match=message):
        open_store(f"sqlite:///{file}")
    assert file.read_bytes() == content
    assert [each.name for each in tmp_path.iterdir()] == ["letter.txt"]


def test_another_programs_database_is_refused_and_left_as_it_is(tmp_path: Path) -> None:
    file = tmp_path / "places.sqlite"
    with sqlite3.connect(file) as connection:
        connection.execute("CREATE TABLE bookmarks (url TEXT)")
    before = file.read_bytes()
    with pytest.raises(StorageError, match="is the database of another program"):
        open_store(f"sqlite:///{file}")
    assert file.read_bytes() == before


def test_a_folder_is_no_database(tmp_path: Path) -> None:
    with pytest.raises(StorageError, match="is a folder, not a database"):
        open_store(f"sqlite:///{tmp_path}")


def test_a_file_in_the_place_of_the_folder_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(StorageError, match="the folder cannot be made"):
        open_store(f"sqlite:///{tmp_path}/file/claims.db")


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write everywhere")
def test_a_folder_that_may_not_be_written(tmp_path: Path) -> None:
    tmp_path.chmod(0o500)
    try:
        with pytest.raises(StorageError, match="cannot be opened"):
            open_store(f"sqlite:///{tmp_path}/claims.db")
    finally:
        tmp_path.chmod(0o700)


@pytest.mark.parametrize("url", ["claims.db", "nosuch://claims", "sqlite:/", ""])
def test_what_is_no_url_is_a_usage_error(url: str) -> None:
    with pytest.raises(UsageError, match="no database URL"):
        open_store(url)


@pytest.mark.sqlite_only
def test_a_full_disk_is_told_and_nothing_of_the_article_is_stored(store: Store) -> None:
    with store.begin() as unit:
        unit.articles.add(READING, RUN, ref="a", location=None)
    long = reading_of(Article("\n".join(f"Line {number} of a very long article." for number in range(4000))))

    def fill_up(connection: Any, _record: object) -> None:
        pages = connection.execute("PRAGMA page_count").fetchone()[0]
        connection.execute(f"PRAGMA max_page_count = {pages + 20}")

    store.close()
    event.listen(store.engine, "connect", fill_up)
    with pytest.raises(StorageError, match="the disk is full") as raised, store.begin() as unit:
        unit.articles.add(long, RUN, ref="long", location=None)
    assert "\n" not in str(raised.value)
    event.remove(store.engine, "connect", fill_up)
    with store.read() as unit:
        assert unit.articles.ids() == [READING.article.id]
    assert check(store) == ()


def test_half_a_character_is_refused_and_nothing_of_the_article_is_stored(store: Store) -> None:
    with pytest.raises(UnreadableInput, match="no database can store"), store.begin() as unit:
        unit.articles.add(reading_of(Article("Half a pair: \ud83d.")), RUN, ref="a", location=None)
    with store.read() as unit:
        assert unit.articles.ids() == []


def test_a_writer_that_waited_too_long_is_told_so(store: Store, database: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(engine_module, "LOCK_WAIT_SECONDS", 0.05)
    patient = open_store(database)
    with store.begin(), pytest.raises(StorageError, match="another program holds the database"), patient.begin():
        pytest.fail("two writers at once")


def test_a_reader_never_waits_and_sees_one_state(store: Store, database: str) -> None:
    other = open_store(database)
    with store.begin() as writer:
        writer.articles.add(READING, RUN, ref="a", location=None)
        with other.read() as reader:
            assert reader.articles.ids() == []


def test_two_processes_open_a_new_database_at_once(new_database: Callable[..., str]) -> None:
    opening = f"from provenance.storage.store import open_store; open_store({new_database(empty=True)!r})"
    root = Path(__file__).parents[2]
    children = [subprocess.Popen([sys.executable, "-c", opening], cwd=root, stderr=subprocess.PIPE) for _ in range(4)]
    assert [child.communicate(timeout=240)[1] for child in children] == [b""] * 4


def test_the_place_of_a_database(tmp_path: Path) -> None:
    assert place_of(f"sqlite:///{tmp_path}/claims.db") == f"{tmp_path}/claims.db"
    assert database_file("sqlite://") is None
