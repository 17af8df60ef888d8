"""An empty list, told apart: nothing matches, or there is nothing to answer from."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from itertools import chain
from typing import TypeVar

from provenance.commands.console import note
from provenance.errors import NotFound, NothingToMeasure
from provenance.settings import Settings

T = TypeVar("T")


def measured(rows: Iterable[T], what: str, settings: Settings) -> Iterator[T]:
    """Return the rows; where there are none, raise NothingToMeasure if the database holds no articles, else say so."""
    rows = iter(rows)
    for first in rows:
        return chain([first], rows)
    refuse_empty(settings)
    note(f"no {what} match")
    return iter(())


@contextmanager
def telling_empty_from_unknown(settings: Settings) -> Iterator[None]:
    """What is not found in a database that holds nothing is NothingToMeasure instead."""
    try:
        yield
    except NotFound:
        refuse_empty(settings)
        raise


def refuse_empty(settings: Settings) -> None:
    """Raise NothingToMeasure where the database holds no articles: that is not an answer of none."""
    from provenance.services.database import count_rows

    if count_rows(settings).versions == 0:
        raise NothingToMeasure("the database holds no articles", hint="provenance ingest PATH reads some")
