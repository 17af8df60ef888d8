"""Claims of articles that tell of different events: they neither contradict nor update each other."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from provenance.model.article import Article, Document, OutletOrigin, PublishedOrigin
from provenance.model.relation import (
    Comparison,
    Finding,
    Probabilities,
    Relation,
    RelationKind,
    Similarity,
    Slot,
    Verdict,
)
from provenance.services.extract import InThisProcess
from provenance.services.ingest import store_documents
from provenance.services.occasions import Occasions, is_bound, of_different_events
from provenance.services.relations import list_relations
from provenance.settings import Settings
from provenance.storage.store import open_store


def told(outlet: str, day: str, *lines: str) -> Document:
    article = Article(
        "\n".join(lines),
        outlet=outlet,
        outlet_origin=OutletOrigin.GIVEN,
        published=day,
        published_origin=PublishedOrigin.GIVEN,
    )
    return Document(outlet, article)


PORT_SELMA = told(
    "Harbour Post",
    "2016-06-15",
    "President Arvo Kask and Premier Lena Holt signed the fisheries accord in Port Selma on Tuesday.",
    "The summit drew 3,200 demonstrators to the harbour, police said.",
    "Kask arrived in Port Selma on Monday morning with a delegation of 14 ministers.",
)
PORT_SELMA_TOO = told(
    "North Wire",
    "2016-06-15",
    "President Arvo Kask and Premier Lena Holt did not sign the fisheries accord in Port Selma on Tuesday.",
    "The summit drew 5,100 demonstrators to the harbour, police said.",
    "Kask arrived in Port Selma on Sunday morning with a delegation of 14 ministers.",
)
DUNMORE = told(
    "Dunmore Echo",
    "2019-10-03",
    "President Arvo Kask and Premier Lena Holt did not sign the fisheries accord on Wednesday.",
    "The summit drew 6,400 demonstrators to the harbour, police said.",
    "Kask arrived in Dunmore on Tuesday morning with a delegation of 14 ministers.",
)


@pytest.fixture(scope="module")
def settings(tmp_path_factory: pytest.TempPathFactory) -> Settings:
    folder: Path = tmp_path_factory.mktemp("summits")
    return Settings(database_url=f"sqlite:///{folder / 'summits.db'}", engine="rules")


@pytest.fixture(scope="module")
def relations(settings: Settings) -> list[Relation]:
    store = open_store(settings.database_url)
    list(store_documents((PORT_SELMA, PORT_SELMA_TOO, DUNMORE), store, settings, InThisProcess(settings)))
    store.close()
    return list(list_relations(settings))


def between(relations: list[Relation], one: Document, other: Document) -> Iterator[Relation]:
    outlets = {one.article.outlet, other.article.outlet}
    return (each for each in relations if {each.a.article.outlet, each.b.article.outlet} == outlets)


def test_two_reports_of_one_summit_contradict_each_other(relations: list[Relation]) -> None:
    kinds = [each.kind for each in between(relations, PORT_SELMA, PORT_SELMA_TOO)]
    assert kinds.count(RelationKind.CONTRADICTS) == 3


@pytest.mark.parametrize("report", [PORT_SELMA, PORT_SELMA_TOO])
def test_reports_of_two_summits_do_not(relations: list[Relation], report: Document) -> None:
    kinds = {each.kind for each in between(relations, report, DUNMORE)}
    assert not kinds & {RelationKind.CONTRADICTS, RelationKind.UPDATES}


def test_the_relation_says_why_it_is_none_of_these(relations: list[Relation]) -> None:
    (drew,) = (each for each in between(relations, PORT_SELMA, DUNMORE) if "3,200" in each.a.text + each.b.text)
    (figure,) = (finding for finding in drew.comparison.findings if finding.slot is Slot.QUANTITY)
    assert drew.kind is RelationKind.RELATED
    assert figure.verdict is Verdict.ABSTAINS
    assert figure.detail.endswith("but the two articles tell of different events")


def found(kind: RelationKind, *findings: tuple[str, Slot, Verdict]) -> Comparison:
    made = tuple(Finding(rule, slot, verdict, "left", "right", "they differ") for rule, slot, verdict in findings)
    return Comparison(kind, 0.9, Probabilities(0.1, 0.7, 0.2), made)


FIGURE = ("quantity.figure", Slot.QUANTITY, Verdict.CONFLICTS)
ONE_DAY = ("when.interval", Slot.WHEN, Verdict.AGREES)
OTHER_DAYS = ("when.interval", Slot.WHEN, Verdict.CONFLICTS)
DAYS_UNSURE = ("when.interval", Slot.WHEN, Verdict.ABSTAINS)


@pytest.mark.parametrize(
    ("kind", "findings", "bound"),
    [
        (RelationKind.CONTRADICTS, [FIGURE], True),
        (RelationKind.CONTRADICTS, [OTHER_DAYS], True),
        (RelationKind.CONTRADICTS, [DAYS_UNSURE, FIGURE], True),
        (RelationKind.CONTRADICTS, [ONE_DAY, FIGURE], False),  # both look back on one day
        (RelationKind.CONTRADICTS, [("attribution.quotation", Slot.ATTRIBUTION, Verdict.CONFLICTS)], False),
        (RelationKind.UPDATES, [("quantity.later_count", Slot.QUANTITY, Verdict.AGREES)], True),
        (RelationKind.UPDATES, [ONE_DAY, ("quantity.later_count", Slot.QUANTITY, Verdict.AGREES)], False),
        (RelationKind.CORROBORATES, [("what.deed", Slot.WHAT, Verdict.AGREES)], False),  # who leads a party, say
        (RelationKind.CORROBORATES, [DAYS_UNSURE, ("what.deed", Slot.WHAT, Verdict.AGREES)], True),
        (RelationKind.RELATED, [DAYS_UNSURE], False),
    ],
)
def test_what_holds_of_one_event_only(
    kind: RelationKind, findings: list[tuple[str, Slot, Verdict]], bound: bool
) -> None:
    assert is_bound(found(kind, *findings)) is bound


def test_what_is_left_between_two_events_is_a_relation_without_a_conflict() -> None:
    left = of_different_events(found(RelationKind.CONTRADICTS, FIGURE), Similarity(0.8, 0.9, 0.75))
    assert left.kind is RelationKind.RELATED
    assert left.score == 0.6
    assert left.probabilities == Probabilities(0.1, 0.0, 0.9)
    assert left.conflicting_slots() == ()


def test_articles_of_one_event_or_of_no_known_one_stay_as_they_are(
    settings: Settings, relations: list[Relation]
) -> None:
    store = open_store(settings.database_url)
    occasions = Occasions()
    ids = [each.article.id for each in (PORT_SELMA, PORT_SELMA_TOO, DUNMORE)]
    empty = Article("", outlet="Nobody")
    occasions.take_up(empty)
    with store.read() as unit:
        assert not occasions.differ(unit, ids[0], ids[1])
        assert occasions.differ(unit, ids[0], ids[2])
        assert not occasions.differ(unit, ids[0], empty.id)
    store.close()
