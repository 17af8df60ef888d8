"""Which engine fits the settings."""

from __future__ import annotations

from typing import TYPE_CHECKING

from provenance.services.extract import Engine, InThisProcess
from provenance.settings import Settings

if TYPE_CHECKING:
    from provenance.services.compare import PairEngine


def engine_for(settings: Settings) -> Engine:
    """Return a pool where several jobs are asked for; one job needs no second process."""
    if settings.jobs > 1:
        from provenance.engines.pool import ProcessPool

        return ProcessPool(settings)
    return InThisProcess(settings)


def pair_engine_for(settings: Settings) -> PairEngine | None:
    """Return a pool of processes that compare pairs where several jobs are asked for; None for this process."""
    if settings.jobs > 1:
        from provenance.engines.pairs import PairPool

        return PairPool(settings)
    return None
