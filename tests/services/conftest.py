"""A fresh database for each test."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest

from provenance.settings import Settings
from provenance.storage.store import Store, open_store


@pytest.fixture
def settings(new_database: Callable[..., str]) -> Settings:
    return Settings(database_url=new_database("claims"))


@pytest.fixture
def store(settings: Settings) -> Iterator[Store]:
    opened = open_store(settings.database_url)
    yield opened
    opened.close()
