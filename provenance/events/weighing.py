"""How much each word of an article tells, and how close two articles are."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np
import numpy.typing as npt

from provenance.events.linkage import Matrix
from provenance.model.event import Profile
from provenance.text.words import COMMON_WORDS, stem

UNSEEN = 100  # articles that are imagined beside the stored ones, so that few articles on one event are told apart, too
COMMON_SHARE = 0.3  # of imagined articles that hold a common news word
RARE_SHARE = 0.01  # of those that hold any other
NAME = 1.5  # how much more a name tells than another word that is as rare
TOO_COMMON = 0.2  # share of articles from which a word tells no events apart

COMMON = frozenset(stem(word) for word in COMMON_WORDS)

Flags = npt.NDArray[np.bool_]
Indices = npt.NDArray[np.int64]


@dataclass(frozen=True)
class Weighed:
    """Articles as vectors of length 1, a row each (compressed sparse rows), and what is known of each word."""

    articles: tuple[str, ...]
    starts: Indices  # where each row begins; one more than there are rows
    words: Indices  # of each entry: which word
    weights: Matrix  # of each entry
    vocabulary: tuple[str, ...]
    rarity: Matrix  # of each word
    is_name: Flags  # of each word: mostly written as one
    days: Matrix  # publication, in days; not a number where it is not known

    def row(self, article: int) -> slice:
        return slice(int(self.starts[article]), int(self.starts[article + 1]))

    @cached_property
    def rarity_of(self) -> dict[str, float]:
        return dict(zip(self.vocabulary, self.rarity.tolist(), strict=True))

    def dense(self, articles: Sequence[int]) -> tuple[Matrix, Indices]:
        """Return these articles' rows over the words that at least two of them hold, and which words those are."""
        rows = [self.row(article) for article in articles]
        words = np.concatenate([self.words[row] for row in rows])
        held, column, times = np.unique(words, return_inverse=True, return_counts=True)
        kept = times > 1
        line = np.repeat(np.arange(len(rows)), [row.stop - row.start for row in rows])
        weights = np.concatenate([self.weights[row] for row in rows])
        entries = kept[column]
        matrix = np.zeros((len(articles), int(kept.sum())))
        matrix[line[entries], (np.cumsum(kept) - 1)[column[entries]]] = weights[entries]
        return matrix, held[kept]


def weigh(profiles: Sequence[Profile]) -> Weighed:
    """Return the articles as vectors: rare words weigh more, and names more than other words.

    Term frequency counts by its logarithm, rarity is log(N/df) over the stored articles and `UNSEEN` imagined ones.
    """
    held = Counter(term.word for profile in profiles for term in profile.terms)
    named = Counter(term.word for profile in profiles for term in profile.terms if term.is_name)
    everything = len(profiles) + UNSEEN
    share = {w: (n + UNSEEN * (COMMON_SHARE if w in COMMON else RARE_SHARE)) / everything for w, n in held.items()}
    rarity = {word: -math.log(part) for word, part in share.items() if part < TOO_COMMON}
    vocabulary = tuple(sorted(rarity))
    number = {word: index for index, word in enumerate(vocabulary)}
    starts = [0]
    words: list[int] = []
    weights: list[float] = []
    for profile in profiles:
        told = {
            number[t.word]: (1 + math.log(t.count)) * rarity[t.word] * (NAME if t.is_name else 1.0)
            for t in profile.terms
            if t.word in rarity
        }
        length = math.sqrt(sum(weight * weight for weight in told.values())) or 1.0
        words.extend(told)
        weights.extend(weight / length for weight in told.values())
        starts.append(len(words))
    return Weighed(
        articles=tuple(profile.article for profile in profiles),
        starts=np.array(starts, dtype=np.int64),
        words=np.array(words, dtype=np.int64),
        weights=np.array(weights),
        vocabulary=vocabulary,
        rarity=np.array([rarity[word] for word in vocabulary]),
        is_name=np.array([named[word] * 2 > held[word] for word in vocabulary], dtype=bool),
        days=np.array([p.published.toordinal() if p.published else math.nan for p in profiles]),
    )


def time_factor(days: Matrix, others: Matrix, grace: int, half_life: float) -> Matrix:
    """Return how much likeness tells in view of when two were published, 0..1; 1 where a date is not known."""
    gap = np.abs(days - others)
    factor = 0.5 ** (np.maximum(gap - grace, 0.0) / half_life)
    return np.where(np.isnan(gap), 1.0, factor)
