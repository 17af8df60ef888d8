"""Fit the weights of provenance/relations/judging.py over labelled pairs of several kinds together.

usage: python training/relations/judge.py SET[:PART[:FROM:TO]][=WEIGHT] ... [--rows ROWS.pickle]

A SET is a table (.tsv with the columns split, label, a, b; PART is a split) or JSON Lines of pairs as `provenance eval
relations` reads them, {"a", "b", "event"?, "readers" or "relations": [relation, ...]}; FROM:TO takes some of its rows.
WEIGHT says how much each of its pairs counts. Printed are the weights as they stand in judging.py, and for each set
what a model says of it that has not seen a sixth of the events (or pairs) that it is asked about.

It runs in the program's own environment, beside scipy. `--rows` keeps what was read, so that a second fit is quick.
"""

from __future__ import annotations

import argparse
import csv
import json
import pickle
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import Any

import numpy as np
from scipy.optimize import minimize

from provenance.relations import compare, telling
from provenance.relations.align import align
from provenance.relations.converse import seen_alike
from provenance.relations.judging import witnesses
from provenance.relations.statement import statement_of
from provenance.services.compare import MOST_AT_ONCE, Pair
from provenance.services.extract import make_extractor
from provenance.services.meaning import installed_meanings
from provenance.services.names import Names
from provenance.services.sides import Claims, Sides
from provenance.settings import Settings

LABELS = ("same", "contradict", "neutral")
_GROUPS = {"corroborates": "same", "refines": "same", "contradicts": "contradict"}
_PARTS = 6


@dataclass(frozen=True)
class Row:
    set: str
    group: str  # pairs of one group are learned from together or not at all
    label: str
    weight: float
    told: dict[str, float]


def main(arguments: Sequence[str] | None = None) -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("sets", nargs="+", metavar="SET")
    parser.add_argument("--rows", type=Path)
    parser.add_argument("--ridge", type=float, default=4.0)
    given = parser.parse_args(arguments)
    if given.rows and given.rows.is_file():
        rows = pickle.loads(given.rows.read_bytes())
    else:
        rows = [row for name in given.sets for row in _rows(name)]
        if given.rows:
            given.rows.write_bytes(pickle.dumps(rows))
    names = list(rows[0].told)
    values = np.array([[row.told[name] for name in names] for row in rows])
    middle, spread = values.mean(0), values.std(0) + 1e-6
    scaled = np.column_stack([(values - middle) / spread, np.ones(len(rows))])
    _print_unseen(rows, scaled, given.ridge)
    weights = _fitted(scaled, rows, given.ridge)
    raw = weights[:-1] / spread[:, None]
    constant = weights[-1] - middle @ raw
    print("CONSTANT =", tuple(round(float(value), 2) for value in constant - constant.mean()))
    print("WEIGHTS = {")
    for name, row in zip(names, raw, strict=True):
        print(f'    "{name}": ({", ".join(f"{value:.2f}" for value in row)}),')
    print("}")


def _rows(given: str) -> Iterator[Row]:
    """Yield what the witnesses say of each pair of a set: of those two of its claims that tell most."""
    name, _, weight = given.partition("=")
    path, part, start, end = [*name.split(":"), None, None, None][:4]
    records = islice(_records(Path(path), part), int(start or 0), int(end) if end else None)
    sides, means = Sides(make_extractor(Settings(), Names()), Settings()), installed_meanings(Settings())
    number = 0
    while some := list(islice(records, MOST_AT_ONCE)):
        claims = sides.read(side for pair, _, _ in some for side in pair.sides)
        for pair, label, group in some:
            left, right = (claims[side] for side in pair.sides)
            if label and isinstance(left, tuple) and isinstance(right, tuple):
                told = _told(left, right, means.similarity(pair.a, pair.b))
                yield Row(Path(path).name, f"{path} {group or number}", label, float(weight or 1), told)
            number += 1
        print(path, number, flush=True)


