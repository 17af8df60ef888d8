"""How sure a check covers a post, learned from posts whose check is known, and from posts whose check is taken away.

usage: python training/checks/fit.py FOLDER [--vectors FILE.npz] [--without-encoder]

FOLDER is that of benchmarks/retrieval.py; only its part "train" is read. Collections of several sizes are drawn from
its checks. Each is asked about posts whose check it holds and about as many whose check it does not hold, though it
holds the nearest wrong one, which speaks of the same subject. Two logistic regressions are fitted, one on
small collections and one on large ones (matching/covering.py mixes them by size), and judged on posts left out.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

sys.path.insert(0, str(Path(__file__).parents[2] / "benchmarks"))
from retrieval import Queries, read_checks, read_meanings, read_queries

from provenance.embedding import Encoder, Vectors, installed_encoder
from provenance.matching.covering import LEAST_SCORE, CheckIndex, Witnesses, texts_of
from provenance.model.fact_check import FactCheck

Array = NDArray[np.float64]
FEW, MANY = {30: 10, 100: 4}, {1_000: 1, 12_000: 1}  # checks of a collection, and how often; the last holds all
FOLDS = 5
RIDGE = 1e-3


class Remembered:
    """An encoder that reads each text once."""

    def __init__(self, encoder: Encoder) -> None:
        self.id = encoder.id
        self._encoder = encoder
        self._known: dict[str, Vectors] = {}

    def encode(self, texts: Sequence[str]) -> Vectors:
        for text in texts:
            if text not in self._known:
                self._known[text] = self._encoder.encode([text])[0]
        return np.stack([self._known[text] for text in texts])


@dataclass(frozen=True, slots=True)
class Case:
    """A post asked of a collection."""

    post: int
    witnesses: Witnesses
    is_held: bool  # the collection has its check
    is_right: bool  # and it came first


@dataclass(frozen=True, slots=True)
class Drawing:
    """What collections are drawn from."""

    checks: list[FactCheck]
    numbers: dict[str, bytes]
    encoder: Encoder | None
    posts: Queries
    nearest_wrong: dict[int, int]

    def cases(self, sizes: dict[int, int]) -> list[Case]:
        random = np.random.default_rng(1)
        found: list[Case] = []
        for size, times in sizes.items():
            for _ in range(times):
                order = [int(post) for post in random.permutation(len(self.posts))]
                count = min(size // 3, len(order) // 2)
                places = [int(place) for place in random.permutation(len(self.checks))]
                found.extend(self._asked(order[:count], order[count : 2 * count], places, size))
        return found

    def _asked(self, held: list[int], others: list[int], places: list[int], size: int) -> list[Case]:
        away = {self._wording(self.posts[post][1]) for post in others}
        first = [self.posts[post][1] for post in held] + [self.nearest_wrong[post] for post in others]
        drawn = [place for place in dict.fromkeys((*first, *places)) if self._wording(place) not in away][:size]
        kept = [self.checks[place] for place in sorted(drawn)]
        index = CheckIndex(kept, self.numbers, self.encoder)
        here = {texts_of(check)[1] for check in kept}
        return [case for post in (*held, *others) if (case := self._case(index, kept, here, post)) is not None]

    def _case(self, index: CheckIndex, kept: list[FactCheck], here: set[str], post: int) -> Case | None:
        best = index.best(self.posts[post][0])
        if best is None:
            return None
        right = self._wording(self.posts[post][1])
        return Case(post, best[1], right in here, texts_of(kept[best[0]])[1] == right)

    def _wording(self, place: int) -> str:
        return texts_of(self.checks[place])[1]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--vectors", type=Path)
    parser.add_argument("--without-encoder", action="store_true")
    given = parser.parse_args()
    checks, places = read_checks(given.folder / "verified_claims.tsv")
    posts = read_queries(given.folder / "queries.jsonl", "train", places)
    installed = None if given.without_encoder else installed_encoder()
    encoder = Remembered(installed) if installed else None
    numbers = read_meanings(checks, given.vectors) if encoder else {}
    everything = CheckIndex(checks, numbers, encoder)
    nearest_wrong = {post: wrong_place(everything, checks, *posts[post]) for post in range(len(posts))}
    drawing = Drawing(checks, numbers, encoder, posts, nearest_wrong)
    told = ["meaning", "overlap"] if encoder else ["alike", "overlap"]
    fit_and_tell("few", drawing.cases(FEW), told)
    fit_and_tell("many", drawing.cases(MANY), ([*told, "out", "size"] if encoder else ["overlap", "out", "size"]))


def wrong_place(index: CheckIndex, checks: list[FactCheck], post: str, right: int) -> int:
    wording = texts_of(checks[right])[1]
    return next(place for place in index.order(post, 20) if texts_of(checks[place])[1] != wording)


def fit_and_tell(name: str, cases: list[Case], features: list[str]) -> None:
    rows = np.array([[1.0, *(getattr(case.witnesses, feature) for feature in features)] for case in cases])
    right = np.array([case.is_right for case in cases])
    held = np.array([case.is_held for case in cases])
    fold = np.array([case.post % FOLDS for case in cases])
    sure = np.zeros(len(cases))
    for each in range(FOLDS):
        sure[fold == each] = probabilities(rows[fold == each], fitted(rows[fold != each], right[fold != each]))
    weights = ", ".join(
        f"{feature} {weight:.2f}" for feature, weight in zip(("offset", *features), fitted(rows, right), strict=True)
    )
    shown = sure >= LEAST_SCORE
    print(f"{name}: {weights}")
    print(
        f"  left out: {np.mean(shown[held]):.3f} of posts with a check answered, {np.mean((shown & right)[held]):.3f} "
        f"rightly; {np.mean(shown[~held]):.3f} of those without one"
    )


def fitted(rows: Array, right: NDArray[np.bool_]) -> Array:
    """Return the weights of a logistic regression by Newton's method."""
    weights = np.zeros(rows.shape[1])
    ridge = np.diag([0.0, *np.full(rows.shape[1] - 1, RIDGE * len(rows) / 100)])
    for _ in range(30):
        sure = probabilities(rows, weights)
        slope = rows.T @ (sure - right) + ridge @ weights
        bend = (rows.T * (sure * (1 - sure))) @ rows + ridge
        weights = weights - np.linalg.solve(bend, slope)
    return weights


def probabilities(rows: Array, weights: Array) -> Array:
    return np.asarray(1 / (1 + np.exp(-(rows @ weights))))


if __name__ == "__main__":
    main()
