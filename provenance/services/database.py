"""The database itself: where it is, what it holds, whether it is whole."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from provenance.model.query import Counts
from provenance.services.opened import opened
from provenance.settings import Settings

if TYPE_CHECKING:
    from provenance.storage.store import Store


@dataclass(frozen=True, slots=True)
class DatabaseState:
    place: str  # the file of an SQLite database, else the URL without its password
    revision: str | None  # None: nothing was made yet
    newest_revision: str


def database_place(settings: Settings) -> str:
    """Return where the database is or would be; nothing is opened."""
    from provenance.storage.store import place_of

    return place_of(settings.database_url)


def upgrade_database(settings: Settings) -> DatabaseState:
    """The database is there and at this program's version afterwards."""
    from provenance.storage.migrating import newest_revision

    with opened(settings, create=True) as store:
        return DatabaseState(database_place(settings), store.revision(), newest_revision())


def count_rows(settings: Settings) -> Counts:
    with opened(settings) as store, store.read() as unit:
        return unit.counts()


def check_database(settings: Settings) -> tuple[str, ...]:
    """Return every problem of the database, one line each; empty where it is whole."""
    from provenance.storage.check import check

    with opened(settings) as store:
        problems = [str(problem) for problem in check(store)]
        return tuple(problems or _not_found_by_matching(store))


def _not_found_by_matching(store: Store) -> Iterator[str]:
    """Yield the claims that the index should hold and does not, so that no new claim would ever meet them."""
    from provenance.matching import keys_of

    with store.read() as unit:
        for claim in unit.claims.get(unit.candidates.unindexed()).values():
            if keys_of(claim):
                yield f"claim {claim.id}: is missing from the index that matching uses"
