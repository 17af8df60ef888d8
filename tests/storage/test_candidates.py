"""The index: what shares rare keys with a new claim is found first."""

from __future__ import annotations

import pytest
from readings import RUN, reading_of

from provenance.model.article import Article
from provenance.model.claim import Extraction
from provenance.storage import candidates
from provenance.storage.store import Store

COMMON, MEETING, PORT, NEVER = 1, 2, 2**63 - 1, 77


def add(store: Store, name: str, *keys: tuple[int, ...]) -> Extraction:
    """Store an article of one line for each tuple of keys."""
    reading = reading_of(Article("\n".join(f"{name} {at}" for at in range(len(keys))), outlet=name))
    with store.begin() as unit:
        unit.articles.add(reading, RUN, ref=name, location=None)
        unit.candidates.index({claim.id: own for claim, own in zip(reading.claims, keys, strict=True)})
    return reading


def found(store: Store, *keys: int, article: str = "", limit: int = 10) -> list[str]:
    with store.read() as unit:
        ids = unit.candidates.find({"new": keys}, article, limit)["new"]
        claims = unit.claims.get(ids)
        return [claims[each].text for each in ids]


def test_the_rarer_the_shared_key_the_earlier_a_claim_comes(store: Store) -> None:
    add(store, "A", (COMMON,), (COMMON, PORT), (COMMON, MEETING), (COMMON, MEETING))
    assert found(store, COMMON, PORT, MEETING) == ["A 1", "A 2", "A 3", "A 0"]
    assert found(store, COMMON, PORT, MEETING, limit=1) == ["A 1"]


def test_nothing_shared_finds_nothing(store: Store) -> None:
    add(store, "A", (COMMON,))
    assert found(store, NEVER) == []
    assert found(store) == []


def test_neither_its_own_article_nor_a_superseded_version_is_found(store: Store) -> None:
    own = add(store, "A", (PORT,))
    add(store, "B", (PORT,))
    assert found(store, PORT, article=own.article.id) == ["B 0"]
    newer = reading_of(Article("B, later.", outlet="B"))
    with store.begin() as unit:
        (old,) = unit.articles.like(Article("B 0", outlet="B"), None)
        unit.articles.add(newer, RUN, ref="B", location=None, after=old)
    assert found(store, PORT) == ["A 0"]


def test_a_key_of_very_many_claims_gives_way_to_rarer_ones(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(candidates, "SEEN_PER_CLAIM", 3)
    add(store, "A", *[(COMMON,)] * 5, (COMMON, PORT))
    assert found(store, COMMON, PORT) == ["A 5"]
    assert found(store, COMMON) == ["A 3", "A 4", "A 5"]  # alone, it finds the newest
