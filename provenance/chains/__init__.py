"""Who got it from whom: roots, echoes, wire credits, and how many independent origins a claim has."""

from provenance.chains.assessment import assess
from provenance.chains.independence import independence
from provenance.chains.origins import count_origins
from provenance.chains.roots import root_key
from provenance.chains.timeline import timeline

__all__ = ["assess", "count_origins", "independence", "root_key", "timeline"]
