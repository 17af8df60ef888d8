"""Claims that merely speak of the same thing: the closest are kept, in whatever order they came."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from itertools import permutations

import pytest
from by_line import LineEngine, document

from provenance.model.decision import Judgement
from provenance.model.query import RelationFilter
from provenance.model.relation import Relation, RelationKind
from provenance.services.ingest import store_documents
from provenance.services.relations import judge, list_relations
from provenance.settings import Settings
from provenance.storage.check import check
from provenance.storage.store import Store, open_store

TOLD = (
    document("Gazette", "Olga Ivanova met Per Lind in Tromso."),
    document("Courier", "Olga Ivanova will visit Per Lind in Bergen soon."),
    document("Herald", "Olga Ivanova praised Per Lind and the harbour."),
    document("Tribune", "Per Lind called Olga Ivanova a friend of Tromso."),
    document("Post", "Olga Ivanova and Per Lind know Tromso from long ago."),
)


def related(store: Store) -> list[tuple[str, str, RelationKind]]:
    with store.read() as unit:
        return sorted((each.a.id, each.b.id, each.kind) for each in unit.relations.select(RelationFilter()))


@pytest.mark.parametrize("most", [1, 2])
def test_what_is_kept_does_not_depend_on_the_order_of_articles(most: int, new_database: Callable[..., str]) -> None:
    kept = []
    for number, order in enumerate(permutations(TOLD)):
        if number % 17:  # a few of the 120 orders
            continue
        settings = Settings(database_url=new_database(str(number)), related_per_claim=most, least_related=0.0)
        store = open_store(settings.database_url)
        list(store_documents(order, store, settings, LineEngine()))
        kept.append(related(store))
        assert check(store) == ()
        store.close()
    assert all(each == kept[0] for each in kept)
    mere = [pair for *pair, kind in kept[0] if kind is RelationKind.RELATED]
    assert 0 < len(mere) <= most * len(TOLD)


def test_a_pair_that_a_person_judged_is_never_pushed_out(store: Store, settings: Settings) -> None:
    one = replace(settings, related_per_claim=1, least_related=0.0)
    list(store_documents(TOLD[1:3], store, one, LineEngine()))
    (relation,) = list_relations(settings)
    assert relation.kind is RelationKind.RELATED
    judged = judge(relation.a.id, relation.b.id, RelationKind.CORROBORATES, settings, by="Ada", why=None)
    list(store_documents((TOLD[0], *TOLD[3:]), store, one, LineEngine()))
    assert stands(judged, list(list_relations(settings)))


def test_what_shares_little_is_not_kept_at_all(store: Store, settings: Settings) -> None:
    list(store_documents(TOLD, store, replace(settings, least_related=1.0), LineEngine()))
    assert RelationKind.RELATED not in {each.kind for each in list_relations(settings)}


def stands(judged: Judgement, relations: list[Relation]) -> bool:
    return any((each.a.id, each.b.id, each.judged) == (judged.a, judged.b, judged.kind) for each in relations)
