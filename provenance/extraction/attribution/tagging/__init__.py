"""The trained tagger: an engine over a small network's marks, with the rules as its second opinion."""

from provenance.extraction.attribution.tagging.engine import Tagging
from provenance.extraction.attribution.tagging.network import Network, installed_weights

__all__ = ["Network", "Tagging", "installed_weights"]
