"""How matching grows with the claims: all of them against each other, one new article, and loading, beside baselines.

usage: python benchmarks/scale.py 10000 100000 [1000000] [--parts matching,loading,article] [--json FILE]

Each size is measured in processes of its own, so that the peak of memory is its own. Seconds are of processor time. The
corpus is that of corpus.py, and recall is of the copies that it plants: those among the pairs that come out scored.

all pairs   a sample of claims against others with rapidfuzz, extrapolated to all pairs: `ratio` over words that were
            sorted once (the faster), and `token_sort_ratio` as it comes
matching    words and frames read, keys joined, pairs scored exactly; what the relation engine then costs is measured on
            a sample of the pairs, and told apart
loading     `import --later` into SQLite; beside it, what reading the JSON alone takes
article     an article of 30 claims that is new: its candidates found in the key table and scored, the median and the
            95th percentile of 20 such articles; a fresh table of keys is filled by `match`'s own indexing
"""

from __future__ import annotations

import argparse
import json
import math
import pickle
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any

import numpy as np

sys.path.insert(0, str(Path(__file__).parent))

PARTS = ("matching", "loading", "article")
_SAMPLE, _OTHERS = 400, 10_000  # claims of the baseline: all pairs between the two
_ENGINE = 1_500  # pairs that the relation engine is measured on
_BATCH = 5_000
_ARTICLES, _OF_ARTICLE = 20, 30

Figures = dict[str, Any]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("sizes", type=int, nargs="+")
    parser.add_argument("--parts", default="matching")
    parser.add_argument("--json", type=Path)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--step", help=argparse.SUPPRESS)
    parser.add_argument("--folder", type=Path, help="where the corpora and databases are kept; else they are removed")
    given = parser.parse_args()
    if given.step:
        print(json.dumps(STEPS[given.step](given.sizes[0], given.folder, given.seed)))
        return
    parts = [part for part in PARTS if part in given.parts.split(",")]
    with tempfile.TemporaryDirectory() as folder:
        measured = [_measured(size, given.folder or Path(folder), parts, given.seed) for size in given.sizes]
    for line in table(measured):
        print(line)
    if given.json:
        given.json.write_text(json.dumps(measured, indent=1), encoding="utf-8")


def _measured(size: int, folder: Path, parts: list[str], seed: int) -> Figures:
    figures: Figures = {"size": size}
    for step in ("make", *parts):
        command = [sys.executable, __file__, str(size), "--step", step, "--folder", str(folder), "--seed", str(seed)]
        print(f"{size:,}: {step}", file=sys.stderr, flush=True)
        done = subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True)
        figures |= json.loads(done.stdout)
    return figures


def make_corpus(size: int, folder: Path, seed: int) -> Figures:
    """Write the corpus where the other steps find it."""
    import corpus

    if (folder / f"{size}.planted").exists():
        return {}
    made = corpus.make(size, seed)
    with (folder / f"{size}.outlines").open("wb") as file:
        batch = []
        for outline in corpus.outlines(made):
            batch.append(outline)
            if len(batch) == _BATCH:
                pickle.dump(batch, file, pickle.HIGHEST_PROTOCOL)
                batch = []
        pickle.dump(batch, file, pickle.HIGHEST_PROTOCOL)
    with (folder / f"{size}.jsonl").open("w", encoding="utf-8") as lines:
        for record in corpus.records(made):
            lines.write(json.dumps(record) + "\n")
    planted = [(each.original, each.copy, each.kind) for each in made.planted]
    (folder / f"{size}.planted").write_bytes(pickle.dumps(planted))
    return {}


def measure_matching(size: int, folder: Path, seed: int) -> Figures:
    from provenance.matching.everything import AllPairs, nearest
    from provenance.matching.reading import read
    from provenance.settings import Settings

    reading, sheet = _timed(lambda: read(_outlines(folder / f"{size}.outlines")))
    everything = AllPairs(sheet)
    scoring, scored = _timed(lambda: list(everything.scored()))
    closest, pairs = _timed(lambda: nearest(scored, len(sheet), Settings().candidates_per_claim))
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 2**20
    reach = everything.reach
    return {
        "claims": len(sheet),
        "reading": reading,
        "pairing": scoring + closest,
        "total": reading + scoring + closest,
        "keyed": reach.pairs,
        "scored": len(pairs),
        "too_common": reach.single.keys + reach.double.keys,
        "peak_gb": peak,
        "recall": _recall(folder / f"{size}.planted", pairs),
        **_all_pairs(sheet.sorted_texts, seed),
        **_engine(folder, size, pairs, seed),
    }


