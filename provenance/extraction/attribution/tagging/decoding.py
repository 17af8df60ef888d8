"""From scores to stretches: the most likely sequence of labels that makes sense (Viterbi)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from provenance.extraction.attribution.tagging.labels import BEGINS, OUTSIDE, ROLES, Role
from provenance.extraction.attribution.tagging.network import Pieces
from provenance.model.span import Span

if TYPE_CHECKING:
    from numpy.typing import NDArray

_NEVER = -1e4
_SPLIT = -1.0  # a stretch seldom begins where one of its own role has just ended


@dataclass(frozen=True, slots=True)
class Stretch:
    """Words that play one role; which others they belong to is not known yet."""

    role: Role
    span: Span


def stretches(pieces: Pieces) -> tuple[Stretch, ...]:
    """Return the stretches in the order of the text; none crosses the end of a paragraph, no two overlap."""
    if not pieces.spans:
        return ()
    scores = pieces.scores.astype(np.float64)
    for row in pieces.breaks:
        scores[row] = _NEVER
        scores[row, OUTSIDE] = 0.0
    found: list[Stretch] = []
    start: int | None = None
    labels = [*best_path(scores), OUTSIDE]
    for row, label in enumerate(labels):
        if start is not None and (label == OUTSIDE or BEGINS[label]):
            role = ROLES[labels[start]]
            if role is not None:
                found.append(Stretch(role, Span(pieces.spans[start].start, pieces.spans[row - 1].end)))
            start = None
        if BEGINS[label]:
            start = row
    return tuple(found)


def best_path(scores: NDArray[np.float64]) -> list[int]:
    """Return the label of each row so that their scores and those of their transitions add up to the most."""
    reached = np.where(_CAN_COME_FIRST, scores[0], _NEVER)
    came_from = np.zeros(scores.shape, dtype=np.intp)
    for row in range(1, len(scores)):
        ways = reached[:, None] + _TRANSITIONS
        came_from[row] = ways.argmax(axis=0)
        reached = ways.max(axis=0) + scores[row]
    path = [int(reached.argmax())]
    for row in range(len(scores) - 1, 0, -1):
        path.append(int(came_from[row, path[-1]]))
    return path[::-1]


def _transition(before: int, after: int) -> float:
    if after == OUTSIDE or (BEGINS[after] and ROLES[before] is not ROLES[after]):
        return 0.0
    if BEGINS[after]:
        return _SPLIT
    return 0.0 if ROLES[before] is ROLES[after] else _NEVER


_TRANSITIONS = np.array([[_transition(before, after) for after in range(len(ROLES))] for before in range(len(ROLES))])
_CAN_COME_FIRST = np.array([label == OUTSIDE or BEGINS[label] for label in range(len(ROLES))])
