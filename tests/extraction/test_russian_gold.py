"""Who is credited with which words in Russian: whole cases, all of their attributions.

A case of gold/russian.jsonl holds a text and every attribution in it; "chain" leaves the outlet out, names stand in the
nominative or as the registry has them, an unnamed source as what it is described to be.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from provenance.extraction.grammars.russian import RUSSIAN
from provenance.extraction.pipeline import Extractor
from provenance.model.article import Article
from provenance.model.attribution import Attribution
from provenance.model.claim import Extraction
from provenance.model.span import Span
from provenance.registry import load_registry
from provenance.settings import Limits

pytest.importorskip("natasha")
pytest.importorskip("pymorphy3")

GOLD = Path(__file__).with_name("gold") / "russian.jsonl"
CASES = [json.loads(line) for line in GOLD.read_text(encoding="utf-8").splitlines()]
FLOOR = 0.98  # F1 over the whole gold set, known failures included
CHAINS = 0.98  # of the attributions whose content is found
STANCES = 0.98


def _marked(case: dict[str, Any]) -> Any:
    marks = [pytest.mark.xfail(reason=case["known_failure"], strict=True)] if "known_failure" in case else []
    return pytest.param(case, id=case["text"][:60], marks=marks)


@cache
def _extractor() -> Extractor:
    return Extractor(load_registry(), Limits(), spacy_model="no_such_pipeline")


@cache
def _read(text: str) -> Extraction:
    return _extractor().extract(Article(text, outlet="Вестник порта", published="2019-04-24", language="ru"))


def _credited(text: str) -> list[Attribution]:
    return [attribution for attribution in _read(text).attributions if not attribution.is_own_voice]


def _places(text: str, words: list[str]) -> set[int]:
    return {place for part in words for place in range(text.index(part), text.index(part) + len(part))}


def _covered(spans: tuple[Span, ...]) -> set[int]:
    return {place for span in spans for place in range(span.start, span.end)}


def _half(one: set[int], other: set[int]) -> bool:
    """True where half of what either holds is shared, or both are empty."""
    return not (one or other) or len(one & other) >= 0.5 * len(one | other)


def _pairs(case: dict[str, Any]) -> Iterator[tuple[dict[str, Any], Attribution]]:
    """Yield each marked attribution with the found one of the same content."""
    left = _credited(case["text"])
    for wanted in case["attributions"]:
        content = _places(case["text"], wanted["content"])
        found = next((a for a in left if _half(content, _covered(a.content))), None)
        if found is not None:
            left.remove(found)
            yield wanted, found


def _same_source(case: dict[str, Any], wanted: dict[str, Any], found: Attribution) -> bool:
    return _half(_places(case["text"], [wanted["source"]] if wanted["source"] else []), _covered(found.source))


def _chain(attribution: Attribution) -> list[str | None]:
    return [hop.name or hop.role for hop in attribution.chain[1:]]


@pytest.mark.parametrize("case", [_marked(case) for case in CASES])
def test_every_attribution_of_a_russian_text_is_found_and_no_other(case: dict[str, Any]) -> None:
    pairs = list(_pairs(case))
    assert len(pairs) == len(case["attributions"]) == len(_credited(case["text"]))
    for wanted, found in pairs:
        assert _same_source(case, wanted, found)
        assert _chain(found) == wanted["chain"]
        assert found.stance.value == wanted["stance"]
        _check_unnamed(wanted.get("unnamed", {}), found)


def _check_unnamed(wanted: dict[str, Any], found: Attribution) -> None:
    hop = found.root
    if "count" in wanted:
        assert hop.count is not None
        assert [hop.count.low, hop.count.high] == wanted["count"]
    if "close_to" in wanted:
        assert hop.close_to == wanted["close_to"]
    if "anonymity" in wanted:
        assert hop.anonymity == wanted["anonymity"]


def test_the_measured_quality_is_kept() -> None:
    marked = sum(len(case["attributions"]) for case in CASES)
    found = sum(len(_credited(case["text"])) for case in CASES)
    pairs = [(case, wanted, one) for case in CASES for wanted, one in _pairs(case)]
    right = sum(_same_source(case, wanted, one) for case, wanted, one in pairs)
    assert marked >= 110
    assert 2 * right / (marked + found) >= FLOOR
    assert sum(_chain(one) == wanted["chain"] for _, wanted, one in pairs) / len(pairs) >= CHAINS
    assert sum(one.stance.value == wanted["stance"] for _, wanted, one in pairs) / len(pairs) >= STANCES


def test_every_claim_is_words_of_the_text_in_one_voice() -> None:
    text = "Порт закрыт. Мэр сообщил, что угрозы нет, а цены не вырастут. «Мы ждём. Спешить некуда», — сказал он."
    claims = _read(text).sourced_claims()
    assert [claim.text for claim in claims] == [
        "Порт закрыт.",
        "угрозы нет, а цены не вырастут",
        "Мы ждём.",
        "Спешить некуда",
    ]
    assert [claim.attribution.is_own_voice for claim in claims] == [True, False, False, False]
    assert all(span.of(text) in text for claim in claims for span in claim.claim.span)


@pytest.mark.parametrize(
    ("words", "negated"),
    [
        ("порт не закрыт", True),
        ("угрозы нет", True),
        ("никто не погиб", True),
        ("порт закрыт", False),
        ("мэр уверен, что порт не закроют", False),
        ("не порт, а склад", False),
    ],
)
def test_a_negation_is_seen_where_it_is_of_the_main_predicate(words: str, *, negated: bool) -> None:
    assert RUSSIAN.is_negated(words) is negated


def test_who_asks_demands_or_declines_states_no_fact() -> None:
    found = _read("Профсоюз потребовал поднять зарплаты. Компания отказалась комментировать забастовку.")
    assert [claim.frame.modality.value for claim in found.claims] == ["demand"]


def test_he_is_nobody_where_two_may_be_meant() -> None:
    found = _credited("Антон Рыжов и Олег Ким вышли к прессе. Он сказал, что порт откроют.")
    assert [_chain(attribution) for attribution in found] == [[None]]


@pytest.mark.parametrize("text", ["", "«", "— ", "сказал сказал сказал", "«»", "по словам", "он " * 900, "а" * 9000])
def test_hostile_russian_is_read_without_an_error(text: str) -> None:
    found = _read(text)
    assert all(span.of(text) for a in found.attributions for span in (*a.source, *a.cue, *a.content))
