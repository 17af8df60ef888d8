"""Fit the weights of provenance/relations/judging.py, judge.json, over labelled pairs of several kinds together.

usage: python training/relations/judge.py OUT.json SET[:PART[:FROM:TO]][=WEIGHT] ... [--rows ROWS.pickle]

A SET is a table (.tsv with the columns split, label, a, b; PART is a split) or JSON Lines of pairs as `provenance eval
relations` reads them, {"a", "b", "event"?, "readers" or "relations": [relation, ...]}; FROM:TO takes some of its rows.
WEIGHT says how much each of its pairs counts. OUT holds two models, of short sentences and of long ones; each has
heard the other's pairs at a tenth of their weight. Printed is, for each set, what models say of it that have not seen
the sixth of the events (or pairs) that they are asked about.

It runs in the program's own environment, beside scipy. `--rows` keeps what was read, so that a second fit is quick.
"""

from __future__ import annotations

import argparse
import csv
import json
import pickle
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import islice
from pathlib import Path
from typing import Any

import numpy as np
from scipy.optimize import minimize

from provenance.relations import compare, telling
from provenance.relations.align import align
from provenance.relations.converse import seen_alike
from provenance.relations.judging import witnesses
from provenance.relations.meaning import LONG
from provenance.relations.meaning import RULE as MEANING
from provenance.relations.statement import statement_of
from provenance.services.compare import MOST_AT_ONCE, Pair
from provenance.services.extract import make_extractor
from provenance.services.meaning import installed_meanings
from provenance.services.names import Names
from provenance.services.sides import Claims, Sides
from provenance.settings import Settings

LABELS = ("same", "contradict", "neutral")
_GROUPS = {"corroborates": "same", "refines": "same", "contradicts": "contradict"}
KINDS = ("short", "long")
_OTHERS = 0.1  # what a pair counts for the model of the other kind
_PARTS = 6


@dataclass(frozen=True)
class Row:
    set: str
    group: str  # pairs of one group are learned from together or not at all
    label: str
    weight: float
    kind: str
    told: dict[str, float]


def main(arguments: Sequence[str] | None = None) -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("out", type=Path)
    parser.add_argument("sets", nargs="+", metavar="SET")
    parser.add_argument("--rows", type=Path)
    parser.add_argument("--ridge", type=float, default=1.5)
    given = parser.parse_args(arguments)
    if given.rows and given.rows.is_file():
        rows = pickle.loads(given.rows.read_bytes())
    else:
        rows = [row for name in given.sets for row in _rows(name)]
        if given.rows:
            given.rows.write_bytes(pickle.dumps(rows))
    _print_unseen(rows, given.ridge)
    fitted = {kind: model.readable() for kind, model in _fitted(rows, given.ridge).items()}
    given.out.write_text(json.dumps(fitted, indent=1) + "\n", encoding="utf-8")


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
                kind, told = _told(left, right, means.similarity(pair.a, pair.b))
                yield Row(Path(path).name, f"{path} {group or number}", label, float(weight or 1), kind, told)
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


def _told(left: Claims, right: Claims, similarity: Any) -> tuple[str, dict[str, float]]:
    """Return of which kind the sentences are, and what the witnesses say of the two claims that tell most.

    Those are found without the cross-encoder, so that a fit does not depend on the one before it.
    """
    compared = ((compare(a, b, replace(similarity(a, b), reading=None)), a, b) for a in left for b in right)
    comparison, one, other = max(compared, key=lambda found: telling(found[0]))
    findings = tuple(finding for finding in comparison.findings if finding.rule != MEANING)
    a, b = seen_alike(statement_of(one), statement_of(other))
    close = similarity(one, other)
    return KINDS[close.length >= LONG], witnesses(a, b, align(a, b, close), findings)


@dataclass(frozen=True)
class Model:
    names: tuple[str, ...]
    weights: np.ndarray  # a row a witness and one for the constant, a column a label

    def readable(self) -> dict[str, dict[str, float]]:
        return {
            name: {label: round(float(value), 3) for label, value in zip(LABELS, row, strict=True)}
            for name, row in zip((*self.names, "constant"), self.weights, strict=True)
        }

    def chances(self, rows: Sequence[Row]) -> np.ndarray:
        return _chances(_values(rows, self.names), self.weights)


def _fitted(rows: Sequence[Row], ridge: float) -> dict[str, Model]:
    """Return a multinomial logistic regression for each kind of pair."""
    names = tuple(rows[0].told)
    values = _values(rows, names)
    middle, spread = values.mean(0), values.std(0) + 1e-6
    middle[-1], spread[-1] = 0.0, 1.0  # the constant
    found = {}
    for kind in KINDS:
        counts = np.array([row.weight * (1.0 if row.kind == kind else _OTHERS) for row in rows])
        weights = _regression((values - middle) / spread, rows, counts, ridge) / spread[:, None]
        weights[-1] -= middle[:-1] @ weights[:-1]
        found[kind] = Model(names, weights - weights.mean(1, keepdims=True))
    return found


def _values(rows: Sequence[Row], names: Sequence[str]) -> np.ndarray:
    return np.array([[*(row.told[name] for name in names), 1.0] for row in rows])


def _regression(scaled: np.ndarray, rows: Sequence[Row], counts: np.ndarray, ridge: float) -> np.ndarray:
    """Return the weights, a column a label; none is paid for the constant, which is the last row."""
    target = np.eye(len(LABELS))[[LABELS.index(row.label) for row in rows]]

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


def _chances(values: np.ndarray, weights: np.ndarray) -> np.ndarray:
    sums = values @ weights
    parts = np.exp(sums - sums.max(1, keepdims=True))
    return parts / parts.sum(1, keepdims=True)


def _asked(rows: Sequence[Row], models: dict[str, Model]) -> np.ndarray:
    said = {kind: model.chances(rows) for kind, model in models.items()}
    return np.array([said[row.kind][place] for place, row in enumerate(rows)])


def _print_unseen(rows: Sequence[Row], ridge: float) -> None:
    names = sorted({row.group for row in rows})
    np.random.RandomState(0).shuffle(names)
    chances = np.zeros((len(rows), len(LABELS)))
    for part in range(_PARTS):
        out = np.isin([row.group for row in rows], names[part::_PARTS])
        known = [row for row, left in zip(rows, out, strict=True) if not left]
        chances[out] = _asked([row for row, left in zip(rows, out, strict=True) if left], _fitted(known, ridge))
    for name in dict.fromkeys(row.set for row in rows):
        places = [place for place, row in enumerate(rows) if row.set == name]
        labels = np.array([LABELS.index(rows[place].label) for place in places])
        said = chances[places]
        right = said.argmax(1) == labels
        off = _off(said.max(1), right)
        print(f"{name}: {len(places)} pairs, right {right.mean():.3f}, calibration error {off:.3f}", end="")
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
