"""Make neutral pairs of a set that has none: each claim beside the likest text that was not given for it.

usage: python training/relations/retrieve.py SET.tsv OUT.tsv [--split dev] [--after 900] [--number 300] [--seed 7]

The judge is fitted with some of these, for in news most texts that share words with a claim neither prove nor deny it.
"""

from __future__ import annotations

import argparse
import csv
import random
from collections.abc import Sequence
from itertools import islice
from pathlib import Path

from prepare import Pair, retrieved


def main(arguments: Sequence[str] | None = None) -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("set", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--split", default="dev")
    parser.add_argument("--after", type=int, default=900, help="rows of the part that are left for measuring")
    parser.add_argument("--number", type=int, default=300)
    parser.add_argument("--seed", type=int, default=7)
    given = parser.parse_args(arguments)
    random.seed(given.seed)
    csv.field_size_limit(10**8)
    with given.set.open(encoding="utf-8", newline="") as lines:
        rows = (row for row in csv.DictReader(lines, delimiter="\t") if row["split"] == given.split)
        pairs = [Pair(row["a"], row["b"], None) for row in islice(rows, given.after, None)]
    with given.out.open("w", encoding="utf-8", newline="") as lines:
        table = csv.writer(lines, delimiter="\t")
        table.writerow(("split", "label", "a", "b"))
        table.writerows((given.split, "neutral", pair.a, pair.b) for pair in retrieved(pairs, given.number))


if __name__ == "__main__":
    main()
