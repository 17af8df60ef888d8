"""What people decided stands once, can be taken back, and is never deleted."""

from __future__ import annotations

import pytest

from provenance.errors import NotFound, UsageError
from provenance.model.decision import Decision, SourceAlias, SourceMerge
from provenance.storage.store import Store, Unit

BY_ANNA = Decision("anna", "2026-01-02T10:00:00+00:00", "same masthead")
LATER = "2026-01-03T10:00:00+00:00"


def alias(number: int, name: str, source: str) -> SourceAlias:
    return SourceAlias(f"{number:032x}", name, source, BY_ANNA)


def merge(number: int, merged: str, kept: str) -> SourceMerge:
    return SourceMerge(f"{number:032x}", merged, kept, BY_ANNA)


def test_an_alias_is_kept_after_it_was_taken_back(store: Store) -> None:
    one = alias(1, "The Gull", "harbour-post")
    with store.begin() as unit:
        unit.decisions.add_alias(one)
        assert unit.decisions.aliases() == (one,)
        undone = unit.decisions.undo_alias("000000", by="ben", at=LATER)
    with store.read() as unit:
        assert unit.decisions.aliases() == ()
        assert unit.decisions.aliases(undone=True) == (undone,)
    assert undone.decision == Decision("anna", BY_ANNA.at, "same masthead", "ben", LATER)
    assert not undone.decision.stands


def test_a_name_stands_for_one_source_at_a_time(store: Store) -> None:
    with store.begin() as unit:
        unit.decisions.add_alias(alias(1, "The Gull", "harbour-post"))
        with pytest.raises(UsageError, match="'The Gull' is already a name of harbour-post"):
            unit.decisions.add_alias(alias(2, "The Gull", "north-wire"))
        unit.decisions.undo_alias(f"{1:032x}", by="ben", at=LATER)
        unit.decisions.add_alias(alias(2, "The Gull", "north-wire"))
        assert len(unit.decisions.aliases(undone=True)) == 2


@pytest.mark.parametrize(
    ("merged", "kept", "message"),
    [
        ("a", "c", "'a' is part of 'b' already"),
        ("b", "a", "'a' is 'b' already"),  # a leads to b
        ("c", "a", "'a' is 'c' already"),  # a leads to b, b to c
    ],
)
def test_a_merge_that_leads_nowhere_is_refused(store: Store, merged: str, kept: str, message: str) -> None:
    with store.begin() as unit:
        unit.decisions.add_merge(merge(1, "a", "b"))
        if merged == "c":
            unit.decisions.add_merge(merge(2, "b", "c"))
        with pytest.raises(UsageError, match=message):
            unit.decisions.add_merge(merge(3, merged, kept))


def test_what_was_taken_back_cannot_be_taken_back_again(store: Store) -> None:
    def take_back(unit: Unit) -> None:
        unit.decisions.undo_merge("000000", by="ben", at=LATER)

    with store.begin() as unit:
        unit.decisions.add_merge(merge(1, "a", "b"))
        take_back(unit)
        with pytest.raises(NotFound, match="was taken back before"):
            take_back(unit)
