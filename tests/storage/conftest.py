"""A fresh store in a database of its own."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest

from provenance.storage.store import Store, open_store


@pytest.fixture
def database(new_database: Callable[..., str]) -> str:
    return new_database("claims")


@pytest.fixture
def store(database: str) -> Iterator[Store]:
    opened = open_store(database)
    yield opened
    opened.close()
