"""Who is credited, and what people decided about who is who."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING
from uuid import uuid4

from provenance.errors import NotFound, UsageError
from provenance.model.answer import SourceAccount
from provenance.model.decision import Decision, SourceAlias, SourceMerge
from provenance.model.query import SourceCount
from provenance.model.source import KnownSource
from provenance.services.names import Names, decided_names, registry_with
from provenance.services.opened import opened
from provenance.services.runs import now
from provenance.settings import Settings

if TYPE_CHECKING:
    from provenance.registry import Registry
    from provenance.storage.store import Unit


def list_sources(settings: Settings, *, all_versions: bool = False) -> Iterator[tuple[SourceCount, KnownSource | None]]:
    """Yield every name that claims are credited to, the most frequent first, with whom the registry knows by it."""
    with opened(settings) as store, store.read() as unit:
        registry = registry_with(decided_names(unit))
        for count in unit.claims.sources(all_versions=all_versions):
            yield count, _known(count, registry)


def show_source(name: str, settings: Settings) -> SourceAccount:
    """Return what is known of the source of this id or name; raises NotFound where nothing is.

    Decisions that were taken back are part of it.
    """
    with opened(settings) as store, store.read() as unit:
        registry = registry_with(decided_names(unit))
        source = _source_id(name, registry)
        known = registry.get(source) if source is not None else None
        counts = tuple(each for each in unit.claims.sources() if _is_meant(each, name, known, registry))
        account = SourceAccount(
            name=known.name if known else counts[0].name if counts else name,
            known=known,
            counts=counts,
            aliases=tuple(each for each in unit.decisions.aliases(undone=True) if _is_about(each.source, name, known)),
            merges=tuple(
                each
                for each in unit.decisions.merges(undone=True)
                if _is_about(each.merged, name, known) or _is_about(each.kept, name, known)
            ),
        )
    if known is None and not (counts or account.aliases or account.merges):
        raise NotFound(f"no source is called {name!r}", hint=_hint(name, registry))
    return account


def add_alias(source: str, alias: str, settings: Settings, *, by: str, why: str | None) -> SourceAlias:
    """The alias is a name of the source from now on, for new articles and for the origins of stored claims.

    Raises NotFound for a source that is neither known nor credited, UsageError for an alias that is its name already.
    """
    with opened(settings) as store, store.begin() as unit:
        registry = registry_with(Names(decided_names(unit).aliases))
        found = _identity(source, unit, registry)
        if not alias.strip():
            raise UsageError("an alias must have letters")
        meant = registry.resolve(alias)
        if meant is not None and meant.source.id == found and meant.score == 1.0:
            raise UsageError(f"{alias!r} is already a name of {found}")
        decided = SourceAlias(uuid4().hex, alias.strip(), found, Decision(by, now(), why))
        unit.decisions.add_alias(decided)
        return decided


def undo_alias(alias: str, settings: Settings, *, by: str) -> SourceAlias:
    """The alias no longer counts; it stays on record with who took it back and when."""
    with opened(settings) as store, store.begin() as unit:
        decided = next((each for each in unit.decisions.aliases() if _same(each.alias, alias)), None)
        if decided is None:
            raise NotFound(f"nobody decided that {alias!r} is another name of a source")
        return unit.decisions.undo_alias(decided.id, by=by, at=now())


def merge_sources(merged: str, kept: str, settings: Settings, *, by: str, why: str | None) -> SourceMerge:
    """The two sources count as one, under the name of the one that is kept."""
    with opened(settings) as store, store.begin() as unit:
        registry = registry_with(Names(decided_names(unit).aliases))
        one, other = _identity(merged, unit, registry), _identity(kept, unit, registry)
        if one == other:
            raise UsageError(f"{merged!r} and {kept!r} are one source already")
        decided = SourceMerge(uuid4().hex, one, other, Decision(by, now(), why))
        unit.decisions.add_merge(decided)
        return decided


def unmerge_sources(merged: str, settings: Settings, *, by: str) -> SourceMerge:
    """The source is one of its own again; the decision stays on record with who took it back and when."""
    with opened(settings) as store, store.begin() as unit:
        registry = registry_with(Names(decided_names(unit).aliases))
        names = {merged, _source_id(merged, registry)}
        decided = next((m for m in unit.decisions.merges() if m.merged in names or _same(m.merged, merged)), None)
        if decided is None:
            raise NotFound(f"{merged!r} is not merged into another source")
        return unit.decisions.undo_merge(decided.id, by=by, at=now())


def _source_id(name: str, registry: Registry) -> str | None:
    """Return the id of the source of this id or exact name; a mere misspelling names nobody here."""
    known = registry.get(name)
    if known is not None:
        return known.id
    resolution = registry.resolve(name)
    return resolution.source.id if resolution is not None and resolution.score == 1.0 else None


def _identity(name: str, unit: Unit, registry: Registry) -> str:
    """Return what decisions call a source: its registry id, else the name that stored claims credit."""
    found = _source_id(name, registry)
    if found is None:
        found = next((each.name for each in unit.claims.sources(all_versions=True) if _same(each.name, name)), None)
    if found is None:
        raise NotFound(f"no source is called {name!r}", hint=_hint(name, registry))
    return found


def _hint(name: str, registry: Registry) -> str:
    meanings = registry.meanings_of(name)
    return f"it may mean {', or '.join(meanings)}" if meanings else "`provenance sources` lists those that are credited"


def _same(one: str, other: str) -> bool:
    from provenance.registry import folded

    return one == other or (folded(one) == folded(other) != "")


def _known(count: SourceCount, registry: Registry) -> KnownSource | None:
    """Return whom the registry and the decisions take a credited name for."""
    if count.registry_id is not None:
        return registry.get(count.registry_id)
    source = _source_id(count.name, registry)
    return registry.get(source) if source is not None else None


def _is_meant(count: SourceCount, name: str, known: KnownSource | None, registry: Registry) -> bool:
    if known is None:
        return _same(count.name, name)
    found = _known(count, registry)
    return found is not None and found.id == known.id


def _is_about(source: str, name: str, known: KnownSource | None) -> bool:
    return _same(source, name) or (known is not None and source == known.id)
