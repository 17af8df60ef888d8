"""Fact-checks in the store: nothing twice, nothing overwritten."""

from __future__ import annotations

from dataclasses import replace

import pytest
from readings import RUN
from sqlalchemy import text

from provenance.errors import NotFound
from provenance.model.fact_check import FactCheck, ImportStatus
from provenance.storage import migrating
from provenance.storage.check import check as check_store
from provenance.storage.store import Store, open_store

FALSE = FactCheck(
    "The ferry carried 400 passengers.",
    "False",
    title="Not 400",
    author="Norvik Fact Desk",
    url="https://desk.example/ferry",
    published="2031-03-04",
    language="en",
    claimant="a post",
    value=1,
    worst=1,
    best=5,
)
CHANGED = replace(FALSE, rating="Mostly false", value=2)
OTHER = FactCheck("Bread has sawdust.", "False", author="Tide")


def add(store: Store, *checks: FactCheck) -> list[ImportStatus]:
    with store.begin() as unit:
        return [unit.fact_checks.add(check, RUN, ref=f"feed.json: review {at}") for at, check in enumerate(checks, 1)]


def current(store: Store) -> list[tuple[FactCheck, int]]:
    with store.read() as unit:
        return [(stored.check, stored.version) for stored in unit.fact_checks.current()]


def test_a_check_comes_back_as_it_was(store: Store) -> None:
    assert add(store, OTHER, FALSE) == [ImportStatus.ADDED, ImportStatus.ADDED]
    assert current(store) == [(FALSE, 1), (OTHER, 1)]  # by date, undated last
    with store.read() as unit:
        assert unit.fact_checks.find(FALSE.id[:8]).check == FALSE
        with pytest.raises(NotFound, match="no fact-check"):
            unit.fact_checks.find("0123456")


def test_the_same_check_twice_is_one(store: Store) -> None:
    add(store, FALSE)
    assert add(store, FALSE, FALSE) == [ImportStatus.UNCHANGED] * 2
    assert current(store) == [(FALSE, 1)]


def test_a_changed_review_is_a_new_version_beside_the_old(store: Store) -> None:
    assert add(store, FALSE, CHANGED) == [ImportStatus.ADDED, ImportStatus.NEW_VERSION]
    assert current(store) == [(CHANGED, 2)]
    with store.read() as unit:
        assert unit.fact_checks.count() == 1
        assert unit.fact_checks.find(FALSE.id).check == FALSE
    assert check_store(store) == ()


def test_an_older_copy_takes_nothing_back(store: Store) -> None:
    add(store, FALSE, CHANGED)
    assert add(store, FALSE, CHANGED) == [ImportStatus.UNCHANGED] * 2
    assert current(store) == [(CHANGED, 2)]


def test_another_claim_on_the_same_page_is_another_check(store: Store) -> None:
    second = replace(FALSE, claim="The captain was drunk.")
    assert add(store, FALSE, second) == [ImportStatus.ADDED] * 2
    assert len(current(store)) == 2


def test_numbers_are_kept_by_encoder_and_only_of_what_is_current(store: Store) -> None:
    add(store, FALSE, OTHER)
    with store.begin() as unit:
        unit.fact_checks.add_vectors("one", {FALSE.id: b"12", OTHER.id: b"34"})
        unit.fact_checks.add_vectors("one", {FALSE.id: b"99"})  # another process was first
    add(store, CHANGED)
    with store.read() as unit:
        assert unit.fact_checks.vectors("one") == {OTHER.id: b"34"}
        assert unit.fact_checks.vectors("two") == {}
        assert unit.fact_checks.unread("one") == [CHANGED]
        assert {check.id for check in unit.fact_checks.unread("two")} == {CHANGED.id, OTHER.id}


def test_what_was_altered_by_hand_is_found(store: Store) -> None:
    add(store, FALSE, CHANGED)
    with store.begin() as unit:
        unit.connection.execute(text("UPDATE fact_checks SET rating = 'True' WHERE rating = 'False'"))
        unit.connection.execute(text("UPDATE fact_checks SET is_current = true"))
    found = " ".join(map(str, check_store(store)))
    assert "its id is not that of what it says" in found
    assert "not its newest version alone is marked as current" in found


def test_a_step_back_leaves_the_rest_and_forward_again_is_empty(store: Store, database: str) -> None:
    add(store, FALSE)
    migrating.downgrade(store.engine, "0004")
    again = open_store(database)
    assert current(again) == []
    assert add(again, FALSE) == [ImportStatus.ADDED]
