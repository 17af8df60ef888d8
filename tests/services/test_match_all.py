"""Matching all stored claims finds what ingesting the articles one by one finds, and spoils nothing."""

from __future__ import annotations

import random
from collections.abc import Callable
from typing import Any

import pytest
from by_line import LineEngine, document

from provenance.matching import everything
from provenance.model.article import Document
from provenance.model.query import RelationFilter
from provenance.model.relation import RelationKind
from provenance.services.exchange import export_articles, import_readings
from provenance.services.ingest import store_documents
from provenance.services.match_all import Tally, match_all
from provenance.settings import Settings
from provenance.storage.check import check
from provenance.storage.store import open_store

PEOPLE = ("Olga Ivanova", "Per Lind", "Eva Holm", "Tomas Berg", "North Korea", "South Korea")
DEEDS = ("met the harbour master", "closed the ferry line", "did not close the ferry line", "opened a shipyard")
PLACES = ("Tromso", "Vardby", "the northern port")
TIMES = ("on Monday evening", "in April", "after 44 days", "with 1,200 dockers", "before the storm")


def stories(seed: int, articles: int) -> list[Document]:
    draw = random.Random(seed)
    return [
        document(
            f"Outlet {at}",
            *(
                f"{draw.choice(PEOPLE)} {draw.choice(DEEDS)} in {draw.choice(PLACES)} {draw.choice(TIMES)}."
                for _ in range(draw.randint(1, 5))
            ),
            location=f"/{seed}/{at}.txt",
        )
        for at in range(articles)
    ]


def relations(settings: Settings) -> list[Any]:
    store = open_store(settings.database_url)
    assert check(store) == ()
    with store.read() as unit:
        return sorted(unit.relations.select(RelationFilter()), key=lambda each: (each.a.id, each.b.id))


def ingest(settings: Settings, documents: list[Document]) -> None:
    store = open_store(settings.database_url)
    assert all(each.error is None for each in store_documents(documents, store, settings, LineEngine()))
    store.close()


def matched(settings: Settings, *, explain: bool = False) -> tuple[Tally, list[Any]]:
    tally = Tally()
    return tally, list(match_all(settings, tally, lambda line: None, explain=explain))


@pytest.fixture
def other(new_database: Callable[..., str]) -> Settings:
    return Settings(database_url=new_database("other"))


def load_later(settings: Settings, other: Settings) -> None:
    """Fill the other database with the same articles, unmatched."""
    records = list(export_articles((), settings))
    results = list(import_readings(((str(at), each) for at, each in enumerate(records)), other, later=True))
    assert all(each.error is None for each in results)


@pytest.mark.parametrize("seed", [1, 2])
def test_all_at_once_finds_what_one_by_one_finds(settings: Settings, other: Settings, seed: int) -> None:
    ingest(settings, stories(seed, 12))
    load_later(settings, other)
    assert relations(other) == []
    tally, _ = matched(other)
    assert relations(other) == relations(settings)
    assert len(relations(other)) > 10
    assert tally.claims == tally.indexed
    assert tally.crowded_keys == 0


def test_matching_again_changes_nothing(settings: Settings) -> None:
    ingest(settings, stories(4, 8))
    before = relations(settings)
    tally, _ = matched(settings)
    assert relations(settings) == before
    assert (tally.indexed, tally.relations) == (0, 0)


def test_whoever_interrupts_keeps_what_is_done_and_the_rest_is_found_later(settings: Settings, other: Settings) -> None:
    ingest(settings, stories(5, 8))
    load_later(settings, other)
    running = match_all(other, Tally(), lambda line: None, explain=True)
    next(running)
    running.close()
    part = relations(other)
    assert 0 < len(part) < len(relations(settings))
    matched(other)
    assert relations(other) == relations(settings)


def test_each_pair_says_what_it_was_found_by(settings: Settings) -> None:
    ingest(
        settings,
        [
            document("A", "Olga Ivanova met Per Lind in Vardby.", location="/a"),
            document("B", "Olga Ivanova met dockers in Vardby.", location="/b"),
        ],
    )
    _, met = matched(settings, explain=True)
    (found,) = met
    assert {"word: vardbi", "word: ivanova"} <= set(found.channels)
    assert 0.5 < found.token_sort < 1
    assert isinstance(found.kind, RelationKind)


def test_what_is_too_common_is_left_out_and_counted(settings: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(everything, "ALWAYS", 0)
    monkeypatch.setattr(everything, "PER_CLAIM", 0)
    monkeypatch.setattr(everything, "MOST_WITH_PAIR", 4)
    documents = [document(f"Outlet {at}", "Ferries returned.", location=f"/{at}") for at in range(9)]
    ingest(settings, documents)
    tally, _ = matched(settings)
    assert tally.keyed == 0
    assert tally.crowded_keys == 5  # two words, the two together, a name, and what it did
    assert tally.crowded_pairs == 5 * 36
