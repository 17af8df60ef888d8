"""All claims against each other: which pairs are worth comparing, without comparing all pairs.

Claims meet through keys: a word that few have, two rare words that both have, two names, a name with what it did, a
figure with what it counts, a day. A store of some thousand claims is compared through every key that any two share, as
a new article's claims are. In a larger one a key counts where few have it, and common words count two by two: the
work then grows with the claims, and not with their square. What is too common to tell anything is counted.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import combinations

import numpy as np

from provenance.matching.closeness import Closeness, Scored
from provenance.matching.joining import Crowded, Join, Keyed, Making, Pairs, distinct, mixed, paired, sides
from provenance.matching.keys import FEW, MOST_NAMES, TELLING_WORD
from provenance.matching.reading import Numbers, Rows, Sheet

RAREST = 6  # words of a claim that are joined two by two
MOST_WITH_PAIR = 48  # rows that two words may have in common
ALWAYS = 200_000  # pairs that are looked at through single keys however few claims there are
PER_CLAIM = 1  # and so many more a claim
_WORDS_OF_FEW = 6
_NAMES, _DEED, _NAME, _FIGURE, _DAY, _WORD, _WORDS = range(1, 8)


@dataclass(frozen=True, slots=True)
class Reach:
    """What was looked at."""

    pairs: int  # that share a key, each once
    single: Crowded  # words, names, figures and days that too many claims have
    double: Crowded  # the same of two words


class AllPairs:
    """The pairs of one sheet that are worth comparing."""

    def __init__(self, sheet: Sheet) -> None:
        self._sheet = sheet
        self._single = Join(sheet.articles)
        self._double = Join(sheet.articles)
        self._count = 0

    @property
    def reach(self) -> Reach:
        return Reach(self._count, self._single.crowded, self._double.crowded)

    def scored(self) -> Iterator[Scored]:
        """Yield the pairs that are worth comparing, in order, some at a time."""
        names = self._alone(self._name_pairs)
        found = [names.copy(), self._by_two_words()]
        for making in (self._deeds, self._named, self._figures, self._days, self._words, self._words_of_few):
            found.append(self._alone(making))
        pairs = distinct(found)
        self._count = len(pairs)
        yield from Closeness(self._sheet).worth_comparing(pairs, names)

    def _alone(self, making: Making) -> Pairs:
        """Return the pairs that share one key, of keys so rare that the pairs are not too many."""
        some = list(making())
        count = sum(len(keyed.keys) for keyed in some)
        held = self._single.sizes(lambda: iter(some), count)
        sizes = np.arange(len(held))
        pairs = np.cumsum(held * sizes * (sizes - 1) // 2)
        budget = ALWAYS + PER_CLAIM * len(self._sheet)
        most = int(np.searchsorted(pairs, budget, side="right")) - 1
        return self._single.pairs(lambda: iter(some), count, most)

    def _by_two_words(self) -> Pairs:
        table = _rarest(self._sheet)

        def making() -> Iterator[Keyed]:
            for one, other in combinations(range(table.shape[1]), 2):
                rows = np.flatnonzero(table[:, other] >= 0).astype(np.int32)
                left, right = table[rows, one], table[rows, other]
                yield Keyed(mixed(np.minimum(left, right), np.maximum(left, right)), rows)

        count = len(self._sheet) * RAREST * (RAREST - 1) // 2
        return self._double.pairs(making, count, MOST_WITH_PAIR)

    def _name_pairs(self) -> Iterator[Keyed]:
        rows, names = self._sheet.names
        place = _place(rows)
        early = place < MOST_NAMES
        rows, names, place = rows[early], names[early], place[early]
        for step in range(1, MOST_NAMES):  # a row's names lie side by side
            near = np.flatnonzero(rows[step:] == rows[:-step]) if len(rows) > step else np.zeros(0, np.int64)
            one, other = names[near], names[near + step]
            yield Keyed(mixed(_NAMES, np.minimum(one, other), np.maximum(one, other)), rows[near])

    def _deeds(self) -> Iterator[Keyed]:
        rows, names = self._sheet.names
        told = (self._sheet.predicates[rows] > 0) & (_place(rows) < MOST_NAMES)
        yield Keyed(mixed(_DEED, names[told], self._sheet.predicates[rows[told]]), rows[told])

    def _named(self) -> Iterator[Keyed]:
        rows, names = self._sheet.names
        yield Keyed(mixed(_NAME, names), rows)

    def _figures(self) -> Iterator[Keyed]:
        yield _keyed(_FIGURE, *self._sheet.figures)

    def _days(self) -> Iterator[Keyed]:
        yield _keyed(_DAY, *self._sheet.days)

    def _words(self) -> Iterator[Keyed]:
        held = np.bincount(self._sheet.stems, minlength=len(self._sheet.vocabulary))
        rows, stems = _entries(self._sheet, (self._sheet.weights >= TELLING_WORD) & (held > 1))
        yield Keyed(mixed(_WORD, stems), rows)

    def _words_of_few(self) -> Iterator[Keyed]:
        """Yield pairs of words of claims that have hardly a telling one, the heaviest words first."""
        sheet = self._sheet
        rows, _ = _entries(sheet, sheet.weights >= TELLING_WORD)
        few = np.bincount(rows, minlength=len(sheet)) < FEW
        told = np.array([word != "not" for word in sheet.vocabulary], dtype=bool)
        rows, stems = _entries(sheet, told)
        rows, stems = rows[few[rows]], stems[few[rows]]
        alphabetical = np.argsort(np.argsort(np.array(sheet.vocabulary, dtype=object))) if len(stems) else stems
        order = np.lexsort((alphabetical[stems], -sheet.weights[stems], rows))
        rows, stems = rows[order], stems[order]
        early = _place(rows) < _WORDS_OF_FEW
        rows, stems = rows[early], stems[early]
        for step in range(1, _WORDS_OF_FEW):
            near = np.flatnonzero(rows[step:] == rows[:-step]) if len(rows) > step else np.zeros(0, np.int64)
            one, other = stems[near], stems[near + step]
            yield Keyed(mixed(_WORDS, np.minimum(one, other), np.maximum(one, other)), rows[near])


def nearest(scored: Iterable[Scored], count: int, most: int) -> Pairs:
    """Return the pairs that are among the `most` closest of either claim; the smaller pair of two equals is closer."""
    some = list(scored)
    pairs = np.concatenate([each.pairs for each in some]) if some else np.zeros(0, dtype=np.uint64)
    close = np.concatenate([np.maximum(each.token_sort, each.overlap) for each in some]) if some else np.zeros(0)
    left, right = sides(pairs)
    crowded = np.bincount(left, minlength=count) + np.bincount(right, minlength=count) > most
    kept = ~(crowded[left] & crowded[right])  # of a claim with few neighbours, all of them are among its closest
    order = np.lexsort((pairs, -close))
    ends = np.concatenate([left[order], right[order]])
    index = np.concatenate([order, order])
    turn = np.concatenate([np.arange(len(order))] * 2)
    by_claim = np.lexsort((turn, ends))
    by_claim = by_claim[crowded[ends[by_claim]]]
    kept[index[by_claim[_place(ends[by_claim]) < most]]] = True
    return pairs[kept]


def _keyed(family: int, rows: Rows, things: Rows) -> Keyed:
    """Return a key for each thing that a row has; each once, for a key must not find a row beside itself."""
    one, thing = sides(distinct([paired(rows, things)]))
    return Keyed(mixed(family, thing), one)


def _entries(sheet: Sheet, telling: np.ndarray[tuple[int], np.dtype[np.bool_]]) -> tuple[Rows, Rows]:
    """Return rows and their stems, of those stems that tell."""
    rows = np.repeat(np.arange(len(sheet), dtype=np.int32), np.diff(sheet.starts))
    told = telling[sheet.stems] if len(sheet.stems) else np.zeros(0, dtype=bool)
    return rows[told], sheet.stems[told]


def _rarest(sheet: Sheet) -> Rows:
    """Return each row's rarest telling words, of those that another row has too; -1 where it has no more."""
    held = np.bincount(sheet.stems, minlength=len(sheet.vocabulary))
    order = np.argsort(held, kind="stable")
    rank = np.empty(len(held), dtype=np.int64)
    rank[order] = np.arange(len(held))
    rows, stems = _entries(sheet, (sheet.weights >= TELLING_WORD) & (held > 1))
    both = (rows.astype(np.int64) << 32) | rank[stems]
    both.sort()
    rows = (both >> 32).astype(np.int32)
    place = _place(rows)
    early = place < RAREST
    table = np.full((len(sheet), RAREST), -1, dtype=np.int32)
    table[rows[early], place[early]] = order[both[early] & 0xFFFFFFFF]
    return table


def _place(rows: Rows) -> Numbers:
    """Return the place of each entry among those of its row; a row's entries lie side by side."""
    if not len(rows):
        return np.zeros(0, dtype=np.int64)
    index = np.arange(len(rows))
    begins = np.concatenate([[True], rows[1:] != rows[:-1]])
    return index - np.maximum.accumulate(np.where(begins, index, 0))
