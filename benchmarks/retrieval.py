"""How often the check of a post is found among thousands, beside two baselines.

usage: python benchmarks/retrieval.py FOLDER [--part dev] [--vectors FILE.npz]

FOLDER holds `verified_claims.tsv` (number, claim, title) and `queries.jsonl` ({split, query, vclaim_id}) of CLEF
CheckThat! 2020, task 2. MAP@5 counts the one right answer by its place among the first five, 1/place; recall at 20
whether it is among twenty. The vectors of the claims are kept in FILE, so that a second run need not make them.
"""

from __future__ import annotations

import argparse
import csv
import json
import time
from collections.abc import Callable, Sequence
from pathlib import Path

import numpy as np
from rapidfuzz import fuzz, process

from provenance.embedding import installed_encoder
from provenance.matching.bm25 import Bm25, word_terms
from provenance.matching.covering import CheckIndex, packed, texts_of
from provenance.model.fact_check import FactCheck
from provenance.text.words import content_words

Ranked = Callable[[str], Sequence[int]]
Queries = list[tuple[str, int]]
SEEN = 20


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--part", default="dev")
    parser.add_argument("--vectors", type=Path)
    given = parser.parse_args()
    checks, places = read_checks(given.folder / "verified_claims.tsv")
    queries = read_queries(given.folder / "queries.jsonl", given.part, places)
    print(f"{len(checks):,} checks, {len(queries)} posts ({given.part})")
    numbers = read_meanings(checks, given.vectors)
    texts = [texts_of(check)[1] for check in checks]
    lower = [text.casefold() for text in texts]
    bm25 = Bm25([word_terms(content_words(text)) for text in texts])

    def by_bm25(query: str) -> Sequence[int]:
        return [
            int(place) for place in np.argsort(-bm25.scores(word_terms(content_words(query))), kind="stable")[:SEEN]
        ]

    def by_fuzz(query: str) -> Sequence[int]:
        found = process.extract(query.casefold(), lower, scorer=fuzz.token_set_ratio, limit=SEEN)
        return [place for _, _, place in found]

    with_encoder = CheckIndex(checks, numbers, installed_encoder())
    without = CheckIndex(checks, {}, None)
    print(f"{'':28} {'MAP@5':>6} {'R@20':>6} {'first':>6} {'ms':>6}")
    report("rapidfuzz token_set_ratio", queries, by_fuzz)
    report("BM25, title and claim", queries, by_bm25)
    report("match, without the encoder", queries, lambda query: without.order(query, SEEN))
    report("match", queries, lambda query: with_encoder.order(query, SEEN))
    tell_silence(queries, checks, numbers)


def read_checks(path: Path) -> tuple[list[FactCheck], dict[str, int]]:
    with path.open(encoding="utf-8", newline="") as file:
        rows = list(csv.reader(file, delimiter="\t"))
    checks = [FactCheck(claim=row[1], rating="unknown", title=row[2], author="checkers") for row in rows]
    return checks, {row[0]: place for place, row in enumerate(rows)}


def read_queries(path: Path, part: str, places: dict[str, int]) -> Queries:
    records = map(json.loads, path.read_text(encoding="utf-8").splitlines())
    return [(each["query"], places[each["vclaim_id"]]) for each in records if each["split"] == part]


def read_meanings(checks: list[FactCheck], kept: Path | None) -> dict[str, bytes]:
    """Return the numbers of every check by its id, from the file where it is there."""
    if kept is not None and kept.exists():
        stored = np.load(kept)["rows"]
    else:
        encoder = installed_encoder()
        if encoder is None:
            raise SystemExit("no encoder is installed")
        started = time.process_time()
        stored = np.stack([encoder.encode(texts_of(check)) for check in checks])
        print(f"encoder: {2 * len(checks) / (time.process_time() - started):.0f} texts a CPU-second")
        if kept is not None:
            np.savez(kept, rows=stored)
    return {check.id: packed(rows) for check, rows in zip(checks, stored, strict=True)}


def report(name: str, queries: Queries, ranked: Ranked) -> None:
    found = []
    ranked(queries[0][0])  # what is loaded with the first query is not its cost
    started = time.perf_counter()
    for query, right in queries:
        order = list(ranked(query))[:SEEN]
        found.append(order.index(right) + 1 if right in order else 0)
    each = (time.perf_counter() - started) / len(queries) * 1000
    average = sum(1 / place for place in found if 0 < place <= 5) / len(found)
    recall = sum(place > 0 for place in found) / len(found)
    first = sum(place == 1 for place in found) / len(found)
    print(f"{name:28} {average:6.3f} {recall:6.3f} {first:6.3f} {each:6.1f}")


def tell_silence(queries: Queries, checks: list[FactCheck], numbers: dict[str, bytes]) -> None:
    """Print how often `match` answers, and how often it does where the right checks of all posts are taken out."""
    encoder = installed_encoder()
    wordings = [texts_of(check)[0] for check in checks]
    right = {wordings[place] for _, place in queries}
    others = [check for check, wording in zip(checks, wordings, strict=True) if wording not in right]
    for name, searched in (("with the right check", checks), ("without it", others)):
        index = CheckIndex(searched, numbers, encoder)
        best = [(index.search(query, 1).matches, wordings[place]) for query, place in queries]
        answered = sum(bool(matches) for matches, _ in best) / len(queries)
        rightly = sum(bool(matches) and texts_of(matches[0].check)[0] == wording for matches, wording in best)
        print(f"{name}: {answered:.3f} of the posts get an answer, {rightly / len(queries):.3f} the right one")


if __name__ == "__main__":
    main()
