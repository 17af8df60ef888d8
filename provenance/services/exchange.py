"""Readings out of one database and into another, in the shape of `extract` output."""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import fields, is_dataclass, replace
from datetime import date
from functools import partial
from operator import attrgetter
from typing import TYPE_CHECKING, Any

from provenance.errors import InputError, InvalidRecord, costing_one_document
from provenance.model.article import Document
from provenance.model.claim import Extraction
from provenance.model.exchange import Json, extraction_in, extraction_out
from provenance.model.run import Run
from provenance.model.span import Span
from provenance.model.version import ArticleVersion, IngestResult, IngestStatus
from provenance.services.ingest import add_reading, failed
from provenance.services.loading import Reading, load_readings
from provenance.services.match import Matching
from provenance.services.names import decided_names, registry_with
from provenance.services.opened import opened
from provenance.services.runs import new_run
from provenance.services.versions import Standing, standing_of
from provenance.settings import Settings

if TYPE_CHECKING:
    from provenance.storage.store import Store, Unit

ID = re.compile(r"[0-9a-f]{32}")


def export_articles(prefixes: Sequence[str], settings: Settings) -> Iterator[Json]:
    """Yield a record for each article named by an id's beginning, or, where none is named, for every version of all.

    Beside the fields of `extract` output a record has `supersedes`, the id of the version before it, `notices`, and the
    `run` that read it. Versions come in the order in which they were stored, so that importing them gives the same
    history. Relations and people's decisions are not part of it: relations are found again by the import.
    """
    with opened(settings) as store, store.read() as unit:
        named = [unit.articles.find(prefix) for prefix in prefixes]  # all of them, before anything is written
        for version, before in ((version, None) for version in named) if named else _history(unit):
            yield _record(unit, version, before)


def import_readings(
    records: Iterable[tuple[str, object] | InputError], settings: Settings, *, later: bool = False
) -> Iterator[IngestResult]:
    """Store records of `extract` output, each with the name of its line, and yield what became of each, in order.

    A record with the wrong shape, or with ids that are another article's, is a result with the status FAILED. With
    `later` the claims are not compared with what is stored: `match --all` does so for all of them at once.
    """
    with opened(settings, create=True) as store:
        with store.read() as unit:
            registry = registry_with(decided_names(unit))
        matching = Matching(new_run("import", settings), settings, registry)
        read = partial(_read, otherwise=matching.run)
        one = partial(_import_one, store=store, matching=matching, later=later)
        if later:
            yield from load_readings(records, store, read, one)
        else:
            yield from map(one, map(read, records))


def _read(given: tuple[str, object] | InputError, otherwise: Run) -> Reading | InputError:
    """Return the record as a reading, or what is wrong with it."""
    if isinstance(given, InputError):
        return given
    where, record = given
    try:
        with costing_one_document(where):
            return _reading(where, record, otherwise)
    except InputError as error:
        error.where = error.where or where
        return error


def _import_one(reading: Reading | InputError, store: Store, matching: Matching, later: bool) -> IngestResult:
    if isinstance(reading, InputError):
        return failed(reading)
    try:
        with costing_one_document(reading.where):
            return store.write(partial(_import, reading=reading, matching=matching, later=later))
    except InputError as error:
        error.where = error.where or reading.where
        return failed(error)


def _history(unit: Unit) -> Iterator[tuple[ArticleVersion, str | None]]:
    """Yield every version with the id of the one before it, article by article."""
    for series in unit.articles.series():
        before: str | None = None
        for version in unit.articles.versions(series):
            yield version, before
            before = version.article.id


def _record(unit: Unit, version: ArticleVersion, before: str | None) -> Json:
    extraction = unit.articles.extraction(version.article.id)
    run = unit.articles.run(version.run) if version.run else None
    return extraction_out(version.ref, extraction) | {
        "notices": list(extraction.notices),
        "supersedes": before,
        "run": {field.name: getattr(run, field.name) for field in fields(run)} if run else None,
    }


