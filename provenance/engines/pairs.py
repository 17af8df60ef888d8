"""Comparing pairs of sentences in several processes, each of which loads what reads them once."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import chain, islice
from typing import Protocol

from provenance.engines.workers import Line, Task, Workers
from provenance.errors import InputError, UnreadableInput
from provenance.services.compare import Comparer, Given, Pair, PairComparison
from provenance.settings import Settings

FEW = 64  # pairs: so many are compared in the time that it takes a process to load the networks
TOGETHER = 16  # pairs that a process takes at once: their sentences are parsed faster together
AHEAD = 3  # times so many wait for each process

Done = PairComparison | InputError


class ComparesPairs(Protocol):
    """What each process makes: the comparer, or a stand-in."""

    def compare(self, given: Sequence[Given]) -> list[Done]: ...


MakeComparer = Callable[[Settings], ComparesPairs]

_comparer: ComparesPairs | None = None  # of a worker process; set once, when it starts


class PairPool:
    """Compares with `settings.jobs` processes; results keep the order of the pairs, and are those of one process.

    No process is started for a few pairs. Pairs are read only a little ahead. Where a process dies, the pairs that were
    under way are compared again one by one, and the one that kills its process is an error.
    """

    def __init__(self, settings: Settings, make: MakeComparer = Comparer) -> None:
        self._settings = settings
        self._make = make

    def compare(self, pairs: Iterable[Pair | InputError]) -> Iterator[Done]:
        here = self._make(self._settings)  # loads nothing yet, and says in this process what it cannot do
        given = enumerate(pairs, 1)
        few = list(islice(given, FEW))
        if len(few) < FEW:
            yield from here.compare(few)
            return
        line: Line[Given, Done, Done] = Line(
            Workers(Task(_start, (self._make, self._settings), _compare, _died), self._settings.jobs)
        )
        rest = chain(few, given)
        try:
            while some := list(islice(rest, TOGETHER)):
                line.begin(some)
                while len(line) >= self._settings.jobs * AHEAD or line.is_broken:
                    yield from line.first()
            while len(line):
                yield from line.first()
        finally:
            line.workers.stop()


def _start(make: MakeComparer, settings: Settings) -> None:
    global _comparer
    _comparer = make(settings)


def _compare(given: Sequence[Given]) -> list[Done]:
    if _comparer is None:
        raise RuntimeError("a worker compares before it was started")
    return _comparer.compare(given)


def _died(given: Given) -> Done:
    number, pair = given
    if isinstance(pair, InputError):
        return pair
    where = f"pair {pair.id or number}"
    return UnreadableInput(
        "the process that compared it died", where=where, hint="it may need more memory than there is"
    )
