"""Which engine fits the settings."""

from __future__ import annotations

from provenance.services.extract import Engine, InThisProcess
from provenance.settings import Settings


def engine_for(settings: Settings) -> Engine:
    """Return a pool where several jobs are asked for; one job needs no second process."""
    if settings.jobs > 1:
        from provenance.engines.pool import ProcessPool

        return ProcessPool(settings)
    return InThisProcess(settings)
