"""Which stored claims may speak of the same thing as a new one, by the index keys they share.

Keys are weighed by how rare they are: log(1 + N / n) for a key that n of N claims have (inverse document frequency,
Spaerck Jones 1972, https://doi.org/10.1108/eb026526). The rarest are looked up first, until enough claims were seen; a
key that half the store shares is not looked at as long as rarer ones find something.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from json import dumps
from math import log
from typing import TYPE_CHECKING

from sqlalchemy import BigInteger, ColumnElement, Connection, Text, cast, func, select
from sqlalchemy.dialects.postgresql import ARRAY

from provenance.storage.adding import insert_all
from provenance.storage.chunks import chunks
from provenance.storage.tables import ArticleRow, ClaimKeyRow, ClaimRow

if TYPE_CHECKING:
    from numpy import int64
    from numpy.typing import NDArray

    Numbers = NDArray[int64]

MAY_NOT = 20  # claims of superseded versions, or of the same article, that are reckoned with
SEEN_PER_CLAIM = 3000  # index entries that are looked at for one claim, unless its rarest key alone has more


class Candidates:
    """The index of one transaction."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def index(self, keys: Mapping[str, Iterable[int]]) -> None:
        """Put stored claims, named by their whole ids, into the index under these keys."""
        numbers: dict[str, int] = {}
        for piece in chunks(keys):
            statement = select(ClaimRow.id, ClaimRow.number).where(ClaimRow.id.in_(piece))
            numbers |= dict(self._connection.execute(statement).all())
        rows = (
            {"key": key, "claim_number": numbers[claim]} for claim, own in keys.items() for key in dict.fromkeys(own)
        )
        insert_all(self._connection, ClaimKeyRow, rows)

    def unindexed(self) -> list[str]:
        """Return the ids of claims that have no key."""
        indexed = select(ClaimKeyRow.key).where(ClaimKeyRow.claim_number == ClaimRow.number)
        return list(self._connection.execute(select(ClaimRow.id).where(~indexed.exists())).scalars())

    def find(self, keys: Mapping[str, Sequence[int]], article: str, limit: int) -> dict[str, tuple[str, ...]]:
        """Return for each new claim at most `limit` ids of stored ones, those that share the most telling keys first.

        Only current versions are looked at, and not the article that the claims are from.
        """
        counts = self._counts({key for own in keys.values() for key in own})
        chosen = {claim: _rarest(own, counts) for claim, own in keys.items()}
        postings = self._postings({key for own in chosen.values() for key in own}, counts)
        total = int(self._connection.execute(select(func.count(ClaimRow.number))).scalar_one())
        weights = {key: log(1 + total / count) for key, count in counts.items() if count}
        ranked = {claim: _ranked(own, postings, weights) for claim, own in chosen.items()}
        return self._best(ranked, article, limit)

    def _counts(self, keys: Collection[int]) -> dict[int, int]:
        """Return how many claims have each key, counted no further than one beyond the limit."""
        if not keys:
            return {}
        wanted = self._listed(sorted(keys))
        some = select(ClaimKeyRow.claim_number).where(ClaimKeyRow.key == wanted).limit(SEEN_PER_CLAIM + 1)
        held = select(func.count()).select_from(some.correlate(wanted.table).subquery()).scalar_subquery()
        return {int(key): int(count) for key, count in self._connection.execute(select(wanted, held)).all()}

    def _listed(self, keys: Sequence[int]) -> ColumnElement[int]:
        """Return the keys as a column of a table, so that one statement counts them all."""
        if self._connection.dialect.name == "sqlite":
            return func.json_each(dumps(keys)).table_valued("value").c.value
        return func.unnest(cast(list(keys), ARRAY(BigInteger))).table_valued("value").render_derived().c.value

    def _postings(self, keys: Iterable[int], counts: Mapping[int, int]) -> dict[int, Numbers]:
        """Return the claims, by their numbers, that have each key; of a key of very many, the newest.

        The numbers of a key come as one text: a row for each of tens of thousands would take most of the time.
        """
        import numpy as np  # here: most commands read the store, and few look for candidates

        found: dict[int, Numbers] = {}
        listed = func.aggregate_strings(cast(ClaimKeyRow.claim_number, Text), ",")
        few = sorted(key for key in keys if counts[key] <= SEEN_PER_CLAIM)
        for piece in chunks(few):
            statement = select(ClaimKeyRow.key, listed).where(ClaimKeyRow.key.in_(piece)).group_by(ClaimKeyRow.key)
            for key, numbers in self._connection.execute(statement).all():
                found[key] = np.fromstring(numbers, dtype=np.int64, sep=",")
        for key in keys:
            if counts[key] > SEEN_PER_CLAIM:
                newest = select(ClaimKeyRow.claim_number).where(ClaimKeyRow.key == key)
                newest = newest.order_by(ClaimKeyRow.claim_number.desc()).limit(SEEN_PER_CLAIM)
                found[key] = np.array(self._connection.execute(newest).scalars().all(), dtype=np.int64)
        return found

    def _best(self, ranked: Mapping[str, Sequence[int]], article: str, limit: int) -> dict[str, tuple[str, ...]]:
        """Return the first ones of each ranking that may be found, by their ids.

        Whether they may is asked of so many as are likely to do; where more than a few may not, of more.
        """
        best: dict[str, tuple[str, ...]] = {}
        ids: dict[int, str | None] = {}
        asked = limit + MAY_NOT
        open_ = dict(ranked)
        while open_:
            self._ask({number for own in open_.values() for number in own[:asked]} - ids.keys(), article, ids)
            for claim, own in list(open_.items()):
                may = [name for number in own[:asked] if (name := ids[number]) is not None]
                if len(may) >= limit or len(own) <= asked:
                    best[claim] = tuple(may[:limit])
                    del open_[claim]
            asked *= 4
        return {claim: best[claim] for claim in ranked}

    def _ask(self, numbers: Iterable[int], article: str, ids: dict[int, str | None]) -> None:
        """Put the ids of claims into `ids`, None for one that may not be found."""
        for piece in chunks(numbers):
            statement = (
                select(ClaimRow.number, ClaimRow.id, ClaimRow.article_id, ArticleRow.is_current)
                .join(ArticleRow, ArticleRow.id == ClaimRow.article_id)
                .where(ClaimRow.number.in_(piece))
            )
            for number, claim, own, is_current in self._connection.execute(statement).all():
                ids[number] = claim if is_current and own != article else None


def _ranked(keys: Sequence[int], postings: Mapping[int, Numbers], weights: Mapping[int, float]) -> list[int]:
    """Return the claims that share some of the keys, by what these weigh, the heaviest first; then by number."""
    import numpy as np

    told = [(postings[key], weights[key]) for key in keys if key in postings]
    if not told:
        return []
    numbers, place = np.unique(np.concatenate([own for own, _ in told]), return_inverse=True)
    each = np.repeat([weight for _, weight in told], [len(own) for own, _ in told])
    scores = np.bincount(place, weights=each)
    ranking: list[int] = numbers[np.lexsort((numbers, -scores))].tolist()
    return ranking


def _rarest(keys: Iterable[int], counts: Mapping[int, int]) -> list[int]:
    """Return the keys to look up, the rarest first, until they have as many entries as may be looked at."""
    chosen: list[int] = []
    entries = 0
    for key in sorted((key for key in keys if counts[key]), key=lambda key: (counts[key], key)):
        if chosen and entries + counts[key] > SEEN_PER_CLAIM:
            break
        chosen.append(key)
        entries += counts[key]
    return chosen
