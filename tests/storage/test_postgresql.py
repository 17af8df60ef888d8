"""A server: what is special about it is told in one line, and nothing that a command prints depends on its locale."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from readings import RUN, reading_of
from sqlalchemy import inspect, make_url

from provenance.errors import NothingToMeasure, StorageError, UnreadableInput
from provenance.model.article import Article
from provenance.model.query import ClaimFilter
from provenance.storage.check import check
from provenance.storage.engine import make_engine
from provenance.storage.store import Store, Unit, open_store

WORDS = ("apple", "Banana", "cherry", "Ärger", "zebra", "Zone", "ёж", "Яблоко", "_", "10", "9", "e\u0301", "é")


@pytest.fixture
def url(new_postgresql: Callable[..., str]) -> str:
    return new_postgresql()


def run(url: str, *statements: str) -> None:
    engine = make_engine(url)
    with engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
        for statement in statements:
            connection.exec_driver_sql(statement)
    engine.dispose()


def sources_in(url: str) -> list[str | None]:
    """Return the names of sources as they are listed, after one claim was stored of each."""
    store = open_store(url)
    reading = reading_of(Article("\n".join(f"{word} said so." for word in WORDS)), WORDS)
    with store.begin() as unit:
        unit.articles.add(reading, RUN, ref="a", location=None)
    with store.read() as unit:
        listed = [each.name for each in unit.claims.sources()]
        found = {
            word: [each.text for each in unit.claims.select(ClaimFilter(source=(word.upper(),)))] for word in WORDS
        }
    store.close()
    assert all(found.values()), found
    return [*listed, *(text for texts in found.values() for text in texts)]


def test_names_are_sorted_and_found_as_on_sqlite(url: str) -> None:
    assert sources_in(url) == sources_in("sqlite://")


def test_every_column_of_text_is_sorted_by_its_characters(url: str) -> None:
    engine = make_engine(url)
    asked = (
        "SELECT table_name, column_name FROM information_schema.columns WHERE table_schema = current_schema()"
        " AND data_type IN ('text', 'character varying') AND collation_name IS DISTINCT FROM 'C'"
        " AND table_name <> 'alembic_version'"
    )
    with engine.connect() as connection:
        assert connection.exec_driver_sql(asked).all() == []  # a migration must say COLLATE "C": see CONTRIBUTING.md
    engine.dispose()


def test_a_nul_character_costs_its_article_alone(url: str) -> None:
    store = open_store(url)
    with pytest.raises(UnreadableInput, match="holds a NUL character") as raised, store.begin() as unit:
        unit.articles.add(reading_of(Article("Half a\0 line.")), RUN, ref="a", location=None)
    assert "\n" not in str(raised.value)
    with store.begin() as unit:
        unit.articles.add(reading_of(Article("A line.")), RUN, ref="b", location=None)
    with store.read() as unit:
        assert len(unit.articles.ids()) == 1
    assert check(store) == ()


def test_an_empty_database_is_nothing_to_measure_and_is_left_empty(new_postgresql: Callable[..., str]) -> None:
    url = new_postgresql(empty=True)
    with pytest.raises(NothingToMeasure, match="the database is empty"):
        open_store(url, create=False)
    engine = make_engine(url)
    assert inspect(engine).get_table_names() == []
    engine.dispose()


def test_another_programs_database_is_refused(new_postgresql: Callable[..., str]) -> None:
    url = new_postgresql(empty=True)
    run(url, "CREATE TABLE bookmarks (url text)")
    with pytest.raises(StorageError, match="is the database of another program"):
        open_store(url)


def test_a_database_that_cannot_hold_every_letter_is_refused(url: str) -> None:
    name = f"{make_url(url).database}_latin"
    run(url, f"CREATE DATABASE {name} TEMPLATE template0 ENCODING LATIN1 LC_COLLATE 'C' LC_CTYPE 'C'")
    try:
        with pytest.raises(StorageError, match="its encoding is LATIN1"):
            open_store(make_url(url).set(database=name).render_as_string(hide_password=False))
    finally:
        run(url, f"DROP DATABASE {name} WITH (FORCE)")


def test_who_may_only_read_reads_and_is_told_so_when_writing(url: str) -> None:
    reader = f"{make_url(url).database}_reader"
    run(url, f"CREATE ROLE {reader} LOGIN", f"GRANT SELECT ON ALL TABLES IN SCHEMA public TO {reader}")
    try:
        store = open_store(make_url(url).set(username=reader).render_as_string(hide_password=False))
        with store.read() as unit:
            assert unit.counts().articles == 0
        with pytest.raises(StorageError, match="the user may not do this"), store.begin() as unit:
            unit.articles.add(reading_of(Article("A line.")), RUN, ref="b", location=None)
        store.close()
    finally:
        run(url, f"DROP OWNED BY {reader}", f"DROP ROLE {reader}")


def test_nothing_is_written_by_a_transaction_that_reads(url: str) -> None:
    store = open_store(url)
    with pytest.raises(StorageError, match="may only be read"), store.read() as unit:
        unit.articles.add(reading_of(Article("A line.")), RUN, ref="b", location=None)
    store.close()


@pytest.mark.parametrize("state", ["40001", "40P01"])  # a failed serialization, a deadlock
def test_a_transaction_that_gave_way_is_done_again(url: str, state: str) -> None:
    store = open_store(url)
    tried: list[str] = []

    def add(unit: Unit) -> str:
        tried.append(unit.articles.add(reading_of(Article("A line.")), RUN, ref="b", location=None).ref)
        if len(tried) < 3:
            unit.connection.exec_driver_sql(f"DO $$ BEGIN RAISE EXCEPTION 'gave way' USING ERRCODE = '{state}'; END $$")
        return "done"

    assert store.write(add) == "done"
    assert len(tried) == 3
    with store.read() as unit:
        assert len(unit.articles.ids()) == 1
    store.close()


def test_what_failed_for_good_is_not_tried_again(store: Store) -> None:
    tried = []

    def fail(unit: Unit) -> None:
        tried.append(unit)
        unit.connection.exec_driver_sql("SELECT * FROM nowhere")

    with pytest.raises(StorageError):
        store.write(fail)
    assert len(tried) == 1


def test_a_server_without_the_database_says_so(url: str) -> None:
    missing = make_url(url).set(database="no_such_database").render_as_string(hide_password=False)
    with pytest.raises(StorageError, match="the server has no such database; make it: createdb"):
        open_store(missing)


def test_a_wrong_password_is_one_line_without_the_password(url: str) -> None:
    person = "provenance_locked"  # of whom tests/postgresql_server.py asks a password
    run(url, f"DROP ROLE IF EXISTS {person}", f"CREATE ROLE {person} LOGIN PASSWORD 'right'")
    wrong = make_url(url).set(username=person, password="open sesame").render_as_string(hide_password=False)
    try:
        with pytest.raises(StorageError) as raised:
            open_store(wrong)
    except AssertionError:
        pytest.skip("this server lets everybody in")
    finally:
        run(url, f"DROP ROLE {person}")
    assert "the user or the password is wrong" in str(raised.value)
    assert "sesame" not in str(raised.value)
    assert "\n" not in str(raised.value)
