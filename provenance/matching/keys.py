"""Index keys: claims that may speak of the same thing share some, so that no one needs to compare all pairs.

A key is a hash of what it stands for, the same on every machine and in every run. A store counts how many claims have
a key, and looks up the rarest first; a key that thousands of claims share finds nothing in particular.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from functools import lru_cache
from hashlib import blake2b
from itertools import combinations
from typing import NamedTuple

from provenance.matching.prepared import prepared
from provenance.model.claim import SourcedClaim
from provenance.model.outline import Outline
from provenance.text.words import content_words, stem, weight

TELLING_WORD = 0.75  # a lighter word is common: it would find everything
FEW = 2  # with fewer telling words, common ones are indexed too, two by two: "the president", "left the country"
_MAX_KEYS = 96  # a claim of five thousand characters must not flood the index
MOST_NAMES = 6  # of one claim that are joined with each other, and with its predicate
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
    slots = slots_of(claim)
    names = slots.names
    for first, second in combinations(names[:MOST_NAMES], 2):
        yield f"names\x1f{first}\x1f{second}"
    if slots.predicate:
        for name in names[:MOST_NAMES]:
            yield f"deed\x1f{name}\x1f{slots.predicate}"
    for quantity in slots.quantities:
        yield from figures_of(*quantity)
    for interval in slots.intervals:
        yield from days_of(*interval)
    for name in names:
        yield f"name\x1f{name}"
    words = sorted(prepared(claim).telling - {"not"}, key=lambda word: (-weight(word), word))
    telling = [word for word in words if weight(word) >= TELLING_WORD]
    yield from (f"word\x1f{word}" for word in telling)
    if len(telling) < FEW:
        yield from (f"words\x1f{first}\x1f{second}" for first, second in combinations(sorted(words[:6]), 2))


class Slots(NamedTuple):
    """What a claim's frame names, as far as claims are found by it."""

    names: tuple[str, ...] = ()  # who and what place is involved, in a fixed order: the registry's id, else the words
    predicate: str | None = None  # its stem
    quantities: tuple[tuple[float | None, float | None, str | None], ...] = ()  # low, high, unit
    intervals: tuple[tuple[date, date], ...] = ()  # first and last day, of those that are known


def slots_of(claim: SourcedClaim) -> Slots:
    """Return what the claim's frame names."""
    frame = claim.frame
    found = {who.registry_id or own_words(who.name or who.text) for who in frame.who}
    found |= {own_words(place.name or place.text) for place in frame.where}
    known = (mention.interval for mention in frame.when if mention.interval is not None)
    return Slots(
        tuple(sorted(found - {""})),
        stem(frame.event.predicate) if frame.event is not None else None,
        tuple((each.low, each.high, each.unit) for each in frame.quantities),
        tuple((each.start, each.end) for each in known if each.start is not None and each.end is not None),
    )


def outlined(outline: Outline) -> Slots:
    """Return the same of a claim in outline."""
    names = {*outline.names, *map(own_words, outline.spelt)} - {""}
    predicate = stem(outline.predicate) if outline.predicate is not None else None
    return Slots(tuple(sorted(names)), predicate, outline.quantities, outline.intervals)


@lru_cache(maxsize=65536)
def own_words(name: str) -> str:
    """Return the words of a name in a fixed order: "Lund, Eva" is "Eva Lund"."""
    return " ".join(sorted(set(content_words(name))))


def figures_of(low: float | None, high: float | None, counted: str | None) -> Iterator[str]:
    """Yield the figure by its bounds and by its first digit, so that 44 million meets 43,885,310."""
    unit = stem(counted) if counted else ""
    for bound in (low, high):
        if bound is not None:
            yield f"figure\x1f{bound:g}\x1f{unit}"
            yield f"about\x1f{bound:.0e}\x1f{unit}"
    if unit:
        yield f"counted\x1f{unit}"


def days_of(first: date, last: date) -> Iterator[str]:
    """Yield each day of a short span, or a long span as one."""
    length = (last - first).days
    if length < _DAYS_APART:
        yield from (f"day\x1f{first + timedelta(days=n)}" for n in range(length + 1))
    else:
        yield f"days\x1f{first}\x1f{last}"


def shared_by(a: SourcedClaim, b: SourcedClaim) -> tuple[str, ...]:
    """Return what two claims are found by, in words: "word: ferry", "names: eva lund + vardby"."""
    other = set(_phrases(b))
    common = dict.fromkeys(phrase for phrase in _phrases(a) if phrase in other)
    parts = (phrase.split("\x1f") for phrase in common)
    return tuple(f"{channel}: {' + '.join(filter(None, what))}" for channel, *what in parts)
