"""Long lists of ids, asked for piece by piece: a statement takes only so many parameters."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice
from typing import TypeVar

T = TypeVar("T")

CHUNK = 400


def chunks(items: Iterable[T], size: int = CHUNK) -> Iterator[list[T]]:
    """Yield the items in lists of at most `size`, in order."""
    iterator = iter(items)
    while piece := list(islice(iterator, size)):
        yield piece
