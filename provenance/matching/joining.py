"""Pairs of rows that share a key, without comparing all pairs: keys are sorted, and equal ones lie side by side.

Keys are hashes of 64 bits. They are worked on in parts, by their lowest bits, so that memory depends on the size of a
part; within one, the row's number takes the place of a key's lowest bits, so that one sort of plain numbers does it.
Two keys that differ are taken for one so seldom (once in 10 million) that it only costs a needless comparison.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from provenance.matching.reading import Keys, Numbers, Rows

Pairs = NDArray[np.uint64]  # the smaller row in the upper half, the greater in the lower
PER_PART = 4_000_000  # keys that are sorted at once
_LOW = np.uint64(0xFFFFFFFF)
_HALF = np.uint64(32)


@dataclass(slots=True)
class Crowded:
    """Keys that so many rows share that they find nothing in particular, and what they would have cost."""

    keys: int = 0
    rows: int = 0  # most rows that one of them has
    pairs: int = 0  # that were not looked at for the key's sake; another key may have found them

    def add(self, sizes: Numbers) -> None:
        if len(sizes):
            self.keys += len(sizes)
            self.rows = max(self.rows, int(sizes.max()))
            self.pairs += int((sizes * (sizes - 1) // 2).sum())


def mixed(*parts: Keys | Rows | int) -> Keys:
    """Return a key for each row of the parts: the same parts in the same order give the same key.

    The finaliser of splitmix64 (Steele, Lea and Flood 2014, https://doi.org/10.1145/2660193.2660195), part after part.
    """
    key = np.zeros(1, dtype=np.uint64)
    for part in parts:
        number = np.asarray(part).astype(np.uint64)
        key = (key ^ number) + np.uint64(0x9E3779B97F4A7C15)
        key = (key ^ (key >> np.uint64(30))) * np.uint64(0xBF58476D1CE4E5B9)
        key = (key ^ (key >> np.uint64(27))) * np.uint64(0x94D049BB133111EB)
        key = key ^ (key >> np.uint64(31))
    return key


@dataclass(frozen=True, slots=True)
class Keyed:
    """Keys and the rows that have them."""

    keys: Keys
    rows: Rows


Making = Callable[[], Iterator[Keyed]]


@dataclass(slots=True)
class Join:
    """Finds pairs of rows of different articles that share a key."""

    articles: Rows
    crowded: Crowded = field(default_factory=Crowded)

    def pairs(self, keyed: Making, count: int, most: int) -> Pairs:
        """Return the pairs, sorted, each once; a key that more than `most` rows have is left out and counted.

        `keyed` gives the keys anew for each part, `count` of them in all.
        """
        found: list[Pairs] = []
        for rows, starts, sizes in self._parts(keyed, count):
            self.crowded.add(sizes[sizes > most])
            found.append(self._grouped(rows, starts, sizes, most))
        return distinct(found)

    def sizes(self, keyed: Making, count: int) -> Numbers:
        """Return how many keys have as many rows as the place in the array says."""
        held = np.zeros(1, dtype=np.int64)
        for _, _, sizes in self._parts(keyed, count):
            more = np.bincount(sizes, minlength=len(held))
            more[: len(held)] += held
            held = more
        return held

    def _parts(self, keyed: Making, count: int) -> Iterator[tuple[Rows, Numbers, Numbers]]:
        """Yield the rows sorted by key, where each key's rows start, and how many it has, a part at a time."""
        parts = 1 << max(0, (max(count, 1) - 1) // PER_PART).bit_length()
        bits = np.uint64(max(1, int(len(self.articles) - 1).bit_length()))
        lower = (np.uint64(1) << bits) - np.uint64(1)
        mask, shift = np.uint64(parts - 1), np.uint64(parts.bit_length() - 1)
        for part in range(parts):
            packed = [np.zeros(0, dtype=np.uint64)]
            for some in keyed():
                own = (some.keys & mask) == np.uint64(part)
                turned = some.keys[own] >> shift  # the part is known: its bits are free for the row
                packed.append(((turned << bits) & ~lower) | some.rows[own].astype(np.uint64))
            entries = np.concatenate(packed)
            entries.sort()
            keys = entries >> bits
            starts = np.flatnonzero(np.append(True, keys[1:] != keys[:-1])) if len(keys) else np.zeros(0, np.int64)
            yield (entries & lower).astype(np.int32), starts, np.diff(np.append(starts, len(keys)))

    def _grouped(self, rows: Rows, starts: Numbers, sizes: Numbers, most: int) -> Pairs:
        found: list[Pairs] = []
        for size in np.unique(sizes[(sizes > 1) & (sizes <= most)]).tolist():
            left, right = np.triu_indices(size, 1)
            of_size = starts[sizes == size]
            for first in range(0, len(of_size), step := max(1, PER_PART // len(left))):
                members = rows[of_size[first : first + step, None] + np.arange(size)]
                one, other = members[:, left].ravel(), members[:, right].ravel()
                apart = self.articles[one] != self.articles[other]
                found.append(paired(one[apart], other[apart]))
        return distinct(found)


def paired(left: Rows, right: Rows) -> Pairs:
    """Return pairs of rows, of which the left is never the greater."""
    return (left.astype(np.uint64) << _HALF) | right.astype(np.uint64)


def sides(pairs: Pairs) -> tuple[Rows, Rows]:
    return (pairs >> _HALF).astype(np.int32), (pairs & _LOW).astype(np.int32)


def distinct(found: list[Pairs]) -> Pairs:
    """Return all of them sorted, each once."""
    whole = np.concatenate(found) if found else np.zeros(0, dtype=np.uint64)
    found.clear()
    if len(whole) < 2:
        return whole
    whole.sort()
    firsts: Pairs = whole[np.concatenate([[True], whole[1:] != whole[:-1]])]
    return firsts
