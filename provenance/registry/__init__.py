"""Who is who: agencies, outlets, governments, offices and their holders, by every name they are known under."""

from provenance.registry.data_files import load_registry
from provenance.registry.names import folded, is_guarded
from provenance.registry.registry import Registry

__all__ = ["Registry", "folded", "is_guarded", "load_registry"]
