"""Where words go: data to stdout or a file, everything else to stderr; and what the whole call was told."""

from __future__ import annotations

import os
import shutil
import sys
import tempfile
import traceback
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, TextIO, TypeVar

import click

from provenance.errors import ProvenanceError

if TYPE_CHECKING:
    from provenance.reports.screen import Screen
    from provenance.reports.tables import Listing

T = TypeVar("T")


class ReaderGone(Exception):
    """Whoever read stdout has left (`| head`): nothing failed, and nothing is left to do."""


@dataclass(slots=True)
class Invocation:
    """One call of the program; --debug and --quiet may stand before or after the command's name."""

    debug: bool = False
    quiet: bool = False


def invocation() -> Invocation:
    """Return what the call in progress was told."""
    found = click.get_current_context().find_root().obj
    return found if isinstance(found, Invocation) else Invocation()


def tell(line: str) -> None:
    """Write one line to stderr, with nothing in it that a terminal would act on."""
    from provenance.reports.escaping import one_line

    click.echo(one_line(line), err=True)


def note(line: str) -> None:
    """Write a line that --quiet silences: a count, a hint, where something was written."""
    if not invocation().quiet:
        tell(line)


def note_skipped(path: str, reason: str) -> None:
    """Name a file of a folder that is left out."""
    note(f"provenance: {path}: left out: {reason}")


@dataclass(frozen=True, slots=True)
class Output:
    """Where a command's data goes and in which form."""

    form: str  # "table", "json", "jsonl", "csv", "md", ...
    path: Path | None = None
    color: str = "auto"  # "auto", "always", "never"

    @property
    def on_terminal(self) -> bool:
        return self.path is None and sys.stdout.isatty()

    @property
    def screen(self) -> Screen:
        """What the data is shown on: a terminal of some width, or a pipe or file."""
        from provenance.reports.screen import Screen

        width = shutil.get_terminal_size((80, 24)).columns if self.on_terminal else None
        return Screen(width, self._in_color())

    def _in_color(self) -> bool:
        if self.color != "auto":
            return self.color == "always"
        return self.on_terminal and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"

    def write_rows(self, listing: Listing[T], rows: Iterable[T]) -> None:
        """Write the rows as a table, or in whatever form was asked for."""
        from provenance.reports.tables import TableFormat, render_rows

        self.write(render_rows(listing, rows, TableFormat(self.form), self.screen))

    def write(self, pieces: Iterable[str]) -> None:
        """Write the pieces as they come; a file appears whole or not at all."""
        if self.path is None:
            for piece in pieces:
                with _named("standard output"):
                    sys.stdout.write(piece)
                    sys.stdout.flush()
            return
        with _named(str(self.path)), whole_file(self.path) as file:
            file.writelines(pieces)
        note(f"written to {self.path}")


@contextmanager
def _named(place: str) -> Iterator[None]:
    """Say in a failure where it was written to, which the system does not do for an open file."""
    try:
        yield
    except OSError as error:
        error.filename = error.filename or place
        raise


@contextmanager
def whole_file(path: Path) -> Iterator[TextIO]:
    """A file that takes the place of `path` once everything is written and nothing failed."""
    if not path.parent.is_dir():
        raise NotADirectoryError(20, "there is no such folder", str(path.parent))
    if path.exists() and not path.is_file():  # a pipe or device, as in >(...) of a shell
        with path.open("w", encoding="utf-8", errors="backslashreplace", newline="") as file:
            yield file
        return
    try:
        handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.", suffix=".part")
    except OSError as error:
        error.filename = str(path)  # the user knows nothing of the other file
        raise
    try:
        with os.fdopen(handle, "w", encoding="utf-8", errors="backslashreplace", newline="") as file:
            yield file
            file.flush()
            os.fsync(handle)
        Path(name).chmod(_permissions(path))
        Path(name).replace(path)
    except BaseException:  # an interrupt too must leave no half file behind
        Path(name).unlink(missing_ok=True)
        raise


def _permissions(path: Path) -> int:
    """Return those of the file that is replaced, else those that the user's umask gives a new one."""
    if path.exists():
        return path.stat().st_mode & 0o777
    umask = os.umask(0)
    os.umask(umask)
    return 0o666 & ~umask


def _unknown() -> int | None:
    return None


def watched(items: Iterable[T], doing: str, output: Output, total: Callable[[], int | None] = _unknown) -> Iterator[T]:
    """Yield the items, with a progress bar on stderr where that is a terminal and --quiet was not given.

    `total` is asked how many there will be where a bar is shown, and nowhere else: counting takes time. Where the data
    goes to the same terminal, it waits until the bar is done.
    """
    if invocation().quiet or not sys.stderr.isatty():
        yield from items
    elif output.on_terminal:
        yield from list(_with_bar(items, doing, total()))
    else:
        yield from _with_bar(items, doing, total())


def _with_bar(items: Iterable[T], doing: str, total: int | None) -> Iterator[T]:
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

    columns = (SpinnerColumn(), TextColumn(doing), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        yield from bar.track(items, total=total)


@dataclass(slots=True)
class Failures:
    """Inputs that failed: each is told as it comes, the others go on, and the exit code says so at the end."""

    count: int = 0

    def told(self, items: Iterable[T | ProvenanceError]) -> Iterator[T]:
        """Yield what did not fail."""
        for item in items:
            if isinstance(item, ProvenanceError):
                if invocation().debug and item.__cause__ is not None:
                    traceback.print_exception(item.__cause__)
                self.add(str(item))
            else:
                yield item

    def add(self, line: str) -> None:
        self.count += 1
        tell(f"provenance: {line}")

    def leave(self) -> None:
        """End the command with exit code 1 where an input failed."""
        if self.count:
            click.get_current_context().exit(1)
