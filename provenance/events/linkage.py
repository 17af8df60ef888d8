"""Agglomerative clustering: the nearest-neighbour chain, in numpy.

Murtagh, "A survey of recent advances in hierarchical clustering algorithms" (1983). Average linkage and Ward's method
are reducible, so that the chain finds the same tree as merging the closest pair again and again, in n squared steps.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeAlias

import numpy as np
import numpy.typing as npt

Matrix: TypeAlias = npt.NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Merge:
    """Two clusters made one; a cluster goes by its smallest element."""

    kept: int
    merged: int
    height: float  # their distance


# New distances of a merged cluster from all others, from those of its two parts.
Update = Callable[[Matrix, Matrix, float, Matrix, int, int], Matrix]


def average(to_one: Matrix, to_other: Matrix, apart: float, sizes: Matrix, one: int, other: int) -> Matrix:
    return np.asarray((sizes[one] * to_one + sizes[other] * to_other) / (sizes[one] + sizes[other]))


def ward(to_one: Matrix, to_other: Matrix, apart: float, sizes: Matrix, one: int, other: int) -> Matrix:
    """Ward's method, on squared distances."""
    together = sizes + sizes[one] + sizes[other]
    parts = (sizes + sizes[one]) * to_one + (sizes + sizes[other]) * to_other - sizes * apart
    return np.asarray(parts / together)


def merges(distances: Matrix, update: Update) -> tuple[Merge, ...]:
    """Return the n-1 merges, the closest first; the matrix is symmetrical, and is used up.

    Of several that are equally near, the first in the order of the matrix is taken: the same input gives the same tree.
    """
    count = len(distances)
    sizes = np.ones(count)
    np.fill_diagonal(distances, np.inf)
    found: list[Merge] = []
    chain: list[int] = []
    alive = np.ones(count, dtype=bool)
    while len(found) < count - 1:
        if not chain:
            chain.append(int(np.argmax(alive)))
        last = chain[-1]
        nearest = int(np.argmin(distances[last]))
        before = chain[-2] if len(chain) > 1 else None
        if before is None or distances[last, nearest] < distances[last, before]:
            chain.append(nearest)
            continue
        chain[-2:] = []
        kept, merged = sorted((last, before))
        apart = float(distances[kept, merged])
        row = update(distances[kept], distances[merged], apart, sizes, kept, merged)
        row[~alive] = np.inf
        row[[kept, merged]] = np.inf
        distances[kept] = distances[:, kept] = row
        distances[merged] = distances[:, merged] = np.inf
        sizes[kept] += sizes[merged]
        alive[merged] = False
        found.append(Merge(kept, merged, apart))
    return tuple(sorted(found, key=lambda merge: merge.height))


def cut(tree: tuple[Merge, ...], count: int, height: float) -> list[list[int]]:
    """Return the clusters that merges no higher than this make, each sorted, in the order of their first elements."""
    own = list(range(count))

    def root(element: int) -> int:
        while own[element] != element:
            own[element] = own[own[element]]
            element = own[element]
        return element

    for merge in tree:
        if merge.height <= height:
            one, other = sorted((root(merge.kept), root(merge.merged)))
            own[other] = one
    clusters: dict[int, list[int]] = {}
    for element in range(count):
        clusters.setdefault(root(element), []).append(element)
    return list(clusters.values())
