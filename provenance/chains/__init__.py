"""Who got it from whom: roots, echoes, wire credits, and how many independent origins a claim has."""

from provenance.chains.assessment import assess
from provenance.chains.backing import Witnesses, rank_values
from provenance.chains.disputes import outlet_conflicts
from provenance.chains.independence import independence
from provenance.chains.origins import count_origins
from provenance.chains.roots import root_key
from provenance.chains.timeline import timeline

__all__ = [
    "Witnesses",
    "assess",
    "count_origins",
    "independence",
    "outlet_conflicts",
    "rank_values",
    "root_key",
    "timeline",
]
