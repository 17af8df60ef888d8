"""The index of claims is kept in place, and is always what a new one would be."""

from __future__ import annotations

from collections.abc import Callable

from by_line import LineEngine, document, wire
from sqlalchemy import select

from provenance.matching import keys_of
from provenance.model.article import Document
from provenance.model.query import ClaimFilter
from provenance.services.exchange import export_articles, import_readings
from provenance.services.ingest import store_documents
from provenance.services.match_all import Tally, match_all
from provenance.settings import Settings
from provenance.storage.store import Store, open_store
from provenance.storage.tables import ClaimKeyRow, ClaimRow


def kept(store: Store) -> set[tuple[str, int]]:
    statement = select(ClaimRow.id, ClaimKeyRow.key).join(ClaimKeyRow, ClaimKeyRow.claim_number == ClaimRow.number)
    with store.engine.connect() as connection:
        return {(row.id, row.key) for row in connection.execute(statement)}


def rebuilt(store: Store) -> set[tuple[str, int]]:
    with store.read() as unit:
        return {
            (claim.id, key) for claim in unit.claims.select(ClaimFilter(all_versions=True)) for key in keys_of(claim)
        }


def test_whatever_is_ingested_the_index_is_that_of_all_stored_claims(settings: Settings) -> None:
    first, second, *_ = documents = wire(3, "Port")
    changed = Document("Port 0", document("Port 0", "Olga Ivanova left Tromso with 44 dockers.").article, "/port")
    came_back = Document("Port 0", first.article, "/port")
    store = open_store(settings.database_url)
    for given in ([came_back, *documents[1:]], [changed], [came_back], [second], wire(2, "Quay")):
        assert all(each.error is None for each in store_documents(given, store, settings, LineEngine()))
        assert kept(store) == rebuilt(store)
    assert len(kept(store)) > 50


def test_what_was_loaded_to_be_matched_later_is_indexed_by_matching(
    settings: Settings, new_database: Callable[..., str]
) -> None:
    store = open_store(settings.database_url)
    list(store_documents(wire(3, "Port"), store, settings, LineEngine()))
    other = Settings(database_url=new_database("other"))
    records = list(export_articles((), settings))
    list(import_readings(((str(at), each) for at, each in enumerate(records)), other, later=True))
    second = open_store(other.database_url)
    assert kept(second) == set()
    list(match_all(other, Tally(), lambda line: None))
    assert kept(second) == rebuilt(second) == kept(store)
