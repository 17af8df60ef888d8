"""Which articles are alike: found through the words they share, so that no one needs to compare all pairs."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np

from provenance.events.linkage import Matrix
from provenance.events.scale import Scale
from provenance.events.weighing import Indices, Weighed, time_factor


def families(weighed: Weighed, scale: Scale) -> list[list[int]]:
    """Return the articles in families, each sorted: whoever is this much alike is in the same one.

    No average over pairs can be as high where no pair does, so that average linkage never joins two families.
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
    by_word = np.argsort(weighed.words, kind="stable")
    rows = np.repeat(np.arange(len(weighed.articles)), np.diff(weighed.starts))[by_word]
    weights = weighed.weights[by_word]
    borders = np.searchsorted(weighed.words[by_word], np.arange(len(weighed.vocabulary) + 1))
    for article in range(1, len(weighed.articles)):
        own = weighed.row(article)
        first, after = borders[weighed.words[own]], borders[weighed.words[own] + 1]
        entries = _ranges(first, after - first)
        scores = np.bincount(
            rows[entries], weights[entries] * np.repeat(weighed.weights[own], after - first), minlength=article
        )[:article]
        near = np.flatnonzero(scores >= scale.alike)
        if len(near):
            factor = time_factor(weighed.days[near], weighed.days[article], scale.grace, scale.half_life)
            timely = scores[near] * factor >= scale.alike
            if timely.any():
                yield article, near[timely]


def _ranges(first: Indices, lengths: Indices) -> Indices:
    """Return first, first + 1, ... for each length, one after another."""
    ends = np.cumsum(lengths)
    return np.arange(int(ends[-1]) if len(ends) else 0) + np.repeat(first - ends + lengths, lengths)


def likeness(weighed: Weighed, articles: Sequence[int], scale: Scale) -> Matrix:
    """Return how much each two of the articles are alike, 0..1: the cosine of their words, less what time takes."""
    rows, _ = weighed.dense(articles)
    days = weighed.days[list(articles)]
    return np.asarray((rows @ rows.T) * time_factor(days[:, None], days[None, :], scale.grace, scale.half_life))
