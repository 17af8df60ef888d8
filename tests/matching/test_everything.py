"""All claims against each other: what a comparison of all pairs finds, without comparing all pairs."""

from __future__ import annotations

import sys
from dataclasses import replace
from itertools import combinations
from pathlib import Path

import numpy as np
import pytest

from provenance.matching import everything, is_candidate, joining, keys_of, similarity
from provenance.matching.everything import AllPairs, nearest
from provenance.matching.joining import paired, sides
from provenance.matching.keys import shared_by
from provenance.matching.reading import Sheet, read
from provenance.model.claim import SourcedClaim
from provenance.model.exchange import extraction_in
from provenance.model.outline import Outline

sys.path.insert(0, str(Path(__file__).parents[2] / "benchmarks"))

import corpus

ODD = (
    "North Korea didn't close the harbour of Zürich.",
    "South Korea closed the harbour of Zürich.",
    "He left.",
    "They left the country.",
    "The people left the country on Monday.",
    "The F16 flew 1,200.5 miles; the deputy minister's car didn't.",
    "",
    "of the",
    "The former deputy minister's F16 flew 1200.5 miles.",
    "not not never",
)


def claims_of(made: corpus.Corpus) -> list[SourcedClaim]:
    return [claim for record in corpus.records(made) for claim in extraction_in(record, "corpus")[1].sourced_claims()]


def outlines_of(made: corpus.Corpus) -> list[Outline]:
    return list(corpus.outlines(made))


def with_odd_texts(made: corpus.Corpus) -> tuple[list[SourcedClaim], list[Outline]]:
    """Return claims of which some say what is seldom said."""
    claims, outlines = claims_of(made), outlines_of(made)
    for at, text in enumerate(ODD):
        place = at * len(claims) // len(ODD)
        claims[place] = replace(claims[place], claim=replace(claims[place].claim, text=text))
        outlines[place] = replace(outlines[place], text=text)
    return claims, outlines


def found(sheet: Sheet) -> set[tuple[int, int]]:
    left, right = sides(nearest(AllPairs(sheet).scored(), len(sheet), 10_000))
    return set(zip(left.tolist(), right.tolist(), strict=True))


@pytest.mark.parametrize("seed", [1, 2])
def test_of_a_small_store_every_pair_that_shares_a_key_and_is_worth_it_is_found(seed: int) -> None:
    claims, outlines = with_odd_texts(corpus.make(150, seed))
    keys = [set(keys_of(claim)) for claim in claims]
    right = {
        (i, j)
        for i, j in combinations(range(len(claims)), 2)
        if keys[i] & keys[j] and is_candidate(claims[i], claims[j], similarity(claims[i], claims[j]))
    }
    beside = found(read(outlines)) - right
    assert right <= found(read(outlines))
    assert len(right) > 100
    assert all(keys[i] & keys[j] for i, j in beside)  # a guard word's discount is left to those who compare
    assert len(beside) < 0.02 * len(right)


def test_scores_are_those_of_one_pair_at_a_time() -> None:
    claims, outlines = with_odd_texts(corpus.make(150, 3))
    for scored in AllPairs(read(outlines)).scored():
        for left, right, sort, overlap in zip(*sides(scored.pairs), scored.token_sort, scored.overlap, strict=True):
            close = similarity(claims[left], claims[right])
            assert overlap == pytest.approx(close.weighted_overlap)
            if sort:
                assert close.token_sort == pytest.approx(sort) or close.token_sort == pytest.approx(0.8 * sort)
            else:
                assert close.token_sort < 0.62


def test_planted_copies_are_found_where_keys_are_capped(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(everything, "ALWAYS", 0)
    made = corpus.make(3_000, 4)
    everyone = AllPairs(read(corpus.outlines(made)))
    pairs = nearest(everyone.scored(), len(made.texts), 200)
    wanted = paired(*(np.array([getattr(each, side) for each in made.planted]) for side in ("original", "copy")))
    hit = np.isin(wanted, pairs)
    heavy = np.array([each.kind == "heavy" for each in made.planted])
    assert len(wanted) == 240
    assert hit.mean() >= 0.985
    assert hit[heavy].mean() >= 0.95
    assert everyone.reach.single.keys > 0
    assert len(pairs) < 40 * len(made.texts)


def test_the_size_of_the_parts_changes_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    sheet = read(corpus.outlines(corpus.make(600, 5)))
    whole = found(sheet)
    monkeypatch.setattr(joining, "PER_PART", 300)
    assert found(sheet) == whole
    assert whole


def test_a_claim_keeps_its_closest() -> None:
    sheet = read(corpus.outlines(corpus.make(600, 6)))
    scored = list(AllPairs(sheet).scored())
    left, right = sides(nearest(scored, len(sheet), 3))
    close = {
        pair: score
        for each in scored
        for pair, score in zip(each.pairs.tolist(), np.maximum(each.token_sort, each.overlap).tolist(), strict=True)
    }
    kept = set(paired(left, right).tolist())
    for row in range(len(sheet)):
        own = [pair for pair in close if row in (pair >> 32, pair & 0xFFFFFFFF)]
        assert kept.issuperset(sorted(own, key=lambda pair: (-close[pair], pair))[:3])


def test_no_claims_and_no_words_give_no_pairs() -> None:
    assert found(read([])) == set()
    assert found(read([Outline(1, 0, ""), Outline(2, 1, ""), Outline(3, 2, "of the")])) == set()


def test_what_two_claims_share_is_told_in_words() -> None:
    one, other = claims_of(corpus.make(50, 7))[:2]
    assert shared_by(one, one)[0].startswith(("names: ", "deed: "))
    assert set(shared_by(one, other)) == set(shared_by(other, one))


def test_the_same_seed_makes_the_same_corpus() -> None:
    assert corpus.make(200, 8) == corpus.make(200, 8)
    assert corpus.make(200, 8).texts != corpus.make(200, 9).texts
