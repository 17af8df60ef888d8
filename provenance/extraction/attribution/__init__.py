"""Who is credited with which words.

An engine finds triples of source, cue and content; naming and chaining, which every engine shares, make attributions of
them. The rules (rules.py) are the engine that needs no training.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from provenance.extraction.attribution.answers import with_interviewee
from provenance.extraction.attribution.chains import Chains
from provenance.extraction.attribution.checking import by_the_outlet
from provenance.extraction.attribution.layouts import with_layout
from provenance.extraction.attribution.rules import Rules
from provenance.extraction.attribution.triples import Engine, Triple
from provenance.extraction.attribution.unsaid import with_unsaid
from provenance.extraction.reading import Reading
from provenance.model.attribution import Attribution

if TYPE_CHECKING:
    from provenance.registry import Registry

RULES = Rules()


def find_attributions(reading: Reading, registry: Registry | None, engine: Engine = RULES) -> tuple[Attribution, ...]:
    """Return the credited attributions of a reading, in the order of the text; own voice is not among them."""
    triples = with_unsaid(reading, with_layout(reading, engine.find(reading)))
    found = Chains(reading, registry).attributions(triples)
    return with_interviewee(reading, (by_the_outlet(attribution) for attribution in found))


__all__ = ["RULES", "Engine", "Triple", "find_attributions"]
