"""What people decide about who is who: it counts at once, stays on record, and can be taken back."""

from __future__ import annotations

import pytest
from by_line import LineEngine, document

from provenance.errors import NotFound, UsageError
from provenance.model.query import ClaimFilter
from provenance.services.claims import list_claims
from provenance.services.ingest import store_documents
from provenance.services.report import build_report
from provenance.services.sources import (
    add_alias,
    list_sources,
    merge_sources,
    show_source,
    undo_alias,
    unmerge_sources,
)
from provenance.settings import Settings
from provenance.storage.store import open_store

POST = document("Harbour Post", "Harbour Office: Olga Ivanova met Per Lind in Tromso.")
WIRE = document("North Wire", "Norvik Pilots: Olga Ivanova has met Per Lind in Tromso.")
ECHO = document("Echo Daily", "KCNA: Snow is expected.")


@pytest.fixture
def filled(settings: Settings) -> Settings:
    store = open_store(settings.database_url)
    list(store_documents((POST, WIRE, ECHO), store, settings, LineEngine()))
    store.close()
    return settings


def origins(settings: Settings) -> tuple[int, int]:
    claim = next(each.id for each in list_claims(ClaimFilter(outlet="Harbour Post"), settings))
    counted = build_report(claim, settings).origins
    return counted.min, counted.max


def test_credited_names_come_with_what_the_registry_knows(filled: Settings) -> None:
    known = {count.name: source.id if source else None for count, source in list_sources(filled)}
    assert known == {"Harbour Office": None, "Norvik Pilots": None, "KCNA": "kcna"}


def test_a_source_is_shown_by_id_name_and_alias(filled: Settings) -> None:
    for name in ("kcna", "KCNA", "조선중앙통신", "Korean Central News Agency"):
        account = show_source(name, filled)
        assert account.known is not None
        assert account.known.id == "kcna"
        assert [count.name for count in account.counts] == ["KCNA"]


def test_a_source_of_no_registry_is_shown_by_its_name(filled: Settings) -> None:
    account = show_source("the harbour office", filled)
    assert (account.name, account.known) == ("Harbour Office", None)
    assert account.counts[0].as_root == 1


@pytest.mark.parametrize("name", ["Harbor Offices", "Nobody", "", "The Times"])
def test_a_name_that_no_one_has_is_not_found(filled: Settings, name: str) -> None:
    with pytest.raises(NotFound):
        show_source(name, filled)


def test_merged_sources_are_one_origin_until_they_are_taken_apart(filled: Settings) -> None:
    assert origins(filled) == (2, 2)
    merge_sources("Harbour Office", "Norvik Pilots", filled, by="anna", why="one and the same office")
    assert origins(filled) == (1, 1)
    unmerge_sources("Harbour Office", filled, by="ben")
    assert origins(filled) == (2, 2)
    (merge,) = show_source("Norvik Pilots", filled).merges
    assert (merge.merged, merge.kept) == ("Harbour Office", "Norvik Pilots")
    assert (merge.decision.by, merge.decision.why) == ("anna", "one and the same office")
    assert merge.decision.undone_by == "ben"


def test_an_unknown_source_is_merged_into_a_known_one(filled: Settings) -> None:
    merge_sources("Harbour Office", "KCNA", filled, by="anna", why=None)
    assert {count.name for count in show_source("kcna", filled).counts} == {"Harbour Office", "KCNA"}


def test_an_alias_leads_to_its_source_until_it_is_taken_back(filled: Settings) -> None:
    add_alias("kcna", "Harbour Office", filled, by="anna", why="a pen name")
    assert show_source("Harbour Office", filled).known is not None
    undo_alias("Harbour Office", filled, by="ben")
    account = show_source("kcna", filled)
    assert [count.name for count in account.counts] == ["KCNA"]
    assert account.aliases[0].decision.undone_by == "ben"
    add_alias("kcna", "Harbour Office", filled, by="anna", why="after all")
    assert len(show_source("kcna", filled).aliases) == 2


def test_a_person_decides_what_an_ambiguous_name_means(filled: Settings) -> None:
    add_alias("nyt", "The Times", filled, by="anna", why=None)
    account = show_source("The Times", filled)
    assert account.known is not None
    assert account.known.id == "nyt"


def test_what_makes_no_sense_is_refused_and_changes_nothing(filled: Settings) -> None:
    with pytest.raises(UsageError, match="already a name"):
        add_alias("kcna", "Korean Central News Agency", filled, by="anna", why=None)
    with pytest.raises(UsageError, match="one source already"):
        merge_sources("KCNA", "kcna", filled, by="anna", why=None)
    with pytest.raises(UsageError, match="letters"):
        add_alias("kcna", "  ", filled, by="anna", why=None)
    with pytest.raises(NotFound):
        merge_sources("Nobody", "KCNA", filled, by="anna", why=None)
    with pytest.raises(NotFound, match="not merged"):
        unmerge_sources("KCNA", filled, by="anna")
    with pytest.raises(NotFound):
        undo_alias("KCNA", filled, by="anna")
    assert show_source("kcna", filled).aliases == show_source("kcna", filled).merges == ()


def test_merges_do_not_run_in_a_circle(filled: Settings) -> None:
    merge_sources("Harbour Office", "Norvik Pilots", filled, by="anna", why=None)
    with pytest.raises(UsageError):
        merge_sources("Norvik Pilots", "Harbour Office", filled, by="anna", why=None)
