"""BM25: how much of a query's rare terms a document holds, for all documents at once.

Robertson and Zaragoza, "The Probabilistic Relevance Framework: BM25 and Beyond" (2009), with the inverse document
frequency of Lucene, which is never negative. Terms are numbers: hashes of words, or of four letters in a row.
"""

from __future__ import annotations

from collections.abc import Sequence
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

Terms = NDArray[np.uint64]
Scores = NDArray[np.float32]

_K1 = 0.9  # how soon a second mention of a term stops counting; claims are short
_B = 0.4  # how much a long document is held against it
_GRAM = 4  # letters
_PRIME = np.uint64(1_000_003)


def word_terms(words: Sequence[str]) -> Terms:
    return np.array([crc32(word.encode("utf-8", "replace")) for word in words], dtype=np.uint64)


def letter_terms(text: str) -> Terms:
    """Return a number for every four letters in a row: what a misspelt or inflected word still shares with its kin."""
    letters = np.frombuffer(text.encode("utf-32-le", "replace"), dtype="<u4").astype(np.uint64)
    count = len(letters) - _GRAM + 1
    if count <= 0:
        return np.zeros(0, dtype=np.uint64)
    terms = np.zeros(count, dtype=np.uint64)
    for place in range(_GRAM):
        terms = terms * _PRIME + letters[place : place + count]  # wraps round, as a hash may
    return terms


class Bm25:
    """Documents, given once; scored against a query at a time."""

    def __init__(self, documents: Sequence[Terms]) -> None:
        lengths = np.array([len(document) for document in documents], dtype=np.float64)
        self._count = len(documents)
        everything = np.concatenate(documents) if documents else np.zeros(0, dtype=np.uint64)
        self._terms, term = np.unique(everything, return_inverse=True)
        owner = np.repeat(np.arange(self._count), lengths.astype(np.int64))
        pairs, times = np.unique(term * max(self._count, 1) + owner, return_counts=True)
        terms, self._owners = np.divmod(pairs, max(self._count, 1))
        self._starts = np.searchsorted(terms, np.arange(len(self._terms) + 1))
        held = np.diff(self._starts)  # how many documents hold each term
        self._rarity = np.log1p((self._count - held + 0.5) / (held + 0.5))
        mean = lengths.mean() if lengths.any() else 1.0
        room = _K1 * (1 - _B + _B * lengths[self._owners] / mean)
        self._weights = (self._rarity[terms] * times / (times + room)).astype(np.float32)

    def scores(self, query: Terms) -> Scores:
        """Return a score for each document, 0 where it shares no term; a term that the query repeats counts once."""
        found = np.zeros(self._count, dtype=np.float32)
        for place in self._places(query):
            rows = slice(self._starts[place], self._starts[place + 1])
            found[self._owners[rows]] += self._weights[rows]
        return found

    def rarity(self, term: int) -> float:
        """Return how much a term tells: that of one that no document holds is the greatest."""
        places = self._places(np.array([term], dtype=np.uint64))
        return float(self._rarity[places[0]]) if len(places) else float(np.log1p((self._count + 0.5) / 0.5))

    def _places(self, query: Terms) -> NDArray[np.intp]:
        wanted = np.unique(query)
        places = np.searchsorted(self._terms, wanted)
        inside = places < len(self._terms)
        places, wanted = places[inside], wanted[inside]
        known: NDArray[np.intp] = places[self._terms[places] == wanted]
        return known
