"""Claims whose sentences mean the same: who is asked, how often, and which pairs agree by it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import numpy as np
import pytest
from by_line import ByLine, LineEngine, document

from provenance import embedding
from provenance.embedding import WIDTH, Vectors
from provenance.matching import similarity
from provenance.model.article import Document
from provenance.model.claim import SourcedClaim
from provenance.model.relation import RelationKind
from provenance.model.span import Span
from provenance.relations import compare
from provenance.services.ingest import store_documents
from provenance.services.meant import Draft, MeantAlike
from provenance.services.relations import list_relations
from provenance.settings import Settings
from provenance.storage.store import Store, Unit, open_store

BUILT = "Olga visited the engineers who have built a bridge over the strait near Hamna."
OPENED = "Olga visited Hamna and opened the crossing over the sound for lorries."
PLANNED = "Olga visited Tromso to open the crossing at Hamna, as planned."
SEEN = "Olga was shown the bridge over the strait near Hamna by the engineers who have built it."
SNOW = "Heavy snow has closed the mountain pass of Rauma for the night."


class Likening:
    """Takes all sentences for the same, except those that tell of snow; notes what it reads."""

    id = "likening"

    def __init__(self) -> None:
        self.read: list[str] = []

    def encode(self, texts: Sequence[str]) -> Vectors:
        self.read += texts
        rows = np.zeros((len(texts), WIDTH), dtype=np.float32)
        for row, text in zip(rows, texts, strict=True):
            row[int("snow" in text)] = 1.0
        return rows


def draft(a: SourcedClaim, b: SourcedClaim) -> Draft:
    close = similarity(a, b)
    return Draft(a, b, close, compare(a, b, close))


def claims(given: Document) -> tuple[SourcedClaim, ...]:
    return ByLine().extract(given.article).sourced_claims()


@pytest.fixture
def unit(store: Store) -> object:
    with store.read() as unit:
        yield unit


def taken_up(encoder: Likening | None, *documents: Document) -> MeantAlike:
    meant = MeantAlike(encoder)
    for each in documents:
        meant.take_up(ByLine().extract(each.article))
    return meant


POST, WIRE = document("Harbour Post", BUILT, SNOW), document("North Wire", OPENED)


def test_sentences_that_mean_the_same_make_their_claims_one(unit: Unit) -> None:
    pair = draft(claims(POST)[0], claims(WIRE)[0])
    assert pair.comparison.kind is RelationKind.RELATED
    found = taken_up(Likening(), POST, WIRE).weighed(unit, [pair])
    assert found[pair.ends].kind is RelationKind.CORROBORATES


def test_each_sentence_is_read_once_and_only_where_it_may_change_the_answer(unit: Unit) -> None:
    encoder = Likening()
    meant = taken_up(encoder, POST, WIRE)
    (told, snow), (saw,) = claims(POST), claims(WIRE)
    for _ in range(3):
        assert meant.weighed(unit, [draft(told, saw), draft(snow, saw)]).keys() == {(told.id, saw.id)}
    assert sorted(encoder.read) == sorted([BUILT, OPENED])


def test_without_an_encoder_nothing_is_asked(unit: Unit) -> None:
    assert taken_up(None, POST, WIRE).weighed(unit, [draft(claims(POST)[0], claims(WIRE)[0])]) == {}


def test_who_does_something_else_is_not_asked_about(unit: Unit) -> None:
    """That both name Olga is no sign that they say the same; all sentences of a story mean nearly the same."""
    encoder, third = Likening(), document("Third", SEEN)
    pair = draft(claims(POST)[0], claims(third)[0])
    assert taken_up(encoder, POST, third).weighed(unit, [pair]) == {}
    assert encoder.read == []


def test_of_the_claims_of_two_sentences_the_likeliest_agree(unit: Unit) -> None:
    """That two sentences mean the same does not say which of their claims do."""
    extraction = ByLine().extract(document("Third", OPENED, PLANNED).article)
    whole = Span(0, len(extraction.article.text))
    extraction = replace(
        extraction, sentences=(whole,), claims=tuple(replace(c, sentence=0) for c in extraction.claims)
    )
    built, (opened, planned) = claims(POST)[0], extraction.sourced_claims()
    meant = taken_up(Likening(), POST)
    meant.take_up(extraction)
    pairs = [draft(built, opened), draft(built, planned)]
    for pair in pairs:
        assert meant.weighed(unit, [pair])[pair.ends].kind is RelationKind.CORROBORATES
    assert meant.weighed(unit, pairs).keys() == {pairs[1].ends}


def test_ingest_asks_the_encoder(settings: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    encoder = Likening()
    monkeypatch.setattr(embedding, "installed_encoder", lambda: encoder)
    store = open_store(settings.database_url)
    alone = replace(settings, cross_encoder="none")  # which finds nothing of its own in an encoder that is played
    list(store_documents((POST, WIRE), store, alone, LineEngine()))
    store.close()
    (relation,) = list_relations(settings, kinds=[RelationKind.CORROBORATES])
    assert {relation.a.text, relation.b.text} == {BUILT, OPENED}
    assert sorted(encoder.read) == sorted([BUILT, OPENED])
