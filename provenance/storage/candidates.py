"""Which stored claims may speak of the same thing as a new one, by the index keys they share.

Keys are weighed by how rare they are: log(1 + N / n) for a key that n of N claims have (inverse document frequency,
Spaerck Jones 1972, https://doi.org/10.1108/eb026526). The rarest are looked up first, until enough claims were seen; a
key that half the store shares is not looked at as long as rarer ones find something.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from heapq import nsmallest
from math import log

from sqlalchemy import Connection, Select, bindparam, func, select

from provenance.storage.adding import insert_all
from provenance.storage.chunks import chunks
from provenance.storage.tables import ArticleRow, ClaimKeyRow, ClaimRow

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
        postings = self._postings({key for own in chosen.values() for key in own}, counts, article)
        total = int(self._connection.execute(select(func.count(ClaimRow.number))).scalar_one())
        weights = {key: log(1 + total / count) for key, count in counts.items() if count}
        best: dict[str, list[int]] = {}
        for claim, own in chosen.items():
            scores: defaultdict[int, float] = defaultdict(float)
            for key in own:
                for number in postings.get(key, ()):
                    scores[number] += weights[key]
            best[claim] = _best(scores, limit)
        return self._named(best)

    def _counts(self, keys: Iterable[int]) -> dict[int, int]:
        """Return how many claims have each key, counted no further than one beyond the limit."""
        some = select(ClaimKeyRow.claim_number).where(ClaimKeyRow.key == bindparam("wanted")).limit(SEEN_PER_CLAIM + 1)
        statement = select(func.count()).select_from(some.subquery())
        return {key: int(self._connection.execute(statement, {"wanted": key}).scalar_one()) for key in keys}

    def _postings(self, keys: Iterable[int], counts: Mapping[int, int], article: str) -> dict[int, list[int]]:
        found: dict[int, list[int]] = {}
        few = [key for key in keys if counts[key] <= SEEN_PER_CLAIM]
        for piece in chunks(few):
            for key, number in self._connection.execute(_of_others(article).where(ClaimKeyRow.key.in_(piece))):
                found.setdefault(key, []).append(number)
        for key in keys:
            if counts[key] > SEEN_PER_CLAIM:  # the newest of very many
                newest = _of_others(article).where(ClaimKeyRow.key == key).order_by(ClaimKeyRow.claim_number.desc())
                rows = self._connection.execute(newest.limit(SEEN_PER_CLAIM))
                found[key] = [number for _, number in rows]
        return found

    def _named(self, best: Mapping[str, list[int]]) -> dict[str, tuple[str, ...]]:
        ids: dict[int, str] = {}
        for piece in chunks({number for numbers in best.values() for number in numbers}):
            statement = select(ClaimRow.number, ClaimRow.id).where(ClaimRow.number.in_(piece))
            ids |= dict(self._connection.execute(statement).all())
        return {claim: tuple(ids[number] for number in numbers) for claim, numbers in best.items()}


def _of_others(article: str) -> Select[int, int]:
    return (
        select(ClaimKeyRow.key, ClaimKeyRow.claim_number)
        .join(ClaimRow, ClaimRow.number == ClaimKeyRow.claim_number)
        .join(ArticleRow, ArticleRow.id == ClaimRow.article_id)
        .where(ArticleRow.is_current, ClaimRow.article_id != article)
    )


def _best(scores: Mapping[int, float], limit: int) -> list[int]:
    return nsmallest(limit, scores, key=lambda number: (-scores[number], number))


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
