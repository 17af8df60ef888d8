"""How the statements of a source came out that others checked: by the imported checks that name who made the claim."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from provenance.model.dispute import SourceRecord

if TYPE_CHECKING:
    from provenance.registry import Registry
    from provenance.storage.store import Unit


class SourceRecords:
    """Looks up records by a root's key and name; the stored checks are read once, and only where one is asked for."""

    def __init__(self, unit: Unit, registry: Registry) -> None:
        self._unit = unit
        self._registry = registry
        self._truths: dict[str, list[float]] | None = None

    def of(self, key: str, name: str) -> SourceRecord | None:
        """Return the record of a source; None where no check that says how true a claim is names it.

        A claimant is known by its whole name, as it is written or as the registry has it, and never by a part of it.
        """
        from provenance.registry import folded

        if self._truths is None:
            self._truths = self._read()
        known = self._registry.get(key)
        names = (name, known.name, *known.aliases) if known else (name,)
        truths = [truth for each in dict.fromkeys(map(folded, names)) for truth in self._truths.get(each, ())]
        return SourceRecord(len(truths), round(sum(truths), 2)) if truths else None

    def _read(self) -> dict[str, list[float]]:
        from provenance.languages.ratings import truth_of
        from provenance.registry import folded

        truths: dict[str, list[float]] = defaultdict(list)
        if not self._unit.fact_checks.count():
            return truths
        for stored in self._unit.fact_checks.current():
            check = stored.check
            truth = truth_of(check.rating, check.value, check.worst, check.best) if check.claimant else None
            if truth is not None and check.claimant and (name := folded(check.claimant)):
                truths[name].append(truth)
        return truths
