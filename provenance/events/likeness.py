"""Which articles are alike: found through the words they share, so that no one needs to compare all pairs."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np

from provenance.events.linkage import Matrix
from provenance.events.scale import Scale
from provenance.events.weighing import Indices, Weighed, time_factor


class _Postings:
    """For each word, the articles that hold it, and how much it weighs in each."""

    def __init__(self, weighed: Weighed, articles: Sequence[int]) -> None:
        rows = [weighed.row(article) for article in articles]
        words = np.concatenate([weighed.words[row] for row in rows])
        order = np.argsort(words, kind="stable")
        self.count = len(rows)
        self.articles = np.repeat(np.arange(len(rows)), [row.stop - row.start for row in rows])[order]
        self.weights = np.concatenate([weighed.weights[row] for row in rows])[order]
        self.borders = np.searchsorted(words[order], np.arange(len(weighed.vocabulary) + 1))

    def scores(self, words: Indices, weights: Matrix) -> Matrix:
        """Return how much each article is like one that holds these words: the cosine, 0..1."""
        first, after = self.borders[words], self.borders[words + 1]
        entries = _ranges(first, after - first)
        parts = self.weights[entries] * np.repeat(weights, after - first)
        return np.bincount(self.articles[entries], parts, minlength=self.count).astype(np.float64)


def families(weighed: Weighed, scale: Scale) -> list[list[int]]:
    """Return the articles in families, each sorted: whoever is this much alike is in the same one.

    No average over pairs can be as high where no pair is, so that average linkage never joins two families.
    """
    own = np.arange(len(weighed.articles))
    for article, others in _alike(weighed, scale):
        roots = np.unique(own[np.append(others, article)])
        if len(roots) > 1:
            own[np.isin(own, roots)] = roots[0]
    order = np.argsort(own, kind="stable")
    borders = np.flatnonzero(np.diff(own[order])) + 1
    return [sorted(map(int, family)) for family in np.split(order, borders) if len(family)]


def _alike(weighed: Weighed, scale: Scale) -> Iterator[tuple[int, Indices]]:
    """Yield each article with those before it that are at least so much like it."""
    postings = _Postings(weighed, range(len(weighed.articles)))
    for article in range(1, len(weighed.articles)):
        own = weighed.row(article)
        scores = postings.scores(weighed.words[own], weighed.weights[own])[:article]
        near = np.flatnonzero(scores >= scale.alike)
        factor = time_factor(weighed.days[near], weighed.days[article], scale.grace, scale.half_life)
        near = near[scores[near] * factor >= scale.alike]
        if len(near):
            yield article, near


def likeness(weighed: Weighed, articles: Sequence[int], scale: Scale) -> Matrix:
    """Return how much each two of the articles are alike, 0..1: the cosine of their words, less what time takes."""
    postings = _Postings(weighed, articles)
    rows = (weighed.row(article) for article in articles)
    alike = np.array([postings.scores(weighed.words[row], weighed.weights[row]) for row in rows])
    days = weighed.days[list(articles)]
    return np.asarray(alike * time_factor(days[:, None], days[None, :], scale.grace, scale.half_life))


def _ranges(first: Indices, lengths: Indices) -> Indices:
    """Return first, first + 1, ... for each length, one after another."""
    ends = np.cumsum(lengths)
    return np.arange(int(ends[-1]) if len(ends) else 0) + np.repeat(first - ends + lengths, lengths)
