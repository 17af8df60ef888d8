"""A store, open for as long as one service call needs it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from provenance.settings import Settings

if TYPE_CHECKING:
    from provenance.storage.store import Store


@contextmanager
def opened(settings: Settings, *, create: bool = False) -> Iterator[Store]:
    """The store, at this program's version; a file that is not there is an error, or with `create` is made."""
    from provenance.storage.store import open_store

    store = open_store(settings.database_url, create=create)
    try:
        yield store
    finally:
        store.close()
