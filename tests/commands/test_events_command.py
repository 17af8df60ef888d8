"""`events` and `report --event` as a user sees them."""

from __future__ import annotations

import csv
import io
import json

import pytest

NEAR = "In Tromso the mayor Olga Ivanova met the engineer Per Lind. They spoke of the bridge at Hamna."
ARTICLES = (
    {"id": "a", "outlet": "Harbour Post", "date": "2023-05-01", "text": NEAR},
    {"id": "b", "outlet": "North Wire", "date": "2023-05-02", "text": f"{NEAR} <b>=1+1</b> Snow fell."},
    {"id": "c", "outlet": "Weather Desk", "date": "2023-08-01", "text": "Heavy rain closed the pass of Rauma."},
)


@pytest.fixture
def filled(provenance, tmp_path):
    file = tmp_path / "articles.jsonl"
    file.write_text("".join(json.dumps(each) + "\n" for each in ARTICLES), encoding="utf-8")
    assert provenance("ingest", "--engine", "rules", str(file)).code == 0
    return provenance


def event_of(provenance, outlet: str) -> str:
    (found,) = provenance("events", "--outlet", outlet, "--json").json
    return found["id"]


def test_events_are_listed_with_their_shape(filled):
    listed = filled("events", "--json").json
    assert [each["articles"] for each in listed] == [1, 2]
    assert listed[1]["outlets"] == ["Harbour Post", "North Wire"]
    assert (listed[1]["first"], listed[1]["last"]) == ("2023-05-01", "2023-05-02")
    assert set(listed[0]) >= {"id", "label", "claims", "disputed", "topic", "article_ids"}


@pytest.mark.parametrize("form", ["table", "json", "jsonl", "csv", "md"])
def test_every_form_of_the_list_and_of_one_event(filled, form):
    assert "Harbour Post" in filled("events", "show", event_of(filled, "North"), "--format", form).out
    assert filled("events", "--format", form).code == 0


@pytest.mark.parametrize("form", ["terminal", "md", "json", "jsonl", "csv", "html"])
def test_every_form_of_the_report(filled, form):
    ran = filled("report", "--event", event_of(filled, "North"), "--format", form)
    assert ran.code == 0
    assert "bridge" in ran.out
    if form == "html":
        assert "<b>=1" not in ran.out
        assert "<script" not in ran.out


def test_the_report_holds_every_claim_once(filled):
    event = event_of(filled, "North")
    (summary,) = filled("events", "--outlet", "North", "--json").json
    report = filled("report", "--event", event, "--json").json
    ids = [claim["claim"]["id"] for claim in report["claims"]]
    assert len(ids) == len(set(ids)) == summary["claims"]
    rows = list(csv.DictReader(io.StringIO(filled("report", "--event", event, "--csv").out)))
    assert [row["claim"] for row in rows] == ids


def test_a_claim_or_an_event_but_not_both(filled):
    assert filled("report").code == 2
    assert filled("report", "abcdef", "--event", "abcdef").code == 2


def test_an_unknown_event_is_not_found_and_an_empty_database_has_nothing_to_measure(filled, provenance, new_database):
    assert filled("events", "show", "abcdef").code == 4
    assert filled("report", "--event", "abcdef").code == 4
    empty = new_database("empty")
    assert provenance("db", "upgrade", "--db", empty).code == 0
    assert provenance("events", "--db", empty).code == 3


def test_a_gate_is_hit_by_any_claim_of_the_event(filled):
    event = event_of(filled, "Weather")
    assert filled("report", "--event", event, "--fail-on", "unmatched").code == 6
    assert filled("report", "--event", event, "--fail-on", "disputed").code == 0


def test_days_in_the_wrong_order_are_refused(filled):
    assert filled("events", "--since", "2023-05-02", "--until", "2023-05-01").code == 2


def test_a_rebuild_moves_nothing_that_was_right(filled):
    ran = filled("events", "--rebuild", "--json")
    assert (ran.code, len(ran.json), ran.err) == (0, 2, "")


def test_ingest_tells_which_article_moved(provenance, tmp_path):
    def ingest(*records):
        file = tmp_path / "more.jsonl"
        file.write_text("".join(json.dumps(each) + "\n" for each in records), encoding="utf-8")
        return provenance("ingest", "--engine", "rules", str(file))

    rain = {**ARTICLES[2], "date": "2023-05-02"}
    wrong = {**ARTICLES[0], "url": "https://harbour.example/1", "text": f"{rain['text']} Hail fell, too."}
    assert "moved" not in ingest(rain, wrong, ARTICLES[1]).err
    assert "moved" in ingest({**wrong, "text": NEAR}).err


def test_people_read_once_what_two_articles_say_and_programs_get_both(filled):
    event = event_of(filled, "North")
    shown = filled("report", "--event", event).out
    assert "also: " in shown
    ids = [each["claim"]["id"][:8] for each in filled("report", "--event", event, "--format", "jsonl").json_lines]
    assert [each for each in ids if each not in shown] == []
