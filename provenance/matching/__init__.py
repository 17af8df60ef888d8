"""Which claims may speak of the same thing: index keys, candidates, and how close their words are."""

from provenance.matching.keys import keys_of
from provenance.matching.prepared import Prepared, prepared
from provenance.matching.scores import is_candidate, similarity

__all__ = ["Prepared", "is_candidate", "keys_of", "prepared", "similarity"]
