"""Two events of one kind, in one group: how they are told apart.

Two fights of one champion, two quakes on one island, a man hired and dismissed by one club share most of their words,
and any threshold that parts them tears other events to pieces. What gives them away is that each has names and figures
of its own, in most of its articles, which the other never mentions. A later report of one event has new names as well,
but the earlier one then has none that the later leaves out.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from provenance.events.linkage import Matrix, cut, merges, ward
from provenance.events.scale import EVENTS
from provenance.events.weighing import Flags, Weighed

APART = 0.8  # names of its own against names in common, from which each of two halves is an event
AT_ONCE = 2.0  # as many times that where both halves are of the same days: seldom is it twice the same at the same time
FEWEST = 4  # articles that can be two events: of one article alone, no one can tell what is its core
_ROUNDS = 5


def divided(weighed: Weighed, articles: Sequence[int]) -> list[list[int]]:
    """Return the events that are in the group: it alone, or its parts, each sorted."""
    group = sorted(articles)
    if len(group) < FEWEST:
        return [group]
    rows, words = weighed.dense(group)
    left, right = _halves(rows)
    if min(len(left), len(right)) < 2:
        return [group]
    telling = weighed.is_name[words] | np.array([weighed.vocabulary[word][:1].isdigit() for word in words])
    parts = [[group[index] for index in half] for half in (left, right)]
    apart = APART * (AT_ONCE if _at_once(weighed, *parts) else 1.0)
    if opposition(rows[left] > 0, rows[right] > 0, np.where(telling, weighed.rarity[words], 0.0)) < apart:
        return [group]
    return [event for part in parts for event in divided(weighed, part)]


def _at_once(weighed: Weighed, left: Sequence[int], right: Sequence[int]) -> bool:
    """True where the middle articles of both halves were published within days; False where no date is known."""
    days = [weighed.days[list(half)] for half in (left, right)]
    known = [half[~np.isnan(half)] for half in days]
    return all(len(half) for half in known) and bool(abs(np.median(known[0]) - np.median(known[1])) <= EVENTS.grace)


def opposition(left: Flags, right: Flags, tells: Matrix) -> float:
    """Return how much both sides have of their own (the lesser of the two), against what they have in common.

    A word is a side's own by the share of its articles that hold it, less the other side's share; both shares are
    smoothed (one article more that does not, one that does), so that few articles prove little.
    """
    here, there = left.sum(axis=0), right.sum(axis=0)
    low_here, low_there = here / (len(left) + 1), there / (len(right) + 1)
    high_here, high_there = (here + 1) / (len(left) + 1), (there + 1) / (len(right) + 1)
    own_here = float((tells * np.maximum(low_here - high_there, 0.0)).sum())
    own_there = float((tells * np.maximum(low_there - high_here, 0.0)).sum())
    common = float((tells * np.minimum(low_here, low_there)).sum())
    lesser = min(own_here, own_there)
    return lesser / common if common else (np.inf if lesser else 0.0)


def _halves(rows: Matrix) -> tuple[list[int], list[int]]:
    """Return the two halves that differ most, by the words that several articles hold and not all.

    Ward's method, and then each article goes to the half that it is more like.
    """
    held = (rows > 0).sum(axis=0)
    contrast = rows * (1 - held / len(rows))
    lengths = np.linalg.norm(contrast, axis=1, keepdims=True)
    contrast = contrast / np.where(lengths, lengths, 1.0)
    alike = contrast @ contrast.T
    tree = merges(np.maximum(2 - 2 * alike, 0.0), ward)
    halves = cut(tree, len(rows), tree[-2].height)
    if len(halves) != 2:  # several merges of the same height
        return list(range(len(rows))), []
    side = np.isin(np.arange(len(rows)), halves[0])
    np.fill_diagonal(alike, 0.0)
    for _ in range(_ROUNDS):
        closer = _mean_to(alike, side) >= _mean_to(alike, ~side)
        if closer.all() or not closer.any() or (closer == side).all():
            break
        side = closer
    return [int(i) for i in np.flatnonzero(side)], [int(i) for i in np.flatnonzero(~side)]


def _mean_to(alike: Matrix, side: Flags) -> Matrix:
    """Return each article's mean likeness to the others of one side."""
    return np.asarray(alike[:, side].sum(axis=1) / np.maximum(1, side.sum() - side))