def _reading(where: str, record: object, otherwise: Run) -> Reading:
    document, extraction = extraction_in(record, where)
    if not isinstance(record, dict):  # extraction_in refuses it
        raise InvalidRecord("is not a JSON object", where=where)
    _refuse_misfits(record, extraction, where)
    notices = record.get("notices")
    if isinstance(notices, list):
        extraction = replace(extraction, notices=tuple(map(str, notices)))
    before = record.get("supersedes")
    return Reading(where, document, extraction, _run_of(record, otherwise), before if isinstance(before, str) else None)


def _import(unit: Unit, reading: Reading, matching: Matching, later: bool) -> IngestResult:
    document = reading.document
    standing = standing_of(document, unit.articles.like(document.article, None))
    if reading.follows is not None:
        standing = _after(unit, document, reading.follows, standing)
    own = replace(matching, run=reading.run)
    return add_reading(unit, document, reading.extraction, standing, own, later=later)


def _after(unit: Unit, document: Document, before: str, standing: Standing) -> Standing:
    """Return what a version is that says which one it follows."""
    own = unit.articles.following(before)
    if document.article.id in {version.article.id for version in own}:
        return standing  # this very step of the history is stored
    current = unit.articles.current(before)
    if current is None or current.article.id == document.article.id:
        return standing
    return Standing(IngestStatus.NEW_VERSION, current)


def _run_of(record: Json, otherwise: Run) -> Run:
    """Return the run that read the record, where it says so; else the import."""
    told = record.get("run")
    names = [field.name for field in fields(Run)]
    if not isinstance(told, dict) or not all(isinstance(told.get(name), str) for name in names):
        return otherwise
    return Run(**{name: told[name] for name in names}) if ID.fullmatch(told["id"]) else otherwise


def _refuse_misfits(record: Json, extraction: Extraction, where: str) -> None:
    """Raise InvalidRecord for what has the right shape and cannot be true of the text."""
    named = record["article"].get("id")
    if named is not None and named != extraction.article.id:
        raise InvalidRecord(f"article id {named!r} is not that of its text, outlet, title, URL and date", where=where)
    for kind, ids in (("attribution", extraction.attributions), ("claim", extraction.claims)):
        for each in ids:
            if not ID.fullmatch(each.id):
                raise InvalidRecord(f"{kind} id {each.id!r} is not 32 hexadecimal digits", where=where)
    for attribution in extraction.attributions:
        if not attribution.chain:
            raise InvalidRecord(f"attribution {attribution.id}: its chain is empty", where=where)
    for claim in extraction.claims:
        if not claim.span:
            raise InvalidRecord(f"claim {claim.id}: its span is empty", where=where)
    _refuse_outside(extraction, len(extraction.article.text), where)


def _refuse_outside(value: Any, length: int, where: str) -> None:
    """Raise InvalidRecord for a span beyond the text, or a number that is none, anywhere inside a value."""
    for part in value if type(value) is tuple else _PARTS[type(value)](value):
        kind = type(part)
        if kind is Span:
            if part.end > length:
                raise InvalidRecord(f"span [{part.start}, {part.end}] lies outside a text of {length}", where=where)
        elif kind is float:
            if not math.isfinite(part):
                raise InvalidRecord(f"{part} is not a number that can be stored", where=where)
        elif kind is tuple or kind not in _PLAIN:
            _refuse_outside(part, length, where)


_PLAIN = frozenset((str, int, bool, type(None), date))


class _Parts(dict[type, Callable[[Any], tuple[Any, ...]]]):
    """What takes a value of each kind apart; one that is no value of the model has no parts."""

    def __missing__(self, kind: type) -> Callable[[Any], tuple[Any, ...]]:
        names = [field.name for field in fields(kind)] if is_dataclass(kind) else []
        taken = attrgetter(*names) if len(names) > 1 else lambda value: tuple(getattr(value, name) for name in names)
        self[kind] = taken
        return taken


_PARTS = _Parts()