def _recall(planted: Path, pairs: Any) -> dict[str, float]:
    from provenance.matching.joining import paired

    told = pickle.loads(planted.read_bytes())
    wanted = paired(*(np.array([row[side] for row in told], dtype=np.int32) for side in (0, 1)))
    hit = np.isin(wanted, pairs)
    kinds = np.array([row[2] for row in told])
    return {"all": float(hit.mean())} | {str(kind): float(hit[kinds == kind].mean()) for kind in np.unique(kinds)}


def _all_pairs(texts: list[str], seed: int) -> Figures:
    """Return what comparing all pairs would take, from a sample."""
    from rapidfuzz import fuzz, process

    draw = np.random.default_rng(seed)
    one = [texts[i] for i in draw.integers(0, len(texts), _SAMPLE)]
    other = [texts[i] for i in draw.integers(0, len(texts), _OTHERS)]
    ratio, _ = _timed(lambda: process.cdist(one, other, scorer=fuzz.ratio, score_cutoff=62, workers=1))
    few = one[: _SAMPLE // 8]
    plain, _ = _timed(lambda: process.cdist(few, other, scorer=fuzz.token_sort_ratio, score_cutoff=62, workers=1))
    pairs = len(texts) * (len(texts) - 1) / 2
    return {
        "all_pairs": ratio / (_SAMPLE * _OTHERS) * pairs,
        "all_pairs_token_sort_ratio": plain / (len(few) * _OTHERS) * pairs,
    }


def _engine(folder: Path, size: int, pairs: Any, seed: int) -> Figures:
    """Return what the relation engine would take for all pairs, from a sample of claims that are read already."""
    from provenance.matching import is_candidate, similarity
    from provenance.matching.joining import sides
    from provenance.model.exchange import extraction_in
    from provenance.relations import compare

    claims = []
    with (folder / f"{size}.jsonl").open(encoding="utf-8") as lines:
        for line in lines:
            claims.extend(extraction_in(json.loads(line), "corpus")[1].sourced_claims())
            if len(claims) >= _OTHERS:
                break
    left, right = sides(pairs)
    known = np.flatnonzero(right < len(claims))[:_ENGINE]
    if not len(known):
        return {"engine": None}

    def compared() -> None:
        for a, b in zip(left[known].tolist(), right[known].tolist(), strict=True):
            close = similarity(claims[a], claims[b])
            if is_candidate(claims[a], claims[b], close):
                compare(claims[a], claims[b], close)

    seconds, _ = _timed(compared)
    return {"engine": seconds / len(known) * len(pairs), "engine_pairs_a_second": len(known) / seconds}


def measure_loading(size: int, folder: Path, seed: int) -> Figures:
    from provenance.commands.records import read_records
    from provenance.services.exchange import import_readings
    from provenance.settings import Settings

    source = folder / f"{size}.jsonl"
    (folder / f"{size}.db").unlink(missing_ok=True)
    parsing, _ = _timed(lambda: [None for _ in read_records(str(source))])
    settings = Settings(database_url=f"sqlite:///{folder / f'{size}.db'}")
    start = time.perf_counter()
    loading, failed = _timed(
        lambda: sum(each.error is not None for each in import_readings(read_records(str(source)), settings, later=True))
    )
    if failed:
        raise SystemExit(f"{failed} articles were not loaded")
    wall = time.perf_counter() - start
    return {"loading": loading, "loaded_a_second": size / loading, "loading_wall": wall, "parsing": parsing}


def measure_article(size: int, folder: Path, seed: int) -> Figures:
    from provenance.matching import keys_of, similarity
    from provenance.model.exchange import extraction_in
    from provenance.services.match_all import Tally, _index
    from provenance.settings import Settings
    from provenance.storage.store import open_store

    store = open_store(f"sqlite:///{folder / f'{size}.db'}")
    tally = Tally()
    indexing, _ = _timed(lambda: _index(store, tally, lambda line: None))
    found: list[tuple[float, float]] = []
    for claims in _new_articles(folder / f"{size}.jsonl", size, extraction_in):
        with store.read() as unit:
            keys = {claim.id: keys_of(claim) for claim in claims}
            search, ids = _timed(lambda: unit.candidates.find(keys, "", Settings().candidates_per_claim))  # noqa: B023
            stored = unit.claims.get(each for own in ids.values() for each in own)
            score, _ = _timed(lambda: [similarity(c, stored[each]) for c in claims for each in ids[c.id]])  # noqa: B023
        found.append((search, score))
    search, both = (sorted(1000 * each for each in some) for some in ([f[0] for f in found], [sum(f) for f in found]))
    late = math.ceil(0.95 * len(found)) - 1
    return {
        "indexing": indexing,
        "article_search_ms": [search[len(search) // 2], search[late]],
        "article_search_and_scores_ms": [both[len(both) // 2], both[late]],
    }


def _new_articles(path: Path, size: int, reading: Callable[..., Any]) -> Iterator[list[Any]]:
    """Yield articles of claims that are like stored ones: every so many of them, some from each of several stories."""
    with path.open(encoding="utf-8") as lines:
        claims = [
            claim
            for at, line in enumerate(lines)
            if at % max(1, size // 25 // 120) == 0
            for claim in reading(json.loads(line), "corpus")[1].sourced_claims()[:6]
        ]
    for start in range(0, min(len(claims), _ARTICLES * _OF_ARTICLE), _OF_ARTICLE):
        yield claims[start : start + _OF_ARTICLE]


def table(measured: list[Figures]) -> Iterator[str]:
    """Yield the figures as a Markdown table, a column for each size."""
    yield "| | " + " | ".join(f"{each['size']:,}" for each in measured) + " |"
    yield "|---" * (len(measured) + 1) + "|"
    for name, shown in ROWS:
        cells = [shown(each) for each in measured]
        if any(cells):
            yield f"| {name} | " + " | ".join(cell or "-" for cell in cells) + " |"
    for before, after in pairwise(measured):
        if "total" in before and "total" in after:
            steeper = math.log(after["total"] / before["total"]) / math.log(after["size"] / before["size"])
            yield f"\ngrowth exponent, {before['size']:,} to {after['size']:,} claims: {steeper:.2f}"


def _shown(name: str, form: str = ",.1f") -> Callable[[Figures], str]:
    return lambda figures: format(figures[name], form) if figures.get(name) is not None else ""


def _of_kind(kind: str) -> Callable[[Figures], str]:
    return lambda figures: f"{figures['recall'][kind]:.4f}" if "recall" in figures else ""


def _times(figures: Figures) -> str:
    return f"{figures['all_pairs'] / figures['total']:,.0f}" if "total" in figures else ""


def _two(name: str) -> Callable[[Figures], str]:
    return lambda figures: " / ".join(f"{each:.0f}" for each in figures[name]) if name in figures else ""


ROWS: tuple[tuple[str, Callable[[Figures], str]], ...] = (
    ("all pairs, words sorted once, extrapolated (s)", _shown("all_pairs", ",.0f")),
    ("all pairs, token_sort_ratio, extrapolated (s)", _shown("all_pairs_token_sort_ratio", ",.0f")),
    ("matching: reading (s)", _shown("reading")),
    ("matching: candidates and scores (s)", _shown("pairing")),
    ("matching in all (s)", _shown("total")),
    ("times less than all pairs", _times),
    ("pairs that share a key", _shown("keyed", ",")),
    ("pairs scored and kept", _shown("scored", ",")),
    ("keys too common", _shown("too_common", ",")),
    ("planted pairs found", _of_kind("all")),
    ("... near", _of_kind("near")),
    ("... heavily edited", _of_kind("heavy")),
    ("... paraphrase", _of_kind("paraphrase")),
    ("... contradiction", _of_kind("contradiction")),
    ("peak memory (GB)", _shown("peak_gb", ".2f")),
    ("relation engine, extrapolated (s)", _shown("engine", ",.0f")),
    ("loading: claims a second", _shown("loaded_a_second", ",.0f")),
    ("loading (s)", _shown("loading")),
    ("reading the JSON alone (s)", _shown("parsing")),
    ("indexing (s)", _shown("indexing")),
    ("article of 30: search, median / p95 (ms)", _two("article_search_ms")),
    ("article of 30: search and scores, median / p95 (ms)", _two("article_search_and_scores_ms")),
)


def _outlines(path: Path) -> Iterator[Any]:
    with path.open("rb") as file:
        while True:
            try:
                yield from pickle.load(file)
            except EOFError:
                return


def _timed(work: Callable[[], Any]) -> tuple[float, Any]:
    """Return the seconds of processor time that the work took, and what it returned."""
    start = time.process_time()
    result = work()
    return time.process_time() - start, result


STEPS: dict[str, Callable[[int, Path, int], Figures]] = {
    "make": make_corpus,
    "matching": measure_matching,
    "loading": measure_loading,
    "article": measure_article,
}


if __name__ == "__main__":
    main()
