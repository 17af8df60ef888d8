"""The demo's path from samples to a report; what the samples yield is tested with the samples."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from provenance.commands.demo import QUESTION, find_samples
from provenance.model.exchange import extraction_out
from provenance.model.version import IngestResult
from provenance.services import ingest
from provenance.services.exchange import import_readings
from provenance.settings import Settings


@pytest.fixture
def ready_readings(monkeypatch: pytest.MonkeyPatch, told_by: Callable) -> None:
    """Ingesting stores two hand-made readings in place of the samples: no language model is loaded."""
    told = (
        told_by("Kommersant", "Ada Lund", 25, "2031-04-14"),
        told_by("Courier", "Ben Aho", 24, "2031-04-15"),
    )
    records = [(e.article.outlet or "", json.loads(json.dumps(extraction_out("a.txt", e)))) for e in told]

    def ingest_documents(sources: list[str], given: object, settings: Settings) -> Iterator[IngestResult]:
        assert sources == [str(find_samples())]
        return import_readings(records, settings)

    monkeypatch.setattr(ingest, "ingest_documents", ingest_documents)


def test_the_samples_are_found() -> None:
    assert (find_samples() / "kim-putin").is_dir()


def test_the_demo_ends_with_a_report(ready_readings: None, provenance: Callable, tmp_path: Path) -> None:
    database = tmp_path / "demo.db"
    ran = provenance("demo", "--db", str(database))
    assert ran.code == 0
    assert ran.out.startswith("Claim ")
    assert "disputed" in ran.out
    assert "2 new\n" in ran.err
    assert QUESTION in ran.err
    assert f"--db {database}" in ran.err
    assert provenance("demo", "--db", str(database), "--format", "json", "--quiet").json["assessment"] == "disputed"


def test_without_a_database_the_demo_makes_its_own(ready_readings: None, provenance: Callable) -> None:
    first, second = provenance("demo"), provenance("demo")
    assert first.out == second.out
    assert "2 new" in second.err
