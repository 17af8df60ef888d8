"""Who is credited with which words, by which cue, through whom: whole cases, all of their attributions.

A case of gold/attributions.jsonl holds a text and every attribution in it; "chain" leaves the outlet out, an unnamed
source stands there as it is described.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from provenance.extraction.attribution import find_attributions
from provenance.extraction.pipeline import Extractor
from provenance.model.article import Article
from provenance.model.attribution import Attribution
from provenance.registry import load_registry

GOLD = Path(__file__).with_name("gold") / "attributions.jsonl"
CASES = [json.loads(line) for line in GOLD.read_text(encoding="utf-8").splitlines()]


def _marked(case: dict[str, Any]) -> Any:
    marks = [pytest.mark.xfail(reason=case["known_failure"], strict=True)] if "known_failure" in case else []
    return pytest.param(case, id=case["text"][:60], marks=marks)


def _row(attribution: Attribution, text: str) -> dict[str, Any]:
    row: dict[str, Any] = {
        "source": " ".join(span.of(text) for span in attribution.source),
        "cue": [span.of(text) for span in attribution.cue],
        "content": [span.of(text) for span in attribution.content],
        "kind": attribution.kind.value,
        "stance": attribution.stance.value,
        "chain": [hop.name or hop.role for hop in attribution.chain[1:]],
    }
    if attribution.said:
        row["said"] = str(attribution.said.interval)
    unnamed = [hop for hop in attribution.chain if hop.anonymous]
    if unnamed and (count := unnamed[-1].count):
        last = unnamed[-1]
        row["unnamed"] = {
            "count": [count.low, count.high],
            "close_to": last.close_to,
            "because": last.unnamed_because,
        }
    return row


@pytest.mark.parametrize("case", [_marked(case) for case in CASES])
def test_every_attribution_of_a_text_is_found_and_no_other(case: dict[str, Any], extractor: Extractor) -> None:
    text = case["text"]
    reading = extractor.read(Article(text, outlet="The Harbour Post", published="2019-04-24"))
    found = find_attributions(reading, load_registry())
    assert [_row(attribution, text) for attribution in found] == case["attributions"]
    assert all(attribution.chain[0].name == "The Harbour Post" for attribution in found)


def test_an_unknown_outlet_has_no_name(extractor: Extractor) -> None:
    found = extractor.extract(Article("The ministry said the harbour was closed."))
    assert {attribution.chain[0].name for attribution in found.attributions} == {None}


def test_another_language_gives_its_quotations_and_guesses_nothing_else(extractor: Extractor) -> None:
    text = "Le maire a dit : « Nous fermons le port vendredi. » Le port est grand."
    found = extractor.extract(Article(text, language="fr"))
    credited = [a for a in found.attributions if not a.is_own_voice]
    assert [[span.of(text) for span in a.content] for a in credited] == [["« Nous fermons le port vendredi. »"]]
    assert all(a.source == () and a.root.name is None for a in credited)
    assert "only direct quotations" in " ".join(found.notices)


def test_articles_read_together_are_as_if_read_alone(extractor: Extractor) -> None:
    articles = [Article(case["text"]) for case in CASES[:12]]
    assert list(extractor.extract_many(articles)) == [extractor.extract(article) for article in articles]


@pytest.mark.parametrize("text", ["", " \n ", '"""', "“", "...", "\u202e\x1b[31m!", "said said said said", "a" * 9000])
def test_hostile_text_is_read_without_an_error(text: str, extractor: Extractor) -> None:
    found = extractor.extract(Article(text))
    assert all(span.of(text) for a in found.attributions for span in (*a.source, *a.cue, *a.content))
