"""Reading in several processes: a language model keeps one core busy, and a crash of one process costs one document."""

from __future__ import annotations

import signal
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass, field
from multiprocessing import get_context
from typing import Generic, TypeVar

from provenance.errors import InputError, UnreadableInput
from provenance.model.article import Document
from provenance.services.extract import Passed, Read, Reader, extract_one, make_extractor
from provenance.services.names import Names
from provenance.settings import Settings

T = TypeVar("T")

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
        line: _Line[Passed] = _Line(_Workers(self._settings, names, self._make))
        try:
            for given in inputs:
                line.add(given)
                while len(line) >= self._settings.jobs * AHEAD or line.is_broken:
                    yield line.first()
            while len(line):
                yield line.first()
        finally:
            line.workers.stop()


@dataclass
class _Workers:
    """The processes; they are started again after one of them died."""

    settings: Settings
    names: Names
    make: MakeReader
    executor: ProcessPoolExecutor | None = None

    def submit(self, document: Document) -> Future[Read | InputError]:
        return self._started().submit(_read, document)

    def read_alone(self, document: Document) -> Read | InputError:
        """Read one document while nothing else is under way, so that it is known which one a process died of."""
        try:
            return self.submit(document).result()
        except BrokenProcessPool:
            self.stop()
            return UnreadableInput(
                "the process that read it died", where=document.ref, hint="it may need more memory than there is"
            )

    def stop(self) -> None:
        if self.executor is not None:
            self.executor.shutdown(wait=False, cancel_futures=True)
            self.executor = None

    def _started(self) -> ProcessPoolExecutor:
        if self.executor is None:
            self.executor = ProcessPoolExecutor(
                max_workers=self.settings.jobs,
                # A fresh interpreter: nothing of the parent's threads, locks and database connections is carried over.
                mp_context=get_context("spawn"),
                initializer=_start,
                initargs=(self.make, self.settings, self.names),
            )
        return self.executor


@dataclass
class _Line(Generic[T]):
    """What is under way, in order: documents with their futures, and what only passes through."""

    workers: _Workers
    waiting: deque[tuple[Document, Future[Read | InputError] | None] | T] = field(default_factory=deque)

    def __len__(self) -> int:
        return len(self.waiting)

    @property
    def is_broken(self) -> bool:
        """True while documents wait to be read alone: nothing is added until they are done."""
        return any(isinstance(item, tuple) and item[1] is None for item in self.waiting)

    def add(self, given: Document | T) -> None:
        self.waiting.append(self._begun(given) if isinstance(given, Document) else given)

    def first(self) -> Read | InputError | T:
        """Take the first of the line out of it, when it is done."""
        item = self.waiting.popleft()
        if not isinstance(item, tuple):
            return item
        document, future = item
        if future is None:
            return self.workers.read_alone(document)
        try:
            return future.result()
        except BrokenProcessPool:
            self.workers.stop()
            self._read_alone_from_now_on()
            return self.workers.read_alone(document)

    def _begun(self, document: Document) -> tuple[Document, Future[Read | InputError] | None]:
        try:
            return document, self.workers.submit(document)
        except BrokenProcessPool:
            self.workers.stop()
            self._read_alone_from_now_on()
            return document, None

    def _read_alone_from_now_on(self) -> None:
        """What is under way was lost with the process, unless it was done: it is read again, one by one."""
        self.waiting = deque(
            (item[0], None) if isinstance(item, tuple) and not _is_done(item[1]) else item for item in self.waiting
        )


def _is_done(future: Future[Read | InputError] | None) -> bool:
    return future is not None and future.done() and not future.cancelled() and future.exception() is None


def _start(make: MakeReader, settings: Settings, names: Names) -> None:
    """A worker is ready to read, and leaves Ctrl-C to its parent."""
    global _reader
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    _reader = make(settings, names)


def _read(document: Document) -> Read | InputError:
    if _reader is None:
        raise RuntimeError("a worker reads before it was started")
    return extract_one(_reader, document)
