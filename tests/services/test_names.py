"""What people decided about sources changes who a name is led back to."""

from __future__ import annotations

from provenance.model.decision import Decision, SourceAlias, SourceMerge
from provenance.registry import load_registry
from provenance.services.names import Names, decided_names, registry_with
from provenance.storage.store import Store

BY_ANNA = Decision("anna", "2026-01-02T10:00:00+00:00")


def test_decisions_reach_the_registry(store: Store) -> None:
    with store.begin() as unit:
        unit.decisions.add_alias(SourceAlias("1" * 32, "The Zymurgy Gull", "kcna", BY_ANNA))
        unit.decisions.add_merge(SourceMerge("2" * 32, "tass", "interfax", BY_ANNA))
        registry = registry_with(decided_names(unit))
    found = registry.resolve("The Zymurgy Gull")
    assert found is not None
    assert found.source.id == "kcna"
    merged = registry.get("tass")
    assert merged is not None
    assert merged.id == "interfax"


def test_a_source_that_is_in_no_registry_can_have_another_name(store: Store) -> None:
    with store.begin() as unit:
        unit.decisions.add_alias(SourceAlias("1" * 32, "The Zymurgy Gull", "Zymurgy Herald", BY_ANNA))
        registry = registry_with(decided_names(unit))
    found = registry.resolve("The Zymurgy Gull")
    assert found is not None
    assert found.source.name == "Zymurgy Herald"


def test_without_decisions_the_registry_is_the_programs_own() -> None:
    assert registry_with(Names()) is load_registry()
