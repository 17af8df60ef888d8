"""Rows as a table for people (on a terminal), as plain lines (in a pipe), or as JSON, CSV and Markdown.

A terminal table keeps its most important columns: those of the lowest rank. What a narrow screen has no room for is
named under the table. Everything else than a terminal gets every column, whole and unbroken.
"""

from __future__ import annotations

import csv
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from io import StringIO
from itertools import islice
from textwrap import fill
from typing import Generic, TypeVar

from provenance.model.exchange import Json
from provenance.reports.escaping import csv_cell, json_text, markdown, one_line
from provenance.reports.screen import UNBOUNDED, Screen, canvas, drawn

T = TypeVar("T")
Cell = str | int | float | None

CHUNK = 200  # rows drawn at a time: widths are taken from the first ones, the rest streams
GAP = 2  # blanks between two columns


class TableFormat(StrEnum):
    TABLE = "table"
    JSON = "json"
    JSONL = "jsonl"
    CSV = "csv"
    MARKDOWN = "md"


@dataclass(frozen=True, slots=True)
class Column(Generic[T]):
    """One column: what it holds, and how it gives way on a narrow terminal."""

    title: str
    value: Callable[[T], Cell]  # whole, for every form but the terminal's
    shown: Callable[[T], Cell] | None = None  # shorter, for the terminal; None: the value
    rank: int = 0  # the highest rank leaves a narrow screen first; rank 0 stays
    least: int = 8  # columns of the terminal below which it is better left out
    most: int | None = None  # and above which it is folded; None: as wide as its longest cell
    numeric: bool = False

    def cell(self, row: T) -> str:
        value = (self.shown or self.value)(row)
        return "" if value is None else one_line(f"{value:,}" if isinstance(value, int) else str(value))


@dataclass(frozen=True, slots=True)
class Listing(Generic[T]):
    """What a list of one kind of thing looks like in every format."""

    columns: tuple[Column[T], ...]
    record: Callable[[T], Json]  # the JSON shape of a row


def render_rows(listing: Listing[T], rows: Iterable[T], form: TableFormat, screen: Screen) -> Iterator[str]:
    """Yield the output in pieces, as the rows come; every piece ends a line."""
    if form is TableFormat.JSONL:
        return (f"{json_text(listing.record(row))}\n" for row in rows)
    if form is TableFormat.JSON:
        return _json_array(listing, rows)
    if form is TableFormat.CSV:
        return _csv(listing, rows)
    if form is TableFormat.MARKDOWN:
        return _markdown(listing, rows)
    return _plain(listing, rows) if screen.width is None else _terminal(listing, rows, screen)


def csv_line(cells: Iterable[object]) -> str:
    """Return one line of CSV, every cell made safe for a spreadsheet."""
    line = StringIO()
    csv.writer(line, lineterminator="\n").writerow([csv_cell(cell) for cell in cells])
    return line.getvalue()


def markdown_row(cells: Iterable[Cell]) -> str:
    return f"| {' | '.join('' if cell is None else markdown(str(cell)) for cell in cells)} |\n"


def _json_array(listing: Listing[T], rows: Iterable[T]) -> Iterator[str]:
    opening = "[\n"
    for row in rows:
        yield f"{opening}{json_text(listing.record(row))}"
        opening = ",\n"
    yield "[]\n" if opening == "[\n" else "\n]\n"


def _csv(listing: Listing[T], rows: Iterable[T]) -> Iterator[str]:
    yield csv_line(column.title for column in listing.columns)
    for row in rows:
        yield csv_line(column.value(row) for column in listing.columns)


def _markdown(listing: Listing[T], rows: Iterable[T]) -> Iterator[str]:
    yield markdown_row(column.title for column in listing.columns)
    yield f"|{'|'.join(' ---: ' if column.numeric else ' --- ' for column in listing.columns)}|\n"
    for row in rows:
        yield markdown_row(column.value(row) for column in listing.columns)


def _plain(listing: Listing[T], rows: Iterable[T]) -> Iterator[str]:
    """Yield one line a row, cells apart by tabs: what cut, sort and awk expect."""
    yield "\t".join(column.title for column in listing.columns) + "\n"
    for row in rows:
        values = (column.value(row) for column in listing.columns)
        yield "\t".join("" if value is None else one_line(str(value)) for value in values) + "\n"


def _terminal(listing: Listing[T], rows: Iterable[T], screen: Screen) -> Iterator[str]:
    rows = iter(rows)
    chunk = list(islice(rows, CHUNK))
    widths = fit(listing.columns, chunk, screen.width or 80)
    shown = [column for column in listing.columns if column in widths]
    yield _draw(shown, widths, chunk, screen, header=True)
    while chunk := list(islice(rows, CHUNK)):
        yield _draw(shown, widths, chunk, screen, header=False)
    hidden = [column.title for column in listing.columns if column not in widths]
    if hidden:
        told = f"(no room for: {', '.join(hidden)}; a wider terminal or --csv shows them)"
        yield fill(told, screen.width or UNBOUNDED) + "\n"


def fit(columns: Iterable[Column[T]], rows: Iterable[T], width: int) -> dict[Column[T], int]:
    """Return the columns that fit with their widths: the least of each, the rest shared by what each still wants."""
    from rich.cells import cell_len

    rows = list(rows)
    content = {column: max((cell_len(column.cell(row)) for row in rows), default=0) for column in columns}
    wanted = {
        column: min(max(longest, len(column.title)), column.most or UNBOUNDED) for column, longest in content.items()
    }
    if sum(wanted.values()) + GAP * (len(wanted) - 1) > width:  # what is empty anyway makes room first
        wanted = {column: most for column, most in wanted.items() if content[column] or column.rank == 0}
    least = {column: min(column.least, wanted[column]) for column in wanted}
    while sum(least.values()) + GAP * (len(least) - 1) > width:
        last = max(column.rank for column in least)
        if last == 0:
            break
        least = {column: enough for column, enough in least.items() if column.rank < last}
    room = width - GAP * (len(least) - 1)
    spare = room - sum(least.values())
    lacking = sum(wanted[column] - least[column] for column in least)
    if spare >= lacking:
        return {column: wanted[column] for column in least}
    return {column: least[column] + max(spare, 0) * (wanted[column] - least[column]) // lacking for column in least}


def _draw(
    columns: list[Column[T]], widths: dict[Column[T], int], rows: Iterable[T], screen: Screen, *, header: bool
) -> str:
    from rich.table import Table
    from rich.text import Text

    table = Table(box=None, show_header=header, pad_edge=False, padding=(0, GAP, 0, 0))
    for column in columns:
        table.add_column(
            Text(column.title),
            width=widths[column],
            justify="right" if column.numeric else "left",
            overflow="fold",
            header_style="bold",
        )
    for row in rows:
        table.add_row(*(Text(column.cell(row)) for column in columns))
    console = canvas(screen)
    console.print(table)
    return drawn(console)
