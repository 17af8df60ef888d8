"""What the origins allow to say of a claim."""

from __future__ import annotations

from collections.abc import Collection

from provenance.model.chain import Origins
from provenance.model.relation import Relation
from provenance.model.report import Assessment


def assess(origins: Origins, agreeing: Collection[Relation], contradicting: Collection[Relation]) -> Assessment:
    """Return the assessment; it never follows from the number of outlets.

    Whatever contradicts the claim makes it disputed, however many origins agree. Corroborated takes two origins that
    are surely not one: the least count, not the most.
    """
    if contradicting:
        return Assessment.DISPUTED
    if not agreeing:
        return Assessment.UNMATCHED
    return Assessment.CORROBORATED if origins.min >= 2 else Assessment.SINGLE_ORIGIN