def _records(path: Path, part: str | None) -> Iterator[tuple[Pair, str | None, str | None]]:
    with path.open(encoding="utf-8", newline="") as lines:
        if path.suffix == ".tsv":
            csv.field_size_limit(10**8)
            for row in csv.DictReader(lines, delimiter="\t"):
                if row["label"] in LABELS and (part is None or row["split"] == part):
                    yield Pair(row["a"], row["b"]), row["label"], None
        else:
            for record in map(json.loads, lines):
                known = {key: record[key] for key in Pair.__dataclass_fields__ if record.get(key) is not None}
                labels = {_GROUPS.get(reader, "neutral") for reader in record.get("readers") or record["relations"]}
                yield Pair(**known), labels.pop() if len(labels) == 1 else None, record.get("event")


def _told(left: Claims, right: Claims, similarity: Any) -> dict[str, float]:
    """Return what the witnesses say of those two claims of the sentences that tell most."""
    compared = ((compare(a, b, similarity(a, b)), a, b) for a in left for b in right)
    comparison, one, other = max(compared, key=lambda found: telling(found[0]))
    a, b = seen_alike(statement_of(one), statement_of(other))
    return witnesses(a, b, align(a, b, similarity(one, other)), comparison.findings)


def _fitted(scaled: np.ndarray, rows: Sequence[Row], ridge: float) -> np.ndarray:
    """Return the weights of a multinomial logistic regression, a column a label; none is paid for the constant."""
    target = np.eye(len(LABELS))[[LABELS.index(row.label) for row in rows]]
    counts = np.array([row.weight for row in rows])

    def loss(flat: np.ndarray) -> tuple[float, np.ndarray]:
        weights = flat.reshape(scaled.shape[1], len(LABELS))
        chances = _chances(scaled, weights)
        slope = scaled.T @ ((chances - target) * counts[:, None])
        slope[:-1] += 2 * ridge * weights[:-1]
        cost = -(counts[:, None] * target * np.log(chances + 1e-12)).sum() + ridge * (weights[:-1] ** 2).sum()
        return float(cost), slope.ravel()

    start = np.zeros(scaled.shape[1] * len(LABELS))
    found = minimize(loss, start, jac=True, method="L-BFGS-B", options={"maxiter": 1000})
    return np.asarray(found.x).reshape(scaled.shape[1], len(LABELS))


def _chances(scaled: np.ndarray, weights: np.ndarray) -> np.ndarray:
    sums = scaled @ weights
    parts = np.exp(sums - sums.max(1, keepdims=True))
    return parts / parts.sum(1, keepdims=True)


def _print_unseen(rows: Sequence[Row], scaled: np.ndarray, ridge: float) -> None:
    groups = np.array([row.group for row in rows])
    names = sorted(set(groups))
    np.random.RandomState(0).shuffle(names)
    chances = np.zeros((len(rows), len(LABELS)))
    for part in range(_PARTS):
        out = np.isin(groups, names[part::_PARTS])
        known = [row for row, left in zip(rows, out, strict=True) if not left]
        chances[out] = _chances(scaled[out], _fitted(scaled[~out], known, ridge))
    for name in dict.fromkeys(row.set for row in rows):
        places = [place for place, row in enumerate(rows) if row.set == name]
        labels = np.array([LABELS.index(rows[place].label) for place in places])
        said = chances[places]
        right = said.argmax(1) == labels
        print(
            f"{name}: {len(places)} pairs, right {right.mean():.3f}, calibration {_off(said.max(1), right):.3f}", end=""
        )
        order = np.argsort(-said[:, 0])
        precision = np.cumsum(labels[order] == 0) / np.arange(1, len(order) + 1)
        recall = np.cumsum(labels[order] == 0) / max(1, (labels == 0).sum())
        for least in (0.85, 0.9):
            reached = np.flatnonzero(precision >= least)
            if reached.size:
                last = reached[-1]
                print(f"; same at {least}: recall {recall[last]:.2f} from {said[order[last], 0]:.2f}", end="")
        print()


def _off(sure: np.ndarray, right: np.ndarray) -> float:
    """Return the expected calibration error over ten bins of equal width."""
    bins = np.minimum(9, (sure * 10).astype(int))
    return float(sum(abs(sure[bins == b].sum() - right[bins == b].sum()) for b in range(10)) / len(sure))


if __name__ == "__main__":
    main()
