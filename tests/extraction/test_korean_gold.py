"""Who is credited with what in Korean, by the rules: a gold set, and the rate below which they may not fall.

A case of gold/korean.jsonl holds a text and all of its attributions; the chain leaves the outlet out. An attribution is
found where at least half of its content's characters, and of its source's, are the same.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from provenance.extraction.grammars import Credited, Page, grammar_of
from provenance.model.span import Spans
from provenance.registry import load_registry
from provenance.text.paragraphs import find_paragraphs
from provenance.text.quotations import find_quotations

GOLD = Path(__file__).with_name("gold") / "korean.jsonl"
CASES = [json.loads(line) for line in GOLD.read_text(encoding="utf-8").splitlines()]
KOREAN = grammar_of("ko")
FLOOR_F1 = 0.995
FLOOR_CHAINS = 0.99
FLOOR_STANCES = 0.995


def credited_in(text: str) -> tuple[Credited, ...]:
    sentences = KOREAN.sentences(text, ())
    page = Page(text, sentences, find_paragraphs(text), find_quotations(text), date(2019, 4, 24), load_registry())
    return KOREAN.credited(page)


def _characters(spans: Spans) -> set[int]:
    return {place for span in spans for place in range(span.start, span.end)}


def _places(text: str, parts: list[str]) -> set[int]:
    found: set[int] = set()
    at = 0
    for part in parts:
        start = text.index(part, at)
        at = start + len(part)
        found.update(range(start, at))
    return found


def _half(gold: set[int], found: set[int]) -> bool:
    return gold == found or (bool(gold & found) and 2 * len(gold & found) >= max(len(gold), len(found)))


def _is_found(row: dict[str, Any], text: str, credited: Credited) -> bool:
    if not _half(_places(text, row["content"]), _characters(credited.content)):
        return False
    source = _characters(credited.source)
    if not row["source"]:
        return not source
    return any(_half(set(range(*m.span())), source) for m in re.finditer(re.escape(row["source"]), text))


@dataclass
class Score:
    """What a gold set gives: attributions found, missed and invented, and how many of those found are exact."""

    found: int = 0
    missed: int = 0
    invented: int = 0
    chains: int = 0
    stances: int = 0

    @property
    def f1(self) -> float:
        return 2 * self.found / (2 * self.found + self.missed + self.invented)


def measured(cases: list[dict[str, Any]]) -> Score:
    """Return the score of the rules on whole cases."""
    score = Score()
    for case in cases:
        left = list(credited_in(case["text"]))
        for row in case["attributions"]:
            hit = next((one for one in left if _is_found(row, case["text"], one)), None)
            if hit is None:
                score.missed += 1
                continue
            left.remove(hit)
            score.found += 1
            score.chains += [hop.name or hop.role for hop in hit.hops] == row["chain"]
            score.stances += hit.stance.value == row["stance"]
        score.invented += len(left)
    return score


def _marked(case: dict[str, Any]) -> Any:
    marks = [pytest.mark.xfail(reason=case["known_failure"], strict=True)] if "known_failure" in case else []
    return pytest.param(case, id=case["text"][:40], marks=marks)


@pytest.mark.parametrize("case", [_marked(case) for case in CASES])
def test_a_text_gives_its_attributions_and_no_other(case: dict[str, Any]) -> None:
    score = measured([case])
    assert (score.missed, score.invented) == (0, 0)
    assert (score.chains, score.stances) == (score.found, score.found)


def test_the_rate_over_the_whole_set_does_not_fall() -> None:
    assert len(CASES) >= 70
    assert sum(not case["attributions"] for case in CASES) >= 12
    score = measured(CASES)
    assert score.f1 >= FLOOR_F1
    assert score.chains / score.found >= FLOOR_CHAINS
    assert score.stances / score.found >= FLOOR_STANCES
