"""How close the words of many pairs of claims are, all at once: the same scores as `scores.similarity`."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from rapidfuzz import fuzz, process

from provenance.matching.joining import Pairs, sides
from provenance.matching.reading import Rows, Sheet
from provenance.matching.scores import WORTH_OVERLAP, WORTH_SORT, WORTH_WORDS

Shares = NDArray[np.float64]
_AT_ONCE = 200_000  # pairs
_BLOCK = 4_096  # pairs whose words fit a processor's cache
_WIDTH = 16  # telling words of a claim that are compared at once; most claims have no more
_WIDER = 48  # of longer claims; the few that are longer still are compared one by one
_SLACK = 1e-9  # sums in another order differ in the last digit


@dataclass(frozen=True, slots=True)
class Scored:
    """Pairs with how close their words are, 0..1 each."""

    pairs: Pairs
    token_sort: Shares  # 0 where it is below what matters, and the pair is here for its telling words
    overlap: Shares

    def __len__(self) -> int:
        return len(self.pairs)


class Closeness:
    """Scores pairs of rows of one sheet."""

    def __init__(self, sheet: Sheet) -> None:
        self._sheet = sheet
        self._counts = np.diff(sheet.starts)
        self._rows = np.repeat(np.arange(len(sheet)), self._counts)
        self._ended = np.append(sheet.stems, np.int32(-1))  # the last one: no word
        self._table = self._words(np.arange(len(sheet), dtype=np.int32), _WIDTH)
        self._weights = np.append(sheet.weights, 0.0)  # of a place that holds no word: the last one
        self._whole = np.bincount(self._rows, weights=sheet.weights[sheet.stems], minlength=len(sheet))

    def worth_comparing(self, pairs: Pairs, anyway: Pairs) -> Iterator[Scored]:
        """Yield the pairs whose words meet, by the measure of `scores.is_candidate`, or that are among `anyway`."""
        for start in range(0, len(pairs), _AT_ONCE):
            some = pairs[start : start + _AT_ONCE]
            left, right = sides(some)
            common = self.common_weight(left, right)
            whole = np.sqrt(self._whole[left] * self._whole[right])
            overlap = np.divide(common, whole, out=np.zeros_like(common), where=whole > 0)
            token_sort = self.token_sort(left, right)
            worth = (token_sort >= WORTH_SORT - _SLACK) | (
                (overlap >= WORTH_OVERLAP - _SLACK) & (common >= WORTH_WORDS - _SLACK)
            )
            worth |= _among(some, anyway)
            yield Scored(some[worth], token_sort[worth], overlap[worth])

    def token_sort(self, left: Rows, right: Rows) -> Shares:
        """Return rapidfuzz's ratio over the words in alphabetical order; 0 where it is below what matters."""
        texts = self._sheet.sorted_texts
        one, other = [texts[row] for row in left.tolist()], [texts[row] for row in right.tolist()]
        cutoff = 100 * (WORTH_SORT - _SLACK)
        found = process.cpdist(one, other, scorer=fuzz.ratio, score_cutoff=cutoff, dtype=np.float64)
        return np.asarray(found) / 100

    def common_weight(self, left: Rows, right: Rows) -> Shares:
        """Return what the telling words in common weigh."""
        most = np.maximum(self._counts[left], self._counts[right])
        found = np.zeros(len(left))
        short = np.flatnonzero(most <= _WIDTH)
        for start in range(0, len(short), _BLOCK):
            some = short[start : start + _BLOCK]
            found[some] = self._common(self._table[left[some]], self._table[right[some]])
        wider = np.flatnonzero((most > _WIDTH) & (most <= _WIDER))
        for start in range(0, len(wider), _BLOCK):
            some = wider[start : start + _BLOCK]
            found[some] = self._common(self._words(left[some], _WIDER), self._words(right[some], _WIDER))
        for index in np.flatnonzero(most > _WIDER).tolist():
            shared = np.intersect1d(self._stems(left[index]), self._stems(right[index]), assume_unique=True)
            found[index] = self._weights[shared].sum()
        return found

    def _common(self, one: Rows, other: Rows) -> Shares:
        both = np.zeros(one.shape, dtype=bool)
        for place in range(other.shape[1]):
            both |= one == other[:, place, None]
        both &= one >= 0
        return np.asarray((self._weights[one] * both).sum(axis=1))

    def _words(self, rows: Rows, width: int) -> Rows:
        """Return each row's stems, -1 where it has no more; those beyond the width are left out."""
        places = self._sheet.starts[rows, None] + np.arange(width)
        held = np.arange(width) < self._counts[rows, None]
        return np.where(held, self._ended[np.where(held, places, -1)], np.int32(-1))

    def _stems(self, row: int) -> Rows:
        return self._sheet.stems[self._sheet.starts[row] : self._sheet.starts[row + 1]]


def _among(some: Pairs, known: Pairs) -> NDArray[np.bool_]:
    """Return which of some pairs are known ones; both are sorted."""
    if not len(known):
        return np.zeros(len(some), dtype=bool)
    places = np.minimum(np.searchsorted(known, some), len(known) - 1)
    return np.asarray(known[places] == some)
