"""What an event is called by programs: an id that it keeps while articles come and go."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from itertools import count

from provenance.model.event import Group
from provenance.model.identity import content_id


def named(groups: Sequence[Group], before: Mapping[str, str]) -> tuple[str, ...]:
    """Return an id for each group; `before` says in which event an article was.

    An event keeps its id where most of the articles are that were in it: of several groups that share articles with
    it, the one with the most, and of as many, the one that comes first. A new event is named for its first article.
    """
    shared = [
        (-times, event, index)
        for index, each in enumerate(groups)
        for event, times in Counter(before[article] for article in each.articles if article in before).items()
    ]
    ids: dict[int, str] = {}
    taken: set[str] = set()
    for _, event, index in sorted(shared, key=lambda entry: (entry[0], entry[2], entry[1])):
        if index not in ids and event not in taken:
            ids[index] = event
            taken.add(event)
    for index, each in enumerate(groups):
        if index not in ids:
            names = (content_id("event", each.articles[0], *again) for again in _again())
            ids[index] = next(name for name in names if name not in taken)
            taken.add(ids[index])
    return tuple(ids[index] for index in range(len(groups)))


def _again() -> Iterator[tuple[int, ...]]:
    """Yield nothing, then 2, 3, ...: an article may have founded an event before that went on without it."""
    yield ()
    yield from ((number,) for number in count(2))
