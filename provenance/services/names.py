"""Who is who: the registry with what the people of this database decided."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from provenance.model.source import KnownSource, SourceKind

if TYPE_CHECKING:
    from provenance.registry import Registry
    from provenance.storage.store import Unit


@dataclass(frozen=True, slots=True)
class Names:
    """Changes to the registry, in a form that can be sent to another process."""

    aliases: Mapping[str, str] = field(default_factory=dict)  # another name -> the source's id
    merges: Mapping[str, str] = field(default_factory=dict)  # the id that was merged -> the id that is kept


def decided_names(unit: Unit) -> Names:
    """Return the decisions that stand."""
    return Names(
        {alias.alias: alias.source for alias in unit.decisions.aliases()},
        {merge.merged: merge.kept for merge in unit.decisions.merges()},
    )


def registry_with(names: Names) -> Registry:
    """Return the registry as these decisions leave it; a source that it does not hold has its name for an id."""
    from provenance.registry import load_registry

    registry = load_registry()
    if not (names.aliases or names.merges):
        return registry
    named = dict.fromkeys((*names.aliases.values(), *names.merges, *names.merges.values()))
    added = [KnownSource(name, name, SourceKind.UNKNOWN) for name in named if registry.get(name) is None]
    return registry.with_changes(names.aliases, names.merges, added)
