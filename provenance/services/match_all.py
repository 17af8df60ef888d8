"""All stored claims, matched against each other: after a bulk import, or where the rules have changed.

What is found is what an ingest of the articles one by one would have found, as long as no key is too common. Each
article's relations are one transaction: whoever interrupts keeps what is done, and the same command finds the rest.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import partial
from itertools import groupby
from typing import TYPE_CHECKING

from provenance.model.outline import Met
from provenance.model.relation import RelationKind
from provenance.services.match import Matching, index_claims, relate, store_related
from provenance.services.names import decided_names, registry_with
from provenance.services.opened import opened
from provenance.services.runs import new_run
from provenance.settings import Settings

if TYPE_CHECKING:
    from provenance.matching.everything import Reach
    from provenance.storage.store import Store, Unit

INDEXED_AT_ONCE = 2_000  # claims

Told = Callable[[str], None]


@dataclass(slots=True)
class Tally:
    """What a matching of all claims came to; it grows while the matching runs."""

    claims: int = 0
    indexed: int = 0  # that were in no index before
    keyed: int = 0  # pairs that share a key
    compared: int = 0  # of them, pairs whose words meet
    relations: int = 0  # that are new
    crowded_keys: int = 0  # that too many claims have
    crowded_pairs: int = 0  # that share such a key, and were compared only where another key found them
    seconds: dict[str, float] = field(default_factory=dict)  # of processor time, by step

    def facts(self) -> Iterator[tuple[str, str | int | None]]:
        yield "claims", self.claims
        yield "newly_indexed", self.indexed
        yield "pairs_that_share_a_key", self.keyed
        yield "pairs_compared", self.compared
        yield "new_relations", self.relations
        yield "keys_too_common", self.crowded_keys
        yield "pairs_of_those_keys", self.crowded_pairs
        for step, seconds in self.seconds.items():
            yield f"processor_seconds_{step}", f"{seconds:.1f}"


def match_all(settings: Settings, tally: Tally, told: Told, *, explain: bool = False) -> Iterator[Met]:
    """Store the relations of all current claims, and yield each pair that is compared where they are to be explained.

    Relations that are stored stay as they are, but that, as in every ingest, a claim keeps only the closest of those
    that merely speak of the same thing.
    """
    with opened(settings) as store:
        with store.read() as unit:
            registry = registry_with(decided_names(unit))
        matching = Matching(new_run("match", settings), settings, registry)
        with store.begin() as unit:
            unit.articles.add_run(matching.run)
        with _timed(tally, "indexing"):
            _index(store, tally, told)
        told("looking for claims that may speak of the same thing")
        for pairs in _by_article(store, settings, tally):
            with _timed(tally, "comparing"):
                new, met = store.write(partial(_relate, pairs=pairs, matching=matching, explain=explain))
            tally.compared += len(pairs)
            tally.relations += new
            told(f"{tally.compared:,} pairs compared, {tally.relations:,} new relations")
            yield from met


def _index(store: Store, tally: Tally, told: Told) -> None:
    """Every stored claim is in the index afterwards, so that the next article finds it."""
    with store.read() as unit:
        ids = unit.candidates.unindexed()
    for start in range(0, len(ids), INDEXED_AT_ONCE):
        piece = ids[start : start + INDEXED_AT_ONCE]
        with store.begin() as unit:
            index_claims(unit, list(unit.claims.get(piece).values()))
        tally.indexed += len(piece)
        told(f"{tally.indexed:,} of {len(ids):,} claims indexed")


Numbered = list[tuple[int, int]]  # pairs of claims by their numbers in the store


def _by_article(store: Store, settings: Settings, tally: Tally) -> Iterator[Numbered]:
    """Yield the pairs that are worth comparing, all of one article's claims with later ones at a time."""
    from provenance.matching.everything import AllPairs, nearest
    from provenance.matching.joining import sides
    from provenance.matching.reading import read

    with _timed(tally, "reading"), store.read() as unit:
        sheet = read(unit.outlines.all())
    tally.claims = len(sheet)
    with _timed(tally, "candidates_and_scores"):
        everything = AllPairs(sheet)
        left, right = sides(nearest(everything.scored(), len(sheet), settings.candidates_per_claim))
    _tell_reach(everything.reach, tally)
    articles, numbers = sheet.articles, sheet.numbers
    del sheet, everything  # the texts, which nothing needs any more
    rows = zip(left.tolist(), right.tolist(), strict=True)
    for _, own in groupby(rows, key=lambda pair: int(articles[pair[0]])):
        yield [(int(numbers[one]), int(numbers[other])) for one, other in own]


def _tell_reach(reach: Reach, tally: Tally) -> None:
    tally.keyed = reach.pairs
    tally.crowded_keys = reach.single.keys + reach.double.keys
    tally.crowded_pairs = reach.single.pairs + reach.double.pairs


def _relate(unit: Unit, pairs: Numbered, matching: Matching, explain: bool) -> tuple[int, list[Met]]:
    """Store the relations of pairs of claims; return how many were new, and the pairs, if they are to be explained."""
    ids = unit.outlines.ids(number for pair in pairs for number in pair)
    ends = [(ids[one], ids[other]) for one, other in pairs]
    claims = matching.load(unit, (claim for pair in ends for claim in pair))
    both = [(claims[min(pair)], claims[max(pair)]) for pair in ends]
    found = relate(unit, both, matching)
    related = [(a, b, found[a.id, b.id]) for a, b in both if (a.id, b.id) in found]
    new = store_related(unit, related, matching)
    if not explain:
        return new, []
    from provenance.matching import similarity
    from provenance.matching.keys import shared_by

    kinds = {ends: comparison.kind for ends, comparison in found.items()}
    return new, [
        Met(a, b, shared_by(a, b), similarity(a, b).token_sort, kinds.get((a.id, b.id), RelationKind.UNRELATED))
        for a, b in both
    ]


@contextmanager
def _timed(tally: Tally, step: str) -> Iterator[None]:
    start = time.process_time()
    try:
        yield
    finally:
        tally.seconds[step] = tally.seconds.get(step, 0.0) + time.process_time() - start
