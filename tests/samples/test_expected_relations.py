"""Gold: what the samples' articles are to each other, as expected.json says."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

EXPECTED = json.loads(Path(__file__).with_name("expected.json").read_text(encoding="utf-8"))


def cases(kind):
    """Return a test case for each row; a row with a `miss` is known to fail, for the reason that it gives."""
    return [pytest.param(row, marks=known_miss(row), id=row["why"].replace(" ", "-")) for row in EXPECTED[kind]]


def known_miss(row):
    return [pytest.mark.xfail(reason=row["miss"], strict=True)] if "miss" in row else []


def told(relations):
    return [(row["relation"], row["a"]["text"], row["b"]["text"]) for row in relations]


def telling_slots(relation):
    """Return the slots that make the relation: where the claims part, or which figure was given later."""
    telling = ("conflicts", "narrows", "agrees") if relation["relation"] == "updates" else ("conflicts", "narrows")
    return {finding["slot"] for finding in relation["findings"] if finding["verdict"] in telling}


def test_every_sample_is_read_and_makes_claims(newsroom):
    assert len(newsroom.articles) == 32
    assert [name for name, record in newsroom.articles.items() if not record["claims"]] == []


@pytest.mark.parametrize("row", cases("expected"))
def test_a_relation_that_is_there_is_found(newsroom, row):
    found = newsroom.between(row["a"], row["b"])
    right = [relation for relation in found if relation["relation"] in row["relation"]]
    assert right, f"expected {row['relation']}, found {told(found)}"
    if "slot" in row:
        assert any(row["slot"] in telling_slots(relation) for relation in right), right
    if "independent" in row:
        assert {relation["independent"] for relation in right} == {row["independent"]}, right


@pytest.mark.parametrize("row", cases("forbidden"))
def test_a_look_alike_is_not_taken_for_a_contradiction(newsroom, row):
    found = newsroom.between(row["a"], row["b"])
    assert told([relation for relation in found if relation["relation"] in row["relation"]]) == []


@pytest.mark.parametrize("row", cases("origins"))
def test_origins_are_counted_as_a_reader_would(newsroom, row):
    claims = newsroom.claims_at(row["claim"])
    assert claims, "these words make no claim"
    report = newsroom.report(claims[0])
    assert report["assessment"] == row["assessment"]
    for bound in ("min", "max"):
        if bound in row:
            assert report["origins"][bound] in row[bound], report["origin_groups"]
