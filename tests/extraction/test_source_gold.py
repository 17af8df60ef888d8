"""What a source is: named or not, how many, of which body, close to what, there or not, posted where.

A case of gold/sources.jsonl holds a text and what its first attribution's last known origin should be; a field that a
case does not name is null. `called` is the name, or the words for somebody without one.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from provenance.extraction.attribution import RULES, Engine, find_attributions
from provenance.extraction.attribution.choosing import engine_named
from provenance.extraction.pipeline import Extractor
from provenance.model.article import Article
from provenance.model.source import Hop
from provenance.registry import load_registry

GOLD = Path(__file__).with_name("gold") / "sources.jsonl"
CASES = [json.loads(line) for line in GOLD.read_text(encoding="utf-8").splitlines()]
FIELDS: dict[str, Callable[[Hop], Any]] = {
    "kind": lambda hop: hop.kind.value,
    "called": lambda hop: hop.name or hop.role if hop.anonymous else hop.name,
    "count": lambda hop: [hop.count.low, hop.count.high] if hop.count else None,
    "office": lambda hop: hop.office,
    "affiliation": lambda hop: hop.affiliation,
    "close_to": lambda hop: hop.close_to,
    "what": lambda hop: hop.what.value if hop.what else None,
    "why": lambda hop: hop.unnamed_because,
    "anonymity": lambda hop: hop.anonymity,
    "first_hand": lambda hop: hop.first_hand,
    "platform": lambda hop: hop.platform,
}
# How often a field is right, of the cases where it is or should be filled; measured, and rounded down.
FLOORS = {
    "rules": {
        "kind": 0.98,
        "called": 0.96,
        "count": 0.99,
        "office": 0.97,
        "affiliation": 1.0,
        "close_to": 1.0,
        "what": 0.99,
        "why": 1.0,
        "anonymity": 1.0,
        "first_hand": 1.0,
        "platform": 0.87,
    },
    "tagger": {
        "kind": 0.98,
        "called": 0.96,
        "count": 0.98,
        "office": 0.97,
        "affiliation": 0.98,
        "close_to": 1.0,
        "what": 0.98,
        "why": 1.0,
        "anonymity": 1.0,
        "first_hand": 0.95,
        "platform": 0.87,
    },
}


@cache
def engine_of(name: str) -> Engine:
    return engine_named(name)


def found_in(case: dict[str, Any], extractor: Extractor, engine: Engine) -> dict[str, Any]:
    """Return every field of the first attribution's root; nothing where no attribution is found."""
    reading = extractor.read(Article(case["text"], outlet="The Harbour Post", published="2019-04-24"))
    attributions = find_attributions(reading, load_registry(), engine)
    return {field: read(attributions[0].root) for field, read in FIELDS.items()} if attributions else {}


def rates(found: list[dict[str, Any]]) -> dict[str, float]:
    measured = {}
    for field in FIELDS:
        pairs = [(case.get(field), got.get(field)) for case, got in zip(CASES, found, strict=True)]
        told = [(want, got) for want, got in pairs if want is not None or got is not None]
        measured[field] = sum(want == got for want, got in told) / len(told)
    return measured


def _marked(case: dict[str, Any]) -> Any:
    marks = [pytest.mark.xfail(reason=case["known_failure"], strict=True)] if "known_failure" in case else []
    return pytest.param(case, id=case["text"][:60], marks=marks)


@pytest.mark.parametrize("case", [_marked(case) for case in CASES])
def test_a_source_is_what_its_words_tell(case: dict[str, Any], extractor: Extractor) -> None:
    assert found_in(case, extractor, RULES) == {field: case.get(field) for field in FIELDS}


@pytest.mark.parametrize("name", FLOORS)
def test_every_field_is_as_often_right_as_it_was(name: str, extractor: Extractor) -> None:
    measured = rates([found_in(case, extractor, engine_of(name)) for case in CASES])
    assert {field: rate for field, rate in measured.items() if rate < FLOORS[name][field]} == {}
