"""Migrations on a filled database: forwards and back, what should be kept is kept."""

from __future__ import annotations

import shutil
from dataclasses import replace
from pathlib import Path

import pytest
from alembic import command
from alembic.config import Config
from readings import RUN, reading_of, relation_of
from sqlalchemy import inspect
from sqlalchemy.exc import DBAPIError

import provenance
from provenance.errors import NewerDatabase, StorageError
from provenance.model.article import Article
from provenance.model.decision import Decision, Judgement
from provenance.model.query import RelationFilter
from provenance.model.relation import RelationKind
from provenance.model.source import PersonKind
from provenance.storage import migrating
from provenance.storage.check import check
from provenance.storage.engine import make_engine
from provenance.storage.store import Store, open_store

FIRST = reading_of(Article("They met on 25 April.", outlet="Harbour Post"), ("KCNA",))
SECOND = reading_of(Article("The talks were held on April 25.", outlet="North Wire"))
RELATION = relation_of(FIRST, SECOND)
VERDICT = Judgement("f" * 32, RELATION.a.id, RELATION.b.id, RelationKind.RELATED, Decision("anna", "2026-01-02"))


@pytest.fixture
def filled(store: Store) -> Store:
    with store.begin() as unit:
        for reading in (FIRST, SECOND):
            unit.articles.add(reading, RUN, ref="a", location=None)
            unit.candidates.index({reading.claims[0].id: (1, 2, 3)})
        unit.relations.add([RELATION], RUN)
        unit.decisions.add_judgement(VERDICT)
    return store


def test_a_downgrade_keeps_what_the_older_tables_hold(filled: Store, database: str) -> None:
    migrating.downgrade(filled.engine, "0002")
    store = open_store(database)  # and upgrades again
    with store.read() as unit:
        assert unit.articles.extraction(FIRST.article.id) == FIRST
        assert list(unit.relations.select(RelationFilter())) == [RELATION]
        assert unit.decisions.judgements(undone=True) == ()
    assert check(store) == ()


def test_a_step_back_keeps_every_hop_without_what_is_told_of_it(store: Store, database: str) -> None:
    reading = reading_of(Article("They met on 25 April.", outlet="Harbour Post"), ("KCNA",))
    told = replace(reading.attributions[0].root, office="mayor", what=PersonKind.POLITICIAN, first_hand=False)
    attribution = replace(reading.attributions[0], chain=(*reading.attributions[0].chain[:-1], told))
    reading = replace(reading, attributions=(attribution,))
    with store.begin() as unit:
        unit.articles.add(reading, RUN, ref="a", location=None)
    with store.read() as unit:
        assert unit.articles.extraction(reading.article.id) == reading
    migrating.downgrade(store.engine, "0003")
    with open_store(database).read() as unit:  # and upgrades again
        (hop,) = unit.articles.extraction(reading.article.id).attributions[0].chain[1:]
    assert hop == replace(told, office=None, what=None, first_hand=None)


def test_two_steps_back_keep_articles_claims_and_the_index(filled: Store, database: str) -> None:
    migrating.downgrade(filled.engine, "0001")
    store = open_store(database)
    with store.read() as unit:
        assert unit.articles.extraction(SECOND.article.id) == SECOND
        assert unit.relations.count(RelationFilter()) == 0
        assert unit.candidates.unindexed() == []
    assert check(store) == ()


def test_all_the_way_back_leaves_no_table(filled: Store, database: str) -> None:
    migrating.downgrade(filled.engine, "base")
    assert inspect(filled.engine).get_table_names() == ["alembic_version"]
    assert open_store(database).revision() == migrating.newest_revision()


def test_opening_again_changes_nothing(filled: Store) -> None:
    assert migrating.upgrade(filled.engine) is False


def make_newer(store: Store) -> None:
    with store.engine.execution_options(writes=True).begin() as connection:
        connection.exec_driver_sql("UPDATE alembic_version SET version_num = '9999'")
    store.close()  # the last connection moves SQLite's write-ahead log into the file


def test_a_database_of_a_newer_version_is_refused(store: Store, database: str) -> None:
    make_newer(store)
    with pytest.raises(NewerDatabase, match="made by a newer version"):
        open_store(database)


@pytest.mark.sqlite_only
def test_a_file_of_a_newer_version_is_left_untouched(store: Store, database: str, tmp_path: Path) -> None:
    make_newer(store)
    file = tmp_path / "claims.db"
    before = file.read_bytes()
    with pytest.raises(NewerDatabase, match="made by a newer version"):
        open_store(database)
    assert file.read_bytes() == before


def test_a_migration_that_fails_leaves_the_old_version(
    filled: Store, database: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    migrating.downgrade(filled.engine, "0002")
    folder = tmp_path / "migrations"
    shutil.copytree(migrating.find_migrations(), folder)
    (broken,) = folder.glob("versions/0003_*.py")
    broken.write_text(broken.read_text().replace("def downgrade", "    op.execute('no SQL')\n\n\ndef downgrade"))
    monkeypatch.setattr(migrating, "find_migrations", lambda: folder)
    with pytest.raises(StorageError):
        open_store(database)
    monkeypatch.undo()
    with filled.engine.connect() as connection:
        assert connection.exec_driver_sql("SELECT version_num FROM alembic_version").all() == [("0002",)]
    assert check(open_store(database)) == ()


def test_migrations_are_found_beside_the_package_and_inside_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    checkout = migrating.find_migrations()
    assert checkout == Path(provenance.__file__).parent.parent / "migrations"
    wheel = tmp_path / "site-packages" / "provenance"
    shutil.copytree(checkout, wheel / "migrations")
    monkeypatch.setattr(provenance, "__file__", str(wheel / "__init__.py"))
    assert migrating.find_migrations() == wheel / "migrations"
    open_store("sqlite://").close()


def test_the_tables_are_what_the_migrations_make() -> None:
    root = Path(__file__).parents[2]
    config = Config(toml_file=root / "pyproject.toml")
    command.check(config)  # raises where an autogenerated migration would not be empty


def test_a_broken_constraint_is_an_error_of_the_database(store: Store) -> None:
    backwards = (
        "INSERT INTO relations (id, a_id, b_id, kind, score, p_same, p_contradict, p_neither, independent, run_id)"
        " VALUES ('x', 'b', 'a', 'related', 1, 1, 0, 0, false, 'r')"
    )
    with store.engine.connect() as connection, pytest.raises(DBAPIError, match="ck_relations_pair_in_order"):
        connection.exec_driver_sql(backwards)


def test_a_password_is_never_shown() -> None:
    from provenance.errors import UsageError

    with pytest.raises(UsageError) as raised:
        make_engine("nosuchdatabase://anna:secret@example.org/claims")
    assert "secret" not in str(raised.value)
