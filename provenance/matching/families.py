"""The keys of `everything.AllPairs` for one claim at a time, for a program that has the claims in many places.

A key is a hash of what it stands for, the same in every process; families of keys are limited each by itself.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np

from provenance.matching.closeness import Closeness
from provenance.matching.everything import ALWAYS, MOST_WITH_PAIR, PER_CLAIM, RAREST
from provenance.matching.joining import paired, sides
from provenance.matching.keys import _hash, _phrases
from provenance.matching.reading import read
from provenance.model.claim import SourcedClaim
from provenance.model.outline import Outline

__all__ = ["FAMILIES", "MOST_WITH_PAIR", "NAMES", "RAREST", "WORD", "family_keys", "most_rows", "scores", "word_order"]

FAMILIES = ("names", "deed", "figure", "day", "name", "word", "words")
NAMES, WORD = FAMILIES.index("names"), FAMILIES.index("word")
_FAMILY_OF = {name: place for place, name in enumerate(FAMILIES)} | {
    "about": FAMILIES.index("figure"),
    "counted": FAMILIES.index("figure"),
    "days": FAMILIES.index("day"),
}


def family_keys(claim: SourcedClaim) -> tuple[tuple[int, int], ...]:
    """Return (family, key) for all that a claim is found by, each once, sorted."""
    return tuple(sorted({(_FAMILY_OF[phrase.partition("\x1f")[0]], _hash(phrase)) for phrase in _phrases(claim)}))


def word_order(text: str) -> tuple[int, ...]:
    """Return the keys of a text's words in the order in which a sheet would number them.

    Of two words that equally many claims have, the one that was read first is the rarer.
    """
    return tuple(_hash(f"word\x1f{word}") for word in read((Outline(0, 0, text),)).vocabulary)


def most_rows(held: Mapping[int, int], claims: int) -> int:
    """Return how many claims may have a key before it is left out: keys up to there give the pairs that are allowed.

    `held` says how many keys have so many claims.
    """
    budget = ALWAYS + PER_CLAIM * claims
    pairs = 0
    for size in sorted(held):
        pairs += held[size] * size * (size - 1) // 2
        if pairs > budget:
            return size - 1
    return max(held, default=0)


def scores(texts: Mapping[int, str], pairs: Sequence[tuple[int, int]], named: Sequence[bool]) -> list[float | None]:
    """Return how close the words of each pair are, 0..1; None for a pair that is not worth comparing.

    `texts` are those of the claims by their numbers, of which the first of a pair is the smaller; `named` says which
    pairs have two names in common and are compared anyway.
    """
    numbers = sorted(texts)
    sheet = read(Outline(0, row, texts[number]) for row, number in enumerate(numbers))
    row_of = {number: row for row, number in enumerate(numbers)}
    rows = np.array([[row_of[one], row_of[other]] for one, other in pairs], dtype=np.int32).reshape(-1, 2)
    wanted = paired(rows[:, 0], rows[:, 1])
    anyway = np.unique(wanted[np.asarray(named, dtype=bool)])
    found: dict[tuple[int, int], float] = {}
    for some in Closeness(sheet).worth_comparing(np.unique(wanted), anyway):
        left, right = sides(some.pairs)
        close = np.maximum(some.token_sort, some.overlap)
        found.update(zip(zip(left.tolist(), right.tolist(), strict=True), close.tolist(), strict=True))
    return [found.get((one, other)) for one, other in rows.tolist()]
