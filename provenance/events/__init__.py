"""Which articles tell of one event: profiles of articles in, groups out; and which events belong to one topic."""

from __future__ import annotations

from provenance.events.grouping import group, topics
from provenance.events.identity import named
from provenance.events.profiles import profile_of
from provenance.events.sameness import same_event
from provenance.events.scale import EVENTS, TOPICS, Scale

__all__ = ["EVENTS", "TOPICS", "Scale", "group", "named", "profile_of", "same_event", "topics"]
