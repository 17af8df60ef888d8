"""Events of a database: grouped as articles come, told where something moves, reported as a whole."""

from __future__ import annotations

from datetime import date

import pytest
from by_line import LineEngine

from provenance.errors import NotFound
from provenance.model.article import Article, Document, OutletOrigin, PublishedOrigin
from provenance.model.event import EventFilter
from provenance.model.query import ClaimFilter
from provenance.model.relation import RelationKind
from provenance.model.report import Assessment
from provenance.services.claims import list_claims
from provenance.services.event_report import build_event_report
from provenance.services.events import bring_up_to_date, list_events, regroup, same_event, show_event
from provenance.services.ingest import store_documents
from provenance.services.relations import judge
from provenance.settings import Settings
from provenance.storage.store import open_store


def told(outlet: str, day: str, *lines: str, url: str | None = None) -> Document:
    article = Article(
        "\n".join(lines),
        outlet=outlet,
        outlet_origin=OutletOrigin.GIVEN,
        url=url,
        published=day,
        published_origin=PublishedOrigin.GIVEN,
    )
    return Document(outlet, article)


MET = "In Tromso the mayor Olga Ivanova met the engineer Per Lind."
BRIDGE = "They spoke of the bridge at Hamna, said Olga Ivanova."
POST = told("Harbour Post", "2023-05-01", MET, BRIDGE)
WIRE = told("North Wire", "2023-05-02", "In Tromso the mayor Olga Ivanova has met the engineer Per Lind.", BRIDGE)
LATER = told("Harbour Post", "2023-11-20", MET, "They opened the bridge at Hamna, said Olga Ivanova.")
SNOW = told("Weather Desk", "2023-05-01", "Heavy snow has closed the pass of Rauma, a forecaster said.")


def store_them(settings: Settings, *documents: Document) -> None:
    store = open_store(settings.database_url)
    list(store_documents(documents, store, settings, LineEngine()))
    store.close()


def listed(settings: Settings, only: EventFilter | None = None) -> list[tuple[str, ...]]:
    """Return the outlets of each event."""
    return [each.outlets for each in list_events(only or EventFilter(), settings)]


@pytest.fixture
def filled(settings: Settings) -> Settings:
    store_them(settings, POST, WIRE, LATER, SNOW)
    return settings


def test_articles_are_grouped_when_events_are_asked_for(filled: Settings) -> None:
    assert sorted(listed(filled)) == [("Harbour Post",), ("Harbour Post", "North Wire"), ("Weather Desk",)]


def test_the_latest_event_comes_first(filled: Settings) -> None:
    days = [(each.first, each.last) for each in list_events(EventFilter(), filled)]
    assert days[:2] == [(date(2023, 11, 20),) * 2, (date(2023, 5, 1), date(2023, 5, 2))]


@pytest.mark.parametrize(
    ("only", "events"),
    [
        (EventFilter(outlet="north"), 1),
        (EventFilter(since=date(2023, 5, 2)), 2),
        (EventFilter(until=date(2023, 5, 1)), 2),
        (EventFilter(since=date(2023, 6, 1), until=date(2023, 6, 30)), 0),
        (EventFilter(topic="no such topic"), 0),
    ],
)
def test_a_list_is_narrowed(only: EventFilter, events: int, filled: Settings) -> None:
    assert len(listed(filled, only)) == events


def test_nothing_is_grouped_twice(filled: Settings) -> None:
    assert bring_up_to_date(filled) is not None
    assert bring_up_to_date(filled) is None


def test_events_do_not_depend_on_the_order_of_ingest(settings: Settings, new_database) -> None:
    other = Settings(database_url=new_database("other"))
    for document in (POST, WIRE, LATER, SNOW):
        store_them(settings, document)
        bring_up_to_date(settings)
    for document in (SNOW, LATER, WIRE, POST):
        store_them(other, document)
        bring_up_to_date(other)

    def articles(of: Settings) -> list[tuple[str, ...]]:
        return [each.event.articles for each in list_events(EventFilter(), of)]

    assert articles(settings) == articles(other)


def test_an_event_keeps_its_id_when_an_earlier_article_comes(settings: Settings) -> None:
    store_them(settings, WIRE)
    (before,) = list_events(EventFilter(), settings)
    store_them(settings, POST)
    (after,) = list_events(EventFilter(), settings)
    assert after.event.id == before.event.id
    assert len(after.event.articles) == 2


