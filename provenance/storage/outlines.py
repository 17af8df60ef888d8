"""All current claims in outline, read in one go: five statements for thousands of claims."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import Any

from sqlalchemy import Connection, Select, func, select

from provenance.model.outline import Outline
from provenance.storage.chunks import chunks
from provenance.storage.tables import (
    ArticleRow,
    ClaimParticipantRow,
    ClaimPlaceRow,
    ClaimQuantityRow,
    ClaimRow,
    ClaimTimeRow,
)

AT_ONCE = 20_000  # numbers


class Outlines:
    """The outlines of one transaction."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def count(self) -> int:
        """Return how many current claims there are."""
        return int(self._connection.execute(_current(select(func.count(ClaimRow.number)))).scalar_one())

    def all(self) -> Iterator[Outline]:
        """Yield every current claim in the order in which they were stored, the claims of an article side by side."""
        last = self._connection.execute(select(func.max(ClaimRow.number))).scalar_one() or 0
        articles: dict[str, int] = {}
        for start in range(0, last + 1, AT_ONCE):
            yield from self._between(start, start + AT_ONCE, articles)

    def ids(self, numbers: Iterable[int]) -> dict[int, str]:
        """Return the ids of claims by their numbers."""
        found: dict[int, str] = {}
        for piece in chunks(dict.fromkeys(numbers)):
            statement = select(ClaimRow.number, ClaimRow.id).where(ClaimRow.number.in_(piece))
            found |= {row.number: row.id for row in self._connection.execute(statement)}
        return found

    def _between(self, start: int, end: int, articles: dict[str, int]) -> Iterator[Outline]:
        within = ClaimRow.number >= start, ClaimRow.number < end
        columns = (ClaimRow.number, ClaimRow.article_id, ClaimRow.text, ClaimRow.predicate)
        statement = _current(select(*columns)).where(*within).order_by(ClaimRow.number)
        names, spelt = self._names(within)
        quantities = self._slots(
            within, ClaimQuantityRow, ClaimQuantityRow.low, ClaimQuantityRow.high, ClaimQuantityRow.unit
        )
        days = self._slots(within, ClaimTimeRow, ClaimTimeRow.first_day, ClaimTimeRow.last_day)
        for number, article, text, predicate in self._connection.execute(statement):
            yield Outline(
                number,
                articles.setdefault(article, len(articles)),
                text,
                tuple(names.get(number, ())),
                tuple(spelt.get(number, ())),
                predicate,
                tuple(quantities.get(number, ())),
                tuple(each for each in days.get(number, ()) if None not in each),
            )

    def _names(self, within: Any) -> tuple[dict[int, list[str]], dict[int, list[str]]]:
        names: dict[int, list[str]] = defaultdict(list)
        spelt: dict[int, list[str]] = defaultdict(list)
        people = (ClaimParticipantRow.registry_id, ClaimParticipantRow.name, ClaimParticipantRow.words)
        for number, own in self._slots(within, ClaimParticipantRow, *people).items():
            for registered, name, words in own:
                (names if registered else spelt)[number].append(registered or name or words)
        for number, own in self._slots(within, ClaimPlaceRow, ClaimPlaceRow.name, ClaimPlaceRow.words).items():
            spelt[number].extend(name or words for name, words in own)
        return names, spelt

    def _slots(self, within: Any, table: Any, *columns: Any) -> dict[int, list[Any]]:
        """Return the values of a slot by claim, in the order of the model's tuple."""
        statement = select(ClaimRow.number, *columns).join(table, table.claim_id == ClaimRow.id).where(*within)
        found: dict[int, list[Any]] = defaultdict(list)
        for number, *values in self._connection.execute(statement.order_by(ClaimRow.number, table.position)):
            found[number].append(tuple(values))
        return found


def _current(statement: Any) -> Select[Any]:
    narrowed: Select[Any] = statement.join(ArticleRow, ArticleRow.id == ClaimRow.article_id)
    return narrowed.where(ArticleRow.is_current)
