"""Who is credited in the forms that news takes besides prose: headlines, captions, live blogs, interviews, posts.

A case of gold/forms.jsonl names every attribution; a content of several stretches has " | " between them. Only the mark
that ends a sentence may be in or out.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from provenance.extraction.attribution.choosing import engine_named
from provenance.extraction.pipeline import Extractor
from provenance.model.article import Article
from provenance.model.claim import Extraction
from provenance.registry import load_registry
from provenance.settings import Limits

GOLD = Path(__file__).with_name("gold") / "forms.jsonl"
CASES = [json.loads(line) for line in GOLD.read_text(encoding="utf-8").splitlines()]
FLOORS = {"rules": 0.983, "tagger": 0.958}  # measured; of other weights they are other ones


@pytest.fixture(scope="module", params=sorted(FLOORS))
def engine(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture(scope="module")
def found(engine: str) -> list[Extraction]:
    reader = Extractor(load_registry(), Limits(), engine=engine_named(engine))
    articles = (Article(case["text"], outlet="The Harbour Post", published="2019-04-24") for case in CASES)
    return list(reader.extract_many(articles))


def credits_of(extraction: Extraction) -> list[tuple[str, str, str]]:
    text = extraction.article.text
    return [
        (
            " ".join(span.of(text) for span in attribution.source),
            " | ".join(span.of(text).rstrip(".?!") for span in attribution.content),
            attribution.stance.value,
        )
        for attribution in extraction.attributions
        if not attribution.is_own_voice
    ]


def is_right(case: dict[str, Any], extraction: Extraction) -> bool:
    return credits_of(extraction) == [
        (row["source"], " | ".join(part.rstrip(".?!") for part in row["content"].split(" | ")), row["stance"])
        for row in case["credits"]
    ]


def test_so_many_of_the_gold_texts_come_out_right(engine: str, found: list[Extraction]) -> None:
    wrong = [case["text"] for case, one in zip(CASES, found, strict=True) if not is_right(case, one)]
    assert round(1 - len(wrong) / len(CASES), 3) >= FLOORS[engine], wrong


@pytest.mark.parametrize("number", range(len(CASES)))
def test_a_gold_text_comes_out_right(number: int, engine: str, found: list[Extraction]) -> None:
    case = CASES[number]
    reason = case.get("known_failure", {}).get(engine)
    right = is_right(case, found[number])
    if reason is None:
        assert right, (case["text"], credits_of(found[number]))
    elif right:
        pytest.fail(f"no failure any more, take it out of the gold file: {case['text']}")
    else:
        pytest.xfail(reason)


@pytest.mark.parametrize(
    ("before", "name"),
    [
        ("We spoke to Maria Olsen about the pool. Olsen has run it since 2009.\n\n", "Maria Olsen"),
        ("", None),
        ("Maria Olsen and Peter Brandt want to save the pool. We asked one of them.\n\n", None),
    ],
)
def test_an_answer_is_the_one_person_s_who_was_named_and_else_nobody_known_s(
    before: str, name: str | None, extractor: Extractor
) -> None:
    article = Article(f"{before}Q: Will the pool close?\nA: No. We have the money.", outlet="The Harbour Post")
    (answer,) = (a for a in extractor.extract(article).attributions if a.content[-1].of(article.text)[:3] == "No.")
    assert answer.root.name == name
