"""Articles grouped into events, and events into topics.

What comes out depends on the articles alone, and not on the order in which they came in.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from datetime import date

from provenance.events.dividing import divided
from provenance.events.labels import label_of
from provenance.events.likeness import families, likeness
from provenance.events.linkage import average, cut, merges
from provenance.events.scale import EVENTS, TOPICS, Scale
from provenance.events.weighing import Weighed, weigh
from provenance.model.event import Group, Profile, Term


def group(profiles: Sequence[Profile], scale: Scale = EVENTS) -> tuple[Group, ...]:
    """Return every article in one group; the groups by their first article's date, unknown dates last.

    Average linkage makes groups of articles that share telling words and whose dates allow it; then groups that hold
    two events of one kind are divided.
    """
    ordered = sorted(profiles, key=_by_date)
    if not ordered:
        return ()
    weighed = weigh(ordered)
    parts = [part for family in families(weighed, scale) for part in _joined(weighed, family, scale)]
    if scale.divides:
        parts = [event for part in parts for event in divided(weighed, part)]
    return tuple(
        Group(tuple(weighed.articles[index] for index in part), label_of([ordered[index] for index in part], weighed))
        for part in sorted(parts)
    )


def topics(events: Sequence[Group], profiles: Sequence[Profile]) -> tuple[Group, ...]:
    """Return groups of events, each event by its first article's id: months of news on the same people and places.

    An event speaks of what at least half of its articles hold. It is a coarse net: who and where, not what.
    """
    known = {profile.article: profile for profile in profiles}
    return group([_as_one([known[article] for article in event.articles]) for event in events], TOPICS)


def _by_date(profile: Profile) -> tuple[bool, date, str]:
    return profile.published is None, profile.published or date.min, profile.article


def _joined(weighed: Weighed, family: list[int], scale: Scale) -> list[list[int]]:
    if len(family) == 1:
        return [family]
    tree = merges(1 - likeness(weighed, family, scale), average)
    return [[family[index] for index in part] for part in cut(tree, len(family), 1 - scale.alike)]


def _as_one(members: Sequence[Profile]) -> Profile:
    """Return the event as if it were one article, published when the middle one of its articles was."""
    held = Counter(term.word for member in members for term in member.terms)
    kept: dict[str, Term] = {}
    for member in members:
        for term in member.terms:
            if 2 * held[term.word] >= len(members):
                before = kept.get(term.word)
                kept[term.word] = term if before is None or term.count > before.count else before
    days = sorted(member.published for member in members if member.published)
    return Profile(
        members[0].article, tuple(kept[word] for word in sorted(kept)), days[len(days) // 2] if days else None
    )
