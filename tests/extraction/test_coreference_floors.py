"""Whom "he", "the ministry" and a quotation without a speaker mean, measured over whole articles.

A case of gold/coreference.jsonl is a short article with mentions: "said" holds credited words and "means" who says them
(the root of the chain), "claim" holds words of a claim and "means" the name that must stand there in brackets. A
"means" of null is a mention that nobody can lead back to a name; "or" is a second answer that is as good.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from provenance.extraction.attribution.choosing import engine_named
from provenance.extraction.pipeline import Extractor
from provenance.model.article import Article
from provenance.model.claim import Extraction
from provenance.model.span import words_of
from provenance.registry import load_registry
from provenance.settings import Limits

GOLD = Path(__file__).with_name("gold") / "coreference.jsonl"
CASES = [json.loads(line) for line in GOLD.read_text(encoding="utf-8").splitlines()]
MENTIONS = [mention for case in CASES for mention in case["mentions"]]
FLOORS = {"rules": 0.97, "tagger": 0.96}
MOST_WRONG = 0.02  # of all mentions: a name that is not the one meant
IN_BRACKETS = re.compile(r"\[([^\]]+?)(?:'s|’s)?\]")


def _answer(mention: dict[str, Any], found: Extraction) -> str | None:
    """Return the name that the program gives; a description in the article's own words is no name."""
    text = found.article.text
    if "claim" in mention:
        claims = [claim.text for claim in found.claims if mention["claim"] in claim.text]
        return next((name for claim in claims for name in IN_BRACKETS.findall(claim)), None)
    start = text.index(mention["said"])
    end = start + len(mention["said"])
    holding = [
        a
        for a in found.attributions
        if not a.is_own_voice and any(s.start <= start and end <= s.end for s in a.content)
    ]
    if not holding:
        return None
    inner = min(holding, key=lambda a: sum(map(len, a.content)))
    name = inner.root.name
    if name is None or name == mention["means"]:
        return name
    return None if name.islower() or name.casefold() in words_of(inner.source, text).casefold() else name


def _judged(extractor: Extractor) -> Iterator[tuple[str, str]]:
    for case in CASES:
        found = extractor.extract(Article(case["text"], outlet="The Harbour Post", published="2019-04-24"))
        for mention in case["mentions"]:
            answer = _answer(mention, found)
            if answer in (mention["means"], mention.get("or", mention["means"])):
                yield "right", ""
            else:
                yield "null" if answer is None else "wrong", f"{mention} -> {answer}"


@pytest.mark.parametrize("engine", ["rules", "tagger"])
def test_most_mentions_lead_to_the_right_name_and_hardly_any_to_a_wrong_one(engine: str) -> None:
    judged = list(_judged(Extractor(load_registry(), Limits(), engine=engine_named(engine))))
    counts = Counter(verdict for verdict, _ in judged)
    missed = "\n".join(f"{verdict}: {what}" for verdict, what in judged if what)
    assert counts["right"] / len(judged) >= FLOORS[engine], missed
    assert counts["wrong"] / len(judged) <= MOST_WRONG, missed


def test_the_gold_articles_ask_for_enough_and_for_enough_that_cannot_be_told() -> None:
    assert len(MENTIONS) >= 230
    assert sum(mention["means"] is None for mention in MENTIONS) >= 35
    for case in CASES:
        for mention in case["mentions"]:
            assert case["text"].count(mention.get("said") or mention["claim"]) == 1
