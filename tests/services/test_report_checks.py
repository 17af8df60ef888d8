"""A report looks its claim up among the imported checks."""

from __future__ import annotations

import pytest
from by_line import LineEngine, document

from provenance.errors import NothingToMeasure
from provenance.model.fact_check import FactCheck
from provenance.model.query import ClaimFilter
from provenance.model.run import Run
from provenance.services.claims import list_claims
from provenance.services.fact_checks import list_checks, load_finder, query_text, read_meanings
from provenance.services.ingest import store_documents
from provenance.services.report import build_report
from provenance.settings import Settings
from provenance.storage.store import open_store

RUN = Run("r" * 32, "0.0", "test", "2031-01-01T00:00:00+00:00", "{}")
MET = FactCheck("Olga Ivanova and Per Lind met in Tromso.", "True", author="Norvik Fact Desk")
SHARK = FactCheck("A photograph shows a shark in a flooded street.", "Altered photo", author="Coast Check")


@pytest.fixture
def filled(settings: Settings) -> Settings:
    store = open_store(settings.database_url)
    posts = (
        document("Harbour Post", "KCNA: Olga Ivanova met Per Lind in Tromso."),
        document("Desk", "Snow is expected."),
    )
    list(store_documents(posts, store, settings, LineEngine()))
    store.close()
    return settings


def report_on(words: str, settings: Settings):
    claim = next(iter(list_claims(ClaimFilter(text=words), settings)))
    return build_report(claim.id, settings)


def add(settings: Settings, *checks: FactCheck) -> None:
    store = open_store(settings.database_url)
    with store.begin() as unit:
        for check in checks:
            unit.fact_checks.add(check, RUN, ref="test")
    store.close()


def test_without_checks_a_report_has_no_answer(filled: Settings) -> None:
    assert report_on("Olga", filled).checks is None


def test_a_report_names_what_may_cover_its_claim(filled: Settings) -> None:
    add(filled, MET, SHARK)
    assert read_meanings(filled) == 2
    assert read_meanings(filled) == 0
    checks = report_on("Olga", filled).checks
    assert checks is not None
    assert [match.check for match in checks.matches] == [MET]
    none = report_on("Snow", filled).checks
    assert none is not None
    assert (none.matches, none.searched) == ((), 2)


def test_a_finder_reads_what_was_not_read_yet(filled: Settings) -> None:
    add(filled, MET, SHARK)
    told: list[tuple[int, int]] = []
    finder = load_finder(filled, lambda done, all_of_them: told.append((done, all_of_them)))
    assert told == [(2, 2)]
    assert finder.find("there is a shark in the street after the flood", 5).matches[0].check == SHARK


def test_a_database_without_checks_has_nothing_to_measure(filled: Settings) -> None:
    for ask in (list_checks, load_finder):
        with pytest.raises(NothingToMeasure, match="no fact-checks are imported"):
            ask(filled)


def test_a_claim_is_asked_about_by_its_id(filled: Settings) -> None:
    claim = next(iter(list_claims(ClaimFilter(text="Olga"), filled)))
    assert query_text(claim.id[:8], filled) == claim.text
    assert query_text("facade", filled) == "facade"
    assert query_text("Olga met Per", filled) == "Olga met Per"
