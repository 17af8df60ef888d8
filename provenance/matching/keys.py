"""Index keys: claims that may speak of the same thing share some, so that no one needs to compare all pairs.

A key is a hash of what it stands for, the same on every machine and in every run. A store counts how many claims have
a key, and looks up the rarest first; a key that thousands of claims share finds nothing in particular.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from functools import lru_cache
from hashlib import blake2b
from itertools import combinations

from provenance.matching.prepared import prepared
from provenance.model.claim import SourcedClaim
from provenance.model.frame import Quantity
from provenance.model.interval import DateInterval
from provenance.text.words import content_words, stem, weight

_TELLING_WORD = 0.75  # a lighter word is common: it would find everything
_FEW = 2  # with fewer telling words, common ones are indexed too, two by two: "the president", "left the country"
_MAX_KEYS = 96  # a claim of five thousand characters must not flood the index
_DAYS_APART = 3  # a span of up to so many days is indexed day by day


def keys_of(claim: SourcedClaim) -> tuple[int, ...]:
    """Return the claim's index keys, sorted: 63-bit hashes, never negative, at most 96, the most telling kept.

    There is one for each telling word (pairs of common words where there are few), each name or registry entry, each
    pair of names, each name with the predicate, each figure with what it counts, and each day. "not" is no key: a
    claim must find its denial.
    """
    found = dict.fromkeys(_hash(phrase) for phrase in _phrases(claim))
    return tuple(sorted(list(found)[:_MAX_KEYS]))


@lru_cache(maxsize=65536)
def _hash(phrase: str) -> int:
    return int.from_bytes(blake2b(phrase.encode("utf-8", "surrogatepass"), digest_size=8).digest(), "big") >> 1


def _phrases(claim: SourcedClaim) -> Iterator[str]:
    """Yield what the claim is indexed by, the most telling first."""
    names = _names(claim)
    for first, second in combinations(names[:6], 2):
        yield f"names\x1f{first}\x1f{second}"
    event = claim.frame.event
    if event is not None:
        for name in names[:6]:
            yield f"deed\x1f{name}\x1f{stem(event.predicate)}"
    for quantity in claim.frame.quantities:
        yield from _figures(quantity)
    for mention in claim.frame.when:
        if mention.interval is not None:
            yield from _days(mention.interval)
    for name in names:
        yield f"name\x1f{name}"
    words = sorted(prepared(claim).telling - {"not"}, key=lambda word: (-weight(word), word))
    telling = [word for word in words if weight(word) >= _TELLING_WORD]
    yield from (f"word\x1f{word}" for word in telling)
    if len(telling) < _FEW:
        yield from (f"words\x1f{first}\x1f{second}" for first, second in combinations(sorted(words[:6]), 2))


def _names(claim: SourcedClaim) -> list[str]:
    """Return who and what place is involved, in a fixed order: the registry's id, else the name's own words."""
    found = {who.registry_id or _own_words(who.name or who.text) for who in claim.frame.who}
    found |= {_own_words(place.name or place.text) for place in claim.frame.where}
    return sorted(found - {""})


def _own_words(name: str) -> str:
    return " ".join(sorted(set(content_words(name))))


def _figures(quantity: Quantity) -> Iterator[str]:
    """Yield the figure by its bounds and by its first digit, so that 44 million meets 43,885,310."""
    unit = stem(quantity.unit) if quantity.unit else ""
    for bound in (quantity.low, quantity.high):
        if bound is not None:
            yield f"figure\x1f{bound:g}\x1f{unit}"
            yield f"about\x1f{bound:.0e}\x1f{unit}"
    if unit:
        yield f"counted\x1f{unit}"


def _days(interval: DateInterval) -> Iterator[str]:
    if interval.start is None or interval.end is None:
        return
    length = (interval.end - interval.start).days
    if length < _DAYS_APART:
        yield from (f"day\x1f{interval.start + timedelta(days=n)}" for n in range(length + 1))
    else:
        yield f"days\x1f{interval.start}\x1f{interval.end}"
