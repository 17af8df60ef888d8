"""Ingesting: what is stored, what is found again, and what a bad document costs."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pytest
from by_line import LineEngine, document

from provenance.errors import UnreadableInput
from provenance.model.article import Article, Document
from provenance.model.claim import Extraction, SourcedClaim
from provenance.model.query import ClaimFilter, RelationFilter
from provenance.model.version import IngestResult, IngestStatus
from provenance.services import ingest as ingest_service
from provenance.services.extract import extract_one
from provenance.services.ingest import store_documents
from provenance.services.match import Matching
from provenance.settings import Settings
from provenance.storage.check import check
from provenance.storage.store import Store, Unit

MEETING = document("Harbour Post", "KCNA: Olga Ivanova met Per Lind in Tromso.", "Ships wait.", location="/post.txt")
REPEATED = document("North Wire", "Olga Ivanova met Per Lind in Tromso on Monday evening.", location="/wire.txt")
WEATHER = document("Weather Desk", "Snow is expected.", location="/snow.txt")


def ingest(
    store: Store, *documents: Document | UnreadableInput, engine: LineEngine | None = None
) -> list[IngestResult]:
    return list(store_documents(documents, store, Settings(), engine or LineEngine()))


def test_articles_are_stored_with_claims_and_relations(store: Store) -> None:
    first, second, third = ingest(store, MEETING, REPEATED, WEATHER)
    assert [each.status for each in (first, second, third)] == [IngestStatus.ADDED] * 3
    assert (first.sentences, first.claims, first.relations, first.version) == (2, 2, 0, 1)
    assert (second.relations, third.relations) == (1, 0)
    with store.read() as unit:
        (relation,) = unit.relations.select(RelationFilter())
        assert {relation.a.article.outlet, relation.b.article.outlet} == {"Harbour Post", "North Wire"}
        assert relation.a.id < relation.b.id
        run = unit.articles.run(unit.articles.version(first.article_id or "").run or "")
        assert (run.command, run.program_version) == ("ingest", "0.1.0")
    assert check(store) == ()


def test_the_same_again_is_unchanged_and_is_not_even_read(store: Store) -> None:
    before = ingest(store, MEETING, REPEATED)
    engine = LineEngine()
    again = ingest(store, MEETING, REPEATED, engine=engine)
    assert [each.status for each in again] == [IngestStatus.UNCHANGED] * 2
    assert [each.article_id for each in again] == [each.article_id for each in before]
    assert [(each.claims, each.relations) for each in again] == [(2, 1), (1, 1)]
    assert engine.read == []


def test_the_same_twice_in_one_command_is_stored_once(store: Store) -> None:
    assert [each.status for each in ingest(store, MEETING, MEETING)] == [IngestStatus.ADDED, IngestStatus.UNCHANGED]


def test_one_bad_document_does_not_stop_the_others_and_the_order_is_kept(store: Store) -> None:
    broken = document("Broken", "broken")
    unreadable = UnreadableInput("is no text", where="picture.jpg")
    results = ingest(store, MEETING, broken, unreadable, WEATHER)
    assert [each.ref for each in results] == ["Harbour Post", "Broken", "picture.jpg", "Weather Desk"]
    assert [each.status.value for each in results] == ["added", "failed", "failed", "added"]
    assert results[2].error == "picture.jpg: is no text"


def test_a_document_that_the_database_cannot_hold_fails_alone(store: Store) -> None:
    half = document("Half", "Half a pair: \ud83d.")
    results = ingest(store, half, WEATHER)
    assert [each.status.value for each in results] == ["failed", "added"]
    assert (results[0].error or "").startswith("Half: ")


def test_a_defect_met_in_one_document_costs_that_document(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    sound = ingest_service.match_article

    def defective(unit: Unit, article: str, claims: Sequence[SourcedClaim], matching: Matching) -> int:
        if claims[0].text.startswith("Snow"):
            raise IndexError("list index out of range")
        return sound(unit, article, claims, matching)

    monkeypatch.setattr(ingest_service, "match_article", defective)
    results = ingest(store, MEETING, WEATHER, REPEATED)
    assert [each.status.value for each in results] == ["added", "failed", "added"]
    assert results[1].error == "Weather Desk: the program failed on it: IndexError: list index out of range"
    with store.read() as unit:
        assert unit.counts().articles == 2


def test_a_reader_s_defect_costs_one_document() -> None:
    class Defective:
        def extract(self, article: Article) -> Extraction:
            raise KeyError("subject")

    failed = extract_one(Defective(), WEATHER)
    assert str(failed) == "Weather Desk: the program failed on it: KeyError: 'subject'"


def test_a_changed_article_is_matched_again_and_its_old_relations_no_longer_count(store: Store) -> None:
    ingest(store, MEETING, REPEATED)
    changed = Document("wire", replace(REPEATED.article, text="Nothing is known."), REPEATED.location)
    (result,) = ingest(store, changed)
    assert (result.status, result.version, result.relations) == (IngestStatus.NEW_VERSION, 2, 0)
    with store.read() as unit:
        assert unit.relations.count(RelationFilter()) == 0
        assert unit.relations.count(RelationFilter(all_versions=True)) == 1
        assert unit.claims.count(ClaimFilter(outlet="North Wire")) == 1
    (back,) = ingest(store, REPEATED)
    assert (back.status, back.version, back.relations) == (IngestStatus.NEW_VERSION, 3, 1)
    assert check(store) == ()


def test_a_text_that_came_back_meets_what_was_stored_meanwhile(store: Store) -> None:
    changed = Document("post", replace(MEETING.article, text="Nothing is known."), MEETING.location)
    ingest(store, MEETING, changed, REPEATED)
    (back,) = ingest(store, MEETING)
    assert (back.status, back.relations) == (IngestStatus.NEW_VERSION, 1)


def test_a_wire_story_under_two_names_is_two_articles(store: Store) -> None:
    copy = Document("copy", replace(MEETING.article, outlet="Aggregator"), "/copy.txt")
    results = ingest(store, MEETING, copy)
    assert [each.status for each in results] == [IngestStatus.ADDED] * 2
    with store.read() as unit:
        relations = list(unit.relations.select(RelationFilter()))
        assert relations
        assert not any(relation.independent for relation in relations)
