"""Documents in, readings out; no database."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Protocol, TypeVar

from provenance.errors import InputError, costing_one_document
from provenance.model.article import Article, Document
from provenance.model.claim import Extraction
from provenance.services.names import Names, registry_with
from provenance.settings import Settings

if TYPE_CHECKING:
    from provenance.ingest import GivenMetadata

Passed = TypeVar("Passed")
Read = tuple[Document, Extraction]
Skipped = Callable[[str, str], None]


class Reader(Protocol):
    """What turns an article into claims: the extractor, or a stand-in."""

    def extract(self, article: Article) -> Extraction: ...


class Engine(Protocol):
    """Where documents are read: in this process or in several."""

    def extract(self, inputs: Iterable[Document | Passed], names: Names) -> Iterator[Read | InputError | Passed]:
        """Yield a reading or an error for each document, in order; whatever else comes in goes out in its place."""
        ...


class InThisProcess:
    """Reads one document after the other."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings

    def extract(self, inputs: Iterable[Document | Passed], names: Names) -> Iterator[Read | InputError | Passed]:
        extractor = make_extractor(self._settings, names)
        for given in inputs:
            yield extract_one(extractor, given) if isinstance(given, Document) else given


def extract_documents(
    sources: Sequence[str],
    given: GivenMetadata,
    settings: Settings,
    input_format: str = "auto",
    *,
    engine: Engine | None = None,
    skipped: Skipped | None = None,
) -> Iterator[Read | InputError]:
    """Yield what each document of the sources says, in their order; a bad one is an InputError, and the rest goes on.

    `skipped` is told every file of a folder that is left out, and why.
    """
    inputs = read_sources(sources, given, settings, input_format, skipped)
    yield from (engine or InThisProcess(settings)).extract(inputs, Names())


def read_sources(
    sources: Sequence[str],
    given: GivenMetadata,
    settings: Settings,
    input_format: str = "auto",
    skipped: Skipped | None = None,
) -> Iterator[Document | InputError]:
    """Yield the documents of files, folders and standard input, one source after the other."""
    from provenance.ingest import read

    for source in sources:
        yield from read(source, given, input_format, settings.limits, skipped=skipped or _untold)


def _untold(path: str, reason: str) -> None:
    """Nobody asked which files of a folder were left out."""


def make_extractor(settings: Settings, names: Names) -> Reader:
    """Return what reads articles; the language model is loaded with the first one."""
    from provenance.extraction.attribution.choosing import engine_named
    from provenance.extraction.pipeline import Extractor

    engine = engine_named(settings.engine)
    return Extractor(registry_with(names), settings.limits, settings.spacy_model, engine)


def extract_one(reader: Reader, document: Document) -> Read | InputError:
    """Return what one document says, or why it could not be read."""
    try:
        with costing_one_document(document.ref):
            return document, reader.extract(document.article)
    except InputError as error:
        error.where = error.where or document.ref
        return error
