"""Of the claims that merely speak of the same thing, only those closest to each other are kept: a store would drown.

A pair is kept where it is among the closest of either claim. What is kept therefore depends on what is stored, and not
on the order in which it came: a later claim can only push an earlier one further down a list, never up.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from heapq import nsmallest
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from provenance.storage.store import Unit

Ends = tuple[str, str]  # the ids of two claims, the smaller first
Scores = Mapping[Ends, float]


def make_room(unit: Unit, new: Scores, most: int) -> frozenset[Ends]:
    """Return which of the new pairs are among the `most` closest of either claim.

    Stored pairs that are so no longer are removed; those that a person judged stay.
    """
    claims = {claim for ends in new for claim in ends}
    stored = unit.relations.merely_related(claims)
    closest = _closest({**stored, **new}, claims, most)
    pushed_out = [ends for ends in stored if ends not in closest]
    others = {claim for ends in pushed_out for claim in ends} - claims
    closest |= _closest(unit.relations.merely_related(others), others, most)
    unit.relations.remove(ends for ends in pushed_out if ends not in closest)
    return frozenset(ends for ends in new if ends in closest)


def _closest(scores: Scores, claims: Iterable[str], most: int) -> set[Ends]:
    """Return the pairs that are among the closest of one of these claims; ids decide between equals."""
    of_claim: dict[str, list[Ends]] = defaultdict(list)
    for ends in scores:
        for claim in ends:
            of_claim[claim].append(ends)
    return {
        ends
        for claim in claims
        for ends in nsmallest(most, of_claim[claim], key=lambda pair: (-round(scores[pair], 6), pair))
    }
