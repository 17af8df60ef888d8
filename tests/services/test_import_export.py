"""Readings out of one database and into another: the same ids, the same history, nothing taken on trust."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
from by_line import ByLine, LineEngine, document

from provenance.errors import NotFound
from provenance.model.article import Document
from provenance.model.exchange import extraction_out
from provenance.model.query import RelationFilter
from provenance.model.version import IngestResult
from provenance.services.exchange import export_articles, import_readings
from provenance.services.ingest import store_documents
from provenance.settings import Settings
from provenance.storage.check import check
from provenance.storage.store import open_store

MEETING = document("Harbour Post", "KCNA: Olga Ivanova met Per Lind in Tromso.", "Ships wait.", location="/post.txt")
REPEATED = document("North Wire", "Olga Ivanova met Per Lind in Tromso on Monday evening.", location="/wire.txt")
CHANGED = Document("wire", replace(REPEATED.article, text="Nothing is known."), "/wire.txt")


def fill(settings: Settings, *documents: Document) -> None:
    store = open_store(settings.database_url)
    results = list(store_documents(documents, store, settings, LineEngine()))
    assert all(result.error is None for result in results)


def load(settings: Settings, records: list[Any]) -> list[IngestResult]:
    return list(import_readings(((f"line {at}", record) for at, record in enumerate(records, 1)), settings))


def content(settings: Settings) -> dict[str, Any]:
    store = open_store(settings.database_url)
    assert check(store) == ()
    with store.read() as unit:
        return {
            "readings": {each: unit.articles.extraction(each) for each in unit.articles.ids(all_versions=True)},
            "current": unit.articles.ids(),
            "relations": list(unit.relations.select(RelationFilter(all_versions=True))),
            "histories": sorted(
                tuple(version.article.id for version in unit.articles.versions(series))
                for series in unit.articles.series()
            ),
        }


@pytest.fixture
def other(new_database: Callable[..., str]) -> Settings:
    return Settings(database_url=new_database("other"))


def test_a_database_moves_with_its_history(settings: Settings, other: Settings) -> None:
    fill(settings, MEETING, REPEATED, CHANGED, REPEATED)
    lines = [json.dumps(record) for record in export_articles((), settings)]
    assert len(lines) == 4
    load(other, [json.loads(line) for line in lines])
    assert content(other) == content(settings)


def test_importing_twice_changes_nothing(settings: Settings, other: Settings) -> None:
    fill(settings, MEETING, REPEATED, CHANGED, REPEATED)
    records = list(export_articles((), settings))
    load(other, records)
    before = content(other)
    assert [result.status.value for result in load(other, records)] == ["unchanged"] * 4
    assert content(other) == before


def test_two_databases_are_merged(settings: Settings, other: Settings, new_database: Callable[..., str]) -> None:
    fill(settings, MEETING)
    fill(other, REPEATED)
    (result,) = load(other, list(export_articles((), settings)))
    assert (result.status.value, result.relations) == ("added", 1)
    together = Settings(database_url=new_database("together"))
    fill(together, MEETING, REPEATED)
    assert content(other) == content(together)


def test_who_read_a_text_is_known_after_the_import(settings: Settings, other: Settings) -> None:
    fill(settings, MEETING)
    (record,) = export_articles((), settings)
    (result,) = load(other, [record])
    store = open_store(other.database_url)
    with store.read() as unit:
        run = unit.articles.run(unit.articles.version(result.article_id or "").run or "")
    assert (run.id, run.command) == (record["run"]["id"], "ingest")


def test_a_single_article_is_exported_by_its_id(settings: Settings) -> None:
    fill(settings, MEETING, REPEATED)
    (record,) = export_articles((MEETING.article.id[:8],), settings)
    assert record["article"]["text"] == MEETING.article.text
    assert record["supersedes"] is None
    with pytest.raises(NotFound):
        list(export_articles((MEETING.article.id[:8], "ffffffff"), settings))


def damaged(change: Callable[[dict[str, Any]], object]) -> dict[str, Any]:
    record: dict[str, Any] = json.loads(json.dumps(extraction_out("a", ByLine().extract(MEETING.article))))
    change(record)
    return record


@pytest.mark.parametrize(
    ("record", "message"),
    [
        ("text", "is not a JSON object"),
        ({}, "article: field 'article' is missing"),
        (damaged(lambda r: r["article"].update(id="0" * 32)), "is not that of its text"),
        (damaged(lambda r: r["article"].update(text="Shorter.", id=None)), "lies outside a text of 8"),
        (damaged(lambda r: r["claims"][0].update(id="../../etc/passwd")), "is not 32 hexadecimal digits"),
        (damaged(lambda r: r["claims"][0].update(id=r["claims"][1]["id"])), "is taken by another claim"),
        (damaged(lambda r: r["claims"][0].update(span=[])), "its span is empty"),
        (damaged(lambda r: r["claims"][0].update(sentence=7)), "no sentence 7"),
        (damaged(lambda r: r["claims"][0].update(attribution="0" * 32)), "no attribution"),
        (damaged(lambda r: r["attributions"][0].update(chain=[])), "its chain is empty"),
        (damaged(lambda r: r["attributions"][0]["chain"][0].update(span=[[0, 9000]])), "lies outside a text"),
        (damaged(lambda r: r["attributions"][0].update(confidence=float("nan"))), "nan is not a number"),
        (damaged(lambda r: r["attributions"][0]["chain"][0].update(count=[10**30, None])), "no database can store"),
        (damaged(lambda r: r["attributions"][0]["chain"][0].update(name="\ud83d")), "no database can store"),
    ],
)
def test_a_record_that_cannot_be_true_fails_alone(settings: Settings, record: object, message: str) -> None:
    good = extraction_out("b", ByLine().extract(REPEATED.article))
    bad, stored = load(settings, [record, good])
    assert bad.status.value == "failed"
    assert (bad.error or "").startswith("line 1: ")
    assert message in (bad.error or "")
    assert stored.status.value == "added"
    assert check(open_store(settings.database_url)) == ()


def test_a_run_that_is_not_one_is_not_believed(settings: Settings) -> None:
    (result,) = load(settings, [damaged(lambda r: r.update(run={"id": "1", "command": "ingest"}))])
    store = open_store(settings.database_url)
    with store.read() as unit:
        assert unit.articles.run(unit.articles.version(result.article_id or "").run or "").command == "import"
