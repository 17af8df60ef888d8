"""Work in several processes, done in the order in which it comes; a crash of one process costs one item."""

from __future__ import annotations

import signal
from collections import deque
from collections.abc import Callable, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass, field
from multiprocessing import get_context
from typing import Any, Generic, TypeVar

Item = TypeVar("Item")
Done = TypeVar("Done")
Passed = TypeVar("Passed")


@dataclass(frozen=True, slots=True)
class Task(Generic[Item, Done]):
    """What each process does; all of it can be sent to another process."""

    start: Callable[..., None]  # once in each process, before the first item
    told: tuple[Any, ...]  # what `start` is told
    work: Callable[[Sequence[Item]], list[Done]]  # what becomes of some items, one for each
    died: Callable[[Item], Done]  # what becomes of an item that a process dies of


@dataclass
class Workers(Generic[Item, Done]):
    """The processes; they are started with the first work, and again after one of them died."""

    task: Task[Item, Done]
    jobs: int
    executor: ProcessPoolExecutor | None = None

    def submit(self, items: Sequence[Item]) -> Future[list[Done]]:
        return self._started().submit(self.task.work, items)

    def do_alone(self, items: Sequence[Item]) -> list[Done]:
        """Do one item after the other while nothing else is under way, so that it is known which a process died of."""
        done: list[Done] = []
        for item in items:
            try:
                done += self.submit((item,)).result()
            except BrokenProcessPool:
                self.stop()
                done.append(self.task.died(item))
        return done

    def stop(self) -> None:
        if self.executor is not None:
            self.executor.shutdown(wait=False, cancel_futures=True)
            self.executor = None

    def _started(self) -> ProcessPoolExecutor:
        if self.executor is None:
            self.executor = ProcessPoolExecutor(
                max_workers=self.jobs,
                # A fresh interpreter: nothing of the parent's threads, locks and database connections is carried over.
                mp_context=get_context("spawn"),
                initializer=_start,
                initargs=(self.task.start, *self.task.told),
            )
        return self.executor


@dataclass
class _UnderWay(Generic[Item, Done]):
    items: Sequence[Item]
    future: Future[list[Done]] | None  # None: lost with a process, to be done again, one item after the other


@dataclass
class Line(Generic[Item, Done, Passed]):
    """What is under way, in order: items with their futures, and what only passes through."""

    workers: Workers[Item, Done]
    waiting: deque[_UnderWay[Item, Done] | Passed] = field(default_factory=deque)

    def __len__(self) -> int:
        return len(self.waiting)

    @property
    def is_broken(self) -> bool:
        """True while items wait to be done alone: nothing is added until they are done."""
        return any(isinstance(each, _UnderWay) and each.future is None for each in self.waiting)

    def begin(self, items: Sequence[Item]) -> None:
        """These items are done together, by one process."""
        self.waiting.append(_UnderWay(items, self._submitted(items)))

    def let_pass(self, given: Passed) -> None:
        """It comes out of the line in its place."""
        self.waiting.append(given)

    def first(self) -> list[Done | Passed]:
        """Take the first of the line out of it, when it is done."""
        each = self.waiting.popleft()
        if not isinstance(each, _UnderWay):
            return [each]
        if each.future is not None:
            try:
                return [*each.future.result()]
            except BrokenProcessPool:
                self._do_alone_from_now_on()
        return [*self.workers.do_alone(each.items)]

    def _submitted(self, items: Sequence[Item]) -> Future[list[Done]] | None:
        try:
            return self.workers.submit(items)
        except BrokenProcessPool:
            self._do_alone_from_now_on()
            return None

    def _do_alone_from_now_on(self) -> None:
        """What is under way was lost with the process, unless it was done: it is done again, one by one."""
        self.workers.stop()
        for each in self.waiting:
            if isinstance(each, _UnderWay) and not _is_done(each.future):
                each.future = None


def _is_done(future: Future[list[Done]] | None) -> bool:
    return future is not None and future.done() and not future.cancelled() and future.exception() is None


def _start(start: Callable[..., None], *told: Any) -> None:
    """A worker is ready, and leaves Ctrl-C to its parent."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    start(*told)
