"""Readings loaded by the thousand, without comparing them: `match` does that for all of them at once."""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from itertools import islice
from typing import TYPE_CHECKING

from provenance.errors import InputError
from provenance.model.article import Document
from provenance.model.claim import Extraction
from provenance.model.run import Run
from provenance.model.version import IngestResult, IngestStatus

if TYPE_CHECKING:
    from provenance.storage.store import Store, Unit

AT_ONCE = 10_000  # claims in one transaction, or the articles that have them

Given = InputError | tuple[str, object]


@dataclass(frozen=True, slots=True)
class Reading:
    """One record, read and found to be of the right shape."""

    where: str  # "claims.jsonl:12"
    document: Document
    extraction: Extraction
    run: Run
    follows: str | None  # the id of the version before it, where the record says so


def load_readings(
    given: Iterable[Given],
    store: Store,
    read: Callable[[Given], Reading | InputError],
    one_by_one: Callable[[Reading | InputError], IngestResult],
) -> Iterator[IngestResult]:
    """Store what `read` makes of the records, and yield what became of each, in order.

    Articles of which the store knows nothing are written many at a time; the others, and what could not be read, are
    left to `one_by_one`, after the new ones of their batch.
    """
    records = iter(given)
    while True:
        with _no_search_for_cycles():
            batch = list(_enough(records, read))
            new = _plainly_new(batch, store)
            if new:
                store.write(partial(_add, new=new))
        if not batch:
            return
        written = {id(each) for each in new}
        for each in batch:
            yield _added(each) if isinstance(each, Reading) and id(each) in written else one_by_one(each)


@contextmanager
def _no_search_for_cycles() -> Iterator[None]:
    """Values by the million, none of which points back to another, need no collector that looks for those that do."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def _enough(records: Iterator[Given], read: Callable[[Given], Reading | InputError]) -> Iterator[Reading | InputError]:
    claims = 0
    for record in islice(records, AT_ONCE):
        reading = read(record)
        yield reading
        claims += len(reading.extraction.claims) if isinstance(reading, Reading) else 0
        if claims >= AT_ONCE:
            return


def _plainly_new(batch: Sequence[Reading | InputError], store: Store) -> list[Reading]:
    """Return the readings that share neither text nor address nor an id with another one, or with what is stored."""
    found: list[Reading] = []
    seen: set[str] = set()
    for each in batch:
        if isinstance(each, InputError):
            continue
        article = each.extraction.article
        own = {article.id, article.text_sha256, *([article.url] if article.url is not None else [])}
        parts = [part.id for part in each.extraction.attributions] + [part.id for part in each.extraction.claims]
        distinct = len(set(parts)) == len(parts) and seen.isdisjoint(own) and seen.isdisjoint(parts)
        seen |= own | set(parts)
        if distinct and each.follows is None:
            found.append(each)
    with store.read() as unit:
        known = unit.bulk.known([each.extraction for each in found])
    return [each for each in found if each.extraction.article.id not in known]


def _add(unit: Unit, new: Sequence[Reading]) -> None:
    from provenance.storage.bulk import NewReading

    unit.bulk.add([NewReading(each.document.ref, each.extraction, each.run) for each in new])


def _added(reading: Reading) -> IngestResult:
    extraction = reading.extraction
    article = extraction.article
    return IngestResult(
        ref=reading.document.ref,
        status=IngestStatus.ADDED,
        article_id=article.id,
        version=1,
        outlet=article.outlet,
        published=article.published,
        sentences=len(extraction.sentences),
        claims=len(extraction.claims),
        relations=0,
        notices=extraction.notices,
    )
