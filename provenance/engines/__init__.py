"""Where a service runs: in this process, or in several."""

from provenance.engines.choosing import engine_for, pair_engine_for

__all__ = ["engine_for", "pair_engine_for"]