def test_a_new_version_stays_in_its_event_and_the_old_one_leaves_it(settings: Settings) -> None:
    url = "https://harbour.example/met"
    store_them(settings, told("Harbour Post", "2023-05-01", MET, url=url), WIRE)
    (before,) = list_events(EventFilter(), settings)
    changed = told("Harbour Post", "2023-05-01", MET, BRIDGE, url=url)
    store_them(settings, changed)
    (after,) = list_events(EventFilter(), settings)
    assert after.event.id == before.event.id
    assert set(after.event.articles) == {changed.article.id, WIRE.article.id}


def test_an_article_that_changes_its_event_is_told(settings: Settings) -> None:
    url = "https://harbour.example/met"
    store_them(settings, told("Harbour Post", "2023-05-01", *SNOW.article.text.splitlines(), url=url), SNOW, WIRE)
    bring_up_to_date(settings)
    corrected = told("Harbour Post", "2023-05-01", MET, BRIDGE, url=url)
    store_them(settings, corrected)
    regrouping = bring_up_to_date(settings)
    assert regrouping is not None
    (move,) = regrouping.moves
    assert (move.article, move.outlet) == (corrected.article.id, "Harbour Post")
    assert show_event(move.goes_to, settings).moves == show_event(move.came_from, settings).moves == (move,)


def test_an_event_that_is_no_more_says_where_its_articles_are(settings: Settings) -> None:
    url = "https://harbour.example/met"
    echo = told("Echo Daily", "2023-05-02", MET, BRIDGE)
    store_them(settings, told("Harbour Post", "2023-05-01", *SNOW.article.text.splitlines(), url=url), WIRE, echo)
    bring_up_to_date(settings)
    (gone,) = (each.event.id for each in list_events(EventFilter(outlet="Harbour"), settings))
    store_them(settings, told("Harbour Post", "2023-05-01", MET, BRIDGE, url=url))
    with pytest.raises(NotFound, match="is no more"):
        show_event(gone, settings)


def test_grouping_anew_changes_nothing_that_was_right(filled: Settings) -> None:
    before = list(list_events(EventFilter(), filled))
    regrouping = regroup(filled, afresh=True)
    assert (regrouping.founded, regrouping.gone, regrouping.moves) == ((), (), ())
    assert list(list_events(EventFilter(), filled)) == before


def test_one_event_is_shown_with_its_articles(filled: Settings) -> None:
    (event,) = list_events(EventFilter(outlet="North Wire"), filled)
    view = show_event(event.event.id[:8], filled)
    assert [each.version.article.outlet for each in view.articles] == ["Harbour Post", "North Wire"]
    with pytest.raises(NotFound):
        show_event("abcdef", filled)


def test_same_event_knows_the_grouping(filled: Settings) -> None:
    bring_up_to_date(filled)
    store = open_store(filled.database_url)
    with store.read() as unit:
        assert same_event(unit, POST.article.id, WIRE.article.id) is True
        assert same_event(unit, POST.article.id, LATER.article.id) is False
        assert same_event(unit, POST.article.id, "0" * 32) is None
    store.close()


def test_a_report_on_an_event_has_all_its_claims_the_most_disputed_first(filled: Settings) -> None:
    spring = ClaimFilter(text="bridge", published_to=date(2023, 5, 2))
    post, wire = (each.id for each in list_claims(spring, filled))
    judge(post, wire, RelationKind.CONTRADICTS, filled, by="anna", why="one of them is wrong")
    (event,) = list_events(EventFilter(outlet="North Wire"), filled)
    report = build_event_report(event.event.id, filled)
    assert report.summary.disputed == 1
    assert len(report.claims) == report.summary.claims == 4
    assert [each.assessment for each in report.claims[:2]] == [Assessment.DISPUTED] * 2
    assert all(each.assessment is not Assessment.DISPUTED for each in report.claims[2:])


def test_claims_of_another_event_neither_back_nor_dispute_one(filled: Settings) -> None:
    (event,) = list_events(EventFilter(since=date(2023, 11, 1)), filled)
    report = build_event_report(event.event.id, filled)
    assert {each.assessment for each in report.claims} == {Assessment.UNMATCHED}
    assert report.elsewhere > 0
