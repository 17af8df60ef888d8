"""Words that name a time, led back to closed intervals of days."""

from provenance.text.dates.anchor import infer_anchor
from provenance.text.dates.clock import Tense
from provenance.text.dates.mentions import find_times

__all__ = ["Tense", "find_times", "infer_anchor"]
