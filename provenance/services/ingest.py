"""Articles in, claims and relations stored: each article is one transaction.

A process that is killed leaves whole articles only, and the same command run again goes on where it stopped: what is
stored is unchanged, the rest is added. Reading a text and comparing it with what is stored is slow and happens
before its transaction; inside, what others stored meanwhile is compared, so that two processes that ingest at once find
each other's articles.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import partial
from typing import TYPE_CHECKING

from provenance.errors import InputError, costing_one_document
from provenance.model.article import Document
from provenance.model.claim import Extraction
from provenance.model.version import ArticleVersion, IngestResult, IngestStatus
from provenance.services.extract import Engine, InThisProcess, Read, Skipped, read_sources
from provenance.services.match import Matching, compare_ahead, index_claims, match_article
from provenance.services.names import decided_names, registry_with
from provenance.services.runs import new_run
from provenance.services.versions import Standing, standing_of
from provenance.settings import Settings

if TYPE_CHECKING:
    from provenance.ingest import GivenMetadata
    from provenance.storage.store import Store, Unit


def ingest_documents(
    sources: Sequence[str],
    given: GivenMetadata,
    settings: Settings,
    input_format: str = "auto",
    *,
    engine: Engine | None = None,
    skipped: Skipped | None = None,
) -> Iterator[IngestResult]:
    """Store every document of the sources, and yield what became of it, in their order.

    A bad document is a result with the status FAILED, and the rest goes on. StorageError ends it: what was yielded
    before is stored.
    """
    from provenance.storage.store import open_store

    store = open_store(settings.database_url)
    try:
        inputs = read_sources(sources, given, settings, input_format, skipped)
        yield from store_documents(inputs, store, settings, engine or InThisProcess(settings))
    finally:
        store.close()


def store_documents(
    inputs: Iterable[Document | InputError], store: Store, settings: Settings, engine: Engine, command: str = "ingest"
) -> Iterator[IngestResult]:
    """Read and store documents; those that are known already are not read again."""
    with store.read() as unit:
        names = decided_names(unit)
    matching = Matching(new_run(command, settings), settings, registry_with(names))
    outcomes: Iterator[Read | InputError | IngestResult]
    outcomes = engine.extract((_known_or_new(each, store) for each in inputs), names)
    for outcome in outcomes:
        if isinstance(outcome, IngestResult):
            yield outcome
        elif isinstance(outcome, InputError):
            yield failed(outcome)
        else:
            yield store_reading(store, outcome, matching)


def store_reading(store: Store, reading: Read, matching: Matching) -> IngestResult:
    """Store one reading with its relations, in one transaction; a refused one is a result with the status FAILED."""
    document, extraction = reading
    try:
        with costing_one_document(document.ref):
            with store.read() as unit:
                compare_ahead(unit, extraction, matching)
            return store.write(partial(_add, reading=reading, matching=matching))
    except InputError as error:
        error.where = error.where or document.ref
        return failed(error)


def _add(unit: Unit, reading: Read, matching: Matching) -> IngestResult:
    document, extraction = reading
    standing = standing_of(document, unit.articles.like(document.article, document.location))
    return add_reading(unit, document, extraction, standing, matching)


def add_reading(
    unit: Unit,
    document: Document,
    extraction: Extraction,
    standing: Standing,
    matching: Matching,
    *,
    later: bool = False,
) -> IngestResult:
    """Store a reading as its standing says, index its claims, and match them; with `later` `match --all` does both."""
    if standing.status is IngestStatus.UNCHANGED and standing.version is not None:
        return unchanged(unit, document.ref, standing.version)
    article = extraction.article.id
    came_back = unit.articles.is_stored(article)
    version = unit.articles.add(
        extraction, matching.run, ref=document.ref, location=document.location, after=standing.version
    )
    if came_back:  # an older version is the newest again: its claims are as they were stored
        extraction = unit.articles.extraction(article)
    claims = extraction.sourced_claims()
    relations = 0
    if not later:
        if not came_back:
            index_claims(unit, claims)
        relations = match_article(unit, article, claims, matching)
    counts = len(extraction.sentences), len(claims), relations
    return _result(document.ref, standing.status, version, counts, extraction.notices)


def failed(error: InputError) -> IngestResult:
    return IngestResult(error.where or "input", IngestStatus.FAILED, error=str(error))


def unchanged(unit: Unit, ref: str, version: ArticleVersion) -> IngestResult:
    article = version.article.id
    (stored,) = unit.articles.summaries([article])
    relations = unit.relations.count_of_article(article)
    return _result(ref, IngestStatus.UNCHANGED, version, (stored.sentences, stored.claims, relations))


def _known_or_new(given: Document | InputError, store: Store) -> Document | InputError | IngestResult:
    """Return what is known of a document that is stored already, so that it is not read again."""
    if isinstance(given, InputError):
        return given
    with store.read() as unit:
        standing = standing_of(given, unit.articles.like(given.article, given.location))
        if standing.status is IngestStatus.UNCHANGED and standing.version is not None:
            return unchanged(unit, given.ref, standing.version)
    return given


def _result(
    ref: str,
    status: IngestStatus,
    version: ArticleVersion,
    counts: tuple[int, int, int],
    notices: tuple[str, ...] = (),
) -> IngestResult:
    sentences, claims, relations = counts
    return IngestResult(
        ref=ref,
        status=status,
        article_id=version.article.id,
        version=version.number,
        outlet=version.article.outlet,
        published=version.article.published,
        sentences=sentences,
        claims=claims,
        relations=relations,
        notices=notices,
    )
