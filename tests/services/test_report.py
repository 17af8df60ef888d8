"""A report joins what the rooms say; what counts as an origin is tested in tests/chains."""

from __future__ import annotations

import pytest
from by_line import LineEngine, document

from provenance.errors import AmbiguousId, NotFound
from provenance.model.query import ClaimFilter
from provenance.model.relation import RelationKind
from provenance.model.report import Assessment, TimelineEvent
from provenance.services.claims import list_claims, show_claim
from provenance.services.ingest import store_documents
from provenance.services.relations import judge, list_relations, take_back
from provenance.services.report import build_report
from provenance.settings import Settings
from provenance.storage.store import open_store

SENTENCE = "Olga Ivanova met Per Lind in Tromso."
POST = document("Harbour Post", "Fog lay over the coast.", f"KCNA: {SENTENCE}")
WIRE = document("North Wire", "Interfax: Olga Ivanova has met Per Lind in Tromso.")
ECHO = document("Echo Daily", f"KCNA: {SENTENCE}")
SNOW = document("Weather Desk", "Snow is expected.")


@pytest.fixture
def filled(settings: Settings) -> Settings:
    store = open_store(settings.database_url)
    list(store_documents((POST, WIRE, ECHO, SNOW), store, settings, LineEngine()))
    store.close()
    return settings


def claim_of(outlet: str, settings: Settings) -> str:
    return next(each.id for each in list_claims(ClaimFilter(outlet=outlet, text="Olga"), settings))


def test_outlets_are_not_origins(filled: Settings) -> None:
    report = build_report(claim_of("Harbour Post", filled), filled)
    assert report.assessment is Assessment.CORROBORATED
    assert report.outlets == 3
    assert (report.origins.min, report.origins.max) == (2, 2)
    assert {each.other(report.claim.id).article.outlet for each in report.corroborating} == {"North Wire", "Echo Daily"}
    assert len(report.timeline) == 3


def test_every_claim_of_a_report_leads_back_to_its_sentence(filled: Settings) -> None:
    report = build_report(claim_of("Harbour Post", filled), filled)
    assert report.sentences[report.claim.id] == f"KCNA: {SENTENCE}"
    start = report.sentence_starts[report.claim.id]
    assert POST.article.text[start:].startswith(report.sentences[report.claim.id])
    assert len(report.sentences) == len(report.sentence_starts) == 3


def test_what_nobody_else_speaks_of_is_unmatched(filled: Settings) -> None:
    claim = next(iter(list_claims(ClaimFilter(text="Snow"), filled)))
    report = build_report(claim.id[:10], filled)
    assert (report.assessment, report.outlets, report.corroborating) == (Assessment.UNMATCHED, 1, ())
    assert [entry.event for entry in report.timeline] == [TimelineEvent.FIRST_KNOWN]


def test_a_persons_verdict_counts_and_the_programs_stays(filled: Settings) -> None:
    post, wire = claim_of("Harbour Post", filled), claim_of("North Wire", filled)
    verdict = judge(post, wire, RelationKind.CONTRADICTS, filled, by="anna", why="another meeting")
    report = build_report(post, filled)
    assert report.assessment is Assessment.DISPUTED
    (against,) = report.contradicting
    assert against.judged is RelationKind.CONTRADICTS
    (listed,) = list_relations(filled, kinds=[RelationKind.CONTRADICTS])
    assert (listed.kind, listed.comparison.kind) == (RelationKind.CONTRADICTS, RelationKind.CORROBORATES)

    take_back(verdict.id, filled, by="ben")
    assert build_report(post, filled).assessment is Assessment.CORROBORATED
    with pytest.raises(NotFound, match="was taken back before"):
        take_back(verdict.id, filled, by="ben")


def test_only_related_claims_can_be_judged(filled: Settings) -> None:
    snow = next(iter(list_claims(ClaimFilter(text="Snow"), filled)))
    with pytest.raises(NotFound, match="have no relation to judge"):
        judge(claim_of("North Wire", filled), snow.id, RelationKind.RELATED, filled, by="anna", why=None)


def test_a_claim_is_shown_with_its_sentence_and_article(filled: Settings) -> None:
    shown = show_claim(claim_of("Harbour Post", filled)[:8], filled)
    assert shown.sentence_text == f"KCNA: {SENTENCE}"
    assert shown.article == POST.article
    assert shown.claim.attribution.source[0].of(shown.article.text) == "KCNA"
    assert shown.version.number == 1


@pytest.mark.parametrize("call", [build_report, show_claim])
def test_an_unknown_claim_is_not_found(filled: Settings, call: object) -> None:
    assert callable(call)
    with pytest.raises(NotFound) as raised:
        call("0000000000", filled)
    assert not isinstance(raised.value, AmbiguousId)
