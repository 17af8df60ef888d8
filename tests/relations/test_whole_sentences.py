"""Whole sentences, read by the pipeline as a user's are: the relation of each pair, with a floor under the sum."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from provenance.extraction.pipeline import Extractor
from provenance.matching import similarity
from provenance.model.article import Article, PublishedOrigin
from provenance.model.claim import SourcedClaim
from provenance.model.relation import Comparison
from provenance.registry import load_registry
from provenance.relations import compare, strongest
from provenance.settings import Limits

PAIRS = [json.loads(line) for line in (Path(__file__).parent / "sentence_pairs.jsonl").read_text("utf-8").splitlines()]
FLOOR = 0.90  # of the pairs whose relation is right, and the slot of those that contradict


def _articles() -> Iterator[Article]:
    for pair in PAIRS:
        for side in ("a", "b"):
            day = pair[f"date_{side}"]
            origin = PublishedOrigin.GIVEN if day else PublishedOrigin.UNKNOWN
            yield Article(pair[side], outlet=side, published=day, published_origin=origin)


@pytest.fixture(scope="module")
def results() -> dict[str, Comparison | None]:
    extractor = Extractor(load_registry(), Limits())
    claims: list[tuple[SourcedClaim, ...]] = [e.sourced_claims() for e in extractor.extract_many(_articles())]
    sides = zip(claims[::2], claims[1::2], strict=True)
    return {
        pair["id"]: strongest(compare(a, b, similarity(a, b)) for a in left for b in right)
        for pair, (left, right) in zip(PAIRS, sides, strict=True)
    }


def _right(pair: dict[str, object], comparison: Comparison | None) -> bool:
    relations = pair["relations"]
    assert isinstance(relations, list)
    if comparison is None or comparison.kind.value not in relations:
        return False
    named = [slot.value for slot in comparison.conflicting_slots()]
    return comparison.kind.value != "contradicts" or pair["slot"] is None or pair["slot"] in named


def test_most_relations_are_right(results: dict[str, Comparison | None]) -> None:
    wrong = [pair["id"] for pair in PAIRS if not _right(pair, results[pair["id"]])]
    assert 1 - len(wrong) / len(PAIRS) >= FLOOR, wrong


def test_no_look_alike_is_called_a_contradiction(results: dict[str, Comparison | None]) -> None:
    alarms = [
        pair["id"]
        for pair in PAIRS
        if "contradicts" not in pair["relations"]
        and (found := results[pair["id"]]) is not None
        and found.kind.value == "contradicts"
    ]
    assert alarms == []


def test_no_contradiction_is_called_agreement(results: dict[str, Comparison | None]) -> None:
    """Likeness of words is highest where one word is the other: the trap of every string measure."""
    lulled = [
        pair["id"]
        for pair in PAIRS
        if pair["relations"] == ["contradicts"]
        and (found := results[pair["id"]]) is not None
        and found.kind.value in ("corroborates", "refines")
    ]
    assert len(lulled) <= 1, lulled
