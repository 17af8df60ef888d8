"""Lines of articles in, lines of readings out: what a cluster does to each line, wherever it is done.

A line is read as `extract` reads it, and what comes out is what `extract` writes: the place makes no difference.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from provenance.errors import InputError
from provenance.model.article import Document
from provenance.model.claim import Extraction
from provenance.model.exchange import extraction_out
from provenance.services.extract import Engine, Read
from provenance.services.names import Names
from provenance.settings import Settings


class Outcome(StrEnum):
    """What became of a line."""

    READ = "read"
    NOTICED = "noticed"  # read, and a limit cut something short: a row beside that of the reading
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a file, and where it stands among all that are read."""

    position: int  # from 0
    file: str  # "archive/2019.jsonl"
    number: int  # in its file, from 1
    content: bytes | None  # None: longer than `longest_line` of the limits


@dataclass(frozen=True, slots=True)
class Outcoming:
    """One row of what comes out; of a failed line only `ref` and `said` are known."""

    position: int
    outcome: Outcome
    ref: str
    said: str  # the reading in the shape of `extract` output as JSON; else what is to be told, in one line
    article: str | None = None  # its id
    outlet: str | None = None
    published: str | None = None
    language: str | None = None
    claims: int | None = None


def read_lines(lines: Iterable[Line], engine: Engine, settings: Settings) -> Iterator[Outcoming]:
    """Yield what each line comes to, in order; a bad one is a row that says why, and a blank one is none."""
    from provenance.ingest.lines import document_of_line
    from provenance.registry import load_registry

    positions: deque[int] = deque()  # of what is under way: outcomes come in the order of the inputs
    outlets = load_registry()

    def inputs() -> Iterator[Document | InputError]:
        for line in lines:
            found = document_of_line(line.content, line.file, line.number, settings.limits, outlets)
            if found is not None:
                positions.append(line.position)
                yield found

    outcomes: Iterator[Read | InputError] = engine.extract(inputs(), Names())
    for outcome in outcomes:
        position = positions.popleft()
        if isinstance(outcome, InputError):
            yield Outcoming(position, Outcome.FAILED, outcome.where or "input", str(outcome))
        else:
            yield from _read(position, *outcome)


def _read(position: int, document: Document, extraction: Extraction) -> Iterator[Outcoming]:
    from provenance.reports.escaping import json_text

    article = extraction.article
    yield Outcoming(
        position,
        Outcome.READ,
        document.ref,
        json_text(extraction_out(document.ref, extraction)),
        article.id,
        article.outlet,
        article.published,
        article.language,
        len(extraction.claims),
    )
    for notice in extraction.notices:
        yield Outcoming(position, Outcome.NOTICED, document.ref, f"{document.ref}: {notice}")
