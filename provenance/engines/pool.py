"""Reading in several processes: a language model keeps one core busy, and a crash of one process costs one document."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence

from provenance.engines.workers import Line, Passed, Task, Workers
from provenance.errors import InputError, UnreadableInput
from provenance.model.article import Document
from provenance.services.extract import Read, Reader, extract_one, make_extractor
from provenance.services.names import Names
from provenance.settings import Settings

MakeReader = Callable[[Settings, Names], Reader]

AHEAD = 4  # documents that wait for each process: enough to keep it busy, few enough to keep the input a stream

_reader: Reader | None = None  # of a worker process; set once, when it starts


class ProcessPool:
    """Reads with `settings.jobs` processes; results keep the order of the inputs.

    Inputs are read only a few documents ahead. Where a process dies (out of memory, a crash in a library), the
    documents that were under way are read again one by one, and the one that kills its process is an error.
    """

    def __init__(self, settings: Settings, make: MakeReader = make_extractor) -> None:
        self._settings = settings
        self._make = make

    def extract(self, inputs: Iterable[Document | Passed], names: Names) -> Iterator[Read | InputError | Passed]:
        task = Task(_start, (self._make, self._settings, names), _read, _died)
        line: Line[Document, Read | InputError, Passed] = Line(Workers(task, self._settings.jobs))
        try:
            for given in inputs:
                if isinstance(given, Document):
                    line.begin((given,))
                else:
                    line.let_pass(given)
                while len(line) >= self._settings.jobs * AHEAD or line.is_broken:
                    yield from line.first()
            while len(line):
                yield from line.first()
        finally:
            line.workers.stop()


def _start(make: MakeReader, settings: Settings, names: Names) -> None:
    global _reader
    _reader = make(settings, names)


def _read(documents: Sequence[Document]) -> list[Read | InputError]:
    if _reader is None:
        raise RuntimeError("a worker reads before it was started")
    return [extract_one(_reader, document) for document in documents]


def _died(document: Document) -> Read | InputError:
    return UnreadableInput(
        "the process that read it died", where=document.ref, hint="it may need more memory than there is"
    )
