"""What a source is: named or not, how many, of which body, close to what, there or not, posted where.

A case of gold/sources.jsonl holds a text and what its first attribution's last known origin should be; a field that a
case does not name is null. `called` is the name, or the words for somebody without one.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from provenance.extraction.attribution import Engine, find_attributions
from provenance.extraction.attribution.rules import Rules
from provenance.extraction.attribution.tagging import Network, Tagging, installed_weights
from provenance.extraction.pipeline import Extractor
from provenance.model.article import Article
from provenance.model.source import Hop
from provenance.registry import load_registry

GOLD = Path(__file__).with_name("gold") / "sources.jsonl"
CASES = [json.loads(line) for line in GOLD.read_text(encoding="utf-8").splitlines()]
FIELDS: dict[str, Callable[[Hop], Any]] = {
    "kind": lambda hop: hop.kind.value,
    "called": lambda hop: hop.name if not hop.anonymous else hop.name or hop.role,
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


def found_in(case: dict[str, Any], extractor: Extractor, engine: Engine) -> dict[str, Any]:
    """Return every field of the first attribution's root; nothing where no attribution is found."""
    reading = extractor.read(Article(case["text"], outlet="The Harbour Post", published="2019-04-24"))
    attributions = find_attributions(reading, load_registry(), engine)
    return {field: read(attributions[0].root) for field, read in FIELDS.items()} if attributions else {}


def rates(found: list[dict[str, Any]]) -> dict[str, float]:
    """Return for each field how often it is right, of the cases where it is or should be filled."""
    measured = {}
    for field in FIELDS:
        pairs = [(case.get(field), got.get(field)) for case, got in zip(CASES, found, strict=True)]
        told = [(want, got) for want, got in pairs if want is not None or got is not None]
        measured[field] = sum(want == got for want, got in told) / len(told)
    return measured
